"""Names of the numbers of a pool's state, in the order in which v3's views return them."""

from tests.differential.liquidity.operations import Layout

SLOT0 = (
    "sqrtPrice",
    "tick",
    "observationIndex",
    "observationCardinality",
    "observationCardinalityNext",
    "feeProtocol",
    "unlocked",
)
GLOBALS = (
    *SLOT0,
    "liquidity",
    "feeGrowth0",
    "feeGrowth1",
    "protocolFees0",
    "protocolFees1",
    "reserve0",
    "reserve1",
)
TICK = (
    "gross",
    "net",
    "fee0Outside",
    "fee1Outside",
    "ticksOutside",
    "secondsPerLiquidityOutside",
    "secondsOutside",
    "initialized",
)
NOT_KEPT = frozenset({"ticksOutside", "secondsPerLiquidityOutside", "secondsOutside"})
"""What our pools do not keep of a tick: sums that only `snapshotCumulativesInside` needs."""
POSITION = ("liquidity", "fee0Inside", "fee1Inside", "owed0", "owed1")
OBSERVATION = ("timestamp", "tickCumulative", "secondsPerLiquidity", "initialized")


def names(layout: Layout) -> list[str]:
    """All names, in order."""
    found = list(GLOBALS)
    for tick in layout.ticks:
        found += [f"tick {tick} {name}" for name in TICK]
    for key in layout.positions:
        found += [f"position {key} {name}" for name in POSITION]
    found += [f"bitmap {word}" for word in layout.words]
    for index in range(layout.observations):
        found += [f"observation {index} {name}" for name in OBSERVATION]
    return found

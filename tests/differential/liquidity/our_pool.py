"""Our pools as a pool under test: static, positions without tokens, limits left to the caller."""

from collections.abc import Iterator
from typing import Any

from quantera.evm import Actor, Chain, Reverted
from quantera.gas.pool_stack import PARTIAL, Key, PoolStack, deploy_pool_stack
from quantera.gas.settlement_stack import MAX_UINT
from tests.differential.liquidity import operations as op
from tests.differential.liquidity.operations import Key as PositionKey
from tests.differential.liquidity.operations import Layout, Operation, Outcome, Words
from tests.differential.liquidity.words import NOT_KEPT, names

WORD = 32
SIGNED = {"tick", "net", "tickCumulative"}
POOL = (
    "sqrtPrice",
    "tick",
    "liquidity",
    "fee",
    "spacing",
    "shareA",
    "shareB",
    "observationIndex",
    "observationCardinality",
    "observationCardinalityNext",
    "number",
    "flags",
    "feeGrowth0",
    "feeGrowth1",
    "protocolFees0",
    "protocolFees1",
)
RESERVES = ("reserve0", "reserve1")
"""This pool is the only one of its trace: its tokens are all that the contract holds."""
TICK = ("gross", "net", "fee0Outside", "fee1Outside")
POSITION = (
    "liquidity",
    "lower",
    "upper",
    "pool",
    "addedAt",
    "flags",
    "fee0Inside",
    "fee1Inside",
    "owed0",
    "owed1",
)
OBSERVATION = ("timestamp", "tickCumulative", "secondsPerLiquidity", "initialized")


class OurStage:
    """The pools with two tokens and actors who have plenty of both; for many pools."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.stack: PoolStack = deploy_pool_stack(chain)
        self.tokens = self.stack.pair()
        self.trader, actor_a, actor_b = chain.actors("our trader", "owner a", "owner b")
        self.actors: dict[str, Actor] = {"a": actor_a, "b": actor_b}
        self.stack.fund(self.tokens, [self.trader, actor_a, actor_b], 1 << 240)
        self.views = chain.deploy("ViewConcatenationProbe", sender=self.trader)


class OurPool:
    """One of our pools; it comes into being with its first price."""

    def __init__(self, stage: OurStage, fee: int, spacing: int) -> None:
        self.stage = stage
        self.key: Key = (*stage.tokens, fee, spacing, 0)
        self.id: bytes = stage.stack.pools.poolId(self.key)
        self._queries: dict[Layout, bytes] = {}

    def apply(self, operation: Operation) -> Outcome:
        try:
            return self._apply(operation)
        except Reverted as error:
            # Uniswap v3 pays nothing to a position that never was; we say that there is none.
            if isinstance(operation, op.Collect) and error.name == "PositionUnknown":
                return 0, 0
            return None

    def _apply(self, operation: Operation) -> tuple[int, ...]:
        stage, key = self.stage, self.key
        stack, pools = stage.stack, stage.stack.pools
        answer: Any = ()
        match operation:
            case op.Initialize(price):
                pools.createPool(key, price, sender=stage.trader)
                # Uniswap v3 keeps observations unasked.
                pools.growObservations(self.id, 1, sender=stage.trader)
            case op.Mint((owner, lower, upper), amount):
                request = stack.added(key, lower, upper, amount)
                answer = pools.add(request, sender=stage.actors[owner]).return_value
            case op.Burn((owner, lower, upper), amount):
                position = self._position((owner, lower, upper))
                request = stack.removed(key, position, amount, f"0x{0:040x}")
                answer = pools.remove(request, sender=stage.actors[owner]).return_value
            case op.Collect((owner, lower, upper), most0, most1):
                actor, position = stage.actors[owner], self._position((owner, lower, upper))
                answer = pools.collect(
                    key, position, actor, most0, most1, sender=actor
                ).return_value
            case op.Swap(zero_for_one, amount, limit):
                answer = self._swap(zero_for_one, amount, limit)
            case op.SetProtocolShares(share0, share1):
                pools.setProtocolShare(key, share0, share1, sender=stack.governor)
            case op.CollectProtocol(most0, most1):
                answer = pools.collectProtocolFees(
                    key, stage.trader, most0, most1, sender=stack.governor
                ).return_value
            case op.Grow(size):
                pools.growObservations(self.id, size, sender=stage.trader)
            case op.Observe(agos):
                sums, seconds = pools.observe(self.id, list(agos))
                answer = [number for pair in zip(sums, seconds, strict=True) for number in pair]
        return tuple(answer)

    def _swap(self, down: bool, amount: int, limit: int) -> tuple[int, int]:
        stage, pools = self.stage, self.stage.stack.pools
        request = stage.stack.swapped(
            self.key,
            amount,
            stage.trader,
            a_for_b=down,
            sqrtPriceLimitX96=limit,
            options=PARTIAL,
            amountLimit=0 if amount > 0 else MAX_UINT,
        )
        entered, left = pools.swap(request, sender=stage.trader).return_value
        return (entered, -left) if down else (-left, entered)

    def _position(self, key: PositionKey) -> bytes:
        owner, lower, upper = key
        found: bytes = self.stage.stack.position_key(
            self.stage.actors[owner], self.key, lower, upper
        )
        return found

    def state(self, layout: Layout) -> Words:
        query = self._queries.get(layout)
        if query is None:
            query = self._queries[layout] = self._query(layout)
        raw = self.stage.chain.call(self.stage.views, query)[2 * WORD :]
        words: Iterator[tuple[str, int]] = (
            (name, int.from_bytes(raw[at * WORD : (at + 1) * WORD], signed=_last(name) in SIGNED))
            for at, name in enumerate(_order(layout))
        )
        found = dict(words)
        found["feeProtocol"] = found["shareA"] | found["shareB"] << 4
        found["unlocked"] = int(found["sqrtPrice"] > 0)
        for tick in layout.ticks:
            found[f"tick {tick} initialized"] = int(found[f"tick {tick} gross"] > 0)
        return {name: found[name] for name in names(layout) if _last(name) not in NOT_KEPT}

    def _query(self, layout: Layout) -> bytes:
        pools = self.stage.stack.pools
        parts = [pools.poolState.encode(self.id)]
        held = [(token, token.balanceOf.encode(pools)) for token in self.stage.tokens]
        parts += [pools.tickState.encode(self.id, tick) for tick in layout.ticks]
        parts += [pools.positionState.encode(self._position(key)) for key in layout.positions]
        parts += [pools.tickBitmap.encode(self.id, word) for word in layout.words]
        parts += [
            pools.observationAt.encode(self.id, index) for index in range(layout.observations)
        ]
        encoded: bytes = self.stage.views.answers.encode(held + [(pools, part) for part in parts])
        return encoded


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _order(layout: Layout) -> list[str]:
    found = [*RESERVES, *POOL]
    found += [f"tick {tick} {name}" for tick in layout.ticks for name in TICK]
    found += [f"position {key} {name}" for key in layout.positions for name in POSITION]
    found += [f"bitmap {word}" for word in layout.words]
    found += [
        f"observation {index} {name}"
        for index in range(layout.observations)
        for name in OBSERVATION
    ]
    return found

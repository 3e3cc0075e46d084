"""Our static pools and the Python twin against Uniswap v3's bytecode, on the same random traces.

All state is compared after each operation (LPO-05).
"""

import os
from collections import Counter

import pytest

from quantera.evm import MemoryChain
from tests.conftest import PROFILE
from tests.differential.liquidity.comparison import run
from tests.differential.liquidity.drawing import Trace
from tests.differential.liquidity.our_pool import OurPool, OurStage
from tests.differential.liquidity.twin_pool import TwinPool
from tests.differential.liquidity.v3_pool import V3Pool, V3Stage

TRACES = {"quick": 20, "ci": 200, "deep": int(os.environ.get("QUANTERA_TRACES", "5000"))}[PROFILE]
STEPS = 60
BATCHES = 4
REFUSABLE = ("Initialize", "Mint", "Burn", "Swap", "SetProtocolShares", "Observe")


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_traces(batch: int) -> None:
    chain = MemoryChain()
    stage, ours = V3Stage(chain), OurStage(chain)
    seen: Counter[tuple[str, bool]] = Counter()
    for seed in range(batch, TRACES, BATCHES):
        trace = Trace(seed)
        with chain.rollback():
            twin = TwinPool(trace.fee, trace.spacing, chain.timestamp)
            run(
                trace,
                STEPS,
                twin,
                {
                    "v3": V3Pool(stage, trace.fee),
                    "ours": OurPool(ours, trace.fee, trace.spacing),
                },
                seen,
            )
    if PROFILE != "quick":
        for kind in REFUSABLE:
            assert seen[kind, True] and seen[kind, False], (kind, seen)

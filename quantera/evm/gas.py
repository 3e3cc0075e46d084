"""Exact gas: every transaction on cold state, on a node or on a machine built anew.

Equal to anvil's receipts to the unit; `tests/evm/test_exact_gas.py` compares.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from quantera.evm.chain import Chain
from quantera.evm.memory import MemoryChain


@contextmanager
def exact_gas(chain: Chain) -> Iterator[None]:
    """Let receipts tell `gas_used`: in memory at the cost of milliseconds, on a node always so."""
    if not isinstance(chain, MemoryChain):
        yield
        return
    before, chain.exact = chain.exact, True
    try:
        yield
    finally:
        chain.exact = before

"""Fixtures and Hypothesis profiles that every test shares."""

from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain, NodeChain


@pytest.fixture(scope="session")
def memory() -> MemoryChain:
    """The session's in-process chain; tests take `chain`, which cleans up behind them."""
    return MemoryChain()


@pytest.fixture
def chain(memory: MemoryChain) -> Iterator[MemoryChain]:
    """An in-process chain on which whatever the test does is undone at its end."""
    with memory.rollback():
        yield memory


@pytest.fixture(scope="session")
def node_session() -> Iterator[NodeChain]:
    """One anvil for each worker; tests take `node`, which cleans up behind them."""
    with NodeChain() as node:
        yield node


@pytest.fixture
def node(node_session: NodeChain) -> Iterator[NodeChain]:
    """A real anvil on which whatever the test does is undone at its end."""
    with node_session.rollback():
        yield node_session

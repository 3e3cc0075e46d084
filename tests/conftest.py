"""Fixtures and Hypothesis profiles that every test shares."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quantera.evm import MemoryChain, NodeChain

PROFILE = os.environ.get("QUANTERA_PROFILE", "quick")

# Time says nothing on shared cores; the suites have budgets of their own. Examples are the same
# in every run but for `deep`, which is there to find new ones and prints how to repeat them.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("quick", _COMMON, max_examples=20, derandomize=True)
settings.register_profile("ci", _COMMON, max_examples=100, derandomize=True)
settings.register_profile("deep", _COMMON, max_examples=2000)
settings.load_profile(PROFILE)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Under plain pytest, keep Ape's plugin from starting a node that no test asked for.

    It would also share one node among workers and revert it below their feet. `ape test` keeps it.
    """
    ape_runner = config.pluginmanager.get_plugin("ape-test")
    if ape_runner is not None and Path(sys.argv[0]).name != "ape":
        config.pluginmanager.unregister(ape_runner)


@pytest.fixture(scope="session")
def memory_session() -> MemoryChain:
    """The worker's in-process chain; tests take `chain`, which cleans up behind them."""
    return MemoryChain()


@pytest.fixture
def chain(memory_session: MemoryChain) -> Iterator[MemoryChain]:
    """An in-process chain on which whatever the test does is undone at its end."""
    with memory_session.rollback():
        yield memory_session


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

"""Nodes that the tests of this folder share."""

from collections.abc import Iterator

import pytest

from tests.integration.compliance_offchain.registries import Site, sites


@pytest.fixture(scope="module")
def shared_sites() -> Iterator[dict[str, Site]]:
    """Two chains with their engines; tests take `two`, which cleans up behind them."""
    with sites({"polygon": 137, "optimism": 10}) as made:
        yield made


@pytest.fixture
def two(shared_sites: dict[str, Site]) -> Iterator[dict[str, Site]]:
    """Two chains on which whatever the test does is undone at its end."""
    one, other = shared_sites.values()
    with one.node.rollback(), other.node.rollback():
        yield shared_sites


@pytest.fixture
def site(two: dict[str, Site]) -> Site:
    """One chain."""
    return two["polygon"]

from collections.abc import Iterator

import pytest

from quantera.release import Plan
from tests.integration.release.chains import LocalNode, planned, started, undone


@pytest.fixture(scope="session")
def one_node() -> Iterator[dict[str, LocalNode]]:
    with started(["ethereum"]) as nodes:
        yield nodes


@pytest.fixture(scope="session")
def one_plan(one_node: dict[str, LocalNode]) -> Plan:
    return planned(one_node)


@pytest.fixture
def node(one_node: dict[str, LocalNode], one_plan: Plan) -> Iterator[LocalNode]:
    """One chain on which nothing is released yet."""
    with undone(one_node):
        yield one_node["ethereum"]


@pytest.fixture(scope="session")
def two_nodes() -> Iterator[dict[str, LocalNode]]:
    with started(["polygon", "optimism"]) as nodes:
        yield nodes


@pytest.fixture(scope="session")
def two_plan(two_nodes: dict[str, LocalNode]) -> Plan:
    return planned(two_nodes)


@pytest.fixture
def nodes(two_nodes: dict[str, LocalNode], two_plan: Plan) -> Iterator[dict[str, LocalNode]]:
    """Two chains on which nothing is released yet."""
    with undone(two_nodes):
        yield two_nodes

from collections.abc import Iterator

import pytest

from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import Plan
from tests.integration.release.bridged import Installed, bridged, installed
from tests.integration.release.chains import LocalNode, ledger, planned, release, started

ISSUER = str(actor_named("issuer"))


@pytest.fixture(scope="module")
def grounds() -> Iterator[tuple[dict[str, LocalNode], Installed]]:
    """Three chains with the bridge's protocols."""
    with started(["ethereum", "polygon", "optimism"]) as nodes, installed(nodes) as protocols:
        yield nodes, protocols


@pytest.fixture(scope="module")
def released(
    grounds: tuple[dict[str, LocalNode], Installed],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, LocalNode], Plan]:
    """The same with a release without delays, of which the issuer holds what it takes."""
    nodes, protocols = grounds
    roles = {role.name: [ISSUER] for role in Role}
    wanted = bridged(nodes, protocols, profile="local", roles=roles)
    plan = planned(nodes, blueprint=ledger(), **wanted)
    release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
    for local in nodes.values():
        local.fund(ISSUER)
    return nodes, plan


@pytest.fixture
def site(
    released: tuple[dict[str, LocalNode], Plan],
) -> Iterator[tuple[dict[str, LocalNode], Plan]]:
    nodes, _ = released
    saved = {name: local.rpc("evm_snapshot") for name, local in nodes.items()}
    yield released
    for name, local in nodes.items():
        local.rpc("evm_revert", saved[name])


@pytest.fixture
def node() -> Iterator[LocalNode]:
    """One chain on which nothing is released yet."""
    with started(["ethereum"]) as nodes:
        yield nodes["ethereum"]

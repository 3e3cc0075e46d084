from collections.abc import Iterator

import pytest

from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import Plan
from tests.integration.release.chains import LocalNode, ledger, planned, release, started

ISSUER = str(actor_named("issuer"))


@pytest.fixture(scope="module")
def released(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[dict[str, LocalNode], Plan]]:
    """Three chains without delays, on which the issuer holds what it takes."""
    with started(["ethereum", "polygon", "optimism"]) as nodes:
        roles = {role.name: [ISSUER] for role in Role}
        plan = planned(nodes, blueprint=ledger(), profile="local", roles=roles)
        release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
        for local in nodes.values():
            local.fund(ISSUER)
        yield nodes, plan


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

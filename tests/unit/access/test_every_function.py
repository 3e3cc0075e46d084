"""Every state-changing function of every production contract, called by everybody."""

from collections.abc import Callable
from functools import cache

import pytest

from quantera import artifacts
from quantera.abi.surface import production, surfaces
from quantera.access import Profile, Specification, differences
from quantera.access.surface import compiled
from quantera.evm import MemoryChain
from tests.unit.access.builders import BUILDERS, Built
from tests.unit.access.calls import Examined, intrusions, live_on_implementation, lockouts
from tests.unit.access.system import (
    PROBE,
    PROBE_LIMIT,
    SPECIFICATION,
    System,
    close_setup,
    deploy_proxy,
    implementation_of,
    open_system,
    probe_specification,
)

CONTRACTS = sorted(SPECIFICATION.contracts)


@cache
def abis() -> dict[str, list[dict[str, object]]]:
    found = surfaces(production(artifacts.load_all().values()))
    return {surface.name: surface.abi for surface in found}


def examine(
    system: System, name: str, specification: Specification, build: Callable[[System], Built]
) -> Examined:
    built = build(system)
    contract = system.chain.at(built.address, abis().get(name) or artifacts.load(name))
    system.wire(contract, specification, name, system.admin)
    if "grantLocalRole(uint8,address)" in contract.abi.by_signature:
        system.grant_local(contract)
    return Examined(system, built, contract, specification.rules(name))


@pytest.fixture(scope="module")
def examined(memory_session: MemoryChain) -> Callable[[str], Examined]:
    """Contracts are only called here, never changed, so each is built once."""
    known: dict[str, Examined] = {}

    def find(name: str) -> Examined:
        if name not in known:
            opened = open_system(memory_session, Profile.LOCAL)
            close_setup(opened)
            known[name] = examine(opened, name, SPECIFICATION, BUILDERS[name])
        return known[name]

    return find


def test_the_specification_has_every_function_and_no_other() -> None:
    assert differences(SPECIFICATION, compiled()) == []


def test_every_contract_has_a_builder() -> None:
    assert sorted(BUILDERS) == CONTRACTS


@pytest.mark.parametrize("name", CONTRACTS)
def test_everybody_outside_the_rule_is_refused(
    examined: Callable[[str], Examined], name: str
) -> None:
    assert list(intrusions(examined(name))) == []


@pytest.mark.parametrize("name", CONTRACTS)
def test_whom_the_rule_admits_is_not_refused(
    examined: Callable[[str], Examined], name: str
) -> None:
    assert list(lockouts(examined(name))) == []


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_bare_implementation_obeys_nobody(examined: Callable[[str], Examined], name: str) -> None:
    found = examined(name)
    implementation = implementation_of(found.system.chain, found.built.address)
    assert bool(implementation) == ("upgradeToAndCall(address,bytes)" in found.rules)
    if implementation:
        assert list(live_on_implementation(found, implementation.to_bytes(20, "big"))) == []


# -- the tests above can fail ---------------------------------------------------------------------


def probe_with(system: System, **rules: dict[str, object]) -> Examined:
    """The probe, wired as it should be and then held against other rules."""
    right = probe_specification()
    found = examine(
        system,
        PROBE,
        right,
        lambda given: Built(deploy_proxy(given.chain, PROBE, given.manager, PROBE_LIMIT)),
    )
    planted = {f"{name}()": rule for name, rule in rules.items()}
    functions = {**right.contracts[PROBE].model_dump(exclude_defaults=True)["functions"], **planted}
    wrong = Specification.model_validate(
        {
            **right.model_dump(exclude_defaults=True),
            "contracts": {PROBE: {"bases": right.contracts[PROBE].bases, "functions": functions}},
        }
    )
    return Examined(system, found.built, found.contract, wrong.rules(PROBE))


def test_the_probe_obeys_its_rules(local_system: System) -> None:
    found = probe_with(local_system)
    assert list(intrusions(found)) == []
    assert list(lockouts(found)) == []
    implementation = implementation_of(local_system.chain, found.built.address)
    assert list(live_on_implementation(found, implementation.to_bytes(20, "big"))) == []


def test_an_open_function_believed_restricted_is_reported(local_system: System) -> None:
    found = probe_with(local_system, work={"local": "AGENT"})
    said = list(intrusions(found))
    assert len(said) == len(local_system.everybody)
    assert "work() by stranger: accepted" in said


def test_a_function_mapped_to_another_role_is_reported(local_system: System) -> None:
    found = probe_with(local_system, countRestricted={"role": "PAUSER"})
    assert "countRestricted() by operator: accepted" in list(intrusions(found))
    assert list(lockouts(found)) == [
        "countRestricted() refuses pauser: AccessManagerUnauthorizedCall"
    ]


def test_another_local_role_is_reported(local_system: System) -> None:
    found = probe_with(local_system, countLocally={"local": ["KEEPER", "PRICER"]})
    assert list(intrusions(found)) == []
    assert list(lockouts(found)) == ["countLocally() refuses local_pricer: LocalRoleMissing"]
    found = probe_with(local_system, countAsAgentOrBridge={"local": "AGENT"})
    assert list(intrusions(found)) == ["countAsAgentOrBridge() by local_bridge: accepted"]


def test_a_restricted_function_believed_open_is_reported(local_system: System) -> None:
    found = probe_with(local_system, countRestricted={"anyone": "said in error"})
    assert list(lockouts(found)) == [
        "countRestricted() refuses stranger: AccessManagedUnauthorized"
    ]


def test_a_live_implementation_is_reported(local_system: System) -> None:
    found = probe_with(local_system)
    proxy = found.built.address
    said = list(live_on_implementation(found, proxy))
    assert "raiseLimit(uint256) by configurator: WrongDirection" in said

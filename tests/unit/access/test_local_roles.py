"""Roles kept in the contracts themselves."""

import re
from pathlib import Path

import pytest

from quantera.access import LocalRole, Role, class_of
from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from quantera.toolchain.workspace import ROOT
from tests.unit.access.system import LOOSENING_DELAY, System


def test_acc_31_a_local_role_opens_its_function_alone(system: System, probe: Contract) -> None:
    probe.countLocally(sender=system.locals[LocalRole.KEEPER])
    for account in system.everybody:
        if account == system.locals[LocalRole.KEEPER]:
            continue
        with expect_revert("LocalRoleMissing", account=account, roles=1 << LocalRole.KEEPER):
            probe.countLocally(sender=account)


def test_acc_31_one_of_several_roles_will_do(system: System, probe: Contract) -> None:
    mask = 1 << LocalRole.AGENT | 1 << LocalRole.BRIDGE
    for role, account in system.locals.items():
        if 1 << role & mask:
            probe.countAsAgentOrBridge(sender=account)
        else:
            with expect_revert("LocalRoleMissing", account=account, roles=mask):
                probe.countAsAgentOrBridge(sender=account)


def test_acc_30_granting_and_revoking_are_said_once(system: System, probe: Contract) -> None:
    data = probe.grantLocalRole.encode(LocalRole.PRICER, system.stranger)
    agent_admin, risk_officer = system.members[Role.AGENT_ADMIN], system.members[Role.RISK_OFFICER]
    granted = system.after(LOOSENING_DELAY, probe, data, agent_admin)
    said = granted.events.one("LocalRoleGranted").args
    assert (said.role, said.account, said.by) == (
        LocalRole.PRICER,
        system.stranger,
        system.manager.address,
    )
    again = system.after(LOOSENING_DELAY, probe, data, agent_admin)
    assert not [event for event in again.events if event.name == "LocalRoleGranted"]
    assert probe.localRolesOf(system.stranger) == 1 << LocalRole.PRICER

    revoked = probe.revokeLocalRole(LocalRole.PRICER, system.stranger, sender=risk_officer)
    said = revoked.events.one("LocalRoleRevoked").args
    assert (said.role, said.account, said.by) == (LocalRole.PRICER, system.stranger, risk_officer)
    again = probe.revokeLocalRole(LocalRole.PRICER, system.stranger, sender=risk_officer)
    assert not again.logs
    assert probe.localRolesOf(system.stranger) == 0


def test_acc_30_holders_of_local_roles_pass_nothing_on(system: System, probe: Contract) -> None:
    for account in system.locals.values():
        with expect_revert("AccessManagedUnauthorized"):
            probe.grantLocalRole(LocalRole.AGENT, account, sender=account)
        with expect_revert("AccessManagedUnauthorized"):
            probe.revokeLocalRole(LocalRole.AGENT, account, sender=account)


@pytest.mark.parametrize("role", [0, 7, 255])
def test_roles_do_not_touch_each_other(system: System, probe: Contract, role: int) -> None:
    keeper = system.locals[LocalRole.KEEPER]
    data = probe.grantLocalRole.encode(role, keeper)
    system.after(LOOSENING_DELAY, probe, data, system.members[Role.AGENT_ADMIN])
    assert probe.localRolesOf(keeper) == 1 << LocalRole.KEEPER | 1 << role
    assert probe.hasLocalRole(role, keeper)
    assert not probe.hasLocalRole(role ^ 1, keeper)
    probe.revokeLocalRole(role, keeper, sender=system.members[Role.RISK_OFFICER])
    assert probe.localRolesOf(keeper) == 1 << LocalRole.KEEPER


def test_nobody_holds_no_role(system: System, probe: Contract) -> None:
    data = probe.grantLocalRole.encode(LocalRole.AGENT, ZERO_ADDRESS)
    agent_admin = system.members[Role.AGENT_ADMIN]
    system.schedule(probe, data, agent_admin)
    system.chain.advance(LOOSENING_DELAY)
    with expect_revert("LocalRoleForNobody", role=LocalRole.AGENT):
        system.execute(probe, data, agent_admin)


def constants(source: Path, kind: str) -> dict[str, str]:
    pattern = rf"{kind} internal constant (\w+) = (.+);"
    return dict(re.findall(pattern, source.read_text()))


def test_python_and_solidity_name_the_same_local_roles() -> None:
    written = constants(ROOT / "contracts" / "access" / "LocalRole.sol", "uint8")
    assert {name: int(value) for name, value in written.items()} == {
        role.name: role.value for role in LocalRole
    }


def test_python_solidity_and_the_managers_labels_name_the_same_roles(setting_up: System) -> None:
    written = constants(ROOT / "contracts" / "access" / "Roles.sol", "uint64")
    assert set(written) == set(Role.__members__)
    deployment = setting_up.manager.deployment
    assert deployment is not None
    labels = {
        event.args.label: event.args.roleId
        for event in deployment.events
        if event.name == "RoleLabel"
    }
    # ADMIN's label is fixed by OpenZeppelin: labelling it reverts.
    assert {**labels, "ADMIN": 0} == {role.name: role.value for role in Role}
    assert len(set(labels.values())) == len(labels)


def test_classes_and_delays_agree_with_the_manager(system: System) -> None:
    for role in Role:
        assert system.manager.classOfRole(role) == class_of(role)
        assert system.manager.minimumDelay(role) == class_of(role).minimum_delay

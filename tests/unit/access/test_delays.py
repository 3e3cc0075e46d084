"""Time locks: the second at which a call becomes possible, and how it is stopped before."""

import pytest

from quantera.access import LocalRole, Role
from quantera.evm import Contract, expect_revert
from tests.unit.access.system import (
    EXPIRATION,
    LOOSENING_DELAY,
    PROBE_LIMIT,
    UPGRADE_DELAY,
    System,
    implementation_of,
)


def upgrade_call(system: System, probe: Contract) -> tuple[Contract, bytes]:
    second = system.chain.deploy("UpgradeableProbeV2")
    return second, probe.upgradeToAndCall.encode(second, b"")


def test_acc_01_upgrade_waits_48_hours_to_the_second(system: System, probe: Contract) -> None:
    second, data = upgrade_call(system, probe)
    with expect_revert("AccessManagerNotScheduled"):
        system.execute(probe, data, system.upgrader)
    scheduled = system.schedule(probe, data, system.upgrader)
    assert scheduled.events.one("OperationScheduled").args.schedule == (
        system.chain.timestamp + UPGRADE_DELAY
    )
    system.chain.advance(UPGRADE_DELAY - 1)
    with expect_revert("AccessManagerNotReady"):
        system.execute(probe, data, system.upgrader)
    system.chain.advance(1)
    system.execute(probe, data, system.upgrader)
    assert implementation_of(system.chain, probe) == int(second.address, 16)
    assert system.chain.at(probe, "UpgradeableProbeV2").version() == "2"


def test_acc_01_an_upgrade_cannot_be_scheduled_for_an_earlier_second(
    system: System, probe: Contract
) -> None:
    _, data = upgrade_call(system, probe)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(probe, data, system.upgrader, system.chain.timestamp + UPGRADE_DELAY - 1)
    system.schedule(probe, data, system.upgrader, system.chain.timestamp + UPGRADE_DELAY)


def test_acc_01_one_schedule_is_one_execution(system: System, probe: Contract) -> None:
    _, data = upgrade_call(system, probe)
    system.after(UPGRADE_DELAY, probe, data, system.upgrader)
    with expect_revert("AccessManagerNotScheduled"):
        system.execute(probe, data, system.upgrader)


@pytest.mark.parametrize("directly", [False, True], ids=["through the manager", "directly"])
def test_acc_02_loosening_waits_24_hours_to_the_second(
    system: System, probe: Contract, directly: bool
) -> None:
    configurator = system.members[Role.CONFIGURATOR]
    data = probe.raiseLimit.encode(PROBE_LIMIT + 1)

    def attempt() -> None:
        if directly:
            probe.raiseLimit(PROBE_LIMIT + 1, sender=configurator)
        else:
            system.execute(probe, data, configurator)

    with expect_revert("AccessManagerNotScheduled"):
        attempt()
    system.schedule(probe, data, configurator)
    system.chain.advance(LOOSENING_DELAY - 1)
    with expect_revert("AccessManagerNotReady"):
        attempt()
    system.chain.advance(1)
    attempt()
    assert probe.limit() == PROBE_LIMIT + 1


def test_acc_02_unpausing_and_granting_a_local_role_wait_24_hours(
    system: System, probe: Contract
) -> None:
    probe.pauseGroups(1, sender=system.members[Role.PAUSER])
    lift = probe.unpauseGroups.encode(1)
    admit = probe.grantLocalRole.encode(LocalRole.KEEPER, system.stranger)
    unpauser, agent_admin = system.members[Role.UNPAUSER], system.members[Role.AGENT_ADMIN]
    system.schedule(probe, lift, unpauser)
    system.schedule(probe, admit, agent_admin)
    system.chain.advance(LOOSENING_DELAY - 1)
    for data, sender in ((lift, unpauser), (admit, agent_admin)):
        with expect_revert("AccessManagerNotReady"):
            system.execute(probe, data, sender)
    system.chain.advance(1)
    system.execute(probe, lift, unpauser)
    system.execute(probe, admit, agent_admin)
    assert probe.pausedGroups() == 0
    assert probe.hasLocalRole(LocalRole.KEEPER, system.stranger)


def test_tightening_is_immediate(system: System, probe: Contract) -> None:
    probe.pauseGroups(1, sender=system.members[Role.PAUSER])
    probe.lowerLimit(PROBE_LIMIT - 1, sender=system.members[Role.RISK_OFFICER])
    probe.revokeLocalRole(
        LocalRole.KEEPER, system.locals[LocalRole.KEEPER], sender=system.members[Role.RISK_OFFICER]
    )
    assert probe.pausedGroups() == 1
    assert probe.limit() == PROBE_LIMIT - 1
    assert not probe.hasLocalRole(LocalRole.KEEPER, system.locals[LocalRole.KEEPER])


def test_a_members_own_longer_delay_counts(system: System, probe: Contract) -> None:
    patient = system.chain.actor("patient_configurator")
    system.administer("grantRole", Role.CONFIGURATOR, patient, LOOSENING_DELAY + 100)
    data = probe.raiseLimit.encode(PROBE_LIMIT + 1)
    system.schedule(probe, data, patient)
    system.chain.advance(LOOSENING_DELAY + 99)
    with expect_revert("AccessManagerNotReady"):
        system.execute(probe, data, patient)
    system.chain.advance(1)
    system.execute(probe, data, patient)


def test_a_scheduled_operation_expires_a_week_after_it_became_ready(
    system: System, probe: Contract
) -> None:
    _, data = upgrade_call(system, probe)
    system.schedule(probe, data, system.upgrader)
    system.chain.advance(UPGRADE_DELAY + EXPIRATION - 1)
    with system.chain.rollback():
        system.execute(probe, data, system.upgrader)
    system.chain.advance(1)
    with expect_revert("AccessManagerExpired"):
        system.execute(probe, data, system.upgrader)
    system.after(UPGRADE_DELAY, probe, data, system.upgrader)


def test_acc_06_a_guardian_cancels_what_is_scheduled(system: System, probe: Contract) -> None:
    _, data = upgrade_call(system, probe)
    loosen = probe.raiseLimit.encode(PROBE_LIMIT + 1)
    configurator = system.members[Role.CONFIGURATOR]
    grant = system.manager.grantRole.encode(Role.UPGRADER, system.stranger, 0)
    operations = (
        (system.upgrader, probe, data),
        (configurator, probe, loosen),
        (system.admin, system.manager, grant),
    )
    for proposer, target, call in operations:
        system.schedule(target, call, proposer)
    for proposer, target, call in operations:
        for other in (system.stranger, system.members[Role.PAUSER], system.members[Role.UNPAUSER]):
            with expect_revert("AccessManagerUnauthorizedCancel"):
                system.manager.cancel(proposer, target, call, sender=other)
        system.manager.cancel(proposer, target, call, sender=system.guardian)
    system.chain.advance(UPGRADE_DELAY)
    for proposer, target, call in operations:
        with expect_revert("AccessManagerNotScheduled"):
            system.execute(target, call, proposer)


def test_the_proposer_and_administrators_cancel_too(system: System, probe: Contract) -> None:
    loosen = probe.raiseLimit.encode(PROBE_LIMIT + 1)
    configurator = system.members[Role.CONFIGURATOR]
    for canceller in (configurator, system.admin):
        system.schedule(probe, loosen, configurator)
        system.manager.cancel(configurator, probe, loosen, sender=canceller)
    system.chain.advance(LOOSENING_DELAY)
    with expect_revert("AccessManagerNotScheduled"):
        system.execute(probe, loosen, configurator)


def test_acc_06_a_guardian_cannot_stop_its_own_removal(system: System) -> None:
    removal = system.manager.revokeRole.encode(Role.GUARDIAN, system.guardian)
    system.schedule(system.manager, removal, system.admin)
    second = system.chain.actor("second_guardian")
    for canceller in (system.guardian, second):
        with expect_revert("AccessManagerUnauthorizedCancel"):
            system.manager.cancel(system.admin, system.manager, removal, sender=canceller)
    system.chain.advance(UPGRADE_DELAY)
    system.execute(system.manager, removal, system.admin)
    assert system.manager.hasRole(Role.GUARDIAN, system.guardian) == (False, 0)


def test_acc_06_not_even_as_the_configured_guardian_of_that_function(system: System) -> None:
    selector = system.manager.revokeRole.selector
    system.administer("setTargetFunctionRole", system.manager, [selector], Role.UPGRADER)
    system.administer("setRoleGuardian", Role.UPGRADER, Role.GUARDIAN)
    removal = system.manager.revokeRole.encode(Role.GUARDIAN, system.guardian)
    system.schedule(system.manager, removal, system.admin)
    with expect_revert("AccessManagerUnauthorizedCancel"):
        system.manager.cancel(system.admin, system.manager, removal, sender=system.guardian)


def test_administrators_can_withdraw_a_guardians_removal(system: System) -> None:
    removal = system.manager.revokeRole.encode(Role.GUARDIAN, system.guardian)
    system.schedule(system.manager, removal, system.admin)
    system.manager.cancel(system.admin, system.manager, removal, sender=system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerNotScheduled"):
        system.execute(system.manager, removal, system.admin)


def test_acc_06_a_guardian_executes_nothing_but_expulsions(system: System, probe: Contract) -> None:
    _, data = upgrade_call(system, probe)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.execute(probe, data, system.guardian)
    system.manager.expel(Role.UPGRADER, system.upgrader, sender=system.guardian)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(probe, data, system.upgrader)
    for role, account in ((Role.ADMIN, system.admin), (Role.GUARDIAN, system.guardian)):
        with expect_revert("CannotExpel", roleId=role):
            system.manager.expel(role, account, sender=system.guardian)


def test_expelling_says_who_did_it_and_passes_over_strangers(system: System) -> None:
    receipt = system.manager.expel(Role.OPERATOR, system.stranger, sender=system.guardian)
    assert not receipt.logs
    operator = system.members[Role.OPERATOR]
    receipt = system.manager.expel(Role.OPERATOR, operator, sender=system.guardian)
    expelled = receipt.events.one("MemberExpelled").args
    assert (expelled.roleId, expelled.account, expelled.by) == (
        Role.OPERATOR,
        operator,
        system.guardian,
    )


def test_the_local_profile_has_no_minimum(local_system: System) -> None:
    manager = local_system.manager
    assert manager.profile() == 1
    for role in Role:
        assert manager.minimumDelay(role) == 0
    manager.labelRole(Role.UPGRADER, "UPGRADER", sender=local_system.admin)

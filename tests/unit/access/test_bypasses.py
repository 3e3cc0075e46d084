"""Every way known to get below a minimum delay after set-up, tried and refused."""

import pytest
from eth_utils.abi import function_signature_to_4byte_selector

from quantera.access import ActionClass, Role, class_of
from quantera.access.roles import PUBLIC_ROLE
from quantera.evm import Actor, Contract, expect_revert
from tests.unit.access.system import (
    HOUR,
    LOOSENING_DELAY,
    PROBE_LIMIT,
    SETUP_PERIOD,
    UPGRADE_DELAY,
    System,
    close_setup,
    deploy_proxy,
    implementation_of,
    open_system,
)

NEW_OPERATIONAL_ROLE = 3 << 56 | 77
UPGRADE = "upgradeToAndCall(address,bytes)"


def upgrade_data(system: System, probe: Contract) -> bytes:
    return bytes(probe.upgradeToAndCall.encode(system.chain.deploy("UpgradeableProbeV2"), b""))


def assert_no_upgrade_within_48_hours(system: System, probe: Contract, attacker: Actor) -> None:
    """The attacker can schedule, but executes only after the full delay."""
    data = upgrade_data(system, probe)
    before = implementation_of(system.chain, probe)
    with expect_revert("UpgradeOutsideManager"):
        probe.upgradeToAndCall(before.to_bytes(20, "big"), b"", sender=attacker)
    with expect_revert("AccessManagerNotScheduled"):
        system.execute(probe, data, attacker)
    system.schedule(probe, data, attacker)
    system.chain.advance(UPGRADE_DELAY - 1)
    with expect_revert("AccessManagerNotReady"):
        system.execute(probe, data, attacker)
    assert implementation_of(system.chain, probe) == before
    system.chain.advance(1)
    system.execute(probe, data, attacker)
    assert implementation_of(system.chain, probe) != before


def test_acc_01_granting_without_delay_grants_with_the_minimum(
    system: System, probe: Contract
) -> None:
    attacker = system.chain.actor("attacker")
    system.administer("grantRole", Role.UPGRADER, attacker, 0)
    assert system.manager.hasRole(Role.UPGRADER, attacker) == (True, UPGRADE_DELAY)
    assert_no_upgrade_within_48_hours(system, probe, attacker)


def test_acc_01_granting_again_without_delay_changes_nothing(
    system: System, probe: Contract
) -> None:
    system.administer("grantRole", Role.UPGRADER, system.upgrader, 2 * UPGRADE_DELAY)
    system.administer("grantRole", Role.UPGRADER, system.upgrader, 0)
    access = system.manager.getAccess(Role.UPGRADER, system.upgrader)
    assert access.currentDelay == 2 * UPGRADE_DELAY
    assert access.pendingDelay == UPGRADE_DELAY
    system.chain.set_timestamp(access.effect)
    assert system.manager.hasRole(Role.UPGRADER, system.upgrader) == (True, UPGRADE_DELAY)
    assert_no_upgrade_within_48_hours(system, probe, system.upgrader)


def test_acc_01_revoking_and_granting_anew_changes_nothing(system: System, probe: Contract) -> None:
    revoke = system.manager.revokeRole.encode(Role.UPGRADER, system.upgrader)
    grant = system.manager.grantRole.encode(Role.UPGRADER, system.upgrader, 0)
    system.schedule(system.manager, revoke, system.admin)
    system.schedule(system.manager, grant, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    system.execute(system.manager, revoke, system.admin)
    system.execute(system.manager, grant, system.admin)
    assert_no_upgrade_within_48_hours(system, probe, system.upgrader)


def test_acc_01_the_deployer_that_kept_its_role_waits_too(setting_up: System) -> None:
    probe = deploy_proxy(setting_up.chain, "UpgradeableProbe", setting_up.manager, PROBE_LIMIT)
    setting_up.manager.completeSetup(sender=setting_up.deployer)
    assert setting_up.manager.hasRole(Role.ADMIN, setting_up.deployer) == (True, UPGRADE_DELAY)
    with expect_revert("AccessManagerNotScheduled"):
        setting_up.manager.grantRole(
            Role.UPGRADER, setting_up.deployer, 0, sender=setting_up.deployer
        )
    # Nobody mapped the function, so it is an administrator's, who waits as long.
    assert_no_upgrade_within_48_hours(setting_up, probe, setting_up.deployer)


@pytest.mark.parametrize(
    "arguments",
    [
        ("labelRole", Role.UPGRADER, "x"),
        ("grantRole", Role.OPERATOR, "stranger", 0),
        ("revokeRole", Role.OPERATOR, "operator"),
        ("setRoleAdmin", Role.OPERATOR, Role.OPERATOR),
        ("setRoleGuardian", Role.OPERATOR, Role.OPERATOR),
        ("setGrantDelay", Role.OPERATOR, 1),
        ("setTargetFunctionRole", "probe", [bytes(4)], Role.OPERATOR),
        ("setTargetAdminDelay", "probe", 1),
        ("setTargetClosed", "probe", True),
    ],
    ids=lambda arguments: arguments[0],
)
def test_acc_01_everything_an_administrator_does_waits_48_hours(
    system: System, probe: Contract, arguments: tuple[object, ...]
) -> None:
    function, *rest = arguments
    known = {"probe": probe, "stranger": system.stranger, "operator": system.members[Role.OPERATOR]}
    values = [known.get(value, value) if isinstance(value, str) else value for value in rest]
    call = system.manager.function(str(function))
    with expect_revert("AccessManagerNotScheduled"):
        call(*values, sender=system.admin)
    data = call.encode(*values)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(
            system.manager, data, system.admin, system.chain.timestamp + UPGRADE_DELAY - 1
        )
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY - 1)
    with expect_revert("AccessManagerNotReady"):
        call(*values, sender=system.admin)
    system.chain.advance(1)
    call(*values, sender=system.admin)


@pytest.mark.parametrize(
    "role",
    [Role.CONFIGURATOR, Role.PAUSER, Role.OPERATOR, NEW_OPERATIONAL_ROLE],
    ids=["loosening", "tightening", "operational", "operational, made up"],
)
def test_acc_03_an_upgrade_function_takes_no_looser_role(
    system: System, probe: Contract, role: int
) -> None:
    data = system.manager.setTargetFunctionRole.encode(
        probe, [probe.upgradeToAndCall.selector], role
    )
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert(
        "ClassTooLoose",
        target=probe.address,
        selector=probe.upgradeToAndCall.selector,
        required=ActionClass.UPGRADE,
        offered=class_of(role),
    ):
        system.execute(system.manager, data, system.admin)


def test_acc_03_not_even_during_set_up_nor_in_the_local_profile(
    setting_up: System, local_system: System
) -> None:
    for opened, sender in (
        (setting_up, setting_up.deployer),
        (local_system, local_system.admin),
    ):
        # upgradeToAndCall, and upgradeTo of older UUPS contracts
        for selector in (bytes.fromhex("4f1ef286"), bytes.fromhex("3659cfe6")):
            with expect_revert("ClassTooLoose", required=ActionClass.UPGRADE):
                opened.manager.setTargetFunctionRole(
                    opened.stranger, [selector], Role.CONFIGURATOR, sender=sender
                )


@pytest.mark.parametrize(
    "signature", ["unpauseGroups(uint64)", "grantLocalRole(uint8,address)", "addAgent(address)"]
)
def test_acc_03_what_always_loosens_takes_no_looser_role(
    setting_up: System, signature: str
) -> None:
    manager, target = setting_up.manager, setting_up.stranger
    selector = function_signature_to_4byte_selector(signature)
    with expect_revert("ClassTooLoose", required=ActionClass.LOOSENING):
        manager.setTargetFunctionRole(target, [selector], Role.OPERATOR, sender=setting_up.deployer)
    for role in (Role.AGENT_ADMIN, Role.UPGRADER):
        manager.setTargetFunctionRole(target, [selector], role, sender=setting_up.deployer)


@pytest.mark.parametrize("role", [Role.RISK_OFFICER, Role.OPERATOR], ids=lambda role: role.name)
def test_acc_03_a_loosening_function_stays_one(system: System, probe: Contract, role: Role) -> None:
    selector = probe.raiseLimit.selector
    remap = system.manager.setTargetFunctionRole.encode(probe, [selector], role)
    system.schedule(system.manager, remap, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("ClassTooLoose", required=ActionClass.LOOSENING):
        system.execute(system.manager, remap, system.admin)
    system.administer("setTargetFunctionRole", probe, [selector], Role.TREASURER)
    assert system.manager.classOfFunction(probe, selector) == ActionClass.LOOSENING


def test_acc_03_a_function_raised_to_the_upgrade_class_never_comes_back(
    system: System, probe: Contract
) -> None:
    selector = probe.raiseLimit.selector
    raised = system.administer("setTargetFunctionRole", probe, [selector], Role.UPGRADER)
    classified = raised.events.one("FunctionClassified").args
    assert (classified.target, classified.selector) == (probe.address, selector)
    assert classified.class_ == ActionClass.UPGRADE
    back = system.manager.setTargetFunctionRole.encode(probe, [selector], Role.CONFIGURATOR)
    system.schedule(system.manager, back, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("ClassTooLoose", required=ActionClass.UPGRADE):
        system.execute(system.manager, back, system.admin)


def test_acc_03_remapping_takes_48_hours_and_then_the_other_roles_own_delay(
    system: System, probe: Contract
) -> None:
    selector = probe.upgradeToAndCall.selector
    system.administer("setTargetFunctionRole", probe, [selector], Role.ADMIN)
    assert_no_upgrade_within_48_hours(system, probe, system.admin)


def test_acc_03_what_was_scheduled_under_a_shorter_delay_is_void_under_a_longer_one(
    system: System, probe: Contract
) -> None:
    selector = probe.setCompanion.selector
    hasty = system.chain.actor("hasty")
    system.administer("grantRole", Role.OPERATOR, hasty, HOUR)
    system.administer("grantRole", Role.CONFIGURATOR, hasty, 0)
    raise_class = system.manager.setTargetFunctionRole.encode(probe, [selector], Role.CONFIGURATOR)
    system.schedule(system.manager, raise_class, system.admin)
    system.chain.advance(UPGRADE_DELAY - HOUR)
    data = probe.setCompanion.encode(5)
    system.schedule(probe, data, hasty)
    system.chain.advance(HOUR)
    with system.chain.rollback():
        system.execute(probe, data, hasty)
    system.execute(system.manager, raise_class, system.admin)
    for attempt in (
        lambda: system.execute(probe, data, hasty),
        lambda: probe.setCompanion(5, sender=hasty),
    ):
        with expect_revert("AccessManagerNotScheduled"):
            attempt()
    system.schedule(probe, data, hasty)
    system.chain.advance(LOOSENING_DELAY)
    system.execute(probe, data, hasty)


def test_acc_03_the_same_holds_when_a_roles_administration_becomes_stricter(
    system: System,
) -> None:
    system.administer("setRoleAdmin", Role.OPERATOR, Role.RISK_OFFICER)
    hasty = system.chain.actor("hasty")
    system.administer("grantRole", Role.RISK_OFFICER, hasty, HOUR)
    system.administer("grantRole", Role.ADMIN, hasty, 0)
    back = system.manager.setRoleAdmin.encode(Role.OPERATOR, Role.ADMIN)
    system.schedule(system.manager, back, system.admin)
    system.chain.advance(UPGRADE_DELAY - HOUR)
    grant = system.manager.grantRole.encode(Role.OPERATOR, system.stranger, 0)
    system.schedule(system.manager, grant, hasty)
    system.chain.advance(HOUR)
    system.execute(system.manager, back, system.admin)
    for attempt in (
        lambda: system.execute(system.manager, grant, hasty),
        lambda: system.manager.grantRole(Role.OPERATOR, system.stranger, 0, sender=hasty),
    ):
        with expect_revert("AccessManagerNotScheduled"):
            attempt()


def test_acc_08_nothing_is_ever_the_public_roles(system: System, probe: Contract) -> None:
    for call in (
        system.manager.setTargetFunctionRole.encode(
            probe, [probe.countRestricted.selector], PUBLIC_ROLE
        ),
        system.manager.setRoleAdmin.encode(Role.OPERATOR, PUBLIC_ROLE),
        system.manager.setRoleGuardian.encode(Role.OPERATOR, PUBLIC_ROLE),
    ):
        system.schedule(system.manager, call, system.admin)
        system.chain.advance(UPGRADE_DELAY)
        with expect_revert("PublicRoleRefused"):
            system.execute(system.manager, call, system.admin)


@pytest.mark.parametrize(
    ("role", "looser"),
    [
        (Role.UPGRADER, Role.CONFIGURATOR),
        (Role.UPGRADER, Role.OPERATOR),
        (Role.CONFIGURATOR, Role.RISK_OFFICER),
        (Role.UNPAUSER, NEW_OPERATIONAL_ROLE),
    ],
)
def test_a_roles_administrator_is_at_least_as_strict_as_the_role(
    system: System, role: int, looser: int
) -> None:
    data = system.manager.setRoleAdmin.encode(role, looser)
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("RoleAdminTooLoose", roleId=role, admin=looser):
        system.execute(system.manager, data, system.admin)


def test_guardians_are_named_by_administrators_alone(system: System) -> None:
    data = system.manager.setRoleAdmin.encode(Role.GUARDIAN, Role.OPERATOR)
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerLockedRole", roleId=Role.GUARDIAN):
        system.execute(system.manager, data, system.admin)


def test_acc_05_after_set_up_no_contract_is_handed_to_another_manager(
    system: System, probe: Contract
) -> None:
    lenient = system.chain.deploy("LenientManagerProbe")
    data = system.manager.updateAuthority.encode(probe, lenient)
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    for attempt in (
        lambda: system.execute(system.manager, data, system.admin),
        lambda: system.manager.updateAuthority(probe, lenient, sender=system.admin),
    ):
        with expect_revert("AuthorityLocked", target=probe.address, newAuthority=lenient.address):
            attempt()
    direct = probe.setAuthority.encode(lenient)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(probe, direct, system.admin)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.execute(probe, direct, system.admin)
    with expect_revert("AccessManagedUnauthorized"):
        probe.setAuthority(lenient, sender=system.admin)
    assert probe.authority() == system.manager.address


def test_acc_05_the_mapping_of_set_authority_is_locked(system: System, probe: Contract) -> None:
    selector = probe.setAuthority.selector
    data = system.manager.setTargetFunctionRole.encode(probe, [selector], Role.UPGRADER)
    system.schedule(system.manager, data, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerLockedFunction", selector=selector):
        system.execute(system.manager, data, system.admin)


def test_closing_a_target_neither_unpauses_nor_shortens_anything(
    system: System, probe: Contract
) -> None:
    probe.pauseGroups(1, sender=system.members[Role.PAUSER])
    data = upgrade_data(system, probe)
    system.administer("setTargetClosed", probe, True)
    with expect_revert("GroupPaused"):
        probe.work(sender=system.stranger)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(probe, data, system.upgrader)
    system.administer("setTargetClosed", probe, False)
    assert probe.pausedGroups() == 1
    assert_no_upgrade_within_48_hours(system, probe, system.upgrader)


def test_a_closed_manager_can_still_be_administered_and_not_sooner(system: System) -> None:
    system.administer("setTargetClosed", system.manager, True)
    system.administer("grantRole", Role.OPERATOR, system.stranger, 0)
    assert system.manager.hasRole(Role.OPERATOR, system.stranger) == (True, 0)


def test_admin_and_grant_delays_only_add(system: System, probe: Contract) -> None:
    system.administer("setTargetAdminDelay", probe, 3 * UPGRADE_DELAY)
    system.administer("setTargetAdminDelay", probe, 0)
    system.administer("setGrantDelay", Role.UPGRADER, 0)
    system.chain.advance(SETUP_PERIOD)
    assert system.manager.getTargetAdminDelay(probe) == 0
    selector = probe.countRestricted.selector
    data = system.manager.setTargetFunctionRole.encode(probe, [selector], Role.UPGRADER)
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.schedule(
            system.manager, data, system.admin, system.chain.timestamp + UPGRADE_DELAY - 1
        )


def test_a_multicall_is_no_way_around(system: System, probe: Contract) -> None:
    attacker = system.admin
    grant = system.manager.grantRole.encode(Role.UPGRADER, attacker, 0)
    upgrade = system.manager.execute.encode(probe, upgrade_data(system, probe))
    with expect_revert("AccessManagerNotScheduled"):
        system.manager.multicall([grant, upgrade], sender=attacker)
    # Scheduled as one call, the manager would make the inner calls itself: it permits itself only
    # the very function being executed.
    nested = system.manager.multicall.encode([grant])
    system.schedule(system.manager, nested, attacker)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerUnauthorizedAccount"):
        system.execute(system.manager, nested, attacker)


def test_the_manager_does_not_execute_on_its_own_behalf(system: System, probe: Contract) -> None:
    inner = system.manager.execute.encode(probe, upgrade_data(system, probe))
    system.schedule(system.manager, inner, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerUnauthorizedCall", caller=system.manager.address):
        system.execute(system.manager, inner, system.admin)


def test_acc_07_the_last_administrator_stays(system: System) -> None:
    assert system.manager.memberCount(Role.ADMIN) == 1
    with expect_revert("LastAdministrator", account=system.admin):
        system.manager.renounceRole(Role.ADMIN, system.admin, sender=system.admin)
    removal = system.manager.revokeRole.encode(Role.ADMIN, system.admin)
    system.schedule(system.manager, removal, system.admin)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("LastAdministrator"):
        system.execute(system.manager, removal, system.admin)
    system.administer("grantRole", Role.ADMIN, system.stranger, 0)
    system.manager.renounceRole(Role.ADMIN, system.admin, sender=system.admin)
    assert system.manager.memberCount(Role.ADMIN) == 1


def test_unknown_role_ids_count_as_the_strictest_class(system: System, probe: Contract) -> None:
    for role in (2**64 - 2, 4 << 56, 200 << 56 | 5, 1000):
        assert system.manager.classOfRole(role) == ActionClass.UPGRADE == class_of(role)
        assert system.manager.minimumDelay(role) == UPGRADE_DELAY
    assert system.manager.hasRole(PUBLIC_ROLE, system.stranger) == (True, 0)


def test_a_function_nobody_mapped_is_the_administrators(system: System, probe: Contract) -> None:
    fresh = deploy_proxy(system.chain, "UpgradeableProbe", system.manager, PROBE_LIMIT)
    assert system.manager.classOfFunction(fresh, fresh.pauseGroups.selector) == ActionClass.UPGRADE
    with expect_revert("AccessManagedUnauthorized"):
        fresh.pauseGroups(1, sender=system.members[Role.PAUSER])
    with expect_revert("AccessManagerNotScheduled"):
        fresh.pauseGroups(1, sender=system.admin)
    system.after(UPGRADE_DELAY, fresh, fresh.pauseGroups.encode(1), system.admin)
    assert fresh.pausedGroups() == 1


def test_two_managers_do_not_help_each_other(system: System, probe: Contract) -> None:
    """An operation is consumed by its target alone, and executed by the manager that knows it."""
    other = open_system(system.chain)
    close_setup(other)
    data = upgrade_data(system, probe)
    system.schedule(probe, data, system.upgrader)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("AccessManagerUnauthorizedCall"):
        other.execute(probe, data, system.stranger)
    foreign = deploy_proxy(system.chain, "UpgradeableProbe", other.manager, PROBE_LIMIT)
    with expect_revert("AccessManagerUnauthorizedConsume", target=foreign.address):
        system.manager.consumeScheduledOp(system.upgrader, data, sender=foreign)

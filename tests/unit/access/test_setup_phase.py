"""The set-up phase: everything at once, then never again."""

import pytest

from quantera.access import LocalRole, Profile, Role
from quantera.evm import MemoryChain, expect_revert
from tests.unit.access.system import (
    PROBE_LIMIT,
    SETUP_PERIOD,
    UPGRADE_DELAY,
    System,
    add_probe,
    close_setup,
    deploy_proxy,
    open_system,
)


def test_during_set_up_the_deployer_wires_and_upgrades_at_once(setting_up: System) -> None:
    probe = add_probe(setting_up)
    data = probe.upgradeToAndCall.encode(setting_up.chain.deploy("UpgradeableProbeV2"), b"")
    setting_up.execute(probe, data, setting_up.upgrader)
    assert setting_up.chain.at(probe, "UpgradeableProbeV2").version() == "2"
    assert probe.hasLocalRole(LocalRole.AGENT, setting_up.locals[LocalRole.AGENT])
    assert not setting_up.manager.isSetupComplete()
    assert setting_up.manager.minimumDelay(Role.ADMIN) == 0


def test_a_mistaken_mapping_can_be_corrected_until_set_up_ends(setting_up: System) -> None:
    manager, deployer = setting_up.manager, setting_up.deployer
    probe = deploy_proxy(setting_up.chain, "UpgradeableProbe", manager, PROBE_LIMIT)
    selector = probe.countRestricted.selector
    manager.setTargetFunctionRole(probe, [selector], Role.UPGRADER, sender=deployer)
    manager.setTargetFunctionRole(probe, [selector], Role.OPERATOR, sender=deployer)
    probe.countRestricted(sender=setting_up.members[Role.OPERATOR])


def test_during_set_up_a_contract_can_be_handed_over(setting_up: System) -> None:
    probe = add_probe(setting_up)
    other = open_system(setting_up.chain)
    setting_up.manager.updateAuthority(probe, other.manager, sender=setting_up.deployer)
    assert probe.authority() == other.manager.address


def test_acc_04_completion_is_said_once(setting_up: System) -> None:
    done = setting_up.manager.completeSetup(sender=setting_up.deployer)
    assert done.events.one("SetupCompleted").args.by == setting_up.deployer
    now = setting_up.chain.timestamp
    assert setting_up.manager.setupEnd() == now
    assert setting_up.manager.isSetupComplete()
    assert setting_up.manager.hasRole(Role.ADMIN, setting_up.deployer) == (True, UPGRADE_DELAY)
    again = setting_up.manager.completeSetup.encode()
    setting_up.schedule(setting_up.manager, again, setting_up.deployer)
    setting_up.chain.advance(UPGRADE_DELAY)
    with expect_revert("SetupAlreadyComplete", since=now):
        setting_up.execute(setting_up.manager, again, setting_up.deployer)
    assert setting_up.manager.setupEnd() == now


def test_acc_04_only_an_administrator_completes(setting_up: System) -> None:
    for account in setting_up.everybody:
        if account in {setting_up.deployer, setting_up.admin}:
            continue
        with expect_revert("AccessManagerUnauthorizedAccount", msgsender=account):
            setting_up.manager.completeSetup(sender=account)


def test_acc_04_set_up_ends_by_itself(setting_up: System) -> None:
    probe = add_probe(setting_up)
    data = probe.upgradeToAndCall.encode(setting_up.chain.deploy("UpgradeableProbeV2"), b"")
    setting_up.chain.set_timestamp(setting_up.manager.setupEnd() - 1)
    with setting_up.chain.rollback():
        setting_up.execute(probe, data, setting_up.upgrader)
    setting_up.chain.advance(1)
    assert setting_up.manager.isSetupComplete()
    with expect_revert("AccessManagerNotScheduled"):
        setting_up.execute(probe, data, setting_up.upgrader)
    with expect_revert("AccessManagerNotScheduled"):
        setting_up.manager.grantRole(
            Role.UPGRADER, setting_up.stranger, 0, sender=setting_up.deployer
        )


def test_acc_04_the_set_up_period_is_bounded(chain: MemoryChain) -> None:
    opened = open_system(chain)
    assert opened.manager.SETUP_PERIOD() == SETUP_PERIOD
    deployment = opened.manager.deployment
    assert deployment is not None
    assert opened.manager.setupEnd() == deployment.timestamp + SETUP_PERIOD


@pytest.mark.parametrize("profile", Profile, ids=lambda profile: profile.name)
def test_acc_04_nothing_scheduled_before_the_end_survives_it(
    chain: MemoryChain, profile: Profile
) -> None:
    opened = open_system(chain, profile)
    patient = chain.actor("patient")
    opened.manager.grantRole(Role.UPGRADER, patient, 1, sender=opened.deployer)
    probe = add_probe(opened)
    data = probe.upgradeToAndCall.encode(chain.deploy("UpgradeableProbeV2"), b"")
    with expect_revert("SetupNotComplete", until=opened.manager.setupEnd()):
        opened.schedule(probe, data, patient)
    close_setup(opened)
    opened.schedule(probe, data, patient)


def test_acc_06_set_up_cannot_end_without_a_guardian(chain: MemoryChain) -> None:
    deployer = chain.actor("deployer")
    manager = chain.deploy("QuanteraAccessManager", deployer, Profile.PRODUCTION, sender=deployer)
    with expect_revert("GuardianMissing"):
        manager.completeSetup(sender=deployer)
    manager.grantRole(Role.GUARDIAN, chain.actor("guardian"), 0, sender=deployer)
    manager.completeSetup(sender=deployer)


def test_the_deployer_keeps_nothing_after_the_hand_over(system: System) -> None:
    for role in Role:
        assert system.manager.hasRole(role, system.deployer) == (False, 0)


def test_the_profile_can_be_read_and_a_third_does_not_exist(chain: MemoryChain) -> None:
    deployer = chain.actor("deployer")
    for profile in Profile:
        made = chain.deploy("QuanteraAccessManager", deployer, profile, sender=deployer)
        assert made.profile() == profile
    with expect_revert():
        chain.deploy("QuanteraAccessManager", deployer, 2, sender=deployer)


def test_a_manager_needs_an_administrator(chain: MemoryChain) -> None:
    with expect_revert("AccessManagerInvalidInitialAdmin"):
        chain.deploy("QuanteraAccessManager", "0x" + "00" * 20, Profile.PRODUCTION)

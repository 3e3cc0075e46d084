"""Initialisation, implementations, and what a proxy can be upgraded to and by whom."""

from collections.abc import Callable

import pytest

from quantera.access import LocalRole, Role
from quantera.evm import ZERO_ADDRESS, Contract, MemoryChain, expect_revert
from tests.unit.access.system import (
    IMPLEMENTATION_SLOT,
    PROBE,
    PROBE_LIMIT,
    UPGRADE_DELAY,
    System,
    deploy_proxy,
    implementation_of,
)

SECOND = "UpgradeableProbeV2"


def bare_implementation(system: System, probe: Contract) -> Contract:
    address = implementation_of(system.chain, probe).to_bytes(20, "big")
    return system.chain.at(address, PROBE)


def test_acc_11_a_proxy_is_initialised_once(system: System, probe: Contract) -> None:
    for account in system.everybody:
        with expect_revert("InvalidInitialization"):
            probe.initialize(system.manager, 1, sender=account)
    assert probe.limit() == PROBE_LIMIT


def test_acc_11_an_implementation_is_never_initialised(system: System, probe: Contract) -> None:
    for implementation in (bare_implementation(system, probe), system.chain.deploy(PROBE)):
        with expect_revert("InvalidInitialization"):
            implementation.initialize(system.manager, 1, sender=system.deployer)


def test_acc_11_a_proxy_is_never_without_its_initialisation(chain: MemoryChain) -> None:
    with expect_revert("ERC1967ProxyUninitialized"):
        chain.deploy("ManagedProxy", chain.deploy(PROBE), b"")


def test_acc_11_an_authority_without_code_is_refused(chain: MemoryChain) -> None:
    for nobody in (ZERO_ADDRESS, chain.actor("stranger")):
        with expect_revert("AuthorityWithoutCode", authority=str(nobody)):
            deploy_proxy(chain, PROBE, nobody, PROBE_LIMIT)


def test_acc_12_the_bare_implementation_obeys_nobody(system: System, probe: Contract) -> None:
    implementation = bare_implementation(system, probe)
    assert int(implementation.authority(), 16) == 0
    calls: tuple[Callable[..., object], ...] = (
        lambda sender: implementation.pauseGroups(1, sender=sender),
        lambda sender: implementation.unpauseGroups(1, sender=sender),
        lambda sender: implementation.grantLocalRole(0, system.stranger, sender=sender),
        lambda sender: implementation.revokeLocalRole(0, system.stranger, sender=sender),
        lambda sender: implementation.raiseLimit(7, sender=sender),
        lambda sender: implementation.setAuthority(system.manager, sender=sender),
    )
    for account in (*system.everybody, system.manager):
        for call in calls:
            with expect_revert("AccessManagedUnauthorized"):
                call(account)
        with expect_revert("LocalRoleMissing"):
            implementation.countLocally(sender=account)
        with expect_revert("UUPSUnauthorizedCallContext"):
            implementation.upgradeToAndCall(implementation, b"", sender=account)


def test_acc_10_only_the_managers_own_call_upgrades(system: System, probe: Contract) -> None:
    """Not even an upgrader whose operation is ready may call the proxy itself."""
    second = system.chain.deploy(SECOND)
    data = probe.upgradeToAndCall.encode(second, b"")
    system.schedule(probe, data, system.upgrader)
    system.chain.advance(UPGRADE_DELAY)
    for account in system.everybody:
        with expect_revert("UpgradeOutsideManager", caller=account):
            probe.upgradeToAndCall(second, b"", sender=account)
    system.execute(probe, data, system.upgrader)


def test_acc_10_even_where_the_manager_would_permit_anything(chain: MemoryChain) -> None:
    lenient = chain.deploy("LenientManagerProbe")
    probe = deploy_proxy(chain, PROBE, lenient, PROBE_LIMIT)
    second = chain.deploy(SECOND)
    probe.raiseLimit(PROBE_LIMIT + 1, sender=chain.actor("stranger"))
    with expect_revert("UpgradeOutsideManager"):
        probe.upgradeToAndCall(second, b"", sender=chain.actor("stranger"))
    lenient.forward(
        probe, probe.upgradeToAndCall.encode(second, b""), sender=chain.actor("stranger")
    )
    assert chain.at(probe, SECOND).version() == "2"


def test_acc_10_the_managers_call_must_be_the_one_it_executes(
    system: System, probe: Contract
) -> None:
    """The manager as sender is not enough: it confirms only what it is executing."""
    second = system.chain.deploy(SECOND)
    with expect_revert("AccessManagedUnauthorized", caller=system.manager.address):
        probe.upgradeToAndCall(second, b"", sender=system.manager)


def test_an_upgrade_migrates_once_in_the_same_transaction(system: System, probe: Contract) -> None:
    second = system.chain.deploy(SECOND)
    migration = second.migrate.encode(7)
    data = probe.upgradeToAndCall.encode(second, migration)
    probe.work(sender=system.stranger)
    receipt = system.after(UPGRADE_DELAY, probe, data, system.upgrader)
    assert receipt.events.one("Upgraded").args.implementation == second.address
    assert receipt.events.one("Migrated").args.limit == 7
    upgraded = system.chain.at(probe, SECOND)
    assert (upgraded.version(), upgraded.limit(), upgraded.counter()) == ("2", 7, 1)
    for account in system.everybody:
        with expect_revert("InvalidInitialization"):
            upgraded.migrate(8, sender=account)
        with expect_revert("InvalidInitialization"):
            upgraded.initialize(system.manager, 8, sender=account)
    with expect_revert("InvalidInitialization"):
        second.migrate(8, sender=system.stranger)


def test_an_upgrade_keeps_pauses_roles_and_authority(system: System, probe: Contract) -> None:
    probe.pauseGroups(1 << 63, sender=system.members[Role.PAUSER])
    data = probe.upgradeToAndCall.encode(system.chain.deploy(SECOND), b"")
    system.after(UPGRADE_DELAY, probe, data, system.upgrader)
    assert probe.authority() == system.manager.address
    assert probe.pausedGroups() == 1 << 63
    assert probe.hasLocalRole(LocalRole.KEEPER, system.locals[LocalRole.KEEPER])
    assert probe.limit() == PROBE_LIMIT


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("PlainProbe", "ERC1967InvalidImplementation"),
        ("ForeignUuidProbe", "UUPSUnsupportedProxiableUUID"),
    ],
)
def test_an_upgrade_to_what_is_not_uups_is_refused(
    system: System, probe: Contract, target: str, error: str
) -> None:
    before = implementation_of(system.chain, probe)
    data = probe.upgradeToAndCall.encode(system.chain.deploy(target), b"")
    system.schedule(probe, data, system.upgrader)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert(error):
        system.execute(probe, data, system.upgrader)
    assert implementation_of(system.chain, probe) == before


def test_an_upgrade_to_a_proxy_or_to_nothing_is_refused(system: System, probe: Contract) -> None:
    other = deploy_proxy(system.chain, PROBE, system.manager, PROBE_LIMIT)
    before = implementation_of(system.chain, probe)
    for target in (other.address, system.stranger):
        data = probe.upgradeToAndCall.encode(target, b"")
        system.schedule(probe, data, system.upgrader)
        system.chain.advance(UPGRADE_DELAY)
        with expect_revert():
            system.execute(probe, data, system.upgrader)
    assert implementation_of(system.chain, probe) == before


def test_a_failing_migration_undoes_the_upgrade(system: System, probe: Contract) -> None:
    second = system.chain.deploy(SECOND)
    data = probe.upgradeToAndCall.encode(second, second.initialize.encode(system.manager, 1))
    before = implementation_of(system.chain, probe)
    system.schedule(probe, data, system.upgrader)
    system.chain.advance(UPGRADE_DELAY)
    with expect_revert("InvalidInitialization"):
        system.execute(probe, data, system.upgrader)
    assert implementation_of(system.chain, probe) == before
    # The schedule was undone with it and still stands.
    operation = system.manager.hashOperation(system.upgrader, probe, data)
    assert system.manager.getSchedule(operation) != 0


def test_the_implementation_stands_in_the_slot_of_erc_1967(system: System, probe: Contract) -> None:
    implementation = bare_implementation(system, probe)
    assert int.from_bytes(implementation.proxiableUUID(), "big") == IMPLEMENTATION_SLOT
    with expect_revert("UUPSUnauthorizedCallContext"):
        probe.proxiableUUID()

"""Pausing per function group."""

import pytest

from quantera.access import Role
from quantera.evm import Contract, expect_revert
from tests.unit.access.system import LOOSENING_DELAY, System

WORK, EXIT = 1 << 0, 1 << 63
EVERYTHING = 2**64 - 1


def test_acc_20_a_paused_group_stops_its_functions_alone(system: System, probe: Contract) -> None:
    receipt = probe.pauseGroups(WORK, sender=system.members[Role.PAUSER])
    paused = receipt.events.one("GroupsPaused").args
    assert (paused.groups, paused.pausedNow, paused.by) == (
        WORK,
        WORK,
        system.members[Role.PAUSER],
    )
    with expect_revert("GroupPaused", paused=WORK):
        probe.work(sender=system.stranger)
    probe.exit(sender=system.stranger)


@pytest.mark.parametrize("group", [WORK, EXIT], ids=["lowest", "highest"])
def test_acc_20_a_group_stays_paused_until_it_is_unpaused(
    system: System, probe: Contract, group: int
) -> None:
    probe.pauseGroups(EVERYTHING, sender=system.members[Role.PAUSER])
    unpauser = system.members[Role.UNPAUSER]
    receipt = system.after(LOOSENING_DELAY, probe, probe.unpauseGroups.encode(group), unpauser)
    unpaused = receipt.events.one("GroupsUnpaused").args
    assert (unpaused.groups, unpaused.pausedNow) == (group, EVERYTHING & ~group)
    # The manager makes the call for whoever scheduled it.
    assert unpaused.by == system.manager.address
    open_function, closed_function = (
        (probe.work, probe.exit) if group == WORK else (probe.exit, probe.work)
    )
    open_function(sender=system.stranger)
    with expect_revert("GroupPaused"):
        closed_function(sender=system.stranger)


def test_acc_21_pausing_what_is_paused_succeeds(system: System, probe: Contract) -> None:
    pauser = system.members[Role.PAUSER]
    probe.pauseGroups(WORK, sender=pauser)
    receipt = probe.pauseGroups(EVERYTHING, sender=pauser)
    assert receipt.events.one("GroupsPaused").args.pausedNow == EVERYTHING
    probe.pauseGroups(0, sender=pauser)
    assert probe.pausedGroups() == EVERYTHING


def test_only_a_pauser_pauses_and_only_an_unpauser_unpauses(
    system: System, probe: Contract
) -> None:
    for account in system.everybody:
        if account != system.members[Role.PAUSER]:
            with expect_revert():
                probe.pauseGroups(WORK, sender=account)
        with expect_revert():
            probe.unpauseGroups(WORK, sender=account)


def test_pausing_leaves_the_word_it_shares_alone(system: System, probe: Contract) -> None:
    companion = 2**192 - 1
    probe.setCompanion(companion, sender=system.members[Role.OPERATOR])
    assert probe.pausedGroups() == 0
    assert probe.companionWhenActive() == companion
    probe.work(sender=system.stranger)
    probe.pauseGroups(WORK, sender=system.members[Role.PAUSER])
    with expect_revert("GroupPaused", paused=WORK):
        probe.companionWhenActive()
    probe.setCompanion(0, sender=system.members[Role.OPERATOR])
    assert probe.pausedGroups() == WORK

"""What one officer proposes another one executes, after the delay, and anybody entitled stops."""

from dataclasses import dataclass

import pytest

from quantera.access import Profile, Role
from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, Reverted
from tests.unit.access.system import System, close_setup, open_system

DELAY = 3600
WEEK = 7 * 86_400


@dataclass
class Desk:
    """A desk whose operations set a number, and its two officers."""

    system: System
    desk: Contract
    probe: Contract
    first: Actor
    second: Actor

    def call(self, number: int) -> bytes:
        return bytes(self.probe.setNumber.encode(number))

    def propose(self, number: int, by: Actor) -> bytes:
        receipt = self.desk.propose(self.probe, self.call(number), sender=by)
        return bytes(receipt.return_value)

    def wait(self) -> None:
        self.system.chain.advance(DELAY)


@pytest.fixture
def desk(chain: MemoryChain) -> Desk:
    system = open_system(chain, Profile.PRODUCTION)
    made = chain.deploy("DualControl", system.manager)
    probe = chain.deploy("PlainProbe")
    first, second = chain.actors("first officer", "second officer")
    system.manager.grantRole(Role.OPERATOR, made, DELAY, sender=system.deployer)
    for officer in (first, second):
        system.manager.grantRole(Role.COMPLIANCE_OFFICER, officer, 0, sender=system.deployer)
    for target, functions, role in (
        (probe, [probe.setNumber], Role.OPERATOR),
        (made, [made.propose, made.confirm, made.withdraw], Role.COMPLIANCE_OFFICER),
    ):
        selectors = [function.selector for function in functions]
        system.manager.setTargetFunctionRole(target, selectors, role, sender=system.deployer)
    close_setup(system)
    return Desk(system, made, probe, first, second)


def test_two_officers_and_the_delay(desk: Desk) -> None:
    operation = desk.propose(7, desk.first)
    assert desk.desk.proposerOf(operation) == desk.first
    desk.system.chain.advance(DELAY - 2)
    with pytest.raises(Reverted, match="AccessManagerNotReady"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    desk.system.chain.advance(2)
    receipt = desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    assert desk.probe.number() == 7
    (said,) = receipt.events.of(desk.desk)
    assert said.name == "Confirmed"
    assert tuple(said.args.values()) == (operation, 1, desk.first, desk.second)
    assert desk.desk.proposerOf(operation) == ZERO_ADDRESS
    with pytest.raises(Reverted, match="NotProposed"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)


def test_acc_09_the_proposer_cannot_execute(desk: Desk) -> None:
    desk.propose(7, desk.first)
    desk.wait()
    with pytest.raises(Reverted, match="SecondOfficerNeeded"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.first)
    # Neither as itself at the manager, nor as the manager at the desk, on either side.
    with pytest.raises(Reverted, match="AccessManagerUnauthorizedCall"):
        desk.system.manager.execute(desk.probe, desk.call(7), sender=desk.first)
    confirm = desk.desk.confirm.encode(desk.probe, desk.call(7))
    with pytest.raises(Reverted, match="OfficerConcealed"):
        desk.system.manager.execute(desk.desk, confirm, sender=desk.first)
    propose = desk.desk.propose.encode(desk.probe, desk.call(8))
    with pytest.raises(Reverted, match="OfficerConcealed"):
        desk.system.manager.execute(desk.desk, propose, sender=desk.first)
    assert desk.probe.number() == 0
    desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    assert desk.probe.number() == 7


def test_another_call_than_the_proposed_one_is_refused(desk: Desk) -> None:
    desk.propose(7, desk.first)
    desk.wait()
    with pytest.raises(Reverted, match="NotProposed"):
        desk.desk.confirm(desk.probe, desk.call(8), sender=desk.second)


@pytest.mark.parametrize("who", ["first", "second"])
def test_either_officer_withdraws(desk: Desk, who: str) -> None:
    operation = desk.propose(7, desk.first)
    officer = getattr(desk, who)
    receipt = desk.desk.withdraw(desk.probe, desk.call(7), sender=officer)
    (said,) = receipt.events.of(desk.desk)
    assert (said.name, *said.args.values()) == ("Withdrawn", operation, 1, desk.first, officer)
    desk.wait()
    with pytest.raises(Reverted, match="NotProposed"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    assert desk.system.manager.getSchedule(operation) == 0


def test_a_guardian_stops_it_and_another_officer_may_propose_it_again(desk: Desk) -> None:
    operation = desk.propose(7, desk.first)
    desk.system.manager.cancel(desk.desk, desk.probe, desk.call(7), sender=desk.system.guardian)
    desk.wait()
    with pytest.raises(Reverted, match="AccessManagerNotScheduled"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    desk.propose(7, desk.second)
    desk.wait()
    with pytest.raises(Reverted, match="SecondOfficerNeeded"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)
    desk.desk.confirm(desk.probe, desk.call(7), sender=desk.first)
    assert desk.probe.number() == 7
    assert desk.desk.proposerOf(operation) == ZERO_ADDRESS


def test_it_expires(desk: Desk) -> None:
    desk.propose(7, desk.first)
    desk.system.chain.advance(DELAY + WEEK + 1)
    with pytest.raises(Reverted, match="AccessManagerExpired"):
        desk.desk.confirm(desk.probe, desk.call(7), sender=desk.second)


def test_a_second_proposal_does_not_take_the_first_ones_place(desk: Desk) -> None:
    operation = desk.propose(7, desk.first)
    with pytest.raises(Reverted, match="AccessManagerAlreadyScheduled"):
        desk.propose(7, desk.second)
    assert desk.desk.proposerOf(operation) == desk.first


def test_a_call_that_fails_stays_proposed(desk: Desk) -> None:
    data = desk.probe.setNumber.selector  # no argument: the call reverts
    operation = desk.desk.propose(desk.probe, data, sender=desk.first).return_value
    desk.wait()
    with pytest.raises(Reverted):
        desk.desk.confirm(desk.probe, data, sender=desk.second)
    assert desk.desk.proposerOf(operation) == desk.first


def test_strangers_and_calls_outside_the_role_are_refused(desk: Desk) -> None:
    with pytest.raises(Reverted, match="AccessManagedUnauthorized"):
        desk.propose(7, desk.system.stranger)
    with pytest.raises(Reverted, match="AccessManagerUnauthorizedCall"):
        desk.desk.propose(desk.system.manager, desk.call(7), sender=desk.first)

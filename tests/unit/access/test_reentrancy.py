"""The transient guard behind a proxy."""

from quantera.evm import Contract, expect_revert
from tests.unit.access.system import System


def test_entering_again_is_refused(system: System, probe: Contract) -> None:
    attacker = system.chain.deploy("HostileReentrant", probe)
    with expect_revert("ReentrancyGuardReentrantCall"):
        attacker.attack(sender=system.stranger)
    assert probe.counter() == 0


def test_the_guard_opens_again_within_and_after_the_transaction(
    system: System, probe: Contract
) -> None:
    caller = system.chain.deploy("HostileReentrant", probe)
    caller.twiceInARow(sender=system.stranger)
    caller.twiceInARow(sender=system.stranger)
    assert probe.counter() == 4

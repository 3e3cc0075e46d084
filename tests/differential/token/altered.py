"""T-REX with faults put in on purpose: what the comparison must find, each in few steps."""

from collections.abc import Callable
from dataclasses import replace

from tests.differential.token.abi_suite import AbiSuite
from tests.differential.token.cast import by
from tests.differential.token.operations import ZERO, Observation, Operation, Outcome
from tests.differential.token.trex_suite import trex_suite
from tests.differential.token.world import TokenUnderTest, World

Alteration = Callable[[AbiSuite, Operation], Outcome]


class AlteredTrex:
    """A second T-REX suite of which some operations are answered otherwise.

    Args:
        world: where to deploy it.
        alteration: answers every operation, mostly by passing it on.
    """

    def __init__(self, world: World, alteration: Alteration) -> None:
        self._suite = trex_suite(world, f"T-REX altered: {alteration.__doc__}")
        self._alteration = alteration
        self.name = self._suite.name
        self.contracts = self._suite.contracts

    def apply(self, operation: Operation) -> Outcome:
        """See `TokenUnderTest.apply`."""
        return self._alteration(self._suite, operation)

    def observe(self) -> Observation:
        """See `TokenUnderTest.observe`."""
        return self._suite.observe()


def altered(alteration: Alteration) -> Callable[[World], TokenUnderTest]:
    """Deploys T-REX with an alteration, as `Arena` wants it."""
    return lambda world: AlteredTrex(world, alteration)


def passed_on(suite: AbiSuite, operation: Operation) -> Outcome:
    """nothing is altered."""
    return suite.apply(operation)


def forgets_the_freeze(suite: AbiSuite, operation: Operation) -> Outcome:
    """recovery does not carry a wallet's freeze over to the new wallet."""
    outcome = suite.apply(operation)
    if operation.function == "recoveryAddress" and outcome.accepted:
        suite.apply(by("agent", "token", "setAddressFrozen", str(operation.arguments[1]), False))
    return outcome


def forgets_the_freeze_and_the_units(suite: AbiSuite, operation: Operation) -> Outcome:
    """recovery carries neither a wallet's freeze nor its frozen units over."""
    outcome = forgets_the_freeze(suite, operation)
    if operation.function == "recoveryAddress" and outcome.accepted:
        frozen = [event for event in outcome.events if event.name == "TokensFrozen"]
        for event in frozen:
            suite.apply(by("agent", "token", "unfreezePartialTokens", *event.arguments))
    return outcome


def trades_while_paused(suite: AbiSuite, operation: Operation) -> Outcome:
    """a pause does not stop transferFrom."""
    if operation.function != "transferFrom":
        return suite.apply(operation)
    lifted = suite.apply(by("agent", "token", "unpause")).accepted
    outcome = suite.apply(operation)
    if lifted:
        suite.apply(by("agent", "token", "pause"))
    return outcome


def keeps_silent(suite: AbiSuite, operation: Operation) -> Outcome:
    """a burn does not tell what it unfreezes."""
    outcome = suite.apply(operation)
    if operation.function != "burn":
        return outcome
    told = tuple(event for event in outcome.events if event.name != "TokensUnfrozen")
    return replace(outcome, events=told)


def refuses_forced_transfers_to_self(suite: AbiSuite, operation: Operation) -> Outcome:
    """a forced transfer from a wallet to itself is refused."""
    arguments = operation.arguments
    if operation.function == "forcedTransfer" and arguments[0] == arguments[1] != ZERO:
        return Outcome(False, reasons=frozenset({"self_transfer"}), refusal="SelfTransfer")
    return suite.apply(operation)


def names_a_wrong_reason(suite: AbiSuite, operation: Operation) -> Outcome:
    """a mint to an unverified wallet is refused as if somebody else's call."""
    outcome = suite.apply(operation)
    if operation.function == "mint" and "recipient_unverified" in outcome.reasons:
        return replace(outcome, reasons=frozenset({"not_agent"}), refusal="NotAgent")
    return outcome

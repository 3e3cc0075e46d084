"""The comparison can fail: altered T-REX suites are told from T-REX, in the fewest steps."""

import pytest
from hypothesis import HealthCheck, Phase, settings

from quantera.evm import MemoryChain
from tests.differential.token.altered import (
    Alteration,
    altered,
    forgets_the_freeze,
    forgets_the_freeze_and_the_units,
    keeps_silent,
    names_a_wrong_reason,
    passed_on,
    refuses_forced_transfers_to_self,
    trades_while_paused,
)
from tests.differential.token.chooser import Chooser, Draw
from tests.differential.token.comparison import Divergence
from tests.differential.token.differences import Aspect, Catalogue, catalogue
from tests.differential.token.directed import DIRECTED
from tests.differential.token.drawing import BY_FUNCTION
from tests.differential.token.machine import Arena, run_directed, run_random
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.operations import Operation

# Only the sequence that is found matters, so it is looked for until it is found.
SEARCH = settings(
    max_examples=400,
    stateful_step_count=40,
    derandomize=True,
    database=None,
    deadline=None,
    report_multiple_bugs=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def found_at_random(alteration: Alteration, function: str) -> Divergence:
    """Find it among random calls of the function that was altered."""

    def drawn(draw: Draw, ledger: Ledger) -> Operation:
        return BY_FUNCTION[function](Chooser(draw, ledger))

    arena = Arena(MemoryChain(), subject_of=altered(alteration), draw=drawn)
    with pytest.raises(Divergence) as caught:
        run_random(arena, SEARCH)
    return caught.value


def found(alteration: Alteration, name: str, accepted: Catalogue | None = None) -> Divergence:
    """Find it in a sequence written by hand, in which chance has no part."""
    arena = Arena(MemoryChain(), subject_of=altered(alteration), catalogue=accepted)
    with pytest.raises(Divergence) as caught:
        run_directed(arena, [sequence for sequence in DIRECTED if sequence.name == name])
    return caught.value


def functions(divergence: Divergence) -> list[str]:
    return [operation.function for operation in divergence.sequence]


def test_nothing_is_found_where_nothing_is_altered() -> None:
    arena = Arena(MemoryChain(), subject_of=altered(passed_on))
    run_directed(arena, [sequence for sequence in DIRECTED if sequence.name != "most registries"])
    run_random(arena, settings(SEARCH, max_examples=5))


def test_a_lost_freeze_is_found_in_two_steps() -> None:
    divergence = found(forgets_the_freeze, "recovery")
    assert functions(divergence) == ["setAddressFrozen", "recoveryAddress"]
    questions = {each.situation.question for each in divergence.discrepancies}
    assert questions == {f"token.isFrozen({divergence.sequence[1].arguments[1]})"}
    assert "1. agent: token.setAddressFrozen(" in str(divergence)


def test_a_trade_under_a_pause_is_found_in_three_steps() -> None:
    divergence = found(trades_while_paused, "transfers")
    assert sorted(functions(divergence)[:-1]) == ["approve", "pause"]
    assert functions(divergence)[-1] == "transferFrom"
    assert [each.aspect for each in divergence.discrepancies] == [Aspect.OUTCOME]


def test_a_missing_event_is_found_in_three_steps() -> None:
    divergence = found(keeps_silent, "supply")
    # All that is free must go before a burn touches what is frozen.
    assert functions(divergence) == ["freezePartialTokens", "burn", "burn"]
    (event,) = divergence.discrepancies
    assert event.aspect is Aspect.EVENTS
    assert event.names == {"TokensUnfrozen"}


def test_an_untrue_reason_is_found_in_one_step() -> None:
    divergence = found_at_random(names_a_wrong_reason, "Token.mint")
    assert functions(divergence) == ["mint"]
    assert [each.aspect for each in divergence.discrepancies] == [Aspect.REASON]


def test_a_catalogued_difference_is_accepted_and_undone() -> None:
    without = found(refuses_forced_transfers_to_self, "forced transfers")
    assert functions(without) == ["forcedTransfer"]

    known = catalogue()
    arena = Arena(
        MemoryChain(), subject_of=altered(refuses_forced_transfers_to_self), catalogue=known
    )
    run_directed(arena, [sequence for sequence in DIRECTED if sequence.name == "forced transfers"])
    run_random(arena, settings(SEARCH, max_examples=10))
    assert known.met["TRX-03 case 1"] > 0
    assert "TRX-03 case 1" not in known.never_met()
    assert "TRX-04 case 1" in known.never_met()


def test_a_catalogued_difference_excuses_nothing_beside_it() -> None:
    # What a recovery tells may differ (TRX-07), what it leaves behind may not.
    divergence = found(forgets_the_freeze_and_the_units, "recovery", catalogue())
    assert functions(divergence)[-1] == "recoveryAddress"
    views = {each.situation.question.partition("(")[0] for each in divergence.discrepancies}
    assert views == {"token.getFrozenTokens", "token.isFrozen"}

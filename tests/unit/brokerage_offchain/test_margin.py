"""Interest, margin states, calls and their clocks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.brokerage.assets import Asset, AssetFlag
from quantera.brokerage.financing import (
    ONE,
    DebtIndex,
    debt_units,
    shares_borrowed,
    shares_repaid,
)
from quantera.brokerage.margin import (
    LiquidationTerms,
    MarginCall,
    MarginState,
    Standstill,
    auction_bonus,
    covers,
    cure_needs,
    state,
)
from quantera.brokerage.rounding import PIPS, YEAR
from quantera.brokerage.valuation import Account, Market, Terms, assess
from tests.unit.brokerage_offchain.strategies import NOW

TERMS = LiquidationTerms()
GRACE = 14_400
indexes = st.integers(ONE, 10**22)


@given(indexes, st.integers(0, 10**6), st.lists(st.integers(0, 10**6), max_size=8))
def test_interest_never_falls_behind_its_rate(index: int, rate: int, steps: list[int]) -> None:
    """INV-09: many steps are never less than one, one never less than simple interest."""
    simple = Fraction(index) * (1 + Fraction(rate * sum(steps), PIPS * YEAR))
    now, word = NOW, DebtIndex(index, rate, NOW)
    for step in steps:
        now += step
        before, word = word.index, word.accrued(10**20, now)
        assert word.index >= before
    whole = DebtIndex(index, rate, NOW).current(now)
    assert word.index >= whole >= simple
    assert word.current(now) == word.index, "nothing accrues within a second"


@given(indexes, st.integers(1, 10**30))
def test_debt_rounds_against_its_owner(index: int, units: int) -> None:
    """INV-07, INV-08: borrowing and paying back the same units leaves no fewer owed."""
    shares = shares_borrowed(units, index)
    assert debt_units(shares, index) >= units
    assert shares - shares_repaid(units, index) in (0, 1)


def _state(collateral: int, debt: int, initial: int = 0, maintenance: int = 0) -> MarginState:
    asset = Asset(low=1, decimals=0, max_age=10**12)
    account = Account({1: collateral}, {1: debt} if debt else {})
    account.extra_initial, account.extra_maintenance = initial, maintenance
    market = Market({1: asset}, {1: DebtIndex(updated_at=NOW)}, NOW)
    return state(assess(account, market), account, market.terms)


@pytest.mark.parametrize(
    ("collateral", "expected"),
    [
        (1_500, MarginState.HEALTHY),
        (1_499, MarginState.RESTRICTED),
        (1_250, MarginState.RESTRICTED),
        (1_249, MarginState.CALLABLE),
        (1_100, MarginState.CALLABLE),
        (1_099, MarginState.LIQUIDATABLE),
        (1_000, MarginState.LIQUIDATABLE),
        (999, MarginState.UNDER_WATER),
    ],
)
def test_ratios_divide_the_states(collateral: int, expected: MarginState) -> None:
    """INV-05: each state begins exactly at its ratio."""
    assert _state(collateral, 1_000) is expected


def test_extra_points_make_states_stricter() -> None:
    assert _state(1_500, 1_000, initial=1) is MarginState.RESTRICTED
    assert _state(1_260, 1_000, maintenance=5) is MarginState.CALLABLE
    assert _state(5, 0) is MarginState.FREE


def test_a_delisted_asset_gives_no_power() -> None:
    """INV-16: it counts for maintenance and not for the initial ratio."""
    asset = Asset(low=1, decimals=0, max_age=10**12, flags=AssetFlag.COLLATERAL)
    account = Account({1: 10_000}, {1: 1_000})
    market = Market({1: asset}, {1: DebtIndex(updated_at=NOW)}, NOW)
    assert state(assess(account, market), account, Terms()) is MarginState.RESTRICTED


@given(st.integers(0, 10**30), st.integers(1, 10**30), st.integers(100, 250))
def test_ratios_are_compared_without_division(adjusted: int, exposure: int, ratio: int) -> None:
    assert covers(adjusted, exposure, ratio) == (Fraction(100 * adjusted, exposure) >= ratio)


def test_a_call_is_issued_once() -> None:
    """T-36: calling again changes nothing; the deadline is the first one's."""
    call = MarginCall().issued(NOW, GRACE, TERMS)
    assert call.deadline == NOW + GRACE
    assert call.issued(NOW + 60, GRACE, TERMS) is call


def test_oscillating_does_not_buy_time() -> None:
    """T-36: called again soon after a cure, the old deadline stays; later, a new one begins."""
    cured = MarginCall().issued(NOW, GRACE, TERMS).cured(NOW + 60)
    assert not cured.is_open
    assert cured.issued(NOW + 120, GRACE, TERMS).deadline == NOW + GRACE
    late = NOW + 60 + TERMS.recall_window
    assert cured.issued(late, GRACE, TERMS).deadline == late + GRACE


def test_a_call_lapses_after_a_week() -> None:
    """Nobody knows whether the account was mended in between: the next call has its own clock."""
    call, clock = MarginCall().issued(NOW, GRACE, TERMS), Standstill()
    week = NOW + GRACE + 7 * 86_400
    assert call.live(week - 1, clock, TERMS) is call
    assert call.live(week, clock, TERMS) == MarginCall()
    auctioned = call.auctioned(week - 1, clock, TERMS)
    assert auctioned.auction_start == NOW + GRACE
    assert not auctioned.live(week, clock, TERMS).is_open


def test_escalation_cuts_the_deadline_short() -> None:
    """T-36: below the liquidation threshold nobody waits."""
    call = MarginCall().issued(NOW, GRACE, TERMS).escalated(NOW + 60)
    assert (call.is_escalated, call.deadline) == (True, NOW + 60)
    assert call.escalated(NOW + 90).deadline == NOW + 60


def test_a_standstill_gives_time_to_react() -> None:
    """T-37: one that ended since the call leaves at least the least time after it."""
    call = MarginCall().issued(NOW, GRACE, TERMS)
    resumed = NOW + GRACE + 7_200
    assert call.ends(Standstill(9_000, resumed), TERMS) == resumed + TERMS.min_reaction
    assert call.ends(Standstill(9_000, NOW - 1), TERMS) == call.deadline


def test_an_auction_stands_still_with_liquidations() -> None:
    """T-19: the bonus does not grow in a standstill, past or present."""
    call = MarginCall(True, False, NOW, NOW + 60, 0, NOW + 100, 500, 0)
    later = NOW + 1_000
    assert call.auctioned_for(later, Standstill(500, 0), TERMS) == 900
    assert call.auctioned_for(later, Standstill(700, NOW + 500), TERMS) == 700
    assert call.auctioned_for(later, Standstill(500, 0, NOW + 400), TERMS) == 300
    unbegun = MarginCall().issued(NOW, GRACE, TERMS)
    assert unbegun.auctioned_for(NOW + GRACE + 50, Standstill(), TERMS) == 50
    assert MarginCall().auctioned_for(NOW, Standstill(), TERMS) == 0


def test_the_bonus_grows_to_its_most() -> None:
    half = TERMS.auction_duration // 2
    found = [auction_bonus(TERMS, second) for second in (0, half, 2 * half, 9 * half)]
    assert found == [100, 300, 500, 500]


def test_a_cure_needs_more_than_maintenance() -> None:
    """T-36: hysteresis, rounded up."""
    assert cure_needs(1_000, 0, TERMS) == 1_260
    assert cure_needs(1, 5, TERMS) == 2

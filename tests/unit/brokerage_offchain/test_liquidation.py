"""Seizures improve or are under water; every unit of a loss is borne by somebody."""

from hypothesis import assume, given
from hypothesis import strategies as st

from quantera.brokerage.liquidation import SeizureTerms, Side, seizure
from quantera.brokerage.rounding import BPS, down, up
from quantera.brokerage.waterfall import Fund, share_out

VALUE = 10**8
sides = st.builds(
    Side,
    units=st.integers(10**9, 10**26),
    price=st.integers(10**5, 10**13),
    one=st.sampled_from([10**6, 10**8, 10**18]),
)


@st.composite
def cases(draw: st.DrawFn) -> SeizureTerms:
    """An account with one collateral and one debt, below its target."""
    debt, collateral = draw(sides), draw(sides)
    weight = draw(st.integers(5_000, BPS))
    adjusted = down(collateral.units * collateral.price * weight, collateral.one * BPS)
    exposure = debt.value_up(debt.units)
    assume(adjusted * BPS < exposure * 13_000 and adjusted > 10**6)
    return SeizureTerms(
        exposure=exposure,
        adjusted=adjusted,
        target_bps=13_500,
        weight_bps=weight,
        bonus_bps=draw(st.integers(100, 500)),
        start_bonus_bps=100,
        fee_bps=draw(st.integers(0, 100)),
        debt=debt,
        collateral=collateral,
        dust=draw(st.sampled_from([0, 1_000 * VALUE])),
    )


@given(cases())
def test_a_liquidation_improves_the_ratio(terms: SeizureTerms) -> None:
    """INV-06: the ratio afterwards is no lower, unless under water or with no collateral left."""
    done = seizure(terms)
    held = terms.collateral.units - done.seized
    assert held >= 0 and done.repaid <= terms.debt.units
    left = terms.debt.units - done.repaid
    if done.under_water or not held or not left:
        return
    adjusted = down(held * terms.collateral.price * terms.weight_bps, terms.collateral.one * BPS)
    exposure = terms.debt.value_up(left)
    # A unit of either side may be lost to rounding.
    assert (adjusted + 2) * terms.exposure >= (terms.adjusted - 2) * (exposure - 2)


@given(cases())
def test_nobody_takes_more_than_he_pays_for(terms: SeizureTerms) -> None:
    """INV-08, T-28: what is seized is worth at most what was repaid with bonus and fee."""
    done = seizure(terms)
    worth = done.seized * terms.collateral.price * terms.debt.one * BPS
    paid = done.repaid * terms.debt.price * terms.collateral.one
    most = BPS + terms.bonus_bps + terms.fee_bps
    assert worth <= paid * most
    assert done.fee <= up(done.repaid * terms.fee_bps, BPS)


@given(cases())
def test_dust_is_taken_along(terms: SeizureTerms) -> None:
    """T-26: no rest is left that nobody would liquidate, as long as the other side can pay."""
    done = seizure(terms)
    left = terms.debt.units - done.repaid
    assert (
        left == 0
        or terms.debt.value_up(left) >= terms.dust
        or done.seized == terms.collateral.units
    )


@given(cases(), st.integers(1, 10**20))
def test_a_budget_is_kept(terms: SeizureTerms, most: int) -> None:
    """T-31: a liquidator pays at most what he offers, fee included."""
    limited = SeizureTerms(**{**vars(terms), "max_repay": most})
    done = seizure(limited)
    assert done.repaid + done.fee <= most + 1


def test_a_partial_liquidation_reaches_its_target() -> None:
    """T-27: 1,100 against 1,000 at no haircut, bonus 5 %: to 135 % and not further."""
    side = Side(1_100 * 10**18, VALUE, 10**18)
    debt = Side(1_000 * 10**18, VALUE, 10**18)
    terms = SeizureTerms(1_000 * VALUE, 1_100 * VALUE, 13_500, BPS, 500, 100, 0, debt, side)
    done = seizure(terms)
    held, owed = side.units - done.seized, debt.units - done.repaid
    assert 13_499 < held * BPS / owed < 13_501


def test_under_water_pays_for_what_is_taken() -> None:
    """T-28: all collateral goes for its worth less the least bonus; the rest stays owed."""
    side = Side(900 * 10**18, VALUE, 10**18)
    debt = Side(1_000 * 10**18, VALUE, 10**18)
    terms = SeizureTerms(1_000 * VALUE, 900 * VALUE, 13_500, BPS, 500, 100, 50, debt, side)
    done = seizure(terms)
    assert done.under_water and done.seized == side.units
    assert done.repaid == up(900 * 10**18 * BPS, 10_100)


funds = st.builds(
    Fund,
    units=st.integers(0, 10**24),
    shares=st.integers(0, 10**30),
    first_loss=st.integers(0, 10**24),
    assessable=st.integers(0, 10**24),
)


@given(st.integers(0, 10**25), st.integers(0, 10**24), st.integers(0, 10**30), funds)
def test_every_unit_of_a_loss_is_borne(loss: int, cash: int, shares: int, fund: Fund) -> None:
    """Each step in its order, none of them for more than it has, all of them together the loss."""
    shares = min(shares, fund.shares)
    left, borne = share_out(loss, cash, shares, fund)
    assert sum(vars(borne).values()) == loss
    assert min(vars(borne).values()) >= 0
    assert borne.cash <= cash and borne.first_loss <= fund.first_loss
    assert borne.mutual <= fund.assessable
    assert left.units == fund.units - borne.contribution - borne.mutual
    if borne.first_loss:
        assert borne.cash in (cash, loss)
    if borne.mutual:
        assert left.first_loss == 0
    if borne.lenders:
        assert left.first_loss == 0 and min(left.units, left.assessable) == 0


def test_the_first_contributor_sets_no_price() -> None:
    """The virtual million keeps a donation from making the next contribution worthless."""
    fund = Fund(units=1, shares=10**6)
    inflated = Fund(units=10**18, shares=10**6)
    assert fund.shares_down(100) > 0
    assert inflated.shares_down(10**18) > 10**6

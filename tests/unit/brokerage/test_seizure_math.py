"""How much is repaid for how much, against exact fractions."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Contract, MemoryChain
from tests.unit.brokerage.seizures import BPS, VALUE, Case, price_of, ratio_after, taken_for

DOLLAR = 10**6
"""Units of debt."""


@pytest.fixture(scope="module")
def probe() -> Contract:
    chain = MemoryChain()
    return chain.deploy("SeizureMathProbe", sender=chain.actor("deployer"))


def seizure(probe: Contract, case: Case) -> tuple[int, int, int, int, bool]:
    return tuple(probe.seizure(case.call()))


def test_a_liquidation_restores_the_target_and_no_more(probe: Contract) -> None:
    """T-27: the ratio afterwards is the target, within the last unit."""
    case = Case()
    repaid, _, seized, bonus, under_water = seizure(probe, case)
    assert (bonus, under_water) == (300, False)
    assert seized == taken_for(case, repaid, BPS + 350)
    target = Fraction(case.targetBps, BPS)
    after, before_last = (
        ratio_after(case, repaid, seized),
        ratio_after(case, repaid - 1, taken_for(case, repaid - 1, BPS + 350)),
    )
    assert after is not None and before_last is not None
    assert before_last < target <= after


def test_a_fee_is_paid_on_top_and_rounded_up(probe: Contract) -> None:
    """PB-08"""
    repaid, fee, _, _, _ = seizure(probe, Case())
    assert fee == ceil(Fraction(repaid * 50, BPS))


def test_the_most_to_pay_counts_the_fee(probe: Contract) -> None:
    """T-31: whatever the liquidator asks for is cut to what is allowed, and never refused."""
    case = Case(maxRepay=10_000 * DOLLAR)
    repaid, fee, seized, _, _ = seizure(probe, case)
    assert repaid + fee <= case.maxRepay
    assert repaid + fee >= case.maxRepay - 1
    assert seized == taken_for(case, repaid, BPS + 350)


@pytest.mark.parametrize("extra", (1, 10, 10**6))
def test_a_top_up_of_one_unit_changes_the_amount_and_nothing_else(
    probe: Contract, extra: int
) -> None:
    """T-31"""
    case = Case()
    wanted = case.but(maxRepay=seizure(probe, case)[0] * 10_050 // BPS)
    topped_up = wanted.but(adjustedValue=wanted.adjustedValue + extra)
    assert 0 < seizure(probe, topped_up)[0] <= seizure(probe, case)[0]


def test_dust_of_the_debt_is_taken_along(probe: Contract) -> None:
    """T-26: what would leave less than the dust value leaves nothing."""
    case = Case(debtUnits=62_500 * DOLLAR)
    whole = seizure(probe, case.but(dustValue=0))[0]
    assert 0 < 62_500 * DOLLAR - whole < 1_000 * DOLLAR
    assert seizure(probe, case)[0] == 62_500 * DOLLAR


def test_dust_of_the_collateral_is_taken_along(probe: Contract) -> None:
    """T-26"""
    case = Case(collateralUnits=32_400 * 10**15)
    part = seizure(probe, case.but(dustValue=0))[2]
    assert 0 < case.collateralUnits - part < 10**18 // 2
    repaid, _, seized, _, _ = seizure(probe, case)
    assert seized == case.collateralUnits
    assert repaid == price_of(case, seized, BPS + 350)


def test_what_a_liquidator_cannot_pay_leaves_no_dust(probe: Contract) -> None:
    """T-26: he gets less, and is not refused."""
    case = Case(adjustedValue=101_000 * VALUE, debtUnits=50_000 * DOLLAR)
    assert seizure(probe, case)[0] == case.debtUnits
    repaid, _, _, _, _ = seizure(probe, case.but(maxRepay=50_000 * DOLLAR))
    assert case.debtUnits - repaid == 1_000 * DOLLAR


def test_what_a_liquidator_cannot_pay_leaves_no_dust_of_collateral(probe: Contract) -> None:
    """T-26"""
    case = Case(collateralUnits=32_400 * 10**15)
    price = seizure(probe, case)[0]
    repaid, _, seized, _, _ = seizure(probe, case.but(maxRepay=price * 10_050 // BPS - 10))
    assert case.collateralUnits - seized == 10**18 // 2
    assert repaid == price_of(case, seized, BPS + 350)


def test_under_water_one_pays_for_what_one_takes(probe: Contract) -> None:
    """T-28: all collateral at the least bonus and without a fee; the rest stays owed."""
    case = Case(adjustedValue=90_000 * VALUE, collateralUnits=45 * 10**18, weightBps=BPS)
    repaid, fee, seized, bonus, under_water = seizure(probe, case)
    assert under_water
    assert (seized, fee, bonus) == (case.collateralUnits, 0, 100)
    assert repaid == price_of(case, seized, BPS + 100)
    assert repaid < case.debtUnits


def test_near_insolvency_the_fee_goes_before_the_bonus(probe: Contract) -> None:
    """PB-06: what is taken shrinks until the ratio does not fall."""
    case = Case(adjustedValue=103_000 * VALUE, weightBps=BPS, bonusBps=300)
    assert tuple(probe.rates(case.call())) == (300, BPS + 300, False)
    tighter = case.but(adjustedValue=102_000 * VALUE)
    assert tuple(probe.rates(tighter.call())) == (200, BPS + 200, False)
    assert probe.rates(case.but(adjustedValue=100_999 * VALUE).call())[2]


def test_a_cap_bounds_the_value_taken(probe: Contract) -> None:
    """PB-20"""
    case = Case(capValue=10_000 * VALUE)
    repaid, _, seized, _, _ = seizure(probe, case)
    assert seized == 5 * 10**18
    assert repaid == price_of(case, seized, BPS + 350)


@pytest.mark.parametrize(
    "nothing", ({"debtUnits": 0}, {"collateralUnits": 0}, {"maxRepay": 0}, {"capValue": 0})
)
def test_nothing_comes_of_nothing(probe: Contract, nothing: dict[str, int]) -> None:
    repaid, fee, seized, _, _ = seizure(probe, Case(**nothing))
    assert (repaid, fee, seized) == (0, 0, 0)


CASES = st.builds(
    Case,
    exposureValue=st.integers(VALUE, 10**15 * VALUE),
    adjustedValue=st.just(0),
    weightBps=st.integers(0, BPS),
    bonusBps=st.integers(100, 600),
    feeBps=st.integers(0, 100),
    debtPrice=st.integers(1, 10**12 * VALUE),
    debtScale=st.sampled_from((1, 10**2, 10**6, 10**18, 10**27)),
    collateralPrice=st.integers(1, 10**12 * VALUE),
    collateralScale=st.sampled_from((1, 10**2, 10**6, 10**18, 10**27)),
    dustValue=st.integers(0, 100_000 * VALUE),
    maxRepay=st.one_of(st.just(2**128 - 1), st.integers(1, 2**100)),
)


@given(CASES, st.integers(0, 12_499), st.integers(1, BPS), st.integers(1, 3 * BPS))
def test_any_liquidation_pays_for_what_it_takes_and_improves_the_account(
    probe: Contract, case: Case, ratio: int, debt_part: int, collateral_part: int
) -> None:
    """PB-06, PB-08, T-42: of every decimals and prices up to a trillion, to 10^15 of notional."""
    exposure = case.exposureValue
    case = case.but(
        adjustedValue=exposure * ratio // BPS,
        debtUnits=int(exposure * debt_part / BPS / case.unit_of_debt),
        collateralUnits=int(exposure * collateral_part / BPS / case.unit_of_collateral),
    )
    repaid, fee, seized, bonus, under_water = seizure(probe, case)
    _, taken_bps, _ = probe.rates(case.call())
    assert repaid <= case.debtUnits and seized <= case.collateralUnits
    assert repaid + fee <= case.maxRepay
    assert BPS + bonus <= taken_bps <= BPS + case.bonusBps + case.feeBps
    paid = repaid * case.unit_of_debt * taken_bps / BPS
    assert seized * case.unit_of_collateral <= paid
    after = ratio_after(case, repaid, seized)
    if after is not None and not under_water:
        assert after >= Fraction(case.adjustedValue, exposure)

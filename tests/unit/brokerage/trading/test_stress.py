"""An account under moves of prices: the same code at prices that are not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor, expect_revert
from tests.unit.brokerage.trading.desk import BPS, ETHER, VALUE, Desk, account_of

MOST_PRICE = 2**72 - 1
FALL = -BPS


@pytest.fixture
def carol(desk: Desk) -> Actor:
    """Ether as collateral, a loan, a short position in gold and a long one in barrels."""
    carol = desk.member("carol", 0)
    account = account_of(carol)
    desk.stack.deposit(carol, desk.ether, 30 * ETHER)
    desk.broker.borrow(account, desk.cash.id, 10**9, carol, sender=carol)
    desk.trade(carol, desk.gold, -(10**8))
    desk.trade(carol, desk.barrels, 40)
    return carol


def test_without_shocks_it_is_the_risk(desk: Desk, carol: Actor) -> None:
    for shocks in ([], [0], [0] * 80):
        assert desk.broker.stress(account_of(carol), shocks) == desk.risk(carol)


@given(shocks=st.lists(st.integers(FALL, 2**15 - 1), max_size=6))
def test_it_is_the_risk_at_the_shocked_prices(desk_session: Desk, shocks: list[int]) -> None:
    """To the unit, whatever the prices have been."""
    desk = desk_session
    with desk.undone():
        carol = desk.member("carol", 0)
        desk.stack.deposit(carol, desk.ether, 30 * ETHER)
        account = account_of(carol)
        desk.broker.borrow(account, desk.cash.id, 10**9, carol, sender=carol)
        desk.trade(carol, desk.gold, -(10**8))
        desk.trade(carol, desk.barrels, 40)
        desk.price(desk.ether, 1_987 * VALUE + 1, 33)
        desk.price(desk.gold, 3_003 * VALUE + 7, 21)
        stressed = desk.broker.stress(account, shocks)
        for asset, shock in zip(desk.stack.assets, shocks, strict=False):
            terms = desk.terms[asset.id]
            desk.price(asset, terms.low * (BPS + shock) // BPS, terms.spread)
        assert stressed == desk.risk(carol)


def test_a_price_can_fall_to_nothing(desk: Desk, carol: Actor) -> None:
    shown = desk.broker.stress(account_of(carol), [0, FALL])
    assert (shown.grossValue, shown.maintenanceValue, shown.ratioBps) == (0, 0, 0)
    assert shown.debtValue == desk.risk(carol).debtValue


@pytest.mark.parametrize("place", [0, 3])
def test_and_by_no_more(desk: Desk, carol: Actor, place: int) -> None:
    shocks = [0] * place + [FALL - 1]
    with expect_revert("ShockInvalid", assetId=place, shockBps=FALL - 1):
        desk.broker.stress(account_of(carol), shocks)


def test_a_price_rises_as_far_as_prices_go(desk: Desk, carol: Actor) -> None:
    desk.price(desk.ether, MOST_PRICE - 1)
    shown = desk.broker.stress(account_of(carol), [0, 2**15 - 1])
    assert shown.grossValue == 30 * MOST_PRICE


def test_nothing_is_written(desk: Desk, carol: Actor) -> None:
    before = desk.risk(carol)
    desk.broker.stress(account_of(carol), [-1_000] * 4)
    assert desk.risk(carol) == before


def test_losses_of_both_directions(desk: Desk, carol: Actor) -> None:
    """Gold up by a tenth and barrels down by a tenth: both lose in full."""
    shown = desk.broker.stress(account_of(carol), [0, 0, 1_000, -1_000])
    assert shown.lossValue == 300 * VALUE + 280 * VALUE
    assert shown.gainValue == 0

"""Profits and losses: average cost, what realising does to cash and debt, and what clearing has."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor, expect_revert
from tests.unit.brokerage.trading.desk import (
    BPS,
    CLEARING,
    ETHER,
    GAIN_HAIRCUT,
    VALUE,
    Desk,
    Terms,
    account_of,
)

DECIMALS = (0, 2, 6, 8, 18, 27)
PRICES = (1, 10**8, 123_456_789_012, 10**20)
"""From a hundred-millionth of a dollar to 10**12 dollars."""


class TestRealising:
    def test_a_gain_is_cash(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 4 * ETHER)
        desk.price(desk.ether, 2_500 * VALUE)
        receipt = desk.close(alice, desk.ether, ETHER)
        assert receipt.events.one("PositionChanged").realisedValue == 500 * VALUE
        booked = receipt.events.one("ProfitBooked")
        assert (booked.realisedValue, booked.cashValue, booked.debtUnits) == (
            500 * VALUE,
            500 * VALUE,
            0,
        )
        assert desk.cash_of(alice) == 500 * VALUE
        assert desk.position(account_of(alice), desk.ether) == (3 * ETHER, 6_000 * VALUE)
        assert desk.broker.clearingCash() == -500 * VALUE

    def test_a_loss_is_debt_at_once(self, desk: Desk, alice: Actor) -> None:
        """In units at the low price, rounded up."""
        desk.trade(alice, desk.ether, -ETHER)
        desk.price(desk.ether, 2_001 * VALUE)
        desk.price(desk.cash, 99_000_000, spread=100)
        booked = desk.close(alice, desk.ether).events.one("ProfitBooked")
        owed = ceil(Fraction(VALUE * 10**6, 99_000_000))
        assert (booked.debtUnits, booked.cashValue, desk.owed(alice)) == (owed, 0, owed)
        assert desk.broker.clearingCash() == VALUE
        risk = desk.risk(alice)
        high = 99_990_000
        assert risk.debtValue == desk.recorded(alice) == ceil(Fraction(owed * high, 10**6))

    def test_cash_covers_losses_first(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.ether, 2_100 * VALUE)
        desk.close(alice, desk.ether)
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.ether, 2_040 * VALUE)
        desk.close(alice, desk.ether)
        assert (desk.cash_of(alice), desk.owed(alice)) == (40 * VALUE, 0)
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.ether, 1_990 * VALUE)
        desk.close(alice, desk.ether)
        assert (desk.cash_of(alice), desk.owed(alice)) == (0, 10 * 10**6)

    def test_gains_repay_debt_first(self, desk: Desk, alice: Actor) -> None:
        """At the high price, rounded down; what is left of it is cash."""
        account = account_of(alice)
        desk.broker.borrow(account, desk.cash.id, 100 * 10**6, alice, sender=alice)
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.cash, VALUE, spread=300)
        desk.price(desk.ether, 2_010 * VALUE)
        booked = desk.close(alice, desk.ether).events.one("ProfitBooked")
        repaid = floor(Fraction(10 * VALUE * 10**6, 103_000_000))
        assert (booked.debtUnits, desk.owed(alice)) == (-repaid, 100 * 10**6 - repaid)
        assert desk.cash_of(alice) == 10 * VALUE - ceil(Fraction(repaid * 103_000_000, 10**6))
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.ether, 2_510 * VALUE)
        cash, owed = desk.cash_of(alice), desk.owed(alice)
        desk.close(alice, desk.ether)
        assert desk.owed(alice) == 0
        assert desk.cash_of(alice) == cash + 500 * VALUE - ceil(Fraction(owed * 103, 100) * 100)
        assert not desk.broker.portfolio(account).debts

    def test_turning_around_realises_the_whole(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 2 * ETHER)
        desk.price(desk.ether, 1_900 * VALUE)
        event = desk.trade(alice, desk.ether, -5 * ETHER).events.one("PositionChanged")
        assert event.realisedValue == -200 * VALUE
        assert desk.position(account_of(alice), desk.ether) == (-3 * ETHER, -5_700 * VALUE)
        assert tuple(desk.broker.openInterestOf(desk.ether.id)) == (0, 3 * ETHER)

    def test_a_loss_without_a_price_of_cash(self, desk: Desk, alice: Actor) -> None:
        """Debt in an asset that never had a price cannot be counted in units."""
        desk.trade(alice, desk.ether, ETHER)
        desk.price(desk.ether, 1_900 * VALUE)
        desk.price(desk.cash, 0)
        with expect_revert("PriceStale", assetId=desk.cash.id):
            desk.close(alice, desk.ether)

    def test_winners_are_paid_and_lenders_keep_theirs(self, desk: Desk) -> None:
        """A lender's shares are worth the same before, between and after a loss and a gain."""
        alice, bob = desk.member("alice"), desk.member("bob")
        worth = desk.broker.lendingPool(desk.cash.id).totalAssets
        desk.trade(alice, desk.ether, ETHER)
        desk.trade(bob, desk.ether, -ETHER)
        desk.price(desk.ether, 2_300 * VALUE)
        for who in (bob, alice):
            desk.close(who, desk.ether)
            assert desk.broker.lendingPool(desk.cash.id).totalAssets == worth
        assert desk.broker.clearingCash() == 0
        before = desk.cash.cash.balanceOf(alice)
        desk.broker.withdrawCash(account_of(alice), 300 * VALUE, alice, sender=alice)
        assert desk.cash.cash.balanceOf(alice) == before + 300 * 10**6
        assert desk.broker.lendingPool(desk.cash.id).totalAssets == worth
        assert desk.broker.lendingPool(desk.cash.id).bookUnits == 0


class TestUnrealised:
    def test_t_22_gains_carry_nothing_new(self, desk: Desk) -> None:
        """T-22: gains count nothing for withdrawals and new risk, and less than all otherwise."""
        carol = desk.member("carol", 600)
        account = account_of(carol)
        desk.trade(carol, desk.ether, 2 * ETHER)
        desk.price(desk.ether, 3_000 * VALUE)
        risk = desk.risk(carol)
        assert risk.gainValue == 2_000 * VALUE
        assert risk.adjustedValue == risk.powerValue == 600 * VALUE
        assert risk.maintenanceValue == 600 * VALUE + 2_000 * VALUE * (BPS - GAIN_HAIRCUT) // BPS
        assert risk.exposureValue == 600 * VALUE
        for call, arguments, taken in (
            (desk.broker.withdraw, (account, desk.cash.id, 200 * 10**6, carol), 200 * VALUE),
            (desk.broker.borrow, (account, desk.cash.id, 1, carol), 0),
            (desk.broker.openPosition, (account, desk.ether.id, 1, 2**256 - 1), 0),
        ):
            with expect_revert("MarginInsufficient", adjustedValue=600 * VALUE - taken, ratio=150):
                call(*arguments, sender=carol)

    def test_t_22_losses_count_in_full(self, desk: Desk, alice: Actor) -> None:
        """T-22: gains of one position do not make up for losses of another."""
        desk.trade(alice, desk.ether, -ETHER)
        desk.trade(alice, desk.gold, -(10**8))
        desk.price(desk.ether, 2_400 * VALUE)
        desk.price(desk.gold, 2_000 * VALUE)
        risk = desk.risk(alice)
        assert (risk.lossValue, risk.gainValue) == (400 * VALUE, 1_000 * VALUE)
        assert risk.exposureValue == 400 * VALUE + 240 * VALUE + 200 * VALUE

    def test_longs_at_the_low_and_shorts_at_the_high_price(self, desk: Desk) -> None:
        alice, bob = desk.member("alice"), desk.member("bob")
        desk.trade(alice, desk.ether, ETHER)
        desk.trade(bob, desk.ether, -ETHER)
        desk.price(desk.ether, 1_990 * VALUE, spread=100)
        assert desk.risk(alice).lossValue == 10 * VALUE
        assert desk.risk(bob).lossValue == 990_000_000

    def test_opening_costs_the_spread_at_once(self, desk: Desk, alice: Actor) -> None:
        """INV-07: what is bought high is worth the low price a moment later."""
        desk.price(desk.ether, 2_000 * VALUE, spread=100)
        desk.book_terms(spread=10)
        desk.trade(alice, desk.ether, ETHER)
        assert desk.risk(alice).lossValue == 20 * VALUE + 202_000_000
        desk.close(alice, desk.ether)
        assert desk.owed(alice) == 24_020_000
        assert desk.cash_of(alice) == 0


@pytest.mark.parametrize("decimals", DECIMALS)
@pytest.mark.parametrize("price", PRICES)
def test_t_42_decimals_and_prices(desk: Desk, decimals: int, price: int) -> None:
    """T-42: up to 10**15 dollars, whatever the units and the price, to the unit."""
    alice = desk.member("alice", 10**14)
    terms = Terms(decimals, price, exposure=5)
    asset = desk.list("Asset", terms)
    size = min(10**15 * VALUE * terms.one // price, 2**111 - 1)
    if size == 0:
        return
    desk.trade(alice, asset, size)
    entry = ceil(size * terms.net(price))
    assert desk.position(account_of(alice), asset) == (size, entry)
    desk.price(asset, price + 1)
    part = size // 3 or size
    event = desk.close(alice, asset, part).events.one("PositionChanged")
    released = ceil(Fraction(entry * part, size))
    assert event.realisedValue == floor(part * terms.net(price + 1)) - released
    left = (size - part, entry - released if part != size else 0)
    assert desk.position(account_of(alice), asset) == left
    risk = desk.risk(alice)
    assert risk.potentialValue == terms.potential(left[0])
    assert risk.gainValue - risk.lossValue == terms.profit(*left)


steps = st.lists(
    st.tuples(
        st.sampled_from(["trade", "close", "price"]),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(-(10**4), 10**4),
    ),
    min_size=1,
    max_size=12,
)


@given(drawn=steps)
def test_inv_11_nothing_is_made_or_lost(
    desk_session: Desk, drawn: list[tuple[str, int, int, int]]
) -> None:
    """INV-11 (PB-11): sizes, entries and realised profits sum to zero with clearing's."""
    desk = desk_session
    with desk.undone():
        members = [desk.member(f"member {n}", 10**8) for n in range(3)]
        assets = (desk.barrels, desk.gold)
        realised = 0
        for action, who, which, amount in drawn:
            member, asset = members[who], assets[which]
            held = desk.position(account_of(member), asset)[0]
            if action == "price":
                desk.price(
                    asset, max(1, desk.terms[asset.id].low + amount * 10**5), abs(amount) % 99
                )
                continue
            if (action == "close" and not held) or amount == 0:
                continue
            receipt = (
                desk.trade(member, asset, amount)
                if action == "trade"
                else desk.close(member, asset, abs(amount))
            )
            realised += receipt.events.one("PositionChanged").realisedValue
        for asset in assets:
            book = [desk.position(account_of(member), asset) for member in members]
            clearing = desk.position(CLEARING, asset)
            assert sum(size for size, _ in book) + clearing[0] == 0
            assert sum(entry for _, entry in book) + clearing[1] == 0
            interest = desk.broker.openInterestOf(asset.id)
            assert interest.long == sum(size for size, _ in book if size > 0)
            assert interest.short == -sum(size for size, _ in book if size < 0)
        assert realised + desk.broker.clearingCash() == 0
        booked = sum(desk.cash_of(m) - desk.owed(m) * 100 for m in members)
        assert 0 <= realised - booked <= 100 * len(drawn)


@given(
    parts=st.lists(st.integers(1, 10**9), min_size=1, max_size=5),
    sign=st.sampled_from([1, -1]),
    low=st.integers(1, 10**13),
    carry=st.integers(-(10**15), 10**15),
)
def test_inv_10_a_trade_in_parts_is_the_trade(
    desk_session: Desk, parts: list[int], sign: int, low: int, carry: int
) -> None:
    """INV-10 (PB-10): the same size and margin, the entry within a unit a part, never better."""
    desk = desk_session
    with desk.undone():
        alice, bob = desk.member("alice", 10**12), desk.member("bob", 10**12)
        desk.price(desk.gold, low, 7, carry)
        desk.trade(alice, desk.gold, sign * sum(parts))
        for part in parts:
            desk.trade(bob, desk.gold, sign * part)
        whole = desk.broker.positionOf(account_of(alice), desk.gold.id)
        split = desk.broker.positionOf(account_of(bob), desk.gold.id)
        assert (split.size, split.potentialValue) == (whole.size, whole.potentialValue)
        assert 0 <= split.entryValue - whole.entryValue <= len(parts)
        desk.close(alice, desk.gold)
        desk.close(bob, desk.gold)
        assert desk.cash_of(alice) == desk.cash_of(bob) == 0
        assert desk.owed(bob) >= desk.owed(alice)

"""Trades that settle in parts, and payment against payment within its band of rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import expect_revert
from quantera.gas.settlement_stack import ONE, Kind, Leg
from tests.unit.settlement.conftest import FUNDS, QUANTITY, Market


class TestParts:
    def test_s_15_partial_settlement_split_sum(self, market: Market) -> None:
        """The parts of a trade sum exactly to the whole."""
        terms = market.terms(quantity=7, amount=100)
        leg = {"minimum_part": 2}
        sides = market.sides(terms, **leg)
        amounts = []
        for part in (2, 3, 2):
            receipt = market.manager.settle(terms, *sides, part, sender=market.carrier)
            amounts.append(receipt.events.one("TradeSettled").amount)
        assert amounts == [28, 43, 29]
        assert market.balances(market.cash)[0] == FUNDS + 100
        assert receipt.events.one("TradePartSettled").last
        with expect_revert("PartRefused"):
            market.manager.settle(terms, *sides, 1, sender=market.carrier)

    @given(
        quantity=st.integers(1, 10**6),
        amount=st.integers(1, 10**6),
        shares=st.lists(st.integers(1, 10**6), min_size=1, max_size=6),
    )
    def test_any_split_sums(
        self, market_session: Market, quantity: int, amount: int, shares: list[int]
    ) -> None:
        market = market_session
        with market.stack.chain.rollback():
            terms = market.terms(quantity=quantity, amount=amount)
            sides = market.sides(terms, minimum_part=1)
            left = quantity
            while left:
                part = min(left, shares[left % len(shares)] % left + 1)
                part = left if len(shares) * part < quantity else part
                market.manager.settle(terms, *sides, part, sender=market.carrier)
                left -= part
            assert market.balances(market.security) == (FUNDS - quantity, FUNDS + quantity)
            assert market.balances(market.cash) == (FUNDS + amount, FUNDS - amount)

    @pytest.mark.parametrize(
        ("minimum", "part", "accepted"),
        [
            ((0, 0), 99, False),
            ((0, 10), 50, False),
            ((10, 0), 50, False),
            ((10, 20), 19, False),
            ((10, 20), 20, True),
            ((10, 20), 100, True),
            ((10, 20), 101, False),
            ((200, 200), 100, True),
        ],
    )
    def test_both_sides_say_how_small_a_part_may_be(
        self, market: Market, minimum: tuple[int, int], part: int, accepted: bool
    ) -> None:
        terms = market.terms()
        sides = [
            market.stack.signed(terms, side, Leg(party, 1, minimum_part=minimum[side]))
            for side, party in enumerate((market.alice, market.bob))
        ]
        if accepted:
            market.manager.settle(terms, *sides, part, sender=market.carrier)
        else:
            with expect_revert("PartRefused"):
                market.manager.settle(terms, *sides, part, sender=market.carrier)

    def test_a_rest_smaller_than_the_minimum_settles_whole(self, market: Market) -> None:
        terms = market.terms()
        sides = market.sides(terms, minimum_part=60)
        market.manager.settle(terms, *sides, 60, sender=market.carrier)
        with expect_revert("PartRefused", minimum=40, remaining=40):
            market.manager.settle(terms, *sides, 39, sender=market.carrier)
        market.manager.settle(terms, *sides, 40, sender=market.carrier)

    def test_the_rest_can_be_cancelled(self, market: Market) -> None:
        terms = market.terms()
        sides = market.sides(terms, minimum_part=1)
        market.manager.settle(terms, *sides, 60, sender=market.carrier)
        market.manager.cancelNonce(1, sender=market.alice)
        with expect_revert("NonceUsed", party=market.alice):
            market.manager.settle(terms, *sides, 40, sender=market.carrier)

    def test_parts_pair_with_the_same_instruction_only(self, market: Market) -> None:
        terms = market.terms()
        delivery, payment = market.sides(terms, minimum_part=1)
        other = market.sides(terms, nonce=2, minimum_part=1)[1]
        market.manager.settle(terms, delivery, payment, 60, sender=market.carrier)
        with expect_revert("PartRefused"):
            market.manager.settle(terms, delivery, other, 40, sender=market.carrier)


class TestPaymentVersusPayment:
    def test_two_assets_settle_against_each_other(self, market: Market) -> None:
        other = market.assets[Kind.DEPOSIT_TOKEN]
        market.settle(market.terms(security=other))
        assert market.balances(other) == (FUNDS - QUANTITY, FUNDS + QUANTITY)

    @pytest.mark.parametrize(
        ("paid", "accepted"), [(110, True), (109, True), (108, False), (111, True), (112, False)]
    )
    def test_s_20_pvp_rate_bound(self, market: Market, paid: int, accepted: bool) -> None:
        """The rate of two payment legs stays within the band around the stored rates."""
        chain = market.stack.chain
        feed = chain.deploy("FeedProbe", 8, 110 * 10**6)
        market.manager.addCurrency(b"EUR", feed, 2**24 - 1, sender=market.governor)
        euro = market.stack.asset("Euro", Kind.WCBDC, currency=1)
        market.stack.fund(euro, [market.alice, market.bob], FUNDS)
        market.manager.setRateBand(100, sender=market.governor)
        terms = market.terms(security=euro, quantity=100 * 10**18, amount=paid * 10**18)
        if accepted:
            market.settle(terms)
        else:
            with expect_revert("RateOutOfBand", deliveredValue=110 * ONE, paidValue=paid * ONE):
                market.settle(terms)
        market.manager.setRateBand(0, sender=market.governor)
        market.settle(terms, nonce=2)

    @pytest.mark.parametrize(("short", "accepted"), [(0, True), (1, False)])
    def test_the_band_ends_where_it_says(self, market: Market, short: int, accepted: bool) -> None:
        feed = market.stack.chain.deploy("FeedProbe", 8, 101 * 10**6)
        market.manager.addCurrency(b"EUR", feed, 2**24 - 1, sender=market.governor)
        euro = market.stack.asset("Euro", Kind.WCBDC, currency=1)
        market.stack.fund(euro, [market.alice], FUNDS)
        market.manager.setRateBand(100, sender=market.governor)
        # 1 of 100 is 1 %; the value of what is paid is told in steps of ten to the tenth.
        paid = 100 * 10**18 - short * 10**10
        terms = market.terms(security=euro, quantity=100 * 10**18, amount=paid)
        if accepted:
            market.settle(terms)
        else:
            with expect_revert("RateOutOfBand", bandBps=100):
                market.settle(terms)

    def test_a_stale_rate_stops_a_currency(self, market: Market) -> None:
        chain = market.stack.chain
        feed = chain.deploy("FeedProbe", 8, ONE)
        market.manager.addCurrency(b"EUR", feed, 3600, sender=market.governor)
        euro = market.stack.asset("Euro", Kind.WCBDC, currency=1)
        market.stack.fund(euro, [market.alice, market.bob], FUNDS)
        chain.advance(3600)
        market.settle(market.terms(security=euro))
        chain.advance(1)
        with expect_revert("PaymentAssetRefused", token=euro, reason=16):
            market.settle(market.terms(security=euro), nonce=2)
        feed.tell(ONE, chain.timestamp, sender=market.carrier)
        market.manager.refreshRate(1, sender=market.carrier)
        market.settle(market.terms(security=euro), nonce=3)

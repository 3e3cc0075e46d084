"""Jumps, disagreement and the band around the time-weighted price."""

import pytest

from tests.unit.brokerage.pricing import (
    BPS,
    HOUR,
    MINUTE,
    ONE,
    Desk,
    Outcome,
    Priced,
    averaged,
    ceil_div,
    kept,
    spread_high,
)

BAND = 1_000
WINDOW = 30 * MINUTE
WAIT = 60


def believed(desk: Desk, asset: Priced, primary: int, secondary: int | None = None) -> Outcome:
    """A jump seen twice, a minute apart."""
    first = desk.move(asset, primary, secondary)
    assert first in (Outcome.JUMPED, Outcome.DISAGREED)
    desk.chain.advance(WAIT)
    return desk.move(asset, primary, secondary)


def believed_or_moved(desk: Desk, asset: Priced, price: int) -> Outcome:
    """A jump seen twice, or a move."""
    outcome = desk.move(asset, price)
    if outcome is not Outcome.JUMPED:
        return outcome
    desk.chain.advance(WAIT)
    return desk.move(asset, price)


class TestSpikes:
    """T-21: a spike gives no borrowing power and liquidates nobody."""

    def test_one_feed_spikes(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        assert desk.move(asset, 1_400 * ONE, 100 * ONE) is Outcome.DISAGREED
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        assert not desk.is_fresh(asset)
        assert desk.move(asset, 100 * ONE) is Outcome.ACCEPTED
        assert desk.is_fresh(asset)

    def test_both_spike_for_a_block(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.chain.advance(10 * MINUTE)
        assert desk.move(asset, 1_400 * ONE) is Outcome.JUMPED
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        assert not desk.is_fresh(asset)
        desk.chain.advance(12)
        assert desk.move(asset, 100 * ONE) is Outcome.ACCEPTED
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        assert desk.average(asset) == 100 * ONE

    def test_a_rise_that_lasts_lifts_assets_to_the_band_alone(self, desk: Desk) -> None:
        """Assets at the least, liabilities at the most."""
        asset = desk.asset(100 * ONE)
        assert believed(desk, asset, 250 * ONE) is Outcome.ACCEPTED
        assert desk.price(asset) == (110 * ONE, spread_high(110 * ONE, 250 * ONE))
        assert desk.is_fresh(asset)

    def test_a_rise_that_no_word_can_tell_is_doubted(self, desk: Desk) -> None:
        """No asset gives power, and nobody new owes at less than the feeds say."""
        asset = desk.asset(100 * ONE)
        assert believed(desk, asset, 1_400 * ONE) is Outcome.TOO_WIDE
        low, high = desk.price(asset)
        assert low == 110 * ONE
        assert high == low + ceil_div(low * (2**14 - 1), BPS)
        assert not desk.is_fresh(asset)
        for _ in range(40):
            desk.chain.advance(30 * MINUTE)
            outcome = believed_or_moved(desk, asset, 1_400 * ONE)
        assert outcome is Outcome.ACCEPTED
        assert desk.price(asset)[1] >= 1_400 * ONE

    def test_a_single_feed_that_spikes(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE, singleAllowed=True)
        asset.secondary.behave(1, sender=desk.keeper)
        assert desk.move(asset, 200 * ONE) is Outcome.JUMPED
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        desk.chain.advance(WAIT)
        assert desk.move(asset, 200 * ONE) is Outcome.SINGLE
        assert desk.price(asset)[0] == 110 * ONE


class TestJumps:
    @pytest.mark.parametrize(("price", "expected"), [(125, 1), (75, 1)])
    def test_the_greatest_move_is_no_jump(self, desk: Desk, price: int, expected: int) -> None:
        asset = desk.asset(100 * ONE)
        assert desk.move(asset, price * ONE) == expected

    @pytest.mark.parametrize("price", [125 * ONE + 1, 75 * ONE - 1])
    def test_a_jump_is_believed_at_its_second_sight(self, desk: Desk, price: int) -> None:
        asset = desk.asset(100 * ONE)
        assert desk.move(asset, price) is Outcome.JUMPED
        assert desk.book.trackOf(asset.id).jumped
        desk.chain.advance(WAIT - 1)
        word = desk.word(asset)
        assert desk.move(asset, price) is Outcome.WAITING
        assert desk.word(asset) == word
        desk.chain.advance(1)
        assert desk.move(asset, price) is Outcome.ACCEPTED
        assert not desk.book.trackOf(asset.id).jumped
        assert desk.is_fresh(asset)
        low, high = desk.price(asset)
        risen = 110 * ONE, spread_high(110 * ONE, price)
        fallen = price, spread_high(price, 90 * ONE)
        assert (low, high) == (risen if price > 100 * ONE else fallen)

    def test_asking_again_and_again_does_not_restart_the_wait(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 50 * ONE)
        for _ in range(5):
            desk.chain.advance(10)
            assert desk.move(asset, 50 * ONE) is Outcome.WAITING
        desk.chain.advance(10)
        assert desk.move(asset, 50 * ONE) is Outcome.ACCEPTED

    def test_a_sight_long_ago_is_none(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 50 * ONE)
        desk.chain.advance(HOUR)
        with desk.chain.rollback():
            assert desk.move(asset, 50 * ONE) is Outcome.ACCEPTED
        desk.chain.advance(1)
        assert desk.move(asset, 50 * ONE) is Outcome.JUMPED
        desk.chain.advance(WAIT)
        assert desk.move(asset, 50 * ONE) is Outcome.ACCEPTED

    def test_a_price_that_comes_back_is_taken(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 50 * ONE)
        assert desk.move(asset, 99 * ONE) is Outcome.ACCEPTED
        assert desk.move(asset, 50 * ONE) is Outcome.JUMPED

    def test_a_doubted_price_ages_to_just_beyond_its_age(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.chain.advance(5 * MINUTE)
        desk.move(asset, 50 * ONE)
        assert desk.book.priceOf(asset.id).freshUntil == desk.now - 1
        desk.chain.advance(5)
        desk.move(asset, 50 * ONE)
        assert desk.book.priceOf(asset.id).freshUntil == desk.now - 6


class TestDisagreement:
    @pytest.mark.parametrize(
        ("secondary", "expected"),
        [(102 * ONE, Outcome.ACCEPTED), (102 * ONE + 1, Outcome.DISAGREED)],
    )
    def test_to_the_digit(self, desk: Desk, secondary: int, expected: Outcome) -> None:
        """Two per cent of the lower one."""
        asset = desk.asset(100 * ONE)
        assert desk.move(asset, 100 * ONE, secondary) is expected
        assert desk.move(asset, secondary, 100 * ONE) is expected

    def test_it_does_not_touch_a_stale_price(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.chain.advance(2 * HOUR)
        word = desk.word(asset)
        assert desk.move(asset, 100 * ONE, 150 * ONE) is Outcome.DISAGREED
        assert desk.word(asset) == word

    def test_a_jump_stays_seen_through_it(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 50 * ONE)
        desk.chain.advance(30)
        assert desk.move(asset, 50 * ONE, 100 * ONE) is Outcome.DISAGREED
        desk.chain.advance(30)
        assert desk.move(asset, 50 * ONE) is Outcome.ACCEPTED


class TestBand:
    def test_a_rise_counts_for_liabilities_at_once(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 120 * ONE)
        assert desk.price(asset) == (110 * ONE, spread_high(110 * ONE, 120 * ONE))

    def test_a_fall_counts_for_assets_at_once(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.move(asset, 80 * ONE)
        assert desk.price(asset) == (80 * ONE, spread_high(80 * ONE, 90 * ONE))

    def test_the_band_follows_what_stood(self, desk: Desk) -> None:
        """The twin of the contract, step by step, to the unit."""
        asset = desk.asset(100 * ONE)
        average, at = 100 * ONE, desk.now
        standing = 200 * ONE
        for step, price in enumerate((110, 118, 126, 120, 101, 90, 99)):
            desk.chain.advance(60 * (step + 1))
            assert desk.move(asset, price * ONE) is Outcome.ACCEPTED
            average = averaged(average, standing // 2, desk.now - at, WINDOW)
            at = desk.now
            exact = average * (BPS + BAND) // BPS, ceil_div(average * (BPS - BAND), BPS)
            low, high = min(price * ONE, exact[0]), max(price * ONE, exact[1])
            assert desk.price(asset) == (low, spread_high(low, high))
            # The band is laid around the average before it is cut to its bits.
            average = kept(average)
            assert desk.average(asset) == average
            standing = sum(desk.price(asset))

    def test_a_price_has_to_stand_to_weigh_anything(self, desk: Desk) -> None:
        """However long nobody asked before."""
        asset = desk.asset(100 * ONE)
        desk.chain.advance(50 * MINUTE)
        desk.move(asset, 124 * ONE)
        assert desk.average(asset) == 100 * ONE

    def test_a_spread_never_hides_a_feed(self, desk: Desk) -> None:
        """A fall by nine tenths: what does not fit the spread's bits is beyond any answer."""
        asset = desk.asset(100 * ONE)
        assert believed(desk, asset, 10 * ONE) is Outcome.ACCEPTED
        low, high = desk.price(asset)
        assert low == 10 * ONE
        assert high == low + ceil_div(low * (2**14 - 1), BPS) < 90 * ONE


class TestDepeg:
    """T-25: no price is par because it should be."""

    def test_a_stablecoin_loses_four_per_cent_within_the_hour(self, desk: Desk) -> None:
        asset = desk.asset(ONE, bandBps=200, maxMoveBps=500)
        for minute in range(1, 13):
            desk.chain.advance(5 * MINUTE)
            price = ONE - ONE * 37 * minute // 12_000
            assert desk.move(asset, price) is Outcome.ACCEPTED
            assert desk.price(asset)[0] == price
        assert desk.price(asset)[1] >= ONE - ONE * 37 // 1_000

    def test_a_stablecoin_loses_nine_tenths(self, desk: Desk) -> None:
        """Assets are worth what the feeds say at each step, a minute after a jump."""
        asset = desk.asset(ONE, bandBps=200, maxMoveBps=500)
        price = ONE
        for _ in range(20):
            price = price * 89 // 100
            assert believed(desk, asset, price) is Outcome.ACCEPTED
            low, high = desk.price(asset)
            assert low == price
            assert high > price
        assert price < ONE // 10

    def test_a_premium_gives_no_power(self, desk: Desk) -> None:
        asset = desk.asset(ONE, bandBps=200, maxMoveBps=500)
        assert believed(desk, asset, 2 * ONE) is Outcome.ACCEPTED
        assert desk.price(asset)[0] == ONE * 102 // 100

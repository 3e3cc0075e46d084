"""Prices from two feeds: sides, rounding, age, settings, financing, views."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from tests.unit.brokerage.pricing import (
    HOUR,
    MAX_AGE,
    MINUTE,
    ONE,
    YEAR,
    Desk,
    Fault,
    Outcome,
    averaged,
    ceil_div,
    kept,
    spread_high,
)


class TestSides:
    def test_assets_count_at_the_lower_and_liabilities_at_the_higher_answer(
        self, desk: Desk
    ) -> None:
        """PB-08."""
        asset = desk.asset()
        for primary, secondary in ((101, 100), (100, 101)):
            assert desk.move(asset, primary * ONE, secondary * ONE) is Outcome.ACCEPTED
            assert desk.price(asset) == (100 * ONE, 101 * ONE)

    def test_the_spread_is_whole_basis_points_rounded_up(self, desk: Desk) -> None:
        """PB-08."""
        asset = desk.asset()
        desk.move(asset, 100 * ONE, 100 * ONE + 1)
        assert desk.price(asset) == (100 * ONE, spread_high(100 * ONE, 100 * ONE + 1))
        assert desk.price(asset)[1] == 100 * ONE + ONE // 100

    @pytest.mark.parametrize("decimals", [0, 6, 8, 9, 18])
    @pytest.mark.parametrize("value", [1, 12_345_678, 10**20])
    def test_any_decimals_come_to_eight(self, desk: Desk, decimals: int, value: int) -> None:
        """T-42: from 1e-8 to 1e12 US dollars."""
        answer = ceil_div(value * 10**decimals, 10**8)
        exact = answer * 10**8
        low, high = exact // 10**decimals, ceil_div(exact, 10**decimals)
        asset = desk.asset_of(desk.feed(answer, decimals), desk.feed(answer, decimals))
        assert desk.price(asset) == (low, spread_high(low, high))

    @pytest.mark.parametrize("extra", [1, 10**10 - 1])
    def test_digits_beyond_eight_round_against_the_account(self, desk: Desk, extra: int) -> None:
        """PB-08, T-42."""
        answer = 5 * 10**18 + extra
        asset = desk.asset_of(desk.feed(answer, 18), desk.feed(answer, 18))
        assert desk.price(asset) == (5 * ONE, spread_high(5 * ONE, 5 * ONE + 1))

    def test_feeds_of_different_decimals_agree(self, desk: Desk) -> None:
        asset = desk.asset_of(desk.feed(7 * 10**18, 18), desk.feed(7 * ONE, 8))
        assert desk.price(asset) == (7 * ONE, 7 * ONE)

    def test_one_refresh_serves_many_assets(self, desk: Desk) -> None:
        assets = [desk.asset(number * ONE) for number in range(1, 5)]
        for number, asset in enumerate(assets, start=1):
            desk.tell(asset, number * ONE + number)
        assert desk.refresh(*assets) == [Outcome.ACCEPTED] * 4
        for number, asset in enumerate(assets, start=1):
            assert desk.price(asset) == (number * ONE + number,) * 2


class TestAge:
    """T-18: what a price is worth ends with its oldest age."""

    def test_a_price_is_fresh_to_its_last_second(self, desk: Desk) -> None:
        asset = desk.asset()
        fresh_until = desk.book.priceOf(asset.id).freshUntil
        assert fresh_until == desk.now + MAX_AGE * MINUTE
        desk.chain.set_timestamp(fresh_until)
        assert desk.is_fresh(asset)
        desk.chain.advance(1)
        assert not desk.is_fresh(asset)

    def test_it_is_no_fresher_than_its_oldest_answer(self, desk: Desk) -> None:
        asset = desk.asset()
        told = desk.now
        desk.chain.advance(40 * MINUTE)
        asset.primary.tell(100 * ONE, desk.now, sender=desk.keeper)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.book.priceOf(asset.id).freshUntil == told + MAX_AGE * MINUTE

    def test_a_feed_that_may_be_older_than_the_price_keeps_it_no_longer(self, desk: Desk) -> None:
        asset = desk.asset(primaryAgeMinutes=4_095, secondaryAgeMinutes=4_095)
        told = desk.now
        desk.chain.advance(30 * HOUR)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.book.priceOf(asset.id).freshUntil == desk.now + MAX_AGE * MINUTE
        desk.chain.set_timestamp(told + 4_095 * MINUTE - 10)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.book.priceOf(asset.id).freshUntil == told + 4_095 * MINUTE

    def test_each_feed_has_an_age_of_its_own(self, desk: Desk) -> None:
        asset = desk.asset(primaryAgeMinutes=10, secondaryAgeMinutes=20, singleAllowed=True)
        desk.chain.advance(10 * MINUTE)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        desk.chain.advance(1)
        assert desk.refresh(asset) == [Outcome.SINGLE]
        desk.chain.advance(10 * MINUTE)
        assert desk.refresh(asset) == [Outcome.UNUSABLE]


class TestSettings:
    def test_settings_come_back_as_they_were_given(self, desk: Desk) -> None:
        settings = desk.settings(
            desk.feed(),
            desk.feed(),
            primaryAgeMinutes=4_095,
            secondaryAgeMinutes=4_094,
            bandBps=9_999,
            agreementBps=5_000,
            maxMoveBps=4_999,
            windowMinutes=1_023,
            singleAllowed=True,
            signedAllowed=True,
        )
        identifier = desk.add()
        receipt = desk.set_feeds(identifier, settings)
        expected = settings | {key: settings[key].address for key in ("primary", "secondary")}
        assert desk.book.feedsOf(identifier)._asdict() == expected
        assert receipt.events.one("FeedsSet").settings._asdict() == expected

    @pytest.mark.parametrize(
        ("changes", "cause"),
        [
            ({"primary": ZERO_ADDRESS}, "primary"),
            ({"secondary": ZERO_ADDRESS}, "secondary"),
            ({"primaryAgeMinutes": 0}, "primaryAgeMinutes"),
            ({"primaryAgeMinutes": 4_096}, "primaryAgeMinutes"),
            ({"secondaryAgeMinutes": 0}, "secondaryAgeMinutes"),
            ({"secondaryAgeMinutes": 4_096}, "secondaryAgeMinutes"),
            (
                {"secondary": ZERO_ADDRESS, "singleAllowed": True, "secondaryAgeMinutes": 1},
                "secondaryAgeMinutes",
            ),
            ({"bandBps": 0}, "bandBps"),
            ({"bandBps": 10_000}, "bandBps"),
            ({"agreementBps": 0}, "agreementBps"),
            ({"agreementBps": 5_001}, "agreementBps"),
            ({"maxMoveBps": 0}, "maxMoveBps"),
            ({"maxMoveBps": 5_001}, "maxMoveBps"),
            ({"windowMinutes": 0}, "windowMinutes"),
            ({"windowMinutes": 1_024}, "windowMinutes"),
        ],
    )
    def test_contradictions_are_refused(
        self, desk: Desk, changes: dict[str, Any], cause: str
    ) -> None:
        with expect_revert("PriceSettingsInvalid", cause=cause):
            desk.asset(**changes)

    def test_two_feeds_are_two(self, desk: Desk) -> None:
        feed = desk.feed()
        with expect_revert("PriceSettingsInvalid", cause="secondary"):
            desk.asset_of(feed, feed)

    def test_a_feed_must_answer_when_it_is_set(self, desk: Desk) -> None:
        good, bad = desk.feed(), desk.feed(0)
        for pair in ((bad, good), (good, bad)):
            with expect_revert("FeedRefused", feed=bad, fault=Fault.NOT_POSITIVE):
                desk.asset_of(*pair, singleAllowed=True)
        mute = desk.feed(decimals=19)
        with expect_revert("FeedRefused", feed=mute, fault=Fault.DECIMALS_CHANGED):
            desk.asset_of(mute, good)
        with expect_revert("FeedRefused", feed=desk.keeper, fault=Fault.DECIMALS_CHANGED):
            desk.set_feeds(desk.add(), desk.settings(good, good, secondary=desk.keeper))

    def test_feeds_must_agree_when_they_are_set(self, desk: Desk) -> None:
        identifier = desk.add()
        settings = desk.settings(desk.feed(100 * ONE), desk.feed(103 * ONE))
        with expect_revert("FeedsDisagree", assetId=identifier):
            desk.set_feeds(identifier, settings)

    def test_other_feeds_take_over_the_price(self, desk: Desk) -> None:
        """A price that jumps with its feeds has to be seen twice."""
        asset = desk.asset()
        settings = desk.settings(desk.feed(200 * ONE), desk.feed(200 * ONE))
        desk.set_feeds(asset.id, settings)
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        assert not desk.is_fresh(asset)
        desk.chain.advance(60)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.price(asset) == (110 * ONE, spread_high(110 * ONE, 200 * ONE))

    def test_unlisted_and_unset_assets_have_no_price(self, desk: Desk) -> None:
        with expect_revert("AssetUnknown", assetId=200):
            desk.set_feeds(200, desk.settings(desk.feed(), desk.feed()))
        identifier = desk.add()
        for name in ("feedsOf", "trackOf", "previewPrice"):
            with expect_revert("FeedsMissing", assetId=identifier):
                desk.book.function(name)(identifier)
        with expect_revert("FeedsMissing", assetId=identifier):
            desk.book.refreshPrices([identifier], sender=desk.keeper)
        with expect_revert("FeedsMissing", assetId=identifier):
            desk.book.setFinancing(identifier, 0, sender=desk.governor)
        with expect_revert("FeedsMissing", assetId=identifier):
            settings = desk.settings(desk.feed(), desk.feed())
            desk.book.tightenFeeds(identifier, settings, sender=desk.governor)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("primaryAgeMinutes", 30),
            ("secondaryAgeMinutes", 30),
            ("bandBps", 500),
            ("agreementBps", 100),
            ("maxMoveBps", 1_000),
            ("windowMinutes", 60),
            ("singleAllowed", False),
            ("signedAllowed", False),
        ],
    )
    def test_tightening_is_one_way(self, desk: Desk, field: str, value: Any) -> None:
        asset = desk.asset(singleAllowed=True, signedAllowed=True)
        before = desk.book.feedsOf(asset.id)._asdict()
        tighter = before | {field: value}
        desk.book.tightenFeeds(asset.id, tighter, sender=desk.governor)
        assert desk.book.feedsOf(asset.id)._asdict() == tighter
        with expect_revert("PriceSettingsNotTighter", cause=field):
            desk.book.tightenFeeds(asset.id, before, sender=desk.governor)

    def test_tightening_keeps_the_feeds(self, desk: Desk) -> None:
        """T-41: who tightens cannot change the oracle."""
        asset = desk.asset()
        settings = desk.book.feedsOf(asset.id)._asdict()
        for field in ("primary", "secondary"):
            other = settings | {field: desk.feed().address}
            with expect_revert("PriceSettingsNotTighter", cause=field):
                desk.book.tightenFeeds(asset.id, other, sender=desk.governor)
        with expect_revert("PriceSettingsInvalid", cause="bandBps"):
            desk.book.tightenFeeds(asset.id, settings | {"bandBps": 0}, sender=desk.governor)

    def test_pricing_can_be_paused(self, desk: Desk) -> None:
        asset = desk.asset()
        desk.book.pauseGroups(1 << 4, sender=desk.governor)
        with expect_revert("GroupPaused"):
            desk.refresh(asset)
        with expect_revert("GroupPaused"):
            desk.post(desk.governor, [bytes(12)])


class TestFinancing:
    def test_the_carry_is_price_times_rate_times_time(self, desk: Desk) -> None:
        """14 decimals; the price that stood before the refresh counts."""
        asset = desk.asset(100 * ONE)
        desk.book.setFinancing(asset.id, 50_000, sender=desk.governor)
        start = desk.now
        desk.chain.advance(30 * MINUTE)
        desk.move(asset, 110 * ONE)
        elapsed = desk.now - start
        expected = 100 * ONE * 50_000 * elapsed // YEAR
        assert desk.book.trackOf(asset.id).carry == expected
        desk.chain.advance(10 * MINUTE)
        desk.move(asset, 110 * ONE)
        expected += 110 * ONE * 50_000 * (desk.now - start - elapsed) // YEAR
        assert desk.book.trackOf(asset.id).carry == expected

    def test_short_positions_can_be_the_ones_that_pay(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.book.setFinancing(asset.id, -2_000_000, sender=desk.governor)
        start = desk.now
        desk.chain.advance(50 * MINUTE)
        desk.refresh(asset)
        elapsed = desk.now - start
        expected = -(100 * ONE * 2_000_000 * elapsed // YEAR)
        track = desk.book.trackOf(asset.id)
        assert (track.carry, track.ratePips) == (expected, -2_000_000)

    def test_a_new_rate_counts_from_now_on(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        desk.book.setFinancing(asset.id, 1_000_000, sender=desk.governor)
        start = desk.now
        desk.chain.advance(HOUR)
        receipt = desk.book.setFinancing(asset.id, 0, sender=desk.governor)
        expected = 100 * ONE * 1_000_000 * (desk.now - start) // YEAR
        assert receipt.events.one("FinancingSet").ratePips == 0
        assert desk.book.trackOf(asset.id).carry == expected
        desk.chain.advance(HOUR)
        desk.move(asset, 100 * ONE)
        assert desk.book.trackOf(asset.id).carry == expected

    def test_a_refresh_in_the_same_second_accrues_nothing(self, desk: Desk) -> None:
        """PB-09 for the carry."""
        asset = desk.asset(100 * ONE)
        desk.book.setFinancing(asset.id, 1_000_000, sender=desk.governor)
        before = desk.book.trackOf(asset.id)
        assert before.refreshedAt == desk.now
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.book.trackOf(asset.id) == before

    def test_feeds_change_no_rate(self, desk: Desk) -> None:
        asset = desk.asset()
        desk.book.setFinancing(asset.id, -77, sender=desk.governor)
        desk.set_feeds(asset.id, desk.settings(asset.primary, asset.secondary, bandBps=5))
        assert desk.book.trackOf(asset.id).ratePips == -77

    @pytest.mark.parametrize("rate", [2_000_001, -2_000_001])
    def test_rates_have_an_end(self, desk: Desk, rate: int) -> None:
        asset = desk.asset()
        with expect_revert("FinancingOutOfRange", ratePips=rate, most=2_000_000):
            desk.book.setFinancing(asset.id, rate, sender=desk.governor)


class TestViews:
    def test_a_preview_is_what_a_refresh_comes_to(self, desk: Desk) -> None:
        asset = desk.asset()
        desk.chain.advance(MINUTE)
        desk.tell(asset, 104 * ONE, 105 * ONE)
        preview = desk.book.previewPrice(asset.id)
        assert preview.outcome == Outcome.ACCEPTED
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.price(asset) == (preview.low, preview.high)
        assert (preview.primary, preview.secondary) == (Fault.NONE, Fault.NONE)

    def test_the_event_carries_the_words_as_they_are(self, desk: Desk) -> None:
        """PB-17."""
        asset = desk.asset()
        desk.chain.advance(MINUTE)
        desk.tell(asset, 104 * ONE)
        receipt = desk.book.refreshPrices([asset.id], sender=desk.keeper)
        event = receipt.events.one("PricesRefreshed")
        word, track = event.words
        assert word == desk.word(asset)
        assert word & (2**72 - 1) == 104 * ONE
        assert track & (2**32 - 1) == receipt.timestamp
        assert desk.book.trackOf(asset.id).refreshedAt == receipt.timestamp

    def test_the_time_weighted_price_follows_what_stood(self, desk: Desk) -> None:
        asset = desk.asset(100 * ONE)
        start = desk.book.trackOf(asset.id).refreshedAt
        assert desk.average(asset) == 100 * ONE
        desk.chain.advance(5 * MINUTE)
        desk.move(asset, 110 * ONE)
        assert desk.average(asset) == 100 * ONE
        middle = desk.book.trackOf(asset.id).refreshedAt
        desk.chain.advance(10 * MINUTE)
        desk.move(asset, 105 * ONE)
        end = desk.book.trackOf(asset.id).refreshedAt
        assert start < middle < end
        expected = kept(averaged(100 * ONE, 110 * ONE, end - middle, 30 * MINUTE))
        assert desk.average(asset) == expected
        assert 100 * ONE < expected < 110 * ONE

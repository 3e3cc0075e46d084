"""T-20: whatever a feed does, its answer is a fault and everything else goes on."""

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from tests.unit.brokerage.pricing import (
    HOUR,
    MAX_AGE,
    MINUTE,
    ONE,
    Desk,
    Fault,
    Mode,
    Outcome,
    Priced,
    spread_high,
)

FEED_GAS = 100_000


def break_down(desk: Desk, asset: Priced, mode: Mode, feed: str = "primary") -> None:
    getattr(asset, feed).behave(mode, sender=desk.keeper)


def fault(desk: Desk, asset: Priced) -> tuple[Fault, Fault]:
    preview = desk.book.previewPrice(asset.id)
    return Fault(preview.primary), Fault(preview.secondary)


MODES = [
    (Mode.REVERTS, Fault.UNREACHABLE),
    (Mode.BURNS_GAS, Fault.UNREACHABLE),
    (Mode.REVERTS_LONG, Fault.UNREACHABLE),
    (Mode.ANSWERS_SHORT, Fault.SHORT_ANSWER),
    (Mode.ANSWERS_NOTHING, Fault.SHORT_ANSWER),
]


class TestModes:
    @pytest.mark.parametrize(("mode", "expected"), MODES)
    def test_a_broken_feed_leaves_the_price_alone(
        self, desk: Desk, mode: Mode, expected: Fault
    ) -> None:
        """T-18, T-20: the price ages and is stale in the end."""
        asset, other = desk.asset(), desk.asset()
        break_down(desk, asset, mode)
        desk.chain.advance(MINUTE)
        desk.tell(other, 101 * ONE)
        receipt = desk.book.refreshPrices([asset.id, other.id], sender=desk.keeper)
        faulty = receipt.events.one("FeedFaulty")
        assert (faulty.assetId, faulty.feed) == (asset.id, asset.primary.address)
        assert faulty.fault == expected
        assert fault(desk, asset) == (expected, Fault.NONE)
        assert desk.price(asset) == (100 * ONE, 100 * ONE)
        assert desk.price(other) == (101 * ONE, 101 * ONE)
        assert desk.is_fresh(asset)
        desk.chain.advance(HOUR)
        assert desk.refresh(asset) == [Outcome.UNUSABLE]
        assert not desk.is_fresh(asset)

    @pytest.mark.parametrize("feed", ["primary", "secondary"])
    @pytest.mark.parametrize(("mode", "expected"), MODES)
    def test_the_other_feed_will_do_where_that_is_allowed(
        self, desk: Desk, mode: Mode, expected: Fault, feed: str
    ) -> None:
        asset = desk.asset(singleAllowed=True)
        break_down(desk, asset, mode, feed)
        desk.chain.advance(MINUTE)
        assert desk.move(asset, 102 * ONE) is Outcome.SINGLE
        assert desk.price(asset) == (102 * ONE, 102 * ONE)
        assert expected in fault(desk, asset)
        one_feed = desk.word(asset) >> 168 & 1
        break_down(desk, asset, Mode.ANSWERS, feed)
        assert desk.move(asset, 102 * ONE) is Outcome.ACCEPTED
        assert (one_feed, desk.word(asset) >> 168 & 1) == (1, 0)

    def test_more_than_a_round_is_a_round(self, desk: Desk) -> None:
        """An endless answer is not copied."""
        asset = desk.asset()
        break_down(desk, asset, Mode.ANSWERS_LONG)
        desk.chain.advance(MINUTE)
        assert desk.move(asset, 101 * ONE) is Outcome.ACCEPTED

    def test_feeds_without_code_answer_nothing(self, desk: Desk) -> None:
        asset = desk.asset()
        desk.chain.set_code(asset.primary.address, b"")
        assert fault(desk, asset) == (Fault.SHORT_ANSWER, Fault.NONE)
        assert desk.refresh(asset) == [Outcome.UNUSABLE]


class TestAnswers:
    @pytest.mark.parametrize("answer", [0, -1, -(2**255)])
    def test_nothing_and_less(self, desk: Desk, answer: int) -> None:
        asset = desk.asset()
        asset.primary.tell(answer, desk.now, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.NOT_POSITIVE, Fault.NONE)
        assert desk.refresh(asset) == [Outcome.UNUSABLE]

    @pytest.mark.parametrize("ahead", [1, 2**255])
    def test_the_future(self, desk: Desk, ahead: int) -> None:
        asset = desk.asset()
        asset.primary.tell(100 * ONE, desk.now + 1_000 + ahead, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.OF_THE_FUTURE, Fault.NONE)

    def test_an_earlier_round(self, desk: Desk) -> None:
        asset = desk.asset()
        asset.primary.tellRound(7, 6, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.ROUND_UNANSWERED, Fault.NONE)
        asset.primary.tellRound(7, 7, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.NONE, Fault.NONE)

    def test_an_answer_without_a_time_is_stale(self, desk: Desk) -> None:
        asset = desk.asset()
        asset.primary.tell(100 * ONE, 0, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.STALE, Fault.NONE)

    def test_too_old_to_the_second(self, desk: Desk) -> None:
        """T-18."""
        asset = desk.asset()
        told = desk.now
        desk.tell(asset, 100 * ONE)
        desk.chain.set_timestamp(told + MAX_AGE * MINUTE)
        assert fault(desk, asset) == (Fault.NONE, Fault.NONE)
        desk.chain.advance(10)
        assert fault(desk, asset) == (Fault.STALE, Fault.STALE)

    @pytest.mark.parametrize("answer", [2**72, 2**128 - 1, 2**128, 2**255 - 1])
    def test_more_than_a_price_can_be(self, desk: Desk, answer: int) -> None:
        """T-42."""
        asset = desk.asset()
        asset.primary.tell(answer, desk.now, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.OUT_OF_RANGE, Fault.NONE)

    def test_nothing_in_eight_decimals(self, desk: Desk) -> None:
        """T-42."""
        asset = desk.asset_of(desk.feed(10**10, 18), desk.feed(10**10, 18))
        assert desk.price(asset) == (1, 1)
        asset.primary.tell(10**10 - 1, desk.now, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.OUT_OF_RANGE, Fault.NONE)


class TestDecimals:
    """T-20: a feed that changes its decimals is out until it is set again."""

    def test_one_feed_changes(self, desk: Desk) -> None:
        asset = desk.asset(singleAllowed=True)
        asset.primary.setDecimals(18, sender=desk.keeper)
        desk.tell(asset, 100 * 10**18, 100 * ONE)
        assert fault(desk, asset) == (Fault.DECIMALS_CHANGED, Fault.NONE)
        assert desk.refresh(asset) == [Outcome.SINGLE]
        assert desk.price(asset) == (100 * ONE, 100 * ONE)

    def test_both_change(self, desk: Desk) -> None:
        asset = desk.asset()
        for feed in (asset.primary, asset.secondary):
            feed.setDecimals(18, sender=desk.keeper)
        desk.tell(asset, 100 * 10**18)
        for _ in range(3):
            assert desk.refresh(asset) == [Outcome.UNUSABLE]
            desk.chain.advance(2 * MINUTE)
        assert fault(desk, asset) == (Fault.DECIMALS_CHANGED, Fault.DECIMALS_CHANGED)
        desk.tell(asset, 100 * 10**18)
        desk.set_feeds(asset.id, desk.settings(asset.primary, asset.secondary))
        assert desk.price(asset) == (100 * ONE, 100 * ONE)

    def test_fewer_decimals(self, desk: Desk) -> None:
        asset = desk.asset_of(desk.feed(10**20, 18), desk.feed(10**20, 18))
        for feed in (asset.primary, asset.secondary):
            feed.setDecimals(8, sender=desk.keeper)
        desk.tell(asset, 100 * ONE)
        assert desk.refresh(asset) == [Outcome.UNUSABLE]

    def test_a_feed_that_keeps_its_decimals_to_itself(self, desk: Desk) -> None:
        asset = desk.asset(singleAllowed=True)
        mute = desk.chain.deploy("MuteFeed", 200 * ONE)
        desk.chain.set_code(asset.secondary.address, desk.chain.code(mute))
        desk.chain.set_storage(asset.secondary.address, 0, 200 * ONE)
        assert fault(desk, asset) == (Fault.NONE, Fault.DECIMALS_CHANGED)
        assert desk.refresh(asset) == [Outcome.SINGLE]


class TestGas:
    def test_nobody_breaks_a_feed_by_giving_it_too_little(self, desk: Desk) -> None:
        """A caller who could would choose which of two feeds counts."""
        asset = desk.asset(singleAllowed=True)
        desk.chain.advance(MINUTE)
        desk.tell(asset, 101 * ONE)
        outcomes: set[object] = set()
        for gas in range(60_000, 320_000, 10_000):
            with desk.chain.rollback():
                try:
                    outcomes.add(desk.refresh(asset, gas=gas)[0])
                except Exception as error:  # noqa: BLE001 -- out of gas and GasTooLow alike
                    outcomes.add(type(error).__name__)
        assert Outcome.SINGLE not in outcomes
        assert Outcome.ACCEPTED in outcomes
        with expect_revert("GasTooLow"):
            desk.refresh(asset, gas=110_000)

    def test_two_feeds_that_burn_everything_cost_what_they_were_given(self, desk: Desk) -> None:
        asset, other = desk.asset(), desk.asset()
        break_down(desk, asset, Mode.BURNS_GAS)
        break_down(desk, asset, Mode.BURNS_GAS, "secondary")
        desk.chain.advance(MINUTE)
        desk.tell(other, 101 * ONE)
        outcomes = desk.refresh(asset, other, gas=4 * FEED_GAS + 150_000)
        assert outcomes == [Outcome.UNUSABLE, Outcome.ACCEPTED]
        assert desk.price(other) == (101 * ONE, 101 * ONE)


class TestReentrancy:
    """T-34: a feed that calls back while it is asked can change nothing."""

    def test_a_feed_cannot_refresh(self, desk: Desk) -> None:
        asset = desk.asset(singleAllowed=True)
        data = desk.book.refreshPrices.encode([asset.id])
        asset.primary.aim(desk.book, data, sender=desk.keeper)
        assert fault(desk, asset) == (Fault.UNREACHABLE, Fault.NONE)
        assert desk.refresh(asset) == [Outcome.SINGLE]

    def test_a_feed_that_reads_the_book_reads_what_stands(self, desk: Desk) -> None:
        asset = desk.asset()
        data = desk.book.priceOf.encode(asset.id)
        asset.primary.aim(desk.book, data, sender=desk.keeper)
        desk.chain.advance(MINUTE)
        assert desk.move(asset, 101 * ONE) is Outcome.ACCEPTED


def test_one_feed_alone_can_be_enough_from_the_start(desk: Desk) -> None:
    identifier = desk.add()
    feed = desk.feed()
    settings = desk.settings(
        feed, feed, secondary=ZERO_ADDRESS, secondaryAgeMinutes=0, singleAllowed=True
    )
    receipt = desk.set_feeds(identifier, settings)
    asset = Priced(identifier, feed, feed)
    assert not list(receipt.events.named("FeedFaulty"))
    assert fault(desk, asset) == (Fault.NONE, Fault.ABSENT)
    assert desk.price(asset) == (100 * ONE, spread_high(100 * ONE, 100 * ONE))

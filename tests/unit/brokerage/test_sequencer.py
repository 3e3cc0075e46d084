"""T-19: what a sequencer that was down holds back, and for how long."""

import pytest

from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from tests.unit.brokerage.pricing import HOUR, MINUTE, Desk, Mode, Outcome

GRACE = HOUR
OUTAGE = 8 * HOUR
UP, DOWN = 0, 1


@pytest.fixture
def uptime(desk: Desk) -> Contract:
    """An uptime feed that has said up for a day."""
    feed = desk.feed(UP, 0)
    feed.tell(UP, desk.now - 24 * HOUR, sender=desk.keeper)
    desk.book.setSequencer(feed, GRACE, OUTAGE, sender=desk.governor)
    return feed


def allowed(desk: Desk) -> tuple[bool, bool]:
    """New risk, liquidation."""
    found = desk.book.sequencer()
    return found.riskAllowed, found.liquidationAllowed


class TestStates:
    def test_without_a_feed_everything_goes(self, desk: Desk) -> None:
        assert allowed(desk) == (True, True)
        assert desk.book.sequencer().since == 0

    def test_up(self, desk: Desk, uptime: Contract) -> None:
        found = desk.book.sequencer()
        assert (found.uptimeFeed, found.grace, found.mostOutage) == (uptime.address, GRACE, OUTAGE)
        assert allowed(desk) == (True, True)

    def test_down(self, desk: Desk, uptime: Contract) -> None:
        """Liquidation goes on in the end, so that debt cannot fester."""
        uptime.tell(DOWN, desk.now, sender=desk.keeper)
        start = desk.now
        assert allowed(desk) == (False, False)
        desk.chain.set_timestamp(start + OUTAGE - 1)
        assert allowed(desk) == (False, False)
        desk.chain.set_timestamp(start + OUTAGE)
        assert allowed(desk) == (False, True)
        assert desk.book.sequencer().since == start

    def test_up_again(self, desk: Desk, uptime: Contract) -> None:
        """A grace to put accounts in order, after which everything goes."""
        uptime.tell(UP, desk.now, sender=desk.keeper)
        start = desk.now
        desk.chain.set_timestamp(start + GRACE - 1)
        assert allowed(desk) == (False, False)
        desk.chain.set_timestamp(start + GRACE)
        assert allowed(desk) == (True, True)

    def test_prices_are_refreshed_all_the_same(self, desk: Desk, uptime: Contract) -> None:
        asset = desk.asset()
        uptime.tell(DOWN, desk.now, sender=desk.keeper)
        assert desk.refresh(asset) == [Outcome.ACCEPTED]


class TestBrokenFeeds:
    @pytest.mark.parametrize(
        "mode",
        [
            Mode.REVERTS,
            Mode.BURNS_GAS,
            Mode.ANSWERS_SHORT,
            Mode.ANSWERS_NOTHING,
            Mode.REVERTS_LONG,
        ],
    )
    def test_what_cannot_be_read_stops_new_risk_alone(
        self, desk: Desk, uptime: Contract, mode: Mode
    ) -> None:
        uptime.behave(mode, sender=desk.keeper)
        assert allowed(desk) == (False, True)

    @pytest.mark.parametrize("ahead", [None, 1, 2**255])
    def test_a_round_that_has_not_started_tells_nothing(
        self, desk: Desk, uptime: Contract, ahead: int | None
    ) -> None:
        uptime.tell(UP, 0 if ahead is None else desk.now + ahead, sender=desk.keeper)
        assert allowed(desk) == (False, True)

    def test_other_answers_are_down(self, desk: Desk, uptime: Contract) -> None:
        for answer in (-1, 2):
            uptime.tell(answer, desk.now - HOUR, sender=desk.keeper)
            assert allowed(desk) == (False, False)

    def test_too_little_gas_breaks_nothing(self, desk: Desk, uptime: Contract) -> None:
        """Else a liquidator could end the grace."""
        uptime.tell(UP, desk.now, sender=desk.keeper)
        with expect_revert("GasTooLow"):
            desk.chain.call(
                desk.book, desk.book.sequencer.encode(), sender=desk.keeper, gas=110_000
            )


class TestSettings:
    def test_the_feed_must_answer(self, desk: Desk) -> None:
        with expect_revert("FeedRefused", feed=desk.keeper):
            desk.book.setSequencer(desk.keeper, GRACE, OUTAGE, sender=desk.governor)

    @pytest.mark.parametrize(
        ("grace", "outage", "cause"),
        [
            (24 * HOUR + 1, 30 * HOUR, "grace"),
            (HOUR, 72 * HOUR + 1, "mostOutage"),
            (HOUR, HOUR - 1, "mostOutage"),
        ],
    )
    def test_nothing_waits_for_ever(self, desk: Desk, grace: int, outage: int, cause: str) -> None:
        with expect_revert("PriceSettingsInvalid", cause=cause):
            desk.book.setSequencer(desk.feed(1, 0), grace, outage, sender=desk.governor)

    def test_it_can_be_taken_away(self, desk: Desk, uptime: Contract) -> None:
        uptime.tell(DOWN, desk.now, sender=desk.keeper)
        receipt = desk.book.setSequencer(ZERO_ADDRESS, 0, 0, sender=desk.governor)
        assert receipt.events.one("SequencerSet").feed == ZERO_ADDRESS
        assert allowed(desk) == (True, True)
        assert MINUTE < HOUR

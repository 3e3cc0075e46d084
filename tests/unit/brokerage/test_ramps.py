"""T-39: haircuts rise slowly, or at once with a reason, and fall at once."""

import pytest

from quantera.evm import Receipt, expect_revert
from quantera.gas.brokerage_stack import VALUE
from tests.unit.brokerage.listing import Listed

DAY = 86_400
REASON = b"depeg".ljust(32, b"\0")


def haircut(listed: Listed) -> int:
    now: int = listed.book.haircutOf(listed.ether.id).nowBps
    return now


def raised(listed: Listed, to: int, days: int = 10) -> Receipt:
    receipt: Receipt = listed.change("raiseHaircut", listed.ether.id, to, days * DAY)
    return receipt


def adjusted(listed: Listed) -> int:
    value: int = listed.book.accountRisk(listed.account).adjustedValue
    return value


class TestRamps:
    def test_a_haircut_rises_second_by_second_rounded_up(self, listed: Listed) -> None:
        """PB-08: what an account has is what the ramp leaves it, to the unit."""
        receipt = raised(listed, 3_000)
        start = receipt.timestamp
        event = receipt.events.one("HaircutRampSet")
        assert (event.fromBps, event.toBps, event.start) == (2_000, 3_000, start)
        assert event.end == start + 10 * DAY
        for elapsed in (0, 1, DAY, 3 * DAY + 7, 10 * DAY - 1, 10 * DAY, 20 * DAY):
            listed.chain.set_timestamp(start + elapsed)
            risen = min(1_000, -(-1_000 * elapsed // (10 * DAY)))
            assert haircut(listed) == 2_000 + risen
            assert adjusted(listed) == 20_000 * VALUE * (8_000 - risen) // 10_000

    def test_nobody_is_liquidated_by_its_beginning(self, listed: Listed) -> None:
        listed.borrow(10_600)
        before = listed.book.accountRisk(listed.account)
        raised(listed, 5_000)
        after = listed.book.accountRisk(listed.account)
        assert after.maintenanceValue == before.maintenanceValue
        listed.chain.advance(10 * DAY)
        assert listed.book.accountRisk(listed.account).maintenanceValue < before.maintenanceValue

    def test_it_ends_in_the_word_at_the_next_refresh(self, listed: Listed) -> None:
        raised(listed, 3_000, 1)
        listed.chain.advance(DAY // 2)
        listed.tell(listed.ether, 2_000 * VALUE)
        assert haircut(listed) == 2_500
        listed.chain.advance(DAY)
        assert haircut(listed) == 3_000
        before = adjusted(listed)
        listed.tell(listed.ether, 2_000 * VALUE)
        assert adjusted(listed) == before
        assert haircut(listed) == 3_000
        with expect_revert("NotStricter", cause="haircutBps"):
            raised(listed, 3_000)

    def test_a_ramp_can_be_steepened_and_not_flattened(self, listed: Listed) -> None:
        raised(listed, 3_000)
        listed.chain.advance(5 * DAY)
        for to in (2_600, 3_000):
            with expect_revert("NotStricter", cause="haircutBps"):
                raised(listed, to)
        raised(listed, 3_500, 1)
        assert haircut(listed) == 2_500
        listed.chain.advance(DAY)
        assert haircut(listed) == 3_500

    @pytest.mark.parametrize("duration", [DAY - 1, 90 * DAY + 1])
    def test_a_ramp_takes_its_time(self, listed: Listed, duration: int) -> None:
        with expect_revert("ParameterOutOfRange", cause="duration", value=duration):
            listed.change("raiseHaircut", listed.ether.id, 3_000, duration)

    def test_a_haircut_leaves_something(self, listed: Listed) -> None:
        """T-40."""
        with expect_revert("ParameterOutOfRange", cause="haircutBps", most=9_999):
            raised(listed, 10_000)
        with expect_revert("ParameterOutOfRange", cause="haircutBps", most=9_999):
            listed.change("overrideHaircut", listed.ether.id, 10_000, REASON)


class TestOverrides:
    def test_an_override_holds_at_once_and_is_logged(self, listed: Listed) -> None:
        receipt = listed.change("overrideHaircut", listed.ether.id, 5_000, REASON)
        event = receipt.events.one("HaircutOverridden")
        assert (event.fromBps, event.toBps, event.reason) == (2_000, 5_000, REASON)
        assert event.by == listed.governor
        assert adjusted(listed) == 10_000 * VALUE

    def test_a_ramp_that_goes_further_goes_on(self, listed: Listed) -> None:
        start = raised(listed, 4_000).timestamp
        listed.chain.set_timestamp(start + 5 * DAY)
        listed.change("overrideHaircut", listed.ether.id, 3_500, REASON)
        assert haircut(listed) == 3_500
        listed.chain.set_timestamp(start + 10 * DAY)
        assert haircut(listed) == 4_000

    def test_a_ramp_that_it_passes_ends(self, listed: Listed) -> None:
        raised(listed, 3_000)
        listed.change("overrideHaircut", listed.ether.id, 3_200, REASON)
        listed.chain.advance(20 * DAY)
        assert haircut(listed) == 3_200

    def test_it_tightens_alone_and_says_why(self, listed: Listed) -> None:
        with expect_revert("NotStricter", cause="haircutBps"):
            listed.change("overrideHaircut", listed.ether.id, 2_000, REASON)
        with expect_revert("ListingInvalid", cause="reason"):
            listed.change("overrideHaircut", listed.ether.id, 3_000, bytes(32))


class TestLowering:
    def test_at_once(self, listed: Listed) -> None:
        receipt = listed.change("lowerHaircut", listed.ether.id, 1_000)
        event = receipt.events.one("HaircutLowered")
        assert (event.fromBps, event.toBps) == (2_000, 1_000)
        assert haircut(listed) == 1_000
        assert adjusted(listed) == 18_000 * VALUE

    def test_below_a_ramp_ends_it(self, listed: Listed) -> None:
        raised(listed, 3_000)
        listed.chain.advance(DAY)
        listed.change("lowerHaircut", listed.ether.id, 1_500)
        listed.chain.advance(20 * DAY)
        assert haircut(listed) == 1_500

    def test_within_a_ramp_cuts_it_short(self, listed: Listed) -> None:
        start = raised(listed, 3_000).timestamp
        listed.chain.set_timestamp(start + DAY)
        listed.change("lowerHaircut", listed.ether.id, 2_400)
        assert haircut(listed) == 2_100
        listed.chain.set_timestamp(start + 10 * DAY)
        assert haircut(listed) == 2_400

    @pytest.mark.parametrize("to", [2_000, 2_001])
    def test_it_loosens_alone(self, listed: Listed, to: int) -> None:
        with expect_revert("NotLooser", cause="haircutBps"):
            listed.change("lowerHaircut", listed.ether.id, to)

"""What the whole book is held to, ages of prices, potential exposure; and who may change what."""

from typing import Any

import pytest

from quantera.access import Role
from quantera.evm import expect_revert
from quantera.gas.brokerage_listing import FEEDS, LISTING
from quantera.gas.brokerage_stack import VALUE
from tests.unit.brokerage.listing import Listed


class TestOrder:
    """T-40: initial above maintenance above liquidation above what a liquidation pays."""

    @pytest.mark.parametrize(("initial", "maintenance"), [(0, 0), (100, 100), (30, 7)])
    def test_points_are_kept(self, listed: Listed, initial: int, maintenance: int) -> None:
        receipt = listed.change("setExtraMargin", initial, maintenance)
        event = receipt.events.one("ExtraMarginSet")
        assert (event.extraInitial, event.extraMaintenance) == (initial, maintenance)
        terms = listed.book.bookTerms()
        assert (terms.extraInitial, terms.extraMaintenance) == (initial, maintenance)

    @pytest.mark.parametrize(("initial", "maintenance"), [(0, 1), (99, 100)])
    def test_the_books_maintenance_is_never_ahead(
        self, listed: Listed, initial: int, maintenance: int
    ) -> None:
        with expect_revert("RatiosUnordered", initial=150 + initial, maintenance=125 + maintenance):
            listed.change("setExtraMargin", initial, maintenance)

    @pytest.mark.parametrize(
        ("initial", "maintenance", "cause"),
        [(101, 0, "extraInitial"), (255, 255, "extraInitial"), (100, 101, "extraMaintenance")],
    )
    def test_points_have_an_end(
        self, listed: Listed, initial: int, maintenance: int, cause: str
    ) -> None:
        with expect_revert("ParameterOutOfRange", cause=cause):
            listed.change("setExtraMargin", initial, maintenance)

    def test_initial_margin_can_be_raised_at_once(self, listed: Listed) -> None:
        """16,000 of adjusted collateral carry 10,000 at 160 and not a unit more."""
        listed.change("raiseInitialMargin", 10)
        listed.borrow(9_999)
        with expect_revert("MarginInsufficient", ratio=160):
            listed.borrow(2)
        for points in (10, 9):
            with expect_revert("NotStricter", cause="extraInitial"):
                listed.change("raiseInitialMargin", points)

    def test_the_constants_are_constants(self, listed: Listed) -> None:
        book = listed.book
        ratios = (
            book.INITIAL_MARGIN_RATIO(),
            book.MAINTENANCE_MARGIN_RATIO(),
            book.LIQUIDATION_THRESHOLD(),
        )
        assert ratios == (150, 125, 110)

    @pytest.mark.parametrize(
        ("rewards", "floor"),
        [((500, 300, 199), None), ((500, 300, 200), 110), ((9_000, 0, 0), 190)],
    )
    def test_a_liquidation_leaves_something(
        self, listed: Listed, rewards: tuple[int, int, int], floor: int | None
    ) -> None:
        probe = listed.chain.deploy("RiskBoundsProbe")
        if floor is None:
            probe.requireRewards(*rewards)
            return
        with expect_revert("RatiosUnordered", liquidation=110, floor=floor):
            probe.requireRewards(*rewards)

    @pytest.mark.parametrize(
        ("initial", "maintenance", "ordered"),
        [(0, 24, True), (0, 25, False), (76, 100, True), (75, 100, False)],
    )
    def test_an_accounts_maintenance_may_be_ahead_a_little(
        self, listed: Listed, initial: int, maintenance: int, ordered: bool
    ) -> None:
        """With the book's never ahead, the sums keep the order."""
        probe = listed.chain.deploy("RiskBoundsProbe")
        if ordered:
            probe.requireAccountExtras(initial, maintenance)
            return
        with expect_revert("RatiosUnordered"):
            probe.requireAccountExtras(initial, maintenance)


class TestBookTerms:
    def test_concentration(self, listed: Listed) -> None:
        """All of it is ether: half of 16,000 after haircut is too much, a fifth of that is cut."""
        listed.change("setConcentration", 500, 200)
        terms = listed.book.bookTerms()
        assert (terms.thresholdMilli, terms.addOnMilli) == (500, 200)
        assert listed.book.accountRisk(listed.account).adjustedValue == 14_400 * VALUE

    def test_no_deposit_lowers_the_ratio(self, listed: Listed) -> None:
        """PB-04: whatever haircut and add-on, a unit more never counts for less than before."""
        listed.change("setConcentration", 500, 1_000)
        listed.change("overrideHaircut", listed.ether.id, 9_000, b"deep".ljust(32))
        before = listed.book.accountRisk(listed.account).adjustedValue
        amount = 10**18
        listed.stack.fund(listed.ether.asset, [listed.alice], amount)
        listed.book.deposit(listed.account, listed.ether.id, amount, sender=listed.alice)
        assert listed.book.accountRisk(listed.account).adjustedValue > before

    @pytest.mark.parametrize(
        ("threshold", "add_on", "cause"),
        [
            (499, 0, "thresholdMilli"),
            (1_001, 0, "thresholdMilli"),
            (500, 1_001, "addOnMilli"),
        ],
    )
    def test_concentration_has_bounds(
        self, listed: Listed, threshold: int, add_on: int, cause: str
    ) -> None:
        with expect_revert("ParameterOutOfRange", cause=cause):
            listed.change("setConcentration", threshold, add_on)

    def test_trade_terms(self, listed: Listed) -> None:
        listed.change("setTradeTerms", 10_000, 1_000)
        terms = listed.book.bookTerms()
        assert (terms.gainHaircutBps, terms.tradeSpreadBps) == (10_000, 1_000)
        for arguments, cause in (((10_001, 0), "gainHaircutBps"), ((0, 1_001), "tradeSpreadBps")):
            with expect_revert("ParameterOutOfRange", cause=cause):
                listed.change("setTradeTerms", *arguments)

    def test_settings_leave_each_other_alone(self, listed: Listed) -> None:
        """They share words with each other, the registry and the pauses."""
        registry = listed.book.identityRegistry()
        uptime = listed.chain.deploy("HostileFeed", 0, 1)
        listed.change("pauseGroups", 0b100000)
        listed.change("setExtraMargin", 40, 30)
        listed.change("setConcentration", 600, 100)
        listed.change("setTradeTerms", 2_000, 7)
        listed.change("setCashAsset", listed.dollar.id)
        listed.change("setSequencer", uptime, 60, 600)
        expected = (40, 30, 600, 100, 2_000, 7, listed.dollar.id)
        assert tuple(listed.book.bookTerms()) == expected
        assert listed.book.identityRegistry() == registry
        assert listed.book.pausedGroups() == 0b100000
        assert listed.book.assetCount() == 2


class TestAssetParameters:
    def test_potential_exposure(self, listed: Listed) -> None:
        listed.change("setExposureRate", listed.ether.id, 1)
        assert listed.book.assetOf(listed.ether.id).listing.exposureBps == 1
        for rate in (0, 10_001):
            with expect_revert("ParameterOutOfRange", cause="exposureBps", value=rate):
                listed.change("setExposureRate", listed.ether.id, rate)
        listed.change("setExposureRate", listed.dollar.id, 0)

    def test_the_age_of_prices(self, listed: Listed) -> None:
        """T-18."""
        listed.change("shortenMaxAge", listed.ether.id, 10)
        listed.chain.advance(601)
        with expect_revert("PriceStale", assetId=listed.ether.id, maxAge=600):
            listed.borrow(1)
        for minutes in (10, 11):
            with expect_revert("NotStricter", cause="maxAgeMinutes"):
                listed.change("shortenMaxAge", listed.ether.id, minutes)
        for minutes in (10, 9):
            with expect_revert("NotLooser", cause="maxAgeMinutes"):
                listed.change("lengthenMaxAge", listed.ether.id, minutes)
        listed.change("lengthenMaxAge", listed.ether.id, 11)
        listed.borrow(1)
        for change, minutes in (("shortenMaxAge", 0), ("lengthenMaxAge", 4_096)):
            with expect_revert("ParameterOutOfRange", cause="maxAgeMinutes"):
                listed.change(change, listed.ether.id, minutes)

    def test_parameters_leave_each_other_alone(self, listed: Listed) -> None:
        before = listed.book.assetOf(listed.ether.id).listing._asdict()
        price = listed.book.priceOf(listed.ether.id)
        listed.change("setExposureRate", listed.ether.id, 123)
        listed.change("shortenMaxAge", listed.ether.id, 77)
        listed.change("lowerHaircut", listed.ether.id, 9)
        after = listed.book.assetOf(listed.ether.id).listing._asdict()
        assert after == before | {"exposureBps": 123, "maxAgeMinutes": 77, "haircutBps": 9}
        now = listed.book.priceOf(listed.ether.id)
        assert (now.low, now.high, now.time) == (price.low, price.high, price.time)


class TestRoles:
    """T-41: who changes the oracle can neither seize nor tighten, and the other way round."""

    def test_one_role_cannot_do_both(self, listed: Listed) -> None:
        loosening = {
            "setFeeds": (listed.ether.id, FEEDS),
            "setSequencer": (listed.ether.primary, 0, 0),
            "listAsset": (LISTING,),
            "activateAsset": (listed.ether.id,),
        }
        tightening: dict[str, tuple[Any, ...]] = {
            "deactivateAsset": (listed.ether.id,),
            "overrideHaircut": (listed.ether.id, 9_000, b"r" * 32),
            "shortenMaxAge": (listed.ether.id, 1),
        }
        access = listed.stack.access
        for role, refused in (
            (Role.RISK_OFFICER, loosening),
            (Role.LISTING_ADMIN, tightening),
        ):
            holder = listed.chain.actor(f"holder of {role.name}")
            access.grantRole(role, holder, 0, sender=listed.governor)
            for name, arguments in refused.items():
                with expect_revert("AccessManagedUnauthorized", caller=holder):
                    listed.book.function(name)(*arguments, sender=holder)

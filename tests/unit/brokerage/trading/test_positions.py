"""Opening and closing against clearing: who, at what price, within which limits."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, expect_revert
from quantera.gas.brokerage_stack import TRADE, account_of
from tests.unit.brokerage.trading.desk import (
    ANY_PRICE,
    CLEARING,
    CLOSE_ONLY,
    DAY,
    MOST,
    TRADED,
    TRADING_GROUP,
    VALUE,
    Desk,
    Flag,
    Id,
    Terms,
)

ETHER = 10**18
HOUR = 3_600
ANYTIME = 2**40 - 1


@pytest.fixture
def alice(desk: Desk) -> Actor:
    """With a million dollars of collateral."""
    return desk.institution("alice", cash=1_000_000)


class TestOpening:
    def test_clearing_takes_the_other_side(self, desk: Desk, alice: Actor) -> None:
        event = desk.trade(alice, Id.ETHER, 5 * ETHER).events.one("PositionChanged")
        assert (event.traded, event.price, event.size) == (5 * ETHER, 2_000 * VALUE, 5 * ETHER)
        assert (event.entryValue, event.realisedValue) == (10_000 * VALUE, 0)
        account = account_of(alice)
        assert desk.position(account, Id.ETHER) == (5 * ETHER, 10_000 * VALUE)
        assert desk.position(CLEARING, Id.ETHER) == (-5 * ETHER, -10_000 * VALUE)
        assert tuple(desk.broker.openInterestOf(Id.ETHER)) == (5 * ETHER, 0)
        desk.trade(alice, Id.GOLD, -2 * 10**8)
        assert desk.position(CLEARING, Id.GOLD) == (2 * 10**8, 6_000 * VALUE)
        assert tuple(desk.broker.openInterestOf(Id.GOLD)) == (0, 2 * 10**8)

    def test_exposure_is_recorded(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, Id.ETHER, 5 * ETHER)
        risk = desk.risk(alice)
        assert risk.recordedValue == risk.exposureValue == risk.potentialValue == 1_000 * VALUE
        assert desk.broker.recordedExposures(alice).institutionValue == 1_000 * VALUE

    @pytest.mark.parametrize(("size", "price"), [(1, 202_404), (-1, 197_6), (1, 0)])
    def test_buying_is_dear_and_selling_cheap(
        self, desk: Desk, alice: Actor, size: int, price: int
    ) -> None:
        desk.price(Id.ETHER, 2_000 * VALUE + 1, spread=100)
        desk.spread(20)
        buying, selling = desk.broker.tradePrices(Id.ETHER)
        high = desk.assets[Id.ETHER].high
        assert high == 2_020 * VALUE + 2
        assert buying == high + -(-high * 20 // 10_000)
        assert selling == (2_000 * VALUE + 1) * 9_980 // 10_000
        event = desk.trade(alice, Id.ETHER, size * ETHER).events.one("PositionChanged")
        assert event.price == (buying if size > 0 else selling)

    def test_no_spread_above_the_potential_exposure(self, desk: Desk) -> None:
        desk.list(Id.BARRELS, Terms(0, 70 * VALUE, exposure=5))
        desk.spread(20)
        assert tuple(desk.broker.tradePrices(Id.BARRELS)) == (7_003_500_000, 6_996_500_000)

    @pytest.mark.parametrize(("size", "limit"), [(1, 2_000 * VALUE - 1), (-1, 2_000 * VALUE + 1)])
    def test_no_worse_than_the_limit(
        self, desk: Desk, alice: Actor, size: int, limit: int
    ) -> None:
        account = account_of(alice)
        with expect_revert("PriceBeyondLimit", price=2_000 * VALUE, limitPrice=limit):
            desk.broker.openPosition(account, Id.ETHER, size, limit, sender=alice)
        desk.broker.openPosition(account, Id.ETHER, size, 2_000 * VALUE, sender=alice)

    @pytest.mark.parametrize(
        ("size", "error"), [(0, "AmountZero"), (-(2**127), "SizeInvalid"), (2**127 - 1, "AmountTooLarge")]
    )
    def test_sizes_that_are_none(self, desk: Desk, alice: Actor, size: int, error: str) -> None:
        """T-42: the least number of the type has no magnitude in it."""
        desk.list(Id.BARRELS, Terms(18, 1, exposure=0))
        with expect_revert(error):
            desk.trade(alice, Id.BARRELS, size)

    def test_an_entry_that_does_not_fit(self, desk: Desk, alice: Actor) -> None:
        desk.list(Id.BARRELS, Terms(0, 10**20, exposure=0))
        with expect_revert("AmountTooLarge", most=2**111 - 1):
            desk.trade(alice, Id.BARRELS, 10**14)

    @pytest.mark.parametrize("flags", [TRADED & ~Flag.TRADABLE, TRADED & ~Flag.ACTIVE])
    def test_assets_that_cannot_be_traded(self, desk: Desk, alice: Actor, flags: Flag) -> None:
        desk.list(Id.GOLD, Terms(8, 3_000 * VALUE, flags=flags))
        with expect_revert("AssetNotUsable", assetId=Id.GOLD):
            desk.trade(alice, Id.GOLD, 1)

    @pytest.mark.parametrize("asset", [80, 255])
    def test_assets_that_are_none(self, desk: Desk, alice: Actor, asset: int) -> None:
        account = account_of(alice)
        for call, arguments in (
            (desk.broker.openPosition, (account, asset, 1, MOST)),
            (desk.broker.closePosition, (account, asset, 1, MOST)),
        ):
            with expect_revert("AssetUnknown", assetId=asset):
                call(*arguments, sender=alice)
        for view in (desk.broker.crossMarginPosition, desk.broker.positionOf):
            with expect_revert("AssetUnknown", assetId=asset):
                view(account, asset)
        with expect_revert("AssetUnknown"):
            desk.broker.tradePrices(asset)

    def test_t_18_a_stale_price_opens_nothing(self, desk: Desk, alice: Actor) -> None:
        """T-18: at its last second a price is good; a second later it stops new positions."""
        desk.chain.advance(HOUR)
        desk.trade(alice, Id.ETHER, 1)
        desk.chain.advance(1)
        with expect_revert("PriceStale", assetId=Id.ETHER, maxAge=HOUR):
            desk.trade(alice, Id.ETHER, 1)

    def test_a_stale_price_of_another_asset_opens_nothing(self, desk: Desk, alice: Actor) -> None:
        desk.chain.advance(HOUR + 1)
        desk.price(Id.ETHER, 2_000 * VALUE)
        with expect_revert("PriceStale", assetId=Id.CASH):
            desk.trade(alice, Id.ETHER, 1)

    def test_initial_margin(self, desk: Desk) -> None:
        """150 of adjusted collateral to 100 of exposure, and not a unit less."""
        carol = desk.institution("carol", cash=300)
        with expect_revert(
            "MarginInsufficient", adjustedValue=300 * VALUE, exposureValue=200 * VALUE + 1, ratio=150
        ):
            desk.trade(carol, Id.ETHER, ETHER + 1)
        desk.trade(carol, Id.ETHER, ETHER)

    def test_credit_limit(self, desk: Desk) -> None:
        carol = desk.institution("carol", cash=10**6, limit=200)
        desk.trade(carol, Id.ETHER, ETHER)
        with expect_revert("CreditLimitExceeded", limit=200 * VALUE):
            desk.trade(carol, Id.ETHER, ETHER // 10**6)

    def test_t_30_ten_positions_and_no_more(self, desk: Desk) -> None:
        """T-30: an account has at most ten positions."""
        carol = desk.institution("carol", cash=10**6)
        for asset in range(10, 21):
            desk.list(asset, Terms(8, 100 * VALUE))
        for asset in range(10, 20):
            desk.trade(carol, asset, -(10**8))
        with expect_revert("TooManyAssets", most=10):
            desk.trade(carol, 20, 10**8)
        desk.trade(carol, 19, 2 * 10**8)
        desk.close(carol, 19)
        desk.trade(carol, 20, 10**8)
        assert desk.broker.MAX_POSITIONS() == 10

    @pytest.mark.parametrize("sign", [1, -1])
    def test_open_interest(self, desk: Desk, alice: Actor, sign: int) -> None:
        """Longs and shorts have the same cap each; a lower cap stops growth alone."""
        desk.broker.setLimits(Id.GOLD, ZERO_ADDRESS, 1_000, sender=desk.governor)
        bob = desk.institution("bob", cash=10**6)
        desk.trade(bob, Id.GOLD, -sign * 1_000)
        desk.trade(alice, Id.GOLD, sign * 999)
        with expect_revert("OpenInterestExceeded", assetId=Id.GOLD, units=1_001, cap=1_000):
            desk.trade(alice, Id.GOLD, sign * 2)
        desk.trade(alice, Id.GOLD, sign)
        desk.broker.setLimits(Id.GOLD, ZERO_ADDRESS, 10, sender=desk.governor)
        desk.trade(alice, Id.GOLD, -sign * 500)
        with expect_revert("OpenInterestExceeded", units=501, cap=10):
            desk.trade(alice, Id.GOLD, sign)
        desk.close(bob, Id.GOLD)

    def test_a_pause_stops_opening_alone(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, Id.ETHER, 1)
        desk.broker.setPaused(TRADING_GROUP, True, sender=desk.governor)
        with expect_revert("GroupPaused"):
            desk.trade(alice, Id.ETHER, 1)
        desk.close(alice, Id.ETHER)

    def test_t_38_who_is_verified_no_more_can_only_close(self, desk: Desk, alice: Actor) -> None:
        """T-38: without evidence, and when restricted, an account closes and does nothing else."""
        desk.trade(alice, Id.ETHER, 2)
        account = account_of(alice)
        desk.broker.setVerified(alice, False, sender=desk.governor)
        with expect_revert("CloseOnly", account=account):
            desk.trade(alice, Id.ETHER, -1)
        desk.close(alice, Id.ETHER, 1)
        desk.broker.setVerified(alice, True, sender=desk.governor)
        desk.broker.setFlags(account, CLOSE_ONLY, True, sender=desk.governor)
        with expect_revert("CloseOnly", account=account):
            desk.trade(alice, Id.ETHER, -1)
        desk.close(alice, Id.ETHER, 1)
        assert desk.position(account, Id.ETHER) == (0, 0)


class TestWhoTrades:
    def test_nobody_else(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, Id.ETHER, 1)
        account, stranger = account_of(alice), desk.chain.actor("stranger")
        for call, arguments in (
            (desk.broker.openPosition, (account, Id.ETHER, 1, MOST)),
            (desk.broker.closePosition, (account, Id.ETHER, 1, 0)),
        ):
            with expect_revert("AccountNotYours", account=account, caller=stranger, permission=TRADE):
                call(*arguments, sender=stranger)

    @pytest.mark.parametrize(("rights", "allowed"), [(TRADE, True), (31, True), (15, False)])
    def test_operators(self, desk: Desk, alice: Actor, rights: int, allowed: bool) -> None:
        account, operator = account_of(alice), desk.chain.actor("operator")
        desk.broker.setOperator(account, operator, rights, ANYTIME, sender=desk.governor)
        arguments: tuple[Any, ...] = (account, Id.ETHER, 1, MOST)
        if allowed:
            desk.broker.openPosition(*arguments, sender=operator)
            return
        with expect_revert("AccountNotYours", caller=operator):
            desk.broker.openPosition(*arguments, sender=operator)

    def test_accounts_that_are_none(self, desk: Desk, alice: Actor) -> None:
        account = account_of(alice, 7)
        with expect_revert("AccountUnknown", account=account):
            desk.broker.openPosition(account, Id.ETHER, 1, MOST, sender=alice)
        with expect_revert("AccountUnknown", account=account):
            desk.broker.closePosition(account, Id.ETHER, 1, 0, sender=alice)

    def test_sub_accounts_are_margined_by_themselves(self, desk: Desk, alice: Actor) -> None:
        desk.open(alice, 7)
        with expect_revert("MarginInsufficient", adjustedValue=0):
            desk.trade(alice, Id.ETHER, ETHER, sub=7)
        desk.collateral(alice, Id.CASH, 300 * 10**6, sub=7)
        desk.trade(alice, Id.ETHER, ETHER, sub=7)
        assert desk.position(account_of(alice), Id.ETHER) == (0, 0)
        recorded = desk.broker.recordedExposures(alice).institutionValue
        assert recorded == desk.risk(alice, 7).recordedValue == 200 * VALUE


class TestClosing:
    def test_all_and_parts(self, desk: Desk, alice: Actor) -> None:
        account = account_of(alice)
        desk.trade(alice, Id.ETHER, -5 * ETHER)
        desk.close(alice, Id.ETHER, 2 * ETHER)
        assert desk.position(account, Id.ETHER) == (-3 * ETHER, -6_000 * VALUE)
        desk.close(alice, Id.ETHER, 9 * ETHER)
        assert desk.position(account, Id.ETHER) == desk.position(CLEARING, Id.ETHER) == (0, 0)
        assert desk.risk(alice).recordedValue == 0
        with expect_revert("PositionEmpty", account=account, assetId=Id.ETHER):
            desk.close(alice, Id.ETHER)

    def test_nothing_is_no_size(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, Id.ETHER, 1)
        with expect_revert("AmountZero"):
            desk.close(alice, Id.ETHER, 0)

    @pytest.mark.parametrize(("size", "limit"), [(1, 2_000 * VALUE + 1), (-1, 2_000 * VALUE - 1)])
    def test_no_worse_than_the_limit(
        self, desk: Desk, alice: Actor, size: int, limit: int
    ) -> None:
        account = account_of(alice)
        desk.trade(alice, Id.ETHER, size)
        with expect_revert("PriceBeyondLimit", price=2_000 * VALUE, limitPrice=limit):
            desk.broker.closePosition(account, Id.ETHER, 1, limit, sender=alice)
        desk.broker.closePosition(account, Id.ETHER, 1, 2_000 * VALUE, sender=alice)

    def test_inv_14_stale_prices_and_delisting_do_not_stop_it(
        self, desk: Desk, alice: Actor
    ) -> None:
        """INV-14: at a stale price the spread is the whole potential exposure, up to a day."""
        desk.trade(alice, Id.ETHER, 3 * ETHER)
        start = desk.chain.timestamp
        terms = desk.assets[Id.ETHER]
        terms.flags = Flag.COLLATERAL
        desk.list(Id.ETHER, terms)
        desk.chain.set_timestamp(start + DAY)
        event = desk.close(alice, Id.ETHER, ETHER).events.one("PositionChanged")
        assert event.price == 1_800 * VALUE
        assert desk.broker.MAX_CLOSING_AGE() == DAY
        desk.chain.set_timestamp(start + DAY + 1)
        with expect_revert("PriceStale", assetId=Id.ETHER, updatedAt=start, maxAge=DAY):
            desk.close(alice, Id.ETHER)
        desk.price(Id.ETHER, 2_000 * VALUE)
        assert desk.close(alice, Id.ETHER).events.one("PositionChanged").price == 2_000 * VALUE

    def test_a_price_that_is_fresh_for_longer(self, desk: Desk, alice: Actor) -> None:
        desk.list(Id.GOLD, Terms(8, 3_000 * VALUE, age=2 * 24 * 60))
        desk.trade(alice, Id.GOLD, 10**8)
        desk.chain.advance(2 * DAY)
        assert desk.close(alice, Id.GOLD).events.one("PositionChanged").price == 3_000 * VALUE

    def test_inv_04_closing_does_not_break_maintenance(self, desk: Desk) -> None:
        """INV-04: a loss that would weigh more as debt than as loss is not taken at 125."""
        carol = desk.institution("carol", cash=0)
        desk.list(Id.GOLD, Terms(8, 1_000 * VALUE, haircut=0, exposure=1, flags=TRADED))
        desk.collateral(carol, Id.CASH, 1_000 * 10**6)
        desk.trade(carol, Id.GOLD, 10**8)
        desk.price(Id.CASH, VALUE, spread=100)
        desk.price(Id.GOLD, 200 * VALUE + 3_000_000)
        risk = desk.risk(carol)
        assert risk.maintenanceValue * 100 >= risk.exposureValue * 125
        with expect_revert("MarginInsufficient", account=account_of(carol), ratio=125):
            desk.close(carol, Id.GOLD)
        desk.price(Id.GOLD, 200 * VALUE)
        assert desk.risk(carol).ratioBps < 12_500
        desk.close(carol, Id.GOLD)

    def test_t_43_opening_and_closing_in_one_second(self, desk: Desk, alice: Actor) -> None:
        """T-43: a second in which nothing passes changes nothing."""
        now = desk.chain.timestamp
        desk.trade(alice, Id.ETHER, ETHER)
        assert desk.broker.positionOf(account_of(alice), Id.ETHER).changedAt == now
        desk.chain.set_timestamp(now)
        desk.close(alice, Id.ETHER)
        assert desk.cash(alice) == desk.owed(alice) == 0


def test_limits_for_both_directions() -> None:
    assert ANY_PRICE[True] > ANY_PRICE[False] == 0

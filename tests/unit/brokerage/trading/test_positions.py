"""Opening and closing against clearing: who, at what price, within which limits."""

from typing import Any

import pytest

from quantera.evm import Actor, expect_revert
from tests.unit.brokerage.trading.desk import (
    ACTIVE,
    CLEARING,
    DAY,
    ETHER,
    HOUR,
    MOST,
    TRADABLE,
    TRADE,
    TRADING_GROUP,
    VALUE,
    Desk,
    Terms,
    account_of,
)

ANYTIME = 2**40 - 1


class TestOpening:
    def test_clearing_takes_the_other_side(self, desk: Desk, alice: Actor) -> None:
        event = desk.trade(alice, desk.ether, 5 * ETHER).events.one("PositionChanged")
        assert (event.traded, event.price, event.size) == (5 * ETHER, 2_000 * VALUE, 5 * ETHER)
        assert (event.entryValue, event.realisedValue) == (10_000 * VALUE, 0)
        account = account_of(alice)
        assert desk.position(account, desk.ether) == (5 * ETHER, 10_000 * VALUE)
        assert desk.position(CLEARING, desk.ether) == (-5 * ETHER, -10_000 * VALUE)
        assert tuple(desk.broker.openInterestOf(desk.ether.id)) == (5 * ETHER, 0)
        desk.trade(alice, desk.gold, -2 * 10**8)
        assert desk.position(CLEARING, desk.gold) == (2 * 10**8, 6_000 * VALUE)
        assert tuple(desk.broker.openInterestOf(desk.gold.id)) == (0, 2 * 10**8)

    def test_exposure_is_recorded(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 5 * ETHER)
        risk = desk.risk(alice)
        assert risk.exposureValue == risk.potentialValue == 1_000 * VALUE
        assert desk.broker.creditLineOf(alice).exposure == 1_000 * VALUE

    @pytest.mark.parametrize("size", [1, -1])
    def test_buying_is_dear_and_selling_cheap(self, desk: Desk, alice: Actor, size: int) -> None:
        desk.price(desk.ether, 2_000 * VALUE + 1, spread=100)
        desk.book_terms(spread=20)
        buying, selling = desk.broker.tradePrices(desk.ether.id)
        high = desk.terms[desk.ether.id].high
        assert high == 2_020 * VALUE + 2
        assert buying == high + -(-high * 20 // 10_000)
        assert selling == (2_000 * VALUE + 1) * 9_980 // 10_000
        event = desk.trade(alice, desk.ether, size * ETHER).events.one("PositionChanged")
        assert event.price == (buying if size > 0 else selling)

    def test_no_spread_above_the_potential_exposure(self, desk: Desk) -> None:
        oil = desk.list("Oil", Terms(0, 70 * VALUE, exposure=5))
        desk.book_terms(spread=20)
        assert tuple(desk.broker.tradePrices(oil.id)) == (7_003_500_000, 6_996_500_000)

    @pytest.mark.parametrize(("size", "limit"), [(1, 2_000 * VALUE - 1), (-1, 2_000 * VALUE + 1)])
    def test_no_worse_than_the_limit(self, desk: Desk, alice: Actor, size: int, limit: int) -> None:
        account = account_of(alice)
        with expect_revert("PriceBeyondLimit", price=2_000 * VALUE, limitPrice=limit):
            desk.broker.openPosition(account, desk.ether.id, size, limit, sender=alice)
        desk.broker.openPosition(account, desk.ether.id, size, 2_000 * VALUE, sender=alice)

    @pytest.mark.parametrize(
        ("size", "error"),
        [(0, "AmountZero"), (-(2**127), "SizeInvalid"), (2**127 - 1, "AmountTooLarge")],
    )
    def test_sizes_that_are_none(self, desk: Desk, alice: Actor, size: int, error: str) -> None:
        """T-42: the least number of the type has no magnitude in it."""
        dust = desk.list("Dust", Terms(18, 1, exposure=0))
        with expect_revert(error):
            desk.trade(alice, dust, size)

    def test_an_entry_that_does_not_fit(self, desk: Desk, alice: Actor) -> None:
        treasure = desk.list("Treasure", Terms(0, 10**20, exposure=0))
        with expect_revert("AmountTooLarge", most=2**111 - 1):
            desk.trade(alice, treasure, 10**14)

    @pytest.mark.parametrize("missing", [TRADABLE, ACTIVE])
    def test_assets_that_cannot_be_traded(self, desk: Desk, alice: Actor, missing: int) -> None:
        desk.flag(desk.gold, cleared=missing)
        with expect_revert("AssetNotUsable", assetId=desk.gold.id):
            desk.trade(alice, desk.gold, 1)

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
        desk.stack.chain.advance(HOUR)
        desk.trade(alice, desk.ether, 1)
        desk.stack.chain.advance(1)
        with expect_revert("PriceStale", assetId=desk.ether.id, maxAge=HOUR):
            desk.trade(alice, desk.ether, 1)

    def test_a_stale_price_of_another_asset_opens_nothing(self, desk: Desk, alice: Actor) -> None:
        desk.stack.chain.advance(HOUR + 1)
        desk.price(desk.ether, 2_000 * VALUE)
        with expect_revert("PriceStale", assetId=desk.cash.id):
            desk.trade(alice, desk.ether, 1)

    def test_initial_margin(self, desk: Desk) -> None:
        """150 of adjusted collateral to 100 of exposure, roundings of cost and margin among it."""
        carol = desk.member("carol", 300)
        with expect_revert(
            "MarginInsufficient",
            adjustedValue=300 * VALUE,
            exposureValue=200 * VALUE + 2,
            ratio=150,
        ):
            desk.trade(carol, desk.ether, ETHER + 1)
        desk.trade(carol, desk.ether, ETHER)

    def test_credit_limit(self, desk: Desk) -> None:
        carol = desk.member("carol", limit=200 * VALUE)
        desk.trade(carol, desk.ether, ETHER)
        with expect_revert("CreditLimitExceeded", limit=200 * VALUE):
            desk.trade(carol, desk.ether, ETHER // 10**6)

    def test_t_30_ten_positions_and_no_more(self, desk: Desk) -> None:
        """T-30: an account has at most ten positions."""
        carol = desk.member("carol")
        assets = [desk.list(f"Asset {n}", Terms(8, 100 * VALUE)) for n in range(11)]
        for asset in assets[:10]:
            desk.trade(carol, asset, -(10**8))
        with expect_revert("TooManyAssets", most=10):
            desk.trade(carol, assets[10], 10**8)
        desk.trade(carol, assets[9], 2 * 10**8)
        desk.close(carol, assets[9])
        desk.trade(carol, assets[10], 10**8)
        assert desk.broker.MAX_POSITIONS() == 10

    @pytest.mark.parametrize("sign", [1, -1])
    def test_open_interest(self, desk: Desk, alice: Actor, bob: Actor, sign: int) -> None:
        """Longs and shorts have the same cap each; a lower cap stops growth alone."""
        desk.cap(desk.gold, 1_000)
        desk.trade(bob, desk.gold, -sign * 1_000)
        desk.trade(alice, desk.gold, sign * 999)
        with expect_revert("OpenInterestExceeded", assetId=desk.gold.id, units=1_001, cap=1_000):
            desk.trade(alice, desk.gold, sign * 2)
        desk.trade(alice, desk.gold, sign)
        desk.cap(desk.gold, 10)
        desk.trade(alice, desk.gold, -sign * 500)
        with expect_revert("OpenInterestExceeded", units=501, cap=10):
            desk.trade(alice, desk.gold, sign)
        desk.close(bob, desk.gold)

    def test_a_pause_stops_opening_alone(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 1)
        desk.broker.pauseGroups(TRADING_GROUP, sender=desk.governor)
        with expect_revert("GroupPaused"):
            desk.trade(alice, desk.ether, 1)
        desk.close(alice, desk.ether)

    def test_t_38_who_is_verified_no_more_can_only_close(self, desk: Desk, alice: Actor) -> None:
        """T-38: without evidence, and when restricted, an account closes and does nothing else."""
        desk.trade(alice, desk.ether, 2)
        account = account_of(alice)
        desk.stack.unverify(alice)
        with expect_revert("CloseOnly", account=account):
            desk.trade(alice, desk.ether, -1)
        desk.close(alice, desk.ether, 1)
        desk.stack.verify("alice")
        desk.broker.restrictAccounts([account], sender=desk.governor)
        with expect_revert("CloseOnly", account=account):
            desk.trade(alice, desk.ether, -1)
        desk.close(alice, desk.ether, 1)
        assert desk.position(account, desk.ether) == (0, 0)


class TestWhoTrades:
    def test_nobody_else(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 1)
        account, stranger = account_of(alice), desk.stack.chain.actor("stranger")
        for call, arguments in (
            (desk.broker.openPosition, (account, desk.ether.id, 1, MOST)),
            (desk.broker.closePosition, (account, desk.ether.id, 1, 0)),
        ):
            with expect_revert(
                "AccountNotYours", account=account, caller=stranger, permission=TRADE
            ):
                call(*arguments, sender=stranger)

    @pytest.mark.parametrize(("rights", "allowed"), [(TRADE, True), (31, True), (15, False)])
    def test_operators(self, desk: Desk, alice: Actor, rights: int, allowed: bool) -> None:
        account, operator = account_of(alice), desk.stack.chain.actor("operator")
        desk.broker.setOperator(account, operator, rights, ANYTIME, sender=alice)
        arguments: tuple[Any, ...] = (account, desk.ether.id, 1, MOST)
        if allowed:
            desk.broker.openPosition(*arguments, sender=operator)
            return
        with expect_revert("AccountNotYours", caller=operator):
            desk.broker.openPosition(*arguments, sender=operator)

    def test_accounts_that_are_none(self, desk: Desk, alice: Actor) -> None:
        account = account_of(alice, 7)
        with expect_revert("AccountUnknown", account=account):
            desk.broker.openPosition(account, desk.ether.id, 1, MOST, sender=alice)
        with expect_revert("AccountUnknown", account=account):
            desk.broker.closePosition(account, desk.ether.id, 1, 0, sender=alice)

    def test_sub_accounts_are_margined_by_themselves(self, desk: Desk, alice: Actor) -> None:
        desk.broker.openAccount(7, sender=alice)
        with expect_revert("MarginInsufficient", adjustedValue=0):
            desk.trade(alice, desk.ether, ETHER, sub=7)
        desk.stack.deposit(alice, desk.cash, 300 * 10**6, 7)
        desk.trade(alice, desk.ether, ETHER, sub=7)
        assert desk.position(account_of(alice), desk.ether) == (0, 0)
        recorded = desk.broker.creditLineOf(alice).exposure
        assert recorded == desk.recorded(alice, 7) == 200 * VALUE


class TestClosing:
    def test_all_and_parts(self, desk: Desk, alice: Actor) -> None:
        account = account_of(alice)
        desk.trade(alice, desk.ether, -5 * ETHER)
        desk.close(alice, desk.ether, 2 * ETHER)
        assert desk.position(account, desk.ether) == (-3 * ETHER, -6_000 * VALUE)
        desk.close(alice, desk.ether, 9 * ETHER)
        assert desk.position(account, desk.ether) == desk.position(CLEARING, desk.ether) == (0, 0)
        assert desk.recorded(alice) == 0
        with expect_revert("PositionEmpty", account=account, assetId=desk.ether.id):
            desk.close(alice, desk.ether)

    def test_nothing_is_no_size(self, desk: Desk, alice: Actor) -> None:
        desk.trade(alice, desk.ether, 1)
        with expect_revert("AmountZero"):
            desk.close(alice, desk.ether, 0)

    @pytest.mark.parametrize(("size", "limit"), [(1, 2_000 * VALUE + 1), (-1, 2_000 * VALUE - 1)])
    def test_no_worse_than_the_limit(self, desk: Desk, alice: Actor, size: int, limit: int) -> None:
        account = account_of(alice)
        desk.trade(alice, desk.ether, size)
        with expect_revert("PriceBeyondLimit", price=2_000 * VALUE, limitPrice=limit):
            desk.broker.closePosition(account, desk.ether.id, 1, limit, sender=alice)
        desk.broker.closePosition(account, desk.ether.id, 1, 2_000 * VALUE, sender=alice)

    def test_inv_14_stale_prices_and_delisting_do_not_stop_it(
        self, desk: Desk, alice: Actor
    ) -> None:
        """INV-14: at a stale price the spread is the whole potential exposure, up to a day."""
        desk.trade(alice, desk.ether, 3 * ETHER)
        desk.refresh()
        start = desk.now
        desk.flag(desk.ether, cleared=TRADABLE | ACTIVE)
        desk.stack.chain.set_timestamp(start + DAY)
        event = desk.close(alice, desk.ether, ETHER).events.one("PositionChanged")
        assert event.price == 1_800 * VALUE
        assert desk.broker.MAX_CLOSING_AGE() == DAY
        desk.stack.chain.set_timestamp(start + DAY + 1)
        with expect_revert("PriceStale", assetId=desk.ether.id, updatedAt=start, maxAge=DAY):
            desk.close(alice, desk.ether)
        desk.price(desk.ether, 2_000 * VALUE)
        assert desk.close(alice, desk.ether).events.one("PositionChanged").price == 2_000 * VALUE

    def test_no_gain_at_a_stale_price(self, desk: Desk, alice: Actor) -> None:
        """A feed that stands still in a crash pays nobody: losses are taken, gains wait."""
        desk.trade(alice, desk.ether, ETHER)
        desk.trade(alice, desk.gold, 10**8)
        desk.price(desk.ether, 2_300 * VALUE)
        desk.price(desk.gold, 3_100 * VALUE)
        desk.stack.chain.advance(HOUR + 1)
        with expect_revert("GainAtStalePrice", assetId=desk.ether.id, realisedValue=70 * VALUE):
            desk.close(alice, desk.ether)
        event = desk.close(alice, desk.gold).events.one("PositionChanged")
        assert (event.price, event.realisedValue) == (2_790 * VALUE, -210 * VALUE)
        desk.price(desk.ether, 2_300 * VALUE)
        desk.close(alice, desk.ether)
        assert desk.cash_of(alice) == 300 * VALUE - 210 * VALUE

    def test_a_price_that_is_fresh_for_longer(self, desk: Desk, alice: Actor) -> None:
        slow = desk.list("Slow", Terms(8, 3_000 * VALUE), age_minutes=2 * 24 * 60)
        desk.trade(alice, slow, 10**8)
        desk.stack.chain.advance(2 * DAY)
        assert desk.close(alice, slow).events.one("PositionChanged").price == 3_000 * VALUE

    def test_inv_04_closing_does_not_break_maintenance(self, desk: Desk) -> None:
        """INV-04: a loss that would weigh more as debt than as loss is not taken at 125."""
        carol = desk.member("carol", 1_000)
        calm = desk.list("Calm", Terms(8, 1_000 * VALUE, exposure=1))
        desk.trade(carol, calm, 10**8)
        desk.price(desk.cash, VALUE, spread=100)
        desk.price(calm, 200 * VALUE + 3_000_000)
        risk = desk.risk(carol)
        assert risk.maintenanceValue * 100 >= risk.exposureValue * 125
        with expect_revert("MarginInsufficient", account=account_of(carol), ratio=125):
            desk.close(carol, calm)
        desk.price(calm, 200 * VALUE)
        assert desk.risk(carol).ratioBps < 12_500
        desk.close(carol, calm)

    def test_t_43_opening_and_closing_in_one_second(self, desk: Desk, alice: Actor) -> None:
        """T-43: a second in which nothing passes changes nothing."""
        now = desk.now
        desk.trade(alice, desk.ether, ETHER)
        assert desk.broker.positionOf(account_of(alice), desk.ether.id).changedAt == now
        desk.stack.chain.set_timestamp(now)
        desk.close(alice, desk.ether)
        assert desk.cash_of(alice) == desk.owed(alice) == 0

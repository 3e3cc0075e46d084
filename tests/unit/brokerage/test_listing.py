"""Listing of assets, what they are for, and what is left of one that is delisted."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.brokerage_listing import LISTING, list_asset, quote
from quantera.gas.brokerage_stack import VALUE, deploy_brokerage_stack
from quantera.gas.settlement_stack import Kind, asset_terms
from quantera.gas.token_stack import TokenStack, deploy_token, open_token
from tests.unit.brokerage.listing import Listed

FULL: dict[str, Any] = LISTING | {
    "isCollateral": True,
    "isTradable": True,
    "issuerGroup": 77,
    "assetClass": 3,
    "maxAgeMinutes": 4_095,
    "haircutBps": 9_999,
    "exposureBps": 10_000,
    "caps": {"cap": 3, "institutionCap": 2, "openInterestCap": 1},
}


def shown(listed: Listed, asset_id: int) -> dict[str, Any]:
    listing: dict[str, Any] = listed.book.assetOf(asset_id).listing._asdict()
    return listing | {"caps": listing["caps"]._asdict()}


class TestListings:
    def test_a_listing_comes_back_as_it_was_given(self, listed: Listed) -> None:
        token = listed.plain("Full", 27)
        desk = listed.plain("Desk")
        listing = FULL | {"token": token.address, "desk": desk.address}
        receipt = listed.change("listAsset", listing)
        asset_id = receipt.return_value
        assert shown(listed, asset_id) == listing
        found = listed.book.assetOf(asset_id)
        assert (found.decimals, found.isActive) == (27, True)
        assert listed.book.assetIdOf(token) == asset_id
        assert listed.book.assetCount() == asset_id + 1
        event = receipt.events.one("AssetAdmitted")
        assert (event.assetId, event.token, event.decimals) == (asset_id, token.address, 27)

    def test_an_underlying_needs_no_token(self, listed: Listed) -> None:
        asset = list_asset(listed.stack, decimals=3)
        assert shown(listed, asset.id)["decimals"] == 3
        assert listed.book.assetOf(asset.id).decimals == 3

    @pytest.mark.parametrize(
        ("changes", "cause"),
        [
            ({"isCollateral": False, "isTradable": False}, "isCollateral"),
            ({"token": ZERO_ADDRESS}, "token"),
            ({"decimals": 18}, "decimals"),
            ({"exposureBps": 0}, "exposureBps"),
        ],
    )
    def test_contradictions_are_refused(
        self, listed: Listed, changes: dict[str, Any], cause: str
    ) -> None:
        with expect_revert("ListingInvalid", cause=cause):
            listed.change("listAsset", FULL | {"token": listed.plain("Token")} | changes)

    @pytest.mark.parametrize(
        ("changes", "cause"),
        [
            ({"maxAgeMinutes": 0}, "maxAgeMinutes"),
            ({"maxAgeMinutes": 4_096}, "maxAgeMinutes"),
            ({"haircutBps": 10_000}, "haircutBps"),
            ({"exposureBps": 10_001}, "exposureBps"),
            ({"token": ZERO_ADDRESS, "isCollateral": False, "decimals": 28}, "decimals"),
        ],
    )
    def test_bounds(self, listed: Listed, changes: dict[str, Any], cause: str) -> None:
        """T-40, T-42."""
        with expect_revert("ParameterOutOfRange", cause=cause):
            listed.change("listAsset", FULL | {"token": listed.plain("Token")} | changes)

    def test_tokens(self, listed: Listed) -> None:
        with expect_revert("TokenAlreadyListed", token=listed.ether.asset.cash):
            listed.change("listAsset", FULL | {"token": listed.ether.asset.cash})
        with expect_revert("AddressWithoutCode", account=listed.alice):
            listed.change("listAsset", FULL | {"token": listed.alice})
        with expect_revert("AddressWithoutCode", account=listed.alice):
            listed.change("listAsset", FULL | {"token": listed.plain("A"), "desk": listed.alice})
        odd = listed.chain.deploy("MuteFeed", 1)
        with expect_revert("ListingInvalid", cause="token"):
            listed.change("listAsset", FULL | {"token": odd})
        many = listed.plain("Many", 28)
        with expect_revert("ParameterOutOfRange", cause="decimals", value=28, most=27):
            listed.change("listAsset", FULL | {"token": many})

    def test_the_list_has_an_end(self, listed: Listed) -> None:
        """T-30."""
        for _ in range(80 - listed.book.assetCount()):
            list_asset(listed.stack)
        with expect_revert("AssetListFull", most=80):
            list_asset(listed.stack)

    def test_the_unlisted_are_unknown(self, listed: Listed) -> None:
        with expect_revert("AssetUnknown", assetId=2**256 - 1):
            listed.book.assetIdOf(listed.alice)
        for view in ("assetOf", "haircutOf"):
            with expect_revert("AssetUnknown", assetId=79):
                listed.book.function(view)(79)
        caps = LISTING["caps"]
        for change, arguments in (
            ("addUses", (True, True, True)),
            ("deactivateAsset", ()),
            ("activateAsset", ()),
            ("setCashAsset", ()),
            ("raiseHaircut", (1, 86_400)),
            ("overrideHaircut", (1, b"r" * 32)),
            ("lowerHaircut", (1,)),
            ("setExposureRate", (1,)),
            ("lengthenMaxAge", (1,)),
            ("shortenMaxAge", (1,)),
            ("raiseCaps", (caps,)),
            ("lowerCaps", (caps,)),
        ):
            with expect_revert("AssetUnknown", assetId=79):
                listed.change(change, 79, *arguments)


class TestSettlementAssets:
    def test_the_settlement_manager_knows_them(self, listed: Listed) -> None:
        listing = LISTING | {"isSettlement": True, "token": listed.plain("Unknown")}
        with expect_revert("NoSettlementAsset", token=listing["token"]):
            listed.change("listAsset", listing)
        assert listed.book.settlementManager() == listed.settlement.manager.address

    def test_without_a_manager_there_are_none(self, listed: Listed) -> None:
        with listed.chain.rollback():
            stack = deploy_brokerage_stack(listed.chain)
            token = listed.settlement.asset("Euro", Kind.WCBDC, 6)
            with expect_revert("NoSettlementAsset", token=token):
                list_asset(stack, token, isSettlement=True)
            with expect_revert("AddressWithoutCode", account=listed.alice):
                stack.brokerage.setSettlementManager(listed.alice, sender=stack.governor)

    def test_none_has_a_desk(self, listed: Listed) -> None:
        """Units that are lent have no owner whom a regulated token could be told."""
        token = listed.settlement.asset("Euro", Kind.WCBDC, 6)
        desk = {"desk": listed.stack.registry}
        with expect_revert("ListingInvalid", cause="desk"):
            list_asset(listed.stack, token, isSettlement=True, **desk)
        euro = list_asset(listed.stack, token, isCollateral=True, **desk)
        with expect_revert("ListingInvalid", cause="desk"):
            listed.change("addUses", euro.id, True, False, True)

    @pytest.mark.parametrize("lots", (True, False))
    def test_none_keeps_lots(self, listed: Listed, lots: bool) -> None:
        """A regulated token may be one, unless its engine keeps lots of it."""
        stack, governor = listed.stack, listed.governor
        token, compliance = deploy_token(stack.access, stack.registry, name="Money")
        open_token(
            TokenStack(
                stack.chain,
                stack.access,
                governor,
                governor,
                governor,
                stack.registry,
                compliance,
                token,
            )
        )
        stack.registry.startCount(token, (False, False, 0, lots), sender=governor)
        listed.settlement.list_asset(token, asset_terms(Kind.DEPOSIT_TOKEN, isCompliant=True))
        if not lots:
            list_asset(stack, token, isSettlement=True)
            return
        with expect_revert("ListingInvalid", cause="lots"):
            list_asset(stack, token, isSettlement=True)
        bond = list_asset(stack, token, isCollateral=True, desk=stack.registry)
        assert shown(listed, bond.id)["isSettlement"] is False

    def test_their_pool_is_open(self, listed: Listed) -> None:
        """PB-09: the index begins at one."""
        token = listed.settlement.asset("Euro", Kind.WCBDC, 6)
        euro = list_asset(listed.stack, token, isSettlement=True)
        assert listed.book.lendingPool(euro.id).borrowIndex == 10**18

    def test_the_cash_asset_is_one_of_them(self, listed: Listed) -> None:
        listed.change("setCashAsset", listed.dollar.id)
        assert listed.book.bookTerms().cashAsset == listed.dollar.id
        with expect_revert("ListingInvalid", cause="cashAsset"):
            listed.change("setCashAsset", listed.ether.id)
        listed.change("deactivateAsset", listed.dollar.id)
        with expect_revert("ListingInvalid", cause="cashAsset"):
            listed.change("setCashAsset", listed.dollar.id)


class TestUses:
    def test_more_can_be_added(self, listed: Listed) -> None:
        token = listed.settlement.asset("Euro", Kind.WCBDC, 6)
        euro = list_asset(listed.stack, token, isCollateral=True, exposureBps=500)
        listed.borrow(100)
        listed.change("addUses", euro.id, True, True, True)
        found = shown(listed, euro.id)
        assert (found["isCollateral"], found["isTradable"], found["isSettlement"]) == (True,) * 3
        assert listed.book.lendingPool(euro.id).borrowIndex == 10**18

    def test_none_is_taken_away(self, listed: Listed) -> None:
        with expect_revert("NotLooser", cause="uses"):
            listed.change("addUses", listed.ether.id, False, True, False)

    def test_an_open_pool_stays_as_it_is(self, listed: Listed) -> None:
        listed.borrow(100)
        listed.change("setBorrowRate", listed.dollar.id, 100_000)
        listed.chain.advance(86_400)
        before = listed.book.lendingPool(listed.dollar.id)
        assert before.borrowIndex > 10**18
        listed.change("addUses", listed.dollar.id, True, False, True)
        assert listed.book.lendingPool(listed.dollar.id) == before

    def test_uses_are_checked_as_in_a_listing(self, listed: Listed) -> None:
        underlying = list_asset(listed.stack)
        with expect_revert("ListingInvalid", cause="token"):
            listed.change("addUses", underlying.id, True, True, False)
        with expect_revert("ListingInvalid", cause="exposureBps"):
            listed.change("addUses", listed.dollar.id, True, True, True)
        with expect_revert("NoSettlementAsset"):
            listed.change("addUses", listed.ether.id, True, True, True)


class TestInactive:
    """PB-16, INV-16."""

    def test_it_gives_no_power(self, listed: Listed) -> None:
        listed.borrow(1_000)
        listed.change("deactivateAsset", listed.ether.id)
        assert not listed.book.assetOf(listed.ether.id).isActive
        with expect_revert("MarginInsufficient", adjustedValue=0):
            listed.borrow(1)
        with expect_revert("MarginInsufficient"):
            listed.book.withdraw(
                listed.account, listed.ether.id, 1, listed.alice, sender=listed.alice
            )
        with expect_revert("AssetNotUsable", assetId=listed.ether.id):
            listed.stack.deposit(listed.alice, listed.ether.asset, 1)

    def test_it_counts_against_liquidation(self, listed: Listed) -> None:
        """The ratio is what it was."""
        listed.borrow(1_000)
        before = listed.book.accountRisk(listed.account)
        listed.change("deactivateAsset", listed.ether.id)
        after = listed.book.accountRisk(listed.account)
        assert after.maintenanceValue == before.maintenanceValue > 0
        assert after.exposureValue == before.exposureValue

    def test_debts_are_paid_back_and_what_is_free_leaves(self, listed: Listed) -> None:
        """PB-14, PB-15."""
        listed.borrow(1_000)
        for quoted in (listed.ether, listed.dollar):
            listed.change("deactivateAsset", quoted.id)
        listed.dollar.asset.cash.approve(listed.book, 2**256 - 1, sender=listed.alice)
        owed = listed.book.debtOf(listed.account, listed.dollar.id)
        listed.book.repay(listed.account, listed.dollar.id, owed, sender=listed.alice)
        everything = 2**256 - 1
        listed.book.withdraw(
            listed.account, listed.ether.id, everything, listed.alice, sender=listed.alice
        )
        assert listed.book.collateralOf(listed.account, listed.ether.id) == 0

    def test_a_deactivated_settlement_asset_is_not_lent(self, listed: Listed) -> None:
        listed.change("deactivateAsset", listed.dollar.id)
        with expect_revert("AssetNotUsable", assetId=listed.dollar.id):
            listed.borrow(1)

    def test_it_can_come_back(self, listed: Listed) -> None:
        listed.change("deactivateAsset", listed.ether.id)
        receipt = listed.change("activateAsset", listed.ether.id)
        assert receipt.events.one("AssetActivitySet").isActive
        listed.borrow(1_000)


def test_without_a_price_there_is_no_power(listed: Listed) -> None:
    """T-18: an asset that was never priced is stale, and worth nothing."""
    token = listed.plain("New")
    asset = list_asset(listed.stack, token, isCollateral=True)
    listed.stack.deposit(listed.alice, asset, asset.one)
    with expect_revert("PriceStale", assetId=asset.id):
        listed.borrow(1)
    quote(listed.stack, asset, VALUE)
    listed.borrow(1)

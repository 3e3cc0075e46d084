"""Trades between two accounts: consent, fit, price, and margin of both (PB-11)."""

from typing import Any

import pytest

from quantera.access import Role
from quantera.evm import Actor, Receipt, expect_revert
from tests.unit.brokerage.trading.desk import (
    CLEARING,
    ETHER,
    HOUR,
    TRADE,
    TRADING_GROUP,
    VALUE,
    Desk,
    Terms,
    account_of,
)

PRICE = 2_000 * VALUE
ANYTIME = 2**40 - 1


def match(
    desk: Desk,
    buy: dict[str, Any],
    sell: dict[str, Any],
    size: int = ETHER,
    price: int = PRICE,
    **changes: Any,
) -> Receipt:
    """Match two orders that their signers have signed, brought by somebody else."""
    signatures = [
        changes[name] if name in changes else desk.signed(order, order["signer"])
        for name, order in (("bought", buy), ("sold", sell))
    ]
    receipt: Receipt = desk.broker.matchTrade(
        buy,
        signatures[0],
        sell,
        signatures[1],
        size,
        price,
        sender=changes.get("sender", desk.stack.chain.actor("carrier")),
    )
    return receipt


def orders(desk: Desk, alice: Actor, bob: Actor, size: int = ETHER) -> tuple[Any, Any]:
    """Alice buys ether and Bob sells it."""
    return desk.order(alice, desk.ether, size), desk.order(bob, desk.ether, -size)


class TestMatching:
    def test_clearing_steps_between(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        desk.price(desk.ether, 1_990 * VALUE, spread=100)
        receipt = match(desk, *orders(desk, alice, bob))
        matched = receipt.events.one("TradeMatched")
        assert (matched.assetId, matched.size, matched.price) == (desk.ether.id, ETHER, PRICE)
        assert desk.position(account_of(alice), desk.ether) == (ETHER, PRICE)
        assert desk.position(account_of(bob), desk.ether) == (-ETHER, -PRICE)
        assert desk.position(CLEARING, desk.ether) == (0, 0)
        assert tuple(desk.broker.openInterestOf(desk.ether.id)) == (ETHER, ETHER)
        assert desk.recorded(alice) == desk.risk(alice).exposureValue > 0
        assert desk.recorded(bob) == desk.risk(bob).exposureValue > 0

    def test_in_parts(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        buy, sell = desk.order(alice, desk.ether, 10), desk.order(bob, desk.ether, -7)
        receipt = match(desk, buy, sell, 4)
        assert [event.filled for event in receipt.events.named("OrderFilled")] == [4, 4]
        assert desk.broker.orderFilled(buy) == desk.broker.orderFilled(sell) == 4
        with expect_revert("OrderSizeExceeded", size=4, remaining=3):
            match(desk, buy, sell, 4)
        match(desk, buy, sell, 3)
        assert desk.broker.isOrderNonceUsed(bob, 1)
        assert not desk.broker.isOrderNonceUsed(alice, 1)
        with expect_revert("OrderSizeExceeded", size=0):
            match(desk, buy, desk.order(bob, desk.ether, -7, nonce=2), 0)
        match(desk, buy, desk.order(bob, desk.ether, -3, nonce=2), 3)
        with expect_revert("OrderSizeExceeded", remaining=0):
            match(desk, buy, desk.order(bob, desk.ether, -3, nonce=3), 1)

    def test_rounding_goes_to_clearing(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """INV-11: of a price that no unit divides, buyer and seller each lose the fraction."""
        match(desk, *orders(desk, alice, bob, 1), size=1)
        assert desk.position(account_of(alice), desk.ether) == (1, 1)
        assert desk.position(account_of(bob), desk.ether) == (-1, 0)
        assert desk.position(CLEARING, desk.ether) == (0, -1)

    def test_handing_a_position_over(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """The seller closes what the buyer opens; a full cap does not stand in the way."""
        desk.trade(bob, desk.ether, ETHER)
        desk.cap(desk.ether, 10)
        match(desk, *orders(desk, alice, bob))
        assert desk.position(account_of(bob), desk.ether) == (0, 0)
        assert desk.position(account_of(alice), desk.ether) == (ETHER, PRICE)
        with expect_revert("OpenInterestExceeded", cap=10):
            match(
                desk,
                desk.order(alice, desk.ether, 11, nonce=2),
                desk.order(bob, desk.ether, -11, nonce=2),
                11,
            )


class TestConsent:
    def test_whoever_sends_needs_no_signature(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        match(desk, *orders(desk, alice, bob), bought=b"", sender=alice)
        assert desk.position(account_of(alice), desk.ether)[0] == ETHER

    @pytest.mark.parametrize("side", ["bought", "sold"])
    def test_everybody_else_does(self, desk: Desk, alice: Actor, bob: Actor, side: str) -> None:
        signer = alice if side == "bought" else bob
        buy, sell = orders(desk, alice, bob)
        signed = buy if side == "bought" else sell
        for signature in (b"", desk.signed(signed, desk.stack.chain.actor("mallory"))):
            changes: dict[str, Any] = {side: signature}
            with expect_revert("OrderNotSigned", signer=signer):
                match(desk, buy, sell, **changes)

    @pytest.mark.parametrize(
        "changes",
        [{"limitPrice": PRICE + 1}, {"size": 2 * ETHER}, {"nonce": 9}, {"expiry": ANYTIME}],
    )
    def test_a_signature_is_for_its_order(
        self, desk: Desk, alice: Actor, bob: Actor, changes: dict[str, int]
    ) -> None:
        buy, sell = orders(desk, alice, bob)
        signature = desk.signed(buy, alice)
        with expect_revert("OrderNotSigned", signer=alice):
            match(desk, buy | changes, sell, bought=signature)

    def test_t_44_operators_sign_while_they_may(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """T-44: with the right to trade, not expired, not in lockdown."""
        account, operator = account_of(alice), desk.stack.chain.actor("operator")
        sell = desk.order(bob, desk.ether, -10)
        buy = desk.order(alice, desk.ether, 10, signer=operator)
        with expect_revert("AccountNotYours", account=account, caller=operator, permission=TRADE):
            match(desk, buy, sell, 1)
        desk.broker.setOperator(account, operator, TRADE, desk.now + HOUR, sender=alice)
        match(desk, buy, sell, 1)
        desk.broker.setLockdown(True, sender=alice)
        with expect_revert("AccountNotYours", caller=operator):
            match(desk, buy, sell, 1)
        desk.broker.setLockdown(False, sender=alice)
        desk.stack.chain.advance(HOUR + 1)
        desk.refresh()
        with expect_revert("AccountNotYours", caller=operator):
            match(desk, buy, sell, 1)

    def test_a_contract_signs(self, desk: Desk, bob: Actor) -> None:
        """ERC-1271."""
        chain, owner = desk.stack.chain, desk.stack.chain.actor("owner")
        alice, wallet = desk.member("alice"), chain.deploy("WalletProbe", owner)
        desk.broker.setOperator(account_of(alice), wallet, TRADE, ANYTIME, sender=alice)
        buy = desk.order(alice, desk.ether, 2, signer=wallet)
        sell = desk.order(bob, desk.ether, -2)
        match(desk, buy, sell, 1, bought=desk.signed(buy, owner))
        wallet.refuse(True, sender=owner)
        with expect_revert("OrderNotSigned", signer=wallet.address):
            match(desk, buy, sell, 1, bought=desk.signed(buy, owner))

    def test_nobody_trades_for_clearing(self, desk: Desk, alice: Actor) -> None:
        """The clearing account belongs to the zero address, which signs nothing."""
        buy = desk.order(alice, desk.ether, 1)
        nobody = "0x" + "00" * 20
        sell = buy | {"account": CLEARING, "size": -1, "limitPrice": 0, "signer": nobody}
        signature = desk.signed(buy, alice)
        for forged in (b"", bytes(64) + b"\x1b", signature):
            with expect_revert("OrderNotSigned", signer=nobody):
                desk.broker.matchTrade(buy, signature, sell, forged, 1, PRICE, sender=alice)

    def test_cancelled_and_expired(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        buy, sell = orders(desk, alice, bob)
        receipt = desk.broker.cancelOrderNonce(1, sender=alice)
        spent = receipt.events.one("OrderNonceSpent")
        assert (spent.signer, spent.nonce) == (alice, 1)
        with expect_revert("OrderNonceUsed", signer=alice, nonce=1):
            match(desk, buy, sell)
        with expect_revert("OrderNonceUsed", signer=alice, nonce=1):
            desk.broker.cancelOrderNonce(1, sender=alice)
        buy = desk.order(alice, desk.ether, 2, nonce=2, expiry=desk.now)
        sell = desk.order(bob, desk.ether, -2)
        match(desk, buy, sell, 1)
        desk.stack.chain.advance(1)
        with expect_revert("OrderExpired", expiry=buy["expiry"]):
            match(desk, buy, sell, 1)


class TestFit:
    @pytest.mark.parametrize(
        ("changes", "cause"),
        [
            ({"assetId": 2}, "assetId"),
            ({"size": ETHER, "limitPrice": 0}, "size"),
            ({"size": 0}, "size"),
            ({"size": -(2**255)}, "size"),
            ({"counterparty": 5}, "counterparty"),
        ],
    )
    def test_orders_that_do_not(
        self, desk: Desk, alice: Actor, bob: Actor, changes: dict[str, int], cause: str
    ) -> None:
        buy, sell = orders(desk, alice, bob)
        with expect_revert("OrdersUnfit", cause=cause):
            match(desk, buy, sell | changes)

    def test_a_sale_is_no_purchase(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        sell = desk.order(alice, desk.ether, -ETHER)
        with expect_revert("OrdersUnfit", cause="size"):
            match(desk, sell, desk.order(bob, desk.ether, -ETHER))

    def test_an_account_with_itself(self, desk: Desk, alice: Actor) -> None:
        sell = desk.order(alice, desk.ether, -ETHER, nonce=2)
        with expect_revert("OrdersUnfit", cause="account"):
            match(desk, desk.order(alice, desk.ether, ETHER), sell)

    def test_a_named_counterparty(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        buy = desk.order(alice, desk.ether, 1, counterparty=account_of(bob))
        carol = desk.member("carol")
        with expect_revert("OrdersUnfit", cause="counterparty"):
            match(desk, buy, desk.order(carol, desk.ether, -1), 1)
        match(desk, buy, desk.order(bob, desk.ether, -1, counterparty=account_of(alice)), 1)

    def test_limits_of_both(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        buy, sell = orders(desk, alice, bob)
        with expect_revert("PriceBeyondLimit", limitPrice=PRICE - 1):
            match(desk, buy | {"limitPrice": PRICE - 1}, sell)
        with expect_revert("PriceBeyondLimit", limitPrice=PRICE + 1):
            match(desk, buy, sell | {"limitPrice": PRICE + 1})
        match(desk, buy | {"limitPrice": PRICE}, sell | {"limitPrice": PRICE})

    def test_the_band_around_the_price(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """T-21: nobody moves value by a price of his own making."""
        desk.price(desk.ether, 1_990 * VALUE + 7, spread=100)
        desk.broker.raiseMatchBand(50, sender=desk.governor)
        high = desk.terms[desk.ether.id].high
        least = (1_990 * VALUE + 7) * 9_950 // 10_000
        most = high + -(-high * 50 // 10_000)
        for price in (least - 1, most + 1):
            with expect_revert("PriceOutOfBand", price=price, least=least, most=most):
                match(desk, *orders(desk, alice, bob), price=price)
        for nonce, price in enumerate((least, most), 5):
            buy, sell = (order | {"nonce": nonce} for order in orders(desk, alice, bob))
            match(desk, buy, sell, price=price)

    def test_who_sets_the_band(self, desk: Desk) -> None:
        broker = desk.broker
        assert (
            broker.raiseMatchBand(50, sender=desk.governor).events.one("MatchBandSet").bandBps == 50
        )
        assert broker.matchBand() == 50
        with expect_revert("MatchBandTooWide", bandBps=1_001, most=broker.MAX_MATCH_BAND_BPS()):
            broker.raiseMatchBand(1_001, sender=desk.governor)
        with expect_revert("NotLooser", cause="matchBand"):
            broker.raiseMatchBand(50, sender=desk.governor)
        with expect_revert("NotStricter", cause="matchBand"):
            broker.lowerMatchBand(50, sender=desk.governor)
        broker.lowerMatchBand(49, sender=desk.governor)
        stranger = desk.stack.chain.actor("stranger")
        for call in (broker.raiseMatchBand, broker.lowerMatchBand):
            with expect_revert("AccessManagedUnauthorized", caller=stranger):
                call(7, sender=stranger)
        assert Role.RISK_OFFICER in Role

    def test_a_pause_and_a_stale_price(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        desk.broker.pauseGroups(TRADING_GROUP, sender=desk.governor)
        with expect_revert("GroupPaused"):
            match(desk, *orders(desk, alice, bob))
        desk.broker.unpauseGroups(TRADING_GROUP, sender=desk.governor)
        desk.stack.chain.advance(HOUR + 1)
        with expect_revert("PriceStale", assetId=desk.ether.id):
            match(desk, *orders(desk, alice, bob))

    def test_not_in_a_batch(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """T-35: the other account's margin would not be checked."""
        buy, sell = orders(desk, alice, bob)
        call = desk.broker.function("matchTrade").encode(
            buy, b"", sell, desk.signed(sell, bob), ETHER, PRICE
        )
        with expect_revert("BatchRunning", account=account_of(alice)):
            desk.broker.batch(account_of(alice), [call], sender=alice)


class TestMargin:
    @pytest.mark.parametrize("poor", ["alice", "bob"])
    def test_both_must_meet_initial_margin(self, desk: Desk, poor: str) -> None:
        members = {n: desk.member(n, 299 if n == poor else 300) for n in ("alice", "bob")}
        with expect_revert("MarginInsufficient", account=account_of(members[poor]), ratio=150):
            match(desk, *orders(desk, members["alice"], members["bob"]))

    def test_shrinking_needs_maintenance_alone(self, desk: Desk, bob: Actor) -> None:
        """Who is called may sell, at a fair price and without evidence."""
        carol = desk.member("carol", 300)
        desk.trade(carol, desk.ether, ETHER)
        desk.price(desk.ether, 1_940 * VALUE)
        desk.stack.unverify(carol)
        assert desk.risk(carol).ratioBps < 12_500
        sell = desk.order(carol, desk.ether, -ETHER // 2)
        match(desk, desk.order(bob, desk.ether, ETHER), sell, ETHER // 2, 1_940 * VALUE)
        assert desk.recorded(carol) == desk.risk(carol).exposureValue

    def test_nobody_is_brought_further_down(self, desk: Desk, bob: Actor) -> None:
        """INV-04: below maintenance a bad price is refused, at 125 a price that breaks it is."""
        desk.broker.raiseMatchBand(1_000, sender=desk.governor)
        carol = desk.member("carol", 300)
        calm = desk.list("Calm", Terms(0, 100 * VALUE, exposure=100))
        desk.trade(carol, calm, 100)
        desk.price(calm, 9_860_000_000)
        buy, sell = desk.order(bob, calm, 100), desk.order(carol, calm, -100)
        with expect_revert("MarginInsufficient", account=account_of(carol), ratio=125):
            match(desk, buy, sell, 10, 8_874_000_000)
        desk.price(calm, 98 * VALUE)
        with expect_revert("RatioLowered", account=account_of(carol)):
            match(desk, buy, sell, 10, 8_820_000_000)
        match(desk, buy, sell, 10, 98 * VALUE)

    def test_turning_around_needs_initial_margin(self, desk: Desk, bob: Actor) -> None:
        carol = desk.member("carol", 300)
        desk.trade(carol, desk.ether, ETHER // 2)
        with expect_revert("MarginInsufficient", account=account_of(carol), ratio=150):
            match(
                desk,
                desk.order(bob, desk.ether, 2 * ETHER),
                desk.order(carol, desk.ether, -2 * ETHER),
                2 * ETHER,
            )

    def test_t_23_one_owner_on_both_sides(self, desk: Desk) -> None:
        """T-23: opposite positions of one group do not net: both count to the group's limit."""
        desk.broker.raiseGroupLimit(9, 399 * VALUE, sender=desk.governor)
        alice, bob = desk.member("alice", group=9), desk.member("bob", group=9)
        with expect_revert("GroupLimitExceeded", group=9, exposureValue=400 * VALUE):
            match(desk, *orders(desk, alice, bob))
        desk.broker.raiseGroupLimit(9, 400 * VALUE, sender=desk.governor)
        match(desk, *orders(desk, alice, bob))
        assert desk.broker.groupOf(9).exposure == 400 * VALUE
        with expect_revert("GroupLimitExceeded", group=9):
            desk.trade(alice, desk.ether, 1)

    def test_t_30_ten_positions_and_no_more(self, desk: Desk, alice: Actor, bob: Actor) -> None:
        """T-30: of each side."""
        for number in range(10):
            desk.trade(bob, desk.list(f"Asset {number}", Terms(8, VALUE)), 1)
        with expect_revert("TooManyAssets", account=account_of(bob), most=10):
            match(desk, *orders(desk, alice, bob))

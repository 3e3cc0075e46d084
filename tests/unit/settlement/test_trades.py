"""Delivery and payment against payment: consent, dates, parts, atomicity, hostile tokens."""

from typing import Any

import pytest

from quantera.evm import Contract, MemoryChain, Reverted, expect_revert
from quantera.gas.settlement_stack import (
    DAY,
    EVERYWHERE,
    MAX_UINT,
    ONE,
    Kind,
    Leg,
    asset_terms,
    deploy_settlement,
    sign,
)
from tests.unit.settlement.conftest import AMOUNT, FUNDS, QUANTITY, Market

MANNERS = {"RETURNS_FALSE": 1, "TAKES_A_FEE": 2, "GIVES_MORE": 3}


def moved(market: Market, quantity: int = QUANTITY, amount: int = AMOUNT) -> None:
    """Assert that this has moved, and nothing else."""
    assert market.balances(market.security) == (FUNDS - quantity, FUNDS + quantity)
    assert market.balances(market.cash) == (FUNDS + amount, FUNDS - amount)


def misbehaving(market: Market, manner: int) -> Contract:
    token = market.stack.chain.deploy("MisbehavingToken")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC))
    market.stack.fund(token, [market.alice, market.bob], FUNDS)
    token.misbehave(manner, sender=market.carrier)
    return token


class TestConsent:
    def test_two_signatures_settle(self, market: Market) -> None:
        terms = market.terms()
        receipt = market.settle(terms, nonce=7)
        moved(market)
        event = receipt.events.one("TradeSettled")
        assert event.tradeId == market.manager.tradeIdOf(terms) == receipt.return_value
        assert (event.deliverer, event.receiver) == (market.alice, market.bob)
        assert (event.quantity, event.amount) == (QUANTITY, AMOUNT)
        assert (event.deliveryNonce, event.paymentNonce) == (7, 7)
        assert market.manager.isNonceUsed(market.alice, 7)
        assert not market.manager.isNonceUsed(market.alice, 8)

    def test_a_party_may_bring_the_others_signature(self, market: Market) -> None:
        terms = market.terms()
        delivery, payment = market.sides(terms)
        unsigned = Leg(market.alice, 1).unsigned()
        with expect_revert("SignatureInvalid", party=market.alice):
            market.manager.settle(terms, unsigned, payment, QUANTITY, sender=market.carrier)
        market.manager.settle(terms, unsigned, payment, QUANTITY, sender=market.alice)
        moved(market)
        with expect_revert("NonceUsed"):
            market.manager.settle(terms, delivery, payment, QUANTITY, sender=market.carrier)

    def test_compact_signatures_count(self, market: Market) -> None:
        terms = market.terms()
        sides = []
        for side in market.sides(terms):
            r, s, v = side[3][:32], int.from_bytes(side[3][32:64], "big"), side[3][64]
            compact = r + (s | (v - 27) << 255).to_bytes(32, "big")
            sides.append((*side[:3], compact))
        market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        moved(market)

    @pytest.mark.parametrize("side", [0, 1])
    def test_the_other_sides_signature_is_not_ones_own(self, market: Market, side: int) -> None:
        terms = market.terms()
        sides = list(market.sides(terms))
        leg = Leg((market.alice, market.bob)[side], 1)
        digest = market.manager.instructionDigest(terms, 1 - side, leg.unsigned())
        sides[side] = (1, 0, bytes(32), sign(leg.party, digest))
        with expect_revert("SignatureInvalid", party=leg.party):
            market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)

    @pytest.mark.parametrize(
        "change",
        [
            {"quantity": 101},
            {"amount": 999},
            {"tradeReference": b"x" * 32},
            {"cutOff": 2**39},
            {"settlementDate": 0},
        ],
    )
    def test_every_field_is_a_matching_field(self, market: Market, change: dict[str, Any]) -> None:
        terms = market.terms()
        other = {**terms, **change}
        delivery, payment = market.sides(terms)[0], market.sides(other)[1]
        for given_terms in (terms, other):
            with expect_revert("SignatureInvalid"):
                market.manager.settle(
                    given_terms, delivery, payment, given_terms["quantity"], sender=market.carrier
                )

    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_what_a_party_adds_is_signed_too(self, market: Market, place: int) -> None:
        terms = market.terms()
        delivery, payment = market.sides(terms)
        changed = list(delivery)
        changed[place] = b"h" * 32 if place == 2 else 5
        with expect_revert("SignatureInvalid", party=market.alice):
            market.manager.settle(terms, tuple(changed), payment, QUANTITY, sender=market.carrier)

    def test_s_07_double_execute_replay(self, market: Market) -> None:
        """SET-03: the same instructions settle once."""
        terms = market.terms()
        sides = market.sides(terms)
        market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        with expect_revert("NonceUsed", party=market.alice, nonce=1):
            market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        fresh = market.sides(terms, nonce=2)
        with expect_revert("NonceUsed", party=market.bob, nonce=1):
            market.manager.settle(terms, fresh[0], sides[1], QUANTITY, sender=market.carrier)
        moved(market)

    def test_signatures_count_for_one_contract_and_one_chain(self, market: Market) -> None:
        terms = market.terms()
        sides = market.sides(terms)
        other = deploy_settlement(MemoryChain(chain_id=5))
        for name in ("alice", "bob"):
            other.participant(name)
        for stack in (other,):
            security, cash = stack.security("Bond"), stack.asset("Cash", Kind.WCBDC)
            there = {**terms, "security": security, "cash": cash}
            with expect_revert("SignatureInvalid"):
                stack.manager.settle(there, *sides, QUANTITY, sender=market.carrier)

    def test_contracts_sign_too(self, market: Market) -> None:
        chain = market.stack.chain
        wallet = chain.deploy("WalletProbe", market.alice)
        market.manager.admitParticipant(wallet, wallet, EVERYWHERE, sender=market.governor)
        market.security.mint(wallet, QUANTITY, sender=market.carrier)
        approve = market.security.approve.encode(market.manager, MAX_UINT)
        wallet.execute(market.security, approve, sender=market.carrier)
        terms = market.terms(deliverer=wallet)
        sides = market.sides(terms)
        wallet.refuse(True, sender=market.carrier)
        with expect_revert("SignatureInvalid", party=wallet):
            market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        wallet.refuse(False, sender=market.carrier)
        market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        assert market.cash.balanceOf(wallet) == AMOUNT

    def test_a_cancelled_nonce_is_worthless(self, market: Market) -> None:
        terms = market.terms()
        receipt = market.manager.cancelNonce(1, sender=market.bob)
        assert receipt.events.one("NonceCancelled").nonce == 1
        with expect_revert("NonceUsed", party=market.bob, nonce=1):
            market.settle(terms)
        with expect_revert("NonceUsed"):
            market.manager.cancelNonce(1, sender=market.bob)
        market.settle(terms, nonce=2)

    @pytest.mark.parametrize("nonce", [0, 255, 256, 2**256 - 1])
    def test_nonces_are_single_bits(self, market: Market, nonce: int) -> None:
        market.settle(market.terms(), nonce=nonce)
        for other in (nonce - 1, nonce + 1):
            assert not market.manager.isNonceUsed(market.alice, other % 2**256)
        assert market.manager.isNonceUsed(market.alice, nonce)


class TestTerms:
    @pytest.mark.parametrize(
        ("change", "cause"),
        [
            ({"receiver": "deliverer"}, "receiver"),
            ({"cash": "security"}, "cash"),
            ({"cutOff": 0}, "cutOff"),
        ],
    )
    def test_contradictions_are_refused(
        self, market: Market, change: dict[str, Any], cause: str
    ) -> None:
        terms = market.terms()
        terms |= {key: terms.get(value, value) for key, value in change.items()}
        with expect_revert("TradeInvalid", cause=cause):
            market.settle(terms)

    @pytest.mark.parametrize(
        ("offset", "error"),
        [(-1, "NotYetDue"), (0, None), (DAY, None), (DAY + 1, "CutOffPassed")],
    )
    def test_settlement_date_and_cut_off(
        self, market: Market, offset: int, error: str | None
    ) -> None:
        date = market.stack.chain.timestamp + 10
        terms = market.terms(settlementDate=date, cutOff=date + DAY)
        market.stack.chain.set_timestamp(date + offset)
        if error:
            with expect_revert(error):
                market.settle(terms)
        else:
            market.settle(terms)
            moved(market)

    def test_unlisted_and_suspended_securities_are_refused(self, market: Market) -> None:
        other = market.stack.plain("Unlisted")
        with expect_revert("PaymentAssetRefused", token=other, reason=1):
            market.settle(market.terms(security=other))
        market.manager.suspendAsset(market.security, sender=market.governor)
        with expect_revert("PaymentAssetRefused", token=market.security, reason=2):
            market.settle(market.terms())

    def test_trading_can_be_paused_alone(self, market: Market) -> None:
        market.manager.pauseGroups(2, sender=market.governor)
        with expect_revert("GroupPaused", paused=2):
            market.settle(market.terms())
        market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice)
        market.manager.unpauseGroups(2, sender=market.governor)
        market.settle(market.terms())


class TestAtomicity:
    @pytest.mark.parametrize("token", ["security", "cash"])
    def test_s_02_atomicity_under_reverting_leg(self, market: Market, token: str) -> None:
        """A leg that reverts takes the whole trade back, with the token's own error."""
        payer = market.alice if token == "security" else market.bob
        getattr(market, token).approve(market.manager, 1, sender=payer)
        terms = market.terms()
        with expect_revert("ERC20InsufficientAllowance", allowance=1):
            market.settle(terms)
        moved(market, 0, 0)
        assert not market.manager.isNonceUsed(market.alice, 1)
        assert market.manager.assetTotal(market.cash) == 0

    def test_s_03_fee_on_transfer_leg_rejected(self, market: Market) -> None:
        """A token that starts to take a fee cannot settle short."""
        for manner, received in (("TAKES_A_FEE", AMOUNT - 1), ("GIVES_MORE", AMOUNT + 1)):
            token = misbehaving(market, MANNERS[manner])
            with expect_revert("AmountNotExact", expected=AMOUNT, received=received):
                market.settle(market.terms(cash=token))
            token.misbehave(0, sender=market.carrier)
            with market.stack.chain.rollback():
                market.settle(market.terms(cash=token))

    def test_s_04_return_false_leg_rejected(self, market: Market) -> None:
        """A token that says no without reverting is believed."""
        token = misbehaving(market, MANNERS["RETURNS_FALSE"])
        for terms in (market.terms(cash=token), market.terms(security=token)):
            with expect_revert("SafeERC20FailedOperation", token=token):
                market.settle(terms)

    def test_s_05_maker_drain_before_take(self, market: Market) -> None:
        """A hold keeps the maker's leg there until the taker comes."""
        terms = market.terms()
        trade = market.manager.tradeIdOf(terms)
        expiry = market.stack.chain.timestamp + DAY
        hold = market.manager.hold(
            b"1" * 32,
            market.security,
            QUANTITY,
            market.bob,
            "0x" + "00" * 20,
            trade,
            expiry,
            sender=market.alice,
        ).return_value
        rest = market.security.balanceOf(market.alice)
        market.security.transfer(market.carrier, rest, sender=market.alice)
        with expect_revert("ERC20InsufficientBalance"):
            market.settle(terms)
        delivery = market.stack.signed(terms, 0, Leg(market.alice, 1, hold=hold))
        payment = market.sides(terms)[1]
        market.manager.settle(terms, delivery, payment, QUANTITY, sender=market.carrier)
        assert market.security.balanceOf(market.bob) == FUNDS + QUANTITY
        assert market.manager.heldOf(market.security) == 0
        assert market.manager.holdOf(hold).status == 2

    def test_s_17_finality_irrevocable(self, market: Market) -> None:
        """Nothing undoes a settled trade: no cancellation, no pause, no second settlement."""
        terms = market.terms()
        sides = market.sides(terms)
        market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        settled_at = market.stack.chain.timestamp
        market.manager.pauseGroups(2**64 - 1, sender=market.governor)
        market.manager.suspendAsset(market.cash, sender=market.governor)
        with expect_revert("StatusRefuses"):
            market.manager.cancelInstruction(terms, 0, sides[0], sender=market.alice)
        with expect_revert("NonceUsed"):
            market.manager.cancelNonce(1, sender=market.alice)
        moved(market)
        assert market.manager.finalityOf(settled_at) == 1

    def test_s_21_reentrancy_via_settlement_token(self, market: Market) -> None:
        """A token that calls back cannot settle, pay, hold or net in the middle of a trade."""
        token = misbehaving(market, 0)
        terms, inner = market.terms(cash=token), market.terms(amount=1)
        manager = market.manager
        expiry = market.stack.chain.timestamp + DAY
        calls = [
            manager.settle.encode(inner, *market.sides(inner, 9), QUANTITY),
            manager.pay.encode(0, market.alice, ONE, 1, bytes(32)),
            manager.settleQueue.encode(market.alice, token, 5),
            manager.hold.encode(bytes(32), token, 1, market.alice, market.alice, bytes(32), expiry),
            manager.settleTrades.encode(
                0, [inner], [market.sides(inner, 9)[0]], [market.sides(inner, 9)[1]]
            ),
        ]
        for call in calls:
            token.callFirst(manager, call, sender=market.carrier)
            with expect_revert("ReentrancyGuardReentrantCall"):
                market.settle(terms)
        token.misbehave(0, sender=market.carrier)
        market.settle(terms)

    def test_a_hook_cannot_change_what_is_checked(self, market: Market) -> None:
        token = misbehaving(market, 0)
        token.callFirst(token, token.mint.encode(market.alice, 1), sender=market.carrier)
        with expect_revert("AmountNotExact", received=AMOUNT + 1):
            market.settle(market.terms(cash=token))


def test_no_trade_ever_moves_one_leg(market_session: Market) -> None:
    """SET-01 under every mixture of missing funds and approvals."""
    market = market_session
    for short in range(1, 16):
        with market.stack.chain.rollback():
            for bit, (token, payer) in enumerate(
                [(market.security, market.alice), (market.cash, market.bob)]
            ):
                if short >> (2 * bit) & 1:
                    token.transfer(market.carrier, FUNDS, sender=payer)
                if short >> (2 * bit + 1) & 1:
                    token.approve(market.manager, 0, sender=payer)
            before = market.balances(market.security), market.balances(market.cash)
            with pytest.raises(Reverted):
                market.settle(market.terms())
            assert before == (market.balances(market.security), market.balances(market.cash))

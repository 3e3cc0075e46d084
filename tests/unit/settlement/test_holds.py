"""Holds: who executes and releases, when, and that the units are there (SET-02, SET-08)."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from quantera.gas.settlement_stack import DAY, EU, MAX_UINT, ONE, Kind, Leg, asset_terms
from tests.unit.settlement.conftest import FUNDS, QUANTITY, Market

HELD = 100
ORDERED, EXECUTED, BY_NOTARY, BY_PAYEE, ON_EXPIRATION = range(1, 6)


def order(market: Market, token: Contract | None = None, **changes: Any) -> bytes:
    values = {
        "id": b"1" * 32,
        "token": token or market.cash,
        "amount": HELD,
        "payee": market.bob,
        "notary": market.carrier,
        "trade": bytes(32),
        "expiry": market.stack.chain.timestamp + DAY,
        **changes,
    }
    found: bytes = market.manager.hold(*values.values(), sender=market.alice).return_value
    return found


def status(market: Market, hold: bytes) -> int:
    found: int = market.manager.holdOf(hold).status
    return found


def test_a_hold_takes_units_away_and_says_so(market: Market) -> None:
    hold = order(market)
    assert market.cash.balanceOf(market.alice) == FUNDS - HELD
    assert market.cash.balanceOf(market.manager) == market.manager.heldOf(market.cash) == HELD
    shown = market.manager.holdOf(hold)
    assert (shown.payer, shown.payee, shown.amount, shown.status) == (
        market.alice,
        market.bob,
        HELD,
        ORDERED,
    )
    with expect_revert("HoldExists", holdId=hold):
        order(market)


def test_the_notary_executes_in_parts(market: Market) -> None:
    hold = order(market)
    for amount, left in ((30, 70), (70, 0)):
        receipt = market.manager.executeHold(hold, amount, sender=market.carrier)
        assert receipt.events.one("HoldExecuted").remaining == left
    assert market.cash.balanceOf(market.bob) == FUNDS + HELD
    assert status(market, hold) == EXECUTED
    assert market.manager.heldOf(market.cash) == 0
    for call in (market.manager.executeHold, market.manager.releaseHold):
        arguments = (hold, 1) if call.abi.name == "executeHold" else (hold,)
        with expect_revert("HoldNotOpen", status=EXECUTED):
            call(*arguments, sender=market.carrier)


@pytest.mark.parametrize("amount", [0, HELD + 1])
def test_no_more_than_there_is(market: Market, amount: int) -> None:
    hold = order(market)
    with expect_revert("HoldAmount", amount=amount, remaining=HELD):
        market.manager.executeHold(hold, amount, sender=market.carrier)


@pytest.mark.parametrize("name", ["alice", "bob", "governor"])
def test_nobody_else_executes(market: Market, name: str) -> None:
    hold = order(market)
    with expect_revert("HoldNotYours", caller=getattr(market, name)):
        market.manager.executeHold(hold, 1, sender=getattr(market, name))


@pytest.mark.parametrize(("name", "expected"), [("carrier", BY_NOTARY), ("bob", BY_PAYEE)])
def test_notary_and_payee_release(market: Market, name: str, expected: int) -> None:
    hold = order(market)
    market.manager.executeHold(hold, 40, sender=market.carrier)
    receipt = market.manager.releaseHold(hold, sender=getattr(market, name))
    assert receipt.events.one("HoldReleased").amount == HELD - 40
    assert status(market, hold) == expected
    assert market.balances(market.cash) == (FUNDS - 40, FUNDS + 40)
    assert market.manager.heldOf(market.cash) == 0


def test_s_06_expired_hold_cant_execute_anyone_releases(market: Market) -> None:
    """At its expiry a hold stops paying, and from then on anybody sends it back."""
    hold = order(market)
    chain, stranger = market.stack.chain, market.stack.chain.actor("stranger")
    chain.advance(DAY - 1)
    for name in (market.alice, stranger):
        with expect_revert("HoldNotYours"):
            market.manager.releaseHold(hold, sender=name)
    market.manager.executeHold(hold, 1, sender=market.carrier)
    chain.advance(1)
    with expect_revert("HoldExpired"):
        market.manager.executeHold(hold, 1, sender=market.carrier)
    market.manager.pauseGroups(2**64 - 1, sender=market.governor)
    market.manager.suspendAsset(market.cash, sender=market.governor)
    market.manager.releaseHold(hold, sender=stranger)
    assert status(market, hold) == ON_EXPIRATION
    assert market.balances(market.cash) == (FUNDS - 1, FUNDS + 1)


def test_an_expired_hold_settles_no_trade(market: Market) -> None:
    terms = market.terms()
    trade = market.manager.tradeIdOf(terms)
    expiry = market.stack.chain.timestamp + 10
    hold = order(
        market, market.security, notary=ZERO_ADDRESS, trade=trade, expiry=expiry, amount=QUANTITY
    )
    delivery = market.stack.signed(terms, 0, Leg(market.alice, 1, hold=hold))
    payment = market.sides(terms)[1]
    market.stack.chain.advance(10)
    with expect_revert("HoldUnfit", holdId=hold):
        market.manager.settle(terms, delivery, payment, QUANTITY, sender=market.carrier)


@pytest.mark.parametrize(
    "change",
    [
        {"token": "cash"},
        {"payee": "carrier"},
        {"trade": b"t" * 32},
        {"amount": QUANTITY - 1},
    ],
)
def test_a_trade_takes_only_the_hold_that_is_its_own(
    market: Market, change: dict[str, Any]
) -> None:
    terms = market.terms()
    market.manager.admitParticipant(market.carrier, market.carrier, 31, sender=market.governor)
    values = {"token": "security", "payee": "bob", **change}
    hold = order(
        market,
        getattr(market, values["token"]),
        payee=getattr(market, values["payee"]),
        notary=ZERO_ADDRESS,
        trade=change.get("trade", market.manager.tradeIdOf(terms)),
        amount=change.get("amount", QUANTITY),
    )
    delivery = market.stack.signed(terms, 0, Leg(market.alice, 1, hold=hold))
    with expect_revert("HoldUnfit", holdId=hold):
        market.manager.settle(
            terms, delivery, market.sides(terms)[1], QUANTITY, sender=market.carrier
        )


def test_a_hold_settles_a_trade_in_parts(market: Market) -> None:
    terms = market.terms()
    hold = order(
        market,
        market.security,
        notary=ZERO_ADDRESS,
        trade=market.manager.tradeIdOf(terms),
        amount=QUANTITY,
    )
    delivery = market.stack.signed(terms, 0, Leg(market.alice, 1, minimum_part=1, hold=hold))
    payment = market.stack.signed(terms, 1, Leg(market.bob, 1, minimum_part=1))
    for part, held in ((30, 70), (70, 0)):
        market.manager.settle(terms, delivery, payment, part, sender=market.carrier)
        assert market.manager.heldOf(market.security) == held
    assert status(market, hold) == EXECUTED


def test_the_payer_moves_the_expiry_later(market: Market) -> None:
    hold = order(market)
    expiry = market.manager.holdOf(hold).expiry
    with expect_revert("HoldNotYours"):
        market.manager.renewHold(hold, expiry + 1, sender=market.bob)
    with expect_revert("HoldInvalid", cause="expiry"):
        market.manager.renewHold(hold, expiry, sender=market.alice)
    market.manager.renewHold(hold, expiry + 1, sender=market.alice)
    market.stack.chain.set_timestamp(expiry)
    market.manager.executeHold(hold, 1, sender=market.carrier)
    market.stack.chain.advance(1)
    with expect_revert("HoldExpired"):
        market.manager.renewHold(hold, expiry + DAY, sender=market.alice)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"amount": 0}, "amount"),
        ({"amount": 2**96}, "amount"),
        ({"payee": "alice"}, "payee"),
        ({"notary": ZERO_ADDRESS}, "notary"),
        ({"trade": b"t" * 32}, "notary"),
        ({"expiry": 1}, "expiry"),
    ],
)
def test_a_hold_must_make_sense(market: Market, change: dict[str, Any], cause: str) -> None:
    values = {key: getattr(market, str(value), value) for key, value in change.items()}
    with expect_revert("HoldInvalid", cause=cause):
        order(market, **values)


def test_only_what_is_admitted_is_held_for_who_is(market: Market) -> None:
    with expect_revert("AssetNotListed"):
        order(market, market.stack.plain("Other"))
    with expect_revert("ParticipantNotAdmitted"):
        order(market, payee=market.carrier)
    market.manager.suspendAsset(market.cash, sender=market.governor)
    with expect_revert("PaymentAssetRefused", reason=2):
        order(market)


def test_ids_of_two_payers_do_not_collide(market: Market) -> None:
    hold = order(market)
    expiry = market.stack.chain.timestamp + DAY
    other = market.manager.hold(
        b"1" * 32,
        market.cash,
        1,
        market.alice,
        market.carrier,
        bytes(32),
        expiry,
        sender=market.bob,
    ).return_value
    assert other != hold
    assert market.manager.heldOf(market.cash) == HELD + 1


def test_set_02_one_hold_never_pays_from_another(market: Market) -> None:
    """What misbehaves on the way in is refused: every hold is covered by units of its own."""
    token = market.stack.chain.deploy("MisbehavingToken")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC))
    market.stack.fund(token, [market.alice], FUNDS)
    order(market, token)
    token.misbehave(2, sender=market.carrier)
    with expect_revert("AmountNotExact"):
        order(market, token, id=b"2" * 32)
    assert token.balanceOf(market.manager) == market.manager.heldOf(token) == HELD


def test_a_blocked_payee_does_not_lock_the_payer_in(market: Market) -> None:
    token = market.stack.chain.deploy("UsdcBehaviour")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC))
    token.mint(market.alice, FUNDS, sender=market.carrier)
    token.approve(market.manager, MAX_UINT, sender=market.alice)
    hold = order(market, token)
    token.setBlacklisted(market.bob, True, sender=market.carrier)
    with expect_revert("Error", reason="Blacklistable: account is blacklisted"):
        market.manager.executeHold(hold, 1, sender=market.carrier)
    market.manager.releaseHold(hold, sender=market.carrier)
    assert token.balanceOf(market.alice) == FUNDS


def test_a_hold_executes_at_the_last_known_rate(market: Market) -> None:
    feed = market.stack.chain.deploy("FeedProbe", 8, 2 * ONE)
    market.manager.addCurrency(b"EUR", feed, 60, sender=market.governor)
    euro = market.stack.asset("Euro", Kind.WCBDC, decimals=0, currency=1)
    market.stack.fund(euro, [market.alice], FUNDS)
    hold = order(market, euro)
    market.stack.chain.advance(3_600)
    market.manager.executeHold(hold, 3, sender=market.carrier)
    day = market.stack.chain.timestamp // DAY
    assert market.manager.jurisdictionDay(EU, day) == (6 * ONE, 1)

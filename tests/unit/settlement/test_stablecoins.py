"""Real stablecoins' semantics: USDC's and USDT's behaviour, rebuilt as tokens of that name."""

import pytest

from quantera.evm import Contract, Reverted, expect_revert
from quantera.gas.settlement_stack import DAY, MAX_UINT, ONE, Kind, asset_terms
from tests.unit.settlement.conftest import AMOUNT, FUNDS, QUANTITY, Market

NAMES = ("UsdcBehaviour", "UsdtBehaviour")


@pytest.fixture(params=NAMES)
def coin(request: pytest.FixtureRequest, market: Market) -> Contract:
    token = market.stack.chain.deploy(request.param)
    market.stack.list_asset(token, asset_terms(Kind.WCBDC, isPausable=True, isPreferred=True))
    market.stack.fund(token, [market.alice, market.bob], FUNDS)
    return token


def block(market: Market, coin: Contract, account: object) -> None:
    name = "setBlacklisted" if coin.abi.name == "UsdcBehaviour" else "setBlackListed"
    coin.function(name)(account, True, sender=market.carrier)


def test_both_settle(market: Market, coin: Contract) -> None:
    market.settle(market.terms(cash=coin))
    assert market.balances(coin) == (FUNDS + AMOUNT, FUNDS - AMOUNT)
    receipt = market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice)
    assert receipt.events.one("PaymentSettled").token == coin
    assert receipt.events.one("PaymentSettled").amount == 10**6


def test_a_pause_stops_the_whole_trade(market: Market, coin: Contract) -> None:
    coin.setPaused(True, sender=market.carrier)
    with pytest.raises(Reverted):
        market.settle(market.terms(cash=coin))
    assert market.balances(market.security) == (FUNDS, FUNDS)


def test_a_blocked_payer_stops_the_whole_trade(market: Market, coin: Contract) -> None:
    block(market, coin, market.bob)
    with expect_revert() as seen:
        market.settle(market.terms(cash=coin))
    assert seen.error is not None
    expected = "Blacklistable: account is blacklisted" if coin.abi.name == NAMES[0] else None
    assert seen.values.get("reason") == expected
    assert market.balances(market.security) == (FUNDS, FUNDS)
    assert not market.manager.isNonceUsed(market.bob, 1)


def assert_next_asset_serves(market: Market, coin: Contract) -> None:
    day, reference = market.stack.chain.timestamp // DAY, b"r" * 32
    counted = market.manager.assetDay(coin, day)
    receipt = market.manager.pay(0, market.bob, ONE, 1, reference, sender=market.alice)
    passed, paid = (
        receipt.events.one(name) for name in ("PaymentAssetPassedOver", "PaymentSettled")
    )
    assert (passed.paymentReference, passed.token, passed.reason) == (reference, coin, 15)
    assert (paid.token, paid.amount) == (market.cash, 10**18)
    assert market.balances(coin) == (FUNDS, FUNDS)
    assert market.balances(market.cash) == (FUNDS - 10**18, FUNDS + 10**18)
    assert market.manager.assetDay(coin, day) == counted
    assert market.manager.assetDay(market.cash, day).count == 1


def test_a_blocked_payer_pays_in_the_next_asset(market: Market, coin: Contract) -> None:
    """A blocklist cannot be asked: it is met, and the next in order serves (SET-04)."""
    block(market, coin, market.alice)
    assert_next_asset_serves(market, coin)


def test_a_blocked_payee_is_paid_in_the_next_asset(market: Market) -> None:
    """USDC stops recipients too; USDT senders alone."""
    coin = market.stack.chain.deploy("UsdcBehaviour")
    market.stack.list_asset(coin, asset_terms(Kind.WCBDC, isPreferred=True))
    market.stack.fund(coin, [market.alice, market.bob], FUNDS)
    block(market, coin, market.bob)
    assert_next_asset_serves(market, coin)


def test_a_payment_that_every_token_refuses(market: Market, coin: Contract) -> None:
    block(market, coin, market.alice)
    market.cash.transfer(market.carrier, FUNDS, sender=market.alice)
    with expect_revert("NoEligibleAsset", currency=0, reason=15):
        market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice)


@pytest.mark.parametrize(("manner", "received"), [(2, -1), (3, 1)])
def test_a_payment_that_moves_inexactly_is_not_made_good(
    market: Market, manner: int, received: int
) -> None:
    """What has moved is not followed by another asset: the whole is refused."""
    token = market.stack.chain.deploy("MisbehavingToken")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC, isPreferred=True))
    market.stack.fund(token, [market.alice], FUNDS)
    token.misbehave(manner, sender=market.carrier)
    with expect_revert("AmountNotExact", expected=10**6, received=10**6 + received):
        market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice)


def test_a_token_that_says_no_without_an_error_is_passed_over(market: Market) -> None:
    token = market.stack.chain.deploy("MisbehavingToken")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC, isPreferred=True))
    market.stack.fund(token, [market.alice, market.bob], FUNDS)
    token.misbehave(1, sender=market.carrier)
    assert_next_asset_serves(market, token)


def test_usdt_pays_without_return_values_out_of_a_hold(market: Market) -> None:
    token = market.stack.chain.deploy("UsdtBehaviour")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC))
    market.stack.fund(token, [market.alice], FUNDS)
    expiry = market.stack.chain.timestamp + 60
    hold = market.manager.hold(
        bytes(32), token, QUANTITY, market.bob, market.carrier, bytes(32), expiry,
        sender=market.alice,
    ).return_value  # fmt: skip
    market.manager.executeHold(hold, QUANTITY, sender=market.carrier)
    assert token.balanceOf(market.bob) == QUANTITY


def test_usdts_fee_switch_after_listing_is_met(market: Market) -> None:
    token = market.stack.chain.deploy("UsdtBehaviour")
    market.stack.list_asset(token, asset_terms(Kind.WCBDC))
    market.stack.fund(token, [market.bob], FUNDS)
    token.setParams(10, 100, sender=market.carrier)
    with expect_revert("AmountNotExact", expected=AMOUNT, received=AMOUNT - 1):
        market.settle(market.terms(cash=token))
    token.setParams(0, 0, sender=market.carrier)
    market.settle(market.terms(cash=token))
    assert token.allowance(market.bob, market.manager) == MAX_UINT

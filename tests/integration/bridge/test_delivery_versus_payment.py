"""Bonds on one chain against cash on another, over the protocols' real contracts: both change
hands, or neither does. SettlementAssetManager's ends in the manner of ERC-7573, the bridge in the
place of the oracle between them."""

import pytest

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.evm import Reverted, expect_revert
from quantera.gas.bridge_stack import Status
from tests.integration.bridge.books import check
from tests.integration.bridge.deliveries import FUNDS, SELLER, Lock, Market, Payment, Trade
from tests.integration.bridge.stage import VALUE, Stage

LANES = {
    Protocol.CHAINLINK_CCIP: ("ethereum", "arbitrum"),
    Protocol.LAYERZERO: ("polygon", "ethereum"),
    Protocol.WORMHOLE: ("optimism", "avalanche"),
    Protocol.AXELAR: ("arbitrum", "polygon"),
}
"""The payment's chain and the delivery's."""
EACH = pytest.mark.parametrize("protocol", Protocol, ids=lambda one: one.name.lower())
CASH, BONDS = 1_000, 50
DAY = 86_400


def second(protocol: Protocol) -> Protocol:
    """Another one: a protocol alone decides nothing."""
    return Protocol((protocol + 1) % len(Protocol))


def opened(stage: Stage, protocol: Protocol) -> tuple[Market, Trade]:
    lane = LANES[protocol]
    market = Market.opened(stage, lane)
    return market, market.trade(lane, CASH, BONDS)


def carried(market: Market, message: Message, protocol: Protocol) -> None:
    """The first protocol's word alone moves nothing; the second's does."""
    stage, (trade,) = market.stage, market.trades
    before = market.lock_of(trade)
    stage.settle(protocol)
    assert stage.status(message) is Status.AWAITING
    assert market.lock_of(trade) is before
    market.check()
    stage.bridge(trade.lane[0]).resend(
        message.encode(), second(protocol), sender=stage.who("anybody"), value=VALUE
    )
    stage.settle(second(protocol))


def bonds(market: Market, trade: Trade, name: str) -> int:
    found: int = market.places[trade.lane[1]].bond.balanceOf(market.stage.who(name))
    return found


@EACH
def test_it_completes_on_both_chains_when_it_was_paid(stage: Stage, protocol: Protocol) -> None:
    market, trade = opened(stage, protocol)
    market.agree(trade)
    with expect_revert("PaymentUndecided", id=trade.id):
        market.report(trade, protocol)
    market.pay(trade)
    message = market.report(trade, protocol)
    assert (message.kind, message.amount, message.reference) == (Kind.DELIVERY, 1, trade.id)
    carried(market, message, protocol)
    assert stage.status(message) is Status.CREDITED
    assert market.state(trade) == (Lock.CLAIMED, Payment.PAID)
    assert bonds(market, trade, "alice") == BONDS
    assert market.places[trade.lane[0]].cash.balanceOf(stage.who("bob")) == CASH
    market.check()
    assert check(stage).pending == []


@EACH
def test_it_unwinds_on_both_chains_when_the_payment_fails(stage: Stage, protocol: Protocol) -> None:
    """The buyer has not got the cash: the payment reverts, and the seller gives it up."""
    market, trade = opened(stage, protocol)
    market.agree(trade)
    cash = market.places[trade.lane[0]].cash
    cash.approve(market.places[trade.lane[0]].manager, CASH - 1, sender=stage.who("alice"))
    with pytest.raises(Reverted):
        market.pay(trade)
    with expect_revert("PaymentUndecided", id=trade.id):
        market.report(trade, protocol)
    market.give_up(trade, SELLER)
    message = market.report(trade, protocol)
    assert (message.kind, message.amount) == (Kind.DELIVERY, 0)
    carried(market, message, protocol)
    assert market.state(trade) == (Lock.RECLAIMED, Payment.GIVEN_UP)
    assert (bonds(market, trade, "alice"), bonds(market, trade, "bob")) == (0, FUNDS)
    market.check()
    assert check(stage).pending == []


@EACH
def test_it_unwinds_on_both_chains_when_nobody_pays_in_time(
    stage: Stage, protocol: Protocol
) -> None:
    """No time-out decides: the bonds stay locked until a party has given the payment up, and from
    then on it cannot be made."""
    market, trade = opened(stage, protocol)
    market.agree(trade)
    for name in trade.lane:
        stage.end(name).chain.advance(DAY)
    with expect_revert("PaymentUndecided", id=trade.id):
        market.report(trade, protocol)
    assert market.state(trade) == (Lock.LOCKED, Payment.ASKED)
    market.give_up(trade, SELLER)
    with expect_revert("LockMismatch", id=trade.id):
        market.pay(trade)
    carried(market, market.report(trade, protocol), protocol)
    assert market.state(trade) == (Lock.RECLAIMED, Payment.GIVEN_UP)
    assert bonds(market, trade, "bob") == FUNDS
    market.check()
    assert check(stage).pending == []


def test_what_was_paid_waits_for_a_buyer_who_may_not_receive_it(stage: Stage) -> None:
    """Suspended while the report was on its way: nothing goes to him and nothing goes back."""
    market, trade = opened(stage, Protocol.AXELAR)
    market.agree(trade)
    market.pay(trade)
    message = market.report(trade, Protocol.AXELAR)
    market.suspend(trade.lane[1], "alice")
    carried(market, message, Protocol.AXELAR)
    assert stage.status(message) is Status.PARKED
    assert market.state(trade) == (Lock.LOCKED, Payment.PAID)
    assert [one.id for one in check(stage).pending] == [message.id]
    market.readmit(trade.lane[1], "alice")
    stage.bridge(trade.lane[1]).claim(message.encode(), sender=stage.who("anybody"))
    assert market.state(trade) == (Lock.CLAIMED, Payment.PAID)
    market.check()


def test_a_market_whose_bonds_went_without_payment_is_seen(stage: Stage) -> None:
    """The books of trades fail when there is something to see."""
    market, trade = opened(stage, Protocol.AXELAR)
    market.agree(trade)
    market.check()
    place = market.places[trade.lane[1]]
    place.manager.completeDelivery(trade.id, True, sender=stage.bridge(trade.lane[1]))
    with pytest.raises(AssertionError):
        market.check()

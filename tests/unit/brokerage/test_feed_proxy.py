"""Prices through Chainlink's own feed proxy, whose byte code Chainlink compiled."""

import pytest

from quantera.evm import Contract, Reverted, expect_revert
from quantera.gas.brokerage_listing import list_asset, quote_by
from quantera.gas.peers.chainlink import feed_proxy
from tests.unit.brokerage.pricing import HOUR, ONE, Desk, Outcome

DECIMALS = 8


def behind_proxy(desk: Desk, price: int) -> tuple[Contract, Contract]:
    """An aggregator, and the proxy in front of it."""
    aggregator = desk.stack.chain.deploy("AggregatorStandIn", DECIMALS, price)
    return aggregator, feed_proxy(desk.stack.chain, aggregator)


def test_the_proxy_is_read_as_any_feed(desk: Desk) -> None:
    """Its rounds have the phase in front of the aggregator's, which changes no answer."""
    first, primary = behind_proxy(desk, 100 * ONE)
    second, secondary = behind_proxy(desk, 101 * ONE)
    assert primary.latestRoundData()[0] == 1 << 64 | 1
    quoted = quote_by(desk.stack, list_asset(desk.stack), primary, secondary)
    desk.stack.chain.advance(HOUR)
    for aggregator in (first, second):
        aggregator.transmit(102 * ONE, sender=desk.stack.governor)
    receipt = desk.stack.brokerage.refreshPrices([quoted.id], sender=desk.stack.governor)
    assert receipt.events.one("PricesRefreshed").assets[1] == Outcome.ACCEPTED
    low, high, *_ = desk.stack.brokerage.priceOf(quoted.id)
    assert (low, high) == (102 * ONE, 102 * ONE)


def test_another_aggregator_is_another_phase(desk: Desk) -> None:
    """Its owner confirms it; round numbers jump, prices do not."""
    _, primary = behind_proxy(desk, 100 * ONE)
    _, secondary = behind_proxy(desk, 100 * ONE)
    quoted = quote_by(desk.stack, list_asset(desk.stack), primary, secondary)
    desk.stack.chain.advance(HOUR)
    owner = desk.stack.chain.actor("deployer")
    successor = desk.stack.chain.deploy("AggregatorStandIn", DECIMALS, 101 * ONE)
    primary.proposeAggregator(successor, sender=owner)
    primary.confirmAggregator(successor, sender=owner)
    assert primary.latestRoundData()[0] >> 64 == 2
    receipt = desk.stack.brokerage.refreshPrices([quoted.id], sender=desk.stack.governor)
    assert receipt.events.one("PricesRefreshed").assets[1] == Outcome.ACCEPTED


def test_a_proxy_that_lets_nobody_read_is_refused(desk: Desk) -> None:
    """An access controller that is none makes every read revert: the feed cannot be set."""
    _, closed = behind_proxy(desk, 100 * ONE)
    _, secondary = behind_proxy(desk, 100 * ONE)
    closed.setController(closed, sender=desk.stack.chain.actor("deployer"))
    with pytest.raises(Reverted):
        closed.latestRoundData()
    asset = list_asset(desk.stack)
    with expect_revert("FeedRefused", feed=closed):
        quote_by(desk.stack, asset, closed, secondary)

"""Wrapped coins and feeds where contracts look for them, and fees that follow prices."""

import itertools

import pytest

from quantera import chains
from quantera.devnet import prices, standins
from quantera.devnet.standins import StandIns
from quantera.devnet.watched import WatchedMemoryChain
from quantera.evm import Chain
from tests.integration.devnet.bridging import Stage

ETHER = 10**18


@pytest.fixture(scope="module")
def nodes() -> dict[str, Chain]:
    return {chain.name: WatchedMemoryChain(chain.chain_id) for chain in chains.production()}


@pytest.fixture(scope="module")
def placed(nodes: dict[str, Chain]) -> dict[str, StandIns]:
    return standins.place(nodes)


@pytest.mark.parametrize("name", chains.PRODUCTION)
def test_the_wrapped_coin_is_where_the_public_chain_has_it(
    nodes: dict[str, Chain], placed: dict[str, StandIns], name: str
) -> None:
    node, facts = nodes[name], chains.get(name).native_coin
    assert placed[name].wrapped_coin == facts.wrapped_address
    coin = standins.wrapped_coin(name, node)
    assert (coin.symbol(), coin.decimals()) == (facts.wrapped_symbol, 18)
    holder = node.actor("holder")
    coin.deposit(sender=holder, value=ETHER)
    assert coin.balanceOf(holder) == ETHER
    coin.withdraw(ETHER, sender=holder)
    assert coin.balanceOf(holder) == 0


@pytest.mark.parametrize("name", chains.PRODUCTION)
def test_each_chain_has_a_price_of_its_coin(
    nodes: dict[str, Chain], placed: dict[str, StandIns], name: str
) -> None:
    node = nodes[name]
    feed = node.at(placed[name].coin_usd_feed, standins.FEED)
    _, answer, _, updated, _ = feed.latestRoundData()
    assert (answer, feed.decimals()) == (prices.coin_usd(name), 8)
    assert updated == node.timestamp


def test_rollups_have_a_sequencers_feed_where_it_really_is(
    nodes: dict[str, Chain], placed: dict[str, StandIns]
) -> None:
    assert [name for name in placed if placed[name].sequencer_uptime_feed] == [
        "arbitrum",
        "optimism",
    ]
    for name in ("arbitrum", "optimism"):
        facts = chains.get(name).sequencer_uptime_feed
        assert facts is not None
        feed = nodes[name].at(facts.address, standins.FEED)
        assert feed.latestRoundData()[1] == standins.UP
        feed.tell(1, nodes[name].timestamp, sender=nodes[name].actor("anyone"))
        assert feed.latestRoundData()[1] == 1


def test_gas_is_priced_in_the_senders_coin() -> None:
    for here, there in itertools.permutations(chains.PRODUCTION, 2):
        # A unit of gas there is worth as much in either coin, but for less than a wei.
        cost = prices.gas_elsewhere(here, there)
        exact = prices.GAS_WEI[there] * prices.coin_usd(there)
        assert 0 <= cost * prices.coin_usd(here) - exact < prices.coin_usd(here)


@pytest.mark.parametrize("protocol", ["axelar", "layerzero", "ccip"])
def test_delivery_costs_more_where_gas_does(stage: Stage, protocol: str) -> None:
    probe = stage.probe(protocol, "polygon")
    dear, cheap = (
        probe.quote(chains.get(name).chain_id, b"x" * 100, 500_000)
        for name in ("ethereum", "optimism")
    )
    assert dear > 2 * cheap

"""Prices of the brokerage: refreshed from two feeds, and posted under one signature."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, Contract, NodeChain, Receipt
from quantera.gas.brokerage_listing import (
    FEED_DECIMALS,
    Quoted,
    compact,
    list_asset,
    packed_price,
    quote_by,
)
from quantera.gas.brokerage_stack import VALUE, BrokerageStack, deploy_brokerage_stack
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.chainlink import feed_proxy
from quantera.gas.settlement_stack import sign

PRICE = 2_000 * VALUE
HIGHER = PRICE * 101 // 100
LATER = 600
EIGHT = 8
RATE = 50_000
SPREAD = 5
SIGNED = {"bandBps": 500, "spacing": 10, "maxAge": 300}
FEEDS = "each asset has two feeds of its own, whose answers have changed since"

Feeds = Callable[[NodeChain], Contract]


@dataclass(frozen=True)
class Priced:
    """Assets with feeds that have new answers, and who brings them."""

    stack: BrokerageStack
    assets: tuple[Quoted, ...]
    keeper: Actor


def _plain_feed(chain: NodeChain) -> Contract:
    return chain.deploy("OneSlotFeed", FEED_DECIMALS, PRICE)


def _proxied_feed(chain: NodeChain) -> Contract:
    return feed_proxy(chain, chain.deploy("AggregatorStandIn", FEED_DECIMALS, PRICE))


def _tell(priced: Priced) -> None:
    chain = priced.stack.chain
    for asset in priced.assets:
        for feed in (asset.primary, asset.secondary):
            feed.tell(HIGHER, chain.timestamp, sender=priced.keeper)


def _assets(chain: NodeChain, feed: Feeds, count: int, **changes: Any) -> Priced:
    stack = deploy_brokerage_stack(chain)
    assets = tuple(
        quote_by(stack, list_asset(stack), feed(chain), feed(chain), **changes)
        for _ in range(count)
    )
    priced = Priced(stack, assets, chain.actor("keeper"))
    chain.advance(LATER)
    return priced


def plain(count: int, rate: int = 0) -> Callable[[NodeChain], Priced]:
    """Feeds of one slot and no proxy."""

    def set_up(chain: NodeChain) -> Priced:
        priced = _assets(chain, _plain_feed, count)
        for asset in priced.assets if rate else ():
            priced.stack.brokerage.setFinancing(asset.id, rate, sender=priced.stack.governor)
        chain.advance(LATER)
        _tell(priced)
        return priced

    return set_up


def proxied(chain: NodeChain) -> Priced:
    """Feeds as Chainlink's are built: its own proxy, and an aggregator."""
    return _assets(chain, _proxied_feed, EIGHT)


def signed(chain: NodeChain) -> Priced:
    """Signed batches allowed, and one brought before."""
    priced = _assets(chain, _plain_feed, EIGHT, signedAllowed=True)
    stack = priced.stack
    stack.brokerage.setSignedTerms(SIGNED, sender=stack.governor)
    _post(PRICE)(priced)
    chain.advance(LATER)
    return priced


def _refresh(priced: Priced) -> Receipt:
    identifiers = [asset.id for asset in priced.assets]
    receipt: Receipt = priced.stack.brokerage.refreshPrices(identifiers, sender=priced.keeper)
    return receipt


def _post(price: int) -> Callable[[Priced], Receipt]:
    def send(priced: Priced) -> Receipt:
        stack, pricer = priced.stack, priced.stack.governor
        prices = b"".join(packed_price(asset.id, price, SPREAD) for asset in priced.assets)
        now = stack.chain.timestamp
        signature = compact(sign(pricer, stack.brokerage.pricesDigest(now, prices)))
        receipt: Receipt = stack.brokerage.postPrices(
            pricer, now, prices, signature, sender=priced.keeper
        )
        return receipt

    return send


OPERATIONS = (
    Operation(
        id="brokerage.refresh.one",
        limit=75_000,
        conditions=f"one asset; {FEEDS}; feeds of one slot without a proxy",
        ours=Subject(plain(1), _refresh),
    ),
    Operation(
        id="brokerage.refresh.eight",
        limit=240_000,
        conditions=f"eight assets; {FEEDS}; feeds of one slot without a proxy",
        ours=Subject(plain(EIGHT), _refresh),
    ),
    Operation(
        id="brokerage.refresh.eight.financed",
        limit=245_000,
        conditions=f"eight financed assets; {FEEDS}; feeds of one slot without a proxy",
        ours=Subject(plain(EIGHT, RATE), _refresh),
    ),
    Operation(
        id="brokerage.refresh.eight.proxied",
        limit=500_000,
        conditions="eight assets with two feeds each, through Chainlink's own feed proxy (0.1.9); "
        "behind it stand-ins that read the slots of its aggregator: reported, no limit is asked",
        ours=Subject(proxied, _refresh),
    ),
    Operation(
        id="brokerage.post.eight",
        limit=92_000,
        conditions="eight prices under one signature, each in its band; one event",
        ours=Subject(signed, _post(HIGHER)),
    ),
)

"""Batches at one price: placing an order, settling a closed batch, paying an order."""

from dataclasses import dataclass

from quantera.evm import NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.liquidity import Market, trading
from quantera.gas.pool_market import HOUR
from quantera.gas.pool_stack import FOREVER, PoolStack

ORDERS = 10
AMOUNT = 10**17
WINDOW = HOUR
ANY_SELL, ANY_BUY = 0, 2**160 - 1


@dataclass(frozen=True)
class Auction:
    """A pool that trades in batches, with a batch of ten orders, six of them sales."""

    market: Market
    stack: PoolStack

    def place(self, *, sells: bool) -> Receipt:
        """The trader's order."""
        limit = ANY_SELL if sells else ANY_BUY
        receipt: Receipt = self.stack.pools.placeOrder(
            self.market.keys[0], sells, AMOUNT, limit, FOREVER, sender=self.market.trader
        )
        return receipt

    def settle(self) -> Receipt:
        """Whatever the view says settles it."""
        pools, key = self.stack.pools, self.market.keys[0]
        found = pools.previewBatch(key, 1)
        receipt: Receipt = pools.settleBatch(key, 1, *found, sender=self.market.provider)
        return receipt

    def pay(self, order: int) -> Receipt:
        """An order of the settled batch, by somebody else."""
        receipt: Receipt = self.stack.pools.payOrder(
            self.market.keys[0], 1, order, sender=self.market.provider
        )
        return receipt


def _opened(chain: NodeChain) -> Auction:
    market = trading(chain)
    if market.stack is None:
        raise TypeError("a peer's market has no stack of ours")
    auction = Auction(market, market.stack)
    auction.stack.pools.startBatching(market.keys[0], WINDOW, sender=auction.stack.governor)
    for number in range(ORDERS):
        auction.place(sells=number % 5 < 3)
    return auction


def _closed(chain: NodeChain) -> Auction:
    auction = _opened(chain)
    chain.advance(WINDOW)
    return auction


def _settled(chain: NodeChain) -> Auction:
    auction = _closed(chain)
    auction.settle()
    auction.pay(0)
    return auction


OPERATIONS = (
    Operation(
        id="pool.batch.place",
        limit=120_000,
        conditions="an order in an open batch of ten, paid in by allowance",
        ours=Subject(_opened, lambda auction: auction.place(sells=True)),
    ),
    Operation(
        id="pool.batch.settle.ten_orders",
        limit=230_000,
        conditions="six sales and four purchases of the same size; the rest is swapped",
        ours=Subject(_closed, Auction.settle),
    ),
    Operation(
        id="pool.batch.pay",
        limit=70_000,
        conditions="an order that took part, paid by somebody else; not the batch's first",
        ours=Subject(_settled, lambda auction: auction.pay(1)),
    ),
)

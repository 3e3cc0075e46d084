"""A brokerage on a real node, with borrowers whose collateral falls."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quantera.brokerage.backtest import CASH_ID, FIRST_ID
from quantera.brokerage.defaults import HOUR, LISTINGS
from quantera.brokerage.rounding import BPS, VALUE
from quantera.evm import Actor, Contract, NodeChain
from quantera.evm.receipts import raw_logs
from quantera.gas.brokerage_listing import Quoted
from quantera.gas.brokerage_stack import BrokerageStack, account_of
from quantera.risk.journal import Journal
from quantera.risk.keeper import Keeper
from tests.differential.brokerage.contract_book import fund_keeper, open_book
from tests.integration.brokerage.keeping import keeper_of, station_at

ETHER = LISTINGS[0]
HOLDING = 10**6 * VALUE
COINS = 10**20
"""What keepers pay gas with, in wei."""


@dataclass
class Place:
    """A book on a node.

    Attributes:
        keepers: two wallets with money.
        url: where the node answers; a test may put something between.
    """

    node: NodeChain
    stack: BrokerageStack
    cash: Quoted
    asset: Quoted
    keepers: list[Actor]
    first_block: int
    url: str

    @property
    def brokerage(self) -> Contract:
        return self.stack.brokerage

    def borrower(self, name: str, ratio: int) -> int:
        """An account whose adjusted collateral is so many per cent of its debt; its number."""
        owner = self.stack.institution(name)
        units = HOLDING * self.asset.asset.one // ETHER.price
        self.stack.deposit(owner, self.asset.asset, units)
        counts = HOLDING * (BPS - ETHER.haircut_bps) // BPS
        debt = counts * 100 // ratio * self.cash.asset.one // VALUE
        self.brokerage.borrow(account_of(owner), CASH_ID, debt, owner, sender=owner)
        return account_of(owner)

    def fall(self, per_cent: int) -> None:
        """An hour passes, and the asset is worth so much less than at first."""
        self.node.advance(HOUR)
        now, governor = self.node.timestamp, self.stack.governor
        price = ETHER.price * (100 - per_cent) // 100
        for quoted, answer in ((self.cash, VALUE), (self.asset, price)):
            for feed in (quoted.primary, quoted.secondary):
                feed.tell(answer, now, sender=governor)
        self.brokerage.refreshPrices([CASH_ID, FIRST_ID], sender=governor)
        self.first_block = self.node.block_number + 1

    def keeper(self, file: Path, place: int = 0) -> Keeper:
        """In this process, with a journal that is closed with the process."""
        station = station_at(self.url, self.brokerage.address, self.keepers[place].key)
        return keeper_of(station, self.brokerage.address, Journal(file, self.brokerage.address))

    def told(self) -> Counter[tuple[str, int]]:
        """What the brokerage has told of accounts since the price fell."""
        span = {"address": self.brokerage.address, "fromBlock": hex(self.first_block)}
        found: Counter[tuple[str, int]] = Counter()
        for log in raw_logs(self.node.rpc("eth_getLogs", span)):
            event = self.node.registry.decode_log(log.topics, log.data)
            if event and "account" in event[1]:
                found[event[0], event[1]["account"]] += 1
        return found

    def sent(self, place: int = 0) -> int:
        """Transactions of a keeper that are mined, after its approval of the brokerage."""
        return self.node.nonce(self.keepers[place]) - 1


@pytest.fixture(scope="module")
def shared_place() -> Iterator[Place]:
    with NodeChain(serves=True) as node:
        stack, cash, asset = open_book(node, ETHER)
        keepers = [fund_keeper(stack, cash, name) for name in ("keeper", "other keeper")]
        for keeper in keepers:
            node.set_balance(keeper, COINS)
        yield Place(node, stack, cash, asset, keepers, 0, node.url)


@pytest.fixture
def place(shared_place: Place) -> Iterator[Place]:
    """The book, on which whatever the test does is undone at its end."""
    with shared_place.node.rollback():
        yield shared_place
        shared_place.url = shared_place.node.url

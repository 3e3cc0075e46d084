"""Borrowers and traders on our contract at the default parameters, looked after by the keeper."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quantera.brokerage.backtest import CASH_ID, FIRST_ID, HOLDING
from quantera.brokerage.defaults import CASH, HOUR, TERMS, Listing
from quantera.brokerage.rounding import BPS, VALUE
from quantera.evm import Actor, Chain, Contract, MemoryChain
from quantera.gas.brokerage_listing import Quoted, know_settlement, list_asset, quote
from quantera.gas.brokerage_stack import BrokerageStack, account_of, deploy_brokerage_stack
from quantera.gas.settlement_stack import Kind, deploy_settlement
from quantera.risk.journal import Journal
from quantera.risk.keeper import Keeper, Policy
from quantera.risk.reading import Reader, Snapshot
from quantera.risk.sending import Done
from tests.differential.brokerage.memory_station import MemoryStation
from tests.differential.brokerage.stage import FEEDS
from tests.peers.multicall import put_multicall

PLENTY = 10**9
BELOW_LIQUIDATION = 4


@dataclass
class ContractBook:
    """A book with one asset beside cash.

    Attributes:
        owners: institutions, one account each.
        done: everything that the keeper did.
    """

    stack: BrokerageStack
    cash: Quoted
    asset: Quoted
    listing: Listing
    keeper: Keeper
    owners: list[Actor] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)

    @property
    def accounts(self) -> list[int]:
        return [account_of(owner) for owner in self.owners]

    def join(self, name: str) -> Actor:
        """Another institution, with nothing yet."""
        owner = self.stack.institution(name)
        self.owners.append(owner)
        return owner

    def borrower(self, name: str, units: int, debt: int) -> None:
        """Collateral in the asset, and a debt in cash units."""
        owner = self.join(name)
        self.stack.deposit(owner, self.asset.asset, units)
        self.stack.brokerage.borrow(account_of(owner), CASH_ID, debt, owner, sender=owner)

    def trader(self, name: str, size: int, cash: int) -> None:
        """Collateral in cash, and a position in the asset."""
        owner = self.join(name)
        self.stack.deposit(owner, self.cash.asset, cash)
        limit = 2**255 if size > 0 else 0
        self.stack.brokerage.openPosition(account_of(owner), FIRST_ID, size, limit, sender=owner)

    def move(self, price: int) -> None:
        """An hour passes and the feeds of the asset have another answer."""
        self.stack.chain.advance(HOUR)
        now, governor = self.stack.chain.timestamp, self.stack.governor
        for quoted, answer in ((self.cash, VALUE), (self.asset, price)):
            for feed in (quoted.primary, quoted.secondary):
                feed.tell(answer, now, sender=governor)
        self.stack.brokerage.refreshPrices([CASH_ID, FIRST_ID], sender=governor)

    def liquidatable(self) -> frozenset[int]:
        states = map(self.stack.brokerage.marginStateOf, self.accounts)
        return frozenset(place for place, each in enumerate(states) if each == BELOW_LIQUIDATION)

    def liquidate(self) -> None:
        """A round of the keeper."""
        self.done.extend(self.keeper.round())

    def snapshot(self) -> Snapshot:
        """What the keeper sees."""
        station = MemoryStation(self.stack.chain, self.stack.chain.actor("reader"))
        return Reader(station.call, self.stack.brokerage.address).snapshot(self.accounts)

    def bad_debt(self) -> int:
        """Units of cash owed by accounts without a unit of collateral, beyond their own cash."""
        found = 0
        for account in self.snapshot().accounts:
            if not account.collateral and account.debts:
                found += max(account.risk.debt - account.risk.cash, 0) * 10**6 // VALUE
        return found

    def liquidated(self) -> frozenset[int]:
        """Accounts that the keeper has liquidated, by place."""
        deeds = [each.deed for each in self.done if not each.refusal]
        told = {deed.account for deed in deeds if deed.what in ("liquidate", "close")}
        return frozenset(place for place, each in enumerate(self.accounts) if each in told)


def open_book(chain: Chain, listing: Listing) -> tuple[BrokerageStack, Quoted, Quoted]:
    """An empty book under the default parameters of cash and an asset, and a pool that lends."""
    stack, settlement = deploy_brokerage_stack(chain), deploy_settlement(chain)
    put_multicall(chain)
    know_settlement(stack, settlement)
    money = settlement.asset(CASH.name, Kind.WCBDC, CASH.decimals)
    token = chain.deploy("PlainToken", listing.name, listing.decimals)
    cash = _listed(stack, CASH, money, isSettlement=True)
    asset = _listed(stack, listing, token, isTradable=True)
    assert (cash.id, asset.id) == (CASH_ID, FIRST_ID)
    stack.brokerage.setCashAsset(CASH_ID, sender=stack.governor)
    stack.brokerage.setTradeTerms(TERMS.gain_haircut_bps, 0, sender=stack.governor)
    stack.supply(cash.asset, PLENTY * cash.asset.one)
    return stack, cash, asset


def fund_keeper(stack: BrokerageStack, cash: Quoted, name: str = "keeper") -> Actor:
    """A verified wallet with plenty to liquidate with."""
    wallet = stack.verify(name)
    stack.fund(cash.asset, [wallet], PLENTY * cash.asset.one)
    return wallet


def deploy_book(listing: Listing, folder: Path) -> ContractBook:
    """An empty book, and a keeper of it."""
    chain = MemoryChain()
    stack, cash, asset = open_book(chain, listing)
    wallet = fund_keeper(stack, cash)
    station = MemoryStation(chain, wallet)
    owners: list[Actor] = []
    keeper = Keeper(
        station,
        stack.brokerage.address,
        lambda: [account_of(owner) for owner in owners],
        Journal(folder / "keeper.jsonl", "the keeper"),
        # Whatever the feeds say now counts.
        Policy(refresh_share_bps=0),
    )
    return ContractBook(stack, cash, asset, listing, keeper, owners)


def _listed(stack: BrokerageStack, listing: Listing, token: Contract, **uses: bool) -> Quoted:
    asset = list_asset(
        stack,
        token,
        isCollateral=True,
        haircutBps=listing.haircut_bps,
        exposureBps=listing.exposure_bps,
        **uses,
    )
    return quote(stack, asset, listing.price, **FEEDS)


def populate(book: ContractBook, shares: Sequence[int]) -> None:
    """Borrowers and longs and shorts, each with a share (in per cent) of the most it could take."""
    price = book.listing.price
    units = HOLDING * book.asset.asset.one // price
    for share in shares:
        most = HOLDING * (BPS - book.listing.haircut_bps) // BPS * 100 // 150
        debt = most * share // 100 * book.cash.asset.one // VALUE
        book.borrower(f"borrower {share}", units, debt)
        exposed = HOLDING * book.listing.exposure_bps // BPS
        needed = exposed * 150 * BPS // (100 * (BPS - CASH.haircut_bps)) * 100 // share
        for direction, name in ((1, "long"), (-1, "short")):
            cash = needed * book.cash.asset.one // VALUE + 2
            book.trader(f"{name} {share}", direction * units, cash)

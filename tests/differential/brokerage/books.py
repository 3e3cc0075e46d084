"""One portfolio of borrowers on Aave, on Morpho Blue and on ours: marked, liquidated, compared."""

from dataclasses import dataclass, field
from typing import Protocol

from quantera.brokerage.backtest import CASH_ID, FIRST_ID, START, Replay
from quantera.brokerage.defaults import HOUR, LISTINGS, Listing
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.lifecycle import Case, Rules, mark
from quantera.brokerage.margin import LIQUIDATION, covers
from quantera.brokerage.paths import Path
from quantera.brokerage.rounding import VALUE
from quantera.brokerage.valuation import Account, Market, assess
from quantera.evm import Actor, Chain, Contract, MemoryChain, Reverted
from quantera.gas.peers.aave import MAX_UINT, AaveMarket, Terms, aave_market
from quantera.gas.peers.morpho import MorphoMarket, morpho_market

WETH = LISTINGS[0]
DOLLAR = 10**6
ETHER = 10**18
COLLATERAL = 400 * ETHER
PLENTY = 10**30
LENT = 100_000_000 * DOLLAR
HEALTH_ONE = 10**18


class Book(Protocol):
    """A system with the portfolio in it."""

    def move(self, price: int) -> None:
        """An hour passes and the collateral has another price, value."""

    def liquidatable(self) -> frozenset[int]:
        """Borrowers, by place, that may be liquidated now."""

    def liquidate(self) -> None:
        """Liquidators do whatever they are let do and gain from."""

    def bad_debt(self) -> int:
        """Units of dollars that no collateral stands behind any more."""


@dataclass
class Portfolio:
    """Borrowers with the same collateral and different debts, in units of dollars."""

    debts: tuple[int, ...]
    listing: Listing = WETH


@dataclass
class _Peer:
    chain: Chain
    cash: Contract
    collateral: Contract
    borrowers: list[Actor]
    liquidator: Actor


def _peer(portfolio: Portfolio) -> tuple[_Peer, Actor]:
    chain = MemoryChain()
    cash = chain.deploy("PlainToken", "Dollar", 6)
    collateral = chain.deploy("PlainToken", "Ether", 18)
    borrowers = [chain.actor(f"borrower {place}") for place in range(len(portfolio.debts))]
    liquidator, lender = chain.actors("liquidator", "lender")
    for token in (cash, collateral):
        for user in (*borrowers, liquidator, lender):
            token.mint(user, PLENTY, sender=user)
    return _Peer(chain, cash, collateral, borrowers, liquidator), lender


def _approve(peer: _Peer, lender: Actor, spender: Contract) -> None:
    for token in (peer.cash, peer.collateral):
        for user in (*peer.borrowers, peer.liquidator, lender):
            token.approve(spender, MAX_UINT, sender=user)


class AaveBook:
    """The portfolio on Aave v3 at its usual terms for ether: 80 %, 82.5 %, a bonus of 5 %."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._peer, lender = _peer(portfolio)
        peer = self._peer
        terms = [Terms(0, 0, 0), Terms(8_000, 8_250, 500)]
        self._market: AaveMarket = aave_market(peer.chain, [peer.cash, peer.collateral], terms)
        _approve(peer, lender, self._market.pool)
        self._market.set_price(peer.collateral, portfolio.listing.price)
        self._market.supply(lender, peer.cash, LENT)
        for user, debt in zip(peer.borrowers, portfolio.debts, strict=True):
            self._market.supply(user, peer.collateral, COLLATERAL)
            self._market.borrow(user, peer.cash, debt)

    def move(self, price: int) -> None:
        self._peer.chain.advance(HOUR)
        self._market.set_price(self._peer.collateral, price)

    def liquidatable(self) -> frozenset[int]:
        data = map(self._market.data, self._peer.borrowers)
        return frozenset(
            place
            for place, (collateral, debt, health) in enumerate(data)
            if collateral and debt and health < HEALTH_ONE
        )

    def liquidate(self) -> None:
        for place in self.liquidatable():
            user = self._peer.borrowers[place]
            while place in self.liquidatable():
                self._market.liquidate(
                    self._peer.liquidator, user, self._peer.collateral, self._peer.cash, MAX_UINT
                )

    def bad_debt(self) -> int:
        data = map(self._market.data, self._peer.borrowers)
        return sum(debt * DOLLAR // VALUE for collateral, debt, _ in data if not collateral)


class MorphoBook:
    """The portfolio on Morpho Blue, in a market of 86 %."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._peer, lender = _peer(portfolio)
        peer = self._peer
        self._market: MorphoMarket = morpho_market(
            peer.chain, peer.cash, peer.collateral, bears_interest=False
        )
        _approve(peer, lender, self._market.morpho)
        self._price = portfolio.listing.price
        self._market.set_price(self._price, 18, 6)
        self._market.lend(lender, LENT)
        for user, debt in zip(peer.borrowers, portfolio.debts, strict=True):
            self._market.deposit(user, COLLATERAL)
            self._market.borrow(user, debt)

    def move(self, price: int) -> None:
        self._peer.chain.advance(HOUR)
        self._price = price
        self._market.set_price(price, 18, 6)

    def _may_be(self, user: Actor) -> bool:
        """A trial, since the contract has no view of health."""
        _, collateral = self._market.position(user)
        if not collateral or not self._market.debt(user):
            return False
        try:
            self._market.morpho.simulate.liquidate(
                self._market.params, user, 1, 0, b"", sender=self._peer.liquidator
            )
        except Reverted:
            return False
        return True

    def liquidatable(self) -> frozenset[int]:
        users = enumerate(self._peer.borrowers)
        return frozenset(place for place, user in users if self._may_be(user))

    def liquidate(self) -> None:
        for place in self.liquidatable():
            user = self._peer.borrowers[place]
            shares, collateral = self._market.position(user)
            worth = collateral * self._price * DOLLAR // (ETHER * VALUE)
            # All of the debt where collateral pays it with the bonus, else all of the collateral.
            if worth > self._market.debt(user) * 105 // 100:
                self._market.liquidate(self._peer.liquidator, user, 0, shares)
            else:
                self._market.liquidate(self._peer.liquidator, user, collateral)

    def bad_debt(self) -> int:
        assets, *_ = self._market.morpho.market(self._market.id)
        return LENT - int(assets)


@dataclass
class TwinBook:
    """The portfolio under our default rules, as the twin carries them out."""

    portfolio: Portfolio
    cases: list[Case] = field(default_factory=list)
    hour: int = 0

    def __post_init__(self) -> None:
        for debt in self.portfolio.debts:
            # A share of debt is a unit: the index stays at one.
            self.cases.append(Case(Account({FIRST_ID: COLLATERAL}, {CASH_ID: debt})))
        self.move(self.portfolio.listing.price)

    def _replay(self, price: int) -> Replay:
        listing = self.portfolio.listing
        return Replay([listing], [Path(listing.name, 0, (price,))])

    def move(self, price: int) -> None:
        self.hour += 1
        replay = self._replay(price)
        self._rules: Rules = replay.rules(0)
        found = replay.market(0)
        now = START + self.hour * HOUR
        assets = {number: asset.priced(asset.low, now) for number, asset in found.assets.items()}
        self._market = Market(assets, {CASH_ID: DebtIndex(updated_at=now)}, now, found.terms)

    def liquidatable(self) -> frozenset[int]:
        found = set()
        for place, case in enumerate(self.cases):
            if case.is_over:
                continue
            worth = assess(case.account, self._market)
            kept = worth.maintenance(self._market.terms.gain_haircut_bps)
            if not covers(kept, worth.exposure, LIQUIDATION):
                found.add(place)
        return frozenset(found)

    def liquidate(self) -> None:
        for case in self.cases:
            if not case.is_over:
                mark(case, self._market, self._rules)

    def bad_debt(self) -> int:
        return sum(case.shortfall for case in self.cases) * DOLLAR // VALUE

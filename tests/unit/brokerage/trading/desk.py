"""A brokerage whose prices tests set, and accounts that trade in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from quantera.evm import Actor, Contract, Receipt
from quantera.gas.brokerage_stack import (
    ACTIVE,
    CLEARING,
    COLLATERAL,
    DAY,
    LIMIT,
    MAX_UNITS,
    SETTLEMENT,
    TRADABLE,
    TRADE,
    VALUE,
    Asset,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.settlement_stack import sign

__all__ = [
    "ACTIVE",
    "CLEARING",
    "COLLATERAL",
    "DAY",
    "LIMIT",
    "SETTLEMENT",
    "TRADABLE",
    "TRADE",
    "VALUE",
    "account_of",
]

CARRY = 10**6
"""Digits that a carry and a net price have beyond a value."""
BPS = 10_000
MOST = 2**256 - 1
ALL = 2**128 - 1
ANY_PRICE = {True: MOST, False: 0}
"""Limit prices that refuse nothing, when buying and when selling."""
TRADED = COLLATERAL | TRADABLE | ACTIVE
TRADING_GROUP = 1 << 2
GAIN_HAIRCUT = 5_000
HOUR = 3_600
ETHER = 10**18


@dataclass
class Terms:
    """What an asset is set to: price and spread of its feeds, and its risk."""

    decimals: int
    low: int
    spread: int = 0
    carry: int = 0
    exposure: int = 1_000

    @property
    def one(self) -> int:
        found: int = 10**self.decimals
        return found

    @property
    def high(self) -> int:
        return self.low + ceil(Fraction(self.low * self.spread, BPS))

    def net(self, price: int) -> Fraction:
        """Price less carry, value per unit."""
        return Fraction(price * CARRY - self.carry, CARRY * self.one)

    def profit(self, size: int, entry: int) -> int:
        """Unrealised profit of a position, rounded down."""
        return floor(size * self.net(self.low if size > 0 else self.high)) - entry

    def potential(self, size: int) -> int:
        """Potential exposure of a position, rounded up."""
        return ceil(Fraction(abs(size) * self.high * self.exposure, self.one * BPS))


@dataclass(frozen=True)
class Desk:
    """Dollars to settle in, and ether at 2,000, gold at 3,000 and barrels at 70 to trade.

    Attributes:
        terms: what each asset is set to, by id.
    """

    stack: BrokerageStack
    terms: dict[int, Terms]
    cash: Asset
    ether: Asset
    gold: Asset
    barrels: Asset

    @property
    def broker(self) -> Contract:
        return self.stack.brokerage

    @property
    def governor(self) -> Actor:
        return self.stack.governor

    @property
    def now(self) -> int:
        return self.stack.chain.timestamp

    def member(
        self, name: str, dollars: int = 1_000_000, limit: int = LIMIT, group: int = 0
    ) -> Actor:
        """An institution with whole dollars of collateral."""
        actor = self.stack.institution(name, limit, group=group)
        if dollars:
            self.stack.deposit(actor, self.cash, dollars * self.cash.one)
        return actor

    def list(self, name: str, terms: Terms, flags: int = TRADED, age_minutes: int = 60) -> Asset:
        """Another asset."""
        found = self.stack.asset(
            name,
            terms.low,
            decimals=terms.decimals,
            flags=flags,
            exposure=terms.exposure,
            spread=terms.spread,
            age_minutes=age_minutes,
        )
        self.terms[found.id] = terms
        self.cap(found, MAX_UNITS)
        return found

    @contextmanager
    def surgery(self) -> Iterator[Contract]:
        """The book's state in the hands of `TradingSurgery` for the length of the block."""
        chain, proxy = self.stack.chain, self.broker.address
        code = chain.code(proxy)
        tool = chain.deploy("TradingSurgery")
        chain.set_code(proxy, chain.code(tool.address))
        try:
            yield chain.at(proxy, "TradingSurgery")
        finally:
            chain.set_code(proxy, code)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever happens in the block is undone at its end, prices and listings too."""
        prices = {number: vars(terms).copy() for number, terms in self.terms.items()}
        count = len(self.stack.assets)
        try:
            with self.stack.chain.rollback():
                yield
        finally:
            del self.stack.assets[count:]
            for number in [n for n in self.terms if n not in prices]:
                del self.terms[number]
            for number, values in prices.items():
                vars(self.terms[number]).update(values)

    def price(self, asset: Asset, low: int, spread: int = 0, carry: int | None = None) -> None:
        """Have a fresh price, and a carry."""
        terms = self.terms[asset.id]
        terms.low, terms.spread = low, spread
        terms.carry = terms.carry if carry is None else carry
        with self.surgery() as surgeon:
            surgeon.writePrice(asset.id, low, spread, terms.carry, sender=self.governor)

    def refresh(self) -> None:
        """Renew every price as it is."""
        with self.surgery() as surgeon:
            for number, terms in self.terms.items():
                prices = (terms.low, terms.spread, terms.carry)
                surgeon.writePrice(number, *prices, sender=self.governor)

    def cap(self, asset: Asset, units: int) -> None:
        """Cap the longs and the shorts of an asset."""
        with self.surgery() as surgeon:
            surgeon.writeOpenInterestCap(asset.id, units, sender=self.governor)

    def flag(self, asset: Asset, cleared: int = 0, given: int = 0) -> None:
        """Change what an asset is for."""
        with self.surgery() as surgeon:
            surgeon.writeFlags(asset.id, cleared, given, sender=self.governor)

    def book_terms(self, spread: int = 0, extra_maintenance: int = 0) -> None:
        """Set what trades against clearing pay beyond the price, and points above 125."""
        terms = (GAIN_HAIRCUT, spread, self.cash.id, extra_maintenance)
        with self.surgery() as surgeon:
            surgeon.writeTerms(*terms, sender=self.governor)

    def extras(self, who: Actor, initial: int, maintenance: int) -> None:
        """Points that an account must keep beyond everybody's."""
        with self.surgery() as surgeon:
            surgeon.writeExtras(account_of(who), initial, maintenance, sender=self.governor)

    def trade(self, who: Actor, asset: Asset, size: int, sub: int = 0) -> Receipt:
        """Trade against clearing at whatever its price is."""
        receipt: Receipt = self.broker.openPosition(
            account_of(who, sub), asset.id, size, ANY_PRICE[size > 0], sender=who
        )
        return receipt

    def close(self, who: Actor, asset: Asset, size: int = ALL, sub: int = 0) -> Receipt:
        """Close a position at whatever the price is."""
        account = account_of(who, sub)
        buying = self.position(account, asset)[0] < 0
        receipt: Receipt = self.broker.closePosition(
            account, asset.id, size, ANY_PRICE[buying], sender=who
        )
        return receipt

    def position(self, account: int, asset: Asset) -> tuple[int, int]:
        """Size and entry; clearing's too."""
        item = self.broker.positionOf(account, asset.id)
        return item.size, item.entryValue

    def cash_of(self, who: Actor, sub: int = 0) -> int:
        """Realised gains that an account has not taken, value."""
        found: int = self.risk(who, sub).cashValue
        return found

    def owed(self, who: Actor, sub: int = 0) -> int:
        """Units of the cash asset that an account owes."""
        found: int = self.broker.debtOf(account_of(who, sub), self.cash.id)
        return found

    def risk(self, who: Actor, sub: int = 0) -> Any:
        """`accountRisk` of an account."""
        return self.broker.accountRisk(account_of(who, sub))

    def recorded(self, who: Actor, sub: int = 0) -> int:
        """What an account exposes as limits count it."""
        found: int = self.broker.accountOf(account_of(who, sub)).exposure
        return found

    def order(self, who: Actor, asset: Asset, size: int, **changes: Any) -> dict[str, Any]:
        """An order of an institution for its sub-account 0."""
        return {
            "account": account_of(who),
            "assetId": asset.id,
            "size": size,
            "limitPrice": ANY_PRICE[size > 0],
            "counterparty": 0,
            "signer": who,
            "nonce": 1,
            "expiry": self.now + DAY,
            **changes,
        }

    def signed(self, order: dict[str, Any], signer: Actor) -> bytes:
        """A signature over an order."""
        return sign(signer, self.broker.orderDigest(order))


def deploy_desk(stack: BrokerageStack) -> Desk:
    """A desk at which nobody trades yet."""
    cash = stack.settlement_asset("Dollar", decimals=6, exposure=0, age_minutes=60)
    assets = {
        name: stack.asset(
            name, price * VALUE, decimals=decimals, flags=TRADED, haircut=1_000, age_minutes=60
        )
        for name, price, decimals in (("Ether", 2_000, 18), ("Gold", 3_000, 8), ("Barrels", 70, 0))
    }
    terms = {cash.id: Terms(6, VALUE, exposure=0)}
    terms[assets["Ether"].id] = Terms(18, 2_000 * VALUE)
    terms[assets["Gold"].id] = Terms(8, 3_000 * VALUE)
    terms[assets["Barrels"].id] = Terms(0, 70 * VALUE)
    desk = Desk(stack, terms, cash, *assets.values())
    for asset in assets.values():
        desk.cap(asset, MAX_UNITS)
    desk.book_terms()
    stack.supply(cash, 10**8 * cash.one)
    return desk


def deploy_fresh_desk(chain: Any) -> Desk:
    """The same on an empty chain."""
    return deploy_desk(deploy_brokerage_stack(chain))

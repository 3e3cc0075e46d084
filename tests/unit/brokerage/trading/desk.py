"""A book with prices that tests set, and accounts that trade in it."""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from fractions import Fraction
from math import ceil, floor
from typing import Any

from quantera.access import Profile, Role
from quantera.artifacts import load_all
from quantera.evm import Actor, Chain, Contract, MemoryChain, Receipt
from quantera.evm.abi import FunctionAbi
from quantera.gas.brokerage_stack import CLEARING, DAY, VALUE, account_of
from quantera.gas.settlement_stack import sign

__all__ = ["CLEARING", "DAY", "VALUE"]

CARRY = 10**6
"""Digits that a carry and a net price have beyond a value."""
BPS = 10_000
MOST = 2**256 - 1
ANY_PRICE = {True: MOST, False: 0}
"""Limit prices that refuse nothing, when buying and when selling."""
MINUTES = 60


class Id(IntEnum):
    """Assets of the desk: cash has six decimals, the others as their names say."""

    CASH = 0
    ETHER = 1
    GOLD = 2
    BARRELS = 3
    LAST = 79


class Flag(IntFlag):
    """Flags of `RiskWord`."""

    COLLATERAL = 1 << 163
    TRADABLE = 1 << 164
    SETTLEMENT = 1 << 165
    ACTIVE = 1 << 166


TRADED = Flag.COLLATERAL | Flag.TRADABLE | Flag.ACTIVE
CLOSE_ONLY = 1 << 241
OPENED = 1 << 240
TRADING_GROUP = 1 << 2
ADMITTED = 1 << 252
GAIN_HAIRCUT = 5_000
ONE_INDEX = 10**18


@dataclass
class Terms:
    """What an asset is set to: price and spread of its feeds, and its risk."""

    decimals: int
    low: int
    spread: int = 0
    carry: int = 0
    haircut: int = 1_000
    exposure: int = 1_000
    age: int = 60
    flags: Flag = TRADED

    @property
    def one(self) -> int:
        return 10**self.decimals

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
    """Attributes:
    broker: the book, through the ABI of everything behind it.
    governor: holds every role.
    """

    chain: MemoryChain
    access: Contract
    governor: Actor
    broker: Contract
    assets: dict[int, Terms]

    def institution(self, name: str, cash: int = 0, limit: int = 10**9, group: int = 0) -> Actor:
        """An admitted institution with a sub-account 0 that has dollars of cash as collateral."""
        actor = self.chain.actor(name)
        line = (limit << 160) | (group << 204) | (0xFFFF << 220) | (0xFFFF << 236) | ADMITTED
        self.broker.setVerified(actor, True, sender=self.governor)
        self.broker.setLine(actor, line, sender=self.governor)
        self.open(actor)
        if cash:
            self.collateral(actor, Id.CASH, cash * 10**6)
        return actor

    def open(self, institution: Actor, sub: int = 0) -> int:
        """Open a sub-account."""
        account = account_of(institution, sub)
        self.broker.setFlags(account, OPENED, True, sender=self.governor)
        return account

    def collateral(self, institution: Actor, asset: int, units: int, sub: int = 0) -> None:
        """Set an account's collateral."""
        self.broker.setCollateral(account_of(institution, sub), asset, units, sender=self.governor)

    def list(self, asset: int, terms: Terms) -> None:
        """List an asset at its price."""
        self.assets[asset] = terms
        figures = [terms.low, terms.spread, terms.age, terms.haircut, terms.exposure]
        self.broker.setAsset(
            asset, terms.flags, [*figures, terms.decimals], terms.carry, sender=self.governor
        )
        self.broker.setLimits(asset, self.token(asset), 2**128 - 1, sender=self.governor)

    def token(self, asset: int) -> Actor:
        """What stands for an asset's token."""
        return self.chain.actor(f"token {asset}")

    def price(self, asset: int, low: int, spread: int = 0, carry: int = 0) -> None:
        """Have a fresh price, and a carry."""
        terms = self.assets[asset]
        terms.low, terms.spread, terms.carry = low, spread, carry
        self.broker.setPrice(asset, low, spread, carry, sender=self.governor)

    def refresh(self) -> None:
        """Renew every price as it is."""
        for asset, terms in self.assets.items():
            self.price(asset, terms.low, terms.spread, terms.carry)

    def spread(self, bps: int, extra_maintenance: int = 0) -> None:
        """Set what trades against clearing pay beyond the price."""
        terms = (GAIN_HAIRCUT, bps, Id.CASH, extra_maintenance)
        self.broker.setBookTerms(*terms, sender=self.governor)

    def trade(self, who: Actor, asset: int, size: int, sub: int = 0) -> Receipt:
        """Trade against clearing at whatever its price is."""
        receipt: Receipt = self.broker.openPosition(
            account_of(who, sub), asset, size, ANY_PRICE[size > 0], sender=who
        )
        return receipt

    def close(self, who: Actor, asset: int, size: int = 2**128 - 1, sub: int = 0) -> Receipt:
        """Close a position at whatever the price is."""
        account = account_of(who, sub)
        buying = self.position(account, asset)[0] < 0
        receipt: Receipt = self.broker.closePosition(
            account, asset, size, ANY_PRICE[buying], sender=who
        )
        return receipt

    def position(self, account: int, asset: int) -> tuple[int, int]:
        """Size and entry; clearing's too."""
        item = self.broker.positionOf(account, asset)
        return item.size, item.entryValue

    def cash(self, who: Actor, sub: int = 0) -> int:
        """Realised gains that an account has not taken, value."""
        found: int = self.broker.cashOf(account_of(who, sub))
        return found

    def owed(self, who: Actor, sub: int = 0) -> int:
        """Units of the cash asset that an account owes; the index stands at one."""
        found: int = self.broker.debtSharesOf(account_of(who, sub), Id.CASH)
        return found

    def risk(self, who: Actor, sub: int = 0) -> Any:
        """`accountRisk` of an account."""
        return self.broker.accountRisk(account_of(who, sub))

    def order(self, who: Actor, asset: int, size: int, **changes: Any) -> dict[str, Any]:
        """An order of an institution for its sub-account 0."""
        return {
            "account": account_of(who),
            "assetId": asset,
            "size": size,
            "limitPrice": ANY_PRICE[size > 0],
            "counterparty": 0,
            "signer": who,
            "nonce": 1,
            "expiry": self.chain.timestamp + DAY,
            **changes,
        }

    def signed(self, order: dict[str, Any], signer: Actor) -> bytes:
        """A signature over an order."""
        return sign(signer, self.broker.orderDigest(order))


def deploy_desk(chain: MemoryChain) -> Desk:
    """A book with cash, ether, gold and barrels, and nobody in it."""
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        access.grantRole(role, governor, 0, sender=governor)
    desk = Desk(chain, access, governor, _bench(chain, access, governor), {})
    settle = Flag.COLLATERAL | Flag.SETTLEMENT | Flag.ACTIVE
    desk.list(Id.CASH, Terms(6, VALUE, haircut=0, exposure=0, flags=settle))
    desk.list(Id.ETHER, Terms(18, 2_000 * VALUE))
    desk.list(Id.GOLD, Terms(8, 3_000 * VALUE))
    desk.list(Id.BARRELS, Terms(0, 70 * VALUE))
    desk.broker.setPool(Id.CASH, ONE_INDEX, 10**15, sender=governor)
    desk.spread(0)
    desk.broker.setRiskTerms(int(desk.broker.address, 16), sender=governor)
    return desk


def _bench(chain: Chain, access: Contract, governor: Actor) -> Contract:
    bench = chain.deploy("TradingBench")
    artifacts = load_all()
    abi = list(artifacts["TradingBench"].abi)
    for name in ("BrokerageTradingExtension", "BrokerageViewsExtension"):
        extension = chain.deploy(name)
        added = [entry for entry in artifacts[name].abi if entry not in abi]
        selectors = [FunctionAbi(entry).selector for entry in added if entry["type"] == "function"]
        bench.route(selectors, extension, sender=governor)
        abi += added
    broker = chain.at(bench, abi)
    broker.initialize(access, sender=governor)
    return broker

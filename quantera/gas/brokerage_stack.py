"""The brokerage with everything behind it, as it is deployed: manager, registry, feeds, assets."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from quantera.access import LocalRole, Profile, Role
from quantera.compliance.record import FLAG_CUSTODIAN
from quantera.evm import Actor, AddressLike, Chain, Contract, Receipt, to_address
from quantera.gas.settlement_stack import MAX_UINT, wire
from quantera.gas.token_stack import TokenStack, deploy_engine, merged, record

CONTRACT = "PrimeBrokerage"
EXTENSIONS = (
    "BrokerageAccountsExtension",
    "BrokerageLendingExtension",
    "BrokerageRiskExtension",
    "BrokeragePricesExtension",
    "BrokerageTradingExtension",
    "BrokerageLiquidationExtension",
    "BrokerageDefaultExtension",
    "BrokerageViewsExtension",
)
"""In the order in which the constructor names them."""

VALUE = 10**8
"""One unit of the reference currency, in units of value."""
DAY = 86_400
YEAR = 31_536_000
NEVER = 2**16 - 1
"""A day that never comes."""
CLEARING = 1
"""The account at the other side of every position."""

DEPOSIT, WITHDRAW, BORROW, REPAY, TRADE = (1 << bit for bit in range(5))
ALL_RIGHTS = DEPOSIT | WITHDRAW | BORROW | REPAY | TRADE

COLLATERAL, TRADABLE, SETTLEMENT, ACTIVE = (1 << bit for bit in range(163, 167))
"""Flags of an asset's risk word."""

LIMIT = 10**12 * VALUE
MAX_UNITS = 2**128 - 1


def account_of(institution: AddressLike, sub_account: int = 0) -> int:
    """Number of an institution's sub-account."""
    return int(to_address(institution), 16) << 8 | sub_account


def deploy_brokerage(access: Contract, registry: AddressLike) -> Contract:
    """The brokerage with its extensions behind its proxy."""
    chain = access.chain
    abi = merged(CONTRACT)
    implementation = chain.deploy(CONTRACT, [chain.deploy(name) for name in EXTENSIONS])
    data = chain.at(implementation, abi).function("initialize").encode(access, registry)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


@dataclass(frozen=True)
class Asset:
    """A listed asset.

    Attributes:
        id: its number in the brokerage.
        token: the ERC-20; nothing for an underlying without a token.
        decimals: of its units.
    """

    id: int
    token: Contract | None
    decimals: int

    @property
    def one(self) -> int:
        """Units of a whole token."""
        one: int = 10**self.decimals
        return one

    @property
    def cash(self) -> Contract:
        """The token of an asset that has one."""
        if self.token is None:
            raise ValueError(f"asset {self.id} has no token")
        return self.token


@dataclass(frozen=True)
class BrokerageStack:
    """One brokerage on one chain and who may act on it.

    Attributes:
        governor: holds every role of the access manager and every local role.
        registry: the identity registry that verifies institutions.
        brokerage: the brokerage, through the ABI of all its parts.
    """

    chain: Chain
    access: Contract
    governor: Actor
    registry: Contract
    brokerage: Contract
    assets: list[Asset] = field(default_factory=list)

    def verify(self, name: str, **facts: Any) -> Actor:
        """A verified wallet; its identity is named after it unless one is given."""
        wallet = self.chain.actor(name)
        identity = facts.pop("identity", None) or self.chain.actor(f"identity of {name}")
        self.registry.writeRecords([(wallet, record(identity, **facts))], sender=self.governor)
        return wallet

    def unverify(self, wallet: AddressLike) -> Receipt:
        """Take a wallet's verification back."""
        receipt: Receipt = self.registry.revokeVerification([wallet], sender=self.governor)
        return receipt

    def institution(
        self,
        name: str,
        limit: int = LIMIT,
        *,
        group: int = 0,
        facility_end: int = NEVER,
        review: int = NEVER,
    ) -> Actor:
        """A verified and admitted institution; its sub-account 0 is open.

        Args:
            name: of its wallet.
            limit: credit limit, value.
            group: of institutions of one owner.
            facility_end: last day of its facility, days since 1970.
            review: day of its review.
        """
        wallet = self.verify(name)
        terms = (limit, group, facility_end, review)
        self.brokerage.admitInstitution(wallet, terms, sender=self.governor)
        return wallet

    def asset(
        self,
        name: str,
        price: int = VALUE,
        *,
        decimals: int = 18,
        flags: int = COLLATERAL | ACTIVE,
        haircut: int = 0,
        exposure: int = 1_000,
        spread: int = 0,
        age_minutes: int = 4_095,
        cap: int = MAX_UNITS,
        institution_cap: int = MAX_UNITS,
        issuer_group: int = 0,
        token: Contract | None = None,
        desk: AddressLike | None = None,
    ) -> Asset:
        """An asset with a token, written straight into the brokerage's state with its price.

        Args:
            name: of the plain ERC-20 that is made for it, where none is given.
            price: low price of a whole token, value.
            decimals: of its units.
            flags: what it is for.
            haircut: as collateral, basis points.
            exposure: potential exposure of positions, basis points.
            spread: from the low to the high price, basis points.
            age_minutes: how long a price counts.
            cap: most units of all accounts.
            institution_cap: most units of one institution.
            issuer_group: group that issued it.
            token: instead of a plain one.
            desk: where a regulated token is told whose units move.
        """
        token = token or self.chain.deploy("PlainToken", name, decimals)
        asset = Asset(len(self.assets), token, decimals)
        with self.surgery() as surgeon:
            surgeon.writeAsset(
                asset.id,
                (
                    token,
                    price,
                    spread,
                    age_minutes,
                    haircut,
                    exposure,
                    decimals,
                    flags,
                    cap,
                    institution_cap,
                    issuer_group,
                ),
                sender=self.governor,
            )
            if desk is not None:
                surgeon.writeDesk(asset.id, desk, sender=self.governor)
        self.assets.append(asset)
        return asset

    def settlement_asset(
        self,
        name: str,
        price: int = VALUE,
        *,
        rate: int = 0,
        reserve: int = 0,
        flags: int = COLLATERAL | SETTLEMENT | ACTIVE,
        **changes: Any,
    ) -> Asset:
        """An asset with a lending pool.

        Args:
            name: of its token.
            price: low price, value.
            rate: yearly rate of its pool, millionths.
            reserve: share of interest that is reserved, basis points.
            flags: what it is for.
            **changes: as of `asset`.
        """
        asset = self.asset(name, price, flags=flags, **changes)
        with self.surgery() as surgeon:
            surgeon.openPool(asset.id, rate, reserve, sender=self.governor)
        return asset

    def set_price(self, asset: Asset, price: int, spread: int = 0) -> None:
        """Write a price as of now, without asking any feed."""
        with self.surgery() as surgeon:
            surgeon.writePrice(asset.id, price, spread, sender=self.governor)

    @contextmanager
    def surgery(self) -> Iterator[Contract]:
        """The brokerage's state in the hands of `BrokerageSurgery` for the length of the block."""
        proxy = self.brokerage.address
        code = self.chain.code(proxy)
        tool = self.chain.deploy("BrokerageSurgery")
        self.chain.set_code(proxy, self.chain.code(tool.address))
        try:
            yield self.chain.at(proxy, "BrokerageSurgery")
        finally:
            self.chain.set_code(proxy, code)

    def fund(self, asset: Asset, accounts: Sequence[Actor], amount: int) -> None:
        """Give each account units and have it approve the brokerage without end."""
        for account in accounts:
            asset.cash.mint(account, amount, sender=self.governor)
            asset.cash.approve(self.brokerage, MAX_UINT, sender=account)

    def deposit(self, institution: Actor, asset: Asset, amount: int, sub_account: int = 0) -> None:
        """Fund an institution and deposit in its account."""
        self.fund(asset, [institution], amount)
        account = account_of(institution, sub_account)
        self.brokerage.deposit(account, asset.id, amount, sender=institution)

    def supply(self, asset: Asset, amount: int, name: str = "lender") -> Actor:
        """Units in an asset's pool, supplied by a verified wallet."""
        lender = self.verify(name)
        self.fund(asset, [lender], amount)
        self.brokerage.supply(asset.id, amount, sender=lender)
        return lender


def deploy_brokerage_stack(chain: Chain) -> BrokerageStack:
    """A brokerage without assets or institutions."""
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        access.grantRole(role, governor, 0, sender=governor)
    registry = deploy_engine(access)
    wire(access, governor, registry, "ComplianceEngine")
    return _opened(chain, access, governor, registry)


def brokerage_beside(other: TokenStack) -> BrokerageStack:
    """A brokerage under the access manager of a token, a registered custodian of it."""
    return _opened(other.chain, other.manager, other.governor, other.engine)


def _opened(chain: Chain, access: Contract, governor: Actor, registry: Contract) -> BrokerageStack:
    brokerage = deploy_brokerage(access, registry)
    wire(access, governor, brokerage, CONTRACT)
    for target in (registry, brokerage):
        for local in LocalRole:
            target.grantLocalRole(local, governor, sender=governor)
    # As a release sets it up: the registry attests, and nobody asks it for its mode.
    brokerage.setEvidenceMode(True, sender=governor)
    stack = BrokerageStack(chain, access, governor, registry, brokerage)
    # The brokerage holds regulated tokens for its institutions.
    word = record(brokerage, flags=FLAG_CUSTODIAN)
    registry.writeRecords([(brokerage, word)], sender=governor)
    return stack

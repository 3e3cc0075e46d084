"""The brokerage with everything behind it, as it is deployed: manager, registry, feeds, assets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from quantera.access import LocalRole, Profile, Role
from quantera.compliance.record import FLAG_CUSTODIAN
from quantera.evm import Actor, AddressLike, Chain, Contract, to_address
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

VALUE = 10**8
"""One unit of the reference currency, in units of value."""
DAY = 86_400
YEAR = 31_536_000
FAR = 2**40 - 1
"""A date that never comes."""
CLEARING = 1
"""The account at the other side of every position."""

DEPOSIT, WITHDRAW, BORROW, REPAY, TRADE = (1 << bit for bit in range(5))
ALL_RIGHTS = DEPOSIT | WITHDRAW | BORROW | REPAY | TRADE


def account_of(institution: AddressLike, sub_account: int = 0) -> int:
    """Number of an institution's sub-account."""
    return int(to_address(institution), 16) << 8 | sub_account


def deploy_brokerage(access: Contract, registry: AddressLike) -> Contract:
    """The brokerage with its extensions behind its proxy."""
    chain = access.chain
    abi = merged(CONTRACT)
    implementation = chain.deploy(CONTRACT, *(chain.deploy(name) for name in EXTENSIONS))
    data = chain.at(implementation, abi).function("initialize").encode(access, registry)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


@dataclass(frozen=True)
class Asset:
    """A listed asset.

    Attributes:
        id: its number in the brokerage.
        token: the ERC-20; nothing for an underlying without a token.
        primary: its first feed.
        secondary: its second feed.
    """

    id: int
    token: Contract | None
    primary: Contract
    secondary: Contract

    @property
    def cash(self) -> Contract:
        """The token of an asset that has one."""
        if self.token is None:
            raise ValueError(f"asset {self.id} has no token")
        return self.token

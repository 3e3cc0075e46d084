"""A settlement manager with everything behind it, as it is deployed, and assets to settle in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from coincurve import PrivateKey

from quantera.access import LocalRole, Profile, Role, assignments
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, Chain, Contract
from quantera.gas.fee_stack import FeeStack
from quantera.gas.token_stack import TokenStack, merged, specification

CONTRACT = "SettlementAssetManager"
US, EU, UK, SG, JP = range(5)
EVERYWHERE = 0b11111
DAY = 86_400
ONE = 10**8
"""One unit of a currency, as values tell it."""
MAX_UINT = 2**256 - 1
MOST_FEE_BPS = 500
"""No fee is more: `MAX_FEE_PIPS`."""
ALL_KINDS = 0b11111


class Kind(IntEnum):
    """`SettlementAssetType`: the numbers are no order of preference."""

    WCBDC = 0
    STABLECOIN = 1
    DEPOSIT_TOKEN = 2
    RBDC = 3
    CRYPTO = 4


SCORES = {
    Kind.WCBDC: 0,
    Kind.RBDC: 5,
    Kind.DEPOSIT_TOKEN: 20,
    Kind.STABLECOIN: 50,
    Kind.CRYPTO: 100,
}

ASSET: dict[str, Any] = {
    "assetType": Kind.WCBDC,
    "riskWeight": 0,
    "home": EU,
    "jurisdictions": EVERYWHERE,
    "currency": 0,
    "feed": ZERO_ADDRESS,
    "maxAge": 0,
    "bandBps": 0,
    "haircutBps": 0,
    "dailyCap": 10**28,
    "isPreferred": False,
    "isPausable": False,
    "isCompliant": False,
    "claim": 0,
    "claimDocument": bytes(32),
}
"""`AssetTerms` of central-bank money that may be used everywhere."""


def asset_terms(kind: Kind, **changes: Any) -> dict[str, Any]:
    """`AssetTerms` of a kind at its least score; RBDC with a claim on a central bank."""
    claim = {"claim": 1, "claimDocument": b"c" * 32} if kind is Kind.RBDC else {}
    return {**ASSET, "assetType": kind, "riskWeight": SCORES[kind], **claim, **changes}


def deploy_manager(access: Contract, currency: bytes = b"USD") -> Contract:
    """The settlement manager with its extensions behind its proxy."""
    chain = access.chain
    abi = merged(CONTRACT)
    registry = chain.deploy("SettlementRegistryExtension")
    trades = chain.deploy("SettlementTradesExtension")
    custody = chain.deploy("SettlementCustodyExtension")
    implementation = chain.deploy(CONTRACT, registry, trades, custody)
    data = chain.at(implementation, abi).function("initialize").encode(access, currency)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


def sign(signer: Actor, digest: bytes) -> bytes:
    """65-byte signature over a digest."""
    raw = PrivateKey(signer.key).sign_recoverable(digest, hasher=None)
    return raw[:64] + bytes([raw[64] + 27])


@dataclass(frozen=True)
class Leg:
    """One side of a trade as its party instructs it: `ISettlementInstructions.Side`."""

    party: Actor
    nonce: int = 0
    minimum_part: int = 0
    hold: bytes = bytes(32)

    def unsigned(self) -> tuple[Any, ...]:
        """Without a signature."""
        return self.nonce, self.minimum_part, self.hold, b""


@dataclass(frozen=True)
class SettlementStack:
    """One settlement manager on one chain and who may act on it.

    Attributes:
        governor: holds every role of the access manager and every local role.
        manager: the settlement manager, through the ABI of all its parts.
    """

    chain: Chain
    access: Contract
    governor: Actor
    manager: Contract
    tokens: dict[str, Contract] = field(default_factory=dict)

    def participant(self, name: str, jurisdictions: int = EVERYWHERE) -> Actor:
        """An admitted account of an institution of its own."""
        account = self.chain.actor(name)
        institution = self.chain.actor(f"institution of {name}")
        self.manager.admitParticipant(account, institution, jurisdictions, sender=self.governor)
        return account

    def plain(self, name: str, decimals: int = 18) -> Contract:
        """A plain ERC-20, not admitted yet."""
        return self.chain.deploy("PlainToken", name, decimals)

    def list_asset(self, token: Contract, terms: Mapping[str, Any]) -> Contract:
        """Admit an asset."""
        self.manager.listAsset(token, terms, sender=self.governor)
        return token

    def asset(self, name: str, kind: Kind, decimals: int = 18, **changes: Any) -> Contract:
        """A plain ERC-20 admitted as an asset; kinds that need a feed get one at par, for good."""
        terms = asset_terms(kind, **changes)
        if kind in (Kind.STABLECOIN, Kind.CRYPTO) and terms["feed"] == ZERO_ADDRESS:
            feed = self.chain.deploy("FeedProbe", 8, ONE)
            terms |= {"feed": feed, "maxAge": 2**24 - 1, "bandBps": 100}
        return self.list_asset(self.plain(name, decimals), terms)

    def security(self, name: str) -> Contract:
        """A plain ERC-20 admitted as a security."""
        token = self.plain(name)
        self.manager.listSecurity(token, EU, False, sender=self.governor)
        return token

    def fund(self, token: Contract, accounts: Sequence[Actor], amount: int) -> None:
        """Give each account units and have it approve the manager without end."""
        for account in accounts:
            token.mint(account, amount, sender=self.governor)
            token.approve(self.manager, MAX_UINT, sender=account)

    def terms(
        self,
        deliverer: AddressLike,
        receiver: AddressLike,
        security: AddressLike,
        cash: AddressLike,
        **changes: Any,
    ) -> dict[str, Any]:
        """Terms of a trade that may settle today."""
        now = self.chain.timestamp
        return {
            "deliverer": deliverer,
            "receiver": receiver,
            "security": security,
            "quantity": 100,
            "cash": cash,
            "amount": 1_000,
            "settlementDate": now,
            "cutOff": now + DAY,
            "tradeReference": bytes(32),
            **changes,
        }

    def signed(self, terms: Mapping[str, Any], side: int, leg: Leg) -> tuple[Any, ...]:
        """A side with its party's signature."""
        digest = self.manager.instructionDigest(terms, side, leg.unsigned())
        return leg.nonce, leg.minimum_part, leg.hold, sign(leg.party, digest)


def wire(access: Contract, governor: Actor, target: Contract, name: str = CONTRACT) -> None:
    """Map a contract's functions to their roles, and give the governor its local roles."""
    for item in assignments(specification(), name):
        access.setTargetFunctionRole(target, item.selectors, item.role, sender=governor)


def deploy_settlement(chain: Chain) -> SettlementStack:
    """A settlement manager without assets or participants."""
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        access.grantRole(role, governor, 0, sender=governor)
    return _opened(chain, access, governor)


def settlement_beside(other: TokenStack | FeeStack) -> SettlementStack:
    """A settlement manager under the access manager of a token or a fee structure."""
    return _opened(other.chain, other.manager, other.governor)


def charge_fees(stack: SettlementStack, fees: Contract, payers: Sequence[Actor]) -> None:
    """Switch fees on, with payers that agree to as much as the code of fees allows."""
    fees.grantLocalRole(LocalRole.PRODUCT, stack.manager, sender=stack.governor)
    stack.manager.setFeeStructure(fees, sender=stack.governor)
    for payer in payers:
        stack.manager.agreeToFees(MOST_FEE_BPS, sender=payer)


def _opened(chain: Chain, access: Contract, governor: Actor) -> SettlementStack:
    manager = deploy_manager(access)
    wire(access, governor, manager)
    for local in LocalRole:
        manager.grantLocalRole(local, governor, sender=governor)
    return SettlementStack(chain, access, governor, manager)

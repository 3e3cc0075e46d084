"""The pools with everything behind them, as they are deployed, and tokens to trade in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole, Profile, Role
from quantera.compliance.record import FLAG_CUSTODIAN
from quantera.evm import Actor, AddressLike, Chain, Contract, to_address
from quantera.gas.fee_stack import FeeStack
from quantera.gas.settlement_stack import MAX_UINT, wire
from quantera.gas.token_stack import TokenStack, merged, record

CONTRACT = "LiquidityPoolOptimizer"
FOREVER = 2**64
PARTIAL = 1
NATIVE_OUT = 2
DYNAMIC_FEE = 1
PERMISSIONED = 2
EXTENSIONS = (
    "LiquidityRegistryExtension",
    "LiquidityPositionsExtension",
    "LiquidityViewsExtension",
    "LiquidityBatchesExtension",
    "LiquidityStrategiesExtension",
    "LiquidityLendingExtension",
)

Key = tuple[AddressLike, AddressLike, int, int, int]
"""`PoolKey`: token A, token B, fee in millionths, tick spacing, modes."""


def deploy_pools(access: Contract, wrapped_native: AddressLike) -> Contract:
    """The pools with their extensions behind their proxy."""
    chain = access.chain
    abi = merged(CONTRACT)
    implementation = chain.deploy(CONTRACT, *(chain.deploy(name) for name in EXTENSIONS))
    data = chain.at(implementation, abi).function("initialize").encode(access, wrapped_native)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


def in_order(one: AddressLike, other: AddressLike) -> tuple[AddressLike, AddressLike]:
    """Two tokens as a key names them, the lower address first."""
    return (one, other) if int(to_address(one), 16) < int(to_address(other), 16) else (other, one)


@dataclass(frozen=True)
class PoolStack:
    """The pools on one chain and who may act on them.

    Attributes:
        governor: holds every role of the access manager and every local role.
        pools: the pools, through the ABI of all their parts.
        wrapped: the wrapped native coin.
    """

    chain: Chain
    access: Contract
    governor: Actor
    pools: Contract
    wrapped: Contract

    def token(self, name: str, *, exact: bool = True, decimals: int = 18) -> Contract:
        """A plain ERC-20; `exact` has it known for moving just what it is told to."""
        token = self.chain.deploy("PlainToken", name, decimals)
        if exact:
            self.pools.trustExactness(token, sender=self.governor)
        return token

    def pair(self, *, exact: bool = True) -> tuple[Contract, Contract]:
        """Two plain tokens in order."""
        one, other = (self.token(name, exact=exact) for name in ("One", "Other"))
        return (one, other) if int(one.address, 16) < int(other.address, 16) else (other, one)

    def fund(self, tokens: Sequence[Contract], accounts: Sequence[Actor], amount: int) -> None:
        """Give each account units of each token and have it approve the pools without end."""
        for token in tokens:
            for account in accounts:
                token.mint(account, amount, sender=self.governor)
                token.approve(self.pools, MAX_UINT, sender=account)

    def create(self, key: Key, sqrt_price: int) -> bytes:
        """A new pool's id."""
        created = self.pools.createPool(key, sqrt_price, sender=self.governor)
        identifier: bytes = created.return_value[0]
        return identifier

    def added(self, key: Key, lower: int, upper: int, liquidity: int, **changes: Any) -> Any:
        """`AddRequest` without limits."""
        return {
            "key": key,
            "tickLower": lower,
            "tickUpper": upper,
            "liquidity": liquidity,
            "maxA": MAX_UINT,
            "maxB": MAX_UINT,
            "sqrtPriceLowX96": 0,
            "sqrtPriceHighX96": 0,
            "deadline": FOREVER,
            **changes,
        }

    def removed(
        self,
        key: Key,
        position: bytes | int,
        liquidity: int,
        recipient: AddressLike,
        **changes: Any,
    ) -> Any:
        """`RemoveRequest` without limits."""
        name = position if isinstance(position, bytes) else position.to_bytes(32)
        return {
            "key": key,
            "position": name,
            "liquidity": liquidity,
            "minA": 0,
            "minB": 0,
            "sqrtPriceLowX96": 0,
            "sqrtPriceHighX96": 0,
            "recipient": recipient,
            "deadline": FOREVER,
            "options": 0,
            **changes,
        }

    def swapped(
        self, key: Key, amount: int, recipient: AddressLike, *, a_for_b: bool, **changes: Any
    ) -> Any:
        """`SwapRequest` without limits."""
        return {
            "key": key,
            "aForB": a_for_b,
            "amountSpecified": amount,
            "amountLimit": 0 if amount > 0 else MAX_UINT,
            "sqrtPriceLimitX96": 0,
            "recipient": recipient,
            "deadline": FOREVER,
            "options": 0,
            **changes,
        }

    def position_key(self, owner: AddressLike, key: Key, lower: int, upper: int) -> bytes:
        """Name of a position that is no token."""
        found: bytes = self.pools.positionKey(owner, self.pools.poolId(key), lower, upper)
        return found


def deploy_pool_stack(chain: Chain) -> PoolStack:
    """The pools without any pool."""
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        access.grantRole(role, governor, 0, sender=governor)
    return _opened(chain, access, governor)


def pools_beside(other: TokenStack | FeeStack) -> PoolStack:
    """The pools under the access manager of a token or a fee structure.

    Beside a token they are a registered custodian of it.
    """
    stack = _opened(other.chain, other.manager, other.governor)
    if isinstance(other, TokenStack):
        other.enter([stack.pools], [record(stack.pools, flags=FLAG_CUSTODIAN)])
    return stack


def _opened(chain: Chain, access: Contract, governor: Actor) -> PoolStack:
    wrapped = chain.deploy("WrappedNative")
    pools = deploy_pools(access, wrapped)
    wire(access, governor, pools, CONTRACT)
    for local in LocalRole:
        pools.grantLocalRole(local, governor, sender=governor)
    return PoolStack(chain, access, governor, pools, wrapped)

"""Uniswap v3 and v4 from their npm bytecode, as markets that the same scenarios run on.

Version 3 is called through the least contract that can pay in its callback, version 4 through the
routers that its package ships for tests; neither checks slippage limits or deadlines.
"""

from dataclasses import dataclass
from typing import Any

from quantera.artifacts import Artifact, load_foundry, load_npm
from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract, Receipt
from quantera.liquidity.live import HIGHEST_LIMIT, LOWEST_LIMIT
from quantera.liquidity.words import MAX_UINT128

V3 = "@uniswap/v3-core/artifacts/contracts"
V4 = "@uniswap/v4-core/out"


def v3_artifact(name: str) -> Artifact:
    """An artifact of v3-core."""
    return load_npm(f"{V3}/{name}.sol/{name}.json")


def v4_artifact(name: str) -> Artifact:
    """An artifact of v4-core."""
    return load_foundry(f"{V4}/{name}.sol/{name}.json")


@dataclass(frozen=True)
class V3Market:
    """A pool of v3 with users who approved its payer."""

    chain: Chain
    pool: Contract
    payer: Contract

    def add(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Liquidity of the provider's own position."""
        receipt: Receipt = self.payer.mint(self.pool, lower, upper, liquidity, sender=provider)
        return receipt

    def touch(self, provider: Actor, lower: int, upper: int) -> Receipt:
        """Bring a position's fees up to date."""
        receipt: Receipt = self.pool.burn(lower, upper, 0, sender=provider)
        return receipt

    def swap(self, trader: Actor, amount: int, *, a_for_b: bool, limit: int = 0) -> Receipt:
        """An exact input, as far as the limit."""
        bound = limit or (LOWEST_LIMIT if a_for_b else HIGHEST_LIMIT)
        receipt: Receipt = self.payer.swap(self.pool, a_for_b, amount, bound, sender=trader)
        return receipt

    def leave(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Take liquidity out, without collecting it."""
        receipt: Receipt = self.pool.burn(lower, upper, liquidity, sender=provider)
        return receipt

    def collect(self, provider: Actor, lower: int, upper: int) -> Receipt:
        """Pay out everything that is owed."""
        receipt: Receipt = self.pool.collect(
            provider, lower, upper, MAX_UINT128, MAX_UINT128, sender=provider
        )
        return receipt


@dataclass(frozen=True)
class V4Market:
    """A pool of v4 with users who approved its test routers."""

    chain: Chain
    key: tuple[Any, ...]
    swapper: Contract
    modifier: Contract

    def add(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Liquidity; the router owns positions, one salt for each provider."""
        return self._modify(provider, lower, upper, liquidity)

    def touch(self, provider: Actor, lower: int, upper: int) -> Receipt:
        """Bring a position's fees up to date and pay them out."""
        return self._modify(provider, lower, upper, 0)

    def swap(self, trader: Actor, amount: int, *, a_for_b: bool, limit: int = 0) -> Receipt:
        """An exact input, as far as the limit."""
        bound = limit or (LOWEST_LIMIT if a_for_b else HIGHEST_LIMIT)
        receipt: Receipt = self.swapper.swap(
            self.key, (a_for_b, -amount, bound), (False, False), b"", sender=trader
        )
        return receipt

    def leave(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Everything paid out in one transaction."""
        return self._modify(provider, lower, upper, -liquidity)

    def _modify(self, provider: Actor, lower: int, upper: int, change: int) -> Receipt:
        salt = bytes.fromhex(provider[2:]).rjust(32, b"\0")
        signature = next(
            name
            for name in self.modifier.abi.by_signature
            if name.startswith("modifyLiquidity") and name.endswith(",bytes)")
        )
        receipt: Receipt = self.modifier[signature](
            self.key, (lower, upper, change, salt), b"", sender=provider
        )
        return receipt


def v3_market(chain: Chain, tokens: tuple[Contract, Contract], price: int) -> V3Market:
    """A pool at 0.3 %, spacing 60."""
    deployer = chain.actor("deployer of v3")
    factory = chain.deploy(v3_artifact("UniswapV3Factory"), sender=deployer)
    created = factory.createPool(*tokens, 3000, sender=deployer).return_value
    pool = chain.at(created, v3_artifact("UniswapV3Pool"))
    pool.initialize(price, sender=deployer)
    return V3Market(chain, pool, chain.deploy("UniswapV3Payer", sender=deployer))


def v4_market(chain: Chain, tokens: tuple[Contract, Contract], price: int) -> V4Market:
    """A pool at 0.3 %, spacing 60, without hooks."""
    deployer = chain.actor("deployer of v4")
    manager = chain.deploy(v4_artifact("PoolManager"), deployer, sender=deployer)
    key = (*tokens, 3000, 60, ZERO_ADDRESS)
    manager.initialize(key, price, sender=deployer)
    swapper = chain.deploy(v4_artifact("PoolSwapTest"), manager, sender=deployer)
    modifier = chain.deploy(v4_artifact("PoolModifyLiquidityTest"), manager, sender=deployer)
    return V4Market(chain, key, swapper, modifier)

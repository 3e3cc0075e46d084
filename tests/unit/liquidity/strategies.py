"""A managed position in a pool that keeps observations, and its worth by the twin's arithmetic."""

from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, Receipt
from quantera.liquidity.prices import amount0_between, amount1_between
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import Market

LIQUIDITY = 10**19
NARROW = (-120, 180)
WINDOW = 600
COOLDOWN = 3600
REASONS = (
    "DUE",
    "NO_POLICY",
    "PAUSED",
    "EMPTY",
    "MEAN_UNKNOWN",
    "COOLING_DOWN",
    "NOT_MOVED",
    "FAR_FROM_MEAN",
    "FEES_TOO_LOW",
    "NO_LIQUIDITY",
    "VALUE_LOSS",
)
POLICY: dict[str, int] = {
    "halfWidth": 120,
    "narrowest": 0,
    "widest": 0,
    "factor": 0,
    "horizon": 0,
    "minMove": 60,
    "cooldown": COOLDOWN,
    "meanWindow": WINDOW,
    "maxDeviation": 50,
    "maxLossBps": 100,
    "rewardCapA": 10**18,
    "rewardCapB": 10**18,
    "minFeesValue": 1,
    "coinPrice": 0,
    "rewardBps": 1000,
    "gasMultiple": 0,
}


def to_tick(market: Market, tick: int, key: Any = None) -> None:
    """Move the price into the middle of a tick."""
    key = key or market.key
    now = market.pools.poolState(market.pools.poolId(key)).tick
    if tick == now:
        return
    limit = (sqrt_price_at_tick(tick) + sqrt_price_at_tick(tick + 1)) // 2
    market.swap(10**22, a_for_b=tick < now, sqrtPriceLimitX96=limit, options=1, key=key)


def worth(
    lower: int, upper: int, liquidity: int, rest: tuple[int, int], tick: int
) -> tuple[int, int]:
    """Units of A and B of a range's liquidity at a tick's price, and what is beside it."""
    low, high = sqrt_price_at_tick(lower), sqrt_price_at_tick(upper)
    split = min(max(sqrt_price_at_tick(tick), low), high)
    return (
        rest[0] + amount0_between(split, high, liquidity, up=False),
        rest[1] + amount1_between(low, split, liquidity, up=False),
    )


def value(amounts: tuple[int, int], tick: int) -> int:
    """Units of B at a tick's price."""
    root = sqrt_price_at_tick(tick)
    return amounts[1] + ((amounts[0] * root >> 96) * root >> 96)


@dataclass(frozen=True)
class Managed:
    """A position of bob's that alice may look after."""

    market: Market
    token: int
    key: Any

    @property
    def name(self) -> bytes:
        return self.token.to_bytes(32)

    def set_policy(self, sender: Actor | None = None, **changes: Any) -> Receipt:
        receipt: Receipt = self.market.pools.setPolicy(
            self.key, self.token, POLICY | changes, sender=sender or self.market.bob
        )
        return receipt

    def preview(self) -> Any:
        return self.market.pools.previewRebalance(self.key, self.token)

    def reason(self) -> str:
        return REASONS[self.preview().reason]

    def rebalance(self, sender: Actor | None = None) -> Receipt:
        receipt: Receipt = self.market.pools.rebalance(
            self.key, self.token, sender=sender or self.market.alice
        )
        return receipt

    def compound(self, sender: Actor | None = None) -> Receipt:
        receipt: Receipt = self.market.pools.compoundFor(
            self.key, self.token, sender=sender or self.market.alice
        )
        return receipt

    def fees(self) -> tuple[int, int]:
        """Fees and what else is owed."""
        amount_a, amount_b = self.market.pools.feesOf(self.key, self.name)
        return amount_a, amount_b

    def mean(self, window: int = WINDOW) -> int:
        tick: int = self.market.pools.meanTick(self.market.pools.poolId(self.key), window)
        return tick

    def value(self, tick: int) -> int:
        """All of it as if the price were there."""
        state = self.market.pools.positionState(self.name)
        amounts = worth(state.tickLower, state.tickUpper, state.liquidity, self.fees(), tick)
        return value(amounts, tick)

    def move_to(self, tick: int, *, seconds: int = WINDOW + 1) -> None:
        """Move the price and have it stay there."""
        to_tick(self.market, tick, self.key)
        self.market.stack.chain.advance(seconds)


def manage(
    market: Market, key: Any = None, span: tuple[int, int] = NARROW, **changes: Any
) -> Managed:
    """A token with a policy, some observations behind it and some fees."""
    key = key or market.key
    chain, pools = market.stack.chain, market.pools
    pools.growObservations(pools.poolId(key), 100, sender=market.alice)
    managed = Managed(market, market.mint(*span, LIQUIDITY, key=key), key)
    managed.set_policy(**changes)
    chain.advance(WINDOW)
    for a_for_b in (True, False):
        market.swap(10**16, a_for_b=a_for_b, key=key)
        chain.advance(12)
    return managed

"""Quotes are what execution gives (LPO-08), and refuse what it refuses."""

import pytest

from quantera.evm import expect_revert
from quantera.gas.pool_stack import DYNAMIC_FEE, PARTIAL, Key
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, FEE, PRICE, RANGE, SPACING, Market

AMOUNTS = (1, 1000, 10**15, 10**18, -1, -1000, -(10**15), -(10**18))


@pytest.fixture(params=[0, DYNAMIC_FEE])
def key(market: Market, request: pytest.FixtureRequest) -> Key:
    modes: int = request.param
    found: Key = (market.token_a, market.token_b, FEE, SPACING, modes)
    if modes:
        market.stack.create(found, PRICE)
        market.add(*RANGE, DEPTH, key=found)
    market.add(-60, 60, DEPTH, key=found)
    return found


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("down", [True, False])
def test_swaps(market: Market, key: Key, amount: int, *, down: bool) -> None:
    chain, pools = market.stack.chain, market.pools
    for limit in (0, sqrt_price_at_tick(20 if down else 40)):
        for _ in range(3):
            quoted = pools.quoteSwap(key, down, amount, limit)
            with chain.rollback():
                receipt = market.swap(
                    amount, a_for_b=down, key=key, sqrtPriceLimitX96=limit, options=PARTIAL
                )
                state = pools.poolState(pools.poolId(key))
                event = receipt.events.one("Swapped")
                assert quoted == (*receipt.return_value, state.sqrtPriceX96, event.feePips)
            market.swap(10**17, a_for_b=not down, key=key)
            market.swap(10**17, a_for_b=down, key=key)
            chain.advance(60)


def test_the_fee_of_the_next_swap(market: Market, key: Key) -> None:
    chain, pools = market.stack.chain, market.pools
    for step in range(6):
        fees = pools.nextFees(pools.poolId(key))
        for down, fee in zip((True, False), fees, strict=True):
            with chain.rollback():
                event = market.swap(10**15, a_for_b=down, key=key).events.one("Swapped")
                assert event.feePips == fee
        assert pools.poolOf(key).feeRate == max(fees)
        market.swap(10**18, a_for_b=step % 2 == 0, key=key)
        chain.advance(7 * step)
    # Fees of a static pool stand still, those of a dynamic one follow what happened.
    assert (pools.nextFees(pools.poolId(key)) == (FEE, FEE)) == (key[4] == 0)
    volatility, turnover, _ = pools.feeState(pools.poolId(key))
    assert (volatility > 0) == (turnover > 0) == (key[4] != 0)


def test_quotes_refuse_what_is_refused(market: Market) -> None:
    pools = market.pools
    with expect_revert("AmountZero"):
        pools.quoteSwap(market.key, True, 0, 0)
    with expect_revert("PriceLimitOutOfRange"):
        pools.quoteSwap(market.key, True, 1, PRICE)
    with expect_revert("PoolUnknown"):
        pools.quoteSwap((market.token_a, market.token_b, 1, 1, 0), True, 1, 0)


def test_the_optimal_fee_is_pure(market: Market) -> None:
    assert market.pools.calculateOptimalFee(0, 0, 0) == 900
    assert market.pools.calculateOptimalFee(30_000, 0, 0) == 3000

"""Adding, taking out and collecting; positions with and without tokens."""

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.liquidity.ticks import MAX_TICK, max_liquidity_per_tick
from tests.unit.liquidity.conftest import DEPTH, PRICE, RANGE, SPACING, Market, told

ONE = 10**18
AMOUNT = 10**15
MOST = 2**128 - 1


def test_adding_to_ones_own_range(market: Market) -> None:
    before = market.balances(market.alice)
    receipt = market.add(-60, 120, ONE, sender=market.alice)
    amounts = receipt.return_value
    assert market.balances(market.alice) == tuple(
        held - paid for held, paid in zip(before, amounts, strict=True)
    )
    name = market.position(-60, 120, market.alice)
    assert told(receipt, "LiquidityAdded") == (
        market.id,
        name,
        market.alice,
        -60,
        120,
        ONE,
        *amounts,
    )
    state = market.pools.positionState(name)
    assert (state.liquidity, state.tickLower, state.tickUpper) == (ONE, -60, 120)
    assert (state.poolNumber, state.addedAt) == (1, market.stack.chain.timestamp)
    assert market.pools.quoteAdd(market.key, -60, 120, ONE) == amounts


@pytest.mark.parametrize(
    ("lower", "upper"),
    [(60, 60), (120, 60), (-61, 60), (-60, 61), (-MAX_TICK - 1, 60), (-60, MAX_TICK + 1)],
)
def test_ranges_that_are_none(market: Market, lower: int, upper: int) -> None:
    with expect_revert("RangeInvalid", tickLower=lower, tickUpper=upper):
        market.add(lower, upper, ONE)
    with expect_revert("RangeInvalid"):
        market.pools.quoteAdd(market.key, lower, upper, ONE)
    with expect_revert("RangeInvalid"):
        market.pools.liquidityFor(market.key, lower, upper, ONE, ONE)


def test_no_liquidity_is_no_position(market: Market) -> None:
    with expect_revert("LiquidityZero"):
        market.add(-60, 60, 0)
    with expect_revert("LiquidityZero"):
        market.pools.quoteAdd(market.key, -60, 60, 0)


def test_liquidity_of_one_tick_is_bounded(market: Market) -> None:
    most = max_liquidity_per_tick(SPACING)
    with expect_revert("LiquidityPerTickExceeded", tick=-60, liquidity=most + 1, most=most):
        market.add(-60, 60, most + 1)


def test_amounts_are_bounded(market: Market) -> None:
    amount_a, amount_b = market.pools.quoteAdd(market.key, -60, 120, ONE)
    for bounds in ((amount_a - 1, amount_b), (amount_a, amount_b - 1)):
        with expect_revert("AmountsOutOfBounds", amountA=amount_a, amountB=amount_b):
            market.add(-60, 120, ONE, maxA=bounds[0], maxB=bounds[1])
    market.add(-60, 120, ONE, maxA=amount_a, maxB=amount_b)
    name = market.position(-60, 120)
    out_a, out_b = market.pools.quoteRemove(market.key, name, ONE)
    assert (out_a, out_b) == (amount_a - 1, amount_b - 1)
    for bounds in ((out_a + 1, out_b), (out_a, out_b + 1)):
        with expect_revert("AmountsOutOfBounds", amountA=out_a, amountB=out_b):
            market.remove(name, ONE, market.bob, minA=bounds[0], minB=bounds[1])
    market.remove(name, ONE, market.bob, minA=out_a, minB=out_b)


def test_the_price_is_bounded(market: Market) -> None:
    name = market.position(*RANGE)
    for low, high in ((PRICE + 1, PRICE + 2), (1, PRICE - 1)):
        bounds = {"sqrtPriceLowX96": low, "sqrtPriceHighX96": high}
        with expect_revert("PriceOutOfBounds", sqrtPriceX96=PRICE, low=low, high=high):
            market.add(*RANGE, ONE, **bounds)
        with expect_revert("PriceOutOfBounds"):
            market.remove(name, ONE, market.bob, **bounds)
    bounds = {"sqrtPriceLowX96": PRICE, "sqrtPriceHighX96": PRICE}
    market.add(*RANGE, ONE, **bounds)
    market.remove(name, ONE, market.bob, **bounds)


def test_deadlines(market: Market) -> None:
    late = market.stack.chain.timestamp - 1
    with expect_revert("DeadlinePassed"):
        market.add(*RANGE, ONE, deadline=late)
    with expect_revert("DeadlinePassed"):
        market.remove(market.position(*RANGE), ONE, market.bob, deadline=late)


def test_not_while_providing_is_paused(market: Market) -> None:
    market.pools.pauseGroups(2, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        market.add(*RANGE, ONE)
    with expect_revert("GroupPaused"):
        market.mint(*RANGE, ONE)
    market.remove(market.position(*RANGE), DEPTH, market.bob)


def test_leaving_pays_liquidity_and_fees(market: Market) -> None:
    market.swap(AMOUNT, a_for_b=True)
    market.swap(AMOUNT, a_for_b=False)
    name = market.position(*RANGE)
    fees = market.pools.feesOf(market.key, name)
    assert fees == (AMOUNT * 3 // 1000 - 1, AMOUNT * 3 // 1000 - 1)
    out = market.pools.quoteRemove(market.key, name, DEPTH)
    before = market.balances(market.bob)
    receipt = market.remove(name, DEPTH, market.bob)
    paid = tuple(map(sum, zip(out, fees, strict=True)))
    assert receipt.return_value == paid
    assert told(receipt, "LiquidityRemoved") == (market.id, name, DEPTH, *out)
    assert told(receipt, "Collected") == (market.id, name, market.bob, *paid)
    assert market.balances(market.bob) == tuple(map(sum, zip(before, paid, strict=True)))
    # What stays is rounding.
    assert max(market.balances(market.pools)) <= 3
    assert market.pools.positionState(name).poolNumber == 0
    assert market.pools.tickState(market.id, RANGE[0]) == (0, 0, 0, 0)


def test_leaving_to_nobody_is_owed(market: Market) -> None:
    name = market.position(*RANGE)
    before = market.balances(market.bob)
    receipt = market.remove(name, DEPTH // 2, ZERO_ADDRESS)
    assert market.balances(market.bob) == before
    state = market.pools.positionState(name)
    assert (state.liquidity, state.owedA, state.owedB) == (DEPTH // 2, *receipt.return_value)
    owed = receipt.return_value
    part = market.pools.collect(market.key, name, market.alice, 5, MOST, sender=market.bob)
    assert part.return_value == (5, owed[1])
    assert told(part, "Collected") == (market.id, name, market.alice, 5, owed[1])
    rest = market.pools.collect(market.key, name, market.bob, MOST, MOST, sender=market.bob)
    assert rest.return_value == (owed[0] - 5, 0)


def test_touching_brings_fees_up_to_date(market: Market) -> None:
    market.swap(AMOUNT, a_for_b=True)
    name = market.position(*RANGE)
    fees = market.pools.feesOf(market.key, name)
    market.remove(name, 0, ZERO_ADDRESS)
    state = market.pools.positionState(name)
    assert (state.owedA, state.owedB) == fees
    assert state.insideA == market.pools.poolState(market.id).feeGrowthA
    market.remove(name, DEPTH, ZERO_ADDRESS)
    with expect_revert("LiquidityZero"):
        market.remove(name, 0, ZERO_ADDRESS)


def test_more_than_there_is(market: Market) -> None:
    name = market.position(*RANGE)
    with expect_revert("LiquidityMissing", liquidity=DEPTH, asked=DEPTH + 1):
        market.remove(name, DEPTH + 1, market.bob)
    with expect_revert("LiquidityMissing"):
        market.pools.quoteRemove(market.key, name, DEPTH + 1)


def test_positions_of_others(market: Market) -> None:
    name = market.position(*RANGE)
    with expect_revert("PositionNotAllowed", position=name, caller=market.alice):
        market.remove(name, 1, market.alice, sender=market.alice)
    with expect_revert("PositionNotAllowed"):
        market.pools.collect(market.key, name, market.alice, 1, 1, sender=market.alice)
    with expect_revert("PositionUnknown"):
        market.remove(market.position(-60, 60), 1, market.bob)
    with expect_revert("PositionUnknown"):
        market.pools.feesOf(market.key, market.position(-60, 60))
    with expect_revert("PositionUnknown"):
        market.pools.quoteRemove(market.key, market.position(-60, 60), 1)


def test_a_position_belongs_to_its_pool(market: Market) -> None:
    other = (market.token_a, market.token_b, 500, 10, 0)
    market.stack.create(other, PRICE)
    market.add(*RANGE, ONE, key=other)
    with expect_revert("PositionUnknown"):
        market.remove(market.position(*RANGE), 1, market.bob, key=other)


def test_amounts_of_more_than_128_bits(market: Market) -> None:
    rich = market.stack.chain.actor("rich")
    market.stack.fund((market.token_a, market.token_b), [rich], 2**200)
    key = (market.token_a, market.token_b, 100, 1, 0)
    market.stack.create(key, 2**159)
    ends = (-887_272, 887_271)
    with expect_revert("PairOutOfRange"):
        market.add(*ends, 2**66, key=key, sender=rich)
    for _ in range(4):
        market.add(*ends, 2**64, key=key, sender=rich)
    bare = market.stack.position_key(rich, key, *ends)
    with expect_revert("PairOutOfRange"):
        market.remove(bare, 2**66, rich, key=key, sender=rich)
    # In parts that fit, all of it comes out.
    for _ in range(4):
        market.remove(bare, 2**64, rich, key=key, sender=rich)
    assert market.pools.positionState(bare).poolNumber == 0


def test_no_call_moves_anybody_elses_position(market: Market) -> None:
    """LPO-07."""
    name = market.position(*RANGE)
    before = market.pools.positionState(name)
    market.add(*RANGE, ONE, sender=market.alice)
    market.swap(AMOUNT, a_for_b=True)
    market.remove(market.position(*RANGE, market.alice), ONE, market.alice, sender=market.alice)
    token = market.mint(*RANGE, ONE, sender=market.alice)
    market.remove(token, ONE, market.alice, sender=market.alice)
    assert market.pools.positionState(name) == before

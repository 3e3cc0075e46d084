"""Swaps in one pool: amounts, limits, errors, events, tokens that misbehave."""

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.pool_stack import FOREVER, PARTIAL, Key
from quantera.liquidity.ticks import MAX_SQRT_PRICE, MIN_SQRT_PRICE, sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, FEE, PRICE, RANGE, SPACING, Market, told

AMOUNT = 10**15


@pytest.mark.parametrize("down", [True, False])
def test_exact_in(market: Market, *, down: bool) -> None:
    before, pool = market.balances(market.alice), market.balances(market.pools)
    receipt = market.swap(AMOUNT, a_for_b=down)
    entered, left = receipt.return_value
    assert entered == AMOUNT
    change = (AMOUNT, -left) if down else (-left, AMOUNT)
    assert market.balances(market.alice) == tuple(
        b - c for b, c in zip(before, change, strict=True)
    )
    assert market.balances(market.pools) == tuple(b + c for b, c in zip(pool, change, strict=True))
    state = market.pools.poolState(market.id)
    assert told(receipt, "Swapped") == (
        market.id,
        market.alice,
        *change,
        state.sqrtPriceX96,
        state.liquidity,
        state.tick,
        FEE,
    )


@pytest.mark.parametrize("down", [True, False])
def test_exact_out(market: Market, *, down: bool) -> None:
    receipt = market.swap(-AMOUNT, a_for_b=down)
    entered, left = receipt.return_value
    assert left == AMOUNT
    # A tick's price is 30 / 10,000 above one; the fee is 30 / 10,000 of the input.
    assert abs(entered - AMOUNT * (0.997 if down else 1.003) * 1.003) < AMOUNT // 1000


def test_somebody_else_receives(market: Market) -> None:
    carol = market.stack.chain.actor("carol")
    left = market.swap(AMOUNT, a_for_b=True, recipient=carol).return_value[1]
    assert market.balances(carol) == (0, left)


def test_slippage_limits(market: Market) -> None:
    with market.stack.chain.rollback():
        left = market.swap(AMOUNT, a_for_b=True).return_value[1]
    with expect_revert("AmountLimitExceeded", amount=left, amountLimit=left + 1):
        market.swap(AMOUNT, a_for_b=True, amountLimit=left + 1)
    with market.stack.chain.rollback():
        market.swap(AMOUNT, a_for_b=True, amountLimit=left)
        entered = market.swap(-AMOUNT, a_for_b=True).return_value[0]
    with market.stack.chain.rollback():
        market.swap(AMOUNT, a_for_b=True)
        with expect_revert("AmountLimitExceeded", amount=entered, amountLimit=entered - 1):
            market.swap(-AMOUNT, a_for_b=True, amountLimit=entered - 1)
        market.swap(-AMOUNT, a_for_b=True, amountLimit=entered)


def test_deadline(market: Market) -> None:
    now = market.stack.chain.timestamp
    with expect_revert("DeadlinePassed", deadline=now - 1):
        market.swap(AMOUNT, a_for_b=True, deadline=now - 1)
    market.swap(AMOUNT, a_for_b=True, deadline=now)


def test_nothing_is_no_swap(market: Market) -> None:
    with expect_revert("AmountZero"):
        market.swap(0, a_for_b=True)


@pytest.mark.parametrize(
    ("down", "limit"),
    [
        (True, PRICE),
        (True, MIN_SQRT_PRICE),
        (False, PRICE),
        (False, MAX_SQRT_PRICE),
        (True, PRICE + 1),
        (False, PRICE - 1),
    ],
)
def test_price_limits_behind_the_price(market: Market, limit: int, *, down: bool) -> None:
    with expect_revert("PriceLimitOutOfRange", sqrtPriceLimitX96=limit, sqrtPriceX96=PRICE):
        market.swap(AMOUNT, a_for_b=down, sqrtPriceLimitX96=limit)


def test_partial_fills_only_when_asked_for(market: Market) -> None:
    limit = sqrt_price_at_tick(20)
    with expect_revert("PartialFill"):
        market.swap(DEPTH, a_for_b=True, sqrtPriceLimitX96=limit)
    with expect_revert("PartialFill"):
        market.swap(-DEPTH, a_for_b=True, sqrtPriceLimitX96=limit)
    before = market.balances(market.alice)
    receipt = market.swap(DEPTH, a_for_b=True, sqrtPriceLimitX96=limit, options=PARTIAL)
    entered, left = receipt.return_value
    assert 0 < entered < DEPTH
    assert market.balances(market.alice) == (before[0] - entered, before[1] + left)
    assert market.pools.poolState(market.id).sqrtPriceX96 == limit


def test_an_empty_pool_takes_no_swap(market: Market) -> None:
    key = (market.token_a, market.token_b, 500, 10, 0)
    market.stack.create(key, PRICE)
    with expect_revert("PartialFill", amountLeft=AMOUNT):
        market.swap(AMOUNT, a_for_b=True, key=key)


def test_amounts_at_the_edge_of_the_word(market: Market) -> None:
    for amount in (2**255 - 1, -(2**255)):
        with expect_revert("PartialFill"):
            market.swap(amount, a_for_b=True)


def test_not_while_swapping_is_paused(market: Market) -> None:
    market.pools.pauseGroups(1, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        market.swap(AMOUNT, a_for_b=True)
    # What is in a pool can always come out.
    market.remove(market.position(*RANGE), DEPTH, market.bob)


def test_there_and_back_loses(market: Market) -> None:
    """LPO-06."""
    before = market.balances(market.alice)
    for amount in (1, 7, AMOUNT, 10**18):
        left = market.swap(amount, a_for_b=True).return_value[1]
        if left:
            market.swap(left, a_for_b=False)
    after = market.balances(market.alice)
    assert after[0] < before[0]
    assert after[1] == before[1]


def test_without_tokens_or_allowance(market: Market) -> None:
    carol = market.stack.chain.actor("carol")
    with expect_revert("TransferFromFailed"):
        market.swap(AMOUNT, a_for_b=True, sender=carol)


def _misbehaving(market: Market) -> tuple[Contract, Key, bool]:
    token = market.stack.chain.deploy("MisbehavingToken")
    market.stack.fund((token,), [market.alice, market.bob], 10**24)
    tokens = sorted((market.token_a, token), key=lambda each: int(each.address, 16))
    key: Key = (tokens[0], tokens[1], FEE, SPACING, 0)
    market.stack.create(key, PRICE)
    market.add(*RANGE, DEPTH, key=key)
    return token, key, tokens[0] == token


@pytest.mark.parametrize("manner", [2, 3])
def test_a_token_that_moves_something_else_is_refused(market: Market, manner: int) -> None:
    token, key, is_a = _misbehaving(market)
    token.misbehave(manner, sender=market.alice)
    received = AMOUNT - 1 if manner == 2 else AMOUNT + 1
    with expect_revert("ReceiptNotExact", amount=AMOUNT, received=received):
        market.swap(AMOUNT, a_for_b=is_a, key=key)
    with expect_revert("ReceiptNotExact"):
        market.add(*RANGE, DEPTH, key=key)


def test_a_token_that_returns_false_is_refused(market: Market) -> None:
    token, key, is_a = _misbehaving(market)
    token.misbehave(1, sender=market.alice)
    with expect_revert("TransferFromFailed"):
        market.swap(AMOUNT, a_for_b=is_a, key=key)
    with expect_revert("TransferFailed"):
        market.swap(AMOUNT, a_for_b=not is_a, key=key)


def test_nobody_enters_in_the_middle(market: Market) -> None:
    token, key, is_a = _misbehaving(market)
    inner = market.stack.swapped(market.key, AMOUNT, market.alice, a_for_b=True)
    inside = (
        market.pools.swap.encode(inner),
        market.pools.add.encode(market.stack.added(market.key, *RANGE, 1)),
        market.pools.createPool.encode((market.token_a, market.token_b, 1, 1, 0), PRICE),
        market.pools.close.encode(1),
        market.pools.growObservations.encode(market.id, 9),
    )
    for call in inside:
        token.callFirst(market.pools, call, sender=market.alice)
        with expect_revert("TransferFromFailed"):
            market.swap(AMOUNT, a_for_b=is_a, key=key)
    look = market.pools.poolState.encode(market.id)
    token.callFirst(market.pools, look, sender=market.alice)
    market.swap(AMOUNT, a_for_b=is_a, key=key)


def test_deadlines_are_seconds(market: Market) -> None:
    market.swap(AMOUNT, a_for_b=True, deadline=FOREVER)

"""Moving a position to another range in one call, and compounding its fees."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.pool_stack import FOREVER
from tests.unit.liquidity.conftest import DEPTH, PRICE, RANGE, Market, told

ONE = 10**18
AMOUNT = 10**16


def moving(market: Market, position: bytes | int, lower: int, upper: int, **more: Any) -> Any:
    """`MoveRequest` without limits."""
    return {
        "key": market.key,
        "position": position if isinstance(position, bytes) else position.to_bytes(32),
        "tickLower": lower,
        "tickUpper": upper,
        "liquidity": 0,
        "maxA": 0,
        "maxB": 0,
        "minA": 0,
        "minB": 0,
        "sqrtPriceLowX96": 0,
        "sqrtPriceHighX96": 0,
        "recipient": market.bob,
        "deadline": FOREVER,
        **more,
    }


def trade(market: Market) -> None:
    market.swap(AMOUNT, a_for_b=True)
    market.swap(AMOUNT, a_for_b=False)


@pytest.mark.parametrize("target", [(-60, 120), (-6000, 6000), (60, 120), (-600, -60)])
def test_a_token_moves_with_all_it_has(market: Market, target: tuple[int, int]) -> None:
    token = market.mint(*RANGE, ONE)
    trade(market)
    before = market.balances(market.bob)
    fees = market.pools.feesOf(market.key, token.to_bytes(32))
    worth = market.pools.quoteRemove(market.key, token.to_bytes(32), ONE)
    have = [sum(pair) for pair in zip(fees, worth, strict=True)]
    expected = market.pools.liquidityFor(market.key, *target, *have)
    if not expected:
        with expect_revert("LiquidityZero"):
            market.pools.changeRange(moving(market, token, *target), sender=market.bob)
        return
    receipt = market.pools.changeRange(moving(market, token, *target), sender=market.bob)
    liquidity, change_a, change_b = receipt.return_value
    assert liquidity == expected
    assert market.pools.positionOf(token) == (token, *target, liquidity, market.bob)
    used = market.pools.quoteAdd(market.key, *target, liquidity)
    assert (change_a, change_b) == (used[0] - have[0], used[1] - have[1])
    assert change_a <= 0 and change_b <= 0
    assert market.balances(market.bob) == (before[0] - change_a, before[1] - change_b)
    name = token.to_bytes(32)
    assert told(receipt, "RangeChanged") == (market.id, name, name, change_a, change_b)
    assert receipt.events.one("LiquidityRemoved").liquidity == ONE
    assert receipt.events.one("LiquidityAdded").liquidity == liquidity
    # It earns in its new range from here on, and nothing of before a second time.
    assert market.pools.feesOf(market.key, name) == (0, 0)


def test_a_position_without_a_token_gets_another_name(market: Market) -> None:
    old = market.position(*RANGE)
    receipt = market.pools.changeRange(moving(market, old, -120, 180), sender=market.bob)
    new = market.position(-120, 180)
    assert told(receipt, "RangeChanged")[1:3] == (old, new)
    assert market.pools.positionState(new).liquidity == receipt.return_value[0]
    assert market.pools.positionState(old).liquidity == 0
    assert market.pools.poolState(market.id).liquidity == receipt.return_value[0]


def test_more_liquidity_is_paid_for(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    before = market.balances(market.bob)
    worth = market.pools.quoteRemove(market.key, token.to_bytes(32), ONE)
    cost = market.pools.quoteAdd(market.key, -60, 120, 100 * ONE)
    more = cost[0] - worth[0], cost[1] - worth[1]
    ask = {"liquidity": 100 * ONE, "maxA": more[0], "maxB": more[1]}
    for short in ({"maxA": more[0] - 1}, {"maxB": more[1] - 1}, {"minA": 1}, {"minB": 1}):
        with expect_revert("AmountsOutOfBounds"):
            market.pools.changeRange(
                moving(market, token, -60, 120, **(ask | short)), sender=market.bob
            )
    market.pools.changeRange(moving(market, token, -60, 120, **ask), sender=market.bob)
    assert market.balances(market.bob) == (before[0] - more[0], before[1] - more[1])


def test_what_is_left_over_is_bounded_and_goes_where_it_is_sent(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    ask = moving(market, token, 60, 120, recipient=market.stack.chain.actor("carol"))
    with market.stack.chain.rollback():
        left = -market.pools.changeRange(ask, sender=market.bob).return_value[2]
    with expect_revert("AmountsOutOfBounds"):
        market.pools.changeRange(ask | {"minB": left + 1}, sender=market.bob)
    market.pools.changeRange(ask | {"minB": left}, sender=market.bob)
    assert market.token_b.balanceOf(ask["recipient"]) == left


def test_refusals_change_nothing(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    before = market.pools.positionState(token.to_bytes(32))
    pools, bob = market.pools, market.bob
    cases: list[tuple[str, dict[str, Any], Any]] = [
        ("PositionNotAllowed", {}, market.alice),
        ("DeadlinePassed", {"deadline": market.stack.chain.timestamp - 1}, bob),
        ("PriceOutOfBounds", {"sqrtPriceLowX96": 1, "sqrtPriceHighX96": PRICE - 1}, bob),
        ("RangeInvalid", {"tickUpper": -120}, bob),
        ("PositionUnknown", {"position": (99).to_bytes(32)}, bob),
        ("PoolUnknown", {"key": (market.token_a, market.token_b, 1, 1, 0)}, bob),
        ("AmountsOutOfBounds", {"liquidity": DEPTH}, bob),
    ]
    for error, change, sender in cases:
        with expect_revert(error):
            pools.changeRange(moving(market, token, -60, 120) | change, sender=sender)
    market.pools.pauseGroups(2, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        pools.changeRange(moving(market, token, -60, 120), sender=bob)
    assert market.pools.positionState(token.to_bytes(32)) == before


def test_an_empty_position_does_not_move(market: Market) -> None:
    bare = market.position(*RANGE)
    market.remove(bare, DEPTH, f"0x{0:040x}")
    with expect_revert("LiquidityZero"):
        market.pools.changeRange(moving(market, bare, -60, 120), sender=market.bob)


def compound(market: Market, position: bytes, least: int = 0, **more: Any) -> Any:
    bounds = more.get("bounds", (0, 0))
    deadline = more.get("deadline", FOREVER)
    sender = more.get("sender", market.bob)
    return market.pools.compound(market.key, position, least, *bounds, deadline, sender=sender)


def test_compounding(market: Market) -> None:
    name = market.position(*RANGE)
    trade(market)
    fees = market.pools.feesOf(market.key, name)
    expected = market.pools.liquidityFor(market.key, *RANGE, *fees)
    held = market.balances(market.pools)
    with expect_revert("LiquidityTooSmall", liquidity=expected, least=expected + 1):
        compound(market, name, expected + 1)
    receipt = compound(market, name, expected)
    liquidity, amount_a, amount_b = receipt.return_value
    assert liquidity == expected
    assert market.balances(market.pools) == held
    state = market.pools.positionState(name)
    assert state.liquidity == DEPTH + liquidity
    assert (state.owedA, state.owedB) == (fees[0] - amount_a, fees[1] - amount_b)
    assert told(receipt, "Compounded") == (market.id, name, amount_a, amount_b)
    with expect_revert("LiquidityTooSmall"):
        compound(market, name)


def test_who_may_compound_and_when(market: Market) -> None:
    name = market.position(*RANGE)
    trade(market)
    with expect_revert("PositionNotAllowed"):
        compound(market, name, sender=market.alice)
    with expect_revert("DeadlinePassed"):
        compound(market, name, deadline=market.stack.chain.timestamp - 1)
    with expect_revert("PriceOutOfBounds"):
        compound(market, name, bounds=(1, 2))
    market.pools.pauseGroups(2, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        compound(market, name)


def test_liquidity_is_never_more_than_amounts_pay_for(market: Market) -> None:
    for amounts in ((1, 1), (ONE, 7), (7, ONE), (2**130, 2**130), (0, ONE), (ONE, 0)):
        for target in ((-60, 60), (60, 120), (-120, -60), (-887_220, 887_220)):
            liquidity = market.pools.liquidityFor(market.key, *target, *amounts)
            if 0 < liquidity < 2**127 - 1:
                cost = market.pools.quoteAdd(market.key, *target, liquidity)
                assert cost[0] <= amounts[0] and cost[1] <= amounts[1]

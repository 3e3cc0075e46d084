"""Moving managed positions: each rule of their policies below, at and above its bound."""

from math import isqrt
from typing import Any

import pytest

from quantera.evm import Receipt, expect_revert
from quantera.gas.token_stack import record
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import RANGE, Market, told
from tests.unit.liquidity.strategies import (
    COOLDOWN,
    LIQUIDITY,
    NARROW,
    POLICY,
    REASONS,
    WINDOW,
    Managed,
    manage,
    to_tick,
)
from tests.unit.liquidity.test_admission import Desk, desk, desk_module
from tests.unit.liquidity.test_strategy_policies import VOLATILITY, dynamic_pool

__all__ = ["desk", "desk_module"]


def refused(managed: Managed, reason: str) -> None:
    """The preview says why, and the call refuses for the same reason."""
    assert managed.reason() == reason
    with expect_revert("NotDue", tokenId=managed.token, reason=REASONS.index(reason)):
        managed.rebalance()


@pytest.mark.parametrize(
    ("tick", "lower", "upper"),
    [
        (130, 0, 240),
        (-90, -180, 60),
        (-91, -240, 0),
        (179, 60, 300),
        (180, -60, 180),
        (400, 120, 360),
        (-120, -240, 0),
        (-121, -120, 120),
        (-250, -240, 0),
    ],
)
def test_lpo_64_a_move_is_what_its_preview_says(
    market: Market, tick: int, lower: int, upper: int
) -> None:
    managed = manage(market)
    managed.move_to(tick)
    plan = managed.preview()
    assert REASONS[plan.reason] == "DUE"
    assert (plan.tickLower, plan.tickUpper, plan.meanTick) == (lower, upper, tick)
    mean = managed.mean()
    assert plan.valueBefore == managed.value(mean)
    held, before = market.balances(market.alice), market.balances(market.pools)
    receipt = managed.rebalance()
    assert receipt.return_value == (plan.liquidity, plan.rewardA, plan.rewardB)
    assert market.pools.positionOf(managed.token) == (
        managed.token,
        lower,
        upper,
        plan.liquidity,
        market.bob,
    )
    assert managed.fees() == (plan.idleA, plan.idleB)
    assert plan.valueAfter == managed.value(mean)
    assert told(receipt, "Rebalanced") == (
        market.id,
        managed.token,
        market.alice,
        tick,
        mean,
        plan.idleA,
        plan.idleB,
        plan.rewardA,
        plan.rewardB,
    )
    added = receipt.events.one("LiquidityAdded")
    assert (added.amountA, added.amountB) == (plan.amountA, plan.amountB)
    assert receipt.events.one("LiquidityRemoved").liquidity == LIQUIDITY
    rewards = plan.rewardA, plan.rewardB
    assert all(rewards)
    assert market.balances(market.alice) == (held[0] + rewards[0], held[1] + rewards[1])
    assert market.balances(market.pools) == (before[0] - rewards[0], before[1] - rewards[1])
    now = market.stack.chain.timestamp
    assert market.pools.policyOf(managed.token)[1:] == (now, tick, 0)


def test_lpo_61_rewards_have_a_share_and_caps(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    fees = managed.fees()
    for share in (0, 1, 1000, 2000):
        managed.set_policy(rewardBps=share)
        plan = managed.preview()
        assert (plan.rewardA, plan.rewardB) == tuple(fee * share // 10_000 for fee in fees)
    managed.set_policy(rewardCapA=7, rewardCapB=0)
    before = market.balances(market.alice)
    managed.rebalance()
    assert market.balances(market.alice) == (before[0] + 7, before[1])


def test_what_was_owed_before_is_no_fee(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    market.remove(managed.token, LIQUIDITY // 2, "0x" + "00" * 20)
    market.swap(10**15, a_for_b=True)
    market.swap(10**15, a_for_b=False)
    owed = market.pools.positionState(managed.name)
    fees = [all_ - before for all_, before in zip(managed.fees(), owed[-2:], strict=True)]
    plan = managed.preview()
    assert owed.owedB > 10**16 and all(0 < fee < 10**13 for fee in fees)
    assert (plan.rewardA, plan.rewardB) == (fees[0] // 10, fees[1] // 10)
    assert managed.rebalance().return_value[1:] == (plan.rewardA, plan.rewardB)


@pytest.mark.parametrize(("tick", "due"), [(89, False), (90, True), (-30, True), (-29, False)])
def test_minimum_move(market: Market, tick: int, due: bool) -> None:
    managed = manage(market)
    managed.move_to(tick)
    if due:
        managed.rebalance()
    else:
        refused(managed, "NOT_MOVED")


def test_no_move_into_the_same_range(market: Market) -> None:
    managed = manage(market, halfWidth=60)
    managed.move_to(130)
    managed.rebalance()
    managed.set_policy(halfWidth=60)
    refused(managed, "NOT_MOVED")


def test_lpo_62_cooldown(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    managed.rebalance()
    refused(managed, "COOLING_DOWN")
    managed.move_to(230, seconds=COOLDOWN - 1)
    refused(managed, "COOLING_DOWN")
    market.stack.chain.advance(1)
    assert managed.rebalance().return_value[0] > 0


def test_lpo_62_nobody_moves_it_twice(market: Market) -> None:
    managed = manage(market, cooldown=60)
    managed.move_to(130)
    managed.rebalance()
    market.stack.chain.advance(60)
    refused(managed, "NOT_MOVED")


@pytest.mark.parametrize(("ticks", "due"), [(50, True), (51, False)])
def test_deviation(market: Market, ticks: int, due: bool) -> None:
    """At the bound and one tick above, the mean being where the price was until this second."""
    managed = manage(market)
    managed.move_to(145)
    to_tick(market, 145 + ticks)
    assert managed.mean() == 145
    if due:
        managed.rebalance()
    else:
        refused(managed, "FAR_FROM_MEAN")
        to_tick(market, 145 - ticks)
        refused(managed, "FAR_FROM_MEAN")


def test_a_short_ring_knows_no_mean(market: Market) -> None:
    market.pools.growObservations(market.id, 2, sender=market.alice)
    managed = Managed(market, market.mint(*NARROW, LIQUIDITY), market.key)
    managed.set_policy()
    refused(managed, "MEAN_UNKNOWN")
    market.stack.chain.advance(WINDOW - 1)
    refused(managed, "MEAN_UNKNOWN")
    market.stack.chain.advance(1)
    refused(managed, "NOT_MOVED")
    for tick in (100, 150, 200):
        managed.move_to(tick, seconds=12)
    refused(managed, "MEAN_UNKNOWN")


def test_a_least_sum_of_fees(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    fees = managed.preview().feesValue
    managed.set_policy(minFeesValue=fees + 1)
    refused(managed, "FEES_TOO_LOW")
    managed.set_policy(minFeesValue=fees)
    managed.rebalance()


def test_fees_pay_for_the_gas(market: Market) -> None:
    """A multiple of the call's cost: base fee times gas times the coin's price."""
    chain = market.stack.chain
    managed = manage(market)
    managed.move_to(130)
    chain.set_base_fee(10**9)
    fees = managed.preview().feesValue
    # 300,000 gas at 1 gwei are 3 * 10^14 units of coin.
    price = fees * 10**18 // (30 * 10**13)
    managed.set_policy(minFeesValue=0, gasMultiple=100, coinPrice=price)
    assert managed.preview().needed == -(-30 * 10**13 * price // 10**18)
    assert managed.reason() == "DUE"
    managed.set_policy(minFeesValue=0, gasMultiple=101, coinPrice=price)
    refused(managed, "FEES_TOO_LOW")
    chain.set_base_fee(10**8)
    assert managed.reason() == "DUE"
    managed.set_policy(minFeesValue=fees + 1, gasMultiple=101, coinPrice=price)
    refused(managed, "FEES_TOO_LOW")


def test_value_at_the_mean_is_bounded(market: Market) -> None:
    """LPO-60: a narrow range made away from the mean is worth less at the mean."""
    loose: dict[str, Any] = {"halfWidth": 60, "maxDeviation": 150, "rewardBps": 0}
    managed = manage(market, span=RANGE, maxLossBps=1000, **loose)
    to_tick(market, 125)
    assert managed.mean() == 29
    plan = managed.preview()
    lost = plan.valueBefore - plan.valueAfter
    assert lost > 0
    bound = -(-lost * 10_000 // plan.valueBefore)
    assert 1 < bound < 1000
    managed.set_policy(maxLossBps=bound - 1, **loose)
    refused(managed, "VALUE_LOSS")
    managed.set_policy(maxLossBps=bound, **loose)
    managed.rebalance()


def test_pauses(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    for group in (1 << 4, 1 << 1):
        with market.stack.chain.rollback():
            market.pools.pauseGroups(group, sender=market.stack.governor)
            assert managed.reason() == "PAUSED"
            for call in (managed.rebalance, managed.compound):
                with expect_revert("GroupPaused"):
                    call()


def test_dust_is_not_moved(market: Market) -> None:
    managed = manage(market)
    market.remove(managed.token, LIQUIDITY - 1, market.bob)
    managed.move_to(130)
    managed.set_policy(minFeesValue=0, gasMultiple=1, coinPrice=1)
    market.stack.chain.set_base_fee(0)
    refused(managed, "NO_LIQUIDITY")


@pytest.mark.parametrize("tick", [400, -400])
def test_out_of_range_all_of_it_follows(market: Market, tick: int) -> None:
    """All in one token, and next to nothing of it stays idle."""
    managed = manage(market, rewardBps=0)
    managed.move_to(tick)
    plan = managed.preview()
    idle, placed = (plan.idleB, plan.amountB) if tick > 0 else (plan.idleA, plan.amountA)
    assert idle * 10**15 < placed
    managed.rebalance()
    # Its fees are used up, so that it cannot be made to follow for nothing.
    managed.move_to(2 * tick, seconds=COOLDOWN)
    refused(managed, "FEES_TOO_LOW")


def test_what_one_side_lacks_stays_idle(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    plan = managed.preview()
    assert plan.idleA < 10 < plan.amountA < 2 * plan.idleB


@pytest.mark.parametrize("tick", [-887_000, 887_000])
def test_ranges_end_where_prices_do(market: Market, tick: int) -> None:
    managed = manage(market, halfWidth=600, maxLossBps=1000)
    to_tick(market, tick)
    market.stack.chain.advance(WINDOW)
    plan = managed.preview()
    assert -887_220 <= plan.tickLower < plan.tickUpper <= 887_220


def test_width_from_volatility(market: Market) -> None:
    key = dynamic_pool(market)
    managed = manage(market, key, **VOLATILITY)
    pool = market.pools.poolId(key)
    for tick in (100, 20, 140):
        managed.move_to(tick, seconds=30)
    managed.move_to(140)
    for factor, horizon in ((200, 86_400), (100, 43_200), (1, 1), (60_000, 86_400)):
        change = VOLATILITY | {"factor": factor, "horizon": horizon}
        managed.set_policy(**change)
        volatility = market.pools.feeState(pool)[0]
        root = isqrt(horizon * 10**12 // 86_400)
        ticks = min(max(factor * volatility * root // 10**10, 60), 600)
        plan = managed.preview()
        assert plan.tickUpper - plan.tickLower == 2 * (-(-ticks // 60) * 60)
    assert volatility > 0


def test_lpo_62_a_width_that_changes_alone_moves_nothing(market: Market) -> None:
    """Volatility falls while the price stays where the last move found it, out of range."""
    managed = manage(market, dynamic_pool(market), **VOLATILITY)
    for tick in (100, 20, 100):
        managed.move_to(tick, seconds=30)
    managed.move_to(400)
    plan = managed.preview()
    managed.rebalance()
    market.swap(1, a_for_b=True, key=managed.key)
    market.stack.chain.advance(40 * 86_400)
    later = managed.preview()
    assert later.tickUpper == plan.tickUpper < 400 and later.tickLower > plan.tickLower
    refused(managed, "NOT_MOVED")


def moved(receipt: Receipt) -> int:
    tick: int = receipt.events.one("Rebalanced").meanTick
    return tick


def test_fees_put_to_work_count_for_the_next_move(market: Market) -> None:
    managed = manage(market)
    managed.move_to(130)
    fees = managed.preview().feesValue
    managed.set_policy(minFeesValue=fees)
    managed.compound()
    earned = market.pools.policyOf(managed.token)[3]
    assert earned == fees
    assert managed.preview().feesValue == fees
    assert moved(managed.rebalance()) == 130
    assert market.pools.policyOf(managed.token)[3] == 0


def test_pools_for_verified_holders(desk: Desk) -> None:
    """The owner and whoever is paid must be verified, as everywhere in such a pool."""
    chain, pools, key = desk.stack.chain, desk.stack.pools, desk.key
    identifier = pools.poolId(key)
    pools.growObservations(identifier, 100, sender=desk.alice)
    request = desk.stack.added(key, -120, 120, 10**6)
    token = pools.mint(request, desk.bob, sender=desk.alice).return_value[0]
    pools.setPolicy(key, token, POLICY | {"minMove": 60, "maxDeviation": 300}, sender=desk.bob)
    chain.advance(WINDOW)
    for selling in (True, False, True):
        desk.swap(10**5, desk.alice, selling=selling)
    tick = 90 if desk.sells else -90
    limit = sqrt_price_at_tick(tick)
    request = desk.stack.swapped(
        key, 10**20, desk.alice, a_for_b=tick < 0, sqrtPriceLimitX96=limit, options=1
    )
    pools.swap(request, sender=desk.alice)
    chain.advance(WINDOW + 1)
    assert REASONS[pools.previewRebalance(key, token).reason] == "DUE"
    with expect_revert("NotAdmitted", account=desk.stranger):
        pools.rebalance(key, token, sender=desk.stranger)
    desk.tokens.engine.revokeVerification([desk.bob], sender=desk.tokens.agent)
    for call in (pools.previewRebalance, pools.rebalance, pools.compoundFor):
        with expect_revert("NotAdmitted", account=desk.bob):
            call(key, token, **({} if call is pools.previewRebalance else {"sender": desk.alice}))
    desk.tokens.enter([desk.bob], [record(chain.actor("identity of bob"))])
    assert any(pools.rebalance(key, token, sender=desk.alice).return_value[1:])

"""What somebody could try against managed positions."""

from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from quantera.evm import Reverted, expect_revert
from tests.conftest import PROFILE
from tests.unit.liquidity.conftest import RANGE, Market, told
from tests.unit.liquidity.strategies import (
    NARROW,
    POLICY,
    REASONS,
    WINDOW,
    Managed,
    manage,
    to_tick,
)

FAR = REASONS.index("FAR_FROM_MEAN")


@pytest.mark.parametrize("seconds", [0, 1, 12, 24])
@pytest.mark.parametrize("tick", [300, -300])
def test_a_price_pushed_just_before(market: Market, seconds: int, tick: int) -> None:
    """In the same second, or held for a block or two: the mean has not followed."""
    managed = manage(market)
    managed.move_to(130)
    to_tick(market, tick)
    market.stack.chain.advance(seconds)
    for call in (managed.rebalance, managed.compound):
        with expect_revert("NotDue", reason=FAR):
            call()


def test_a_push_within_the_deviation_costs_its_bound_at_most(market: Market) -> None:
    """LPO-60: push, rebalance, push back: it is worth what it was, less its bound."""
    managed = manage(market, span=RANGE, halfWidth=60, maxDeviation=100, maxLossBps=20)
    managed.move_to(105)
    before = managed.value(105)
    for tick in (105, 110, 120, 140, 160, 180, 205):
        with market.stack.chain.rollback():
            to_tick(market, tick)
            bound = managed.preview().valueBefore * 20 // 10_000
            if REASONS[managed.preview().reason] != "DUE":
                continue
            managed.rebalance()
            to_tick(market, 105)
            # The pushing itself paid fees to the position.
            assert managed.value(105) >= before - bound - 2


def test_without_the_bound_it_would_cost_more(market: Market) -> None:
    """A narrow range where the price was pushed to takes more than a tight bound allows."""
    loose: dict[str, Any] = {"halfWidth": 60, "maxDeviation": 200, "rewardBps": 0}
    managed = manage(market, span=RANGE, maxLossBps=1000, **loose)
    to_tick(market, 150)
    plan = managed.preview()
    assert REASONS[plan.reason] == "DUE"
    assert plan.valueBefore - plan.valueAfter > plan.valueBefore * 5 // 10_000
    managed.set_policy(maxLossBps=5, **loose)
    with expect_revert("NotDue", reason=REASONS.index("VALUE_LOSS")):
        managed.rebalance()


def test_feeding_fees_to_be_paid_a_reward_loses(market: Market) -> None:
    """LPO-61: trading with oneself pays all providers more than the reward gives back."""
    managed = manage(market, rewardBps=2000)
    managed.compound()
    before = market.balances(market.alice)
    for _ in range(4):
        market.swap(10**18, a_for_b=True)
        market.swap(10**18, a_for_b=False)
    paid = [one - other for one, other in zip(before, market.balances(market.alice), strict=True)]
    receipt = managed.compound()
    assert sum(receipt.return_value[1:]) * 20 < sum(paid)


def test_lpo_07_other_positions_stay_as_they_are(market: Market) -> None:
    managed = manage(market)
    other = market.mint(-120, 180, 10**18)
    names = (other.to_bytes(32), market.position(-600, 660))
    managed.move_to(130)
    states = [market.pools.positionState(name) for name in names]
    fees = [market.pools.feesOf(market.key, name) for name in names]
    managed.rebalance()
    assert [market.pools.positionState(name) for name in names] == states
    assert [market.pools.feesOf(market.key, name) for name in names] == fees
    with expect_revert("NotDue", reason=REASONS.index("NO_POLICY")):
        market.pools.rebalance(market.key, other, sender=market.alice)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("trade", "push", "wait", "rebalance", "compound")),
        st.integers(-400, 400),
    ),
    min_size=4,
    max_size=16,
)
TERMS = st.fixed_dictionaries(
    {
        "halfWidth": st.sampled_from((60, 120, 600)),
        "minMove": st.integers(60, 120),
        "cooldown": st.sampled_from((60, 600)),
        "meanWindow": st.sampled_from((60, 300)),
        "maxDeviation": st.integers(0, 300),
        "maxLossBps": st.sampled_from((1, 10, 100, 1000)),
        "rewardBps": st.integers(0, 2000),
        "rewardCapA": st.sampled_from((0, 10**12, 10**18)),
    }
)


def hold(managed: Managed, terms: dict[str, Any], action: str) -> bool:
    """One call by a stranger, held against the policy from outside."""
    market = managed.market
    mean = managed.mean(terms["meanWindow"])
    before, fees = managed.value(mean), managed.fees()
    owed = market.pools.positionState(managed.name)[-2:]
    moved = market.pools.policyOf(managed.token)[1]
    plan = managed.preview()
    purse, chest = market.balances(market.alice), market.balances(market.pools)
    try:
        receipt = managed.rebalance() if action == "rebalance" else managed.compound()
    except Reverted as refusal:
        assert refusal.name == "NotDue"
        if action == "rebalance":
            assert refusal.values["reason"] == plan.reason != 0
        return False
    paid = tuple(
        one - other for one, other in zip(market.balances(market.alice), purse, strict=True)
    )
    assert receipt.return_value[1:] == paid
    caps = terms["rewardCapA"], POLICY["rewardCapB"]
    for fee, former, reward, cap in zip(fees, owed, paid, caps, strict=True):
        assert reward == min((fee - former) * terms["rewardBps"] // 10_000, cap)
    after = market.balances(market.pools)
    assert tuple(one - other for one, other in zip(chest, after, strict=True)) == paid
    value = managed.value(mean)
    assert before - value <= before * terms["maxLossBps"] // 10_000
    tick = market.pools.poolState(market.id).tick
    assert abs(tick - mean) <= terms["maxDeviation"]
    if action == "rebalance":
        assert plan.reason == 0
        assert receipt.return_value[0] == plan.liquidity
        assert (plan.valueBefore, plan.valueAfter) == (before, value)
        now = market.stack.chain.timestamp
        assert not moved or now - moved >= terms["cooldown"]
        assert told(receipt, "Rebalanced")[3:5] == (tick, mean)
    return True


@given(terms=TERMS, span=st.sampled_from((NARROW, RANGE)), moves=MOVES)
@settings(
    max_examples={"quick": 20, "ci": 100}.get(PROFILE, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_lpo_60_value_at_the_mean_never_falls_by_more_than_its_bound(
    market: Market, terms: dict[str, Any], span: tuple[int, int], moves: list[tuple[str, int]]
) -> None:
    """LPO-60 to LPO-62 and LPO-64, by an arithmetic of its own."""
    with market.stack.chain.rollback():
        managed = manage(market, span=span, **terms)
        for action, amount in moves:
            if action == "trade":
                market.swap(10**15 * (abs(amount) + 1), a_for_b=amount > 0)
            elif action == "push":
                to_tick(market, amount)
            elif action == "wait":
                market.stack.chain.advance(abs(amount) + 1)
            else:
                event(f"{action}: {'done' if hold(managed, terms, action) else 'refused'}")
        market.stack.chain.advance(WINDOW)
        hold(managed, terms, "rebalance")
        # Its owner can always take all of it.
        state = market.pools.positionState(managed.name)
        market.remove(managed.token, state.liquidity, market.bob)

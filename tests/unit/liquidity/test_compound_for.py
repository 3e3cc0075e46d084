"""Fees of managed positions put to work by others."""

import pytest

from quantera.evm import expect_revert
from tests.unit.liquidity.conftest import Market, told
from tests.unit.liquidity.strategies import LIQUIDITY, NARROW, REASONS, Managed, manage, to_tick


def refused(managed: Managed, reason: str) -> None:
    with expect_revert("NotDue", tokenId=managed.token, reason=REASONS.index(reason)):
        managed.compound()


def test_fees_go_in_and_the_caller_has_a_share(market: Market) -> None:
    managed = manage(market)
    fees = managed.fees()
    rewards = tuple(fee // 10 for fee in fees)
    rest = [fee - reward for fee, reward in zip(fees, rewards, strict=True)]
    expected = market.pools.liquidityFor(market.key, *NARROW, *rest)
    before, held = market.balances(market.alice), market.balances(market.pools)
    mean = managed.mean()
    receipt = managed.compound()
    assert receipt.return_value == (expected, *rewards)
    assert market.balances(market.alice) == tuple(map(sum, zip(before, rewards, strict=True)))
    assert market.balances(market.pools)[0] == held[0] - rewards[0]
    state = market.pools.positionState(managed.name)
    assert state.liquidity == LIQUIDITY + expected
    _, _, amount_a, amount_b = told(receipt, "Compounded")
    assert (state.owedA, state.owedB) == (rest[0] - amount_a, rest[1] - amount_b)
    event = told(receipt, "CompoundedFor")
    assert event[:3] == (market.id, managed.token, market.alice)
    assert event[4:] == rewards
    assert market.pools.policyOf(managed.token)[1:] == (0, 0, event[3])
    assert mean == managed.mean()
    refused(managed, "FEES_TOO_LOW")


def test_fees_must_be_enough(market: Market) -> None:
    managed = manage(market)
    value = managed.preview().feesValue
    managed.set_policy(minFeesValue=value + 1)
    refused(managed, "FEES_TOO_LOW")
    managed.set_policy(minFeesValue=value)
    managed.compound()


def test_gas_counts(market: Market) -> None:
    managed = manage(market)
    market.stack.chain.set_base_fee(10**9)
    # 200,000 gas at 1 gwei are 2 * 10^14 units of coin.
    price = managed.preview().feesValue * 10**18 // (20 * 10**13)
    managed.set_policy(minFeesValue=0, gasMultiple=101, coinPrice=price)
    refused(managed, "FEES_TOO_LOW")
    managed.set_policy(minFeesValue=0, gasMultiple=100, coinPrice=price)
    managed.compound()


@pytest.mark.parametrize(("ticks", "due"), [(50, True), (51, False)])
def test_only_near_the_mean(market: Market, ticks: int, due: bool) -> None:
    managed = manage(market)
    managed.move_to(60)
    to_tick(market, 60 + ticks)
    if due:
        managed.compound()
    else:
        refused(managed, "FAR_FROM_MEAN")


def test_one_sided_dust_is_no_liquidity(market: Market) -> None:
    managed = manage(market)
    managed.compound()
    to_tick(market, 60)
    market.stack.chain.advance(700)
    market.swap(10**13, a_for_b=True)
    state = market.pools.positionState(managed.name)
    market.pools.collect(
        market.key, managed.name, market.bob, state.owedA, state.owedB, sender=market.bob
    )
    market.remove(managed.token, 0, market.bob)
    market.swap(10**13, a_for_b=True)
    assert managed.fees()[1] == 0
    refused(managed, "NO_LIQUIDITY")


def test_a_reward_that_costs_too_much_is_a_loss(market: Market) -> None:
    """LPO-60: here fees are most of what there is."""
    managed = manage(market, maxLossBps=100, rewardBps=2000)
    market.remove(managed.token, LIQUIDITY - 10**15, "0x" + "00" * 20)
    state = market.pools.positionState(managed.name)
    market.pools.collect(
        market.key, managed.name, market.bob, state.owedA, state.owedB, sender=market.bob
    )
    for _ in range(30):
        for a_for_b in (True, False):
            market.swap(5 * 10**17, a_for_b=a_for_b)
    refused(managed, "VALUE_LOSS")
    managed.set_policy(maxLossBps=1000, rewardBps=2000)
    managed.compound()

"""The early-exit penalty: liquidity that leaves young loses the fees it has earned since."""

from fractions import Fraction

import pytest

from quantera.evm import ZERO_ADDRESS, Receipt, expect_revert
from quantera.gas.pool_stack import FOREVER
from tests.unit.liquidity.conftest import DEPTH, FEE, PRICE, RANGE, Market, told
from tests.unit.liquidity.guarding import MILLION, price_now, same_block, switch, to_tick, worth
from tests.unit.liquidity.test_ranges import moving

AMOUNT = 10**18
PERIOD = 600
NARROW = (0, 60)
MOST = 2**128 - 1


@pytest.fixture
def guarded(market: Market) -> Market:
    """Bob's liquidity is grown up; Alice's, as much again, has just come and earned."""
    market.stack.chain.advance(PERIOD)
    switch(market, "setEarlyExitPeriod", PERIOD)
    market.add(*RANGE, DEPTH, sender=market.alice)
    trade(market)
    return market


def trade(market: Market) -> None:
    carol = market.stack.chain.actor("carol")
    market.stack.fund((market.token_a, market.token_b), [carol], 10**22)
    market.swap(AMOUNT, a_for_b=True, sender=carol)
    market.swap(AMOUNT, a_for_b=False, sender=carol)


def mine(market: Market) -> bytes:
    return market.position(*RANGE, market.alice)


def leave(market: Market, liquidity: int, recipient: object = None) -> Receipt:
    return market.remove(mine(market), liquidity, recipient or market.alice, sender=market.alice)


def forfeited(receipt: Receipt) -> tuple[int, int, bool]:
    found = [event.args for event in receipt.events if event.name == "FeesForfeited"]
    if not found:
        return 0, 0, False
    return found[0]["amountA"], found[0]["amountB"], found[0]["shared"]


FEES = AMOUNT * FEE // MILLION
HALF = FEES // 2
"""Each provider's fees in either token."""


def test_leaving_young_loses_the_fees_to_those_who_stay(guarded: Market) -> None:
    """LPO-42."""
    pools = guarded.pools
    bobs = pools.feesOf(guarded.key, guarded.position(*RANGE))
    assert pools.feesOf(guarded.key, mine(guarded)) == (0, 0)
    assert pools.exitPenalty(guarded.key, mine(guarded), DEPTH) == (HALF, HALF)
    assert pools.exitPenalty(guarded.key, mine(guarded), 2**128 - 1) == (HALF, HALF)
    out = pools.quoteRemove(guarded.key, mine(guarded), DEPTH)
    before = guarded.balances(guarded.alice)
    receipt = leave(guarded, DEPTH)
    assert receipt.return_value == out
    assert guarded.balances(guarded.alice) == (before[0] + out[0], before[1] + out[1])
    assert told(receipt, "FeesForfeited") == (guarded.id, mine(guarded), HALF, HALF, True)
    after = pools.feesOf(guarded.key, guarded.position(*RANGE))
    assert all(0 <= b + HALF - a <= 1 for a, b in zip(after, bobs, strict=True))
    # Bob was there before and takes all of it.
    paid = guarded.remove(guarded.position(*RANGE), DEPTH, guarded.bob)
    assert forfeited(paid) == (0, 0, False)
    # What stays is rounding.
    assert max(guarded.balances(guarded.pools)) <= 6


@pytest.mark.parametrize("age", [0, PERIOD - 1, PERIOD])
def test_the_period_ends(guarded: Market, age: int) -> None:
    guarded.stack.chain.advance(age)
    young = age < PERIOD
    assert guarded.pools.feesOf(guarded.key, mine(guarded)) == ((0, 0) if young else (HALF, HALF))
    lost = forfeited(leave(guarded, DEPTH))
    assert lost == ((HALF, HALF, True) if young else (0, 0, False))


def test_time_counts_and_blocks_do_not(guarded: Market) -> None:
    """Under Arbitrum's clock: many blocks of one time change nothing, one number lasts for long."""
    chain = guarded.stack.chain
    chain.mine(10_000)
    with chain.rollback():
        assert forfeited(leave(guarded, DEPTH))[2]
    same_block(guarded)
    chain.advance(PERIOD)
    assert not forfeited(leave(guarded, DEPTH))[2]


def test_a_part_leaves_its_part(guarded: Market) -> None:
    """LPO-42: what the rest has earned stays with it, and is paid when it is grown up."""
    before = guarded.balances(guarded.alice)
    worth_part = guarded.pools.quoteRemove(guarded.key, mine(guarded), DEPTH // 4)
    receipt = leave(guarded, DEPTH // 4)
    lost = forfeited(receipt)
    assert all(abs(each - HALF // 4) <= 1 for each in lost[:2]) and lost[2]
    assert receipt.return_value == worth_part
    guarded.stack.chain.advance(PERIOD)
    fees = guarded.pools.feesOf(guarded.key, mine(guarded))
    # Three quarters of its own, and its part, three sevenths, of what it lost.
    expected = HALF * 3 / 4 + HALF / 4 * 3 / 7
    assert all(abs(each - expected) < 1000 for each in fees)
    leave(guarded, DEPTH * 3 // 4)
    paid = zip(guarded.balances(guarded.alice), before, strict=True)
    assert all(after - b > part for (after, b), part in zip(paid, worth_part, strict=True))


def test_touching_and_collecting_free_nothing(guarded: Market) -> None:
    """LPO-42."""
    before = guarded.balances(guarded.alice)
    for recipient in (ZERO_ADDRESS, guarded.alice):
        receipt = guarded.remove(mine(guarded), 0, recipient, sender=guarded.alice)
        assert receipt.return_value == (0, 0)
    guarded.pools.collect(
        guarded.key, mine(guarded), guarded.alice, MOST, MOST, sender=guarded.alice
    )
    assert guarded.balances(guarded.alice) == before
    assert forfeited(leave(guarded, DEPTH)) == (HALF, HALF, True)


def test_adding_frees_nothing(guarded: Market) -> None:
    """LPO-42: the fees of a young position stay young while it is added to."""
    guarded.add(*RANGE, 1, sender=guarded.alice)
    state = guarded.pools.positionState(mine(guarded))
    assert (state.owedA, state.owedB) == (0, 0)
    with guarded.stack.chain.rollback():
        lost = forfeited(leave(guarded, DEPTH + 1))
        assert all(0 <= HALF - each <= 1 for each in lost[:2])
    guarded.add(*RANGE, 3 * DEPTH, sender=guarded.alice)
    with guarded.stack.chain.rollback():
        lost = forfeited(leave(guarded, 4 * DEPTH + 1))
        assert all(0 <= HALF - each <= 2 for each in lost[:2])
    guarded.stack.chain.advance(PERIOD)
    fees = guarded.pools.feesOf(guarded.key, mine(guarded))
    assert all(0 <= HALF - each <= 2 for each in fees)


def test_fees_of_before_an_addition_are_kept(guarded: Market) -> None:
    """LPO-43."""
    guarded.stack.chain.advance(PERIOD)
    guarded.add(*RANGE, DEPTH, sender=guarded.alice)
    state = guarded.pools.positionState(mine(guarded))
    assert (state.owedA, state.owedB) == (HALF, HALF)
    trade(guarded)
    assert guarded.pools.feesOf(guarded.key, mine(guarded)) == (HALF, HALF)
    lost = guarded.pools.exitPenalty(guarded.key, mine(guarded), 2 * DEPTH)
    assert all(abs(each - FEES * 2 // 3) <= 2 for each in lost)
    out = guarded.pools.quoteRemove(guarded.key, mine(guarded), 2 * DEPTH)
    receipt = leave(guarded, 2 * DEPTH)
    assert receipt.return_value == (out[0] + HALF, out[1] + HALF)
    assert forfeited(receipt) == (*lost, True)


def test_compounding_frees_nothing(guarded: Market) -> None:
    """LPO-42."""
    arguments = (guarded.key, mine(guarded), 0, 0, 0, FOREVER)
    with expect_revert("LiquidityTooSmall"):
        guarded.pools.compound(*arguments, sender=guarded.alice)
    guarded.stack.chain.advance(PERIOD)
    guarded.pools.compound(*arguments, sender=guarded.alice)
    assert guarded.pools.exitPenalty(guarded.key, mine(guarded), DEPTH) == (0, 0)


def test_moving_is_leaving(guarded: Market) -> None:
    """LPO-42."""
    request = moving(guarded, mine(guarded), -120, 180, recipient=guarded.alice)
    receipt = guarded.pools.changeRange(request, sender=guarded.alice)
    assert forfeited(receipt) == (HALF, HALF, True)
    token = guarded.mint(*RANGE, DEPTH, sender=guarded.alice)
    trade(guarded)
    receipt = guarded.pools.changeRange(
        moving(guarded, token, -120, 180, recipient=guarded.alice), sender=guarded.alice
    )
    assert forfeited(receipt)[2]
    assert guarded.pools.exitPenalty(guarded.key, token.to_bytes(32), DEPTH) == (0, 0)


def test_nobody_else_in_range(guarded: Market) -> None:
    """The protocol has it, and its own rest in range is nobody else."""
    guarded.remove(guarded.position(*RANGE), DEPTH, guarded.bob)
    pools = guarded.pools
    with guarded.stack.chain.rollback():
        assert forfeited(leave(guarded, DEPTH // 2)) == (HALF - HALF // 2, HALF - HALF // 2, False)
    assert forfeited(leave(guarded, DEPTH)) == (HALF, HALF, False)
    state = pools.poolState(guarded.id)
    assert (state.protocolFeesA, state.protocolFeesB) == (HALF, HALF)
    assert all(each >= HALF for each in guarded.balances(pools))


@pytest.mark.parametrize("stays", [DEPTH // 2, DEPTH // 2 - 1])
def test_half_of_its_company_is_enough(guarded: Market, stays: int) -> None:
    guarded.remove(guarded.position(*RANGE), DEPTH - stays, guarded.bob)
    assert forfeited(leave(guarded, DEPTH)) == (HALF, HALF, stays == DEPTH // 2)


def test_nobody_carries_the_price_to_where_he_gives_to_himself(market: Market) -> None:
    """LPO-42: a grown speck of his own, where nobody else is, does not take the penalty."""
    market.add(1200, 1260, 10**12, sender=market.alice)
    market.stack.chain.advance(PERIOD)
    switch(market, "setEarlyExitPeriod", PERIOD)
    market.add(-1200, 1800, 10 * DEPTH, sender=market.alice)
    trade(market)
    to_tick(market, 1230, sender=market.alice)
    # Adding a little there does not lessen what the guard remembers.
    market.add(-1200, 1800, 1, sender=market.alice)
    name = market.position(-1200, 1800, market.alice)
    receipt = market.remove(name, 10 * DEPTH + 1, market.alice, sender=market.alice)
    assert market.pools.poolState(market.id).liquidity == 10**12
    lost = forfeited(receipt)
    assert lost[0] > 0 and lost[1] > 0 and not lost[2]


def test_liquidity_from_before_the_guard(market: Market) -> None:
    """It is as old as it is."""
    trade(market)
    switch(market, "setEarlyExitPeriod", PERIOD)
    market.add(*RANGE, DEPTH, sender=market.alice)
    with market.stack.chain.rollback():
        assert forfeited(market.remove(market.position(*RANGE), DEPTH, market.bob))[2]
    market.stack.chain.advance(PERIOD - 12)
    assert not forfeited(market.remove(market.position(*RANGE), DEPTH, market.bob))[2]


def test_without_the_guard_again(guarded: Market) -> None:
    switch(guarded, "setEarlyExitPeriod", 0)
    assert guarded.pools.exitPenalty(guarded.key, mine(guarded), DEPTH) == (0, 0)
    receipt = leave(guarded, DEPTH)
    assert forfeited(receipt) == (0, 0, False)
    with expect_revert("PositionUnknown"):
        guarded.pools.exitPenalty(guarded.key, mine(guarded), DEPTH)


def just_in_time(market: Market, parts: int = 1) -> Fraction:
    """What somebody gains, at the price afterwards, who provides for one large swap alone."""
    attacker = market.alice
    victim = market.stack.chain.actor("victim")
    market.stack.fund((market.token_a, market.token_b), [victim], 10**22)
    market.stack.chain.advance(12)
    before = market.balances(attacker)
    for part in range(parts):
        if part:
            same_block(market)
        owner = attacker if part == 0 else market.stack.chain.actor(f"part {part}")
        if part:
            market.stack.fund((market.token_a, market.token_b), [owner], 10**24)
        market.add(*NARROW, 100 * DEPTH // parts, sender=owner)
    same_block(market)
    market.swap(10 * AMOUNT, a_for_b=True, sender=victim)
    gain = Fraction(0)
    price = price_now(market)
    for part in range(parts):
        same_block(market)
        owner = attacker if part == 0 else market.stack.chain.actor(f"part {part}")
        start = before if part == 0 else (10**24, 10**24)
        market.remove(market.position(*NARROW, owner), 100 * DEPTH // parts, owner, sender=owner)
        gain += worth(market, owner, price) - start[0] * price - start[1]
    return gain


@pytest.mark.parametrize("parts", [1, 2])
def test_coming_just_in_time_pays_without_the_guard_and_costs_with_it(
    market: Market, parts: int
) -> None:
    """In one position, or in two of two accounts that leave one after the other."""
    market.stack.chain.advance(PERIOD)
    bobs = market.position(*RANGE)
    with market.stack.chain.rollback():
        assert just_in_time(market, parts) > 0
        diluted = market.pools.feesOf(market.key, bobs)
    switch(market, "setEarlyExitPeriod", PERIOD)
    assert just_in_time(market, parts) < 0
    # Bob has the whole fee, as if nobody else had come; where two came one after the other, the
    # second had so much company that what it loses is the protocol's.
    state = market.pools.poolState(market.id)
    whole = 10 * AMOUNT * FEE // MILLION
    assert diluted[0] < whole // 50
    assert bool(state.protocolFeesA) == (parts == 2)
    assert whole - 4 <= market.pools.feesOf(market.key, bobs)[0] + state.protocolFeesA <= whole
    assert state.sqrtPriceX96 < PRICE

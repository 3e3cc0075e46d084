"""The deviation breaker: no swap takes the price too far off the mean of the last seconds."""

from fractions import Fraction

import pytest

from quantera.evm import Receipt, expect_revert
from quantera.gas.pool_stack import Key
from quantera.liquidity.dynamic_fee import HIGHEST_FEE
from quantera.liquidity.ticks import MAX_TICK, MIN_TICK, sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, FEE, SPACING, TICK, Market, told
from tests.unit.liquidity.guarding import price_of, same_block, switch, to_tick, worth

WINDOW = 60
BAND = 100
MEAN = TICK
AMOUNT = 10**15


@pytest.fixture
def observed(market: Market) -> Market:
    """A ring that reaches back over the window, with the price where it was all the time."""
    market.pools.growObservations(market.id, WINDOW + 1, sender=market.alice)
    market.stack.chain.advance(1)
    to_tick(market, TICK + 1)
    to_tick(market, TICK)
    market.stack.chain.advance(2 * WINDOW)
    assert market.pools.meanTick(market.id, WINDOW) == MEAN
    return market


@pytest.fixture
def guarded(observed: Market) -> Market:
    switch(observed, "setDeviationBreaker", BAND, WINDOW, False)
    return observed


def ends(market: Market) -> tuple[int, int]:
    lowest, highest = market.pools.breakerBounds(market.id)
    return lowest, highest


def test_bounds(guarded: Market) -> None:
    """LPO-45: the last tick on each side is allowed, the next one is not."""
    assert ends(guarded) == (MEAN - BAND, MEAN + BAND)
    for bound, end in ((MEAN + BAND, MEAN + BAND + 1), (MEAN - BAND, MEAN - BAND - 1)):
        with guarded.stack.chain.rollback():
            to_tick(guarded, bound)
            assert guarded.pools.poolState(guarded.id).tick == bound
        down = end < MEAN
        limit = sqrt_price_at_tick(end)
        with expect_revert("PriceTooFar", id=guarded.id, tick=end, bound=bound):
            to_tick(guarded, end)
        with expect_revert("PriceTooFar", id=guarded.id, tick=end, bound=bound):
            guarded.pools.quoteSwap(guarded.key, down, DEPTH, limit)
        with expect_revert("PriceTooFar"):
            guarded.pools.quoteSwap(guarded.key, down, -DEPTH, limit)


def test_the_way_back_is_open_and_not_beyond(observed: Market) -> None:
    """LPO-45: only the side that a swap moves to counts."""
    to_tick(observed, MEAN + 300)
    switch(observed, "setDeviationBreaker", BAND, WINDOW, False)
    assert ends(observed) == (MEAN - BAND, MEAN + BAND)
    with expect_revert("PriceTooFar"):
        observed.swap(1, a_for_b=False)
    to_tick(observed, MEAN + 200)
    with expect_revert("PriceTooFar"):
        to_tick(observed, MEAN - BAND - 1)
    to_tick(observed, MEAN - BAND)


def fee_of(receipt: Receipt) -> int:
    fee: int = receipt.events.one("Swapped").args["feePips"]
    return fee


@pytest.mark.parametrize("down", [True, False])
def test_beyond_it_costs_the_highest_fee(observed: Market, *, down: bool) -> None:
    switch(observed, "setDeviationBreaker", BAND, WINDOW, True)
    pools = observed.pools
    within, beyond = (MEAN - BAND, MEAN - BAND - 1) if down else (MEAN + BAND, MEAN + BAND + 1)
    for amount in (DEPTH, -DEPTH):
        for end, fee in ((within, FEE), (beyond, HIGHEST_FEE)):
            limit = sqrt_price_at_tick(end)
            quoted = pools.quoteSwap(observed.key, down, amount, limit)
            with observed.stack.chain.rollback():
                receipt = observed.swap(amount, a_for_b=down, sqrtPriceLimitX96=limit, options=1)
                state = pools.poolState(observed.id)
                assert fee_of(receipt) == fee
                assert quoted == (*receipt.return_value, state.sqrtPriceX96, fee)
    assert pools.nextFees(observed.id) == (FEE, FEE)
    to_tick(observed, beyond)
    other = FEE, HIGHEST_FEE
    assert pools.nextFees(observed.id) == (other[::-1] if down else other)
    assert pools.poolOf(observed.key).feeRate == HIGHEST_FEE
    # Where a small swap stays beyond, it pays too, and the way back does not.
    with observed.stack.chain.rollback():
        assert fee_of(observed.swap(AMOUNT, a_for_b=down)) == HIGHEST_FEE
    assert fee_of(observed.swap(AMOUNT, a_for_b=not down)) == FEE


def test_a_fee_above_the_highest_stays(market: Market) -> None:
    key: Key = (market.token_a, market.token_b, 200_000, SPACING, 0)
    pool = market.stack.create(key, sqrt_price_at_tick(TICK))
    market.add(-600, 600, DEPTH, key=key)
    market.pools.growObservations(pool, 3, sender=market.alice)
    market.stack.chain.advance(1)
    market.swap(10**18, a_for_b=True, key=key)
    market.stack.chain.advance(2)
    switch(market, "setDeviationBreaker", 1, 2, True, key=key)
    assert fee_of(market.swap(10**18, a_for_b=True, key=key)) == 200_000


@pytest.mark.parametrize("charges", [True, False])
def test_no_swap_of_a_second_moves_its_mean(observed: Market, *, charges: bool) -> None:
    """LPO-44: nor does liquidity; under Arbitrum's clock several blocks have one time."""
    switch(observed, "setDeviationBreaker", BAND, WINDOW, charges)
    observed.stack.chain.advance(7)
    before = ends(observed)
    for shares_number in (True, False):
        for end in (MEAN + 90, MEAN - 90, MEAN + 50):
            if shares_number:
                same_block(observed)
            to_tick(observed, end)
            observed.add(-60, 120, DEPTH)
            assert ends(observed) == before
    with expect_revert("PriceTooFar") if not charges else observed.stack.chain.rollback():
        to_tick(observed, MEAN + BAND + 50)


def test_time_moves_the_mean_whatever_the_blocks_number(guarded: Market) -> None:
    to_tick(guarded, MEAN + 60)
    same_block(guarded)
    guarded.stack.chain.advance(WINDOW // 2)
    assert ends(guarded) == (MEAN + 30 - BAND, MEAN + 30 + BAND)
    to_tick(guarded, MEAN + 130)
    guarded.stack.chain.advance(WINDOW)
    assert ends(guarded) == (MEAN + 130 - BAND, MEAN + 130 + BAND)


def test_no_trading_pushes_the_history_out(guarded: Market) -> None:
    """One entry a second fills the ring, and it still reaches over the window."""
    for step in range(2 * WINDOW + 5):
        guarded.stack.chain.advance(1)
        to_tick(guarded, MEAN + (2 if step % 2 else 5))
        assert MEAN <= ends(guarded)[1] - BAND <= MEAN + 5
    state = guarded.pools.poolState(guarded.id)
    assert state.observationsKept == WINDOW + 1
    with expect_revert("ObservationTooOld"):
        guarded.pools.observe(guarded.id, [WINDOW + 1])


def test_it_needs_a_history(market: Market) -> None:
    pools = market.pools

    def refused(kept: int, reach: int, window: int) -> None:
        for function in ("setDeviationBreaker", "tightenDeviationBreaker"):
            with expect_revert(
                "OracleTooShort", id=market.id, kept=kept, reach=reach, window=window
            ):
                switch(market, function, BAND, window, False)

    refused(0, 0, WINDOW)
    pools.growObservations(market.id, WINDOW + 1, sender=market.alice)
    market.stack.chain.advance(2 * WINDOW)
    # The ring grows when it next goes round.
    refused(1, 2 * WINDOW, WINDOW)
    to_tick(market, MEAN + 1)
    refused(WINDOW + 1, 2 * WINDOW, WINDOW + 1)
    refused(WINDOW + 1, 2 * WINDOW, 3 * WINDOW)
    switch(market, "setDeviationBreaker", BAND, WINDOW, False)


def test_a_young_history(market: Market) -> None:
    market.pools.growObservations(market.id, WINDOW + 1, sender=market.alice)
    market.stack.chain.advance(1)
    to_tick(market, MEAN + 1)
    market.stack.chain.advance(WINDOW - 2)
    with expect_revert("OracleTooShort", kept=WINDOW + 1, reach=WINDOW - 1):
        switch(market, "setDeviationBreaker", BAND, WINDOW, False)
    market.stack.chain.advance(1)
    switch(market, "setDeviationBreaker", BAND, WINDOW, False)
    ends(market)


def test_without_it_every_tick_is_open(market: Market) -> None:
    assert ends(market) == (MIN_TICK, MAX_TICK)


def test_the_rings_growth_does_not_shorten_it(guarded: Market) -> None:
    guarded.pools.growObservations(guarded.id, 3 * WINDOW, sender=guarded.alice)
    for step in range(4 * WINDOW):
        guarded.stack.chain.advance(1)
        to_tick(guarded, MEAN + (2 if step % 2 else 5))
        ends(guarded)


LOAN = Fraction(8, 10)
COLLATERAL = 4 * 10**21


def push(market: Market, band: int | None) -> Fraction:
    """What somebody gains who lifts the mean by which a lender values his collateral.

    He lifts the price as far as he can in the last moment of each of five blocks; arbitrage brings
    it back at the beginning of the next, as far as it may. Then he borrows four fifths of what his
    units of A are worth at the mean, keeps the loan and leaves the collateral.
    """
    attacker, arbitrage = market.alice, market.bob
    fair = price_of(sqrt_price_at_tick(TICK))
    before = worth(market, attacker, fair)
    for _ in range(5):
        end = 6000 if band is None else ends(market)[1]
        if end > market.pools.poolState(market.id).tick:
            to_tick(market, end, sender=attacker)
        market.stack.chain.advance(12)
        with market.stack.chain.rollback():
            mean = market.pools.meanTick(market.id, WINDOW)
        to_tick(market, max(TICK, ends(market)[0]), sender=arbitrage)
    lent = LOAN * price_of(sqrt_price_at_tick(mean)) * COLLATERAL
    spent = before - worth(market, attacker, fair)
    assert spent > 0
    return lent - fair * COLLATERAL - spent


def test_pushing_the_mean_pays_without_the_breaker_and_costs_with_it(observed: Market) -> None:
    observed.add(-6000, 6600, DEPTH)
    with observed.stack.chain.rollback():
        assert push(observed, None) > 0
    switch(observed, "setDeviationBreaker", BAND, WINDOW, False)
    assert push(observed, BAND) < 0


def test_pushing_in_one_block_moves_nothing(guarded: Market) -> None:
    """A loan's price cannot be made in the block that takes the loan."""
    mean = guarded.pools.meanTick(guarded.id, WINDOW)
    to_tick(guarded, MEAN + BAND)
    same_block(guarded)
    assert guarded.pools.meanTick(guarded.id, WINDOW) == mean
    with expect_revert("PriceTooFar"):
        to_tick(guarded, MEAN + BAND + 1)


def test_events(observed: Market) -> None:
    receipt = switch(observed, "setDeviationBreaker", BAND, WINDOW, True)
    assert told(receipt, "DeviationBreakerSet") == (observed.id, BAND, WINDOW, True)
    receipt = switch(observed, "setDeviationBreaker", 0, 0, True)
    assert told(receipt, "DeviationBreakerSet") == (observed.id, 0, 0, False)
    to_tick(observed, MEAN + 400)

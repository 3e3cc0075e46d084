"""What each guard of a pool costs its users, over the same calls with all guards off."""

from collections.abc import Callable

from quantera.evm import NodeChain
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.liquidity import (
    ALONE,
    SMALL,
    UNASKED,
    Market,
    _add,
    _leave,
    _ours,
    _stack,
    _swap,
)
from quantera.gas.pool_market import BLOCK, DEPTH, around, there_and_back, trade_in

WINDOW = 60
DAY = 86_400


def _guarded(function: str, *arguments: object) -> Callable[[NodeChain], Market]:
    def set_up(chain: NodeChain) -> Market:
        market = _ours(chain)
        _switch(market, function, *arguments)
        trade_in(market.venue, market.provider, market.trader)
        return market

    return set_up


def _switch(market: Market, function: str, *arguments: object) -> None:
    stack = _stack(market)
    stack.pools.function(function)(market.keys[0], *arguments, sender=stack.governor)


def _breaking(*, charges: bool) -> Callable[[NodeChain], Market]:
    def set_up(chain: NodeChain) -> Market:
        market = _ours(chain)
        stack = _stack(market)
        pool = stack.pools.poolId(market.keys[0])
        stack.pools.growObservations(pool, WINDOW + 1, sender=market.trader)
        trade_in(market.venue, market.provider, market.trader)
        _switch(market, "setDeviationBreaker", 500, WINDOW, charges)
        # The window lies among several observations, so that its beginning has to be looked for.
        there_and_back(market.venue, market.trader)
        return market

    return set_up


def _company(chain: NodeChain) -> Market:
    market = _ours(chain)
    _switch(market, "setEarlyExitPeriod", DAY)
    chain.advance(BLOCK)
    market.venue.mint(market.provider, *around(9), DEPTH)
    chain.advance(BLOCK)
    return market


OPERATIONS = (
    Operation(
        id="pool.swap.one_tick.sandwich_guard",
        limit=102_000,
        conditions=f"{UNASKED}; but the sandwich guard: a block's first swap",
        ours=Subject(_guarded("raiseSandwichGuard"), _swap(SMALL)),
    ),
    Operation(
        id="pool.swap.one_tick.breaker",
        limit=125_000,
        conditions=f"{ALONE} but the deviation breaker, which refuses; mean of {WINDOW} s over a "
        f"ring of {WINDOW + 1}",
        ours=Subject(_breaking(charges=False), _swap(SMALL)),
    ),
    Operation(
        id="pool.swap.one_tick.breaker_fee",
        limit=135_000,
        conditions=f"{ALONE} but the deviation breaker, which charges the highest fee; mean of "
        f"{WINDOW} s over a ring of {WINDOW + 1}",
        ours=Subject(_breaking(charges=True), _swap(SMALL)),
    ),
    Operation(
        id="pool.remove.partial.early_exit",
        limit=135_000,
        conditions=f"{UNASKED}; but the early-exit penalty: half leaves young, its fees stay",
        ours=Subject(_guarded("setEarlyExitPeriod", DAY), _leave(2)),
    ),
    Operation(
        id="pool.remove.partial.early_exit.grown",
        limit=132_000,
        conditions=f"{UNASKED}; but the early-exit penalty: half leaves late, with all fees",
        ours=Subject(_guarded("setEarlyExitPeriod", 1), _leave(2)),
    ),
    Operation(
        id="pool.add.new_ticks.early_exit",
        limit=205_000,
        conditions=f"{UNASKED}; but the early-exit penalty: before any swap, two new ticks in a "
        "known word, no token",
        ours=Subject(_company, _add),
    ),
)

"""The Python twin as a pool under test."""

from quantera.liquidity.observations import Observation
from quantera.liquidity.pool import Pool, require_range
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.state import Position, Tick
from quantera.liquidity.words import MAX_UINT128
from tests.differential.liquidity import operations as op
from tests.differential.liquidity.operations import Layout, Operation, Outcome, Words
from tests.differential.liquidity.words import names

EMPTY_TICK = Tick()
EMPTY_POSITION = Position()


class TwinPool:
    """A `Pool` with a clock."""

    def __init__(self, fee: int, spacing: int, timestamp: int) -> None:
        self.pool = Pool(fee, spacing)
        self.time = timestamp

    def apply(self, operation: Operation) -> Outcome:
        try:
            return self._apply(operation)
        except PoolRefusal:
            return None

    def _apply(self, operation: Operation) -> tuple[int, ...]:  # noqa: PLR0911 - a row each
        pool, time = self.pool, self.time
        match operation:
            case op.Initialize(price):
                pool.initialize(price, time)
            case op.Mint(key, amount):
                return pool.mint(*key, amount, time)
            case op.Burn(key, amount):
                return pool.burn(*key, amount, time)
            case op.Collect(key, most0, most1):
                return pool.collect(*key, most0, most1)
            case op.Swap(zero_for_one, amount, limit):
                trade = pool.swap(zero_for_one=zero_for_one, amount=amount, limit=limit, time=time)
                return trade.amount0, trade.amount1
            case op.SetProtocolShares(share0, share1):
                pool.set_protocol_shares(share0, share1)
            case op.CollectProtocol(most0, most1):
                return pool.collect_protocol(most0, most1)
            case op.Grow(size):
                pool.oracle.grow(size)
            case op.Observe(agos):
                return tuple(number for pair in pool.observe(time, agos) for number in pair)
            case op.Wait(seconds):
                self.time += seconds
        return ()

    def overflows(self, operation: Operation) -> bool:
        """Whether the operation would have the pool hold more than 128 bits of a token."""
        pool = self.pool
        try:
            match operation:
                case op.Mint((_, lower, upper), amount) if pool.initialized and lower < upper:
                    require_range(lower, upper)
                    paid = pool.amounts(lower, upper, amount)
                case op.Swap(zero_for_one, amount, limit):
                    trade = pool.quote(zero_for_one=zero_for_one, amount=amount, limit=limit)
                    paid = trade.amount0, trade.amount1
                case _:
                    return False
        except PoolRefusal:
            return False
        return pool.reserve0 + paid[0] > MAX_UINT128 or pool.reserve1 + paid[1] > MAX_UINT128

    def state(self, layout: Layout) -> Words:
        pool, oracle = self.pool, self.pool.oracle
        values: list[int] = [
            pool.sqrt_price,
            pool.tick,
            oracle.index,
            oracle.cardinality,
            oracle.cardinality_next,
            pool.protocol_share0 | pool.protocol_share1 << 4,
            int(pool.initialized),
            pool.liquidity,
            pool.fee_growth0,
            pool.fee_growth1,
            pool.protocol_fees0,
            pool.protocol_fees1,
            pool.reserve0,
            pool.reserve1,
        ]
        for at in layout.ticks:
            tick = pool.ticks.get(at, EMPTY_TICK)
            values += [
                tick.gross,
                tick.net,
                tick.fee0_outside,
                tick.fee1_outside,
                tick.ticks_outside,
                tick.seconds_per_liquidity_outside,
                tick.seconds_outside,
                int(at in pool.ticks),
            ]
        for key in layout.positions:
            position = pool.positions.get(key, EMPTY_POSITION)
            values += [
                position.liquidity,
                position.fee0_inside,
                position.fee1_inside,
                position.owed0,
                position.owed1,
            ]
        values += [pool.bitmap.words.get(word, 0) for word in layout.words]
        for index in range(layout.observations):
            entry = oracle.entries[index] if index < len(oracle.entries) else Observation()
            values += [
                entry.timestamp,
                entry.tick_cumulative,
                entry.seconds_per_liquidity,
                int(entry.initialized),
            ]
        return dict(zip(names(layout), values, strict=True))

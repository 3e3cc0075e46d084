"""The pool itself: an exact integer twin of a concentrated-liquidity pool with a constant fee.

Source: "Uniswap v3 Core" (2021) and the published pool. The differential tests hold it, operation
by operation, against that pool's own bytecode.
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from quantera.liquidity.bitmap import TickBitmap
from quantera.liquidity.observations import Oracle
from quantera.liquidity.prices import amount0_of_change, amount1_of_change
from quantera.liquidity.refusal import PoolRefusal, Reason, require
from quantera.liquidity.state import Position, Tick
from quantera.liquidity.ticks import (
    MAX_TICK,
    MIN_TICK,
    max_liquidity_per_tick,
    sqrt_price_at_tick,
    tick_at_sqrt_price,
)
from quantera.liquidity.trades import Trade, work_out
from quantera.liquidity.words import MAX_UINT128, add_liquidity, int128, wrapped

PROTOCOL_SHARES = frozenset({0, 4, 5, 6, 7, 8, 9, 10})
"""Divisors of the fee that the protocol may take; zero is none."""

PositionKey = tuple[Hashable, int, int]
"""Owner, lower tick, upper tick."""


class Pool:
    """A pool of two tokens.

    Amounts are token units, prices square roots in 64.96 fixed point, times seconds, the fee
    millionths of the input. Operations are all or nothing.

    Attributes:
        fee: constant fee in millionths.
        spacing: distance of the ticks that positions may end at.
        sqrt_price: zero until initialized.
        tick: of the price.
        liquidity: in range.
        fee_growth0: growth of token 0's fee, 128.128 fixed point.
        fee_growth1: the same of token 1.
        protocol_share0: the protocol takes one part in so many of token 0's fee; zero is none.
        protocol_share1: the same of token 1.
        protocol_fees0: what the protocol may collect.
        protocol_fees1: the same of token 1.
        ticks: ticks in use.
        positions: by owner and range; empty ones stay, as on chain.
        bitmap: bits of the ticks in use.
        oracle: ring of observations.
        reserve0: token 0 that the pool must hold.
        reserve1: token 1 that the pool must hold.
    """

    def __init__(self, fee: int, spacing: int) -> None:
        self.fee = fee
        self.spacing = spacing
        self.most_per_tick = max_liquidity_per_tick(spacing)
        self.sqrt_price = 0
        self.tick = 0
        self.liquidity = 0
        self.fee_growth0 = 0
        self.fee_growth1 = 0
        self.protocol_share0 = 0
        self.protocol_share1 = 0
        self.protocol_fees0 = 0
        self.protocol_fees1 = 0
        self.ticks: dict[int, Tick] = {}
        self.positions: dict[PositionKey, Position] = {}
        self.bitmap = TickBitmap(spacing)
        self.oracle = Oracle()
        self.reserve0 = 0
        self.reserve1 = 0

    @property
    def initialized(self) -> bool:
        """Whether it has a price."""
        return self.sqrt_price > 0

    def initialize(self, sqrt_price: int, time: int) -> None:
        """Give the pool its first price.

        Raises:
            PoolRefusal: it has one, or the price is out of range.
        """
        require(not self.initialized, Reason.ALREADY_INITIALIZED)
        self.tick = tick_at_sqrt_price(sqrt_price)
        self.oracle.initialize(time)
        self.sqrt_price = sqrt_price

    def mint(
        self, owner: Hashable, lower: int, upper: int, amount: int, time: int
    ) -> tuple[int, int]:
        """Add liquidity to an owner's range; units of both tokens to pay, rounded up.

        Raises:
            PoolRefusal: no liquidity, a bad range, or too much at a tick.
        """
        require(self.initialized, Reason.LOCKED)
        require(amount > 0, Reason.NO_LIQUIDITY_GIVEN)
        paid = self._change(owner, lower, upper, int128(amount), time)
        self.reserve0 += paid[0]
        self.reserve1 += paid[1]
        return paid

    def burn(
        self, owner: Hashable, lower: int, upper: int, amount: int, time: int
    ) -> tuple[int, int]:
        """Take liquidity out; units of both tokens now owed, rounded down. Zero settles fees.

        Raises:
            PoolRefusal: more than there is, or nothing from nothing.
        """
        require(self.initialized, Reason.LOCKED)
        amount0, amount1 = self._change(owner, lower, upper, -int128(amount), time)
        self.positions[owner, lower, upper].owe(-amount0, -amount1)
        return -amount0, -amount1

    def collect(
        self, owner: Hashable, lower: int, upper: int, most0: int, most1: int
    ) -> tuple[int, int]:
        """Pay out what is owed, at most so much of each token.

        Raises:
            PoolRefusal: the pool has no price yet.
        """
        require(self.initialized, Reason.LOCKED)
        position = self.positions.get((owner, lower, upper))
        if position is None:
            return 0, 0
        paid = min(most0, position.owed0), min(most1, position.owed1)
        position.owed0 -= paid[0]
        position.owed1 -= paid[1]
        self.reserve0 -= paid[0]
        self.reserve1 -= paid[1]
        return paid

    def quote(
        self, *, zero_for_one: bool, amount: int, limit: int, fee: int | None = None
    ) -> Trade:
        """What `swap` would do, without doing it.

        Raises:
            PoolRefusal: as `swap`.
        """
        return work_out(
            self,
            zero_for_one=zero_for_one,
            amount=amount,
            limit=limit,
            fee=self.fee if fee is None else fee,
        )

    def swap(
        self, *, zero_for_one: bool, amount: int, limit: int, time: int, fee: int | None = None
    ) -> Trade:
        """Trade until `amount` is used up or the price is at `limit`.

        Args:
            zero_for_one: token 0 goes in.
            amount: positive is input with fee, negative is output wanted.
            limit: square root of price at which to stop.
            time: now.
            fee: in millionths, where it is not the constant one.

        Raises:
            PoolRefusal: nothing to trade, a limit on the wrong side, or a number leaves its type.
        """
        trade = self.quote(zero_for_one=zero_for_one, amount=amount, limit=limit, fee=fee)
        spent = self.oracle.observe(time, 0, self.tick, self.liquidity)
        for crossing in trade.crossings:
            fees = (
                (crossing.fee_growth, self.fee_growth1)
                if zero_for_one
                else (self.fee_growth0, crossing.fee_growth)
            )
            self.ticks[crossing.tick].cross(*fees, spent, time)
        if trade.tick != self.tick:
            self.oracle.write(time, self.tick, self.liquidity)
        self.sqrt_price, self.tick, self.liquidity = trade.sqrt_price, trade.tick, trade.liquidity
        if zero_for_one:
            self.fee_growth0 = trade.fee_growth
            self.protocol_fees0 = (self.protocol_fees0 + trade.protocol_fee) & MAX_UINT128
        else:
            self.fee_growth1 = trade.fee_growth
            self.protocol_fees1 = (self.protocol_fees1 + trade.protocol_fee) & MAX_UINT128
        self.reserve0 += trade.amount0
        self.reserve1 += trade.amount1
        return trade

    def set_protocol_shares(self, share0: int, share1: int) -> None:
        """Set the protocol's part of each token's fee.

        Raises:
            PoolRefusal: neither none nor a fourth to a tenth.
        """
        require(self.initialized, Reason.LOCKED)
        require({share0, share1} <= PROTOCOL_SHARES, Reason.PROTOCOL_SHARE)
        self.protocol_share0, self.protocol_share1 = share0, share1

    def collect_protocol(self, most0: int, most1: int) -> tuple[int, int]:
        """Pay the protocol its fees, at most so much; the last unit stays, so the word does too.

        Raises:
            PoolRefusal: the pool has no price yet.
        """
        require(self.initialized, Reason.LOCKED)
        paid0 = _leaving_one(min(most0, self.protocol_fees0), self.protocol_fees0)
        paid1 = _leaving_one(min(most1, self.protocol_fees1), self.protocol_fees1)
        self.protocol_fees0 -= paid0
        self.protocol_fees1 -= paid1
        self.reserve0 -= paid0
        self.reserve1 -= paid1
        return paid0, paid1

    def observe(self, time: int, agos: Sequence[int]) -> list[tuple[int, int]]:
        """Tick times seconds and seconds per liquidity, so many seconds ago each.

        Raises:
            PoolRefusal: no price yet, or further back than the ring reaches.
        """
        require(self.oracle.cardinality > 0, Reason.ORACLE_EMPTY)
        return [self.oracle.observe(time, ago, self.tick, self.liquidity) for ago in agos]

    def fee_growth_inside(self, lower: int, upper: int) -> tuple[int, int]:
        """Growth of both tokens' fees between two ticks, 128.128 fixed point, modulo 2 ** 256."""
        low, high = self.ticks.get(lower, Tick()), self.ticks.get(upper, Tick())
        inside = []
        for growth, below, above in (
            (self.fee_growth0, low.fee0_outside, high.fee0_outside),
            (self.fee_growth1, low.fee1_outside, high.fee1_outside),
        ):
            under = below if self.tick >= lower else growth - below
            over = above if self.tick < upper else growth - above
            inside.append(wrapped(growth - under - over, 256))
        return inside[0], inside[1]

    def amounts(self, lower: int, upper: int, change: int) -> tuple[int, int]:
        """Units of both tokens that a change of a range's liquidity is worth at the price.

        Added liquidity is rounded up, taken out it is negative and rounded down.
        """
        if change == 0:
            return 0, 0
        low, high = sqrt_price_at_tick(lower), sqrt_price_at_tick(upper)
        if self.tick < lower:
            return amount0_of_change(low, high, change), 0
        if self.tick < upper:
            return (
                amount0_of_change(self.sqrt_price, high, change),
                amount1_of_change(low, self.sqrt_price, change),
            )
        return 0, amount1_of_change(low, high, change)

    def _change(
        self, owner: Hashable, lower: int, upper: int, change: int, time: int
    ) -> tuple[int, int]:
        require_range(lower, upper)
        key = (owner, lower, upper)
        kept = replace(self.positions[key]) if key in self.positions else None
        ticks = {tick: replace(self.ticks[tick]) for tick in (lower, upper) if tick in self.ticks}
        try:
            flipped = self._update_ticks(lower, upper, change, time)
            position = self.positions.setdefault(key, Position())
            position.settle(change, *self.fee_growth_inside(lower, upper))
            amounts = self.amounts(lower, upper, change)
            inside = lower <= self.tick < upper
            liquidity = add_liquidity(self.liquidity, change) if inside else self.liquidity
        except PoolRefusal:
            self._restore(key, kept, ticks)
            raise
        for tick in flipped:
            self.bitmap.flip(tick)
            if self.ticks[tick].gross == 0:
                del self.ticks[tick]
        if inside and change:
            self.oracle.write(time, self.tick, self.liquidity)
        self.liquidity = liquidity
        return amounts

    def _update_ticks(self, lower: int, upper: int, change: int, time: int) -> list[int]:
        if change == 0:
            return []
        spent = self.oracle.observe(time, 0, self.tick, self.liquidity)
        flipped = []
        for at, is_upper in ((lower, False), (upper, True)):
            tick = self.ticks.setdefault(at, Tick())
            if tick.gross == 0 and at <= self.tick:
                # By convention, everything before a tick came into use happened below it.
                tick.fee0_outside, tick.fee1_outside = self.fee_growth0, self.fee_growth1
                tick.ticks_outside, tick.seconds_per_liquidity_outside = spent
                tick.seconds_outside = wrapped(time, 32)
            if tick.change(change, upper=is_upper, most=self.most_per_tick):
                require(at % self.spacing == 0, Reason.TICK_MISALIGNED)
                flipped.append(at)
        return flipped

    def _restore(self, key: PositionKey, position: Position | None, ticks: dict[int, Tick]) -> None:
        for tick in key[1:]:
            self.ticks.pop(tick, None)
        self.ticks.update(ticks)
        self.positions.pop(key, None)
        if position is not None:
            self.positions[key] = position


def require_range(lower: int, upper: int) -> None:
    """Refuse an empty range and one beyond the last ticks.

    Raises:
        PoolRefusal: it is one.
    """
    require(lower < upper, Reason.TICK_ORDER)
    require(lower >= MIN_TICK, Reason.TICK_TOO_LOW)
    require(upper <= MAX_TICK, Reason.TICK_TOO_HIGH)


def _leaving_one(amount: int, owed: int) -> int:
    return amount - 1 if amount and amount == owed else amount

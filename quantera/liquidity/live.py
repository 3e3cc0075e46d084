"""The twin of one of our pools: Uniswap v3's pool, and what ours do beyond it.

Beyond it are a fee that follows the market, positions by name that move and compound, and
observations that are kept only once somebody asked for them.
"""

import copy
from typing import NamedTuple

from quantera.liquidity.dynamic_fee import FeeState, fee_of, rolled, traded
from quantera.liquidity.observations import Oracle
from quantera.liquidity.pool import Pool, require_range
from quantera.liquidity.refusal import Reason, require
from quantera.liquidity.state import Position
from quantera.liquidity.ticks import MAX_SQRT_PRICE, MIN_SQRT_PRICE, sqrt_price_at_tick
from quantera.liquidity.trades import Trade
from quantera.liquidity.words import MAX_INT128, MAX_UINT128, Q96, multiply_divide_down, wrapped

LOWEST_LIMIT, HIGHEST_LIMIT = MIN_SQRT_PRICE + 1, MAX_SQRT_PRICE - 1
"""Where a swap stops that names no limit."""


class Place(NamedTuple):
    """Where a position is.

    Attributes:
        lower: tick where its range begins.
        upper: tick where it ends.
        added_at: second in which liquidity was last added.
    """

    lower: int
    upper: int
    added_at: int


class LivePool:
    """A pool as the contract keeps it; amounts and prices as in `Pool`, times in Unix seconds.

    Attributes:
        pool: the arithmetic.
        fees: what a dynamic fee remembers; none in a static pool.
        observed: whether observations are kept.
        places: where each position is, by name.
        youth: seconds after an addition in which a position's fees are not its own yet.
    """

    def __init__(
        self, level: int, spacing: int, sqrt_price: int, time: int, *, dynamic: bool = False
    ) -> None:
        self.pool = Pool(level, spacing)
        self.pool.initialize(sqrt_price, time)
        self.fees = FeeState() if dynamic else None
        self.observed = False
        self.places: dict[bytes, Place] = {}
        self.youth = 0

    def fee(self, *, a_for_b: bool, time: int) -> int:
        """Fee of the next swap, in millionths."""
        level = self.pool.fee
        if self.fees is None:
            return level
        return fee_of(rolled(self.fees, level, time), level, up=not a_for_b, now=time)

    def quote(
        self, *, a_for_b: bool, amount: int, limit: int, time: int, fee: int | None = None
    ) -> Trade:
        """What `swap` would do, without doing it.

        Raises:
            PoolRefusal: as `swap`.
        """
        return self.pool.quote(
            zero_for_one=a_for_b,
            amount=amount,
            limit=limit or (LOWEST_LIMIT if a_for_b else HIGHEST_LIMIT),
            fee=self.fee(a_for_b=a_for_b, time=time) if fee is None else fee,
        )

    def swap(
        self, *, a_for_b: bool, amount: int, limit: int, time: int, fee: int | None = None
    ) -> Trade:
        """Trade: `amount` enters, or, negative, leaves; a limit of zero is none.

        Args:
            a_for_b: A enters.
            amount: units.
            limit: square root of price at which to stop.
            time: now.
            fee: in millionths, where it is known; the pool's own next fee otherwise.

        Raises:
            PoolRefusal: as `Pool.swap`.
        """
        before = self.pool.tick
        trade = self.pool.swap(
            zero_for_one=a_for_b,
            amount=amount,
            limit=limit or (LOWEST_LIMIT if a_for_b else HIGHEST_LIMIT),
            time=time,
            fee=self.fee(a_for_b=a_for_b, time=time) if fee is None else fee,
        )
        if self.fees is not None:
            self.fees = traded(rolled(self.fees, self.pool.fee, time), trade.tick - before)
        return trade

    def grow(self, wanted: int, time: int) -> None:
        """Ask for a ring of so many observations; the first request starts it."""
        if wanted and not self.observed:
            self.observed = True
            self.pool.oracle = Oracle()
            self.pool.oracle.initialize(time)
        self.pool.oracle.grow(wanted)

    def position(self, name: bytes) -> Position:
        """A position's record; an empty one where there is none."""
        place = self.places.get(name)
        if place is None:
            return Position()
        return self.pool.positions[name, place.lower, place.upper]

    def enter(
        self, name: bytes, lower: int, upper: int, liquidity: int, time: int
    ) -> tuple[int, int]:
        """Add liquidity; units that must enter.

        Raises:
            PoolRefusal: as `Pool.mint`.
        """
        same = name in self.places and self.places[name][:2] == (lower, upper)
        young, before = same and self.young(name, time), copy.copy(self.position(name))
        paid = self.pool.mint(name, lower, upper, liquidity, time)
        self.places[name] = Place(lower, upper, time)
        if young:
            record = self.position(name)
            earned0, earned1 = record.owed0 - before.owed0, record.owed1 - before.owed1
            record.fee0_inside = _less(record.fee0_inside, earned0, record.liquidity)
            record.fee1_inside = _less(record.fee1_inside, earned1, record.liquidity)
            record.owed0, record.owed1 = before.owed0, before.owed1
        return paid

    def leave(self, name: bytes, liquidity: int, time: int) -> tuple[int, int]:
        """Take liquidity out and bring fees up to date; all of it is then owed to the position.

        Raises:
            PoolRefusal: as `Pool.burn`.
            KeyError: there is no such position.
        """
        place = self.places[name]
        before = copy.copy(self.position(name))
        amounts = self.pool.burn(name, place.lower, place.upper, liquidity, time)
        if self.young(name, time):
            # Its fees stay in growth, where they are not its own yet.
            record = self.position(name)
            record.fee0_inside, record.fee1_inside = before.fee0_inside, before.fee1_inside
            record.owed0, record.owed1 = before.owed0, before.owed1
            record.owe(*amounts)
        return amounts

    def young(self, name: bytes, time: int) -> bool:
        """Whether a position was added to less than the pool's period ago."""
        return time - self.places[name].added_at < self.youth

    def share(self, amount_a: int, amount_b: int, *, to_protocol: bool = False) -> None:
        """Give units that the pool holds to the providers in range, or to the protocol."""
        pool = self.pool
        if to_protocol or not pool.liquidity:
            pool.protocol_fees0 += amount_a
            pool.protocol_fees1 += amount_b
            return
        pool.fee_growth0 = _more(pool.fee_growth0, amount_a, pool.liquidity)
        pool.fee_growth1 = _more(pool.fee_growth1, amount_b, pool.liquidity)

    def collect(self, name: bytes, most_a: int, most_b: int) -> tuple[int, int]:
        """Pay what is owed.

        Raises:
            KeyError: there is no such position.
        """
        place = self.places[name]
        return self.pool.collect(name, place.lower, place.upper, most_a, most_b)

    def end(self, name: bytes) -> None:
        """Forget a position."""
        place = self.places.pop(name)
        del self.pool.positions[name, place.lower, place.upper]

    def pending(self, name: bytes) -> tuple[int, int]:
        """What a position could collect now, with its fees up to this moment."""
        place = self.places[name]
        record = copy.copy(self.position(name))
        if record.liquidity:
            record.settle(0, *self.pool.fee_growth_inside(place.lower, place.upper))
        return record.owed0, record.owed1

    def move(
        self,
        name: bytes,
        range_: tuple[int, int],
        liquidity: int,
        time: int,
        *,
        new_name: bytes | None = None,
    ) -> tuple[int, int, int]:
        """Take all out of a position and put it into another range.

        Args:
            name: the position.
            range_: ticks where the new range begins and ends.
            liquidity: in the new range, or 0 for as much as the position pays for.
            time: now.
            new_name: its name in the new range; a token keeps its own.

        Returns:
            Liquidity in the new range, and the change of units of A and B: positive what enters.

        Raises:
            PoolRefusal: as `Pool.burn` and `Pool.mint`.
            KeyError: there is no such position.
        """
        lower, upper = range_
        require_range(lower, upper)
        new_name = name if new_name is None else new_name
        old = self.places[name]
        held = self.position(name).liquidity
        require(held > 0, Reason.NO_LIQUIDITY_GIVEN)
        self.leave(name, held, time)
        due = self.collect(name, MAX_UINT128, MAX_UINT128)
        if not liquidity:
            liquidity = liquidity_for(self.pool.sqrt_price, lower, upper, *due)
        paid = self.enter(new_name, lower, upper, liquidity, time)
        if name == new_name and (old.lower, old.upper) != (lower, upper):
            del self.pool.positions[name, old.lower, old.upper]
        return liquidity, paid[0] - due[0], paid[1] - due[1]

    def compound(self, name: bytes, time: int) -> tuple[int, int, int]:
        """Put what is owed to a position, with its fees, into its range.

        Returns:
            Liquidity that was added, and the units of A and B that went in.

        Raises:
            PoolRefusal: it pays for no liquidity.
            KeyError: there is no such position.
        """
        place = self.places[name]
        if self.position(name).liquidity:
            self.leave(name, 0, time)
        record = self.position(name)
        liquidity = liquidity_for(
            self.pool.sqrt_price, place.lower, place.upper, record.owed0, record.owed1
        )
        paid = self.enter(name, place.lower, place.upper, liquidity, time)
        self.collect(name, *paid)
        return liquidity, *paid


def liquidity_for(sqrt_price: int, lower: int, upper: int, amount_a: int, amount_b: int) -> int:
    """Most liquidity of a range that amounts pay for at a price, rounded down.

    Source: inverse of section 6.2.1 of "Uniswap v3 Core" (2021); rounded as the contract does it.

    Raises:
        PoolRefusal: a number leaves its type.
    """
    low, high = sqrt_price_at_tick(lower), sqrt_price_at_tick(upper)
    amount_a, amount_b = min(amount_a, MAX_UINT128), min(amount_b, MAX_UINT128)
    found = []
    if sqrt_price < high:
        start = max(sqrt_price, low)
        product = multiply_divide_down(start, high, Q96)
        found.append(multiply_divide_down(amount_a, product, high - start))
    if sqrt_price > low:
        found.append(multiply_divide_down(amount_b, Q96, min(sqrt_price, high) - low))
    return min(*found, MAX_INT128)


def _more(growth: int, amount: int, liquidity: int) -> int:
    return wrapped(growth + (amount << 128) // liquidity, 256)


def _less(growth: int, amount: int, liquidity: int) -> int:
    return wrapped(growth - (amount << 128) // liquidity, 256)

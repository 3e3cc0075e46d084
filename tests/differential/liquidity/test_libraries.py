"""The arithmetic below the pools, at its edges: v4-core's libraries as we use them, and our own.

The twin is the standard; the traces beside this file hold it against Uniswap v3's bytecode.
Amounts are taken around the bounds below which the short forms of `SwapStep` are used.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

import pytest

from quantera.evm import Contract, MemoryChain, Reverted
from quantera.liquidity import words
from quantera.liquidity.bitmap import TickBitmap
from quantera.liquidity.live import liquidity_for
from quantera.liquidity.observations import Oracle
from quantera.liquidity.pool import Pool
from quantera.liquidity.prices import (
    amount0_between,
    amount1_between,
    price_after_input,
    price_after_output,
)
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.state import Position
from quantera.liquidity.steps import swap_step
from quantera.liquidity.ticks import (
    MAX_SQRT_PRICE,
    MAX_TICK,
    MIN_SQRT_PRICE,
    MIN_TICK,
    max_liquidity_per_tick,
    sqrt_price_at_tick,
    tick_at_sqrt_price,
)
from quantera.liquidity.words import MAX_INT256, MAX_UINT128, MAX_UINT256, Q96

FEES = (0, 1, 500, 3000, 999_999)
LIQUIDITIES = (0, 1, 10**6, 10**18, 1 << 96, max_liquidity_per_tick(1), MAX_UINT128)
PRICES = tuple(
    sorted(
        {
            MIN_SQRT_PRICE,
            MIN_SQRT_PRICE + 1,
            sqrt_price_at_tick(-200_000),
            Q96 - 1,
            Q96,
            Q96 + 1,
            sqrt_price_at_tick(1),
            sqrt_price_at_tick(200_000),
            1 << 128,
            (1 << 128) + 1,
            MAX_SQRT_PRICE - 1,
        }
    )
)
PIPS = 1_000_000
STRIDE = 3
"""Of the table of steps, one row in so many is worked out."""


def around(*bounds: int, least: int = 0, most: int = MAX_UINT256) -> list[int]:
    """One below, at, and one above each."""
    found = {bound + change for bound in bounds for change in (-1, 0, 1)}
    return sorted(value for value in found if least <= value <= most)


AMOUNTS = around(1, 1000, Q96, 1 << 128, 1 << 236, MAX_INT256 - 1, most=MAX_INT256)
TICKS = around(
    MIN_TICK, -500_000, -65_536, -256, 0, 1, 255, 65_535, 500_000, MAX_TICK, least=MIN_TICK
)


def answer(does: Callable[[], Any]) -> Any:
    """What it gives, or nothing where it is refused."""
    try:
        return does()
    except (PoolRefusal, Reverted):
        return None


Computation = Callable[..., Any]


def alike(rows: Iterable[tuple[Any, ...]], ours: Computation, twin: Computation) -> int:
    """Holds both against each other on every row; how many were not refused."""
    answered = 0
    for row in rows:
        expected = answer(lambda: twin(*row))  # noqa: B023
        found = answer(lambda: ours(*row))  # noqa: B023
        assert found == expected, (row, found, expected)
        answered += found is not None
    return answered


@pytest.fixture(scope="module")
def probe() -> Contract:
    return MemoryChain().deploy("PoolMathProbe")


def test_prices_of_ticks(probe: Contract) -> None:
    rows = [(tick,) for tick in (*TICKS, MAX_TICK + 1, MIN_TICK - 1)]
    rows += [(sign << bit,) for bit in range(20) for sign in (-1, 1)]
    assert alike(rows, probe.priceAt, sqrt_price_at_tick) == len(rows) - 3


def test_ticks_of_prices(probe: Contract) -> None:
    """At each tick's price and beside it, and at every power of two."""
    prices = [sqrt_price_at_tick(tick) for tick in TICKS if tick <= MAX_TICK]
    bits = [1 << bit for bit in range(32, 160)]
    rows = [(price,) for price in around(*prices, *bits, MAX_SQRT_PRICE, most=(1 << 160) - 1)]
    assert alike(rows, probe.tickAt, tick_at_sqrt_price) > 400


def test_amounts_between_prices(probe: Contract) -> None:
    rows = list(product(PRICES, PRICES, LIQUIDITIES, (True, False)))
    for ours, twin in ((probe.amountA, amount0_between), (probe.amountB, amount1_between)):

        def both(one: int, other: int, size: int, up: bool, twin: Any = twin) -> int:
            found: int = twin(one, other, size, up=up)
            return found

        assert alike(rows, ours, both) > len(rows) // 2


def test_sides_of_a_step(probe: Contract) -> None:
    """What enters is rounded up and what leaves down, also by the forms of 256 bits alone."""
    pairs = [(one, other) for one, other in product(PRICES, PRICES) if one != other]
    rows = [(one > other, one, other, size) for (one, other), size in product(pairs, LIQUIDITIES)]

    def entering(a_for_b: bool, one: int, other: int, size: int) -> int:
        between = amount0_between if a_for_b else amount1_between
        return between(one, other, size, up=True)

    def leaving(a_for_b: bool, one: int, other: int, size: int) -> int:
        between = amount1_between if a_for_b else amount0_between
        return between(one, other, size, up=False)

    assert alike(rows, probe.inputUp, entering) == len(rows)
    assert alike(rows, probe.outputDown, leaving) == len(rows)


def test_prices_after_amounts(probe: Contract) -> None:
    rows = list(product(PRICES, LIQUIDITIES, AMOUNTS, (True, False)))
    for ours, twin in (
        (probe.afterInput, price_after_input),
        (probe.afterOutput, price_after_output),
    ):

        def both(price: int, size: int, amount: int, down: bool, twin: Any = twin) -> int:
            found: int = twin(price, size, amount, zero_for_one=down)
            return found

        assert alike(rows, ours, both) > len(rows) // 8


def test_input_without_its_fee(probe: Contract) -> None:
    amounts = around(0, 1, Q96, 1 << 128, 1 << 236, MAX_INT256, MAX_UINT256)

    def twin(amount: int, fee: int) -> int:
        return amount * (PIPS - fee) // PIPS

    assert alike(product(amounts, FEES), probe.withoutFeeDown, twin) == len(amounts) * len(FEES)


def steps() -> Iterator[tuple[int, int, int, int, int, bool, int]]:
    """Price, limit, liquidity, border, remaining, direction and fee."""
    for price, size, fee in product(PRICES, LIQUIDITIES, FEES):
        tick = tick_at_sqrt_price(price)
        for down, apart in product((True, False), (1, 60, 15_360, 600_000)):
            border = max(MIN_TICK, tick - apart) if down else min(MAX_TICK, tick + 1 + apart)
            at = sqrt_price_at_tick(border)
            if at == price:
                continue
            for amount in (1, 1000, Q96 - 1, Q96, 1 << 128, (1 << 236) - 1, 1 << 236, 1 << 250):
                for remaining in (amount, -amount):
                    limits = ((at + price) // 2, at) if amount == 1000 else (at,)
                    for limit in limits:
                        if limit != price:
                            yield price, limit, size, border, remaining, down, fee


def test_steps(probe: Contract) -> None:
    def twin(*row: Any) -> tuple[int, bool, int, int, int]:
        price, limit, size, border, remaining, down, fee = row
        at = sqrt_price_at_tick(border)
        target = max(at, limit) if down else min(at, limit)
        found = swap_step(price, target, size, remaining, fee)
        return found.price, found.price == at, found.amount_in, found.amount_out, found.fee

    rows = [row for place, row in enumerate(steps()) if place % STRIDE == 0]
    assert alike(rows, probe.step, twin) > len(rows) // 2


def test_a_short_step_is_the_same_step(probe: Contract) -> None:
    """`staying` answers only where the whole step ends short of border and limit, and alike."""
    stayed = 0
    for price, size, down in product(PRICES, LIQUIDITIES, (True, False)):
        tick = tick_at_sqrt_price(price)
        for apart, limit_apart in product((0, 1, 60, 15_360), (0, 1, 40)):
            border = max(MIN_TICK, tick - apart) if down else min(MAX_TICK, tick + 1 + apart)
            limit = sqrt_price_at_tick(
                max(MIN_TICK, border - limit_apart) if down else min(MAX_TICK, border + limit_apart)
            )
            at = sqrt_price_at_tick(border)
            if price in {at, limit}:
                continue
            to_border = (amount0_between if down else amount1_between)(price, at, size, up=True)
            for amount in {1, 1000, to_border // 2, *around(to_border), Q96 - 1, Q96}:
                if not 0 < amount <= MAX_INT256:
                    continue
                asked = (price, limit, size, tick, border, amount, down)
                reached, place = probe.staying(*asked)
                if reached == 0:
                    continue
                stayed += 1
                target = max(at, limit) if down else min(at, limit)
                whole = swap_step(price, target, size, amount, 0)
                assert (reached, place) == (whole.price, tick_at_sqrt_price(whole.price)), asked
                assert reached not in (at, limit), asked
    assert stayed > 200


def test_growth_and_what_is_earned(probe: Contract) -> None:
    fees = around(0, 1, Q96, 1 << 128, 1 << 200, MAX_UINT128)
    sizes = [size for size in LIQUIDITIES if size]

    def growth(fee: int, size: int) -> int:
        return words.multiply_divide_down(fee, words.Q128, size)

    assert alike(product(fees, sizes), probe.growthDown, growth) > 50
    growths = around(0, 1, 1 << 128, 1 << 192, MAX_UINT256)

    def earned(inside: int, last: int, size: int) -> int:
        position = Position(liquidity=size, fee0_inside=last)
        position.settle(0, inside, 0)
        return position.owed0

    rows = product(growths, growths, sizes)
    assert alike(rows, probe.earnedDown, earned) > 300


def test_most_liquidity_of_a_tick(probe: Contract) -> None:
    spacings = [(spacing,) for spacing in (1, 2, 10, 60, 200, 887, 16_382, 16_383)]
    assert alike(spacings, probe.mostPerTickDown, max_liquidity_per_tick) == len(spacings)


ENDS = ((MIN_TICK, MIN_TICK + 1), (MAX_TICK - 1, MAX_TICK))
RANGES = ((MIN_TICK, MAX_TICK), *ENDS, (-60, 60), (0, 1))


def test_worth_of_liquidity(probe: Contract) -> None:
    """The price at each end of a range, beside it, and, come down to it, with the tick below."""
    deltas = [sign * size for size in (1, 10**18, max_liquidity_per_tick(1)) for sign in (1, -1)]

    def twin(price: int, tick: int, lower: int, upper: int, delta: int) -> tuple[int, int]:
        pool = Pool(0, 1)
        pool.sqrt_price, pool.tick = price, tick
        found = pool.amounts(lower, upper, delta)
        return abs(found[0]), abs(found[1])

    places = [(price, tick_at_sqrt_price(price)) for price in PRICES]
    for tick in (-60, 60, 0, 1):
        places += [(sqrt_price_at_tick(tick), tick), (sqrt_price_at_tick(tick), tick - 1)]
    rows = [(*place, *ends, delta) for place, ends, delta in product(places, RANGES, deltas)]
    assert alike(rows, probe.amounts, twin) > len(rows) // 2


def test_liquidity_of_amounts(probe: Contract) -> None:
    """And adding it never costs more than the amounts."""
    sizes = (0, 1, 10**18, Q96, MAX_UINT128 - 1, MAX_UINT128, 1 << 128, MAX_UINT256)

    def twin(price: int, lower: int, upper: int, of_a: int, of_b: int) -> int:
        found = liquidity_for(price, lower, upper, of_a, of_b)
        pool = Pool(0, 1)
        pool.sqrt_price, pool.tick = price, tick_at_sqrt_price(price)
        costs = answer(lambda: pool.amounts(lower, upper, found))
        # Some ranges hold so much of so little that what they cost leaves its type.
        assert costs is None or (costs[0] <= of_a and costs[1] <= of_b)
        return found

    pairs = list(product(sizes, sizes))
    rows = [(price, *ends, *pair) for price, ends, pair in product(PRICES, RANGES, pairs)]
    assert alike(rows, probe.mostDown, twin) > len(rows) // 2


def test_next_ticks_of_a_word(probe: Contract) -> None:
    chain = probe.chain
    for spacing in (1, 10, 60, 16_383):
        with chain.rollback():
            twin = TickBitmap(spacing)
            last = MAX_TICK // spacing
            for place in (-last, -257, -256, -255, -1, 0, 255, 256, 300, last):
                if abs(place) <= last:
                    probe.flip(place * spacing, spacing, sender=chain.actor("user"))
                    twin.flip(place * spacing)
            starts = around(*(bit * spacing for bit in (-512, -256, -1, 0, 1, 255, 256, 300)))
            starts += around(-256 * spacing, -spacing, -1, least=-MAX_TICK)
            starts += [MIN_TICK, MAX_TICK, -last * spacing, last * spacing]
            starts = [max(MIN_TICK, min(MAX_TICK, start)) for start in starts]
            rows = list(product(starts, (True, False)))
            answered = alike(
                rows,
                lambda start, down: tuple(probe.next(start, spacing, down)),  # noqa: B023
                lambda start, down: twin.next_within_word(start, down=down),  # noqa: B023
            )
            assert answered == len(rows)


@pytest.mark.parametrize("beginning", [1_800_000_000, (1 << 32) - 700, (1 << 33) - 3])
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_oracle(beginning: int, size: int) -> None:
    """Rings of all sizes, half full, full and gone round, and a clock that passes 2 ** 32."""
    chain = MemoryChain(timestamp=beginning)
    user = chain.actor("user")
    probe, twin = chain.deploy("ObservationProbe"), Oracle()
    probe.grow(1, sender=user)
    twin.initialize(beginning)
    tick, liquidity = 0, 0
    history = (
        (MAX_TICK, 0, 1),
        (MIN_TICK, MAX_UINT128, 12),
        (-1, 1, 0),
        (7, 10**18, 600),
        (-7, 10**18, 13),
        (3, 5, 100_000),
        (MIN_TICK, 1, 1),
        (MAX_TICK, 3, 2),
    )
    for place, (then, size_then, seconds) in enumerate(history):
        if place == 2:
            probe.grow(size, sender=user)
            twin.grow(size)
        chain.advance(seconds)
        now = chain.timestamp
        agos = around(0, 1, 2, 12, 13, 600, 700, 100_000, 100_600, 100_700, most=(1 << 32) - 1)
        rows = [(ago,) for ago in (*agos, seconds, (1 << 32) - 1)]
        answered = alike(
            rows,
            lambda ago: tuple(probe.at(ago))[1:],
            lambda ago: twin.observe(now, ago, tick, liquidity),  # noqa: B023
        )
        assert answered
        probe.write(then, size_then, sender=user)
        twin.write(now, tick, liquidity)
        tick, liquidity = then, size_then


@pytest.mark.parametrize(("tick", "window"), [(5, 1), (-5, 3), (MIN_TICK, 7), (MAX_TICK, 12)])
def test_mean_ticks_are_rounded_down(tick: int, window: int) -> None:
    chain = MemoryChain()
    user = chain.actor("user")
    probe = chain.deploy("ObservationProbe")
    probe.grow(3, sender=user)
    twin = Oracle()
    twin.initialize(chain.timestamp)
    twin.grow(3)
    chain.advance(30)
    probe.write(tick, 1, sender=user)
    twin.write(chain.timestamp, 0, 0)
    chain.advance(window - window // 2)
    now = chain.timestamp
    sums = [twin.observe(now, ago, tick, 1)[0] for ago in (0, window)]
    assert probe.meanTickDown(window) == (sums[0] - sums[1]) // window

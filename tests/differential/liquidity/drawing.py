"""Random traces: plausible operations, the edges of each, and some that must be refused."""

import random
from dataclasses import dataclass, field

from quantera.liquidity.ticks import (
    MAX_SQRT_PRICE,
    MAX_TICK,
    MIN_SQRT_PRICE,
    MIN_TICK,
    max_liquidity_per_tick,
    sqrt_price_at_tick,
)
from tests.differential.liquidity import operations as op
from tests.differential.liquidity.operations import Key, Layout, Operation
from tests.differential.liquidity.twin_pool import TwinPool

TIERS = ((100, 1), (500, 10), (3000, 60), (10000, 200))
"""Fees in millionths with their tick spacings."""
OBSERVATIONS = 6
REACH = 50_000
"""Ticks that a swap may go through in the finest pool."""


@dataclass
class Trace:
    """Draws the operations of one trace; the twin tells where the price is."""

    seed: int
    fee: int = 0
    spacing: int = 0
    layout: Layout = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.fee, self.spacing = self.random.choice(TIERS)
        spacing = self.spacing
        lowest, highest = -(MAX_TICK // spacing), MAX_TICK // spacing
        centre = self.random.choice((0, -3, 128, 255, -257, self.random.randint(-2000, 2000)))
        if self.random.random() < 0.15:
            centre = self.random.choice((lowest + 3, highest - 4))
        self.centre = centre * spacing + self.random.choice((0, self.random.randrange(spacing)))
        offsets = self.random.sample((-300, -40, -9, -4, -2, -1, 0, 1, 2, 3, 5, 11, 60, 280), 8)
        near = {max(lowest, min(highest, centre + offset)) for offset in offsets}
        ticks = sorted(tick * spacing for tick in near | {lowest, highest})
        ranges = [(low, high) for low in ticks for high in ticks if low < high]
        chosen = self.random.sample(ranges, 5)
        self.keys: list[Key] = [(self.random.choice("ab"), *each) for each in chosen]
        self.layout = Layout(
            tuple(ticks),
            tuple(dict.fromkeys(self.keys)),
            tuple(sorted({tick // spacing >> 8 for tick in ticks})),
            OBSERVATIONS,
        )

    def draw(self, step: int, twin: TwinPool) -> Operation:
        """The next operation."""
        if step == 0 and self.random.random() < 0.9:
            return self._initialize()
        if step < 4 and self.random.random() < 0.8:
            return self._mint(twin)
        kinds = {
            self._swap: 40,
            self._mint: 14,
            self._burn: 12,
            self._collect: 8,
            self._wait: 10,
            self._shares: 3,
            self._protocol: 4,
            self._grow: 3,
            self._observe: 5,
            self._initialize: 1,
        }
        kind = self.random.choices(list(kinds), list(kinds.values()))[0]
        return kind(twin)

    def _magnitude(self, most_bits: int) -> int:
        return self.random.getrandbits(self.random.randint(1, most_bits)) or 1

    def _initialize(self, _twin: TwinPool | None = None) -> Operation:
        if self.random.random() < 0.04:
            return op.Initialize(
                self.random.choice((0, MIN_SQRT_PRICE - 1, MIN_SQRT_PRICE, MAX_SQRT_PRICE))
            )
        tick = max(MIN_TICK, min(MAX_TICK - 1, self.centre))
        low, high = sqrt_price_at_tick(tick), sqrt_price_at_tick(tick + 1)
        return op.Initialize(self.random.choice((low, high - 1, self.random.randrange(low, high))))

    def _mint(self, _twin: TwinPool) -> Operation:
        key = self.random.choice(self.keys)
        if self.random.random() < 0.05:
            owner, low, high = key
            key = self.random.choice(
                [
                    (owner, high, low),
                    (owner, low, low),
                    (owner, low - 1, high),
                    (owner, low, MAX_TICK + 1),
                ]
            )
        most = max_liquidity_per_tick(self.spacing)
        if self.random.random() < 0.04:
            return op.Mint(key, self.random.choice((0, most, most + 1, (1 << 128) - 1)))
        return op.Mint(key, self._magnitude(100))

    def _burn(self, twin: TwinPool) -> Operation:
        key = self.random.choice(self.keys)
        position = twin.pool.positions.get(key)
        held = position.liquidity if position else 0
        choices = [0, held, held // 2, held + 1, self._magnitude(90)]
        return op.Burn(key, self.random.choices(choices, (3, 4, 4, 1, 1))[0])

    def _collect(self, _twin: TwinPool) -> Operation:
        most = (1 << 128) - 1
        key = self.random.choice(self.keys)
        choices = (most, self._magnitude(60), 0)
        return op.Collect(
            key,
            self.random.choices(choices, (6, 2, 1))[0],
            self.random.choices(choices, (6, 2, 1))[0],
        )

    def _swap(self, twin: TwinPool) -> Operation:
        down = self.random.random() < 0.5
        amount = self._magnitude(self.random.choice((20, 70, 100, 128, 200)))
        if self.random.random() < 0.02:
            amount = self.random.choice((0, (1 << 255) - 1))
        if self.random.random() < 0.35:
            amount = -amount
        return op.Swap(down, amount, self._limit(twin, down=down))

    def _limit(self, twin: TwinPool, *, down: bool) -> int:
        price, tick = twin.pool.sqrt_price, twin.pool.tick
        far = MIN_SQRT_PRICE + 1 if down else MAX_SQRT_PRICE - 1
        if self.spacing == 1:
            # Across all the words of so fine a pool a swap needs more gas than a transaction has.
            reach = tick - REACH if down else tick + REACH
            far = sqrt_price_at_tick(max(MIN_TICK + 1, min(MAX_TICK - 1, reach)))
        chance = self.random.random()
        if chance < 0.3 or not price:
            return far
        if chance < 0.35:
            return self.random.choice((far - 1, far + 1, price, price + 1, price - 1))
        away = self.random.choice((1, self.spacing, 7 * self.spacing, 40 * self.spacing))
        at = max(MIN_TICK, min(MAX_TICK, tick - away if down else tick + 1 + away))
        beyond = [each for each in self.layout.ticks if (each < tick if down else each > tick + 1)]
        if beyond and chance < 0.75:
            at = self.random.choice(beyond)
        limit = sqrt_price_at_tick(at) + self.random.choice((0, 0, 1, -1))
        return max(limit, far) if down else min(limit, far)

    def _wait(self, _twin: TwinPool) -> Operation:
        return op.Wait(self.random.choice((1, 1, 12, 13, 600, 1 << 20, 1 << 31)))

    def _shares(self, _twin: TwinPool) -> Operation:
        choices = (0, 4, 7, 10, 3, 11)
        return op.SetProtocolShares(*self.random.choices(choices, (4, 4, 4, 4, 1, 1), k=2))

    def _protocol(self, _twin: TwinPool) -> Operation:
        most = (1 << 128) - 1
        return op.CollectProtocol(
            self.random.choice((most, self._magnitude(40), 0)),
            self.random.choice((most, self._magnitude(40), 0)),
        )

    def _grow(self, _twin: TwinPool) -> Operation:
        return op.Grow(self.random.choice((1, 2, 3, 5)))

    def _observe(self, _twin: TwinPool) -> Operation:
        choices = (0, 1, 5, 7, 11, 12, 30, 599, 600, 5000)
        return op.Observe(tuple(self.random.choices(choices, k=self.random.randint(0, 3))))

"""A recorded day's flow through the twin: static fee against dynamic at the same mean quote.

Every recorded swap offers its input to a full-range pool of the recorded depth; after the last swap
of a block an arbitrageur moves the pool to the recorded close as far as the fee lets it pay. Flow
that was arbitrage on the day is offered again whatever the fee, so what arbitrage takes is told
apart, by `accounting` on the day's closes. Values are in units of token 1 at the block's close.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from quantera.liquidity.accounting import Account, Comparison, compare, nearest_mean
from quantera.liquidity.dynamic_fee import POLICY, FeeState, Policy, fee_of, rolled, traded
from quantera.liquidity.events import TIERS, PoolEvent, recorded
from quantera.liquidity.paths import blocks
from quantera.liquidity.pool import Pool
from quantera.liquidity.ticks import MAX_SQRT_PRICE, MAX_TICK, MIN_SQRT_PRICE

_UNLIMITED = 1 << 200
"""Input of the arbitrageur, who stops at a price."""


@dataclass
class Course:
    """What a policy did in the day, in units of token 1.

    Attributes:
        mean_fee: mean over blocks and both directions of the quote, millionths.
        fees: paid by everybody.
        lvr: what all trades took before fees, at the close of their block.
        started: value of the position at the first price.
        held: value at the last price of what the position began with.
        ended: value at the last price of the position, without fees.
        seconds: of each block.
        quotes_up: fee for buying token 0 at each block, millionths.
        quotes_down: fee for selling it.
        gains: fees less LVR, summed to each block.
    """

    mean_fee: float = 0
    fees: float = 0
    lvr: float = 0
    started: float = 0
    held: float = 0
    ended: float = 0
    seconds: list[int] = field(default_factory=list)
    quotes_up: list[int] = field(default_factory=list)
    quotes_down: list[int] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)

    @property
    def lp_return(self) -> float:
        """Of the position with its fees, over what it would be worth had it been held."""
        return (self.ended + self.fees) / self.held - 1


@dataclass(frozen=True)
class Backtest:
    """Both policies on one day."""

    tier: str
    static: Course
    dynamic: Course
    arbitrage: Comparison

    def lines(self) -> list[str]:
        """The comparison, for reading."""
        found = [
            f"pool {self.tier}, arbitrage alone: net loss {self.arbitrage.change:+.1%} with the "
            f"dynamic fee ({_told(self.arbitrage.static)} -> {_told(self.arbitrage.dynamic)})"
        ]
        for name, course in (("static", self.static), ("dynamic", self.dynamic)):
            bp = 10_000 / course.started
            found.append(
                f"  recorded flow, {name}: mean fee {course.mean_fee / 100:.2f} bp; of the "
                f"position's value, in bp: fees {course.fees * bp:.3f}, LVR {course.lvr * bp:.3f}, "
                f"return over holding {course.lp_return * 10_000:+.3f}"
            )
        return found


def _told(account: Account) -> str:
    parts = (account.lvr, account.fees, account.net_loss)
    lvr, fees, net = (f"{part * 10_000:.3f}" for part in parts)
    return f"LVR {lvr} - fees {fees} = {net} bp"


class _Player:
    """One policy at work on one pool."""

    def __init__(self, events: Sequence[PoolEvent], level: int, spacing: int) -> None:
        self.level = level
        self.pool = Pool(level, spacing)
        self.course = Course()
        self.state: FeeState | None = None
        self.policy = POLICY
        bound = MAX_TICK // spacing * spacing
        liquidity = int(statistics.median(event.liquidity for event in events))
        self.pool.initialize(events[0].sqrt_price, 0)
        self.started = self.pool.mint("lp", -bound, bound, liquidity, 0)

    def quotes(self, time: int) -> tuple[int, int]:
        """Fees up and down for the block at `time`."""
        if self.state is None:
            return self.level, self.level
        self.state = rolled(self.state, self.level, time, self.policy)
        up, down = (
            fee_of(self.state, self.level, up=way, now=time, policy=self.policy)
            for way in (True, False)
        )
        return up, down

    def trade(self, *, down: bool, amount: int, limit: int, fee: int, price: float) -> None:
        """Swap, and book fee and loss at `price` (token 1 per token 0)."""
        pool = self.pool
        tick = pool.tick
        done = pool.swap(zero_for_one=down, amount=amount, limit=limit, time=0, fee=fee)
        paid = done.paid_fee * (price if down else 1.0)
        self.course.fees += paid
        self.course.lvr -= done.amount0 * price + done.amount1 - paid
        if self.state is not None:
            self.state = traded(self.state, pool.tick - tick)

    def arbitrage(self, close: int, up: int, down: int, price: float) -> None:
        """Move the pool to the close as far as it pays."""
        ceiling = int(close / math.sqrt(1 - down * 1e-6))
        floor = int(close * math.sqrt(1 - up * 1e-6))
        if self.pool.sqrt_price > ceiling:
            self.trade(down=True, amount=_UNLIMITED, limit=ceiling, fee=down, price=price)
        elif self.pool.sqrt_price < floor:
            self.trade(down=False, amount=_UNLIMITED, limit=floor, fee=up, price=price)


def play(tier: str, level: int, policy: Policy | None) -> Course:
    """A day under one policy; none is a static fee of `level` millionths.

    Raises:
        KeyError: that tier is not recorded.
    """
    events = [event for event in recorded(tier) if event.kind == "SWAP"]
    player = _Player(events, level, TIERS[tier][1])
    if policy is not None:
        player.state, player.policy = FeeState(), policy
    course, pool = player.course, player.pool
    price = _price(events[0].sqrt_price)
    course.started = player.started[0] * price + player.started[1]
    for time, block in groupby(events, key=lambda event: event.time):
        swaps = list(block)
        close = swaps[-1].sqrt_price
        price = _price(close)
        up, down = player.quotes(time)
        for swap in swaps:
            selling = swap.amount0 > 0
            player.trade(
                down=selling,
                amount=max(swap.amount0, swap.amount1),
                limit=MIN_SQRT_PRICE + 1 if selling else MAX_SQRT_PRICE - 1,
                fee=down if selling else up,
                price=price,
            )
        player.arbitrage(close, up, down, price)
        course.seconds.append(time)
        course.quotes_up.append(up)
        course.quotes_down.append(down)
        course.gains.append(course.fees - course.lvr)
    course.mean_fee = statistics.fmean(course.quotes_up + course.quotes_down)
    (_, lower, upper), position = next(iter(pool.positions.items()))
    amounts = pool.burn("lp", lower, upper, position.liquidity, 0)
    course.held = player.started[0] * price + player.started[1]
    course.ended = amounts[0] * price + amounts[1]
    return course


def run(tier: str, target: int, policy: Policy = POLICY) -> Backtest:
    """Both policies, the dynamic one at the level whose mean quote is `target` millionths.

    Raises:
        KeyError: that tier is not recorded.
    """
    best = nearest_mean(target, lambda level: play(tier, level, policy))
    static = play(tier, round(best.mean_fee), None)
    return Backtest(tier, static, best, compare(blocks(tier), target, policy))


def _price(sqrt_price: int) -> float:
    """Token 1 per token 0."""
    return (sqrt_price / 2**96) ** 2

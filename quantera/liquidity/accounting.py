"""What arbitrage takes from liquidity providers: static fee against dynamic at the same mean fee.

`python -m quantera.liquidity.accounting` prints it. A full-range pool, one arbitrageur a block who
knows the price elsewhere and trades while it pays, no gas cost and nobody else. Loss versus
rebalancing (LVR; Milionis, Moallemi, Roughgarden, Zhang, arXiv 2208.06046) is what a trade takes at
that price, the net loss is LVR less the fees of those trades, and the mean fee is over blocks and
both directions, which is what uninformed flow is quoted.
"""

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from quantera.liquidity.dynamic_fee import (
    LOWEST_SHARE,
    POLICY,
    FeeState,
    Policy,
    fee_of,
    rolled,
    traded,
)
from quantera.liquidity.paths import CHOSEN_ON, HELD_BACK, TICK, Path, blocks, minutes, synthetic

TARGETS = (500, 3000)
"""Mean fees to compare at, in millionths."""
_ROUNDS = 7
_MATCHED = 0.002


class Account(NamedTuple):
    """Of one path under one policy; shares of the pool's value.

    Attributes:
        lvr: what the trades took before fees.
        fees: what they paid.
        mean_fee: mean of the quotes of both directions over blocks, millionths.
    """

    lvr: float
    fees: float
    mean_fee: float

    @property
    def net_loss(self) -> float:
        """LVR less fees."""
        return self.lvr - self.fees


class Comparison(NamedTuple):
    """Dynamic against static on one path."""

    static: Account
    dynamic: Account

    @property
    def change(self) -> float:
        """Of the net loss, as a fraction of the static one; negative is better."""
        return self.dynamic.net_loss / self.static.net_loss - 1


def account(path: Path, level: int, policy: Policy | None) -> Account:
    """Follow a path.

    Args:
        path: prices elsewhere, block by block; the pool begins at the first.
        level: the static fee, or the level of the dynamic one, in millionths.
        policy: none for a static fee.
    """
    pool, state = path[0].tick, FeeState()
    lvr = fees = quoted = 0.0
    up = down = level
    for time, price in path[1:]:
        if policy is not None:
            state = rolled(state, level, time, policy)
            up = fee_of(state, level, up=True, now=time, policy=policy)
            down = fee_of(state, level, up=False, now=time, policy=policy)
        quoted += (up + down) / 2
        ceiling = price - math.log1p(-down * 1e-6) / TICK
        floor = price + math.log1p(-up * 1e-6) / TICK
        after = min(max(pool, floor), ceiling)
        if after == pool:
            continue
        fee = (up if after > pool else down) * 1e-6
        # Square roots of price in units of the one elsewhere: reserves at it are x + y = 2.
        was, now = math.exp((pool - price) * TICK / 2), math.exp((after - price) * TICK / 2)
        token0, token1 = 1 / now - 1 / was, now - was
        lvr -= (token0 + token1) / 2
        fees += max(token0, token1) * fee / (1 - fee) / 2
        if policy is not None:
            state = traded(state, math.floor(after) - math.floor(pool))
        pool = after
    return Account(lvr, fees, quoted / (len(path) - 1))


class Quoting(Protocol):
    """What a policy did at a level, of which the mean quote is known."""

    @property
    def mean_fee(self) -> float:
        """Mean of the quotes, millionths."""
        ...


Outcome = TypeVar("Outcome", bound=Quoting)


def nearest_mean(target: int, at_level: Callable[[int], Outcome]) -> Outcome:
    """What a dynamic fee does at the level whose mean quote is nearest to a target.

    Levels are whole numbers, and only those that the search comes by are tried.

    Args:
        target: mean quote wanted, millionths.
        at_level: what the policy does at a level, millionths.
    """
    level = float(target)
    found = best = at_level(target)
    for _ in range(_ROUNDS):
        if abs(found.mean_fee / target - 1) < _MATCHED:
            break
        level *= target / found.mean_fee
        found = at_level(max(LOWEST_SHARE, round(level)))
        if abs(found.mean_fee - target) < abs(best.mean_fee - target):
            best = found
    return best


def compare(path: Path, target: int, policy: Policy = POLICY) -> Comparison:
    """Static against dynamic, whose level is searched so that both quote the same on average."""
    best = nearest_mean(target, lambda level: account(path, level, policy))
    # Against the static fee that equals the mean found, so that nothing is left of a mismatch.
    return Comparison(account(path, round(best.mean_fee), None), best)


def pooled(comparisons: Sequence[Comparison]) -> float:
    """Change of the sum of net losses, as a fraction."""
    dynamic = sum(each.dynamic.net_loss for each in comparisons)
    return dynamic / sum(each.static.net_loss for each in comparisons) - 1


def path_sets() -> dict[str, Mapping[str, Path]]:
    """Paths by how they were used."""
    return {
        "used to choose the constants": {day: minutes(day) for day in CHOSEN_ON},
        "held back": {day: minutes(day) for day in HELD_BACK},
        "held back, Ethereum's blocks": {"2024-01-05": blocks()},
        "held back, synthetic, three days each": {
            f"seed {seed}, {volatility:.0%} a day, {jumps * 1440:.0f} jumps": synthetic(
                seed, volatility=volatility, jumps=jumps
            )
            for seed in (101, 102)
            for volatility in (0.02, 0.04)
            for jumps in (0.0, 0.003)
        },
    }


def report() -> list[str]:
    """Lines of the table."""
    lines = []
    for target in TARGETS:
        for use, paths in path_sets().items():
            found = {name: compare(path, target) for name, path in paths.items()}
            lines.append(
                f"mean fee {target / 100:g} bp, {use}: {pooled(list(found.values())):+.1%}"
            )
            lines += [
                f"  {name}: {each.change:+.1%} (net loss {each.static.net_loss * 1e4:.3f} -> "
                f"{each.dynamic.net_loss * 1e4:.3f} bp, LVR {each.dynamic.lvr * 1e4:.2f}, "
                f"mean fee {each.dynamic.mean_fee / 100:.2f} bp)"
                for name, each in found.items()
            ]
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(report()) + "\n")

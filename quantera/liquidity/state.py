"""Records of a pool: ticks, positions and what they have earned.

Fee growth is fee per unit of liquidity since the start in 128.128 fixed point and wraps; only
differences mean anything. Source: "Uniswap v3 Core" (2021), section 6.3, and the published Tick and
Position libraries.
"""

from dataclasses import dataclass

from quantera.liquidity.refusal import Reason, require
from quantera.liquidity.words import (
    MAX_UINT128,
    Q128,
    add_liquidity,
    int128,
    multiply_divide_down,
    wrapped,
    wrapped_signed,
)


@dataclass(slots=True)
class Tick:
    """A tick in use: what changes when the price crosses it, and what was earned on its far side.

    Attributes:
        gross: liquidity of all positions that end here.
        net: liquidity added when the price crosses upwards.
        fee0_outside: growth of token 0's fee on the other side of the tick than the price.
        fee1_outside: the same of token 1.
        ticks_outside: tick times seconds on the other side.
        seconds_per_liquidity_outside: seconds per liquidity on the other side.
        seconds_outside: seconds on the other side, 32 bits.
    """

    gross: int = 0
    net: int = 0
    fee0_outside: int = 0
    fee1_outside: int = 0
    ticks_outside: int = 0
    seconds_per_liquidity_outside: int = 0
    seconds_outside: int = 0

    def cross(self, fee0: int, fee1: int, spent: tuple[int, int], time: int) -> int:
        """Turn the outside values over; the liquidity added upwards is returned.

        Args:
            fee0: growth of token 0's fee.
            fee1: growth of token 1's fee.
            spent: tick times seconds and seconds per liquidity, as observed now.
            time: seconds.
        """
        self.fee0_outside = wrapped(fee0 - self.fee0_outside, 256)
        self.fee1_outside = wrapped(fee1 - self.fee1_outside, 256)
        self.ticks_outside = wrapped_signed(spent[0] - self.ticks_outside, 56)
        self.seconds_per_liquidity_outside = wrapped(
            spent[1] - self.seconds_per_liquidity_outside, 160
        )
        self.seconds_outside = wrapped(time - self.seconds_outside, 32)
        return self.net

    def change(self, change: int, *, upper: bool, most: int) -> bool:
        """Add liquidity that ends here; whether the tick came into or went out of use.

        Raises:
            PoolRefusal: more liquidity than a tick may have, or less than none.
        """
        before = self.gross
        after = add_liquidity(before, change)
        require(after <= most, Reason.LIQUIDITY_PER_TICK)
        self.gross = after
        self.net = int128(self.net - change if upper else self.net + change)
        return (before == 0) != (after == 0)


@dataclass(slots=True)
class Position:
    """Liquidity of one owner in one range.

    Attributes:
        liquidity: units.
        fee0_inside: growth of token 0's fee inside the range when last settled.
        fee1_inside: the same of token 1.
        owed0: token 0 to collect, 128 bits.
        owed1: token 1 to collect.
    """

    liquidity: int = 0
    fee0_inside: int = 0
    fee1_inside: int = 0
    owed0: int = 0
    owed1: int = 0

    def settle(self, change: int, fee0_inside: int, fee1_inside: int) -> None:
        """Credit what was earned, rounded down, and change the liquidity.

        Raises:
            PoolRefusal: nothing changes in a position without liquidity, or less than none is left.
        """
        if change == 0:
            require(self.liquidity > 0, Reason.EMPTY_POSITION)
        after = add_liquidity(self.liquidity, change)
        for_0 = self._earned(fee0_inside - self.fee0_inside)
        for_1 = self._earned(fee1_inside - self.fee1_inside)
        self.liquidity = after
        self.fee0_inside = fee0_inside
        self.fee1_inside = fee1_inside
        self.owe(for_0, for_1)

    def owe(self, amount0: int, amount1: int) -> None:
        """Add to what may be collected."""
        self.owed0 = (self.owed0 + amount0) & MAX_UINT128
        self.owed1 = (self.owed1 + amount1) & MAX_UINT128

    def _earned(self, growth: int) -> int:
        return multiply_divide_down(wrapped(growth, 256), self.liquidity, Q128) & MAX_UINT128

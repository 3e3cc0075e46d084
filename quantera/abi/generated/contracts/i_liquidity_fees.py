"""ILiquidityFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityFeesStructs:
    """Structs of ILiquidityFees."""


class ILiquidityFeesErrors:
    """Errors of ILiquidityFees."""


class ILiquidityFeesEvents:
    """Events of ILiquidityFees."""


class ILiquidityFeesFunctions(_rt.Functions):
    """Functions of ILiquidityFees."""

    def calculateOptimalFee(self, volatility: int, volume: int, timeOfDay: int) -> _rt.Read[int]:
        """Fee of a pool at the reference level of 3,000 millionths. A pool of another level pays
        in proportion, leaned to the side to which arbitrage last moved the price.

        30 % of the reference without volatility, 70 % more for each 30,000 of it; up to a tenth
        less where turnover is high for the depth, and up to 7 % more and 5 % less by the hour.
        Rounds down; between 375 and 24,000. Never reverts.

        Arguments: `timeOfDay` seconds since midnight UTC; later ones wrap; `volatility`
        millionths per square root of a day; above 10,000,000 counts as that; `volume` turnover
        of a day over the depth in range, in millionths of it, which is how depth enters: the
        sum of the moves of the square root of price from second to second; above 200,000 counts
        as that

        Returns: `feePips` millionths of the input

        Solidity: `calculateOptimalFee(uint256,uint256,uint256)`, pure, selector 0xd64bf323
        """
        return self._read(
            "calculateOptimalFee(uint256,uint256,uint256)", int, volatility, volume, timeOfDay
        )

    def feeState(self, id: bytes) -> _rt.Read[tuple[int, int, int]]:
        """What a pool with a dynamic fee remembers, as of this second.

        Arguments: `id` hash of the pool's key

        Returns: `lean` 127ths of the fee by which buying A is dearer and selling it cheaper;
        `turnover` of about a day over the depth in range, in millionths; `volatility`
        millionths per square root of a day

        Solidity: `feeState(bytes32)`, view, selector 0x0d1fd58e
        """
        return self._read("feeState(bytes32)", tuple[int, int, int], id)

    def nextFees(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """Exactly what the next swap of a pool pays if it comes in this second, in both
        directions.

        Arguments: `id` hash of the pool's key

        Returns: `aForB` millionths of the input where A enters; `bForA` millionths of the input
        where B enters

        Solidity: `nextFees(bytes32)`, view, selector 0xa87e40dc
        """
        return self._read("nextFees(bytes32)", tuple[int, int], id)


class ILiquidityFees(_rt.Contract):
    """Fees of pools whose fee follows the market: the formula, and what the next trade pays."""

    NAME = "ILiquidityFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ILiquidityFeesStructs
    errors: TypeAlias = ILiquidityFeesErrors
    events: TypeAlias = ILiquidityFeesEvents

    @cached_property
    def functions(self) -> ILiquidityFeesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityFeesFunctions(self.contract, self.ERRORS)

"""ILiquidityOracle and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityOracleStructs:
    """Structs of ILiquidityOracle."""


class ILiquidityOracleErrors:
    """Errors of ILiquidityOracle."""

    ObservationTooOld: TypeAlias = _errors.ObservationTooOld
    ObservationsNotKept: TypeAlias = _errors.ObservationsNotKept
    WindowZero: TypeAlias = _errors.WindowZero


class ILiquidityOracleEvents:
    """Events of ILiquidityOracle."""

    @dataclass(frozen=True)
    class ObservationsGrown(_rt.Event):
        """More entries of the ring will be kept.

        Arguments: `afterwards` entries asked for from now on; `before` entries asked for until
        now; `id` hash of the pool's key
        """

        SIGNATURE: ClassVar[str] = "ObservationsGrown(bytes32,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "eb4e55c6bef04b3cced5c886c68459891fd87e4610e93347191d9a27d70c9054"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        before: int
        afterwards: int


class ILiquidityOracleFunctions(_rt.Functions):
    """Functions of ILiquidityOracle."""

    def growObservations(self, id: bytes, wanted: int) -> _rt.Write[None]:
        """Asks for a ring of at least so many entries; fewer than there are changes nothing. The
        first call starts the oracle. The caller pays for the new entries' slots.

        Arguments: `id` hash of the pool's key; `wanted` entries

        Solidity: `growObservations(bytes32,uint16)`, nonpayable, selector 0x23b0d6da
        """
        return self._write("growObservations(bytes32,uint16)", type(None), id, wanted)

    def meanTick(self, id: bytes, window: int) -> _rt.Read[int]:
        """Mean tick of the last seconds, rounded down.

        Arguments: `id` hash of the pool's key; `window` seconds; reverts beyond the ring

        Solidity: `meanTick(bytes32,uint32)`, view, selector 0x98ca2314
        """
        return self._read("meanTick(bytes32,uint32)", int, id, window)

    def observationAt(self, id: bytes, index: int) -> _rt.Read[tuple[int, int, int, bool]]:
        """An entry of the ring.

        Arguments: `id` hash of the pool's key; `index` place in the ring

        Returns: `second` modulo 2^32; 1 for a place that was grown and not written yet;
        `secondsPerLiquidityX128` seconds over liquidity in range; `tickCumulative` tick times
        seconds; `written` whether it was ever written

        Solidity: `observationAt(bytes32,uint256)`, view, selector 0xd5682571
        """
        return self._read("observationAt(bytes32,uint256)", tuple[int, int, int, bool], id, index)

    def observe(
        self, id: bytes, secondsAgos: _rt.Sequence[int]
    ) -> _rt.Read[tuple[list[int], list[int]]]:
        """Sums as of so many seconds ago each.

        Arguments: `id` hash of the pool's key; `secondsAgos` seconds before now; later than the
        newest entry counts as if nothing had happened since

        Returns: `secondsPerLiquidityX128` seconds over liquidity in range, Q128 modulo 2^160;
        `tickCumulatives` tick times seconds

        Solidity: `observe(bytes32,uint32[])`, view, selector 0xfc0ec48c
        """
        return self._read("observe(bytes32,uint32[])", tuple[list[int], list[int]], id, secondsAgos)


class ILiquidityOracle(_rt.Contract):
    """From when anybody first asks for it, a pool remembers the sum of its ticks times
    seconds, at most one entry a second, in a ring that anybody may grow. Answers are those
    of a Uniswap v3 pool that was made in that second; seconds are counted modulo 2^32, as
    there. A pool that nobody asked spares its traders a slot.
    """

    NAME = "ILiquidityOracle"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (ILiquidityOracleEvents.ObservationsGrown,)
    structs: TypeAlias = ILiquidityOracleStructs
    errors: TypeAlias = ILiquidityOracleErrors
    events: TypeAlias = ILiquidityOracleEvents

    @cached_property
    def functions(self) -> ILiquidityOracleFunctions:
        """What the contract can be asked and told."""
        return ILiquidityOracleFunctions(self.contract, self.ERRORS)

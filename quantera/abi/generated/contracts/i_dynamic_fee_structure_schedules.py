"""IDynamicFeeStructureSchedules and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IDynamicFeeStructureSchedulesStructs:
    """Structs of IDynamicFeeStructureSchedules."""

    Schedule: TypeAlias = _structs.IDynamicFeeStructureSchedules_Schedule


class IDynamicFeeStructureSchedulesErrors:
    """Errors of IDynamicFeeStructureSchedules."""

    NoSchedulesWaiting: TypeAlias = _errors.NoSchedulesWaiting
    NoticeTooShort: TypeAlias = _errors.NoticeTooShort
    ScheduleRefused: TypeAlias = _errors.ScheduleRefused
    SchedulesMisplaced: TypeAlias = _errors.SchedulesMisplaced
    SchedulesWaiting: TypeAlias = _errors.SchedulesWaiting
    SourceWithoutCode: TypeAlias = _errors.SourceWithoutCode


class IDynamicFeeStructureSchedulesEvents:
    """Events of IDynamicFeeStructureSchedules."""

    @dataclass(frozen=True)
    class BaseFeeSampled(_rt.Event):
        """The average base fee, wei, after a sample."""

        SIGNATURE: ClassVar[str] = "BaseFeeSampled(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ca29f6497e8e77a8bd3531c05e2fc7dba8279bf9385088a18bdf594c30a01c88"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        baseFee: int
        average: int

    @dataclass(frozen=True)
    class CongestionSourceSet(_rt.Event):
        """Where congestion is read; zero for the base fee."""

        SIGNATURE: ClassVar[str] = "CongestionSourceSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9e9ce369dfd67d74b6ee2f05866523e25a37e9149f2628a7c585d32284a55af5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        source: _rt.Address

    @dataclass(frozen=True)
    class SchedulesPublished(_rt.Event):
        """Schedules were published."""

        SIGNATURE: ClassVar[str] = (
            "SchedulesPublished(uint256,uint256,(uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6])"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "635d035448659b973c601501a7400a3635ee56d680004df613bf53b146f6ab9a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        version: int
        effectiveAt: int
        schedules: list[_structs.IDynamicFeeStructureSchedules_Schedule]

    @dataclass(frozen=True)
    class SchedulesWithdrawn(_rt.Event):
        """Schedules were withdrawn before they took effect."""

        SIGNATURE: ClassVar[str] = "SchedulesWithdrawn(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5e4640f6f73f54d0caf491a6ec13e975e8d613b589e671fec4cf7d684d167e45"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        version: int


class IDynamicFeeStructureSchedulesFunctions(_rt.Functions):
    """Functions of IDynamicFeeStructureSchedules."""

    def MINIMUM_NOTICE(self) -> _rt.Read[int]:
        """Least time between the publication of schedules and their effect, seconds.

        Solidity: `MINIMUM_NOTICE()`, view, selector 0xcc447a48
        """
        return self._read("MINIMUM_NOTICE()", int)

    def averageBaseFee(self) -> _rt.Read[tuple[int, int]]:
        """The average base fee, wei, and when it was last sampled.

        Solidity: `averageBaseFee()`, view, selector 0xdab41da0
        """
        return self._read("averageBaseFee()", tuple[int, int])

    def congestionSource(self) -> _rt.Read[_rt.Address]:
        """Where congestion is read; zero for the base fee.

        Solidity: `congestionSource()`, view, selector 0x77226a87
        """
        return self._read("congestionSource()", _rt.Address)

    def publishSchedules(
        self,
        schedules: _rt.Sequence[_structs.IDynamicFeeStructureSchedules_Schedule],
        effectiveAt: int,
    ) -> _rt.Write[int]:
        """Publishes the schedules of all products as a new version.

        Restricted: FEE_ADMIN. Reverts with `ScheduleRefused`, `NoticeTooShort` or
        `SchedulesWaiting`.

        Arguments: `effectiveAt` first second at which they hold; `schedules` by product, in the
        order of `Product`

        Returns: `version` its number

        Solidity:
        `publishSchedules((uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6],uint40)`,
        nonpayable, selector 0xfd882649
        """
        return self._write(
            "publishSchedules((uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6],uint40)",
            int,
            schedules,
            effectiveAt,
        )

    def sampleBaseFee(self) -> _rt.Write[None]:
        """Brings the average base fee up to date; anyone may call.

        The average moves towards the block's base fee by the time since the last sample over a
        day, an eighth at most. A second sample in one block changes nothing. An average older
        than a day loses its say, and has none after two.

        Solidity: `sampleBaseFee()`, nonpayable, selector 0x3731b30c
        """
        return self._write("sampleBaseFee()", type(None))

    def scheduleOf(
        self, version: int, product: int
    ) -> _rt.Read[_structs.IDynamicFeeStructureSchedules_Schedule]:
        """A schedule of a version; that of a version that was not published is all zero.

        Solidity: `scheduleOf(uint256,uint8)`, view, selector 0x4e9e4b86
        """
        return self._read(
            "scheduleOf(uint256,uint8)",
            _structs.IDynamicFeeStructureSchedules_Schedule,
            version,
            product,
        )

    def setCongestionSource(self, source: _rt.Address) -> _rt.Write[None]:
        """Sets where congestion is read instead of the base fee; zero for the base fee.

        Restricted: FEE_ADMIN. Reverts with `SourceWithoutCode`.

        Solidity: `setCongestionSource(address)`, nonpayable, selector 0xdf6f3025
        """
        return self._write("setCongestionSource(address)", type(None), source)

    def versions(self) -> _rt.Read[tuple[int, int, int]]:
        """The version in force, and the one that waits, zero when none does.

        Solidity: `versions()`, view, selector 0xf8b1cb3c
        """
        return self._read("versions()", tuple[int, int, int])

    def withdrawSchedules(self) -> _rt.Write[None]:
        """Withdraws the schedules that wait; those in force stay.

        Restricted: RISK_OFFICER. Reverts with `NoSchedulesWaiting`.

        Solidity: `withdrawSchedules()`, nonpayable, selector 0xca25d40b
        """
        return self._write("withdrawSchedules()", type(None))


class IDynamicFeeStructureSchedules(_rt.Contract):
    """The schedules, their versions, and the congestion signal. At the address of
    `IDynamicFeeStructure`. A version holds the schedules of all products and never changes.
    A new one takes effect at least `MINIMUM_NOTICE` after it was published; until the
    access manager's set-up is complete, at once if wanted. Version 0 charges nothing.
    """

    NAME = "IDynamicFeeStructureSchedules"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IDynamicFeeStructureSchedulesEvents.BaseFeeSampled,
        IDynamicFeeStructureSchedulesEvents.CongestionSourceSet,
        IDynamicFeeStructureSchedulesEvents.SchedulesPublished,
        IDynamicFeeStructureSchedulesEvents.SchedulesWithdrawn,
    )
    structs: TypeAlias = IDynamicFeeStructureSchedulesStructs
    errors: TypeAlias = IDynamicFeeStructureSchedulesErrors
    events: TypeAlias = IDynamicFeeStructureSchedulesEvents

    @cached_property
    def functions(self) -> IDynamicFeeStructureSchedulesFunctions:
        """What the contract can be asked and told."""
        return IDynamicFeeStructureSchedulesFunctions(self.contract, self.ERRORS)

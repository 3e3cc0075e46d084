"""ITradedVolumes and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITradedVolumesStructs:
    """Structs of ITradedVolumes."""


class ITradedVolumesErrors:
    """Errors of ITradedVolumes."""

    VolumeFromFuture: TypeAlias = _errors.VolumeFromFuture
    VolumeOutdated: TypeAlias = _errors.VolumeOutdated


class ITradedVolumesEvents:
    """Events of ITradedVolumes."""

    @dataclass(frozen=True)
    class WeeklyVolumePosted(_rt.Event):
        """A token's mean weekly volume was attested."""

        SIGNATURE: ClassVar[str] = "WeeklyVolumePosted(address,uint128,uint40,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3bd9cb78b631aaca82b6847879a51b1cfb948403f80add6a1329aecbecde2ac4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, True)
        token: _rt.Address
        units: int
        asOf: int
        by: _rt.Address


class ITradedVolumesFunctions(_rt.Functions):
    """Functions of ITradedVolumes."""

    def postWeeklyVolume(self, token: _rt.Address, units: int, asOf: int) -> _rt.Write[None]:
        """Posts the mean weekly volume of the last four calendar weeks, in place of the one
        before; a figure of the same period corrects it.

        Local role PRICER. Reverts with `TokenNotRegistered`, `VolumeFromFuture`,
        `VolumeOutdated`.

        Arguments: `asOf` end of the four weeks, Unix time; the figure's age counts from there;
        `units` token units a week, rounded down

        Solidity: `postWeeklyVolume(address,uint128,uint40)`, nonpayable, selector 0x81a93d22
        """
        return self._write(
            "postWeeklyVolume(address,uint128,uint40)", type(None), token, units, asOf
        )

    def weeklyVolume(self, token: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """The figure posted last, whatever its age.

        Returns: `asOf` end of its four weeks, Unix time; zero when none was posted; `units`
        token units a week

        Solidity: `weeklyVolume(address)`, view, selector 0xc82750f1
        """
        return self._read("weeklyVolume(address)", tuple[int, int], token)


class ITradedVolumes(_rt.Contract):
    """How much of a token was traded, as attested from outside: rules on affiliates' sales
    compare with it. At the engine's address. Without a figure, or with one too old for the
    rule, the rule's other limit holds alone.
    """

    NAME = "ITradedVolumes"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (ITradedVolumesEvents.WeeklyVolumePosted,)
    structs: TypeAlias = ITradedVolumesStructs
    errors: TypeAlias = ITradedVolumesErrors
    events: TypeAlias = ITradedVolumesEvents

    @cached_property
    def functions(self) -> ITradedVolumesFunctions:
        """What the contract can be asked and told."""
        return ITradedVolumesFunctions(self.contract, self.ERRORS)

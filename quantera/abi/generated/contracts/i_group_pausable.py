"""IGroupPausable and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IGroupPausableStructs:
    """Structs of IGroupPausable."""


class IGroupPausableErrors:
    """Errors of IGroupPausable."""

    GroupPaused: TypeAlias = _errors.GroupPaused


class IGroupPausableEvents:
    """Events of IGroupPausable."""

    @dataclass(frozen=True)
    class GroupsPaused(_rt.Event):
        """Groups were paused.

        Arguments: `by` who paused.; `groups` the mask asked for.; `pausedNow` all groups paused
        after the call.
        """

        SIGNATURE: ClassVar[str] = "GroupsPaused(uint64,uint64,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "419c09182abcfeaaf09d4ad8f96f57e190647d41c16a05d2de294d0a74c98a0f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, True)
        groups: int
        pausedNow: int
        by: _rt.Address

    @dataclass(frozen=True)
    class GroupsUnpaused(_rt.Event):
        """Groups were unpaused; parameters as in `GroupsPaused`."""

        SIGNATURE: ClassVar[str] = "GroupsUnpaused(uint64,uint64,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3f47d73bcc0b71c098b2462302f9674baec4c8dfa605a8af26b338f1f7f9ed31"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, True)
        groups: int
        pausedNow: int
        by: _rt.Address


class IGroupPausableFunctions(_rt.Functions):
    """Functions of IGroupPausable."""

    def pauseGroups(self, groups: int) -> _rt.Write[None]:
        """Pauses every group in the mask at once; groups already paused stay so.

        Restricted: PAUSER.

        Solidity: `pauseGroups(uint64)`, nonpayable, selector 0xce7cd051
        """
        return self._write("pauseGroups(uint64)", type(None), groups)

    def pausedGroups(self) -> _rt.Read[int]:
        """Mask of all paused groups.

        Solidity: `pausedGroups()`, view, selector 0x0e531221
        """
        return self._read("pausedGroups()", int)

    def unpauseGroups(self, groups: int) -> _rt.Write[None]:
        """Unpauses every group in the mask.

        Restricted: UNPAUSER, at least 24 h after it was scheduled.

        Solidity: `unpauseGroups(uint64)`, nonpayable, selector 0xe1822fff
        """
        return self._write("unpauseGroups(uint64)", type(None), groups)


class IGroupPausable(_rt.Contract):
    """Each contract divides its functions into at most 64 groups, named as bit masks. Pausing
    takes effect at once; lifting a pause is a loosening call and waits.
    """

    NAME = "IGroupPausable"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IGroupPausableEvents.GroupsPaused,
        IGroupPausableEvents.GroupsUnpaused,
    )
    structs: TypeAlias = IGroupPausableStructs
    errors: TypeAlias = IGroupPausableErrors
    events: TypeAlias = IGroupPausableEvents

    @cached_property
    def functions(self) -> IGroupPausableFunctions:
        """What the contract can be asked and told."""
        return IGroupPausableFunctions(self.contract, self.ERRORS)

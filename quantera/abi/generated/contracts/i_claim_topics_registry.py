"""IClaimTopicsRegistry and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IClaimTopicsRegistryStructs:
    """Structs of IClaimTopicsRegistry."""


class IClaimTopicsRegistryErrors:
    """Errors of IClaimTopicsRegistry."""


class IClaimTopicsRegistryEvents:
    """Events of IClaimTopicsRegistry."""

    @dataclass(frozen=True)
    class ClaimTopicAdded(_rt.Event):
        """A topic is required from now on."""

        SIGNATURE: ClassVar[str] = "ClaimTopicAdded(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "01c928b7f7ade2949e92366aa9454dbef3a416b731cf6ec786ba9595bbd814d6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopic: int

    @dataclass(frozen=True)
    class ClaimTopicRemoved(_rt.Event):
        """A topic is no longer required."""

        SIGNATURE: ClassVar[str] = "ClaimTopicRemoved(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0b1381093c776453c1bbe54fd68be1b235c65db61d099cb50d194b2991e0eec5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopic: int


class IClaimTopicsRegistryFunctions(_rt.Functions):
    """Functions of IClaimTopicsRegistry."""

    def addClaimTopic(self, claimTopic: int) -> _rt.Write[None]:
        """Requires a topic; owner only. Reverts with `TooManyClaimTopics` or
        `ClaimTopicAlreadyRequired`.

        Solidity: `addClaimTopic(uint256)`, nonpayable, selector 0xc7b22551
        """
        return self._write("addClaimTopic(uint256)", type(None), claimTopic)

    def getClaimTopics(self) -> _rt.Read[list[int]]:
        """The required topics.

        Solidity: `getClaimTopics()`, view, selector 0xdf09d604
        """
        return self._read("getClaimTopics()", list[int])

    def removeClaimTopic(self, claimTopic: int) -> _rt.Write[None]:
        """Stops requiring a topic; owner only. Does nothing when it was not required.

        Solidity: `removeClaimTopic(uint256)`, nonpayable, selector 0x08297846
        """
        return self._write("removeClaimTopic(uint256)", type(None), claimTopic)


class IClaimTopicsRegistry(_rt.Contract):
    """ERC-3643's list of claim topics that every investor needs; at most 15."""

    NAME = "IClaimTopicsRegistry"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IClaimTopicsRegistryEvents.ClaimTopicAdded,
        IClaimTopicsRegistryEvents.ClaimTopicRemoved,
    )
    structs: TypeAlias = IClaimTopicsRegistryStructs
    errors: TypeAlias = IClaimTopicsRegistryErrors
    events: TypeAlias = IClaimTopicsRegistryEvents

    @cached_property
    def functions(self) -> IClaimTopicsRegistryFunctions:
        """What the contract can be asked and told."""
        return IClaimTopicsRegistryFunctions(self.contract, self.ERRORS)

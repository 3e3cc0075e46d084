"""IManagedUpgradeable and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IManagedUpgradeableStructs:
    """Structs of IManagedUpgradeable."""


class IManagedUpgradeableErrors:
    """Errors of IManagedUpgradeable."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager


class IManagedUpgradeableEvents:
    """Events of IManagedUpgradeable."""

    @dataclass(frozen=True)
    class AuthorityUpdated(_rt.Event):
        """Authority that manages this contract was updated."""

        SIGNATURE: ClassVar[str] = "AuthorityUpdated(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        authority: _rt.Address


class IManagedUpgradeableFunctions(_rt.Functions):
    """Functions of IManagedUpgradeable."""

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def setAuthority(self, arg0: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), arg0)


class IManagedUpgradeable(_rt.Contract):
    """UUPS behind an ERC-1967 proxy, governed by the chain's access manager."""

    NAME = "IManagedUpgradeable"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (IManagedUpgradeableEvents.AuthorityUpdated,)
    structs: TypeAlias = IManagedUpgradeableStructs
    errors: TypeAlias = IManagedUpgradeableErrors
    events: TypeAlias = IManagedUpgradeableEvents

    @cached_property
    def functions(self) -> IManagedUpgradeableFunctions:
        """What the contract can be asked and told."""
        return IManagedUpgradeableFunctions(self.contract, self.ERRORS)

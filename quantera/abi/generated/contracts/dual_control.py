"""DualControl and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class DualControlStructs:
    """Structs of DualControl."""


class DualControlErrors:
    """Errors of DualControl."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    NotProposed: TypeAlias = _errors.NotProposed
    OfficerConcealed: TypeAlias = _errors.OfficerConcealed
    SecondOfficerNeeded: TypeAlias = _errors.SecondOfficerNeeded


class DualControlEvents:
    """Events of DualControl."""

    @dataclass(frozen=True)
    class AuthorityUpdated(_rt.Event):
        """Authority that manages this contract was updated."""

        SIGNATURE: ClassVar[str] = "AuthorityUpdated(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        authority: _rt.Address

    @dataclass(frozen=True)
    class Confirmed(_rt.Event):
        """Another officer executed it."""

        SIGNATURE: ClassVar[str] = "Confirmed(bytes32,uint32,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e4cfa5b7165d64be998a4062e4a353fbb34f904b77ea377bd691e6e56e9d754c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True, True)
        operationId: bytes
        nonce: int
        proposer: _rt.Address
        officer: _rt.Address

    @dataclass(frozen=True)
    class Proposed(_rt.Event):
        """An officer proposed a call; the manager's `OperationScheduled` says when it can be
        executed. `nonce` is the manager's number of this repetition of the operation.
        """

        SIGNATURE: ClassVar[str] = "Proposed(bytes32,uint32,address,address,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f511cd77caf19c711f0b43b31ffac2bde037b432b7934e7adb6923fc97473dd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True, True, False)
        operationId: bytes
        nonce: int
        proposer: _rt.Address
        target: _rt.Address
        data: bytes

    @dataclass(frozen=True)
    class Withdrawn(_rt.Event):
        """An officer withdrew it."""

        SIGNATURE: ClassVar[str] = "Withdrawn(bytes32,uint32,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da96daa4fd57cf03f741859c41c01a8ab74a9a1453e1be9c9eb9516f1edf839c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True, True)
        operationId: bytes
        nonce: int
        proposer: _rt.Address
        officer: _rt.Address


class DualControlFunctions(_rt.Functions):
    """Functions of DualControl."""

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def confirm(self, target: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Executes what another officer proposed.

        Restricted: COMPLIANCE_OFFICER. Reverts with `NotProposed`, `SecondOfficerNeeded`,
        `OfficerConcealed`, and as the manager's `execute` does: too early, expired after a
        week, cancelled, or the call's own revert.

        Solidity: `confirm(address,bytes)`, nonpayable, selector 0x4a1e06e3
        """
        return self._write("confirm(address,bytes)", type(None), target, data)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def propose(self, target: _rt.Address, data: bytes) -> _rt.Write[bytes]:
        """Schedules a call at the manager, to be executed after this contract's delay.

        Restricted: COMPLIANCE_OFFICER. Reverts with `OfficerConcealed`, and as the manager's
        `schedule` does: without a delay, for a call that this contract may not make, while the
        same call is scheduled already.

        Arguments: `data` calldata; `target` the contract to call

        Returns: `operationId` the manager's id of the operation

        Solidity: `propose(address,bytes)`, nonpayable, selector 0x9d481848
        """
        return self._write("propose(address,bytes)", bytes, target, data)

    def proposerOf(self, operationId: bytes) -> _rt.Read[_rt.Address]:
        """Who proposed an operation that is neither executed nor withdrawn here; zero when nobody
        did.

        Solidity: `proposerOf(bytes32)`, view, selector 0x30a84eba
        """
        return self._read("proposerOf(bytes32)", _rt.Address, operationId)

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def withdraw(self, target: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Cancels what was proposed.

        Restricted: COMPLIANCE_OFFICER. Reverts with `NotProposed`, and as the manager's
        `cancel` does.

        Solidity: `withdraw(address,bytes)`, nonpayable, selector 0x4bb78b14
        """
        return self._write("withdraw(address,bytes)", type(None), target, data)


class DualControl(_rt.Contract):
    """See `IDualControl`. Holds nothing and is not upgradeable: another one takes its place in
    the role.
    """

    NAME = "DualControl"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        DualControlEvents.AuthorityUpdated,
        DualControlEvents.Confirmed,
        DualControlEvents.Proposed,
        DualControlEvents.Withdrawn,
    )
    structs: TypeAlias = DualControlStructs
    errors: TypeAlias = DualControlErrors
    events: TypeAlias = DualControlEvents

    @cached_property
    def functions(self) -> DualControlFunctions:
        """What the contract can be asked and told."""
        return DualControlFunctions(self.contract, self.ERRORS)

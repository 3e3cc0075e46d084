"""ReleaseFactory and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ReleaseFactoryStructs:
    """Structs of ReleaseFactory."""


class ReleaseFactoryErrors:
    """Errors of ReleaseFactory."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    ChainAlreadyOpen: TypeAlias = _errors.ChainAlreadyOpen
    DeploymentFailed: TypeAlias = _errors.DeploymentFailed
    FailedCall: TypeAlias = _errors.FailedCall
    FounderMissing: TypeAlias = _errors.FounderMissing
    InsufficientBalance: TypeAlias = _errors.InsufficientBalance
    NotSignedByFounder: TypeAlias = _errors.NotSignedByFounder
    OpeningExpired: TypeAlias = _errors.OpeningExpired
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    SaltUsed: TypeAlias = _errors.SaltUsed


class ReleaseFactoryEvents:
    """Events of ReleaseFactory."""

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
    class ChainOpened(_rt.Event):
        """The chain is open: its access manager stands.

        Arguments: `creationHash` keccak-256 of the creation code that the founder signed,
        arguments included.; `manager` the access manager.
        """

        SIGNATURE: ClassVar[str] = "ChainOpened(address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a93eafff46d895b3b06ad146d2b00306332e7ff2e3c1432731ddbf09761fa6fc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        manager: _rt.Address
        creationHash: bytes

    @dataclass(frozen=True)
    class ContractCreated(_rt.Event):
        """A contract was created.

        Arguments: `codeHash` keccak-256 of its code.; `created` its address.; `salt` what its
        address depends on.
        """

        SIGNATURE: ClassVar[str] = "ContractCreated(bytes32,address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cff11d717a43d0332982f39612c812084189bd68b66216c6fb00559e28694e46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        salt: bytes
        created: _rt.Address
        codeHash: bytes


class ReleaseFactoryFunctions(_rt.Functions):
    """Functions of ReleaseFactory."""

    def FOUNDER(self) -> _rt.Read[_rt.Address]:
        """Who allows chains to be opened: a key or a contract that signs by ERC-1271.

        Solidity: `FOUNDER()`, view, selector 0xca58f2d3
        """
        return self._read("FOUNDER()", _rt.Address)

    def MANAGER_SALT(self) -> _rt.Read[bytes]:
        """Salt of the access manager.

        Solidity: `MANAGER_SALT()`, view, selector 0x81a13195
        """
        return self._read("MANAGER_SALT()", bytes)

    def addressOf(self, salt: bytes) -> _rt.Read[_rt.Address]:
        """Where a salt's contract stands, or would stand.

        Solidity: `addressOf(bytes32)`, view, selector 0xbb34534c
        """
        return self._read("addressOf(bytes32)", _rt.Address, salt)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def create(self, salt: bytes, creation: bytes, firstCall: bytes) -> _rt.Write[_rt.Address]:
        """Creates a contract.

        Restricted: administrators of the manager during its set-up, UPGRADER afterwards.
        Reverts with `SaltUsed`, with `DeploymentFailed` where the creation fails, and with the
        first call's own reason.

        Arguments: `creation` creation code with its arguments; for a proxy that includes its
        initialisation.; `firstCall` call data that the new contract is given by this factory in
        the same transaction, or nothing.; `salt` what the address depends on beside this
        factory.

        Returns: `created` its address, `addressOf(salt)`.

        Solidity: `create(bytes32,bytes,bytes)`, nonpayable, selector 0x9ec34854
        """
        return self._write("create(bytes32,bytes,bytes)", _rt.Address, salt, creation, firstCall)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def open(self, creation: bytes, deadline: int, signature: bytes) -> _rt.Write[_rt.Address]:
        """Opens the chain: creates its access manager.

        Anyone may send it, the signature says everything. Reverts with `ChainAlreadyOpen`, with
        `OpeningExpired` after the deadline, with `NotSignedByFounder`, and with
        `DeploymentFailed` where the creation fails.

        Arguments: `creation` creation code of the access manager with its arguments.;
        `deadline` until when the founder's signature is good, in Unix seconds.; `signature` the
        founder's over `openingDigest`: of a key, or of a contract by ERC-1271.

        Returns: `manager` the access manager, at `authority()`.

        Solidity: `open(bytes,uint256,bytes)`, nonpayable, selector 0x87b43832
        """
        return self._write("open(bytes,uint256,bytes)", _rt.Address, creation, deadline, signature)

    def openingDigest(self, creationHash: bytes, deadline: int) -> _rt.Read[bytes]:
        """What the founder signs to open this chain.

        Arguments: `creationHash` keccak-256 of the access manager's creation code with its
        arguments.; `deadline` until when the signature is good, in Unix seconds.

        Solidity: `openingDigest(bytes32,uint256)`, view, selector 0x299081b8
        """
        return self._read("openingDigest(bytes32,uint256)", bytes, creationHash, deadline)

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)


class ReleaseFactory(_rt.Contract):
    """See `IReleaseFactory`. Holds nothing and is not upgradeable: another release has another
    factory.
    """

    NAME = "ReleaseFactory"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ReleaseFactoryEvents.AuthorityUpdated,
        ReleaseFactoryEvents.ChainOpened,
        ReleaseFactoryEvents.ContractCreated,
    )
    structs: TypeAlias = ReleaseFactoryStructs
    errors: TypeAlias = ReleaseFactoryErrors
    events: TypeAlias = ReleaseFactoryEvents

    @cached_property
    def functions(self) -> ReleaseFactoryFunctions:
        """What the contract can be asked and told."""
        return ReleaseFactoryFunctions(self.contract, self.ERRORS)

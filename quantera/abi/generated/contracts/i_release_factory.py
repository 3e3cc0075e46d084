"""IReleaseFactory and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IReleaseFactoryStructs:
    """Structs of IReleaseFactory."""


class IReleaseFactoryErrors:
    """Errors of IReleaseFactory."""

    ChainAlreadyOpen: TypeAlias = _errors.ChainAlreadyOpen
    DeploymentFailed: TypeAlias = _errors.DeploymentFailed
    FounderMissing: TypeAlias = _errors.FounderMissing
    NotSignedByFounder: TypeAlias = _errors.NotSignedByFounder
    OpeningExpired: TypeAlias = _errors.OpeningExpired
    SaltUsed: TypeAlias = _errors.SaltUsed


class IReleaseFactoryEvents:
    """Events of IReleaseFactory."""

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


class IReleaseFactoryFunctions(_rt.Functions):
    """Functions of IReleaseFactory."""

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


class IReleaseFactory(_rt.Contract):
    """Creates every contract of a release at an address that depends on this factory and a
    salt alone, so that it is the same on every chain whatever the code or the arguments are
    there (CREATE3). The factory itself is created by the keyless CREATE2 deployer
    `0x4e59b44847b379578588920cA78FbF26c0B4956C`, whose creation code and salt are all that
    its address depends on: the founder's address is part of them, nothing of the chain or
    of who sends it is. Nothing can be created before the chain is opened: that creates the
    chain's access manager, whose administrator is named in its creation code, and the
    founder signs that code for this chain. From then on the manager alone decides who
    creates. No key of an earlier release is needed on a chain that is added later: its
    manager has another administrator.
    """

    NAME = "IReleaseFactory"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IReleaseFactoryEvents.ChainOpened,
        IReleaseFactoryEvents.ContractCreated,
    )
    structs: TypeAlias = IReleaseFactoryStructs
    errors: TypeAlias = IReleaseFactoryErrors
    events: TypeAlias = IReleaseFactoryEvents

    @cached_property
    def functions(self) -> IReleaseFactoryFunctions:
        """What the contract can be asked and told."""
        return IReleaseFactoryFunctions(self.contract, self.ERRORS)

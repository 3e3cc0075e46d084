"""IERC1643 and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC1643Structs:
    """Structs of IERC1643."""


class IERC1643Errors:
    """Errors of IERC1643."""


class IERC1643Events:
    """Events of IERC1643."""

    @dataclass(frozen=True)
    class DocumentRemoved(_rt.Event):
        """A document was detached."""

        SIGNATURE: ClassVar[str] = "DocumentRemoved(bytes32,string,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3d9bba27d3e360d8c80645beed7e991454a8271bf6f269a24f7782be0f0d0654"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        name: bytes
        uri: str
        documentHash: bytes

    @dataclass(frozen=True)
    class DocumentUpdated(_rt.Event):
        """A document was attached or replaced."""

        SIGNATURE: ClassVar[str] = "DocumentUpdated(bytes32,string,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b4c22d60cd550a815744f04e3ff5278bf19684565ee00e2b084041b6024bd6f6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        name: bytes
        uri: str
        documentHash: bytes


class IERC1643Functions(_rt.Functions):
    """Functions of IERC1643."""

    def getAllDocuments(self) -> _rt.Read[list[bytes]]:
        """The names of all documents, in no particular order.

        Solidity: `getAllDocuments()`, view, selector 0x9fa5f50b
        """
        return self._read("getAllDocuments()", list[bytes])

    def getDocument(self, name: bytes) -> _rt.Read[tuple[str, bytes, int]]:
        """A document's address, hash, and the second at which it was last changed; zeros when
        there is none.

        Solidity: `getDocument(bytes32)`, view, selector 0xb10d6b41
        """
        return self._read("getDocument(bytes32)", tuple[str, bytes, int], name)

    def removeDocument(self, name: bytes) -> _rt.Write[None]:
        """Detaches a document.

        Reverts with `InvalidDocument` when no document has that name.

        Solidity: `removeDocument(bytes32)`, nonpayable, selector 0xc3501848
        """
        return self._write("removeDocument(bytes32)", type(None), name)

    def setDocument(self, name: bytes, uri: str, documentHash: bytes) -> _rt.Write[None]:
        """Attaches or replaces a document.

        Reverts with `InvalidDocument` when the name or the uri is empty.

        Arguments: `documentHash` hash of its content, zero when none is pinned

        Solidity: `setDocument(bytes32,string,bytes32)`, nonpayable, selector 0x010648ca
        """
        return self._write(
            "setDocument(bytes32,string,bytes32)", type(None), name, uri, documentHash
        )


class IERC1643(_rt.Contract):
    """ERC-1643: documents attached to a security, each by name, address and hash."""

    NAME = "IERC1643"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC1643Events.DocumentRemoved,
        IERC1643Events.DocumentUpdated,
    )
    structs: TypeAlias = IERC1643Structs
    errors: TypeAlias = IERC1643Errors
    events: TypeAlias = IERC1643Events

    @cached_property
    def functions(self) -> IERC1643Functions:
        """What the contract can be asked and told."""
        return IERC1643Functions(self.contract, self.ERRORS)

"""IERC3643Metadata and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC3643MetadataStructs:
    """Structs of IERC3643Metadata."""


class IERC3643MetadataErrors:
    """Errors of IERC3643Metadata."""


class IERC3643MetadataEvents:
    """Events of IERC3643Metadata."""

    @dataclass(frozen=True)
    class ComplianceAdded(_rt.Event):
        """The token now asks this compliance contract."""

        SIGNATURE: ClassVar[str] = "ComplianceAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7f3a888862559648ec01d97deb7b5012bff86dc91e654a1de397170db40e35b6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        compliance: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryAdded(_rt.Event):
        """The token now asks this identity registry."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d2be862d755bca7e0d39772b2cab3a5578da9c285f69199f4c063c2294a7f36c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

    @dataclass(frozen=True)
    class RecoverySuccess(_rt.Event):
        """A lost wallet's holding was moved to a new wallet of the same identity."""

        SIGNATURE: ClassVar[str] = "RecoverySuccess(address,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f0c9129a94f30f1caaceb63e44b9811d0a3edf1d6c23757f346093af5553fed0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        lostWallet: _rt.Address
        newWallet: _rt.Address
        investorOnchainID: _rt.Address

    @dataclass(frozen=True)
    class UpdatedTokenInformation(_rt.Event):
        """Name, symbol, version or identity of the token changed."""

        SIGNATURE: ClassVar[str] = "UpdatedTokenInformation(string,string,uint8,string,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a1105ac8148a3c319adbc369f9072573e8a11d3a3d195e067e7c40767ec54d1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, True)
        newName: bytes
        newSymbol: bytes
        newDecimals: int
        newVersion: str
        newOnchainID: _rt.Address


class IERC3643MetadataFunctions(_rt.Functions):
    """Functions of IERC3643Metadata."""

    def compliance(self) -> _rt.Read[_rt.Address]:
        """The compliance contract that the token asks, one per token.

        Solidity: `compliance()`, view, selector 0x6290865d
        """
        return self._read("compliance()", _rt.Address)

    def decimals(self) -> _rt.Read[int]:
        """Decimal places of one token, at most 18.

        Solidity: `decimals()`, view, selector 0x313ce567
        """
        return self._read("decimals()", int)

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of verified investors that the token asks.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def name(self) -> _rt.Read[str]:
        """The token's name.

        Solidity: `name()`, view, selector 0x06fdde03
        """
        return self._read("name()", str)

    def onchainID(self) -> _rt.Read[_rt.Address]:
        """The token's own identity; zero when it has none.

        Solidity: `onchainID()`, view, selector 0xaba63705
        """
        return self._read("onchainID()", _rt.Address)

    def recoveryAddress(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, investorOnchainID: _rt.Address
    ) -> _rt.Write[bool]:
        """Moves a whole holding, its freezes and its registration to a new wallet of the same
        identity; agent only.

        Returns: `success` always true; failure reverts

        Solidity: `recoveryAddress(address,address,address)`, nonpayable, selector 0x9285948a
        """
        return self._write(
            "recoveryAddress(address,address,address)",
            bool,
            lostWallet,
            newWallet,
            investorOnchainID,
        )

    def setCompliance(self, newCompliance: _rt.Address) -> _rt.Write[None]:
        """Replaces the compliance contract; owner only.

        Solidity: `setCompliance(address)`, nonpayable, selector 0xf8981789
        """
        return self._write("setCompliance(address)", type(None), newCompliance)

    def setIdentityRegistry(self, newIdentityRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the identity registry; owner only.

        Solidity: `setIdentityRegistry(address)`, nonpayable, selector 0xcbf3f861
        """
        return self._write("setIdentityRegistry(address)", type(None), newIdentityRegistry)

    def setName(self, newName: str) -> _rt.Write[None]:
        """Renames the token; owner only. Reverts with `EmptyString`.

        Solidity: `setName(string)`, nonpayable, selector 0xc47f0027
        """
        return self._write("setName(string)", type(None), newName)

    def setOnchainID(self, newOnchainID: _rt.Address) -> _rt.Write[None]:
        """Sets the token's own identity; owner only, zero allowed.

        Solidity: `setOnchainID(address)`, nonpayable, selector 0x3d1ddc5b
        """
        return self._write("setOnchainID(address)", type(None), newOnchainID)

    def setSymbol(self, newSymbol: str) -> _rt.Write[None]:
        """Changes the symbol; owner only. Reverts with `EmptyString`.

        Solidity: `setSymbol(string)`, nonpayable, selector 0xb84c8246
        """
        return self._write("setSymbol(string)", type(None), newSymbol)

    def symbol(self) -> _rt.Read[str]:
        """The token's symbol.

        Solidity: `symbol()`, view, selector 0x95d89b41
        """
        return self._read("symbol()", str)

    def version(self) -> _rt.Read[str]:
        """The version of the token's code.

        Solidity: `version()`, view, selector 0x54fd4d50
        """
        return self._read("version()", str)


class IERC3643Metadata(_rt.Contract):
    """The half of ERC-3643's token that says what it is, which contracts it asks, and recovers
    lost wallets.
    """

    NAME = "IERC3643Metadata"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC3643MetadataEvents.ComplianceAdded,
        IERC3643MetadataEvents.IdentityRegistryAdded,
        IERC3643MetadataEvents.RecoverySuccess,
        IERC3643MetadataEvents.UpdatedTokenInformation,
    )
    structs: TypeAlias = IERC3643MetadataStructs
    errors: TypeAlias = IERC3643MetadataErrors
    events: TypeAlias = IERC3643MetadataEvents

    @cached_property
    def functions(self) -> IERC3643MetadataFunctions:
        """What the contract can be asked and told."""
        return IERC3643MetadataFunctions(self.contract, self.ERRORS)

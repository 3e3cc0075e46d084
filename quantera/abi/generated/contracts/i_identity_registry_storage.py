"""IIdentityRegistryStorage and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IIdentityRegistryStorageStructs:
    """Structs of IIdentityRegistryStorage."""


class IIdentityRegistryStorageErrors:
    """Errors of IIdentityRegistryStorage."""


class IIdentityRegistryStorageEvents:
    """Events of IIdentityRegistryStorage."""

    @dataclass(frozen=True)
    class CountryModified(_rt.Event):
        """A stored country was replaced."""

        SIGNATURE: ClassVar[str] = "CountryModified(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "20965fcdc6eed7ae398065b40ece4e732ba667992ca819fc54e80e9f2047c4cf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        country: int

    @dataclass(frozen=True)
    class IdentityModified(_rt.Event):
        """A stored identity was replaced."""

        SIGNATURE: ClassVar[str] = "IdentityModified(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "556ce885dfcea52155c773f1ed2e58781c51945c13030ab8f793c61f51d1b808"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        oldIdentity: _rt.Address
        newIdentity: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryBound(_rt.Event):
        """A registry may write here from now on."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryBound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "500c250171aa20e861b680f93502547b9d436eda7d4c537fc360db6e0c6eedfb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryUnbound(_rt.Event):
        """A registry may no longer write here."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryUnbound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "51f353eb5801583fdf2706e43c045b62fdf6b1566820b349390616363ecf72c9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

    @dataclass(frozen=True)
    class IdentityStored(_rt.Event):
        """A wallet was stored for an identity."""

        SIGNATURE: ClassVar[str] = "IdentityStored(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0030dea7e9c9afaa2e3c9810f2fc9b5181f1bad74ca5a8db85f746a33585e747"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityUnstored(_rt.Event):
        """A wallet was removed from storage."""

        SIGNATURE: ClassVar[str] = "IdentityUnstored(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ca6a4c3370b859312246e7f086284076e557997e10d856b716c23ab67067790b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address


class IIdentityRegistryStorageFunctions(_rt.Functions):
    """Functions of IIdentityRegistryStorage."""

    def addIdentityToStorage(
        self, userAddress: _rt.Address, identityContract: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Stores a wallet; agents (bound registries) only. Reverts with `WalletAlreadyRegistered`
        or `ZeroAddress`.

        Solidity: `addIdentityToStorage(address,address,uint16)`, nonpayable, selector
        0xa53410dd
        """
        return self._write(
            "addIdentityToStorage(address,address,uint16)",
            type(None),
            userAddress,
            identityContract,
            country,
        )

    def bindIdentityRegistry(self, identityRegistry: _rt.Address) -> _rt.Write[None]:
        """Lets a registry write here; owner only. Reverts with `TooManyRegistries` above 300.

        Solidity: `bindIdentityRegistry(address)`, nonpayable, selector 0x690a49f9
        """
        return self._write("bindIdentityRegistry(address)", type(None), identityRegistry)

    def linkedIdentityRegistries(self) -> _rt.Read[list[_rt.Address]]:
        """All registries that may write here.

        Solidity: `linkedIdentityRegistries()`, view, selector 0xbf9eb959
        """
        return self._read("linkedIdentityRegistries()", list[_rt.Address])

    def modifyStoredIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address
    ) -> _rt.Write[None]:
        """Replaces an identity; agents only. Reverts with `WalletNotRegistered` or `ZeroAddress`.

        Solidity: `modifyStoredIdentity(address,address)`, nonpayable, selector 0xe805cf86
        """
        return self._write(
            "modifyStoredIdentity(address,address)", type(None), userAddress, identityContract
        )

    def modifyStoredInvestorCountry(
        self, userAddress: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Replaces a country; agents only. Reverts with `WalletNotRegistered`.

        Solidity: `modifyStoredInvestorCountry(address,uint16)`, nonpayable, selector 0x9f3418d5
        """
        return self._write(
            "modifyStoredInvestorCountry(address,uint16)", type(None), userAddress, country
        )

    def removeIdentityFromStorage(self, userAddress: _rt.Address) -> _rt.Write[None]:
        """Removes a wallet; agents only. Reverts with `WalletNotRegistered`.

        Solidity: `removeIdentityFromStorage(address)`, nonpayable, selector 0xcf191bcd
        """
        return self._write("removeIdentityFromStorage(address)", type(None), userAddress)

    def storedIdentity(self, userAddress: _rt.Address) -> _rt.Read[_rt.Address]:
        """The identity of a wallet; zero when there is none.

        Solidity: `storedIdentity(address)`, view, selector 0x7988d3a5
        """
        return self._read("storedIdentity(address)", _rt.Address, userAddress)

    def storedInvestorCountry(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The country of a wallet; zero when there is none.

        Solidity: `storedInvestorCountry(address)`, view, selector 0x727e13bc
        """
        return self._read("storedInvestorCountry(address)", int, userAddress)

    def unbindIdentityRegistry(self, identityRegistry: _rt.Address) -> _rt.Write[None]:
        """Stops a registry from writing here; owner only. Reverts with `RegistryNotBound`.

        Solidity: `unbindIdentityRegistry(address)`, nonpayable, selector 0x97a012f7
        """
        return self._write("unbindIdentityRegistry(address)", type(None), identityRegistry)


class IIdentityRegistryStorage(_rt.Contract):
    """ERC-3643's storage of investors shared between registries, ABI-compatible with T-REX
    4.1.6.
    """

    NAME = "IIdentityRegistryStorage"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IIdentityRegistryStorageEvents.CountryModified,
        IIdentityRegistryStorageEvents.IdentityModified,
        IIdentityRegistryStorageEvents.IdentityRegistryBound,
        IIdentityRegistryStorageEvents.IdentityRegistryUnbound,
        IIdentityRegistryStorageEvents.IdentityStored,
        IIdentityRegistryStorageEvents.IdentityUnstored,
    )
    structs: TypeAlias = IIdentityRegistryStorageStructs
    errors: TypeAlias = IIdentityRegistryStorageErrors
    events: TypeAlias = IIdentityRegistryStorageEvents

    @cached_property
    def functions(self) -> IIdentityRegistryStorageFunctions:
        """What the contract can be asked and told."""
        return IIdentityRegistryStorageFunctions(self.contract, self.ERRORS)

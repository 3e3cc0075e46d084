"""IIdentityRegistry and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IIdentityRegistryStructs:
    """Structs of IIdentityRegistry."""


class IIdentityRegistryErrors:
    """Errors of IIdentityRegistry."""


class IIdentityRegistryEvents:
    """Events of IIdentityRegistry."""

    @dataclass(frozen=True)
    class ClaimTopicsRegistrySet(_rt.Event):
        """The registry of required claim topics was set."""

        SIGNATURE: ClassVar[str] = "ClaimTopicsRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7170bf15b246e880b2369cd7c67d057760d8a35149e8c64dde91efa22bcc76d0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopicsRegistry: _rt.Address

    @dataclass(frozen=True)
    class CountryUpdated(_rt.Event):
        """A wallet's country was replaced."""

        SIGNATURE: ClassVar[str] = "CountryUpdated(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "04ed3b726495c2dca1ff1215d9ca54e1a4030abb5e82b0f6ce55702416cee853"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        country: int

    @dataclass(frozen=True)
    class IdentityRegistered(_rt.Event):
        """A wallet was registered for an identity."""

        SIGNATURE: ClassVar[str] = "IdentityRegistered(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6ae73635c50d24a45af6fbd5e016ac4bed179addbc8bf24e04ff0fcc6d33af19"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityRemoved(_rt.Event):
        """A wallet was removed from the register."""

        SIGNATURE: ClassVar[str] = "IdentityRemoved(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "59d6590e225b81befe259af056324092801080acbb7feab310eb34678871f327"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityStorageSet(_rt.Event):
        """The storage of the register was set."""

        SIGNATURE: ClassVar[str] = "IdentityStorageSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2fa8b95c1db7afe99e3398f3792f008135cedc1fa26b0bb2ecd2352cd166d53c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityStorage: _rt.Address

    @dataclass(frozen=True)
    class IdentityUpdated(_rt.Event):
        """A wallet's identity was replaced."""

        SIGNATURE: ClassVar[str] = "IdentityUpdated(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e98082932c8056a0f514da9104e4a66bc2cbaef102ad59d90c4b24220ebf6010"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        oldIdentity: _rt.Address
        newIdentity: _rt.Address

    @dataclass(frozen=True)
    class TrustedIssuersRegistrySet(_rt.Event):
        """The registry of trusted issuers was set."""

        SIGNATURE: ClassVar[str] = "TrustedIssuersRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1b98cb79e6f73020175fe87333f1b91ad6a881519c0afe30340c2599b2b4bde0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        trustedIssuersRegistry: _rt.Address


class IIdentityRegistryFunctions(_rt.Functions):
    """Functions of IIdentityRegistry."""

    def batchRegisterIdentity(
        self,
        userAddresses: _rt.Sequence[_rt.Address],
        identities: _rt.Sequence[_rt.Address],
        countries: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Registers several wallets, all or none; agent only. Reverts with `LengthMismatch`.

        Solidity: `batchRegisterIdentity(address[],address[],uint16[])`, nonpayable, selector
        0x653dc9f1
        """
        return self._write(
            "batchRegisterIdentity(address[],address[],uint16[])",
            type(None),
            userAddresses,
            identities,
            countries,
        )

    def contains(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered, verified or not.

        Solidity: `contains(address)`, view, selector 0x5dbe47e8
        """
        return self._read("contains(address)", bool, userAddress)

    def deleteIdentity(self, userAddress: _rt.Address) -> _rt.Write[None]:
        """Removes a wallet; agent only. Reverts with `WalletNotRegistered`.

        Solidity: `deleteIdentity(address)`, nonpayable, selector 0xa8d29d1d
        """
        return self._write("deleteIdentity(address)", type(None), userAddress)

    def identity(self, userAddress: _rt.Address) -> _rt.Read[_rt.Address]:
        """The identity of a wallet; zero when it is not registered.

        Solidity: `identity(address)`, view, selector 0xf0eb5e54
        """
        return self._read("identity(address)", _rt.Address, userAddress)

    def identityStorage(self) -> _rt.Read[_rt.Address]:
        """Where the register is stored.

        Solidity: `identityStorage()`, view, selector 0xf11abfd8
        """
        return self._read("identityStorage()", _rt.Address)

    def investorCountry(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The country of a wallet; zero when it is not registered.

        Solidity: `investorCountry(address)`, view, selector 0x7e42683b
        """
        return self._read("investorCountry(address)", int, userAddress)

    def isVerified(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered and its evidence counts now.

        Solidity: `isVerified(address)`, view, selector 0xb9209e33
        """
        return self._read("isVerified(address)", bool, userAddress)

    def issuersRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of trusted issuers.

        Solidity: `issuersRegistry()`, view, selector 0xb4f3fcb7
        """
        return self._read("issuersRegistry()", _rt.Address)

    def registerIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Registers a wallet; agent only. Reverts with `WalletAlreadyRegistered` or `ZeroAddress`.

        Solidity: `registerIdentity(address,address,uint16)`, nonpayable, selector 0x454a03e0
        """
        return self._write(
            "registerIdentity(address,address,uint16)",
            type(None),
            userAddress,
            identityContract,
            country,
        )

    def setClaimTopicsRegistry(self, newTopicsRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the registry of required claim topics; owner only.

        Solidity: `setClaimTopicsRegistry(address)`, nonpayable, selector 0x670af6a9
        """
        return self._write("setClaimTopicsRegistry(address)", type(None), newTopicsRegistry)

    def setIdentityRegistryStorage(self, newStorage: _rt.Address) -> _rt.Write[None]:
        """Replaces the storage; owner only.

        Solidity: `setIdentityRegistryStorage(address)`, nonpayable, selector 0x26d941ae
        """
        return self._write("setIdentityRegistryStorage(address)", type(None), newStorage)

    def setTrustedIssuersRegistry(self, newIssuersRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the registry of trusted issuers; owner only.

        Solidity: `setTrustedIssuersRegistry(address)`, nonpayable, selector 0xe744d789
        """
        return self._write("setTrustedIssuersRegistry(address)", type(None), newIssuersRegistry)

    def topicsRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of required claim topics.

        Solidity: `topicsRegistry()`, view, selector 0x3b3e12f4
        """
        return self._read("topicsRegistry()", _rt.Address)

    def updateCountry(self, userAddress: _rt.Address, country: int) -> _rt.Write[None]:
        """Replaces a wallet's country; agent only. Reverts with `WalletNotRegistered`.

        Solidity: `updateCountry(address,uint16)`, nonpayable, selector 0x3b239a7f
        """
        return self._write("updateCountry(address,uint16)", type(None), userAddress, country)

    def updateIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address
    ) -> _rt.Write[None]:
        """Replaces a wallet's identity; agent only. Reverts with `WalletNotRegistered` or
        `ZeroAddress`.

        Solidity: `updateIdentity(address,address)`, nonpayable, selector 0x8e098ca1
        """
        return self._write(
            "updateIdentity(address,address)", type(None), userAddress, identityContract
        )


class IIdentityRegistry(_rt.Contract):
    """ERC-3643's register of investors, ABI-compatible with T-REX 4.1.6. Countries are ISO
    3166-1 numeric.
    """

    NAME = "IIdentityRegistry"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IIdentityRegistryEvents.ClaimTopicsRegistrySet,
        IIdentityRegistryEvents.CountryUpdated,
        IIdentityRegistryEvents.IdentityRegistered,
        IIdentityRegistryEvents.IdentityRemoved,
        IIdentityRegistryEvents.IdentityStorageSet,
        IIdentityRegistryEvents.IdentityUpdated,
        IIdentityRegistryEvents.TrustedIssuersRegistrySet,
    )
    structs: TypeAlias = IIdentityRegistryStructs
    errors: TypeAlias = IIdentityRegistryErrors
    events: TypeAlias = IIdentityRegistryEvents

    @cached_property
    def functions(self) -> IIdentityRegistryFunctions:
        """What the contract can be asked and told."""
        return IIdentityRegistryFunctions(self.contract, self.ERRORS)

"""ITokenFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITokenFeesStructs:
    """Structs of ITokenFees."""


class ITokenFeesErrors:
    """Errors of ITokenFees."""

    FeeContractWithoutCode: TypeAlias = _errors.FeeContractWithoutCode
    FeeInSecurity: TypeAlias = _errors.FeeInSecurity_void
    FeeNotReceived: TypeAlias = _errors.FeeNotReceived
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    NoSuchCurrency: TypeAlias = _errors.NoSuchCurrency
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure


class ITokenFeesEvents:
    """Events of ITokenFees."""

    @dataclass(frozen=True)
    class FeeCollected(_rt.Event):
        """A fee was taken from an agent's account."""

        SIGNATURE: ClassVar[str] = "FeeCollected(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f228de527fc1b9843baac03b9a04565473a263375950e63435d4138464386f46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class FeeStructureSet(_rt.Event):
        """The contract that prices and charges was replaced; zero switches fees off."""

        SIGNATURE: ClassVar[str] = "FeeStructureSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b10dfe1d446c4f7b101ca5604c419edeaad8c09682949c8bfa7dae2c3f382323"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        feeStructure: _rt.Address

    @dataclass(frozen=True)
    class FeesAgreed(_rt.Event):
        """An agent agreed to fees of at most this share of what it sells for."""

        SIGNATURE: ClassVar[str] = "FeesAgreed(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2957b0a4f07d833b31cdc94088950d04e7cafafc3a21ef4bd9959fd83106b12e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        mostBps: int

    @dataclass(frozen=True)
    class FeesPaid(_rt.Event):
        """Collected fees went to the fee structure."""

        SIGNATURE: ClassVar[str] = "FeesPaid(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a41f86b2a18fe00e10a9bd078e790ae82c2627a6f940166bddc2db475194a5f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        asset: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class SaleAssetSet(_rt.Event):
        """Fees on sales in a currency are taken in this asset; zero takes none."""

        SIGNATURE: ClassVar[str] = "SaleAssetSet(uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e8d348e7d41431b526835b8603a9ddfe36837c390d6fe80c7048ee5efb03079e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        currency: int
        asset: _rt.Address

    @dataclass(frozen=True)
    class SaleNotCharged(_rt.Event):
        """The fee structure refused to charge; the sale went on without a fee.

        Arguments: `amount` the consideration, in units of the asset; `reason` selector of the
        fee structure's error
        """

        SIGNATURE: ClassVar[str] = "SaleNotCharged(address,address,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "db8c74762300ecab2f56699855279705eae0860901bc8947d455b1bf5822b752"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int
        reason: bytes


class ITokenFeesFunctions(_rt.Functions):
    """Functions of ITokenFees."""

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the caller, to fees of at most a share of what it sells for, in basis
        points.

        Solidity: `agreeToFees(uint16)`, nonpayable, selector 0x9e3f1094
        """
        return self._write("agreeToFees(uint16)", type(None), mostBps)

    def agreedFees(self, account: _rt.Address) -> _rt.Read[int]:
        """Most that an account has agreed to pay in fees, in basis points.

        Solidity: `agreedFees(address)`, view, selector 0x87c22c15
        """
        return self._read("agreedFees(address)", int, account)

    def collectedFees(self, asset: _rt.Address) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(address)`, view, selector 0x1cead9a7
        """
        return self._read("collectedFees(address)", int, asset)

    def feeStructure(self) -> _rt.Read[_rt.Address]:
        """The contract that prices and charges; zero while fees are off.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", _rt.Address)

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)

    def saleAsset(self, currency: int) -> _rt.Read[_rt.Address]:
        """What fees on sales in a currency are taken in; zero where none are.

        Solidity: `saleAsset(uint8)`, view, selector 0x1d37cc67
        """
        return self._read("saleAsset(uint8)", _rt.Address, currency)

    def setFeeStructure(self, feeStructure: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure)

    def setSaleAsset(self, currency: int, asset: _rt.Address) -> _rt.Write[None]:
        """Sets what fees on sales in a currency are taken in. Restricted: FEE_ADMIN.

        Reverts with `NoSuchCurrency`, `FeeContractWithoutCode`, `FeeInSecurity`. Worth one of
        the currency's units each: the consideration is taken as that many whole units.

        Arguments: `asset` ERC-20 with decimals; zero to take none; `currency` 0 US, 1 EU, 2 UK,
        3 SG, 4 JP

        Solidity: `setSaleAsset(uint8,address)`, nonpayable, selector 0xd09a9827
        """
        return self._write("setSaleAsset(uint8,address)", type(None), currency, asset)


class ITokenFees(_rt.Contract):
    """`mintUnderTerms` and its batch are charged by `IDynamicFeeStructure` where one is set.
    The agent that mints pays, for the issuer, in the asset set for the currency of the
    sale: the fee on the consideration that the terms state, never more than the share the
    agent has agreed to itself. It gives the token an allowance for the fee. Nothing else
    that the token does is charged: transfers, ERC-3643's `mint` and `burn` and what the
    bridge moves cost what they cost without fees. A sale without a stated consideration, or
    in a currency without an asset, pays none. An agent that understated a consideration to
    save its fee would understate it to the rules on price as well, which count what is
    raised. When the fee structure refuses with a reason of its own (paused, role withdrawn,
    line full), the sale goes on without a fee, and `SaleNotCharged` says so.
    `FeeAboveLimit` refuses the sale. A fee structure that fails without a reason stops
    sales until FEE_ADMIN replaces it or switches fees off.
    """

    NAME = "ITokenFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ITokenFeesEvents.FeeCollected,
        ITokenFeesEvents.FeeStructureSet,
        ITokenFeesEvents.FeesAgreed,
        ITokenFeesEvents.FeesPaid,
        ITokenFeesEvents.SaleAssetSet,
        ITokenFeesEvents.SaleNotCharged,
    )
    structs: TypeAlias = ITokenFeesStructs
    errors: TypeAlias = ITokenFeesErrors
    events: TypeAlias = ITokenFeesEvents

    @cached_property
    def functions(self) -> ITokenFeesFunctions:
        """What the contract can be asked and told."""
        return ITokenFeesFunctions(self.contract, self.ERRORS)

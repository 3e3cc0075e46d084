"""IBrokerageFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageFeesStructs:
    """Structs of IBrokerageFees."""


class IBrokerageFeesErrors:
    """Errors of IBrokerageFees."""

    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure


class IBrokerageFeesEvents:
    """Events of IBrokerageFees."""

    @dataclass(frozen=True)
    class FeeCollected(_rt.Event):
        """A fee became debt of an account, and was set aside from the pool's units."""

        SIGNATURE: ClassVar[str] = "FeeCollected(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7fad5a81d69823f1122cb787f4df239f21c141ac1c0ca80596e9752cad12e13f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        amount: int

    @dataclass(frozen=True)
    class FeeNotCharged(_rt.Event):
        """The fee structure refused to charge; the operation went on without a fee.

        Arguments: `amount` units that were borrowed or opened; `reason` selector of the fee
        structure's error
        """

        SIGNATURE: ClassVar[str] = "FeeNotCharged(uint256,uint256,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "53ea33ed369df0ee2c9a1ca5cfd41c1d306421e27c06027e4ab812719fac5b52"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        assetId: int
        amount: int
        reason: bytes

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
        """An institution agreed to fees of at most this share of what it borrows or opens."""

        SIGNATURE: ClassVar[str] = "FeesAgreed(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2957b0a4f07d833b31cdc94088950d04e7cafafc3a21ef4bd9959fd83106b12e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        mostBps: int

    @dataclass(frozen=True)
    class FeesPaid(_rt.Event):
        """Collected fees went to the fee structure."""

        SIGNATURE: ClassVar[str] = "FeesPaid(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "905f2b3802aefa982c2d38dab3545e87f90b69e41c5d82c3abb700addd6b1f7a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        amount: int


class IBrokerageFeesFunctions(_rt.Functions):
    """Functions of IBrokerageFees."""

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the calling institution, to fees of at most a share of what it borrows or
        opens.

        Solidity: `agreeToFees(uint16)`, nonpayable, selector 0x9e3f1094
        """
        return self._write("agreeToFees(uint16)", type(None), mostBps)

    def agreedFees(self, institution: _rt.Address) -> _rt.Read[int]:
        """Most that an institution has agreed to pay in fees, basis points.

        Solidity: `agreedFees(address)`, view, selector 0x87c22c15
        """
        return self._read("agreedFees(address)", int, institution)

    def collectedFees(self, assetId: int) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(uint8)`, view, selector 0xf9b43172
        """
        return self._read("collectedFees(uint8)", int, assetId)

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

    def setFeeStructure(self, feeStructure: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure)


class IBrokerageFees(_rt.Contract):
    """Borrowing and opening positions are charged by `IDynamicFeeStructure` where one is set,
    never above the share that the institution has agreed to itself: an institution that has
    agreed to nothing cannot be charged, and takes no new risk while fees are on. A fee is
    debt of the account: in the borrowed asset, or in the cash asset for positions, which
    are charged on the units, rounded down, that their value makes at the cash asset's high
    price. The pool sets its units aside at once. When the fee structure refuses with a
    reason of its own, the operation goes on without a fee, and `FeeNotCharged` says so;
    `FeeAboveLimit` refuses the operation. A fee structure that fails without a reason stops
    new risk until FEE_ADMIN replaces it or switches fees off. Repaying, topping up and
    closing are never charged.
    """

    NAME = "IBrokerageFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageFeesEvents.FeeCollected,
        IBrokerageFeesEvents.FeeNotCharged,
        IBrokerageFeesEvents.FeeStructureSet,
        IBrokerageFeesEvents.FeesAgreed,
        IBrokerageFeesEvents.FeesPaid,
    )
    structs: TypeAlias = IBrokerageFeesStructs
    errors: TypeAlias = IBrokerageFeesErrors
    events: TypeAlias = IBrokerageFeesEvents

    @cached_property
    def functions(self) -> IBrokerageFeesFunctions:
        """What the contract can be asked and told."""
        return IBrokerageFeesFunctions(self.contract, self.ERRORS)

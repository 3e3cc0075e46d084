"""ISettlementFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementFeesStructs:
    """Structs of ISettlementFees."""


class ISettlementFeesErrors:
    """Errors of ISettlementFees."""

    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure


class ISettlementFeesEvents:
    """Events of ISettlementFees."""

    @dataclass(frozen=True)
    class FeeCollected(_rt.Event):
        """A fee was taken from a payer's account."""

        SIGNATURE: ClassVar[str] = "FeeCollected(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f228de527fc1b9843baac03b9a04565473a263375950e63435d4138464386f46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class FeeNotCharged(_rt.Event):
        """The fee structure refused to charge; the settlement went on without a fee.

        Arguments: `amount` units that settled; `reason` selector of the fee structure's error
        """

        SIGNATURE: ClassVar[str] = "FeeNotCharged(address,address,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "43c2b07a6dbcd9e166d56f8d0e94d9b0c76d3457c9e150ff2de8b1a85328b3b8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        payer: _rt.Address
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
        """A participant agreed to fees of at most this share of what it pays."""

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


class ISettlementFeesFunctions(_rt.Functions):
    """Functions of ISettlementFees."""

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the caller, to fees of at most a share of what it pays, in basis points.

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

    def setFeeStructure(self, feeStructure: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure)


class ISettlementFees(_rt.Contract):
    """Payments, trades, queued payments, netting batches and holds are charged by
    `IDynamicFeeStructure` where one is set. The payer of the cash leg pays, in that asset,
    beside what it settles, and never more than the share it has agreed to itself: a
    participant that has agreed to nothing cannot be charged, and cannot settle while fees
    are on. A hold in a payment asset is charged when it is ordered, because the payer could
    keep its execution from happening otherwise; what is paid out of a hold is not charged
    again, and what is released is not refunded. In a netting batch each payer is charged
    once, for all that it pays gross; the fee counts against the limit that it has signed.
    When the fee structure refuses with a reason of its own (paused, role withdrawn, line
    full), the settlement goes on without a fee, and `FeeNotCharged` says so.
    `FeeAboveLimit` refuses the settlement. A fee structure that fails without a reason
    stops settlements until FEE_ADMIN replaces it or switches fees off.
    """

    NAME = "ISettlementFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementFeesEvents.FeeCollected,
        ISettlementFeesEvents.FeeNotCharged,
        ISettlementFeesEvents.FeeStructureSet,
        ISettlementFeesEvents.FeesAgreed,
        ISettlementFeesEvents.FeesPaid,
    )
    structs: TypeAlias = ISettlementFeesStructs
    errors: TypeAlias = ISettlementFeesErrors
    events: TypeAlias = ISettlementFeesEvents

    @cached_property
    def functions(self) -> ISettlementFeesFunctions:
        """What the contract can be asked and told."""
        return ISettlementFeesFunctions(self.contract, self.ERRORS)

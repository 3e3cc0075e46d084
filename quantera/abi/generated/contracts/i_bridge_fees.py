"""IBridgeFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgeFeesStructs:
    """Structs of IBridgeFees."""


class IBridgeFeesErrors:
    """Errors of IBridgeFees."""

    FeeInSecurity: TypeAlias = _errors.FeeInSecurity_address
    FeeNotReceived: TypeAlias = _errors.FeeNotReceived
    FeePriceInvalid: TypeAlias = _errors.FeePriceInvalid
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    FeesOff: TypeAlias = _errors.FeesOff
    NoServiceOpen: TypeAlias = _errors.NoServiceOpen
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure
    ServiceContradicted: TypeAlias = _errors.ServiceContradicted
    ServiceStillDue: TypeAlias = _errors.ServiceStillDue
    WorthUnknown: TypeAlias = _errors.WorthUnknown


class IBridgeFeesEvents:
    """Events of IBridgeFees."""

    @dataclass(frozen=True)
    class AssetFeeSet(_rt.Event):
        """What sending an asset is charged in was set; fee asset zero charges nothing.

        Arguments: `price` of one whole unit of the fee asset in USD, 8 decimals; zero where the
        asset is charged in itself
        """

        SIGNATURE: ClassVar[str] = "AssetFeeSet(address,address,uint64,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1cccd0806fdf34429dd6e301e11f1f231f8ec16da25d75887fdb8144401b65f2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        feeAsset: _rt.Address
        price: int
        decimals: int

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
    class ServiceReported(_rt.Event):
        """A service level was reported to the fee structure, which ends what the bridge remembers
        of it.

        Arguments: `kept` whether the premium stays with the platform
        """

        SIGNATURE: ClassVar[str] = "ServiceReported(bytes32,uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "325276b2afa80f8998845b949529a6a18a94b4ce7b2491474d395b75cc244a46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        deliveredAt: int
        kept: bool

    @dataclass(frozen=True)
    class TransferCharged(_rt.Event):
        """A fee was taken for a message.

        Arguments: `serial` number of the charge in the bridge's line of the fee asset;
        `urgency` level of service that it has bought
        """

        SIGNATURE: ClassVar[str] = (
            "TransferCharged(bytes32,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "26c09c4778abb8b1f56d9aeecc7884212a86b19577fa99ea8d8691de2ead7ac1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        id: bytes
        feeAsset: _rt.Address
        payer: _rt.Address
        fee: int
        serial: int
        urgency: int

    @dataclass(frozen=True)
    class TransferNotCharged(_rt.Event):
        """A message was sent without a fee.

        Arguments: `reason` selector of the fee structure's error, or of `WorthUnknown`
        """

        SIGNATURE: ClassVar[str] = "TransferNotCharged(bytes32,address,address,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b9e5e8c33f0f1ce4ce90e71cb5faeca92bf8dfc531a82ef86cc769809a5bc646"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        id: bytes
        feeAsset: _rt.Address
        payer: _rt.Address
        reason: bytes


class IBridgeFeesFunctions(_rt.Functions):
    """Functions of IBridgeFees."""

    def assetFee(self, asset: _rt.Address) -> _rt.Read[tuple[_rt.Address, int, int]]:
        """What sending an asset is charged in; zero where it is not.

        Solidity: `assetFee(address)`, view, selector 0x0fa63fe4
        """
        return self._read("assetFee(address)", tuple[_rt.Address, int, int], asset)

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

    def reportDelivered(self, message: bytes, deliveredAt: int) -> _rt.Write[bool]:
        """Says when a message that bought a service level was delivered. Local role PRICER.

        Reverts with `NoServiceOpen`, `ServiceContradicted` when it came back, `FeesOff`, and
        the fee structure's `DeliveredInFuture`. A fee structure that was replaced since knows
        nothing of it: `kept` is false then.

        Arguments: `deliveredAt` Unix time of the credit on the other chain; `message` its bytes

        Returns: `kept` whether it was in time

        Solidity: `reportDelivered(bytes,uint256)`, nonpayable, selector 0x7ef3dba1
        """
        return self._write("reportDelivered(bytes,uint256)", bool, message, deliveredAt)

    def reportReturned(self, message: bytes) -> _rt.Write[None]:
        """Says of a message that came back that it missed its service level, so that the premium
        can be claimed at once. Anybody may.

        Reverts with `NoServiceOpen`, `ServiceContradicted` unless it came back, `FeesOff` and
        `ServiceStillDue`.

        Arguments: `message` its bytes, as they were sent

        Solidity: `reportReturned(bytes)`, nonpayable, selector 0x3cdd8e23
        """
        return self._write("reportReturned(bytes)", type(None), message)

    def serviceOf(self, id: bytes) -> _rt.Read[tuple[_rt.Address, int]]:
        """The charge by which a message bought a service level; zero when none is open.

        Solidity: `serviceOf(bytes32)`, view, selector 0xbd56775c
        """
        return self._read("serviceOf(bytes32)", tuple[_rt.Address, int], id)

    def setAssetFee(self, asset: _rt.Address, feeAsset: _rt.Address, price: int) -> _rt.Write[None]:
        """Sets what sending an asset is charged in. Restricted: FEE_ADMIN.

        Reverts with `AssetUnknown` for what is not listed, `AddressWithoutCode`,
        `FeeInSecurity` for what is listed as regulated or names an identity registry,
        `FeePriceInvalid` and `DecimalsTooLarge`.

        Arguments: `feeAsset` ERC-20 with decimals, such as a settlement asset; the asset itself
        where that is no security; zero to charge nothing; `price` of one whole unit of the fee
        asset in USD, 8 decimals; zero where the asset is charged in itself, whose price is the
        one stored with the fee structure (`setPrice`)

        Solidity: `setAssetFee(address,address,uint64)`, nonpayable, selector 0x9749e018
        """
        return self._write(
            "setAssetFee(address,address,uint64)", type(None), asset, feeAsset, price
        )

    def setFeeStructure(self, feeStructure: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges; zero switches fees off. Restricted:
        FEE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure)


class IBridgeFees(_rt.Contract):
    """The platform's own fee for sending, beside what the protocols ask for in the native
    coin. Where a fee structure is set, an asset with a fee asset is charged when units of
    it leave; the sender pays, in the fee asset, out of an allowance to the bridge.
    Receiving, claims, returns, repeated messages, allotments and reports of payments are
    never charged and never call the fee structure, so none of its failures stands in their
    way. The amount that is priced is the units themselves where an asset is charged in
    itself, and otherwise what they are worth: their value by the asset's feed
    (`IBridgeConfiguration.usdFeedOf`) over the fee asset's stored price, rounded up.
    Complexity is derived here: one movement for each protocol and one where the asset keeps
    lots, one more for a regulated asset, and another chain (`Complexity`). The sender says
    with each message how much it pays at most and which service level it buys
    (`IBridgePaidSending`). `send` and `sendOver` agree to no fee and to level 0: they go on
    as long as nothing is charged. A security is never a fee asset, because the bridge is no
    investor and may not hold one. A service level is kept when a PRICER reports the
    delivery in time. A transfer that comes back was not delivered: its premium is the
    sender's to claim once the level was due, and so is that of a transfer of which nothing
    is reported (`IDynamicFeeStructureCollection.claimRefund`). When the fee structure
    refuses with a reason of its own (paused, role withdrawn, line full), or the units'
    worth is not known, the transfer goes on without a fee, and `TransferNotCharged` says
    so. `FeeAboveLimit` refuses it. A fee structure that fails without a reason stops what
    is charged, and nothing else, until FEE_ADMIN replaces it or switches fees off.
    """

    NAME = "IBridgeFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBridgeFeesEvents.AssetFeeSet,
        IBridgeFeesEvents.FeeStructureSet,
        IBridgeFeesEvents.FeesPaid,
        IBridgeFeesEvents.ServiceReported,
        IBridgeFeesEvents.TransferCharged,
        IBridgeFeesEvents.TransferNotCharged,
    )
    structs: TypeAlias = IBridgeFeesStructs
    errors: TypeAlias = IBridgeFeesErrors
    events: TypeAlias = IBridgeFeesEvents

    @cached_property
    def functions(self) -> IBridgeFeesFunctions:
        """What the contract can be asked and told."""
        return IBridgeFeesFunctions(self.contract, self.ERRORS)

"""IDynamicFeeStructureCollection and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IDynamicFeeStructureCollectionStructs:
    """Structs of IDynamicFeeStructureCollection."""

    Line: TypeAlias = _structs.IDynamicFeeStructureCollection_Line
    Promise: TypeAlias = _structs.IDynamicFeeStructureCollection_Promise
    Split: TypeAlias = _structs.IDynamicFeeStructureCollection_Split


class IDynamicFeeStructureCollectionErrors:
    """Errors of IDynamicFeeStructureCollection."""

    CollectorPaidNothing: TypeAlias = _errors.CollectorPaidNothing
    DeliveredInFuture: TypeAlias = _errors.DeliveredInFuture
    NothingAccrued: TypeAlias = _errors.NothingAccrued
    NothingCredited: TypeAlias = _errors.NothingCredited
    PromiseStillOpen: TypeAlias = _errors.PromiseStillOpen
    PromiseUnknown: TypeAlias = _errors.PromiseUnknown
    RecipientMissing: TypeAlias = _errors.RecipientMissing
    SplitTooLarge: TypeAlias = _errors.SplitTooLarge
    WithdrawalToNobody: TypeAlias = _errors.WithdrawalToNobody


class IDynamicFeeStructureCollectionEvents:
    """Events of IDynamicFeeStructureCollection."""

    @dataclass(frozen=True)
    class CreditWithdrawn(_rt.Event):
        """Somebody withdrew what it was credited."""

        SIGNATURE: ClassVar[str] = "CreditWithdrawn(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d430aface48b16af1448d6ebf0bff9dc475b838e4d48c1ee1b3e45001e9889a5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        asset: _rt.Address
        holder: _rt.Address
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class FeesSwept(_rt.Event):
        """A line was swept; the three shares add up to what arrived, `outstanding` is what was
        asked beyond.
        """

        SIGNATURE: ClassVar[str] = (
            "FeesSwept(address,address,address,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b513adb8047b9cdd54f3c5f93df49c42c2bc1f5f8725997da6748d9c243d33c7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        collector: _rt.Address
        asset: _rt.Address
        partner: _rt.Address
        treasuryShare: int
        partnerShare: int
        insuranceShare: int
        outstanding: int

    @dataclass(frozen=True)
    class PremiumRefunded(_rt.Event):
        """A premium was returned; `outstanding` is what the collector has not paid of it."""

        SIGNATURE: ClassVar[str] = (
            "PremiumRefunded(address,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "85c9b1ea80ecd0f4d6d9c098ad389cb851c8e35f7e687c5dd6f6f1b771ca4584"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        refunded: int
        outstanding: int

    @dataclass(frozen=True)
    class PriceSet(_rt.Event):
        """The stored price of a line changed."""

        SIGNATURE: ClassVar[str] = "PriceSet(address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "aeb43dd8d9bbc7e114c6625dcd52c04a4f321f466a173b6c8f8f11bf6d1d1ea5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        collector: _rt.Address
        asset: _rt.Address
        price: int
        decimals: int

    @dataclass(frozen=True)
    class RecipientsSet(_rt.Event):
        """Who has the treasury's and the insurance's shares of what is swept from now on."""

        SIGNATURE: ClassVar[str] = "RecipientsSet(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ba91e264f3014dcddc5891a03ce4a2cb18b5a81d64ff00283a537609ba6d7e90"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        treasury: _rt.Address
        insurance: _rt.Address

    @dataclass(frozen=True)
    class ServiceKept(_rt.Event):
        """A service level was kept; the premium now belongs to the line."""

        SIGNATURE: ClassVar[str] = "ServiceKept(address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e6a6a450708b27d4c2ef9bcd9e5d1086bd2b7123ece090c6f6efa2a514be9722"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        deliveredAt: int

    @dataclass(frozen=True)
    class ServiceMissed(_rt.Event):
        """A service level was missed; the premium is the payer's to claim."""

        SIGNATURE: ClassVar[str] = "ServiceMissed(address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e4c93327e00073989e15b4e553ff1915c2b57fc14427860a13b3ac3cbf1c9ff6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        deliveredAt: int

    @dataclass(frozen=True)
    class ServicePromised(_rt.Event):
        """A charge bought a service level; `premium` is held back from the line."""

        SIGNATURE: ClassVar[str] = (
            "ServicePromised(address,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "47412d3bd505126e0316cdeb7f3d786947c37afe519916878e31fd65db5b7da5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        premium: int
        dueAt: int

    @dataclass(frozen=True)
    class SplitSet(_rt.Event):
        """How a collector's fees are divided from now on."""

        SIGNATURE: ClassVar[str] = "SplitSet(address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a3021e8bdd895757efa707edf537269898b435741648802dc390062b27387607"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        collector: _rt.Address
        partner: _rt.Address
        partnerBps: int
        insuranceBps: int


class IDynamicFeeStructureCollectionFunctions(_rt.Functions):
    """Functions of IDynamicFeeStructureCollection."""

    def REPORT_GRACE(self) -> _rt.Read[int]:
        """How long after it was due an unreported promise can be claimed, seconds.

        Solidity: `REPORT_GRACE()`, view, selector 0xa99f046e
        """
        return self._read("REPORT_GRACE()", int)

    def claimRefund(
        self, collector: _rt.Address, asset: _rt.Address, payer: _rt.Address, serial: int
    ) -> _rt.Write[int]:
        """Credits a missed promise's premium to the payer, after the collector has paid it; anyone
        may call.

        Pause group SERVICE. Reverts with `PromiseUnknown`, `PromiseStillOpen` or
        `CollectorPaidNothing`.

        Returns: `refunded` units credited; when the collector paid less than the premium, the
        rest can be claimed again

        Solidity: `claimRefund(address,address,address,uint256)`, nonpayable, selector
        0x729dc9be
        """
        return self._write(
            "claimRefund(address,address,address,uint256)", int, collector, asset, payer, serial
        )

    def creditOf(self, asset: _rt.Address, holder: _rt.Address) -> _rt.Read[int]:
        """What somebody can withdraw in an asset.

        Solidity: `creditOf(address,address)`, view, selector 0x035ec584
        """
        return self._read("creditOf(address,address)", int, asset, holder)

    def insurance(self) -> _rt.Read[_rt.Address]:
        """Who has the insurance's share.

        Solidity: `insurance()`, view, selector 0x89cf3204
        """
        return self._read("insurance()", _rt.Address)

    def lineOf(
        self, collector: _rt.Address, asset: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Line]:
        """What a collector owes in an asset.

        Solidity: `lineOf(address,address)`, view, selector 0x62c0079c
        """
        return self._read(
            "lineOf(address,address)",
            _structs.IDynamicFeeStructureCollection_Line,
            collector,
            asset,
        )

    def promiseOf(
        self, collector: _rt.Address, asset: _rt.Address, payer: _rt.Address, serial: int
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Promise]:
        """A promise that is open or claimable; all zero when there is none.

        Solidity: `promiseOf(address,address,address,uint256)`, view, selector 0x5966e9ad
        """
        return self._read(
            "promiseOf(address,address,address,uint256)",
            _structs.IDynamicFeeStructureCollection_Promise,
            collector,
            asset,
            payer,
            serial,
        )

    def reportDelivery(
        self, asset: _rt.Address, payer: _rt.Address, serial: int, deliveredAt: int
    ) -> _rt.Write[bool]:
        """Says when what was paid for was delivered: in time, the premium joins the line; late, it
        is the payer's.

        Local role PRODUCT, each collector its own charges. Pause group SERVICE. Calls nobody. A
        charge that promised nothing, or whose promise has been reported or refunded, is left as
        it is: a delivery must not fail because of its fee. Reverts with `DeliveredInFuture`, or
        `AccrualFull` of `IDynamicFeeStructure`.

        Arguments: `asset` of the charge; `deliveredAt` Unix time, not in the future; `payer` of
        the charge; `serial` as `charge` returned it

        Returns: `kept` whether a promise was kept by this report

        Solidity: `reportDelivery(address,address,uint256,uint256)`, nonpayable, selector
        0xea7f09a5
        """
        return self._write(
            "reportDelivery(address,address,uint256,uint256)",
            bool,
            asset,
            payer,
            serial,
            deliveredAt,
        )

    def setPrice(
        self, collector: _rt.Address, asset: _rt.Address, price: int, decimals: int
    ) -> _rt.Write[None]:
        """Stores an asset's price for a collector that gives none.

        Local role PRICER. Reverts with `DecimalsTooLarge`. Zero takes the price away.

        Arguments: `collector` whose; zero, with asset zero, is the price of `calculateFee`;
        `decimals` of the asset; `price` value of one whole unit, 8 decimals

        Solidity: `setPrice(address,address,uint64,uint8)`, nonpayable, selector 0xf0b9c217
        """
        return self._write(
            "setPrice(address,address,uint64,uint8)", type(None), collector, asset, price, decimals
        )

    def setRecipients(self, treasury_: _rt.Address, insurance_: _rt.Address) -> _rt.Write[None]:
        """Sets who has the treasury's and the insurance's shares.

        Restricted: TREASURER. Reverts with `RecipientMissing`.

        Solidity: `setRecipients(address,address)`, nonpayable, selector 0x16de1335
        """
        return self._write("setRecipients(address,address)", type(None), treasury_, insurance_)

    def setSplit(
        self, collector: _rt.Address, split: _structs.IDynamicFeeStructureCollection_Split
    ) -> _rt.Write[None]:
        """Sets how a collector's fees are divided; of collector zero, those of collectors without
        a split.

        Restricted: FEE_ADMIN. Reverts with `SplitTooLarge`.

        Solidity: `setSplit(address,(address,uint16,uint16))`, nonpayable, selector 0xe4bdadb6
        """
        return self._write(
            "setSplit(address,(address,uint16,uint16))", type(None), collector, split
        )

    def splitOf(
        self, collector: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Split]:
        """The split that holds for a collector.

        Solidity: `splitOf(address)`, view, selector 0x41890891
        """
        return self._read(
            "splitOf(address)", _structs.IDynamicFeeStructureCollection_Split, collector
        )

    def sweep(self, collector: _rt.Address, asset: _rt.Address) -> _rt.Write[int]:
        """Makes a collector pay its line and credits the split; anyone may call.

        Pause group SWEEPING. The split in force at the time holds; the treasury has what the
        other two shares, each rounded down, leave. Reverts with `NothingAccrued` or
        `CollectorPaidNothing`.

        Returns: `received` units that arrived

        Solidity: `sweep(address,address)`, nonpayable, selector 0xb8dc491b
        """
        return self._write("sweep(address,address)", int, collector, asset)

    def treasury(self) -> _rt.Read[_rt.Address]:
        """Who has the treasury's share.

        Solidity: `treasury()`, view, selector 0x61d027b3
        """
        return self._read("treasury()", _rt.Address)

    def withdraw(self, asset: _rt.Address, to: _rt.Address) -> _rt.Write[int]:
        """Sends the caller what it was credited in an asset.

        Pause group WITHDRAWALS. Reverts with `NothingCredited` or `WithdrawalToNobody`.

        Returns: `amount` units sent

        Solidity: `withdraw(address,address)`, nonpayable, selector 0xf940e385
        """
        return self._write("withdraw(address,address)", int, asset, to)


class IDynamicFeeStructureCollection(_rt.Contract):
    """Where charged fees go: lines, service levels, sweeping, the split, and withdrawal. At
    the address of `IDynamicFeeStructure`. A line is what one collector owes in one asset.
    Sweeping makes the collector pay (`IFeeCollector`), measures what arrived here, and
    credits it to partner, insurance and treasury; each withdraws its own, so that none can
    stop another. An asset that takes a fee of its own on transfer is credited as it
    arrives, and the collector owes the rest. Assets whose balances change by themselves
    must not be charged in. A charge with urgency and a service level is a promise: what the
    level cost is not in the line until the collector reports that it delivered in time.
    Reported late, or not reported `REPORT_GRACE` after it was due, it is the payer's to
    claim.
    """

    NAME = "IDynamicFeeStructureCollection"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IDynamicFeeStructureCollectionEvents.CreditWithdrawn,
        IDynamicFeeStructureCollectionEvents.FeesSwept,
        IDynamicFeeStructureCollectionEvents.PremiumRefunded,
        IDynamicFeeStructureCollectionEvents.PriceSet,
        IDynamicFeeStructureCollectionEvents.RecipientsSet,
        IDynamicFeeStructureCollectionEvents.ServiceKept,
        IDynamicFeeStructureCollectionEvents.ServiceMissed,
        IDynamicFeeStructureCollectionEvents.ServicePromised,
        IDynamicFeeStructureCollectionEvents.SplitSet,
    )
    structs: TypeAlias = IDynamicFeeStructureCollectionStructs
    errors: TypeAlias = IDynamicFeeStructureCollectionErrors
    events: TypeAlias = IDynamicFeeStructureCollectionEvents

    @cached_property
    def functions(self) -> IDynamicFeeStructureCollectionFunctions:
        """What the contract can be asked and told."""
        return IDynamicFeeStructureCollectionFunctions(self.contract, self.ERRORS)

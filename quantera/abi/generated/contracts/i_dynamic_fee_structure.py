"""IDynamicFeeStructure and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IDynamicFeeStructureStructs:
    """Structs of IDynamicFeeStructure."""

    FeeBreakdown: TypeAlias = _structs.IDynamicFeeStructure_FeeBreakdown
    FeeParameters: TypeAlias = _structs.IDynamicFeeStructure_FeeParameters
    FeeRequest: TypeAlias = _structs.IDynamicFeeStructure_FeeRequest


class IDynamicFeeStructureErrors:
    """Errors of IDynamicFeeStructure."""

    AccrualFull: TypeAlias = _errors.AccrualFull
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256
    DecimalsTooLarge: TypeAlias = _errors.DecimalsTooLarge_uint256
    ExtensionWithoutCode: TypeAlias = _errors.ExtensionWithoutCode
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    LevelUnknown: TypeAlias = _errors.LevelUnknown
    ProductUnknown: TypeAlias = _errors.ProductUnknown


class IDynamicFeeStructureEvents:
    """Events of IDynamicFeeStructure."""

    @dataclass(frozen=True)
    class DetailedFeeCharged(_rt.Event):
        """A fee was charged that `FeeCharged` cannot tell. The parts are those of the breakdown,
        each in 128 bits.

        The line's accrual grows by the total, less what is refundable (`ServicePromised`). From
        the lowest bit:

        Arguments: `account` whose volume and terms counted; `amountAndBase` amount; `baseFee`;
        `assetAndVolume` asset 160; the account's volume in the current period, this deal
        included, 80; `collector` who charged; `complexityAndAdjustment` `complexityFee`;
        `floorTopUp` when the limit is `FLOOR`, else `capReduction`; `discountAndCongestion`
        `volumeDiscount`; `congestionPremium`; `payer` who paid; `timeAndUrgency` `timePremium`;
        `urgencyPremium`; `waivedAndContext` `waived`; serial 32, version 16, product 8, urgency
        8, complexity 8, tier 8, limit 8
        """

        SIGNATURE: ClassVar[str] = (
            "DetailedFeeCharged(address,address,uint256,address,uint256,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "99294c2ef0a1e1e19c573f7eb0e9bce8b0ee0deab8adf47dc26c3523a3b183dc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (
            True,
            True,
            False,
            False,
            False,
            False,
            False,
            False,
            False,
        )
        collector: _rt.Address
        payer: _rt.Address
        assetAndVolume: int
        account: _rt.Address
        amountAndBase: int
        discountAndCongestion: int
        timeAndUrgency: int
        complexityAndAdjustment: int
        waivedAndContext: int

    @dataclass(frozen=True)
    class FeeCharged(_rt.Event):
        """A fee was charged, for an amount below 2^88, with no urgency premium, no waiver and no
        limit at work: those parts are zero, and the others are here, each in 85 bits because
        none is above a twentieth of the amount. Every other charge is told by
        `DetailedFeeCharged`.

        The line's accrual grows by the total. Packed, because a log costs by the word
        (`quantera.fees.charges` unpacks both events); from the lowest bit:

        Arguments: `accountAndAmount` account whose volume and terms counted 160; amount 96;
        `assetAndVolume` asset 160; the account's volume in the current period, this deal
        included, 80; `baseDiscountCongestion` `baseFee` 85; `volumeDiscount` 85;
        `congestionPremium` 85; `collector` who charged; `payer` who paid;
        `timeComplexityContext` `timePremium` 85; `complexityFee` 85; serial 32; version 16;
        product 8; urgency 8; complexity 8; tier 8
        """

        SIGNATURE: ClassVar[str] = "FeeCharged(address,address,uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8cd563b4ef1019d9a6262ee39cd600a71c85e4283ea2a0dc39cfd3e63e8cad2b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        assetAndVolume: int
        accountAndAmount: int
        baseDiscountCongestion: int
        timeComplexityContext: int


class IDynamicFeeStructureFunctions(_rt.Functions):
    """Functions of IDynamicFeeStructure."""

    def charge(
        self, request: _structs.IDynamicFeeStructure_FeeRequest, maxFee: int
    ) -> _rt.Write[tuple[int, int]]:
        """Charges a fee: prices the deal, adds its value to the account's volume and the fee to
        the collector's line. The collector takes the fee from its user itself.

        Local role PRODUCT. Pause group CHARGING. Reverts with `FeeAboveLimit`,
        `AmountTooLarge`, `LevelUnknown`, `DecimalsTooLarge`, `AccrualFull`, `LocalRoleMissing`
        or `GroupPaused`. Calls nobody but, when no account is named and the payer's is older
        than `ACCOUNT_LIFETIME`, the identity registry, and a congestion source where one is
        set, both statically.

        Arguments: `maxFee` most that the payer has agreed to; `request` the deal

        Returns: `fee` units of the asset; `serial` number of the charge in the collector's
        line, with which a service level is reported

        Solidity:
        `charge((uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)`,
        nonpayable, selector 0x550ac77d
        """
        return self._write(
            "charge((uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)",
            tuple[int, int],
            request,
            maxFee,
        )

    def quote(
        self,
        collector: _rt.Address,
        request: _structs.IDynamicFeeStructure_FeeRequest,
        baseFee: int,
    ) -> _rt.Read[_structs.IDynamicFeeStructure_FeeBreakdown]:
        """What `charge` would take in a block of this time, with every part.

        Takes the base fee as an argument because a call outside a block may see zero. At zero
        there is no congestion premium. Not refused while charging is paused. Reverts with
        `AmountTooLarge`, `LevelUnknown` or `DecimalsTooLarge`.

        Arguments: `baseFee` wei; `collector` who would charge: its stored price holds when the
        request has none; `request` the deal

        Returns: `breakdown` the fee and its parts

        Solidity:
        `quote(address,(uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)`,
        view, selector 0xcf9d036a
        """
        return self._read(
            "quote(address,(uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)",
            _structs.IDynamicFeeStructure_FeeBreakdown,
            collector,
            request,
            baseFee,
        )


class IDynamicFeeStructure(_rt.Contract):
    """What a deal costs, said before it and charged with it from one computation, with every
    part to the wei. Amounts and fees are units of the asset of the deal. Values are in the
    reference currency with 8 decimals. Rates are millionths (`Pips`) or ten-thousandths
    (`Bps`). Times are Unix seconds, UTC. How a fee comes about, in this order
    (`docs/fees.md` has an example to the wei): 1. `baseFee`: the amount is cut at the
    schedule's band values; each slice pays its band's rate. 2. `volumeDiscount`: the same
    slices, cut where the account's rolling volume passes into another tier while the amount
    is added to it; each slice is reduced by its tier's discount. 3. `congestionPremium`,
    `timePremium`, `urgencyPremium`: each a share of base less discount. 4. `complexityFee`:
    a value for the level of complexity, at most what 5. leaves of any fee. 5. `floorTopUp`
    or `capReduction`: the schedule's floor, its cap, and `MAX_FEE_PIPS` of the amount. 6.
    `waived`: the account's waiver. `total = baseFee - volumeDiscount + congestionPremium +
    timePremium + urgencyPremium + complexityFee + floorTopUp - capReduction - waived`,
    exactly: running sums are rounded up, and each part is the difference of two of them.
    Levels of urgency (0 to 3) buy a service level: level 0 has none, a higher level is due
    sooner (`serviceSeconds` of the schedule). A missed one returns what the level cost
    (`IDynamicFeeStructureCollection`). Levels of complexity (0 to 3) are derived on-chain
    by the collector (`Complexity`), never taken from its caller, and a schedule has a least
    one. Volume is added over periods of 30 days: what counts is the current period's volume
    and the part of the previous one's that a window of 30 days still covers, so it fades
    without anybody writing. It belongs to an account: the one that the collector names,
    else the institution of the payer's identity, else the identity, else the payer
    (`IDynamicFeeStructureAccounts`). The contract that charges, called collector here,
    takes the fee from its user itself and keeps it; see `IFeeCollector`.
    """

    NAME = "IDynamicFeeStructure"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IDynamicFeeStructureEvents.DetailedFeeCharged,
        IDynamicFeeStructureEvents.FeeCharged,
    )
    structs: TypeAlias = IDynamicFeeStructureStructs
    errors: TypeAlias = IDynamicFeeStructureErrors
    events: TypeAlias = IDynamicFeeStructureEvents

    @cached_property
    def functions(self) -> IDynamicFeeStructureFunctions:
        """What the contract can be asked and told."""
        return IDynamicFeeStructureFunctions(self.contract, self.ERRORS)

"""ISettlementSelection and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementSelectionStructs:
    """Structs of ISettlementSelection."""

    Candidate: TypeAlias = _structs.ISettlementSelection_Candidate


class ISettlementSelectionErrors:
    """Errors of ISettlementSelection."""

    AmountNotExact: TypeAlias = _errors.AmountNotExact
    DailyCapExceeded: TypeAlias = _errors.DailyCapExceeded
    NoEligibleAsset: TypeAlias = _errors.NoEligibleAsset
    ParticipantNotAdmitted: TypeAlias = _errors.ParticipantNotAdmitted
    PaymentAssetRefused: TypeAlias = _errors.PaymentAssetRefused
    PaymentInvalid: TypeAlias = _errors.PaymentInvalid


class ISettlementSelectionEvents:
    """Events of ISettlementSelection."""


class ISettlementSelectionFunctions(_rt.Functions):
    """Functions of ISettlementSelection."""

    def explainSelection(
        self, currency: int, payer: _rt.Address, payee: _rt.Address, value: int, acceptedTypes: int
    ) -> _rt.Read[list[_structs.ISettlementSelection_Candidate]]:
        """All assets of the currency in the order in which they would be taken, each with its
        reason.

        Solidity: `explainSelection(uint8,address,address,uint256,uint8)`, view, selector
        0xd5b26b09
        """
        return self._read(
            "explainSelection(uint8,address,address,uint256,uint8)",
            list[_structs.ISettlementSelection_Candidate],
            currency,
            payer,
            payee,
            value,
            acceptedTypes,
        )

    def selectAsset(
        self, currency: int, payer: _rt.Address, payee: _rt.Address, value: int, acceptedTypes: int
    ) -> _rt.Read[tuple[_rt.Address, int]]:
        """The asset that `pay` would take, without reasons. The zero address when none is
        eligible.

        Solidity: `selectAsset(uint8,address,address,uint256,uint8)`, view, selector 0xd35fc11e
        """
        return self._read(
            "selectAsset(uint8,address,address,uint256,uint8)",
            tuple[_rt.Address, int],
            currency,
            payer,
            payee,
            value,
            acceptedTypes,
        )


class ISettlementSelection(_rt.Contract):
    """Which asset a payment is made in, and why not in another. An asset is eligible when it
    is admitted and not suspended, may be used in a jurisdiction that payer, payee and asset
    share, is neither stale nor off its peg, has room under its daily cap, is not paused,
    would not take the payee above its Group 2 limit, and when the payer holds and has
    approved enough of it. The eligible asset with the lowest score is taken; among equals
    the preferred, then the least used part of its daily cap, then the lowest address. The
    same code decides in the views and in `pay`. Reasons: 0 eligible, 1 not admitted, 2
    suspended, 3 a security, 5 no common jurisdiction, 6 price stale, 7 off its peg, 8 daily
    cap, 9 token paused, 10 payer not funded or not approved, 11 Group 2 limit, 12 payer not
    admitted, 13 payee not admitted, 14 kind not accepted by the caller, 15 the token's own
    checks refuse, 16 the currency's rate is stale.
    """

    NAME = "ISettlementSelection"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ISettlementSelectionStructs
    errors: TypeAlias = ISettlementSelectionErrors
    events: TypeAlias = ISettlementSelectionEvents

    @cached_property
    def functions(self) -> ISettlementSelectionFunctions:
        """What the contract can be asked and told."""
        return ISettlementSelectionFunctions(self.contract, self.ERRORS)

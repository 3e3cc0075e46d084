"""ISettlementPayments and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementPaymentsStructs:
    """Structs of ISettlementPayments."""


class ISettlementPaymentsErrors:
    """Errors of ISettlementPayments."""


class ISettlementPaymentsEvents:
    """Events of ISettlementPayments."""

    @dataclass(frozen=True)
    class PaymentAssetPassedOver(_rt.Event):
        """An eligible asset was passed over because its token refused the transfer, as one with a
        blocklist does.

        Arguments: `reason` 15, see `ISettlementSelection`
        """

        SIGNATURE: ClassVar[str] = "PaymentAssetPassedOver(bytes32,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0195010edd460681a8ccf2d28317e54459d85911cd5a54973cdea846994e6299"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        paymentReference: bytes
        token: _rt.Address
        reason: int

    @dataclass(frozen=True)
    class PaymentSettled(_rt.Event):
        """A payment was made.

        Arguments: `value` in the currency's own units with 8 decimals
        """

        SIGNATURE: ClassVar[str] = "PaymentSettled(bytes32,address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a7e72606a2817edf40613cfab7976633e3f1671d3444250d7b134cbe56b2a75"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        paymentReference: bytes
        payer: _rt.Address
        payee: _rt.Address
        token: _rt.Address
        amount: int
        value: int


class ISettlementPaymentsFunctions(_rt.Functions):
    """Functions of ISettlementPayments."""

    def pay(
        self,
        currency: int,
        payee: _rt.Address,
        value: int,
        acceptedTypes: int,
        paymentReference: bytes,
    ) -> _rt.Write[tuple[_rt.Address, int]]:
        """Pays a value in the best eligible asset whose token does not refuse the transfer.

        Reverts with `NoEligibleAsset` (reason 15 when the first in order was eligible and its
        token refused), `AmountNotExact`, `FeeAboveLimit`, `FeeStructureFailed`, or the token's
        own error when the fee cannot be taken. The amount is rounded up.

        Arguments: `acceptedTypes` mask of the kinds the payer accepts to pay in, bit n for kind
        n; `currency` index of the currency; `payee` who receives; `paymentReference` the
        parties' own; `value` in the currency's units with 8 decimals

        Solidity: `pay(uint8,address,uint256,uint8,bytes32)`, nonpayable, selector 0x1a63874d
        """
        return self._write(
            "pay(uint8,address,uint256,uint8,bytes32)",
            tuple[_rt.Address, int],
            currency,
            payee,
            value,
            acceptedTypes,
            paymentReference,
        )


class ISettlementPayments(_rt.Contract):
    """Pays in the asset that `ISettlementSelection` explains (SET-04)."""

    NAME = "ISettlementPayments"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementPaymentsEvents.PaymentAssetPassedOver,
        ISettlementPaymentsEvents.PaymentSettled,
    )
    structs: TypeAlias = ISettlementPaymentsStructs
    errors: TypeAlias = ISettlementPaymentsErrors
    events: TypeAlias = ISettlementPaymentsEvents

    @cached_property
    def functions(self) -> ISettlementPaymentsFunctions:
        """What the contract can be asked and told."""
        return ISettlementPaymentsFunctions(self.contract, self.ERRORS)

"""ISettlementQueue and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementQueueStructs:
    """Structs of ISettlementQueue."""

    QueuedPayment: TypeAlias = _structs.ISettlementQueue_QueuedPayment


class ISettlementQueueErrors:
    """Errors of ISettlementQueue."""

    NotThePayer: TypeAlias = _errors.NotThePayer
    PaymentNotQueued: TypeAlias = _errors.PaymentNotQueued


class ISettlementQueueEvents:
    """Events of ISettlementQueue."""

    @dataclass(frozen=True)
    class PaymentQueued(_rt.Event):
        """A payment was queued (`PDNG`)."""

        SIGNATURE: ClassVar[str] = (
            "PaymentQueued(bytes32,(address,uint96,address,uint40,uint8,uint8,address))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2bdeff87eef8815d88cf4312fc905cdc51f7fe36488ee13cb49e2d8c25509c76"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        paymentId: bytes
        payment: _structs.ISettlementQueue_QueuedPayment

    @dataclass(frozen=True)
    class QueuedPaymentStatusChanged(_rt.Event):
        """A queued payment's status changed."""

        SIGNATURE: ClassVar[str] = "QueuedPaymentStatusChanged(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1ef2897a42174c84549859b1a25350f4198e318aca8c31ef20db66e993b358ec"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        paymentId: bytes
        status: int


class ISettlementQueueFunctions(_rt.Functions):
    """Functions of ISettlementQueue."""

    def cancelQueued(self, paymentId: bytes) -> _rt.Write[None]:
        """Withdraws a queued payment; its payer alone.

        Solidity: `cancelQueued(bytes32)`, nonpayable, selector 0x5eeaf382
        """
        return self._write("cancelQueued(bytes32)", type(None), paymentId)

    def queueHead(
        self, payer: _rt.Address, token: _rt.Address, priority: int
    ) -> _rt.Read[tuple[bytes, int]]:
        """The next payment of a queue and its length, cancelled ones included.

        Solidity: `queueHead(address,address,uint8)`, view, selector 0x1acb405b
        """
        return self._read(
            "queueHead(address,address,uint8)", tuple[bytes, int], payer, token, priority
        )

    def queuePayment(
        self, payee: _rt.Address, token: _rt.Address, amount: int, priority: int, expiry: int
    ) -> _rt.Write[bytes]:
        """Queues a payment of the caller.

        Arguments: `expiry` first second at which it is rejected instead

        Solidity: `queuePayment(address,address,uint96,uint8,uint40)`, nonpayable, selector
        0xc8dd18b8
        """
        return self._write(
            "queuePayment(address,address,uint96,uint8,uint40)",
            bytes,
            payee,
            token,
            amount,
            priority,
            expiry,
        )

    def queuedPayment(self, paymentId: bytes) -> _rt.Read[_structs.ISettlementQueue_QueuedPayment]:
        """A queued payment.

        Solidity: `queuedPayment(bytes32)`, view, selector 0x37c341a6
        """
        return self._read(
            "queuedPayment(bytes32)", _structs.ISettlementQueue_QueuedPayment, paymentId
        )

    def reprioritise(self, paymentId: bytes, priority: int) -> _rt.Write[bytes]:
        """Moves a queued payment to the end of another priority; its payer alone.

        Solidity: `reprioritise(bytes32,uint8)`, nonpayable, selector 0x0bd9ebf0
        """
        return self._write("reprioritise(bytes32,uint8)", bytes, paymentId, priority)

    def settleQueue(self, payer: _rt.Address, token: _rt.Address, most: int) -> _rt.Write[int]:
        """Settles a payer's queue in an asset, most urgent first, until the next is not covered;
        anyone may.

        While fees are on, covered means with the most that the payer has agreed to pay in fees.

        Arguments: `most` payments to look at

        Returns: `settled` how many were paid

        Solidity: `settleQueue(address,address,uint256)`, nonpayable, selector 0x4a4b7f50
        """
        return self._write("settleQueue(address,address,uint256)", int, payer, token, most)


class ISettlementQueue(_rt.Contract):
    """Payments that wait for their payer's liquidity, first in first out within payer, asset
    and priority. A more urgent payment goes first; nothing overtakes within a priority.
    Cash-leg statuses are ISO 20022's: `PDNG` queued, `ACSC` settled, `CANC` cancelled,
    `RJCT` expired.
    """

    NAME = "ISettlementQueue"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementQueueEvents.PaymentQueued,
        ISettlementQueueEvents.QueuedPaymentStatusChanged,
    )
    structs: TypeAlias = ISettlementQueueStructs
    errors: TypeAlias = ISettlementQueueErrors
    events: TypeAlias = ISettlementQueueEvents

    @cached_property
    def functions(self) -> ISettlementQueueFunctions:
        """What the contract can be asked and told."""
        return ISettlementQueueFunctions(self.contract, self.ERRORS)

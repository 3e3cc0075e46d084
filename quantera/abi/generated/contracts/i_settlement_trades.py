"""ISettlementTrades and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementTradesStructs:
    """Structs of ISettlementTrades."""

    Side: TypeAlias = _structs.ISettlementInstructions_Side
    Terms: TypeAlias = _structs.ISettlementInstructions_Terms


class ISettlementTradesErrors:
    """Errors of ISettlementTrades."""


class ISettlementTradesEvents:
    """Events of ISettlementTrades."""

    @dataclass(frozen=True)
    class TradePartSettled(_rt.Event):
        """Instructions that may settle in parts have now settled this quantity; `last` when it is
        all of it.
        """

        SIGNATURE: ClassVar[str] = "TradePartSettled(bytes32,bytes32,uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "76c7800ee04d08810f05eb16db875e60e8815e12da93501588d72c4a6c4ea21b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        delivering: bytes
        paying: bytes
        filled: int
        last: bool

    @dataclass(frozen=True)
    class TradeSettled(_rt.Event):
        """A trade, or part of one, settled: cash leg `ACSC`, securities leg `SETT`. Irrevocable
        here from now on. Both nonces are spent, unless `TradePartSettled` says that this was
        not the last part.
        """

        SIGNATURE: ClassVar[str] = (
            "TradeSettled(bytes32,address,address,address,uint256,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "dc36861ab4a8effb9b2b804107a6e103b721fe8e3e5285ba777c5f66735f0acf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (
            True,
            True,
            True,
            False,
            False,
            False,
            False,
            False,
            False,
        )
        tradeId: bytes
        deliverer: _rt.Address
        receiver: _rt.Address
        security: _rt.Address
        quantity: int
        cash: _rt.Address
        amount: int
        deliveryNonce: int
        paymentNonce: int


class ISettlementTradesFunctions(_rt.Functions):
    """Functions of ISettlementTrades."""

    def settle(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        delivery: _structs.ISettlementInstructions_Side,
        payment: _structs.ISettlementInstructions_Side,
        quantity: int,
    ) -> _rt.Write[bytes]:
        """Settles a trade, or a part of it, against payment. Anyone may bring both signatures.

        Reverts with an error above, of `ISettlementSelection`, or of a token: then nothing has
        happened. The cash of parts sums exactly to the whole.

        Arguments: `quantity` units of the security; less than the whole needs the consent of
        both sides to parts

        Solidity:
        `settle((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes),uint256)`,
        nonpayable, selector 0xa27e1af8
        """
        return self._write(
            "settle((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes),uint256)",
            bytes,
            terms,
            delivery,
            payment,
            quantity,
        )


class ISettlementTrades(_rt.Contract):
    """Delivery versus payment and payment versus payment, as `ISettlementInstructions`
    describes them (SET-01).
    """

    NAME = "ISettlementTrades"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementTradesEvents.TradePartSettled,
        ISettlementTradesEvents.TradeSettled,
    )
    structs: TypeAlias = ISettlementTradesStructs
    errors: TypeAlias = ISettlementTradesErrors
    events: TypeAlias = ISettlementTradesEvents

    @cached_property
    def functions(self) -> ISettlementTradesFunctions:
        """What the contract can be asked and told."""
        return ISettlementTradesFunctions(self.contract, self.ERRORS)

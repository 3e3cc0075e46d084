"""ISettlementNetting and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementNettingStructs:
    """Structs of ISettlementNetting."""

    NetBatch: TypeAlias = _structs.ISettlementNetting_NetBatch
    Part: TypeAlias = _structs.ISettlementNetting_Part
    PaymentList: TypeAlias = _structs.ISettlementNetting_PaymentList


class ISettlementNettingErrors:
    """Errors of ISettlementNetting."""

    BatchInvalid: TypeAlias = _errors.BatchInvalid
    ListExpired: TypeAlias = _errors.ListExpired
    NotTheOperator: TypeAlias = _errors.NotTheOperator
    OrderBroken: TypeAlias = _errors.OrderBroken
    Overdrawn: TypeAlias = _errors.Overdrawn
    PaymentAffordable: TypeAlias = _errors.PaymentAffordable
    PaymentReplayed: TypeAlias = _errors.PaymentReplayed


class ISettlementNettingEvents:
    """Events of ISettlementNetting."""

    @dataclass(frozen=True)
    class BatchNetted(_rt.Event):
        """A netting batch settled.

        Arguments: `gross` units of all payments that settled; `left` number of payments that
        were left out; `net` units that moved; `settled` number of payments that settled
        """

        SIGNATURE: ClassVar[str] = "BatchNetted(bytes32,address,uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "505742555719b1abf881593164043b1bb7c7c2d0fbbd0642d5577bcfc7b5abe0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False)
        cycle: bytes
        asset: _rt.Address
        gross: int
        net: int
        settled: int
        left: int

    @dataclass(frozen=True)
    class PaymentSplit(_rt.Event):
        """A payment settled in part."""

        SIGNATURE: ClassVar[str] = "PaymentSplit(bytes32,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8a68475f82b78653709b1bf63c7fe2deb74e5e16f2995e683f9fd6cde23404ab"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        cycle: bytes
        number: int
        settled: int
        remaining: int

    @dataclass(frozen=True)
    class PaymentsNetted(_rt.Event):
        """Payments of a cycle that settled: bit n for number 256 * word + n."""

        SIGNATURE: ClassVar[str] = "PaymentsNetted(bytes32,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4b6efad7dcd34f4ea53bf88acc01a029a526e3e1ec3e01faa05f456afd7acdc7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        cycle: bytes
        asset: _rt.Address
        word: int
        bits: int


class ISettlementNettingFunctions(_rt.Functions):
    """Functions of ISettlementNetting."""

    def isNetted(self, cycle: bytes, asset: _rt.Address, number: int) -> _rt.Read[bool]:
        """Whether a payment of a cycle has settled.

        Solidity: `isNetted(bytes32,address,uint16)`, view, selector 0xa4ce0beb
        """
        return self._read("isNetted(bytes32,address,uint16)", bool, cycle, asset, number)

    def listDigest(
        self,
        cycle: bytes,
        asset: _rt.Address,
        participants: _rt.Sequence[_rt.Address],
        list_: _structs.ISettlementNetting_PaymentList,
    ) -> _rt.Read[bytes]:
        """The digest that a participant signs for its list.

        Solidity:
        `listDigest(bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes))`, view,
        selector 0xe8cfa389
        """
        return self._read(
            "listDigest(bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes))",
            bytes,
            cycle,
            asset,
            participants,
            list_,
        )

    def settleNet(self, batch: _structs.ISettlementNetting_NetBatch) -> _rt.Write[None]:
        """Settles a solved batch of payments.

        Solidity:
        `settleNet((bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes)[],uint256[],(uint16,uint96)[]))`,
        nonpayable, selector 0xcc9b242e
        """
        return self._write(
            "settleNet((bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes)[],uint256[],(uint16,uint96)[]))",
            type(None),
            batch,
        )


class ISettlementNetting(_rt.Contract):
    """Many payments, settled by their net positions. A cycle is solved off-chain and verified
    here. Each participant signs, once, the list of payments it wants settled:
    `PaymentList(bytes32 cycle,address asset,address payer,bytes32 participantsHash,uint256
    limit,uint256 deadline,` `bool strict,bytes32 paymentsHash)`, with `paymentsHash` the
    hash of its packed payments in its own order. A packed payment is 16 bytes: payee's
    index in the participants (8 bits), number of the payment in the cycle (16 bits), flags
    (8 bits: 1 it may be settled in part), amount (96 bits). What the chain verifies: every
    list is signed; no number of the cycle settles twice; no payer ends below its limit; a
    strict list settles a prefix of itself; whatever is left out would overdraw its payer if
    added alone. Debtors then pay creditors directly, in the participants' order, through
    the token's own checks. While fees are on, a payer's fee counts against its limit, and
    what is left out must be unaffordable with the most that its payer agreed to in fees.
    Numbers belong to the cycle, not to a payer: whoever can submit batches of it can use up
    a number. So a cycle's name names its operator: when the first 20 bytes are not zero,
    that account alone submits. A name that begins with 20 zero bytes leaves it to anybody,
    which is for participants who would not spend each other's numbers.
    """

    NAME = "ISettlementNetting"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementNettingEvents.BatchNetted,
        ISettlementNettingEvents.PaymentSplit,
        ISettlementNettingEvents.PaymentsNetted,
    )
    structs: TypeAlias = ISettlementNettingStructs
    errors: TypeAlias = ISettlementNettingErrors
    events: TypeAlias = ISettlementNettingEvents

    @cached_property
    def functions(self) -> ISettlementNettingFunctions:
        """What the contract can be asked and told."""
        return ISettlementNettingFunctions(self.contract, self.ERRORS)

"""ISettlementInstructions and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementInstructionsStructs:
    """Structs of ISettlementInstructions."""

    Side: TypeAlias = _structs.ISettlementInstructions_Side
    Terms: TypeAlias = _structs.ISettlementInstructions_Terms


class ISettlementInstructionsErrors:
    """Errors of ISettlementInstructions."""

    CutOffPassed: TypeAlias = _errors.CutOffPassed
    HoldUnfit: TypeAlias = _errors.HoldUnfit
    NonceUsed: TypeAlias = _errors.NonceUsed
    NotTheParty: TypeAlias = _errors.NotTheParty
    NotYetDue: TypeAlias = _errors.NotYetDue
    PartRefused: TypeAlias = _errors.PartRefused
    RateOutOfBand: TypeAlias = _errors.RateOutOfBand
    SignatureInvalid: TypeAlias = _errors.SignatureInvalid
    StatusRefuses: TypeAlias = _errors.StatusRefuses
    TradeInvalid: TypeAlias = _errors.TradeInvalid


class ISettlementInstructionsEvents:
    """Events of ISettlementInstructions."""

    @dataclass(frozen=True)
    class InstructionStatusChanged(_rt.Event):
        """An instruction's status changed."""

        SIGNATURE: ClassVar[str] = "InstructionStatusChanged(bytes32,bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c9ebcde8bc02e25408fdccae16e0d292ab650998e0eaa1c810212630d85dfc72"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        tradeId: bytes
        instruction: bytes
        status: int

    @dataclass(frozen=True)
    class InstructionSubmitted(_rt.Event):
        """A party submitted an instruction."""

        SIGNATURE: ClassVar[str] = (
            "InstructionSubmitted(bytes32,bytes32,uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint256,uint256,bytes32)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1eaa41413b24ee6d6d3a23635aae7a8ce020d988922d3c4a573de8c5c04261fb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        tradeId: bytes
        instruction: bytes
        side: int
        terms: _structs.ISettlementInstructions_Terms
        nonce: int
        minimumPart: int
        holdId: bytes

    @dataclass(frozen=True)
    class NonceCancelled(_rt.Event):
        """A party used a nonce up without settling."""

        SIGNATURE: ClassVar[str] = "NonceCancelled(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "26ccf9904b9b2fb069d347553978928fd2fc65efb2638dcbeb8d142e974479f0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        party: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class RateBandSet(_rt.Event):
        """The band of rates between two payment legs was set."""

        SIGNATURE: ClassVar[str] = "RateBandSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "928b424fd95d3abecd74db3d17fa936f2bd7aaf63f1211eb2e2a5fc2a6c999de"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        bandBps: int


class ISettlementInstructionsFunctions(_rt.Functions):
    """Functions of ISettlementInstructions."""

    def cancelInstruction(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Write[None]:
        """Withdraws an instruction: at once while it is unmatched, with the other side's consent
        once matched.

        Solidity:
        `cancelInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        nonpayable, selector 0x3372e69a
        """
        return self._write(
            "cancelInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            type(None),
            terms,
            side,
            own,
        )

    def cancelNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes a signature that was given out worthless; submitted instructions are not
        concerned.

        Solidity: `cancelNonce(uint256)`, nonpayable, selector 0xcfdd7aea
        """
        return self._write("cancelNonce(uint256)", type(None), nonce)

    def instructionDigest(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Read[bytes]:
        """The digest that a party signs.

        Solidity:
        `instructionDigest((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        view, selector 0xc292a004
        """
        return self._read(
            "instructionDigest((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            side,
            own,
        )

    def instructionStatus(self, instruction: bytes) -> _rt.Read[tuple[int, int]]:
        """Status of a submitted instruction and the quantity settled of it.

        Solidity: `instructionStatus(bytes32)`, view, selector 0x64c0d3c4
        """
        return self._read("instructionStatus(bytes32)", tuple[int, int], instruction)

    def isNonceUsed(self, party: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a party's nonce was used or cancelled.

        Solidity: `isNonceUsed(address,uint256)`, view, selector 0xcab7e8eb
        """
        return self._read("isNonceUsed(address,uint256)", bool, party, nonce)

    def pendingReason(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        delivery: _structs.ISettlementInstructions_Side,
        payment: _structs.ISettlementInstructions_Side,
    ) -> _rt.Read[bytes]:
        """Why a trade cannot settle now, as an ISO 20022 reason; empty when nothing is known to
        prevent it.

        Solidity:
        `pendingReason((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes))`,
        view, selector 0xa62b6603
        """
        return self._read(
            "pendingReason((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            delivery,
            payment,
        )

    def replaceInstruction(
        self,
        oldTerms: _structs.ISettlementInstructions_Terms,
        oldOwn: _structs.ISettlementInstructions_Side,
        newTerms: _structs.ISettlementInstructions_Terms,
        newOwn: _structs.ISettlementInstructions_Side,
        side: int,
    ) -> _rt.Write[bytes]:
        """Cancels an unmatched instruction and submits another in its place.

        Solidity:
        `replaceInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),uint8)`,
        nonpayable, selector 0xed0868ce
        """
        return self._write(
            "replaceInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),uint8)",
            bytes,
            oldTerms,
            oldOwn,
            newTerms,
            newOwn,
            side,
        )

    def setRateBand(self, bandBps: int) -> _rt.Write[None]:
        """How far the rate of two payment legs may be from the stored rates, in basis points; zero
        is no bound.

        Restricted: CONFIGURATOR.

        Solidity: `setRateBand(uint16)`, nonpayable, selector 0x98e533eb
        """
        return self._write("setRateBand(uint16)", type(None), bandBps)

    def submitInstruction(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Write[bytes]:
        """Records an instruction; two that match can be settled by anyone at or after the
        settlement date.

        Arguments: `side` 0 delivers, 1 pays

        Solidity:
        `submitInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        nonpayable, selector 0x8d920e82
        """
        return self._write(
            "submitInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            side,
            own,
        )

    def tradeIdOf(self, terms: _structs.ISettlementInstructions_Terms) -> _rt.Read[bytes]:
        """A trade's id.

        Solidity:
        `tradeIdOf((address,address,address,uint256,address,uint256,uint40,uint40,bytes32))`,
        pure, selector 0x0c8c8737
        """
        return self._read(
            "tradeIdOf((address,address,address,uint256,address,uint256,uint40,uint40,bytes32))",
            bytes,
            terms,
        )


class ISettlementInstructions(_rt.Contract):
    """Trades between two parties, each of whom instructs, settled leg against leg in one
    transaction (model 1 of the CPSS report: gross securities, gross funds). EIP-712 domain:
    name `Quantera Settlement`, version `1`, chain id, this address. A party signs
    `Instruction(Terms terms,uint8 side,uint256 nonce,uint256 minimumPart,bytes32 holdId)`
    over `Terms(address deliverer,address receiver,address security,uint256 quantity,address
    cash,uint256 amount,` `uint256 settlementDate,uint256 cutOff,bytes32 tradeReference)`.
    The hash of the terms is the trade's id: two instructions match when it is the same, so
    every field is a matching field. ERC-1271 accounts sign too. A submitted instruction has
    a status in the terms of ISO 20022's securities settlement messages: `NMAT` not matched,
    `MACH` matched, `SETT` settled, `CANC` cancelled, `CANR` cancellation asked for by one
    side of a match. Why a trade is pending is told by `pendingReason`: `FUTU` settlement
    date not reached, `LATE` cut-off passed (failing), `PREA` on hold, `LACK` deliverer
    lacks securities, `MONY` receiver lacks money, or none.
    """

    NAME = "ISettlementInstructions"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementInstructionsEvents.InstructionStatusChanged,
        ISettlementInstructionsEvents.InstructionSubmitted,
        ISettlementInstructionsEvents.NonceCancelled,
        ISettlementInstructionsEvents.RateBandSet,
    )
    structs: TypeAlias = ISettlementInstructionsStructs
    errors: TypeAlias = ISettlementInstructionsErrors
    events: TypeAlias = ISettlementInstructionsEvents

    @cached_property
    def functions(self) -> ISettlementInstructionsFunctions:
        """What the contract can be asked and told."""
        return ISettlementInstructionsFunctions(self.contract, self.ERRORS)

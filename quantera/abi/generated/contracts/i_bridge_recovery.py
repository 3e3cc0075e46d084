"""IBridgeRecovery and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgeRecoveryStructs:
    """Structs of IBridgeRecovery."""

    ArrivalRecord: TypeAlias = _structs.IBridgeRecovery_ArrivalRecord
    DeliveryTerms: TypeAlias = _structs.IBridgeRecovery_DeliveryTerms
    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class IBridgeRecoveryErrors:
    """Errors of IBridgeRecovery."""

    AttestationsMissing: TypeAlias = _errors.AttestationsMissing
    DelayRunning: TypeAlias = _errors.DelayRunning
    KindRefused: TypeAlias = _errors.KindRefused
    MessageNotSent: TypeAlias = _errors.MessageNotSent
    MessageVetoed: TypeAlias = _errors.MessageVetoed
    NoEscrow: TypeAlias = _errors.NoEscrow
    NotVetoed: TypeAlias = _errors.NotVetoed
    NothingToWithdraw: TypeAlias = _errors.NothingToWithdraw
    PaymentUndecided: TypeAlias = _errors.PaymentUndecided
    ReturnTooEarly: TypeAlias = _errors.ReturnTooEarly
    StatusRefuses: TypeAlias = _errors.StatusRefuses
    WithdrawalFailed: TypeAlias = _errors.WithdrawalFailed


class IBridgeRecoveryEvents:
    """Events of IBridgeRecovery."""

    @dataclass(frozen=True)
    class CreditRedirected(_rt.Event):
        """A credit was given to another wallet than the message names."""

        SIGNATURE: ClassVar[str] = "CreditRedirected(bytes32,address,uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a26c4dfdb56b26395a466b5eef171554250309219359128e1b943715a124a4fc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, True)
        id: bytes
        recipient: _rt.Address
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class CreditVetoed(_rt.Event):
        """Nothing may be credited on a message until the veto is lifted."""

        SIGNATURE: ClassVar[str] = "CreditVetoed(bytes32,uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9d9badc94c5a9080544b2346c23e9fe4dd6b0ca27478dbaea15510f705a78f0a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        id: bytes
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class EscrowFunded(_rt.Event):
        """A lane's escrow was given units for good."""

        SIGNATURE: ClassVar[str] = "EscrowFunded(address,uint256,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c5cfe910f19c92aed5289b6ba3c6ada327f503c25974c42f4acc3440eb224b49"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, True)
        asset: _rt.Address
        chainId: int
        units: int
        by: _rt.Address

    @dataclass(frozen=True)
    class MessageResent(_rt.Event):
        """A message was sent once more."""

        SIGNATURE: ClassVar[str] = "MessageResent(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "20f02bca88e72be389ea199ac97b181ec9f6e525461c9e340d909cfccbf815e5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        protocol: int

    @dataclass(frozen=True)
    class MessageReturned(_rt.Event):
        """A message was sent home, by the message of `returnId`."""

        SIGNATURE: ClassVar[str] = "MessageReturned(bytes32,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7af392f2bb265909c63cb465ddf19a1e431eff9cd2804ec1cfa7cedf8010797c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        returnId: bytes

    @dataclass(frozen=True)
    class RefundWithdrawn(_rt.Event):
        """A refund was withdrawn."""

        SIGNATURE: ClassVar[str] = "RefundWithdrawn(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d55b5fe81317b854ac11454adf7e5a9a0adf69184d643ef9ae6bfda6a015c5bc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        payer: _rt.Address
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class VetoLifted(_rt.Event):
        """The veto was lifted."""

        SIGNATURE: ClassVar[str] = "VetoLifted(bytes32,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da9a8d3148405487fd1421d5346cab455fb82536f51786cf4a076b9b41452946"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        by: _rt.Address


class IBridgeRecoveryFunctions(_rt.Functions):
    """Functions of IBridgeRecovery."""

    def arrivalOf(self, id: bytes) -> _rt.Read[_structs.IBridgeRecovery_ArrivalRecord]:
        """How a message stands that arrived here.

        Solidity: `arrivalOf(bytes32)`, view, selector 0x9eb21264
        """
        return self._read("arrivalOf(bytes32)", _structs.IBridgeRecovery_ArrivalRecord, id)

    def claim(self, message: bytes) -> _rt.Write[None]:
        """Tries a parked or waiting message again. Anybody may; it is credited to its recipient
        alone.

        Reverts with `StatusRefuses`, `AttestationsMissing`, `MessageVetoed` and what refuses it
        (`CreditRefused`, the token's errors). A large one whose delay has not run yet is
        delayed from now (`CreditDelayed`).

        Solidity: `claim(bytes)`, nonpayable, selector 0xc63ff8dd
        """
        return self._write("claim(bytes)", type(None), message)

    def escrowOf(self, asset: _rt.Address, chainId: int) -> _rt.Read[int]:
        """Units of an ordinary asset locked for a lane.

        Solidity: `escrowOf(address,uint256)`, view, selector 0x71890991
        """
        return self._read("escrowOf(address,uint256)", int, asset, chainId)

    def executeOther(
        self, message: bytes, recipient: _rt.Address, voters: int, required: int
    ) -> _rt.Write[None]:
        """Gives a return, an allotment or a delivery its effect. The bridge itself alone
        (`NotTheBridge`).

        As `IUniversalBridge.creditArrival`.

        Solidity: `executeOther(bytes,address,uint256,uint256)`, nonpayable, selector 0xeb229dd8
        """
        return self._write(
            "executeOther(bytes,address,uint256,uint256)",
            type(None),
            message,
            recipient,
            voters,
            required,
        )

    def fundEscrow(self, asset: _rt.Address, chainId: int, units: int) -> _rt.Write[None]:
        """Gives a lane's escrow units of an ordinary asset, for good. Anybody may.

        Reverts with `AssetUnknown`, `NoEscrow`, `ReceiptNotExact`.

        Solidity: `fundEscrow(address,uint256,uint256)`, nonpayable, selector 0xecac1c81
        """
        return self._write("fundEscrow(address,uint256,uint256)", type(None), asset, chainId, units)

    def hasArrived(self, id: bytes, protocol: int) -> _rt.Read[bool]:
        """Whether a protocol has brought a message.

        Solidity: `hasArrived(bytes32,uint8)`, view, selector 0xb75161ee
        """
        return self._read("hasArrived(bytes32,uint8)", bool, id, protocol)

    def liftVeto(self, id: bytes) -> _rt.Write[None]:
        """Lifts a veto; what was delayed is parked then.

        Restricted: UNPAUSER, delayed. Reverts with `NotVetoed`.

        Solidity: `liftVeto(bytes32)`, nonpayable, selector 0x84618dc8
        """
        return self._write("liftVeto(bytes32)", type(None), id)

    def moveAllotment(
        self,
        token: _rt.Address,
        limit: int,
        key: int,
        amount: int,
        destinationChainId: int,
        protocol: int,
    ) -> _rt.Write[bytes]:
        """Moves part of a limit's allotment to another chain. Local role AGENT.

        Reverts with the engine's errors and as `IUniversalBridge.send`.

        Arguments: `key` below 2^248

        Solidity: `moveAllotment(address,uint8,uint256,uint128,uint256,uint8)`, payable,
        selector 0xff115bd1
        """
        return self._write(
            "moveAllotment(address,uint8,uint256,uint128,uint256,uint8)",
            bytes,
            token,
            limit,
            key,
            amount,
            destinationChainId,
            protocol,
        )

    def redirect(self, message: bytes, recipient: _rt.Address, reason: int) -> _rt.Write[None]:
        """Credits a parked transfer or return to another wallet, for which the rules run. Local
        role AGENT.

        As `claim`, and `KindRefused`.

        Arguments: `reason` for the record alone

        Solidity: `redirect(bytes,address,uint8)`, nonpayable, selector 0x8835d180
        """
        return self._write("redirect(bytes,address,uint8)", type(None), message, recipient, reason)

    def refundOf(self, account: _rt.Address) -> _rt.Read[int]:
        """What an account can withdraw, in wei.

        Solidity: `refundOf(address)`, view, selector 0x07738ad2
        """
        return self._read("refundOf(address)", int, account)

    def release(self, message: bytes) -> _rt.Write[None]:
        """Credits a large message when its delay is over, or parks it. Anybody may.

        Reverts with `StatusRefuses`, `DelayRunning`, and `GasTooLow` with less gas than the
        credit may need.

        Solidity: `release(bytes)`, nonpayable, selector 0x1347399b
        """
        return self._write("release(bytes)", type(None), message)

    def reportPayment(
        self, terms: _structs.IBridgeRecovery_DeliveryTerms, protocol: int
    ) -> _rt.Write[bytes]:
        """Tells the delivery's chain how a payment here ended. Anybody may, as often as wanted: a
        report of what was decided so before has nothing left to do there.

        Reverts with `PaymentUndecided` unless the settlement manager's payment of that id is
        these terms in every field and was made or given up.

        Solidity:
        `reportPayment((uint256,uint256,address,address,address,uint128,bytes32),uint8)`,
        payable, selector 0x5ccbe460
        """
        return self._write(
            "reportPayment((uint256,uint256,address,address,address,uint128,bytes32),uint8)",
            bytes,
            terms,
            protocol,
        )

    def resend(self, message: bytes, protocol: int) -> _rt.Write[None]:
        """Sends a message of this bridge again, over any open protocol, at the caller's cost.
        Anybody may.

        Cures what was lost, and adds attestations. Reverts with `MessageNotSent`,
        `GroupPaused`, `LaneClosed`, `LanePaused`, `ProtocolOff`, `FeeTooLow`.

        Solidity: `resend(bytes,uint8)`, payable, selector 0x2d52a76c
        """
        return self._write("resend(bytes,uint8)", type(None), message, protocol)

    def returnHome(self, message: bytes, protocol: int) -> _rt.Write[bytes]:
        """Sends a parked transfer or allotment home. The recipient or an agent at once, anybody 7
        days after it arrived; a return is never returned.

        Lots and amount stay. Reverts with `StatusRefuses`, `KindRefused`, `ReturnTooEarly` and
        as `resend`.

        Returns: `returnId` the message's that goes home

        Solidity: `returnHome(bytes,uint8)`, payable, selector 0x48617692
        """
        return self._write("returnHome(bytes,uint8)", bytes, message, protocol)

    def sendOver(
        self, request: _structs.IUniversalBridge_SendRequest, protocols: _rt.Sequence[int]
    ) -> _rt.Write[bytes]:
        """Sends one message over several protocols; one that fails does not block the others as
        long as enough take it. `request.protocol` counts for nothing.

        As `IUniversalBridge.send`, `ProtocolsInvalid`, and `AttestationRequired` when too few
        took it.

        Solidity: `sendOver((address,uint256,address,uint256,uint8),uint8[])`, payable, selector
        0xe79bf4ec
        """
        return self._write(
            "sendOver((address,uint256,address,uint256,uint8),uint8[])", bytes, request, protocols
        )

    def sentStatus(self, id: bytes) -> _rt.Read[tuple[bool, bool]]:
        """Whether a message was sent here, and whether it came back.

        Solidity: `sentStatus(bytes32)`, view, selector 0xcaf8960f
        """
        return self._read("sentStatus(bytes32)", tuple[bool, bool], id)

    def veto(self, id: bytes, reason: int) -> _rt.Write[None]:
        """Forbids to credit a message that is not finished, arrived or not. At once.

        Restricted: PAUSER. Reverts with `StatusRefuses`.

        Arguments: `reason` for the record alone

        Solidity: `veto(bytes32,uint8)`, nonpayable, selector 0xb204949e
        """
        return self._write("veto(bytes32,uint8)", type(None), id, reason)

    def withdrawRefund(self, to: _rt.Address) -> _rt.Write[int]:
        """Withdraws what the caller paid above fees.

        Reverts with `NothingToWithdraw`, `WithdrawalFailed`.

        Solidity: `withdrawRefund(address)`, nonpayable, selector 0xa16c86f7
        """
        return self._write("withdrawRefund(address)", int, to)


class IBridgeRecovery(_rt.Contract):
    """Messages that wait, were parked or never arrived; allotments; deliveries against
    payment; the escrow of ordinary assets. Functions that take `message` take its bytes as
    `MessageSent` and `CreditParked` have them. A parked transfer ends in one of three ways:
    it is claimed (rules, pauses and limits run again), redirected by an agent, or returned
    home. Home accepts a return alone of a message that it sent, content for content, once.
    """

    NAME = "IBridgeRecovery"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBridgeRecoveryEvents.CreditRedirected,
        IBridgeRecoveryEvents.CreditVetoed,
        IBridgeRecoveryEvents.EscrowFunded,
        IBridgeRecoveryEvents.MessageResent,
        IBridgeRecoveryEvents.MessageReturned,
        IBridgeRecoveryEvents.RefundWithdrawn,
        IBridgeRecoveryEvents.VetoLifted,
    )
    structs: TypeAlias = IBridgeRecoveryStructs
    errors: TypeAlias = IBridgeRecoveryErrors
    events: TypeAlias = IBridgeRecoveryEvents

    @cached_property
    def functions(self) -> IBridgeRecoveryFunctions:
        """What the contract can be asked and told."""
        return IBridgeRecoveryFunctions(self.contract, self.ERRORS)

"""ISettlementHolds and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementHoldsStructs:
    """Structs of ISettlementHolds."""

    Hold: TypeAlias = _structs.ISettlementHolds_Hold


class ISettlementHoldsErrors:
    """Errors of ISettlementHolds."""

    HoldAmount: TypeAlias = _errors.HoldAmount
    HoldExists: TypeAlias = _errors.HoldExists
    HoldExpired: TypeAlias = _errors.HoldExpired
    HoldInvalid: TypeAlias = _errors.HoldInvalid
    HoldNotOpen: TypeAlias = _errors.HoldNotOpen
    HoldNotYours: TypeAlias = _errors.HoldNotYours


class ISettlementHoldsEvents:
    """Events of ISettlementHolds."""

    @dataclass(frozen=True)
    class HoldExecuted(_rt.Event):
        """Units of a hold were paid to its payee."""

        SIGNATURE: ClassVar[str] = "HoldExecuted(bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "41aeb21c807789582dd36ba1d81d9f350287a659d673e172106cfa1172e9cf26"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        holdId: bytes
        amount: int
        remaining: int

    @dataclass(frozen=True)
    class HoldOrdered(_rt.Event):
        """Units were set aside."""

        SIGNATURE: ClassVar[str] = (
            "HoldOrdered(bytes32,(address,uint40,uint8,address,address,uint128,uint128,address,bytes32))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "284c58f9973967902fa0461857ca505675a8db8a9698b2bed2201ab02df9b949"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        holdId: bytes
        hold: _structs.ISettlementHolds_Hold

    @dataclass(frozen=True)
    class HoldReleased(_rt.Event):
        """What was left of a hold went back to its payer."""

        SIGNATURE: ClassVar[str] = "HoldReleased(bytes32,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0436fa7b55852a9d4373b9570aa6936ccf993f1c7ceaa820c91ec2bebf094351"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        holdId: bytes
        status: int
        amount: int

    @dataclass(frozen=True)
    class HoldRenewed(_rt.Event):
        """A hold's expiry moved."""

        SIGNATURE: ClassVar[str] = "HoldRenewed(bytes32,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "82f9148b14f20977410ac556ebbaa988fc4d78425b9e85eb5a750b427474c854"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        holdId: bytes
        expiry: int


class ISettlementHoldsFunctions(_rt.Functions):
    """Functions of ISettlementHolds."""

    def executeHold(self, holdId: bytes, amount: int) -> _rt.Write[None]:
        """Pays units of a hold to its payee; the notary alone, before expiry.

        Solidity: `executeHold(bytes32,uint128)`, nonpayable, selector 0x05909908
        """
        return self._write("executeHold(bytes32,uint128)", type(None), holdId, amount)

    def heldOf(self, token: _rt.Address) -> _rt.Read[int]:
        """Units of a token that the contract keeps for holds and locks.

        Solidity: `heldOf(address)`, view, selector 0xd2ac2d8a
        """
        return self._read("heldOf(address)", int, token)

    def hold(
        self,
        holdId: bytes,
        token: _rt.Address,
        amount: int,
        payee: _rt.Address,
        notary: _rt.Address,
        tradeId: bytes,
        expiry: int,
    ) -> _rt.Write[bytes]:
        """Sets units of the caller aside.

        Arguments: `holdId` any id not used before; the caller's address is mixed into it;
        `notary` who may execute and release; zero for a hold bound to a trade; `payee` whom it
        may pay; `token` an admitted asset or security; `tradeId` trade that may execute it;
        zero for a hold with a notary

        Solidity: `hold(bytes32,address,uint128,address,address,bytes32,uint40)`, nonpayable,
        selector 0x16a5d604
        """
        return self._write(
            "hold(bytes32,address,uint128,address,address,bytes32,uint40)",
            bytes,
            holdId,
            token,
            amount,
            payee,
            notary,
            tradeId,
            expiry,
        )

    def holdOf(self, holdId: bytes) -> _rt.Read[_structs.ISettlementHolds_Hold]:
        """A hold as it stands.

        Solidity: `holdOf(bytes32)`, view, selector 0xd2620e2d
        """
        return self._read("holdOf(bytes32)", _structs.ISettlementHolds_Hold, holdId)

    def releaseHold(self, holdId: bytes) -> _rt.Write[None]:
        """Returns what is left to the payer: notary or payee at any time, anyone after expiry.

        Solidity: `releaseHold(bytes32)`, nonpayable, selector 0x9335c28f
        """
        return self._write("releaseHold(bytes32)", type(None), holdId)

    def renewHold(self, holdId: bytes, expiry: int) -> _rt.Write[None]:
        """Moves the expiry of an open hold to later; its payer alone, before it expires.

        Solidity: `renewHold(bytes32,uint40)`, nonpayable, selector 0x14d3a272
        """
        return self._write("renewHold(bytes32,uint40)", type(None), holdId, expiry)


class ISettlementHolds(_rt.Contract):
    """Units set aside for one payee, so that they cannot be drained between agreement and
    execution. The contract keeps them; a ComplianceAwareToken sees it as a registered
    custodian. A hold is executed, in parts if need be, by its notary, or by a trade that it
    is bound to; it is released by notary or payee at any time, and by anybody once it has
    expired. An expired hold pays only back.
    """

    NAME = "ISettlementHolds"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementHoldsEvents.HoldExecuted,
        ISettlementHoldsEvents.HoldOrdered,
        ISettlementHoldsEvents.HoldReleased,
        ISettlementHoldsEvents.HoldRenewed,
    )
    structs: TypeAlias = ISettlementHoldsStructs
    errors: TypeAlias = ISettlementHoldsErrors
    events: TypeAlias = ISettlementHoldsEvents

    @cached_property
    def functions(self) -> ISettlementHoldsFunctions:
        """What the contract can be asked and told."""
        return ISettlementHoldsFunctions(self.contract, self.ERRORS)

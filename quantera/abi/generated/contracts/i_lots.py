"""ILots and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILotsStructs:
    """Structs of ILots."""


class ILotsErrors:
    """Errors of ILots."""

    LotMalformed: TypeAlias = _errors.LotMalformed
    LotsNotKept: TypeAlias = _errors.LotsNotKept
    LotsNotMergeable: TypeAlias = _errors.LotsNotMergeable
    LotsNotTheAmount: TypeAlias = _errors.LotsNotTheAmount
    NotLotHolder: TypeAlias = _errors.NotLotHolder


class ILotsEvents:
    """Events of ILots."""

    @dataclass(frozen=True)
    class ArrivalAnnounced(_rt.Event):
        """Lots are announced for an arrival."""

        SIGNATURE: ClassVar[str] = "ArrivalAnnounced(address,address,address,uint256,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1d93e69d03828432b08d1160ed06c11098a6c744e7b5da367e070f5b72080cf2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        to: _rt.Address
        identity: _rt.Address
        amount: int
        lots: list[int]

    @dataclass(frozen=True)
    class LotsMoved(_rt.Event):
        """Lots moved. Each word holds a lot that left, and in its bits 156 to 191 the day, source
        and exemption under which it arrived.

        Arguments: `fromIdentity` zero where they came into being or arrived from another chain;
        `toIdentity` zero where they ceased or left for another chain; the same as
        `fromIdentity` where they were merged
        """

        SIGNATURE: ClassVar[str] = "LotsMoved(address,address,address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3edceb287835ea48bcc3303947d8bc2a87a19e56671f4ac6d3c66b94c6860c43"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        lots: list[int]


class ILotsFunctions(_rt.Functions):
    """Functions of ILots."""

    def announceArrival(
        self,
        token: _rt.Address,
        identity: _rt.Address,
        to: _rt.Address,
        amount: int,
        lots: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Announces the lots with which the next arrival of exactly that amount comes, in this
        transaction.

        Local role BRIDGE; `ITokenBridging.mintArriving` needs no announcement. An arrival
        without either gets a lot acquired on its day. Lots that arrive for another identity
        than the one that sent are sold to it: the sender's rules run here, with that identity's
        terms.

        Arguments: `identity` identity that sent them on the other chain; `lots` words as
        `lotsLeaving` gave them on the other chain; `to` wallet that receives

        Solidity: `announceArrival(address,address,address,uint256,uint256[])`, nonpayable,
        selector 0x0adf5b81
        """
        return self._write(
            "announceArrival(address,address,address,uint256,uint256[])",
            type(None),
            token,
            identity,
            to,
            amount,
            lots,
        )

    def lotsLeaving(
        self, token: _rt.Address, wallet: _rt.Address, amount: int
    ) -> _rt.Read[list[int]]:
        """Lots that a `crosschainBurn` of that amount would take now.

        For who asks beforehand; `ITokenBridging.burnLeaving` says itself which left.

        Arguments: `wallet` wallet of the investor

        Solidity: `lotsLeaving(address,address,uint256)`, view, selector 0xf796c069
        """
        return self._read("lotsLeaving(address,address,uint256)", list[int], token, wallet, amount)

    def lotsOf(self, token: _rt.Address, identity: _rt.Address) -> _rt.Read[list[int]]:
        """An investor's lots, in no order.

        Solidity: `lotsOf(address,address)`, view, selector 0x2090a8fe
        """
        return self._read("lotsOf(address,address)", list[int], token, identity)

    def mergeLots(
        self, token: _rt.Address, identity: _rt.Address, older: int, younger: int
    ) -> _rt.Write[None]:
        """Merges a lot into another of the same source and exemption that is not older.

        Wallets of the investor and agents of the token (`NotLotHolder`). Lots are named by
        their places in `lotsOf`.

        Solidity: `mergeLots(address,address,uint256,uint256)`, nonpayable, selector 0x849634a5
        """
        return self._write(
            "mergeLots(address,address,uint256,uint256)",
            type(None),
            token,
            identity,
            older,
            younger,
        )


class ILots(_rt.Contract):
    """At the engine's address, for tokens that keep lots (`IRuleConfiguration.startCount`).
    Units are token units; days are days since 1 January 1970, UTC; a lot is a word as `Lot`
    describes: units 120, day 24, source 4 (0 other, 1 issuer, 2 affiliate), exemption 8. An
    investor has at most 64 lots per token, over all its wallets and custodians; lots of one
    day, source and exemption are one lot. A movement that would need one more is refused
    with code 33; movements that an agent orders merge instead. The investor can merge lots
    of one source and exemption into the younger at any time, and with 64 lots there always
    are two; units that leave never need a lot. Which lots a sale takes: those that the
    issuer's lock-up and the packs lock stay, of the others the oldest go first.
    Redemptions, movements that agents order and units that go to another chain lock
    nothing: the oldest go first. Lots keep day, source and exemption when they are sold, so
    that a buyer's holding period includes the seller's (17 CFR 230.144(d)(3)); only what an
    affiliate sells of units under Regulation D, Regulation S or rule 144A starts anew
    (230.144(d)(1)). Moves within one identity, into and out of custody and between chains
    change no lot.
    """

    NAME = "ILots"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILotsEvents.ArrivalAnnounced,
        ILotsEvents.LotsMoved,
    )
    structs: TypeAlias = ILotsStructs
    errors: TypeAlias = ILotsErrors
    events: TypeAlias = ILotsEvents

    @cached_property
    def functions(self) -> ILotsFunctions:
        """What the contract can be asked and told."""
        return ILotsFunctions(self.contract, self.ERRORS)

"""Deliveries of securities on one chain against payments on another, over the bridge.

Alice buys from Bob: her cash on the one chain for his bonds on the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from eth_abi.abi import encode as abi_encode
from eth_utils.crypto import keccak

from quantera.access import LocalRole
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.evm import Contract
from quantera.gas.settlement_stack import EVERYWHERE, Kind, SettlementStack, settlement_beside
from tests.integration.bridge.stage import VALUE, Stage

BUYER, SELLER = "alice", "bob"
FUNDS = 10**6
"""Units of cash that the buyer, and of bonds that the seller has on each chain."""
TERMS = ("uint256", "uint256", "address", "address", "address", "uint128", "bytes32")
"""`IBridgeRecovery.DeliveryTerms`."""


class Lock(IntEnum):
    """`ISettlementCrossChain.LockStatus`."""

    NONE = 0
    INCEPTED = 1
    LOCKED = 2
    CLAIMED = 3
    RECLAIMED = 4
    CANCELLED = 5


class Payment(IntEnum):
    """`ISettlementCrossChain.CrossPaymentStatus`."""

    NONE = 0
    ASKED = 1
    PAID = 2
    GIVEN_UP = 3


ENDS = {
    (Lock.CLAIMED, Payment.PAID),
    (Lock.RECLAIMED, Payment.GIVEN_UP),
    (Lock.CANCELLED, Payment.NONE),
    (Lock.NONE, Payment.NONE),
}
"""How a trade may end: both sides moved, or neither."""


@dataclass(frozen=True)
class Trade:
    """One delivery against a payment elsewhere.

    Attributes:
        lane: the payment's chain and the delivery's, in the direction of the report.
        cash: units that are paid.
        bonds: units that are delivered.
        terms: `DeliveryTerms`; their hash is the id on both chains.
    """

    lane: tuple[str, str]
    cash: int
    bonds: int
    terms: tuple[Any, ...]

    @property
    def id(self) -> bytes:
        """Under which both chains know it."""
        values = [str(value) if isinstance(value, str) else value for value in self.terms]
        return keccak(abi_encode(TERMS, values))


@dataclass(frozen=True)
class Place:
    """Settlement on one chain."""

    stack: SettlementStack
    cash: Contract
    bond: Contract

    @property
    def manager(self) -> Contract:
        """The settlement manager."""
        return self.stack.manager


@dataclass
class Market:
    """Settlement managers beside the bridges of a stage, and the trades between them.

    Attributes:
        trades: all that were begun, whatever became of them.
    """

    stage: Stage
    places: dict[str, Place]
    trades: list[Trade] = field(default_factory=list)

    @classmethod
    def opened(cls, stage: Stage, names: Iterable[str]) -> "Market":
        """Markets on these chains, known to their bridges; cash and bonds are handed out."""
        return cls(stage, {name: _opened(stage, name) for name in names})

    # -- what the two parties do ----------------------------------------------------------------

    def trade(self, lane: tuple[str, str], cash: int, bonds: int) -> Trade:
        """Terms that no other trade has; nothing is done about them yet."""
        here, there = (self.stage.end(name) for name in lane)
        buyer, seller = self.stage.who(BUYER), self.stage.who(SELLER)
        salt = len(self.trades).to_bytes(32)
        token = self.places[lane[0]].cash.address
        terms = (here.chain_id, there.chain_id, buyer, seller, token, cash, salt)
        made = Trade(lane, cash, bonds, terms)
        self.trades.append(made)
        return made

    def agree(self, trade: Trade) -> None:
        """All that comes before the payment: asked for, locked, and asked for."""
        self.ask_delivery(trade)
        self.lock(trade)
        self.ask_payment(trade)

    def ask_delivery(self, trade: Trade) -> None:
        """The buyer asks for the bonds."""
        buyer, seller = self.stage.who(BUYER), self.stage.who(SELLER)
        place = self.places[trade.lane[1]]
        terms = (trade.id, place.bond, trade.bonds, seller, keccak(b"back to the seller"))
        place.manager.inceptDelivery(*terms, sender=buyer)

    def lock(self, trade: Trade) -> None:
        """The seller locks them."""
        buyer, seller = self.stage.who(BUYER), self.stage.who(SELLER)
        place = self.places[trade.lane[1]]
        terms = (trade.id, place.bond, trade.bonds, buyer, keccak(b"over to the buyer"))
        place.manager.confirmDelivery(*terms, sender=seller)

    def ask_payment(self, trade: Trade) -> None:
        """The seller asks for the cash."""
        buyer, seller = self.stage.who(BUYER), self.stage.who(SELLER)
        place = self.places[trade.lane[0]]
        terms = (trade.id, place.cash, trade.cash, buyer, "paid", "not paid")
        place.manager.inceptPayment(*terms, sender=seller)

    def pay(self, trade: Trade) -> None:
        """The buyer pays."""
        manager = self.places[trade.lane[0]].manager
        manager.payAndDecrypt(trade.id, sender=self.stage.who(BUYER))

    def give_up(self, trade: Trade, by: str = SELLER) -> None:
        """The payment will never be made."""
        manager = self.places[trade.lane[0]].manager
        manager.cancelAndDecrypt(trade.id, sender=self.stage.who(by))

    def report(self, trade: Trade, protocol: Protocol) -> Message:
        """Anybody has the bridge tell how the payment ended; a protocol alone is not believed."""
        receipt = self.stage.bridge(trade.lane[0]).reportPayment(
            trade.terms, protocol, sender=self.stage.who("anybody"), value=VALUE
        )
        return self.stage.ends.message(trade.lane[0], receipt)

    def close(self, trade: Trade) -> None:
        """Whatever is still open between the two, so that one report ends it: what nobody has paid
        by now is given up, and what has no payment is called off."""
        if self.payment_of(trade) is Payment.NONE and self.lock_of(trade) is Lock.LOCKED:
            self.ask_payment(trade)
        if self.payment_of(trade) is Payment.NONE:
            if self.lock_of(trade) is Lock.INCEPTED:
                manager = self.places[trade.lane[1]].manager
                manager.cancelDelivery(trade.id, sender=self.stage.who(BUYER))
            return
        if self.lock_of(trade) is Lock.INCEPTED:
            self.lock(trade)
        if self.payment_of(trade) is Payment.ASKED:
            self.give_up(trade)

    # -- what is seen ---------------------------------------------------------------------------

    def lock_of(self, trade: Trade) -> Lock:
        """Where the bonds are."""
        return Lock(self.places[trade.lane[1]].manager.lockOf(trade.id).status)

    def payment_of(self, trade: Trade) -> Payment:
        """Where the cash is."""
        return Payment(self.places[trade.lane[0]].manager.crossPaymentStatus(trade.id))

    def state(self, trade: Trade) -> tuple[Lock, Payment]:
        """Both."""
        return self.lock_of(trade), self.payment_of(trade)

    def check(self) -> None:
        """No bond is delivered that was not paid, none goes back that was, and on every chain the
        two have what the trades of these states leave them."""
        states = [(trade, *self.state(trade)) for trade in self.trades]
        for _, lock, payment in states:
            assert lock is not Lock.CLAIMED or payment is Payment.PAID
            assert lock is not Lock.RECLAIMED or payment is Payment.GIVEN_UP
        buyer, seller = self.stage.who(BUYER), self.stage.who(SELLER)
        for name, place in self.places.items():
            bonds = [(trade.bonds, lock) for trade, lock, _ in states if trade.lane[1] == name]
            locked = sum(units for units, lock in bonds if lock is Lock.LOCKED)
            claimed = sum(units for units, lock in bonds if lock is Lock.CLAIMED)
            paid = sum(
                trade.cash
                for trade, _, payment in states
                if trade.lane[0] == name and payment is Payment.PAID
            )
            assert place.manager.heldOf(place.bond) == locked
            assert place.bond.balanceOf(place.manager) == locked
            assert place.bond.balanceOf(buyer) == claimed
            assert place.bond.balanceOf(seller) == FUNDS - locked - claimed
            assert place.cash.balanceOf(buyer) == FUNDS - paid
            assert place.cash.balanceOf(seller) == paid

    # -- what may happen to them ----------------------------------------------------------------

    def suspend(self, chain: str, party: str) -> None:
        """A party may take part no longer."""
        stack = self.places[chain].stack
        stack.manager.suspendParticipant(self.stage.who(party), sender=stack.governor)

    def readmit(self, chain: str, party: str) -> None:
        """It may again."""
        self.places[chain].stack.participant(party, EVERYWHERE)

    def suspend_bond(self, chain: str) -> None:
        """The security may not change hands."""
        place = self.places[chain]
        place.manager.suspendAsset(place.bond, sender=place.stack.governor)

    def resume_bond(self, chain: str) -> None:
        """It may again."""
        place = self.places[chain]
        place.manager.resumeAsset(place.bond, sender=place.stack.governor)


def _opened(stage: Stage, name: str) -> Place:
    end = stage.end(name)
    stack = settlement_beside(end.stack)
    stack.manager.grantLocalRole(LocalRole.BRIDGE, end.bridge, sender=stack.governor)
    end.bridge.setSettlement(stack.manager, sender=stack.governor)
    buyer, seller = (stack.participant(party) for party in (BUYER, SELLER))
    place = Place(stack, stack.asset("Cash", Kind.WCBDC), stack.security("Bond"))
    stack.fund(place.cash, [buyer], FUNDS)
    stack.fund(place.bond, [seller], FUNDS)
    return place

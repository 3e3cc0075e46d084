"""Allotments and deliveries against payment over the bridge."""

from dataclasses import dataclass
from typing import Any

import pytest
from eth_abi.abi import encode as abi_encode
from eth_utils.crypto import keccak

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.evm import ZERO_ADDRESS, Actor, Contract, expect_revert
from quantera.gas.bridge_stack import ENOUGH, BridgeEnds, Status
from quantera.gas.settlement_stack import Kind as Cash
from quantera.gas.settlement_stack import SettlementStack, settlement_beside
from quantera.gas.token_stack import UNIT, rule_settings
from tests.unit.bridge.acts import attested, carried, forge_twice, pair, send, state
from tests.unit.bridge.conftest import HERE, THERE

CHAIN = 42_161
SUPPLY, WINDOW = 0, 5
GLOBAL, OURS = 1_000 * UNIT, 500 * UNIT
TERMS = ("uint256", "uint256", "address", "address", "address", "uint128", "bytes32")


def allotments(ends: BridgeEnds) -> tuple[int, int]:
    """Of the supply, here and there."""
    here, there = (
        ends[name].stack.engine.allotment(ends[name].token, SUPPLY, 0)[1] for name in (HERE, THERE)
    )
    return here, there


def divide(ends: BridgeEnds) -> None:
    """Half of the supply cap for either chain."""
    for name in (HERE, THERE):
        ends[name].stack.configure(
            rule_settings((23,), supplyCap=GLOBAL, allotments=[(SUPPLY, 0, OURS)])
        )


def move(ends: BridgeEnds, amount: int = 100 * UNIT, **changes: Any) -> Any:
    """Move part of the supply's allotment there."""
    here = ends[HERE]
    arguments = {"token": here.token, "limit": SUPPLY, "key": 0, "chain": CHAIN} | changes
    return here.bridge.moveAllotment(
        arguments["token"],
        arguments["limit"],
        arguments["key"],
        amount,
        arguments["chain"],
        Protocol.WORMHOLE,
        sender=changes.get("sender", here.governor),
        value=ENOUGH,
    )


def test_allotments_move(ends: BridgeEnds) -> None:
    """BRG-13: what leaves here arrives there, and is nowhere meanwhile."""
    divide(ends)
    receipt = move(ends)
    message = ends.message(HERE, receipt)
    assert (message.kind, message.amount) == (Kind.ALLOTMENT, 100 * UNIT)
    assert allotments(ends) == (400 * UNIT, 500 * UNIT)
    attested(ends, receipt)
    assert state(ends, message) == (Status.CREDITED, 0)
    assert allotments(ends) == (400 * UNIT, 600 * UNIT)


def test_who_may_move_allotments_and_which(ends: BridgeEnds) -> None:
    divide(ends)
    stranger = ends[HERE].chain.actor("stranger")
    with expect_revert("LocalRoleMissing"):
        move(ends, sender=stranger)
    with expect_revert("AssetUnknown", chainId=10):
        move(ends, chain=10)
    with expect_revert("AssetUnknown", asset=ends[HERE].plain):
        move(ends, token=ends[HERE].plain)
    with expect_revert("LimitUnknown"):
        move(ends, key=1 << 248)
    with expect_revert("LimitNotMovable"):
        move(ends, limit=WINDOW)
    ends[HERE].bridge.pauseAsset(ends[HERE].token, sender=ends[HERE].governor)
    with expect_revert("AssetPaused"):
        move(ends)


def test_an_allotment_that_does_not_fit_goes_home(ends: BridgeEnds) -> None:
    """BRG-13: above the global value there it is parked, and comes back as an allotment."""
    divide(ends)
    there = ends[THERE]
    there.stack.configure(rule_settings((23,), supplyCap=550 * UNIT))
    receipt = move(ends)
    message = ends.message(HERE, receipt)
    attested(ends, receipt)
    assert state(ends, message) == (Status.PARKED, 210)
    with expect_revert("KindRefused", kind=Kind.ALLOTMENT):
        there.bridge.redirect(message.encode(), there.governor, 0, sender=there.governor)
    there.bridge.veto(message.id, 0, sender=there.governor)
    with expect_revert("MessageVetoed"):
        there.bridge.returnHome(message.encode(), 2, sender=there.governor, value=ENOUGH)
    there.bridge.liftVeto(message.id, sender=there.governor)
    there.bridge.pauseGroups(1 << 4, sender=there.governor)
    with expect_revert("AttestationsMissing", active=1, required=2):
        there.bridge.returnHome(message.encode(), 3, sender=there.governor, value=ENOUGH)
    there.bridge.unpauseGroups(1 << 4, sender=there.governor)
    back = there.bridge.returnHome(message.encode(), 2, sender=there.governor, value=ENOUGH)
    attested(ends, back, THERE)
    assert allotments(ends) == (500 * UNIT, 500 * UNIT)
    assert state(ends, message)[0] == Status.RETURNED


def test_allotments_of_no_limit_are_parked(ends: BridgeEnds) -> None:
    """BRG-12: a message cannot choose what is called beyond the limits that there are."""
    divide(ends)
    message = Message(
        Kind.ALLOTMENT, 1, CHAIN, 9, ends[HERE].token.address, ends[HERE].governor, ZERO_ADDRESS,
        UNIT, reference=bytes([7]) + bytes(31),
    )  # fmt: skip
    forge_twice(ends, message)
    assert state(ends, message) == (Status.PARKED, 212)


def test_control_needs_the_votes_that_the_lane_asks_for(ends: BridgeEnds) -> None:
    """BRG-05: of allotments and deliveries, whatever their amount."""
    divide(ends)
    receipt = move(ends)
    message = ends.message(HERE, receipt)
    carried(ends, receipt)
    assert state(ends, message) == (Status.AWAITING, 0)
    again = ends[HERE].bridge.resend(
        message.encode(), Protocol.AXELAR, sender=ends[HERE].governor, value=ENOUGH
    )
    carried(ends, again)
    assert state(ends, message) == (Status.CREDITED, 0)


@dataclass(frozen=True)
class Trade:
    """Alice pays Bob here for what Bob delivers to Alice there."""

    ends: BridgeEnds
    here: SettlementStack
    there: SettlementStack
    alice: Actor
    bob: Actor
    cash: Contract
    bond: Contract
    terms: tuple[Any, ...]

    @property
    def id(self) -> bytes:
        values = [str(value) if isinstance(value, str) else value for value in self.terms]
        return keccak(abi_encode(TERMS, values))

    def report(self, terms: tuple[Any, ...] | None = None) -> Any:
        return self.ends[HERE].bridge.reportPayment(
            terms or self.terms, Protocol.WORMHOLE, sender=self.alice, value=ENOUGH
        )

    def lock(self) -> int:
        found: int = self.there.manager.lockOf(self.id).status
        return found


@pytest.fixture
def trade(ends: BridgeEnds) -> Trade:
    stacks = []
    for name in (HERE, THERE):
        stack = settlement_beside(ends[name].stack)
        bridge = ends[name].bridge
        stack.manager.grantLocalRole(1, bridge, sender=stack.governor)
        bridge.setSettlement(stack.manager, sender=stack.governor)
        stacks.append(stack)
    here, there = stacks
    alice, bob = (here.participant(name) for name in ("alice", "bob"))
    for name in ("alice", "bob"):
        there.participant(name)
    cash = here.asset("Cash", Cash.WCBDC)
    bond = there.security("Bond")
    here.fund(cash, [alice], 10**21)
    there.fund(bond, [bob], 10**21)
    terms = (1, CHAIN, alice, bob, cash.address, 1_000, b"s" * 32)
    return Trade(ends, here, there, alice, bob, cash, bond, terms)


def agree(trade: Trade, identifier: bytes) -> None:
    """Both ends of the trade under an id."""
    there, here = trade.there.manager, trade.here.manager
    there.inceptDelivery(identifier, trade.bond, 50, trade.bob, keccak(b"no"), sender=trade.alice)
    there.confirmDelivery(identifier, trade.bond, 50, trade.alice, keccak(b"yes"), sender=trade.bob)
    here.inceptPayment(identifier, trade.cash, 1_000, trade.alice, "y", "n", sender=trade.bob)


@pytest.mark.parametrize("paid", [True, False])
def test_a_payment_here_decides_a_delivery_there(trade: Trade, paid: bool) -> None:
    """Delivered when it was paid, given back when it was given up."""
    agree(trade, trade.id)
    with expect_revert("PaymentUndecided", id=trade.id):
        trade.report()
    manager = trade.here.manager
    act = manager.payAndDecrypt if paid else manager.cancelAndDecrypt
    act(trade.id, sender=trade.alice)
    assert manager.crossPaymentOf(trade.id)[:4] == (trade.alice, trade.bob, trade.cash, 1_000)
    receipt = trade.report()
    message = trade.ends.message(HERE, receipt)
    assert (message.kind, message.amount) == (Kind.DELIVERY, int(paid))
    attested(trade.ends, receipt)
    assert state(trade.ends, message) == (Status.CREDITED, 0)
    assert trade.lock() == (3 if paid else 4)
    assert trade.bond.balanceOf(trade.alice) == (50 if paid else 0)


@pytest.mark.parametrize(
    ("place", "value"), [(0, 10), (1, 10), (2, "bob"), (3, "alice"), (5, 999), (6, b"t" * 32)]
)
def test_only_these_very_terms_are_reported(trade: Trade, place: int, value: Any) -> None:
    """A field changed is another id; the same id for other terms is no payment of theirs."""
    agree(trade, trade.id)
    trade.here.manager.payAndDecrypt(trade.id, sender=trade.alice)
    terms = list(trade.terms)
    terms[place] = trade.ends[HERE].chain.actor(value) if isinstance(value, str) else value
    with expect_revert("PaymentUndecided"):
        trade.report(tuple(terms))


def test_who_agrees_to_less_under_an_id_of_more_is_not_reported(trade: Trade) -> None:
    """The id alone says nothing: what was paid must be what its terms say."""
    agree(trade, trade.id)
    other = Trade(**{**trade.__dict__, "terms": (*trade.terms[:5], 2_000, b"s" * 32)})
    trade.here.manager.inceptPayment(
        other.id, trade.cash, 1, trade.alice, "y", "n", sender=trade.bob
    )
    trade.here.manager.payAndDecrypt(other.id, sender=trade.alice)
    with expect_revert("PaymentUndecided", id=other.id):
        other.report()


def test_a_report_before_the_lock_waits(trade: Trade) -> None:
    """Parked while there is nothing to deliver, and claimed once there is."""
    trade.here.manager.inceptPayment(
        trade.id, trade.cash, 1_000, trade.alice, "y", "n", sender=trade.bob
    )
    trade.here.manager.payAndDecrypt(trade.id, sender=trade.alice)
    receipt = trade.report()
    message = trade.ends.message(HERE, receipt)
    attested(trade.ends, receipt)
    assert state(trade.ends, message) == (Status.PARKED, 210)
    bridge = trade.ends[THERE].bridge
    with expect_revert("KindRefused", kind=Kind.DELIVERY):
        bridge.redirect(message.encode(), trade.bob, 0, sender=trade.there.governor)
    with expect_revert("ReturnTooEarly"):
        bridge.returnHome(message.encode(), 2, sender=trade.alice, value=ENOUGH)
    manager = trade.there.manager
    manager.inceptDelivery(trade.id, trade.bond, 50, trade.bob, keccak(b"no"), sender=trade.alice)
    manager.confirmDelivery(trade.id, trade.bond, 50, trade.alice, keccak(b"yes"), sender=trade.bob)
    bridge.claim(message.encode(), sender=trade.bob)
    assert trade.lock() == 3


@pytest.mark.parametrize("paid", [True, False])
def test_a_report_of_what_is_decided_is_nothing_new(trade: Trade, paid: bool) -> None:
    """BRG-12: a repeated report ends there, and the other answer stays refused."""
    agree(trade, trade.id)
    manager = trade.here.manager
    if paid:
        manager.payAndDecrypt(trade.id, sender=trade.alice)
    else:
        manager.cancelAndDecrypt(trade.id, sender=trade.alice)
    attested(trade.ends, trade.report())
    decided = trade.lock()
    receipt = trade.report()
    again = trade.ends.message(HERE, receipt)
    attested(trade.ends, receipt)
    assert state(trade.ends, again) == (Status.CREDITED, 0)
    assert trade.lock() == decided
    other = Message(**{**again.__dict__, "amount": 0 if paid else 1})
    forge_twice(trade.ends, other)
    assert state(trade.ends, other) == (Status.PARKED, 210)
    assert trade.lock() == decided


def test_a_delivery_is_decided_from_its_payments_chain_alone(trade: Trade) -> None:
    agree(trade, trade.id)
    message = Message(
        Kind.DELIVERY, 1, CHAIN, 9, "0x" + (10).to_bytes(20, "big").hex(), trade.alice, trade.bob,
        1, reference=trade.id,
    )  # fmt: skip
    forge_twice(trade.ends, message)
    assert state(trade.ends, message) == (Status.PARKED, 212)
    trade.ends[THERE].bridge.setSettlement(ZERO_ADDRESS, sender=trade.there.governor)
    home = Message(**{**message.__dict__, "asset": "0x" + (1).to_bytes(20, "big").hex()})
    forge_twice(trade.ends, home)
    assert state(trade.ends, home) == (Status.PARKED, 210)
    trade.ends[HERE].bridge.setSettlement(ZERO_ADDRESS, sender=trade.here.governor)
    with expect_revert("PaymentUndecided"):
        trade.report()


def test_lots_of_a_transfer_are_the_senders(ends: BridgeEnds) -> None:
    """BRG-10: several lots cross as they are."""
    alice, bob = pair(ends, 10 * UNIT, 10 * UNIT)
    here, there = ends[HERE], ends[THERE]
    here.chain.advance(10 * 86_400)
    there.chain.advance(10 * 86_400)
    here.token.mint(alice, 5 * UNIT, sender=here.stack.agent)
    message, receipt = send(ends, alice, bob, 12 * UNIT)
    assert len(message.lots) == 2
    carried(ends, receipt)
    engine = there.stack.engine
    assert engine.lotsOf(there.token, engine.identity(bob)) == list(message.lots)

"""Events are enough: the state that they rebuild is the state that the views tell."""

from typing import Any

import pytest
from eth_utils.crypto import keccak

from quantera.evm import MemoryChain, Receipt
from quantera.gas.settlement_stack import (
    ALL_KINDS,
    DAY,
    EU,
    ONE,
    Kind,
    Leg,
    asset_terms,
    deploy_settlement,
)
from quantera.settlement.replay import Replayer, State

FUNDS = 10**24


class Story:
    """Something of everything that the manager does, with its events fed to a replayer."""

    def __init__(self) -> None:
        self.chain = MemoryChain()
        self.stack = deploy_settlement(self.chain)
        self.manager, self.governor = self.stack.manager, self.stack.governor
        self.replayer = Replayer()
        # Told when the proxy was created.
        self.replayer.state.rates[0] = ONE
        self.alice, self.bob, self.carrier = self.chain.actors("alice", "bob", "carrier")
        names = ("Bond", "Cash", "Euro", "Coin")
        self.bond, self.cash, self.euro, self.coin = map(self.stack.plain, names)
        self.ids = [bytes([number]) * 32 for number in range(3)]
        self.instructions: list[bytes] = []
        self.holds: list[bytes] = []
        self.queued: list[bytes] = []
        self.admit()
        self.trade()
        self.chain.advance(DAY)
        self.wait()
        self.cross()
        self.close()

    @property
    def state(self) -> State:
        return self.replayer.state

    @property
    def days(self) -> range:
        today = self.chain.timestamp // DAY
        return range(today - 1, today + 1)

    def send(self, function: Any, *arguments: Any, sender: Any) -> Any:
        receipt: Receipt = function(*arguments, sender=sender)
        self.replayer.feed(receipt.events.of(self.manager), receipt.timestamp)
        return receipt.return_value

    def admit(self) -> None:
        manager, governor, chain = self.manager, self.governor, self.chain
        euro_feed = chain.deploy("FeedProbe", 8, 110 * 10**6)
        coin_feed = chain.deploy("FeedProbe", 8, ONE)
        self.send(manager.addCurrency, b"EUR", euro_feed, 2**24 - 1, sender=governor)
        for account in (self.alice, self.bob):
            self.send(manager.admitParticipant, account, account, 31, sender=governor)
            self.send(manager.attestInstitution, account, 10**9 * ONE, 0, sender=governor)
        self.send(manager.listSecurity, self.bond, EU, False, sender=governor)
        feed = {"feed": coin_feed, "maxAge": 2**24 - 1, "bandBps": 100}
        for token, terms in (
            (self.cash, asset_terms(Kind.WCBDC)),
            (self.euro, asset_terms(Kind.WCBDC, currency=1)),
            (self.coin, asset_terms(Kind.STABLECOIN, **feed)),
        ):
            self.send(manager.listAsset, token, terms, sender=governor)
        for token in (self.bond, self.cash, self.euro, self.coin):
            self.stack.fund(token, [self.alice, self.bob], FUNDS)
        coin_feed.tell(ONE - 1, chain.timestamp, sender=self.carrier)
        self.send(manager.refreshPrice, self.coin, sender=self.carrier)
        self.send(manager.suspendAsset, self.euro, sender=governor)
        self.send(manager.resumeAsset, self.euro, sender=governor)

    def signed(self, terms: dict[str, Any], nonce: int, **leg: Any) -> list[Any]:
        return [
            self.stack.signed(terms, side, Leg(party, nonce, **leg))
            for side, party in enumerate((self.alice, self.bob))
        ]

    def trade(self) -> None:
        manager, alice, bob = self.manager, self.alice, self.bob
        for kinds in (ALL_KINDS, 1 << Kind.STABLECOIN):
            self.send(manager.pay, 0, bob, 7 * ONE, kinds, bytes(32), sender=alice)
        whole = self.stack.terms(alice, bob, self.bond, self.euro)
        self.send(manager.settle, whole, *self.signed(whole, 1), 100, sender=self.carrier)
        for nonce, security, quantities in ((2, self.euro, (60, 40)), (3, self.bond, (60,))):
            parts = self.stack.terms(alice, bob, security, self.cash)
            sides = self.signed(parts, nonce, minimum_part=1)
            for quantity in quantities:
                self.send(manager.settle, parts, *sides, quantity, sender=self.carrier)
        self.send(manager.cancelNonce, 9, sender=bob)
        submitted = whole | {"tradeReference": b"s" * 32}
        sides = [Leg(party, 4).unsigned() for party in (alice, bob)]
        for side, party in enumerate((alice, bob)):
            arguments = (submitted, side, sides[side])
            self.instructions.append(self.send(manager.submitInstruction, *arguments, sender=party))
        self.send(manager.settle, submitted, *sides, 100, sender=self.carrier)
        book = [whole], *([side] for side in self.signed(whole, 5))
        self.send(manager.settleTrades, 1, *book, sender=self.carrier)

    def wait(self) -> None:
        manager, alice, bob = self.manager, self.alice, self.bob
        expiry = self.chain.timestamp + DAY
        arguments = (self.cash, 10, bob, self.carrier, bytes(32), expiry)
        for identifier in self.ids[:2]:
            self.holds.append(self.send(manager.hold, identifier, *arguments, sender=alice))
        self.send(manager.executeHold, self.holds[0], 4, sender=self.carrier)
        self.send(manager.renewHold, self.holds[0], expiry + 5, sender=alice)
        self.send(manager.releaseHold, self.holds[1], sender=bob)
        for amount in (1, 2, 3):
            payment = (bob, self.cash, amount, 1, expiry)
            self.queued.append(self.send(manager.queuePayment, *payment, sender=alice))
        self.send(manager.cancelQueued, self.queued[1], sender=alice)
        self.send(manager.settleQueue, alice, self.cash, 2, sender=self.carrier)

    def cross(self) -> None:
        manager, alice, bob, ids = self.manager, self.alice, self.bob, self.ids
        key = keccak(text="seller")
        for identifier in ids:
            arguments = (identifier, self.coin, 5, alice, key)
            self.send(manager.inceptDelivery, *arguments, sender=bob)
        locked = (ids[0], self.coin, 5, bob, keccak(text="b"))
        self.send(manager.confirmDelivery, *locked, sender=alice)
        self.send(manager.transferWithKey, ids[0], "b", sender=self.carrier)
        self.send(manager.cancelDelivery, ids[1], sender=bob)
        for identifier in ids[:2]:
            asked = (identifier, self.cash, 6, bob, "s", "f")
            self.send(manager.inceptPayment, *asked, sender=alice)
        self.send(manager.payAndDecrypt, ids[0], sender=bob)
        self.send(manager.releaseKey, ids[0], "s", sender=self.governor)
        self.send(manager.cancelAndDecrypt, ids[1], sender=alice)

    def close(self) -> None:
        manager, governor = self.manager, self.governor
        fees = self.chain.deploy("FeeStructureProbe", 100)
        self.send(manager.setFeeStructure, fees, sender=governor)
        self.send(manager.agreeToFees, 100, sender=self.alice)
        self.send(manager.pay, 0, self.bob, ONE, 1, bytes(32), sender=self.alice)
        self.send(fees.sweep, manager, self.cash, 1, sender=self.carrier)
        now = self.chain.timestamp
        self.send(manager.attestLedgerFinality, now - 5, sender=governor)
        self.send(manager.stateLegalFinality, now - 6, bytes(32), sender=governor)
        self.send(manager.suspendParticipant, self.bob, sender=governor)
        self.send(manager.suspendAsset, self.bond, sender=governor)


@pytest.fixture(scope="module")
def story() -> Story:
    return Story()


def test_assets_and_participants(story: Story) -> None:
    state, manager = story.state, story.manager
    for token in (story.cash, story.euro, story.coin):
        assert state.assets[token.address].terms == manager.assetTerms(token)
        assert not state.assets[token.address].suspended
    assert state.securities[story.bond.address] is True
    assert state.assets[story.coin.address].price == manager.assetPrice(story.coin).price
    assert state.rates[1] == manager.currencyRate(1).rate
    assert state.participants[story.alice] == manager.participantOf(story.alice)
    assert state.participants[story.bob][1] == manager.participantOf(story.bob).jurisdictions == 0


def test_counters(story: Story) -> None:
    """SET-09 from events alone."""
    state, manager = story.state, story.manager
    for token in (story.cash, story.euro, story.coin):
        for day in story.days:
            found = state.units[token.address, day], state.movements[token.address, day]
            assert found == manager.assetDay(token, day)
        total = sum(units for (name, _), units in state.units.items() if name == token.address)
        assert total == manager.assetTotal(token)
    for day in story.days:
        found = state.values[EU, day], state.value_movements[EU, day]
        assert found == manager.jurisdictionDay(EU, day)


def test_instructions(story: Story) -> None:
    state, manager = story.state, story.manager
    for party in (story.alice, story.bob):
        for nonce in range(12):
            assert ((party, nonce) in state.nonces) == manager.isNonceUsed(party, nonce)
    for instruction in story.instructions:
        status = manager.instructionStatus(instruction).status
        assert state.instructions[instruction] == status
    assert sorted(state.filled.values()) == [60, 60, 100, 100]


def test_what_waits(story: Story) -> None:
    state, manager = story.state, story.manager
    for hold in story.holds:
        assert state.holds[hold] == manager.holdOf(hold)._asdict()
    for payment in story.queued:
        assert state.queued[payment] == manager.queuedPayment(payment)._asdict()
    for identifier in story.ids:
        assert state.locks[identifier] == manager.lockOf(identifier).status
        status = state.cross_payments.get(identifier, 0)
        assert status == manager.crossPaymentStatus(identifier)


def test_fees_and_finality(story: Story) -> None:
    state, manager = story.state, story.manager
    assert state.fees[story.cash.address] == manager.collectedFees(story.cash) > 0
    assert state.agreed[story.alice] == manager.agreedFees(story.alice)
    assert manager.finalityOf(state.ledger_final) == 2
    assert manager.finalityOf(state.legal_final) == 3

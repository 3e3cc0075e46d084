"""A campaign of many transfers with faults of every kind between them, planned by one seed.

What chains and protocols do wrong is done to them while messages are on their way; afterwards an
operator does what the advice says until nothing is stuck any more.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quantera import chains
from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.devnet import protocols as devnet
from quantera.devnet.faults import Injector, Point, RelayerCrash
from quantera.evm import Reverted
from quantera.gas.bridge_stack import ATTEST_FROM, DELAY_FROM, LimitKind, Status
from quantera.gas.token_stack import GERMANY, UNIT, record
from tests.integration.bridge import quotas
from tests.integration.bridge.books import check
from tests.integration.bridge.deliveries import BUYER, SELLER, Lock, Market
from tests.integration.bridge.stage import HOLDERS, LANES, NOBODY, VALUE, Stage
from tests.integration.bridge.thieves import HERE, THERE, bring, invented

HOUR = 3_600
DAY = 24 * HOUR
MOST_ROUNDS = 12
HALF = 0.5
COIN = 10**6


@dataclass
class Campaign:
    """One run on one stage.

    Attributes:
        chance: everything that is left to chance.
        market: deliveries against payments between all chains.
        sent: messages that left.
        faults: how often each fault was committed.
        stolen: messages that nobody sent.
    """

    stage: Stage
    chance: random.Random
    market: Market
    sent: list[Message] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    stolen: list[Message] = field(default_factory=list)
    _undo: list[Callable[[], None]] = field(default_factory=list)

    # -- sending --------------------------------------------------------------------------------

    def send(self) -> None:
        """One message of any kind; what the source refuses stays."""
        kinds = (self._transfer, self._large, self._allotment, self._trade)
        (kind,) = self.chance.choices(kinds, (11, 3, 3, 3))
        self._try(lambda: kind(self.chance.choice(LANES)))

    def _try(self, act: Callable[[], None]) -> bool:
        """Whether it was not refused: paused, frozen, suspended, or above a limit at the source."""
        try:
            act()
        except Reverted as error:
            self.faults[f"refused at the source: {error.name}"] += 1
            return False
        return True

    def _transfer(self, lane: tuple[str, str]) -> None:
        chance, ordinary = self.chance, self.chance.random() < 0.3
        message = self.stage.send(
            lane,
            chance.choice(list(Protocol)),
            sender=chance.choice(HOLDERS),
            recipient=chance.choice([*HOLDERS, *HOLDERS, NOBODY]),
            units=chance.randint(1, 900) * (COIN if ordinary else UNIT),
            ordinary=ordinary,
        )
        self.sent.append(message)

    def _allotment(self, lane: tuple[str, str]) -> None:
        """Part of the supply cap moves, seldom more than there is."""
        amount = self.chance.choice(
            (*(UNIT * 10**power for power in range(5)), self.stage.allotted)
        )
        message = quotas.move(self.stage, lane, amount, self._any())
        self._sent_once(message)

    def _trade(self, lane: tuple[str, str]) -> None:
        """A delivery there against a payment here, in any order and as far as the two get."""
        chance, market = self.chance, self.market
        trade = market.trade(lane, chance.randint(1, 999), chance.randint(1, 99))
        market.ask_delivery(trade)
        if chance.random() < 0.8:
            market.lock(trade)
        market.ask_payment(trade)
        decisions = {market.pay: 0.6, market.give_up: 0.2, None: 0.2}
        (decide,) = chance.choices(list(decisions), list(decisions.values()))
        if decide is None:
            return
        decide(trade)
        if chance.random() < 0.8:
            self._sent_once(market.report(trade, self._any()))

    def _sent_once(self, message: Message) -> None:
        """What one protocol alone does not bring: mostly it goes over a second one at once."""
        self.sent.append(message)
        if self.chance.random() < 0.7:
            self._try(lambda: self._resend(message, self._any()))

    def _resend(self, message: Message, over: Protocol) -> None:
        here = self.stage.end(chains.by_id(message.source_chain_id).name)
        encoded, sender = message.encode(), self.stage.who("anybody")
        # Exactly what it costs: after a fee spike no round sum is enough for many lots.
        fee = here.bridge.quoteMessage(encoded, over)
        here.bridge.resend(encoded, over, sender=sender, value=fee)

    def _any(self) -> Protocol:
        return self.chance.choice(list(Protocol))

    def _large(self, lane: tuple[str, str]) -> None:
        protocols = tuple(self.chance.sample(list(Protocol), self.chance.choice((2, 2, 3))))
        units = ATTEST_FROM * UNIT + self.chance.randint(0, 10) * UNIT
        if self.chance.random() < 0.2:
            units = DELAY_FROM * UNIT
        receipt = self.stage.send_over(lane, protocols, units, 4 * VALUE)
        self.sent.append(self.stage.ends.message(lane[0], receipt))

    # -- faults ---------------------------------------------------------------------------------

    def trouble(self) -> None:
        """Some faults together, of chains, protocols and people."""
        kinds: dict[str, Callable[[], None]] = {
            "recipient de-verified": self._deverify,
            "recipient frozen": self._freeze,
            "token paused": self._pause_token,
            "lane paused": self._pause_lane,
            "asset paused": self._pause_asset,
            "protocol paused": self._pause_protocol,
            "bridge paused": self._pause_bridge,
            "limit hit": self._limit,
            "signer rotation": self._rotate,
            "fee spike": self._fees,
            "clock jump": self._jump,
            "stolen key": self._steal,
            "peer rotation": self._peer,
            "party suspended": self._suspend,
            "security suspended": self._suspend_bond,
        }
        for name in self.chance.sample(list(kinds), self.chance.randint(0, 3)):
            kinds[name]()
            self.faults[name] += 1

    def injector(self) -> Injector:
        """What a relayer does wrong in its next round."""
        chance, injector = self.chance, Injector(self.chance.randrange(2**32))
        kinds: dict[str, Callable[[], None]] = {
            "drop": lambda: injector.drop(chance.randint(1, 3)),
            "delay": lambda: injector.delay(chance.randint(1, 3), chance.randint(1, 3)),
            "duplicate": lambda: injector.duplicate(chance.randint(1, 3)),
            "wrong chain": lambda: injector.misdirect(chance.choice(chains.PRODUCTION)),
            "low gas": lambda: injector.starve(chance.choice((60_000, 250_000, 400_000)), 2),
            "reorder": injector.reorder,
            "relayer crash": lambda: injector.crash(chance.choice(list(Point))),
        }
        for name in chance.sample(list(kinds), chance.randint(0, 3)):
            kinds[name]()
            self.faults[name] += 1
        return injector

    def carry(self) -> None:
        """A round of every protocol's relayer, each with its own faults."""
        for protocol in self.chance.sample(list(Protocol), len(Protocol)):
            try:
                self.stage.relayer(protocol, self.injector()).round()
            except RelayerCrash:
                continue

    def calm(self) -> None:
        """Undo about half of what people and administrators did."""
        self.chance.shuffle(self._undo)
        for _ in range(len(self._undo) // 2):
            self._undo.pop()()

    # -- what is done to chains, people and protocols -------------------------------------------

    def _deverify(self) -> None:
        end, name = self.stage.end(self.chance.choice(chains.PRODUCTION)), self._holder()
        wallet = self.stage.who(name)
        identity = self.stage.who(f"identity of {name}")
        past = end.chain.timestamp - 1
        end.stack.enter([wallet], [record(identity, GERMANY, valid_until=past)])

        def restore() -> None:
            end.stack.enter([wallet], [record(identity)])

        self._undo.append(restore)

    def _freeze(self) -> None:
        end, wallet = self.stage.end(self._chain()), self.stage.who(self._holder())
        end.token.setAddressFrozen(wallet, True, sender=end.stack.agent)
        self._undo.append(lambda: end.token.setAddressFrozen(wallet, False, sender=end.stack.agent))

    def _pause_token(self) -> None:
        end = self.stage.end(self._chain())
        if not end.token.paused():
            end.token.pause(sender=end.stack.agent)
            self._undo.append(lambda: end.token.unpause(sender=end.stack.agent))

    def _pause_lane(self) -> None:
        here, there = (self.stage.end(name) for name in self.chance.choice(LANES))
        here.bridge.pauseLane(there.chain_id, sender=here.governor)
        self._undo.append(lambda: here.bridge.unpauseLane(there.chain_id, sender=here.governor))

    def _pause_asset(self) -> None:
        end = self.stage.end(self._chain())
        asset = self.chance.choice((end.token, end.plain))
        end.bridge.pauseAsset(asset, sender=end.governor)
        self._undo.append(lambda: end.bridge.unpauseAsset(asset, sender=end.governor))

    def _pause_protocol(self) -> None:
        self._pause_group(1 << 2 + self.chance.choice(list(Protocol)))

    def _pause_bridge(self) -> None:
        self._pause_group(self.chance.choice((1, 2, 3)))

    def _pause_group(self, groups: int) -> None:
        end = self.stage.end(self._chain())
        end.bridge.pauseGroups(groups, sender=end.governor)
        self._undo.append(lambda: end.bridge.unpauseGroups(groups, sender=end.governor))

    def _limit(self) -> None:
        here, there = (self.stage.end(name) for name in self.chance.choice(LANES))
        kind = self.chance.choice(list(LimitKind))
        key = (
            self.chance.choice(list(Protocol)) if kind is LimitKind.PROTOCOL_IN else there.chain_id
        )
        capacity, period, _ = here.bridge.limitOf(kind, here.token, key)
        bucket = (kind, here.token, key)
        here.bridge.lowerLimit(*bucket, min(capacity, 100 * UNIT), period, sender=here.governor)
        self._undo.append(
            lambda: here.bridge.raiseLimit(*bucket, capacity, period, sender=here.governor)
        )

    def _rotate(self) -> None:
        self._protocol().rotate(self._chain())

    def _fees(self) -> None:
        self._protocol().scale_fees(self._chain(), self.chance.randint(1, 8))

    def _jump(self) -> None:
        self.stage.end(self._chain()).chain.advance(self.chance.randint(1, 24) * HOUR)

    def _steal(self) -> None:
        """All keys of one protocol: above the threshold nothing may come of it, nor of an allotment
        or of a report of a payment, whatever it is worth."""
        lane, nonce = (HERE, THERE), 10**6 + len(self.stolen)
        kind = self.chance.choice((Kind.TRANSFER, Kind.ALLOTMENT, Kind.DELIVERY))
        if kind is Kind.DELIVERY:
            ids = [trade.id for trade in self.market.trades if trade.lane == lane]
            parts: dict[str, Any] = {
                "asset": f"0x{self.stage.end(HERE).chain_id:040x}",
                "reference": self.chance.choice(ids or [b"s" * 32]),
                "decimals": 0,
            }
            message = invented(self.stage, self.chance.randint(0, 1), nonce, kind=kind, **parts)
        else:
            units = UNIT if kind is Kind.ALLOTMENT else ATTEST_FROM * UNIT
            message = invented(self.stage, units, nonce, kind=kind)
        try:
            bring(
                self.stage,
                self.chance.choice((Protocol.WORMHOLE, Protocol.AXELAR)),
                message.encode(),
            )
        except Exception as error:  # noqa: BLE001 -- whatever refuses a thief is right
            self.faults[f"thief: {type(error).__name__}"] += 1
        self.stolen.append(message)

    def _suspend(self) -> None:
        chain, party = self._chain(), self.chance.choice((BUYER, SELLER))
        self.market.suspend(chain, party)
        self._undo.append(lambda: self.market.readmit(chain, party))

    def _suspend_bond(self) -> None:
        chain = self._chain()
        self.market.suspend_bond(chain)
        self._undo.append(lambda: self.market.resume_bond(chain))

    def _peer(self) -> None:
        """The peer of a lane is taken away for a while: nothing comes in over it."""
        here, there = (self.stage.end(name) for name in self.chance.choice(LANES))
        protocol = self.chance.choice((Protocol.WORMHOLE, Protocol.AXELAR))
        terms = here.bridge.peerOf(there.chain_id, protocol)
        if int(terms.bridge, 16) == 0:
            return
        none = {"bridge": "0x" + "00" * 20, "number": 0, "securityTier": 0, "name": ""}
        lane = (there.chain_id, protocol)
        here.bridge.setPeer(*lane, none, sender=here.governor)
        self._undo.append(lambda: here.bridge.setPeer(*lane, terms, sender=here.governor))

    def _chain(self) -> str:
        return self.chance.choice(chains.PRODUCTION)

    def _holder(self) -> str:
        return self.chance.choice(HOLDERS)

    def _protocol(self) -> devnet.Protocol:
        return self.stage.ends.network.protocols[self.chance.choice(list(Protocol))]

    # -- afterwards -----------------------------------------------------------------------------

    def recover(self) -> None:
        """What operators do until everything is finished: undo, retry, resend, release, claim,
        redirect or return."""
        while self._undo:
            self._undo.pop()()
        self._close_trades()
        self._resend_some()
        for _ in range(MOST_ROUNDS):
            for end in self.stage.ends.ends.values():
                # Buckets fill, and delays end.
                end.chain.advance(DAY)
            self._carry_all()
            stuck = check(self.stage).pending
            if not stuck:
                return
            for message in stuck:
                self._unstick(message)
        raise AssertionError(f"{len(check(self.stage).pending)} messages are still stuck")

    def _close_trades(self) -> None:
        """The two do what is left to do, and what was decided is told where bonds wait for it."""
        told = {message.reference for message in check(self.stage).sent.values()}
        for trade in self.market.trades:
            self.market.close(trade)
            if self.market.lock_of(trade) is Lock.LOCKED and trade.id not in told:
                self.sent.append(self.market.report(trade, self._any()))
                self.faults["reported late"] += 1

    def _resend_some(self) -> None:
        """What nobody has brought yet goes again over other protocols, whatever becomes of it."""
        for message in check(self.stage).pending:
            if self.stage.status(message) is Status.NONE and self.chance.random() < HALF:
                self._unstick(message)

    def _carry_all(self) -> None:
        for protocol in Protocol:
            relayer = self.stage.relayer(protocol)
            relayer.settle()
            for packet in relayer.outbox.all():
                if packet.state != "delivered":
                    relayer.retry(packet.id, gas=3_000_000)

    def _unstick(self, message: Message) -> None:
        there = self.stage.end(chains.by_id(message.destination_chain_id).name)
        encoded = message.encode()
        match self.stage.status(message):
            case Status.NONE | Status.AWAITING:
                arrived = {one for one in Protocol if there.bridge.hasArrived(message.id, one)}
                over = self.chance.choice([one for one in Protocol if one not in arrived])
                self._resend(message, over)
                self.faults["resent"] += 1
            case Status.DELAYED:
                if there.chain.timestamp < there.bridge.arrivalOf(message.id).releaseAt:
                    return
                there.bridge.release(encoded, sender=self.stage.who("anybody"))
                self.faults["released"] += 1
            case Status.PARKED:
                self._unpark(message)
            case Status.CREDITED | Status.RETURNED:
                pass

    def _unpark(self, message: Message) -> None:
        there = self.stage.end(chains.by_id(message.destination_chain_id).name)
        encoded = message.encode()
        try:
            there.bridge.claim(encoded, sender=self.stage.who("anybody"))
            self.faults["claimed"] += 1
        except Reverted:
            if message.kind is Kind.DELIVERY:
                raise
            returns = message.kind is Kind.TRANSFER and self.chance.random() < HALF
            if returns or message.kind is Kind.ALLOTMENT:
                over = self._any()
                fee = there.bridge.quoteMessage(encoded, over)
                there.bridge.returnHome(encoded, over, sender=there.governor, value=fee)
                self.faults["returned"] += 1
            else:
                wallet = self.stage.who(HOLDERS[0])
                there.bridge.redirect(encoded, wallet, 0, sender=there.governor)
                self.faults["redirected"] += 1

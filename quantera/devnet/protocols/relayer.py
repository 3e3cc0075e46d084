"""A relayer: reads what is sent on every chain, proves it to the destination and delivers it.

It holds nothing in memory that is not in its outbox on disk, and asks the destination before each
step whether that step was made, so it can end at any point and go on from there.
"""

from collections.abc import Callable, Sequence

from quantera.devnet.faults import Attempt, Injector, Point
from quantera.devnet.protocols.outbox import Outbox, Packet, TopUp
from quantera.devnet.protocols.protocol import (
    Outcome,
    Protocol,
    Refused,
    SourceLog,
)
from quantera.devnet.watched import WatchedChain
from quantera.evm import Actor

Depths = Callable[[str], int]

MOST_ROUNDS = 100


def at_once(_chain: str) -> int:
    """Trust the latest block of every chain."""
    return 0


class Relayer:
    """Carries the messages of one protocol over all lanes.

    Args:
        protocol: whose messages.
        outbox: what it knows, on disk.
        injector: faults to commit.
        depth: how many blocks a chain must have put on a message's before it counts.
    """

    def __init__(
        self,
        protocol: Protocol,
        outbox: Outbox,
        injector: Injector | None = None,
        depth: Depths = at_once,
    ) -> None:
        self.protocol = protocol
        self.outbox = outbox
        self.injector = injector or Injector()
        self._depth = depth
        self.refusals: list[tuple[str, str]] = []
        """What was refused on purpose: message and reason."""

    def round(self) -> None:
        """Read every chain, then try once whatever waits.

        Raises:
            RelayerCrash: a fault said so.
        """
        for name, chain in self.protocol.chains.items():
            self.protocol.upkeep(name)
            self._watch(name, chain)
        for attempt in self.injector.plan(self.outbox.open()):
            if attempt.packet.state == "dropped":
                self.outbox.update(attempt.packet)
            elif attempt.target is not None or attempt.repeated:
                self.force(attempt)
            else:
                self._carry(attempt)

    def settle(self, rounds: int = MOST_ROUNDS) -> None:
        """Go on until nothing waits, or nothing changes any more."""
        before: list[Packet] = []
        for _ in range(rounds):
            self.round()
            left = self.outbox.open()
            if not left or left == before:
                return
            before = left

    def retry(self, packet_id: str, gas: int | None = None) -> None:
        """Try a message again that failed, was dropped or was not paid."""
        packet = self.outbox.get(packet_id)
        if packet is not None and packet.state != "delivered":
            packet.state = "seen"
            self._carry(Attempt(packet, gas=gas))

    def force(self, attempt: Attempt, keys: Sequence[Actor] | None = None) -> Outcome:
        """Bring a message where it does not belong, again, or with other keys.

        Returns:
            Whether the receiver took it; a refusal is kept in `refusals` as well.
        """
        packet = attempt.packet.model_copy(deep=True)
        try:
            if not attempt.repeated:
                self.protocol.verify(packet, attempt.target, keys)
            outcome = self.protocol.deliver(packet, attempt.target)
        except Refused as error:
            outcome = Outcome(False, str(error))
        if not outcome.delivered:
            self.refusals.append((packet.id, outcome.reason))
        return outcome

    # -- reading --------------------------------------------------------------------------------

    def _watch(self, name: str, chain: WatchedChain) -> None:
        ready = chain.block_number - self._depth(name)
        position = self.outbox.position(name)
        while position is not None and chain.hash_of(position[0]) != position[1]:
            # The source has other blocks now than those that were read.
            self.outbox.go_back(name)
            position = self.outbox.position(name)
        first = 0 if position is None else position[0] + 1
        if ready < first:
            return
        packets, paid = self._read(name, chain, first, ready)
        for packet in packets:
            self.injector.reach(Point.READ, packet)
        self.outbox.observe(name, ready, chain.hash_of(ready), packets, paid)

    def _read(
        self, name: str, chain: WatchedChain, first: int, last: int
    ) -> tuple[list[Packet], list[TopUp]]:
        watched = {
            self.protocol.at(name, contract).address: events
            for contract, events in self.protocol.watched.items()
        }
        packets: list[Packet] = []
        paid: list[TopUp] = []
        for entry in chain.logs_between(first, last, list(watched)):
            event = chain.registry.decode_log(entry.log.topics, entry.log.data)
            if event is None or event[0] not in watched[entry.log.address]:
                continue
            log = SourceLog(entry.block, entry.transaction, entry.index, entry.log.address, *event)
            found = self.protocol.read(name, log)
            if isinstance(found, Packet):
                packets.append(found)
            elif found is not None:
                paid.append(found)
        return packets, paid

    # -- delivering -----------------------------------------------------------------------------

    def _carry(self, attempt: Attempt) -> None:
        packet, protocol = attempt.packet, self.protocol
        self.injector.reach(Point.KEPT, packet)
        if not protocol.is_delivered(packet):
            packet.attempts += 1
            try:
                if not protocol.is_verified(packet):
                    protocol.verify(packet)
                    self.outbox.update(packet)
                self.injector.reach(Point.PROVED, packet)
                outcome = protocol.deliver(packet, gas=attempt.gas)
            except Refused as error:
                outcome = Outcome(False, str(error))
            self.injector.reach(Point.DELIVERED, packet)
            packet.reason = outcome.reason
            if not outcome.delivered:
                packet.state = "seen" if outcome.waits else "failed"
                self.outbox.update(packet)
                return
        packet.state = "delivered"
        packet.reason = ""
        self.outbox.update(packet)

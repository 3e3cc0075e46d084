"""Faults that can be put into the way of messages, one at a time or several together.

What a relayer does wrong is planned with an `Injector`, which every relayer asks; what happens to
a chain is done to it directly; what happens to a protocol is part of `Protocol`: `forge` with
stolen keys, `rotate`, `scale_fees`.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from quantera.devnet.attached import AttachedChain
from quantera.devnet.protocols.outbox import Packet
from quantera.evm import Chain


class Fault(StrEnum):
    """Each kind, with what it leads to in `EXPECTED`."""

    DROP = "drop"
    DELAY = "delay"
    DUPLICATE = "duplicate"
    REORDER = "reorder"
    WRONG_CHAIN = "wrong chain"
    STOLEN_KEY = "stolen key"
    LOW_GAS = "low gas"
    SOURCE_REORG = "source reorg"
    RELAYER_CRASH = "relayer crash"
    CLOCK_JUMP = "clock jump"
    FEE_SPIKE = "fee spike"
    SIGNER_ROTATION = "signer rotation"


EXPECTED = {
    Fault.DROP: "not delivered until it is retried, then once",
    Fault.DELAY: "delivered once, later",
    Fault.DUPLICATE: "delivered once; the repetition is refused or has no effect",
    Fault.REORDER: "all are delivered once",
    Fault.WRONG_CHAIN: "refused there, delivered once where it belongs",
    Fault.STOLEN_KEY: "refused with fewer keys than the threshold, taken with as many",
    Fault.LOW_GAS: "not delivered, and delivered once when it is retried with enough",
    Fault.SOURCE_REORG: "what the source forgot before it was final is never delivered",
    Fault.RELAYER_CRASH: "delivered once after the relayer has come back",
    Fault.CLOCK_JUMP: "delivered once, with proofs or prices made anew where they expire",
    Fault.FEE_SPIKE: "the old fee is refused at the source and nothing is sent; the new one goes",
    Fault.SIGNER_ROTATION: "delivered once, by the old or the new signers as the protocol has it",
}


class Point(StrEnum):
    """Where a relayer can be made to crash, in the order in which it passes them."""

    READ = "read but not kept"
    KEPT = "kept but not proved"
    PROVED = "proved but not delivered"
    DELIVERED = "delivered but not noted"


class RelayerCrash(BaseException):
    """The relayer's process ends here."""


@dataclass(frozen=True)
class Attempt:
    """What a relayer shall do with a message in this round.

    Attributes:
        packet: the message.
        target: the chain it is brought to, when it is not the right one.
        repeated: bring it although it has been delivered.
        gas: what the delivery gets, when it is not what is usual.
    """

    packet: Packet
    target: str | None = None
    repeated: bool = False
    gas: int | None = None


Choice = Callable[[Packet], bool]


def _any(_packet: Packet) -> bool:
    return True


@dataclass
class _Planned:
    kind: Fault
    times: int
    choice: Choice
    rounds: int = 0
    target: str | None = None
    gas: int | None = None
    hit: dict[str, int] = field(default_factory=dict)


class Injector:
    """Plans faults of relayers; without a plan everything goes as it should.

    Each planned fault hits so many messages that `choice` picks, once each.

    Args:
        seed: of the order in which messages go when they are reordered.
    """

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._planned: list[_Planned] = []
        self._crash: tuple[Point, Choice] | None = None
        self._reordered = False

    # -- planning -------------------------------------------------------------------------------

    def drop(self, times: int = 1, choice: Choice = _any) -> None:
        """Lose messages after they were seen."""
        self._planned.append(_Planned(Fault.DROP, times, choice))

    def delay(self, rounds: int, times: int = 1, choice: Choice = _any) -> None:
        """Hold messages back for so many rounds."""
        self._planned.append(_Planned(Fault.DELAY, times, choice, rounds=rounds))

    def duplicate(self, times: int = 1, choice: Choice = _any) -> None:
        """Bring messages a second time right after the first."""
        self._planned.append(_Planned(Fault.DUPLICATE, times, choice))

    def misdirect(self, target: str, times: int = 1, choice: Choice = _any) -> None:
        """Bring messages to a chain they are not for, before they go where they belong."""
        self._planned.append(_Planned(Fault.WRONG_CHAIN, times, choice, target=target))

    def starve(self, gas: int, times: int = 1, choice: Choice = _any) -> None:
        """Give deliveries too little gas."""
        self._planned.append(_Planned(Fault.LOW_GAS, times, choice, gas=gas))

    def reorder(self, *, on: bool = True) -> None:
        """Take messages in a random order from now on, or in the order in which they were sent."""
        self._reordered = on

    def crash(self, point: Point, choice: Choice = _any) -> None:
        """End the relayer when it comes to that point with such a message."""
        self._crash = (point, choice)

    # -- what relayers ask ----------------------------------------------------------------------

    def plan(self, packets: list[Packet]) -> list[Attempt]:
        """What to do in this round; what was dropped is marked so."""
        attempts: list[Attempt] = []
        if self._reordered:
            self._random.shuffle(packets)
        for packet in packets:
            attempts += self._attempts(packet)
        self._planned = [p for p in self._planned if p.times > 0 or any(p.hit.values())]
        return attempts

    def reach(self, point: Point, packet: Packet) -> None:
        """Called by a relayer at each point.

        Raises:
            RelayerCrash: it was planned.
        """
        if self._crash is not None and self._crash[0] is point and self._crash[1](packet):
            self._crash = None
            raise RelayerCrash(point)

    def _attempts(self, packet: Packet) -> Iterable[Attempt]:
        if self._held(packet):
            return []
        gas = None
        before: list[Attempt] = []
        after: list[Attempt] = []
        for planned in self._planned:
            if planned.kind is Fault.DELAY or not self._hits(planned, packet):
                continue
            if planned.kind is Fault.DROP:
                packet.state = "dropped"
                return [Attempt(packet)]
            if planned.kind is Fault.WRONG_CHAIN and planned.target != packet.destination:
                before.append(Attempt(packet, target=planned.target))
            elif planned.kind is Fault.DUPLICATE:
                after.append(Attempt(packet, repeated=True))
            elif planned.kind is Fault.LOW_GAS:
                gas = planned.gas
        return [*before, Attempt(packet, gas=gas), *after]

    def _held(self, packet: Packet) -> bool:
        for planned in self._planned:
            if planned.kind is not Fault.DELAY:
                continue
            if packet.id in planned.hit:
                left = planned.hit[packet.id]
                planned.hit[packet.id] = max(0, left - 1)
                return left > 0
            if self._hits(planned, packet):
                planned.hit[packet.id] = planned.rounds - 1
                return True
        return False

    @staticmethod
    def _hits(planned: _Planned, packet: Packet) -> bool:
        if planned.times <= 0 or not planned.choice(packet):
            return False
        planned.times -= 1
        return True


# -- faults of chains ---------------------------------------------------------------------------


def reorganise(chain: AttachedChain, depth: int) -> None:
    """Replace the last `depth` blocks by empty ones, and one more: their transactions are gone."""
    height = chain.block_number
    chain.rpc("anvil_rollback", depth)
    # What was in those blocks must not come back from the pool.
    chain.rpc("anvil_dropAllTransactions")
    # Another time makes other blocks of them.
    chain.rpc("evm_increaseTime", 1)
    chain.mine(height - chain.block_number + 1)


def jump_clock(chain: Chain, seconds: int) -> None:
    """Let a chain's clock jump forward."""
    chain.set_timestamp(chain.timestamp + seconds)

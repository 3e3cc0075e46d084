"""What must hold after anything that happened: counted from the chains alone, not from what tests
believe that they did."""

from collections import Counter
from dataclasses import dataclass

from quantera import chains
from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.gas.bridge_stack import BridgeEnd, Status
from tests.integration.bridge.quotas import allotted
from tests.integration.bridge.stage import COINS, HOLDERS, ISSUED, NOBODY, Stage

SHARED_COIN = 100
"""Units of the ordinary asset in one unit that crosses."""
CHAINS = len(chains.PRODUCTION)


@dataclass(frozen=True)
class Ledger:
    """All that the bridges ever told.

    Attributes:
        sent: messages that left, by id.
        credited: how often each had its effect, over all chains.
        returned: those that were sent home instead.
    """

    sent: dict[bytes, Message]
    credited: Counter[bytes]
    returned: frozenset[bytes]

    @property
    def pending(self) -> list[Message]:
        """What was sent and has had no effect and is not on its way home."""
        return [
            message
            for name, message in self.sent.items()
            if not self.credited[name] and name not in self.returned
        ]


def ledger(stage: Stage) -> Ledger:
    """Read every chain's events from the beginning."""
    sent: dict[bytes, Message] = {}
    credited: Counter[bytes] = Counter()
    returned: set[bytes] = set()
    for name, end in stage.ends.ends.items():
        chain = stage.watched(name)
        for placed in chain.logs_between(0, chain.block_number, [end.bridge.address]):
            told = chain.registry.decode_log(placed.log.topics, placed.log.data)
            if told is None:
                continue
            event, args = told
            if event == "MessageSent":
                sent[args["id"]] = Message.decode(args["message"])
            elif event == "MessageCredited":
                credited[args["id"]] += 1
            elif event == "MessageReturned":
                returned.add(args["id"])
    return Ledger(sent, credited, frozenset(returned))


def check(stage: Stage) -> Ledger:
    """Every invariant that can be seen from outside."""
    found = ledger(stage)
    _conserved(stage, found)
    _once(found)
    _nobody(stage)
    _limits(stage)
    _allotted(stage, found)
    return found


def _conserved(stage: Stage, found: Ledger) -> None:
    """BRG-01, BRG-08: what is held anywhere and what is on its way is what was issued."""
    tokens = coins = 0
    for end in stage.ends.ends.values():
        assert end.token.balanceOf(end.bridge) == 0
        tokens += end.token.totalSupply()
        escrows = sum(_escrows(stage, end))
        assert end.plain.balanceOf(end.bridge) >= escrows
        coins += escrows
    by_chain = {chain.chain_id: chain.name for chain in chains.production()}
    for message in found.pending:
        if message.kind not in (Kind.TRANSFER, Kind.RETURN):
            continue
        end = stage.end(by_chain[message.source_chain_id])
        if message.asset == end.token.address:
            tokens += message.amount
        else:
            coins -= message.amount * SHARED_COIN
    assert tokens == CHAINS * len(HOLDERS) * ISSUED
    assert coins == CHAINS * (CHAINS - 1) * COINS


def _escrows(stage: Stage, end: BridgeEnd) -> list[int]:
    others = [other for other in stage.ends.ends.values() if other is not end]
    return [end.bridge.escrowOf(end.plain, other.chain_id) for other in others]


def _once(found: Ledger) -> None:
    """BRG-02, BRG-11: at most once, and never what was sent home."""
    assert all(times == 1 for times in found.credited.values())
    assert not found.credited.keys() & found.returned
    # Nothing has an effect that was not sent.
    assert found.credited.keys() <= found.sent.keys()


def _nobody(stage: Stage) -> None:
    """BRG-03: who is not verified has nothing of the token."""
    for name in stage.ends.ends:
        assert stage.balance(name, NOBODY) == 0


def _limits(stage: Stage) -> None:
    """BRG-06: no bucket holds more than its capacity, or less than nothing."""
    for here in stage.ends.ends.values():
        for asset in (here.token, here.plain):
            for kind, key in _buckets(stage, here):
                capacity, _, available = here.bridge.limitOf(kind, asset, key)
                assert 0 <= available <= capacity


def _allotted(stage: Stage, found: Ledger) -> None:
    """BRG-13: allotments and those on their way stay the same; nothing is issued above one."""
    ends = stage.ends.ends.values()
    moving = sum(one.amount for one in found.pending if one.kind is Kind.ALLOTMENT)
    assert sum(map(allotted, ends)) + moving == stage.allotted
    assert all(end.token.totalSupply() <= allotted(end) for end in ends)


def _buckets(stage: Stage, here: BridgeEnd) -> list[tuple[int, int]]:
    others = [other.chain_id for other in stage.ends.ends.values() if other is not here]
    lanes = [(kind, other) for kind in (0, 1) for other in others]
    return [*lanes, *((2, int(protocol)) for protocol in Protocol)]


def finished(stage: Stage, message: Message) -> bool:
    """Whether nothing more can become of a message."""
    return stage.status(message) in (Status.CREDITED, Status.RETURNED)

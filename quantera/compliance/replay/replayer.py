"""Takes in the logs of one chain's engine and its tokens, in their order."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from quantera.compliance.errors import ComplianceError
from quantera.compliance.replay import events
from quantera.compliance.replay.counts import CountState
from quantera.compliance.replay.decisions import History, Ruling
from quantera.compliance.replay.events import Event, Log
from quantera.compliance.replay.lots import LotState
from quantera.compliance.replay.registry import RegistryState
from quantera.compliance.replay.rules import RuleState
from quantera.compliance.replay.tallies import TallyState
from quantera.compliance.replay.token import TokenState
from quantera.compliance.replay.usage import Usage


class ReplayError(ComplianceError):
    """The logs contradict themselves: some are missing, doubled, or out of order."""


@dataclass(slots=True)
class ComplianceState:
    """A token's own compliance contract: the token bound to it, and its modules in order."""

    token: str | None = None
    modules: list[str] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Takes in one event of the contract."""
        match event.name:
            case "TokenBound":
                self.token = event["_token"]
            case "TokenUnbound":
                self.token = None
            case "ModuleAdded":
                self.modules.append(event["_module"])
            case "ModuleRemoved":
                place = self.modules.index(event["_module"])
                self.modules[place] = self.modules[-1]
                self.modules.pop()


@dataclass(slots=True)
class _Pending:
    """What of a token's movements has been told by one side only, in order."""

    rulings: deque[tuple[Ruling, RuleState, str | None]] = field(default_factory=deque)
    moves: deque[tuple[str, str, int]] = field(default_factory=deque)


class Replayer:
    """The state of one engine, its tokens and their compliance contracts.

    The engine tells a decision by identities, the token the movement by wallets: the n-th decision
    on a token belongs to its n-th movement, whichever of the two is told first.

    Args:
        engine: address of the engine and registry.
        tokens: addresses of tokens to follow.
    """

    def __init__(self, engine: str, tokens: Iterable[str]) -> None:
        self.engine = engine.lower()
        self.registry = RegistryState()
        self.tokens = {token.lower(): TokenState() for token in tokens}
        self.rules: dict[str, RuleState] = defaultdict(RuleState)
        self.counts: dict[str, CountState] = defaultdict(CountState)
        self.lots: dict[str, LotState] = defaultdict(LotState)
        self.tallies: dict[str, TallyState] = defaultdict(TallyState)
        self.compliance: dict[str, ComplianceState] = defaultdict(ComplianceState)
        self.history = History()
        self.block = 0
        self._pending: dict[str, _Pending] = defaultdict(_Pending)

    def take(self, logs: Iterable[Log]) -> None:
        """Takes in further logs.

        Raises:
            ReplayError: a log is older than one before it, or a movement has no decision.
        """
        for log in logs:
            if log.block < self.block:
                raise ReplayError(f"block {log.block} follows block {self.block}")
            self.block = log.block
            event = events.read(log)
            if event is not None:
                self._take(event)

    def finish(self) -> None:
        """Says that these were all logs up to a block's end.

        Raises:
            ReplayError: a decision has no movement, or a movement no decision.
        """
        for token, pending in self._pending.items():
            if pending.rulings or pending.moves:
                raise ReplayError(
                    f"{token}: {len(pending.rulings)} decisions without a movement,"
                    f" {len(pending.moves)} movements without a decision"
                )

    def usage(self, token: str) -> Usage:
        """What is used of the limits of a token that is followed, as of the logs taken in."""
        parts = self.rules[token], self.counts[token], self.tallies[token]
        return Usage(*parts, self.tokens[token].supply)

    def _take(self, event: Event) -> None:
        address = event.log.address
        if address == self.engine:
            self._take_of_engine(event)
        elif address in self.tokens:
            self.tokens[address].take(event)
            self.history.take(event)
            if event.name == "Transfer":
                move = event["from"], event["to"], event["value"]
                self._pending[address].moves.append(move)
                self._pair(address)
        else:
            self.compliance[address].take(event)

    def _take_of_engine(self, event: Event) -> None:
        self.registry.take(event)
        self.history.take(event)
        token = event.args.get("token")
        if token is None or event.name in ("TermsWritten", "WalletRecovered"):
            return
        if event.name == "TransferDecision":
            ruling = Ruling.of(event)
            self.history.entries.append(ruling)
            if token in self.tokens:
                seller = self.lots[token].seller
                self._pending[token].rulings.append((ruling, self.rules[token], seller))
                self._pair(token)
            self.lots[token].take(event)
            return
        self.rules[token].take(event)
        self.counts[token].take(event)
        self.lots[token].take(event)
        self.tallies[token].take(event, self.rules[token])

    def _pair(self, token: str) -> None:
        pending = self._pending[token]
        while pending.rulings and pending.moves:
            ruling, rules, seller = pending.rulings.popleft()
            giver, taker, amount = pending.moves.popleft()
            if amount != ruling.amount:
                raise ReplayError(f"{token} moved {amount}, {ruling.amount} were decided")
            ruling.giver, ruling.taker = giver, taker
            records = self.registry.records[giver], self.registry.records[taker]
            self.counts[token].settle(ruling, rules, records, seller)

"""One token's positions, windows and holders, computed again from the decisions in the logs."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from quantera.compliance.record import CLASSES_SHIFT, FLAG_CUSTODIAN, FLAGS_SHIFT, RESIDENCE_SHIFT
from quantera.compliance.replay.decisions import Path, Ruling
from quantera.compliance.replay.events import Event
from quantera.compliance.replay.rules import RuleState

_COUNTED = 1 << 255
_CLASS_BITS = 4
_JURISDICTIONS = 5
_PRE_APPROVAL, _WINDOW_VOLUME = 21, 31
_LEAVING = frozenset({Path.TRANSFER, Path.CROSSCHAIN_BURN})
_CUSTODIAN = FLAG_CUSTODIAN << FLAGS_SHIFT
ZERO = "0x" + "0" * 40


class Scope(NamedTuple):
    """`IRuleConfiguration.CountScope`."""

    holders: bool = False
    countries: bool = False
    classes: int = 0
    lots: bool = False


@dataclass(slots=True)
class Position:
    """Units of one identity, and what it sent in the window that ends at `window_end`."""

    balance: int = 0
    volume: int = 0
    window_end: int = 0


def bucket_of(record: int) -> int:
    """Bucket in which an identity with that record is counted (`HolderCounts`)."""
    country = record >> RESIDENCE_SHIFT & 0xFFFF
    classes = record >> CLASSES_SHIFT & ((1 << _CLASS_BITS * _JURISDICTIONS) - 1)
    return _COUNTED | country | classes << 16


@dataclass(slots=True)
class CountState:
    """What the engine's views show of one token's counts.

    Attributes:
        kept: positions are in force.
        running: a count runs.
        counted: units found by the present count.
        buckets: bucket by identity that counts as a holder.
        countries: holders by country, in the present count.
        classes: holders by jurisdiction * 16 + class, in the present count.
    """

    scope: Scope = field(default_factory=Scope)
    kept: bool = False
    running: bool = False
    epoch: int = 0
    counted: int = 0
    holders: int = 0
    positions: dict[str, Position] = field(default_factory=lambda: defaultdict(Position))
    buckets: dict[str, int] = field(default_factory=dict)
    countries: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    classes: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def position(self, identity: str) -> Position:
        """An identity's position; nothing while positions are not kept."""
        return self.positions[identity] if self.kept else Position()

    def take(self, event: Event) -> None:
        """Takes in one event about counting."""
        match event.name:
            case "CountStarted":
                self._begin(event["epoch"], Scope(*event["scope"]))
                self.running, self.holders = True, 0
            case "WalletCounted":
                self.counted += event["units"]
                self.positions[event["identity"]].balance += event["units"]
            case "CountFinished":
                self.running, self.kept = False, True
            case "CountStopped":
                self._begin(event["epoch"] + 1, Scope())
                self.running = False
            case "HolderRecounted":
                self._release(event["identity"])
                if event["bucket"]:
                    self._admit(event["identity"], event["bucket"])
            case "HoldingsMoved":
                self._hand_over(event["fromIdentity"], event["toIdentity"], event["units"])

    def settle(
        self, ruling: Ruling, rules: RuleState, records: tuple[int, int], seller: str | None = None
    ) -> None:
        """Takes in one movement that was allowed.

        Where lots are kept, holders are those who have lots, and the engine tells of each change.

        Args:
            ruling: the decision, with the wallets that moved.
            rules: the token's rules when it was made.
            records: the giver's and the taker's records when it was made.
            seller: whose lots went to somebody else; None where none did or none are kept.
        """
        own = ruling.from_identity == ruling.to_identity != ZERO
        leaves = ruling.path in _LEAVING and not own
        if leaves and rules.runs(_PRE_APPROVAL):
            taker = ZERO if ruling.path == Path.CROSSCHAIN_BURN else ruling.taker
            rules.approvals.pop((ruling.giver, taker, ruling.amount), None)
        if not self.kept or own or not ruling.amount:
            return
        giver_record, taker_record = records
        if ruling.giver != ZERO:
            position = self.positions[ruling.from_identity]
            position.balance -= ruling.amount
            if leaves and rules.runs(_WINDOW_VOLUME):
                self._count_sale(ruling, giver_record, rules, seller)
            if not position.balance and not self.scope.lots:
                self._release(ruling.from_identity)
        if ruling.taker != ZERO:
            position = self.positions[ruling.to_identity]
            newcomer = not position.balance
            position.balance += ruling.amount
            counts = self.scope.holders or self.scope.countries or self.scope.classes
            if newcomer and counts and not self.scope.lots and not taker_record & _CUSTODIAN:
                self._admit(ruling.to_identity, bucket_of(taker_record))

    def _count_sale(
        self, ruling: Ruling, giver_record: int, rules: RuleState, seller: str | None
    ) -> None:
        """Counts a sale in the window of whose units they are; a custodian has none."""
        if not self.scope.lots and not giver_record & _CUSTODIAN:
            seller = ruling.from_identity
        if seller is None or (giver_record & _CUSTODIAN and seller == ruling.from_identity):
            return
        self._count_window(self.positions[seller], ruling, rules.settings.window_length)

    @staticmethod
    def _count_window(position: Position, ruling: Ruling, length: int) -> None:
        if ruling.timestamp >= position.window_end:
            position.volume, position.window_end = 0, ruling.timestamp + length
        position.volume += ruling.amount

    def _begin(self, epoch: int, scope: Scope) -> None:
        # Tallies and positions belong to a count; the number of holders is set back by a start.
        self.epoch, self.scope = epoch, scope
        self.kept, self.counted = False, 0
        for table in (self.positions, self.buckets, self.countries, self.classes):
            table.clear()

    def _hand_over(self, giver: str, taker: str, units: int) -> None:
        position = self.positions[giver]
        position.balance -= units
        if not position.balance and not self.scope.lots:
            self._release(giver)
        self.positions[taker].balance += units

    def _admit(self, identity: str, bucket: int) -> None:
        self.buckets[identity] = bucket
        self._tally(bucket, 1)

    def _release(self, identity: str) -> None:
        bucket = self.buckets.pop(identity, None)
        if bucket is not None:
            self._tally(bucket, -1)

    def _tally(self, bucket: int, change: int) -> None:
        if self.scope.holders:
            self.holders += change
        if self.scope.countries:
            self.countries[bucket & 0xFFFF] += change
        for jurisdiction in range(_JURISDICTIONS):
            if self.scope.classes >> jurisdiction & 1:
                code = bucket >> (16 + _CLASS_BITS * jurisdiction) & 0xF
                self.classes[jurisdiction * 16 + code] += change

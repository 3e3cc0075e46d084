"""What the engine records by identity: positions, windows, and who counts as a holder where."""

from collections import Counter
from dataclasses import dataclass, field

from tests.property.model.records import CUSTODIAN, Record

COUNTED_CLASSES = (0, 1)
"""Jurisdictions whose classes the tests have counted: US and EU."""


@dataclass(frozen=True)
class Position:
    """What one identity holds, and what it has sent in its current window."""

    balance: int = 0
    volume: int = 0
    window_end: int = 0


@dataclass(frozen=True)
class Bucket:
    """As what an identity was counted when it became a holder."""

    country: int
    classes: tuple[int, ...]

    @classmethod
    def of(cls, record: Record) -> "Bucket":
        """As its record stands."""
        return cls(record.country, record.classes)

    def class_keys(self) -> list[int]:
        """Keys of the counted classes: jurisdiction * 16 + class."""
        return [16 * jurisdiction + self.classes[jurisdiction] for jurisdiction in COUNTED_CLASSES]


@dataclass
class Book:
    """Everything of one count; a new count starts from nothing.

    Attributes:
        positions: by identity.
        buckets: by identity, of those that count as holders.
        counted: identity under which a relinked wallet's units count, by wallet.
    """

    positions: dict[str, Position] = field(default_factory=dict)
    buckets: dict[str, Bucket] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)

    def position(self, identity: str) -> Position:
        """An identity's position; an empty one for who never held."""
        return self.positions.get(identity, Position())

    def add(self, identity: str, units: int, record: Record) -> None:
        """Units come to an identity, which becomes a holder with the first of them."""
        position = self.position(identity)
        self.positions[identity] = Position(
            position.balance + units, position.volume, position.window_end
        )
        if position.balance == 0:
            self.admit(identity, record)

    def take(self, identity: str, units: int, window: tuple[int, int] | None = None) -> None:
        """Units leave an identity, which ceases to be a holder with the last of them."""
        position = self.position(identity)
        assert position.balance >= units, f"{identity} has not so many units"
        volume, end = window or (position.volume, position.window_end)
        self.positions[identity] = Position(position.balance - units, volume, end)
        if position.balance == units:
            self.buckets.pop(identity, None)

    def admit(self, identity: str, record: Record) -> None:
        """Count an identity as a holder, unless it keeps what is others'."""
        if CUSTODIAN not in record.flags:
            self.buckets[identity] = Bucket.of(record)

    def holders(self) -> int:
        """Identities that count."""
        return len(self.buckets)

    def by_country(self) -> Counter[int]:
        """Holders in each country."""
        return Counter(bucket.country for bucket in self.buckets.values())

    def by_class(self) -> Counter[int]:
        """Holders in each counted class, by key."""
        return Counter(key for bucket in self.buckets.values() for key in bucket.class_keys())

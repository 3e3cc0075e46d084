"""One token's lots and its investors' shares in custody, as the engine's logs tell them."""

from collections import defaultdict
from dataclasses import dataclass, field

from quantera.compliance.replay.events import Event

_UNITS_BITS, _KIND_BITS = 120, 36
_UNITS = (1 << _UNITS_BITS) - 1
_KIND = (1 << _KIND_BITS) - 1
_ARRIVAL = _UNITS_BITS + _KIND_BITS
_NOBODY = "0x" + "0" * 40


@dataclass(slots=True)
class LotState:
    """Lots by identity, and custody by custodian and investor; units are token units.

    Attributes:
        lots: units by identity and kind, the kind being day, source and exemption as in `Lot`.
        shares: units of an investor at a custodian.
        frozen: units of such a share that must stay.
        kept: every movement moves lots.
        entering: a count that runs enters a lot for each wallet.
        seller: whose lots have moved to somebody else since the last decision; None where nothing
            has changed hands.
    """

    lots: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    shares: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    frozen: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    kept: bool = False
    entering: bool = False
    seller: str | None = None

    def words(self, identity: str) -> list[int]:
        """An investor's lots as `lotsOf` packs them, sorted."""
        held = self.lots.get(identity, {})
        return sorted(units | kind << _UNITS_BITS for kind, units in held.items() if units)

    def take(self, event: Event) -> None:
        """Takes in one event about lots or custody."""
        match event.name:
            case "CountStarted":
                wanted = event["scope"][3]
                self.entering = wanted and not self.kept
                self.kept = wanted and self.kept
                if self.entering:
                    # Lots that are switched on anew start from nothing, and shares with them.
                    self.lots.clear()
                    self.shares.clear()
                    self.frozen.clear()
            case "CountFinished":
                self.kept, self.entering = self.kept or self.entering, False
            case "CountStopped":
                self.kept = self.entering = False
            case "LotsMoved":
                giver, taker = event["fromIdentity"], event["toIdentity"]
                self.seller = giver if giver != taker else self.seller
                for word in event["lots"]:
                    self._move(giver, taker, word)
            case "TransferDecision" | "CustodyReassigned" | "HoldingsMoved" | "WalletCounted":
                self.seller = None
            case "CustodyShareChanged":
                self.shares[event["custodian"], event["investor"]] = event["units"]
            case "CustodyShareFrozen":
                self.frozen[event["custodian"], event["investor"]] = event["frozen"]

    def _move(self, giver: str, taker: str, word: int) -> None:
        units = word & _UNITS
        for identity, kind, change in (
            (giver, word >> _UNITS_BITS & _KIND, -units),
            (taker, word >> _ARRIVAL & _KIND, units),
        ):
            if identity != _NOBODY:
                own = self.lots[identity]
                own[kind] = own.get(kind, 0) + change

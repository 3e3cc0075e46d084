"""The compliance engine as a model: the code of a movement, and what a movement leaves behind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tests.property.model import settings as rules
from tests.property.model.book import Book, Bucket
from tests.property.model.records import CUSTODIAN, SANCTIONED, Record, Registry
from tests.property.model.settings import Limit, Limits, Path, Settings

NOT_REGISTERED, NOT_VERIFIED, SENDER_NOT_VERIFIED = 13, 14, 15
SENDER_SANCTIONED, RECIPIENT_SANCTIONED = 16, 17
ALLOTMENT_EXHAUSTED, COUNT_RUNNING, NOT_MOVED = 37, 190, 191
PIPS = 1_000_000


@dataclass(frozen=True)
class Movement:
    """What the token asks about.

    Attributes:
        sender, recipient: wallets by name; empty where there is none on this chain.
        sender_wallet, recipient_wallet: units in their wallets before.
        supply: the token's supply before.
    """

    path: Path
    spender: str
    sender: str
    recipient: str
    amount: int
    sender_wallet: int = 0
    recipient_wallet: int = 0
    supply: int = 0


@dataclass
class Verdict:
    """The code, and what recording the movement needs to know."""

    code: int = 0
    sender_identity: str = ""
    recipient_identity: str = ""
    own: bool = False
    window: tuple[int, int] | None = None
    exhausted: bool = False
    uses_approval: bool = False


@dataclass(frozen=True)
class Asked:
    """What a rule looks at."""

    movement: Movement
    verdict: Verdict
    recipient: Record
    now: int

    @property
    def arrives(self) -> bool:
        """Somebody whose holding is limited receives on this chain."""
        return bool(self.movement.recipient) and CUSTODIAN not in self.recipient.flags


@dataclass
class Engine:
    """One token's rules, records and counts.

    Attributes:
        approvals: pre-approved transfers by sender, recipient and amount: from and until when.
        received: ids of allotments that arrived.
        counting: a count runs, and nothing moves.
    """

    registry: Registry = field(default_factory=Registry)
    book: Book = field(default_factory=Book)
    settings: Settings = field(default_factory=Settings)
    limits: Limits = field(default_factory=Limits)
    approvals: dict[tuple[str, str, int], tuple[int, int]] = field(default_factory=dict)
    received: set[int] = field(default_factory=set)
    counting: bool = False

    # -- who ------------------------------------------------------------------------------------

    def counted_identity(self, wallet: str) -> str:
        """Identity under which a wallet's units count."""
        record = self.registry.of(wallet)
        if not record.relinked:
            return record.last
        return self.book.counted.get(wallet) or self.registry.first.get(wallet, "")

    def position(self, identity: str) -> int:
        """Units of an identity."""
        return self.book.position(identity).balance

    # -- deciding -------------------------------------------------------------------------------

    def decide(self, movement: Movement, now: int) -> Verdict:
        """The code that the engine gives, and what else it has found on the way."""
        if self.counting:
            return Verdict(COUNT_RUNNING)
        code = self._parties(movement, now)
        if code:
            return Verdict(code)
        sender = self.counted_identity(movement.sender)
        recipient = self.registry.of(movement.recipient).identity
        verdict = Verdict(0, sender, recipient, own=bool(recipient) and sender == recipient)
        if self._unmoved(movement):
            verdict.code = NOT_MOVED
            return verdict
        verdict.code = self._first_refusal(movement, verdict, now)
        if not verdict.code and verdict.exhausted:
            verdict.code = ALLOTMENT_EXHAUSTED
        return verdict

    def _parties(self, movement: Movement, now: int) -> int:
        sender = self.registry.of(movement.sender)
        recipient = self.registry.of(movement.recipient)
        if movement.path not in rules.WITHOUT_RECIPIENT:
            if not recipient.identity:
                return NOT_REGISTERED
            if recipient.until <= now:
                return NOT_VERIFIED
        if movement.path in {Path.TRANSFER, Path.DEPARTURE}:
            if rules.SENDER_NOT_VERIFIED in self.settings.rules and sender.until <= now:
                return SENDER_NOT_VERIFIED
            if SANCTIONED in sender.flags:
                return SENDER_SANCTIONED
        return RECIPIENT_SANCTIONED if SANCTIONED in recipient.flags else 0

    def _unmoved(self, movement: Movement) -> bool:
        record = self.registry.of(movement.recipient)
        if not record.relinked or not movement.recipient_wallet:
            return False
        return self.counted_identity(movement.recipient) != record.identity

    def _running(self, movement: Movement, verdict: Verdict) -> frozenset[int]:
        on = rules.ON_PATH[movement.path]
        if verdict.own and movement.path is Path.TRANSFER:
            on = rules.BETWEEN_OWN_WALLETS
        return self.settings.rules & on

    def _first_refusal(self, movement: Movement, verdict: Verdict, now: int) -> int:
        """The lowest code among the rules that run, in the order in which they are asked."""
        asked = Asked(movement, verdict, self.registry.of(movement.recipient), now)
        running = sorted(self._running(movement, verdict))
        return next((code for code in running if self._refuses(code, asked)), 0)

    def _refuses(self, code: int, asked: Asked) -> bool:
        if code in {rules.HOLDERS, rules.COUNTRY_HOLDERS, rules.CLASS_HOLDERS}:
            return self._holders_refuse(code, asked)
        checks: dict[int, Callable[[Asked], bool]] = {
            rules.SPENDER: self._spender_is_sanctioned,
            rules.ALLOWED: lambda it: it.recipient.country not in self.settings.allowed,
            rules.RESTRICTED: lambda it: it.recipient.country in self.settings.restricted,
            rules.APPROVAL: self._not_approved,
            rules.TICKET: self._below_ticket,
            rules.SUPPLY_CAP: self._supply_too_large,
            rules.MAX_BALANCE: self._position_too_large,
            rules.MIN_BALANCE: self._position_too_small,
            rules.MAX_SHARE: self._share_too_large,
            rules.HOURS: lambda it: self.settings.hours.closed(it.now),
            rules.WINDOW: self._window_refuses,
        }
        return checks[code](asked)

    def _spender_is_sanctioned(self, it: Asked) -> bool:
        other = it.movement.spender != it.movement.sender
        return other and SANCTIONED in self.registry.of(it.movement.spender).flags

    def _not_approved(self, it: Asked) -> bool:
        found = self.approvals.get((it.movement.sender, it.movement.recipient, it.movement.amount))
        it.verdict.uses_approval = found is not None and found[0] <= it.now < found[1]
        return not it.verdict.uses_approval

    def _below_ticket(self, it: Asked) -> bool:
        empties = it.movement.sender and it.movement.amount == it.movement.sender_wallet
        return it.movement.amount < self.settings.ticket and not empties

    def _supply_too_large(self, it: Asked) -> bool:
        return self._above(it.verdict, it.movement.supply + it.movement.amount, Limit.SUPPLY)

    def _position_too_large(self, it: Asked) -> bool:
        if not it.arrives:
            return False
        identity, held = it.verdict.recipient_identity, self._held_after(it)
        if held > self.limits.most_of(identity):
            it.verdict.exhausted = True
        return self._above(it.verdict, held, Limit.MAX_BALANCE, identity)

    def _position_too_small(self, it: Asked) -> bool:
        if it.arrives and 0 < self._held_after(it) < self.settings.min_balance:
            return True
        sender = it.movement.sender
        if not sender or CUSTODIAN in self.registry.of(sender).flags:
            return False
        left = self.position(it.verdict.sender_identity) - it.movement.amount
        return 0 < left < self.settings.min_balance

    def _share_too_large(self, it: Asked) -> bool:
        issued = it.movement.path is not Path.TRANSFER
        supply = it.movement.supply + (it.movement.amount if issued else 0)
        return it.arrives and self._held_after(it) * PIPS > supply * self.settings.share_pips

    def _held_after(self, it: Asked) -> int:
        return self.position(it.verdict.recipient_identity) + it.movement.amount

    def _above(self, verdict: Verdict, value: int, limit: Limit, key: int | str = 0) -> bool:
        """Whether a value passes a limit over all chains; passing this chain's share is noted."""
        if value > self.limits.global_value(limit, key):
            return True
        if value > self.limits.allotment(limit, key):
            verdict.exhausted = True
        return False

    def _holders_refuse(self, code: int, it: Asked) -> bool:
        newcomer = it.movement.amount > 0 and self.position(it.verdict.recipient_identity) == 0
        if not newcomer or CUSTODIAN in it.recipient.flags:
            return False
        left, bucket = self._bucket_left(it), Bucket.of(it.recipient)
        if code == rules.HOLDERS:
            return self._above(it.verdict, self.book.holders() + (left is None), Limit.HOLDERS)
        if code == rules.COUNTRY_HOLDERS:
            replaced = left is not None and left.country == bucket.country
            holders = self.book.by_country()[bucket.country] + (not replaced)
            return self._capped(it.verdict, holders, Limit.COUNTRY_HOLDERS, bucket.country)
        leaving = left.class_keys() if left else []
        counted = self.book.by_class()
        return any(
            self._capped(it.verdict, counted[key] + (key not in leaving), Limit.CLASS_HOLDERS, key)
            for key in bucket.class_keys()
        )

    def _bucket_left(self, it: Asked) -> Bucket | None:
        """Where the sender counted, if it ceases to be a holder and so makes room."""
        identity = it.verdict.sender_identity
        empties = it.movement.sender and self.position(identity) == it.movement.amount
        return self.book.buckets.get(identity) if empties else None

    def _capped(self, verdict: Verdict, holders: int, limit: Limit, key: int) -> bool:
        return (limit, key) in self.limits.values and self._above(verdict, holders, limit, key)

    def _window_refuses(self, it: Asked) -> bool:
        if CUSTODIAN in self.registry.of(it.movement.sender).flags:
            return False
        position = self.book.position(it.verdict.sender_identity)
        volume, end = it.movement.amount, it.now + self.settings.window_length
        if it.now < position.window_end:
            volume, end = volume + position.volume, position.window_end
        it.verdict.window = (volume, end)
        return self._above(it.verdict, volume, Limit.WINDOW_VOLUME)

    # -- recording ------------------------------------------------------------------------------

    def record(self, movement: Movement, verdict: Verdict) -> None:
        """What an allowed movement leaves behind."""
        recipient = self.registry.of(movement.recipient)
        if verdict.uses_approval:
            del self.approvals[movement.sender, movement.recipient, movement.amount]
        if movement.amount == 0:
            return
        if recipient.relinked and movement.recipient_wallet == 0:
            self.book.counted[movement.recipient] = verdict.recipient_identity
        if verdict.own:
            return
        if movement.sender:
            self.book.take(verdict.sender_identity, movement.amount, verdict.window)
        if movement.recipient:
            self.book.add(verdict.recipient_identity, movement.amount, recipient)

    # -- counting -------------------------------------------------------------------------------

    def count_again(self, balances: Mapping[str, int]) -> None:
        """Count every wallet's units anew, under the identities of now."""
        self.book = Book()
        for wallet, units in balances.items():
            if units:
                record = self.registry.of(wallet)
                if record.relinked:
                    self.book.counted[wallet] = record.last
                self.book.add(record.last, units, record)

    def recount(self, wallet: str) -> None:
        """Count a wallet's identity as its record stands now."""
        record = self.registry.of(wallet)
        if self.position(record.identity):
            self.book.buckets.pop(record.identity, None)
            self.book.admit(record.identity, record)

    def move_holdings(self, wallet: str, units: int) -> bool:
        """Have a relinked wallet's units count under its identity of now; false when they do."""
        record = self.registry.of(wallet)
        before = self.counted_identity(wallet)
        if not record.identity or before == record.identity or units == 0:
            return False
        self.book.take(before, units)
        self.book.add(record.identity, units, record)
        self.book.counted[wallet] = record.identity
        return True

    # -- limits ---------------------------------------------------------------------------------

    def configure(self, new: Settings) -> None:
        """Replace the rules."""
        self.limits.write(new.limits, new.shares)
        self.settings = replace(new, limits={}, shares={})

    def used(self, limit: Limit, key: int | str, supply: int) -> int | None:
        """What is in use of a limit; nothing where that is not known."""
        match limit:
            case Limit.SUPPLY:
                return supply
            case Limit.HOLDERS:
                return self.book.holders()
            case Limit.COUNTRY_HOLDERS:
                return self.book.by_country()[int(key)]
            case Limit.CLASS_HOLDERS:
                return self.book.by_class()[int(key)]
            case Limit.MAX_BALANCE if key != 0:
                return self.position(str(key))
        return None

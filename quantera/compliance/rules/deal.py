"""What a rule sees: who buys what from whom, when, and what is known of holdings and counters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from quantera.compliance.catalogue import Jurisdiction

US, EU, UK, SG, JP = range(5)
"""Places of the jurisdictions in a record's classes."""

Params = Mapping[str, Any]


@dataclass(slots=True)
class Profile:
    """What is attested of one investor; times in Unix seconds, None where nothing is attested.

    Attributes:
        investor_id: key in the source.
        identity: 160-bit on-chain identity.
        residence: ISO 3166-1 numeric.
        pack: the rule pack of the residence, None outside the five.
        valid_until: first second at which the evidence no longer counts.
        verified_at: when the identity was verified.
        classes: class codes in the order US, EU, UK, SG, JP.
        class_verified_at: when each class was verified.
        written_representation: the US class rests on 17 CFR 230.506(c)(2)(ii)(E).
        headroom: attested amount and time by jurisdiction, in its currency.
    """

    investor_id: str
    identity: int
    residence: int
    pack: Jurisdiction | None
    valid_until: int
    verified_at: int | None
    classes: tuple[int, int, int, int, int]
    class_verified_at: tuple[int | None, ...] = (None, None, None, None, None)
    written_representation: bool = False
    us_person: bool = False
    sanctions_hold: bool = False
    high_risk: bool = False
    distributor: bool = False
    custodian: bool = False
    holding_vehicle: bool = False
    appropriateness_at: Mapping[str, int] = field(default_factory=dict)
    requested_at: int | None = None
    opted_in_at: int | None = None
    foreign_notification_at: int | None = None
    headroom: Mapping[str, tuple[Decimal, int]] = field(default_factory=dict)
    affiliate_of: frozenset[str] = frozenset()
    insider_of: frozenset[str] = frozenset()


class Lot(NamedTuple):
    """Part of a holding: `amount` in token units, `exemption` as in the rules' reference."""

    amount: int
    acquired_at: int
    source: str
    exemption: str


@dataclass(frozen=True, slots=True)
class State:
    """What is known of holdings and counters; None (or an absent key) means not known here.

    Attributes:
        balance: the recipient's position over all its wallets, in token units.
        sender_balance: the sender's position.
        sender_unfrozen: the part of it that is not frozen.
        total_supply: over all chains.
        holders: number of holding identities over all chains.
        holders_in: holders by country.
        holders_of: holders by (jurisdiction index, class code).
        counts: persons by (rule id, key), the key a country or an offer.
        counted: (rule id, key) pairs in which the recipient is already counted.
        volumes: money by (rule id, key) in the jurisdiction's currency.
        window_volume: what the sender moved in the running window, in token units.
        affiliate_volume: what the sender's affiliate group sold in its window, in token units.
        weekly_volume: mean weekly trading volume of four weeks, in token units.
        weekly_volume_at: end of those weeks, Unix time.
        approved: whether a pre-approval of this transfer exists.
        lots: the sender's lots.
    """

    balance: int | None = None
    sender_balance: int | None = None
    sender_unfrozen: int | None = None
    total_supply: int | None = None
    holders: int | None = None
    holders_in: Mapping[int, int] = field(default_factory=dict)
    holders_of: Mapping[tuple[int, int], int] = field(default_factory=dict)
    counts: Mapping[tuple[str, int | str], int] = field(default_factory=dict)
    counted: frozenset[tuple[str, int | str]] = frozenset()
    volumes: Mapping[tuple[str, int | str], Decimal] = field(default_factory=dict)
    window_volume: int | None = None
    affiliate_volume: int | None = None
    weekly_volume: int | None = None
    weekly_volume_at: int | None = None
    approved: bool | None = None
    lots: tuple[Lot, ...] | None = None


NOTHING_KNOWN = State()


@dataclass(slots=True)
class Deal:
    """One purchase or transfer to judge.

    Attributes:
        now: Unix seconds.
        amount: token units.
        unit: token units of one whole token.
        asset: the asset's symbol.
        asset_type: `equity`, `debt`, `fund` or `other`.
        prices: price of one whole token by currency.
        recipient: who receives.
        sender: who gives; None in a mint or primary sale.
        state: holdings and counters.
        arranged: a transfer whose price its settlement states, so that rules on price and
            promotion run as in a primary sale.
        locked: places of the sender's lots that the rules asked so far lock.
    """

    now: int
    amount: int
    unit: int
    asset: str
    asset_type: str
    prices: Mapping[str, Decimal]
    recipient: Profile
    sender: Profile | None = None
    state: State = NOTHING_KNOWN
    arranged: bool = False
    locked: set[int] = field(default_factory=set)

    @property
    def primary(self) -> bool:
        """Whether this is a mint or primary sale."""
        return self.sender is None

    @property
    def promoted(self) -> bool:
        """Whether somebody sells to the recipient: a primary sale or an arranged transfer."""
        return self.primary or self.arranged

    def consideration(self, currency: str) -> Decimal | None:
        """Price of the amount; None when the asset has no price in that currency."""
        price = self.prices.get(currency)
        return None if price is None else price * self.amount / self.unit

    def would_exceed(self, rule: str, key: int | str, maximum: int) -> bool | None:
        """Whether counting the recipient under a rule passes `maximum`; None when not known."""
        if (rule, key) in self.state.counted:
            return False
        count = self.state.counts.get((rule, key))
        return None if count is None else count >= maximum

    def volume_exceeds(
        self,
        rule: str,
        key: int | str,
        currency: str,
        maximum: Decimal,
        *,
        strictly_below: bool = False,
    ) -> bool | None:
        """Whether the consideration on top of a rule's volume passes `maximum`.

        `strictly_below`: the law says "less than", and reaching the figure is too much already.
        """
        consideration, volume = (
            self.consideration(currency),
            self.state.volumes.get((rule, key)),
        )
        if consideration is None or volume is None:
            return None
        after = volume + consideration
        return after >= maximum if strictly_below else after > maximum

    def joins(self) -> bool | None:
        """Whether the recipient becomes a holder that counts."""
        return False if self.recipient.custodian else self.new_holder()

    def leaves(self) -> bool | None:
        """Whether the sender gives all it holds."""
        if self.primary:
            return False
        balance = self.state.sender_balance
        return None if balance is None else balance == self.amount

    def new_holder(self) -> bool | None:
        """Whether the recipient holds nothing yet."""
        return None if self.state.balance is None else self.state.balance == 0

    def locked_lots(self, locked: Callable[[Lot], bool]) -> bool | None:
        """Whether a rule that locks some of the sender's lots leaves too few of them.

        Lots that rules asked before have locked stay locked, as on-chain: a sale takes only lots
        that every rule lets go.
        """
        if self.state.lots is None:
            return None
        own = {place for place, lot in enumerate(self.state.lots) if locked(lot)}
        if not own:
            return False
        self.locked |= own
        free = (lot for place, lot in enumerate(self.state.lots) if place not in self.locked)
        return sum(lot.amount for lot in free) < self.amount


def all_known(*parts: bool | None) -> bool | None:
    """True when every part is; False as soon as one is false; None when the rest is unknown."""
    if any(part is False for part in parts):
        return False
    return None if None in parts else True


Check = Callable[[Deal, Params], bool | None]
"""True refuses (or reports), False lets pass, None cannot be told from what is known here."""


class RuleCheck(NamedTuple):
    """One outcome of one rule: the reason it gives, on which side it runs, and the function.

    `side` I runs for primary sales and R for every recipient, both in the packs of the recipient;
    S runs for transfers and O for every recipient, both in the token's own packs. Without its
    `parameter` (None, zero, false or no entries) the rule can never refuse and is left out.
    """

    reason: str
    side: str
    check: Check
    parameter: str | None = None

"""Prices by themselves: assets with two feeds that say what they are told to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Any

from quantera.evm import Actor, Chain, Contract, Receipt
from quantera.gas.brokerage_listing import FEEDS, list_asset, packed_price
from quantera.gas.brokerage_stack import BrokerageStack, deploy_brokerage_stack
from quantera.gas.settlement_stack import sign

ONE = 10**8
BPS = 10_000
MINUTE = 60
HOUR = 3_600
YEAR = 31_536_000
MAX_AGE = 60
"""Minutes that a price, and a feed's answer, counts."""


class Outcome(IntEnum):
    """`PriceOutcome`."""

    UNUSABLE = 0
    ACCEPTED = 1
    SINGLE = 2
    DISAGREED = 3
    JUMPED = 4
    WAITING = 5
    TOO_WIDE = 6


class Fault(IntEnum):
    """`FeedFault`."""

    NONE = 0
    ABSENT = 1
    UNREACHABLE = 2
    SHORT_ANSWER = 3
    NOT_POSITIVE = 4
    OF_THE_FUTURE = 5
    ROUND_UNANSWERED = 6
    STALE = 7
    OUT_OF_RANGE = 8
    DECIMALS_CHANGED = 9


class Mode(IntEnum):
    """`HostileFeed.Mode`."""

    ANSWERS = 0
    REVERTS = 1
    BURNS_GAS = 2
    ANSWERS_SHORT = 3
    ANSWERS_NOTHING = 4
    REVERTS_LONG = 5
    ANSWERS_LONG = 6


SETTINGS = FEEDS | {"primaryAgeMinutes": MAX_AGE, "secondaryAgeMinutes": MAX_AGE}
LAYOUT = 0xD04EAF60B8C074B0F8782FA1C8A3ED795A5AFE5B28C9172BDB71A0B4C28AB400
"""`BrokerageStorage.LOCATION`; the assets' words follow the first slot."""


@dataclass(frozen=True)
class Priced:
    """An asset with its feeds."""

    id: int
    primary: Contract
    secondary: Contract


@dataclass(frozen=True)
class Desk:
    """The brokerage's prices and who may change them."""

    stack: BrokerageStack
    keeper: Actor

    @property
    def chain(self) -> Chain:
        return self.stack.chain

    @property
    def governor(self) -> Actor:
        return self.stack.governor

    @property
    def book(self) -> Contract:
        return self.stack.brokerage

    @property
    def now(self) -> int:
        return self.chain.timestamp

    def feed(self, answer: int = 100 * ONE, decimals: int = 8) -> Contract:
        """A feed that answers at once."""
        return self.chain.deploy("HostileFeed", decimals, answer)

    def settings(self, first: Contract, second: Contract, **changes: Any) -> dict[str, Any]:
        """`FeedSettings` of two feeds."""
        return SETTINGS | {"primary": first, "secondary": second} | changes

    def asset(self, answer: int = 100 * ONE, **changes: Any) -> Priced:
        """An asset with two feeds of 8 decimals that say the same."""
        primary, secondary = self.feed(answer), self.feed(answer)
        return self.asset_of(primary, secondary, **changes)

    def asset_of(self, first: Contract, second: Contract, **changes: Any) -> Priced:
        """An asset with given feeds."""
        identifier: int = self.add()
        self.set_feeds(identifier, self.settings(first, second, **changes))
        return Priced(identifier, first, second)

    def add(self, minutes: int = MAX_AGE) -> int:
        """A new asset without feeds."""
        return list_asset(self.stack, maxAgeMinutes=minutes).id

    def word(self, asset: Priced) -> int:
        """The asset's `RiskWord`."""
        return self.chain.storage(self.book, LAYOUT + 1 + asset.id)

    def set_feeds(self, asset_id: int, settings: dict[str, Any]) -> Receipt:
        receipt: Receipt = self.book.setFeeds(asset_id, settings, sender=self.governor)
        return receipt

    def tell(self, asset: Priced, primary: int, secondary: int | None = None) -> None:
        """Both feeds answer now; the same unless told otherwise."""
        asset.primary.tell(primary, self.now, sender=self.keeper)
        other = primary if secondary is None else secondary
        asset.secondary.tell(other, self.now, sender=self.keeper)

    def refresh(self, *assets: Priced, **options: Any) -> list[Outcome]:
        """Refresh prices; what each came to."""
        identifiers = [asset.id for asset in assets]
        receipt = self.book.refreshPrices(identifiers, sender=self.keeper, **options)
        event = receipt.events.one("PricesRefreshed")
        assert list(event.assets[::2]) == identifiers
        return [Outcome(outcome) for outcome in event.assets[1::2]]

    def move(self, asset: Priced, primary: int, secondary: int | None = None) -> Outcome:
        """Tell both feeds and refresh."""
        self.tell(asset, primary, secondary)
        return self.refresh(asset)[0]

    def price(self, asset: Priced) -> tuple[int, int]:
        """Low and high."""
        found = self.book.priceOf(asset.id)
        return found.low, found.high

    def is_fresh(self, asset: Priced) -> bool:
        """Whether new risk would accept the price."""
        return bool(self.now <= self.book.priceOf(asset.id).freshUntil)

    def average(self, asset: Priced) -> int:
        average: int = self.book.trackOf(asset.id).average
        return average

    def post(
        self, signer: Actor, prices: Sequence[bytes], observed_at: int | None = None, **options: Any
    ) -> Receipt:
        """Bring a signed batch; `key` is who really signs."""
        time = self.now if observed_at is None else observed_at
        batch = b"".join(prices)
        digest = self.book.pricesDigest(time, batch)
        signature = sign(options.pop("key", signer), digest)
        receipt: Receipt = self.book.postPrices(
            signer, time, batch, signature, sender=self.keeper, **options
        )
        return receipt


def packed(asset: Priced | int, low: int, spread: int = 0) -> bytes:
    """A price as a batch has it."""
    return packed_price(asset if isinstance(asset, int) else asset.id, low, spread)


def refused(receipt: Receipt) -> int:
    """Which places of a batch did not count, a bit each."""
    head: int = receipt.events.one("PricesPosted").head
    return head >> 40


def ceil_div(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)


def spread_high(low: int, high: int) -> int:
    """The high price as a spread of whole basis points keeps it."""
    spread = ceil_div((high - low) * BPS, low)
    return low + ceil_div(low * spread, BPS)


def averaged(average: int, standing: int, elapsed: int, window: int) -> int:
    """The time-weighted price after a while, exactly and rounded down."""
    return int(Fraction(average * window + standing * elapsed, window + elapsed))


def deploy_desk(chain: Chain) -> Desk:
    """The brokerage without any asset."""
    return Desk(deploy_brokerage_stack(chain), chain.actor("keeper"))


def kept(average: int) -> int:
    """A time-weighted price as a track keeps it."""
    shift = max(0, average.bit_length() - 25)
    return average >> shift << shift

"""The packs' tallies from the logs alone are what `packUsage` and storage show."""

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest
from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.compliance.moments import DAY, parse_start
from quantera.compliance.pack_words.layout import limit_key, packed
from quantera.compliance.record import pack_record
from quantera.compliance.replay.replayer import Replayer
from quantera.compliance.replay.tallies import expired_by_months
from quantera.evm import Actor, Reverted
from quantera.gas.token_stack import FOREVER, TokenStack, deploy_stack, rule_settings
from tests.integration.compliance_offchain.test_replay import LoggedChain, compare_usage, low

US, EU, UK, SG, JP = range(5)
COUNTRIES = (840, 276, 250, 826, 702, 392)
OFFERS = range(3)
CODES = (41, 48, 73, 75, 76, 101, 102, 138, 139, 163, 167, 168, 169)
COUNTED_PERSONS, COUNTED_SUMS = {41, 73, 102, 138, 163, 167, 168, 169}, {48, 75, 76, 101, 139}
ROUTES = {US: (1, 1, 0), EU: (2, 4, 4), UK: (2, 3), SG: (7,), JP: (3, 3, 0)}
MONTHS = (0, 1, 2, 12, 255)
LAYOUT = 0x72306F319EA5C688A5483EBE21124CB982DC6D9C74DBE6D169F6C2B783C4CF00
PERSONS, MONEY = 60_000, 10**30


def every_limit() -> dict[int, int]:
    """Limits that admit whatever the histories sell, by key."""
    keys = {limit_key(code): PERSONS for code in (41, 138, 163, 167, 168)}
    keys |= {limit_key(code): MONEY for code in (75, 101, 139)}
    for country in (276, 250):
        keys[limit_key(76, country)] = MONEY
        keys |= {limit_key(73, country, offer): PERSONS for offer in OFFERS}
    return keys | {limit_key(102, 0, offer): PERSONS for offer in OFFERS}


@dataclass
class Issuer:
    """Sells to everybody, and changes what the packs look at meanwhile."""

    stack: TokenStack
    rng: random.Random
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        chain = self.stack.chain
        self.wallets = [chain.actor(f"buyer {n}") for n in range(14)]
        self.identities = [chain.actor(f"buyers' identity {n}") for n in range(10)]
        for wallet in self.wallets:
            self.register(wallet)
        limits = every_limit()
        everything = (1 << 5) - 1
        self.stack.configure(
            rule_settings(
                CODES,
                ownPacks=everything,
                recipientPacks=everything,
                packLimits=list(limits.items()),
                allotments=[(6, key, value) for key, value in limits.items()],
            )
        )
        for jurisdiction in range(5):
            self.configure(jurisdiction)

    def register(self, wallet: Actor) -> None:
        """Somebody's identity, residence and classes."""
        rng = self.rng
        identity = rng.choice(self.identities)
        us, eu, uk, sg, jp = (rng.randrange(4) for _ in range(5))
        word = pack_record(
            int(str(identity), 16), rng.choice(COUNTRIES), FOREVER, (us, eu, uk, sg, jp), 0
        )
        self.stack.engine.writeRecords([(wallet, word)], sender=self.stack.agent)
        # An affiliate or none, alone or in a group.
        terms = rng.choice((0, 1, 1 | 5 << 8))
        before = self.stack.engine.termsOf(self.stack.token, identity)
        self.stack.engine.writeTerms(
            self.stack.token, identity, before, terms, sender=self.stack.agent
        )

    def configure(self, jurisdiction: int) -> None:
        """Another offer, price, route and window."""
        rng = self.rng
        months = rng.choice(MONTHS)
        own = packed((50, 8), (months, 8), (0, 48)) if jurisdiction == JP else 0
        price = rng.choice((1, 10**8, 3 * 10**8 + 1))
        route = rng.choice(ROUTES[jurisdiction])
        offer = rng.choice(OFFERS)
        words = [packed((route, 8), (2, 8), (offer, 32), (0, 16), (price, 128), (own, 64))]
        if jurisdiction == US:
            words.append(rng.choice((1, 2, 30, 90, 400)) << 16 | 10_000 << 192 | months << 208)
        elif jurisdiction == SG:
            words.append(0xFFFF << 8 | months << 56 | rng.choice((0, 2)))
        elif jurisdiction in (EU, UK):
            words.append(months << 144)
        if jurisdiction == EU:
            words += [0, rng.randrange(10**12) << 80]
        self.stack.engine.configurePack(
            self.stack.token, jurisdiction, words, sender=self.stack.governor
        )

    def step(self) -> None:
        """One act of anybody's."""
        rng, token, agent = self.rng, self.stack.token, self.stack.agent
        wallet, amount = rng.choice(self.wallets), rng.choice((0, 1, 99, 1_000))
        acts = ("issue", "issue", "issue", "trade", "wait", "wait", "register", "configure")
        act = rng.choice((*acts, "terms"))
        try:
            match act:
                case "issue":
                    token.mint(wallet, amount, sender=agent)
                case "terms":
                    terms = rng.randrange(10**10), rng.randrange(5), 0, 0, rng.choice(OFFERS)
                    token.mintUnderTerms(wallet, amount, terms, sender=agent)
                case "trade":
                    token.transfer(wallet, amount // 10, sender=rng.choice(self.wallets))
                case "wait":
                    self.stack.chain.advance(rng.choice((3_600, DAY, DAY, 9 * DAY, 31 * DAY)))
                case "register":
                    self.register(wallet)
                case "configure":
                    self.configure(rng.randrange(5))
            self.done[act] += 1
        except Reverted:
            self.done[f"{act} refused"] += 1


def inner(base: int, kind: str, key: object) -> int:
    """Slot of a mapping's value."""
    return int.from_bytes(keccak(encode([kind, "uint256"], [key, base])))


def compare_storage(replayer: Replayer, stack: TokenStack, identities: list[str]) -> None:
    """The tallies against the words in the engine's storage."""
    token = low(stack.token)
    tallies = replayer.tallies[token]
    sums, persons = (inner(LAYOUT + place, "address", token) for place in range(2))

    def read(slot: int) -> int:
        return stack.chain.storage(stack.engine, slot)

    for key, days in tallies.sums.items():
        trace = inner(sums, "uint256", key)
        first = int.from_bytes(keccak(encode(["uint256"], [trace])))
        found = [read(first + place) for place in range(read(trace))]
        total, expected = 0, []
        for day, value in sorted(days.items()):
            total += value
            expected.append(day | total << 32)
        assert found == expected, hex(key)
    for key in tallies.persons:
        last_days = inner(persons, "uint256", key) + 1
        for identity in identities:
            stored = read(inner(last_days, "address", identity))
            assert stored == tallies.persons[key].get(identity, 0), (hex(key), identity)


@pytest.mark.parametrize("seed", range(3))
def test_tallies_of_random_sales(seed: int) -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    author = Issuer(stack, random.Random(seed))
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    identities = [low(identity) for identity in author.identities]
    taken = 0
    for _ in range(40):
        for _ in range(15):
            author.step()
        replayer.take(chain.kept[taken:])
        taken = len(chain.kept)
        replayer.finish()
        compare_usage(replayer, stack)
        compare_storage(replayer, stack, identities)
    tallies = replayer.tallies[low(stack.token)]
    assert {key >> 16 & 0xFF for key in tallies.persons} == COUNTED_PERSONS, author.done
    assert {key >> 16 & 0xFF for key in tallies.sums} == COUNTED_SUMS, author.done


@pytest.mark.parametrize(
    ("today", "months", "last_outside"),
    [
        ("2026-03-15", 1, "2026-02-15"),
        ("2026-03-28", 1, "2026-02-28"),
        ("2026-03-29", 1, "2026-02-28"),
        ("2026-02-27", 1, "2026-01-27"),
        ("2026-02-28", 1, "2026-01-31"),
        ("2028-02-28", 1, "2028-01-28"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2027-02-28", 12, "2026-02-28"),
        ("2026-12-01", 12, "2025-12-01"),
        ("2026-01-31", 255, "2004-10-31"),
    ],
)
def test_a_window_of_months_ends(today: str, months: int, last_outside: str) -> None:
    day = parse_start(today) // DAY
    assert expired_by_months(day, months) == parse_start(last_outside) // DAY
    assert expired_by_months(day, 0) == 0


@pytest.mark.parametrize(("days", "used"), [(29, 1), (30, 0), (31, 0)])
def test_a_person_leaves_the_window_of_days(days: int, used: int) -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    key = limit_key(41)
    stack.engine.configurePack(stack.token, US, [1 | 2 << 8, 30 << 16], sender=stack.governor)
    limits = rule_settings((41,), recipientPacks=1, packLimits=[(key, 5)], allotments=[(6, key, 5)])
    stack.configure(limits)
    stack.token.mint(stack.investor("buyer", country=840), 7, sender=stack.agent)
    chain.set_timestamp(chain.timestamp // DAY * DAY + days * DAY)
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    replayer.take(chain.kept)
    usage = replayer.usage(low(stack.token))
    assert usage.of(key, chain.timestamp) == stack.engine.packUsage(stack.token, key) == used

"""Headroom dealt out to tokens and chains: all together never more than the investor's limit."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.compliance.chain.protocol import FeeQuote, Snapshot
from quantera.compliance.costs import Costs
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.headroom import Grants, Place
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.terms import (
    AssetTerms,
    Attested,
    grants_of,
    headroom_of,
    merged_terms,
    read_row_key,
    remember,
    until_of,
)
from tests.unit.compliance_offchain.people import NOW, TODAY, buyer, investor
from tests.unit.compliance_offchain.test_eligibility import assess

UK, UNTIL = 2, NOW + 100 * DAY
CHAINS = ("arbitrum", "avalanche", "ethereum", "optimism", "polygon")
SYMBOLS = ("BOND", "NOTE")
MONEY = 10**8


def token(symbol: str, chain: str) -> str:
    return f"0x{SYMBOLS.index(symbol):02x}{CHAINS.index(chain):038x}"


def wallet(chain: str) -> str:
    return f"0x{CHAINS.index(chain) + 1:040x}"


def place(symbol: str, chain: str, amount: int = 100, until: int = UNTIL) -> Place:
    return Place(chain, token(symbol, chain), Attested(UK, amount, until))


def grants(*given: tuple[str, str, int, int]) -> Grants:
    """Of identity 1; symbol, chain, amount, end."""
    return Grants(
        Snapshot(chain, 1, NOW, {}, {}, {}, {(token(symbol, chain), 1): {(UK, until): amount}})
        for symbol, chain, amount, until in given
    )


@pytest.mark.parametrize(
    ("given_out", "expected"),
    [
        ((), [33, 33, 33]),
        ((("NOTE", "ethereum", 50, UNTIL),), [25, 50, 25]),
        ((("NOTE", "ethereum", 100, UNTIL),), [0, 100, 0]),
        ((("NOTE", "ethereum", 100, UNTIL - 1),), [33, 33, 33]),
        ((("NOTE", "avalanche", 40, UNTIL),), [20, 20, 20]),
        ((("NOTE", "ethereum", 150, UNTIL), ("NOTE", "avalanche", 50, UNTIL)), [0, 75, 0]),
    ],
)
def test_an_attestation_is_dealt_out_once(
    given_out: tuple[tuple[str, str, int, int], ...], expected: list[int]
) -> None:
    """To the bond on two chains and the note on one; what was given elsewhere counts."""
    places = [place("BOND", "polygon"), place("NOTE", "ethereum"), place("BOND", "ethereum")]
    assert grants(*given_out).shares(1, places) == expected
    assert grants(*given_out).shares(2, places) == [33, 33, 33], "another investor's is no matter"


def test_nowhere_to_spend_takes_no_share() -> None:
    assert Grants().shares(1, []) == []


def test_terms_of_different_length_are_one_attestation() -> None:
    """A year for the note, half a year for the bond: what one was given, the other was not."""
    places = [place("BOND", "polygon", until=UNTIL - 1), place("NOTE", "polygon")]
    assert grants(("NOTE", "polygon", 60, UNTIL)).shares(1, places) == [40, 60]


def test_what_was_given_out_is_the_largest_word_of_an_attestation() -> None:
    key = ("0x0a", 1)
    words = [Attested(UK, amount, until).word() for amount, until in
             [(50, UNTIL), (20, UNTIL), (30, UNTIL + 1), (0, UNTIL)]]  # fmt: skip
    assert grants_of((key, word) for word in words) == {key: {(UK, UNTIL): 50, (UK, UNTIL + 1): 30}}
    assert grants_of([(key, 1)]) == {}


@dataclass
class World:
    """Five chains, an investor, and whoever plans and applies for it, as a model."""

    amount: int = 1_000
    dated: int = TODAY
    wallets: set[str] = field(default_factory=lambda: {CHAINS[0]})
    symbols: set[str] = field(default_factory=lambda: {SYMBOLS[0]})
    logs: dict[str, list[tuple[tuple[str, int], int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    spent: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    limit: dict[int, int] = field(default_factory=dict)

    def snapshots(self) -> list[Snapshot]:
        return [
            Snapshot(c, 1, NOW, {}, {}, remember(self.logs[c]), grants_of(self.logs[c]))
            for c in CHAINS
        ]

    def word(self, symbol: str, chain: str) -> int:
        return dict(self.logs[chain]).get((token(symbol, chain), 2), 0)

    def update(self, reached: set[str]) -> None:
        """Plans for all chains, and applies on those that can be reached."""
        until = add_months(self.dated, 12)
        self.limit[until] = max(self.limit.get(until, 0), self.amount * MONEY)
        assets = tuple(
            AssetTerms(s, {c: token(s, c) for c in CHAINS}, {"UK": 12})
            for s in SYMBOLS if s in self.symbols
        )  # fmt: skip
        shots = self.snapshots()
        desired = Desired(assets=assets, grants=Grants(shots))
        person = assess()
        named = [{"address": wallet(c), "chain": c} for c in sorted(self.wallets)]
        profile = buyer("UK", headroom={"UK": (Decimal(self.amount), self.dated)})
        evidence = replace(person.evidence, investor=investor(wallets=named))
        desired.add(replace(person, evidence=evidence, profile=profile, standing="eligible"))
        for shot in shots:
            if shot.chain not in reached:
                continue
            part = difference(
                desired, shot, FeeQuote(1, 0, 30_000_000), NOW,
                known=frozenset(), holders=set, costs=Costs(),
            )  # fmt: skip
            for row in part.rows:
                if row.kind == "terms":
                    key = read_row_key(row.key)
                    now = dict(self.logs[shot.chain]).get(key, 0)
                    self.logs[shot.chain].append((key, merged_terms(row.new, (now,))))

    def buy(self, symbol: str, chain: str, percent: int) -> None:
        word = self.word(symbol, chain)
        if chain not in self.wallets or not until_of(word):
            return
        paid = headroom_of(word) * percent // 100
        self.spent[until_of(word)] += paid
        self.logs[chain].append(((token(symbol, chain), 2), word - (paid << 32)))

    def check(self) -> None:
        dealt: dict[int, int] = defaultdict(int)
        for logs in self.logs.values():
            for given_out in grants_of(logs).values():
                for (_, until), amount in given_out.items():
                    dealt[until] += amount
        for until, limit in self.limit.items():
            assert dealt[until] <= limit
            assert self.spent[until] <= dealt[until]


def test_two_tokens_on_five_chains_share_one_limit() -> None:
    world = World(wallets=set(CHAINS), symbols=set(SYMBOLS))
    world.update(set(CHAINS))
    words = [headroom_of(world.word(s, c)) for s in SYMBOLS for c in CHAINS]
    assert words == [100 * MONEY] * 10
    world.check()


def test_a_token_that_comes_later_waits_for_a_new_attestation() -> None:
    world = World(wallets=set(CHAINS))
    world.update(set(CHAINS))
    world.symbols = set(SYMBOLS)
    world.update(set(CHAINS))
    assert [headroom_of(world.word("NOTE", c)) for c in CHAINS] == [0] * 5
    assert [headroom_of(world.word("BOND", c)) for c in CHAINS] == [200 * MONEY] * 5
    world.dated += DAY
    world.update(set(CHAINS))
    assert all(headroom_of(world.word(s, c)) == 100 * MONEY for s in SYMBOLS for c in CHAINS)
    world.check()


def test_a_chain_that_was_out_of_reach_gets_its_share_later() -> None:
    world = World(wallets=set(CHAINS), symbols=set(SYMBOLS))
    world.update(set(CHAINS[:4]))
    world.buy("BOND", CHAINS[0], 100)
    world.update(set(CHAINS))
    assert headroom_of(world.word("NOTE", CHAINS[4])) == 100 * MONEY
    assert headroom_of(world.word("BOND", CHAINS[0])) == 0
    world.check()


steps = st.lists(
    st.one_of(
        st.tuples(st.just("wallet"), st.sampled_from(CHAINS)),
        st.tuples(st.just("leave"), st.sampled_from(CHAINS)),
        st.tuples(st.just("token"), st.sampled_from(SYMBOLS)),
        st.tuples(st.just("attest"), st.integers(0, 2_000)),
        st.tuples(st.just("correct"), st.integers(0, 2_000)),
        st.tuples(st.just("update"), st.sets(st.sampled_from(CHAINS))),
        st.tuples(
            st.just("buy"),
            st.tuples(st.sampled_from(SYMBOLS), st.sampled_from(CHAINS), st.integers(1, 100)),
        ),
    ),
    max_size=30,
)


@given(steps=steps)
@settings(max_examples=150, deadline=None)
def test_whatever_happens_no_attestation_gives_out_more_than_it_says(
    steps: list[tuple[str, Any]],
) -> None:
    """Wallets, tokens, attestations and corrections come and go; chains are out of reach."""
    world = World()
    for kind, what in steps:
        match kind:
            case "wallet":
                world.wallets.add(what)
            case "leave":
                world.wallets -= {what} if len(world.wallets) > 1 else set()
            case "token":
                world.symbols ^= {what}
            case "attest":
                world.amount, world.dated = what, world.dated + DAY
            case "correct":
                world.amount = what
            case "update":
                world.update(what)
            case _:
                world.buy(*what)
        world.check()
    before = {chain: list(logs) for chain, logs in world.logs.items()}
    world.update(set(CHAINS))
    settled = {chain: list(logs) for chain, logs in world.logs.items()}
    world.update(set(CHAINS))
    assert world.logs == settled, f"a second plan has nothing to do after {before}"
    world.check()

"""Packs on-chain and rules off-chain decide alike: random policies, investors, histories."""

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import Jurisdiction
from quantera.compliance.engine import AssetRules
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.pack_words import encode
from quantera.compliance.rules.deal import EU, JP, UK, Profile, State
from quantera.evm import Actor
from tests.stacks.token import UNIT
from tests.unit.compliance_offchain.people import NOW, TODAY, buyer, policy
from tests.unit.packs.stage import TRANSFER, Stage, euros, open_stage

GERMANY, FRANCE, BRITAIN, JAPAN, BRAZIL = 276, 250, 826, 392, 76
PACK_OF: dict[int, Jurisdiction | None] = {
    GERMANY: "EU",
    FRANCE: "EU",
    BRITAIN: "UK",
    JAPAN: "JP",
    BRAZIL: None,
}
CURRENCY = {"EU": ("EUR", 1), "UK": ("GBP", 2), "JP": ("JPY", 4)}
COUNTED = frozenset({73, 75, 76, 101, 102, 163, 167, 168, 169})
"""Codes whose rules count; they alone run while a history is made."""

PLENTY = 10**30
HASH = "0x" + "ab" * 32
QUALIFIED, QII = (2, 3, 4), 3

countries = st.sampled_from([GERMANY, FRANCE, BRITAIN, JAPAN, BRAZIL])
small = st.integers(0, 3)


def either(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


RULES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "EU-01": {
        "allowed": either(["professional"], ["retail", "professional-on-request"]),
        "appropriateness": st.booleans(),
    },
    "EU-05": {
        "instrument": either("shares", "bonds", "funds"),
        "shareCap": either(2, 4, 1000),
        "bondCap": either(2, 4, 1000),
        "fundCap": either(2, 4, 1000),
        "infrastructureCap": either(3, 5, 1000),
        "othersValue": either(None, "1"),
    },
    "EU-06": {"documentHash": either(None, HASH)},
    "EU-07": {"retailStates": either([], ["DE"], ["FR"])},
    "EU-08": {"appliesFrom": either("2026-11-22", "2027-07-10"), "maxYears": either(1, 5)},
    "EU-09": {"closedUntil": either(None, "2026-11-23", "2026-11-22", "2027-01-30")},
    "UK-02": {"statementMonths": either(1, 12), "certificateMonths": either(1, 36)},
    "UK-03": {},
    "UK-04": {},
    "UK-05": {},
    "UK-06": {},
    "UK-07": {"documentHash": either(None, HASH)},
    "UK-09": {"cap": either(None, 3, 5, 1000)},
    "JP-04": {},
    "JP-05": {"consent": st.booleans(), "allowed": either(["qii"], ["professional", "general"])},
    "JP-06": {"mode": either("acquirers", "article63"), "maxAcquirers": small, "maxOthers": small},
    "JP-07": {"refuse": st.booleans(), "maxHolders": st.integers(0, 5)},
    "JP-08": {},
    "JP-09": {"foreignNotification": st.booleans(), "reviewMonths": either(1, 36)},
}
ROUTES: dict[str, dict[str, dict[str, st.SearchStrategy[Any]]]] = {
    "EU": {
        "EU-02": {"maxOthersPerState": small, "qualifiedOnly": st.booleans()},
        "EU-03": {"minConsideration": either(1, 2, 3)},
        "EU-04": {
            "maxVolume": either(3, 4, 1000),
            "lowerVolume": either(2, 3),
            "higherStates": either([], ["DE"], ["FR", "DE"]),
        },
    },
    "UK": {
        "UK-01": {
            "exception": either("qualified", "volume", "persons", "consideration", "platform"),
            "maxVolume": either(2, 3, 4),
            "maxOthers": small,
            "minConsideration": either(1, 2, 3),
            "onPlatform": st.booleans(),
        }
    },
    "JP": {
        "JP-01": {"validYears": either(1, 2)},
        "JP-02": {},
        "JP-03": {"maxAcquirers": small},
    },
}


@st.composite
def policies(draw: st.DrawFn) -> AssetPolicy:
    """A policy of all three packs; each rule runs as often as not."""
    packs: dict[str, Any] = {}
    for pack, routes in ROUTES.items():
        route = draw(st.sampled_from([*routes] * 5 + [None]))
        rules: dict[str, Any] = {}
        for rule, parameters in RULES.items():
            if rule[:2] == pack:
                runs = draw(st.integers(0, 5)) == 0
                rules[rule] = runs and {name: draw(value) for name, value in parameters.items()}
        if route:
            rules[route] = {name: draw(value) for name, value in routes[route].items()}
        packs[pack] = {"route": route, "rules": rules}
    prices = {c: draw(either("1", "0.5", "1.00000001")) for c, _ in CURRENCY.values()}
    missing = draw(either(None, None, None, "EUR", "GBP"))
    return policy(packs, prices={c: p for c, p in prices.items() if c != missing})


def days(*ages: int) -> st.SearchStrategy[int | None]:
    """Nothing, or a day so many months ago, or a day next to it."""
    moments = [TODAY, None]
    for age in ages:
        whole = add_months(TODAY, -age)
        moments += [whole - DAY, whole, whole + DAY]
    return st.sampled_from(moments)


@st.composite
def profiles(draw: st.DrawFn, identity: int) -> Profile:
    """An investor whose facts lie around what the policies ask for."""
    country = draw(countries)
    eu, uk, jp = (draw(st.integers(0, largest)) for largest in (4, 8, 3))
    headroom = {"UK": (Decimal(draw(either("0.5", "1", "2"))), draw(days(12)) or TODAY)}
    return replace(
        buyer("EU"),
        identity=identity,
        residence=country,
        pack=PACK_OF[country],
        classes=(0, eu, uk, 0, jp),
        class_verified_at=(None, None, draw(days(1, 12, 36)), None, draw(days(12, 24))),
        verified_at=draw(days(1, 12, 36, 60)),
        high_risk=draw(st.booleans()),
        custodian=draw(either(False, False, False, True)),
        appropriateness_at=draw(either({}, {"EU": TODAY}, {"EU": TODAY, "UK": TODAY})),
        requested_at=draw(either(None, NOW - DAY - 1, NOW - DAY, NOW - DAY + 1)),
        headroom=draw(either({}, headroom)),
        insider_of=draw(either(frozenset(), frozenset(), frozenset({"NOTE"}))),
        foreign_notification_at=draw(either(None, TODAY)),
    )


@dataclass(frozen=True)
class Case:
    """One history and the deal that follows it."""

    policy: AssetPolicy
    earlier: list[Profile]
    recipient: Profile
    sender: Profile
    kind: str
    amount: int
    approved: bool


@st.composite
def cases(draw: st.DrawFn) -> Case:
    recipient = draw(profiles(2))
    others = [draw(profiles(10 + n)) for n in range(draw(st.integers(0, 4)))]
    if draw(st.booleans()):
        others.append(recipient)
    return Case(
        draw(policies()),
        others,
        recipient,
        draw(profiles(1)),
        draw(either("issue", "issue", "transfer", "arranged")),
        draw(either(UNIT, 2 * UNIT, UNIT // 2)),
        draw(st.booleans()),
    )


class History:
    """What rules off-chain count, kept by hand from the purchases that were made."""

    def __init__(self, rules: AssetPolicy) -> None:
        self.policy = rules
        self.persons: dict[tuple[str, int | str], set[int]] = defaultdict(set)
        self.money: dict[tuple[str, int | str], Decimal] = defaultdict(Decimal)

    def runs(self, rule: str) -> dict[str, Any] | None:
        pack = self.policy.packs[rule[:2]]  # type: ignore[index]
        return pack.rules.get(rule) or None  # type: ignore[return-value]

    def bought(self, who: Profile, amount: int) -> None:
        """A primary purchase that was admitted."""
        if who.pack is None:
            return
        price = self.policy.prices.get(CURRENCY[who.pack][0], Decimal(0))
        paid = price * amount / UNIT
        paid = paid.quantize(Decimal("1e-8"), ROUND_CEILING)
        if who.pack == "EU":
            if who.classes[EU] not in QUALIFIED:
                self.persons["EU-02", who.residence].add(who.identity)
            self.money["EU-04", "union"] += paid
            self.money["EU-04", who.residence] += paid
        elif who.pack == "UK":
            if who.classes[UK] not in QUALIFIED:
                self.persons["UK-01", "persons"].add(who.identity)
            self.money["UK-01", "offer"] += paid
        else:
            self.persons["JP-06", "acquirers"].add(who.identity)
            if who.classes[JP] == QII:
                self.persons["JP-06", "qii"].add(who.identity)
            else:
                self.persons["JP-03", "acquirers"].add(who.identity)
                self.persons["JP-06", "others"].add(who.identity)

    def state(self, stage: Stage, case: Case, sender: Actor) -> State:
        """The same as `State`, with balances and supply as the chain has them."""
        stack = stage.stack
        supply = stack.token.totalSupply()
        values: dict[tuple[str, int | str], Decimal] = {}
        others = Decimal((self.runs("EU-05") or {}).get("othersValue") or 0)
        for rule, key, currency, more in (
            ("EU-05", "issue", "EUR", Decimal(0)),
            ("EU-05", "infrastructure", "EUR", others),
            ("UK-09", "issue", "GBP", Decimal(0)),
        ):
            price = self.policy.prices.get(currency)
            if price is not None:
                values[rule, key] = price * supply / UNIT + more
        keys: list[tuple[str, int | str]] = [
            ("EU-02", GERMANY),
            ("EU-02", FRANCE),
            ("UK-01", "persons"),
            ("JP-03", "acquirers"),
        ]
        keys += [("JP-06", "acquirers"), ("JP-06", "others"), ("JP-06", "qii")]
        money: list[tuple[str, int | str]] = [
            ("EU-04", "union"),
            ("EU-04", GERMANY),
            ("EU-04", FRANCE),
            ("UK-01", "offer"),
        ]
        identity = case.recipient.identity
        balance = stack.engine.positionOf(stack.token, f"0x{identity:040x}").balance
        held = stack.engine.positionOf(stack.token, f"0x{case.sender.identity:040x}").balance
        assert held == stack.token.balanceOf(sender)
        return State(
            balance=balance,
            sender_balance=held,
            sender_unfrozen=held,
            total_supply=supply,
            holders=stack.engine.holders(stack.token),
            counts={key: len(self.persons[key]) for key in keys},
            counted=frozenset(key for key in keys if identity in self.persons[key]),
            volumes={**{key: self.money[key] for key in money}, **values},
            approved=case.approved,
            lots=(),
        )


@pytest.fixture(scope="module")
def counted_stage() -> Stage:
    stage = open_stage()
    stage.at(NOW - 3600)
    stage.count_holders()
    return stage


@given(case=cases())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_sides_give_the_same_code(counted_stage: Stage, case: Case) -> None:
    stage = counted_stage
    with stage.stack.chain.rollback():
        sender, recipient, history = _prepare(stage, case)
        stage.run(case.policy)
        if case.approved:
            stage.approve(sender, recipient, case.amount)
        stage.at(NOW)
        expected = _off_chain(case, history.state(stage, case, sender))
        event(f"code {expected}")
        assert _on_chain(stage, case, sender, recipient) == expected


def _prepare(stage: Stage, case: Case) -> tuple[Actor, Actor, History]:
    """Earlier purchases, under the rules that count and limits that admit everybody."""
    sender = stage.settlement(case.sender)
    stage.issue(sender, 2 * UNIT)
    limits = {key: PLENTY for pack in case.policy.packs for key in encode(case.policy, pack).limits}
    stage.run(case.policy, switches=(), keep=COUNTED, limits=limits)
    history = History(case.policy)
    for who in case.earlier:
        if stage.mint(stage.enter(who)) == 0:
            history.bought(who, UNIT)
    return sender, stage.enter(case.recipient), history


def _on_chain(stage: Stage, case: Case, sender: Actor, recipient: Actor) -> int:
    if case.kind == "issue":
        return stage.mint(recipient, case.amount)
    if case.kind == "transfer":
        return stage.preview(TRANSFER, sender, recipient, case.amount)
    currency, index = CURRENCY[case.recipient.pack or "JP"]
    price = case.policy.prices.get(currency, Decimal(0))
    paid = (price * case.amount / UNIT).quantize(Decimal("1e-8"), ROUND_CEILING)
    return stage.arranged(sender, recipient, case.amount, (euros(paid), index, 0, 0, 0))


def _off_chain(case: Case, state: State) -> int:
    """The first code that refuses; what off-chain rules cannot tell, the chain refuses."""
    rules = AssetRules(case.policy)
    seller = None if case.kind == "issue" else case.sender
    arranged = case.kind == "arranged"
    deal = rules.deal(case.recipient, case.amount, NOW, seller, state, arranged=arranged)
    findings = [f for f in rules.judge(deal).findings if f.reason.kind != "event"]
    codes = [f.reason.code for f in findings if f.outcome in {"refused", "unknown"}]
    return min(codes, default=0)

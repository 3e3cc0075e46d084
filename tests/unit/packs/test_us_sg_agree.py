"""The packs US and SG on-chain and the rules off-chain decide alike: random policies and deals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import Jurisdiction
from quantera.compliance.engine import AssetRules
from quantera.compliance.lots import EXEMPTIONS, decode
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.rules.deal import Lot, Profile, State
from quantera.evm import Actor
from tests.stacks.token import UNIT
from tests.unit.compliance_offchain.people import TODAY, buyer, policy
from tests.unit.packs.market import Market, open_market
from tests.unit.packs.stage import TRANSFER

PACK_OF: dict[int, Jurisdiction | None] = {840: "US", 16: "US", 702: "SG", 276: "EU", 76: None}
LATER = add_months(TODAY, 13)
"""When deals are made: lots lie in the 13 months before it."""

AGES = (
    TODAY,
    add_months(LATER, -12) - DAY,
    add_months(LATER, -12),
    add_months(LATER, -6) - DAY,
    add_months(LATER, -6),
    LATER - DAY,
)
ROUTES = {"US": ("US-01", "US-05", "US-08"), "SG": ("SG-03", "SG-04", "SG-07")}


def either(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


RULES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "US-01": {"mode": either("506b", "506c"), "maxNonAccredited": either(0, 35)},
    "US-02": {
        "reportingIssuer": st.booleans(),
        "currentInformation": st.booleans(),
        "shell": either(False, False, True),
    },
    "US-03": {
        "exits": st.lists(either("qib", "4a7", "offshore", "approval"), unique=True),
        "outstandingSince": either(None, "2020-01-01", "2027-12-20"),
    },
    "US-05": {
        "category": either(1, 2, 3),
        "debt": st.booleans(),
        "reportingIssuer": st.booleans(),
        "startsAt": either(None, "2026-12-22", "2027-06-22", "2027-12-21", "2028-01-01"),
        "usIssuerEquity": st.booleans(),
    },
    "US-06": {
        "refuse": st.booleans(),
        "maxHolders": either(1, 2, 3),
        "maxNonAccredited": either(0, 1),
        "maxUsResidents": either(0, 1),
        "foreignPrivateIssuer": st.booleans(),
    },
    "US-07": {"mode": either("3c1", "3c7"), "maxOwners": either(1, 2, 3)},
    "US-08": {},
    "SG-01": {
        "allowed": either(["accredited", "expert", "institutional"], ["retail", "relevant-person"]),
        "optInRequired": st.booleans(),
    },
    "SG-02": {},
    "SG-03": {},
    "SG-04": {"minConsideration": either(1, 2, 3)},
    "SG-05": {},
    "SG-06": {},
    "SG-07": {
        "mode": either("private-placement", "small-offer"),
        "maxPersons": either(0, 1),
        "maxVolume": either(1, 2, 3),
    },
    "SG-08": {},
    "SG-09": {"reviewMonths": either(1, 24)},
}


@st.composite
def policies(draw: st.DrawFn) -> AssetPolicy:
    packs: dict[str, Any] = {}
    for pack, routes in ROUTES.items():
        route = draw(st.sampled_from([*routes, *routes, None]))
        rules: dict[str, Any] = {"US-04": False} if pack == "US" else {}
        for rule, parameters in RULES.items():
            if rule[:2] != pack or (rule in routes and rule != route):
                continue
            runs = rule == route or draw(st.integers(0, 2)) == 0
            rules[rule] = runs and {name: draw(value) for name, value in parameters.items()}
        packs[pack] = {"route": route, "rules": rules}
    prices = {"USD": draw(either("1", "1.5")), "SGD": draw(either("1", "1.5"))}
    return policy(packs, prices=prices)


@st.composite
def profiles(draw: st.DrawFn, identity: int) -> Profile:
    country = draw(st.sampled_from(list(PACK_OF)))
    pack = PACK_OF[country]
    verified = LATER - draw(either(89, 90, 91)) * DAY
    classes = (draw(st.integers(0, 5)), 0, 0, draw(st.integers(0, 5)), 0)
    headroom = {"US": (Decimal(draw(either("1", "1.5", "3"))), LATER - 30 * DAY)}
    return replace(
        buyer("EU"),
        identity=identity,
        residence=country,
        pack=pack,
        classes=classes,
        class_verified_at=(draw(either(None, verified)), None, None, None, None),
        written_representation=draw(st.booleans()),
        valid_until=LATER + DAY,
        verified_at=draw(either(None, add_months(LATER, -1), add_months(LATER, -24) + DAY)),
        us_person=pack == "US" or draw(either(False, False, True)),
        opted_in_at=draw(either(None, TODAY)),
        holding_vehicle=draw(st.booleans()),
        headroom=draw(either({}, headroom)),
    )


@st.composite
def holdings(draw: st.DrawFn) -> list[tuple[int, str, int]]:
    """Lots of one exemption, so that rules find too few of others, or of any."""
    one = draw(either("506c", "144A", "RegS", "CF", "275", "272B", None))
    count = draw(st.integers(1, 4))
    return [
        (
            draw(st.sampled_from(sorted(AGES))),
            one or draw(st.sampled_from(EXEMPTIONS)),
            draw(either(UNIT, UNIT // 2)),
        )
        for _ in range(count)
    ]


@dataclass(frozen=True)
class Case:
    policy: AssetPolicy
    recipient: Profile
    sender: Profile
    lots: list[tuple[int, str, int]]
    issue: bool
    holds: bool
    approved: bool
    amount: int


cases = st.builds(
    Case,
    policies(),
    profiles(2),
    profiles(1),
    holdings(),
    either(True, False, False),
    st.booleans(),
    st.booleans(),
    either(UNIT // 2, UNIT // 2, UNIT, UNIT + UNIT // 2, 2 * UNIT),
)


@pytest.fixture(scope="module")
def market() -> Iterator[Market]:
    found = open_market()
    found.at(TODAY)
    found.keep_lots(holders=True, countries=True, classes=0b00001)
    yield found


@given(case=cases)
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_sides_give_the_same_code(market: Market, case: Case) -> None:
    with market.stack.chain.rollback():
        sender, recipient = market.enter(case.sender), market.enter(case.recipient)
        for moment, exemption, units in sorted(case.lots):
            market.issue_lot(sender, units, exemption, on=max(moment, market.stack.chain.timestamp))
        if case.holds:
            market.issue_lot(recipient, 1)
        market.at(LATER)
        market.run(case.policy)
        if case.approved:
            market.approve(sender, recipient, case.amount)
        expected = _off_chain(market, case, sender)
        event(f"code {expected}")
        assert _on_chain(market, case, sender, recipient) == expected


def _on_chain(market: Market, case: Case, sender: Actor, recipient: Actor) -> int:
    if case.issue:
        return market.mint(recipient, case.amount)
    return market.preview(TRANSFER, sender, recipient, case.amount)


def _state(market: Market, case: Case, sender: Actor) -> State:
    stack = market.stack
    balance = stack.engine.positionOf(stack.token, f"0x{case.recipient.identity:040x}").balance
    words = stack.engine.lotsOf(stack.token, f"0x{case.sender.identity:040x}")
    held = tuple(
        Lot(lot.units, lot.key.day * DAY, lot.key.source, lot.key.exemption)
        for lot in map(decode, words)
    )
    holding = [case.sender, *([case.recipient] if case.holds else [])]
    plain = sum(who.classes[0] < 2 for who in holding)
    residents = sum(who.pack == "US" for who in holding)
    return State(
        balance=balance,
        sender_balance=stack.token.balanceOf(sender),
        sender_unfrozen=stack.token.balanceOf(sender),
        total_supply=stack.token.totalSupply(),
        holders=len(holding),
        counts={
            ("US-01", "non-accredited"): 0,
            ("US-06", "non-accredited"): plain,
            ("US-06", "us-residents"): residents,
            ("US-07", "owners"): len(holding),
            ("SG-07", "persons"): 0,
        },
        volumes={("SG-07", "offer"): Decimal(0)},
        approved=case.approved and not case.issue,
        lots=held,
    )


def _off_chain(market: Market, case: Case, sender: Actor) -> int:
    """The first code that refuses; more than there is has a code that both sides share."""
    prices = dict(case.policy.prices)
    if not case.issue:
        # A plain transfer states no consideration.
        prices.pop("SGD")
    rules = AssetRules(case.policy.model_copy(update={"prices": prices}))
    seller = None if case.issue else case.sender
    state = _state(market, case, sender)
    judgement = rules.judge(rules.deal(case.recipient, case.amount, LATER, seller, state))
    if seller is not None and case.amount > sum(lot.amount for lot in state.lots or ()):
        return 36
    codes = [
        f.reason.code
        for f in judgement.findings
        if f.reason.kind != "event" and f.outcome in {"refused", "unknown"}
    ]
    return min(codes, default=0)

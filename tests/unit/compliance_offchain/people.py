"""Investors, evidence and policies that the tests vary one fact at a time."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import load_rules
from quantera.compliance.engine import AssetRules, Judgement
from quantera.compliance.investor import Investor
from quantera.compliance.moments import DAY, parse_start
from quantera.compliance.rules.deal import NOTHING_KNOWN, Profile, State

NOW = parse_start("2026-11-22T12:00:00+00:00")
TODAY = NOW - NOW % DAY
UNIT = 10**18

COUNTRY = {"US": 840, "EU": 276, "UK": 826, "SG": 702, "JP": 392}
"""One country of residence for each pack."""

BEST_CLASSES = (5, 4, 4, 4, 3)

HOLDER_WALLET = "0x" + "11" * 20
BUYER_WALLET = "0x" + "22" * 20


def row(**changes: Any) -> dict[str, Any]:
    """A sound row of a source; `None` takes a field away."""
    content: dict[str, Any] = {
        "investorId": "buyer-1",
        "kind": "individual",
        "name": "Ada Quill",
        "residence": "DE",
        "wallets": [BUYER_WALLET],
        "kycReference": "kyc-1",
        **changes,
    }
    return {key: value for key, value in content.items() if value is not None}


def investor(**changes: Any) -> Investor:
    """A valid investor."""
    return Investor.model_validate(row(**changes))


def buyer(pack: str | None = "EU", **changes: Any) -> Profile:
    """Somebody whom no rule refuses for what they are, residing in a pack's country."""
    facts: dict[str, Any] = {
        "investor_id": "buyer-1",
        "identity": 2,
        "residence": 76 if pack is None else COUNTRY[pack],
        "pack": pack,
        "valid_until": NOW + 365 * DAY,
        "verified_at": TODAY - 10 * DAY,
        "classes": BEST_CLASSES,
        "class_verified_at": (TODAY - 10 * DAY,) * 5,
        "us_person": pack == "US",
        "appropriateness_at": {"EU": TODAY, "UK": TODAY},
        "requested_at": NOW - 30 * DAY,
        "opted_in_at": TODAY,
        "headroom": {"US": (Decimal(10**9), TODAY), "UK": (Decimal(10**9), TODAY)},
        **changes,
    }
    return Profile(**facts)


def holder(pack: str | None = None, **changes: Any) -> Profile:
    """Somebody who gives; of another identity than `buyer`."""
    return buyer(pack, **{"investor_id": "holder-1", "identity": 1, **changes})


def with_class(place: int, code: int) -> tuple[int, ...]:
    """The best classes with one of them replaced."""
    return (*BEST_CLASSES[:place], code, *BEST_CLASSES[place + 1 :])


def policy(packs: dict[str, Any] | None = None, **changes: Any) -> AssetPolicy:
    """An asset priced at one of every currency."""
    return AssetPolicy.model_validate(
        {
            "id": str(UUID(int=7)),
            "name": "Test Note",
            "symbol": "NOTE",
            "assetType": "equity",
            "decimals": 18,
            "prices": dict.fromkeys(("USD", "EUR", "GBP", "SGD", "JPY"), "1"),
            "packs": packs or {},
            **changes,
        }
    )


def only(rule: str, parameters: dict[str, Any] | bool = True, **others: Any) -> dict[str, Any]:
    """Packs in which one rule runs alone (with `others`), whatever the default pack has."""
    rules, pack = load_rules(), rule[:2]
    own: dict[str, Any] = {key: False for key, entry in rules.items() if entry.jurisdiction == pack}
    own = {**own, **others, rule: parameters}
    route = rule if rules[rule].route else None
    return {pack: {"route": route, "rules": own}}


def judge(  # noqa: PLR0917 - reads as who buys how much from whom
    packs: dict[str, Any],
    recipient: Profile,
    amount: int = UNIT,
    sender: Profile | None = None,
    state: State = NOTHING_KNOWN,
    now: int = NOW,
    *,
    arranged: bool = False,
    **changes: Any,
) -> Judgement:
    """Judges one deal by the rules of `packs` alone.

    Findings that every deal has here are left out: packs without an offer route, balances that the
    test did not state. `test_engine` looks at those.
    """
    rules = AssetRules(policy(packs, **changes))
    judgement = rules.judge(rules.deal(recipient, amount, now, sender, state, arranged=arranged))
    findings = [f for f in judgement.findings if f.reason.name != "NoOfferRoute"]
    findings = [f for f in findings if f.reason.code not in (8, 9) or f.outcome != "unknown"]
    if not any(f.outcome == "refused" for f in findings):
        findings = [f for f in findings if f.reason.name != "UkRefusalNoticeDue"]
    return Judgement(tuple(findings))


def outcomes(judgement: Judgement) -> dict[str, str]:
    """Outcome by reason name."""
    return {f.reason.name: f.outcome for f in judgement.findings}

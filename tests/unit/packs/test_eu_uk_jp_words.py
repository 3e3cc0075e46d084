"""What a policy becomes on-chain, and which codes belong to which offer route."""

from decimal import Decimal
from typing import Any

import pytest

from quantera.compliance.catalogue import JURISDICTIONS, load_reasons, load_rules
from quantera.compliance.pack_words import Offer, encode
from quantera.compliance.pack_words.layout import country_words, money, packed
from quantera.compliance.pack_words.uk import EXCEPTIONS
from quantera.evm import expect_revert
from tests.stacks.token import rule_settings
from tests.unit.compliance_offchain.people import COUNTRY, buyer, only, policy
from tests.unit.packs.stage import MINT, NO_ROUTE, PACK_LIMIT, Stage

GERMANY = 276


def routes_of(pack: str) -> dict[int, set[int]]:
    """Codes by route: the rules that rules.yaml marks as routes; in the UK the exceptions."""
    reasons = load_reasons()
    if pack == "UK":
        return {number: {99 + number} for number in EXCEPTIONS.values()}
    return {
        int(rule.id[3:]): {reason.code for reason in reasons.of_rule(rule.id)}
        for rule in load_rules().values()
        if rule.route and rule.jurisdiction == pack
    }


@pytest.mark.parametrize("index", range(5))
def test_a_route_is_one_whose_codes_run(stage: Stage, index: int) -> None:
    """`OfferRoutes` knows the routes and codes of rules.yaml and reasons.yaml, and no others."""
    pack = JURISDICTIONS[index]
    stack = stage.stack
    stage.count_holders()
    who = stage.enter(buyer(pack, residence=COUNTRY[pack], us_person=False))
    codes = [r.code for r in load_reasons().values() if r.jurisdiction == pack]
    found: dict[int, set[int]] = {}
    for route in range(16):
        words = [route]
        stack.engine.configurePack(stack.token, index, words, sender=stack.governor)
        for code in codes:
            stack.configure(rule_settings((NO_ROUTE, code), recipientPacks=1 << index))
            if stage.preview(MINT, None, who, 1) != NO_ROUTE:
                found.setdefault(route, set()).add(code)
    assert found == routes_of(pack)


def test_default_packs_switch_what_is_active() -> None:
    default = policy({"EU": {"route": "EU-02"}, "UK": {"route": "UK-01"}, "JP": {"route": "JP-01"}})
    codes = {pack: sorted(encode(default, pack).codes) for pack in default.packs}
    assert codes == {
        "EU": [70, 71, 73, 81, 83, 84],
        "UK": [100, 105, 106, 107, 108, 109, 110, 112],
        "JP": [160, 161, 165, 166, 173],
    }


def test_the_offer_word() -> None:
    word = Offer(18, Decimal("1.5"), 4, 7).word()
    assert word == 4 | 18 << 8 | 7 << 16 | 150_000_000 << 64


def test_japans_own_part_of_the_offer_word() -> None:
    others: dict[str, Any] = {"JP-05": True, "JP-09": True}
    (word,) = encode(policy(only("JP-01", {"validYears": 7}, **others)), "JP").words
    eligible = sum(1 << code for code in (2, 3))
    assert word >> 192 == 7 | 36 << 16 | eligible << 32
    (word,) = encode(policy(only("JP-03", {"windowMonths": 5})), "JP").words
    assert word >> 192 == 5 << 8


def test_the_layout_is_read_back(stage: Stage) -> None:
    others: dict[str, Any] = {"EU-07": {"retailStates": ["DE", "NO"]}, "EU-08": True}
    packs = only("EU-02", **others)
    stage.run(policy(packs), offer=3, limits={3 << 24 | 73 << 16 | GERMANY: 9})
    words = stage.stack.engine.packParameters(stage.stack.token, 1)
    assert list(words)[:8] == list(stage.setups["EU"].words)
    assert words[6] == 1 << GERMANY - 256 and words[7] == 1 << 578 - 512


@pytest.mark.parametrize("amount", ["0.000000001", "-1", str(2**128)])
def test_money_that_does_not_fit(amount: str) -> None:
    with pytest.raises(ValueError, match="no amount of money"):
        money(Decimal(amount))


def test_what_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="256 does not fit 8 bits"):
        packed((256, 8))
    with pytest.raises(ValueError, match="do not fit a word"):
        packed((0, 200), (0, 57))
    with pytest.raises(ValueError, match="country 840 is beyond"):
        country_words([840], 3)
    with pytest.raises(ValueError, match="does not fit 8 bits"):
        encode(policy(only("JP-01", {"validYears": 256})), "JP")


def test_an_allotment_in_use_does_not_leave(stage: Stage) -> None:
    """CMP-12 for limits of the packs: what the pack has counted stays."""
    stage.run(policy(only("EU-02", {"maxOthersPerState": 3})), switches=())
    stack, key = stage.stack, 73 << 16 | GERMANY
    retail = buyer("EU", classes=(0, 1, 0, 0, 0))
    assert stage.mint(stage.enter(retail)) == 0
    message = b"\x01" * 32
    with expect_revert("AllotmentInUse", allotment=3, used=1):
        stack.engine.sendAllotment(stack.token, PACK_LIMIT, key, 3, message, sender=stack.bridge)
    stack.engine.sendAllotment(stack.token, PACK_LIMIT, key, 2, message, sender=stack.bridge)
    assert tuple(stack.engine.allotment(stack.token, PACK_LIMIT, key)) == (3, 1, 1)

"""The catalogues agree with themselves, the rules' reference ids, and the code that uses them."""

import inspect
import re

import pytest
from pydantic import ValidationError

from quantera.compliance.catalogue import (
    JURISDICTIONS,
    Classes,
    Reason,
    Reasons,
    country_codes,
    load_classes,
    load_packs,
    load_reasons,
    load_rules,
    load_screening,
)
from quantera.compliance.engine import CHECKS
from quantera.compliance.errors import CatalogueError
from quantera.compliance.rules import eu, jp, sg, uk, us
from quantera.compliance.rules.general import ALWAYS, BETWEEN_INVESTORS

RULE_IDS = {
    *(f"US-{n:02d}" for n in range(1, 9)),
    *(f"EU-{n:02d}" for n in range(1, 10)),
    *(f"UK-{n:02d}" for n in range(1, 10)),
    *(f"SG-{n:02d}" for n in range(1, 10)),
    *(f"JP-{n:02d}" for n in range(1, 10)),
}


def test_codes_fit_one_byte_and_are_unique() -> None:
    codes = [reason.code for reason in load_reasons().values()]
    assert len(codes) == len(set(codes)) >= 130
    assert min(codes) == 0 and max(codes) <= 255


def test_every_rule_has_a_reason_and_parameters() -> None:
    assert set(load_rules()) == RULE_IDS
    assert {r.rule for r in load_reasons().values() if r.jurisdiction in JURISDICTIONS} == RULE_IDS
    for rule in RULE_IDS:
        assert load_reasons().of_rule(rule), rule
        assert load_rules()[rule].citation


def test_codes_stay_in_the_ranges_of_their_groups() -> None:
    ranges = {"US": (40, 69), "EU": (70, 99), "UK": (100, 129), "SG": (130, 159), "JP": (160, 189)}
    for reason in load_reasons().values():
        if reason.where == "offchain":
            assert 200 <= reason.code <= 254
        elif reason.jurisdiction in ranges:
            first, last = ranges[reason.jurisdiction]
            assert first <= reason.code <= last, reason.name
        else:
            assert reason.code < 40 or 190 <= reason.code < 200, reason.name


def test_every_reason_of_a_jurisdiction_is_decided_by_a_check() -> None:
    decided = {check.reason for checks in CHECKS.values() for check in checks}
    wanted = {r.name for r in load_reasons().values() if r.jurisdiction in JURISDICTIONS}
    # The notice of a refused registration follows from other refusals.
    assert decided == wanted - {"UkRefusalNoticeDue"}


def test_checks_stand_under_the_rule_that_the_catalogue_names() -> None:
    for rule, checks in CHECKS.items():
        for check in checks:
            assert load_reasons()[check.reason].rule == rule
    for check in (*ALWAYS, *BETWEEN_INVESTORS):
        assert load_reasons()[check.reason].rule.startswith("GEN-")


def test_a_parameter_named_by_a_check_exists() -> None:
    allowed = {"pack", "refuse"}
    for module in (us, eu, uk, sg, jp):
        for rule, checks in module.CHECKS.items():
            for check in checks:
                source = inspect.getsource(check.check)
                named = set(re.findall(r'\bp\["(\w+)"\]', source)) - allowed
                assert named <= set(load_rules()[rule].parameters), (rule, named)


def test_every_citation_has_a_date() -> None:
    for reason in load_reasons().values():
        assert reason.citation and reason.as_of.year >= 2026


def test_repeated_codes_are_refused() -> None:
    reason = load_reasons()["Paused"]
    with pytest.raises(CatalogueError):
        Reasons((reason, reason.model_copy(update={"name": "Other"})))


def test_unknown_code_and_class_are_errors() -> None:
    with pytest.raises(CatalogueError):
        load_reasons().by_code(199)
    with pytest.raises(CatalogueError):
        load_classes().code("US", "billionaire")


def test_reason_text_fits_the_chain() -> None:
    content = load_reasons()["Paused"].model_dump(by_alias=True)
    with pytest.raises(ValidationError):
        Reason.model_validate({**content, "text": "x" * 81})


def test_flags_fill_their_bits_exactly_once() -> None:
    content = load_classes().model_dump(by_alias=True)
    content["reservedFlags"] = content["reservedFlags"][1:]
    with pytest.raises(ValidationError, match="fill the 20 bits"):
        Classes.model_validate(content)


def test_packs_cover_the_union_the_eea_and_the_united_states() -> None:
    by_country = load_packs().by_country
    assert sum(pack == "EU" for pack in by_country.values()) == 30
    assert {by_country[c] for c in (40, 352, 438, 578)} == {"EU"}
    assert {by_country[c] for c in (840, 630, 316)} == {"US"}
    assert by_country[826] == "UK" and by_country[702] == "SG" and by_country[392] == "JP"
    assert 756 not in by_country
    assert set(by_country) <= set(country_codes().values())


def test_every_sanctions_list_has_a_reason() -> None:
    for entry in load_screening().lists:
        assert load_reasons()[entry.reason].where == "offchain"

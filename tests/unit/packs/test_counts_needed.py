"""Rules of the packs that compare with a count of holders run only where it is kept."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.pack_words import encode
from quantera.evm import Reverted, expect_revert
from tests.stacks.token import rule_settings
from tests.unit.compliance_offchain.people import NOW, only, policy
from tests.unit.packs.market import Market, open_market, run_rules
from tests.unit.packs.stage import TRANSFER

US, JP = 0, 4
ALL: dict[str, Any] = {"holders": True, "countries": True, "classes": 0b00001}
GUARDS = {"refuse": True}
FOREIGN = {"refuse": True, "foreignPrivateIssuer": True}


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        yield market_session


def needed(market: Market, rule: str, parameters: dict[str, Any] | bool, **options: Any) -> int:
    """Code of the first rule that lacks its count; 0 when the pack may run."""
    try:
        run_rules(market, (rule, parameters), **options)
    except Reverted as error:
        assert error.name == "CountNeeded"
        return int(error.values["code"])
    return 0


@pytest.mark.parametrize(
    ("rule", "parameters", "kept", "code"),
    [
        ("US-06", GUARDS, {}, 52),
        ("US-06", GUARDS, {"holders": True}, 53),
        ("US-06", GUARDS, {"holders": True, "classes": 0b11110}, 53),
        ("US-06", GUARDS, {"countries": True, "classes": 1}, 52),
        ("US-06", GUARDS, {"holders": True, "classes": 1}, 0),
        ("US-06", FOREIGN, {"holders": True, "classes": 1}, 54),
        ("US-06", FOREIGN, ALL, 0),
        ("US-06", True, {}, 0),
        ("US-06", {"foreignPrivateIssuer": True}, {}, 0),
        ("US-07", True, {}, 55),
        ("US-07", True, {"countries": True, "classes": 1}, 55),
        ("US-07", True, {"holders": True}, 0),
        ("US-07", {"mode": "3c7"}, {}, 0),
        ("JP-07", GUARDS, {}, 170),
        ("JP-07", GUARDS, {"countries": True, "classes": 0b10000}, 170),
        ("JP-07", GUARDS, {"holders": True}, 0),
        ("JP-07", True, {}, 0),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_a_rule_needs_its_count(
    market: Market,
    rule: str,
    parameters: dict[str, Any] | bool,
    kept: dict[str, Any],
    code: int,
    *,
    own: bool,
) -> None:
    if kept:
        market.keep_lots(**kept)
    assert needed(market, rule, parameters, own=own) == code


def test_a_rule_whose_pack_does_not_run_needs_none(market: Market) -> None:
    market.stack.configure(rule_settings((52, 53, 54, 55, 170)))
    for pack, code in ((US, 55), (JP, 170)):
        for packs in ({"ownPacks": 1 << pack}, {"recipientPacks": 1 << pack}):
            with expect_revert("CountNeeded", code=code):
                market.stack.configure(rule_settings((52, 53, 54, 55, 170), **packs))


def test_what_tightens_needs_it_too(market: Market) -> None:
    stack = market.stack
    with expect_revert("CountNeeded", code=170):
        stack.engine.tightenRules(
            stack.token, rule_settings((170,), recipientPacks=1 << JP), sender=stack.governor
        )


def test_parameters_cannot_let_a_guard_refuse_uncounted(market: Market) -> None:
    stack = market.stack
    run_rules(market, ("US-06", True))
    words = list(encode(policy(only("US-06", GUARDS)), "US").words)
    with expect_revert("CountNeeded", code=52):
        stack.engine.configurePack(stack.token, US, words, sender=stack.governor)
    market.keep_lots(holders=True, classes=1)
    stack.engine.configurePack(stack.token, US, words, sender=stack.governor)


@pytest.mark.parametrize(
    ("rule", "parameters", "code"),
    [("US-06", FOREIGN, 52), ("US-07", True, 55), ("JP-07", GUARDS, 170)],
)
def test_a_count_in_use_does_not_end(
    market: Market, rule: str, parameters: dict[str, Any] | bool, code: int
) -> None:
    stack = market.stack
    market.keep_lots(**ALL)
    run_rules(market, (rule, parameters))
    with expect_revert("CountNeeded", code=code):
        stack.engine.stopCount(stack.token, sender=stack.governor)
    with expect_revert("CountInUse", code=code):
        market.keep_lots(countries=True, classes=1)
    market.keep_lots(**ALL)


@pytest.mark.parametrize(
    ("left_out", "code"),
    [({"holders": False}, 52), ({"classes": 0}, 53), ({"countries": False}, 54)],
)
def test_a_count_in_use_leaves_nothing_out(
    market: Market, left_out: dict[str, Any], code: int
) -> None:
    market.keep_lots(**ALL)
    run_rules(market, ("US-06", FOREIGN))
    with expect_revert("CountInUse", code=code):
        market.keep_lots(**{**ALL, **left_out})


def test_parameters_may_change_while_the_count_runs(market: Market) -> None:
    stack = market.stack
    market.keep_lots(**ALL)
    holder = stack.investor("holder")
    stack.token.mint(holder, 5, sender=stack.agent)
    run_rules(market, ("JP-07", GUARDS))
    stack.token.pause(sender=stack.agent)
    market.keep_lots(**ALL)
    words = list(market.setups["JP"].words)
    stack.engine.configurePack(stack.token, JP, words, sender=stack.governor)
    stack.token.unpause(sender=stack.agent)
    assert market.preview(TRANSFER, holder, holder, 1) == 190

"""US-04: the mean weekly volume that is posted, and how long it counts."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.compliance.moments import DAY
from quantera.evm import Actor, Receipt, expect_revert
from tests.stacks.token import UNIT
from tests.unit.compliance_offchain.people import NOW
from tests.unit.packs.market import SELLER, Market, abroad, open_market, run_rules, us

SHARE, VOLUME = 100 * UNIT, 300 * UNIT
"""One per cent of the supply, and the volume posted."""


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        market_session.keep_lots()
        stack = market_session.stack
        pricer = stack.chain.actor("pricer")
        stack.engine.grantLocalRole(LocalRole.PRICER, pricer, sender=stack.governor)
        yield market_session


def post(market: Market, units: int, as_of: int, **options: Any) -> Receipt:
    stack = market.stack
    sender = options.get("sender", stack.chain.actor("pricer"))
    token = options.get("token", stack.token)
    receipt: Receipt = stack.engine.postWeeklyVolume(token, units, as_of, sender=sender)
    return receipt


def affiliate(market: Market, **parameters: Any) -> tuple[Actor, Actor]:
    ann = market.enter(abroad(identity=SELLER, affiliate_of=frozenset({"NOTE"})))
    market.issue_lot(ann, 100 * SHARE)
    run_rules(market, ("US-04", parameters or True))
    return ann, market.enter(us())


def assert_limit(market: Market, ann: Actor, ben: Actor, limit: int) -> None:
    assert market.transfer(ann, ben, limit + 1) == 48
    assert market.transfer(ann, ben, limit) == 0


@pytest.mark.parametrize(
    ("posted", "limit"), [(SHARE - 1, SHARE), (SHARE, SHARE), (VOLUME, VOLUME), (0, SHARE)]
)
def test_the_greater_of_share_and_volume_holds(market: Market, posted: int, limit: int) -> None:
    ann, ben = affiliate(market)
    post(market, posted, NOW)
    assert_limit(market, ann, ben, limit)


@pytest.mark.parametrize("days", [7, 30])
@pytest.mark.parametrize(("second", "limit"), [(-1, VOLUME), (0, SHARE), (1, SHARE)])
def test_an_old_figure_does_not_count(market: Market, days: int, second: int, limit: int) -> None:
    ann, ben = affiliate(market, volumeDays=days)
    post(market, VOLUME, NOW - DAY)
    market.at(NOW - DAY + days * DAY + second)
    assert market.preview(0, ann, ben, limit + 1) == 48
    assert market.preview(0, ann, ben, limit) == 0


def test_no_days_no_figure(market: Market) -> None:
    ann, ben = affiliate(market, volumeDays=0)
    post(market, VOLUME, NOW)
    assert_limit(market, ann, ben, SHARE)


def test_a_figure_of_another_token_does_not_count(market: Market) -> None:
    ann, ben = affiliate(market)
    post(market, VOLUME, NOW, token=market.stack.second_token().token)
    assert_limit(market, ann, ben, SHARE)


def test_it_is_told_and_shown(market: Market) -> None:
    stack = market.stack
    assert tuple(stack.engine.weeklyVolume(stack.token)) == (0, 0)
    said = post(market, 2**128 - 1, NOW).events.one("WeeklyVolumePosted").args
    pricer = stack.chain.actor("pricer")
    assert (said.token, said.units, said.asOf, said.by) == (stack.token, 2**128 - 1, NOW, pricer)
    assert tuple(stack.engine.weeklyVolume(stack.token)) == (2**128 - 1, NOW)


def test_later_weeks_replace_earlier_ones_and_never_the_reverse(market: Market) -> None:
    stack = market.stack
    post(market, VOLUME, NOW - 1)
    with expect_revert("VolumeOutdated", asOf=NOW - 2, present=NOW - 1):
        post(market, 1, NOW - 2)
    post(market, 1, NOW - 1)
    assert tuple(stack.engine.weeklyVolume(stack.token)) == (1, NOW - 1)
    post(market, 2, NOW)
    assert tuple(stack.engine.weeklyVolume(stack.token)) == (2, NOW)


def test_the_weeks_have_ended(market: Market) -> None:
    now = NOW + DAY
    market.at(now)
    with expect_revert("VolumeFromFuture", asOf=now + 1):
        post(market, VOLUME, now + 1)
    market.at(now)
    post(market, VOLUME, now)


def test_only_pricers_post_and_only_for_registered_tokens(market: Market) -> None:
    stack = market.stack
    for stranger in (stack.governor, stack.agent, stack.chain.actor("stranger")):
        with expect_revert("LocalRoleMissing"):
            post(market, VOLUME, NOW, sender=stranger)
    with expect_revert("TokenNotRegistered"):
        post(market, VOLUME, NOW, token=stack.chain.actor("no token"))

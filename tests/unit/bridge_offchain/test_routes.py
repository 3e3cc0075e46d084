"""Routes: the front is what nothing beats, and the choice is the bridge's where it has one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.bridge.routes import STOP_SECONDS, LaneQuote, Route, pareto, search
from quantera.bridge.scoring import Facts, Protocol, Urgency, optimal
from tests.unit.bridge_offchain.quoted import CLOSED, COINS, LANES, facts, market, quote

HERE, THERE, STOP = "ethereum", "polygon", "arbitrum"
CHOICE_SECONDS = 0.005
URGENCIES = st.sampled_from(list(Urgency))
DIRECT = st.dictionaries(st.sampled_from(list(Protocol)), facts(), min_size=1)


def quotes_of(direct: dict[Protocol, Facts]) -> list[LaneQuote]:
    return [LaneQuote(HERE, THERE, protocol, 0, known) for protocol, known in direct.items()]


@given(DIRECT, URGENCIES)
def test_the_choice_is_the_bridges_own_where_routes_are_direct(
    direct: dict[Protocol, Facts], urgency: Urgency
) -> None:
    chosen = search(quotes_of(direct), HERE, THERE, COINS).choose(urgency)
    assert chosen is not None
    assert chosen.legs[0].protocol is optimal(direct, urgency)


@given(st.lists(facts(), max_size=12))
def test_the_front_is_what_no_other_beats(known: list[Facts]) -> None:
    routes = [
        Route(
            (quote(Protocol.WORMHOLE, cost=at),), one.cost, one.expected_seconds, one.tier, 10_000
        )
        for at, one in enumerate(known)
    ]
    front = pareto(routes)
    assert set(front) == {one for one in routes if not any(other.beats(one) for other in routes)}
    assert [one.cost_usd for one in front] == sorted(one.cost_usd for one in front)


@given(DIRECT, facts(), facts(), URGENCIES)
def test_a_stop_is_made_only_where_it_is_better_in_something_and_worse_in_nothing(
    direct: dict[Protocol, Facts], first: Facts, second: Facts, urgency: Urgency
) -> None:
    quotes = [
        *quotes_of(direct),
        LaneQuote(HERE, STOP, Protocol.AXELAR, 0, first),
        LaneQuote(STOP, THERE, Protocol.WORMHOLE, 0, second),
    ]
    chosen = search(quotes, HERE, THERE, COINS).choose(urgency)
    alone = search(quotes_of(direct), HERE, THERE, COINS).choose(urgency)
    assert chosen is not None
    assert alone is not None
    assert chosen == alone or (chosen.stop == STOP and chosen.beats(alone))


def test_where_no_protocol_may_carry_it_directly_it_goes_through_a_stop() -> None:
    quotes = [
        quote(Protocol.AXELAR, reason=CLOSED),
        quote(Protocol.AXELAR, lane=(HERE, STOP), cost=10**15, seconds=100, reliability=9_900),
        quote(Protocol.CHAINLINK_CCIP, lane=(STOP, THERE), cost=2, tier=1, reliability=9_000),
    ]
    found = search(quotes, HERE, THERE, COINS)
    route = found.choose(Urgency.STANDARD)
    assert route is not None
    assert not route.direct
    assert route.stop == STOP
    # 0.001 ETH at 3,000 USD, and 2 wei rounded up to one unit per leg.
    assert route.cost_usd == 3 * 10**18 + 6_000
    assert route.seconds == 700 + STOP_SECONDS
    assert (route.tier, route.reliability_bps) == (1, 8_910)
    assert [closed.reason for closed in found.closed] == [CLOSED]


def test_costs_are_compared_in_one_currency() -> None:
    """The same wei are worth 12,000 times as much on Ethereum as on Polygon."""
    quotes = [
        quote(Protocol.AXELAR, lane=("ethereum", "optimism"), cost=10**15),
        quote(Protocol.AXELAR, lane=("polygon", "optimism"), cost=10**15),
    ]
    (dear,) = search(quotes, "ethereum", "optimism", COINS).routes
    (cheap,) = search(quotes, "polygon", "optimism", COINS).routes
    assert dear.cost_usd == 12_000 * cheap.cost_usd


def test_a_quote_that_may_not_carry_it_is_part_of_no_route() -> None:
    quotes = [
        quote(Protocol.AXELAR, lane=(HERE, STOP), reason=CLOSED),
        quote(Protocol.AXELAR, lane=(STOP, THERE)),
        quote(Protocol.WORMHOLE, lane=(HERE, "optimism")),
        quote(Protocol.WORMHOLE, lane=("optimism", THERE), reason=CLOSED),
    ]
    found = search(quotes, HERE, THERE, COINS)
    assert found.routes == ()
    assert found.front == ()
    assert all(found.choose(urgency) is None for urgency in Urgency)


def test_the_explanation_has_every_route_once_and_one_choice() -> None:
    found = search(market(7), HERE, THERE, COINS)
    explained = found.explain(Urgency.FAST)
    assert {entry.route for entry in explained} == set(found.routes)
    assert [entry.route for entry in explained if entry.chosen] == [found.choose(Urgency.FAST)]
    assert {entry.route for entry in explained if entry.on_front} == set(found.front)
    scores = [entry.points.score for entry in explained]
    assert scores == sorted(scores)


def test_a_transfer_that_stays_where_it_is_has_no_route() -> None:
    with pytest.raises(ValueError, match="already"):
        search([], HERE, HERE, COINS)


def test_a_choice_among_all_lanes_and_protocols_takes_at_most_five_milliseconds() -> None:
    quotes = market(1)
    taken = []
    for source, destination in LANES:
        began = time.perf_counter()
        found = search(quotes, source, destination, COINS)
        found.choose(Urgency.STANDARD)
        taken.append(time.perf_counter() - began)
    # The median, because the machine may be busy with other things.
    assert sorted(taken)[len(taken) // 2] <= CHOICE_SECONDS

"""Ways from one chain to another: over each protocol at once, or through a third chain.

A quote is one protocol over one lane. The front is what no other route beats in cost, time and
security together. The choice among direct routes is the bridge's own (`getOptimalProtocol`); a
route with a stop is chosen only where no direct one may carry the transfer, or where it is at
least as good in all three and better in one, because somebody must send on from the stop.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quantera.bridge.scoring import (
    POINTS,
    Facts,
    Points,
    Protocol,
    Urgency,
    points,
)

STOP_SECONDS = 60
"""How long it takes to notice an arrival at a stop and to send on from there."""


@dataclass(frozen=True)
class LaneQuote:
    """One protocol over one lane, as the source's bridge tells it now.

    Attributes:
        source: name of the chain that sends.
        destination: name of the chain that it goes to.
        protocol: what carries it.
        reason: why it may not, 0 when it may.
        facts: cost in wei of the source's coin, time, tier and reliability.
    """

    source: str
    destination: str
    protocol: Protocol
    reason: int
    facts: Facts

    @property
    def open(self) -> bool:
        """Whether it may carry the transfer."""
        return self.reason == 0


@dataclass(frozen=True)
class Route:
    """One or two lanes behind each other.

    Attributes:
        legs: the lanes' quotes, in order.
        cost_usd: in USD with 18 decimals, rounded up.
        seconds: expected from sending to arrival at the end.
        tier: of the leg that is least safe.
        reliability_bps: share of transfers that need nobody's doing on any leg.
    """

    legs: tuple[LaneQuote, ...]
    cost_usd: int
    seconds: int
    tier: int
    reliability_bps: int

    @property
    def direct(self) -> bool:
        """Whether there is no stop."""
        return len(self.legs) == 1

    @property
    def stop(self) -> str | None:
        """The chain in between."""
        return None if self.direct else self.legs[0].destination

    def beats(self, other: "Route") -> bool:
        """At least as good in cost, time and security, and better in one of them."""
        mine = (self.cost_usd, self.seconds, -self.tier)
        others = (other.cost_usd, other.seconds, -other.tier)
        return mine != others and all(a <= b for a, b in zip(mine, others, strict=True))


@dataclass(frozen=True)
class Explained:
    """A route with what speaks against it, beside all routes that there are.

    Attributes:
        route: which.
        points: counted as the bridge counts them.
        on_front: whether no other route beats it.
        chosen: whether it is the choice.
    """

    route: Route
    points: Points
    on_front: bool
    chosen: bool


@dataclass(frozen=True)
class Search:
    """All routes from one chain to another.

    Attributes:
        routes: those that may carry the transfer, direct ones first.
        closed: direct quotes that may not, with their reasons.
    """

    routes: tuple[Route, ...]
    closed: tuple[LaneQuote, ...]

    @cached_property
    def front(self) -> tuple[Route, ...]:
        """Routes that no other beats, the cheapest first."""
        return pareto(self.routes)

    def choose(self, urgency: Urgency) -> Route | None:
        """The route to take; none where there is none."""
        direct = [route for route in self.routes if route.direct]
        best = _fewest_points(direct, urgency)
        if best is None:
            return _fewest_points(self.routes, urgency)
        # A direct one may beat the best in all three and still be the less reliable.
        stops = [route for route in self.front if not route.direct and route.beats(best)]
        return _fewest_points(stops, urgency) or best

    def explain(self, urgency: Urgency) -> list[Explained]:
        """Every route, the one with the fewest points first."""
        chosen, front = self.choose(urgency), set(self.front)
        found = [
            Explained(route, counted, route in front, route == chosen)
            for route, counted in _counted(self.routes, urgency)
        ]
        return sorted(found, key=lambda entry: entry.points.score)


def search(
    quotes: Iterable[LaneQuote], source: str, destination: str, coin_usd: Mapping[str, int]
) -> Search:
    """Every route of one or two lanes.

    Args:
        quotes: of all lanes and protocols that are known; costs in wei, 18 decimals everywhere.
        source: name of the chain to send from.
        destination: name of the chain to arrive on.
        coin_usd: price of each chain's coin in USD with 8 decimals, by the chain's name.

    Raises:
        ValueError: source and destination are the same chain.
    """
    if source == destination:
        raise ValueError(f"{source} is where the transfer is already")
    by_lane: dict[tuple[str, str], list[LaneQuote]] = {}
    for quote in quotes:
        by_lane.setdefault((quote.source, quote.destination), []).append(quote)
    straight = sorted(by_lane.get((source, destination), []), key=lambda quote: quote.protocol)
    routes = [_route((quote,), coin_usd) for quote in straight if quote.open]
    for first, second in _two_lanes(by_lane, source, destination):
        routes.append(_route((first, second), coin_usd))
    return Search(tuple(routes), tuple(quote for quote in straight if not quote.open))


def pareto(routes: Sequence[Route]) -> tuple[Route, ...]:
    """Those that none of the others beats, the cheapest first."""
    ordered = sorted(routes, key=lambda route: (route.cost_usd, route.seconds, -route.tier))
    front: list[Route] = []
    for route in ordered:
        # What comes later costs as much or more, so it cannot beat what stands already.
        if not any(kept.beats(route) for kept in front):
            front.append(route)
    return tuple(front)


def _two_lanes(
    by_lane: Mapping[tuple[str, str], Sequence[LaneQuote]], source: str, destination: str
) -> Iterator[tuple[LaneQuote, LaneQuote]]:
    for (start, stop), firsts in by_lane.items():
        if start != source or stop == destination:
            continue
        for second in by_lane.get((stop, destination), ()):
            if second.open:
                yield from ((first, second) for first in firsts if first.open)


def _route(legs: tuple[LaneQuote, ...], coin_usd: Mapping[str, int]) -> Route:
    # Wei with 18 decimals times USD with 8: USD with 18 is 8 less.
    costs = [-(-leg.facts.cost * coin_usd[leg.source] // 10**8) for leg in legs]
    reliability = POINTS
    for leg in legs:
        reliability = reliability * leg.facts.reliability_bps // POINTS
    return Route(
        legs=legs,
        cost_usd=sum(costs),
        seconds=sum(leg.facts.expected_seconds for leg in legs) + STOP_SECONDS * (len(legs) - 1),
        tier=min(leg.facts.tier for leg in legs),
        reliability_bps=reliability,
    )


def _counted(routes: Sequence[Route], urgency: Urgency) -> list[tuple[Route, Points]]:
    direct = bool(routes) and all(route.direct for route in routes)
    # Beside each other direct routes count in the coin that the bridge counts in.
    costs = [route.legs[0].facts.cost if direct else route.cost_usd for route in routes]
    dearest = max(costs, default=0)
    safest = max((route.tier for route in routes), default=0)
    return [
        (
            route,
            points(
                Facts(cost, route.seconds, route.tier, route.reliability_bps),
                dearest,
                safest,
                urgency,
            ),
        )
        for route, cost in zip(routes, costs, strict=True)
    ]


def _fewest_points(routes: Sequence[Route], urgency: Urgency) -> Route | None:
    counted = _counted(routes, urgency)
    best = min(
        counted,
        key=lambda entry: (entry[1].score, [leg.protocol for leg in entry[0].legs]),
        default=None,
    )
    return None if best is None else best[0]

"""Properties of a fee in every input, on drawn schedules, against the model and against itself."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.evm import MemoryChain
from quantera.evm.strategies import unsigned
from quantera.gas.fee_stack import UNCAPPED
from tests.conftest import PROFILE
from tests.unit.fees.desk import NOON, UNIT, VALUE, Desk, deploy_fee_stack, parts, schedule, summed
from tests.unit.fees.model import Deal, congestion_pips, price, time_pips

EXAMPLES = {"quick": 40, "ci": 150, "deep": 3_000}[PROFILE]
ALWAYS = 2**256 - 1
GWEI = 10**9
DAY = 86_400


def ascending(most: int, count: int) -> st.SearchStrategy[list[int]]:
    return st.lists(
        st.one_of(st.integers(0, most), st.integers(0, min(most, 1_000))),
        min_size=count,
        max_size=count,
    ).map(sorted)


@st.composite
def schedules(draw: st.DrawFn) -> dict[str, Any]:
    """Any schedule that is accepted, its rates up to what the maximum leaves room for."""
    urgency = draw(ascending(1_000_000, 3))
    hours = draw(st.binary(min_size=24, max_size=24))
    closed = draw(st.binary(min_size=24, max_size=24))
    kink_premium, most = draw(ascending(2_000_000, 2))
    share = 1_000_000 + urgency[2] + most + max(*hours, *closed) * 10_000
    room = 50_000 * 1_000_000 // share
    limits = draw(ascending(UNCAPPED, 2))
    kink = draw(st.integers(1_000_001, 2**24 - 2))
    return schedule(
        bandValues=draw(ascending(2**64 - 1, 3)),
        bandRatePips=draw(ascending(room, 4))[::-1],
        tierVolumes=draw(ascending(2**48 - 1, 4)),
        tierDiscountBps=draw(ascending(10_000, 4)),
        urgencyPips=urgency,
        serviceSeconds=[600 if pips else 0 for pips in urgency],
        complexityValues=draw(ascending(2**40 - 1, 3)),
        minComplexity=draw(st.integers(0, 3)),
        floorValue=limits[0],
        capValue=limits[1],
        congestionKinkPips=kink,
        congestionFullPips=draw(st.integers(kink + 1, 2**32 - 1)),
        congestionKinkPremiumPips=kink_premium if most else 0,
        congestionMaxPremiumPips=most,
        openHours=hours,
        closedHours=closed,
        closedWeekdays=draw(st.integers(0, 127)),
        holidaysFrom=NOON // DAY,
        holidays=draw(st.lists(unsigned(256), min_size=2, max_size=2)),
    )


amounts = unsigned(128)
prices = st.one_of(unsigned(64), st.just(VALUE), st.integers(1, 10**14))


@st.composite
def deals(draw: st.DrawFn) -> dict[str, int]:
    return {
        "price": draw(prices),
        "decimals": draw(st.sampled_from([0, 6, 8, 18, 36])),
        "urgency": draw(st.integers(0, 3)),
        "complexity": draw(st.integers(0, 3)),
    }


class Bench:
    """A desk on a chain of its own whose schedule changes with each example."""

    def __init__(self) -> None:
        chain = MemoryChain(timestamp=NOON)
        stack = deploy_fee_stack(chain, set_up=False)
        self.desk = Desk(stack, chain.actor("payer"))
        chain.set_base_fee(10 * GWEI)
        stack.fees.sampleBaseFee(sender=self.desk.payer)

    def open(self, rows: dict[str, Any], tier: int = 0, waiver: int = 0) -> Desk:
        stack = self.desk.stack
        stack.publish(rows)
        terms = (tier, waiver, 2**40 - 1, 63)
        stack.fees.setTerms(self.desk.payer, terms, sender=stack.governor)
        return self.desk


BENCH: list[Bench] = []


def bench() -> Bench:
    if not BENCH:
        BENCH.append(Bench())
    return BENCH[0]


def total(desk: Desk, amount: int, base_fee: int = 0, **deal: int) -> int:
    fee: int = desk.quote(amount, base_fee, **deal).total
    return fee


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(),
    deal=deals(),
    amount=amounts,
    before=amounts,
    base_fee=st.one_of(unsigned(256), st.integers(0, 1_000 * GWEI)),
    tier=st.integers(0, 4),
    waiver=st.one_of(st.sampled_from([0, 1, 999_999, 1_000_000]), st.integers(0, 1_000_000)),
    wait=st.integers(0, 60 * DAY),
)
def test_a_fee_is_the_model_s(
    *,
    rows: dict[str, Any],
    deal: dict[str, int],
    amount: int,
    before: int,
    base_fee: int,
    tier: int,
    waiver: int,
    wait: int,
) -> None:
    """FEE-01, FEE-02, FEE-03, in any state that charges and time lead to."""
    with bench().desk.stack.chain.rollback():
        desk = bench().open(rows, tier, waiver)
        chain, fees = desk.stack.chain, desk.stack.fees
        desk.charge(before, decimals=20)
        chain.advance(wait)
        average, sampled_at = fees.averageBaseFee()
        quoted = desk.quote(amount, base_fee, **deal)
        expected = price(
            rows,
            Deal(
                amount,
                **deal,
                volume=desk.account(desk.payer).volume,
                least_tier=tier,
                waiver=Fraction(waiver, 10**6),
                congestion=congestion_pips(rows, base_fee, average, chain.timestamp - sampled_at),
                time=time_pips(rows, chain.timestamp),
            ),
        )
        found = parts(quoted)
        assert found == expected
        assert summed(found) == found.total <= amount // 20
        chain.set_balance(desk.payer, 2**200)
        chain.set_base_fee(base_fee % 2**64)
        again = desk.quote(amount, chain.base_fee, **deal)
        charged = desk.charge(amount, again.total, **deal)
        assert charged.total == again.total


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(),
    deal=deals(),
    amount=amounts,
    more=unsigned(128),
    waiver=st.integers(0, 1_000_000),
)
def test_fee_04_monotone_and_continuous_in_the_amount(
    rows: dict[str, Any], deal: dict[str, int], amount: int, more: int, waiver: int
) -> None:
    with bench().desk.stack.chain.rollback():
        desk = bench().open(rows, 0, waiver)
        larger = min(2**128 - 1, amount + more)
        first, next_one, last = (
            total(desk, each, **deal) for each in (amount, min(2**128 - 1, amount + 1), larger)
        )
        assert first <= last
        # A unit more costs a twentieth of a unit at most, and what rounding makes of it.
        assert first <= next_one <= first + 3


@settings(max_examples=EXAMPLES)
@given(rows=schedules(), deal=deals(), amount=amounts, base_fee=st.integers(0, 100 * GWEI))
def test_fee_04_monotone_in_the_levels_and_the_base_fee(
    rows: dict[str, Any], deal: dict[str, int], amount: int, base_fee: int
) -> None:
    with bench().desk.stack.chain.rollback():
        desk = bench().open(rows)
        for level in ("urgency", "complexity"):
            fees = [total(desk, amount, base_fee, **{**deal, level: step}) for step in range(4)]
            assert fees == sorted(fees)
        steps = (0, base_fee, base_fee + 1, 2 * base_fee + 1, 2**128, ALWAYS)
        fees = [total(desk, amount, step, **deal) for step in steps]
        assert fees == sorted(fees)


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(), base_fee=st.integers(10 * GWEI, 100 * GWEI), second=st.integers(0, 9 * DAY)
)
def test_fee_04_continuous_in_the_base_fee_and_in_time(
    rows: dict[str, Any], base_fee: int, second: int
) -> None:
    chain = bench().desk.stack.chain
    with chain.rollback():
        desk = bench().open(rows)
        here, there = (desk.quote(1, base_fee + wei).congestionPips for wei in (0, GWEI // 1_000))
        # A ten-thousandth of the average more is 100 millionths of the ratio.
        kink = rows["congestionKinkPips"] - 1_000_000
        full = rows["congestionFullPips"] - rows["congestionKinkPips"]
        rise = rows["congestionMaxPremiumPips"]
        assert 0 <= there - here <= 101 * rise // min(kink, full) + 3
        chain.set_timestamp(chain.timestamp + second)
        now = desk.quote(1).timePips
        chain.advance(1)
        # The steepest line goes through 255 percent within an hour.
        assert abs(desk.quote(1).timePips - now) <= 2_550_000 // 3_600 + 2


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(),
    deal=deals(),
    amount=amounts,
    volumes=st.lists(amounts, min_size=2, max_size=2),
)
def test_fee_04_never_dearer_with_more_volume_or_a_higher_tier(
    rows: dict[str, Any], deal: dict[str, int], amount: int, volumes: list[int]
) -> None:
    with bench().desk.stack.chain.rollback():
        fees = []
        for volume in sorted(volumes):
            with bench().desk.stack.chain.rollback():
                desk = bench().open(rows)
                desk.charge(volume, decimals=20)
                fees.append(total(desk, amount, **deal))
        assert fees[0] >= fees[1]
        by_tier = [total(bench().open(rows, tier), amount, **deal) for tier in range(5)]
        assert by_tier == sorted(by_tier, reverse=True)


thousands = st.integers(0, 10_000)


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(),
    edges=st.lists(thousands, min_size=4, max_size=4).map(sorted),
    amount=st.integers(1, 10_000),
    volume=thousands,
    more=st.one_of(st.integers(0, 3), st.integers(0, 1_000 * 1_000 * VALUE)),
)
def test_fee_04_continuous_in_the_volume(
    rows: dict[str, Any], edges: list[int], amount: int, volume: int, more: int
) -> None:
    """More volume moves as much of the amount into better tiers, and no more; no limit hides it."""
    tiers = {
        "tierVolumes": [1_000 * edge for edge in edges],
        "tierDiscountBps": [100, 5_000, *[9_000] * 2],
    }
    rows = {**rows, **tiers, "floorValue": 0, "capValue": UNCAPPED}
    with bench().desk.stack.chain.rollback():
        fees = []
        for held in (1_000 * volume * VALUE, 1_000 * volume * VALUE + more):
            with bench().desk.stack.chain.rollback():
                desk = bench().open(rows)
                desk.charge(held, price=1, decimals=0)
                fees.append(total(desk, 1_000 * amount * UNIT))
        # What changes its tier pays a twentieth at most before and nothing at least after.
        assert 0 <= fees[0] - fees[1] <= more * UNIT // VALUE // 20 + 4


@settings(max_examples=EXAMPLES)
@given(rows=schedules(), deal=deals(), amount=amounts, step=st.sampled_from([1, 2, 1_000]))
def test_fee_04_monotone_and_continuous_in_the_price(
    rows: dict[str, Any], deal: dict[str, int], amount: int, step: int
) -> None:
    """In money: what is worth more never costs less, and a little more a little more."""
    lower = min(max(1, deal["price"]), 2**64 - 1 - step)
    higher = lower + step
    with bench().desk.stack.chain.rollback():
        desk = bench().open(rows)
        here, there = (
            price * total(desk, amount, **{**deal, "price": price}) for price in (lower, higher)
        )
        assert here - 4 * lower <= there <= here + step * amount // 20 + 4 * higher


@settings(max_examples=EXAMPLES)
@given(rows=schedules(), deal=deals(), amount=amounts, waiver=st.integers(0, 999_999))
def test_fee_04_monotone_and_continuous_in_the_waiver(
    rows: dict[str, Any], deal: dict[str, int], amount: int, waiver: int
) -> None:
    with bench().desk.stack.chain.rollback():
        whole, here, there = (
            total(bench().open(rows, 0, share), amount, **deal) for share in (0, waiver, waiver + 1)
        )
        assert 0 <= here - there <= whole // 1_000_000 + 2


@settings(max_examples=EXAMPLES)
@given(
    rows=schedules(),
    deal=deals(),
    whole=amounts,
    cuts=st.lists(st.fractions(0, 1), min_size=1, max_size=6),
    before=amounts,
    tier=st.integers(0, 4),
    waiver=st.sampled_from([0, 0, 1, 500_000, 999_999]),
)
def test_fee_05_splitting_is_never_cheaper(
    *,
    rows: dict[str, Any],
    deal: dict[str, int],
    whole: int,
    cuts: list[Any],
    before: int,
    tier: int,
    waiver: int,
) -> None:
    chain = bench().desk.stack.chain
    with chain.rollback():
        desk = bench().open(rows, tier, waiver)
        chain.set_base_fee(0)
        desk.charge(before, decimals=20)
        at_once = total(desk, whole, **deal)
        edges = [0, *sorted(int(cut * whole) for cut in cuts), whole]
        pieces = [last - first for first, last in pairwise(edges)]
        split = sum(desk.charge(piece, **deal).total for piece in pieces)
        assert split >= at_once - len(pieces) - 1

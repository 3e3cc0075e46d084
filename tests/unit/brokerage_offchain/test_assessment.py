"""Five indicators, each with its measure, level and reasons; thresholds that can be set."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from quantera.brokerage.margin import MarginCall, Standstill
from quantera.brokerage.positions import Position
from quantera.brokerage.rounding import VALUE
from quantera.brokerage.valuation import Account
from quantera.risk.assessment import (
    DEFAULT_THRESHOLDS,
    Indicator,
    RiskAssessment,
    RiskLevel,
    RiskSettings,
    Thresholds,
)
from quantera.risk.indicators import FULL, assess_risk
from quantera.risk.reading import Reader
from quantera.risk.scenarios import Scenario, by_name, recorded, uniform
from tests.unit.brokerage_offchain.fake_book import (
    BROKERAGE,
    CASH,
    ETHER,
    NOW,
    FakeBook,
    account_of,
)

ONE = account_of(1)
NAMES = ["USDC", "WETH"]
DOLLARS = 10**6


@pytest.fixture
def book() -> FakeBook:
    """15,000 adjusted dollars in ether against a debt of 10,000."""
    return FakeBook({ONE: Account({ETHER: 10 * 10**18}, {CASH: 10_000 * DOLLARS})})


def assessed(
    book: FakeBook, settings: RiskSettings | None = None, scenarios: tuple[Scenario, ...] = ()
) -> RiskAssessment:
    found = Reader(book.call, BROKERAGE).snapshot([ONE], by_name(scenarios, NAMES))
    return assess_risk(found.accounts[0], found, settings)


def test_an_account_alone_with_ether_is_concentrated(book: FakeBook) -> None:
    book.terms = replace(book.terms, concentration_add_on_milli=0)
    reading = assessed(book).reading(Indicator.CONCENTRATION)
    assert (reading.measure_bps, reading.level) == (10_000, RiskLevel.CRITICAL)
    assert reading.reasons == ("asset 1 is the largest",)
    book.accounts[ONE].collateral[CASH] = 60_000 * DOLLARS
    assert assessed(book).reading(Indicator.CONCENTRATION).measure_bps == 7_500


def test_without_exposure_nothing_is_concentrated(book: FakeBook) -> None:
    book.accounts[ONE].debts.clear()
    found = assessed(book)
    assert found.reading(Indicator.CONCENTRATION).measure_bps == 0
    assert found.level is RiskLevel.LOW
    assert found.ratio_bps == FULL


def test_market_exposure_is_the_worst_scenarios(book: FakeBook) -> None:
    """125 per cent of the exposure over what counts for maintenance, rounded up."""
    book.terms = replace(book.terms, concentration_add_on_milli=0)
    still = assessed(book).reading(Indicator.MARKET)
    assert still.measure_bps == -(-12_500 * 10_000 // 15_000)
    fall = assessed(book, scenarios=(Scenario(name="fall", shocks={"USDC": 0}, others=-2_500),))
    reading = fall.reading(Indicator.MARKET)
    assert reading.reasons == ("worst: fall",)
    assert reading.level is RiskLevel.HIGH
    assert reading.measure_bps == -(-12_500 * 10_000 // 11_250)


def test_recorded_and_uniform_scenarios_shock_every_asset() -> None:
    shocks = by_name(recorded(), [*NAMES, "gold"])
    assert shocks["worst 24 h on record"] == [-410, -3_280, 0]
    assert by_name(uniform(["USDC"]), [*NAMES, "gold"])["all fall by a tenth"] == [
        0,
        -1_000,
        -1_000,
    ]
    with pytest.raises(ValidationError):
        Scenario(name="below nothing", others=-10_001)


def test_a_counterparty_is_measured_by_its_limit(book: FakeBook) -> None:
    book.limit = 10_200 * VALUE
    reading = assessed(book).reading(Indicator.COUNTERPARTY)
    assert reading.measure_bps == -(-10_000 * 10_000 // 10_200)
    assert reading.level is RiskLevel.CRITICAL


@pytest.mark.parametrize(
    ("end", "review", "level", "reason"),
    [
        (400, 10, RiskLevel.MODERATE, "review: in 10 days"),
        (-3, 300, RiskLevel.HIGH, "term ends: 3 days ago"),
        (400, 300, RiskLevel.LOW, None),
    ],
)
def test_days_of_the_credit_line_count(
    book: FakeBook, end: int, review: int, level: RiskLevel, reason: str | None
) -> None:
    book.days = NOW // 86_400 + end, NOW // 86_400 + review
    reading = assessed(book).reading(Indicator.COUNTERPARTY)
    assert reading.level is level
    assert reading.reasons == ((reason,) if reason else ())


def test_calls_and_restrictions_count_against_a_counterparty(book: FakeBook) -> None:
    book.calls[ONE] = MarginCall(is_open=True, called_at=NOW, deadline=NOW + 60)
    reading = assessed(book).reading(Indicator.COUNTERPARTY)
    assert (reading.level, reading.reasons) == (RiskLevel.HIGH, ("a margin call is open",))
    book.calls[ONE] = replace(book.calls[ONE], is_escalated=True)
    assert assessed(book).reading(Indicator.COUNTERPARTY).level is RiskLevel.CRITICAL
    book.calls.clear()
    book.restricted.add(ONE)
    reading = assessed(book).reading(Indicator.COUNTERPARTY)
    assert (reading.level, reading.reasons) == (RiskLevel.HIGH, ("restricted to closing",))


def test_liquidity_is_the_pools_or_the_caps(book: FakeBook) -> None:
    book.liquidity = 10_000 * DOLLARS
    reading = assessed(book).reading(Indicator.LIQUIDITY)
    assert (reading.measure_bps, reading.reasons) == (5_000, ("pool 0 is lent out",))
    book.caps[ETHER] = 2_000 * VALUE
    reading = assessed(book).reading(Indicator.LIQUIDITY)
    assert reading.measure_bps == 9_000
    assert reading.level is RiskLevel.HIGH


def test_old_prices_are_an_operational_risk(book: FakeBook) -> None:
    book.now += 1_800
    reading = assessed(book).reading(Indicator.OPERATIONAL)
    assert (reading.measure_bps, reading.level) == (5_000, RiskLevel.MODERATE)
    book.now += 1_801
    reading = assessed(book).reading(Indicator.OPERATIONAL)
    assert reading.level is RiskLevel.CRITICAL
    assert "a price is too old for new risk" in reading.reasons


def test_a_standstill_is_critical(book: FakeBook) -> None:
    book.standstill = Standstill(0, 0, NOW - 5)
    reading = assessed(book).reading(Indicator.OPERATIONAL)
    assert (reading.level, reading.reasons) == (
        RiskLevel.CRITICAL,
        ("liquidations stand still",),
    )


def test_positions_are_concentrated_by_potential_exposure(book: FakeBook) -> None:
    book.accounts[ONE] = Account({CASH: 10**12}, {}, {ETHER: Position(10**18, 2_000 * VALUE)})
    assert assessed(book).reading(Indicator.CONCENTRATION).measure_bps == 10_000


def test_thresholds_can_be_set_one_by_one(book: FakeBook) -> None:
    strict = Thresholds(moderate=1, high=2, critical=3)
    found = assessed(book, RiskSettings(thresholds={Indicator.LIQUIDITY: strict}))
    book.liquidity = 0
    assert found.reading(Indicator.LIQUIDITY).level is RiskLevel.CRITICAL
    assert found.reading(Indicator.OPERATIONAL).level is RiskLevel.LOW
    assert found.level is max(reading.level for reading in found.readings)


@pytest.mark.parametrize(("measure", "level"), [(0, 0), (1, 1), (4, 2), (5, 3), (999, 3)])
def test_a_level_begins_at_its_threshold(measure: int, level: int) -> None:
    assert Thresholds(moderate=1, high=3, critical=5).level(measure) == level


def test_thresholds_rise() -> None:
    with pytest.raises(ValidationError, match="rise from moderate over high to critical"):
        Thresholds(moderate=2, high=1, critical=3)
    assert set(DEFAULT_THRESHOLDS) == set(Indicator)

"""Paths hold exactly the worst moves on record; the default parameters outlast them."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from quantera.brokerage import backtest
from quantera.brokerage.backtest import BORROWER, LONG, MIXED, SHORT, Replay, run
from quantera.brokerage.defaults import CASH, HORIZONS, LISTINGS, Listing
from quantera.brokerage.paths import mirrored, path

NEEDS = {
    "WETH": (17, 23, 30),
    "WBTC": (8, 13, 20),
    "stETH": (6, 11, 26),
    "LINK": (12, 24, 38),
    "CRV": (24, 34, 44),
}
"""Per cent of haircut that outlasts the worst 1, 4 and 24 hours, as the research found them."""
EVERY = 48
listings = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)


@listings
def test_needs_are_those_of_the_record(listing: Listing) -> None:
    for horizon, need in zip(HORIZONS, NEEDS[listing.name], strict=True):
        assert abs(listing.need_bps(horizon) - 100 * need) <= 60


@listings
def test_haircuts_stay_near_the_need(listing: Listing) -> None:
    """Within five points of the need over the time that a call gives, and not below it."""
    need = listing.need_bps(listing.grace // 3_600)
    assert need <= listing.haircut_bps <= need + 500
    assert need <= listing.exposure_bps <= need + 500, "positions hold as much as collateral"


def test_cash_needs_next_to_nothing() -> None:
    """T-25: the worst fall of the dollar token on record leaves an account covered by itself."""
    assert CASH.need_bps(24) == 0
    assert CASH.haircut_bps <= 500


@listings
@pytest.mark.parametrize("seed", [0, 1])
def test_paths_hold_the_worst_moves_and_none_worse(listing: Listing, seed: int) -> None:
    found = path(listing, seed)
    for horizon, worst in zip(HORIZONS, listing.worst_bps, strict=True):
        assert worst - 1 <= found.worst_bps(horizon) <= worst


def test_paths_are_the_same_for_the_same_seed() -> None:
    listing = LISTINGS[0]
    assert path(listing, 3) == path(listing, 3)
    assert path(listing, 3).prices != path(listing, 4).prices
    found = path(listing, 0).prices
    assert found[:3] == pytest.approx((250_000_000_000, 247_389_427_159, 247_489_545_498))


def test_a_mirrored_path_rises_where_the_other_falls() -> None:
    found = path(LISTINGS[0], 0)
    rising = mirrored(found)
    for place in range(1, len(found.prices)):
        down = found.prices[place] / found.prices[place - 1]
        up = rising.prices[place] / rising.prices[place - 1]
        assert up == pytest.approx(2 - down, rel=1e-6)


@listings
@pytest.mark.parametrize("latency", [0, 1, 3])
def test_no_shortfall_under_the_default_parameters(listing: Listing, latency: int) -> None:
    """Every crash on record, liquidators at once or hours late: collateral covers every debt."""
    falling = path(listing, 0)
    for kind, prices in ((BORROWER, falling), (LONG, falling), (SHORT, mirrored(falling))):
        found = run([Replay([listing], [prices])], kind, EVERY, latency)
        assert found.liquidated > 0, "nothing was put to the test"
        assert (found.short, found.shortfall) == (0, 0)


def test_no_shortfall_when_everything_crashes_together() -> None:
    found = run([Replay(LISTINGS, [path(listing, 0) for listing in LISTINGS])], MIXED, EVERY)
    assert found.liquidated > 0
    assert found.short == 0


def test_without_haircuts_there_is_a_shortfall() -> None:
    """The replay can tell: raw ratios with a courtesy of four hours leave debts uncovered."""
    raw = replace(LISTINGS[-1], haircut_bps=0)
    found = run([Replay([raw], [path(raw, 0)])], BORROWER, 24)
    assert found.short > 0 and found.shortfall > 0


def test_no_haircut_outlasts_a_collapse() -> None:
    """T-25: an asset that loses nine tenths in an hour is no collateral, whatever its haircut."""
    collapsing = Listing("UST", 10**8, 6, 5_000, 5_000, 14_400, (9_050, 9_051, 9_060), 5)
    found = run([Replay([collapsing], [path(collapsing, 0)])], BORROWER, 24)
    assert found.short > 0


def test_the_command_tells_shares_and_fails_on_a_shortfall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtest, "LISTINGS", (LISTINGS[1],))
    options = ["--paths", "1", "--every", "200"]
    good = CliRunner().invoke(backtest.main, options)
    assert good.exit_code == 0 and "WBTC" in good.output
    monkeypatch.setattr(backtest, "LISTINGS", (replace(LISTINGS[4], haircut_bps=0),))
    bad = CliRunner().invoke(backtest.main, ["--paths", "1", "--every", "24"])
    assert bad.exit_code == 1

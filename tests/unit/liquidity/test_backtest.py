"""Recorded flow through the twin, and what the dynamic fee is worth on paths held back."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quantera.liquidity.accounting import account, compare, path_sets, pooled
from quantera.liquidity.events import TIERS, replayed
from quantera.liquidity.paths import Point, minutes
from scripts.liquidity import cli

REQUIRED = {500: -0.15, 3000: -0.20}
WORST = 0.03


@pytest.mark.parametrize("tier", sorted(TIERS))
def test_every_recorded_swap_is_worked_out_to_the_unit(tier: str) -> None:
    """All swaps whose ticks the record tells; the others are counted, not passed over."""
    counts = replayed(tier)
    assert counts["different"] == 0
    assert counts["equal"] > 8 * counts["crossing"]


@pytest.mark.parametrize("target", sorted(REQUIRED))
def test_loss_to_arbitrage_on_paths_held_back(target: int) -> None:
    for use, paths in path_sets().items():
        found = [compare(path, target) for path in paths.values()]
        assert pooled(found) <= REQUIRED[target], use
        assert max(each.change for each in found) <= WORST, use
        for each in found:
            assert each.dynamic.mean_fee == pytest.approx(target, rel=0.011)


def test_a_static_fee_loses_what_the_formula_says() -> None:
    """One move of 100 ticks against a fee of 30 basis points: the excess squared, over four."""
    path = [Point(0, 0.0), Point(60, 100.0), Point(120, 100.0)]
    found = account(path, 3000, None)
    excess = 0.01 - 0.003
    assert found.net_loss == pytest.approx(excess**2 / 8, rel=0.02)
    assert account(path, 10_100, None).lvr == 0


def test_commands(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["backtest", "--tier", "0030", "--output", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "238 equal to the unit, 0 different" in done.output
    assert (tmp_path / "backtest-0030.svg").stat().st_size > 1000
    assert CliRunner().invoke(cli, ["backtest", "--tier", "0100"]).exit_code == 2


def test_unknown_day_is_refused() -> None:
    with pytest.raises(KeyError):
        minutes("2020-01-01")

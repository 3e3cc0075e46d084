"""The model predicts T-REX to the letter, and every row of the table is seen both ways."""

import pytest
from hypothesis import settings
from rich.console import Console

from quantera.evm import MemoryChain, NodeChain
from tests.differential.token.coverage import Coverage
from tests.differential.token.directed import DIRECTED
from tests.differential.token.machine import Arena, run_directed, run_random

STEPS = 40


@pytest.mark.parametrize("with_rules", [False, True], ids=["no modules", "four modules"])
def test_random_sequences(with_rules: bool) -> None:
    coverage = Coverage()
    arena = Arena(MemoryChain(), with_rules=with_rules, coverage=coverage)
    run_random(arena, settings(stateful_step_count=STEPS))
    coverage.report(Console())
    assert not coverage.unknown()
    assert not coverage.contradicted()


def test_every_row_is_met_and_failed() -> None:
    coverage = Coverage()
    for with_rules in (False, True):
        arena = Arena(MemoryChain(), with_rules=with_rules, coverage=coverage)
        run_directed(arena, [each for each in DIRECTED if each.with_rules is with_rules])
    coverage.report(Console())
    assert not coverage.missing()
    assert not coverage.unknown()
    assert not coverage.contradicted()


def test_a_row_that_is_not_seen_is_reported() -> None:
    coverage = Coverage()
    arena = Arena(MemoryChain(), coverage=coverage)
    run_directed(arena, [each for each in DIRECTED if each.name == "allowances"])
    assert "Token.approve.spender_nonzero never failed" not in coverage.missing()
    assert "Token.mint.agent never failed" in coverage.missing()


def test_a_node_agrees(node: NodeChain) -> None:
    arena = Arena(node, with_rules=True)
    run_directed(arena, [each for each in DIRECTED if each.name in {"countries", "windows"}])

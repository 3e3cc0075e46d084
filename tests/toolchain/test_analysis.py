"""`ape run analyse`: one report, a status that says whether anything was found."""

from pathlib import Path

import pytest

from quantera.gates.gate import Gate, GateError, Outcome
from quantera.suites import analysis
from quantera.toolchain.workspace import ROOT


def gate(name: str, outcome: Outcome | GateError) -> Gate:
    def check(_tree: Path) -> Outcome:
        if isinstance(outcome, GateError):
            raise outcome
        return outcome

    return Gate(name, f"Does {name} find nothing?", "repair it", 1, check)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> dict[str, Gate]:
    """Gates that find nothing, until a test puts another answer in their place."""
    gates = {name: gate(name, Outcome()) for name in analysis.GATES}
    monkeypatch.setattr(analysis, "load", gates.__getitem__)
    return gates


def test_a_clean_tree_is_clean(answering: dict[str, Gate]) -> None:
    done = analysis.analyse(ROOT)
    assert done.clean
    assert [answer.name for answer in done.answers] == list(analysis.GATES)


def test_a_finding_is_reported_without_the_machines_paths(answering: dict[str, Gate]) -> None:
    found = f"{ROOT}/contracts/token/A.sol:7 reentrancy"
    answering["slither"] = gate("slither", Outcome((found,)))
    done = analysis.analyse(ROOT)
    text = analysis.report(done, ROOT)
    assert not done.clean
    assert "- contracts/token/A.sol:7 reentrancy" in text
    assert str(ROOT) not in text


def test_an_analysis_that_cannot_tell_is_not_clean(answering: dict[str, Gate]) -> None:
    answering["size"] = gate("size", GateError("nothing is compiled"))
    done = analysis.analyse(ROOT)
    assert not done.clean
    assert "| size | Does size find nothing? | cannot tell |" in analysis.report(done, ROOT)


def test_the_same_answers_give_the_same_report(answering: dict[str, Gate]) -> None:
    one, other = (analysis.report(analysis.analyse(ROOT), ROOT) for _ in range(2))
    assert one == other

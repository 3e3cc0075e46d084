"""The tests of the tests: a planted fault is found, shrunk, kept, repeated first and replayed."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition

from quantera.evm.recording import Failure
from tests.property.arguments import plain, unplain
from tests.property.machine import ChainMachine, explore, operation
from tests.property.tally import PROFILES, NotSeenError, Profile, Tally

NAMES = ("holder", "agent", "stranger")
actors = st.sampled_from(NAMES)


class FaultyLedgerMachine(ChainMachine):
    def deploy(self) -> None:
        self.by_name = dict(zip(NAMES, self.chain.actors(*NAMES), strict=True))
        self.ledger = self.chain.deploy("FaultyLedgerProbe")

    def start(self) -> None:
        self.balances = dict.fromkeys(NAMES, 0)

    @operation(refusable=False, to=actors, amount=st.integers(0, 1000))
    def mint(self, to: str, amount: int) -> None:
        self.act(self.ledger.mint, self.by_name[to], amount, sender=self.by_name[to], refusal=None)
        self.balances[to] += amount

    @operation(sender=actors, to=actors, amount=st.integers(0, 1000))
    def move(self, sender: str, to: str, amount: int) -> None:
        refusal = "NotEnough" if self.balances[sender] < amount else None
        target, by = self.by_name[to], self.by_name[sender]
        if self.act(self.ledger.move, target, amount, sender=by, refusal=refusal):
            self.balances[sender] -= amount
            self.balances[to] += amount

    @precondition(lambda self: any(self.balances.values()))
    @operation(sender=actors, amount=st.integers(0, 1000))
    def burn(self, sender: str, amount: int) -> None:
        refusal = "NotEnough" if self.balances[sender] < amount else None
        if self.act(self.ledger.burn, amount, sender=self.by_name[sender], refusal=refusal):
            self.balances[sender] -= amount

    @invariant()
    def balances_are_the_models(self) -> None:
        for name, actor in self.by_name.items():
            assert self.ledger.balanceOf(actor) == self.balances[name]


class SoundLedgerMachine(FaultyLedgerMachine):
    """The same suite over a ledger without the fault: what a repair looks like."""

    def deploy(self) -> None:
        super().deploy()
        issuer = self.chain.actor("issuer")
        self.ledger = self.chain.deploy("LedgerProbe", 0, sender=issuer)
        self.issuer = issuer

    @operation(refusable=False, to=actors, amount=st.integers(0, 1000))
    def mint(self, to: str, amount: int) -> None:
        mint = self.ledger["mint(address,uint256)"]
        self.act(mint, self.by_name[to], amount, sender=self.issuer, refusal=None)
        self.balances[to] += amount

    @operation(sender=actors)
    def burn(self, sender: str) -> None:
        self.act(self.ledger.withdraw, 10**9, sender=self.by_name[sender], refusal="NotEnough")


SHORT = Profile(sequences=20, steps=20, least=0, batches=1, folder=Path())


@pytest.fixture
def found(tmp_path: Path) -> tuple[Path, AssertionError]:
    """The file of the planted fault, and the error it was found with."""
    with pytest.raises(AssertionError) as caught:
        explore(FaultyLedgerMachine, replace(SHORT, folder=tmp_path), regressions=tmp_path)
    (file,) = tmp_path.glob("FaultyLedgerMachine-*.json")
    return file, caught.value


def test_a_planted_fault_is_found_and_shrunk(found: tuple[Path, AssertionError]) -> None:
    file, error = found
    failure = Failure.load(file)
    assert [step.rule for step in failure.steps] == ["mint", "move"]
    mint, move = (step.arguments for step in failure.steps)
    assert (mint["amount"], move["amount"]) == (1, 1)
    assert mint["to"] == move["to"] == move["sender"] == "holder"
    notes = "\n".join(error.__notes__)
    assert "holder: FaultyLedgerProbe.mint(to=holder, amount=1)\n" in notes
    assert "holder: FaultyLedgerProbe.move(to=holder, amount=1)\n" in f"{notes}\n"
    assert "QUANTERA_SEED=20260101" in notes
    assert "python -m quantera.evm.replay" in notes


def test_the_seed_finds_the_same_again(found: tuple[Path, AssertionError], tmp_path: Path) -> None:
    again = tmp_path / "again"
    with pytest.raises(AssertionError):
        explore(FaultyLedgerMachine, replace(SHORT, folder=again), regressions=again)
    (file,) = again.glob("*.json")
    assert file.read_text() == found[0].read_text()


def test_a_kept_failure_is_repeated_first(found: tuple[Path, AssertionError]) -> None:
    file, _ = found
    never = Profile(sequences=0, steps=0, least=0, batches=0, folder=Path("/nonexistent"))
    with pytest.raises(AssertionError) as caught:
        explore(FaultyLedgerMachine, never, regressions=file.parent)
    assert f"{file.name} was fixed before" in "\n".join(caught.value.__notes__)


def test_a_kept_failure_passes_once_it_is_repaired(
    found: tuple[Path, AssertionError],
) -> None:
    file, _ = found
    file.rename(file.with_name("SoundLedgerMachine-kept.json"))
    tally = explore(SoundLedgerMachine, SHORT, regressions=file.parent)
    assert tally.sequences > 0


def test_a_kept_failure_that_no_longer_fits_is_told(
    found: tuple[Path, AssertionError],
) -> None:
    file, _ = found
    file.write_text(file.read_text().replace('"mint"', '"grant"'))
    with pytest.raises(LookupError, match="no operation 'grant' any more"):
        explore(FaultyLedgerMachine, SHORT, regressions=file.parent)


def test_a_kept_failure_replays_on_anvil_with_its_calls(
    found: tuple[Path, AssertionError],
) -> None:
    file, _ = found
    command = [sys.executable, "-m", "quantera.evm.replay", str(file), "--everything"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1. holder: FaultyLedgerProbe.mint(to=holder, amount=1)" in done.stdout
    assert "2. holder: FaultyLedgerProbe.move(to=holder, amount=1)" in done.stdout
    assert "create FaultyLedgerProbe" in done.stdout
    assert "gas" in done.stdout
    assert "as recorded" in done.stdout


def test_a_replay_tells_when_the_node_does_otherwise(
    found: tuple[Path, AssertionError],
) -> None:
    file, _ = found
    failure = Failure.load(file)
    failure.calls[-1].outcome = "NotEnough(wanted=1, had=0)"
    file.write_text(failure.model_dump_json())
    command = [sys.executable, "-m", "quantera.evm.replay", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "recorded: NotEnough(wanted=1, had=0); the node: ok" in done.stdout


class LazyMachine(SoundLedgerMachine):
    """One operation that never succeeds, and one that is never refused."""

    @operation(sender=actors, to=actors, amount=st.integers(1, 1000))
    def move(self, sender: str, to: str, amount: int) -> None:
        target, by = self.by_name[to], self.by_name[sender]
        self.act(self.ledger.move, target, 10**9 + amount, sender=by, refusal="NotEnough")

    @operation()
    def note(self) -> None:
        self.act(self.ledger.note, "words", b"", sender=self.by_name["holder"])


def test_an_operation_never_seen_in_both_fails_the_run() -> None:
    strict = replace(SHORT, least=1, batches=2)
    with pytest.raises(NotSeenError) as caught:
        explore(LazyMachine, strict)
    told = str(caught.value)
    assert "move succeeded 0 times" in told
    assert "note was refused 0 times" in told
    assert "mint" not in told.partition("\n")[0]  # declared as never refused
    assert "LazyMachine: " in told


def test_too_few_full_sequences_fail_the_run() -> None:
    class Tired(SoundLedgerMachine):
        """Draws so much that Hypothesis ends each sequence early."""

        @operation(refusable=False, data=st.lists(st.integers(), min_size=800, max_size=800))
        def ponder(self, data: list[int]) -> None:
            self.chain.advance(len(data))

    demanding = replace(SHORT, sequences=2, least=1)
    with pytest.raises(NotSeenError, match="draw less"):
        explore(Tired, demanding)


@pytest.mark.parametrize("outcome", ["refuses", "accepts", "differs"])
def test_a_wrong_prediction_fails(tmp_path: Path, outcome: str) -> None:
    refusal = {"refuses": "NotEnough", "accepts": None, "differs": "OnlyOwner"}[outcome]
    amount = 0 if outcome == "refuses" else 1

    class Wrong(SoundLedgerMachine):
        @operation()
        def move(self) -> None:
            by = self.by_name["stranger"]
            self.act(self.ledger.move, by, amount, sender=by, refusal=refusal)

    message = {
        "refuses": "accepted what the model refuses with NotEnough",
        "accepts": "the model accepts what the contract refused: NotEnough",
        "differs": "the model expects OnlyOwner",
    }[outcome]
    with pytest.raises(AssertionError, match=message):
        explore(Wrong, replace(SHORT, folder=tmp_path), regressions=tmp_path)


def test_a_timed_profile_goes_on_until_its_time(tmp_path: Path) -> None:
    timed = replace(SHORT, sequences=5, folder=tmp_path, timed=True, fixed_seed=False)
    first, second = (explore(SoundLedgerMachine, timed, seconds=2) for _ in range(2))
    assert min(first.seconds, second.seconds) >= 2
    assert first.sequences > 5
    assert first.seed != second.seed


def test_the_profiles_are_as_agreed() -> None:
    ci = PROFILES["ci"]
    assert (ci.sequences, ci.steps, ci.least) == (200, 40, 50)
    assert PROFILES["deep"].timed
    assert PROFILES["deep"].least == 50
    assert PROFILES["quick"].sequences < ci.sequences


def test_what_json_does_not_tell_apart_comes_back_as_it_was() -> None:
    value = {"a": [1, (2, b"\x03"), None, True], "b": "text", "c": -(2**255)}
    assert unplain(plain(value)) == value
    with pytest.raises(TypeError, match="cannot be written down"):
        plain(object())


def test_the_tables_are_printed_by_every_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "1"]
    done = subprocess.run(
        [*command, str(Path(__file__).with_name("test_ledger_machine.py"))],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "QUANTERA_PROFILE": "quick"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "LedgerMachine: " in done.stdout
    assert "refused" in done.stdout


def test_a_tally_counts_what_is_missing() -> None:
    tally = Tally("any", 1, operations={"move": True, "wait": False})
    tally.succeeded.update(move=5, wait=1)
    assert tally.missing(1) == ["move was refused 0 times"]
    assert tally.missing(0) == []

"""The keeper on a real node: calls, cures and liquidates, once each, whoever else does what."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from quantera.risk.journal import JournalError
from quantera.risk.sending import Done
from tests.integration.brokerage.conftest import Place
from tests.integration.brokerage.flaky import losing
from tests.integration.brokerage.keeping import FAILED

MODULE = "tests.integration.brokerage.keeping"
FALL = 28
"""Per cent by which the asset falls: from 160 to 115, from 150 to 108."""
CALLABLE, LOW, SAFE = 160, 150, 240
KILLS, STARTS = 2, 8


def told(done: list[Done]) -> list[str]:
    return [each.deed.what for each in done if not each.refusal]


@pytest.fixture
def accounts(place: Place) -> dict[int, int]:
    """An account to be called, one to be liquidated at once, and one that is well."""
    found = {ratio: place.borrower(f"of {ratio}", ratio) for ratio in (CALLABLE, LOW, SAFE)}
    place.fall(FALL)
    return found


def rescued(place: Place, accounts: dict[int, int]) -> None:
    """Each thing has happened once, and to whom it should."""
    found = place.told()
    assert found["MarginCallIssued", accounts[CALLABLE]] == 1
    assert found["Liquidated", accounts[LOW]] == 1
    assert found["MarginCallCured", accounts[LOW]] == 1
    assert not any(count for (_, number), count in found.items() if number == accounts[SAFE])
    assert found["Liquidated", accounts[CALLABLE]] == 0
    assert place.brokerage.marginCallOf(accounts[CALLABLE]).isOpen
    assert not place.brokerage.marginCallOf(accounts[LOW]).isOpen


def test_calls_liquidates_and_cures(place: Place, accounts: dict[int, int], tmp_path: Path) -> None:
    """T-36: below 125 called, below 110 liquidated to the target, cured once it is mended."""
    keeper = place.keeper(tmp_path / "journal")
    done = keeper.round()
    assert told(done) == ["call", "liquidate", "call"], done
    assert [each.deed.account for each in done] == [accounts[LOW]] * 2 + [accounts[CALLABLE]]
    assert keeper.round() == [] and place.sent() == 3
    rescued(place, accounts)
    place.fall(0)
    assert told(keeper.round()) == ["cure"]
    assert not place.brokerage.marginCallOf(accounts[CALLABLE]).isOpen
    assert keeper.round() == []


def test_another_keeper_was_faster(place: Place, accounts: dict[int, int], tmp_path: Path) -> None:
    """Both have sent when the block is mined: one transaction is undone, and that is no error."""
    first, second = place.keeper(tmp_path / "first"), place.keeper(tmp_path / "second", 1)
    assert told(first.round())
    place.borrower("of yet another", 400)
    assert second.round() == [], "what is done already is not even tried"
    place.fall(FALL + 12)
    place.node.rpc("evm_setAutomine", False)
    assert told(first.round()) and told(second.round())
    place.node.rpc("evm_mine")
    place.node.rpc("evm_setAutomine", True)
    for _ in range(3):
        for keeper in (first, second):
            keeper.round()
    found = place.told()
    assert all(count == 1 for (name, _), count in found.items() if name.startswith("MarginCall")), (
        found
    )
    assert found["Liquidated", accounts[CALLABLE]]
    assert place.sent(1) > 0


def test_a_node_that_hangs_up(place: Place, accounts: dict[int, int], tmp_path: Path) -> None:
    """Requests and answers that are lost are asked again, and nothing is done twice."""
    with losing(place.url) as url:
        place.url = url
        keeper = place.keeper(tmp_path / "journal")
        for _ in range(2):
            keeper.round()
    rescued(place, accounts)
    assert place.sent() == 3


def start(place: Place, journal: Path, rounds: int) -> "subprocess.Popen[bytes]":
    arguments = [place.url, place.brokerage.address, place.keepers[0].key.hex(), str(journal)]
    return subprocess.Popen(
        [sys.executable, "-m", MODULE, *arguments, str(rounds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_sigkill_at_any_moment(place: Place, accounts: dict[int, int], tmp_path: Path) -> None:
    """Killed with what it has just written or sent, it goes on with the same journal."""
    rng, journal, kills = random.Random(20261126), tmp_path / "journal", 0
    for _ in range(STARTS):
        seen = journal.stat().st_size if journal.exists() else 0
        process = start(place, journal, rounds=2)
        # Imports take seconds: the clock starts with the first new line of the journal.
        while kills < KILLS and process.poll() is None:
            if journal.exists() and journal.stat().st_size > seen:
                time.sleep(rng.random() * 0.05)
                process.send_signal(signal.SIGKILL)
                kills += 1
                break
            time.sleep(0.001)
        output, _ = process.communicate(timeout=120)
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL, output.decode()
    else:
        raise AssertionError("it never came to an end")
    assert kills
    rescued(place, accounts)
    assert place.sent() == 3
    outcomes: Counter[bool] = Counter(b"closed" in line for line in journal.open("rb"))
    assert outcomes[True] == 3


def test_a_second_keeper_on_the_same_journal(place: Place, tmp_path: Path) -> None:
    """Is refused, in this process and in another."""
    working = place.keeper(tmp_path / "journal")
    assert working.round() == []
    with pytest.raises(JournalError, match="in use by another keeper"):
        place.keeper(tmp_path / "journal")
    other = start(place, tmp_path / "journal", rounds=1)
    output, _ = other.communicate(timeout=60)
    assert other.returncode == FAILED and b"in use by another keeper" in output

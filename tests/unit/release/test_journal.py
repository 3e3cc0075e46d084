"""The journal: on disk before it is done, one holder, nothing half read."""

from pathlib import Path

import pytest

from quantera.release.errors import BusyError, JournalError
from quantera.release.journal import Done, Journal, Prepared, Reached, read

PLAN = "ab" * 32


def prepared(step: str = "open", chain: str = "polygon", nonce: int = 0) -> Prepared:
    return Prepared(chain=chain, step=step, hash="0x01", nonce=nonce, raw="0x02", max_fee=2, tip=1)


def done(step: str = "open", block: int = 5) -> Done:
    return Done(chain="polygon", step=step, hash="0x01", block=block, gas=21_000)


def test_rel_06_a_line_is_on_disk_when_write_returns(tmp_path: Path) -> None:
    """REL-06: another reader sees it at once."""
    file = tmp_path / "journal.jsonl"
    with Journal(file, PLAN) as journal:
        journal.write(prepared())
        assert read(file)[1:] == [prepared()]
    with Journal(file, PLAN) as journal:
        assert journal.prepared("polygon", "open") == [prepared()]
        assert journal.prepared("polygon", "wire 1") == []
        assert journal.prepared("optimism", "open") == []


def test_rel_06_a_torn_line_is_dropped(tmp_path: Path) -> None:
    """REL-06: what follows from it cannot have been done; the next line stands whole."""
    file = tmp_path / "journal.jsonl"
    with Journal(file, PLAN) as journal:
        journal.write(prepared())
    file.write_bytes(file.read_bytes() + b'{"event":"prepared","chain":"poly')
    assert len(read(file)) == 2
    with Journal(file, PLAN) as journal:
        journal.write(done())
    assert read(file)[1:] == [prepared(), done()]


def test_a_damaged_line_is_not_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    with Journal(file, PLAN) as journal:
        journal.write(prepared())
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + b'{"event":"prepared"}\n' + lines[1])
    with pytest.raises(JournalError, match="line 2 is damaged"):
        read(file)
    with pytest.raises(JournalError, match="line 2 is damaged"):
        Journal(file, PLAN)


def test_a_journal_of_another_plan_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    Journal(file, PLAN).close()
    with pytest.raises(JournalError, match="another plan"):
        Journal(file, "cd" * 32)
    Journal(file, PLAN).close()


def test_rel_06_a_journal_has_one_holder(tmp_path: Path) -> None:
    """REL-06: the second is told, and the first goes on."""
    file = tmp_path / "journal.jsonl"
    with Journal(file, PLAN) as journal:
        with pytest.raises(BusyError, match="in the hands of another"):
            Journal(file, PLAN)
        journal.write(prepared())
    Journal(file, PLAN).close()


def test_what_it_knows_of_a_chain(tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.jsonl", PLAN) as journal:
        assert journal.phase("polygon") == ""
        for entry in (
            done(),
            done(block=9),
            done("wire 1"),
            Reached(chain="polygon", phase="deployed"),
            Reached(chain="polygon", phase="activating"),
        ):
            journal.write(entry)
        assert journal.done("polygon") == {"open": done(block=9), "wire 1": done("wire 1")}
        assert journal.phase("polygon") == "activating"
        assert journal.phase("optimism") == ""
        assert journal.done("optimism") == {}


def test_a_journal_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path / "none.jsonl") == []

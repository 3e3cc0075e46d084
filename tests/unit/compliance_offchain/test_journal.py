"""The journal: on disk when it says so, whole or dropped line by line, one process at a time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.errors import JournalError
from quantera.compliance.journal import Journal


def test_entries_come_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, "p") as journal:
        assert journal.entries == []
        for n in range(3):
            journal.write({"n": n})
    with Journal(path, "p") as journal:
        assert journal.entries == [{"n": n} for n in range(3)]
        journal.write({"n": 3})
    assert len(path.read_text().splitlines()) == 5


def test_every_line_is_synced_before_write_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bytes] = []
    path = tmp_path / "j"
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(path.read_bytes())
        real(descriptor)

    monkeypatch.setattr("quantera.durable_lines.os.fsync", fsync)
    with Journal(path, "p") as journal:
        journal.write({"n": 1})
        assert synced[-1].endswith(b'{"n":1}\n')


@given(st.integers(0, 60))
def test_a_line_cut_short_is_dropped_and_overwritten(tmp_path_factory: object, cut: int) -> None:
    path = tmp_path_factory.mktemp("j") / "j"  # type: ignore[attr-defined]
    with Journal(path, "p") as journal:
        for n in range(4):
            journal.write({"n": n})
    content = path.read_bytes()[:cut]
    path.write_bytes(content)
    whole = [json.loads(line) for line in content[: content.rfind(b"\n") + 1].splitlines()]
    with Journal(path, "p") as journal:
        assert journal.entries == whole[1:]
        journal.write({"n": "new"})
    assert [json.loads(line) for line in path.read_bytes().splitlines()] == [
        {"plan": "p"},
        *whole[1:],
        {"n": "new"},
    ]


@pytest.mark.parametrize("text", ["nonsense\n", "[]\n", '{"plan":"p"}\n{"n":\n'])
def test_damage_inside_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "j"
    path.write_text(text)
    with pytest.raises(JournalError, match="damaged"):
        Journal(path, "p")
    assert path.read_text() == text


def test_another_plans_journal_is_refused_and_released(tmp_path: Path) -> None:
    path = tmp_path / "j"
    Journal(path, "p").close()
    with pytest.raises(JournalError, match="another plan"):
        Journal(path, "q")
    Journal(path, "p").close()


def test_two_processes_cannot_share_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "j"
    code = (
        "import sys; from pathlib import Path; from quantera.compliance.journal import Journal\n"
        "from quantera.compliance.errors import JournalError\n"
        "try: Journal(Path(sys.argv[1]), 'p')\n"
        "except JournalError as error: sys.exit(str(error))\n"
    )
    with Journal(path, "p"):
        run = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
        )
    assert run.returncode == 1 and "in use by another process" in run.stderr

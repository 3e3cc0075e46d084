"""How a story is told: chapter after chapter, what fails, what is written, what is handed on."""

from pathlib import Path

import pytest
from rich.console import Console

from quantera.demo import ChapterError, DemoError, tell
from quantera.demo.chapters import STORY, Scene
from quantera.demo.errors import OrderError
from quantera.demo.record import Record
from quantera.demo.report import REPORT
from quantera.demo.stage import Stage
from quantera.demo.story import RECORD
from quantera.devnet import Settings


class Parcel:
    """Something to hand on."""


def beginning(stage: Stage) -> None:
    stage.page.fact("begun", 1)
    stage.hand_on(Parcel())


def ending(stage: Stage) -> None:
    assert isinstance(stage.take(Parcel), Parcel)
    stage.holds("BRG-01", "nothing is lost", True, "0 = 0")


def breaking(stage: Stage) -> None:
    stage.holds("PB-11", "positions sum to zero", False, "1 and 0")


def failing(stage: Stage) -> None:
    raise ValueError("the third row")


def told(folder: Path, *scenes: Scene) -> Record:
    settings = Settings(folder=folder / "devnet")
    return tell(settings, console=Console(width=120), folder=folder / "demo", story=scenes)


BEGIN, END = Scene("Begin", beginning), Scene("End", ending)


def test_chapters_follow_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = told(tmp_path, BEGIN, END)
    assert [chapter.title for chapter in record.chapters] == ["Begin", "End"]
    assert Record.load(tmp_path / "demo" / RECORD) == record
    assert (tmp_path / "demo" / REPORT).read_text().count("<section") == 4
    shown = capsys.readouterr().out
    assert "[1/2] Begin: begun: 1 (0.0 s)" in shown
    assert f"report: {tmp_path / 'demo' / REPORT}" in shown


def test_a_failure_names_its_chapter_and_its_error(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match=r"^Fail: ValueError: the third row$") as caught:
        told(tmp_path, BEGIN, Scene("Fail", failing), END)
    assert caught.value.chapter == "Fail"
    assert not (tmp_path / "demo" / REPORT).exists()


def test_a_chapter_without_the_one_before_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match=r"^End: no chapter before this one has made Parcel$"):
        told(tmp_path, END)
    with pytest.raises(OrderError):
        Stage(Settings(), tmp_path, None).take(Parcel)  # type: ignore[arg-type]


def test_what_does_not_hold_fails_the_story_once_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(DemoError, match=r"does not: PB-11: 1 and 0$"):
        told(tmp_path, BEGIN, Scene("Break", breaking), END)
    assert [one.id for one in Record.load(tmp_path / "demo" / RECORD).broken] == ["PB-11"]


def test_an_earlier_story_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "old").touch()
    told(tmp_path, BEGIN)
    assert not (tmp_path / "demo" / "old").exists()


def test_every_chapter_is_a_module_of_its_own() -> None:
    keys = [scene.key for scene in STORY]
    assert len(set(keys)) == len(keys)
    assert keys[0] == "contracts"
    assert keys[-1] == "checking"

"""The story, told chapter by chapter on chains that end with it."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from quantera import chains
from quantera.demo import terminal
from quantera.demo.chapters import STORY, Scene
from quantera.demo.errors import ChapterError, DemoError
from quantera.demo.keeping import connections
from quantera.demo.page import Page
from quantera.demo.record import Chapter, Record
from quantera.demo.report import REPORT, write_report
from quantera.demo.stage import Stage
from quantera.devnet import Settings
from quantera.toolchain.workspace import ROOT

FOLDER = ROOT / ".build" / "demo"
"""Where the story keeps its files, and leaves its record and its report."""
RECORD = "record.json"


def commit() -> str:
    """The checkout's commit, marked where files differ from it; `unknown` without one."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    found = git("rev-parse", "HEAD")
    return found + ("-dirty" if found and git("status", "--porcelain") else "") or "unknown"


def tell(
    settings: Settings,
    *,
    keep: bool = False,
    console: Console | None = None,
    folder: Path = FOLDER,
    story: Sequence[Scene] = STORY,
) -> Record:
    """Tell every chapter, show what came of it, and end the chains unless they are to be kept.

    Args:
        settings: where the chains listen.
        keep: whether they go on afterwards.
        console: where it is told.
        folder: for files, the record and the report; made anew.
        story: its chapters.

    Raises:
        ChapterError: a chapter failed; no process is left.
        DemoError: an invariant does not hold at the end.
    """
    console = console or Console()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ExitStack() as held:
        stage = Stage(settings, folder, held)
        told = [_told(stage, scene, console, place) for place, scene in _numbered(story)]
        record = Record(
            commit=commit(),
            chains={name: chains.get(name).chain_id for name in stage.chains},
            chapters=tuple(told),
            invariants=tuple(stage.invariants),
        )
        record.write(folder / RECORD)
        write_report(record, folder / REPORT)
        for table in terminal.tables(record):
            console.print(table)
        console.print(f"report: {folder / REPORT}", soft_wrap=True, markup=False)
        if keep and stage.running is not None:
            stage.running.keep()
            for line in connections(stage):
                console.print(line, soft_wrap=True, markup=False)
    if record.broken:
        broken = "; ".join(f"{one.id}: {one.evidence}" for one in record.broken)
        raise DemoError(f"what must hold at the end does not: {broken}")
    return record


def _numbered(story: Sequence[Scene]) -> list[tuple[str, Scene]]:
    return [(f"[{number}/{len(story)}]", scene) for number, scene in enumerate(story, start=1)]


def _told(stage: Stage, scene: Scene, console: Console, place: str) -> Chapter:
    title = f"{place} {scene.title}"
    begun = time.monotonic()
    with console.status(title) as status:
        page = Page(scene.key, scene.title, lambda text: status.update(f"{title}: {text}"))
        stage.page = page
        try:
            scene.tell(stage)
        except DemoError as error:
            raise ChapterError(scene.title, str(error)) from error
        except Exception as error:
            raise ChapterError(scene.title, f"{type(error).__name__}: {error}") from error
    chapter = page.closed(time.monotonic() - begun)
    said = f": {page.summary}" if page.summary else ""
    line = f"{title}{said} ({chapter.seconds:.1f} s)"
    console.print(line, markup=False, highlight=False, soft_wrap=True)
    return chapter

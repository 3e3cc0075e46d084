"""Ape's command line for a project of any size: `ape` in the virtual environment.

Ape lists at most 500 files of a project's contracts and says nothing of the rest, whose contracts
would then be missing or out of date. The limit is a constant in its code.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from re import Pattern
from typing import Any


def lift_file_limit() -> None:
    """Have this process's Ape list all files of a project."""
    # Loading Ape takes seconds, which only those who call this are to pay.
    from ape.managers import project  # noqa: PLC0415

    listing: Callable[..., list[Path]] = project.get_all_files_in_directory  # type: ignore[attr-defined]

    def everything(path: Path, pattern: Pattern[str] | str | None = None, **_: Any) -> list[Path]:
        return listing(path, pattern)

    if "max_files" in listing.__code__.co_varnames:
        project.get_all_files_in_directory = everything  # type: ignore[attr-defined]


def main() -> None:
    """What `ape` runs."""
    lift_file_limit()
    from ape._cli import cli  # noqa: PLC0415

    sys.exit(cli())


if __name__ == "__main__":
    main()

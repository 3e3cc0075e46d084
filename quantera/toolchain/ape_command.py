"""Ape's command line for a project of any size: `ape` in the virtual environment.

Ape lists at most 500 files of a project's contracts and says nothing of the rest, whose contracts
would then be missing or out of date. The limit is a constant in its code. And it loads every script
to run one, which takes longer than most of them run. And it runs thousands of unit tests on one
core, unless told otherwise.
"""

import sys
from pathlib import Path
from re import Pattern
from typing import Any

UNIT_TESTS = "tests/unit"
WORKERS_OR_TERMINAL = ("-n", "--numprocesses", "-s", "--capture", "--pdb", "-I", "--interactive")


def lift_file_limit() -> None:
    """Have this process's Ape list all files of a project."""
    # Of Ape this loads no more than it changes: the rest takes seconds, and few commands want it.
    from ape.utils import os  # noqa: PLC0415

    limited = os.get_all_files_in_directory

    def everything(
        path: Path,
        pattern: "Pattern[Any] | str | None" = None,
        max_files: int | None = None,  # noqa: ARG001
    ) -> list[Path]:
        return limited(path, pattern)

    os.get_all_files_in_directory = everything
    if (loaded := sys.modules.get("ape.managers.project")) is not None:
        loaded.get_all_files_in_directory = everything  # type: ignore[attr-defined]


def load_one_script() -> None:
    """Have this process's `ape run NAME` load the script of that name and no other."""
    import click  # noqa: PLC0415
    from ape_run._cli import ScriptCommand  # noqa: PLC0415

    everything: Any = ScriptCommand.get_command

    def named(self: Any, context: click.Context, name: str) -> click.Command | None:
        file = Path.cwd() / "scripts" / f"{name}.py"
        found: click.Command | None = (
            self._get_command(file) if file.is_file() else everything(self, context, name)
        )
        return found

    ScriptCommand.get_command = named  # type: ignore[method-assign]


def shared(arguments: list[str]) -> list[str]:
    """The arguments of `ape test`, with two workers for all unit tests unless told how many.

    They are thousands, and one process takes nearly twice as long. What talks to the terminal
    stays in one.
    """
    folders = {argument.rstrip("/") for argument in arguments[1:]}
    told = any(argument.startswith(WORKERS_OR_TERMINAL) for argument in arguments)
    if arguments[:1] != ["test"] or UNIT_TESTS not in folders or told:
        return arguments
    return [*arguments, "-n", "2"]


def main() -> None:
    """What `ape` runs."""
    sys.argv[1:] = shared(sys.argv[1:])
    lift_file_limit()
    load_one_script()
    from ape._cli import cli  # noqa: PLC0415

    sys.exit(cli())


if __name__ == "__main__":
    main()

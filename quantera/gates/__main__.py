"""Ask several gates, two at a time, and print a table of their answers."""

import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from quantera.gates.gate import BROKEN, FOUND, PASSED, Gate, tree_option
from quantera.gates.registry import NAMES, load

AT_ONCE = 2
VERDICTS = {PASSED: "[green]passed", FOUND: "[red]findings", BROKEN: "[red]cannot tell"}


@dataclass(frozen=True)
class Answer:
    """One gate's exit status, what it printed, and how long it took."""

    gate: Gate
    status: int
    said: str
    seconds: float


def _ask(name: str, tree: Path) -> Answer:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"quantera.gates.{name}", "--tree", str(tree)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Answer(load(name), done.returncode, done.stdout, time.monotonic() - started)


def _table(answers: Iterable[Answer], seconds: float) -> Table:
    table = Table("gate", "verdict", title="gates", title_justify="left", show_footer=True)
    table.add_column("seconds", justify="right", footer=f"{seconds:.1f}")
    table.add_column("budget", justify="right")
    table.columns[0].footer = "all, two at a time"
    for answer in answers:
        table.add_row(
            answer.gate.name,
            VERDICTS.get(answer.status, "[red]broke off"),
            f"{answer.seconds:.1f}",
            f"{answer.gate.budget_seconds:.0f}",
        )
    return table


@click.command(help=f"Ask gates: NAME… or all. There are {', '.join(sorted(NAMES))}.")
@click.argument("names", nargs=-1, required=True, type=click.Choice([*NAMES, "all"]))
@tree_option
@click.pass_context
def main(context: click.Context, names: tuple[str, ...], tree: Path) -> None:
    """Exit with 1 when any gate does not pass; `make test` holds all together to a budget."""
    wanted = NAMES if "all" in names else tuple(name for name in NAMES if name in names)
    answers = {}
    started = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for future in as_completed([pool.submit(_ask, name, tree) for name in wanted]):
            answer = future.result()
            answers[answer.gate.name] = answer
            click.echo(answer.said, nl=False)
    seconds = time.monotonic() - started
    Console().print(_table((answers[name] for name in wanted), seconds))
    failed = any(answer.status != PASSED for answer in answers.values())
    context.exit(FOUND if failed else PASSED)


if __name__ == "__main__":
    main()

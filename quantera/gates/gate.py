"""What a gate is, and the command line that each of them has."""

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console, RenderableType

from quantera.toolchain.workspace import ROOT, environment

PASSED, FOUND, BROKEN = 0, 1, 2


class GateError(Exception):
    """A gate cannot ask its question: a tool is missing, or its input cannot be read."""


@dataclass(frozen=True)
class Outcome:
    """What a gate saw: a sentence per finding, and tables that are worth reading in any case."""

    findings: tuple[str, ...] = ()
    tables: tuple[RenderableType, ...] = ()


@dataclass(frozen=True)
class Gate:
    """One question about a tree.

    `check` takes the tree's root and answers; `remedy` says what to do about a finding;
    `budget_seconds` is the time it may take on two cores beside another gate.
    """

    name: str
    question: str
    remedy: str
    budget_seconds: float
    check: Callable[[Path], Outcome]


def tool(
    command: Sequence[str | Path], tree: Path, accept: Sequence[int] = (0, 1)
) -> subprocess.CompletedProcess[str]:
    """Run a tool in `tree` with the checkout's own tools first on its path.

    Raises:
        GateError: the tool is missing, or ended with a status that is neither "clean" nor "found".
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=tree,
            env={**os.environ, **environment(), "NO_COLOR": "1", "FORCE_COLOR": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GateError(f"{words[0]} is not there; run set-up") from error
    if done.returncode not in accept:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise GateError(
            f"{Path(words[0]).name} ended with {done.returncode}: {' / '.join(said[-5:])}"
        )
    return done


def ask(gate: Gate, check: Callable[[], Outcome]) -> int:
    """Ask, print the answer, and return the exit status."""
    try:
        outcome = check()
    except GateError as error:
        click.echo(f"{gate.name}: cannot tell: {error}")
        return BROKEN
    console = Console()
    for table in outcome.tables:
        console.print(table)
    for finding in outcome.findings:
        click.echo(f"{gate.name}: {finding}")
    if outcome.findings:
        click.echo(f"{gate.name}: {len(outcome.findings)} finding(s); {gate.remedy}")
        return FOUND
    click.echo(f"{gate.name}: nothing found")
    return PASSED


tree_option = click.option(
    "--tree",
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    default=ROOT,
    help="Root of the tree to look at; this checkout by default.",
)


def command(gate: Gate) -> click.Command:
    """The gate's command: its question as help, the tree as its option."""

    @click.command(gate.name, help=gate.question)
    @tree_option
    @click.pass_context
    def run(context: click.Context, tree: Path) -> None:
        context.exit(ask(gate, lambda: gate.check(tree)))

    return run

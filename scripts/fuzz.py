"""`ape run fuzz`: the deep profile for as long as one likes."""

import click
from rich.console import Console

from quantera.suites import fuzz
from quantera.toolchain.workspace import ROOT


@click.command()
@click.option(
    "--duration", type=click.FloatRange(min=0), default=300, show_default=True, help="In seconds."
)
@click.option("--seed", type=click.IntRange(0, fuzz.SEEDS - 1), help="Of the first round.")
def cli(duration: float, seed: int | None) -> None:
    """Fuzz, keep failures as tests, write audits/reports/fuzz.md; status 1 on one that repeats."""
    console = Console()
    try:
        done = fuzz.fuzz(duration, console, seed=seed)
    except fuzz.FuzzError as error:
        raise click.ClickException(str(error)) from error
    fuzz.REPORT.parent.mkdir(parents=True, exist_ok=True)
    fuzz.REPORT.write_text(fuzz.report(done))
    runs = sum(done.completed.values())
    console.print(
        f"{len(done.completed)} properties ran {runs} times in {done.rounds} rounds; "
        f"{len(done.failures)} failed, {len(done.repeated)} of them again on its own; "
        f"{fuzz.REPORT.relative_to(ROOT)} tells which",
        highlight=False,
    )
    for failure in done.failures:
        # Whole, also in a job's log: the checkout that it was found in may be gone tomorrow.
        console.rule(failure.test)
        console.print(failure.error, failure.case, sep="\n", markup=False, highlight=False)
    if done.repeated:
        raise SystemExit(1)

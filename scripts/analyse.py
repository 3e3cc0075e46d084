"""`ape run analyse`: every static analysis of the contracts."""

from pathlib import Path

import click

from quantera.suites import analysis
from quantera.toolchain.workspace import ROOT


@click.command()
@click.option(
    "--tree",
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    default=ROOT,
    help="Root of the tree to look at; this checkout by default.",
)
def cli(tree: Path) -> None:
    """Analyse, write audits/reports/analysis.md; status 1 on a finding."""
    done = analysis.analyse(tree)
    file = analysis.write(done, tree)
    for answer in done.answers:
        for sentence in (answer.broken,) if answer.broken else answer.findings:
            click.echo(f"{answer.name}: {sentence}")
        found = "cannot tell" if answer.broken else f"{len(answer.findings)} finding(s)"
        click.echo(f"{answer.name}: {found}")
    click.echo(f"{file.relative_to(tree)} tells all of it")
    if not done.clean:
        raise SystemExit(1)

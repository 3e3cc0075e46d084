"""The command line of `make test`."""

import signal
import sys

import click
from rich.console import Console

from quantera.suites.catalogue import SUITES, TOTAL_BUDGET_SECONDS, strays
from quantera.suites.runner import TOLERANCE, run_all, table
from quantera.toolchain.workspace import STATE

RESULTS = STATE / "suites.json"


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


@click.command(help=f"Run suites: NAME… or all. There are {', '.join(s.name for s in SUITES)}.")
@click.argument("names", nargs=-1, type=click.Choice([suite.name for suite in SUITES]))
def main(names: tuple[str, ...]) -> None:
    """Exit with 1 unless every suite passes within 120 % of its budget."""
    # A job that is told to end must end its suites too.
    signal.signal(signal.SIGTERM, _interrupt)
    console = Console()
    if wrong := strays():
        for sentence in wrong:
            console.print(sentence, markup=False)
        sys.exit(1)
    results = run_all([suite for suite in SUITES if not names or suite.name in names], console)
    STATE.mkdir(exist_ok=True)
    RESULTS.write_text(results.model_dump_json(indent=2) + "\n")
    console.print(table(results))
    late = results.counted_seconds > TOTAL_BUDGET_SECONDS * TOLERANCE
    if late:
        console.print(
            f"all suites took {results.counted_seconds:.0f} s at the pace of this machine, their "
            f"budget is {TOTAL_BUDGET_SECONDS} s"
        )
    failed = sum(result.verdict != "passed" for result in results.suites)
    console.print(f"suites: {len(results.suites) - failed} passed, {failed} failed")
    sys.exit(1 if failed or late else 0)


if __name__ == "__main__":
    main()

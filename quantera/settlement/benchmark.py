"""How much of a published workbook and of generated queues each method settles, and in which time.

`python -m quantera.settlement.benchmark`
"""

import sys

import click
from rich.console import Console
from rich.table import Table

from quantera.settlement.generate import queues, ring, workbook
from quantera.settlement.portfolio import Answer, solve
from quantera.settlement.problem import Problem

LIMIT_SECONDS = 5.0


def problems() -> dict[str, Problem]:
    """What is solved, by name."""
    return {
        "published workbook, 4 banks, 5,000 payments": workbook(),
        "published workbook, 32 banks, 40,000 payments": workbook(rings=8),
        "ring, 4 banks, 5,000 payments": ring(),
        "8 rings, 32 banks, 40,000 payments": ring(rings=8),
        "queues, 32 banks, 5,000 payments, 1 % liquidity": queues(32, 5_000, liquidity=0.01),
        "the same, divisible": queues(32, 5_000, liquidity=0.01, divisible=True),
    }


def _row(name: str, problem: Problem, answer: Answer) -> list[str]:
    share = 100 / problem.total
    methods = ("FIFO", "EAF2", "greedy", "LP", "CP-SAT")
    values = [
        f"{answer.values[key] * share:.2f}" if key in answer.values else "-" for key in methods
    ]
    count = 100 * len(answer.solution.selected) / len(problem.payments)
    return [
        name,
        *values,
        f"{answer.solution.value * share:.2f}",
        f"{answer.bound * share:.2f}",
        f"{count:.1f}",
        f"{answer.seconds:.2f}",
    ]


@click.command()
@click.option("--seconds", default=LIMIT_SECONDS, show_default=True, help="Time for each problem.")
def main(seconds: float) -> None:
    """Solve the problems and print shares of their value in percent."""
    table = Table(title="share of the value that settles, %", title_justify="left")
    table.add_column("problem", no_wrap=True)
    for heading in ("FIFO", "EAF2", "greedy", "LP", "CP-SAT", "best", "bound", "count", "s"):
        table.add_column(heading, justify="right")
    slow = []
    for name, problem in problems().items():
        answer = solve(problem, seconds)
        table.add_row(*_row(name, problem, answer))
        if answer.seconds > LIMIT_SECONDS:
            slow.append(name)
    console = Console(width=140)
    console.print(table)
    if slow:
        console.print(f"took more than {LIMIT_SECONDS} s: {', '.join(slow)}")
        sys.exit(1)


if __name__ == "__main__":
    main()

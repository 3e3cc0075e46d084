"""`python -m quantera.evm.benchmark`: typed calls and transactions a second, in this process.

Rates are per second of this process's own CPU time, which other load on the machine does not
change; the wall clock is printed beside it. Exit status 1 below the limits.
"""

import gc
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

from quantera.evm.memory import MemoryChain

LEAST_CALLS = 20_000
LEAST_TRANSACTIONS = 3_000
SECONDS = 1.0
ROUNDS = 3
BATCH = 200


@dataclass(frozen=True)
class Rate:
    """One measured operation: how often a second, and how often it must be."""

    name: str
    per_cpu_second: float
    per_wall_second: float
    least: int

    @property
    def enough(self) -> bool:
        """Whether the limit is kept."""
        return self.per_cpu_second >= self.least


def measure(name: str, act: Callable[[], object], least: int, seconds: float = SECONDS) -> Rate:
    """Repeat an operation for so many CPU seconds, several times; the middle rate counts."""
    rates = []
    for _ in range(ROUNDS):
        gc.collect()
        done = 0
        cpu, wall = time.process_time(), time.perf_counter()
        while time.process_time() - cpu < seconds:
            for _ in range(BATCH):
                act()
            done += BATCH
        spent = time.process_time() - cpu
        rates.append((done / spent, done / (time.perf_counter() - wall)))
    middle = sorted(rates)[ROUNDS // 2]
    return Rate(name, *middle, least)


def run(seconds: float = SECONDS) -> list[Rate]:
    """Measure calls and transactions of the ledger probe; needs compiled contracts."""
    chain = MemoryChain()
    owner, holder = chain.actors("owner", "holder")
    ledger = chain.deploy("LedgerProbe", 10**30, sender=owner)
    note = b"\x01" * 40

    def move() -> int:
        amount: int = ledger.move(holder, 1, sender=owner).events.one("Moved").amount
        return amount

    def refused() -> str:
        try:
            ledger.move(owner, 10**40, sender=holder)
        except Exception as error:  # noqa: BLE001 -- whatever it is, its text is made
            return str(error)
        return ""

    return [
        measure("typed call, one result", lambda: ledger.balanceOf(holder), LEAST_CALLS, seconds),
        measure("typed call, computed", lambda: ledger.divide(10**20, 7), LEAST_CALLS, seconds),
        measure(
            "simulation of a transaction",
            lambda: ledger.simulate.move(holder, 1, sender=owner),
            LEAST_TRANSACTIONS,
            seconds,
        ),
        measure("transaction, event decoded", move, LEAST_TRANSACTIONS, seconds),
        measure(
            "transaction, texts and event decoded",
            lambda: ledger.note("some words of a note", note, sender=owner).events[0].args,
            LEAST_TRANSACTIONS,
            seconds,
        ),
        measure("transaction refused, error decoded", refused, LEAST_TRANSACTIONS, seconds),
    ]


def main() -> int:
    """Print the rates and their conditions."""
    rates = run()
    table = Table("operation", "per CPU second", "per wall second", "at least")
    for rate in rates:
        mark = "" if rate.enough else " too slow"
        table.add_row(
            rate.name,
            f"{rate.per_cpu_second:,.0f}",
            f"{rate.per_wall_second:,.0f}",
            f"{rate.least:,}{mark}",
        )
    console = Console()
    console.print(table)
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    console.print(
        f"pyrevm {version('pyrevm')}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"load {load}; {ROUNDS} rounds of {SECONDS} CPU s, the middle one; one process, one thread"
    )
    return 0 if all(rate.enough for rate in rates) else 1


if __name__ == "__main__":
    sys.exit(main())

"""A process that applies a plan and may be killed at any moment.

Arguments: plan, journal, addresses, rows per batch.
"""

import json
import sys
from pathlib import Path

from eth_account import Account

from quantera.compliance.apply import apply_plan
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.costs import Costs
from quantera.compliance.plan_file import read_plan
from quantera.compliance.settings import LocalSigner


class Nobody:
    """Listens to no progress."""

    def started(self, chain: str, rows: int) -> None:
        """See `Progress.started`."""

    def advanced(self, chain: str, rows: int) -> None:
        """See `Progress.advanced`."""


def costs_for(rows: int) -> Costs:
    """Costs with which a batch holds so many rows."""
    return Costs(limit=Costs().base + rows * Costs().row)


def main(plan: str, journal: str, sites: str, rows: str) -> int:
    """Applies the plan; 1 when something was refused or given up."""
    content = json.loads(Path(sites).read_text())
    registries = {
        name: EvmRegistry(name, site["url"], site["registry"], Account.from_key(site["agent"]))
        for name, site in content.items()
    }
    issuer = LocalSigner(Account.from_key(next(iter(content.values()))["issuer"]))
    reports = apply_plan(
        read_plan(Path(plan)),
        registries,
        issuer,
        Path(journal),
        progress=Nobody(),
        costs=costs_for(int(rows)),
        poll=0.05,
        patience=60,
    )
    for report in reports:
        sys.stdout.write(f"{report}\n")
    return int(any(report.refused or report.error for report in reports))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""How long everything takes to be released on five local chains: `python -m` this module.

The aim is 90 seconds on two cores, from the request to chains that are active and verified, with
lanes between all of them over the four protocols' real contracts. Processor seconds are of this
process and of all nodes, so that they tell on a busy machine too.
"""

import resource
import tempfile
import time
from pathlib import Path

from rich.console import Console

from quantera.release.verify import verify
from tests.integration.release.bridged import bridged, installed
from tests.integration.release.chains import CHAIN_IDS, planned, release, started


def _processor_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Print what each part took."""
    console = Console()
    began, before = time.monotonic(), _processor_seconds()

    def tell(part: str) -> None:
        console.print(f"{part}: {time.monotonic() - began:.1f} s")

    with tempfile.TemporaryDirectory() as folder:
        with started(list(CHAIN_IDS)) as nodes, installed(nodes) as protocols:
            tell("chains up, with protocols")
            plan = planned(nodes, **bridged(nodes, protocols))
            tell("planned")
            release(plan, nodes, Path(folder)).apply()
            tell("active")
            clients = {name: local.node() for name, local in nodes.items()}
            clean = all(report.is_clean for report in verify(plan, clients))
            tell("verified" if clean else "DRIFT")
            transactions = sum(len(chain.steps) for chain in plan.chains)
        used = _processor_seconds() - before
        console.print(f"{transactions} transactions; {used:.1f} processor seconds, nodes included")


if __name__ == "__main__":
    main()

"""The process that owns the nodes: `python -m quantera.devnet.supervisor SETTINGS`.

It says one line on standard output, a `Report`, and then waits on standard input. `keep` there
makes it stay until it is told to stop by a signal; the end of the input without it means that
whoever launched it is gone, so it ends the nodes and itself.
"""

import signal
import sys
from contextlib import ExitStack
from typing import NoReturn

from pydantic import BaseModel

from quantera.devnet.bridges import Bridges
from quantera.devnet.network import DevnetError, LocalChain, Network
from quantera.devnet.settings import Settings

KEEP = "keep"


class Report(BaseModel):
    """What came of the start: the chains, or the sentence that says why there are none."""

    chains: dict[str, LocalChain] = {}
    refusal: str | None = None


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit(0)


def _say(report: Report) -> None:
    sys.stdout.write(report.model_dump_json() + "\n")
    sys.stdout.flush()


def main(settings: str) -> int:
    """Start the nodes, report, and hold them."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    wanted = Settings.model_validate_json(settings)
    with ExitStack() as held:
        try:
            network = held.enter_context(Network(wanted))
            held.enter_context(Bridges(wanted, network.chains))
        except (DevnetError, OSError) as error:
            _say(Report(refusal=str(error)))
            return 1
        _say(Report(chains=network.chains))
        if sys.stdin.readline().strip() == KEEP:
            signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

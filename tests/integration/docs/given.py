"""What the names of the pages' illustrations stand for: Python in front of their blocks."""

DEVNET = """
from pathlib import Path
from tempfile import mkdtemp

from quantera.devnet import protocols as _protocols
from quantera.devnet.watched import WatchedMemoryChain
from tests.integration.devnet.bridging import Ground, Stage, place_probes

_chains = {"ethereum": WatchedMemoryChain(1), "avalanche": WatchedMemoryChain(43_114)}
protocol = _protocols.PROTOCOLS["axelar"].install(_chains)
_ground = Ground(_chains, {"axelar": protocol}, {"axelar": place_probes(protocol)})
_stage = Stage(_ground, Path(mkdtemp()), _ground.protocols)
_stage.send("axelar", ("ethereum", "avalanche"), b"a message")
path = _stage.folder / "outbox.db"
"""

SETTLEMENT = """
from quantera.settlement.batch import Cycle, cycle_name
from quantera.settlement.problem import Payment, Problem

problem = Problem([10, 10], [Payment(0, 1, 60), Payment(1, 0, 55)])
cycle = Cycle(
    1, "0x" + "11" * 20, cycle_name(b"morning"), "0x" + "22" * 20,
    ["0x" + "33" * 20, "0x" + "44" * 20], 2**40 - 1,
)
numbers, signatures = [0, 1], {0: b"", 1: b""}
"""

PRELUDES = {"docs/devnet.md": DEVNET, "docs/settlement.md": SETTLEMENT}

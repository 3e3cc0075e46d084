"""Where a checkout keeps what it installs and builds, and the variables that point tools there."""

import gc
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".quantera"
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
BIN = STATE / "bin"
SOLC = STATE / "solc"
SOLC_NATIVE = STATE / "solc-native"
SOLC_CACHE = STATE / "solc-cache"
APE_DATA = STATE / "ape"
NODE = BIN / "node-pinned"
COLLECTOR_THRESHOLD = 50_000
"""New objects before Python looks for cycles among them, instead of 700."""


def environment() -> dict[str, str]:
    """Variables that keep tools' data inside the checkout, unless the caller chose a place."""
    inside = {
        "SOLCX_BINARY_PATH": str(SOLC),
        "APE_DATA_FOLDER": str(APE_DATA),
        "IPYTHONDIR": str(STATE / "ipython"),
        "QUANTERA_SOLC_CACHE": str(SOLC_CACHE),
    }
    variables = {name: os.environ.get(name, value) for name, value in inside.items()}
    path = os.environ.get("PATH", "").split(os.pathsep)
    wanted = [str(BIN), str(VENV / "bin")]
    variables["PATH"] = os.pathsep.join([*wanted, *(p for p in path if p not in wanted)])
    # Container images like to forbid it for their one process. Here are hundreds, and each of them
    # would compile its packages anew: four seconds for one that loads Ape.
    variables["PYTHONDONTWRITEBYTECODE"] = ""
    return variables


def node() -> str:
    """The Node.js that npm brings, which runs the compiler a fifth faster than version 20 does.

    Set-up links it where it runs; elsewhere the machine's own does the same, slower.
    """
    return str(NODE) if NODE.exists() else "node"


def export() -> None:
    """Apply `environment` to this process; the virtual environment calls it at start.

    Loading Ape, or what a chain answers, makes hundreds of thousands of objects that stay: looking
    for cycles among them so often takes a fifth of the tests' time.
    """
    os.environ.update(environment())
    gc.set_threshold(COLLECTOR_THRESHOLD)
    # Python looked at the variable before it called this.
    sys.dont_write_bytecode = False

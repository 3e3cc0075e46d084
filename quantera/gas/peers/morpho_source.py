"""Morpho Blue compiled from its npm source with the settings of its own build profile.

`@morpho-org/morpho-blue` is under BUSL-1.1 and GPL-2.0: it is deployed here and in tests to be
measured and compared, and nothing of it is part of what is delivered.
"""

import hashlib
import json
import subprocess
from functools import cache
from typing import Any

from filelock import FileLock

from quantera.artifacts import Artifact
from quantera.toolchain.workspace import NODE_MODULES, ROOT, STATE

COMPILER = "solc-0.8.19"
"""The version that its sources demand, beside ours in `package.json`."""
SOURCE = NODE_MODULES / "@morpho-org" / "morpho-blue" / "src"
CACHE = STATE / "peers"
SETTINGS: dict[str, Any] = {
    "optimizer": {"enabled": True, "runs": 999_999},
    "viaIR": True,
    "evmVersion": "paris",
    "metadata": {"bytecodeHash": "none"},
    "outputSelection": {"*": {"*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"]}},
}
WANTED = {
    "Morpho": "Morpho.sol",
    "IrmMock": "mocks/IrmMock.sol",
    "OracleMock": "mocks/OracleMock.sol",
}
RUNNER = (
    "const solc = require(process.argv[1]);"
    "const input = require('fs').readFileSync(0, 'utf8');"
    "require('fs').writeFileSync(process.argv[2], solc.compile(input));"
)


class PeerCompileError(Exception):
    """A peer's source does not compile; the message is its compiler's."""


def _input() -> str:
    sources = {
        str(file.relative_to(SOURCE)): {"content": file.read_text()}
        for file in sorted(SOURCE.rglob("*.sol"))
    }
    return json.dumps({"language": "Solidity", "sources": sources, "settings": SETTINGS})


@cache
def _compiled() -> dict[str, Any]:
    given = _input()
    file = CACHE / f"morpho-{hashlib.sha256(f'{COMPILER}{given}'.encode()).hexdigest()}.json"
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "morpho.lock"):
        if not file.is_file():
            fresh = file.with_suffix(".new")
            subprocess.run(
                ["node", "--stack-size=4000", "-e", RUNNER, NODE_MODULES / COMPILER, fresh],
                input=given,
                text=True,
                cwd=ROOT,
                check=True,
            )
            for error in json.loads(fresh.read_text()).get("errors", []):
                if error["severity"] == "error":
                    raise PeerCompileError(error["formattedMessage"])
            fresh.rename(file)
    output: dict[str, Any] = json.loads(file.read_text())["contracts"]
    return output


def artifact(name: str) -> Artifact:
    """One of the contracts in `WANTED`; the first call compiles all, later ones read a file.

    Raises:
        PeerCompileError: the compiler refused the source.
    """
    source = WANTED[name]
    content = _compiled()[source][name]
    code = {
        part: bytes.fromhex(content["evm"][part]["object"])
        for part in ("bytecode", "deployedBytecode")
    }
    return Artifact(name, source, content["abi"], code["bytecode"], code["deployedBytecode"])

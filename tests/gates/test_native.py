"""The executable that all tools call, where the native compiler is there for it to run.

The native build cannot be downloaded everywhere; a stand-in takes its place that knows the same
options and, like it, reads no file outside the folders it was given.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quantera.toolchain.compiler import executable, settings
from quantera.toolchain.workspace import NODE_MODULES, ROOT

FAKE_NATIVE = """#!/usr/bin/env node
const fs = require("fs");
const path = require("path");
// For such small inputs better machine code takes longer to make than it saves.
require("v8").setFlagsFromString("--liftoff-only");
const argv = process.argv.slice(2);
const given = (name) => argv.flatMap((word, i) => (word === name ? [argv[i + 1]] : []));
const folders = [...given("--base-path"), ...given("--include-path")];
const read = (name) => {{
  const files = folders.map((folder) => path.join(folder, name));
  const found = files.filter((file) => fs.existsSync(file));
  if (found.length === 1) return {{ contents: fs.readFileSync(found[0], "utf8") }};
  return {{ error: found.length ? "Ambiguous import" : "File not found" }};
}};
fs.appendFileSync({log}, "ran\\n");
const solc = require({package});
process.stdout.write(solc.compile(fs.readFileSync(0, "utf8"), {{ import: read }}));
"""
INPUT = {
    "language": "Solidity",
    "sources": {
        "contracts/A.sol": {
            "content": "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n"
            'import { SafeCastLib } from "solady/utils/SafeCastLib.sol";\n'
            'import { Near } from "near/Near.sol";\n'
            "contract A is Near { function f(uint256 a) external pure returns (uint8) "
            "{ return SafeCastLib.toUint8(a); } }\n"
        }
    },
    "settings": {
        "remappings": ["solady=node_modules/solady/src"],
        "outputSelection": {"contracts/A.sol": {"*": ["evm.bytecode.object"]}},
    },
}
NEAR = """// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;
contract Near {{ uint256 {name}; }}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """As much of a checkout as the wrapper looks at, with a native compiler in its place."""
    (tmp_path / "quantera" / "toolchain").mkdir(parents=True)
    for script in (ROOT / "quantera/toolchain").glob("*.cjs"):
        shutil.copy(script, tmp_path / "quantera/toolchain")
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    native = tmp_path / ".quantera" / "solc-native" / f"solc-v{settings().version}"
    native.parent.mkdir(parents=True)
    package, log = json.dumps(str(NODE_MODULES / "solc")), json.dumps(str(tmp_path / "log"))
    native.write_text(FAKE_NATIVE.format(package=package, log=log))
    native.chmod(0o755)
    return tmp_path


def compile_input(
    command: list[str | Path], base: Path, cache: Path, content: dict[str, Any] = INPUT
) -> Any:
    done = subprocess.run(
        [*command, "--standard-json", "--base-path", base],
        input=json.dumps(content),
        env={**os.environ, "QUANTERA_SOLC_CACHE": str(cache), "QUANTERA_SOLC_THREADS": "2"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_native_compiler_is_used_finds_all_imports_and_is_asked_once(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("isolated")
    (base / "near").mkdir()
    (base / "near" / "Near.sol").write_text(NEAR.format(name="first"))
    wrapper: list[str | Path] = ["node", checkout / "quantera/toolchain/solc.cjs"]
    log = checkout / "log"

    by_package = compile_input([executable()], base, tmp_path_factory.mktemp("cache"))
    cache = tmp_path_factory.mktemp("cache")
    by_native = compile_input(wrapper, base, cache)
    assert by_native == by_package
    assert by_native["contracts"]["contracts/A.sol"]["A"]["evm"]["bytecode"]["object"]
    assert log.read_text() == "ran\n"

    assert compile_input(wrapper, base, cache) == by_native
    assert log.read_text() == "ran\n", "an answer that is known is not asked for again"

    (base / "near" / "Near.sol").write_text(NEAR.format(name="second"))
    compile_input(wrapper, base, cache)
    assert log.read_text() == "ran\nran\n", "a changed import makes it another input"


def test_a_large_input_is_compiled_by_native_processes_side_by_side(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    names = [f"contracts/C{number}.sol" for number in range(12)]
    contract = "pragma solidity ^0.8.37; contract {name} {{ uint256 public value; }}"
    content = {
        "language": "Solidity",
        "sources": {name: {"content": contract.format(name=Path(name).stem)} for name in names},
        "settings": {"outputSelection": {name: {"*": ["evm.bytecode.object"]} for name in names}},
    }
    base = tmp_path_factory.mktemp("base")
    wrapper: list[str | Path] = ["node", checkout / "quantera/toolchain/solc.cjs"]
    by_native = compile_input(wrapper, base, tmp_path_factory.mktemp("cache"), content)
    assert len((checkout / "log").read_text().splitlines()) > 1
    assert by_native == compile_input(
        [executable()], base, tmp_path_factory.mktemp("cache"), content
    )
    assert set(by_native["contracts"]) == set(names)


def test_what_a_native_compiler_that_ends_early_said_is_told(checkout: Path) -> None:
    (native,) = (checkout / ".quantera" / "solc-native").iterdir()
    native.write_text("#!/bin/sh\necho out of paper >&2\nexit 3\n")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        compile_input(["node", checkout / "quantera/toolchain/solc.cjs"], checkout, checkout)
    assert "the native compiler ended with 3: out of paper" in caught.value.stderr

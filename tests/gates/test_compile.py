"""Compiling what is out of date: which sources the compiler is given, and what it makes of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quantera.toolchain.compile import stale
from quantera.toolchain.compiler import executable, settings
from tests.gates.tree import Tree

BASE = "interface IBase { function number() external view returns (uint256); }\n"
DOUBLE = """library Double {
    function twice(uint256 amount) internal pure returns (uint256) {
        return amount * 2;
    }
}
"""
USER = """import { UUPSUpgradeable } from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import { Double } from "./Double.sol";
import { IBase } from "./IBase.sol";

contract User is IBase, UUPSUpgradeable {
    function number() external view returns (uint256) {
        return Double.twice(block.number);
    }

    function _authorizeUpgrade(address) internal override { }
}
"""
USER_OF_USER = """import { User } from "./User.sol";

contract Factory {
    function make() external returns (User) {
        return new User();
    }
}
"""
OTHER = """import { SafeCastLib } from "solady/utils/SafeCastLib.sol";

contract Other {
    function cast(uint256 amount) external pure returns (uint8) {
        return SafeCastLib.toUint8(amount);
    }
}
"""
RECORDER = """#!/usr/bin/env python3
import json, os, subprocess, sys
text = sys.stdin.read()
if text and "EDITED_MEANWHILE" in os.environ:
    with open(os.environ["EDITED_MEANWHILE"], "a") as source:
        source.write("// later\\n")
if text:
    asked = sorted(json.loads(text)["settings"]["outputSelection"])
    with open("{log}", "a") as log:
        log.write(json.dumps(asked) + "\\n")
sys.exit(subprocess.run(["{compiler}", *sys.argv[1:]], input=text, text=True).returncode)
"""


class Project:
    """A project whose compiler writes down what it is asked for."""

    def __init__(self, tree: Tree, folder: Path) -> None:
        self.tree = tree
        self.log = folder / "asked.jsonl"
        self.environment = {
            **os.environ,
            "TMPDIR": str(folder / "temporary"),
            "SOLCX_BINARY_PATH": str(folder / "solc"),
        }
        (folder / "temporary").mkdir()

    def asked(self) -> list[list[str]]:
        """Per call of the compiler since the last question: sources whose code was asked for."""
        lines = self.log.read_text().splitlines() if self.log.is_file() else []
        self.log.unlink(missing_ok=True)
        return [json.loads(line) for line in lines]

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command,
            cwd=self.tree.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def compile(self) -> list[list[str]]:
        """Bring the artifacts up to date; what the compiler was asked for meanwhile."""
        self.run(
            sys.executable,
            "-c",
            "from pathlib import Path; from quantera.toolchain.compile import ensure; "
            "ensure(Path.cwd())",
        )
        return self.asked()

    def plain_ape(self) -> list[list[str]]:
        """Ape's own command, as somebody may call it."""
        self.run(str(Path(sys.executable).parent / "ape"), "compile")
        return self.asked()

    def code(self) -> dict[str, str]:
        """Creation code by contract, the metadata's hash at its end included."""
        manifest = json.loads((self.tree.root / ".build/__local__.json").read_text())
        return {
            name: entry["deploymentBytecode"]["bytecode"]
            for name, entry in manifest["contractTypes"].items()
        }


@pytest.fixture
def small(project: Tree, tmp_path: Path) -> Project:
    for name, body in {
        "IBase": BASE,
        "Double": DOUBLE,
        "User": USER,
        "Factory": USER_OF_USER,
        "Other": OTHER,
    }.items():
        project.solidity(f"contracts/{name}.sol", body)
    made = Project(project, tmp_path)
    recorder = tmp_path / "solc" / f"solc-v{settings().version}"
    recorder.parent.mkdir()
    recorder.write_text(RECORDER.format(log=made.log, compiler=executable()))
    recorder.chmod(0o755)
    return made


def sources(*names: str) -> list[str]:
    return [f"contracts/{name}.sol" for name in names]


EVERYTHING = sources("Double", "Factory", "IBase", "Other", "User")


def test_a_change_recompiles_what_depends_on_it_and_nothing_else(small: Project) -> None:
    root = small.tree.root
    # What is written while the compiler works is compiled next.
    small.environment["EDITED_MEANWHILE"] = str(root / "contracts" / "Other.sol")
    assert small.compile() == [EVERYTHING]
    del small.environment["EDITED_MEANWHILE"]
    assert small.compile() == [sources("Other")]
    first = small.code()
    assert small.compile() == []

    small.tree.change("contracts/Double.sol", "amount * 2", "amount * 3")
    assert small.compile() == [sources("Double", "Factory", "User")]
    second = small.code()
    assert first["User"] != second["User"]
    assert first["Factory"] != second["Factory"]

    # The whole code comes out as it was, its metadata's hash too, though less was compiled.
    small.tree.change("contracts/Double.sol", "amount * 3", "amount * 2")
    (root / "contracts/Factory.sol").unlink()
    assert small.compile() == [sources("Double", "User")]
    third = small.code()
    assert third == {name: code for name, code in first.items() if name != "Factory"}

    small.tree.change("contracts/Other.sol", "external pure", "public pure")
    assert stale(root) == tuple(sources("Other"))
    small.tree.change("ape-config.yaml", "optimization_runs: ", "optimization_runs: 1")
    assert stale(root) == tuple(sources("Double", "IBase", "Other", "User"))


def test_what_plain_ape_leaves_stale_is_compiled_afterwards(small: Project) -> None:
    small.compile()
    first = small.code()
    assert small.plain_ape() == []

    small.tree.change("contracts/Double.sol", "amount * 2", "amount * 3")
    small.plain_ape()
    assert small.code()["User"] == first["User"], "Ape recompiles users by now: drop the remedy"

    assert small.compile() == [sources("Double", "Factory", "User")]
    assert small.code()["User"] != first["User"]

"""A large input is compiled in shares at a time, and comes out as in one piece."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from quantera.toolchain.compiler import executable
from tests.gates.tree import HEAD

FILES = 13
OUTPUTS = {"*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"]}


def sources() -> dict[str, dict[str, str]]:
    """A library, and contracts that use it through one another."""
    library = (
        "library Sum { function same(uint256 a) internal pure returns (uint256) { return a; } }"
    )
    found = {"contracts/Sum.sol": library}
    for number in range(FILES):
        base = f"C{number - 1}" if number else ""
        imports = f'import {{ {base} }} from "./{base}.sol";\n' if base else ""
        imports += 'import { Sum } from "./Sum.sol";\n'
        inherits = f" is {base}" if base else ""
        head = f"function f{number}(uint256 a) external pure returns (uint256)"
        body = f"{head} {{ return Sum.same(a); }}"
        found[f"contracts/C{number}.sol"] = f"{imports}contract C{number}{inherits} {{ {body} }}"
    return {name: {"content": HEAD + text} for name, text in found.items()}


def compiled(cache: Path, **variables: str) -> dict[str, Any]:
    given = sources()
    content = {
        "language": "Solidity",
        "sources": given,
        "settings": {"outputSelection": dict.fromkeys(given, OUTPUTS)},
    }
    done = subprocess.run(
        [executable(), "--standard-json", "--base-path", cache],
        input=json.dumps(content),
        env={**os.environ, "QUANTERA_SOLC_CACHE": str(cache), **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    assert not [said for said in answer.get("errors", []) if said["severity"] == "error"]
    return answer


def kept(cache: Path) -> set[str]:
    return {str(file.relative_to(cache)) for file in cache.glob("*/*.output")}


def test_shares_make_the_same_code_as_one_piece(tmp_path: Path) -> None:
    whole = compiled(tmp_path / "whole", QUANTERA_SOLC_WHOLE="1")
    shared = compiled(tmp_path / "shared")
    assert shared == whole
    assert set(shared["contracts"]) == set(sources())
    assert len(kept(tmp_path / "whole")) == 1


def test_the_same_input_is_shared_out_alike(tmp_path: Path) -> None:
    first = compiled(tmp_path)
    before = kept(tmp_path)
    assert compiled(tmp_path) == first
    assert kept(tmp_path) == before
    if (os.cpu_count() or 1) > 1:
        assert len(before) > 1

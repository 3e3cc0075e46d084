"""A large input is compiled in shares side by side, and comes out as in one piece."""

import json
import os
import subprocess
from pathlib import Path

import pytest

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


def compiled(cache: Path, addition: str = "", **variables: str) -> str:
    given = sources()
    given["contracts/C0.sol"]["content"] += addition
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
    assert ("errors" in json.loads(done.stdout)) == bool(addition)
    return done.stdout


def kept(cache: Path) -> dict[str, int]:
    """The answers in the cache, with the times at which they were written."""
    files = cache.glob("*/*.output")
    return {str(file.relative_to(cache)): file.stat().st_mtime_ns for file in files}


def test_shares_make_the_same_as_one_piece_and_are_not_made_again(tmp_path: Path) -> None:
    whole = compiled(tmp_path / "whole", QUANTERA_SOLC_THREADS="1")
    assert set(json.loads(whole)["contracts"]) == set(sources())
    for threads in ("2", "3"):
        cache = tmp_path / threads
        assert compiled(cache, QUANTERA_SOLC_THREADS=threads) == whole
        # However it was made, it is one answer, and found again.
        before = kept(cache)
        assert len(before) == 1
        assert before.keys() == kept(tmp_path / "whole").keys()
        assert compiled(cache, QUANTERA_SOLC_THREADS="1") == whole
        assert kept(cache) == before


@pytest.mark.parametrize(
    ("addition", "answers"),
    [
        ("contract Warned { function f() external pure { uint256 a; uint256 b; } }", 1),
        ("contract Wrong { function f() external { unknown(); uint8 a = 256; } }", 0),
    ],
)
def test_what_every_share_says_is_said_once(tmp_path: Path, addition: str, answers: int) -> None:
    whole = compiled(tmp_path / "whole", addition, QUANTERA_SOLC_THREADS="1")
    assert compiled(tmp_path / "shared", addition, QUANTERA_SOLC_THREADS="2") == whole
    assert len(kept(tmp_path / "shared")) == answers, "an error is not kept"

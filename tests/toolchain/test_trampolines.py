"""The npm compiler with its trampolines replaced answers what it answers without, only sooner."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quantera.toolchain.workspace import NODE_MODULES, ROOT

SCRIPT = ROOT / "quantera" / "toolchain" / "trampolines.cjs"
PACKAGE = NODE_MODULES / "solc"
HEAD = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n"
KNOWN = f"{HEAD}abstract contract Known {{ uint256 internal value; }}"
# Plain or not as the first argument says; one compiler answers all inputs in turn.
RUN = f"""
const [way, folder] = process.argv.slice(1);
const found = way === "plain" ? {{ solc: require(folder) }} : require("{SCRIPT}").load(folder);
process.removeAllListeners("uncaughtException");
process.removeAllListeners("unhandledRejection");
const imports = {{
  "Known.sol": {{ contents: {json.dumps(KNOWN)} }},
  "Unknown.sol": {{ error: "no such file" }},
}};
const answer = (input) => {{
  const find = (name) => {{
    if (name === "Broken.sol") throw new Error("the callback broke down");
    return imports[name];
  }};
  try {{
    return found.solc.compile(JSON.stringify(input), {{ import: find }});
  }} catch (error) {{
    return `thrown: ${{error.name}} ${{error.message}}`;
  }}
}};
const inputs = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = inputs.map(answer);
process.stdout.write(JSON.stringify({{ replaced: found.replaced ?? 0, answers }}));
"""
MANY = [f"a{number}" for number in range(20)]
TEXTS = {
    "code": 'import { Known } from "Known.sol"; contract A is Known {'
    " mapping(uint256 => string) public names;"
    " function f(string calldata x) external { names[value++] = x; } }",
    "warning": "contract A { function f(uint256 a) external pure { uint256 b = a; } }",
    "errors": "contract A { function f() external { unknown(); uint8 a = 256; } }",
    "no syntax": "contract A { function f( }",
    "not found": 'import { Unknown } from "Unknown.sol"; contract A is Unknown {}',
    "stack too deep": f"contract A {{ function f({', '.join(f'uint256 {a}' for a in MANY)})"
    f" external pure returns (uint256) {{ return {' + '.join(MANY)}; }} }}",
}
BROKEN = 'import { Broken } from "Broken.sol"; contract A is Broken {}'


def standard_input(text: str, *, via_ir: bool) -> dict[str, Any]:
    return {
        "language": "Solidity",
        "sources": {"A.sol": {"content": HEAD + text}},
        "settings": {
            "viaIR": via_ir,
            "optimizer": {"enabled": True, "runs": 200},
            "outputSelection": {"*": {"": ["ast"], "*": ["abi", "evm.bytecode", "metadata"]}},
        },
    }


INPUTS = [standard_input(text, via_ir=way) for text in TEXTS.values() for way in (True, False)]
# It leaves the compiler in the midst of its work: nothing may come after it.
INPUTS.append(standard_input(BROKEN, via_ir=False))


# For such small inputs better machine code takes longer to make than it saves.
PLAIN_CODE = "--liftoff-only"


def run(
    way: str,
    inputs: list[dict[str, Any]],
    folder: Path = PACKAGE,
    options: tuple[str, ...] = (),
    stack: int = 4000,
) -> tuple[int, list[str]]:
    done = subprocess.run(
        ["node", f"--stack-size={stack}", *options, "-e", RUN, way, folder],
        input=json.dumps(inputs),
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    return said["replaced"], said["answers"]


@pytest.fixture(scope="module")
def plain() -> list[str]:
    return run("plain", INPUTS, options=(PLAIN_CODE,))[1]


def test_the_answers_are_the_same(plain: list[str]) -> None:
    replaced, answers = run("replaced", INPUTS)
    assert replaced > 40
    assert answers == plain

    severities = [
        {error["severity"] for error in json.loads(answer).get("errors", ())}
        for answer in answers[:-1:2]
    ]
    expected = [set(), {"warning"}, {"error"}, {"error"}, {"error"}, set()]
    assert severities == expected, "the inputs are what their names say"
    assert "Stack too deep" in answers[-2]
    assert answers[-1] == "thrown: Error the callback broke down"


def test_a_stack_that_overflows_is_no_exception_of_the_compiler() -> None:
    depth = 1000
    text = f"contract A {{ uint256 a = {'1+(' * depth}1{')' * depth}; }}"
    inputs = [standard_input(text, via_ir=False)]
    outcomes = [run(way, inputs, stack=200) for way in ("plain", "replaced")]
    assert outcomes[1][0] > 40
    assert [answers for _, answers in outcomes] == [
        ["thrown: RangeError Maximum call stack size exceeded"]
    ] * 2


@pytest.mark.parametrize(
    ("known", "other"),
    [
        ('Module["stackSave"] = asm[', 'Module["stackSave"] = (asm)['),
        ('Module["_setThrew"] = asm["Mb"]', 'Module["_setThrew"] = asm["none"] || asm["Mb"]'),
        ("___cxa_rethrow", "___cxa_throw_again"),
        ("invoke_", "guarded_"),
    ],
    ids=["assignment", "export", "throwing", "trampolines"],
)
def test_another_build_is_loaded_as_it_is(
    plain: list[str], tmp_path: Path, known: str, other: str
) -> None:
    folder = tmp_path / "solc"
    shutil.copytree(PACKAGE, folder)
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    script = folder / "soljson.js"
    text = script.read_text()
    assert known in text
    script.write_text(text.replace(known, other))
    assert run("replaced", INPUTS[:5], folder, (PLAIN_CODE,)) == (0, plain[:5])

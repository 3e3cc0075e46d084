"""One compiler: the executable that all tools call answers as the npm package and the native one.

The native compiler takes part where it can be had; the gate says so where it cannot.
"""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from quantera.audit.compilation import AnalysisError, build_info
from quantera.gates.gate import Gate, GateError, Outcome, command
from quantera.toolchain.compiler import (
    executable,
    install_native,
    native_reachable,
    settings,
)
from quantera.toolchain.workspace import NODE_MODULES, SOLC_NATIVE

SUBJECT = "contracts/access/QuanteraAccessManager.sol"
OUTPUTS = ["evm.bytecode.object", "evm.deployedBytecode.object", "metadata"]
PACKAGE_ITSELF = """
const solc = require(process.argv[1]);
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => process.stdout.write(solc.compile(Buffer.concat(chunks).toString())));
"""


@dataclass(frozen=True)
class Compiler:
    """A way to run the pinned version: its name and its command."""

    name: str
    command: tuple[str | Path, ...]

    def compile(self, text: str) -> dict[str, Any]:
        """Contracts that it makes of a standard input."""
        done = subprocess.run(self.command, input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise GateError(f"{self.name} ended with {done.returncode}: {done.stderr.strip()}")
        output = json.loads(done.stdout)
        errors = [said for said in output.get("errors", []) if said["severity"] == "error"]
        if errors:
            raise GateError(f"{self.name}: {errors[0]['formattedMessage'].strip()}")
        contracts: dict[str, Any] = output["contracts"][SUBJECT]
        return contracts


def _native(version: str) -> Compiler | None:
    file = SOLC_NATIVE / f"solc-v{version}"
    if not file.is_file():
        if not native_reachable():
            return None
        file = install_native(version, SOLC_NATIVE)
    return Compiler("the native compiler", (file, "--standard-json"))


def compilers() -> list[Compiler]:
    """The npm package first, then every other way to run the pinned version on this machine."""
    version = settings().version
    package = NODE_MODULES / "solc"
    found = [
        Compiler(
            "the npm package",
            ("node", "--stack-size=4000", "-e", PACKAGE_ITSELF, package),
        ),
        Compiler(
            "the executable that all tools call",
            (executable(version), "--standard-json"),
        ),
    ]
    native = _native(version)
    return [*found, native] if native else found


def _needed(sources: dict[str, Any], subject: str) -> set[str]:
    found: set[str] = set()
    waiting = [subject]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            nodes = sources[name]["ast"]["nodes"]
            waiting += [
                node["absolutePath"] for node in nodes if node["nodeType"] == "ImportDirective"
            ]
    return found


def _input(tree: Path) -> str:
    try:
        info = json.loads(build_info(tree).file.read_text())
    except AnalysisError as error:
        raise GateError(str(error)) from error
    content = info["input"]
    if SUBJECT not in content["sources"]:
        raise GateError(f"{SUBJECT} is not there to be compiled")
    needed = _needed(info["output"]["sources"], SUBJECT)
    content["sources"] = {name: content["sources"][name] for name in sorted(needed)}
    content["settings"]["outputSelection"] = {SUBJECT: {"*": OUTPUTS}}
    return json.dumps(content)


def check(tree: Path) -> Outcome:
    """Compilers that make other code of the same input than the npm package does."""
    text = _input(tree)
    table = Table("compiler", "answer", title=f"one input, {SUBJECT}", title_justify="left")
    package, *others = compilers()
    expected = package.compile(text)
    table.add_row(package.name, "is what the others are compared with")
    findings = []
    for compiler in others:
        same = compiler.compile(text) == expected
        table.add_row(compiler.name, "the same" if same else "another")
        if not same:
            findings.append(f"{compiler.name} makes other code than {package.name}")
    if not any(compiler.name == "the native compiler" for compiler in others):
        table.add_row("the native compiler", "cannot be downloaded here: not compared")
    return Outcome(tuple(findings), (table,))


GATE = Gate(
    name="compiler",
    question="Do all ways to run the pinned compiler make the same code?",
    remedy="install the pinned version again (set-up), and look at what changed its input",
    budget_seconds=15,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()

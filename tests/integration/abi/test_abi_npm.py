"""The npm tarball as an integrator of viem uses it."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import quantera
from quantera.abi.generate import TYPESCRIPT_PACKAGE
from quantera.toolchain.workspace import NODE_MODULES, environment
from tests.integration.abi.conftest import Published

INTEGRATOR = Path(__file__).parent / "integrator"
MISUSES = 7
TSC = NODE_MODULES / "typescript" / "bin" / "tsc"


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, **environment()}
    variables["PATH"] = f"{NODE_MODULES / '.bin'}{os.pathsep}{variables['PATH']}"
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=variables,
    )


def _succeeded(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.long
def test_the_tarball_and_viem_alone_call_a_deployed_contract(
    published: Published, tmp_path: Path
) -> None:
    packed = _run(
        *("npm", "pack", "--json", "--pack-destination", tmp_path),
        cwd=published.root / TYPESCRIPT_PACKAGE,
    )
    name = json.loads(_succeeded(packed))[0]["filename"]
    project = tmp_path / "project"
    project.mkdir()
    (project / "package.json").write_text('{ "private": true, "type": "module" }\n')
    quiet = ("--offline", "--no-audit", "--no-fund", "--ignore-scripts")
    _succeeded(_run("npm", "install", *quiet, tmp_path / name, cwd=project))
    installed = {
        str(path.parent.relative_to(project / "node_modules"))
        for path in project.glob("node_modules/**/package.json")
    }
    assert installed == {"@quantera/abi"}
    # npm takes 18 s to unpack viem; what the lock file put beside us is the very same package.
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "viem").symlink_to(NODE_MODULES / "viem")

    for file in ("use_contract.ts", "misuse.ts"):
        shutil.copy(INTEGRATOR / file, project)
    checked = _run(
        *("node", TSC, "--strict", "--noUncheckedIndexedAccess", "--skipLibCheck"),
        *("--target", "es2022", "--module", "nodenext", "use_contract.ts", "misuse.ts"),
        cwd=project,
    )
    reported = re.findall(r"^(\S+)\.ts\((\d+),\d+\): error", checked.stdout, re.MULTILINE)
    text = (INTEGRATOR / "misuse.ts").read_text().splitlines()
    after_setup = next(n for n, line in enumerate(text, 1) if line.startswith("const manager"))
    wrong = [
        number
        for number, line in enumerate(text, 1)
        if number > after_setup and line and line != "void member;"
    ]
    assert len(wrong) == MISUSES
    assert {name for name, _ in reported} == {"misuse"}, checked.stdout
    assert sorted({int(line) for _, line in reported}) == wrong, checked.stdout

    seen = json.loads(_succeeded(_run("node", "use_contract.js", published.url, cwd=project)))
    assert seen["version"] == quantera.__version__
    assert seen["contentHash"] == published.content_hash
    assert seen["same"] is True
    assert seen["answer"] == [True, 0]
    assert (seen["role"], seen["label"]) == (9, "archivist")
    assert seen["refused"] == ["AccessManagerUnauthorizedAccount", True, 0]

"""The wheel as an integrator of web3.py uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import quantera
from quantera.toolchain.workspace import ROOT, STATE, VENV
from tests.integration.abi.conftest import CONTRACT, Published

INTEGRATOR = Path(__file__).parent / "integrator"
MISUSES = 11


def _uv(*arguments: str | Path) -> None:
    """Run uv on what it has in its cache, and over the network only where that is not enough."""
    for reach in (("--offline",), ("--system-certs",)):
        done = subprocess.run(
            [str(part) for part in (VENV / "bin" / "uv", *arguments, *reach)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return
    raise AssertionError(f"uv {arguments[0]} failed: {done.stderr}")


def test_the_wheel_and_web3_alone_call_a_deployed_contract(
    published: Published, tmp_path: Path
) -> None:
    _uv("build", "--quiet", "--wheel", "--out-dir", tmp_path, published.root)
    (wheel,) = tmp_path.glob("*.whl")
    _uv("venv", "--quiet", "--python", sys.executable, tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    pins = ROOT / "requirements" / "develop.lock"
    _uv("pip", "install", "--quiet", "--python", python, "--constraint", pins, wheel)

    report = tmp_path / "report.json"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [python, "-I", INTEGRATOR / "use_contract.py", published.url, report],
        capture_output=True,
        text=True,
        check=False,
        env=clean,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(report.read_text())
    assert seen["toolkit"] == []
    assert seen["version"] == [quantera.__version__, quantera.__version__]
    assert seen["content_hash"] == published.content_hash
    assert seen["typed"] is True
    manifest = json.loads(
        (published.root / "deployments" / "anvil" / f"{CONTRACT}.json").read_text()
    )
    assert seen["address"] == [manifest["address"], manifest["address"]]
    assert seen["has_role"] == [True, 0]
    assert seen["event"] == [7, "archivist", True]
    assert seen["log"] is True
    assert seen["refused"] == [True, 0, True]
    assert seen["nowhere"] == f"no address of {CONTRACT} on chain 424242 is packaged"
    assert CONTRACT in seen["contracts"]


def test_the_type_checker_refuses_every_misuse_and_nothing_else() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--config-file", os.devnull, "--cache-dir", STATE / "mypy-integrator"),
            *(INTEGRATOR / "use_contract.py", INTEGRATOR / "misuse.py"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (INTEGRATOR / "misuse.py").read_text().count("# type: ignore[") == MISUSES
    assert (done.returncode, done.stdout) == (0, "")

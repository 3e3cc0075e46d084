"""Create the virtual environment, node_modules and the compiler from lock files, or leave no trace.

Runs on the system's Python with the standard library alone. Each part carries a stamp with the
hash of what it was made from, written last: a part without its stamp is removed and made anew.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

from quantera.toolchain import doctor
from quantera.toolchain.workspace import NODE_MODULES, ROOT, SOLC, STATE, VENV, environment

BOOTSTRAP_LOCK = ROOT / "requirements" / "bootstrap.lock"
PYTHON_LOCK = ROOT / "requirements" / "develop.lock"
NODE_LOCK = ROOT / "package-lock.json"
STAMP = ".quantera-stamp"


class SetupError(Exception):
    """Set-up cannot go on; the message says what was wrong and what to do."""


def _digest(*files: Path, salt: str = "") -> str:
    digest = hashlib.sha256(salt.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _say(text: str) -> None:
    sys.stderr.write(f"set-up: {text}\n")


def _run(what: str, command: Sequence[str | Path], log: Path) -> None:
    with log.open("ab") as sink:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **environment()},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        lines = [
            line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()
        ]
        told = [line for line in lines if "error" in line.lower()] or lines
        raise SetupError(f"{what} failed: {' / '.join(told[:2])} (whole output: {log})")


def _make_python(log: Path) -> None:
    _say("creating .venv from requirements/develop.lock")
    venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    python = VENV / "bin" / "python"
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    _run(
        "installing uv (is the Python package registry reachable?)",
        [python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", BOOTSTRAP_LOCK],
        log,
    )
    # Wheels only: a source build would need compilers that the README does not ask for.
    _run(
        "installing Python packages (is the Python package registry reachable?)",
        [
            VENV / "bin" / "uv",
            *("pip", "install", "--system-certs", "--python", python),
            *("--require-hashes", "-r", PYTHON_LOCK),
        ],
        log,
    )
    site = next((VENV / "lib").glob("python3.*/site-packages"))
    hook = "import quantera.toolchain.workspace as w; w.export()"
    (site / "quantera.pth").write_text(f"{ROOT}\n{hook}\n")


def _make_node(log: Path) -> None:
    _say("creating node_modules from package-lock.json")
    command: list[str | Path] = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    _run("installing npm packages (is the npm registry reachable?)", command, log)


def _make_compiler(log: Path) -> None:
    _say("preparing the compiler")
    command: list[str | Path] = [VENV / "bin" / "python", "-m", "quantera.toolchain.compiler"]
    _run("preparing the compiler", command, log)


def _ensure(folder: Path, key: str, make: Callable[[Path], None], log: Path) -> None:
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_text() == key:
        return
    log.unlink(missing_ok=True)
    try:
        make(log)
        stamp.write_text(key)
    except BaseException:
        # Nothing half-installed: the next start must not find a folder that looks complete.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _together(*parts: Callable[[], None]) -> None:
    failures: list[BaseException] = []

    def guarded(part: Callable[[], None]) -> None:
        try:
            part()
        except BaseException as error:  # noqa: BLE001 -- raised again by the caller's thread
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def ensure() -> None:
    """Bring the checkout to the state of its lock files; does nothing when it is there already.

    Raises:
        SetupError: a requirement or registry is missing, or a lock does not match.
    """
    python_key = _digest(BOOTSTRAP_LOCK, PYTHON_LOCK, Path(__file__), salt=sys.version + str(ROOT))
    node_key = _digest(NODE_LOCK)
    compiler_key = _digest(
        ROOT / "ape-config.yaml",
        *sorted(p for p in Path(__file__).parent.iterdir() if p.suffix in {".py", ".cjs"}),
        salt=python_key + node_key,
    )
    parts = [(VENV, python_key), (NODE_MODULES, node_key), (SOLC, compiler_key)]
    stamps = [(folder / STAMP, key) for folder, key in parts]
    if all(stamp.is_file() and stamp.read_text() == key for stamp, key in stamps):
        return
    for finding in doctor.examine():
        if not finding.ok:
            raise SetupError(f"{finding.name}: {finding.seen}; {finding.remedy}")
    STATE.mkdir(exist_ok=True)
    _together(
        lambda: _ensure(VENV, python_key, _make_python, STATE / "setup-python.log"),
        lambda: _ensure(NODE_MODULES, node_key, _make_node, STATE / "setup-node.log"),
    )
    _ensure(SOLC, compiler_key, _make_compiler, STATE / "setup-compiler.log")


def main() -> int:
    """Run set-up; one clear sentence and exit status 1 on failure."""
    try:
        ensure()
    except SetupError as error:
        _say(str(error))
        return 1
    except OSError as error:
        _say(f"the checkout cannot be written: {error.strerror or error} ({error.filename})")
        return 1
    except KeyboardInterrupt:
        _say("interrupted; nothing half-installed was left")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

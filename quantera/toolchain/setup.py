"""Create the virtual environment, node_modules and the compiler from lock files, or leave no trace.

Runs on the system's Python with the standard library alone. Each part carries a stamp with the
hash of what it was made from, removed first and written last: a part without its stamp is made
anew. One set-up runs at a time, and what a killed one left running is waited for.
"""

import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NoReturn

from quantera.toolchain import doctor
from quantera.toolchain.workspace import NODE_MODULES, ROOT, SOLC, STATE, VENV, environment

BOOTSTRAP_LOCK = ROOT / "requirements" / "bootstrap.lock"
PYTHON_LOCK = ROOT / "requirements" / "develop.lock"
NODE_LOCK = ROOT / "package-lock.json"
STAMP = ".quantera-stamp"
RECIPE = 2
"""Raised when what is made from the same Python lock files changes."""
FULL_BYTES = 64 * 1024**2
"""Less than this left on the disk explains a failure that says nothing else."""


class SetupError(Exception):
    """Set-up cannot go on; the message says what was wrong and what to do."""


def _digest(*files: Path, salt: str = "") -> str:
    digest = hashlib.sha256(salt.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _say(text: str) -> None:
    sys.stderr.write(f"set-up: {text}\n")


@contextmanager
def _alone() -> Iterator[int]:
    """Hold the checkout's set-up lock; yields the descriptor that carries it.

    Installers inherit the descriptor, so the lock stays taken until the last of them is gone, even
    when the set-up that started them was killed.
    """
    with (STATE / "setup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("waiting for another set-up of this checkout, or what is left of one, to end")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


class _Installers:
    """The installers that run now, so that an interruption ends them before anything is removed."""

    def __init__(self, lock: int) -> None:
        self._lock = lock
        self._running: set[subprocess.Popen[bytes]] = set()
        self._ended = False
        self._guard = threading.Lock()

    def run(self, what: str, command: Sequence[str | Path], log: Path) -> None:
        """Run one installer with its output in `log`.

        Raises:
            SetupError: it failed, in a sentence made from its own words.
        """
        with log.open("ab") as sink:
            with self._guard:
                if self._ended:
                    raise SetupError(f"{what} was not begun")
                process = subprocess.Popen(
                    [str(part) for part in command],
                    cwd=ROOT,
                    env={**os.environ, **environment()},
                    stdin=subprocess.DEVNULL,
                    stdout=sink,
                    stderr=subprocess.STDOUT,
                    pass_fds=(self._lock,),
                    start_new_session=True,
                )
                self._running.add(process)
            status = process.wait()
            with self._guard:
                self._running.discard(process)
        if status:
            raise SetupError(_why(what, log))

    def end(self) -> None:
        """End those that run and begin no other."""
        with self._guard:
            self._ended = True
            for process in self._running:
                # Each leads a session of its own: what it started ends with it.
                os.killpg(process.pid, signal.SIGKILL)


def _why(what: str, log: Path) -> str:
    text = log.read_text(errors="replace")
    free = shutil.disk_usage(ROOT).free
    if free < FULL_BYTES or re.search(r"No space left|ENOSPC", text):
        return (
            f"{what} failed: the disk is full ({free // 2**20} MiB left where the checkout lies); "
            f"free {doctor.MINIMUM_FREE_BYTES // 2**30} GiB and run the command again"
        )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    told = [line for line in lines if re.search("error|caused by|mismatch", line, re.IGNORECASE)]
    words = " / ".join((told or lines or ["it said nothing"])[:3])
    return f"{what} failed: {words} (whole output: {log})"


def _make_python(installers: _Installers, log: Path) -> None:
    _say("creating .venv from requirements/develop.lock")
    installers.run(
        "creating the virtual environment", [sys.executable, "-m", "venv", "--clear", VENV], log
    )
    python = VENV / "bin" / "python"
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    installers.run(
        "installing uv (is the Python package registry reachable?)",
        [python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", BOOTSTRAP_LOCK],
        log,
    )
    # Wheels only: a source build would need compilers that the README does not ask for.
    installers.run(
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
    ape = VENV / "bin" / "ape"
    ape.write_text(f"#!{python}\nfrom quantera.toolchain.ape_command import main\n\nmain()\n")
    ape.chmod(0o755)


def _make_node(installers: _Installers, log: Path) -> None:
    _say("creating node_modules from package-lock.json")
    installers.run(
        "installing npm packages (is the npm registry reachable?)",
        [
            *("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
            # npm's own patience with a registry that does not answer is over a minute.
            *(
                "--fetch-retries=2",
                "--fetch-retry-mintimeout=1000",
                "--fetch-retry-maxtimeout=4000",
            ),
        ],
        log,
    )


def _make_compiler(installers: _Installers, log: Path) -> None:
    _say("preparing the compiler")
    command = (VENV / "bin" / "python", "-m", "quantera.toolchain.compiler")
    installers.run("preparing the compiler", command, log)


def _ensure(folder: Path, key: str, make: Callable[[Path], None], log: Path) -> None:
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_text() == key:
        return
    log.unlink(missing_ok=True)
    stamp.unlink(missing_ok=True)
    try:
        make(log)
        stamp.write_text(key)
    except BaseException:
        _remove(folder)
        raise


def _remove(folder: Path) -> None:
    """Leave nothing half-installed, also when a killed installer's last file comes in between."""
    for _attempt in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def _together(installers: _Installers, *parts: Callable[[], None]) -> None:
    with ThreadPoolExecutor() as pool:
        running = [pool.submit(part) for part in parts]
        try:
            wait(running)
        except BaseException:
            installers.end()
            # Each part removes what it has made so far.
            wait(running)
            raise
    for future in running:
        future.result()


def ensure() -> None:
    """Bring the checkout to the state of its lock files; does nothing when it is there already.

    Raises:
        SetupError: a requirement or registry is missing, or a lock does not match.
    """
    python_key = _digest(BOOTSTRAP_LOCK, PYTHON_LOCK, salt=f"{RECIPE}{sys.version}{ROOT}")
    node_key = _digest(NODE_LOCK)
    here = Path(__file__).parent
    compiler_key = _digest(
        ROOT / "ape-config.yaml",
        *(here / name for name in ("compiler.py", "workspace.py")),
        *sorted(here.glob("*.cjs")),
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
    with _alone() as lock:
        installers = _Installers(lock)
        _together(
            installers,
            lambda: _ensure(
                VENV, python_key, partial(_make_python, installers), STATE / "setup-python.log"
            ),
            lambda: _ensure(
                NODE_MODULES, node_key, partial(_make_node, installers), STATE / "setup-node.log"
            ),
        )
        _together(
            installers,
            lambda: _ensure(
                SOLC,
                compiler_key,
                partial(_make_compiler, installers),
                STATE / "setup-compiler.log",
            ),
        )


def _interrupt(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main() -> int:
    """Run set-up; one clear sentence and exit status 1 on failure."""
    signal.signal(signal.SIGTERM, _interrupt)
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

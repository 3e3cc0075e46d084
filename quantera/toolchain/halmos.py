"""halmos, the symbolic executor, in an environment of its own made from `requirements/halmos.lock`.

It pins a version of a library that Ape's tools have another of, so the two cannot share one. The
environment is made when it is first needed and carries a stamp, written last: what lacks the stamp
of the present lock is made anew.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from quantera.toolchain.workspace import ROOT, STATE, VENV

LOCK = ROOT / "requirements" / "halmos.lock"
FOLDER = STATE / "tools" / "halmos"
STAMP = ".quantera-stamp"
LOCK_TIMEOUT_SECONDS = 300


class ToolError(Exception):
    """The tool could not be installed; the message says why and what to do."""


def _run(what: str, command: list[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        said = " / ".join(lines[:3]) or f"status {done.returncode}"
        raise ToolError(f"{what} failed: {said}")


def _make(folder: Path, lock: Path) -> None:
    uv = VENV / "bin" / "uv"
    _run(
        "creating halmos' environment",
        [uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder],
    )
    _run(
        "installing halmos (is the Python package registry reachable?)",
        [
            *(uv, "pip", "install", "--quiet", "--system-certs", "--only-binary", ":all:"),
            *("--python", folder / "bin" / "python", "--require-hashes", "-r", lock),
        ],
    )


def ensure(folder: Path = FOLDER, lock: Path = LOCK) -> Path:
    """The executable of halmos, installed first where the lock asks for another state.

    Args:
        folder: where its environment lies.
        lock: the requirements with their hashes.

    Raises:
        ToolError: the registry or the disk did not give what the lock names; nothing is left.
        filelock.Timeout: another process has been installing it for five minutes.
    """
    key = hashlib.sha256(lock.read_bytes() + sys.version.encode() + bytes(folder)).hexdigest()
    stamp = folder / STAMP
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock"), timeout=LOCK_TIMEOUT_SECONDS):
        if not stamp.is_file() or stamp.read_text() != key:
            stamp.unlink(missing_ok=True)
            try:
                _make(folder, lock)
                stamp.write_text(key)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    return folder / "bin" / "halmos"

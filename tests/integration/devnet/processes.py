"""What runs on behalf of a local network, as the system tells it."""

import time
from collections.abc import Callable
from pathlib import Path

from quantera.devnet import Settings


def processes_of(settings: Settings) -> list[str]:
    """Command lines of every process that was started for this network."""
    marks = [str(settings.folder), *(f"--port {port} " for _, port in settings.ports())]
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if any(mark in line for mark in marks):
            found.append(line)
    return found


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()

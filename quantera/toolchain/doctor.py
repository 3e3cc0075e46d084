"""What a machine must have before set-up, each lack said in one sentence with its remedy."""

import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

from quantera.toolchain.workspace import ROOT

MINIMUM_FREE_BYTES = 3 * 1024**3
PYTHON_AT_LEAST = (3, 11)
PYTHON_BELOW = (3, 13)
NODE_AT_LEAST = 20


@dataclass(frozen=True)
class Finding:
    """One checked requirement: its name, whether it holds, what was seen, what to do if not."""

    name: str
    ok: bool
    seen: str
    remedy: str = ""


def _run(*command: str) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def _python() -> Finding:
    seen = ".".join(map(str, sys.version_info[:3]))
    ok = PYTHON_AT_LEAST <= sys.version_info[:2] < PYTHON_BELOW
    return Finding(
        "python", ok, seen, "install Python 3.11 or 3.12 and run `make PYTHON=python3.11 …`"
    )


def _platform() -> Finding:
    seen = f"{platform.system()} {platform.machine()}"
    remedy = (
        "use Linux on x86-64 (a container or WSL will do): anvil and forge are locked for it alone"
    )
    return Finding("platform", seen == "Linux x86_64", seen, remedy)


def _venv() -> Finding:
    ok = _run(sys.executable, "-c", "import venv, ensurepip") is not None
    return Finding(
        "python venv",
        ok,
        "present" if ok else "missing",
        "install your system's python3-venv package",
    )


def _node() -> Finding:
    seen = _run("node", "--version") or "missing"
    match = re.match(r"v(\d+)\.", seen)
    ok = match is not None and int(match.group(1)) >= NODE_AT_LEAST
    return Finding("node", ok, seen, f"install Node.js {NODE_AT_LEAST} or newer from nodejs.org")


def _tool(name: str, *arguments: str) -> Finding:
    seen = _run(name, *(arguments or ("--version",)))
    lack = "missing" if shutil.which(name) is None else "there, but does not run"
    first = (seen or lack).splitlines()[0]
    return Finding(
        name, seen is not None, first, f"install {name} with your system's package manager"
    )


def _disk() -> Finding:
    free = shutil.disk_usage(ROOT).free
    ok = free >= MINIMUM_FREE_BYTES
    return Finding(
        "free disk",
        ok,
        f"{free / 1024**3:.1f} GiB",
        f"free at least {MINIMUM_FREE_BYTES // 1024**3} GiB where the checkout lies",
    )


def examine() -> list[Finding]:
    """Every requirement of set-up, checked now; nothing is changed."""
    return [
        _platform(),
        _python(),
        _venv(),
        _node(),
        _tool("npm"),
        _tool("git"),
        _tool("make"),
        _disk(),
    ]


def main() -> int:
    """Print a line per requirement; exit status 1 when one fails."""
    findings = examine()
    for finding in findings:
        line = f"{'ok  ' if finding.ok else 'FAIL'} {finding.name}: {finding.seen}"
        sys.stdout.write(line + ("" if finding.ok else f" -- {finding.remedy}") + "\n")
    return 0 if all(finding.ok for finding in findings) else 1


if __name__ == "__main__":
    sys.exit(main())

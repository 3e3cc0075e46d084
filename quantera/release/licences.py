"""The licences of everything that a contract's code is compiled from."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from quantera import artifacts
from quantera.toolchain import compiler
from quantera.toolchain.workspace import ROOT

ALLOWED = frozenset({"MIT", "Apache-2.0", "CC0-1.0"})
"""What `docs/licences.md` allows in production."""
_SPDX = re.compile(r"SPDX-License-Identifier:\s*([^\s*]+)")
_IMPORT = re.compile(r'^\s*(?:import|\}\s*from)\b[^;"\']*["\']([^"\']+)["\']', re.MULTILINE)


@cache
def _remappings() -> tuple[tuple[str, str], ...]:
    pairs = (entry.split("=", 1) for entry in compiler.settings().import_remapping)
    return tuple((prefix, target) for prefix, target in pairs)


def _resolved(importing: Path, named: str, root: Path) -> Path:
    if named.startswith("."):
        # As the compiler does, which looks at names alone; following links takes most of the walk.
        return Path(os.path.normpath(importing.parent / named))
    for prefix, target in _remappings():
        if named.startswith(f"{prefix}/"):
            return root / target / named.removeprefix(f"{prefix}/")
    return root / named


def sources_of(sources: Iterable[Path], root: Path = ROOT) -> Iterator[Path]:
    """Sources and all that they import, each once."""
    left = set(sources)
    seen = set(left)
    while left:
        path = left.pop()
        yield path
        found = {_resolved(path, named, root) for named in _IMPORT.findall(path.read_text())}
        left |= found - seen
        seen |= found


def licence_of(source: Path) -> str:
    """What a source says of its licence; empty when it says nothing."""
    found = _SPDX.search(source.read_text())
    return "" if found is None else found[1]


def licence_faults(contracts: Iterable[str], root: Path = ROOT) -> list[str]:
    """A sentence for each source of these contracts that production may not be compiled from."""
    own = {root / artifacts.load(contract).source_id for contract in contracts}
    return [
        f"{path.relative_to(root)} stands under {licence or 'no licence'}: not for production"
        for path in sorted(sources_of(own, root))
        if (licence := licence_of(path)) not in ALLOWED
    ]

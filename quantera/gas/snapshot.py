"""The committed file and how far a new run may be from it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from quantera.toolchain.workspace import ROOT

FILE = ROOT / "gas-snapshot.json"
TOLERANCE = 0.01


class SnapshotError(Exception):
    """The committed file cannot be read."""


class Entry(BaseModel):
    """One operation: gas used, its limit, peers' gas for the same, and the conditions of all."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gas: int
    limit: int
    peers: dict[str, int]
    conditions: str


_ENTRIES = TypeAdapter(dict[str, Entry])


def read(file: Path = FILE) -> dict[str, Entry]:
    """The committed entries by operation id; none where nothing is committed.

    Raises:
        SnapshotError: the file is not what `write` makes.
    """
    if not file.is_file():
        return {}
    try:
        return _ENTRIES.validate_json(file.read_bytes())
    except ValidationError as error:
        raise SnapshotError(f"{file.name} cannot be read: {error}") from error


def write(entries: Mapping[str, Entry], file: Path = FILE) -> None:
    """Write entries by id, a number a line, so that a review reads the change."""
    content = {name: entries[name].model_dump() for name in sorted(entries)}
    file.write_text(json.dumps(content, indent=2) + "\n")


def above_limit(entries: Mapping[str, Entry]) -> Iterator[str]:
    """A sentence for every operation that costs more than it may."""
    for name, entry in entries.items():
        if entry.gas > entry.limit:
            excess = entry.gas - entry.limit
            yield f"{name} uses {entry.gas:,} gas, {excess:,} above its limit of {entry.limit:,}"


def _moved(name: str, before: int, now: int) -> Iterator[str]:
    if abs(now - before) > TOLERANCE * before:
        change = f"{now / before - 1:+.1%}"
        yield f"{name} uses {now:,} gas, the committed figure is {before:,} ({change})"


def differences(committed: Mapping[str, Entry], measured: Mapping[str, Entry]) -> Iterator[str]:
    """A sentence for everything in which a run is not what is committed, within 1 % of gas."""
    for name in sorted(measured.keys() - committed.keys()):
        yield f"{name} is measured, but not in the committed file"
    for name in sorted(committed.keys() - measured.keys()):
        yield f"{name} is in the committed file, but was not measured"
    for name in sorted(measured.keys() & committed.keys()):
        before, now = committed[name], measured[name]
        yield from _moved(name, before.gas, now.gas)
        if before.limit != now.limit:
            yield f"{name} has the limit {now.limit:,}, the committed file says {before.limit:,}"
        if before.conditions != now.conditions:
            yield f"{name} has other conditions than the committed file says"
        for peer in sorted(before.peers.keys() ^ now.peers.keys()):
            where = "measured" if peer in now.peers else "committed"
            yield f"{name} has a peer {peer} that is only {where}"
        for peer in sorted(before.peers.keys() & now.peers.keys()):
            yield from _moved(f"{name} ({peer})", before.peers[peer], now.peers[peer])

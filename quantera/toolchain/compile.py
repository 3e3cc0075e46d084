"""Compile through Ape what is out of date, and only that.

Ape compiles a changed file but not the files that import it, so that after a change in a library
or an interface its users keep their old code; it also gives the compiler only those remappings
that the compiled files use, which puts another metadata hash into the same contract's code when
fewer files are compiled. `ensure` calls Ape with the set of files whose own text, imports or
settings changed since they were last compiled, and with the same settings every time: the code of a
contract depends on its sources and the pinned settings alone. Afterwards Ape finds nothing to do.

`python -m quantera.toolchain.compile` is the command; `--cold` measures a compile of everything
with an empty cache against its budget.
"""

import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import yaml
from filelock import FileLock
from pydantic import BaseModel, ValidationError

from quantera.toolchain.workspace import ROOT

if TYPE_CHECKING:
    from ape.managers.project import LocalProject
    from ethpm_types.source import Source

COLD_BUDGET_SECONDS = 90
CONTRACTS = "contracts"
MANIFEST = Path(".build") / "__local__.json"
RECORD = Path(".build") / "quantera-inputs.json"
LOCK_TIMEOUT_SECONDS = 600


class SourceRecord(BaseModel):
    """What a source was last compiled from and to: every file it imports, every contract in it."""

    inputs: dict[str, str]
    outputs: dict[str, str]


class Record(BaseModel):
    """The state in which the last compile left the manifest."""

    settings: str
    manifest: str
    sources: dict[str, SourceRecord]


@dataclass(frozen=True)
class Compiled:
    """Which sources a call of `ensure` gave to the compiler, and the seconds it took in all."""

    sources: tuple[str, ...]
    seconds: float


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _settings_key(root: Path) -> str:
    settings = yaml.safe_load((root / "ape-config.yaml").read_text())["solidity"]
    return _sha256(json.dumps(settings, sort_keys=True).encode())


def _read_record(root: Path) -> Record | None:
    try:
        return Record.model_validate_json((root / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None


class _Hashes:
    """Content hashes of files, each read once; a missing file has the hash None."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, str | None] = {}

    def __getitem__(self, source: str) -> str | None:
        if source not in self._known:
            file = self._root / source
            self._known[source] = _sha256(file.read_bytes()) if file.is_file() else None
        return self._known[source]


def _present(root: Path) -> set[str]:
    return {str(file.relative_to(root)) for file in (root / CONTRACTS).rglob("*.sol")}


def _outputs(manifest: Path) -> dict[str, dict[str, str]]:
    """By source: the contracts in the manifest with a hash of everything that Ape keeps of them."""
    types: dict[str, dict[str, Any]] = json.loads(manifest.read_text()).get("contractTypes") or {}
    found: dict[str, dict[str, str]] = {}
    for name, entry in types.items():
        found.setdefault(entry["sourceId"], {})[name] = _sha256(
            json.dumps(entry, sort_keys=True).encode()
        )
    return found


def stale(root: Path = ROOT) -> tuple[str, ...]:
    """The sources whose artifacts do not come from what is on disk now; cheap when there are none.

    Args:
        root: the project's folder, with its `ape-config.yaml` and `contracts`.
    """
    present = _present(root)
    manifest = root / MANIFEST
    record = _read_record(root)
    if record is None or not manifest.is_file() or record.settings != _settings_key(root):
        return tuple(sorted(present))
    hashes = _Hashes(root)
    found = {
        source
        for source in present
        if (known := record.sources.get(source)) is None
        or any(hashes[file] != content for file, content in known.inputs.items())
    }
    if _sha256(manifest.read_bytes()) != record.manifest:
        # A plain `ape compile` wrote it since: what it left as it was is still good.
        outputs = _outputs(manifest)
        found |= {
            source
            for source, known in record.sources.items()
            if source in present and outputs.get(source, {}) != known.outputs
        }
    return tuple(sorted(found))


def _closures(imports: dict[str, list[str]], sources: Iterable[str]) -> dict[str, set[str]]:
    closures = {}
    for source in sources:
        seen: set[str] = set()
        waiting = [source]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting.extend(imports.get(current, ()))
        closures[source] = seen
    return closures


def _compile(
    project: "LocalProject", sources: tuple[str, ...], hashes: _Hashes
) -> dict[str, dict[str, str]]:
    """Compile `sources` into the project's manifest; answers the inputs of each by their hashes.

    The hashes are taken before: what is written while the compiler works is out of date after it.
    """
    # Loading Ape takes seconds, and most calls find nothing to compile.
    from ape.logging import LogLevel, logger  # noqa: PLC0415

    from quantera.toolchain.ape_compiler import WholeProjectCompiler  # noqa: PLC0415

    paths = [project.path / source for source in sources]
    # Ape would list the compiler's whole input, imports included, on every caller's terminal.
    with logger.at_level(LogLevel.WARNING):
        compiler = WholeProjectCompiler()
        imports = compiler.get_imports(paths, project=project)
        inputs = {
            source: {file: content for file in closure if (content := hashes[file]) is not None}
            for source, closure in _closures(imports, sources).items()
        }
        compiled = list(compiler.compile(paths, project=project))
    types = {found.name: found for found in compiled if found.name}
    kept = {
        name: known
        for name, known in (project.manifest.contract_types or {}).items()
        if known.source_id not in sources and (project.path / str(known.source_id)).is_file()
    }
    project.update_manifest(  # type: ignore[no-untyped-call]
        contract_types={**kept, **types}, sources=_texts(project)
    )
    return inputs


def _texts(project: "LocalProject") -> dict[str, "Source"]:
    """The sources as Ape keeps them; its own listing looks through all of them for each."""
    from ethpm_types.source import Source  # noqa: PLC0415 -- as above

    return {
        str(path.relative_to(project.path)): Source.model_validate(path.read_text())
        for path in project.sources.paths
    }


def _update(root: Path, sources: tuple[str, ...]) -> None:
    import ape  # noqa: PLC0415 -- as above

    from quantera.toolchain.ape_command import lift_file_limit  # noqa: PLC0415

    lift_file_limit()
    before = _read_record(root)
    project = ape.Project(root)
    compiled = _compile(project, sources, _Hashes(root))
    present = _present(root)
    inputs = {
        source: known.inputs
        for source, known in (before.sources if before else {}).items()
        if source in present
    }
    inputs |= compiled
    outputs = _outputs(root / MANIFEST)
    record = Record(
        settings=_settings_key(root),
        manifest=_sha256((root / MANIFEST).read_bytes()),
        sources={
            source: SourceRecord(inputs=files, outputs=outputs.get(source, {}))
            for source, files in inputs.items()
        },
    )
    (root / RECORD).write_text(record.model_dump_json())


def ensure(root: Path = ROOT, *, force: bool = False) -> Compiled:
    """Bring Ape's artifacts to what is on disk; processes that call it together wait in line.

    Args:
        root: the project's folder.
        force: compile every source, whether it changed or not.

    Raises:
        ape.exceptions.CompilerError: a source does not compile; the message is the compiler's.
        filelock.Timeout: another process has been compiling for ten minutes.
    """
    started = time.monotonic()
    (root / MANIFEST).parent.mkdir(exist_ok=True)
    with FileLock(root / MANIFEST.parent / "quantera.lock", timeout=LOCK_TIMEOUT_SECONDS):
        sources = tuple(sorted(_present(root))) if force else stale(root)
        if sources:
            _update(root, sources)
        elif _gone(root):
            _update(root, ())
    return Compiled(sources, time.monotonic() - started)


def _gone(root: Path) -> bool:
    record = _read_record(root)
    return record is not None and not set(record.sources) <= _present(root)


@contextmanager
def _empty_cache() -> Iterator[None]:
    before = environ.get("QUANTERA_SOLC_CACHE")
    with tempfile.TemporaryDirectory() as folder:
        environ["QUANTERA_SOLC_CACHE"] = folder
        try:
            yield
        finally:
            if before is None:
                del environ["QUANTERA_SOLC_CACHE"]
            else:
                environ["QUANTERA_SOLC_CACHE"] = before


@click.command(help=__doc__)
@click.option("--force", is_flag=True, help="Compile every source, changed or not.")
@click.option("--cold", is_flag=True, help="As --force with an empty cache, against the budget.")
def main(force: bool, cold: bool) -> None:
    """The command line of `ensure`."""
    from ape.exceptions import CompilerError  # noqa: PLC0415 -- as above

    from quantera.toolchain import pace  # noqa: PLC0415 -- who only compiles needs no EVM

    try:
        if cold:
            before = pace.measure()
            with _empty_cache():
                done = ensure(force=True)
            speed = (before + pace.measure()) / 2
        else:
            done = ensure(force=force)
    except CompilerError as error:
        raise click.ClickException(str(error)) from error
    for source in done.sources:
        click.echo(f"compiled {source}")
    click.echo(f"{len(done.sources)} source(s) compiled in {done.seconds:.1f} s")
    if cold:
        click.echo(
            f"at the pace of this machine, {speed:.2f}: {done.seconds * speed:.1f} s of the "
            f"{COLD_BUDGET_SECONDS} s that a cold compile may take"
        )
        if done.seconds * speed > COLD_BUDGET_SECONDS:
            sys.exit(1)


if __name__ == "__main__":
    main()

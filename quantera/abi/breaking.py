"""Compares the ABIs with those of the last release: what would break an integrator.

`python -m quantera.abi.breaking` exits with 1 when something was taken away or changed and the
version does not say so (a new major version, or a new minor one while the major is 0).
"""

import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from quantera.abi.canonical import AbiEntry, signature
from quantera.abi.generate import PYTHON_PACKAGE
from quantera.toolchain.workspace import ROOT

# What a caller may do with a function of the first kind holds for the second as well.
_COMPATIBLE = {("nonpayable", "payable"), ("view", "pure"), ("nonpayable", "view")} | {
    ("nonpayable", "pure")
}
_CALLED = ("function", "event", "error")


@dataclass(frozen=True)
class Release:
    """Version and ABIs, by contract, of the package at one moment."""

    version: str
    abis: dict[str, list[AbiEntry]]


class ReleaseError(Exception):
    """There is no ABI package to compare with."""


def _named(parameters: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Parameters without the compiler's own type names, which no caller sees."""
    shown: list[dict[str, object]] = []
    for parameter in parameters:
        kept = {key: value for key, value in parameter.items() if key != "internalType"}
        components = parameter.get("components")
        if isinstance(components, list):
            kept["components"] = _named(components)
        shown.append(kept)
    return shown


def _change(before: AbiEntry, after: AbiEntry) -> str | None:
    for side in ("inputs", "outputs"):
        if _named(before.get(side, ())) != _named(after.get(side, ())):
            return f"its {side} changed their types or names"
    old, new = before.get("stateMutability"), after.get("stateMutability")
    if old != new and (old, new) not in _COMPATIBLE:
        return f"it became {new} from {old}"
    return None


def breaking_changes(
    before: Mapping[str, list[AbiEntry]], after: Mapping[str, list[AbiEntry]]
) -> list[str]:
    """One line for each thing that callers of `before` can no longer rely on."""
    lines: list[str] = []
    for contract, abi in sorted(before.items()):
        if contract not in after:
            lines.append(f"{contract} is gone")
            continue
        present = {(entry["type"], signature(entry)): entry for entry in after[contract]}
        for entry in abi:
            if entry["type"] not in _CALLED:
                continue
            key = (entry["type"], signature(entry))
            told = f"{contract}: {entry['type']} {key[1]}"
            if key not in present:
                lines.append(f"{told} is gone")
            elif change := _change(entry, present[key]):
                lines.append(f"{told}: {change}")
    return lines


def announced(before: str, after: str) -> bool:
    """Whether the step from one version to the other tells integrators that something breaks."""
    old, new = ([int(part) for part in version.split(".")[:2]] for version in (before, after))
    return new[0] > old[0] or (new[0] == old[0] == 0 and new[1] > old[1])


def _release(files: Mapping[str, bytes]) -> Release:
    texts = {name.removeprefix(f"{PYTHON_PACKAGE}/"): text for name, text in files.items()}
    return Release(
        version=json.loads(texts["release.json"])["version"],
        abis={
            Path(name).stem: json.loads(text)
            for name, text in texts.items()
            if name.startswith("json/")
        },
    )


def present_release(root: Path = ROOT) -> Release:
    """The package as it lies in the checkout."""
    folder = root / PYTHON_PACKAGE
    paths = [folder / "release.json", *sorted((folder / "json").glob("*.json"))]
    return _release({str(path.relative_to(root)): path.read_bytes() for path in paths})


def _git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise ReleaseError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def released(reference: str, root: Path = ROOT) -> Release:
    """The package as it was at a tag or commit.

    Raises:
        ReleaseError: git does not know the reference, or it has no ABI package.
    """
    archive = _git(
        root,
        *("archive", "--format=tar", reference),
        *(f"{PYTHON_PACKAGE}/release.json", f"{PYTHON_PACKAGE}/json"),
    )
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        found = {member.name: tar.extractfile(member) for member in tar if member.isfile()}
        return _release({name: file.read() for name, file in found.items() if file is not None})


def last_release(root: Path = ROOT) -> str | None:
    """The newest tag `v<version>` before this commit; None before the first release."""
    try:
        described = _git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
    except ReleaseError:
        return None
    return described.decode().strip()


@click.command()
@click.option("--since", help="Tag or commit to compare with; by default the last release.")
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=ROOT,
    help="Checkout to look at.",
)
def main(since: str | None, root: Path) -> None:
    """Tell what in the ABIs breaks integrators of the last release."""
    reference = since or last_release(root)
    if reference is None:
        click.echo("no release to compare with")
        return
    try:
        before = released(reference, root)
    except ReleaseError as error:
        raise click.ClickException(str(error)) from error
    after = present_release(root)
    lines = breaking_changes(before.abis, after.abis)
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(f"nothing breaks since {reference}")
    elif not announced(before.version, after.version):
        click.echo(
            f"version {after.version} does not announce this after {before.version}", err=True
        )
        sys.exit(1)


if __name__ == "__main__":
    main()

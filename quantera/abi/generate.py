"""Writes the ABI package of Python and TypeScript, or says what of it is out of date.

`python -m quantera.abi.generate` writes, `--check` compares and exits with 1 on a difference.
Both read what `ape compile` left, and the manifests in `deployments/`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

import quantera
from quantera.abi.canonical import content_hash
from quantera.abi.python_source import render as render_python
from quantera.abi.surface import TESTING, Surface, SurfaceError, production, surfaces
from quantera.abi.typescript_source import render as render_typescript
from quantera.artifacts import ArtifactMissingError, changed_sources, load_all
from quantera.deployments import ManifestError, address_book
from quantera.toolchain.workspace import ROOT

_FORMAT = ("--isolated", "--no-cache", "--quiet", "--line-length=100", "--target-version=py311")
PYTHON_PACKAGE = "quantera/abi/generated"
TYPESCRIPT_PACKAGE = "packages/abi-ts"


class GenerationError(Exception):
    """The package cannot be generated from what is there."""


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


def formatted(sources: Mapping[str, str]) -> dict[str, str]:
    """Python sources as the project's formatter leaves them.

    Raises:
        GenerationError: the formatter refused them.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, text in sources.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        done = subprocess.run(
            [sys.executable, "-m", "ruff", "format", *_FORMAT, folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise GenerationError(f"the generated Python is not valid: {done.stderr.strip()}")
        return {name: Path(folder, name).read_text() for name in sources}


def render(
    contracts: Sequence[Surface], book: Mapping[int, Mapping[str, str]], version: str
) -> dict[str, str]:
    """Every generated file by its path below the checkout.

    Args:
        contracts: what to publish.
        book: addresses by chain id and contract name.
        version: the release that both packages belong to.

    Raises:
        SurfaceError: the contracts' names or selectors contradict each other.
        GenerationError: the formatter refused the generated Python.
    """
    abis = {contract.name: contract.abi for contract in contracts}
    digest = content_hash(abis)
    python = {
        **formatted(render_python(contracts, version, digest)),
        "release.json": _json({"version": version, "contentHash": digest}),
        "addresses.json": _json(book),
        **{f"json/{name}.json": _json(abi) for name, abi in abis.items()},
    }
    typescript = render_typescript(contracts, book, version, digest)
    return {
        **{f"{PYTHON_PACKAGE}/{name}": text for name, text in python.items()},
        **{f"{TYPESCRIPT_PACKAGE}/{name}": text for name, text in typescript.items()},
    }


def expected_files() -> dict[str, str]:
    """What the compiled contracts and the manifests of this checkout make.

    Raises:
        GenerationError: sources were edited after they were compiled.
        ArtifactMissingError: nothing is compiled.
        SurfaceError: the contracts contradict each other.
        ManifestError: a manifest is not valid.
    """
    changed = [path for path in changed_sources() if not path.startswith(TESTING)]
    if changed:
        raise GenerationError(f"run `ape compile` first; changed since: {', '.join(changed)}")
    contracts = surfaces(production(load_all().values()))
    return render(contracts, address_book(), quantera.__version__)


def _left_over(expected: Mapping[str, str], root: Path) -> list[str]:
    """Files in the generator's own folders that it does not make."""
    present = {
        str(path.relative_to(root))
        for folder in (PYTHON_PACKAGE, f"{TYPESCRIPT_PACKAGE}/src")
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return sorted(present - expected.keys())


def differences(expected: Mapping[str, str], root: Path = ROOT) -> list[str]:
    """One line for each file that is not as it should be, by path."""
    lines = dict.fromkeys(_left_over(expected, root), "left over")
    for name, text in expected.items():
        path = root / name
        if not path.is_file():
            lines[name] = "missing"
        elif path.read_text(encoding="utf-8") != text:
            lines[name] = "out of date"
    return [f"{name}: {lines[name]}" for name in sorted(lines)]


def write(expected: Mapping[str, str], root: Path = ROOT) -> None:
    """Bring the files to what is expected, touching only those that differ."""
    for name in _left_over(expected, root):
        (root / name).unlink()
    for name, text in expected.items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 when out of date.")
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=ROOT,
    help="Checkout to write into or to compare with.",
)
def main(check: bool, root: Path) -> None:
    """Write the ABI packages of Python and TypeScript from the compiled contracts."""
    try:
        expected = expected_files()
    except (ArtifactMissingError, GenerationError, ManifestError, SurfaceError) as error:
        raise click.ClickException(str(error)) from error
    stale = differences(expected, root)
    if not check:
        write(expected, root)
        click.echo(f"ABI package: {len(stale)} of {len(expected)} files changed")
    elif stale:
        lines = "".join(f"\n  {line}" for line in stale)
        click.echo(
            f"ABI package out of date; run `python -m quantera.abi.generate`:{lines}", err=True
        )
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Writes the generated pages, or says which are out of date: `python -m quantera.docs [--check]`.

They are made from the compiled contracts, the catalogues and the names of tests, so compile first.
"""

from pathlib import Path

import click

from quantera.abi.surface import SurfaceError
from quantera.access.specification import SpecificationError
from quantera.artifacts import ArtifactMissingError
from quantera.docs import laws, reference, refusals, scope
from quantera.toolchain.workspace import ROOT


def generated() -> dict[Path, str]:
    """Every generated page by its path below the checkout.

    Raises:
        ArtifactMissingError: nothing is compiled.
        SurfaceError: an extension does not fit its contract.
        SpecificationError: the access file cannot be read.
        MatrixError: a rule lacks its law, its code or its test.
    """
    return {
        **reference.pages(),
        refusals.PAGE: refusals.page(),
        laws.PAGE: laws.page(),
        scope.PAGE: scope.page(),
    }


def differences(pages: dict[Path, str], root: Path = ROOT) -> list[str]:
    """A line for each page that is not as it should be, and each that belongs to no contract."""
    found = [
        f"{path}: {'out of date' if (root / path).is_file() else 'missing'}"
        for path, text in pages.items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]
    there = {file.relative_to(root) for file in (root / reference.FOLDER).glob("*.md")}
    return sorted([*found, *(f"{path}: left over" for path in there - pages.keys())])


def write(pages: dict[Path, str], root: Path = ROOT) -> None:
    """Bring the pages to what they should be, and take away what is left over."""
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for file in (root / reference.FOLDER).glob("*.md"):
        if file.relative_to(root) not in pages:
            file.unlink()


@click.command(help=__doc__)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when out of date.")
def main(check: bool) -> None:
    """The command line."""
    try:
        pages = generated()
    except (ArtifactMissingError, SurfaceError, SpecificationError, laws.MatrixError) as error:
        raise click.ClickException(str(error)) from error
    stale = differences(pages)
    if not check:
        write(pages)
        click.echo(f"{len(stale)} of {len(pages)} pages changed")
    elif stale:
        lines = "".join(f"\n  {line}" for line in stale)
        raise click.ClickException(f"run `python -m quantera.docs`; out of date are:{lines}")


if __name__ == "__main__":
    main()

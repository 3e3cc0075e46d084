"""The tree's artifacts, compiled first where they are out of date."""

from pathlib import Path

from filelock import Timeout

from quantera.artifacts import Artifact, ArtifactMissingError, load_all
from quantera.gates.gate import GateError
from quantera.toolchain import compile as compilation


def artifacts(tree: Path) -> dict[str, Artifact]:
    """Every compiled contract of the tree, by name.

    Raises:
        GateError: the contracts do not compile.
    """
    # Ape takes seconds to load and nothing out of date is the usual case.
    if compilation.stale(tree):
        from ape.exceptions import CompilerError  # noqa: PLC0415

        try:
            compilation.ensure(tree)
        except (CompilerError, Timeout) as error:
            raise GateError(str(error)) from error
    try:
        return load_all(tree / compilation.MANIFEST)
    except ArtifactMissingError as error:
        raise GateError(str(error)) from error

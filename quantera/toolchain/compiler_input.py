"""What the compiler was given for one contract: with it anybody can reproduce the code."""

import hashlib
import json
from functools import cache
from typing import Any

from quantera import artifacts
from quantera.toolchain.workspace import ROOT


def of_contract(name: str) -> dict[str, Any]:
    """The compiler's standard JSON input for one contract of the checkout, imports included.

    Raises:
        ArtifactMissingError: no contract has that name.
    """
    # Loading Ape takes seconds, and whoever only needs a hash has it in the manifest.
    import ape  # noqa: PLC0415

    from quantera.toolchain.ape_compiler import WholeProjectCompiler  # noqa: PLC0415

    source = ROOT / artifacts.load(name).source_id
    return WholeProjectCompiler().standard_input(source, ape.Project(ROOT))


def digest(content: dict[str, Any]) -> str:
    """SHA-256 of an input as JSON with sorted keys and no spaces."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def hash_of(name: str) -> str:
    """`digest` of the input of one contract.

    Raises:
        ArtifactMissingError: no contract has that name.
    """
    return digest(of_contract(name))

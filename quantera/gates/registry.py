"""Which gates there are, longest first, so that two at a time end together."""

from importlib import import_module

from quantera.gates.gate import Gate

NAMES = (
    "slither",
    "gas",
    "lint",
    "layout",
    "types",
    "compiler",
    "proofs",
    "secrets",
    "abi",
    "warnings",
    "access",
    "size",
    "format",
    "pins",
    "leftovers",
    "invariants",
)


def load(name: str) -> Gate:
    """The gate of that name; each is loaded on its own, since some load slow libraries."""
    gate: Gate = import_module(f"quantera.gates.{name}").GATE
    return gate

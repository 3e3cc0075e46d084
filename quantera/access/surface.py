"""The state-changing functions of the compiled contracts, compared with the specification."""

from collections.abc import Iterable, Mapping

from quantera import artifacts
from quantera.abi.surface import Surface, production, surfaces
from quantera.access.specification import Specification
from quantera.artifacts import Artifact
from quantera.evm.abi import AbiEntry, signature_of

_READS = {"view", "pure"}


def _entry_points(surface: Surface) -> set[str]:
    named = {signature_of(entry) for entry in surface.abi if _changes_state(entry)}
    unnamed = {entry["type"] + "()" for entry in surface.abi if _is_unnamed(entry)}
    return named | unnamed


def _changes_state(entry: AbiEntry) -> bool:
    return entry["type"] == "function" and entry.get("stateMutability") not in _READS


def _is_unnamed(entry: AbiEntry) -> bool:
    return entry["type"] in {"receive", "fallback"}


def state_changing(given: Iterable[Artifact]) -> dict[str, set[str]]:
    """Entry points that can change state, by contract, with those of extensions merged in.

    Signatures such as `transfer(address,uint256)`, and `receive()` and `fallback()`. Contracts
    without code (interfaces, abstract bases) and without such entry points are left out.

    Raises:
        quantera.abi.surface.SurfaceError: an extension does not fit its contract.
    """
    known = list(given)
    deployable = {artifact.name for artifact in known if artifact.creation_code}
    found = {
        surface.name: _entry_points(surface)
        for surface in surfaces(known)
        if surface.name in deployable
    }
    return {name: points for name, points in found.items() if points}


def compiled() -> dict[str, set[str]]:
    """`state_changing` of the production contracts of this checkout.

    Raises:
        ArtifactMissingError: nothing is compiled.
    """
    return state_changing(production(artifacts.load_all().values()))


def differences(specification: Specification, found: Mapping[str, set[str]]) -> list[str]:
    """What the specification lacks or has too much, one sentence each; empty when they agree."""
    said = [
        f"{name} is compiled but has no entry"
        for name in found
        if name not in specification.contracts
    ]
    for name in specification.contracts:
        if name not in found:
            said.append(f"{name} has an entry but is not compiled")
            continue
        rules = specification.rules(name)
        said += [f"{name}.{point} has no rule" for point in found[name] if point not in rules]
        said += [
            f"{name}.{point} has a rule but does not exist"
            for point in rules
            if point not in found[name]
        ]
    return sorted(said)

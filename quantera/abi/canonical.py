"""One text and one hash for one ABI, whatever order the compiler listed it in."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

AbiEntry = dict[str, Any]

# Free-form additions of a build tool (ids, documentation) are no part of an interface.
_ENTRY_KEYS = ("type", "name", "inputs", "outputs", "stateMutability", "anonymous")
_PARAMETER_KEYS = ("name", "type", "internalType", "indexed", "components")


def canonical_type(parameter: Mapping[str, Any]) -> str:
    """A parameter's type as it enters a signature, tuples written out: `(uint256,bool)[]`."""
    kind: str = parameter["type"]
    if not kind.startswith("tuple"):
        return kind
    inner = ",".join(canonical_type(component) for component in parameter["components"])
    return f"({inner}){kind.removeprefix('tuple')}"


def signature(entry: Mapping[str, Any]) -> str:
    """Name and canonical input types, such as `transfer(address,uint256)`."""
    inputs = ",".join(canonical_type(parameter) for parameter in entry.get("inputs", ()))
    return f"{entry.get('name', '')}({inputs})"


def _parameter(parameter: Mapping[str, Any]) -> AbiEntry:
    kept = {key: parameter[key] for key in _PARAMETER_KEYS if key in parameter}
    kept.setdefault("name", "")
    if kept.get("components"):
        kept["components"] = [_parameter(component) for component in kept["components"]]
    else:
        kept.pop("components", None)
    return kept


def canonical_entry(entry: Mapping[str, Any]) -> AbiEntry:
    """One ABI entry with the standard keys alone, in a fixed order."""
    kept = {key: entry[key] for key in _ENTRY_KEYS if key in entry}
    for side in ("inputs", "outputs"):
        if side in kept:
            kept[side] = [_parameter(parameter) for parameter in kept[side]]
    return kept


def canonical_abi(abi: Iterable[Mapping[str, Any]]) -> list[AbiEntry]:
    """Entries in the order of kind, name and signature, so that equal interfaces are equal text."""
    return sorted(
        (canonical_entry(entry) for entry in abi),
        key=lambda entry: (entry["type"], entry.get("name", ""), signature(entry)),
    )


def canonical_json(value: object) -> str:
    """JSON without spaces, keys sorted, non-ASCII escaped."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def content_hash(value: object) -> str:
    """SHA-256 of the canonical JSON, as 64 hex digits."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


def abi_hash(abi: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 of one contract's canonical ABI: what a deployment manifest records."""
    return content_hash(canonical_abi(abi))

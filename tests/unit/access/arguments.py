"""Arguments that fit a function's types and mean nothing: zeros and empties."""

from collections.abc import Mapping
from typing import Any

from quantera.evm import ZERO_ADDRESS
from quantera.evm.abi import FunctionAbi


def _blank(parameter: Mapping[str, Any]) -> Any:
    kind: str = parameter["type"]
    if kind.endswith("[]"):
        return []
    if kind.endswith("]"):
        inner, _, size = kind[:-1].rpartition("[")
        return [_blank({**parameter, "type": inner})] * int(size)
    if kind == "tuple":
        return tuple(_blank(component) for component in parameter["components"])
    if kind == "bytes":
        return b""
    if kind.startswith("bytes"):
        return bytes(int(kind.removeprefix("bytes")))
    return {"address": ZERO_ADDRESS, "bool": False, "string": ""}.get(kind, 0)


def blank_arguments(function: FunctionAbi) -> tuple[Any, ...]:
    """Zeros, empty texts and empty arrays for every parameter."""
    return tuple(_blank(parameter) for parameter in function.entry["inputs"])

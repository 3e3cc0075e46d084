"""Arguments of operations as JSON can hold them, so that a failing sequence can be kept."""

from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """A value as JSON can hold it, with what JSON does not tell apart marked."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, tuple):
        return {"tuple": [plain(item) for item in value]}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    raise TypeError(f"an operation's argument cannot be written down: {value!r}")


def unplain(value: Any) -> Any:
    """The value that `plain` wrote down."""
    if isinstance(value, list):
        return [unplain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"bytes"}:
        return bytes.fromhex(value["bytes"])
    if set(value) == {"tuple"}:
        return tuple(unplain(item) for item in value["tuple"])
    return {key: unplain(item) for key, item in value.items()}

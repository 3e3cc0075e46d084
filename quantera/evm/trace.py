"""A transaction's call tree in words, from what anvil's `callTracer` tells."""

from collections.abc import Mapping
from typing import Any

from rich.markup import escape
from rich.tree import Tree

from quantera.evm.abi import AbiRegistry
from quantera.evm.actors import to_address
from quantera.evm.codec import CodingError
from quantera.evm.errors import decode_revert
from quantera.evm.recording import described, worded

Frame = Mapping[str, Any]


def call_tree(frame: Frame, registry: AbiRegistry, names: Mapping[str, str]) -> Tree:
    """The tree of one call frame and all below it.

    Args:
        frame: as `callTracer` with logs gives it.
        registry: where functions, events and errors are looked up.
        names: of actors and contracts, by address.
    """
    tree = Tree(_heading(frame, registry, names))
    for log in frame.get("logs", []):
        tree.add(f"[dim]{escape(_event(log, registry, names))}[/]")
    for inner in frame.get("calls", []):
        tree.add(call_tree(inner, registry, names))
    tree.add(_end(frame, registry, names))
    return tree


def _data(text: str | None) -> bytes:
    return bytes.fromhex((text or "0x")[2:])


def _heading(frame: Frame, registry: AbiRegistry, names: Mapping[str, str]) -> str:
    kind = str(frame["type"])
    target = worded(to_address(frame["to"]), names) if frame.get("to") else "nothing"
    value = int(frame.get("value") or "0x0", 16)
    paid = f" with {value} wei" if value else ""
    gas = f"{int(frame.get('gasUsed', '0x0'), 16):,} gas"
    if kind.startswith("CREATE"):
        words = f"{kind.lower()} {target}"
    else:
        how = "" if kind == "CALL" else f"{kind.lower()} "
        try:
            called = described(_data(frame.get("input")), registry, names)
        except CodingError:
            called = frame["input"]
        words = f"{how}{target}.{called}".rstrip(".")
    return f"{escape(words + paid)} [cyan]{gas}[/]"


def _event(log: Frame, registry: AbiRegistry, names: Mapping[str, str]) -> str:
    topics = [_data(topic) for topic in log["topics"]]
    found = registry.decode_log(topics, _data(log.get("data")))
    if found is None:
        return f"log {log['topics']} {log.get('data')}"
    name, values = found
    return (
        f"emit {name}({', '.join(f'{key}={worded(item, names)}' for key, item in values.items())})"
    )


def _end(frame: Frame, registry: AbiRegistry, names: Mapping[str, str]) -> str:
    output = _data(frame.get("output"))
    if frame.get("error"):
        reason = decode_revert(output, registry, str(frame["error"]))
        return f"[red]reverts: {escape(str(reason))}[/]"
    function = registry.function(_data(frame.get("input"))[:4])
    if str(frame["type"]).startswith("CREATE") or function is None or not output:
        return f"[green]returns {len(output)} bytes[/]" if output else "[green]stops[/]"
    try:
        result = worded(function.decode(output), names)
    except CodingError:
        result = f"0x{output.hex()}"
    return f"[green]returns {escape(result)}[/]"

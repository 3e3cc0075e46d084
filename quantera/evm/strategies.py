"""Hypothesis strategies made from ABI types, heavy on the boundaries where contracts break."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quantera.evm.abi import AbiEntry, FunctionAbi
from quantera.evm.actors import ZERO_ADDRESS, AddressLike, checksummed, to_address

MAXIMUM_ELEMENTS = 4
MAXIMUM_BYTES = 96


def unsigned(bits: int) -> SearchStrategy[int]:
    """`uint<bits>`: edges, powers of two and their neighbours, small numbers, anything."""
    most = (1 << bits) - 1
    edges = {0, 1, 2, most, most - 1}
    for power in {bits // 2, bits - 1}:
        edges |= {(1 << power) - 1, 1 << power, (1 << power) + 1}
    return st.one_of(
        st.sampled_from(sorted(edge for edge in edges if edge <= most)),
        st.integers(0, min(most, 1000)),
        st.integers(0, most),
    )


def signed(bits: int) -> SearchStrategy[int]:
    """`int<bits>`: both edges, both sides of zero, small numbers, anything."""
    half = 1 << (bits - 1)
    return st.one_of(
        st.sampled_from(sorted({-half, 1 - half, -2, -1, 0, 1, 2, half - 2, half - 1})),
        st.integers(max(-half, -1000), min(half - 1, 1000)),
        st.integers(-half, half - 1),
    )


def addresses(known: Sequence[AddressLike] = ()) -> SearchStrategy[str]:
    """`address`: mostly those that mean something to the test, else zero, a precompile, any."""
    anything = st.one_of(
        st.sampled_from([ZERO_ADDRESS, checksummed(bytes(19) + b"\x04")]),
        st.binary(min_size=20, max_size=20).map(checksummed),
    )
    if not known:
        return anything
    meaningful = st.sampled_from([to_address(item) for item in known])
    # Alternatives of `one_of` are taken alike; drawing which one first keeps the share, and shrinks
    # towards what means something.
    return st.sampled_from([*[meaningful] * 5, anything]).flatmap(lambda chosen: chosen)


def fixed_bytes(size: int) -> SearchStrategy[bytes]:
    """`bytes<size>`: empty, full, one bit at each end, anything."""
    edges = [bytes(size), b"\xff" * size, bytes(size - 1) + b"\x01", b"\x80" + bytes(size - 1)]
    return st.one_of(st.sampled_from(edges), st.binary(min_size=size, max_size=size))


def byte_strings() -> SearchStrategy[bytes]:
    """`bytes`: lengths around the word size, and anything short."""
    return st.one_of(
        st.sampled_from([bytes(length) for length in (0, 1, 31, 32, 33, 64)]),
        st.binary(max_size=MAXIMUM_BYTES),
    )


def texts() -> SearchStrategy[str]:
    """`string`: everything UTF-8 can hold, and lengths around the word size."""
    return st.one_of(
        st.sampled_from(["", "a" * 31, "a" * 32, "a" * 33, "\u00e9" * 16]), st.text(max_size=48)
    )


def from_abi(parameter: str | AbiEntry, known: Sequence[AddressLike] = ()) -> SearchStrategy[Any]:
    """Values of an ABI type.

    Args:
        parameter: an elementary or array type such as `uint128[]`, or an ABI entry (structs).
        known: addresses that mean something to the test.

    Raises:
        ValueError: not an ABI type this knows.
    """
    entry: AbiEntry = {"type": parameter} if isinstance(parameter, str) else parameter
    kind: str = entry["type"]
    if found := re.fullmatch(r"(.+)\[(\d*)\]", kind):
        element = from_abi({**entry, "type": found.group(1)}, known)
        size = int(found.group(2)) if found.group(2) else None
        least, most = (0, MAXIMUM_ELEMENTS) if size is None else (size, size)
        return st.lists(element, min_size=least, max_size=most)
    if kind == "tuple":
        return st.tuples(*(from_abi(part, known) for part in entry["components"]))
    if found := re.fullmatch(r"(u?int|bytes)(\d+)", kind):
        size = int(found.group(2))
        if found.group(1) == "uint" and str(entry.get("internalType", "")).startswith("enum "):
            # The ABI does not say how many values an enum has; the first ones and one too many.
            return st.integers(0, 8)
        return {"uint": unsigned, "int": signed, "bytes": fixed_bytes}[found.group(1)](size)
    plain = {
        "address": lambda: addresses(known),
        "bool": st.booleans,
        "bytes": byte_strings,
        "string": texts,
    }
    if kind not in plain:
        raise ValueError(f"no values for {kind!r}")
    return plain[kind]()


def arguments(
    function: FunctionAbi,
    known: Sequence[AddressLike] = (),
    instead: Mapping[str, SearchStrategy[Any]] | None = None,
) -> SearchStrategy[tuple[Any, ...]]:
    """Arguments of a function.

    Args:
        function: whose.
        known: addresses that mean something to the test.
        instead: strategies for single parameters, by the name they have in the ABI.
    """
    own = instead or {}
    return st.tuples(
        *(
            own[item["name"]] if item["name"] in own else from_abi(item, known)
            for item in function.entry["inputs"]
        )
    )

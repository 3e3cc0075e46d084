"""The encoders against eth_abi's: the same bytes, and the same values refused."""

from typing import Any

import pytest
from eth_abi.abi import encode as encoded_by_eth_abi
from eth_abi.exceptions import EncodingError
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.evm.codec import Codec
from quantera.evm.encoders import encoder_of, joined
from quantera.evm.strategies import from_abi

POINT = {
    "type": "tuple",
    "components": [{"name": "x", "type": "uint8"}, {"name": "y", "type": "int128"}],
}
PERSON = {
    "type": "tuple",
    "components": [
        {"name": "account", "type": "address"},
        {"name": "name", "type": "string"},
        {**POINT, "name": "path", "type": "tuple[]"},
        {**POINT, "name": "at", "type": "tuple[2]"},
        {"name": "mark", "type": "bytes32"},
    ],
}
SHAPES: list[list[dict[str, Any]]] = [
    [{"type": kind} for kind in ("uint256", "int8", "bool", "address", "bytes4", "bytes32")],
    [{"type": kind} for kind in ("bytes", "uint64", "string", "bool")],
    [{"type": kind} for kind in ("uint256[]", "int16[3]", "address[][2]", "bytes[]", "string[2]")],
    [POINT, {"type": "bytes"}],
    [POINT],
    [PERSON, {**PERSON, "type": "tuple[]"}, {**POINT, "type": "tuple[2][]"}, {"type": "bool"}],
    [],
]


@pytest.mark.parametrize("shape", SHAPES)
def test_bytes_are_those_of_eth_abi(shape: list[dict[str, Any]]) -> None:
    codec = Codec(shape)

    @settings(max_examples=25)
    @given(values=st.tuples(*map(from_abi, shape)))
    def compare(values: tuple[Any, ...]) -> None:
        assert codec.encode(values) == encoded_by_eth_abi(codec.types, values)

    compare()


ODD: list[Any] = [
    *(0, 1, -1, 2**255, 2**256, True, False, None, 1.0, "", "a", "0x" + "ab" * 20, "\ud800"),
    *(b"", b"a", b"a" * 20, b"a" * 33, bytearray(b"ab"), memoryview(b"ab")),
    *([], (), [1], (1, 2), [1, 2, 3], ["a", "b"], [True], [[1, 2]], {1, 2}, {"x": 1}, range(2)),
]
KINDS = [
    *("uint256", "uint8", "int256", "int8", "bool", "bytes1", "bytes32", "bytes", "string"),
    *("uint8[]", "uint8[2]", "uint256[][]", "bool[]", "string[]", "(uint8,uint8)", "(bytes,uint8)"),
    "(uint8,uint8)[]",
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_refused_is_what_eth_abi_refuses(kind: str) -> None:
    encode = joined([encoder_of(kind)])
    for value in ODD:
        try:
            expected = encoded_by_eth_abi([kind], [value])
        except (EncodingError, ValueError, TypeError):
            expected = None
        try:
            encoded = encode([value])
        except (ValueError, TypeError):
            encoded = None
        assert encoded == expected, f"{kind} of {value!r}"

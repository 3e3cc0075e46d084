"""Values made from ABI types fit the types and reach their boundaries."""

from functools import partial
from operator import eq
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from quantera.evm import MemoryChain
from quantera.evm.abi import ContractAbi
from quantera.evm.actors import actor_named
from quantera.evm.codec import Codec
from quantera.evm.strategies import arguments, from_abi

KINDS = [
    *("uint8", "uint40", "uint256", "int8", "int24", "int256", "bool", "address"),
    *("bytes1", "bytes32", "bytes", "string", "uint256[]", "int16[3]", "bytes[][2]", "address[][]"),
]
STRUCT = {
    "name": "who",
    "type": "tuple[]",
    "components": [
        {"name": "account", "type": "address"},
        {"name": "points", "type": "tuple", "components": [{"name": "x", "type": "int128"}]},
    ],
}


@pytest.mark.parametrize("kind", [*KINDS, STRUCT], ids=str)
def test_values_fit_their_type_and_come_back(kind: Any) -> None:
    codec = Codec([{"name": "value", "type": kind} if isinstance(kind, str) else kind])

    @given(from_abi(kind))
    def check(value: Any) -> None:
        assert codec.decode(codec.encode([value])) == [value]

    check()


@pytest.mark.parametrize(
    ("kind", "edges"),
    [
        ("uint8", [0, 1, 127, 128, 254, 255]),
        ("uint256", [0, 2**128, 2**255, 2**256 - 1]),
        ("int24", [-(2**23), -1, 0, 1, 2**23 - 1]),
        ("bytes4", [b"\x00" * 4, b"\xff" * 4]),
        ("bytes", [b"", bytes(31), bytes(32), bytes(33)]),
        ("bool", [True, False]),
    ],
)
def test_boundaries_are_found_soon(kind: str, edges: list[object]) -> None:
    plain = settings(max_examples=2000, database=None)
    for edge in edges:
        assert find(from_abi(kind), partial(eq, edge), settings=plain) == edge


def test_known_addresses_come_up_most() -> None:
    known = [actor_named("holder"), actor_named("agent")]
    seen: list[str] = []

    # Hypothesis never runs an example twice, so the share shows only within one.
    @settings(max_examples=100, database=None)
    @given(st.lists(from_abi("address", known), min_size=10, max_size=10))
    def collect(values: list[str]) -> None:
        seen.extend(values)

    collect()
    meaningful = sum(value in known for value in seen)
    assert len(seen) / 2 < meaningful < len(seen)


def test_arguments_fit_every_function_of_a_contract(chain: MemoryChain) -> None:
    types = chain.deploy("TypesProbe")

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        function = data.draw(st.sampled_from(list(types.abi.by_signature.values())))
        values = data.draw(arguments(function, [types]))
        assert function.inputs.decode(function.encode(values)[4:]) is not None

    check()


def test_single_parameters_can_be_chosen() -> None:
    inputs = [{"name": "to", "type": "address"}, {"name": "amount", "type": "uint256"}]
    entry = {"type": "function", "name": "move", "inputs": inputs, "outputs": []}
    function = ContractAbi("any", [entry]).by_signature["move(address,uint256)"]

    @given(arguments(function, instead={"amount": st.just(7)}))
    def check(values: tuple[str, int]) -> None:
        assert values[1] == 7

    check()


def test_an_unknown_type_is_told() -> None:
    with pytest.raises(ValueError, match="no values for 'fixed128x18'"):
        from_abi("fixed128x18")

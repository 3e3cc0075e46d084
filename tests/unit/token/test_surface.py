"""The token's ABI holds every function and event of the standards that it follows."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera import artifacts
from quantera.gas.peers.trex import artifact as trex_artifact
from quantera.gas.token_stack import merged

Entry = dict[str, Any]

OPENZEPPELIN = "@openzeppelin/contracts/build/contracts"
PUBLISHED = ["IERC20", "IERC20Metadata", "IERC20Permit", "IERC165", "IERC7802"]
WRITTEN_HERE = ["IERC1404", "IERC1643", "IERC3643", "IERC3643AgentRole", "IERC7943Fungible"]
NAMED_OTHERWISE = {"init": "initialize, which takes the access manager and the statement too"}
"""T-REX's own functions that ERC-3643 does not have, and what stands for them."""


def types_of(parameters: list[Entry]) -> tuple[str, ...]:
    return tuple(
        "(" + ",".join(types_of(it["components"])) + ")" + it["type"].removeprefix("tuple")
        if it["type"].startswith("tuple")
        else it["type"]
        for it in parameters
    )


def functions(abi: list[Entry]) -> Iterator[tuple[Any, ...]]:
    for entry in abi:
        if entry["type"] == "function":
            # Whether a function that always reverts reads or writes is nobody's concern.
            yield entry["name"], types_of(entry["inputs"]), types_of(entry["outputs"])


def events(abi: list[Entry]) -> Iterator[tuple[Any, ...]]:
    for entry in abi:
        if entry["type"] == "event":
            indexed = tuple(it["indexed"] for it in entry["inputs"])
            yield entry["name"], types_of(entry["inputs"]), indexed


OURS = merged("ComplianceAwareToken")


@pytest.mark.parametrize("standard", [*PUBLISHED, *WRITTEN_HERE])
def test_a_standard_is_whole(standard: str) -> None:
    published = standard in PUBLISHED
    abi = (
        artifacts.load_npm(f"{OPENZEPPELIN}/{standard}.json")
        if published
        else artifacts.load(standard)
    ).abi
    assert abi
    assert set(functions(abi)) <= set(functions(OURS))
    assert set(events(abi)) <= set(events(OURS))


@pytest.mark.parametrize("name", ["IToken", "Token"])
def test_trex_callers_find_what_they_know(name: str) -> None:
    abi = trex_artifact("token", name).abi
    known = {entry for entry in functions(abi) if entry[0] not in NAMED_OTHERWISE}
    assert known
    assert known <= set(functions(OURS))
    # The owner is the access manager, which announces itself as ERC-1967 and OpenZeppelin do.
    told = {entry for entry in events(abi) if entry[0] not in {"OwnershipTransferred"}}
    assert {it for it in told if it[0] != "Initialized"} <= set(events(OURS))


def test_what_the_specification_names_is_there() -> None:
    names = {name for name, _, _ in functions(OURS)}
    assert {"complianceModule", "identityRegistry", "tokenInfo", "canTransfer"} <= names
    fields = next(
        entry["outputs"][0]["components"]
        for entry in OURS
        if entry["type"] == "function" and entry["name"] == "tokenInfo"
    )
    assert [(it["name"], it["type"]) for it in fields] == [
        ("assetClass", "string"),
        ("jurisdiction", "string"),
        ("regulatoryFramework", "string"),
        ("minimumInvestment", "uint256"),
        ("fractionalAllowed", "bool"),
    ]

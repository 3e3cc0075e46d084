"""Quotes and nodes: each chain is asked about each lane once, and what it says is kept as it is."""

import pytest
from eth_utils.crypto import keccak

from quantera import chains
from quantera.bridge.nodes import BLOCKS_AT_ONCE, BridgeNode, connected
from quantera.bridge.quotes import BY_ASSET, BY_VALUE, Transfer, quotes, value_quotes
from quantera.bridge.routes import LaneQuote
from quantera.bridge.scoring import Facts, Protocol, Urgency
from quantera.evm import Reverted
from quantera.evm.rpc import RpcError
from tests.unit.bridge_offchain.answering import (
    ABI,
    PLACES,
    candidates,
    decoded,
    install,
    refusing,
)

FACTS = Facts(cost=10**15, expected_seconds=700, tier=2, reliability_bps=9_950)
CLOSED = 205
ANSWER = "0x" + candidates(FACTS, {Protocol.AXELAR: CLOSED}).hex()
ASSETS = {"ethereum": "0x" + "aa" * 20, "polygon": "0x" + "bb" * 20}
DECIMALS = {"ethereum": 18, "polygon": 6}


def test_every_lane_between_chains_that_have_the_asset_is_asked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake = install(monkeypatch, {"eth_call": lambda *_: ANSWER})
    transfer = Transfer("ethereum", 5 * 10**18 + 1, ASSETS, DECIMALS, Urgency.FAST)
    with connected(PLACES, ABI) as nodes:
        found = quotes(nodes, transfer)
    calls = {url: decoded(params) for url, method, params in fake.asked if method == "eth_call"}
    assert {url: call[0] for url, call in calls.items()} == {
        "ws://ethereum": BY_ASSET,
        "ws://polygon": BY_ASSET,
    }
    assert calls["ws://ethereum"][1][0] == 137
    assert calls["ws://ethereum"][1][2:] == [5 * 10**18 + 1, Urgency.FAST]
    # Polygon has six decimals: rounded down.
    assert calls["ws://polygon"][1][2] == 5 * 10**6
    assert found == [
        LaneQuote(*lane, protocol, CLOSED if protocol is Protocol.AXELAR else 0, FACTS)
        for lane in (("ethereum", "polygon"), ("polygon", "ethereum"))
        for protocol in Protocol
    ]
    assert {url for url, method, _ in fake.asked if method == "close"} == {
        place.url for place in PLACES
    }


def test_a_value_is_asked_for_over_all_lanes(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = install(monkeypatch, {"eth_call": lambda *_: ANSWER})
    with connected(PLACES, ABI) as nodes:
        found = value_quotes(nodes, 10**13, Urgency.ECONOMY)
    assert len(found) == 6 * len(Protocol)
    asked = [decoded(params) for _, method, params in fake.asked if method == "eth_call"]
    assert {signature for signature, _ in asked} == {BY_VALUE}
    assert {tuple(arguments[1:]) for _, arguments in asked} == {(10**13, Urgency.ECONOMY)}
    wanted = [chains.get(place.chain).chain_id for place in PLACES] * 2
    assert sorted(arguments[0] for _, arguments in asked) == sorted(wanted)


def test_a_bridge_that_refuses_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "0x" + (keccak(text="UrgencyUnknown(uint256)")[:4] + (9).to_bytes(32)).hex()
    install(monkeypatch, {"eth_call": refusing(data)})
    with (
        connected(PLACES[:1], ABI) as nodes,
        pytest.raises(Reverted, match=r"UrgencyUnknown.*9"),
    ):
        nodes["ethereum"].view(BY_VALUE, 137, 1, 9)


def test_a_node_that_fails_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"eth_call": refusing(None)})
    with connected(PLACES, ABI) as nodes, pytest.raises(RpcError):
        value_quotes(nodes, 1, Urgency.FAST)


def test_events_are_read_in_pieces_with_their_times(monkeypatch: pytest.MonkeyPatch) -> None:
    def logs(_url: str, wanted: dict[str, str]) -> list[dict[str, object]]:
        first, last = int(wanted["fromBlock"], 16), int(wanted["toBlock"], 16)
        assert last - first < BLOCKS_AT_ONCE
        known = {"topics": ["0x" + keccak(text="Told(uint256)").hex(), "0x" + f"{first:064x}"]}
        foreign = {"topics": ["0x" + "99" * 32]}
        return [
            one
            | {"data": "0x", "blockNumber": hex(first), "logIndex": "0x2", "transactionHash": "0xt"}
            for one in (known, foreign)
        ]

    install(
        monkeypatch,
        {
            "eth_getLogs": logs,
            "eth_blockNumber": lambda _: hex(5_000),
            "eth_getBlockByNumber": lambda _, block, __: (
                None if int(block, 16) > 5_000 else {"timestamp": block, "hash": "0xh" + block}
            ),
        },
    )
    node = BridgeNode(PLACES[0], ABI)
    told = list(node.told(1, node.head))
    assert [(one.block, one.time, one.place, one.args["number"]) for one in told] == [
        (start, start, 2, start) for start in (1, 1 + BLOCKS_AT_ONCE, 1 + 2 * BLOCKS_AT_ONCE)
    ]
    assert (node.hash_of(5_000), node.hash_of(5_001)) == ("0xh0x1388", "")

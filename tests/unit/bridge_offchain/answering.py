"""Nodes that tests make up: they answer what they were told to, and know the views' shapes."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from eth_abi.abi import encode

from quantera import artifacts
from quantera.bridge import nodes
from quantera.bridge.nodes import Place
from quantera.bridge.scoring import Facts, Protocol
from quantera.evm import ZERO_ADDRESS
from quantera.evm.abi import AbiEntry, ContractAbi
from quantera.evm.rpc import RpcError

CANDIDATE = {
    "protocol": "uint8",
    "reason": "uint8",
    "attested": "bool",
    "tier": "uint8",
    "reliabilityBps": "uint16",
    **dict.fromkeys(
        (
            *("expectedSeconds", "fee", "deliveryCost", "costPoints", "timePoints"),
            *("securityPoints", "reliabilityPoints", "score"),
        ),
        "uint256",
    ),
}


def _explain(**inputs: str) -> dict[str, Any]:
    return {
        "type": "function",
        "name": "explainProtocols",
        "stateMutability": "view",
        "inputs": [{"name": name, "type": kind} for name, kind in inputs.items()],
        "outputs": [
            {
                "name": "candidates",
                "type": "tuple[4]",
                "components": [{"name": n, "type": k} for n, k in CANDIDATE.items()],
            }
        ],
    }


ABI: list[AbiEntry] = [
    _explain(targetChain="uint256", amount="uint256", urgency="uint256"),
    _explain(targetChain="uint256", asset="address", units="uint256", urgency="uint256"),
    {
        "type": "error",
        "name": "UrgencyUnknown",
        "inputs": [{"name": "urgency", "type": "uint256"}],
    },
    {
        "type": "event",
        "name": "Told",
        "inputs": [{"name": "number", "type": "uint256", "indexed": True}],
    },
    *(entry for entry in artifacts.load("IBridgeCharging").abi if entry["name"] == "quoteFee"),
    *(entry for entry in artifacts.load("IBridgeFees").abi if entry["name"] == "WorthUnknown"),
]
QUOTE_FEE = ContractAbi("UniversalBridge", ABI).functions["quoteFee"][0]
PLACES = [
    Place(name, f"ws://{name}", "0x" + f"{at:02x}" * 20)
    for at, name in enumerate(("ethereum", "polygon", "arbitrum"), 1)
]


def candidates(facts: Facts, reasons: Mapping[Protocol, int]) -> bytes:
    """What `explainProtocols` answers when all protocols have the same facts."""
    entries = [
        (
            *(protocol, reasons.get(protocol, 0), True, facts.tier, facts.reliability_bps),
            *(facts.expected_seconds, facts.cost - 1, 1, 0, 0, 0, 0, 0),
        )
        for protocol in Protocol
    ]
    return encode([f"({','.join(CANDIDATE.values())})[4]"], [entries])


def fee_of(asset: str, total: int, refundable: int = 0, due_at: int = 0) -> bytes:
    """What `quoteFee` answers."""
    quoted = [(0,) * 4, *[0] * 5, total, refundable, due_at, ZERO_ADDRESS, *[0] * 8]
    return encode(list(QUOTE_FEE.outputs.types), [asset, quoted])


def asked_for_fee(params: tuple[Any, ...]) -> bool:
    """Whether a call asks for the platform's fee."""
    return bytes.fromhex(params[0]["input"][2:10]) == QUOTE_FEE.selector


def answering(told: bytes, fee: bytes, base_fee: int = 0) -> dict[str, Callable[..., Any]]:
    """Nodes whose bridges tell that of their lanes, and that of the platform's fee."""
    return {
        "eth_call": lambda _, *params: "0x" + (fee if asked_for_fee(params) else told).hex(),
        "eth_getBlockByNumber": lambda *_: {"baseFeePerGas": hex(base_fee)},
    }


class FakeRpc:
    """Answers by method; what it was asked is kept."""

    answers: dict[str, Callable[..., Any]] = {}  # noqa: RUF012 -- set anew by each test
    asked: list[tuple[str, str, tuple[Any, ...]]] = []  # noqa: RUF012 -- likewise

    def __init__(self, url: str) -> None:
        self.url = url

    def __call__(self, method: str, *params: Any) -> Any:
        self.asked.append((self.url, method, params))
        return self.answers[method](self.url, *params)

    def close(self) -> None:
        self.asked.append((self.url, "close", ()))


def refusing(data: str | None) -> Callable[..., Any]:
    """A node that refuses a call."""

    def refuse(*_: Any) -> Any:
        raise RpcError("eth_call", {"code": 3, "message": "reverted", "data": data})

    return refuse


def install(patch: pytest.MonkeyPatch, answers: dict[str, Callable[..., Any]]) -> type[FakeRpc]:
    """Have bridges' nodes be made up."""
    FakeRpc.answers, FakeRpc.asked = answers, []
    patch.setattr(nodes, "Rpc", FakeRpc)
    return FakeRpc


def decoded(params: tuple[Any, ...]) -> tuple[str, list[Any]]:
    """Signature and arguments of a call that a node was asked for."""
    data = bytes.fromhex(params[0]["input"][2:])
    abi = ContractAbi("UniversalBridge", ABI)
    function = next(one for one in abi.by_signature.values() if one.selector == data[:4])
    return function.signature, function.inputs.decode(data[4:])

"""What is offered for gas on each chain, and what an L2 takes for data beside it."""

from quantera.evm.abi import FunctionAbi
from quantera.release.connection import RefusalError
from quantera.release.node import Fees, Node

GWEI = 10**9
LEAST_TIPS = {"polygon": 25 * GWEI, "amoy": 25 * GWEI}
"""Validators there ignore less."""
_BUMP_PERCENT = 113
"""Nodes ask an eighth more of a replacement."""

_OPTIMISM_ORACLE = "0x420000000000000000000000000000000000000F"
_ARBITRUM_NODE = "0x00000000000000000000000000000000000000C8"


def _function(name: str, inputs: list[str]) -> FunctionAbi:
    parameters = [{"name": f"p{at}", "type": kind} for at, kind in enumerate(inputs)]
    entry = {"type": "function", "name": name, "inputs": parameters, "outputs": []}
    return FunctionAbi({**entry, "stateMutability": "view"})


_L1_FEE = _function("getL1Fee", ["bytes"])
_L1_GAS = _function("gasEstimateL1Component", ["address", "bool", "bytes"])
_SIGNATURE_BYTES = 120
"""What a signed transaction holds beside its call data."""


def offer(fees: Fees, least_tip: int, earlier: tuple[int, int] | None = None) -> tuple[int, int]:
    """Most for a unit of gas and the tip in it, in wei.

    Args:
        fees: what the next block asks for.
        least_tip: the chain's.
        earlier: what a transaction offers that is to be replaced.
    """
    tip = max(fees.tip, least_tip)
    most = 2 * fees.base + tip
    if earlier is not None:
        most = max(most, earlier[0] * _BUMP_PERCENT // 100 + 1)
        tip = max(tip, earlier[1] * _BUMP_PERCENT // 100 + 1)
    return most, min(tip, most)


def data_fee(node: Node, family: str, to: str, data: bytes, price: int) -> int:
    """Wei that an L2 takes for the data of one transaction; 0 elsewhere.

    Args:
        node: the chain's.
        family: name of the production chain that it is or stands for.
        to: whom the transaction calls.
        data: its call data.
        price: wei for a unit of gas there.
    """
    try:
        if family == "optimism":
            call = _L1_FEE.encode([data + bytes([255]) * _SIGNATURE_BYTES])
            return _number(node.call(_OPTIMISM_ORACLE, "0x" + call.hex()))
        if family == "arbitrum":
            call = _L1_GAS.encode([to, False, data])
            return _number(node.call(_ARBITRUM_NODE, "0x" + call.hex())) * price
    except RefusalError:
        return 0
    return 0


def _number(answer: str) -> int:
    # A stand-in without the chain's own contracts answers with nothing.
    return int(answer[2:66], 16) if len(answer) >= 66 else 0

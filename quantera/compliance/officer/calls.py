"""Calldata of what agents do, and of the desk at which two officers sign."""

from collections.abc import Sequence
from typing import Any

from eth_abi.abi import decode, encode
from eth_utils.address import to_checksum_address
from eth_utils.crypto import keccak

TOKEN_SIGNATURES = {
    "setAddressFrozenWithReason": "setAddressFrozenWithReason(address,bool,uint8)",
    "setFrozenTokensWithReason": "setFrozenTokensWithReason(address,uint256,uint8)",
    "forcedTransferWithReason": "forcedTransferWithReason(address,address,uint256,uint8)",
    "recoveryAddressWithReason": "recoveryAddressWithReason(address,address,address,uint8)",
    "balanceOf": "balanceOf(address)",
    "getFrozenTokens": "getFrozenTokens(address)",
    "isFrozen": "isFrozen(address)",
}
"""Functions of the token, by name; a test compares them with the compiled contract."""

REGISTRY_SIGNATURES = {
    "revokeVerificationWithReason": "revokeVerificationWithReason(address[],uint8)"
}
"""Functions of the registry."""

DESK_SIGNATURES = {
    "propose": "propose(address,bytes)",
    "confirm": "confirm(address,bytes)",
    "withdraw": "withdraw(address,bytes)",
    "proposerOf": "proposerOf(bytes32)",
    "authority": "authority()",
}
"""Functions of `DualControl`."""

MANAGER_SIGNATURES = {
    "hashOperation": "hashOperation(address,address,bytes)",
    "getSchedule": "getSchedule(bytes32)",
}
"""Functions of the access manager."""

_SIGNATURES = {
    **TOKEN_SIGNATURES,
    **REGISTRY_SIGNATURES,
    **DESK_SIGNATURES,
    **MANAGER_SIGNATURES,
}


def _types(signature: str) -> list[str]:
    inside = signature[signature.index("(") + 1 : -1]
    return inside.split(",") if inside else []


def call(name: str, *values: Any) -> bytes:
    """Calldata of one of the functions above."""
    signature = _SIGNATURES[name]
    return bytes(keccak(signature.encode())[:4]) + encode(_types(signature), values)


def number(answer: bytes) -> int:
    """The number, or the flag, that a view returned."""
    (value,) = decode(["uint256"], answer)
    return int(value)


def address(answer: bytes) -> str:
    """The address that a view returned."""
    (value,) = decode(["address"], answer)
    return str(to_checksum_address(value))


def revoke(wallets: Sequence[str], reason: int) -> bytes:
    """Calldata of `revokeVerificationWithReason`."""
    return call("revokeVerificationWithReason", list(wallets), reason)

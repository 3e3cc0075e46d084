"""Prices of the instructions that computing takes (Cancun)."""

from collections.abc import Mapping

PRICES: Mapping[str, int] = {
    **dict.fromkeys(("PUSH0", "POP", "CALLER", "CALLVALUE", "CHAINID", "TIMESTAMP", "GAS"), 2),
    **dict.fromkeys(("CALLDATASIZE", "RETURNDATASIZE"), 2),
    **dict.fromkeys(("PUSH", "DUP", "SWAP", "ADD", "SUB", "LT", "GT", "EQ", "ISZERO"), 3),
    **dict.fromkeys(("AND", "OR", "XOR", "NOT", "BYTE", "SHL", "SHR"), 3),
    **dict.fromkeys(("CALLDATALOAD", "MLOAD", "MSTORE", "COPY"), 3),
    **dict.fromkeys(("MUL", "DIV", "MOD", "SELFBALANCE"), 5),
    "JUMP": 8,
    "JUMPI": 10,
    "JUMPDEST": 1,
}


def price(opcodes: str) -> int:
    """Gas of instructions, named with spaces between them."""
    return sum(PRICES[opcode] for opcode in opcodes.split())

"""Which opcodes compiled code really holds, told apart from pushed constants and data."""

import re
from collections.abc import Iterator
from functools import lru_cache

JUMPDEST = 0x5B
PUSH1 = 0x60
PUSH32 = 0x7F
INVALID = 0xFE
BASEFEE = 0x48
PREVRANDAO = 0x44
SELFDESTRUCT = 0xFF

# solc puts the code of contracts that a contract creates, and a contract's own code after its
# constructor's, behind an INVALID or behind the metadata that ends the one before.
_NEXT_OBJECT = re.compile(rb"(?:\xfe|solc\x43...\x00\x33)(?=[\x60\x61])", re.DOTALL)


def instructions(code: bytes, start: int = 0) -> Iterator[tuple[int, int]]:
    """Position and opcode of each instruction of one object, up to where its data begins."""
    position = start
    while position < len(code):
        opcode = code[position]
        if opcode == INVALID and code[position + 1 : position + 2] != bytes([JUMPDEST]):
            return
        yield position, opcode
        position += opcode - PUSH1 + 2 if PUSH1 <= opcode <= PUSH32 else 1


@lru_cache(maxsize=256)
def holds(code: bytes, opcode: int) -> bool:
    """Whether the code, or the code of a contract it creates, has that instruction."""
    if opcode not in code:
        return False
    starts = [0, *(found.end() for found in _NEXT_OBJECT.finditer(code))]
    return any(seen == opcode for start in starts for _, seen in instructions(code, start))


def substituted(code: bytes, old: int, new: int) -> bytes:
    """The code with one instruction exchanged for another in its own object, data left alone."""
    changed = bytearray(code)
    for position, opcode in instructions(code):
        if opcode == old:
            changed[position] = new
    return bytes(changed)

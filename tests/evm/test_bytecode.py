"""Opcodes are told apart from constants and data, in hand-made and in compiled code."""

import pytest

from quantera import artifacts
from quantera.evm import bytecode


@pytest.mark.parametrize(
    ("code", "holds"),
    [
        ("ff", True),
        ("60ff", False),  # pushed
        ("7f" + "ff" * 32, False),
        ("60ff33ff", True),
        ("00feff", False),  # data behind the code
        ("00fe5bff", True),  # INVALID amid code: a jump goes on behind it
        ("00fe60ff", False),  # a created contract's code
        ("00fe6000ff", True),
    ],
)
def test_an_instruction_is_found_where_it_is_one(code: str, *, holds: bool) -> None:
    assert bytecode.holds(bytes.fromhex(code), bytecode.SELFDESTRUCT) is holds


def test_compiled_contracts_are_read_rightly() -> None:
    destroying = {
        name
        for name in ("ChildProbe", "CreationProbe", "LedgerProbe", "MachineProbe", "TypesProbe")
        if bytecode.holds(artifacts.load(name).creation_code, bytecode.SELFDESTRUCT)
    }
    assert destroying == {"ChildProbe", "CreationProbe"}
    machine, ledger = (
        artifacts.load(name).runtime_code for name in ("MachineProbe", "LedgerProbe")
    )
    assert bytecode.holds(machine, bytecode.BASEFEE)
    assert not bytecode.holds(ledger, bytecode.BASEFEE)


def test_an_exchange_leaves_constants_and_data_alone() -> None:
    code = bytes.fromhex("48604848fe48")
    changed = bytecode.substituted(code, bytecode.BASEFEE, bytecode.PREVRANDAO)
    assert changed.hex() == "44604844fe48"

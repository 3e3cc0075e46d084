"""What calls through contract handles reach, noted where the environment asks for it.

With `QUANTERA_REACH_FOLDER` set to a folder, each process appends to a file of its own there: a
line of JSON for each ABI it meets, and one the first time that a function of that ABI returns and
the first time that it is refused with an error. Lines are written when they are first true and
not at the end, so that a worker that is killed loses nothing. Without the variable nothing is
kept.
"""

import json
import os
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

from quantera.evm.abi import ContractAbi, FunctionAbi
from quantera.evm.errors import Reverted

FOLDER_VARIABLE = "QUANTERA_REACH_FOLDER"


class Reach:
    """What one process has reached.

    Args:
        file: where lines are appended; its folder must exist.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._numbers: WeakKeyDictionary[ContractAbi, int] = WeakKeyDictionary()
        self._contents: dict[tuple[str, frozenset[str]], int] = {}
        self._noted: set[tuple[int, str, bytes | None]] = set()

    def returned(self, abi: ContractAbi, function: FunctionAbi) -> None:
        """Note that a function did what it was asked for."""
        self._note(abi, function, None)

    def refused(self, abi: ContractAbi, function: FunctionAbi, error: Reverted) -> None:
        """Note that a function reverted."""
        self._note(abi, function, error.selector)

    def refused_creation(self, abi: ContractAbi, error: Reverted) -> None:
        """Note that a constructor reverted."""
        self._note(abi, None, error.selector)

    def _note(self, abi: ContractAbi, function: FunctionAbi | None, error: bytes | None) -> None:
        number = self._number(abi)
        signature = "" if function is None else function.signature
        key = (number, signature, error)
        if key in self._noted:
            return
        self._noted.add(key)
        told = None if error is None else f"0x{error.hex()}"
        self._append({"abi": number, "function": signature, "error": told})

    def _number(self, abi: ContractAbi) -> int:
        number = self._numbers.get(abi)
        if number is None:
            content = (abi.name, frozenset(abi.by_signature))
            number = self._contents.get(content)
            if number is None:
                number = self._contents[content] = len(self._contents)
                self._append(
                    {"abi": number, "name": abi.name, "functions": sorted(abi.by_signature)}
                )
            self._numbers[abi] = number
        return number

    def _append(self, line: dict[str, object]) -> None:
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


@cache
def _of_process(folder: str, process: int) -> Reach:
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Reach(Path(folder) / f"{process}.jsonl")


def from_environment() -> Reach | None:
    """This process's record, or nothing when the environment names no folder."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return _of_process(folder, os.getpid()) if folder else None

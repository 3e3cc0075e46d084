"""What goes wrong on a chain, decoded to names and arguments."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quantera.evm.abi import AbiRegistry
from quantera.evm.codec import Codec, CodingError

if TYPE_CHECKING:
    from quantera.evm.receipts import Receipt

ERROR_STRING = bytes.fromhex("08c379a0")
PANIC = bytes.fromhex("4e487b71")

PANIC_MEANINGS = {
    0x00: "compiler-inserted panic",
    0x01: "assertion failed",
    0x11: "arithmetic overflow or underflow",
    0x12: "division by zero",
    0x21: "value out of an enum's range",
    0x22: "storage byte array wrongly encoded",
    0x31: "pop of an empty array",
    0x32: "index out of bounds",
    0x41: "out of memory",
    0x51: "call of an uninitialised function",
}


class ChainError(Exception):
    """Base of everything a chain raises."""


class TransactionInvalidError(ChainError):
    """A transaction no block could hold (funds for value, gas limit, code size of creation)."""


class InexactGasError(ChainError):
    """The gas of a transaction was asked for where only an approximation is known."""


class Reverted(ChainError):  # noqa: N818 -- reads as what happened: `except Reverted`
    """A call or transaction that was undone.

    Attributes:
        name: the error's name, `Error` or `Panic`; empty when there was no or unknown data.
        args: its arguments in order.
        values: its arguments by name.
        data: raw revert data.
        meaning: of a panic, its code in words; of a halt, what stopped the machine where known.
        receipt: of a transaction, the receipt of its failure.
    """

    def __init__(self, name: str, values: dict[str, Any], data: bytes, meaning: str = "") -> None:
        super().__init__(*values.values())
        self.name = name
        self.values = values
        self.data = data
        self.meaning = meaning
        self.receipt: Receipt | None = None

    def __str__(self) -> str:
        arguments = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        shown = f"{self.name}({arguments})" if self.name else f"0x{self.data.hex()}"
        return f"{shown} [{self.meaning}]" if self.meaning else shown

    @property
    def selector(self) -> bytes:
        """First four bytes of the revert data."""
        return self.data[:4]


_STRING = Codec([{"name": "reason", "type": "string"}])
_UINT = Codec([{"name": "code", "type": "uint256"}])


def decode_revert(data: bytes, registry: AbiRegistry, halt: str = "") -> Reverted:
    """Read revert data against all the errors the registry knows.

    Args:
        data: what the call returned when it failed.
        registry: where custom errors are looked up.
        halt: why the machine stopped, when it did without revert data.
    """
    try:
        if data[:4] == ERROR_STRING:
            return Reverted("Error", {"reason": _STRING.decode(data[4:])[0]}, data)
        if data[:4] == PANIC:
            code = _UINT.decode(data[4:])[0]
            return Reverted(
                "Panic", {"code": code}, data, PANIC_MEANINGS.get(code, "unknown panic")
            )
        error = registry.error(data[:4]) if len(data) >= 4 else None
        if error is not None:
            return Reverted(error.name, error.decode(data), data)
    except CodingError:
        # Data that only looks like a known error: the raw bytes tell more than a guess.
        return Reverted("", {}, data, halt)
    return Reverted("", {}, data, halt)


@dataclass
class Expectation:
    """What `expect_revert` caught."""

    error: Reverted | None = None

    @property
    def values(self) -> dict[str, Any]:
        """Arguments of the error that was caught."""
        if self.error is None:
            raise AssertionError("nothing was reverted yet")
        return self.error.values


@contextmanager
def expect_revert(name: str | None = None, **values: Any) -> Iterator[Expectation]:
    """Assert that the block reverts, with this error and these arguments where they are given.

    Args:
        name: the error's name (`Error`, `Panic` and custom errors alike); any error without it,
            `""` for one without data.
        values: arguments that must be equal; those not named may be anything.

    Raises:
        AssertionError: nothing reverted, or something else did.
    """
    seen = Expectation()
    try:
        yield seen
    except Reverted as error:
        seen.error = error
        if name is not None and error.name != name:
            raise AssertionError(f"expected {name}, reverted with {error}") from error
        wrong = {key: value for key, value in values.items() if error.values.get(key) != value}
        if wrong:
            raise AssertionError(f"expected {name} with {wrong}, reverted with {error}") from error
    else:
        raise AssertionError(f"expected {name or 'a revert'}, nothing reverted")

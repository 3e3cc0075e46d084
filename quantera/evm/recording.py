"""A chain that writes down what is done to it, and the file a failing sequence is kept in."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from quantera.evm.abi import AbiRegistry
from quantera.evm.actors import Actor, AddressLike, to_address
from quantera.evm.chain import AbiLike, ContractLike
from quantera.evm.contract import Contract
from quantera.evm.errors import Reverted
from quantera.evm.memory import MemoryChain
from quantera.evm.receipts import Receipt

SUCCEEDED = "ok"

Arguments = dict[str, str | int | None]


class Call(BaseModel):
    """One thing done to a chain.

    Attributes:
        method: the method of `Chain`.
        arguments: its arguments; bytes as hexadecimal text.
        outcome: of a transaction, `ok` or the error it was refused with.
        step: number of the step it belongs to, or nothing when it prepared the stage.
        readable: the same in words.
    """

    method: str
    arguments: Arguments
    outcome: str = SUCCEEDED
    step: int | None = None
    readable: str = ""


class Step(BaseModel):
    """One step of a state machine: its rule, and the rule's arguments as JSON can hold them."""

    rule: str
    arguments: dict[str, Any]


class Failure(BaseModel):
    """A failing sequence, kept to be run again.

    Attributes:
        machine: the state machine's name.
        error: what went wrong.
        seed: the seed it was found with.
        steps: the shortest list of steps that fails, for the machine to run again.
        chain_id: of the chain it ran on.
        timestamp: where that chain's clock started.
        names: of actors and contracts, by address.
        calls: everything that was done to the chain, for any chain to run again.
    """

    machine: str
    error: str
    seed: int
    steps: list[Step]
    chain_id: int
    timestamp: int
    names: dict[str, str]
    calls: list[Call] = Field(default_factory=list)

    def save(self, folder: Path) -> Path:
        """Write it to a file named for its machine and steps, and return the file."""
        digest = hashlib.sha256("".join(step.model_dump_json() for step in self.steps).encode())
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{self.machine}-{digest.hexdigest()[:12]}.json"
        file.write_text(self.model_dump_json(indent=2, exclude_defaults=True) + "\n")
        return file

    @classmethod
    def load(cls, file: Path) -> "Failure":
        """Read a file that `save` wrote.

        Raises:
            pydantic.ValidationError: it is not one.
        """
        return cls.model_validate_json(file.read_text())

    def listing(self) -> str:
        """The steps' calls in words, one a line."""
        return "\n".join(call.readable for call in self.calls if call.step is not None)


def described(data: bytes, registry: AbiRegistry, names: Mapping[str, str]) -> str:
    """Calldata in words: function and arguments by name, or hexadecimal where nothing knows it."""
    function = registry.function(data[:4])
    if function is None:
        return f"0x{data.hex()}" if data else ""
    values = function.inputs.decode(data[4:])
    pairs = zip(function.inputs.fields, values, strict=True)
    return (
        f"{function.name}({', '.join(f'{name}={worded(value, names)}' for name, value in pairs)})"
    )


def worded(value: Any, names: Mapping[str, str]) -> str:
    """A value in words: addresses by the names they are known by, bytes as hexadecimal."""
    if isinstance(value, str):
        return names.get(value, repr(value))
    if isinstance(value, bytes):
        return f"0x{value.hex()}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(worded(item, names) for item in value)}]"
    return str(value)


class RecordedChain(MemoryChain):
    """An in-process chain that writes down everything done to it.

    Attributes:
        calls: what was done, in order; going back to a snapshot forgets what came after.
        names: names of actors and contracts, by address.
        step: number given to what is done from now on.
    """

    def __init__(self, chain_id: int = 31337) -> None:
        self.calls: list[Call] = []
        self.names: dict[str, str] = {}
        self.step: int | None = None
        self._lengths: dict[int, int] = {}
        super().__init__(chain_id)
        self.started = self.timestamp

    def _note(self, method: str, arguments: Arguments, outcome: str = SUCCEEDED) -> None:
        self.calls.append(Call(method=method, arguments=arguments, outcome=outcome, step=self.step))

    def actor(self, name: str) -> Actor:
        """See `Chain.actor`."""
        found = super().actor(name)
        self.names[found] = name
        return found

    def deploy(
        self,
        contract: ContractLike,
        *args: Any,
        sender: AddressLike | None = None,
        value: int = 0,
        gas: int | None = None,
    ) -> Contract:
        """See `Chain.deploy`."""
        made = super().deploy(contract, *args, sender=sender, value=value, gas=gas)
        self.names[made.address] = made.abi.name
        return made

    def at(self, address: AddressLike, abi: AbiLike) -> Contract:
        """See `Chain.at`."""
        found = super().at(address, abi)
        self.names[found.address] = found.abi.name
        return found

    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """See `Chain.transact`."""
        arguments: Arguments = {
            "to": None if to is None else to_address(to),
            "data": data.hex(),
            "sender": to_address(sender),
            "value": value,
            "gas": gas,
        }
        try:
            receipt = super().transact(to, data, sender, value, gas)
        except Reverted as error:
            self._note("transact", arguments, str(error))
            raise
        self._note("transact", arguments)
        return receipt

    def set_timestamp(self, timestamp: int) -> None:
        """See `Chain.set_timestamp`."""
        super().set_timestamp(timestamp)
        self._note("set_timestamp", {"timestamp": timestamp})

    def mine(self, blocks: int = 1) -> None:
        """See `Chain.mine`."""
        super().mine(blocks)
        self._note("mine", {"blocks": blocks})

    def set_base_fee(self, base_fee: int) -> None:
        """See `Chain.set_base_fee`."""
        super().set_base_fee(base_fee)
        self._note("set_base_fee", {"base_fee": base_fee})

    def set_balance(self, address: AddressLike, balance: int) -> None:
        """See `Chain.set_balance`."""
        super().set_balance(address, balance)
        self._note("set_balance", {"address": to_address(address), "balance": balance})

    def set_code(self, address: AddressLike, code: bytes) -> None:
        """See `Chain.set_code`."""
        super().set_code(address, code)
        self._note("set_code", {"address": to_address(address), "code": code.hex()})

    def set_storage(self, address: AddressLike, slot: int, value: int) -> None:
        """See `Chain.set_storage`."""
        super().set_storage(address, slot, value)
        arguments: Arguments = {"address": to_address(address), "slot": slot, "value": value}
        self._note("set_storage", arguments)

    def snapshot(self) -> int:
        """See `Chain.snapshot`."""
        snapshot = super().snapshot()
        self._lengths[snapshot] = len(self.calls)
        return snapshot

    def revert(self, snapshot: int) -> None:
        """See `Chain.revert`."""
        super().revert(snapshot)
        del self.calls[self._lengths[snapshot] :]
        self._lengths = {key: size for key, size in self._lengths.items() if key < snapshot}

    def recorded(self) -> list[Call]:
        """What was done, each with its words."""
        return [call.model_copy(update={"readable": self._worded(call)}) for call in self.calls]

    def _worded(self, call: Call) -> str:
        if call.method != "transact":
            values = {key: worded(value, self.names) for key, value in call.arguments.items()}
            return f"{call.method}({', '.join(f'{key}={value}' for key, value in values.items())})"
        arguments = call.arguments
        sender = worded(arguments["sender"], self.names)
        if arguments["to"] is None:
            words = "create a contract"
        else:
            data = bytes.fromhex(str(arguments["data"]))
            target = worded(arguments["to"], self.names)
            words = f"{target}.{described(data, self.registry, self.names)}".rstrip(".")
        value = f" with {arguments['value']} wei" if arguments["value"] else ""
        end = "" if call.outcome == SUCCEEDED else f" -> refused: {call.outcome}"
        return f"{sender}: {words}{value}{end}"

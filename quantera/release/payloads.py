"""What a step's call data say: the creation in them and its arguments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.access import Role
from quantera.evm.abi import AbiEntry, ContractAbi, FunctionAbi, signature_of
from quantera.evm.codec import Codec
from quantera.release.addresses import KEYLESS_DEPLOYER
from quantera.release.arguments import function_of, merged_abi, merged_entries
from quantera.release.blueprint import FACTORY, MANAGER, PROXY
from quantera.release.errors import PlanError
from quantera.release.plan import Plan, Step
from quantera.release.steps import CREATE, MULTICALL, OPEN

_PROXY_ARGUMENTS = Codec([{"name": "logic", "type": "address"}, {"name": "data", "type": "bytes"}])


@dataclass(frozen=True)
class Told:
    """A function or constructor with its arguments, for people."""

    name: str
    arguments: tuple[tuple[str, Any], ...]

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={_shown(value)}" for name, value in self.arguments)
        return f"{self.name}({shown})"


def _shown(value: Any) -> str:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return str(value)


def _function(contract: str, selector: bytes) -> FunctionAbi | None:
    for function in merged_abi(contract).by_signature.values():
        if function.selector == selector:
            return function
    return None


def _name(contract: str, selector: bytes) -> str:
    function = _function(contract, selector)
    return "0x" + selector.hex() if function is None else function.name


def _call(contract: str, data: bytes) -> Told:
    function = _function(contract, data[:4])
    if function is None:
        return Told("0x" + data[:4].hex(), ())
    values = function.inputs.decode(data[4:])
    return Told(function.name, tuple(zip(function.inputs.fields, values, strict=True)))


def managed_calls(addresses: Mapping[str, str], data: bytes) -> Iterator[Told]:
    """Calls in a `multicall` of the access manager, with the names of what they are for put in.

    Args:
        addresses: by entry.
        data: call data of the `multicall`.
    """
    entries = {address: entry for entry, address in addresses.items()}
    for call in function_of(MANAGER, MULTICALL).inputs.decode(data[4:])[0]:
        known = _call(MANAGER, call)
        given = dict(known.arguments)
        target = given.get("target")
        entry = entries.get(str(target))
        if entry is None:
            yield Told(known.name, tuple(_other(given, ())))
        elif known.name in {"execute", "schedule"}:
            inner = _call(entry, given["data"])
            verb = "schedule " if known.name == "schedule" else ""
            arguments = tuple(_other(dict(inner.arguments), ()))
            yield Told(f"{verb}{entry}.{inner.name}", arguments)
        else:
            names = [_name(entry, selector) for selector in given.get("selectors", ())]
            yield Told(known.name, (("target", entry), *_other(given, names)))


def _other(given: Mapping[str, Any], functions: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        if name == "selectors":
            yield "functions", list(functions)
        elif name == "roleId":
            yield "role", Role(value).name if value in list(Role) else value
        elif name != "target":
            yield name, value


def calls_in(addresses: Mapping[str, str], to: str, data: bytes) -> list[Told]:
    """What call data say, to the access manager or to anybody else.

    Args:
        addresses: by entry.
        to: whom they are for.
        data: the call data.
    """
    manager = addresses.get(MANAGER)
    if to == manager and data[:4] == function_of(MANAGER, MULTICALL).selector:
        return list(managed_calls(addresses, data))
    entry = next((entry for entry, address in addresses.items() if address == to), None)
    return [Told(to, (("bytes", len(data)),)) if entry is None else _call(entry, data)]


def creation_of(plan: Plan, step: Step) -> bytes:
    """Creation code with its arguments, as a step that creates sends it."""
    data = bytes.fromhex(plan.data(step)[2:])
    if step.to == KEYLESS_DEPLOYER:
        return data[32:]
    if step.name == "open":
        return bytes(function_of(FACTORY, OPEN).inputs.decode(data[4:])[0])
    return bytes(function_of(FACTORY, CREATE).inputs.decode(data[4:])[1])


def arguments_of(plan: Plan, step: Step, contract: str) -> bytes:
    """The encoded arguments behind a contract's creation code.

    Raises:
        PlanError: the contract was compiled anew since the plan was made.
    """
    created, code = creation_of(plan, step), artifacts.load(contract).creation_code
    if not created.startswith(code):
        raise PlanError(f"{contract} was compiled anew since the plan was made")
    return created[len(code) :]


def initialization_of(plan: Plan, step: Step, entry: str) -> tuple[AbiEntry, bytes]:
    """The call that initialises an entry's proxy: its ABI entry and its data.

    Raises:
        PlanError: no function of the entry has its selector.
    """
    call = bytes(_PROXY_ARGUMENTS.decode(arguments_of(plan, step, PROXY))[1])
    for one in merged_entries(entry):
        if one["type"] == "function" and keccak(text=signature_of(one))[:4] == call[:4]:
            return one, call
    raise PlanError(f"{entry} is initialised by an unknown function")


def told(plan: Plan, step: Step) -> list[Told]:
    """What a step creates and with which arguments, or what it calls.

    Raises:
        PlanError: a contract was compiled anew since the plan was made.
    """
    if not step.creates:
        return list(managed_calls(plan.addresses, bytes.fromhex(plan.data(step)[2:])))
    found = []
    for entry in step.creates:
        contract = plan.contracts[entry]
        codec = ContractAbi(contract, artifacts.load(contract).abi).constructor
        values = codec.decode(arguments_of(plan, step, contract))
        if contract == PROXY:
            function, call = initialization_of(plan, step, entry)
            initial = Codec(function["inputs"])
            given = tuple(zip(initial.fields, initial.decode(call[4:]), strict=True))
            found.append(Told(f"proxy of {values[0]}: {function['name']}", given))
        else:
            found.append(Told(contract, tuple(zip(codec.fields, values, strict=True))))
    return found

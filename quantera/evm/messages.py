"""One message on pyrevm: run, told apart from what never ran, and read back."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pyrevm import EVM, BlockEnv, CfgEnv, Env

from quantera.evm.abi import AbiRegistry
from quantera.evm.chain import BLOCK_GAS_LIMIT
from quantera.evm.errors import Reverted, decode_revert
from quantera.evm.receipts import Log
from quantera.evm.world import NO_CODE_HASH, account_info

_SENDER_HAS_CODE = "RejectCallerWithCode"
_REVERT = re.compile(r"Revert \{ gas_used: \d+, output: 0x([0-9a-f]*)")
_HALT = re.compile(r"Halt \{ reason: (.+), gas_used: \d+ \}$")


class Message(NamedTuple):
    """What pyrevm is asked to run, in the order it takes it; a creation has no target."""

    origin: str
    target: str | None
    data: bytes
    value: int
    gas: int
    price: int


def new_machine(chain_id: int) -> Any:
    """A machine without state."""
    return EVM(env=Env(cfg=CfgEnv(chain_id=chain_id), block=BlockEnv()), gas_limit=BLOCK_GAS_LIMIT)


def attempt(
    machine: Any, message: Message, stored_code: Callable[[str], bytes], *, keeps: bool
) -> bytes | str:
    """Runs a message; what it returned, or the address of what it created.

    Args:
        machine: pyrevm's.
        message: what to run.
        stored_code: an account's code.
        keeps: whether it is a transaction and not only a look.

    Raises:
        RuntimeError: it failed, or could not be run; `executed` tells which.
    """
    try:
        return _run(machine, message)
    except RuntimeError as error:
        if _SENDER_HAS_CODE not in str(error):
            raise
    # pyrevm refuses senders with code (EIP-3607) by their code's hash alone: without the hash a
    # contract may send, and its code is still there to be called back. Unlike an outside account
    # it can see its own nonce, by creating, so the transaction is counted first.
    origin = message.origin
    before = machine.basic(origin)
    code = stored_code(origin)
    counted = int(message.target is not None)
    machine.insert_account_info(
        origin, account_info(before.balance, before.nonce + counted, code, NO_CODE_HASH)
    )
    kept = counted
    try:
        return _run(machine, message)
    except RuntimeError as error:
        kept = counted if executed(error) else 0
        raise
    finally:
        # What the journal did to balance and nonce stays for the journal to undo.
        after = machine.basic(origin)
        nonce = after.nonce - counted + (kept if keeps else 0)
        machine.insert_account_info(origin, account_info(after.balance, nonce, code))


def _run(machine: Any, message: Message) -> bytes | str:
    result: bytes | str
    if message.target is None:
        origin, _, *rest = message
        result = machine.deploy(origin, *rest)
    else:
        result = machine.message_call(*message)
    return result


def reverted_of(failure: RuntimeError, registry: AbiRegistry) -> Reverted:
    """The revert that a failure tells of."""
    text = str(failure)
    if found := _REVERT.match(text):
        return decode_revert(bytes.fromhex(found.group(1)), registry)
    halted = _HALT.match(text)
    return decode_revert(b"", registry, halted.group(1) if halted else text)


def executed(failure: RuntimeError) -> bool:
    """Whether the message was run at all."""
    return str(failure).startswith(("Revert", "Halt"))


def log_of(entry: Any) -> Log:
    """A log as receipts hold it."""
    topics, data = entry.data
    return Log(entry.address, tuple(topics), data)

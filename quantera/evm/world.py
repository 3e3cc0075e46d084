"""The state of a pyrevm machine taken out and put into a new one, as the end of a block does.

pyrevm never ends a transaction: slots stay warm, their original values stay those of long ago, and
what was created stays "created in this transaction". A machine built anew from the state has
none of that, so a transaction on it costs what it costs on a chain, and SELFDESTRUCT means what it
means there. pyrevm does not list storage; the text of its journal does, and pyrevm is pinned.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from eth_utils.crypto import keccak
from pyrevm import AccountInfo

from quantera.evm.actors import to_address

NO_CODE_HASH = keccak(b"")

_INFO = ": Account { info: "
_STORAGE = ", storage: {"
_STATUS = "}, status: AccountStatus("
_END = ") }"
_ADDRESS_SIZE = 42
_SLOT = re.compile(
    r"(\d+): StorageSlot \{ previous_or_original_value: \d+, present_value: (\d+) \}"
)
_END_OF_ACCOUNTS = "}, transient_storage: {"


@dataclass(frozen=True)
class Account:
    """One account: pyrevm's own record of balance, nonce and code, and the words it stores."""

    info: Any
    storage: dict[int, int] = field(default_factory=dict)


World = dict[str, Account]


def taken_out(machine: Any, base: World) -> World:
    """The state a machine has reached, given the state it was built from."""
    world = dict(base)
    infos = machine.journal_state
    accounts = machine.journal_str.partition(_END_OF_ACCOUNTS)[0]
    for name, slots, status in _accounts(accounts):
        address = to_address(name)
        if "SelfDestructed" in status:
            world.pop(address, None)
            continue
        known = base.get(address)
        # What was created starts with empty storage, whatever was stored there before.
        storage = {} if known is None or "Created" in status else dict(known.storage)
        for slot, value in _SLOT.findall(slots):
            storage[int(slot)] = int(value)
        kept = {slot: value for slot, value in storage.items() if value}
        world[address] = Account(infos[address], kept)
    return world


def _accounts(text: str) -> Iterator[tuple[str, str, str]]:
    """Address, storage and status of each account in a journal's text."""
    # Between the two stands the account's whole code, which a pattern would walk letter by letter.
    info = text.find(_INFO)
    while info >= 0:
        storage = text.index(_STORAGE, info) + len(_STORAGE)
        status = text.index(_STATUS, storage)
        end = text.index(_END, status)
        yield (
            text[info - _ADDRESS_SIZE : info],
            text[storage:status],
            text[status + len(_STATUS) : end],
        )
        info = text.find(_INFO, end)


def put_into(machine: Any, world: World) -> None:
    """Fill a new machine; every account and slot in it is cold."""
    for address, account in world.items():
        machine.insert_account_info(address, account.info)
        for slot, value in account.storage.items():
            # pyrevm loads the account with its first slot, and the next would go to the journal:
            # going back makes it cold again, while what was inserted stays.
            checkpoint = machine.snapshot()
            machine.insert_account_storage(address, slot, value)
            machine.revert(checkpoint)


def account_info(
    balance: int, nonce: int, code: bytes | None = None, code_hash: bytes | None = None
) -> AccountInfo:
    """Pyrevm's record of an account; without a code's hash, the code's own."""
    # The stub that pyrevm ships lacks the balance.
    return AccountInfo(balance, nonce, code_hash, code)  # type: ignore[call-arg, arg-type]


def is_empty(info: AccountInfo) -> bool:
    """Whether it is what EIP-161 calls empty: no code, no coins, nothing sent."""
    return not info.nonce and not info.balance and info.code_hash == NO_CODE_HASH

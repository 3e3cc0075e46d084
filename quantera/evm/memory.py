"""The in-process EVM: pyrevm, with each call made a transaction.

pyrevm runs messages in one long-lived journal. What a transaction is beyond a message is added
here: transient storage cleared, the sender's nonce counted, a block of its own, revert data read
from the text pyrevm raises, contracts allowed as senders, a base fee, and snapshots that also undo
what pyrevm changes outside its journal (balances, code and storage set by hand). Where it matters
that a transaction has ended (exact gas, SELFDESTRUCT) the machine is built anew from its state.
"""

from typing import Any

from eth_utils.crypto import keccak
from pyrevm import BlockEnv

from quantera.evm import bytecode
from quantera.evm.actors import ZERO_ADDRESS, AddressLike, to_address
from quantera.evm.chain import BLOCK_GAS_LIMIT, GENESIS_TIME, Chain
from quantera.evm.errors import Reverted, TransactionInvalidError
from quantera.evm.levels import Level, Saved
from quantera.evm.messages import (
    Message,
    attempt,
    executed,
    log_of,
    new_machine,
    reverted_of,
)
from quantera.evm.receipts import Receipt
from quantera.evm.world import NO_CODE_HASH, World, account_info, is_empty, put_into, taken_out

MAXIMUM_DEPTH = 256
"""Levels on one machine; they take from the 1,024 nested calls it allows.

What is left is more than contracts can reach: each call passes on 63/64 of its gas, and of a
block's 30 million nothing is left some 600 calls down.
"""

_COMPILED = b"dsolc"
"""Part of the metadata behind compiled code: calldata with it carries a contract to create."""


class MemoryChain(Chain):
    """An in-process chain: outcomes at speed.

    Gas is exact, and told, only while `exact` is on.

    Invariant EVM-01: each transaction does what it does on a real node: outcome, return and
    revert data, events and state. Invariant EVM-02: gas that is told is a node's to the unit.

    Limits, all pyrevm's: the base fee is seen by contracts but never paid, and constructors see it
    as zero; contracts that ask for the base fee have another code hash once there is one; a
    contract that sends has, while it does, the code hash of an empty account; PREVRANDAO and the
    hashes of past blocks mean nothing.

    Args:
        chain_id: EIP-155 chain id.
        timestamp: where the clock starts, in seconds.
        exact: run each transaction on a machine built anew, which costs milliseconds.
    """

    def __init__(
        self, chain_id: int = 31337, timestamp: int = GENESIS_TIME, *, exact: bool = False
    ) -> None:
        super().__init__(chain_id)
        self.exact = exact
        self._timestamp = timestamp
        self._block_number = 0
        self._base_fee = 0
        self._world: World = {}
        self._evm: Any = new_machine(self.chain_id)
        self._levels: list[Level] = []
        self._journal_moved = False
        self._snapshots = 0
        # Whether some code may destroy itself: then each transaction is brought to its end.
        self._destructible = False
        self._code_seen: set[bytes] = set()
        self._code_as_deployed: dict[bytes, bytes] = {}

    # -- calls and transactions -----------------------------------------------------------------

    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """See `Chain.transact`."""
        origin = to_address(sender)
        target = None if to is None else to_address(to)
        limit = self._gas_limit(gas, data, creates=to is None)
        if self.exact:
            self._settle()
        price = self._base_fee
        if target is None:
            # pyrevm makes the sender of a creation, and nobody else, pay.
            price = 0
            if self.balance(origin) < value + limit * self._base_fee:
                raise TransactionInvalidError("insufficient funds for gas * price + value")
        sender_before = self._evm.basic(origin)
        self._count(origin, sender_before, calls=target is not None)
        self._set_block(self._timestamp, self._block_number + 1)
        output: bytes | str = b""
        failure: RuntimeError | None = None
        try:
            output = self._attempt(Message(origin, target, data, value, limit, price), keeps=True)
        except RuntimeError as error:
            failure = error
        finally:
            self._evm.reset_transient_storage()
            self._journal_moved = True
        if failure is not None and not executed(failure):
            self._put_nonce(origin, sender_before.nonce)
            raise TransactionInvalidError(str(failure)) from failure
        self._block_number += 1
        result = self._evm.result
        raw = result.logs if failure is None else ()
        created = to_address(output) if isinstance(output, str) else None
        receipt = Receipt(
            registry=self.registry,
            status=int(failure is None),
            sender=origin,
            to=target,
            contract_address=created,
            block_number=self._block_number,
            timestamp=self._timestamp,
            logs=lambda: tuple(log_of(entry) for entry in raw),
            output=lambda: output if isinstance(output, bytes) else self.code(output),
            gas_used=result.gas_used if self.exact else None,
        )
        if target is None or _COMPILED in data:
            self._notice(data)
        if self._destructible:
            self._settle()
        if self._base_fee:
            self._show_base_fee()
        if failure is not None:
            reverted = self._reverted(failure)
            reverted.receipt = receipt
            raise reverted from None
        return receipt

    def call(
        self,
        to: AddressLike,
        data: bytes,
        sender: AddressLike | None = None,
        value: int = 0,
        *,
        gas: int | None = None,
        timestamp: int | None = None,
        block_number: int | None = None,
    ) -> bytes:
        """See `Chain.call`."""
        origin = ZERO_ADDRESS if sender is None else to_address(sender)
        self._set_block(
            self._timestamp if timestamp is None else timestamp,
            self._block_number if block_number is None else block_number,
        )
        # On a chain the sender of a call has a nonce too while it runs, so it is never empty.
        empty = is_empty(self._evm.basic(origin))
        if empty:
            self._evm.insert_account_info(origin, account_info(0, 1))
        checkpoint = self._evm.snapshot()
        try:
            message = Message(origin, to_address(to), data, value, gas or BLOCK_GAS_LIMIT, 0)
            output = self._attempt(message, keeps=False)
        except RuntimeError as error:
            if not executed(error):
                raise TransactionInvalidError(str(error)) from error
            raise self._reverted(error) from None
        finally:
            self._evm.revert(checkpoint)
            if empty:
                self._evm.insert_account_info(origin, account_info(0, 0))
        assert isinstance(output, bytes)
        return output

    def _attempt(self, message: Message, *, keeps: bool) -> bytes | str:
        """Run a message; `keeps` says that it is a transaction and not only a look."""
        return attempt(self._evm, message, self._stored_code, keeps=keeps)

    def _reverted(self, failure: RuntimeError) -> Reverted:
        return reverted_of(failure, self.registry)

    # -- snapshots ------------------------------------------------------------------------------

    def snapshot(self) -> int:
        """See `Chain.snapshot`."""
        self._snapshots += 1
        level = self._open_level()
        level.snapshot = self._snapshots
        level.saved = Saved(
            self._timestamp,
            self._block_number,
            self._base_fee,
            self._funded.copy(),
            self._destructible,
        )
        return self._snapshots

    def revert(self, snapshot: int) -> None:
        """See `Chain.revert`."""
        if not any(level.snapshot == snapshot for level in self._levels):
            raise KeyError(f"no snapshot {snapshot}")
        while True:
            level = self._levels.pop()
            self._evm, self._world = level.machine, level.world
            self._evm.revert(level.checkpoint)
            for undo in reversed(level.undo):
                undo()
            for sender, nonce in level.nonces.items():
                self._put_nonce(sender, nonce)
            if level.snapshot == snapshot:
                break
        saved = level.saved
        if saved is not None:
            self._timestamp = saved.timestamp
            self._block_number = saved.block_number
            self._base_fee = saved.base_fee
            self._funded = saved.funded
            self._destructible = saved.destructible
        self._journal_moved = True

    def _open_level(self) -> Level:
        top = self._levels[-1] if self._levels else None
        depth = top.depth if top is not None and top.machine is self._evm else 0
        if depth == MAXIMUM_DEPTH:
            self._settle()
            depth = 0
        level = Level(self._evm, self._world, self._evm.snapshot(), depth + 1)
        self._levels.append(level)
        self._journal_moved = False
        return level

    def _edit(self, address: str) -> None:
        """Before changing an account outside pyrevm's journal: see that a revert restores it.

        Going back is exact because what the journal did after the change is undone before it, so
        a level of its own starts where transactions lie between two such changes.
        """
        if not self._levels:
            return
        if self._journal_moved:
            self._open_level()
        machine = self._evm
        info = machine.basic(address)
        self._levels[-1].undo.append(lambda: machine.insert_account_info(address, info))

    def _notice(self, code: bytes) -> None:
        self._destructible |= bytecode.holds(code, bytecode.SELFDESTRUCT)

    def _settle(self) -> None:
        """End what went before: a new machine with the state that was reached, all of it cold.

        Open snapshots keep the machine they were taken on.
        """
        world = taken_out(self._evm, self._world)
        machine = new_machine(self.chain_id)
        put_into(machine, world)
        self._evm, self._world = machine, world
        self._journal_moved = True

    # -- time, blocks, fees ---------------------------------------------------------------------

    @property
    def timestamp(self) -> int:
        """See `Chain.timestamp`."""
        return self._timestamp

    def set_timestamp(self, timestamp: int) -> None:
        """See `Chain.set_timestamp`."""
        self._timestamp = self._forward(timestamp)

    @property
    def block_number(self) -> int:
        """See `Chain.block_number`."""
        return self._block_number

    def mine(self, blocks: int = 1) -> None:
        """See `Chain.mine`."""
        self._block_number += blocks

    @property
    def base_fee(self) -> int:
        """See `Chain.base_fee`."""
        return self._base_fee

    def set_base_fee(self, base_fee: int) -> None:
        """See `Chain.set_base_fee`."""
        self._base_fee = base_fee
        if base_fee:
            self._show_base_fee()

    def _set_block(self, timestamp: int, number: int) -> None:
        # pyrevm forces the base fee to zero; code that asks for it was changed to ask for this.
        seen = self._base_fee.to_bytes(32) if self._base_fee else None
        self._evm.set_block_env(BlockEnv(number=number, timestamp=timestamp, prevrandao=seen))

    def _show_base_fee(self) -> None:
        """Let all code that asks for the base fee ask for PREVRANDAO, which can be given."""
        for address, info in {**self._evm.db_accounts, **self._evm.journal_state}.items():
            if info.code_hash in self._code_seen:
                continue
            code = self._stored_code(address)
            shown = bytecode.substituted(code, bytecode.BASEFEE, bytecode.PREVRANDAO)
            if shown == code:
                self._code_seen.add(info.code_hash)
            else:
                self._put_code(address, shown)
                self._code_as_deployed[keccak(shown)] = code
                self._code_seen.add(keccak(shown))

    # -- state ----------------------------------------------------------------------------------

    def balance(self, address: AddressLike) -> int:
        """See `Chain.balance`."""
        return int(self._evm.get_balance(to_address(address)))

    def set_balance(self, address: AddressLike, balance: int) -> None:
        """See `Chain.set_balance`."""
        account = to_address(address)
        self._edit(account)
        self._evm.set_balance(account, balance)

    def code(self, address: AddressLike) -> bytes:
        """See `Chain.code`."""
        account = to_address(address)
        deployed = self._code_as_deployed.get(self._evm.basic(account).code_hash)
        return self._stored_code(account) if deployed is None else deployed

    def _stored_code(self, account: str) -> bytes:
        stored: bytes | None = self._evm.get_code(account)
        if stored is None:
            return b""
        # pyrevm pads code for its analysis; the hash tells where the code ends.
        wanted = self._evm.basic(account).code_hash
        shortest = len(stored.rstrip(b"\0"))
        return next(
            stored[:size]
            for size in range(shortest, len(stored) + 1)
            if keccak(stored[:size]) == wanted
        )

    def set_code(self, address: AddressLike, code: bytes) -> None:
        """See `Chain.set_code`."""
        self._put_code(to_address(address), code)
        self._notice(code)
        if self._destructible:
            self._settle()
        if self._base_fee:
            self._show_base_fee()

    def _put_code(self, account: str, code: bytes) -> None:
        self._edit(account)
        info = self._evm.basic(account)
        self._evm.insert_account_info(account, account_info(info.balance, info.nonce, code or None))

    def storage(self, address: AddressLike, slot: int) -> int:
        """See `Chain.storage`."""
        return int(self._evm.storage(to_address(address), slot))

    def set_storage(self, address: AddressLike, slot: int, value: int) -> None:
        """See `Chain.set_storage`."""
        account = to_address(address)
        # Reading loads the account, and what is written to a loaded account is in the journal.
        self._evm.storage(account, slot)
        self._evm.insert_account_storage(account, slot, value)
        self._journal_moved = True

    def nonce(self, address: AddressLike) -> int:
        """See `Chain.nonce`."""
        return int(self._evm.basic(to_address(address)).nonce)

    def _count(self, sender: str, info: Any, *, calls: bool) -> None:
        """Give an outside account the nonce of its transaction, and see that a revert takes it.

        pyrevm counts creations, in its journal; calls are counted here, past the journal. Both
        are undone by what the nonce was: only its transactions move it. A contract's nonce moves
        by itself too, and is counted while it sends.
        """
        if info.code_hash != NO_CODE_HASH:
            self._edit(sender)
            return
        if self._levels:
            self._levels[-1].nonces.setdefault(sender, info.nonce)
        if calls:
            self._evm.insert_account_info(sender, account_info(info.balance, info.nonce + 1))

    def _put_nonce(self, account: str, nonce: int) -> None:
        info = self._evm.basic(account)
        if info.nonce != nonce:
            self._evm.insert_account_info(account, account_info(info.balance, nonce))

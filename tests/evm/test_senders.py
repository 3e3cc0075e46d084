"""What sending leaves on the sender, alike on both machines: nonces, emptiness, their undoing."""

import pytest
from eth_utils.crypto import keccak

from quantera.evm import (
    ETHER,
    Chain,
    Contract,
    MemoryChain,
    NodeChain,
    TransactionInvalidError,
    memory,
)
from quantera.evm.gas import exact_gas
from quantera.evm.memory import MAXIMUM_DEPTH

NOBODY = "0x" + "a5" * 20
EMPTY_HASH = keccak(b"")


def drained(chain: Chain, machine: Contract) -> str:
    """An account that has sent once and holds nothing."""
    machine.fill(1, 1, 1, sender=NOBODY)
    assert chain.balance(NOBODY) == 0
    return NOBODY


def test_a_revert_brings_back_the_nonce_of_who_sent_and_created(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    issuer = either.actor("issuer")
    with either.rollback():
        machine.fill(1, 1, 1, sender=issuer)
        first = either.deploy("ChildProbe", 1, sender=issuer)
        assert either.nonce(issuer) == 2
    assert either.nonce(issuer) == 0
    machine.fill(1, 1, 1, sender=issuer)
    assert either.deploy("ChildProbe", 1, sender=issuer) == first
    with either.rollback():
        either.deploy("ChildProbe", 1, sender=issuer)
        machine.fill(1, 1, 1, sender=issuer)
        with either.rollback():
            machine.fill(1, 1, 1, sender=issuer)
            either.deploy("ChildProbe", 1, sender=issuer)
            assert either.nonce(issuer) == 6
        assert either.nonce(issuer) == 4
    assert either.nonce(issuer) == 2


def test_a_revert_brings_back_the_nonce_of_a_contract_that_sent(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    creation = either.deploy("CreationProbe")
    with either.rollback():
        creation.create(3, sender=either.actor("holder"))
        machine.fill(1, 1, 1, sender=creation)
        child = either.deploy("ChildProbe", 1, sender=creation)
        machine.fill(1, 1, 1, sender=child)
        assert (either.nonce(creation), either.nonce(child)) == (4, 2)
    assert (either.nonce(creation), either.nonce(child)) == (1, 0)


def test_who_has_sent_is_not_empty(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    creation = either.deploy("CreationProbe")
    assert creation.inspect(NOBODY).codeHash == bytes(32)
    with either.rollback():
        drained(either, machine)
        assert creation.inspect(NOBODY).codeHash == EMPTY_HASH
    # Nor is who calls, while it does.
    assert creation.inspect(NOBODY, sender=NOBODY).codeHash == EMPTY_HASH
    assert creation.inspect(NOBODY).codeHash == bytes(32)


def test_coins_for_who_has_sent_cost_no_new_account(chain: MemoryChain, node: NodeChain) -> None:
    used = []
    for each in (chain, node):
        machine = each.deploy("MachineProbe")
        payer = each.actor("payer")
        for account in (drained(each, machine), "0x" + "a7" * 20):
            with exact_gas(each):
                receipt = machine.send(account, 5, b"", sender=payer, value=5)
            used.append(receipt.gas_used)
    known, new = used[2:]
    assert used[:2] == [known, new]
    assert new - known == 25_000


def test_a_refused_transaction_leaves_no_nonce(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    creation = either.deploy("CreationProbe")
    with pytest.raises(TransactionInvalidError):
        machine.observe(sender=NOBODY, value=1)
    with pytest.raises(TransactionInvalidError):
        either.transact(None, b"", NOBODY, value=1)
    assert either.nonce(NOBODY) == 0
    assert creation.inspect(NOBODY).codeHash == bytes(32)


def test_changes_by_hand_between_transactions_have_no_bound(chain: MemoryChain) -> None:
    machine = chain.deploy("MachineProbe")
    holder = chain.actor("holder")
    rounds = 4 * MAXIMUM_DEPTH + 10
    with chain.rollback():
        for round_ in range(rounds):
            chain.set_balance(holder, ETHER + round_)
            machine.fill(1, 1, round_ + 1, sender=holder)
        assert chain.balance(holder) == ETHER + rounds - 1
        assert machine.slots(1) == rounds
        # Not even where contracts call deeply.
        assert machine.dive(300, False, sender=holder).return_value == 301
    assert chain.balance(holder) == 10_000 * ETHER
    assert (machine.slots(1), chain.nonce(holder)) == (0, 0)


def test_a_contract_that_sends_sees_its_block_on_a_machine_built_for_it(
    chain: MemoryChain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MAXIMUM_DEPTH", 1)
    machine = chain.deploy("MachineProbe")
    with chain.rollback():
        for _ in range(3):
            receipt = machine.observe(sender=machine)
            seen = receipt.events.one("Observed").seen
            assert (seen.timestamp, seen.number) == (chain.timestamp, chain.block_number)


def test_open_snapshots_have_no_bound(chain: MemoryChain) -> None:
    machine = chain.deploy("MachineProbe")
    holder = chain.actor("holder")
    opened = []
    for value in range(MAXIMUM_DEPTH + 100):
        opened.append(chain.snapshot())
        machine.fill(1, 1, value + 1, sender=holder)
    assert machine.slots(1) == len(opened)
    for value in (MAXIMUM_DEPTH + 50, MAXIMUM_DEPTH, MAXIMUM_DEPTH - 1, 7, 0):
        chain.revert(opened[value])
        assert machine.slots(1) == chain.nonce(holder) == value

"""Time, blocks, fees, snapshots and state under the test's control, alike on both machines."""

import pytest
from eth_utils.crypto import keccak

from quantera.evm import (
    ETHER,
    Chain,
    Contract,
    MemoryChain,
    Reverted,
    TransactionInvalidError,
    expect_revert,
)


@pytest.fixture
def machine(either: Chain) -> Contract:
    return either.deploy("MachineProbe")


def test_the_clock_stands_still_until_moved(machine: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    start = either.timestamp
    machine.observe(sender=holder)
    machine.observe(sender=holder)
    assert machine.last().timestamp == machine.look().timestamp == start
    either.advance(3600)
    assert machine.look().timestamp == either.timestamp == start + 3600
    assert machine.observe(sender=holder).timestamp == start + 3600
    assert machine.last().timestamp == start + 3600
    either.set_timestamp(start + 7200)
    assert machine.observe(sender=holder).events.one("Observed").seen.timestamp == start + 7200
    with pytest.raises(ValueError, match="cannot go back"):
        either.set_timestamp(start)


def test_each_transaction_is_a_block(machine: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    number = either.block_number
    assert machine.look().number == number
    assert machine.observe(sender=holder).block_number == number + 1
    assert machine.last().number == either.block_number == number + 1
    with pytest.raises(Reverted):
        machine.tryDive(2**255, True, sender=holder, gas=30_000)
    assert either.block_number == number + 2
    either.mine(5)
    assert either.block_number == number + 7
    assert machine.look().timestamp == either.timestamp


def test_calls_can_look_from_another_block(machine: Contract, either: Chain) -> None:
    seen = machine.look(timestamp=either.timestamp + 9, block_number=12345)
    assert (seen.timestamp, seen.number) == (either.timestamp + 9, 12345)
    assert machine.look().number == either.block_number


def test_contracts_see_the_base_fee_and_the_price_it_makes(either: Chain) -> None:
    holder = either.actor("holder")
    machine = either.deploy("MachineProbe")
    assert machine.look().baseFee == 0
    with either.rollback():
        either.set_base_fee(30 * 10**9)
        later = either.deploy("MachineProbe")
        for probe in (machine, later):
            probe.observe(sender=holder)
            probe.observe(sender=holder)
            assert (probe.last().baseFee, probe.last().gasPrice) == (30 * 10**9, 30 * 10**9)
            assert (probe.look().baseFee, probe.look().gasPrice) == (30 * 10**9, 0)
        assert either.code(later) == either.code(machine)
    assert either.base_fee == 0
    machine.observe(sender=holder)
    assert machine.last().baseFee == machine.look().baseFee == 0


def test_the_chain_id_is_the_chains(machine: Contract, either: Chain) -> None:
    assert machine.look().chainId == either.chain_id


def test_anyone_can_send_even_a_contract(machine: Contract, either: Chain) -> None:
    either.set_balance(machine, ETHER)
    other = either.deploy("MachineProbe")
    nonce = either.nonce(other)
    either.set_balance(other, ETHER)
    machine.observe(sender=other, value=5)
    seen = machine.last()
    assert (seen.sender, seen.origin, seen.value) == (other, other, 5)
    assert seen.senderCodeSize == len(either.code(other))  # its code is there while it sends
    assert either.nonce(other) == nonce + 1
    assert either.balance(other) == ETHER - 5
    # It can be called back while it sends: the fallback answers.
    answer = machine.guarded(b"hello", sender=other).return_value
    assert b"hello" in answer
    assert machine.look(sender=other).sender == other
    stranger = "0x" + "5a" * 20
    machine.observe(sender=stranger)
    assert machine.last().sender.lower() == stranger


def test_a_contract_can_create_as_sender(machine: Contract, either: Chain) -> None:
    creation = either.deploy("CreationProbe")
    child = either.deploy("ChildProbe", 5, sender=creation)
    assert child.SEED() == 5
    assert either.nonce(creation) == 2


def test_nonces_count_and_give_addresses(either: Chain) -> None:
    issuer = either.actor("issuer")
    assert either.nonce(issuer) == 0
    first = either.deploy("ChildProbe", 1, sender=issuer)
    first.increase(sender=issuer)
    with expect_revert("NotBorn"):
        either.deploy("ChildProbe", 13, sender=issuer)
    second = either.deploy("ChildProbe", 2, sender=issuer)
    assert either.nonce(issuer) == 4
    assert either.nonce(second) == 1
    assert second != first


def test_addresses_are_alike_on_both_machines(chain: Chain, node: Chain) -> None:
    made = []
    for each in (chain, node):
        creation = each.deploy("CreationProbe", sender=each.actor("a fresh creator"))
        receipt = creation.create2(7, b"\x01" * 32, sender=each.actor("holder"))
        made.append((creation.address, receipt.events.one("Created").child))
    assert made[0] == made[1]


def test_balances_code_and_storage_can_be_set(machine: Contract, either: Chain) -> None:
    holder, heir = either.actor("holder"), "0x" + "77" * 20
    either.set_balance(heir, 5)
    assert either.balance(heir) == 5
    either.transact(heir, b"", holder, value=6)
    assert either.balance(heir) == 11
    either.set_storage(machine, 77, 2**256 - 1)
    assert either.storage(machine, 77) == 2**256 - 1
    either.set_code(heir, either.code(machine))
    copy = either.at(heir, machine)
    copy.fill(3, 1, 4, sender=holder)
    assert copy.slots(3) == 4
    assert either.code(heir) == either.code(machine)
    assert either.balance(heir) == 11
    either.set_code(heir, b"")
    assert either.code(heir) == b""
    assert either.code(holder) == b""


def test_code_that_ends_in_zeros_keeps_them(either: Chain) -> None:
    account = "0x" + "78" * 20
    for code in (b"\x00", b"\x60\x01\x00\x00\x00", b"\x5b" * 40 + bytes(40)):
        either.set_code(account, code)
        assert either.code(account) == code


def test_packed_storage_reads_as_words(machine: Contract, either: Chain) -> None:
    machine.pack(5, 6, 7, True, -1, sender=either.actor("holder"))
    assert machine.packed() == (5, 6, 7, True, -1)
    assert machine.packed().delta == -1
    # Lowest first: 128 + 40 + 8 + 8 + 72 bits fill the word.
    word = 5 | 6 << 128 | 7 << 168 | 1 << 176 | (2**72 - 1) << 184
    assert either.storage(machine, 0) == word


def test_transient_storage_ends_with_the_transaction(machine: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    assert machine.markTwice(5, sender=holder).return_value == (0, 5)
    assert machine.mark(6, sender=holder).return_value == 0
    assert machine.simulate.mark(7, sender=holder) == 0
    with pytest.raises(Reverted):
        machine.guarded(b"", sender=machine)  # calls itself back, into receive: fine
        machine.guarded(machine.guarded.encode(b""), sender=machine)
    assert machine.mark(8, sender=holder).return_value == 0


def test_reentry_is_seen_within_a_transaction_only(machine: Contract, either: Chain) -> None:
    inner = machine.guarded.encode(b"")
    with expect_revert("Locked"):
        machine.guarded(inner, sender=machine)
    assert machine.guarded(b"", sender=machine).status == 1


def test_a_failure_below_undoes_only_itself(machine: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    receipt = machine.tryDive(3, True, sender=holder)
    assert receipt.return_value is False
    assert receipt.events == ()
    assert machine.slots(3) == 1
    receipt = machine.tryDive(3, False, sender=holder)
    assert [event.depth for event in receipt.events] == [3, 2, 1, 0]


def test_what_no_block_could_hold_changes_nothing(machine: Contract, either: Chain) -> None:
    poor = either.actor("poor")
    either.set_balance(poor, 5)
    before = (either.nonce(poor), either.block_number)
    with pytest.raises(TransactionInvalidError):
        machine.observe(sender=poor, value=6)
    with pytest.raises(TransactionInvalidError):
        machine.observe(sender=poor, gas=21_000)
    with pytest.raises(TransactionInvalidError, match="16777216"):
        machine.observe(sender=poor, gas=16_777_217)
    with pytest.raises(TransactionInvalidError):
        either.transact(None, bytes(49_153), poor)
    with pytest.raises(TransactionInvalidError):
        machine.simulate.observe(sender=poor, value=6)
    assert (either.nonce(poor), either.block_number) == before
    assert machine.observe(sender=poor, value=5).status == 1


def test_code_above_the_size_limit_is_refused(either: Chain) -> None:
    holder = either.actor("holder")
    for size, fits in ((24_576, True), (24_577, False)):
        returns = bytes.fromhex(f"61{size:04x}5ff3")
        if fits:
            assert either.transact(None, returns, holder).contract_address
        else:
            with expect_revert(""):
                either.transact(None, returns, holder)


def test_snapshots_bring_everything_back(machine: Contract, either: Chain) -> None:
    holder, heir = either.actor("holder"), "0x" + "79" * 20
    either.set_balance(heir, 1)
    machine.fill(1, 2, 5, sender=holder)
    snapshot = either.snapshot()
    kept = _everything(either, machine, holder, heir)

    either.transact(heir, b"", holder, value=10)
    either.set_balance(heir, 500)
    either.transact(heir, b"", holder, value=10)
    either.set_balance(holder, 3)
    either.set_storage(machine, 1, 99)
    machine.fill(1, 2, 6, sender=holder)
    either.set_code(heir, either.code(machine))
    either.at(heir, machine).fill(1, 1, 1, sender=machine)
    child = either.deploy("ChildProbe", 3, sender=holder) if either.balance(holder) else None
    either.advance(100)
    either.mine(3)
    inner = either.snapshot()
    either.set_balance(heir, 7)
    machine.fill(1, 2, 0, sender=holder)
    either.set_balance(heir, 8)
    either.revert(inner)
    assert either.balance(heir) == 510
    assert machine.slots(1) == 6
    either.snapshot()
    either.set_balance("0x" + "80" * 20, 12)

    either.revert(snapshot)
    assert _everything(either, machine, holder, heir) == kept
    assert either.balance("0x" + "80" * 20) == 0
    assert child is not None
    assert either.code(child) == b""
    with pytest.raises(KeyError):
        either.revert(inner)
    with pytest.raises(KeyError):
        either.revert(snapshot)
    # The machine goes on from where it was brought back to.
    machine.fill(1, 1, 8, sender=holder)
    assert machine.slots(1) == 8


def _everything(chain: Chain, machine: Contract, *accounts: str) -> tuple[object, ...]:
    return (
        chain.timestamp,
        chain.block_number,
        chain.base_fee,
        [chain.storage(machine, slot) for slot in range(4)],
        [machine.slots(key) for key in range(4)],
        [(chain.balance(item), chain.nonce(item), chain.code(item)) for item in accounts],
    )


def test_rollback_undoes_when_the_block_fails(machine: Contract, either: Chain) -> None:
    with pytest.raises(RuntimeError), either.rollback():
        machine.fill(1, 1, 5, sender=either.actor("holder"))
        raise RuntimeError("the test went wrong")
    assert machine.slots(1) == 0


def test_actors_have_keys_and_the_same_address_everywhere(chain: Chain, node: Chain) -> None:
    holder = chain.actor("holder")
    assert holder == node.actor("holder")
    assert (len(holder.key), holder.name) == (32, "holder")
    assert holder != chain.actor("other holder")
    assert chain.balance(holder) == node.balance(holder) == 10_000 * ETHER


def test_keys_sign_what_contracts_recover(either: Chain) -> None:
    from coincurve import PrivateKey  # noqa: PLC0415

    holder = either.actor("holder")
    machine = either.deploy("MachineProbe")
    signature = PrivateKey(holder.key).sign_recoverable(b"\x11" * 32, hasher=None)
    v, r, s = 27 + signature[64], signature[:32], signature[32:64]
    result = machine.precompiles(b"\x11" * 32, v, r, s)
    assert result.signer == holder
    assert result.power == 3**v


def test_ending_a_contract_means_what_cancun_says(either: Chain) -> None:
    holder, heir = either.actor("holder"), "0x" + "81" * 20
    creation = either.deploy("CreationProbe")
    # Created and ended in one transaction: gone, and the address is free again.
    salt = b"\x05" * 32
    receipt = creation.createAndEnd(5, salt, heir, sender=holder, value=9)
    gone = receipt.events.one("Created").child
    assert either.code(gone) == b""
    assert either.nonce(gone) == 0
    assert either.balance(heir) == 9
    again = creation.create2(5, salt, sender=holder).events.one("Created").child
    assert again == gone
    assert either.at(gone, "ChildProbe").count() == 5
    # Ended later: only its coins leave, and what it leaves to itself stays.
    child = either.deploy("ChildProbe", 6, value=8)
    child.end(child, sender=holder)
    assert either.balance(child) == 8
    child.end(heir, sender=holder)
    assert (either.balance(child), either.balance(heir)) == (0, 17)
    assert child.increase(sender=holder).return_value == 7
    # Ended while it is created: nothing stays but the coins.
    kept = either.snapshot()
    made = either.transact(None, bytes.fromhex("33ff"), holder, value=3).contract_address
    assert made is not None
    assert (either.code(made), either.nonce(made), either.balance(made)) == (b"", 0, 0)
    either.revert(kept)


def test_snapshots_hold_across_a_rebuilt_machine(chain: MemoryChain) -> None:
    holder = chain.actor("holder")
    machine = chain.deploy("MachineProbe")
    machine.fill(1, 3, 5, sender=holder)
    with chain.rollback():
        chain.set_balance(holder, 50)
        chain.exact = True
        machine.fill(2, 1, 0, sender=holder)
        with chain.rollback():
            chain.set_balance(holder, 60)
            machine.fill(1, 1, 7, sender=holder)
            assert [machine.slots(key) for key in (1, 2, 3)] == [7, 0, 5]
            assert chain.balance(holder) == 60
        assert [machine.slots(key) for key in (1, 2, 3)] == [5, 0, 5]
        assert chain.balance(holder) == 50
        chain.exact = False
    assert [machine.slots(key) for key in (1, 2, 3)] == [5, 5, 5]
    assert chain.balance(holder) == 10_000 * ETHER


def test_the_limits_in_memory_are_those_that_are_told(chain: MemoryChain, node: Chain) -> None:
    """What `MemoryChain` documents as different; whatever else differs is a fault."""
    hashes = []
    for each in (chain, node):
        creation = each.deploy("CreationProbe")
        hashes.append(creation.inspect(creation).codeHash)
        hashes.append(creation.inspect(creation, sender=creation).codeHash)
        hashes.append(creation.inspect(creation, sender=creation).codeSize)
    plain, while_sending, size = hashes[:3]
    assert [plain, plain, size] == hashes[3:]
    assert while_sending == keccak(b"")
    # A constructor that stores the base fee: BASEFEE PUSH0 SSTORE.
    holder = chain.actor("holder")
    for each, seen in ((chain, 0), (node, 7)):
        each.set_base_fee(7)
        made = each.transact(None, bytes.fromhex("485f55"), each.actor("holder")).contract_address
        assert made is not None
        assert each.storage(made, 0) == seen
    assert chain.balance(holder) > node.balance(holder)

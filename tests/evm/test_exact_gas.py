"""EVM-02: gas of the exact machine equals anvil's receipts to the unit, for every kind of cost."""

from collections.abc import Callable
from typing import Any

import pytest

from quantera.evm import ETHER, Chain, Contract, MemoryChain, NodeChain, Receipt, Reverted
from quantera.evm.actors import to_address
from quantera.evm.gas import exact_gas

NEW = "0x" + "71" * 20
IDENTITY = "0x" + "00" * 19 + "04"
RETURNS_CODE = bytes.fromhex("6005600c60003960056000f3600160005500")


class Stage:
    """The same contracts on one chain, with some storage already filled."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.owner, self.holder = chain.actors("owner", "holder")
        self.ledger = chain.deploy("LedgerProbe", 1000, sender=self.owner, value=50)
        self.machine = chain.deploy("MachineProbe")
        self.proxy = chain.at(chain.deploy("DelegateProbe", self.machine), "MachineProbe")
        self.types = chain.deploy("TypesProbe")
        self.creation = chain.deploy("CreationProbe")
        self.machine.fill(0, 10, 5, sender=self.owner)
        self.machine.setBlob(b"\x01" * 100, sender=self.owner)
        self.ledger.move(self.holder, 10, sender=self.owner)

    def send(self, to: str | Contract | None, data: bytes = b"", **options: Any) -> Receipt:
        return self.chain.transact(to, data, self.owner, **options)


PERSON = (
    "0x" + "ab" * 20,
    "a name of more than thirty-two bytes in all",
    1,
    [(1, 2)] * 3,
    [b""] * 2,
)

TABLE: dict[str, Callable[[Stage], Receipt | None]] = {
    "deploy": lambda on: on.chain.deploy("LedgerProbe", 5, sender=on.owner).deployment,
    "deploy with value": lambda on: on.chain.deploy("ChildProbe", 5, value=5).deployment,
    "deploy raw code": lambda on: on.send(None, RETURNS_CODE),
    "deploy nothing": lambda on: on.send(None, b""),
    "deploy refused": lambda on: on.chain.deploy("ChildProbe", 13).deployment,
    "coins to an account": lambda on: on.send(on.holder, value=5),
    "coins to a new account": lambda on: on.send(NEW, value=5),
    "nothing to a new account": lambda on: on.send(NEW),
    "coins from a contract to a new account": lambda on: on.machine.send(
        NEW, 5, b"", sender=on.owner, value=9
    ),
    "coins from a contract to an account": lambda on: on.machine.send(
        on.holder, 5, b"", sender=on.owner, value=9
    ),
    "calldata of zeros": lambda on: on.send(on.holder, bytes(2000)),
    "calldata without zeros": lambda on: on.send(on.holder, b"\xff" * 2000),
    "calldata mixed": lambda on: on.send(on.holder, b"\x00\x01\x02\x00" * 500),
    "token move, holder to holder": lambda on: on.ledger.move(on.holder, 5, sender=on.owner),
    "token move, all of it": lambda on: on.ledger.move(on.owner, 10, sender=on.holder),
    "token move, to itself": lambda on: on.ledger.move(on.owner, 5, sender=on.owner),
    "token move, to someone new": lambda on: on.ledger.move(NEW, 5, sender=on.owner),
    "token move, refused": lambda on: on.ledger.move(on.owner, 500, sender=on.holder),
    "storage set, new": lambda on: on.machine.fill(20, 3, 7, sender=on.owner),
    "storage set, changed": lambda on: on.machine.fill(0, 3, 7, sender=on.owner),
    "storage set, same": lambda on: on.machine.fill(0, 3, 5, sender=on.owner),
    "storage cleared, refund": lambda on: on.machine.fill(0, 1, 0, sender=on.owner),
    "storage cleared, refund at its cap": lambda on: on.machine.fill(0, 10, 0, sender=on.owner),
    "storage set and restored": lambda on: on.machine.churn(1, 9, sender=on.owner),
    "storage set and cleared again": lambda on: on.machine.churn(30, 9, sender=on.owner),
    "storage packed": lambda on: on.machine.pack(1, 2, 3, True, -4, sender=on.owner),
    "storage of bytes, shorter": lambda on: on.machine.setBlob(b"\x01", sender=on.owner),
    "transient": lambda on: on.machine.markTwice(5, sender=on.owner),
    "transient guard and callback": lambda on: on.machine.guarded(
        on.machine.look.encode(), sender=on.machine
    ),
    "transient guard, refused": lambda on: on.machine.guarded(
        on.machine.guarded.encode(b""), sender=on.machine
    ),
    "calls nested": lambda on: on.machine.dive(20, False, sender=on.owner),
    "calls nested, refused below": lambda on: on.machine.tryDive(20, True, sender=on.owner),
    "proxy call": lambda on: on.proxy.fill(0, 2, 5, sender=on.owner),
    "proxy call, refused": lambda on: on.proxy.dive(3, True, sender=on.owner),
    "block and sender read": lambda on: on.machine.observe(sender=on.owner, value=3),
    "create": lambda on: on.creation.create(5, sender=on.owner, value=4),
    "create2": lambda on: on.creation.create2(5, b"\x01" * 32, sender=on.owner),
    "create refused": lambda on: on.creation.create(13, sender=on.owner),
    "create and end": lambda on: on.creation.createAndEnd(5, b"\x02" * 32, NEW, sender=on.owner),
    "keccak of much memory": lambda on: on.machine.hash(20_000, sender=on.owner),
    "logs of every kind": lambda on: on.machine.logs(31, b"\x01" * 77, sender=on.owner),
    "log with shapes": lambda on: on.types.logShapes(PERSON, [1, 2], (3, 4), sender=on.owner),
    "revert with shapes": lambda on: on.send(on.types, on.types.refuse.encode(PERSON, [1], b"x")),
    "precompiles": lambda on: on.send(
        on.machine, on.machine.precompiles.encode(b"\x11" * 32, 27, b"\x22" * 32, b"\x33" * 32)
    ),
    "precompile itself": lambda on: on.send(IDENTITY, b"\x01" * 100),
    "panic": lambda on: on.send(on.machine, on.machine.fail.encode(2)),
    "invalid opcode": lambda on: on.send(on.machine, on.machine.fail.encode(6)),
    "out of gas": lambda on: on.machine.fill(0, 50, 9, sender=on.owner, gas=200_000),
    "out of gas below": lambda on: on.machine.tryDive(2**255, False, sender=on.owner),
    "withdraw": lambda on: on.ledger.withdraw(7, sender=on.owner),
    "contract sends": lambda on: on.machine.fill(0, 1, 0, sender=on.machine),
}


def gas_of(chain: Chain, act: Callable[[Stage], Receipt | None]) -> tuple[int, int]:
    try:
        receipt = act(Stage(chain))
    except Reverted as error:
        receipt = error.receipt
    assert receipt is not None
    return receipt.status, receipt.gas_used


@pytest.mark.parametrize("operation", TABLE)
def test_gas_is_anvils_to_the_unit(chain: MemoryChain, node: NodeChain, operation: str) -> None:
    node_gas = gas_of(node, TABLE[operation])
    with exact_gas(chain):
        assert gas_of(chain, TABLE[operation]) == node_gas
    with exact_gas(node):
        assert node_gas[1] >= 21_000


def test_the_table_is_mixed(node: NodeChain) -> None:
    outcomes = []
    for act in TABLE.values():
        with node.rollback():
            outcomes.append(gas_of(node, act)[0])
    assert len(outcomes) >= 20
    assert outcomes.count(0) >= 8


def test_what_the_test_looks_at_first_stays_cold(chain: MemoryChain, node: NodeChain) -> None:
    """Reading balances, storage and views before a transaction must not make it cheaper."""
    used = []
    for each in (chain, node):
        stage = Stage(each)
        with exact_gas(each):
            for _ in range(2):
                each.storage(stage.ledger, 1)
                each.balance(stage.holder)
                each.code(stage.ledger)
                stage.ledger.balanceOf(stage.holder)
                stage.ledger.simulate.move(stage.holder, 5, sender=stage.owner)
                used.append(stage.ledger.move(stage.holder, 5, sender=stage.owner).gas_used)
    assert used[:2] == used[2:]


def test_gas_is_told_only_where_it_is_exact(chain: MemoryChain) -> None:
    stage = Stage(chain)
    with exact_gas(chain):
        assert stage.send(stage.holder).gas_used == 21_000
    warm = stage.send(stage.holder)
    with pytest.raises(Exception, match="does not know gas"):
        _ = warm.gas_used


def test_a_base_fee_changes_no_gas(chain: MemoryChain, node: NodeChain) -> None:
    used = []
    for each in (chain, node):
        stage = Stage(each)
        each.set_balance(to_address(stage.owner), 10**6 * ETHER)
        each.set_base_fee(50 * 10**9)
        with exact_gas(each):
            used.append(stage.machine.observe(sender=stage.owner).gas_used)
            used.append(stage.send(None, RETURNS_CODE).gas_used)
    assert used[:2] == used[2:]

"""EVM-01: the in-process machine and a real anvil do the same with the same random transactions.

Compared after each: outcome, return and revert data, logs, created address, block; the gas of the
exact machine; and all the state that anvil says was touched (balances, nonces, code, storage).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from quantera.evm import (
    ETHER,
    AddressLike,
    Chain,
    Contract,
    MemoryChain,
    NodeChain,
    Receipt,
    Reverted,
    TransactionInvalidError,
    memory,
)
from quantera.evm.abi import FunctionAbi
from quantera.evm.actors import to_address
from quantera.evm.strategies import addresses, arguments

STEPS = 40
EXAMPLES = 12
SLOTS = 20
LEAST_TRANSACTIONS = 200
# Levels on one machine before it is built anew: few, so that it happens in almost every example.
DEPTH = 6
PENNILESS = to_address("0x" + "5a" * 20)

# Whether work fits the gas of a transaction depends on every unit of it, and the fast machine does
# not count units: amounts of work are either small or hopeless.
WORK = st.one_of(st.integers(0, 12), st.just(2**255))
SMALL = st.integers(0, 8)
INSTEAD: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "fill": {"from": SMALL, "count": WORK, "value": st.integers(0, 2)},
    "churn": {"key": SMALL, "value": st.integers(0, 2)},
    "dive": {"depth": WORK},
    "tryDive": {"depth": WORK},
    "hash": {"size": st.one_of(st.integers(0, 5000), st.just(2**255))},
    "fail": {"way": SMALL},
    "create": {"seed": st.one_of(SMALL, st.just(13))},
    "create2": {"seed": st.one_of(SMALL, st.just(13)), "salt": st.just(bytes(32))},
    "createAndEnd": {"seed": SMALL, "salt": st.just(bytes(32))},
    "slots": {"key": SMALL},
    "move": {"amount": st.integers(0, 400)},
    "withdraw": {"amount": st.integers(0, 400)},
}


@dataclass
class Trio:
    """The same chain three times, and what the transactions so far have touched."""

    fast: MemoryChain
    exact: MemoryChain
    node: NodeChain
    contracts: list[Contract] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    fees: Counter[str] = field(default_factory=Counter)
    touched: dict[str, set[int]] = field(default_factory=dict)
    snapshots: list[tuple[int, int, int, Counter[str]]] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)

    @property
    def chains(self) -> tuple[Chain, ...]:
        return (self.fast, self.exact, self.node)

    @property
    def accounts(self) -> list[AddressLike]:
        return [*self.contracts, *self.actors]

    def each(self, do: Callable[[Chain], Any]) -> list[Any]:
        return [do(chain) for chain in self.chains]


def outcome(chain: Chain, do: Callable[[Chain], Receipt]) -> tuple[dict[str, object], Any]:
    """What a transaction did, in a form that compares, and its receipt."""
    try:
        receipt: Receipt | None = do(chain)
        kind, data = "done", b"" if receipt is None else receipt.output
    except Reverted as error:
        receipt, kind, data = error.receipt, f"reverted {error.name}", error.data
    except TransactionInvalidError as error:
        note(f"{type(chain).__name__}: {error}")
        return {"kind": "invalid"}, None
    assert receipt is not None
    said = {
        "kind": kind,
        "data": data.hex(),
        "status": receipt.status,
        "logs": receipt.logs,
        "events": [(event.name, dict(event.args)) for event in receipt.events],
        "created": receipt.contract_address,
        "block": receipt.block_number,
        "timestamp": receipt.timestamp,
    }
    return said, receipt


def transact(trio: Trio, do: Callable[[Chain], Receipt]) -> None:
    (fast, _), (exact, measured), (node, receipt) = trio.each(lambda chain: outcome(chain, do))
    assert fast == node
    assert exact == node
    trio.tally[str(node["kind"]).partition(" ")[0]] += 1
    if receipt is None:
        return
    assert measured.gas_used == receipt.gas_used
    trio.fees[receipt.sender] += receipt.gas_used * trio.node.base_fee
    prestate = trio.node.rpc(
        "debug_traceTransaction", receipt.transaction_hash, {"tracer": "prestateTracer"}
    )
    touched = {
        # A transaction that ran out of gas while filling slots touched thousands, all undone.
        to_address(address): {int(slot, 16) for slot in sorted(account.get("storage", {}))[:SLOTS]}
        for address, account in prestate.items()
    }
    if receipt.contract_address:
        touched.setdefault(receipt.contract_address, set())
    compare_state(trio, touched)
    for address, slots in touched.items():
        trio.touched.setdefault(address, set()).update(slots)


def compare_state(trio: Trio, touched: dict[str, set[int]]) -> None:
    for address, slots in touched.items():
        for chain in (trio.fast, trio.exact):
            assert chain.nonce(address) == trio.node.nonce(address), address
            assert chain.code(address) == trio.node.code(address), address
            # In memory the base fee is seen and not paid.
            assert chain.balance(address) - trio.fees[address] == trio.node.balance(address)
            for slot in slots:
                assert chain.storage(address, slot) == trio.node.storage(address, slot)
    assert len({chain.block_number for chain in trio.chains}) == 1
    assert len({chain.timestamp for chain in trio.chains}) == 1


def functions(contract: Contract) -> list[FunctionAbi]:
    return list(contract.abi.by_signature.values())


def call_a_function(trio: Trio, data: st.DataObject) -> None:
    contract = data.draw(st.sampled_from(trio.contracts), label="contract")
    function = data.draw(st.sampled_from(functions(contract)), label="function")
    values = data.draw(
        arguments(function, trio.accounts, INSTEAD.get(function.name)), label="arguments"
    )
    # With a base fee, a contract that sends would pay it, which it can see in its own balance.
    # One that inspects code would see that its own has no hash: a limit that MemoryChain tells.
    eoa_only = trio.node.base_fee or function.name == "inspect"
    senders: list[AddressLike] = [*trio.actors] if eoa_only else trio.accounts
    sender = data.draw(st.sampled_from(senders), label="sender")
    value = 0
    if function.payable or data.draw(st.integers(0, 15)) == 0:
        value = data.draw(st.sampled_from([0, 1, 1000, ETHER, 10**30]), label="value")
    calldata = function.encode(values)
    transact(trio, lambda chain: chain.transact(contract, calldata, sender, value=value))


def call_a_view(trio: Trio, data: st.DataObject) -> None:
    contract = data.draw(st.sampled_from(trio.contracts))
    function = data.draw(st.sampled_from(functions(contract)))
    values = data.draw(arguments(function, trio.contracts, INSTEAD.get(function.name)))
    senders = [*trio.actors] if function.name == "inspect" else trio.accounts
    sender = data.draw(st.sampled_from(senders))
    calldata = function.encode(values)

    def look(chain: Chain) -> tuple[str, bytes]:
        try:
            return "done", chain.call(contract, calldata, sender)
        except Reverted as error:
            return error.name, error.data

    fast, exact, node = trio.each(look)
    assert fast == exact == node


def send_anything(trio: Trio, data: st.DataObject) -> None:
    to = data.draw(addresses(trio.accounts))
    sender = data.draw(st.sampled_from(trio.actors))
    raw = data.draw(st.binary(max_size=80))
    value = data.draw(st.sampled_from([0, 1, ETHER]))
    gas = data.draw(st.sampled_from([None, None, 16_777_217, 20_999]))
    transact(trio, lambda chain: chain.transact(to, raw, sender, value=value, gas=gas))


def create_anything(trio: Trio, data: st.DataObject) -> None:
    sender = data.draw(st.sampled_from(trio.actors))
    # Init code that stores, logs, destroys itself, returns code, refuses or is nonsense.
    known = ["600160005500", "60aa60005260206000a0", "33ff", "6005600c60003960056000f3600160005500"]
    code = data.draw(
        st.one_of(st.sampled_from(known).map(bytes.fromhex), st.binary(max_size=40)), label="code"
    )
    value = data.draw(st.sampled_from([0, 0, 7]))
    transact(trio, lambda chain: chain.transact(None, code, sender, value=value))


def change_by_hand(trio: Trio, data: st.DataObject) -> None:
    account = data.draw(st.sampled_from(trio.accounts))
    ways = ["balance", "storage", "time", "blocks"]
    # A fee that only the node takes would show where a contract reads its caller's balance.
    if all("inspect" not in contract.abi.functions for contract in trio.contracts):
        ways.append("fee")
    match data.draw(st.sampled_from(ways)):
        case "balance":
            amount = data.draw(st.sampled_from([0, 5, 10**4 * ETHER]))
            trio.each(lambda chain: chain.set_balance(account, amount))
            trio.fees[to_address(account)] = 0
        case "storage":
            slot, value = data.draw(SMALL), data.draw(st.sampled_from([0, 1, 2**256 - 1]))
            contract = data.draw(st.sampled_from(trio.contracts))
            trio.each(lambda chain: chain.set_storage(contract, slot, value))
            trio.touched.setdefault(contract.address, set()).add(slot)
        case "time":
            seconds = data.draw(st.sampled_from([0, 1, 86_400]))
            trio.each(lambda chain: chain.advance(seconds))
        case "blocks":
            trio.each(lambda chain: chain.mine(3))
        case "fee":
            fee = data.draw(st.sampled_from([0, 7, 30 * 10**9]))
            trio.each(lambda chain: chain.set_base_fee(fee))


def remember_or_return(trio: Trio, data: st.DataObject) -> None:
    if not trio.snapshots or data.draw(st.booleans()):
        ids = trio.each(lambda chain: chain.snapshot())
        trio.snapshots.append((ids[0], ids[1], ids[2], trio.fees.copy()))
        return
    index = data.draw(st.integers(0, len(trio.snapshots) - 1))
    *ids, trio.fees = trio.snapshots[index]
    del trio.snapshots[index:]
    for chain, snapshot in zip(trio.chains, ids, strict=True):
        chain.revert(snapshot)
    compare_state(trio, trio.touched)


STEPS_BY_WEIGHT = [
    *([call_a_function] * 12),
    *([call_a_view] * 2),
    *([send_anything] * 2),
    *([create_anything] * 2),
    *([change_by_hand] * 3),
    *([remember_or_return] * 3),
]


def deploy_plain(chain: Chain) -> list[Contract]:
    machine = chain.deploy("MachineProbe")
    return [
        machine,
        chain.deploy("LedgerProbe", 1000, sender=chain.actor("holder"), value=50),
        chain.deploy("TypesProbe"),
        chain.at(chain.deploy("DelegateProbe", machine), "MachineProbe"),
    ]


def deploy_creating(chain: Chain) -> list[Contract]:
    return [
        chain.deploy("CreationProbe"),
        chain.deploy("ChildProbe", 3, value=9),
        chain.deploy("MachineProbe"),
    ]


@pytest.mark.parametrize("deploy", [deploy_plain, deploy_creating])
def test_random_transactions_do_the_same(
    chain: MemoryChain,
    node: NodeChain,
    deploy: Callable[[Chain], list[Contract]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "MAXIMUM_DEPTH", DEPTH)
    total: Counter[str] = Counter()

    @settings(
        max_examples=max(EXAMPLES, settings().max_examples // 4),
        suppress_health_check=list(HealthCheck),
        # Each example runs on three machines: shrinking would take minutes to say little more.
        phases=[Phase.reuse, Phase.generate],
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        exact = MemoryChain(exact=True)
        trio = Trio(chain, exact, node)
        with chain.rollback(), node.rollback():
            # The session's chains have history: only equal starts give equal blocks and times.
            exact.mine(chain.block_number)
            node.mine(max(0, chain.block_number - node.block_number))
            chain.mine(max(0, node.block_number - chain.block_number))
            exact.mine(max(0, node.block_number - exact.block_number))
            trio.actors = [
                *trio.each(lambda each: each.actors("holder", "agent", "x"))[0],
                PENNILESS,
            ]
            trio.contracts = trio.each(deploy)[2]
            for _ in range(STEPS):
                data.draw(st.sampled_from(STEPS_BY_WEIGHT), label="step")(trio, data)
            compare_state(trio, trio.touched)
        total.update(trio.tally)

    run()
    assert sum(total.values()) >= LEAST_TRANSACTIONS, total
    assert total["done"] >= LEAST_TRANSACTIONS // 4, total
    assert total["reverted"] >= LEAST_TRANSACTIONS // 8, total

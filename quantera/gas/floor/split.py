"""A transaction's gas, taken apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quantera.evm import Contract, NodeChain, Receipt
from quantera.gas.floor.least import IMPLEMENTATION, STATE, Line, least
from quantera.gas.floor.trace import Step, walk

TRACED = ("--steps-tracing",)
"""Options of a node that keeps every step."""
TRANSACTION, ZERO_BYTE, BYTE = 21_000, 4, 16
OTHERS, ALL = "others", "all"


@dataclass
class Split:
    """One transaction's gas.

    Attributes:
        used: all that was paid.
        data: the transaction and its data.
        spent: on every step, before what is given back.
        lines: what must be paid at least; all that contracts of others take is one of them.
    """

    used: int
    data: int
    spent: int
    lines: list[Line] = field(default_factory=list)

    @property
    def refunded(self) -> int:
        """What was given back for slots that were cleared."""
        return self.data + self.spent - self.used

    @property
    def state(self) -> int:
        """What was paid before anything was computed."""
        kinds = {*STATE, ALL}
        paid = sum(line.gas for line in self.lines if line.kind in kinds)
        return self.data + paid - self.refunded

    @property
    def floor(self) -> int:
        """The least that any program pays that does the same."""
        return self.data + sum(line.gas for line in self.lines) - self.refunded

    def gas(self, owner: str, kind: str) -> int:
        """What must be paid for one kind in one contract."""
        return sum(line.gas for line in self.lines if (line.owner, line.kind) == (owner, kind))


def _owners(node: NodeChain, contracts: Mapping[str, Contract]) -> dict[int, str]:
    found: dict[int, str] = {}
    for name, contract in contracts.items():
        found[int(contract.address, 16)] = name
        found[node.storage(contract, IMPLEMENTATION)] = name
    return found


def _others(steps: Iterable[Step]) -> Line:
    gas = sum(step.cost + step.grown for step in steps if step.frame.owner == OTHERS)
    return Line(OTHERS, ALL, "contracts of others, as they are", gas)


def split(node: NodeChain, receipt: Receipt, contracts: Mapping[str, Contract]) -> Split:
    """Take a transaction's gas apart.

    Args:
        node: one that keeps every step (`TRACED`).
        receipt: of a transaction to one of the contracts.
        contracts: ours, proxies, by name; their implementations are found.
    """
    options = {"disableStack": False, "enableMemory": False, "disableStorage": True}
    trace = node.rpc("debug_traceTransaction", receipt.transaction_hash, options)["structLogs"]
    sent = node.rpc("eth_getTransactionByHash", receipt.transaction_hash)
    data, target = bytes.fromhex(sent["input"][2:]), int(sent["to"], 16)
    zeros = data.count(0)
    owners = _owners(node, contracts)
    steps = walk(
        trace,
        data,
        (owners.get(target, OTHERS), target),
        lambda code: owners.get(code, OTHERS),
        lambda code: node.code(f"0x{code & ((1 << 160) - 1):040x}"),
    )
    parts = Split(
        used=receipt.gas_used,
        data=TRANSACTION + ZERO_BYTE * zeros + BYTE * (len(data) - zeros),
        spent=sum(step.cost + step.grown for step in steps),
        lines=least(steps, frozenset(contracts)),
    )
    others = _others(steps)
    if others.gas:
        parts.lines.append(others)
    return parts

"""What a transaction would cost if computing were free: `python -m quantera.gas.floor`.

The floor of a transaction is what it pays for itself and its data, for every account and slot that
it touches first, every slot that it writes, every call, hash and log, and for what contracts of
others do as they do it. Above it is computing: arithmetic, memory, jumps, slots read once more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from quantera.bridge.scoring import Protocol
from quantera.evm import Contract, NodeChain, Receipt
from quantera.gas.bridge_network import NAMES
from quantera.gas.operations.bridge import HERE, crossing

IMPLEMENTATION = 0x360894A13BA1A3210667C828492DB98DCA3E2076CC3735A920A3CA505D382BBC
"""Slot of a proxy's implementation (ERC-1967)."""
TRACED = ("--steps-tracing",)
TRANSACTION, ZERO_BYTE, BYTE = 21_000, 4, 16
LOG, LOG_BYTE, WARM = 375, 8, 100
CALLS = frozenset({"CALL", "STATICCALL", "DELEGATECALL"})
KINDS: Mapping[str, str] = {
    "SLOAD": "slots",
    "SSTORE": "slots",
    "KECCAK256": "hashes and guard",
    "TLOAD": "hashes and guard",
    "TSTORE": "hashes and guard",
    "EXTCODESIZE": "calls",
    **dict.fromkeys(CALLS, "calls"),
    **{f"LOG{topics}": "logs" for topics in range(5)},
}
OTHERS = "others"


@dataclass
class Split:
    """One transaction's gas.

    Attributes:
        used: all that was paid.
        data: the transaction and its data.
        state: by contract and kind; all that contracts of others take is `OTHERS`.
        computing: by contract.
    """

    used: int
    data: int
    state: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    computing: Counter[str] = field(default_factory=Counter)

    @property
    def refunded(self) -> int:
        """What was given back for slots that were cleared."""
        spent = sum(sum(kinds.values()) for kinds in self.state.values())
        return self.data + spent + sum(self.computing.values()) - self.used

    @property
    def floor(self) -> int:
        """What was paid for anything but computing."""
        return self.used - sum(self.computing.values())


def _owners(node: NodeChain, contracts: Mapping[str, Contract]) -> dict[int, str]:
    found: dict[int, str] = {}
    for name, contract in contracts.items():
        found[int(contract.address, 16)] = name
        found[node.storage(contract, IMPLEMENTATION)] = name
    return found


def _frames(steps: Iterable[Mapping[str, Any]], owners: Mapping[int, str]) -> Iterator[str]:
    """Whose code each step is."""
    frames, before = [next(iter(owners.values()))], None
    for step in steps:
        depth = int(step["depth"])
        del frames[depth:]
        if before is not None and depth > len(frames):
            frames.append(owners.get(int(before["stack"][-2], 16), OTHERS))
        yield frames[-1]
        before = step


def _costs(steps: list[dict[str, Any]]) -> list[int]:
    """Gas of each step alone, that of a call without what is called."""
    costs, waiting = [0] * len(steps), list[int]()
    for at, step in enumerate(steps):
        after = steps[at + 1] if at + 1 < len(steps) else None
        if after is not None and after["depth"] > step["depth"]:
            waiting.append(at)
            continue
        costs[at] = step["gasCost"]
        if after is None:
            continue
        if after["depth"] == step["depth"]:
            costs[at] = step["gas"] - after["gas"]
        else:
            # What the call was given and has not used goes back to the caller.
            call, left = waiting.pop(), step["gas"] - step["gasCost"]
            inner = steps[call + 1]["gas"] - left
            costs[call] = steps[call]["gas"] - after["gas"] - inner
    return costs


def split(node: NodeChain, receipt: Receipt, contracts: Mapping[str, Contract]) -> Split:
    """Take a transaction's gas apart.

    Args:
        node: one that keeps every step (`TRACED`).
        receipt: of a transaction to the first of the contracts.
        contracts: ours, proxies, by name; their implementations are found.
    """
    options = {"disableStack": False, "enableMemory": False, "disableStorage": True}
    trace = node.rpc("debug_traceTransaction", receipt.transaction_hash, options)
    data = bytes.fromhex(
        node.rpc("eth_getTransactionByHash", receipt.transaction_hash)["input"][2:]
    )
    zeros = data.count(0)
    parts = Split(receipt.gas_used, TRANSACTION + ZERO_BYTE * zeros + BYTE * (len(data) - zeros))
    steps = trace["structLogs"]
    owners = _owners(node, contracts)
    for step, owner, cost in zip(steps, _frames(steps, owners), _costs(steps), strict=True):
        kind, paid = KINDS.get(step["op"]), cost
        if owner == OTHERS:
            parts.state[OTHERS]["all"] += cost
            continue
        if kind == "logs":
            paid = LOG * (int(step["op"][3]) + 1) + LOG_BYTE * int(step["stack"][-2], 16)
        if kind is None or (step["op"] == "SLOAD" and cost == WARM):
            paid = 0
        if kind is not None and paid:
            parts.state[owner][kind] += paid
        parts.computing[owner] += cost - paid
    return parts


def sends() -> dict[str, Split]:
    """A send over each protocol, under the conditions of `quantera.gas.operations.bridge`."""
    found: dict[str, Split] = {}
    with NodeChain(options=TRACED) as node:
        made = crossing(node)
        end = made.ends[HERE]
        contracts = {"bridge": end.bridge, "token": end.token, "engine": end.stack.engine}
        for protocol in Protocol:
            with node.rollback():
                found[NAMES[protocol]] = split(node, made.send(protocol), contracts)
    return found


def table(splits: Mapping[str, Split]) -> Table:
    """Every part, by transaction."""
    shown = Table(title="floor", title_justify="left")
    shown.add_column("part", no_wrap=True)
    for name in splits:
        shown.add_column(name, justify="right")
    rows = {
        f"{owner}: {kind}": [parts.state[owner][kind] for parts in splits.values()]
        for parts in splits.values()
        for owner, kinds in parts.state.items()
        for kind in kinds
    }
    rows = {"transaction and data": [parts.data for parts in splits.values()], **rows}
    rows["given back"] = [-parts.refunded for parts in splits.values()]
    rows["floor"] = [parts.floor for parts in splits.values()]
    rows["computing"] = [sum(parts.computing.values()) for parts in splits.values()]
    for name, gas in rows.items():
        shown.add_row(name, *(f"{amount:,}" for amount in gas))
    above = (f"{parts.used / parts.floor - 1:.1%}" for parts in splits.values())
    shown.add_row("above the floor", *above)
    return shown


@click.command(help=__doc__)
def main() -> None:
    """The command line."""
    Console().print(table(sends()))


if __name__ == "__main__":
    main()

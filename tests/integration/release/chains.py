"""Local chains for releases, and what tests look at on them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.access import Role
from quantera.evm import actor_named
from quantera.evm.anvil import Anvil
from quantera.evm.rpc import Rpc
from quantera.release import LocalSigner, Node, Pace, Plan, Planner, Release
from quantera.release.arguments import function_of
from quantera.release.blueprint import FACTORY, MANAGER, Blueprint
from quantera.release.journal import Entry, Journal
from quantera.release.verify import verify_chain
from tests.unit.release.requests import WRAPPED, account, request, sign

CHAIN_IDS = {
    "ethereum": 1,
    "polygon": 137,
    "avalanche": 43_114,
    "arbitrum": 42_161,
    "optimism": 10,
}
DEPLOYER = str(actor_named("deployer"))
FUNDS = 10**20
EXTENSION = "FeeAdministrationExtension"
_MOST_RUNS = 150
"""More than any journal here has entries: what takes longer comes no further."""
_MARKETS = ("Liquidity", "Brokerage", "PrimeBrokerage")
QUICK = Pace(poll=0.02, bump_after=1.0, patience=20, looks=4, final_patience=20)
_CREATED = "0x" + keccak(text="ContractCreated(bytes32,address,bytes32)").hex()


@dataclass
class LocalNode:
    """One anvil, with its own ways to change it."""

    name: str
    url: str
    rpc: Rpc

    def node(self) -> Node:
        """A client as a release uses it."""
        return Node(self.name, self.url, patience=5)

    def fund(self, address: str, wei: int = FUNDS) -> None:
        """Give an account coins."""
        self.rpc("anvil_setBalance", address, hex(wei))

    def created(self, plan: Plan) -> list[str]:
        """Salts with which the factory created, once for each creation."""
        wanted = {"address": plan.addresses[FACTORY], "topics": [_CREATED], "fromBlock": "0x0"}
        return [
            log["topics"][1] for log in self.rpc("eth_getLogs", {**wanted, "toBlock": "latest"})
        ]

    def nonce(self, address: str = DEPLOYER) -> int:
        """Transactions of an account that were mined."""
        return int(self.rpc("eth_getTransactionCount", address, "latest"), 16)

    def view(self, plan: Plan, entry: str, signature: str, *arguments: Any) -> Any:
        """A view of a released contract."""
        function = function_of(entry, signature)
        request_ = {"to": plan.addresses[entry], "data": "0x" + function.encode(arguments).hex()}
        answer = self.rpc("eth_call", request_, "latest")
        return function.decode(bytes.fromhex(answer[2:]))

    def as_account(self, sender: str, plan: Plan, entry: str, call: tuple[Any, ...]) -> None:
        """Send a transaction as anybody; `call` is the signature and its arguments."""
        function = function_of(entry, call[0])
        self.fund(sender)
        self.rpc("anvil_impersonateAccount", sender)
        data = "0x" + function.encode(call[1:]).hex()
        sent = {"from": sender, "to": plan.addresses[entry], "data": data, "gas": hex(5_000_000)}
        transaction = self.rpc("eth_sendTransaction", sent)
        self.rpc("evm_mine")
        receipt = self.rpc("eth_getTransactionReceipt", transaction)
        assert int(receipt["status"], 16) == 1
        self.rpc("anvil_stopImpersonatingAccount", sender)

    def roles_of(self, plan: Plan, address: str) -> set[Role]:
        """Roles that an account holds in the chain's access manager."""
        signature = "hasRole(uint64,address)"
        return {role for role in Role if self.view(plan, MANAGER, signature, role, address)[0]}


@contextmanager
def started(names: Sequence[str]) -> Iterator[dict[str, LocalNode]]:
    """Anvils with the wrapped coin and a deployer who can pay."""
    with ExitStack() as held:
        found = {}
        for name in names:
            node = held.enter_context(Anvil(CHAIN_IDS[name], "--gas-limit", "30000000"))
            rpc = Rpc(node.url)
            held.callback(rpc.close)
            rpc("anvil_setCode", WRAPPED, "0x" + artifacts.load("WrappedNative").runtime_code.hex())
            found[name] = LocalNode(name, node.url, rpc)
            found[name].fund(DEPLOYER)
        yield found


def requested(nodes: Mapping[str, LocalNode], depth: int = 0, **changes: Any) -> dict[str, Any]:
    """Fields of a request for these chains."""
    chains = {name: {"rpc": one.url, "finality": {"depth": depth}} for name, one in nodes.items()}
    return {"chains": chains, **changes}


def planned(
    nodes: Mapping[str, LocalNode],
    depth: int = 0,
    *,
    blueprint: Blueprint | None = None,
    **changes: Any,
) -> Plan:
    """A plan for these chains, opened by the founder."""
    clients = {name: local.node() for name, local in nodes.items()}
    wanted = request(**requested(nodes, depth, **changes))
    return Planner(wanted, clients, sign, blueprint or Blueprint.load()).plan()


def few() -> Blueprint:
    """A release of few contracts, with every kind of step."""
    manager = "@QuanteraAccessManager"
    fees = "DynamicFeeStructure"
    local = [{"role": "PRICER"}, "$each"]
    return Blueprint.model_validate(
        {
            "version": 1,
            "contracts": {
                "DualControl": {"arguments": [manager]},
                "FeeAdministrationExtension": {},
                fees: {
                    "arguments": ["@FeeAdministrationExtension"],
                    "proxy": {
                        "call": "initialize(address,address,address,address)",
                        "arguments": [manager, "@DualControl", "$treasury", "$insurance"],
                        "paused": True,
                        "then": [{"view": "treasury()", "returns": ["$treasury"]}],
                    },
                },
            },
            "activation": [
                {
                    "target": fees,
                    "call": "grantLocalRole(uint8,address)",
                    "each": "pricers",
                    "arguments": local,
                    "then": {
                        "view": "hasLocalRole(uint8,address)",
                        "arguments": local,
                        "returns": [True],
                    },
                }
            ],
        }
    )


def ledger() -> Blueprint:
    """The release without markets and brokerage: what assets are issued into."""
    whole = Blueprint.load().model_dump(mode="json")
    left = {
        name: entry for name, entry in whole["contracts"].items() if not name.startswith(_MARKETS)
    }
    kept = [
        step
        for step in whole["activation"]
        if not step["target"].startswith(_MARKETS)
        and not any(str(one).startswith(("@Liquidity", "@Prime")) for one in step["arguments"])
    ]
    return Blueprint.model_validate({**whole, "contracts": left, "activation": kept})


class Sources:
    """Compiled contracts; one of them may say that its source has changed since."""

    def __init__(self) -> None:
        self.changed = False
        self._load = artifacts.load

    def load(self, name: str, *given: Any) -> artifacts.Artifact:
        """In place of `artifacts.load`: another last byte of the metadata of `EXTENSION`."""
        found = self._load(name, *given)
        if name != EXTENSION or not self.changed:
            return found
        code = bytearray(found.creation_code)
        code[-1] ^= 1
        return replace(found, creation_code=bytes(code))


def release(
    plan: Plan, nodes: Mapping[str, LocalNode | Node], folder: Path, **options: Any
) -> Release:
    """A release by the deployer's key."""
    clients = {
        name: one.node() if isinstance(one, LocalNode) else one for name, one in nodes.items()
    }
    signer = LocalSigner(account(options.pop("deployer", "deployer")))
    return Release(plan, clients, signer, folder, **{"pace": QUICK, **options})


def end_state(local: LocalNode, plan: Plan) -> dict[str, Any]:
    """Everything that tells two ends apart: creations, code, roles, transactions."""
    chain = plan.chain(local.name)
    return {
        "created": sorted(local.created(plan)),
        "code": local.node().answers(chain.codes),
        "facts": local.node().answers(chain.active),
        "transactions": local.nonce(),
    }


class Interrupted(BaseException):
    """Stands for the end of the process: nothing handles it."""


class FragileJournal(Journal):
    """A journal at whose writing the process ends: right after a line, or within the next one.

    Right after a line a transaction is signed and journalled and was never sent; within the next
    one it was sent, and mined, and nothing says so.

    Attributes:
        lines: how many more are written whole.
        torn: whether half of the next one is.
    """

    lines = 10**9
    torn = False

    def write(self, entry: Entry) -> None:
        """Writes a line, and ends the process behind it or within it."""
        cls = type(self)
        if cls.lines <= 0:
            if cls.torn:
                self._handle.write(b'{"event":"prep')
                self._handle.flush()
            raise Interrupted
        cls.lines -= 1
        super().write(entry)
        if cls.lines <= 0 and not cls.torn:
            raise Interrupted


def broken_off(
    run: Callable[[], None], fragile: type[FragileJournal], first: int, *, torn: bool
) -> int:
    """Run until it comes to its end, ending the process one journal entry later each time.

    Args:
        run: what is done, and gone on with.
        fragile: the journal that it writes.
        first: entries that the first run writes.
        torn: whether the process ends within the next entry and not right after one.

    Returns:
        How often it took.
    """
    for times in range(1, _MOST_RUNS):
        fragile.lines, fragile.torn = (first if times == 1 else 1), torn
        try:
            run()
        except Interrupted:
            continue
        return times
    raise AssertionError("it never ends")


def drift(node: LocalNode, plan: Plan) -> list[str]:
    """What verification finds on a plan's first chain, without what was expected instead."""
    found = verify_chain(plan, plan.chains[0], node.node()).drift
    return [fact.partition(": ")[0] for fact in found]

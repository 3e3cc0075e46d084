"""The release as later chapters use it: its contracts through the ABIs of all their parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quantera.demo.stage import Stage
from quantera.evm import Actor, Contract
from quantera.gas.brokerage_stack import BrokerageStack
from quantera.gas.pool_stack import PoolStack
from quantera.gas.settlement_stack import SettlementStack
from quantera.gas.token_stack import merged
from quantera.release import Plan
from quantera.release.blueprint import MANAGER
from quantera.release.journal import Done, read
from quantera.release.node import Node
from quantera.release.sender import Pace

GOVERNOR = "governor"
"""Holds every role of the access managers, without delay on these chains."""
COMMITTEE = "upgrade committee"
"""Holds UPGRADER with the delay of production."""
AGENT = "transfer agent"
COMMITTEE_DELAY = 172_800
"""Seconds."""
QUICK = Pace(poll=0.1, bump_after=60, patience=300, looks=10, final_patience=300)
"""Blocks of these chains come with each transaction, however slow the machine is."""


@dataclass(frozen=True)
class Released:
    """The platform on all chains.

    Attributes:
        plan: of the release; addresses are the same on every chain.
        nodes: clients as releases use them.
        journals: folder of journals.
        stage: whose chains it is on.
    """

    plan: Plan
    nodes: Mapping[str, Node]
    journals: Path
    stage: Stage

    def at(self, chain: str, contract: str) -> Contract:
        """A released contract on a chain, with the functions of its extensions."""
        proxied = f"{contract}.implementation" in self.plan.addresses
        abi = merged(contract) if proxied else contract
        return self.stage.chains[chain].at(self.plan.addresses[contract], abi)

    @property
    def governor(self) -> Actor:
        """Who holds every role."""
        return self.stage.funded(GOVERNOR)

    @property
    def agent(self) -> Actor:
        """Agent of the identity registry and of tokens."""
        return self.stage.funded(AGENT)

    def settlement(self, chain: str) -> SettlementStack:
        """Settlement on a chain."""
        manager = self.at(chain, "SettlementAssetManager")
        access = self.at(chain, MANAGER)
        return SettlementStack(self.stage.chains[chain], access, self.governor, manager)

    def brokerage(self, chain: str) -> BrokerageStack:
        """The brokerage on a chain."""
        return BrokerageStack(
            self.stage.chains[chain],
            self.at(chain, MANAGER),
            self.governor,
            self.at(chain, "ComplianceEngine"),
            self.at(chain, "PrimeBrokerage"),
        )

    def pools(self, chain: str) -> PoolStack:
        """The pools on a chain."""
        pools = self.at(chain, "LiquidityPoolOptimizer")
        wrapped = self.stage.chains[chain].at(pools.wrappedNative(), "WrappedNative")
        return PoolStack(
            self.stage.chains[chain], self.at(chain, MANAGER), self.governor, pools, wrapped
        )


@dataclass(frozen=True)
class Spent:
    """What transactions cost on a chain: their number, their gas, and wei for it."""

    transactions: int
    gas: int
    wei: int


def spent(stage: Stage, chain: str, hashes: Iterable[str]) -> Spent:
    """Read from the receipts of transactions."""
    node = stage.chains[chain].rpc
    receipts = [node("eth_getTransactionReceipt", one) for one in hashes]
    return Spent(
        len(receipts),
        sum(int(one["gasUsed"], 16) for one in receipts),
        sum(int(one["gasUsed"], 16) * int(one["effectiveGasPrice"], 16) for one in receipts),
    )


def journalled(journal: Path, chain: str) -> list[str]:
    """Transactions of a chain that a journal has as done."""
    return [
        one.hash
        for one in read(journal)
        if isinstance(one, Done) and one.chain == chain and one.hash
    ]

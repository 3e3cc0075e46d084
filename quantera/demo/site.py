"""One chain as the demo sees it: who deploys, what stands there already."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import ape
from ape.api import AccountAPI, ReceiptAPI
from ape.contracts import ContractInstance
from ape.logging import LogLevel, logger
from ape.managers.project import ProjectManager

from quantera.devnet import LocalChain

PROXY = "ManagedProxy"


@dataclass(frozen=True)
class Deployed:
    """One contract that stands on a chain; `handle` speaks through the proxy where there is one.

    `initialization` is the call that the proxy made when it was created, by function and data.
    """

    handle: ContractInstance
    implementation: ReceiptAPI
    proxy: ReceiptAPI | None = None
    initialization: tuple[str, bytes] | None = None


@dataclass
class Site:
    """Where the demo deploys.

    Attributes:
        local: the running node.
        project: the compiled contracts, as Ape sees them.
        deployed: what the demo put there so far, by contract.
    """

    local: LocalChain
    project: ProjectManager
    deployed: dict[str, Deployed] = field(default_factory=dict)

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Make this chain the one that Ape talks to, without Ape's own running commentary."""
        with (
            logger.at_level(LogLevel.WARNING),
            ape.networks.parse_network_choice(self.local.network_choice),
        ):
            yield

    @property
    def deployer(self) -> AccountAPI:
        """The first of the accounts that every local node funds."""
        return ape.accounts.test_accounts[0]

    def address(self, contract: str) -> str:
        """Where a contract is reached that the demo has deployed."""
        return str(self.deployed[contract].handle.address)

    def create(self, contract: str, *arguments: Any) -> tuple[ContractInstance, ReceiptAPI]:
        """Deploy one compiled contract and return it with its receipt."""
        handle = self.deployer.deploy(self.project.get_contract(contract), *arguments)
        return handle, ape.chain.provider.get_receipt(handle.txn_hash)

    def create_behind_proxy(
        self, contract: str, arguments: tuple[Any, ...], initializer: str, given: tuple[Any, ...]
    ) -> Deployed:
        """Deploy an implementation and, in one further step, its initialised proxy."""
        implementation, created = self.create(contract, *arguments)
        call = bytes(getattr(implementation, initializer).encode_input(*given))
        proxy, proxied = self.create(PROXY, implementation.address, call)
        handle = self.project.get_contract(contract).at(proxy.address)
        return Deployed(handle, created, proxied, (initializer, call))

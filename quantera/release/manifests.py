"""Manifests of what a release created, from its plan and the chain itself."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from quantera import artifacts
from quantera.abi.canonical import abi_hash
from quantera.deployments import Arguments, Creation, Initialization, Manifest
from quantera.evm.abi import EventAbi
from quantera.release import addresses
from quantera.release.arguments import extended_by, merged_entries
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, PROXY
from quantera.release.errors import PlanError
from quantera.release.journal import Journal
from quantera.release.node import Node
from quantera.release.payloads import arguments_of, initialization_of
from quantera.release.plan import ChainPlan, Plan
from quantera.toolchain import compiler, compiler_input


@cache
def _topic(event: str) -> str:
    entries = artifacts.load(FACTORY).abi
    entry = next(one for one in entries if (one["type"], one.get("name")) == ("event", event))
    return "0x" + EventAbi(entry).topic.hex()


class ManifestMaker:
    """Describes what stands on one chain.

    Args:
        plan: the whole plan.
        chain: the part.
        node: of the chain.
        journal: of the plan.
    """

    def __init__(self, plan: Plan, chain: ChainPlan, node: Node, journal: Journal) -> None:
        self._plan = plan
        self._chain = chain
        self._node = node
        self._done = journal.done(chain.name)
        self._steps = {entry: step for step in chain.steps for entry in step.creates}
        self._hashes = {condition.address: condition.expected for condition in chain.codes}

    def all(self) -> Iterator[Manifest]:
        """One for each contract that is published; extensions stand in that of their contract.

        The factory is left out where another run created it: the keyless deployer writes no log.

        Raises:
            PlanError: the compiled contracts are not the plan's, or a transaction is not found.
        """
        for entry in self._steps:
            contract = entry.removesuffix(IMPLEMENTATION)
            extension = extended_by(artifacts.load(contract))
            unknown = entry == FACTORY and not self._sent(entry)
            if not entry.endswith(IMPLEMENTATION) and not extension and not unknown:
                yield self._manifest(entry)

    def _manifest(self, entry: str) -> Manifest:
        proxied = self._plan.contracts[entry] == PROXY
        behind = f"{entry}{IMPLEMENTATION}" if proxied else entry
        artifact = artifacts.load(entry)
        own = {(one["type"], one.get("name")): one for one in artifact.abi}
        constructor = own.get(("constructor", None), {}).get("inputs", [])
        return Manifest(
            contract=entry,
            chain=self._chain.name,
            chain_id=self._chain.chain_id,
            profile=self._plan.profile,
            address=self._plan.addresses[entry],
            proxy=self._creation(entry) if proxied else None,
            implementation=self._creation(behind),
            extensions={
                part: self._creation(part)
                for part in self._steps
                if extended_by(artifacts.load(part.removesuffix(IMPLEMENTATION))) == entry
            },
            constructor=Arguments.of_constructor(
                constructor, arguments_of(self._plan, self._steps[behind], entry)
            ),
            initialization=self._initialization(entry) if proxied else None,
            compiler_version=compiler.settings().version,
            compiler_input_hash=compiler_input.hash_of(entry),
            abi_hash=abi_hash(merged_entries(entry)),
            code_hash=self._hashes[self._plan.addresses[behind]],
            git_commit=self._plan.git_commit,
        )

    def _initialization(self, entry: str) -> Initialization:
        return Initialization.of_call(*initialization_of(self._plan, self._steps[entry], entry))

    def _creation(self, entry: str) -> Creation:
        transaction = self._transaction(entry)
        receipt: dict[str, Any] | None = self._node.ask("eth_getTransactionReceipt", transaction)
        if receipt is None:
            raise PlanError(f"{self._chain.name}: transaction {transaction} is gone")
        return Creation(
            address=self._plan.addresses[entry],
            transaction_hash=transaction,
            block_number=int(receipt["blockNumber"], 16),
            block_hash=receipt["blockHash"],
            gas_used=int(receipt["gasUsed"], 16),
        )

    def _sent(self, entry: str) -> str:
        done = self._done.get(self._steps[entry].name)
        return done.hash if done is not None else ""

    def _transaction(self, entry: str) -> str:
        if sent := self._sent(entry):
            return sent
        # Another run's transaction: the factory's log names it.
        topics = [_topic("ContractCreated"), "0x" + addresses.salt_of(entry).hex()]
        if entry == MANAGER:
            topics = [_topic("ChainOpened")]
        found = self._node.created_in(self._plan.addresses[FACTORY], topics)
        if found is None:
            raise PlanError(f"{self._chain.name}: no transaction is known that created {entry}")
        return found

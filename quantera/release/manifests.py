"""Manifests of what a release created, from its plan and the chain itself."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.abi.canonical import abi_hash
from quantera.deployments import Arguments, Creation, Initialization, Manifest
from quantera.evm.abi import AbiEntry, EventAbi, signature_of
from quantera.evm.codec import Codec
from quantera.release import addresses
from quantera.release.arguments import extended_by, function_of, merged_entries
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, PROXY
from quantera.release.errors import PlanError
from quantera.release.journal import Journal
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Plan, Step
from quantera.release.steps import CREATE
from quantera.toolchain import compiler, compiler_input

_PROXY_ARGUMENTS = Codec([{"name": "logic", "type": "address"}, {"name": "data", "type": "bytes"}])


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

    def manifests(self) -> Iterator[Manifest]:
        """One for each contract that is published; extensions stand in that of their contract.

        Raises:
            PlanError: the compiled contracts are not the plan's, or a transaction is not found.
        """
        for entry in self._steps:
            contract = entry.removesuffix(IMPLEMENTATION)
            extension = extended_by(artifacts.load(contract))
            if not entry.endswith(IMPLEMENTATION) and not extension:
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
            constructor=Arguments.of_constructor(constructor, self._arguments(behind, entry)),
            initialization=self._initialization(entry) if proxied else None,
            compiler_version=compiler.settings().version,
            compiler_input_hash=compiler_input.hash_of(entry),
            abi_hash=abi_hash(merged_entries(entry)),
            code_hash=self._hashes[self._plan.addresses[behind]],
            git_commit=self._plan.git_commit,
        )

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

    def _transaction(self, entry: str) -> str:
        done = self._done.get(self._steps[entry].name)
        if done is not None and done.hash:
            return done.hash
        # Another run's transaction: the factory's log names it.
        topics = [_topic("ContractCreated"), "0x" + addresses.salt_of(entry).hex()]
        if entry == MANAGER:
            topics = [_topic("ChainOpened")]
        found = self._node.created_in(self._plan.addresses[FACTORY], topics)
        if found is None:
            raise PlanError(f"{self._chain.name}: no transaction is known that created {entry}")
        return found

    def _created(self, step: Step) -> bytes:
        """Creation code with arguments as a step sends it."""
        data = bytes.fromhex(self._plan.data(step)[2:])
        match step.name:
            case "factory":
                return data[32:]
            case "open":
                inputs = function_of(FACTORY, "open(bytes,uint256,bytes)").inputs
                return bytes(inputs.decode(data[4:])[0])
        return bytes(function_of(FACTORY, CREATE).inputs.decode(data[4:])[1])

    def _arguments(self, entry: str, contract: str) -> bytes:
        created = self._created(self._steps[entry])
        code = artifacts.load(contract).creation_code
        if not created.startswith(code):
            raise PlanError(f"{contract} was compiled anew since the plan was made")
        return created[len(code) :]

    def _initialization(self, entry: str) -> Initialization:
        _, call = _PROXY_ARGUMENTS.decode(self._arguments(entry, PROXY))
        selector = bytes(call)[:4]
        for one in merged_entries(entry):
            if one["type"] == "function" and _selector(one) == selector:
                return Initialization.of_call(one, bytes(call))
        raise PlanError(f"{entry} is initialised by an unknown function")


def _selector(entry: AbiEntry) -> bytes:
    return keccak(text=signature_of(entry))[:4]

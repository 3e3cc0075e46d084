"""Makes the plan of a release: builds, rehearses, looks at each chain, refuses what is wrong."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field

from quantera.access import Specification
from quantera.artifacts import changed_sources
from quantera.release.addresses import AddressBook
from quantera.release.blueprint import IMPLEMENTATION, PREDEFINED, PROXY, Blueprint
from quantera.release.chain_planner import ChainPlanner, SignOpening
from quantera.release.errors import RefusedError
from quantera.release.licences import licence_faults
from quantera.release.node import Node
from quantera.release.plan import Plan
from quantera.release.request import Request
from quantera.toolchain.workspace import ROOT


@dataclass
class Planner:
    """Makes plans of one request.

    Args:
        request: what people decided.
        nodes: one for each chain of the request.
        sign: signs openings as the founder, where its account is at hand.
    """

    request: Request
    nodes: Mapping[str, Node]
    sign: SignOpening | None = None
    blueprint: Blueprint = field(default_factory=Blueprint.load)
    specification: Specification = field(default_factory=Specification.load)

    def plan(self) -> Plan:
        """The plan of all chains.

        Raises:
            RefusedError: a check failed; it has all that failed, on all chains.
            BlueprintError: an argument is missing or does not fit.
            PlanError: the rehearsal fails.
            NodeError: a node does not answer.
        """
        book = AddressBook(self.request.name, self.request.founder)
        refused = [f"{source} was changed since it was compiled" for source in changed_sources()]
        contracts = {self.contract_of(entry) for entry in self.entries()}
        implementations = {entry.removesuffix(IMPLEMENTATION) for entry in self.entries()}
        refused += licence_faults(contracts | implementations)
        payloads: dict[str, str] = {}
        planned = []
        for name in self.request.chains:
            maker = ChainPlanner(self, name, book, payloads)
            refused += maker.first_checks()
            if not refused:
                planned.append(maker.plan())
                refused += maker.last_checks(planned[-1])
        if refused:
            raise RefusedError(refused)
        return Plan(
            name=self.request.name,
            profile=self.request.profile,
            founder=self.request.founder,
            deployer=self.request.deployer,
            git_commit=commit(),
            addresses={entry: book[entry] for entry in self.entries()},
            contracts={entry: self.contract_of(entry) for entry in self.entries()},
            roles={
                role.name: tuple(member.model_dump(mode="json") for member in members)
                for role, members in self.request.members().items()
            },
            chains=tuple(planned),
            payloads=payloads,
        )

    def entries(self) -> list[str]:
        """Everything that is created, implementations behind proxies too."""
        found = list(PREDEFINED)
        for name, entry in self.blueprint.contracts.items():
            found += [f"{name}{IMPLEMENTATION}", name] if entry.proxy else [name]
        return found

    def contract_of(self, entry: str) -> str:
        """The compiled contract whose code an entry has."""
        found = self.blueprint.contracts.get(entry)
        return PROXY if found and found.proxy else entry.removesuffix(IMPLEMENTATION)


def commit() -> str:
    """The checkout's commit, marked where files differ from it."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    dirty = "-dirty" if git("status", "--porcelain") else ""
    return git("rev-parse", "HEAD") + dirty

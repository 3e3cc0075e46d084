"""Real nodes with the real engine and identity registry behind its proxy, and plans to apply."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from eth_account import Account

from quantera.access import LocalRole, Profile, Role
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.moments import parse_start
from quantera.compliance.plan import ChainPlan, Plan, Row
from quantera.compliance.plan_file import write_plan
from quantera.compliance.record import InvestorRecord
from quantera.compliance.settings import LocalSigner
from quantera.evm import Actor, Contract, NodeChain
from quantera.evm.abi import ContractAbi
from tests.unit.access.system import System, close_setup, open_system
from tests.unit.compliance.world import deploy_packs, merged_abi

PARTS = ("ComplianceEngine", "RuleConfigurationExtension", "IdentityRegistryExtension")
TOPIC = 1
FAR = parse_start("2060-01-01")


@dataclass
class Site:
    """One chain: its node, its engine, and who may do what."""

    name: str
    node: NodeChain
    system: System
    engine: Contract
    issuer: Actor
    agent: Actor

    def registry(self, **options: object) -> EvmRegistry:
        """The registry as the agent sees it."""
        return EvmRegistry(
            self.name,
            self.node.url,
            self.engine.address,
            Account.from_key(self.agent.key),
            errors=[ContractAbi("engine", merged_abi(PARTS))],
            **options,  # type: ignore[arg-type]
        )

    @property
    def signer(self) -> LocalSigner:
        """The trusted issuer's signature."""
        return LocalSigner(Account.from_key(self.issuer.key))

    def records(self) -> dict[str, int]:
        """The register as the logs tell it."""
        return dict(self.registry().snapshot().records)


def open_site(name: str, node: NodeChain) -> Site:
    """The engine, configured: one trusted issuer, one agent."""
    system = open_system(node, Profile.LOCAL)
    packs = deploy_packs(node)
    configuration = node.deploy("RuleConfigurationExtension", packs)
    desk = node.deploy("IdentityRegistryExtension", node.deploy("ReasonTexts"))
    implementation = node.deploy("ComplianceEngine", configuration, desk, packs)
    proxy = node.deploy(
        "ManagedProxy", implementation, implementation.initialize.encode(system.manager)
    )
    engine = node.at(proxy, merged_abi(PARTS))
    admin, granter = system.members[Role.COMPLIANCE_ADMIN], system.members[Role.AGENT_ADMIN]
    for role, function in (
        (Role.COMPLIANCE_ADMIN, engine.addTrustedIssuer),
        (Role.COMPLIANCE_ADMIN, engine.removeTrustedIssuer),
        (Role.AGENT_ADMIN, engine.grantLocalRole),
    ):
        selectors = [function.selector]
        system.manager.setTargetFunctionRole(proxy, selectors, role, sender=system.deployer)
    issuer, agent = node.actors("kyc issuer", "compliance agent")
    engine.addTrustedIssuer(issuer, [TOPIC], sender=admin)
    engine.grantLocalRole(LocalRole.AGENT, agent, sender=granter)
    close_setup(system)
    return Site(name, node, system, engine, issuer, agent)


@contextmanager
def sites(names: dict[str, int]) -> Iterator[dict[str, Site]]:
    """One site per chain, each on a node of its own with the chain's real id."""
    with ExitStack() as stack:
        nodes = {
            n: stack.enter_context(NodeChain(chain_id=c, serves=True)) for n, c in names.items()
        }
        yield {name: open_site(name, node) for name, node in nodes.items()}


def wallet(number: int) -> str:
    """A wallet of an investor."""
    return f"0x{0xA0000000 + number:040x}"


def word(number: int, until: int = FAR, **changes: object) -> int:
    """An investor's record."""
    fields = {
        "identity": 0xB0000000 + number,
        "residence": 276,
        "valid_until": until,
        "classes": (2, 3, 3, 2, 3),
        "flags": 0,
        **changes,
    }
    return InvestorRecord(**fields).pack()  # type: ignore[arg-type]


def plan_of(chains: dict[str, list[Row]], created_at: int = 1) -> Plan:
    """A plan with the given rows."""
    parts = [ChainPlan(name, 0, tuple(rows), (), (), 0, 0, 0, 0) for name, rows in chains.items()]
    return Plan(created_at, tuple(parts), (), (), (), {})


def adds(first: int, count: int) -> list[Row]:
    """Rows that register investors."""
    return [Row("add", wallet(n), 0, word(n)) for n in range(first, first + count)]


def save(plan: Plan, path: Path) -> Path:
    """Writes a plan."""
    with path.open("w", encoding="utf-8") as file:
        write_plan(plan, file)
    return path


def addresses(all_sites: dict[str, Site], path: Path) -> Path:
    """What another process needs to reach the sites."""
    content = {
        name: {
            "url": site.node.url,
            "registry": site.engine.address,
            "agent": site.agent.key.hex(),
            "issuer": site.issuer.key.hex(),
        }
        for name, site in all_sites.items()
    }
    path.write_text(json.dumps(content))
    return path

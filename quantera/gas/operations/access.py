"""The access manager and the base that every managed contract has."""

from dataclasses import dataclass

from quantera.access import LocalRole, Profile, Role
from quantera.artifacts import load_npm
from quantera.evm import Actor, Chain, Contract, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject

PROBE = "UpgradeableProbe"
PROBE_LIMIT = 100
OPENZEPPELIN = "OpenZeppelin 5.7.0"
OPENZEPPELIN_ARTIFACTS = "@openzeppelin/contracts/build/contracts"


@dataclass(frozen=True)
class Managed:
    """A manager, the smallest managed contract behind its proxy, and who may call it."""

    chain: Chain
    manager: Contract
    implementation: Contract
    probe: Contract
    operator: Actor
    keeper: Actor

    @property
    def initialisation(self) -> bytes:
        """The first call of a proxy in front of the implementation."""
        return self.implementation.function("initialize").encode(self.manager, PROBE_LIMIT)


def _created(contract: Contract) -> Receipt:
    if contract.deployment is None:
        raise ValueError(f"{contract!r} was not created here")
    return contract.deployment


def empty(chain: NodeChain) -> NodeChain:
    """A chain with nothing on it."""
    return chain


def managed(chain: NodeChain) -> Managed:
    """A managed contract after set-up: one operator at the manager, one keeper in the contract."""
    admin, operator, keeper = chain.actors("admin", "operator", "keeper")
    manager = chain.deploy("QuanteraAccessManager", admin, Profile.LOCAL, sender=admin)
    implementation = chain.deploy(PROBE)
    first_call = implementation.function("initialize").encode(manager, PROBE_LIMIT)
    probe = chain.at(chain.deploy("ManagedProxy", implementation, first_call), PROBE)
    for role in (Role.OPERATOR, Role.AGENT_ADMIN, Role.GUARDIAN):
        manager.grantRole(role, admin if role is not Role.OPERATOR else operator, 0, sender=admin)
    restricted = [probe["countRestricted()"].selector]
    manager.setTargetFunctionRole(probe, restricted, Role.OPERATOR, sender=admin)
    granting = [probe["grantLocalRole(uint8,address)"].selector]
    manager.setTargetFunctionRole(probe, granting, Role.AGENT_ADMIN, sender=admin)
    probe.grantLocalRole(LocalRole.KEEPER, keeper, sender=admin)
    manager.completeSetup(sender=admin)
    # The counter's first write would hide what the checks cost.
    probe.work(sender=keeper)
    return Managed(chain, manager, implementation, probe, operator, keeper)


def _deploy_manager(chain: NodeChain) -> Receipt:
    admin = chain.actor("admin")
    return _created(chain.deploy("QuanteraAccessManager", admin, Profile.PRODUCTION, sender=admin))


def _deploy_openzeppelin_manager(chain: NodeChain) -> Receipt:
    admin = chain.actor("admin")
    artifact = load_npm(f"{OPENZEPPELIN_ARTIFACTS}/AccessManager.json")
    return _created(chain.deploy(artifact, admin, sender=admin))


def _deploy_proxy(system: Managed) -> Receipt:
    chain = system.chain
    return _created(chain.deploy("ManagedProxy", system.implementation, system.initialisation))


def _deploy_openzeppelin_proxy(system: Managed) -> Receipt:
    artifact = load_npm(f"{OPENZEPPELIN_ARTIFACTS}/ERC1967Proxy.json")
    return _created(system.chain.deploy(artifact, system.implementation, system.initialisation))


def _call_restricted(system: Managed) -> Receipt:
    receipt: Receipt = system.probe.countRestricted(sender=system.operator)
    return receipt


def _call_local_role(system: Managed) -> Receipt:
    receipt: Receipt = system.probe.countLocally(sender=system.keeper)
    return receipt


OPERATIONS = (
    Operation(
        id="access.manager.deploy",
        ours=Subject(empty, _deploy_manager),
        conditions="production profile; the peer is AccessManager",
        peers={OPENZEPPELIN: Subject(empty, _deploy_openzeppelin_manager)},
    ),
    Operation(
        id="access.proxy.deploy",
        ours=Subject(managed, _deploy_proxy),
        conditions="with initialisation of the smallest managed contract; the peer is ERC1967Proxy",
        peers={OPENZEPPELIN: Subject(managed, _deploy_openzeppelin_proxy)},
    ),
    Operation(
        id="access.call.restricted",
        ours=Subject(managed, _call_restricted),
        conditions="through the proxy, role held at the manager without delay; raises a counter",
    ),
    Operation(
        id="access.call.local_role",
        ours=Subject(managed, _call_local_role),
        conditions="through the proxy, role held in the contract; raises the same counter",
    ),
)

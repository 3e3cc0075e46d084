"""A chain with an access manager, one account for each role, and the probe behind its proxy."""

from dataclasses import dataclass, field
from typing import Any

from quantera.access import LocalRole, Profile, Role, Specification, assignments
from quantera.evm import Actor, AddressLike, Chain, Contract, Receipt

HOUR = 3600
DAY = 24 * HOUR
UPGRADE_DELAY = 48 * HOUR
LOOSENING_DELAY = 24 * HOUR
EXPIRATION = 7 * DAY
SETUP_PERIOD = 14 * DAY

PROBE = "UpgradeableProbe"
PROBE_LIMIT = 100
IMPLEMENTATION_SLOT = 0x360894A13BA1A3210667C828492DB98DCA3E2076CC3735A920A3CA505D382BBC

SPECIFICATION = Specification.load()


def probe_specification() -> Specification:
    """The project's specification with the probe as its only contract."""
    functions = {
        "initialize(address,uint256)": {"initializer": "version 1"},
        "raiseLimit(uint256)": {"role": "CONFIGURATOR"},
        "lowerLimit(uint256)": {"role": "RISK_OFFICER"},
        "setCompanion(uint192)": {"role": "OPERATOR"},
        "countRestricted()": {"role": "OPERATOR"},
        "countLocally()": {"local": "KEEPER"},
        "countAsAgentOrBridge()": {"local": ["AGENT", "BRIDGE"]},
        "work()": {"anyone": "counts"},
        "exit()": {"anyone": "counts"},
        "callBack(bytes)": {"anyone": "calls its caller back"},
    }
    bases = ("ManagedUpgradeable", "GroupPausable", "LocalRoles")
    return Specification.model_validate(
        {
            "bases": SPECIFICATION.model_dump(mode="python", exclude_defaults=True)["bases"],
            "contracts": {PROBE: {"bases": bases, "functions": functions}},
        }
    )


def deploy_proxy(chain: Chain, name: str, *arguments: Any, version: str = "initialize") -> Contract:
    """A contract behind its proxy, initialised in the same transaction."""
    implementation = chain.deploy(name)
    data = implementation.function(version).encode(*arguments)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), name)


def implementation_of(chain: Chain, proxy: AddressLike) -> int:
    """The implementation's address as a number; zero when it is no proxy."""
    return chain.storage(proxy, IMPLEMENTATION_SLOT)


@dataclass
class System:
    """The manager and who holds what."""

    chain: Chain
    manager: Contract
    deployer: Actor
    members: dict[Role, Actor]
    locals: dict[LocalRole, Actor] = field(default_factory=dict)

    @property
    def admin(self) -> Actor:
        return self.members[Role.ADMIN]

    @property
    def upgrader(self) -> Actor:
        return self.members[Role.UPGRADER]

    @property
    def guardian(self) -> Actor:
        return self.members[Role.GUARDIAN]

    @property
    def stranger(self) -> Actor:
        return self.chain.actor("stranger")

    @property
    def everybody(self) -> tuple[Actor, ...]:
        """One account for each role and local role, one with none, and the deployer."""
        return (*self.members.values(), *self.locals.values(), self.stranger, self.deployer)

    def wire(self, target: Contract, specification: Specification, name: str, by: Actor) -> None:
        """Map the functions of a contract to their roles, as the specification says."""
        for item in assignments(specification, name):
            self.manager.setTargetFunctionRole(target, item.selectors, item.role, sender=by)

    def grant_local(self, target: Contract) -> None:
        """Give every local role of a contract to its account, where that needs no delay."""
        for role, account in self.locals.items():
            target.grantLocalRole(role, account, sender=self.members[Role.AGENT_ADMIN])

    def schedule(self, target: AddressLike, data: bytes, by: Actor, when: int = 0) -> Receipt:
        receipt: Receipt = self.manager.schedule(target, data, when, sender=by)
        return receipt

    def execute(self, target: AddressLike, data: bytes, by: Actor) -> Receipt:
        receipt: Receipt = self.manager.execute(target, data, sender=by)
        return receipt

    def after(self, delay: int, target: AddressLike, data: bytes, by: Actor) -> Receipt:
        """Schedule, wait, execute."""
        self.schedule(target, data, by)
        self.chain.advance(delay)
        return self.execute(target, data, by)

    def administer(self, function: str, *arguments: Any) -> Receipt:
        """An administrator's call on the manager itself, after its delay."""
        data = self.manager.function(function).encode(*arguments)
        return self.after(UPGRADE_DELAY, self.manager, data, self.admin)


def open_system(chain: Chain, profile: Profile = Profile.PRODUCTION) -> System:
    """A manager in its set-up phase; every role has one member without delay of its own."""
    deployer = chain.actor("deployer")
    manager = chain.deploy("QuanteraAccessManager", deployer, profile, sender=deployer)
    members = {role: chain.actor(role.name.lower()) for role in Role}
    local_members = {role: chain.actor(f"local_{role.name.lower()}") for role in LocalRole}
    for role, account in members.items():
        manager.grantRole(role, account, 0, sender=deployer)
    return System(chain, manager, deployer, members, local_members)


def close_setup(system: System) -> None:
    """End the set-up; the deployer keeps nothing."""
    system.manager.completeSetup(sender=system.deployer)
    system.manager.renounceRole(Role.ADMIN, system.deployer, sender=system.deployer)


def add_probe(system: System) -> Contract:
    """The probe behind its proxy, mapped and with local roles granted, during set-up."""
    probe = deploy_proxy(system.chain, PROBE, system.manager, PROBE_LIMIT)
    system.wire(probe, probe_specification(), PROBE, system.deployer)
    system.grant_local(probe)
    return probe

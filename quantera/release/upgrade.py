"""Proposes that a released contract runs what is compiled now.

New code is created by the keyless deployer, which needs nobody's authority and gives the same
addresses on every chain; only the parts whose creation code changed are created. The upgrade itself
goes through the access manager with its delay: scheduled by a member of UPGRADER, carried out when
the delay is over.

Invariant REL-16: an upgrade is proposed only when OpenZeppelin's upgrades-core lets today's storage
layout follow that of the release's commit, and only after a fork of every chain came, through the
delay, to the new implementation with everything else that the plan says unchanged.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quantera import artifacts
from quantera.access import Role, Specification, assignments
from quantera.release.addresses import KEYLESS_CODE, KEYLESS_DEPLOYER
from quantera.release.arguments import function_of
from quantera.release.blueprint import IMPLEMENTATION, MANAGER, PROXY, Blueprint
from quantera.release.campaign import Campaign, Payloads, Site, Stage
from quantera.release.chain_planner import RUNTIME_LIMIT
from quantera.release.conditions import (
    IMPLEMENTATION_SLOT,
    Condition,
    Question,
    code_is,
    implementation_is,
    unmet,
)
from quantera.release.errors import PlanError, RefusedError
from quantera.release.managed import Desk, Managed, all_of, manage
from quantera.release.matrix import role_name
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Plan
from quantera.release.upgrade_parts import changed_parts

UPGRADE = "upgradeToAndCall(address,bytes)"
STAGES = ("create", "propose", "upgrade")
LayoutFaults = Callable[[Plan, str], list[str]]


@dataclass
class Upgrade:
    """Plans the upgrade of one contract on all chains of a release.

    Args:
        plan: the release, or its successor.
        nodes: one for each chain.
        entry: the contract.
        proposer: a member of UPGRADER; a Safe, or a key.
        layout_faults: why today's layout may not follow the release's.
        call: what the proxy is sent with the upgrade, as `reinitializer` functions need it.
        blueprint: what the release consists of now.
        specification: who may call what now.
    """

    plan: Plan
    nodes: Mapping[str, Node]
    entry: str
    proposer: str
    layout_faults: LayoutFaults
    call: bytes = b""
    blueprint: Blueprint | None = None
    specification: Specification | None = None

    def campaign(self) -> Campaign:
        """What will be sent on every chain.

        Raises:
            RefusedError: something stands against it; it has everything that does.
            PlanError: nothing has changed, or the plan has no such contract.
            NodeError: a node does not answer.
        """
        if self.plan.contracts.get(self.entry) != PROXY:
            raise PlanError(f"{self.entry} is not behind a proxy of this release")
        refused = [f"storage: {fault}" for fault in self.layout_faults(self.plan, self.entry)]
        refused += [
            f"{source} was changed since it was compiled" for source in artifacts.changed_sources()
        ]
        payloads, sites = Payloads(), []
        for chain in self.plan.chains:
            planner = _SitePlanner(self, chain, payloads)
            refused += [f"{chain.name}: {sentence}" for sentence in planner.refused()]
            if not refused:
                sites.append(planner.site())
        if refused:
            raise RefusedError(refused)
        implementation = f"{self.entry}{IMPLEMENTATION}"
        changed = changed_parts(self.plan, self.plan.chains[0], self.blueprint_now(), self.entry)
        return Campaign(
            kind="upgrade",
            name=f"{self.plan.name}-{self.entry}".lower(),
            profile=self.plan.profile,
            sender=self.proposer,
            addresses={MANAGER: self.plan.addresses[MANAGER], self.entry: self.address()},
            subject=next(one.address for one in changed if one.entry == implementation),
            stages=STAGES,
            final="upgrade",
            chains=tuple(sites),
            payloads=payloads.by_name,
        )

    def address(self) -> str:
        """The proxy's address."""
        return self.plan.addresses[self.entry]

    def blueprint_now(self) -> Blueprint:
        """What the release consists of now."""
        return self.blueprint or Blueprint.load()

    def specification_now(self) -> Specification:
        """Who may call what now."""
        return self.specification or Specification.load()


class _SitePlanner:
    def __init__(self, whole: Upgrade, chain: ChainPlan, payloads: Payloads) -> None:
        self._whole = whole
        self._chain = chain
        self._payloads = payloads
        self._node = whole.nodes[chain.name]
        self._manager = whole.plan.addresses[MANAGER]
        self._desk = Desk(self._node, self._manager, whole.proposer)
        self._parts = changed_parts(whole.plan, chain, whole.blueprint_now(), whole.entry)

    def refused(self) -> list[str]:
        """What stands against it on this chain."""
        implementation = f"{self._whole.entry}{IMPLEMENTATION}"
        if (told := self._node.chain_id()) != self._chain.chain_id:
            return [f"the node answers for chain {told}"]
        if implementation not in {part.entry for part in self._parts}:
            return [f"{self._whole.entry} is what the release created: nothing to upgrade"]
        said = [
            f"{part.entry} is larger than a chain accepts"
            for part in self._parts
            if len(part.code) > RUNTIME_LIMIT
        ]
        if self._node.code(KEYLESS_DEPLOYER) != KEYLESS_CODE:
            said.append(f"the keyless CREATE2 deployer does not stand at {KEYLESS_DEPLOYER}")
        for role in {Role.UPGRADER, *(Role.ADMIN for _ in self._unmapped())}:
            if self._access(role) is None:
                said.append(f"{self._whole.proposer} is not {role_name(role)}")
        return said

    def _access(self, role: int) -> int | None:
        """The proposer's delay in a role; nothing where it is no member."""
        has = function_of(MANAGER, "hasRole(uint64,address)")
        asked = has.encode([role, self._whole.proposer])
        member, delay = has.outputs.decode(
            bytes.fromhex(self._node.call(self._manager, "0x" + asked.hex())[2:])
        )
        return int(delay) if member else None

    def _unmapped(self) -> list[Managed]:
        """Functions that the specification gives to other roles than the chain does."""
        entry, target = self._whole.entry, self._whole.address()
        specification = self._whole.specification_now()
        asked = [
            (item.role, selector)
            for item in assignments(specification, entry)
            for selector in item.selectors
        ]
        role_of = function_of(MANAGER, "getTargetFunctionRole(address,bytes4)")
        answers = self._node.ask_all(
            [
                (
                    "eth_call",
                    [
                        {
                            "to": self._manager,
                            "data": "0x" + role_of.encode([target, selector]).hex(),
                        },
                        "latest",
                    ],
                )
                for _, selector in asked
            ]
        )
        new: dict[int, list[bytes]] = {}
        for (role, selector), answer in zip(asked, answers, strict=True):
            if int(self._node.told(answer), 16) != role:
                new.setdefault(int(role), []).append(selector)
        delay = self._access(Role.ADMIN) or 0
        return [
            Managed(
                self._manager,
                manage("setTargetFunctionRole(address,bytes4[],uint64)", target, selectors, role),
                delay,
                f"{len(selectors)} functions of {entry} for {role_name(role)}",
            )
            for role, selectors in new.items()
        ]

    def site(self) -> Site:
        """This chain's part."""
        whole, target = self._whole, self._whole.address()
        implementation = f"{whole.entry}{IMPLEMENTATION}"
        new = next(part for part in self._parts if part.entry == implementation)
        codes = [code_is(part.address, part.code, part.entry) for part in self._parts]
        runs = [
            fact
            for fact in implementation_is(target, new.address, whole.entry)
            if not (whole.call and fact.says.startswith("initialised version"))
        ]
        created = [
            self._payloads.step(f"create {part.entry}", KEYLESS_DEPLOYER, part.payload, [code])
            for part, code in zip(self._parts, codes, strict=True)
        ]
        data = function_of(whole.entry, UPGRADE).encode([new.address, whole.call])
        delay = self._access(Role.UPGRADER) or 0
        calls = [Managed(target, data, delay, f"{whole.entry} runs {new.address}")]
        calls += self._unmapped()
        todo, proposed = self._desk.scheduling(calls)
        stages = [Stage(name="create", steps=tuple(created))]
        if todo:
            step = self._payloads.step("propose", self._manager, all_of(todo), proposed)
            stages.append(Stage(name="propose", steps=(step,)))
        step = self._payloads.step(
            "upgrade",
            self._manager,
            all_of(self._desk.carrying_out(calls)),
            runs,
            self._desk.operations(calls),
        )
        stages.append(Stage(name="upgrade", steps=(step,)))
        place = {name: getattr(self._chain, name) for name in Place.model_fields}
        holds = (*codes, *runs, *self._unchanged())
        return Site(**place, stages=tuple(stages), holds=holds)

    def _unchanged(self) -> list[Condition]:
        """What the plan says and what holds now: it holds after the upgrade too."""
        active = [
            fact
            for fact in dict.fromkeys(self._chain.active)
            if fact.question is Question.CALL or int(fact.data, 16) != IMPLEMENTATION_SLOT
        ]
        broken = {sentence.partition(": expected")[0] for sentence in unmet(self._node, active)}
        return [fact for fact in active if fact.says not in broken]

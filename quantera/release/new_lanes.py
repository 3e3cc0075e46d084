"""Opens lanes from chains of a release to chains that were added to it later.

The added chains' own activation opens their ends. On the chains that stood before, the same
settings are scheduled by a member of BRIDGE_ADMIN and carried out when the delay is over.

Invariant REL-19: a lane to a chain that was added later is opened on the others only after the
release is active and verified there; its settings on both are made of one request.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quantera.access import Role, Specification
from quantera.release.arguments import Resolver, function_of
from quantera.release.blueprint import BRIDGE, MANAGER, Activation, Blueprint
from quantera.release.campaign import Campaign, Payloads, Site, Stage
from quantera.release.conditions import unmet
from quantera.release.errors import PlanError, RefusedError
from quantera.release.lanes import NONE, Lanes, ends_of
from quantera.release.managed import Desk, Managed, all_of, manage
from quantera.release.matrix import role_name
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Plan
from quantera.release.request import Request
from quantera.release.sender import SHOWN
from quantera.release.steps import Steps
from quantera.release.verify import verify_chain

STAGES = ("propose", "open")
_SHARED = ("bridge_policy", "bridge_endpoints")
"""Settings that do not depend on the other end."""


@dataclass
class NewLanes:
    """Plans the old chains' ends of lanes to added chains.

    Args:
        plan: the release on the chains that stood before.
        added: the same release on the added chains.
        request: of the added chains; `bridge.standing` names the others.
        nodes: one for each chain of both plans.
        proposer: a member of BRIDGE_ADMIN on the chains that stood before; a Safe, or a key.
    """

    plan: Plan
    added: Plan
    request: Request
    nodes: Mapping[str, Node]
    proposer: str

    def campaign(self) -> Campaign:
        """What will be sent on every chain that stood before.

        Raises:
            RefusedError: something stands against it; it has everything that does.
            PlanError: the plans and the request are not of one release.
            BlueprintError: neither the chain data nor the request knows a fact.
            NodeError: a node does not answer.
        """
        self._require_one_release()
        bridge = self.request.bridge
        if bridge is None or not bridge.standing:
            raise PlanError("the request names no chains that stand: no lanes lead to the new ones")
        refused = [sentence for chain in self.added.chains for sentence in self._unverified(chain)]
        payloads, sites = Payloads(), []
        for name in bridge.standing:
            site = _SitePlanner(self, self.plan.chain(name), payloads)
            said = [f"{name}: {sentence}" for sentence in site.refused()]
            if not said:
                sites.append(site.site())
            refused += said
        if refused:
            raise RefusedError(refused)
        if not any(site.stages for site in sites):
            raise PlanError("these lanes are open on every chain that stood before")
        return Campaign(
            kind="lanes",
            name=f"{self.plan.name}-{'-'.join(chain.name for chain in self.added.chains)}",
            profile=self.plan.profile,
            sender=self.proposer,
            addresses={name: self.plan.addresses[name] for name in (MANAGER, BRIDGE)},
            subject=self.plan.addresses[BRIDGE],
            stages=STAGES,
            final="open",
            chains=tuple(sites),
            payloads=payloads.by_name,
        )

    def _require_one_release(self) -> None:
        for plan in (self.plan, self.added):
            if BRIDGE not in plan.addresses:
                raise PlanError(f"{plan.name} has no bridge")
        if self.plan.addresses[BRIDGE] != self.added.addresses[BRIDGE]:
            raise PlanError("the two plans are of different releases: their bridges differ")
        if set(self.request.chains) != {chain.name for chain in self.added.chains}:
            raise PlanError("the request is not that of the added chains")

    def _unverified(self, chain: ChainPlan) -> list[str]:
        report = verify_chain(self.added, chain, self.nodes[chain.name])
        if report.is_clean:
            return []
        told = report.unreachable or "; ".join(report.drift[:SHOWN])
        return [f"{chain.name} is not released yet: {told}"]


class _SitePlanner:
    def __init__(self, whole: NewLanes, chain: ChainPlan, payloads: Payloads) -> None:
        self._whole, self._chain, self._payloads = whole, chain, payloads
        self._node = whole.nodes[chain.name]
        self._manager = whole.plan.addresses[MANAGER]
        self._desk = Desk(self._node, self._manager, whole.proposer)
        bridge, request = whole.request.bridge, whole.request
        assert bridge is not None
        ends = ends_of(request, local=chain.local)
        added = [ends[name] for name in request.chains]
        self._lanes = Lanes(
            bridge, whole.plan.addresses[BRIDGE], ends[chain.name], added, self._node
        )
        resolver = Resolver(whole.plan.addresses, self._lanes.parameters())
        self._steps = Steps(request, Blueprint.load(), Specification.load(), resolver)

    def _activations(self, *, of_lanes: bool) -> list[Activation]:
        """Settings of lanes, or those that all lanes share."""
        return [
            step
            for step in self._steps.blueprint.activation
            if step.each in (NONE if of_lanes else _SHARED)
            and (step.each in _SHARED) is not of_lanes
        ]

    def refused(self) -> list[str]:
        """What stands against it on this chain."""
        if (told := self._node.chain_id()) != self._chain.chain_id:
            return [f"the node answers for chain {told}"]
        said = list(self._lanes.faults)
        # The request that released this chain may have been another one.
        said += unmet(self._node, self._steps.outcomes_of(self._activations(of_lanes=False)))
        if self._delay() is None:
            said.append(f"{self._whole.proposer} is not {role_name(Role.BRIDGE_ADMIN)}")
        return said

    def _delay(self) -> int | None:
        """Seconds that the proposer's calls wait; nothing where it may not call."""
        has = function_of(MANAGER, "hasRole(uint64,address)")
        data = manage("hasRole(uint64,address)", Role.BRIDGE_ADMIN, self._whole.proposer)
        answer = bytes.fromhex(self._node.call(self._manager, "0x" + data.hex())[2:])
        member, delay = has.outputs.decode(answer)
        return int(delay) if member else None

    def site(self) -> Site:
        """This chain's part; without anything to do where its lanes are open."""
        activations = self._activations(of_lanes=True)
        delay, address = self._delay() or 0, self._whole.plan.addresses[BRIDGE]
        holds = tuple(self._steps.outcomes_of(activations))
        place = {name: getattr(self._chain, name) for name in Place.model_fields}
        if not unmet(self._node, holds):
            return Site(**place, stages=(), holds=holds)
        calls = [
            Managed(address, data, delay, f"setting {number} of the lanes")
            for number, (_, data) in enumerate(self._steps.calls_of(activations), 1)
        ]
        stages = []
        todo, proposed = self._desk.scheduling(calls)
        if todo:
            step = self._payloads.step("propose", self._manager, all_of(todo), proposed)
            stages.append(Stage(name="propose", steps=(step,)))
        data, after = all_of(self._desk.carrying_out(calls)), self._desk.operations(calls)
        step = self._payloads.step("open", self._manager, data, holds, after)
        stages.append(Stage(name="open", steps=(step,)))
        undo = tuple(
            self._payloads.step(f"cancel {number}", self._manager, cancel, [gone])
            for number, (cancel, gone) in enumerate(self._desk.cancelling(calls), 1)
        )
        return Site(**place, stages=tuple(stages), holds=holds, undo=undo)


def joined(plan: Plan, added: Plan, campaign: Campaign) -> Plan:
    """One plan of all chains, with the lanes between them: what `verify` compares with.

    Args:
        plan: of the chains that stood before.
        added: of the added chains.
        campaign: that opens the lanes; until it is carried out, they are missing on the chains.

    Raises:
        PlanError: what was released on the added chains stands at other addresses.
    """
    differing = sorted(
        name for name, address in plan.addresses.items() if added.addresses.get(name) != address
    )
    if differing:
        raise PlanError(f"{', '.join(differing)} of the added chains stand elsewhere: verify apart")
    lanes = {site.name: site.holds for site in campaign.chains}
    chains = [
        chain.model_copy(update={"active": (*chain.active, *lanes.get(chain.name, ()))})
        for chain in plan.chains
    ]
    roles = {
        role: tuple({repr(one): one for one in (*plan.roles.get(role, ()), *members)}.values())
        for role, members in {**plan.roles, **added.roles}.items()
    }
    return plan.model_copy(
        update={
            "chains": (*chains, *added.chains),
            "roles": roles,
            "payloads": {**plan.payloads, **added.payloads},
        }
    )

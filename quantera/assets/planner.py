"""Plans the issue of an asset on chains of a release: created on all of them, then admitted.

Invariant REL-17: an asset is admitted, to compliance, to settlement, to the bridge and with agents,
on no chain before its contracts stand, finally and with the release's own code, on every chosen
chain at one address; until then, and after a roll-back, nobody can mint or move it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole, Role, Specification, assignments
from quantera.assets.bridging import GRANT, ROLE, BridgedAsset
from quantera.assets.errors import AlreadyDeployedError
from quantera.assets.request import AssetRequest
from quantera.assets.rules import EngineRules, engine_rules, keeps_lots
from quantera.assets.standing import cancelled, standing_faults, standing_site
from quantera.compliance.catalogue import JURISDICTIONS
from quantera.release.addresses import created_address, salt_of
from quantera.release.arguments import Resolver, function_of, merged_abi
from quantera.release.blueprint import BRIDGE, FACTORY, IMPLEMENTATION, MANAGER, PROXY
from quantera.release.campaign import Campaign, Payloads, Site, Stage
from quantera.release.conditions import (
    Condition,
    implementation_is,
    mapping_is,
    view_is,
)
from quantera.release.errors import RefusedError
from quantera.release.managed import Desk, Managed, all_of, manage
from quantera.release.matrix import role_name
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Plan
from quantera.release.steps import CREATE

TOKEN, COMPLIANCE = "ComplianceAwareToken", "TokenCompliance"
ENGINE, SETTLEMENT = "ComplianceEngine", "SettlementAssetManager"
INIT_TOKEN = (
    "initialize(address,(address,address,address,string,string,uint8),"
    "(string,string,string,uint256,bool))"
)
INIT_COMPLIANCE = "initialize(address,address,address)"
STAGES = ("propose", "create", "admit")
_GETTERS = ("countryCaps", "classCaps", "packLimits", "allotments")
"""Settings that `ruleSettings` leaves to getters of their own."""
_NEEDED = (Role.ADMIN, Role.UPGRADER, Role.COMPLIANCE_ADMIN)


def entry_of(kind: str, asset: object) -> str:
    """Name under which the factory creates one of an asset's contracts; part of its address."""
    return f"asset.{asset}.{kind}"


def token_address(plan: Plan, asset: object) -> str:
    """Where an asset's token stands on every chain of a release."""
    return created_address(plan.addresses[FACTORY], entry_of(TOKEN, asset))


@dataclass
class AssetPlanner:
    """Plans the issue of one asset.

    Args:
        plan: the release, active on these chains.
        nodes: one for each chain.
        request: what the issuer asks for.
        sender: who holds the roles that it takes; a Safe, or a key.
        chains: where it is issued now.
        standing: chains on which it stands already; their limits are not touched, and their
            bridges are told of the new ones.
    """

    plan: Plan
    nodes: Mapping[str, Node]
    request: AssetRequest
    sender: str
    chains: tuple[str, ...]
    standing: tuple[str, ...] = ()

    def campaign(self) -> Campaign:
        """What will be sent on every chain.

        Raises:
            RulePackError: the asset does not fit the packs of its jurisdictions.
            AlreadyDeployedError: it stands on one of the chains.
            RefusedError: something else stands against it; it has everything that does.
            PlanError: the release does not have one of the chains.
            NodeError: a node does not answer.
        """
        packs, payloads = self.request.packs(), Payloads()
        sites, refused = [], []
        bridged = self.bridged()
        for name in self.standing if bridged else ():
            assert bridged is not None
            standing, said = self._told_of_new(name, bridged, payloads)
            sites.append(standing)
            refused += [f"{name}: {sentence}" for sentence in said]
        for name in self.chains:
            # What was issued first has been given all limits; a later chain begins without any.
            share = 0 if self.standing else self.request.share(name, self.chains)
            rules = engine_rules(self.request, packs, share)
            site = _SitePlanner(self, self.plan.chain(name), rules, payloads)
            refused += [f"{name}: {sentence}" for sentence in site.refused()]
            if not refused:
                sites.append(site.site())
        if refused:
            raise RefusedError(refused)
        addresses = {name: self.plan.addresses[name] for name in (MANAGER, FACTORY, ENGINE)}
        if self.request.settlement:
            addresses[SETTLEMENT] = self.plan.addresses[SETTLEMENT]
        if self.request.bridge:
            addresses[BRIDGE] = self.plan.addresses[BRIDGE]
        asset = self.request.policy.id
        return Campaign(
            kind="asset",
            name=f"{self.plan.name}-{asset}",
            profile=self.plan.profile,
            sender=self.sender,
            addresses=addresses,
            subject=token_address(self.plan, asset),
            stages=STAGES,
            final="admit",
            chains=tuple(sites),
            payloads=payloads.by_name,
        )

    def _told_of_new(
        self, name: str, bridged: BridgedAsset, payloads: Payloads
    ) -> tuple[Site, list[str]]:
        """The part of a chain on which the asset stands, and what stands against it."""
        chain, node = self.plan.chain(name), self.nodes[name]
        said = standing_faults(chain, node, bridged)
        delays, lacking = ({ROLE: 0}, []) if said else self.delays(chain, [ROLE])
        desk = Desk(node, self.plan.addresses[MANAGER], self.sender)
        added = [self.plan.chain(one).chain_id for one in self.chains]
        calls = list(bridged.connecting(delays[ROLE], added))
        holds = tuple(bridged.connected(added))
        return standing_site(chain, desk, calls, holds, payloads), [*said, *lacking]

    def others(self, chain: ChainPlan) -> list[int]:
        """Ids of the other chains on which the asset will stand."""
        names = (*self.standing, *self.chains)
        return [self.plan.chain(name).chain_id for name in names if name != chain.name]

    def bridged(self) -> BridgedAsset | None:
        """The asset at the bridge, where it is to be there."""
        request = self.request
        if request.bridge is None:
            return None
        if BRIDGE not in self.plan.addresses:
            raise RefusedError(["the release has no bridge: say `bridge: null` in the request"])
        return BridgedAsset(
            bridge=self.plan.addresses[BRIDGE],
            token=token_address(self.plan, request.policy.id),
            decimals=request.policy.decimals,
            keeps_lots=keeps_lots(request),
            terms=request.bridge,
            limits=request.limits(request.bridge),
        )

    def delays(self, chain: ChainPlan, roles: Sequence[Role]) -> tuple[dict[Role, int], list[str]]:
        """Seconds that the sender's calls wait by role, and a sentence for each that it lacks."""
        node, manager = self.nodes[chain.name], self.plan.addresses[MANAGER]
        has = function_of(MANAGER, "hasRole(uint64,address)")
        found, said = {}, []
        for role in roles:
            data = "0x" + has.encode([role, self.sender]).hex()
            member, delay = has.outputs.decode(bytes.fromhex(node.call(manager, data)[2:]))
            found[role] = int(delay)
            if not member:
                said.append(f"{self.sender} is not {role_name(role)}")
        return found, said


class _SitePlanner:
    def __init__(
        self, whole: AssetPlanner, chain: ChainPlan, rules: EngineRules, payloads: Payloads
    ) -> None:
        self._plan, self._request, self._sender = whole.plan, whole.request, whole.sender
        self._chain = chain
        self._rules = rules
        self._payloads = payloads
        self._node = whole.nodes[chain.name]
        self._manager = whole.plan.addresses[MANAGER]
        self._desk = Desk(self._node, self._manager, whole.sender)
        asset, factory = whole.request.policy.id, whole.plan.addresses[FACTORY]
        self._entries = {kind: entry_of(kind, asset) for kind in (COMPLIANCE, TOKEN)}
        self._made = {kind: created_address(factory, name) for kind, name in self._entries.items()}
        self._token = self._made[TOKEN]
        self._resolver = Resolver(whole.plan.addresses, {})
        self._whole, self._bridged = whole, whole.bridged()
        self._others = whole.others(chain)
        self._delays: dict[Role, int] = {}

    # -- what stands against it -----------------------------------------------------------------

    def refused(self) -> list[str]:
        """What stands against it on this chain.

        Raises:
            AlreadyDeployedError: the token stands there.
        """
        if (told := self._node.chain_id()) != self._chain.chain_id:
            return [f"the node answers for chain {told}"]
        if self._node.code(self._token):
            raise AlreadyDeployedError(f"{self._chain.name}: {self._token} has code already")
        missing = [
            name
            for name in (
                *(MANAGER, FACTORY, ENGINE, self._behind(TOKEN), self._behind(COMPLIANCE)),
                *((BRIDGE,) if self._bridged else ()),
            )
            if not self._node.code(self._plan.addresses[name])
        ]
        if missing:
            return [f"the release has no {', '.join(missing)} here"]
        needed = [*_NEEDED, *([Role.LISTING_ADMIN] if self._request.settlement else [])]
        needed += [ROLE] if self._bridged else []
        self._delays, said = self._whole.delays(self._chain, needed)
        return said

    @staticmethod
    def _behind(kind: str) -> str:
        return f"{kind}{IMPLEMENTATION}"

    # -- what is sent ---------------------------------------------------------------------------

    def site(self) -> Site:
        """This chain's part."""
        creating, admitting = self._creating(), self._admitting()
        todo, proposed = self._desk.scheduling([*creating, *admitting])
        stages = []
        if todo:
            step = self._payloads.step("propose", self._manager, all_of(todo), proposed)
            stages.append(Stage(name="propose", steps=(step,)))
        for name, calls, facts in (
            ("create", creating, [*self._created(), self._paused()]),
            ("admit", admitting, self._admitted()),
        ):
            data = all_of(self._desk.carrying_out(calls))
            after = self._desk.operations(calls)
            step = self._payloads.step(name, self._manager, data, facts, after)
            stages.append(Stage(name=name, steps=(step,)))
        place = {name: getattr(self._chain, name) for name in Place.model_fields}
        holds = (*self._created(), *self._admitted())
        undo = self._undoing([*creating, *admitting])
        return Site(**place, stages=tuple(stages), holds=holds, undo=undo)

    def _creating(self) -> list[Managed]:
        """Both proxies, initialised as they are created; the token is paused from then on."""
        policy, terms = self._request.policy, self._request.policy.terms
        engine, addresses = self._plan.addresses[ENGINE], self._plan.addresses
        information = (
            policy.asset_type,
            self._request.home,
            self._request.framework,
            terms.minimum_investment,
            terms.fractional_allowed,
        )
        setup = (
            engine,
            self._made[COMPLIANCE],
            self._request.identity,
            policy.name,
            policy.symbol,
            policy.decimals,
        )
        first = {
            COMPLIANCE: function_of(COMPLIANCE, INIT_COMPLIANCE).encode(
                [self._manager, engine, self._token]
            ),
            TOKEN: function_of(TOKEN, INIT_TOKEN).encode([self._manager, setup, information]),
        }
        create, calls = function_of(FACTORY, CREATE), []
        for kind, call in first.items():
            creation = self._resolver.creation(PROXY, (addresses[self._behind(kind)], call))
            data = create.encode([salt_of(self._entries[kind]), creation, b""])
            delay, says = self._delays[Role.UPGRADER], f"{kind} at {self._made[kind]}"
            calls.append(Managed(addresses[FACTORY], data, delay, says))
        return calls

    def _admitting(self) -> list[Managed]:
        """Agents, roles of functions, rules, settlement; in one transaction."""
        calls = [
            # While nobody has mapped the function, it is the administrators'.
            self._call(Role.ADMIN, TOKEN, GRANT, LocalRole.AGENT, agent)
            for agent in self._request.agents
        ]
        if self._bridged:
            bridge = (LocalRole.BRIDGE, self._bridged.bridge)
            calls.append(self._call(Role.ADMIN, TOKEN, GRANT, *bridge))
        specification = Specification.load()
        for kind, target in self._made.items():
            for item in assignments(specification, kind):
                signature = "setTargetFunctionRole(address,bytes4[],uint64)"
                data = manage(signature, target, item.selectors, item.role)
                says = f"functions of {kind} for {item.role.name}"
                calls.append(Managed(self._manager, data, self._delays[Role.ADMIN], says))
        role, token, rules = Role.COMPLIANCE_ADMIN, self._token, self._rules
        calls.append(self._call(role, ENGINE, "registerToken(address)", token))
        scope = "startCount(address,(bool,bool,uint8,bool))"
        calls.append(self._call(role, ENGINE, scope, token, rules.count))
        pack = "configurePack(address,uint8,uint256[])"
        calls += [
            self._call(role, ENGINE, pack, token, number, list(words))
            for number, words in rules.packs.items()
        ]
        calls.append(self._call(role, ENGINE, _configure(), token, rules.settings))
        if self._request.settlement:
            home = JURISDICTIONS.index(self._request.home)
            listing = "listSecurity(address,uint8,bool)"
            calls.append(self._call(Role.LISTING_ADMIN, SETTLEMENT, listing, token, home, True))
        if self._bridged:
            calls += self._bridged.listing(self._delays[ROLE], self._chain.name)
            calls += self._bridged.connecting(self._delays[ROLE], self._others)
        return calls

    def _call(self, role: Role, contract: str, signature: str, *arguments: Any) -> Managed:
        function = function_of(contract, signature)
        target = self._token if contract == TOKEN else self._plan.addresses[contract]
        says = f"{contract}.{function.name}"
        return Managed(target, function.encode(arguments), self._delays[role], says)

    def _undoing(self, calls: Sequence[Managed]) -> tuple[Any, ...]:
        """Takes back what is scheduled, one by one; what was created stays closed to everybody."""
        steps = list(cancelled(self._desk, self._payloads, calls))
        if not self._delays[Role.ADMIN]:
            closed = function_of(MANAGER, "isTargetClosed(address)")
            for kind, target in self._made.items():
                fact = view_is(self._manager, closed, (target,), (True,), f"{kind} is closed")
                data = manage("setTargetClosed(address,bool)", target, True)
                steps.append(self._payloads.step(f"close {kind}", self._manager, data, [fact]))
        return tuple(steps)

    # -- what holds then ------------------------------------------------------------------------

    def _created(self) -> list[Condition]:
        addresses, policy = self._plan.addresses, self._request.policy
        facts = [
            fact
            for kind in (COMPLIANCE, TOKEN)
            for fact in implementation_is(self._made[kind], addresses[self._behind(kind)], kind)
        ]
        told = {
            "authority()": self._manager,
            "name()": policy.name,
            "symbol()": policy.symbol,
            "decimals()": policy.decimals,
            "identityRegistry()": addresses[ENGINE],
            "compliance()": self._made[COMPLIANCE],
            "onchainID()": self._request.identity,
            "owner()": self._manager,
        }
        return facts + [
            view_is(self._token, function_of(TOKEN, view), (), (answer,), f"{view} of the token")
            for view, answer in told.items()
        ]

    def _paused(self) -> Condition:
        """Until one of its agents opens it, whenever that is."""
        paused = function_of(TOKEN, "paused()")
        return view_is(self._token, paused, (), (True,), "the token is paused")

    def _admitted(self) -> list[Condition]:
        engine, token = self._plan.addresses[ENGINE], self._token
        registered = function_of(ENGINE, "isRegistered(address)")
        facts = [view_is(engine, registered, (token,), (True,), "the token is registered")]
        local = function_of(TOKEN, "hasLocalRole(uint8,address)")
        for agent in self._request.agents:
            asked = (LocalRole.AGENT, agent)
            facts.append(view_is(token, local, asked, (True,), f"{agent} is AGENT of the token"))
        specification = Specification.load()
        for kind, target in self._made.items():
            facts += mapping_is(self._manager, target, kind, assignments(specification, kind))
        parameters = function_of(ENGINE, "packParameters(address,uint8)")
        for number, words in self._rules.packs.items():
            padded = (*words, *(0 for _ in range(16 - len(words))))
            says = f"parameters of pack {number}"
            facts.append(view_is(engine, parameters, (token, number), (list(padded),), says))
        settings = {**self._rules.settings, **{name: [] for name in _GETTERS}}
        told = function_of(ENGINE, "ruleSettings(address)")
        facts.append(view_is(engine, told, (token,), (settings,), "the token's rules"))
        allotment = function_of(ENGINE, "allotment(address,uint8,uint256)")
        for limit, key, whole, part in self._rules.limits:
            says = f"limit {limit} of {key}"
            facts.append(view_is(engine, allotment, (token, limit, key), (whole, part, 0), says))
        if self._bridged:
            facts.append(self._bridged.admitted(TOKEN))
            facts += self._bridged.listed(self._chain.name)
            facts += self._bridged.connected(self._others)
        return facts


def _configure() -> str:
    """The signature of `configureRules`, whose settings are long to write out."""
    return next(
        signature
        for signature, function in merged_abi(ENGINE).by_signature.items()
        if function.name == "configureRules"
    )

"""Plans the issue of an asset on chains of a release: created on all of them, then admitted.

Invariant REL-17: an asset is admitted, to compliance, to settlement and with agents, on no chain
before its contracts stand, finally and with the release's own code, on every chosen chain at one
address; until then, and after a roll-back, nobody can mint or move it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole, Role, Specification, assignments
from quantera.assets.errors import AlreadyDeployedError
from quantera.assets.request import AssetRequest
from quantera.assets.rules import EngineRules, engine_rules
from quantera.compliance.catalogue import JURISDICTIONS
from quantera.release.addresses import created_address, salt_of
from quantera.release.arguments import Resolver, function_of, merged_abi
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, PROXY
from quantera.release.campaign import Campaign, Payloads, Site, Stage
from quantera.release.conditions import Condition, implementation_is, mapping_is, view_is
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
        standing: chains on which it stands already; their limits are not touched.
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
        self._delays: dict[int, int] = {}

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
            for name in (MANAGER, FACTORY, ENGINE, self._behind(TOKEN), self._behind(COMPLIANCE))
            if not self._node.code(self._plan.addresses[name])
        ]
        if missing:
            return [f"the release has no {', '.join(missing)} here"]
        needed = [*_NEEDED, *([Role.LISTING_ADMIN] if self._request.settlement else [])]
        said = []
        has = function_of(MANAGER, "hasRole(uint64,address)")
        for role in needed:
            data = "0x" + has.encode([role, self._sender]).hex()
            answer = bytes.fromhex(self._node.call(self._manager, data)[2:])
            member, delay = has.outputs.decode(answer)
            self._delays[role] = int(delay)
            if not member:
                said.append(f"{self._sender} is not {role_name(role)}")
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
            self._call(Role.ADMIN, TOKEN, "grantLocalRole(uint8,address)", LocalRole.AGENT, agent)
            for agent in self._request.agents
        ]
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
        return calls

    def _call(self, role: Role, contract: str, signature: str, *arguments: Any) -> Managed:
        function = function_of(contract, signature)
        target = self._token if contract == TOKEN else self._plan.addresses[contract]
        says = f"{contract}.{function.name}"
        return Managed(target, function.encode(arguments), self._delays[role], says)

    def _undoing(self, calls: Sequence[Managed]) -> tuple[Any, ...]:
        """Takes back what is scheduled, one by one; what was created stays closed to everybody."""
        steps = [
            self._payloads.step(f"cancel {number}", self._manager, data, [gone])
            for number, (data, gone) in enumerate(self._desk.cancelling(calls), 1)
        ]
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
        return facts


def _configure() -> str:
    """The signature of `configureRules`, whose settings are long to write out."""
    return next(
        signature
        for signature, function in merged_abi(ENGINE).by_signature.items()
        if function.name == "configureRules"
    )

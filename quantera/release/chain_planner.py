"""One chain's part of a plan: built, rehearsed, compared with what stands, checked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from eth_account.messages import SignableMessage
from eth_utils.address import is_checksum_address

from quantera.access import Specification
from quantera.release import fees, founder, lanes
from quantera.release.addresses import KEYLESS_CODE, KEYLESS_DEPLOYER, AddressBook
from quantera.release.arguments import Resolver
from quantera.release.blueprint import BRIDGE, MANAGER, Blueprint
from quantera.release.conditions import Condition
from quantera.release.ends import chain_id_of, facts_of
from quantera.release.errors import BlueprintError, RefusedError
from quantera.release.finality import finality_faults, lag_faults
from quantera.release.lanes import Lanes, ends_of
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Standing, Step, payload_name
from quantera.release.rehearsal import Foreign, Rehearsal, Rehearsed, rehearse
from quantera.release.request import Opening, Request
from quantera.release.steps import Draft, Steps

RUNTIME_LIMIT = 24_576
_SPARE_PERCENT = 130
"""Fees move between the plan and the last transaction."""

SignOpening = Callable[[SignableMessage], bytes]


class Shared(Protocol):
    """What all chains of a plan share."""

    request: Request
    nodes: Mapping[str, Node]
    sign: SignOpening | None
    blueprint: Blueprint
    specification: Specification

    def entries(self) -> list[str]:
        """Everything that is created."""


class ChainPlanner:
    """Makes one chain's part of a plan.

    Args:
        whole: the request with what all chains share.
        name: of the chain.
        book: addresses of the release.
        payloads: of the plan, to which this chain's are added.
    """

    def __init__(
        self,
        whole: Shared,
        name: str,
        book: AddressBook,
        payloads: dict[str, str],
    ) -> None:
        self._whole = whole
        self._request = whole.request
        self._name = name
        self._wanted = whole.request.chains[name]
        self._node = node = whole.nodes[name]
        self._book = book
        self._payloads = payloads
        self._facts = facts_of(name)
        self._local = node.is_local()
        self._now = node.timestamp()
        self._lanes = self._laid()
        self._steps = self._builder()

    # -- building -------------------------------------------------------------------------------

    @property
    def _chain_id(self) -> int:
        return chain_id_of(self._name, self._wanted.chain_id)

    def _laid(self) -> Lanes | None:
        """Lanes from here, where the request asks for some."""
        wanted = self._request.bridge
        if wanted is None or BRIDGE not in self._whole.blueprint.contracts:
            return None
        ends = ends_of(self._request, local=self._local)
        here = ends.pop(self._name)
        return Lanes(wanted, self._book[BRIDGE], here, list(ends.values()), self._node)

    def _builder(self) -> Steps:
        known: dict[str, Any] = dict(
            lanes.NONE if self._lanes is None else self._lanes.parameters()
        )
        if self._facts is not None:
            known["wrapped_native"] = self._facts.native_coin.wrapped_address
        parameters = {**known, **self._request.parameters, **self._wanted.parameters}
        resolver = Resolver(self._book, parameters)
        steps = Steps(self._request, self._whole.blueprint, self._whole.specification, resolver)
        steps.opening = self._wanted.opening
        if steps.opening is None and self._whole.sign is not None:
            deadline = self._now + founder.VALIDITY_SECONDS
            signature = self._whole.sign(self._message(steps, deadline))
            steps.opening = Opening(deadline=deadline, signature="0x" + signature.hex())
        return steps

    def _message(self, steps: Steps, deadline: int) -> SignableMessage:
        factory = self._book.factory
        return founder.message(self._chain_id, factory, steps.manager_creation(), deadline)

    def plan(self) -> ChainPlan:
        """This chain's part, rehearsed."""
        inert, active = tuple(self._steps.inert()), tuple(self._steps.active())
        rehearsal = self._rehearse(self._steps.all(), inert, active)
        abandon, _ = self._steps.abandoned()
        steps = tuple(self._step(one) for one in rehearsal.steps)
        facts = self._facts
        return ChainPlan(
            name=self._name,
            title=facts.title if facts else self._name,
            chain_id=self._chain_id,
            coin=facts.native_coin.symbol if facts else "ETH",
            local=self._local,
            rpc=self._wanted.rpc,
            depth=self._depth(),
            least_tip=0 if self._local else fees.LEAST_TIPS.get(self._name, 0),
            most_fee=int(self._wanted.max_fee_gwei * fees.GWEI),
            since=self._since(),
            steps=steps,
            codes=rehearsal.codes,
            inert=inert,
            active=active,
            abandon=self._step(Rehearsed(abandon, rehearsal.steps[-1].gas, abandon.conditions, {})),
            standing=self._standing(rehearsal, steps),
        )

    def _since(self) -> int:
        opened = bool(self._node.code(self._book[MANAGER]))
        return 0 if opened else max(self._node.final_block(self._depth()), 0)

    def _rehearse(
        self, drafts: list[Draft], inert: Sequence[Condition], active: Sequence[Condition]
    ) -> Rehearsal:
        return rehearse(
            drafts,
            chain_id=self._chain_id,
            now=self._now,
            founder=self._request.founder,
            deployer=self._request.deployer,
            addresses={entry: self._book[entry] for entry in self._whole.entries()},
            outside=self._outside(),
            inert=inert,
            active=active,
        )

    def _outside(self) -> dict[str, Foreign]:
        """Contracts that others deployed and that the release names or calls."""
        touched = self._lanes.touched() if self._lanes is not None else {}
        addresses = sorted(_addresses_in(self._steps.resolver.parameters) | touched.keys())
        slots = [(address, slot) for address, found in touched.items() for slot in found]
        stored = dict(zip(slots, self._node.stored(slots), strict=True))
        return {
            address: Foreign(
                code, {slot: stored[address, slot] for slot in touched.get(address, ())}
            )
            for address, code in zip(addresses, self._node.codes(addresses), strict=True)
            if code
        }

    def _step(self, rehearsed: Rehearsed) -> Step:
        draft = rehearsed.draft
        name = payload_name(draft.data)
        self._payloads[name] = "0x" + draft.data.hex()
        oversized = [
            entry for entry, size in rehearsed.runtime_sizes.items() if size > RUNTIME_LIMIT
        ]
        if oversized:
            raise RefusedError([f"{entry} is larger than a chain accepts" for entry in oversized])
        return Step(
            name=draft.name,
            phase=draft.phase,
            to=draft.to,
            payload=name,
            creates={entry: self._book[entry] for entry in draft.creates},
            conditions=rehearsed.conditions,
            gas=rehearsed.gas,
        )

    def _depth(self) -> int | None:
        if self._wanted.finality is not None:
            return self._wanted.finality.depth
        if self._facts is None:
            raise BlueprintError(f"{self._name} is no known chain: the request must say finality")
        return self._facts.timing.finality.depth

    # -- looking --------------------------------------------------------------------------------

    def _standing(self, rehearsal: Rehearsal, steps: tuple[Step, ...]) -> Standing:
        found = self._node.codes([condition.address for condition in rehearsal.codes])
        matches = self._node.answers(rehearsal.codes)
        entries = {address: entry for entry, address in self._created()}
        missing: list[str] = []
        matching: list[str] = []
        differing: list[str] = []
        for condition, code, answer in zip(rehearsal.codes, found, matches, strict=True):
            entry = entries[condition.address]
            if not code:
                missing.append(entry)
            else:
                (matching if answer == condition.expected else differing).append(entry)
        todo = [step for step in steps if not step.creates or set(step.creates) & set(missing)]
        offered = self._node.fees()
        tip = max(offered.tip, 0 if self._local else fees.LEAST_TIPS.get(self._name, 0))
        family = (self._facts.stands_for or self._name) if self._facts else ""
        price = offered.base + tip
        return Standing(
            missing=tuple(missing),
            matching=tuple(matching),
            differing=tuple(differing),
            nonce=self._node.nonces(self._request.deployer)[0],
            balance=self._node.balance(self._request.deployer),
            base_fee=offered.base,
            tip=tip,
            data_fee=sum(
                fees.data_fee(self._node, family, step.to, self._data(step), price)
                for step in todo
                if family in {"optimism", "arbitrum"}
            ),
            gas=sum(step.gas for step in todo),
            usd_price=self._request.prices.get(
                self._facts.native_coin.symbol if self._facts else ""
            ),
        )

    def _data(self, step: Step) -> bytes:
        return bytes.fromhex(self._payloads[step.payload][2:])

    def _created(self) -> list[tuple[str, str]]:
        return [(entry, self._book[entry]) for entry in self._whole.entries()]

    # -- refusing -------------------------------------------------------------------------------

    def first_checks(self) -> list[str]:
        """What is wrong whatever the release consists of."""
        said = []
        if (told := self._node.chain_id()) != self._chain_id:
            said.append(f"the node answers for chain {told}, not {self._chain_id}")
        if self._request.profile == "local" and not self._local:
            said.append("the access profile local has no delays: it is for development nodes alone")
        if self._node.code(KEYLESS_DEPLOYER) != KEYLESS_CODE:
            said.append(f"the keyless CREATE2 deployer does not stand at {KEYLESS_DEPLOYER}")
        if self._node.code(self._request.deployer):
            said.append("the deployer is a contract: it cannot sign transactions")
        latest, pending = self._node.nonces(self._request.deployer)
        if pending > latest:
            said.append(f"{pending - latest} transactions of the deployer wait to be mined")
        said += self._finality_checks()
        said += [] if self._lanes is None else self._lanes.faults
        said += self._opening_checks()
        return [f"{self._name}: {sentence}" for sentence in said]

    def _finality_checks(self) -> list[str]:
        final = self._node.final_block(self._depth())
        if final < 0:
            return ["no block is final yet by the finality that the plan waits for"]
        if self._local:
            return []
        known = self._facts.timing.finality if self._facts else None
        age = self._now - self._node.timestamp(final)
        return finality_faults(self._wanted.finality, known) + lag_faults(age, known)

    def _opening_checks(self) -> list[str]:
        opening = self._steps.opening
        if opening is None:
            deadline = self._now + founder.VALIDITY_SECONDS
            asked = founder.digest(self._message(self._steps, deadline)).hex()
            return [f"the founder must sign 0x{asked} (deadline {deadline}); see docs/release.md"]
        message = self._message(self._steps, opening.deadline)
        founder_ = self._request.founder
        if not founder.signed_by(self._node, founder_, message, opening.signature):
            return ["the opening's signature is not the founder's for this chain and deployer"]
        opened = self._node.code(self._book[MANAGER])
        if opening.deadline < self._now and not opened:
            return ["the founder's signature has expired"]
        return []

    def last_checks(self, plan: ChainPlan) -> list[str]:
        """What is wrong with the chain for this plan."""
        standing = plan.standing
        said = [
            f"other code stands at {self._book[entry]} ({entry})" for entry in standing.differing
        ]
        needed = standing.cost * _SPARE_PERCENT // 100
        if standing.balance < needed:
            said.append(f"the deployer has {standing.balance} wei and needs {needed}")
        if standing.base_fee + standing.tip > plan.most_fee:
            said.append(f"gas costs more than max_fee_gwei allows ({plan.most_fee} wei)")
        return [f"{self._name}: {sentence}" for sentence in said]


def _addresses_in(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value} if is_checksum_address(value) else set()
    if isinstance(value, Mapping):
        return {address for item in value.values() for address in _addresses_in(item)}
    if isinstance(value, list | tuple):
        return {address for item in value for address in _addresses_in(item)}
    return set()

"""The plan of a release: a file that people review and that is carried out as it stands."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, ValidationError

from quantera.deployments import Address, Commit, Digest, Hex, Slug
from quantera.release.conditions import Condition
from quantera.release.errors import PlanError
from quantera.release.steps import Phase

WEI = 10**18


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Part):
    """One transaction.

    Attributes:
        payload: SHA-256 of its call data, which stands once in the plan.
        creates: addresses of the entries it creates.
        conditions: what holds once it is done, until the next phase.
        gas: of the rehearsal: Cancun's rules, without an L2's data.
        after: operations of the access manager whose delays must be over before it is sent.
    """

    name: str
    phase: Phase
    to: Address
    payload: Digest
    creates: dict[str, Address] = Field(default_factory=dict)
    conditions: tuple[Condition, ...]
    gas: NonNegativeInt
    after: tuple[Hex, ...] = ()


class Standing(_Part):
    """What the chain was like when the plan was made; for people, and for nothing else.

    Attributes:
        missing, matching, differing: entries by what stands at their addresses.
        base_fee, tip: wei for a unit of gas.
        data_fee: wei for an L2's data, where the chain says so.
        balance: the deployer's, in wei.
    """

    missing: tuple[str, ...]
    matching: tuple[str, ...]
    differing: tuple[str, ...]
    nonce: NonNegativeInt
    balance: NonNegativeInt
    base_fee: NonNegativeInt
    tip: NonNegativeInt
    data_fee: NonNegativeInt
    gas: NonNegativeInt
    usd_price: Decimal | None

    @property
    def cost(self) -> int:
        """Wei that what is missing costs at these prices."""
        return self.gas * (self.base_fee + self.tip) + self.data_fee

    @property
    def cost_usd(self) -> Decimal | None:
        """The same in US dollars, where the request has the coin's price."""
        if self.usd_price is None:
            return None
        return Decimal(self.cost) / WEI * self.usd_price


class Place(_Part):
    """A chain, and how transactions get into it.

    Attributes:
        rpc: of a local chain; others come from the environment.
        depth: blocks after which one counts as final; without it the node's `finalized` tag.
        least_tip, most_fee: bounds of what is offered for a unit of gas, in wei.
    """

    name: Slug
    title: str
    chain_id: int
    coin: str
    local: bool
    rpc: str
    depth: int | None
    least_tip: int
    most_fee: int


class ChainPlan(Place):
    """One chain's part.

    Attributes:
        since: a block before everything that the plan sends; nothing of it has older logs, unless
            the chain was open already: 0 then.
        codes: of everything created, by the compiler's output.
        inert: what holds at the barrier.
        active: what holds after activation.
        abandon: the transaction that takes the chain back before its activation.
    """

    since: NonNegativeInt
    steps: tuple[Step, ...]
    codes: tuple[Condition, ...]
    inert: tuple[Condition, ...]
    active: tuple[Condition, ...]
    abandon: Step
    standing: Standing

    def before_barrier(self) -> Iterator[Step]:
        """Steps that leave the chain inert."""
        return (step for step in self.steps if step.phase is not Phase.ACTIVATE)

    @property
    def activation(self) -> Step:
        """The step behind the barrier."""
        return next(step for step in self.steps if step.phase is Phase.ACTIVATE)


class Plan(_Part):
    """Everything that will be sent, where, and what it must come to."""

    version: Literal[1] = 1
    name: Slug
    profile: Literal["production", "local"]
    founder: Address
    deployer: Address
    git_commit: Commit
    addresses: dict[str, Address]
    contracts: dict[str, str]
    roles: dict[str, tuple[dict[str, Any], ...]]
    chains: tuple[ChainPlan, ...]
    payloads: dict[Digest, Hex]

    @property
    def sender(self) -> str:
        """Who sends everything."""
        return self.deployer

    def data(self, step: Step) -> str:
        """A step's call data."""
        return self.payloads[step.payload]

    def digest(self) -> str:
        """SHA-256 of the plan."""
        return digest_of(self)

    def chain(self, name: str) -> ChainPlan:
        """One chain's part.

        Raises:
            PlanError: the plan has no such chain.
        """
        for chain in self.chains:
            if chain.name == name:
                return chain
        raise PlanError(f"the plan has no chain {name}")

    def write(self, path: Path) -> None:
        """Put the plan in a file."""
        path.write_text(self.model_dump_json(indent=1) + "\n")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a plan.

        Raises:
            PlanError: it is missing, damaged, or its call data are not what their names say.
        """
        try:
            plan = cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise PlanError(f"{path.name}: {error}") from error
        require_unchanged(path, plan.payloads)
        return plan


def digest_of(model: BaseModel) -> str:
    """SHA-256 of a plan's content, in one order and without blanks."""
    text = json.dumps(model.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def require_unchanged(path: Path, payloads: Mapping[str, str]) -> None:
    """That call data are what their names say.

    Raises:
        PlanError: some were changed.
    """
    for name, payload in payloads.items():
        if payload_name(bytes.fromhex(payload[2:])) != name:
            raise PlanError(f"{path.name}: call data {name[:16]}… were changed")


def payload_name(data: bytes) -> str:
    """Name under which call data stand in a plan."""
    return hashlib.sha256(data).hexdigest()

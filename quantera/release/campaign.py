"""What follows a release: transactions in stages, on many chains, with delays between them.

A stage begins on any chain only when the one before it is done, finally, on all of them. Like a
release a campaign is planned, simulated, carried out with a journal, and resumed.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quantera.deployments import Address, Digest, Hex, Slug
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import Condition
from quantera.release.errors import PlanError
from quantera.release.plan import Place, Step, digest_of, payload_name, require_unchanged
from quantera.release.steps import Phase


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Stage(_Part):
    """Transactions of one chain between two barriers."""

    name: Slug
    steps: tuple[Step, ...]


class Site(Place):
    """One chain's part.

    Attributes:
        stages: its own; a chain may have nothing to do in some.
        holds: what holds at the end.
        undo: what takes it back before the point of no return.
    """

    stages: tuple[Stage, ...]
    holds: tuple[Condition, ...]
    undo: tuple[Step, ...] = ()

    def stage(self, name: str) -> Stage | None:
        """Its part of a stage, if it has one."""
        return next((stage for stage in self.stages if stage.name == name), None)

    def steps(self) -> list[Step]:
        """Everything that it is sent, in order."""
        return [step for stage in self.stages for step in stage.steps]


class Campaign(_Part):
    """Everything that will be sent, by whom, and what it must come to.

    Attributes:
        kind: what it is for.
        name: what it is called in file names.
        stages: all stages in order.
        final: the stage with whose beginning it can be undone no more.
        addresses: of what it is about, by name of the compiled contract.
        subject: the address that it is about.
        payloads: call data by their SHA-256.
    """

    version: Literal[1] = 1
    kind: Literal["handover", "upgrade", "asset", "lanes"]
    name: Slug
    profile: Literal["production", "local"]
    sender: Address
    addresses: dict[str, Address]
    subject: Address
    stages: tuple[Slug, ...]
    final: Slug
    chains: tuple[Site, ...]
    payloads: dict[Digest, Hex] = Field(default_factory=dict)

    @property
    def manager(self) -> str:
        """The access manager, the same on every chain."""
        return self.addresses[MANAGER]

    def data(self, step: Step) -> str:
        """A step's call data."""
        return self.payloads[step.payload]

    def digest(self) -> str:
        """SHA-256 of the campaign."""
        return digest_of(self)

    def journal_path(self, folder: Path) -> Path:
        """Where its journal is kept."""
        return folder / f"{self.kind}-{self.name}-{self.digest()[:16]}.jsonl"

    def write(self, path: Path) -> None:
        """Put it in a file."""
        path.write_text(self.model_dump_json(indent=1) + "\n")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read one.

        Raises:
            PlanError: it is missing, damaged, or its call data are not what their names say.
        """
        try:
            campaign = cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise PlanError(f"{path.name}: {error}") from error
        require_unchanged(path, campaign.payloads)
        return campaign


class Payloads:
    """Collects call data while a campaign is planned."""

    def __init__(self) -> None:
        self.by_name: dict[str, str] = {}

    def step(
        self,
        name: str,
        to: str,
        data: bytes,
        conditions: Iterable[Condition],
        after: Iterable[str] = (),
    ) -> Step:
        """A step whose call data are kept here."""
        payload = payload_name(data)
        self.by_name[payload] = "0x" + data.hex()
        return Step(
            name=name,
            phase=Phase.ACTIVATE,
            to=to,
            payload=payload,
            conditions=tuple(conditions),
            gas=0,
            after=tuple(after),
        )

"""The catalogue of reasons that agents give, which their calls carry on-chain."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from quantera import quick_yaml
from quantera.compliance.catalogue import DataModel
from quantera.compliance.errors import CatalogueError, ComplianceError

Verb = Literal["freeze", "unfreeze", "revoke", "force-transfer", "recover"]
_FILE = "agent-reasons.yaml"


class AgentReason(DataModel):
    """Why an agent acted; `verbs` are the commands that may give it."""

    code: int = Field(ge=1, le=255)
    name: str = Field(pattern=r"^[A-Z][A-Za-z0-9]*$")
    verbs: tuple[Verb, ...] = Field(min_length=1)
    text: str = Field(min_length=1, max_length=80)
    citation: str = Field(min_length=1)


class _ReasonFile(DataModel):
    as_of: date
    reasons: tuple[AgentReason, ...]


class AgentReasons(Mapping[str, AgentReason]):
    """The catalogue by name; `for_verb` looks a name or code up for one command."""

    def __init__(self, reasons: tuple[AgentReason, ...]) -> None:
        self._by_name = {reason.name: reason for reason in reasons}
        self._by_code = {reason.code: reason for reason in reasons}
        if not len(self._by_name) == len(self._by_code) == len(reasons):
            raise CatalogueError("agents' reasons have unique codes and names")

    def __getitem__(self, name: str) -> AgentReason:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def by_code(self, code: int) -> AgentReason | None:
        """The reason of a code; None for 0 and for codes that another catalogue gave out."""
        return self._by_code.get(code)

    def for_verb(self, verb: Verb, given: str) -> AgentReason:
        """The reason of a name or code, if that command may give it.

        Raises:
            ComplianceError: there is no such reason, or it is another command's.
        """
        found = self._by_code.get(int(given)) if given.isdecimal() else self._by_name.get(given)
        fitting = ", ".join(r.name for r in self._by_name.values() if verb in r.verbs)
        if found is None or verb not in found.verbs:
            raise ComplianceError(f"{given} is no reason to {verb}; these are: {fitting}")
        return found


@cache
def load_agent_reasons() -> AgentReasons:
    """The catalogue of agents' reasons.

    Raises:
        CatalogueError: the file is not what it should be, or codes or names repeat.
    """
    text = (files("quantera") / "data" / "compliance" / _FILE).read_text(encoding="utf-8")
    try:
        return AgentReasons(_ReasonFile.model_validate(quick_yaml.load(text)).reasons)
    except (yaml.YAMLError, ValidationError) as error:
        raise CatalogueError(f"{_FILE}: {error}") from error

"""The table of T-REX's semantics, read and checked: rows by id, refusals by what T-REX says."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

TABLE = Path(__file__).with_name("trex_semantics.yaml")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(_Strict):
    """What is required, and what happens where it is not."""

    requires: str
    refusal: str | tuple[str, ...]
    reason: str
    never_fails: str | None = None
    never_met: str | None = None

    @property
    def refusals(self) -> tuple[str, ...]:
        """What T-REX can say."""
        return (self.refusal,) if isinstance(self.refusal, str) else self.refusal


class Call(_Strict):
    """Another function whose conditions are this one's too."""

    function: str
    never_refused: str | None = None


class EventRule(_Strict):
    """When an event is emitted; always, where nothing is said."""

    when: str | None = None


class FunctionRows(_Strict):
    """One function's conditions in order, calls, events and paths."""

    inherits: tuple[str, ...] = ()
    preconditions: dict[str, Condition] = Field(default_factory=dict)
    calls: dict[str, Call] = Field(default_factory=dict)
    events: dict[str, EventRule] = Field(default_factory=dict)
    paths: dict[str, str] = Field(default_factory=dict)
    covered_by: Literal["sequences", "initialisation", "modules"] = "sequences"


class ContractRows(_Strict):
    """One contract's functions, and where T-REX writes them."""

    source: str | None = None
    also: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    functions: dict[str, FunctionRows]


class Reference(_Strict):
    """Which release the table describes."""

    package: str
    version: str


class Semantics(_Strict):
    """The whole table.

    Rows are named `Contract.function.condition`. Rows of a contract that others inherit from
    appear once for each heir, unless the heir has rows of that function of its own.
    """

    reference: Reference
    shared: dict[str, Condition]
    contracts: dict[str, ContractRows]

    def functions(self) -> Iterator[tuple[str, FunctionRows]]:
        """Each `Contract.function` with its rows, heirs included, abstract contracts not."""
        for name, contract in self.contracts.items():
            for heir in contract.of or (name,):
                own = self.contracts[heir].functions
                for function, rows in contract.functions.items():
                    if heir == name or function not in own:
                        yield f"{heir}.{function}", rows

    def conditions(self) -> dict[str, Condition]:
        """Every condition by row id; for calls, a condition that says so."""
        return self._every_condition

    @cached_property
    def _every_condition(self) -> dict[str, Condition]:
        found: dict[str, Condition] = {}
        for function, rows in self.functions():
            for shared in rows.inherits:
                found[f"{function}.{shared}"] = self.shared[shared]
            for name, condition in rows.preconditions.items():
                found[f"{function}.{name}"] = condition
        return found

    def calls(self) -> dict[str, Call]:
        """Every dependency on another function by row id."""
        return {
            f"{function}.{name}": call
            for function, rows in self.functions()
            for name, call in rows.calls.items()
        }

    def covered_elsewhere(self) -> frozenset[str]:
        """Functions whose rows no sequence of operations can reach."""
        return frozenset(
            function for function, rows in self.functions() if rows.covered_by != "sequences"
        )

    def reasons_of(self, refusal: str) -> frozenset[str]:
        """Every reason for which T-REX says this."""
        return frozenset(
            condition.reason
            for condition in self.conditions().values()
            if refusal in condition.refusals
        )


@cache
def semantics() -> Semantics:
    """The table as it stands in the file."""
    return Semantics.model_validate(yaml.safe_load(TABLE.read_text()))

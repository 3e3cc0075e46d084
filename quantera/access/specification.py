"""The access specification: for every state-changing function, who may call it."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from quantera.access.roles import LocalRole, Role
from quantera.toolchain.workspace import ROOT

ACCESS_FILE = ROOT / "contracts" / "access" / "access.yaml"


class SpecificationError(Exception):
    """The access specification cannot be read, or contradicts itself."""


class Kind(StrEnum):
    """The ways in which a function decides who may call it."""

    ROLE = "role"
    LOCAL = "local"
    OWNER = "owner"
    ANYONE = "anyone"
    INITIALIZER = "initializer"
    MANAGER = "manager"
    NOBODY = "nobody"


_REFUSALS: dict[Kind, tuple[str, ...]] = {
    Kind.ROLE: ("AccessManagedUnauthorized",),
    Kind.LOCAL: ("LocalRoleMissing",),
    Kind.INITIALIZER: ("InvalidInitialization",),
    Kind.MANAGER: ("AccessManagedUnauthorized",),
}


def _by_name(roles: type[Role] | type[LocalRole]) -> Any:
    def convert(value: Any) -> Any:
        if isinstance(value, roles):
            return value
        if value not in roles.__members__:
            raise ValueError(f"{value!r} is none of {', '.join(roles.__members__)}")
        return roles[value]

    return convert


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


NamedRole = Annotated[Role, BeforeValidator(_by_name(Role))]
NamedLocalRole = Annotated[LocalRole, BeforeValidator(_by_name(LocalRole))]
LocalRoles = Annotated[tuple[NamedLocalRole, ...], BeforeValidator(_listed)]


class Rule(BaseModel):
    """Who may call one function; the head of `access.yaml` describes each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: NamedRole | None = None
    local: LocalRoles = ()
    owner: str = ""
    anyone: str = ""
    initializer: str = ""
    manager: str = ""
    nobody: str = ""
    errors: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.kinds:
            raise ValueError("says nothing about who may call")
        alone = {Kind.ANYONE, Kind.INITIALIZER, Kind.MANAGER, Kind.NOBODY} & set(self.kinds)
        if alone and len(self.kinds) > 1:
            raise ValueError(f"{alone.pop()} cannot be combined with anything else")
        if not self.refusals and Kind.ANYONE not in self.kinds:
            raise ValueError("needs `errors`: the errors with which everybody else is refused")
        return self

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Which ways apply; any one of them admits a caller."""
        found = [kind for kind in Kind if getattr(self, kind) not in (None, "", ())]
        return tuple(found)

    @cached_property
    def refusals(self) -> frozenset[str]:
        """Names of the errors with which a caller without permission is refused."""
        usual = {name for kind in self.kinds for name in _REFUSALS.get(kind, ())}
        return frozenset(self.errors or usual)


class ContractAccess(BaseModel):
    """The entry of one contract: the bases it takes rules from, and its own rules."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bases: tuple[str, ...] = ()
    functions: dict[str, Rule] = Field(default_factory=dict)


class Specification(BaseModel):
    """Everything in an access file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    roles: dict[str, str] = Field(default_factory=dict)
    local_roles: dict[str, str] = Field(default_factory=dict)
    bases: dict[str, dict[str, Rule]] = Field(default_factory=dict)
    contracts: dict[str, ContractAccess] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _bases_exist(self) -> Self:
        for name, entry in self.contracts.items():
            for base in entry.bases:
                if base not in self.bases:
                    raise ValueError(f"{name} takes rules from {base}, which `bases` does not have")
            shared = [signature for base in entry.bases for signature in self.bases[base]]
            twice = {signature for signature in shared if shared.count(signature) > 1}
            if twice:
                raise ValueError(f"{name} takes {', '.join(sorted(twice))} from two bases")
        return self

    def rules(self, contract: str) -> dict[str, Rule]:
        """All rules of a contract by function signature; its own come before those of its bases.

        Raises:
            SpecificationError: no such contract.
        """
        if contract not in self.contracts:
            raise SpecificationError(f"the access file has no contract {contract}")
        entry = self.contracts[contract]
        inherited = {
            signature: rule for base in entry.bases for signature, rule in self.bases[base].items()
        }
        return {**inherited, **entry.functions}

    @classmethod
    def load(cls, path: Path = ACCESS_FILE) -> Self:
        """Read an access file.

        Raises:
            SpecificationError: it is missing, no YAML, or contradicts itself.
        """
        try:
            return cls.model_validate(yaml.load(path.read_text(), Loader=_NoDuplicates))
        except (OSError, yaml.YAMLError, ValueError) as error:
            raise SpecificationError(f"{path.name}: {error}") from error


class _NoDuplicates(yaml.CSafeLoader):
    """YAML silently keeps the last of two equal keys; here the first would be a lost rule."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"{key!r} stands there twice, line {node.start_mark.line + 1}")
        return super().construct_mapping(node, deep=deep)

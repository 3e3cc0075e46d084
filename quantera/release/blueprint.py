"""What a release consists of: `contracts/release/release.yaml`, read and checked."""

from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from quantera import quick_yaml
from quantera.release.errors import BlueprintError
from quantera.toolchain.workspace import ROOT

RELEASE_FILE = ROOT / "contracts" / "release" / "release.yaml"
MANAGER = "QuanteraAccessManager"
FACTORY = "ReleaseFactory"
PROXY = "ManagedProxy"
BRIDGE = "UniversalBridge"
PREDEFINED = (MANAGER, FACTORY)
"""Entries that every release has: the factory creates the first and is created before all."""
IMPLEMENTATION = ".implementation"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Then(_Part):
    """What a view says once an activation is done.

    Attributes:
        view: of the entry; of somebody else's contract with what it returns behind it, such as
            `eid()(uint32)`.
        of: the other contract's address, by reference; the entry's own without.
        returns: `"*"` stands for what changes with use and is not asked for.
    """

    view: str
    of: str = ""
    arguments: tuple[Any, ...] = ()
    returns: tuple[Any, ...]


class Behind(_Part):
    """The proxy of an entry and the call that initialises it."""

    call: str
    arguments: tuple[Any, ...] = ()
    paused: bool = False
    then: tuple[Then, ...] = ()


class Entry(_Part):
    """One contract; the head of `release.yaml` describes each key."""

    arguments: tuple[Any, ...] = ()
    proxy: Behind | None = None


class Activation(_Part):
    """One call that activates."""

    target: str
    call: str
    arguments: tuple[Any, ...] = ()
    each: str = ""
    then: Then
    also: tuple[Then, ...] = ()

    @property
    def facts(self) -> tuple[Then, ...]:
        """Everything that holds once it is done."""
        return (self.then, *self.also)


def references(value: Any) -> set[str]:
    """Names of the entries that an argument refers to."""
    if isinstance(value, str) and value.startswith("@"):
        return {value[1:]}
    if isinstance(value, list | tuple):
        return {name for item in value for name in references(item)}
    if isinstance(value, dict):
        return {name for item in value.values() for name in references(item)}
    return set()


class Blueprint(_Part):
    """Everything in the file, in the order of creation."""

    version: Literal[1]
    contracts: dict[str, Entry]
    activation: tuple[Activation, ...] = Field(default=())

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        known = {*self.contracts, *PREDEFINED}
        proxied = {f"{name}{IMPLEMENTATION}" for name, one in self.contracts.items() if one.proxy}
        for name, entry in self.contracts.items():
            if name in PREDEFINED:
                raise ValueError(f"{name} is part of every release and cannot be an entry")
            initial = entry.proxy.arguments if entry.proxy else ()
            self._require(name, references(entry.arguments) | references(initial), known | proxied)
            for told in entry.proxy.then if entry.proxy else ():
                wanted = references((told.of, told.arguments, told.returns))
                self._require(f"{name}.{told.view}", wanted, known | proxied)
        for step in self.activation:
            if step.target not in self.contracts:
                raise ValueError(f"activation calls {step.target}, which is no entry")
            said = [(one.of, one.arguments, one.returns) for one in step.facts]
            named = (step.arguments, tuple(said))
            self._require(step.call, references(named), known | proxied)
        self._require_created_first()
        return self

    @staticmethod
    def _require(name: str, wanted: set[str], known: set[str]) -> None:
        if missing := wanted - known:
            raise ValueError(f"{name} refers to {', '.join(sorted(missing))}, which is no entry")

    def _require_created_first(self) -> None:
        """Constructors look at the code of what they get; initialisers may name the future."""
        created = set(PREDEFINED)
        for name, entry in self.contracts.items():
            wanted = {item.removesuffix(IMPLEMENTATION) for item in references(entry.arguments)}
            if late := wanted - created:
                raise ValueError(f"{name} is created before {', '.join(sorted(late))}")
            created.add(name)

    @classmethod
    def load(cls, path: Path = RELEASE_FILE) -> Self:
        """Read the file.

        Raises:
            BlueprintError: it is missing, no YAML, or contradicts itself.
        """
        try:
            return cls.model_validate(quick_yaml.load(path.read_text()))
        except (OSError, yaml.YAMLError, ValueError) as error:
            raise BlueprintError(f"{path.name}: {error}") from error

"""The shared catalogues: reason codes, classes, flags, rule packs, rules and screening."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal, TypeVar

import pycountry
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from quantera import quick_yaml
from quantera.compliance.errors import CatalogueError

Jurisdiction = Literal["US", "EU", "UK", "SG", "JP"]
JURISDICTIONS: tuple[Jurisdiction, ...] = ("US", "EU", "UK", "SG", "JP")
Kind = Literal["bar", "guard", "flag", "event"]


class DataModel(BaseModel):
    """Base of everything read from or written to files: camelCase outside, unknown keys refused."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, frozen=True, extra="forbid"
    )


class Reason(DataModel):
    """One refusal or report: an ERC-1404 code with the rule it comes from."""

    code: int = Field(ge=0, le=255)
    name: str = Field(pattern=r"^[A-Z][A-Za-z0-9]*$")
    rule: str = Field(pattern=r"^[A-Z]{2,3}-\d\d$")
    jurisdiction: str
    side: str = Field(pattern=r"^[ISRTP]*$")
    kind: Kind
    where: Literal["onchain", "offchain"]
    basis: Literal["read", "domain", "standard"]
    text: str = Field(min_length=1, max_length=80)
    citation: str = Field(min_length=1)
    as_of: date


class _ReasonGroup(DataModel):
    name: str
    jurisdiction: str
    first: int
    last: int
    kind: Kind
    where: Literal["onchain", "offchain"]
    basis: Literal["read", "domain", "standard"]
    reasons: tuple[dict[str, Any], ...]


class _ReasonFile(DataModel):
    as_of: date
    groups: tuple[_ReasonGroup, ...]


class Reasons(Mapping[str, Reason]):
    """The reason catalogue, by name; `by_code` and `of_rule` look the other way."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        self._by_name = {reason.name: reason for reason in reasons}
        self._by_code = {reason.code: reason for reason in reasons}
        if not len(self._by_name) == len(self._by_code) == len(reasons):
            raise CatalogueError("reason codes and names must be unique")

    def __getitem__(self, name: str) -> Reason:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def by_code(self, code: int) -> Reason:
        """The reason of a code.

        Raises:
            CatalogueError: no reason has that code.
        """
        if code not in self._by_code:
            raise CatalogueError(f"no reason has code {code}")
        return self._by_code[code]

    def of_rule(self, rule: str) -> tuple[Reason, ...]:
        """Every reason of one rule, by code."""
        return tuple(r for _, r in sorted(self._by_code.items()) if r.rule == rule)


class InvestorClass(DataModel):
    """One of a jurisdiction's investor classes."""

    code: int = Field(ge=0, le=15)
    name: str
    text: str
    citation: str


class _ClassTable(DataModel):
    id: Jurisdiction
    index: int = Field(ge=0, le=4)
    classes: tuple[InvestorClass, ...]

    @cached_property
    def by_name(self) -> dict[str, InvestorClass]:
        return {entry.name: entry for entry in self.classes}

    @cached_property
    def by_code(self) -> dict[int, InvestorClass]:
        return {entry.code: entry for entry in self.classes}


class Flag(DataModel):
    """One fact of an investor's record that is either true or not."""

    bit: int = Field(ge=0, le=19)
    name: str
    text: str


class _Attester(DataModel):
    first_bit: int
    bits: int


class Classes(DataModel):
    """Classes and flags of the packed record."""

    as_of: date
    jurisdictions: tuple[_ClassTable, ...]
    flags: tuple[Flag, ...]
    reserved_flags: tuple[int, ...]
    attester: _Attester

    @model_validator(mode="after")
    def _consistent(self) -> "Classes":
        used = [flag.bit for flag in self.flags] + list(self.reserved_flags)
        used += range(self.attester.first_bit, self.attester.first_bit + self.attester.bits)
        if sorted(used) != list(range(20)):
            raise ValueError("flags, reserved flags and attester must fill the 20 bits once")
        if tuple(table.id for table in self.jurisdictions) != JURISDICTIONS:
            raise ValueError(f"classes must be given for {JURISDICTIONS} in that order")
        return self

    @cached_property
    def tables(self) -> dict[str, _ClassTable]:
        """Class tables by jurisdiction."""
        return {table.id: table for table in self.jurisdictions}

    @cached_property
    def flag_bits(self) -> dict[str, int]:
        """Bit value (not position) of each flag, by name."""
        return {flag.name: 1 << flag.bit for flag in self.flags}

    def code(self, jurisdiction: str, name: str) -> int:
        """Class code of a name.

        Raises:
            CatalogueError: the jurisdiction has no such class.
        """
        entry = self.tables[jurisdiction].by_name.get(name)
        if entry is None:
            raise CatalogueError(f"{jurisdiction} has no investor class {name!r}")
        return entry.code

    def name(self, jurisdiction: str, code: int) -> str:
        """Class name of a code; the bare number for a code the catalogue does not know."""
        entry = self.tables[jurisdiction].by_code.get(code)
        return entry.name if entry else str(code)


class _Pack(DataModel):
    id: Jurisdiction
    index: int
    currency: str
    countries: dict[str, int]


class _PackFile(DataModel):
    as_of: date
    jurisdictions: tuple[_Pack, ...]


class Packs:
    """Which rule pack a country of residence runs."""

    def __init__(self, packs: tuple[_Pack, ...]) -> None:
        self.currency = {pack.id: pack.currency for pack in packs}
        self.by_country: dict[int, Jurisdiction] = {
            numeric: pack.id for pack in packs for numeric in pack.countries.values()
        }


class Parameter(DataModel):
    """A rule's parameter: its default and unit (see rules.yaml)."""

    default: Any
    unit: str


class Rule(DataModel):
    """One rule of a jurisdiction, with parameters, source and what it cannot enforce."""

    id: str = Field(pattern=r"^(US|EU|UK|SG|JP)-\d\d$")
    jurisdiction: Jurisdiction
    sides: str
    kind: Kind
    route: bool
    active: bool
    read: bool
    citation: str
    title: str
    cannot: str
    parameters: dict[str, Parameter]


class _RuleFile(DataModel):
    as_of: date
    rules: tuple[Rule, ...]


class ListParameters(DataModel):
    """How one sanctions list is applied (see screening.yaml)."""

    id: str
    reason: str
    max_age_days: int = Field(ge=0)
    ownership_percent: int = Field(ge=0, le=100)
    inclusive: bool
    aggregate: bool
    control: bool
    citation: str


class Matching(DataModel):
    """Scores (0 to 100) from which a name counts as listed or needs an officer's eye.

    `legal_forms` are words of organisations' names that say nothing about who they are.
    """

    hit: float = Field(gt=0, le=100)
    review: float = Field(gt=0, le=100)
    legal_forms: tuple[str, ...]


class Screening(DataModel):
    """Parameters of sanctions screening."""

    as_of: date
    lists: tuple[ListParameters, ...]
    matching: Matching

    @cached_property
    def by_id(self) -> dict[str, ListParameters]:
        """Parameters by list id."""
        return {entry.id: entry for entry in self.lists}


ModelT = TypeVar("ModelT", bound=BaseModel)


def _read(name: str, model: type[ModelT]) -> ModelT:
    text = (files("quantera") / "data" / "compliance" / name).read_text(encoding="utf-8")
    return model.model_validate(quick_yaml.load(text))


@cache
def load_reasons() -> Reasons:
    """The catalogue of reason codes.

    Raises:
        CatalogueError: codes or names repeat, or leave their group's range.
    """
    content = _read("reasons.yaml", _ReasonFile)
    reasons = []
    for group in content.groups:
        shared = {
            "jurisdiction": group.jurisdiction,
            "kind": group.kind,
            "where": group.where,
            "basis": group.basis,
            "asOf": content.as_of,
        }
        for entry in group.reasons:
            reason = Reason.model_validate({**shared, **entry})
            if not group.first <= reason.code <= group.last:
                raise CatalogueError(f"reason {reason.name} leaves the range of {group.name}")
            reasons.append(reason)
    return Reasons(tuple(reasons))


@cache
def load_classes() -> Classes:
    """Classes and flags of the packed record."""
    return _read("classes.yaml", Classes)


@cache
def load_packs() -> Packs:
    """Countries of each rule pack."""
    return Packs(_read("jurisdictions.yaml", _PackFile).jurisdictions)


@cache
def load_rules() -> dict[str, Rule]:
    """Every rule by id."""
    return {rule.id: rule for rule in _read("rules.yaml", _RuleFile).rules}


@cache
def load_screening() -> Screening:
    """Parameters of sanctions screening."""
    return _read("screening.yaml", Screening)


@cache
def country_codes() -> dict[str, int]:
    """ISO 3166-1 numeric codes by alpha-2, alpha-3 and three-digit numeric text."""
    codes: dict[str, int] = {}
    for country in pycountry.countries:
        numeric = int(country.numeric)
        codes[country.alpha_2] = codes[country.alpha_3] = codes[country.numeric] = numeric
    return codes


@cache
def country_names() -> dict[int, str]:
    """ISO 3166-1 alpha-2 by numeric code."""
    return {int(country.numeric): country.alpha_2 for country in pycountry.countries}

"""An asset's policy: its terms, rule packs and parameters, as counsel and issuer set them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal
from uuid import UUID

import yaml
from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError, model_validator

from quantera import quick_yaml
from quantera.compliance.catalogue import (
    JURISDICTIONS,
    DataModel,
    Jurisdiction,
    Rule,
    country_codes,
    load_classes,
    load_rules,
)
from quantera.compliance.errors import PolicyError
from quantera.compliance.investor import Country, Start, parse_address
from quantera.compliance.rules.general import MAX_AMOUNT

Units = Annotated[int, Field(ge=0, le=MAX_AMOUNT)]
Token = Annotated[str, BeforeValidator(parse_address)]

_INTEGER = TypeAdapter(Annotated[int, Field(strict=True, ge=0)])
_MONEY = TypeAdapter(Annotated[Decimal, Field(gt=0)])
_BOOLEAN = TypeAdapter(Annotated[bool, Field(strict=True)])
_DATE = TypeAdapter(Start)
_HASH = TypeAdapter(Annotated[str, Field(pattern=r"^0x[0-9a-f]{64}$")])
_CHOICES = {
    ("US-01", "mode"): {"506b", "506c"},
    ("US-07", "mode"): {"3c1", "3c7"},
    ("EU-05", "instrument"): {"shares", "bonds", "funds"},
    ("UK-01", "exception"): {"qualified", "volume", "persons", "consideration", "platform"},
    ("SG-07", "mode"): {"private-placement", "small-offer"},
    ("JP-06", "mode"): {"acquirers", "article63"},
}
_EXITS = {"qib", "4a7", "offshore", "approval"}


class Hours(DataModel):
    """When tokens may be dealt in, as on-chain.

    Attributes:
        weekdays: 0 Monday to 6 Sunday, in local time.
        opens_at: second of the local day from which transfers run.
        closes_at: first second of the local day at which they no longer run.
        utc_offset: seconds that local time is ahead of UTC.
        closed_from: first second of a closed period, Unix time.
        closed_until: first second after it.
    """

    weekdays: frozenset[Annotated[int, Field(ge=0, le=6)]] = frozenset(range(7))
    opens_at: int = Field(default=0, ge=0, le=86_400)
    closes_at: int = Field(default=86_400, ge=0, le=86_400)
    utc_offset: int = Field(default=0, ge=-50_400, le=50_400)
    closed_from: Start = 0
    closed_until: Start = 0


class ClassCap(DataModel):
    """Most holders of one class."""

    jurisdiction: Jurisdiction
    category: str
    cap: int = Field(ge=0)


class Terms(DataModel):
    """The general rules' parameters; amounts in token units, None or zero switches a rule off."""

    minimum_investment: Units = 0
    fractional_allowed: bool = True
    verify_sender: bool = False
    pre_approval: bool = False
    minimum_ticket: Units = 0
    supply_cap: Units | None = None
    max_balance: Units | None = None
    min_balance: Units = 0
    max_share_pips: int | None = Field(default=None, ge=0, le=1_000_000)
    holder_cap: int | None = Field(default=None, ge=0)
    country_caps: dict[Country, int] = Field(default_factory=dict)
    class_caps: tuple[ClassCap, ...] = ()
    countries_allowed: frozenset[Country] | None = None
    countries_restricted: frozenset[Country] = frozenset()
    hours: Hours | None = None
    window_volume: Units | None = None
    window_seconds: int = Field(default=0, ge=0)
    lock_up_months: int = Field(default=0, ge=0)


class Pack(DataModel):
    """One jurisdiction's rules: the offer route, and rules switched on, off or given parameters."""

    route: str | None = None
    rules: dict[str, bool | dict[str, Any]] = Field(default_factory=dict)


class AssetPolicy(DataModel):
    """One asset.

    Attributes:
        id: key in the database.
        decimals: of the token; its amounts are in units of 10 ** -decimals.
        tokens: the token's address by chain name.
        prices: price of one whole token by ISO 4217 currency.
        packs: rule packs that are switched on.
    """

    id: UUID
    name: str
    symbol: Annotated[str, Field(min_length=1, max_length=10)]
    asset_type: Literal["equity", "debt", "fund", "other"]
    compliance_standard: str = "ERC-3643"
    total_supply: Units = 0
    decimals: int = Field(ge=0, le=18)
    tokens: dict[str, Token] = Field(default_factory=dict)
    prices: dict[str, Annotated[Decimal, Field(gt=0)]] = Field(default_factory=dict)
    terms: Terms = Terms()
    packs: dict[Jurisdiction, Pack] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _rules_exist(self) -> "AssetPolicy":
        compile_packs(self)
        compile_terms(self.terms)
        return self


def _value(rule: Rule, name: str, value: Any) -> Any:  # noqa: PLR0911 - one line per unit
    unit = rule.parameters[name].unit
    if value is None:
        return None
    match unit:
        case "date":
            return _DATE.validate_python(value)
        case "money":
            return _MONEY.validate_python(value)
        case "bool":
            return _BOOLEAN.validate_python(value)
        case "bytes32":
            return _HASH.validate_python(value)
        case "list":
            return _choice(rule, name, value)
        case "bps" if isinstance(value, list):
            return tuple(_INTEGER.validate_python(item) for item in value)
    return _INTEGER.validate_python(value)


def _choice(rule: Rule, name: str, value: Any) -> Any:
    choices = _CHOICES.get((rule.id, name))
    if choices is not None:
        if value not in choices:
            raise ValueError(f"{rule.id} {name} is one of {sorted(choices)}")
        return value
    if not isinstance(value, list):
        raise ValueError(f"{rule.id} {name} is a list")  # noqa: TRY004 - pydantic wants ValueError
    if name == "exits":
        if not set(value) <= _EXITS:
            raise ValueError(f"{rule.id} {name} are of {sorted(_EXITS)}")
        return frozenset(value)
    if name.endswith("States"):
        return frozenset(country_codes()[str(state)] for state in value)
    classes = load_classes()
    return frozenset(classes.code(rule.jurisdiction, category) for category in value)


def _parameters(rule: Rule, given: Mapping[str, Any]) -> dict[str, Any]:
    unknown = given.keys() - rule.parameters.keys()
    if unknown:
        raise ValueError(f"{rule.id} has no parameters {sorted(unknown)}")
    try:
        return {
            name: _value(rule, name, given.get(name, _plain(parameter.default)))
            for name, parameter in rule.parameters.items()
        }
    except KeyError as error:
        raise ValueError(f"{rule.id} names the unknown country {error}") from error


def _plain(default: Any) -> Any:
    return default.isoformat() if isinstance(default, date) else default


def compile_packs(policy: AssetPolicy) -> dict[Jurisdiction, dict[str, Mapping[str, Any]]]:
    """Rules that run, with their parameters, by jurisdiction in the fixed order and rule id.

    Of a jurisdiction's alternative offer exemptions only the route that the policy names runs. Each
    rule's parameters hold those of its pack under `pack`, for rules that build on each other.

    Raises:
        ValueError: an unknown rule, parameter, class or country, or a wrong value.
    """
    known = load_rules()
    compiled: dict[Jurisdiction, dict[str, Mapping[str, Any]]] = {}
    for jurisdiction in JURISDICTIONS:
        pack = policy.packs.get(jurisdiction)
        if pack is None:
            continue
        rules = {key: rule for key, rule in known.items() if rule.jurisdiction == jurisdiction}
        for key in (*pack.rules, *([pack.route] if pack.route else [])):
            if key not in rules:
                raise ValueError(f"{jurisdiction} has no rule {key}")
        if pack.route and not rules[pack.route].route:
            raise ValueError(f"{pack.route} is not an offer route")
        running: dict[str, dict[str, Any]] = {}
        for key, rule in rules.items():
            given = pack.rules.get(key, rule.active and not rule.route)
            if rule.route:
                if key != pack.route:
                    continue
                given = given or True
            if given is not False:
                running[key] = _parameters(rule, {} if given is True else given)
        for parameters in running.values():
            parameters["pack"] = running
        compiled[jurisdiction] = {key: MappingProxyType(value) for key, value in running.items()}
    return compiled


def compile_terms(terms: Terms) -> Mapping[str, Any]:
    """The general rules' parameters by their names in files; None for a rule that is off.

    Raises:
        ValueError: a class cap names an unknown class.
    """
    classes = load_classes()
    caps = {
        (JURISDICTIONS.index(cap.jurisdiction), classes.code(cap.jurisdiction, cap.category)): (
            cap.cap
        )
        for cap in terms.class_caps
    }
    names = type(terms).model_fields
    values = {field.alias or name: getattr(terms, name) for name, field in names.items()}
    for name, field in names.items():
        # A zero that is the default (no minimum, no switch) is a rule that is off.
        if field.default == 0 and not getattr(terms, name):
            values[field.alias or name] = None
    return MappingProxyType({**values, "classCaps": caps})


def load_policy(path: Path) -> AssetPolicy:
    """Reads a policy from a YAML (or JSON) file.

    Raises:
        PolicyError: the file cannot be read, or something in it is unknown or out of range.
    """
    try:
        return AssetPolicy.model_validate(quick_yaml.load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise PolicyError(f"{path.name} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise PolicyError(f"{path.name} is not an asset policy: {error}") from error

"""One investor as a source states it, validated field by field with named faults."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, NamedTuple

from eth_utils.address import to_checksum_address
from pydantic import BeforeValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from quantera import chains
from quantera.compliance.catalogue import (
    DataModel,
    Jurisdiction,
    country_codes,
    load_classes,
)
from quantera.compliance.moments import iso, parse_end, parse_start

_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_ZERO = "0x" + "0" * 40
_LIST_SEPARATOR = ";"


class Wallet(NamedTuple):
    """A wallet; `chain` None means the same address on every chain. Addresses are lower case."""

    chain: str | None
    address: str


def _country(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("UnknownCountry", "a country is an ISO 3166-1 code")
    text = f"{value:03d}" if isinstance(value, int) else value.strip().upper()
    numeric = country_codes().get(text)
    if numeric is None:
        raise PydanticCustomError("UnknownCountry", "no country has that ISO 3166-1 code")
    return numeric


def _moment(value: Any, *, end: bool) -> int:
    if isinstance(value, str):
        pass
    elif isinstance(value, int) and not isinstance(value, bool):
        value = iso(value) if 0 <= value < 1 << 37 else ""
    elif hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, str):
        raise PydanticCustomError("MalformedDate", "a date is ISO 8601")
    try:
        return parse_end(value.strip()) if end else parse_start(value.strip())
    except (ValueError, OverflowError) as error:
        raise PydanticCustomError("MalformedDate", "a date is ISO 8601 with its offset") from error


def _start(value: Any) -> int:
    return _moment(value, end=False)


def _end(value: Any) -> int:
    return _moment(value, end=True)


def _birth(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise PydanticCustomError("MalformedDate", "a birth date is ISO 8601") from error


def _split(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.split(_LIST_SEPARATOR) if part.strip()]
    return value


@cache
def _chain_names() -> frozenset[str]:
    return frozenset(c.name for c in (*chains.production(), *chains.testnets()))


@lru_cache(maxsize=1024)
def _known_chain(name: str) -> str:
    if name not in _chain_names():
        raise PydanticCustomError("UnknownChain", "no chain has that name")
    return name


def parse_address(text: str) -> str:
    """An address in lower case.

    Raises:
        PydanticCustomError: `MalformedWallet`, or `WrongChecksum` for a mixed case not EIP-55.
    """
    if not _ADDRESS.fullmatch(text) or text == _ZERO:
        raise PydanticCustomError("MalformedWallet", "a wallet is a 20-byte address, not zero")
    lower = text.lower()
    digits = text[2:]
    if digits not in (lower[2:], lower[2:].upper()) and to_checksum_address(lower) != text:
        raise PydanticCustomError("WrongChecksum", "a wallet's EIP-55 checksum is wrong")
    return lower


def _wallet(value: Any) -> Wallet:
    if isinstance(value, Wallet):
        return value
    if isinstance(value, Mapping):
        chain, text = value.get("chain"), value.get("address")
    elif isinstance(value, str):
        chain, _, text = value.rpartition(":")
    else:
        raise PydanticCustomError("MalformedWallet", "a wallet is a 20-byte address")
    if not isinstance(text, str) or not isinstance(chain, str | None):
        raise PydanticCustomError("MalformedWallet", "a wallet is a 20-byte address")
    return Wallet(_known_chain(chain) if chain else None, parse_address(text))


def _jurisdiction_keys(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k.upper() if isinstance(k, str) else k: v for k, v in value.items()}
    return value


def _owner(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    reference, *rest = value.split("|")
    field, _, text = reference.partition(":")
    if field not in ("id", "name") or not text or len(rest) not in (1, 2):
        raise PydanticCustomError("MalformedOwner", "an owner is id:X|percent or name:X|percent")
    parsed: dict[str, Any] = {"investorId" if field == "id" else "name": text, "percent": rest[0]}
    if len(rest) == 2:
        parsed["control"] = rest[1] == "control"
    return parsed


Country = Annotated[int, BeforeValidator(_country)]
Start = Annotated[int, BeforeValidator(_start), PlainSerializer(iso)]
End = Annotated[int, BeforeValidator(_end), PlainSerializer(iso)]
Text = Annotated[str, Field(min_length=1, max_length=256)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_split)]
Money = Annotated[Decimal, Field(ge=0, max_digits=24, decimal_places=6)]


class ClassEvidence(DataModel):
    """The class of one jurisdiction; evidence without an end counts as long as the KYC."""

    category: str
    verified_at: Start | None = None
    valid_until: End | None = None
    method: Text | None = None


class Headroom(DataModel):
    """What an investor may still invest, attested in the jurisdiction's currency."""

    amount: Money
    attested_at: Start


class Owner(DataModel):
    """A share in an organisation, held by another investor or by somebody known by name alone."""

    investor_id: Text | None = None
    name: Text | None = None
    percent: Annotated[Decimal, Field(gt=0, le=100, max_digits=9, decimal_places=6)]
    control: bool = False

    @model_validator(mode="after")
    def _one_reference(self) -> "Owner":
        if (self.investor_id is None) == (self.name is None):
            raise PydanticCustomError("MalformedOwner", "an owner has an investorId or a name")
        return self


class Investor(DataModel):
    """One row of a source.

    Dates without a time mean UTC; `validUntil` counts through the end of its day. Lists are arrays
    in JSON and semicolon-separated in flat sources, nested fields are `classes.US.category` in CSV
    and `classes__us__category` in a database.
    """

    investor_id: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]
    kind: Literal["individual", "organisation"]
    name: Text
    aliases: Texts = ()
    birth_date: Annotated[date, BeforeValidator(_birth)] | None = None
    nationalities: Annotated[tuple[Country, ...], BeforeValidator(_split)] = ()
    documents: Texts = ()
    residence: Country
    us_person: bool = False
    high_risk: bool = False
    distributor: bool = False
    custodian: bool = False
    holding_vehicle: bool = False
    wallets: Annotated[
        tuple[Annotated[Wallet, BeforeValidator(_wallet)], ...], BeforeValidator(_split)
    ]
    kyc_reference: Text | None = None
    classes: Annotated[dict[Jurisdiction, ClassEvidence], BeforeValidator(_jurisdiction_keys)] = (
        Field(default_factory=dict)
    )
    appropriateness_at: Annotated[
        dict[Literal["EU", "UK"], Start], BeforeValidator(_jurisdiction_keys)
    ] = Field(default_factory=dict)
    requested_at: Start | None = None
    opted_in_at: Start | None = None
    foreign_notification_at: Start | None = None
    headroom: Annotated[
        dict[Literal["US", "UK"], Headroom], BeforeValidator(_jurisdiction_keys)
    ] = Field(default_factory=dict)
    affiliate_of: Texts = ()
    insider_of: Texts = ()
    owners: Annotated[
        tuple[Annotated[Owner, BeforeValidator(_owner)], ...], BeforeValidator(_split)
    ] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "Investor":
        if not self.wallets:
            raise PydanticCustomError("NoWallet", "an investor needs a wallet")
        if len(self.wallets) > 1 and len(
            {w.address for w in self.wallets if w.chain is None}
        ) + len({w for w in self.wallets if w.chain is not None}) != len(self.wallets):
            raise PydanticCustomError("DuplicateWallet", "a wallet is named twice")
        tables = load_classes().tables
        for jurisdiction, evidence in self.classes.items():
            if evidence.category not in tables[jurisdiction].by_name:
                raise PydanticCustomError("UnknownClass", "no class of that name")
        if self.owners and sum(owner.percent for owner in self.owners) > 100:
            raise PydanticCustomError("MalformedOwner", "the owners hold more than 100 percent")
        return self

    def wallets_on(self, chain: str) -> list[str]:
        """Addresses of this investor on one chain."""
        return [w.address for w in self.wallets if w.chain is None or w.chain == chain]

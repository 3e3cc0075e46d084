"""Rows of a source and the named faults that validation finds in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quantera.compliance.investor import Investor

_BUILT_IN = {
    "missing": "MissingField",
    "extra_forbidden": "UnknownField",
    "literal_error": "UnknownValue",
    "model_type": "MalformedRow",
    "dict_type": "MalformedRow",
    "tuple_type": "MalformedRow",
}
_BY_PREFIX = {
    "string": "MalformedText",
    "bool": "MalformedFlag",
    "decimal": "MalformedNumber",
    "greater": "MalformedNumber",
    "less": "MalformedNumber",
    "finite": "MalformedNumber",
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing wrong with one row.

    Attributes:
        row: row number in the source, counted from 1 without the header.
        field: path of the field, dots between levels; empty for the whole row.
        fault: the fault's name, such as `WrongChecksum`.
        message: a sentence without the row's own, possibly personal, values.
    """

    row: int
    field: str
    fault: str
    message: str


class RawRow(NamedTuple):
    """A row before validation; `fault` is set when the source could not even read it."""

    number: int
    content: Mapping[str, Any] | None
    fault: RowFault | None = None


class Validated(NamedTuple):
    """An investor with the row it came from."""

    row: int
    investor: Investor


def malformed(number: int, message: str) -> RawRow:
    """A row that the source could not read."""
    return RawRow(number, None, RowFault(number, "", "MalformedRow", message))


def nest(flat: Mapping[str, Any], separator: str) -> dict[str, Any]:
    """Turns `a.b.c` columns into nested mappings and leaves empty cells out.

    Raises:
        ValueError: one column is both a value and the parent of another.
    """
    nested: dict[str, Any] = {}
    for path, value in flat.items():
        if value is None or value == "":
            continue
        if separator not in path:
            if path in nested:
                raise ValueError(f"column {path} contradicts another column")
            nested[path] = value
            continue
        *parents, leaf = path.split(separator)
        place = nested
        for parent in parents:
            place = place.setdefault(parent, {})
            if type(place) is not dict:
                break
        if type(place) is not dict or leaf in place:
            raise ValueError(f"column {path} contradicts another column")
        place[leaf] = value
    return nested


def _fault(number: int, error: ErrorDetails) -> RowFault:
    kind = error["type"]
    name = _BUILT_IN.get(kind) or _BY_PREFIX.get(kind.split("_", maxsplit=1)[0])
    if name is None:
        name = kind if kind[:1].isupper() else "MalformedRow"
    path = ".".join(str(part) for part in error["loc"] if part != "[key]")
    message = error["msg"] if kind[:1].isupper() else kind.replace("_", " ")
    return RowFault(number, path, name, message)


def validate_rows(
    rows: Iterable[RawRow], report: Callable[[RowFault], None]
) -> Iterator[Validated]:
    """Yields the rows that are sound, in order, and reports every fault of the others.

    An investor id or a wallet that an earlier row already took is a fault of the later row.

    Args:
        rows: rows of one source.
        report: called once per fault.
    """
    ids: dict[str, int] = {}
    wallets: dict[tuple[str | None, str], int] = {}
    anywhere: dict[str, int] = {}
    for raw in rows:
        if raw.content is None:
            if raw.fault:
                report(raw.fault)
            continue
        try:
            investor = Investor.model_validate(raw.content)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                report(_fault(raw.number, detail))
            continue
        earlier = ids.get(investor.investor_id)
        if earlier is not None:
            report(RowFault(raw.number, "investorId", "DuplicateInvestor", f"as in row {earlier}"))
            continue
        taken = None
        for chain, address in investor.wallets:
            taken = wallets.get((None, address)) or (
                anywhere.get(address) if chain is None else wallets.get((chain, address))
            )
            if taken is not None:
                report(RowFault(raw.number, "wallets", "DuplicateWallet", f"as in row {taken}"))
                break
        if taken is not None:
            continue
        ids[investor.investor_id] = raw.number
        for wallet in investor.wallets:
            wallets[wallet] = raw.number
            anywhere[wallet.address] = raw.number
        yield Validated(raw.number, investor)

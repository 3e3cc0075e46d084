"""The register and the decisions for a regulator, as CSV or JSON lines."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Literal

from quantera.compliance.catalogue import JURISDICTIONS
from quantera.compliance.chain.protocol import Snapshot
from quantera.compliance.record import describe
from quantera.compliance.store.database import RecordedCheck

Format = Literal["csv", "json"]

REGISTER_COLUMNS = (
    "chain",
    "block",
    "wallet",
    "identity",
    "reference",
    "residence",
    "validUntil",
    *(f"class{jurisdiction}" for jurisdiction in JURISDICTIONS),
    "flags",
)
DECISION_COLUMNS = (
    "id",
    "investor",
    "identity",
    "asset",
    "checkType",
    "result",
    "codes",
    "details",
    "checkedAt",
)


def register_rows(
    snapshots: Iterable[Snapshot], references: Mapping[int, str]
) -> Iterator[dict[str, Any]]:
    """One row per wallet and chain, in that order.

    Args:
        snapshots: every chain's register.
        references: the source's ids by identity; an erased investor has none.
    """
    for snapshot in snapshots:
        for wallet, word in sorted(snapshot.records.items()):
            record = describe(word)
            classes: Any = record["classes"]
            flags: Any = record["flags"]
            identity = str(record["identity"])
            yield {
                "chain": snapshot.chain,
                "block": snapshot.block,
                "wallet": wallet,
                "identity": identity,
                "reference": references.get(int(identity, 16), ""),
                "residence": record["residence"],
                "validUntil": record["validUntil"],
                **{f"class{j}": classes[j] for j in JURISDICTIONS},
                "flags": " ".join(flags),
            }


def decision_rows(checks: Iterable[RecordedCheck]) -> Iterator[dict[str, Any]]:
    """One row per recorded check."""
    for check in checks:
        codes = check.details.get("codes") or [check.details.get("code", 0)]
        yield {
            "id": str(check.key),
            "investor": str(check.investor),
            "identity": check.identity or "",
            "asset": str(check.asset or ""),
            "checkType": check.kind,
            "result": check.result,
            "codes": " ".join(str(code) for code in codes),
            "details": check.details,
            "checkedAt": check.checked_at.isoformat(),
        }


def write_rows(
    rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...], file: IO[str], form: Format
) -> int:
    """Writes rows and returns how many; what a spreadsheet would run as a formula is quoted."""
    count = 0
    writer = csv.DictWriter(file, columns) if form == "csv" else None
    if writer is not None:
        writer.writeheader()
    for row in rows:
        count += 1
        if writer is None:
            file.write(json.dumps(row, sort_keys=True) + "\n")
        else:
            writer.writerow({column: _cell(row[column]) for column in columns})
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value

"""One check as it goes into `compliance_checks`."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple
from uuid import UUID

CheckType = Literal[
    "kyc",
    "sanctions",
    "classification",
    "geography",
    "rules",
    "screening_review",
    "officer_action",
]
Result = Literal["passed", "failed", "review", "undecided"]


class CheckRecord(NamedTuple):
    """A check that was made; times are given when the batch is recorded."""

    investor: UUID
    asset: UUID | None
    kind: CheckType
    result: Result
    details: Mapping[str, Any]

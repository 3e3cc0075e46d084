"""What a KYC provider answers, and the interface that each provider has."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Protocol

from pydantic import Field, model_validator

from quantera.compliance.catalogue import DataModel
from quantera.compliance.investor import End, Start


class KycResult(DataModel):
    """One answer about one reference.

    Attributes:
        reference: the provider's own reference, as in the investor's record.
        status: `approved`, `pending` or `rejected`.
        verified_at: when the identity was verified; required when approved.
        valid_until: when it must be verified again; required when approved.
        risk: the provider's risk grade.
        evidence_hash: hash of the evidence that the provider keeps, 32 bytes in hex.
    """

    reference: Annotated[str, Field(min_length=1, max_length=256)]
    status: Literal["approved", "pending", "rejected"]
    verified_at: Start | None = None
    valid_until: End | None = None
    risk: Literal["low", "normal", "high"] = "normal"
    evidence_hash: Annotated[str, Field(pattern=r"^0x[0-9a-f]{64}$")] | None = None

    @model_validator(mode="after")
    def _approval_is_dated(self) -> "KycResult":
        if self.status == "approved" and (self.verified_at is None or self.valid_until is None):
            raise ValueError("an approval needs verifiedAt and validUntil")
        return self


class KycProvider(Protocol):
    """Answers about many references at once; a reference it does not know is left out."""

    @property
    def name(self) -> str:
        """The provider's name in the records of checks."""

    @property
    def batch(self) -> int:
        """How many references one question may hold."""

    def results(self, references: Sequence[str]) -> Mapping[str, KycResult]:
        """Results by reference.

        Raises:
            ProviderError: the provider did not answer, or not in its format.
        """

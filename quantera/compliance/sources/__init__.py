"""Where investor records come from: CSV, JSON and databases, each row validated on its own."""

from quantera.compliance.sources.open import open_source
from quantera.compliance.sources.rows import RawRow, RowFault, Validated, validate_rows

__all__ = ["RawRow", "RowFault", "Validated", "open_source", "validate_rows"]

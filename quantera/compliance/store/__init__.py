"""The compliance database: identities with deletable salts, the record of every check, reviews."""

from quantera.compliance.store.database import Store

__all__ = ["Store"]

"""Tables of the compliance database, for SQLite and PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    Numeric,
    String,
    Uuid,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

_JSON = JSON().with_variant(JSONB(), "postgresql")


class _RandomUuid(FunctionElement[UUID]):
    """A random UUID made by the database itself, for rows that others insert."""

    type = Uuid()
    inherit_cache = True


@compiles(_RandomUuid, "postgresql")
def _postgres_uuid(_element: _RandomUuid, _compiler: SQLCompiler, **_: Any) -> str:
    return "gen_random_uuid()"


@compiles(_RandomUuid, "sqlite")
def _sqlite_uuid(_element: _RandomUuid, _compiler: SQLCompiler, **_: Any) -> str:
    return "(lower(hex(randomblob(16))))"


class _Moment(TypeDecorator[datetime]):
    """A time in UTC, aware in Python whatever the database keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Any) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Base of the tables."""


def _key() -> Mapped[UUID]:
    return mapped_column(Uuid(), primary_key=True, default=uuid4, server_default=_RandomUuid())


class Asset(Base):
    """An asset whose checks are recorded."""

    __tablename__ = "assets"

    id: Mapped[UUID] = _key()
    name: Mapped[str] = mapped_column(String(255))
    symbol: Mapped[str] = mapped_column(String(10))
    asset_type: Mapped[str] = mapped_column(String(50))
    total_supply: Mapped[Decimal] = mapped_column(Numeric(78, 0).with_variant(String(78), "sqlite"))
    compliance_standard: Mapped[str] = mapped_column(String(20))
    regulatory_framework: Mapped[dict[str, Any]] = mapped_column(_JSON)
    created_at: Mapped[datetime] = mapped_column(_Moment(), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(_Moment(), server_default=func.now())


class InvestorRow(Base):
    """An investor without anything personal; `identity` is what the chains know."""

    __tablename__ = "investors"

    id: Mapped[UUID] = _key()
    identity: Mapped[str] = mapped_column(String(42), unique=True)
    created_at: Mapped[datetime] = mapped_column(_Moment(), server_default=func.now())
    erased: Mapped[bool] = mapped_column(Boolean, default=False, server_default="0")


class InvestorSalt(Base):
    """What links an investor to a person: deleting the row is the erasure."""

    __tablename__ = "investor_salts"

    investor_id: Mapped[UUID] = mapped_column(ForeignKey("investors.id"), primary_key=True)
    reference: Mapped[str] = mapped_column(String(64), unique=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary(32))


class ComplianceCheck(Base):
    """One check that was made; `details` holds codes and list versions, nothing personal."""

    __tablename__ = "compliance_checks"
    __table_args__ = (Index("compliance_checks_by_investor", "investor_id", "checked_at"),)

    id: Mapped[UUID] = _key()
    investor_id: Mapped[UUID] = mapped_column(Uuid())
    asset_id: Mapped[UUID | None] = mapped_column(ForeignKey("assets.id"))
    check_type: Mapped[str] = mapped_column(String(50))
    result: Mapped[str] = mapped_column(String(20))
    details: Mapped[dict[str, Any]] = mapped_column(_JSON)
    checked_at: Mapped[datetime] = mapped_column(_Moment(), server_default=func.now())


class ScreeningReview(Base):
    """An officer's word on a possible match: `cleared` or `confirmed`."""

    __tablename__ = "screening_reviews"

    id: Mapped[UUID] = _key()
    investor_id: Mapped[UUID] = mapped_column(ForeignKey("investors.id"))
    list_id: Mapped[str] = mapped_column(String(10))
    list_reference: Mapped[str] = mapped_column(String(64))
    decision: Mapped[str] = mapped_column(String(10))
    officer: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(256))
    decided_at: Mapped[datetime] = mapped_column(_Moment(), server_default=func.now())

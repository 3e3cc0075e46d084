"""`enterprise_accounts`: institutions with their identifier and credit, in SQLite or PostgreSQL."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID, uuid4

import stdnum.lei
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import (
    Boolean,
    DateTime,
    Dialect,
    Numeric,
    String,
    Uuid,
    create_engine,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator
from stdnum.exceptions import ValidationError

from quantera.risk.reading import Snapshot


class Uint256(TypeDecorator[int]):
    """A uint256 as NUMERIC(78, 0), or as text in SQLite, whose numbers are too small for it."""

    impl = Numeric(78, 0)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The column's type."""
        text = dialect.name == "sqlite"
        return dialect.type_descriptor(String(78) if text else Numeric(78, 0))

    def process_bind_param(self, value: int | None, dialect: Dialect) -> Any:
        """To the database."""
        if value is None:
            return None
        return str(value) if dialect.name == "sqlite" else Decimal(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> int | None:
        """From the database."""
        return None if value is None else int(value)


class StoreError(Exception):
    """The database cannot be opened, or refuses."""


def checked_lei(text: str) -> str:
    """A legal entity identifier in its one form, its check digits verified (ISO 17442).

    Raises:
        ValueError: it is not one.
    """
    try:
        found: str = stdnum.lei.validate(text)
    except ValidationError as error:
        raise ValueError(f"{text!r} is no legal entity identifier: {error}") from error
    return found


Lei = Annotated[str, AfterValidator(checked_lei)]
Wallet = Annotated[str, Field(pattern=r"^0x[0-9a-fA-F]{40}$"), AfterValidator(str.lower)]


class Institution(BaseModel):
    """An institution as the credit desk enters it; its limit as value (8 decimals)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=255)
    type: str = Field(min_length=1, max_length=50)
    jurisdiction: str = Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
    lei: Lei
    wallet: Wallet
    credit_limit: int = Field(ge=0, lt=1 << 256)


class Base(DeclarativeBase):
    """Base of the table."""


class EnterpriseAccount(Base):
    """A row; money as value (8 decimals)."""

    __tablename__ = "enterprise_accounts"

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=uuid4)
    institution_name: Mapped[str] = mapped_column(String(255))
    institution_type: Mapped[str] = mapped_column(String(50))
    jurisdiction: Mapped[str] = mapped_column(String(10))
    lei: Mapped[str] = mapped_column(String(20), unique=True)
    wallet: Mapped[str] = mapped_column(String(42), unique=True)
    credit_limit: Mapped[int] = mapped_column(Uint256())
    current_exposure: Mapped[int] = mapped_column(Uint256(), default=0)
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    created_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), default=lambda: datetime.now(UTC)
    )


class EnterpriseStore:
    """The table at a SQLAlchemy URL; it is created where it is missing.

    Raises:
        StoreError: the database cannot be opened.
    """

    def __init__(self, url: str) -> None:
        try:
            self._engine = create_engine(url)
            Base.metadata.create_all(self._engine)
        except (SQLAlchemyError, ImportError) as error:
            reason = str(error).splitlines()[0]
            raise StoreError(f"the database of institutions cannot be opened: {reason}") from error

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def enter(self, institutions: Iterable[Institution]) -> None:
        """Enter institutions, or change those that are known by their identifier."""
        with Session(self._engine) as session, session.begin():
            for each in institutions:
                row = session.scalar(
                    select(EnterpriseAccount).where(EnterpriseAccount.lei == each.lei)
                )
                if row is None:
                    row = EnterpriseAccount(lei=each.lei)
                    session.add(row)
                row.institution_name, row.institution_type = each.name, each.type
                row.jurisdiction, row.wallet = each.jurisdiction, each.wallet
                row.credit_limit = each.credit_limit

    def refresh(self, snapshot: Snapshot) -> None:
        """Bring limits, exposures and activity to what the chain tells of known institutions.

        The exposure is that of all accounts in the snapshot at its prices; an institution is active
        when it is admitted and one of its accounts is not restricted.
        """
        exposures: dict[str, int] = {}
        active: dict[str, bool] = {}
        limits: dict[str, int] = {}
        for account in snapshot.accounts:
            wallet = account.institution
            exposures[wallet] = exposures.get(wallet, 0) + account.risk.exposure
            usable = account.credit.is_admitted and not account.is_restricted
            active[wallet] = active.get(wallet, False) or usable
            limits[wallet] = account.credit.limit
        with Session(self._engine) as session, session.begin():
            rows = select(EnterpriseAccount).where(EnterpriseAccount.wallet.in_(exposures))
            for row in session.scalars(rows):
                row.current_exposure = exposures[row.wallet]
                row.credit_limit = limits[row.wallet]
                row.is_active = active[row.wallet]

    def all(self) -> list[EnterpriseAccount]:
        """Every institution, by name."""
        with Session(self._engine, expire_on_commit=False) as session:
            query = select(EnterpriseAccount).order_by(EnterpriseAccount.institution_name)
            return list(session.scalars(query))

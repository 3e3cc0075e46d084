"""Reading and writing the compliance database."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from pydantic_core import to_json
from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    create_engine,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.errors import ComplianceError, SourceError
from quantera.compliance.identity import identity_of, new_salt
from quantera.compliance.store.bulk import (
    Remembered,
    insert_columns,
    ordered_keys,
    random_keys,
)
from quantera.compliance.store.checks import CheckRecord
from quantera.compliance.store.tables import (
    Asset,
    Base,
    ComplianceCheck,
    InvestorRow,
    InvestorSalt,
    ScreeningReview,
)

_CHUNK = 5_000


class Registered(NamedTuple):
    """An investor's key in the database, identity on the chains, and salt."""

    key: UUID
    identity: int
    salt: bytes


@dataclass(frozen=True, slots=True)
class RecordedCheck:
    """A row of `compliance_checks` with the identity of its investor."""

    key: UUID
    investor: UUID
    identity: str | None
    asset: UUID | None
    kind: str
    result: str
    details: dict[str, Any]
    checked_at: datetime


class UnknownInvestorError(ComplianceError):
    """No investor of that reference is in the database."""


def _json(value: Any) -> str:
    return to_json(value).decode()


def asset_values(policy: AssetPolicy, dialect: Dialect) -> dict[str, Any]:
    """An asset's columns but its key, as the database takes them."""
    supply = policy.total_supply
    return {
        "name": policy.name,
        "symbol": policy.symbol,
        "asset_type": policy.asset_type,
        "total_supply": str(supply) if dialect.name == "sqlite" else supply,
        "compliance_standard": policy.compliance_standard,
        "regulatory_framework": policy.model_dump(mode="json", include={"terms", "packs"}),
    }


def _sqlite_pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    # 64 MB: an index over random keys that does not fit is written again with every commit.
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


class Store:
    """The compliance database at a SQLAlchemy URL; tables are created where they are missing.

    Raises:
        SourceError: the database cannot be reached.
    """

    def __init__(self, url: str) -> None:
        self._writing = Lock()
        try:
            self._engine: Engine = create_engine(url, json_serializer=_json)
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _sqlite_pragmas)
            Base.metadata.create_all(self._engine)
        except (SQLAlchemyError, ImportError) as error:
            reason = str(error).splitlines()[0]
            raise SourceError(f"the compliance database cannot be opened: {reason}") from error

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        # SQLite has one writer at a time; a second of this process waits here, not for its turn
        # to run out.
        with self._writing, self._engine.begin() as connection:
            yield connection

    def investors(self) -> dict[str, Registered]:
        """Every investor with a salt, by its reference in the source."""
        query = select(
            InvestorSalt.reference, InvestorRow.id, InvestorRow.identity, InvestorSalt.salt
        ).join(InvestorRow, InvestorRow.id == InvestorSalt.investor_id)
        with self._engine.connect() as connection:
            return {
                reference: Registered(key, int(identity, 16), salt)
                for reference, key, identity, salt in connection.execute(query)
            }

    def register(self, references: Sequence[str]) -> dict[str, Registered]:
        """Gives investors that the database does not know an identity with a fresh salt."""
        new = {}
        for reference, key in zip(references, random_keys(len(references)), strict=True):
            salt = new_salt()
            new[reference] = Registered(key, identity_of(salt, reference), salt)
        for start in range(0, len(references), _CHUNK):
            part = [(name, new[name]) for name in references[start : start + _CHUNK]]
            keys = [entry.key for _, entry in part]
            with self._begin() as connection:
                insert_columns(
                    connection,
                    InvestorRow,
                    {"id": keys, "identity": [f"0x{entry.identity:040x}" for _, entry in part]},
                    {"erased": False},
                )
                insert_columns(
                    connection,
                    InvestorSalt,
                    {
                        "investor_id": keys,
                        "reference": [name for name, _ in part],
                        "salt": [entry.salt for _, entry in part],
                    },
                )
        return new

    def erase(self, reference: str) -> None:
        """Deletes an investor's salt and reference: nothing links its identity to a person now.

        Raises:
            UnknownInvestorError: no such investor, or erased already.
        """
        with self._begin() as connection:
            key = connection.execute(
                select(InvestorSalt.investor_id).where(InvestorSalt.reference == reference)
            ).scalar()
            if key is None:
                raise UnknownInvestorError("no investor of that reference is on file")
            connection.execute(delete(InvestorSalt).where(InvestorSalt.investor_id == key))
            connection.execute(update(InvestorRow).where(InvestorRow.id == key).values(erased=True))

    def put_asset(self, policy: AssetPolicy) -> None:
        """Adds an asset, or brings its row up to date."""
        values = asset_values(policy, self._engine.dialect)
        with self._begin() as connection:
            known = connection.execute(select(Asset.id).where(Asset.id == policy.id)).scalar()
            if known is None:
                connection.execute(insert(Asset).values(id=policy.id, **values))
            else:
                changed = update(Asset).where(Asset.id == policy.id)
                connection.execute(changed.values(**values, updated_at=datetime.now(UTC)))

    def record(self, checks: Iterable[CheckRecord], at: int) -> int:
        """Records checks made at one time (Unix seconds); returns how many."""
        pending = list(checks)
        shared = {"checked_at": datetime.fromtimestamp(at, UTC)}
        with self._begin() as connection:
            for start in range(0, len(pending), _CHUNK):
                part = pending[start : start + _CHUNK]
                investors, assets, kinds, results, details = zip(*part, strict=True)
                columns = {
                    "investor_id": Remembered(investors),
                    "asset_id": assets,
                    "check_type": kinds,
                    "result": results,
                    "details": Remembered(details),
                }
                keys = ordered_keys(len(part), connection.dialect)
                insert_columns(connection, ComplianceCheck, columns, shared, {"id": keys})
        return len(pending)

    def checks(
        self, since: int | None = None, until: int | None = None, investor: UUID | None = None
    ) -> Iterator[RecordedCheck]:
        """Recorded checks in the order of their time, from `since` up to before `until`."""
        query = (
            select(
                ComplianceCheck.id,
                ComplianceCheck.investor_id,
                InvestorRow.identity,
                ComplianceCheck.asset_id,
                ComplianceCheck.check_type,
                ComplianceCheck.result,
                ComplianceCheck.details,
                ComplianceCheck.checked_at,
            )
            .outerjoin(InvestorRow, InvestorRow.id == ComplianceCheck.investor_id)
            .order_by(ComplianceCheck.checked_at, ComplianceCheck.id)
        )
        if since is not None:
            query = query.where(ComplianceCheck.checked_at >= datetime.fromtimestamp(since, UTC))
        if until is not None:
            query = query.where(ComplianceCheck.checked_at < datetime.fromtimestamp(until, UTC))
        if investor is not None:
            query = query.where(ComplianceCheck.investor_id == investor)
        with self._engine.connect().execution_options(yield_per=_CHUNK) as connection:
            for row in connection.execute(query):
                yield RecordedCheck(*row)

    def review(
        self,
        investor: UUID,
        list_id: str,
        reference: str,
        decision: str,
        *,
        officer: str,
        reason: str,
    ) -> None:
        """Records an officer's word on a possible match; the newest word counts.

        Args:
            investor: key in this database.
            list_id: the sanctions list.
            reference: the listed entry's identifier there.
            decision: `cleared` or `confirmed`.
            officer: who decided.
            reason: why.

        Raises:
            ValueError: the decision is neither of the two.
        """
        if decision not in ("cleared", "confirmed"):
            raise ValueError("a review is cleared or confirmed")
        with self._begin() as connection:
            connection.execute(
                insert(ScreeningReview).values(
                    id=uuid4(),
                    investor_id=investor,
                    list_id=list_id,
                    list_reference=reference,
                    decision=decision,
                    officer=officer,
                    reason=reason,
                    decided_at=datetime.now(UTC),
                )
            )

    def reviews(self) -> dict[tuple[UUID, str, str], str]:
        """The newest decision on each possible match, by investor, list and entry."""
        query = select(
            ScreeningReview.investor_id,
            ScreeningReview.list_id,
            ScreeningReview.list_reference,
            ScreeningReview.decision,
        ).order_by(ScreeningReview.decided_at)
        with self._engine.connect() as connection:
            return {
                (investor, list_id, reference): decision
                for investor, list_id, reference, decision in connection.execute(query)
            }

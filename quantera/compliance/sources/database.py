"""Investor records in a table of a database, through SQLAlchemy."""

from collections.abc import Iterator

from sqlalchemy import create_engine, select, table, text
from sqlalchemy.exc import SQLAlchemyError

from quantera.compliance.errors import SourceError
from quantera.compliance.sources.rows import RawRow, malformed, nest

_FETCH = 2_000


def read_database(url: str, table_name: str = "investor_records") -> Iterator[RawRow]:
    """Rows of a table, streamed; columns are snake_case, two underscores for nested fields.

    Args:
        url: SQLAlchemy URL, such as `sqlite:///investors.db` or `postgresql+psycopg://…`.
        table_name: the table or view to read.

    Raises:
        SourceError: the database cannot be reached or has no such table.
    """
    try:
        engine = create_engine(url)
        with engine.connect().execution_options(yield_per=_FETCH) as connection:
            rows = connection.execute(select(text("*")).select_from(table(table_name)))
            for number, row in enumerate(rows.mappings(), 1):
                try:
                    yield RawRow(number, nest(row, "__"))  # type: ignore[arg-type]
                except ValueError as error:
                    yield malformed(number, str(error))
        engine.dispose()
    except (SQLAlchemyError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise SourceError(f"table {table_name} cannot be read: {reason}") from error

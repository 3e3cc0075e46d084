"""Inserts of many rows, converted column by column into what the database's driver takes."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from struct import unpack
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert
from sqlalchemy.orm import DeclarativeBase

_COUNTER_BITS = 12
_COUNTER_MASK = (1 << _COUNTER_BITS) - 1
_RANDOM_MASK = (1 << 62) - 1
_VERSION_7 = 0x7 << 12
_VARIANT = 0x2 << 62


def random_keys(count: int) -> Iterator[UUID]:
    """Fresh random keys (UUID version 4), which tell nothing about order or time."""
    noise = os.urandom(16 * count)
    for place in range(count):
        yield UUID(bytes=noise[16 * place : 16 * place + 16], version=4)


def ordered_keys(count: int) -> Iterator[UUID]:
    """Fresh keys in the order of their making (UUID version 7, RFC 9562, a counter in `rand_a`).

    A database appends them to its index, which random keys would scatter over.
    """
    first = time.time_ns() // 1_000_000 << _COUNTER_BITS
    for place, random in enumerate(unpack(f">{count}Q", os.urandom(8 * count)), first):
        head = place >> _COUNTER_BITS << 16 | _VERSION_7 | place & _COUNTER_MASK
        yield UUID(int=head << 64 | _VARIANT | random & _RANDOM_MASK)


def insert_columns(
    connection: Connection,
    table: type[DeclarativeBase],
    columns: Mapping[str, Iterable[Any]],
    constants: Mapping[str, Any] | None = None,
) -> None:
    """Inserts rows given as columns.

    SQLAlchemy converts row by row and looks every value's conversion up again; for hundreds of
    thousands of rows that takes longer than the database does.

    Args:
        connection: in a transaction.
        table: where.
        columns: values by column name, all equally many and at least one each.
        constants: values that all rows share, by column name.
    """
    dialect = connection.dialect
    shared = constants or {}
    statement = insert(table).compile(dialect=dialect, column_keys=[*columns, *shared])
    types = table.__table__.columns
    converted: dict[str, Iterable[Any]] = {}
    for name in (*columns, *shared):
        convert = types[name].type.dialect_impl(dialect).bind_processor(dialect) or _unchanged
        if name in shared:
            converted[name] = repeat(convert(shared[name]))
        else:
            converted[name] = map(convert, columns[name])
    order = statement.positiontup or list(converted)
    rows = zip(*(converted[name] for name in order), strict=False)
    parameters: Any = (
        list(rows) if statement.positional else [dict(zip(order, r, strict=True)) for r in rows]
    )
    connection.exec_driver_sql(str(statement), parameters)


def _unchanged(value: Any) -> Any:
    return value

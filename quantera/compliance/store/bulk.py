"""Inserts of many rows, converted column by column into what the database's driver takes."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from struct import unpack
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Dialect, insert
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


def ordered_keys(count: int, dialect: Dialect) -> Iterator[str] | Iterator[UUID]:
    """Fresh keys in the order of their making (UUID version 7, RFC 9562, a counter in `rand_a`).

    A database appends them to its index, which random keys would scatter over. They are as the
    driver takes them: 32 digits where the database has no type for them.
    """
    digits = _ordered_digits(count)
    return map(UUID, digits) if dialect.supports_native_uuid else digits


def _ordered_digits(count: int) -> Iterator[str]:
    first = time.time_ns() // 1_000_000 << _COUNTER_BITS
    for place, random in enumerate(unpack(f">{count}Q", os.urandom(8 * count)), first):
        head = place >> _COUNTER_BITS << 16 | _VERSION_7 | place & _COUNTER_MASK
        yield f"{head:016x}{_VARIANT | random & _RANDOM_MASK:016x}"


class Remembered(NamedTuple):
    """A column in which the same objects stand again and again: each is converted once."""

    values: Sequence[Any]


def insert_columns(
    connection: Connection,
    table: type[DeclarativeBase],
    columns: Mapping[str, Iterable[Any] | Remembered],
    constants: Mapping[str, Any] | None = None,
    ready: Mapping[str, Iterable[Any]] | None = None,
) -> None:
    """Inserts rows given as columns.

    SQLAlchemy converts row by row and looks every value's conversion up again; for hundreds of
    thousands of rows that takes longer than the database does.

    Args:
        connection: in a transaction.
        table: where.
        columns: values by column name, all equally many and at least one each.
        constants: values that all rows share, by column name.
        ready: further columns, as the driver takes them.
    """
    dialect = connection.dialect
    shared = constants or {}
    converted: dict[str, Iterable[Any]] = dict(ready or {})
    names = [*converted, *columns, *shared]
    statement = insert(table).compile(dialect=dialect, column_keys=names)
    types = table.__table__.columns
    for name in (*columns, *shared):
        convert = types[name].type.dialect_impl(dialect).bind_processor(dialect) or _unchanged
        if name in shared:
            converted[name] = repeat(convert(shared[name]))
            continue
        column = columns[name]
        if isinstance(column, Remembered):
            converted[name] = _each_once(convert, column.values)
        else:
            converted[name] = map(convert, column)
    order = statement.positiontup or list(converted)
    rows = zip(*(converted[name] for name in order), strict=False)
    parameters: Any = (
        list(rows) if statement.positional else [dict(zip(order, r, strict=True)) for r in rows]
    )
    connection.exec_driver_sql(str(statement), parameters)


def _each_once(convert: Callable[[Any], Any], values: Sequence[Any]) -> Iterator[Any]:
    known: dict[int, Any] = {}
    for value in values:
        place = id(value)
        if place not in known:
            known[place] = convert(value)
        yield known[place]


def _unchanged(value: Any) -> Any:
    return value

"""All operations, found in the modules of `quantera.gas.operations`."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from quantera.gas import operations as package
from quantera.gas.operation import Operation


class DuplicateOperationError(Exception):
    """Two operations have one id."""


def _all() -> Iterator[Operation]:
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield from import_module(module.name).OPERATIONS


def operations() -> tuple[Operation, ...]:
    """Every operation, by id.

    Raises:
        DuplicateOperationError: an id is taken twice.
    """
    found: dict[str, Operation] = {}
    for operation in _all():
        if operation.id in found:
            raise DuplicateOperationError(f"two operations are called {operation.id}")
        found[operation.id] = operation
    return tuple(found[name] for name in sorted(found))

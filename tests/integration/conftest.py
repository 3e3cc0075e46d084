"""How the long tests are spread over the workers."""

import os

import pytest

LONG = "long"
"""The mark of a test that takes longer than most files: begun first, so that no worker ends alone
with it."""


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark."""
    config.addinivalue_line("markers", f"{LONG}: takes minutes, and is begun first")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the long tests where the workers begin: each begins with an equal part of the list."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker(LONG)]
    short = [item for item in items if not item.get_closest_marker(LONG)]
    ordered: list[pytest.Item] = []
    for worker in range(workers):
        own = long[worker::workers]
        until = max(len(items) * (worker + 1) // workers - len(ordered) - len(own), 0)
        ordered += [*own, *short[:until]]
        del short[:until]
    items[:] = ordered

"""How the long tests are spread over the workers, and what the processes they start keep."""

import os

import pytest

LONG = "long"
"""The mark of a test that takes longer than most files: begun first, so that no worker ends alone
with it."""


def pytest_configure(config: pytest.Config) -> None:
    """Let what tests start keep its bytecode.

    Hundreds of commands load the same libraries; without it each compiles them anew, which takes
    three times as long as loading them and longer than what most of the commands do.
    """
    config.addinivalue_line("markers", f"{LONG}: takes minutes, and is begun first")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


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

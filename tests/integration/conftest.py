"""What the processes that tests start keep."""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Let what tests start keep its bytecode.

    Hundreds of commands load the same libraries; without it each compiles them anew, which takes
    three times as long as loading them and longer than what most of the commands do.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

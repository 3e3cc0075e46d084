from collections.abc import Iterator
from pathlib import Path

import pytest

from quantera.gas.bridge_stack import BridgeEnds
from tests.integration.bridge.stage import Stage, grounded_in_memory, staged


@pytest.fixture(scope="session")
def ground() -> BridgeEnds:
    """Five chains in this process with all protocols and bridges, once for each worker."""
    return grounded_in_memory()


@pytest.fixture
def stage(ground: BridgeEnds, tmp_path: Path) -> Iterator[Stage]:
    """The same, of which a test may do what it likes."""
    with staged(ground, tmp_path) as made:
        yield made

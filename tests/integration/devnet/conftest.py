from collections.abc import Iterator
from pathlib import Path

import pytest

from quantera import devnet
from quantera.devnet import Running, Settings
from tests.integration.devnet.bridging import Ground, Stage, grounded, staged
from tests.integration.ports import five_free_ports, own_ports

RANGE_START = own_ports(24_000)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A network of its own: five free ports in a row and an empty folder."""
    base = five_free_ports(range(RANGE_START, RANGE_START + 485, 5))
    return Settings(base_port=base, folder=tmp_path / "devnet")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    base = RANGE_START + 495
    folder = tmp_path_factory.mktemp("shared") / "devnet"
    with devnet.launch(Settings(base_port=base, folder=folder)) as network:
        yield network


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """Chains, all four protocols and their probes, once for each worker."""
    folder = tmp_path_factory.mktemp("bridges") / "devnet"
    with grounded(Settings(base_port=RANGE_START + 490, folder=folder)) as made:
        yield made


@pytest.fixture
def stage(ground: Ground, tmp_path: Path) -> Iterator[Stage]:
    """The same, of which a test may do what it likes."""
    with staged(ground, tmp_path) as made:
        yield made

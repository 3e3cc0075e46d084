import pytest

from quantera.access import Profile
from quantera.evm import Contract, MemoryChain
from tests.unit.access.system import System, add_probe, close_setup, open_system


@pytest.fixture
def setting_up(chain: MemoryChain) -> System:
    """A production manager in its set-up phase."""
    return open_system(chain)


@pytest.fixture
def wired(setting_up: System) -> tuple[System, Contract]:
    """A production manager after set-up, and the probe it governs."""
    probe = add_probe(setting_up)
    close_setup(setting_up)
    return setting_up, probe


@pytest.fixture
def system(wired: tuple[System, Contract]) -> System:
    """A production manager after set-up."""
    return wired[0]


@pytest.fixture
def probe(wired: tuple[System, Contract]) -> Contract:
    """The probe behind its proxy, governed by `system`."""
    return wired[1]


@pytest.fixture
def local_system(chain: MemoryChain) -> System:
    """A manager of the local profile after set-up: roles without any delay."""
    opened = open_system(chain, Profile.LOCAL)
    close_setup(opened)
    return opened

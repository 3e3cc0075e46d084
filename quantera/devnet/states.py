"""The whole network's state in a folder: chains, contracts' places and relayers' outboxes.

Relayers stand still meanwhile, so that what they know and what the chains hold belong together.
"""

import shutil
from pathlib import Path

from quantera.devnet import bridges
from quantera.devnet.control import current
from quantera.devnet.network import DevnetError, LocalChain
from quantera.devnet.settings import Settings
from quantera.evm.rpc import Rpc

KEPT = ((".", "standins.json"), ("protocols", "*.json"), ("relayers", "*.db*"))
"""Folders and files that say what the chains alone do not."""
SECONDS = 300
"""How long one node may take to write or read its state."""


def save(settings: Settings, target: Path) -> None:
    """Write the state of the running network.

    Args:
        settings: of the network.
        target: a folder, which is made anew.

    Raises:
        DevnetError: nothing runs.
    """
    chains = _running(settings)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with _Still(settings):
        for name, local in chains.items():
            rpc = Rpc(local.url, timeout=SECONDS)
            (target / f"{name}.state").write_text(rpc("anvil_dumpState"))
            rpc.close()
        for folder, pattern in KEPT:
            _copy(settings.folder / folder, target / folder, pattern)


def restore(settings: Settings, source: Path) -> None:
    """Put the running network into a state that was saved, whatever it has done since.

    Raises:
        DevnetError: nothing runs, or there is no whole state in that folder.
    """
    chains = _running(settings)
    missing = [name for name in chains if not (source / f"{name}.state").is_file()]
    if missing:
        raise DevnetError(f"{source} holds no state of {', '.join(missing)}")
    with _Still(settings):
        for name, local in chains.items():
            rpc = Rpc(local.url, timeout=SECONDS)
            rpc("anvil_reset")
            rpc("anvil_loadState", (source / f"{name}.state").read_text())
            rpc.close()
        for folder, pattern in KEPT:
            for left in (settings.folder / folder).glob(pattern):
                left.unlink()
            _copy(source / folder, settings.folder / folder, pattern)


def _running(settings: Settings) -> dict[str, LocalChain]:
    state = current(settings)
    if state is None:
        raise DevnetError("the local chains are not running; `ape run devnet up`")
    return state.chains


def _copy(source: Path, target: Path, pattern: str) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in source.glob(pattern):
        shutil.copy2(file, target / file.name)


class _Still:
    """Relayers stand still in the block."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._names = list(bridges.running(settings))

    def __enter__(self) -> None:
        bridges.crash(self._settings, self._names)

    def __exit__(self, *_error: object) -> None:
        bridges.resume(self._settings, self._names)

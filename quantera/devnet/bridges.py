"""The four protocols on a running network: installed once, with a relayer process for each.

The supervisor holds the relayers. One that ends is started again, unless a file says that it shall
stay down, which is how a crash is made to last.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from quantera.artifacts import ArtifactMissingError
from quantera.devnet import protocols, standins
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import DevnetError, LocalChain
from quantera.devnet.protocols.outbox import Outbox, outbox_path
from quantera.devnet.settings import Settings

LOOK_SECONDS = 0.1
WAIT_SECONDS = 20


class Bridges:
    """Installs the protocols that the settings name and keeps their relayers running.

    A context manager; the relayers end with it.

    Raises:
        DevnetError: the settings name a protocol that there is not.
    """

    def __init__(self, settings: Settings, chains: Mapping[str, LocalChain]) -> None:
        self._settings = settings
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        unknown = set(settings.protocols) - protocols.PROTOCOLS.keys()
        if unknown:
            known = ", ".join(protocols.PROTOCOLS)
            raise DevnetError(f"no protocol {', '.join(sorted(unknown))}; there are {known}")
        if settings.protocols:
            self._install(chains)
        if settings.relayers:
            self._keeper.start()

    def _install(self, chains: Mapping[str, LocalChain]) -> None:
        folder = relayers_folder(self._settings)
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.iterdir():
            left.unlink()
        nodes = {name: AttachedChain(local) for name, local in chains.items()}
        try:
            standins.write(self._settings.folder, standins.place(nodes))
        except ArtifactMissingError as error:
            raise DevnetError(f"price feeds cannot be placed: {error}") from error
        for name in self._settings.protocols:
            kind = protocols.PROTOCOLS[name]
            protocols.write(self._settings.folder, kind.install(nodes))
        for node in nodes.values():
            node.close()

    def _keep(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            for name in self._settings.protocols:
                self._look_after(name)

    def _look_after(self, name: str) -> None:
        process = self._processes.get(name)
        held = hold_path(self._settings, name).exists()
        if process is not None and held and process.poll() is None:
            process.kill()
            process.wait()
        if process is not None and process.poll() is not None:
            pid_path(self._settings, name).unlink(missing_ok=True)
            del self._processes[name]
            process = None
        if process is None and not held:
            self._start(name)

    def _start(self, name: str) -> None:
        module = "quantera.devnet.protocols.process"
        command = [sys.executable, "-m", module, self._settings.model_dump_json(), name]
        log = relayers_folder(self._settings) / f"{name}.log"
        with log.open("ab") as sink:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._processes[name] = process
        pid_path(self._settings, name).write_text(str(process.pid))

    def close(self) -> None:
        """End the relayers; may be called twice."""
        self._ended.set()
        if self._keeper.is_alive():
            self._keeper.join()
        for process in self._processes.values():
            process.kill()
        for name, process in self._processes.items():
            process.wait()
            pid_path(self._settings, name).unlink(missing_ok=True)
        self._processes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def relayers_folder(settings: Settings) -> Path:
    """Where relayers keep their outboxes, logs and ids."""
    return settings.folder / "relayers"


def pid_path(settings: Settings, name: str) -> Path:
    """The file that holds a running relayer's process id."""
    return relayers_folder(settings) / f"{name}.pid"


def hold_path(settings: Settings, name: str) -> Path:
    """The file that keeps a relayer down while it is there."""
    return relayers_folder(settings) / f"{name}.hold"


def running(settings: Settings) -> dict[str, int]:
    """Process ids of the relayers that run, by protocol."""
    found = {}
    for name in settings.protocols:
        try:
            found[name] = int(pid_path(settings, name).read_text())
        except (OSError, ValueError):
            continue
    return found


def crash(settings: Settings, names: Iterable[str] | None = None) -> None:
    """Kill relayers where they stand and keep them down until `resume`.

    Raises:
        DevnetError: they did not end.
    """
    wanted = list(settings.protocols if names is None else names)
    for name in wanted:
        hold_path(settings, name).touch()
    _await(settings, wanted, up=False)


def resume(settings: Settings, names: Iterable[str] | None = None) -> None:
    """Let relayers go on.

    Raises:
        DevnetError: they did not start.
    """
    wanted = list(settings.protocols if names is None else names)
    for name in wanted:
        hold_path(settings, name).unlink(missing_ok=True)
    _await(settings, wanted, up=True)


def _await(settings: Settings, names: list[str], *, up: bool) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        alive = running(settings).keys()
        if all((name in alive) == up for name in names):
            return
        time.sleep(LOOK_SECONDS / 2)
    raise DevnetError(f"the relayers of {', '.join(names)} did not {'start' if up else 'end'}")


def messages(settings: Settings, name: str) -> dict[str, int]:
    """How many messages of a protocol are in each state, as its relayer knows it."""
    path = outbox_path(settings.folder, name)
    if not path.exists():
        return {}
    outbox = Outbox(path)
    try:
        return outbox.counts()
    finally:
        outbox.close()

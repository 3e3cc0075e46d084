"""Launch, find and stop the five local chains."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from filelock import FileLock, Timeout
from pydantic import ValidationError

from quantera.devnet.network import DevnetError, LocalChain, State, lock_path, state_path
from quantera.devnet.settings import Settings
from quantera.devnet.supervisor import KEEP, Report

STOP_SECONDS = 15


@dataclass
class Running:
    """Five chains that run, by name. `keep` lets them outlive the block that launched them."""

    chains: dict[str, LocalChain]
    _supervisor: subprocess.Popen[str] = field(repr=False)

    def keep(self) -> None:
        """Leave the chains running until `stop`."""
        if self._supervisor.stdin is not None:
            self._supervisor.stdin.write(f"{KEEP}\n")
            self._supervisor.stdin.flush()
            self._supervisor.stdin.close()
            self._supervisor.stdin = None

    def _end(self) -> None:
        if self._supervisor.stdin is not None:
            self._supervisor.stdin.close()
            try:
                self._supervisor.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                # Its nodes end with it.
                self._supervisor.kill()
                self._supervisor.wait()


@contextmanager
def launch(settings: Settings | None = None) -> Iterator[Running]:
    """Start the five chains and end them with the block, unless it said `keep`.

    Raises:
        DevnetError: they run already, a port is in use, or a node did not start; nothing is left.
    """
    settings = settings or Settings.from_environment()
    settings.folder.mkdir(parents=True, exist_ok=True)
    with (settings.folder / "supervisor.log").open("w") as log:
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "quantera.devnet.supervisor", settings.model_dump_json()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            # Ctrl-C is for the caller, which then ends the chains in order.
            start_new_session=True,
        )
    running = Running({}, supervisor)
    try:
        running.chains = _await_report(supervisor, log.name)
        yield running
    finally:
        running._end()


def _await_report(supervisor: subprocess.Popen[str], log: str) -> dict[str, LocalChain]:
    line = supervisor.stdout.readline() if supervisor.stdout is not None else ""
    try:
        report = Report.model_validate_json(line)
    except ValidationError as error:
        raise DevnetError(f"the local chains ended before they were up: see {log}") from error
    if report.refusal is not None:
        raise DevnetError(report.refusal)
    return report.chains


def current(settings: Settings | None = None) -> State | None:
    """The network that runs from this folder, or nothing."""
    settings = settings or Settings.from_environment()
    if not settings.folder.is_dir():
        return None
    try:
        with FileLock(lock_path(settings), blocking=False):
            return None
    except Timeout:
        pass
    try:
        return State.model_validate_json(state_path(settings).read_bytes())
    except (OSError, ValidationError):
        # Between taking the lock and writing the state: it is about to be up, or about to fail.
        return None


def stop(settings: Settings | None = None) -> bool:
    """End the network that runs from this folder; returns whether there was one.

    Raises:
        DevnetError: it was told to end and did not.
    """
    settings = settings or Settings.from_environment()
    state = current(settings)
    if state is None:
        return False
    # The lock is held, so the process that wrote the state is alive and the id is its own.
    os.kill(state.supervisor, signal.SIGTERM)
    try:
        with FileLock(lock_path(settings), timeout=STOP_SECONDS):
            return True
    except Timeout as error:
        raise DevnetError(
            f"process {state.supervisor} still holds the local chains {STOP_SECONDS} s after "
            "it was told to end"
        ) from error

"""The five nodes themselves, held by one process."""

import os
import shutil
import socket
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import tenacity
from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict
from websockets.exceptions import WebSocketException

from quantera import chains
from quantera.chains import Chain
from quantera.devnet.settings import PORT_VARIABLE, Settings
from quantera.evm.anvil import Anvil, AnvilError
from quantera.evm.chain import TRANSACTION_GAS_LIMIT
from quantera.evm.rpc import Rpc, RpcError
from quantera.toolchain.workspace import environment

HOST = "127.0.0.1"
APE_NETWORK = "devnet"
"""The custom network of `ape-config.yaml` that has the real chain ids."""
HEALTH_SECONDS = 20
NO_ANSWER = (OSError, WebSocketException, RpcError)
"""How a node that is not up yet, or no more, fails to answer; a timeout is an OSError."""


class DevnetError(Exception):
    """The local chains cannot be started or stopped; the message is one sentence that says why."""


class LocalChain(BaseModel):
    """One running node."""

    model_config = ConfigDict(frozen=True)

    name: str
    chain_id: int
    url: str

    @property
    def chain(self) -> Chain:
        """Facts of the chain that this node stands in for."""
        return chains.get(self.name)

    @property
    def network_choice(self) -> str:
        """What Ape's `--network` and `parse_network_choice` take."""
        return f"{self.chain.network.ape_ecosystem}:{APE_NETWORK}:{self.url}"


class State(BaseModel):
    """What a running network says of itself in its folder: its holder, chains and settings."""

    supervisor: int
    chains: dict[str, LocalChain]
    settings: Settings


def _refuse_used_ports(settings: Settings) -> None:
    for chain, port in settings.ports():
        with socket.socket() as probe:
            # As anvil does it: a port that only lingers after its last owner is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise DevnetError(
                    f"port {port} ({chain.title}) cannot be had: {error.strerror}; "
                    f"choose five others in a row with --port or {PORT_VARIABLE}"
                ) from error


def _forget_earlier_chains() -> None:
    # Ape keeps what it learns of a network for ever; these begin anew, with the same addresses.
    kept = Path(environment()["APE_DATA_FOLDER"])
    for chain in chains.production():
        shutil.rmtree(kept / chain.network.ape_ecosystem / APE_NETWORK, ignore_errors=True)


@tenacity.retry(
    stop=tenacity.stop_after_delay(HEALTH_SECONDS),
    wait=tenacity.wait_exponential(multiplier=0.02, max=0.5),
    retry=tenacity.retry_if_exception_type(NO_ANSWER),
    reraise=True,
)
def _await_answer(local: LocalChain) -> None:
    rpc = Rpc(local.url, timeout=2)
    try:
        told = int(rpc("eth_chainId"), 16)
        rpc("eth_getBlockByNumber", "latest", False)
    finally:
        rpc.close()
    if told != local.chain_id:
        raise DevnetError(f"{local.url} answers for chain {told}, not {local.chain_id}")


class Network:
    """Five running anvils; a context manager.

    The lock in `settings.folder` is held for as long as they run, so whoever finds it free knows
    that nothing runs, whatever files were left behind.

    Raises:
        DevnetError: another network runs from this folder, a port is in use, or a node did not
            start; nothing is left running.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._held = ExitStack()
        try:
            self.chains = self._start()
        except BaseException:
            self._held.close()
            raise

    def _start(self) -> dict[str, LocalChain]:
        folder = self._settings.folder
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(lock_path(self._settings), blocking=False)
        try:
            self._held.enter_context(lock)
        except Timeout as error:
            raise DevnetError(
                "the local chains are running already; `ape run devnet down` stops them"
            ) from error
        _refuse_used_ports(self._settings)
        _forget_earlier_chains()
        started = {
            chain.name: self._start_node(chain, port) for chain, port in self._settings.ports()
        }
        for local in started.values():
            try:
                _await_answer(local)
            except NO_ANSWER as error:
                raise DevnetError(f"{local.name} does not answer on {local.url}") from error
        self._write_state(State(supervisor=os.getpid(), chains=started, settings=self._settings))
        return started

    def _start_node(self, chain: Chain, port: int) -> LocalChain:
        try:
            node = Anvil(
                chain.chain_id,
                *("--host", HOST),
                # At once with each transaction, and at the chain's own pace without.
                *("--block-time", str(self._settings.block_seconds(chain)), "--mixed-mining"),
                # anvil enforces EIP-7825 from Osaka on only; a block that holds no more does too.
                *("--gas-limit", str(TRANSACTION_GAS_LIMIT)),
                port=port,
            )
        except AnvilError as error:
            said = " ".join(str(error).split())
            raise DevnetError(f"{chain.title} on port {port}: {said}") from error
        self._held.enter_context(node)
        return LocalChain(name=chain.name, chain_id=chain.chain_id, url=node.url)

    def _write_state(self, state: State) -> None:
        path = state_path(self._settings)
        path.write_text(state.model_dump_json(indent=2) + "\n")
        self._held.callback(path.unlink, missing_ok=True)

    def close(self) -> None:
        """End the five nodes; may be called twice."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def lock_path(settings: Settings) -> str:
    """The file that a running network holds locked."""
    return str(settings.folder / "lock")


def state_path(settings: Settings) -> Path:
    """The file in which a running network says where its nodes are."""
    return settings.folder / "state.json"

"""Relayers as processes beside the nodes: killed, restarted, saved and put back with the chains."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from eth_utils.crypto import keccak

from quantera import chains, devnet
from quantera.devnet import (
    DevnetError,
    Settings,
    bridges,
    prices,
    protocols,
    standins,
    states,
)
from quantera.devnet.attached import AttachedChain
from quantera.devnet.protocols.process import final_depth
from quantera.devnet.settings import FOLDER_VARIABLE, PORT_VARIABLE
from quantera.evm import Contract
from scripts.devnet import cli
from tests.integration.devnet.bridging import NAMES, place_probes
from tests.integration.devnet.conftest import RANGE_START
from tests.integration.devnet.processes import processes_of, wait_until

LONGEST_UP_SECONDS = 60
MOST_MEMORY = 4 * 2**30
SOURCE, DESTINATION = "optimism", "arbitrum"


@dataclass
class Bridged:
    """A network with relayers, and probes on two of its chains."""

    settings: Settings
    seconds: float
    probes: dict[str, dict[str, Contract]]

    def send(self, protocol: str, payload: bytes) -> None:
        probe, to = self.probes[protocol][SOURCE], chains.get(DESTINATION).chain_id
        fee = probe.quote(to, payload, 200_000)
        probe.send(to, payload, 200_000, sender=probe.chain.actor("user"), value=fee)

    def taken(self, protocol: str, payload: bytes) -> int:
        probe = self.probes[protocol][DESTINATION]
        times: int = probe.timesTaken(chains.get(SOURCE).chain_id, keccak(payload))
        return times

    def arrives(self, protocol: str, payload: bytes) -> bool:
        return wait_until(lambda: self.taken(protocol, payload) == 1, 20)


@pytest.fixture(scope="module")
def bridged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bridged]:
    folder = tmp_path_factory.mktemp("relayed") / "devnet"
    settings = Settings(base_port=RANGE_START + 485, folder=folder, protocols=NAMES)
    begun = time.monotonic()
    with devnet.launch(settings) as running:
        bridges.resume(settings)
        seconds = time.monotonic() - begun
        nodes = {name: AttachedChain(local) for name, local in running.chains.items()}
        probes = {}
        for name in NAMES:
            protocol = protocols.read(folder, name, nodes)
            probes[name] = place_probes(protocol)
            protocols.write(folder, protocol)
        yield Bridged(settings, seconds, probes)
        for node in nodes.values():
            node.close()
    assert processes_of(settings) == []


def memory_of(settings: Settings) -> int:
    """Memory of all processes of a network, what they share counted once, in bytes."""
    marks = [str(settings.folder), *(f"--port {port} " for _, port in settings.ports())]
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if any(mark in line for mark in marks):
                rollup = (entry / "smaps_rollup").read_text()
                total += 1024 * int(rollup.partition("\nPss:")[2].split()[0])
        except OSError:
            continue
    return total


def test_it_is_up_within_a_minute_and_four_gibibytes(bridged: Bridged) -> None:
    assert bridged.seconds <= LONGEST_UP_SECONDS
    used = memory_of(bridged.settings)
    assert 100 * 2**20 < used < MOST_MEMORY


def test_feeds_and_wrapped_coins_are_there(bridged: Bridged) -> None:
    placed = standins.read(bridged.settings.folder)
    state = devnet.current(bridged.settings)
    assert state is not None
    assert placed.keys() == state.chains.keys()
    for name, found in placed.items():
        node = AttachedChain(state.chains[name])
        feed = node.at(found.coin_usd_feed, standins.FEED)
        assert feed.latestRoundData()[1] == prices.coin_usd(name)
        assert standins.wrapped_coin(name, node).decimals() == standins.COIN_DECIMALS
        node.close()


@pytest.mark.parametrize("protocol", NAMES)
def test_the_relayer_delivers_by_itself(bridged: Bridged, protocol: str) -> None:
    bridged.send(protocol, b"by itself")
    assert bridged.arrives(protocol, b"by itself")


@pytest.mark.parametrize("protocol", NAMES)
def test_a_killed_relayer_goes_on_where_it_was(bridged: Bridged, protocol: str) -> None:
    before = f"before the crash of {protocol}".encode()
    during = f"during the crash of {protocol}".encode()
    bridged.send(protocol, before)
    bridges.crash(bridged.settings, [protocol])
    assert protocol not in bridges.running(bridged.settings)
    bridged.send(protocol, during)
    time.sleep(0.5)
    assert bridged.taken(protocol, during) == 0
    bridges.resume(bridged.settings, [protocol])
    assert bridged.arrives(protocol, during)
    assert bridged.taken(protocol, before) == 1


def test_a_relayer_that_dies_is_started_again(bridged: Bridged) -> None:
    first = bridges.running(bridged.settings)["wormhole"]
    os.kill(first, signal.SIGKILL)
    assert wait_until(lambda: bridges.running(bridged.settings).get("wormhole", first) != first)
    bridged.send("wormhole", b"by another")
    assert bridged.arrives("wormhole", b"by another")


def settled(bridged: Bridged, protocol: str) -> bool:
    """Whether the relayer has noted all that it has delivered."""
    return bridges.messages(bridged.settings, protocol).keys() == {"delivered"}


def test_what_was_saved_can_be_put_back(bridged: Bridged, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    for protocol in NAMES:
        bridged.send(protocol, b"kept")
        assert bridged.arrives(protocol, b"kept")
        assert wait_until(partial(settled, bridged, protocol), 20)
    states.save(bridged.settings, saved)
    known = {name: bridges.messages(bridged.settings, name) for name in NAMES}
    for protocol in NAMES:
        bridged.send(protocol, b"undone")
        assert bridged.arrives(protocol, b"undone")
    # A file that belongs to what is undone would be read with what is put back.
    left = bridged.settings.folder / "relayers" / "left.db-wal"
    left.touch()
    states.restore(bridged.settings, saved)
    assert not left.exists()
    for protocol in NAMES:
        assert (bridged.taken(protocol, b"kept"), bridged.taken(protocol, b"undone")) == (1, 0)
        assert bridges.messages(bridged.settings, protocol) == known[protocol]
        bridged.send(protocol, b"afterwards")
        assert bridged.arrives(protocol, b"afterwards")


def test_a_folder_without_a_whole_state_is_not_put_back(bridged: Bridged, tmp_path: Path) -> None:
    (tmp_path / "polygon.state").write_text("0x")
    with pytest.raises(DevnetError, match=r"holds no state of ethereum, avalanche"):
        states.restore(bridged.settings, tmp_path)
    assert bridges.running(bridged.settings).keys() == set(NAMES)


def test_the_commands_crash_resume_and_show_relayers(bridged: Bridged) -> None:
    variables = {
        PORT_VARIABLE: str(bridged.settings.base_port),
        FOLDER_VARIABLE: str(bridged.settings.folder),
    }

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, arguments, env=variables)
        assert result.exit_code == 0, result.output
        return result.output

    run("crash", "ccip")
    assert "down" in run("status")
    run("resume", "ccip")
    assert "down" not in run("status")


def test_nothing_is_saved_when_nothing_runs(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(DevnetError, match="not running"):
        states.save(settings, tmp_path / "none")


def test_a_protocol_that_there_is_not_is_one_sentence(settings: Settings) -> None:
    wrong = settings.model_copy(update={"protocols": ("axelar", "pigeon")})
    expected = "^no protocol pigeon; there are axelar, wormhole, layerzero, ccip$"
    with pytest.raises(DevnetError, match=expected), devnet.launch(wrong):
        pass
    assert processes_of(settings) == []


def test_real_finality_is_that_of_the_public_chains() -> None:
    # Polygon by its own depth; Ethereum's 15 minutes or so in blocks of 12 seconds.
    polygon, ethereum = chains.get("polygon").timing, chains.get("ethereum").timing
    assert polygon.finality.depth is None or final_depth("polygon") == polygon.finality.depth
    seconds = final_depth("ethereum") * ethereum.block_time_ms / 1000
    assert 0 <= seconds - ethereum.finality.expected_seconds < 12

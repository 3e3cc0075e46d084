"""Starting and ending: nothing is ever left running that was not asked to stay."""

import os
import signal
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from quantera import devnet
from quantera.devnet import DevnetError, Settings
from quantera.devnet.settings import FOLDER_VARIABLE, PORT_VARIABLE
from quantera.evm.rpc import Rpc
from quantera.toolchain.workspace import ROOT, VENV
from scripts.devnet import cli
from tests.integration.devnet.processes import processes_of, wait_until

LAUNCHER = """
import signal, sys
from quantera import devnet
from quantera.devnet import Settings
with devnet.launch(Settings.model_validate_json(sys.argv[1])) as running:
    print("up", flush=True)
    signal.pause()
"""


def variables(settings: Settings) -> dict[str, str]:
    return {PORT_VARIABLE: str(settings.base_port), FOLDER_VARIABLE: str(settings.folder)}


def ape_run(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [VENV / "bin" / "ape", "run", "devnet", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables(settings)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def run_here(settings: Settings, *arguments: str) -> Result:
    """The same command in this process: Ape takes seconds to start."""
    return CliRunner().invoke(cli, arguments, env=variables(settings))


def test_the_chains_end_with_the_block(settings: Settings) -> None:
    with devnet.launch(settings) as running:
        assert len(running.chains) == 5
        assert sum("--chain-id" in line for line in processes_of(settings)) >= 5
        assert devnet.current(settings) is not None
    assert processes_of(settings) == []
    assert devnet.current(settings) is None


def test_the_chains_end_with_an_error_in_the_block(settings: Settings) -> None:
    with pytest.raises(ZeroDivisionError), devnet.launch(settings):
        _ = 1 // 0
    assert processes_of(settings) == []


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_chains_end_with_the_process_that_launched_them(
    settings: Settings, way: signal.Signals
) -> None:
    launcher = subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, settings.model_dump_json()],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert launcher.stdout is not None
    assert launcher.stdout.readline() == "up\n"
    launcher.send_signal(way)
    launcher.wait(20)
    assert wait_until(lambda: processes_of(settings) == []), processes_of(settings)
    assert devnet.current(settings) is None


def test_the_nodes_end_with_a_killed_supervisor(settings: Settings) -> None:
    with devnet.launch(settings) as running:
        running.keep()
    state = devnet.current(settings)
    assert state is not None
    os.kill(state.supervisor, signal.SIGKILL)
    assert wait_until(lambda: processes_of(settings) == []), processes_of(settings)
    # Its file is still there, but nothing holds the lock: a new network can start.
    assert devnet.current(settings) is None
    assert not devnet.stop(settings)
    with devnet.launch(settings) as again:
        assert len(again.chains) == 5


def test_kept_chains_stay_until_they_are_stopped(settings: Settings) -> None:
    with devnet.launch(settings) as running:
        running.keep()
        url = running.chains["polygon"].url
    try:
        assert int(Rpc(url)("eth_chainId"), 16) == 137
    finally:
        assert devnet.stop(settings)
    assert wait_until(lambda: processes_of(settings) == [])
    assert not devnet.stop(settings)


def test_a_second_network_in_the_same_folder_is_refused(settings: Settings) -> None:
    with devnet.launch(settings) as running:
        with pytest.raises(DevnetError, match="running already"), devnet.launch(settings):
            pass
        assert int(Rpc(running.chains["optimism"].url)("eth_chainId"), 16) == 10


def test_the_commands_start_show_and_end_them(settings: Settings) -> None:
    assert run_here(settings, "status").exit_code == 1
    up = ape_run(settings, "up")
    try:
        assert up.returncode == 0, up.stderr
        assert f"avalanche:devnet:http://127.0.0.1:{settings.base_port + 2}" in up.stdout
        shown = run_here(settings, "status")
        assert (shown.exit_code, shown.output) == (0, up.stdout)
    finally:
        down = run_here(settings, "down")
    assert "have ended" in down.output
    assert wait_until(lambda: processes_of(settings) == [])


def test_a_port_in_use_is_one_sentence_and_nothing_is_left(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", settings.base_port + 3)):
        refused = run_here(settings, "up")
    assert refused.exit_code == 1
    assert refused.output.strip().splitlines() == [
        f"Error: port {settings.base_port + 3} (Arbitrum One) cannot be had: "
        f"Address already in use; choose five others in a row with --port or {PORT_VARIABLE}"
    ]
    assert processes_of(settings) == []
    assert not (settings.folder / "state.json").exists()


def test_a_node_that_cannot_start_is_one_sentence_and_nothing_is_left(settings: Settings) -> None:
    # No chain is that slow: anvil refuses the option.
    idle = settings.model_copy(update={"pace": 1e-30})
    expected = r"^Ethereum on port \d+: .*--block-time"
    with pytest.raises(DevnetError, match=expected) as refused, devnet.launch(idle):
        pass
    assert "\n" not in str(refused.value)
    assert processes_of(settings) == []

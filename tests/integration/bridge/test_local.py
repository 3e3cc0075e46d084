"""Bridges on the local chains as `ape run devnet up` starts them: relayers in processes of their
own deliver what the commands send."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from quantera import devnet
from quantera.bridge import local
from quantera.bridge.endpoints import SHORT_NAMES
from quantera.bridge.settings import SettingsError, load
from quantera.devnet import Settings
from quantera.devnet.network import State
from scripts.bridge import cli
from tests.integration.bridge.test_live import PORT

WAIT_SECONDS = 60


def run(*arguments: str, fails: bool = False) -> str:
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == (1 if fails else 0), done.output
    return done.output.strip()


def credited(config: str, sent: str) -> bool:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        if "credited" in run("track", "--config", config, sent):
            return True
        time.sleep(0.2)
    return False


def test_the_running_relayers_deliver_what_the_commands_send(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "devnet"
    settings = Settings(base_port=PORT + 5, folder=folder, protocols=tuple(SHORT_NAMES))
    monkeypatch.setenv("QUANTERA_DEVNET_FOLDER", str(folder))
    monkeypatch.setenv("QUANTERA_DEVNET_PORT", str(settings.base_port))
    assert "not running" in run("local", fails=True)
    with devnet.launch(settings):
        config = run("local")
        investor = load(Path(config)).account
        assert investor is not None
        to = ("--to", "polygon", "--recipient", str(investor.unlocked))
        sent = [
            run(
                *("send", "--config", config, "--asset", "TKN", "--amount", "2"),
                *("--from", "avalanche", *to, "--over", name),
            )
            for name in SHORT_NAMES
        ]
        assert all(credited(config, one) for one in sent)
        assert "from avalanche: 4 transfers" in run("track", "--config", config)


def test_chains_without_all_protocols_are_refused(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, protocols=("axelar", "ccip"))
    with pytest.raises(SettingsError, match="run without layerzero, wormhole"):
        local.deploy(State(supervisor=1, chains={}, settings=settings))

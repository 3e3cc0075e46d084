"""Ape's own commands on each of the five ecosystems."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from quantera import chains, devnet
from quantera.chains import Chain
from quantera.devnet import Running, Settings
from quantera.toolchain.workspace import ROOT, STATE, VENV

# Apart from the ranges in which the tests of the local chains look for ports.
PORT = 26000 + 10 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
TINY_TEST = """
def test_a_transfer(accounts, chain, project):
    giver, taker = accounts[0], accounts[1]
    before = taker.balance
    assert giver.transfer(taker, 7).status == 1
    assert taker.balance == before + 7
    assert chain.provider.network.ecosystem.name == "{ecosystem}"
    assert chain.provider.name == "foundry"
    manager = giver.deploy(project.QuanteraAccessManager, giver, 1)
    assert manager.profile() == 1
"""
CONSOLE = "print('id', chain.provider.chain_id, chain.provider.network.ecosystem.name)\n"


def ape(*arguments: str | Path, typed: str = "", **changes: str) -> str:
    """Run an Ape command, hold it to success, and return what it printed."""
    # Ape rewrites its manifest in place: two of its commands at once read it half-written.
    with FileLock(STATE / "ape-tests.lock"):
        done = subprocess.run(
            [VENV / "bin" / "ape", *arguments],
            cwd=ROOT,
            env={**os.environ, **changes},
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    settings = Settings(base_port=PORT, folder=tmp_path_factory.mktemp("devnet"))
    with devnet.launch(settings) as network:
        yield network


@pytest.fixture(params=chains.production(), ids=lambda chain: chain.name)
def chain(request: pytest.FixtureRequest) -> Chain:
    found: Chain = request.param
    return found


def test_compile_leaves_ours_nothing_to_do() -> None:
    ours = (VENV / "bin" / "python", "-m", "quantera.toolchain.compile")
    subprocess.run(ours, cwd=ROOT, check=True, capture_output=True)
    ape("compile")
    done = subprocess.run(ours, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("0 source(s) compiled")


def test_test(chain: Chain, tmp_path: Path) -> None:
    ecosystem = chain.network.ape_ecosystem
    file = tmp_path / "test_tiny.py"
    file.write_text(TINY_TEST.format(ecosystem=ecosystem))
    said = ape("test", "--network", f"{ecosystem}:local:foundry", file)
    assert "1 passed" in said


def test_console(chain: Chain, running: Running, tmp_path: Path) -> None:
    local = running.chains[chain.name]
    home = tmp_path / "home"
    home.mkdir()
    said = ape("console", "--network", local.network_choice, typed=CONSOLE, HOME=str(home))
    assert f"id {chain.chain_id} {chain.network.ape_ecosystem}" in said
    # Nothing is written at home, IPython's history included.
    assert list(home.rglob("*")) == []


def test_run_lists_the_commands() -> None:
    # `ape run demo` runs on all five; its own tests are with those of the local chains.
    said = ape("run", "--help")
    for command in ("analyse", "demo", "devnet", "fuzz"):
        assert command in said

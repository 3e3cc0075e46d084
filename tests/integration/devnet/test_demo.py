"""The demo as a user runs it: what it keeps, what it leaves, what it says when it cannot go on."""

import json
import os
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from eth_utils.crypto import keccak
from rich.console import Console

from quantera import artifacts, chains, demo, devnet
from quantera.access import Profile
from quantera.demo.chapters import STORY, Scene
from quantera.demo.manifested import disagreement
from quantera.demo.record import Record
from quantera.demo.stage import Stage
from quantera.demo.story import RECORD
from quantera.deployments import Manifest
from quantera.devnet import Settings
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import APE_NETWORK
from quantera.devnet.settings import DEFAULT_BASE_PORT, FOLDER_VARIABLE, PORT_VARIABLE
from quantera.evm import Contract
from quantera.evm.rpc import Rpc
from quantera.release.conditions import IMPLEMENTATION_SLOT
from quantera.toolchain import compiler, compiler_input
from quantera.toolchain.workspace import ROOT, VENV
from tests.integration.devnet.processes import processes_of, wait_until

LONGEST_SECONDS = 180
BEGINNING = STORY[:2]
"""Compile, and start the chains."""
RECORDED = ("QuanteraAccessManager", "UpgradeableProbe")


def environment(settings: Settings, tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        PORT_VARIABLE: str(settings.base_port),
        FOLDER_VARIABLE: str(settings.folder),
        "APE_DATA_FOLDER": str(tmp_path / "ape"),
    }


def start(settings: Settings, tmp_path: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [VENV / "bin" / "ape", "run", "demo", "--folder", tmp_path / "demo", *options],
        cwd=ROOT,
        env=environment(settings, tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    output, errors = process.communicate(timeout=LONGEST_SECONDS)
    return process.returncode, output, errors


def told(settings: Settings, tmp_path: Path, *scenes: Scene, keep: bool = False) -> Record:
    console = Console(width=200)
    return demo.tell(settings, keep=keep, console=console, folder=tmp_path / "demo", story=scenes)


def test_it_leaves_nothing_running(settings: Settings, tmp_path: Path) -> None:
    record = told(settings, tmp_path, *BEGINNING)
    assert record.chains == {name: chains.get(name).chain_id for name in chains.PRODUCTION}
    assert Record.load(tmp_path / "demo" / RECORD) == record
    assert processes_of(settings) == []


def test_kept_chains_answer_where_it_says(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        told(settings, tmp_path, *BEGINNING, keep=True)
        shown = capsys.readouterr().out
        assert "The chains stay" in shown
        state = devnet.current(settings)
        assert state is not None
        for name, local in state.chains.items():
            assert f"{name}: chain id {local.chain_id}, {local.url}" in shown
            assert f"ape console --network {local.network_choice}" in shown
            rpc = Rpc(local.url)
            assert int(rpc("eth_chainId"), 16) == local.chain_id
            rpc.close()
        assert f"{PORT_VARIABLE}={settings.base_port}" in shown
    finally:
        devnet.stop(settings)
    assert wait_until(lambda: processes_of(settings) == [])


@pytest.mark.parametrize("begun", ["[1/", "[2/"], ids=("chains start", "release"))
def test_an_interrupt_leaves_no_process(settings: Settings, tmp_path: Path, begun: str) -> None:
    """What is interrupted is the chapter after the one that was just told."""
    process = start(settings, tmp_path, "--keep")
    assert process.stdout is not None
    while (line := process.stdout.readline()) and begun not in line:
        pass
    assert line, "the demo ended before the chapter"
    process.send_signal(signal.SIGINT)
    status, _, errors = finish(process)
    assert status != 0
    assert "Traceback" not in errors
    assert wait_until(lambda: processes_of(settings) == []), processes_of(settings)


def test_a_port_in_use_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", settings.base_port)):
        status, _, errors = finish(start(settings, tmp_path))
    assert status == 1
    (sentence,) = errors.strip().splitlines()
    chapter = STORY[1].title
    port = f"port {settings.base_port} (Ethereum) cannot be had"
    assert sentence.startswith(f"Error: {chapter}: DevnetError: {port}")
    assert processes_of(settings) == []


def probe(stage: Stage) -> tuple[AttachedChain, Contract, Manifest]:
    """A contract behind a proxy on Polygon, and its manifest."""
    chain = stage.chains["polygon"]
    manager, governor = "QuanteraAccessManager", chain.actor("governor")
    access = chain.deploy(manager, governor, Profile.LOCAL, sender=governor)
    logic = chain.deploy("UpgradeableProbe")
    proxy = chain.deploy("ManagedProxy", logic, logic.initialize.encode(access, 1_000))

    def creation(made: Contract) -> dict[str, Any]:
        assert made.deployment is not None
        sent = made.deployment.transaction_hash
        receipt = chain.rpc("eth_getTransactionReceipt", sent)
        return {
            "address": made.address,
            "transaction_hash": sent,
            "block_number": int(receipt["blockNumber"], 16),
            "block_hash": receipt["blockHash"],
            "gas_used": int(receipt["gasUsed"], 16),
        }

    manifest = Manifest.model_validate(
        {
            "contract": "UpgradeableProbe",
            "chain": "polygon",
            "chain_id": 137,
            "profile": "local",
            "address": proxy.address,
            "proxy": creation(proxy),
            "implementation": creation(logic),
            "constructor": {},
            "initialization": None,
            "compiler_version": "0.8.37",
            "compiler_input_hash": "0" * 64,
            "abi_hash": "0" * 64,
            "code_hash": "0x" + keccak(chain.code(logic)).hex(),
            "git_commit": "0" * 40,
        }
    )
    return chain, logic, manifest


def test_what_manifests_say_is_asked_of_the_chain(settings: Settings, tmp_path: Path) -> None:
    def compare(stage: Stage) -> None:
        chain, logic, manifest = probe(stage)
        assert disagreement(manifest, chain) is None
        assert "chain id is 1" in str(disagreement(manifest, stage.chains["ethereum"]))
        for change in ({"gas_used": 21_000}, {"block_hash": "0x" + "1" * 64}):
            other = manifest.implementation.model_copy(update=change)
            changed = manifest.model_copy(update={"implementation": other})
            assert "another block, or with other gas" in str(disagreement(changed, chain))
        unknown = manifest.implementation.model_copy(update={"transaction_hash": "0x" + "1" * 64})
        changed = manifest.model_copy(update={"extensions": {"Other": unknown}})
        assert "is in no block" in str(disagreement(changed, chain))
        with chain.rollback():
            chain.set_code(logic, b"\x00")
            assert "not the one that was recorded" in str(disagreement(manifest, chain))
        chain.set_storage(manifest.address, IMPLEMENTATION_SLOT, int(manifest.address, 16))
        assert f"runs {manifest.address}" in str(disagreement(manifest, chain))

    told(settings, tmp_path, *BEGINNING, Scene("Compare", compare))


def test_a_chapter_that_fails_ends_the_chains(settings: Settings, tmp_path: Path) -> None:
    def failing(stage: Stage) -> None:
        stage.chains["polygon"].rpc("no_such_method")

    with pytest.raises(demo.ChapterError, match=r"^Ask for too much: RpcError: "):
        told(settings, tmp_path, *BEGINNING, Scene("Ask for too much", failing))
    assert processes_of(settings) == []


@pytest.mark.parametrize("contract", RECORDED)
def test_the_recorded_compiler_input_yields_the_deployed_code(contract: str) -> None:
    artifact = artifacts.load(contract)
    content = compiler_input.of_contract(contract)
    done = subprocess.run(
        [compiler.executable(), "--standard-json", "--base-path", ROOT],
        input=json.dumps(content),
        capture_output=True,
        text=True,
        check=True,
    )
    compiled = json.loads(done.stdout)["contracts"][artifact.source_id][contract]
    assert bytes.fromhex(compiled["evm"]["bytecode"]["object"]) == artifact.creation_code
    changed = json.loads(json.dumps(content))
    changed["settings"]["optimizer"]["runs"] += 1
    assert compiler_input.digest(changed) != compiler_input.hash_of(contract)


def test_apes_configuration_names_the_ports_and_ids_of_the_local_chains() -> None:
    config = yaml.safe_load((ROOT / "ape-config.yaml").read_text())
    listed = {entry["ecosystem"]: entry for entry in config["networks"]["custom"]}
    for at, chain in enumerate(chains.production()):
        ecosystem = chain.network.ape_ecosystem
        assert listed[ecosystem]["name"] == APE_NETWORK
        assert listed[ecosystem]["chain_id"] == chain.chain_id
        assert config["node"][ecosystem][APE_NETWORK]["uri"] == (
            f"http://127.0.0.1:{DEFAULT_BASE_PORT + at}"
        )
        # A public network must wait for Ape's usual number of confirmations.
        assert chain.network.ape_network not in config[ecosystem]

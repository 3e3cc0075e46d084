"""The demo as a user runs it: what it prints, what it records, what it leaves."""

import json
import os
import re
import signal
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from eth_abi.abi import decode
from eth_utils.crypto import keccak

from quantera import artifacts, chains, demo, deployments, devnet
from quantera.demo import story
from quantera.demo.contracts import DEPLOYED, FIRST_LIMIT
from quantera.devnet import Settings
from quantera.devnet.network import APE_NETWORK
from quantera.devnet.settings import DEFAULT_BASE_PORT, FOLDER_VARIABLE, PORT_VARIABLE
from quantera.evm.rpc import Rpc
from quantera.toolchain import compiler, compiler_input
from quantera.toolchain.workspace import ROOT, VENV
from tests.integration.devnet.processes import processes_of, wait_until

ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
LONGEST_SECONDS = 180


def environment(settings: Settings, tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        PORT_VARIABLE: str(settings.base_port),
        FOLDER_VARIABLE: str(settings.folder),
        "APE_DATA_FOLDER": str(tmp_path / "ape"),
    }


def start(settings: Settings, tmp_path: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [VENV / "bin" / "ape", "run", "demo", *options],
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


def test_it_deploys_on_all_five_and_leaves_nothing_running(
    settings: Settings, tmp_path: Path
) -> None:
    status, output, errors = finish(start(settings, tmp_path))
    assert status == 0, errors
    shown = {
        tuple(line.split()[:2]): line.split()[2]
        for line in output.splitlines()
        if ADDRESS.search(line)
    }
    assert shown.keys() == {(name, p.contract) for name in chains.PRODUCTION for p in DEPLOYED}
    for (chain, contract), address in shown.items():
        manifest = deployments.read(deployments.DEPLOYMENTS / f"local-{chain}" / f"{contract}.json")
        assert (manifest.address, manifest.chain_id) == (address, chains.get(chain).chain_id)
    assert processes_of(settings) == []


def test_kept_chains_answer_with_what_the_manifests_say(settings: Settings, tmp_path: Path) -> None:
    status, output, errors = finish(start(settings, tmp_path, "--keep"))
    try:
        assert status == 0, errors
        assert "The chains stay" in output
        state = devnet.current(settings)
        assert state is not None
        for name, local in state.chains.items():
            folder = deployments.DEPLOYMENTS / f"local-{name}"
            manifest = deployments.read(folder / "UpgradeableProbe.json")
            assert manifest.proxy is not None
            assert manifest.initialization is not None
            assert manifest.initialization.function == "initialize(address,uint256)"
            rpc = Rpc(local.url)
            call = {"to": manifest.address, "data": "0x" + keccak(text="limit()")[:4].hex()}
            (limit,) = decode(["uint256"], bytes.fromhex(rpc("eth_call", call, "latest")[2:]))
            assert limit == FIRST_LIMIT
            code = rpc("eth_getCode", manifest.implementation.address, "latest")
            assert manifest.code_hash == "0x" + keccak(hexstr=code).hex()
            receipt = rpc("eth_getTransactionReceipt", manifest.proxy.transaction_hash)
            assert int(receipt["gasUsed"], 16) == manifest.proxy.gas_used
            assert receipt["blockHash"] == manifest.proxy.block_hash
    finally:
        devnet.stop(settings)
    assert wait_until(lambda: processes_of(settings) == [])


def test_an_interrupt_leaves_no_process(settings: Settings, tmp_path: Path) -> None:
    process = start(settings, tmp_path, "--keep")
    assert process.stdout is not None
    while (line := process.stdout.readline()) and "[2/5]" not in line:
        pass
    assert line, "the demo ended before the step"
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
    assert sentence.startswith(f"Error: port {settings.base_port} (Ethereum) cannot be had")
    assert processes_of(settings) == []


def test_a_contract_that_answers_wrongly_fails_the_demo(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The proxy is initialised with another limit than the one that is looked for afterwards.
    monkeypatch.setattr("quantera.demo.contracts.FIRST_LIMIT", FIRST_LIMIT + 1)
    (*before, probe) = DEPLOYED
    arguments = ("initialize", lambda site: (site.address(before[0].contract), FIRST_LIMIT))
    monkeypatch.setattr(story, "DEPLOYED", (*before, replace(probe, initializer=arguments)))
    with pytest.raises(demo.DemoError, match=r"^ethereum: UpgradeableProbe: .* limit is 1000$"):
        demo.tell(settings)
    assert processes_of(settings) == []


@pytest.mark.parametrize("contract", [planned.contract for planned in DEPLOYED])
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

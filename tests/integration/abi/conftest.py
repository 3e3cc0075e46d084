"""The packages as an integrator gets them, and a chain on which one contract is deployed."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from web3 import Web3

import quantera
from quantera import artifacts
from quantera.abi import generate
from quantera.abi.canonical import abi_hash, content_hash
from quantera.abi.surface import production, surfaces
from quantera.deployments import Arguments, Creation, Manifest, address_book, write
from quantera.evm.anvil import Anvil
from quantera.toolchain.workspace import ROOT

CHAIN_ID = 31337
CONTRACT = "QuanteraAccessManager"
LOCAL_PROFILE = 1


@dataclass(frozen=True)
class Published:
    """A checkout whose ABI packages know the deployed contract, and the node it is deployed on."""

    root: Path
    url: str
    content_hash: str


def _deployed(url: str) -> Manifest:
    w3 = Web3(Web3.HTTPProvider(url))
    administrator = w3.eth.accounts[0]
    artifact = artifacts.load(CONTRACT)
    contract = w3.eth.contract(abi=artifact.abi, bytecode=artifact.creation_code)
    constructor = contract.constructor(administrator, LOCAL_PROFILE)
    receipt = w3.eth.wait_for_transaction_receipt(constructor.transact({"from": administrator}))
    inputs = next(entry["inputs"] for entry in artifact.abi if entry["type"] == "constructor")
    address = receipt["contractAddress"]
    assert address is not None
    data = bytes(w3.eth.get_transaction(receipt["transactionHash"])["input"])
    return Manifest(
        contract=CONTRACT,
        chain="anvil",
        chain_id=CHAIN_ID,
        profile="testnet",
        address=address,
        proxy=None,
        implementation=Creation(
            address=address,
            transaction_hash=receipt["transactionHash"].to_0x_hex(),
            block_number=receipt["blockNumber"],
            block_hash=receipt["blockHash"].to_0x_hex(),
            gas_used=receipt["gasUsed"],
        ),
        constructor=Arguments.of_constructor(inputs, data[len(artifact.creation_code) :]),
        initialization=None,
        compiler_version="0.8.37",
        compiler_input_hash="0" * 64,
        abi_hash=abi_hash(artifact.abi),
        code_hash=Web3.keccak(w3.eth.get_code(address)).to_0x_hex(),
        git_commit="0" * 40,
    )


def _stage(root: Path) -> str:
    """Copy what the packages are built from, and generate with the addresses known there."""
    shutil.copytree(
        ROOT / "quantera", root / "quantera", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(
        ROOT / generate.TYPESCRIPT_PACKAGE,
        root / generate.TYPESCRIPT_PACKAGE,
        ignore=shutil.ignore_patterns("dist"),
    )
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root)
    contracts = surfaces(production(artifacts.load_all().values()))
    files = generate.render(contracts, address_book(root / "deployments"), quantera.__version__)
    generate.write(files, root)
    return content_hash({contract.name: contract.abi for contract in contracts})


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    root = tmp_path_factory.mktemp("published")
    with Anvil(CHAIN_ID) as node:
        write(_deployed(node.url), root / "deployments")
        yield Published(root, node.url, _stage(root))

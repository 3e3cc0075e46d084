"""Local manifests of what the demo deployed, and whether the chain still agrees with them."""

import subprocess

import ape
from ape.api import ReceiptAPI
from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.abi.canonical import AbiEntry, abi_hash
from quantera.demo.site import Deployed, Site
from quantera.deployments import LOCAL_PROFILE, Arguments, Creation, Initialization, Manifest
from quantera.toolchain import compiler, compiler_input
from quantera.toolchain.workspace import ROOT


def _commit() -> str:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    dirty = "-dirty" if git("status", "--porcelain") else ""
    return git("rev-parse", "HEAD") + dirty


def _creation(receipt: ReceiptAPI) -> Creation:
    return Creation(
        address=receipt.contract_address,
        transaction_hash=receipt.txn_hash,
        block_number=receipt.block_number,
        block_hash=ape.chain.blocks[receipt.block_number].hash.to_0x_hex(),
        gas_used=receipt.gas_used,
    )


def _code_hash(address: str) -> str:
    return "0x" + keccak(bytes(ape.chain.provider.get_code(address))).hex()


def _initialization(
    deployed: Deployed, entries: dict[tuple[str, str | None], AbiEntry]
) -> Initialization | None:
    if deployed.initialization is None:
        return None
    function, call = deployed.initialization
    return Initialization.of_call(entries["function", function], call)


def describe(site: Site, contract: str) -> Manifest:
    """The manifest of one contract on the chain that `site` is connected to."""
    deployed = site.deployed[contract]
    artifact = artifacts.load(contract)
    entries = {(entry["type"], entry.get("name")): entry for entry in artifact.abi}
    constructor = entries.get(("constructor", None), {}).get("inputs", [])
    created = bytes(deployed.implementation.data)
    return Manifest(
        contract=contract,
        chain=site.local.name,
        chain_id=site.local.chain_id,
        profile=LOCAL_PROFILE,
        address=deployed.handle.address,
        proxy=None if deployed.proxy is None else _creation(deployed.proxy),
        implementation=_creation(deployed.implementation),
        constructor=Arguments.of_constructor(constructor, created[len(artifact.creation_code) :]),
        initialization=_initialization(deployed, entries),
        compiler_version=compiler.settings().version,
        compiler_input_hash=compiler_input.hash_of(contract),
        abi_hash=abi_hash(artifact.abi),
        code_hash=_code_hash(deployed.implementation.contract_address),
        git_commit=_commit(),
    )


def disagreement(manifest: Manifest) -> str | None:
    """How the connected chain differs from a manifest, or nothing.

    What stands behind the proxy is read from the chain, not from what the demo remembers.
    """
    provider = ape.chain.provider
    if provider.chain_id != manifest.chain_id:
        return f"the node's chain id is {provider.chain_id}, the manifest's {manifest.chain_id}"
    behind = manifest.address
    if manifest.proxy is not None:
        found = provider.network.ecosystem.get_proxy_info(manifest.address)
        if found is None:
            return f"there is no proxy at {manifest.address}"
        behind = found.target
    if behind != manifest.implementation.address:
        return f"{manifest.address} runs {behind}, not {manifest.implementation.address}"
    if _code_hash(behind) != manifest.code_hash:
        return f"the code at {behind} is not the one that was recorded"
    return None

"""Whether a chain still is what a manifest says of it."""

from collections.abc import Iterator

from eth_utils.crypto import keccak

from quantera import deployments
from quantera.deployments import DEPLOYMENTS, LOCAL_PREFIX, Creation, Manifest
from quantera.devnet.attached import AttachedChain
from quantera.evm import to_address
from quantera.release.conditions import IMPLEMENTATION_SLOT


def manifests(chain: str) -> Iterator[Manifest]:
    """All manifests of a local chain.

    Raises:
        ManifestError: one is not valid.
    """
    for path in sorted((DEPLOYMENTS / f"{LOCAL_PREFIX}{chain}").glob("*.json")):
        yield deployments.read(path)


def disagreement(manifest: Manifest, chain: AttachedChain) -> str | None:
    """How a chain differs from a manifest, or nothing.

    What stands behind a proxy, its code, and what creations cost are read from the chain.
    """
    if chain.chain_id != manifest.chain_id:
        return f"the node's chain id is {chain.chain_id}, the manifest's {manifest.chain_id}"
    behind = manifest.address
    if manifest.proxy is not None:
        behind = to_address(chain.storage(behind, IMPLEMENTATION_SLOT).to_bytes(32)[12:])
    if behind != manifest.implementation.address:
        return f"{manifest.address} runs {behind}, not {manifest.implementation.address}"
    if "0x" + keccak(chain.code(behind)).hex() != manifest.code_hash:
        return f"the code at {behind} is not the one that was recorded"
    created = [manifest.implementation, *manifest.extensions.values()]
    created += [] if manifest.proxy is None else [manifest.proxy]
    return next(filter(None, (_otherwise(one, chain) for one in created)), None)


def _otherwise(creation: Creation, chain: AttachedChain) -> str | None:
    receipt = chain.rpc("eth_getTransactionReceipt", creation.transaction_hash)
    if receipt is None:
        return f"{creation.transaction_hash} is in no block"
    told = int(receipt["gasUsed"], 16), receipt["blockHash"]
    if told != (creation.gas_used, creation.block_hash):
        return f"{creation.address} was created in another block, or with other gas"
    return None

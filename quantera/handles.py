"""The contracts deployed on a chain, as `ape console` and scripts of Ape call them."""

import json
from pathlib import Path

from ape import Contract
from ape.contracts import ContractInstance

from quantera.deployments import DEPLOYMENTS, LOCAL_PROFILE, read_all
from quantera.toolchain.workspace import ROOT

ABIS = ROOT / "quantera" / "abi" / "generated" / "json"


def handles(chain_id: int, *, local: bool, root: Path = DEPLOYMENTS) -> dict[str, ContractInstance]:
    """Every contract that a manifest names on a chain, by name, with its extensions' functions.

    Args:
        chain_id: of the connected chain.
        local: whether it is a local chain, whose manifests are apart from the public one's.
        root: folder of the manifests.

    Raises:
        ManifestError: a manifest is not valid.
    """
    found = {}
    for manifest in read_all(root):
        file = ABIS / f"{manifest.contract}.json"
        is_local = manifest.profile == LOCAL_PROFILE
        if manifest.chain_id == chain_id and is_local is local and file.is_file():
            found[manifest.contract] = Contract(
                manifest.address, abi=json.loads(file.read_text(encoding="utf-8"))
            )
    return found

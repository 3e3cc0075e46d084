"""The reference data beside the tables that the protocols' own packages ship.

`python -m quantera.bridge.tables` fetches the packages as they are pinned here, refuses one whose
bytes are others, and says where the data differs. Wormhole's is installed; the others are fetched
by npm into a folder that is kept.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from quantera import chains
from quantera.chains import Chain
from quantera.toolchain.workspace import NODE_MODULES, ROOT

CACHE = ROOT / ".quantera" / "tables"
WORMHOLE_TABLE = "@certusone/wormhole-sdk/lib/cjs/utils/consts.js"
Facts = Mapping[str, str]
"""What a table says of a chain, by the names that `told` gives the same facts."""


class TableError(Exception):
    """A package cannot be had, is not the one that is pinned, or is written in another way."""


@dataclass(frozen=True)
class Package:
    """An archive of the npm registry.

    Attributes:
        name: with its version.
        integrity: SHA-512 of the archive as npm writes it.
        file: the table in it.
        read: the facts that the table has, by EIP-155 chain id.
        lacks: names of the chains that the table says nothing of.
    """

    name: str
    integrity: str
    file: str
    read: Callable[[str], dict[int, Facts]]
    lacks: tuple[str, ...] = ()

    @property
    def archive(self) -> str:
        """Name of the file that npm packs it into."""
        scope, version = self.name.removeprefix("@").rsplit("@", 1)
        return f"{scope.replace('/', '-')}-{version}.tgz"


def told(chain: Chain) -> dict[str, str]:
    """What our data says of a chain, by the names that tables are read with."""
    return {
        "ccip selector": str(chain.ccip.chain_selector),
        "ccip router": chain.ccip.router,
        "ccip rmn proxy": chain.ccip.rmn_proxy,
        "ccip token admin registry": chain.ccip.token_admin_registry,
        "layerzero eid": str(chain.layerzero.eid),
        "wormhole chain id": str(chain.wormhole.chain_id),
        "wormhole core": chain.wormhole.core,
        "wormhole token bridge": chain.wormhole.token_bridge,
        "axelar name": chain.axelar.chain_name,
        "axelar gateway": chain.axelar.gateway,
        "axelar gas service": chain.axelar.gas_service,
    }


# -- readers --------------------------------------------------------------------------------------


def read_ccip(text: str) -> dict[int, Facts]:
    """Chainlink's `Register.sol`."""
    fields = {
        "chainSelector": "ccip selector",
        "routerAddress": "ccip router",
        "rmnProxyAddress": "ccip rmn proxy",
        "tokenAdminRegistryAddress": "ccip token admin registry",
    }
    blocks = re.findall(
        r"s_networkDetails\[(\d+)\] = NetworkDetails\(\{(.*?)\}\);", text, re.DOTALL
    )
    found: dict[int, Facts] = {}
    for chain_id, block in blocks:
        entries = dict(re.findall(r"(\w+): (?:address\()?(\w+)\)?", block))
        found[int(chain_id)] = {ours: entries[theirs] for theirs, ours in fields.items()}
    return found


def read_layerzero(text: str) -> dict[int, Facts]:
    """LayerZero's endpoint ids, which are named after its own chain names."""
    names = {chain.name.upper(): chain for chain in chains.production()}
    found: dict[int, Facts] = {}
    for name, eid in re.findall(r'\["(\w+)_V2_MAINNET"\] = (\d+)\]', text):
        if name in names:
            found[names[name].chain_id] = {"layerzero eid": eid}
    return found


def read_wormhole(text: str) -> dict[int, Facts]:
    """Wormhole's numbers and contracts on the main networks."""
    numbers = dict(re.findall(r"^    (\w+): (\d+),$", text, re.MULTILINE))
    mainnet = re.search(r"^const MAINNET = \{\n(.*?)^\};$", text, re.MULTILINE | re.DOTALL)
    if mainnet is None:
        raise TableError("Wormhole's table has no main networks")
    found: dict[int, Facts] = {}
    for chain in chains.production():
        entry = re.search(rf"^    {chain.name}: \{{(.*?)^    \}}", mainnet[1], re.M | re.S)
        if entry is None or chain.name not in numbers:
            continue
        contracts = dict(re.findall(r'(\w+): "(\w+)"', entry[1]))
        found[chain.chain_id] = {
            "wormhole chain id": numbers[chain.name],
            "wormhole core": contracts["core"],
            "wormhole token bridge": contracts["token_bridge"],
        }
    return found


def read_axelar(text: str) -> dict[int, Facts]:
    """Axelar's `mainnet.json`."""
    return {
        entry["chainId"]: {
            "axelar name": entry["axelarId"],
            "axelar gateway": entry["contracts"]["AxelarGateway"]["address"],
            "axelar gas service": entry["contracts"]["AxelarGasService"]["address"],
        }
        for entry in json.loads(text)["chains"].values()
    }


PACKAGES = (
    Package(
        "@chainlink/local@0.2.9",
        "sha512-JQrC/PcdicpZmMOlrALbSvunZtGYY+AhNw0RmAsVGWk5yX661HnG/vc0hihs+Euf5fKY9ruToOcG2+N9vhBe6Q==",
        "package/src/ccip/Register.sol",
        read_ccip,
        lacks=("avalanche",),
    ),
    Package(
        "@layerzerolabs/lz-definitions@3.1.13",
        "sha512-8qMS1nvqUW/Ex4tTilDSoDKM2FPj41mWQe33LNhRGqeb/nWOoG5wRaHtKUCwP9WWbR/tYirveCYC3NwcxiI6kQ==",
        "package/dist/index.cjs",
        read_layerzero,
    ),
    Package(
        "@axelar-network/axelar-chains-config@1.3.0",
        "sha512-k633v2pJF8qPM3pDSawSqm7K4AgqmGicj2fUk0O0HwWB1jS2l/oFm+x5jB58HT64xhf8x7VB4BhdJQtMdKcOPA==",
        "package/info/mainnet.json",
        read_axelar,
    ),
)


# -- comparison -----------------------------------------------------------------------------------


def differences(table: Mapping[int, Facts], lacks: Collection[str] = ()) -> Iterator[str]:
    """A sentence for each fact of the five chains in which a table differs, or that it lacks.

    Args:
        table: facts by EIP-155 chain id.
        lacks: names of the chains that it is known to say nothing of.
    """
    for chain in chains.production():
        if chain.chain_id not in table:
            if chain.name not in lacks:
                yield f"{chain.name}: not in the table"
            continue
        ours = told(chain)
        for fact, theirs in table[chain.chain_id].items():
            if ours[fact] != theirs and ours[fact].lower() != theirs.lower():
                yield f"{chain.name}: {fact} is {ours[fact]}, the package says {theirs}"
            elif ours[fact] != theirs and not theirs.startswith("0x"):
                yield f"{chain.name}: {fact} differs in case: {ours[fact]}, {theirs}"


def installed() -> dict[int, Facts]:
    """Wormhole's table as it is installed."""
    return read_wormhole((NODE_MODULES / WORMHOLE_TABLE).read_text())


def unpacked(package: Package, folder: Path = CACHE) -> dict[int, Facts]:
    """A package's table; the archive is fetched when the folder has none.

    Raises:
        TableError: it cannot be had, or has other bytes than the pinned ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / package.archive
    if not archive.exists():
        command = ["npm", "pack", "--silent", "--ignore-scripts", package.name]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if ran.returncode or not archive.exists():
            raise TableError(f"npm cannot fetch {package.name}: {ran.stderr.strip()}")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise TableError(f"{archive} is not {package.name} as it is pinned")
    with tarfile.open(archive) as packed:
        member = packed.extractfile(package.file)
        if member is None:
            raise TableError(f"{package.name} has no {package.file}")
        return package.read(member.read().decode())


def main() -> int:
    """Compare with all four; the exit status is 1 where something differs."""
    found = [f"wormhole: {line}" for line in differences(installed())]
    for package in PACKAGES:
        found += [
            f"{package.name}: {line}" for line in differences(unpacked(package), package.lacks)
        ]
    for line in found:
        click.echo(line)
    if not found:
        click.echo("the reference data agrees with the packages of all four protocols")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""The four protocols' real contracts as their npm packages ship them, in three formats."""

import json
import re
from functools import cache

from quantera.artifacts import Artifact, load_npm
from quantera.toolchain.workspace import NODE_MODULES

AXELAR = "@axelar-network/axelar-cgp-solidity/artifacts/contracts"
CCIP = "@chainlink/contracts-ccip"
LAYERZERO_ENDPOINT = "@layerzerolabs/lz-evm-protocol-v2/artifacts/contracts"
LAYERZERO_LIBRARIES = "@layerzerolabs/lz-evm-messagelib-v2/artifacts/contracts"
WORMHOLE = "@certusone/wormhole-sdk/lib/cjs/ethers-contracts/factories"

_ABI = re.compile(r"^const _abi = (\[.*?^\]);$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r'^const _bytecode = "0x([0-9a-f]+)";$', re.MULTILINE)
_BARE_KEY = re.compile(r"^(\s*)(\w+):", re.MULTILINE)
_LAST_COMMA = re.compile(r",(\s*[\]}])")


@cache
def axelar(folder: str, name: str) -> Artifact:
    """A contract of Axelar's consensus gateway; `folder` may be empty."""
    return load_npm("/".join(part for part in (AXELAR, folder, f"{name}.sol/{name}.json") if part))


@cache
def layerzero(folder: str, name: str) -> Artifact:
    """A contract of LayerZero V2: the endpoint, or one of its libraries and workers."""
    package = LAYERZERO_ENDPOINT if name == "EndpointV2" else LAYERZERO_LIBRARIES
    return load_npm("/".join(part for part in (package, folder, f"{name}.sol/{name}.json") if part))


@cache
def ccip(version: str, file: str) -> Artifact:
    """A contract of Chainlink CCIP from the byte code of its releases, such as `v1_6_0/offramp`."""
    package = NODE_MODULES / CCIP
    code = (package / "bytecode" / version / f"{file}.bin").read_text().strip()
    return Artifact(
        name=f"ccip {file}",
        source_id=f"{CCIP}/bytecode/{version}/{file}.bin",
        abi=json.loads((package / "abi" / version / f"{file}.json").read_text()),
        creation_code=bytes.fromhex(code.removeprefix("0x")),
        runtime_code=b"",
    )


@cache
def wormhole(name: str) -> Artifact:
    """A contract of Wormhole's core, read from the JavaScript that its SDK ships it in.

    Raises:
        ValueError: the file is not written as it was when this was made.
    """
    path = f"{WORMHOLE}/{name}__factory.js"
    text = (NODE_MODULES / path).read_text()
    abi, code = _ABI.search(text), _CODE.search(text)
    if abi is None or code is None:
        raise ValueError(f"{path} holds no interface and byte code")
    quoted = _LAST_COMMA.sub(r"\1", _BARE_KEY.sub(r'\1"\2":', abi.group(1)))
    return Artifact(
        name=name,
        source_id=path,
        abi=json.loads(quoted),
        creation_code=bytes.fromhex(code.group(1)),
        runtime_code=b"",
    )

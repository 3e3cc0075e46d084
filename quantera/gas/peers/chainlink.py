"""Chainlink's own feed proxy, from the byte code that its npm package ships.

Every feed that Chainlink operates is read through an `EACAggregatorProxy`; release 0.1.9 of
`@chainlink/contracts` (MIT) is the last that ships its byte code. It is deployed here and in tests,
and nothing of it is part of what is delivered. The aggregator behind it is not in any package.
"""

import json
import re
from functools import cache

from quantera.artifacts import Artifact
from quantera.evm import ZERO_ADDRESS, Chain, Contract
from quantera.toolchain.workspace import NODE_MODULES

NAME = "EACAggregatorProxy"
PACKAGE = NODE_MODULES / "@chainlink" / "contracts-0.1.9"


class ByteCodeMissingError(Exception):
    """The package does not have the proxy's byte code where it had it."""


@cache
def feed_proxy_artifact() -> Artifact:
    """The proxy, compiled by Chainlink.

    Raises:
        ByteCodeMissingError: the package looks different.
    """
    abi = json.loads((PACKAGE / "abi" / "v0.6" / f"{NAME}.json").read_text())
    factory = PACKAGE / "ethers" / "v0.6" / "factories" / f"{NAME}__factory.js"
    found = re.search(r'_bytecode = "0x([0-9a-f]+)"', factory.read_text())
    if found is None:
        raise ByteCodeMissingError(str(factory))
    return Artifact(
        name=NAME,
        source_id=f"{PACKAGE.name}/src/v0.6/{NAME}.sol",
        abi=abi["compilerOutput"]["abi"],
        creation_code=bytes.fromhex(found.group(1)),
        runtime_code=b"",
    )


def feed_proxy(chain: Chain, aggregator: Contract) -> Contract:
    """A proxy in front of an aggregator, which anybody may read, as those on main networks."""
    return chain.deploy(feed_proxy_artifact(), aggregator, ZERO_ADDRESS)

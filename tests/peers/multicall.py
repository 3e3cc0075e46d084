"""Multicall3 at its usual address, from the bytecode that viem ships for chains without it."""

import re

from quantera.evm import Chain
from quantera.risk.calls import MULTICALL3
from quantera.toolchain.workspace import NODE_MODULES

SOURCE = NODE_MODULES / "viem" / "constants" / "contracts.ts"


def put_multicall(chain: Chain) -> None:
    """Put it there."""
    found = re.search(r"multicall3Bytecode\s*=\s*'0x([0-9a-f]+)'", SOURCE.read_text())
    assert found, "viem has no Multicall3 any more"
    deployer = chain.actor("deployer of Multicall3")
    created = chain.transact(None, bytes.fromhex(found[1]), deployer).contract_address
    assert created
    chain.set_code(MULTICALL3, chain.code(created))

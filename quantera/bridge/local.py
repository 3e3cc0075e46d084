"""Bridges on the running local chains, with a regulated token and an investor who has some.

The relayers that run beside the chains deliver to them from then on; `bridge.yaml` in the network's
folder is what the other commands need.
"""

from pathlib import Path
from typing import Any

import yaml

from quantera.bridge.scoring import Protocol
from quantera.bridge.settings import SettingsError
from quantera.devnet import prices, protocols
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import State
from quantera.gas.bridge_network import NAMES, Network
from quantera.gas.bridge_stack import PLAIN_DECIMALS, BridgeEnds, deploy_ends
from quantera.gas.token_stack import UNIT, four_rules

CONFIGURATION = "bridge.yaml"
INVESTOR = "investor"
UNITS = 100_000
"""Whole units of the token and of the ordinary asset that the investor has on every chain."""
DECIMALS = 18


def deploy(state: State) -> Path:
    """Deploy everything and open all lanes; the file of the configuration.

    Raises:
        SettingsError: not all four protocols are installed on these chains.
    """
    folder = state.settings.folder
    if missing := set(NAMES.values()) - set(state.settings.protocols):
        raise SettingsError(f"the local chains run without {', '.join(sorted(missing))}")
    nodes = {name: AttachedChain(local) for name, local in state.chains.items()}
    try:
        installed = {key: protocols.read(folder, name, nodes) for key, name in NAMES.items()}
        ends = deploy_ends(Network(nodes, installed))
        _furnish(ends)
        # Wormhole alone has to be told whose messages its relayer carries.
        protocols.write(folder, installed[Protocol.WORMHOLE])
        return _written(state, ends)
    finally:
        for node in nodes.values():
            node.close()


def _furnish(ends: BridgeEnds) -> None:
    for end in ends.ends.values():
        end.stack.configure(four_rules())
        end.holder(INVESTOR, UNITS * UNIT)
        end.fund(INVESTOR, UNITS * 10**PLAIN_DECIMALS)


def _written(state: State, ends: BridgeEnds) -> Path:
    content: dict[str, Any] = {
        "chains": {
            name: {
                "url": state.chains[name].url,
                "bridge": end.bridge.address,
                "from_block": 0,
                "coin_usd": prices.coin_usd(name),
            }
            for name, end in ends.ends.items()
        },
        "assets": {
            "TKN": {
                name: {"address": end.token.address, "decimals": DECIMALS}
                for name, end in ends.ends.items()
            },
            "COIN": {
                name: {"address": end.plain.address, "decimals": PLAIN_DECIMALS}
                for name, end in ends.ends.items()
            },
        },
        "tracking": str(state.settings.folder / "bridge.db"),
        "account": {"unlocked": str(next(iter(ends.ends.values())).chain.actor(INVESTOR))},
    }
    path = state.settings.folder / CONFIGURATION
    path.write_text(yaml.safe_dump(content, sort_keys=False))
    return path

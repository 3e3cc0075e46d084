"""Five local chains: one real anvil for each of the five, with its chain id, rules and pace.

    from quantera import devnet

    with devnet.launch() as running:                  # ends the chains with the block
        running.chains["polygon"].url                 # http://127.0.0.1:18546
        running.keep()                                # unless they shall outlive it

With protocols in the settings, the real contracts of those bridges are on every chain, and a
relayer for each runs beside the nodes; see `quantera.devnet.protocols`, `bridges`, `faults` and
`states`. `ape run devnet up|status|down` does the same from the command line. The nodes belong to a
supervising process of their own, which ends them when it ends, however it ends; it ends itself
when the process that launched it goes away without having said `keep`.
"""

from quantera.devnet.control import Running, current, launch, stop
from quantera.devnet.network import DevnetError, LocalChain, Network
from quantera.devnet.settings import Settings

__all__ = [
    "DevnetError",
    "LocalChain",
    "Network",
    "Running",
    "Settings",
    "current",
    "launch",
    "stop",
]

"""Starts the five chains, with the contracts and relayers of all four protocols."""

from quantera import devnet
from quantera.demo.stage import Stage
from quantera.devnet import protocols
from quantera.devnet.attached import AttachedChain


def tell(stage: Stage) -> None:
    """Start them; they end with the story unless they are kept."""
    settings = stage.settings.model_copy(update={"protocols": tuple(protocols.PROTOCOLS)})
    stage.settings = settings
    stage.running = stage.held.enter_context(devnet.launch(settings))
    for name, local in stage.running.chains.items():
        stage.chains[name] = AttachedChain(local)
        stage.held.callback(stage.chains[name].close)
    stage.page.fact("chains", ", ".join(stage.chains))
    stage.page.fact("protocols", ", ".join(settings.protocols))
    for name, chain in stage.chains.items():
        stage.page.fact(f"{name}: chain id", str(int(chain.rpc("eth_chainId"), 16)))

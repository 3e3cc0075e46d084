"""Where each protocol's contracts are on each chain, and what it calls the chain.

Of the public chains all of it is reference data (`quantera.chains`); of local ones it is what was
installed. The same few words configure a bridge in both cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quantera import chains
from quantera.bridge.scoring import Protocol
from quantera.chains import Chain

TITLES: Mapping[Protocol, str] = {
    Protocol.CHAINLINK_CCIP: "Chainlink CCIP",
    Protocol.LAYERZERO: "LayerZero",
    Protocol.WORMHOLE: "Wormhole",
    Protocol.AXELAR: "Axelar",
}
SHORT_NAMES: Mapping[str, Protocol] = {
    "ccip": Protocol.CHAINLINK_CCIP,
    "layerzero": Protocol.LAYERZERO,
    "wormhole": Protocol.WORMHOLE,
    "axelar": Protocol.AXELAR,
}
"""How commands and the local network call the protocols."""
TARGET_AVERAGE_SECONDS = 900
"""What transfers shall take on average."""


@dataclass(frozen=True)
class Endpoint:
    """One protocol on one chain.

    Attributes:
        contract: CCIP's router, LayerZero's endpoint, Wormhole's core or Axelar's gateway.
        gas_service: where deliveries are paid for apart, with Axelar alone.
        number: the protocol's own number of the chain; 0 with Axelar, which has names.
        name: the protocol's own name of the chain, case and all, with Axelar alone.
    """

    contract: str
    gas_service: str | None
    number: int
    name: str


def endpoint(chain: Chain, protocol: Protocol) -> Endpoint:
    """A protocol's place on a public chain."""
    match protocol:
        case Protocol.CHAINLINK_CCIP:
            return Endpoint(chain.ccip.router, None, chain.ccip.chain_selector, "")
        case Protocol.LAYERZERO:
            return Endpoint(chain.layerzero.endpoint_v2, None, chain.layerzero.eid, "")
        case Protocol.WORMHOLE:
            return Endpoint(chain.wormhole.core, None, chain.wormhole.chain_id, "")
        case Protocol.AXELAR:
            axelar = chain.axelar
            return Endpoint(axelar.gateway, axelar.gas_service, 0, axelar.chain_name)


def endpoints(chain: Chain) -> dict[Protocol, Endpoint]:
    """All four protocols' places on a public chain."""
    return {protocol: endpoint(chain, protocol) for protocol in Protocol}


def finality_seconds(chain: Chain) -> int:
    """How long a message from a chain waits at least: until its source is final."""
    return chain.timing.finality.expected_seconds


@dataclass(frozen=True)
class Expectation:
    """What a transfer from a chain can take at best beside what it shall take on average.

    Attributes:
        floor_seconds: finality of the source; no protocol that waits for it is faster.
        target_seconds: of all transfers on average.
    """

    floor_seconds: int
    target_seconds: int = TARGET_AVERAGE_SECONDS

    @property
    def attainable(self) -> bool:
        """Whether the source is final before the target is over."""
        return self.floor_seconds < self.target_seconds


def expectation(source: str) -> Expectation:
    """What transfers from a chain of that name can take.

    Raises:
        UnknownChainError: there is none.
    """
    return Expectation(finality_seconds(chains.get(source)))

"""An end of the bridge's lanes: where each protocol is on a chain, and what it calls it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from quantera import chains
from quantera.chains import Chain, UnknownChainError
from quantera.release.bridge_request import Endpoint, ProtocolName
from quantera.release.errors import BlueprintError

Fact = TypeVar("Fact")
_SECOND = 1_000


@dataclass(frozen=True)
class End:
    """One chain as the protocols know it.

    Attributes:
        facts: the chain data's, where they have the chain.
        given: the request's, which come first.
        local: whether it is a development chain, where blocks are final as soon as they are said
            to be.
        waits: seconds until a block is final, where the chain data do not say it.
    """

    name: str
    chain_id: int
    facts: Chain | None
    given: Mapping[ProtocolName, Endpoint]
    local: bool = False
    waits: int | None = None

    def contract(self, protocol: ProtocolName) -> str:
        """Router, endpoint, core or gateway."""
        own = self._own(protocol).contract
        return own or self._known(protocol, "contract", _contract(self.facts, protocol))

    def gas_service(self) -> str:
        """Where Axelar is paid for deliveries."""
        facts = self.facts.axelar.gas_service if self.facts else None
        own = self._own("axelar").gas_service
        return own or self._known("axelar", "gas_service", facts)

    def number(self, protocol: ProtocolName) -> int:
        """The protocol's number of the chain; 0 with Axelar, which has names."""
        if protocol == "axelar":
            return 0
        own = self._own(protocol).number
        return own or self._known(protocol, "number", _number(self.facts, protocol))

    def axelar_name(self, protocol: ProtocolName) -> str:
        """Axelar's name of the chain; empty with the others."""
        if protocol != "axelar":
            return ""
        facts = self.facts.axelar.chain_name if self.facts else None
        own = self._own(protocol).name
        return own or self._known(protocol, "name", facts)

    def libraries(self) -> tuple[str, str]:
        """LayerZero's, that send and that receive."""
        own = self._own("layerzero")
        send = self.facts.layerzero.send_uln_302 if self.facts else None
        receive = self.facts.layerzero.receive_uln_302 if self.facts else None
        return (
            own.send_library or self._known("layerzero", "send_library", send),
            own.receive_library or self._known("layerzero", "receive_library", receive),
        )

    def verifiers(self) -> tuple[str, ...]:
        """LayerZero's, in the order in which its libraries take them."""
        return tuple(sorted(self._own("layerzero").verifiers, key=lambda one: int(one, 16)))

    def confirmations(self) -> int:
        """Blocks that LayerZero's verifiers wait for."""
        return self._own("layerzero").confirmations or self.least_confirmations() or 1

    def least_confirmations(self) -> int:
        """Blocks that the chain takes to be final by the chain data, rounded up; 0 if unknown."""
        if self.facts is None:
            return 0
        timing = self.facts.timing
        return -(-timing.finality.expected_seconds * _SECOND // timing.block_time_ms)

    def confirmation_faults(self) -> list[str]:
        """What is wrong with the blocks that LayerZero's verifiers wait for."""
        least = self.least_confirmations()
        if self.local or self.confirmations() >= least:
            return []
        return [
            f"{self.name}: LayerZero would take messages after {self.confirmations()} blocks, and "
            f"a block is final after {least}"
        ]

    def seconds(self) -> int:
        """Until a block is final.

        Raises:
            BlueprintError: neither the chain data nor the request say it.
        """
        if self.facts is not None:
            return self.facts.timing.finality.expected_seconds
        if self.waits is None:
            raise BlueprintError(f"{self.name} is no known chain: say expected_seconds")
        return self.waits

    def _own(self, protocol: ProtocolName) -> Endpoint:
        return self.given.get(protocol, Endpoint())

    def _known(self, protocol: ProtocolName, what: str, fact: Fact | None) -> Fact:
        if fact is None:
            raise BlueprintError(
                f"{self.name} is no known chain: say {what} of {protocol} under its bridge"
            )
        return fact


def facts_of(name: str) -> Chain | None:
    """The chain data's, where they have a chain of that name."""
    try:
        return chains.get(name)
    except UnknownChainError:
        return None


def chain_id_of(name: str, given: int | None) -> int:
    """Of a chain, by a request or by the chain data.

    Raises:
        BlueprintError: neither has it.
    """
    if given is not None:
        return given
    facts = facts_of(name)
    if facts is None:
        raise BlueprintError(f"{name} is no known chain: the request must say chain_id")
    return facts.chain_id


def _contract(facts: Chain | None, protocol: ProtocolName) -> str | None:
    if facts is None:
        return None
    return {
        "ccip": facts.ccip.router,
        "layerzero": facts.layerzero.endpoint_v2,
        "wormhole": facts.wormhole.core,
        "axelar": facts.axelar.gateway,
    }[protocol]


def _number(facts: Chain | None, protocol: ProtocolName) -> int | None:
    if facts is None:
        return None
    return {
        "ccip": facts.ccip.chain_selector,
        "layerzero": facts.layerzero.eid,
        "wormhole": facts.wormhole.chain_id,
    }[protocol]

"""The bridge's settings on one chain: parameters of `release.yaml` that no request spells out.

Every other chain of the release is a lane, with the same protocols on all. The bridge has one
address on every chain, so that each end knows the other before either exists.

Invariant REL-18: no plan opens a lane over fewer than two protocols, over a protocol whose contract
is not there or is another chain's, or over LayerZero where one verifier alone would do, by what is
in force at its endpoint, or where verifiers do not wait until the source is final.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quantera.evm.codec import CodingError
from quantera.release.arguments import foreign
from quantera.release.bridge_request import (
    LEAST_VERIFIERS,
    PROTOCOLS,
    BridgeRequest,
    Neighbour,
    ProtocolName,
)
from quantera.release.connection import RefusalError
from quantera.release.ends import End, chain_id_of, facts_of
from quantera.release.errors import RefusedError
from quantera.release.layerzero import Path, Verifiers, in_force, set_config
from quantera.release.node import Node
from quantera.release.request import ChainRequest, Request

NOBODY = "0x" + "0" * 40
DELIVERY_SECONDS = 120
"""What a protocol takes once the source is final, until PRICER attests what it does take."""
RELIABILITY_BPS = 9_900
_SET_SEND = "setSendLibrary(address,uint32,address)()"
_SET_RECEIVE = "setReceiveLibrary(address,uint32,address,uint256)()"

NONE: Mapping[str, list[Any]] = {
    "bridge_policy": [],
    "bridge_endpoints": [],
    "bridge_peers": [],
    "bridge_lanes": [],
    "layerzero_libraries": [],
    "layerzero_verifiers": [],
}
"""Parameters of a release whose bridge connects nothing."""


def ends_of(request: Request, *, local: bool) -> dict[str, End]:
    """All chains that a request's lanes lead to or from, by name.

    Raises:
        BlueprintError: the id of one is not known.
    """
    standing = {} if request.bridge is None else request.bridge.standing
    places: dict[str, ChainRequest | Neighbour] = {**request.chains, **standing}
    return {
        name: End(
            name,
            chain_id_of(name, one.chain_id),
            facts_of(name),
            one.bridge,
            local,
            one.expected_seconds,
        )
        for name, one in places.items()
    }


@dataclass
class Lanes:
    """Lanes from one chain.

    Args:
        request: of the bridge.
        bridge: its address, on every chain.
        here: this chain.
        others: where the lanes lead.
        node: of this chain.
    """

    request: BridgeRequest
    bridge: str
    here: End
    others: Sequence[End]
    node: Node
    faults: list[str] = field(init=False, default_factory=list)
    _calls: list[tuple[str, bytes]] = field(init=False, default_factory=list)

    def parameters(self) -> dict[str, list[Any]]:
        """All settings by the names that `release.yaml` has for them.

        What stands against them is in `faults` afterwards.

        Raises:
            BlueprintError: neither the chain data nor the request knows a fact.
            NodeError: the node does not answer.
        """
        self._look()
        settings = {
            "bridge_policy": [self._policy()],
            "bridge_endpoints": [self._endpoint(protocol) for protocol in self.protocols],
            "bridge_peers": list(self._peers()),
            "bridge_lanes": [self._lane(other) for other in self.others],
            "layerzero_libraries": [],
            "layerzero_verifiers": [],
        }
        # Without code there the endpoint cannot be asked, and that is a fault already.
        if "layerzero" in self.protocols and not self.faults:
            settings["layerzero_libraries"] = list(self._libraries())
            settings["layerzero_verifiers"] = list(self._verifiers())
        return settings

    @property
    def protocols(self) -> list[ProtocolName]:
        """In the bridge's order."""
        return [name for name in PROTOCOLS if name in self.request.protocols]

    def touched(self) -> dict[str, list[int]]:
        """Storage of LayerZero's contracts that the bridge's settings read or write.

        Raises:
            NodeError: the node cannot say, or LayerZero would refuse a setting.
        """
        return self.node.touched(self.bridge, self._calls) if self._calls else {}

    # -- looking --------------------------------------------------------------------------------

    def _look(self) -> None:
        """That each protocol's contract is there and knows the chains."""
        places: list[tuple[str, str]] = []
        places += [(name, self.here.contract(name)) for name in self.protocols]
        if "axelar" in self.protocols:
            places.append(("axelar", self.here.gas_service()))
        if "layerzero" in self.protocols:
            places += [("a library of layerzero", one) for one in self.here.libraries()]
            places += [("a verifier of layerzero", one) for one in self.here.verifiers()]
        codes = self.node.codes([address for _, address in places])
        self.faults += [
            f"no code at {address}, where {name} should be"
            for (name, address), code in zip(places, codes, strict=True)
            if not code
        ]
        if self.faults:
            return
        for protocol in self.protocols:
            self.faults += self._numbers(protocol)

    def _numbers(self, protocol: ProtocolName) -> list[str]:
        contract, own = self.here.contract(protocol), self.here.number(protocol)
        if protocol == "ccip":
            return [
                f"CCIP's router {contract} has no lane to {other.name} ({other.number('ccip')})"
                for other in self.others
                if not self._told(contract, "isChainSupported(uint64)(bool)", other.number("ccip"))
            ]
        views = {"layerzero": "eid()(uint32)", "wormhole": "chainId()(uint16)"}
        if protocol not in views:
            return []
        told = self._told(contract, views[protocol])
        return [] if told == own else [f"{protocol} calls this chain {told}, not {own}"]

    def _told(self, contract: str, view: str, *arguments: Any) -> Any:
        """What a contract answers; nothing where it is another one, without that function."""
        function = foreign(view)
        try:
            answer = self.node.call(contract, "0x" + function.encode(arguments).hex())
            return function.decode(bytes.fromhex(answer[2:]))
        except (RefusalError, CodingError):
            return None

    # -- settings -------------------------------------------------------------------------------

    def _policy(self) -> dict[str, Any]:
        return {
            "tier_floors": list(self.request.tier_floors),
            "input_max_age": self.request.input_max_age,
        }

    def _endpoint(self, protocol: ProtocolName) -> dict[str, Any]:
        gas_service = self.here.gas_service() if protocol == "axelar" else NOBODY
        own = self.here.number(protocol) if protocol == "wormhole" else 0
        return {
            "protocol": PROTOCOLS.index(protocol),
            "terms": [self.here.contract(protocol), gas_service, own],
            "says": protocol,
        }

    def _peers(self) -> Iterator[dict[str, Any]]:
        seconds = self.here.seconds() + DELIVERY_SECONDS
        for other in self.others:
            for protocol in self.protocols:
                number, name = other.number(protocol), other.axelar_name(protocol)
                yield {
                    "chain_id": other.chain_id,
                    "protocol": PROTOCOLS.index(protocol),
                    "terms": [self.bridge, number, self.request.tiers[protocol], name],
                    "inputs": [seconds, RELIABILITY_BPS, 0, 0, 0],
                    "inputs_told": [seconds, RELIABILITY_BPS, 0, 0, "*"],
                    "says": f"{other.name}, {protocol}",
                }

    def _lane(self, other: End) -> dict[str, Any]:
        lane = self.request.lane
        terms = [True, lane.required, lane.control_required, lane.delay]
        return {"chain_id": other.chain_id, "terms": terms, "says": other.name}

    def _libraries(self) -> Iterator[dict[str, Any]]:
        endpoint = self.here.contract("layerzero")
        send, receive = self.here.libraries()
        for other in self.others:
            eid = other.number("layerzero")
            for view, given in (
                (_SET_SEND, [self.bridge, eid, send]),
                (_SET_RECEIVE, [self.bridge, eid, receive, 0]),
            ):
                self._calls.append((endpoint, foreign(view).encode(given)))
            yield {
                "eid": eid,
                "endpoint": endpoint,
                "send": send,
                "receive": receive,
                "says": other.name,
            }

    def _verifiers(self) -> Iterator[dict[str, Any]]:
        endpoint = self.here.contract("layerzero")
        for end in (self.here, *self.others):
            self.faults += end.confirmation_faults()
        for other in self.others:
            for word, library, source in zip(
                ("to", "from"), self.here.libraries(), (self.here, other), strict=True
            ):
                path = Path(endpoint, library, other.number("layerzero"))
                says = f"{word} {other.name}"
                try:
                    chosen = self._chosen(path, source)
                except RefusedError as error:
                    self.faults += error.reasons
                    continue
                if chosen.needed < LEAST_VERIFIERS:
                    self.faults.append(
                        f"LayerZero's messages {says} need {chosen.needed} verifier: the theft of "
                        "one key empties such a bridge; name two under its verifiers"
                    )
                settings = chosen.as_set()
                self._calls.append((endpoint, set_config(path, self.bridge, settings)))
                yield {
                    "endpoint": endpoint,
                    "library": library,
                    "eid": path.eid,
                    "settings": settings,
                    "told": chosen.as_told(),
                    "says": says,
                }

    def _chosen(self, path: Path, source: End) -> Verifiers:
        """The request's verifiers; without any those in force, which are pinned."""
        confirmations = source.confirmations()
        if own := self.here.verifiers():
            return Verifiers(confirmations, own)
        found = in_force(self.node, path, self.bridge)
        return Verifiers(confirmations, found.required, found.optional, found.threshold)

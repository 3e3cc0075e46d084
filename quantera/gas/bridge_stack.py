"""The bridge on several chains, with everything behind it as it is deployed and all lanes open."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from quantera import chains as facts
from quantera.access import LocalRole, assignments
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import Wormhole
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, Chain, Contract, Receipt
from quantera.gas.bridge_network import Network
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import DAY, UNIT, TokenStack, deploy_stack, merged, specification

CONTRACT = "UniversalBridge"
ONE_USD = 10**8
NEVER = 2**64 - 1
HOUR = 3_600
PLAIN_DECIMALS = 6
"""Of the ordinary asset; its shared decimals are two less, so that there is dust."""
ATTEST_FROM = 10_000
DELAY_FROM = 100_000
CAPACITY = 1_000_000
"""Thresholds and limits of both assets, in whole units."""
PERIOD_MINUTES = 1_440
CREDIT_GAS = 600_000
GAS_PER_LOT_THOUSANDS = 60
ENOUGH = 10**17
"""More than any message costs, in wei."""
TIERS: Mapping[Protocol, int] = {
    Protocol.CHAINLINK_CCIP: 3,
    Protocol.LAYERZERO: 2,
    Protocol.WORMHOLE: 3,
    Protocol.AXELAR: 2,
}
TIER_FLOORS = (0, 10_000, 1_000_000, NEVER)
SECONDS: Mapping[Protocol, int] = {
    Protocol.CHAINLINK_CCIP: 1_020,
    Protocol.LAYERZERO: 300,
    Protocol.WORMHOLE: 1_140,
    Protocol.AXELAR: 960,
}
"""Expected seconds until delivery, by default."""


class LimitKind(IntEnum):
    """`IBridgeConfiguration.LimitKind`."""

    LANE_OUT = 0
    LANE_IN = 1
    PROTOCOL_IN = 2


class Status(IntEnum):
    """`IUniversalBridge.MessageStatus`."""

    NONE = 0
    AWAITING = 1
    DELAYED = 2
    PARKED = 3
    CREDITED = 4
    RETURNED = 5


REGULATED: dict[str, Any] = {
    "regulated": True,
    "keepsLots": True,
    "sharedDecimals": 18,
    "creditGas": CREDIT_GAS,
    "gasPerLotThousands": GAS_PER_LOT_THOUSANDS,
    "attestFrom": ATTEST_FROM * UNIT,
    "delayFrom": DELAY_FROM * UNIT,
}
"""`AssetTerms` of the token."""
ORDINARY: dict[str, Any] = {
    "regulated": False,
    "keepsLots": False,
    "sharedDecimals": PLAIN_DECIMALS - 2,
    "creditGas": CREDIT_GAS,
    "gasPerLotThousands": 0,
    "attestFrom": ATTEST_FROM * 10 ** (PLAIN_DECIMALS - 2),
    "delayFrom": DELAY_FROM * 10 ** (PLAIN_DECIMALS - 2),
}
"""`AssetTerms` of the ordinary asset."""
LANE: dict[str, Any] = {"open": True, "required": 2, "controlRequired": 2, "delay": HOUR}
"""`LaneTerms` of every lane."""


def inputs(protocol: Protocol, **changes: Any) -> dict[str, Any]:
    """`RouteInputs` of a protocol as the defaults have them."""
    return {
        "expectedSeconds": SECONDS[protocol],
        "reliabilityBps": 9_990,
        "congestionBps": 0,
        "deliveryCost": 0,
        "postedAt": 0,
        **changes,
    }


@dataclass(frozen=True)
class BridgeEnd:
    """The bridge on one chain, and what it moves there.

    Attributes:
        name: of the chain that it stands for.
        stack: the regulated token with its engine; the governor holds every role of the bridge.
        bridge: through the ABI of all its parts.
        plain: the ordinary asset.
    """

    name: str
    stack: TokenStack
    bridge: Contract
    plain: Contract

    @property
    def chain(self) -> Chain:
        """Where it is."""
        return self.stack.chain

    @property
    def chain_id(self) -> int:
        """EIP-155 id of the chain, by which the other ends know it."""
        return self.chain.chain_id

    @property
    def governor(self) -> Actor:
        """Who configures it."""
        return self.stack.governor

    @property
    def token(self) -> Contract:
        """The regulated token."""
        return self.stack.token

    def holder(self, name: str, units: int = 0) -> Actor:
        """An investor, known here, with units of the token; the same person on every chain."""
        wallet = self.stack.investor(name)
        if units:
            self.token.mint(wallet, units, sender=self.stack.agent)
        return wallet

    def fund(self, name: str, units: int) -> Actor:
        """An account with units of the ordinary asset, which the bridge may take."""
        account = self.chain.actor(name)
        self.plain.mint(account, units, sender=self.governor)
        self.plain.approve(self.bridge, MAX_UINT, sender=account)
        return account


@dataclass(frozen=True)
class BridgeEnds:
    """All ends and the protocols between them."""

    network: Network
    ends: Mapping[str, BridgeEnd]

    def __getitem__(self, name: str) -> BridgeEnd:
        return self.ends[name]

    def request(
        self,
        here: str,
        there: str,
        recipient: AddressLike,
        units: int,
        protocol: Protocol = Protocol.WORMHOLE,
        **changes: Any,
    ) -> dict[str, Any]:
        """A `SendRequest` of the regulated token."""
        return {
            "asset": self[here].token,
            "destinationChainId": self[there].chain_id,
            "recipient": recipient,
            "units": units,
            "protocol": protocol,
            **changes,
        }

    def send(
        self, here: str, request: Mapping[str, Any], sender: AddressLike, value: int = ENOUGH
    ) -> Receipt:
        """Send; what is paid above the fee can be withdrawn."""
        receipt: Receipt = self[here].bridge.send(request, sender=sender, value=value)
        return receipt

    def message(self, here: str, receipt: Receipt) -> Message:
        """The message that a transaction sent."""
        event = receipt.events.of(self[here].bridge).one("MessageSent")
        return Message.decode(event.message)


def deploy_bridge(access: Contract) -> Contract:
    """The bridge with its extensions behind its proxy."""
    chain, abi = access.chain, merged(CONTRACT)
    extensions = [
        chain.deploy(f"Bridge{name}Extension") for name in ("Recovery", "Configuration", "Routes")
    ]
    implementation = chain.deploy(CONTRACT, *extensions)
    data = chain.at(implementation, abi).function("initialize").encode(access)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


def deploy_end(name: str, chain: Chain) -> BridgeEnd:
    """A bridge, a token that keeps lots, and an ordinary asset on one chain; no lane yet."""
    stack = deploy_stack(chain)
    stack.engine.startCount(stack.token, (False, False, 0, True), sender=stack.governor)
    bridge = deploy_bridge(stack.manager)
    for item in assignments(specification(), CONTRACT):
        stack.manager.setTargetFunctionRole(
            bridge, item.selectors, item.role, sender=stack.governor
        )
    for local in LocalRole:
        bridge.grantLocalRole(local, stack.governor, sender=stack.governor)
    for target in (stack.token, stack.engine):
        target.grantLocalRole(LocalRole.BRIDGE, bridge, sender=stack.governor)
    plain = chain.deploy("PlainToken", "Coin", PLAIN_DECIMALS)
    return BridgeEnd(name, stack, bridge, plain)


def deploy_ends(network: Network) -> BridgeEnds:
    """A bridge on every chain of a network, with all lanes open."""
    ends = {name: deploy_end(name, chain) for name, chain in network.chains.items()}
    for end in ends.values():
        _set_endpoints(network, end)
        _list_assets(end)
    for here, there in itertools.permutations(ends.values(), 2):
        _open_lane(network, here, there)
    wormhole = network.protocols[Protocol.WORMHOLE]
    if isinstance(wormhole, Wormhole):
        addresses = {name: end.bridge.address for name, end in ends.items()}
        wormhole.serve(addresses, bridges=True)
    return BridgeEnds(network, ends)


def endpoint_terms(network: Network, name: str) -> dict[Protocol, dict[str, Any]]:
    """`EndpointTerms` of every protocol on a chain."""
    ccip, layerzero, wormhole, axelar = (network.protocols[key] for key in Protocol)
    return {
        Protocol.CHAINLINK_CCIP: _endpoint(ccip.at(name, "router")),
        Protocol.LAYERZERO: _endpoint(layerzero.at(name, "endpoint")),
        Protocol.WORMHOLE: _endpoint(wormhole.at(name, "core"), ownNumber=wormhole.number(name)),
        Protocol.AXELAR: _endpoint(
            axelar.at(name, "gateway"), gasService=axelar.at(name, "gas_service")
        ),
    }


def _endpoint(contract: Contract, **changes: Any) -> dict[str, Any]:
    return {"endpoint": contract, "gasService": ZERO_ADDRESS, "ownNumber": 0, **changes}


def peer_terms(network: Network, there: BridgeEnd, protocol: Protocol) -> dict[str, Any]:
    """`PeerTerms` of another end as a protocol knows it."""
    named = protocol is Protocol.AXELAR
    return {
        "bridge": there.bridge,
        "number": 0 if named else network.protocols[protocol].number(there.name),
        "securityTier": TIERS[protocol],
        "name": facts.get(there.name).axelar.chain_name if named else "",
    }


def _set_endpoints(network: Network, end: BridgeEnd) -> None:
    for protocol, terms in endpoint_terms(network, end.name).items():
        end.bridge.setEndpoint(protocol, terms, sender=end.governor)


def _list_assets(end: BridgeEnd) -> None:
    bridge, governor = end.bridge, end.governor
    for asset, terms in ((end.token, REGULATED), (end.plain, ORDINARY)):
        bridge.setAsset(asset, terms, sender=governor)
        feed = end.chain.deploy("FeedProbe", 8, ONE_USD)
        bridge.setUsdFeed(asset, feed, DAY, sender=governor)
        capacity = CAPACITY * 10 ** terms["sharedDecimals"]
        for protocol in Protocol:
            limit = (LimitKind.PROTOCOL_IN, asset, protocol, capacity, PERIOD_MINUTES)
            bridge.raiseLimit(*limit, sender=governor)
    bridge.setTierFloors(TIER_FLOORS, sender=governor)
    bridge.setInputMaxAge(HOUR, sender=governor)


def _open_lane(network: Network, here: BridgeEnd, there: BridgeEnd) -> None:
    bridge, governor, chain_id = here.bridge, here.governor, there.chain_id
    for protocol in Protocol:
        bridge.setPeer(chain_id, protocol, peer_terms(network, there, protocol), sender=governor)
        bridge.setDefaultInputs(chain_id, protocol, inputs(protocol), sender=governor)
    bridge.setLane(chain_id, LANE, sender=governor)
    pairs = ((here.token, there.token, REGULATED), (here.plain, there.plain, ORDINARY))
    for asset, remote, terms in pairs:
        bridge.setRemoteAsset(chain_id, asset, remote, sender=governor)
        capacity = CAPACITY * 10 ** terms["sharedDecimals"]
        for kind in (LimitKind.LANE_OUT, LimitKind.LANE_IN):
            bridge.raiseLimit(kind, asset, chain_id, capacity, PERIOD_MINUTES, sender=governor)

"""The bridge: sending over each protocol's real contracts, and what arrives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quantera import chains as facts
from quantera.bridge.messages import HEAD_BYTES, LOT_BYTES
from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import LayerZero, Packet, Wormhole
from quantera.devnet.watched import WatchedMemoryChain
from quantera.evm import TRANSACTION_GAS_LIMIT, Actor, Contract, NodeChain, Receipt
from quantera.gas.bridge_network import NAMES, SMALLEST, Network, OneDvn, install
from quantera.gas.bridge_stack import (
    CREDIT_GAS,
    GAS_PER_LOT_THOUSANDS,
    BridgeEnds,
    deploy_ends,
    endpoint_terms,
)
from quantera.gas.operation import Operation, Subject
from quantera.gas.token_stack import UNIT, four_rules

HERE, THERE = "ethereum", "arbitrum"
PLENTY = 1_000 * UNIT
PAYLOAD = bytes(range(1, 256))[: HEAD_BYTES + LOT_BYTES]
"""As long as a message with one lot."""
GAS = CREDIT_GAS + GAS_PER_LOT_THOUSANDS * 1_000 + 150_000
PLAIN = "plain message"
WANTED = {
    Protocol.WORMHOLE: 140_000,
    Protocol.AXELAR: 175_000,
    Protocol.CHAINLINK_CCIP: 265_000,
    Protocol.LAYERZERO: 330_000,
}
"""What sending was to cost at most."""
LIMITS = {**WANTED, Protocol.WORMHOLE: 153_200}
"""Over Wormhole state, calls, logs and the core alone cost 146,700, and the least that any program
pays is 148,800 (`python -m quantera.gas.floor`): the limit is 3 % above."""
FLOORS = {
    Protocol.WORMHOLE: "; 140,000 was wanted, which is less than state, calls and logs alone cost: "
    "the limit is 3 % above the floor (docs/bridge.md)",
}
"""Of limits that cannot be held, why."""
DELIVERY_LIMIT = 215_000


@dataclass(frozen=True)
class Crossing:
    """Two ends, of which the node is one, with probes for plain messages beside them."""

    ends: BridgeEnds
    alice: Actor
    fees: dict[Protocol, int]
    plain_fees: dict[Protocol, int]
    probes: dict[Protocol, dict[str, Contract]]

    @property
    def bridge(self) -> Contract:
        """The node's."""
        return self.ends[HERE].bridge

    @property
    def target(self) -> int:
        """Id of the other chain."""
        return self.ends[THERE].chain_id

    def send(self, protocol: Protocol, **changes: Any) -> Receipt:
        """Send a unit from the node, for exactly the fee."""
        request = self.ends.request(HERE, THERE, self.alice, UNIT, protocol, **changes)
        return self.ends.send(HERE, request, self.alice, self.fees[protocol])

    def send_plain(self, protocol: Protocol) -> Receipt:
        """Send as many bytes from the node, for exactly the fee."""
        probe = self.probes[protocol][HERE]
        value = self.plain_fees[protocol]
        receipt: Receipt = probe.send(self.target, PAYLOAD, GAS, sender=self.alice, value=value)
        return receipt


def _probes(network: Network, ends: BridgeEnds) -> dict[Protocol, dict[str, Contract]]:
    found: dict[Protocol, dict[str, Contract]] = {protocol: {} for protocol in Protocol}
    for name, end in ends.ends.items():
        terms = endpoint_terms(network, name)
        for protocol, kind in (
            (Protocol.CHAINLINK_CCIP, "CcipProbe"),
            (Protocol.LAYERZERO, "LayerZeroProbe"),
            (Protocol.WORMHOLE, "WormholeProbe"),
            (Protocol.AXELAR, "AxelarProbe"),
        ):
            more = {
                Protocol.LAYERZERO: [end.governor],
                Protocol.AXELAR: [terms[protocol]["gasService"]],
            }
            arguments = [terms[protocol]["endpoint"], *more.get(protocol, [])]
            found[protocol][name] = end.chain.deploy(kind, *arguments)
    for protocol, probes in found.items():
        for here, there in ((HERE, THERE), (THERE, HERE)):
            number = network.protocols[protocol].number(there)
            name = facts.get(there).axelar.chain_name
            probes[here].connect(
                *(ends[there].chain_id, number, name, probes[there]), sender=ends[here].governor
            )
    wormhole = network.protocols[Protocol.WORMHOLE]
    if isinstance(wormhole, Wormhole):
        probed = found[Protocol.WORMHOLE]
        wormhole.serve({name: probe.address for name, probe in probed.items()})
    return found


def crossing(chain: NodeChain) -> Crossing:
    """The node and an in-process chain; each lane has carried a message of each kind before."""
    there = WatchedMemoryChain(facts.get(THERE).chain_id)
    network = install({HERE: chain, THERE: there}, SMALLEST)
    ends = deploy_ends(network)
    layerzero = network.protocols[Protocol.LAYERZERO]
    if isinstance(layerzero, OneDvn):
        layerzero.reduce()
    for end in ends.ends.values():
        end.stack.configure(four_rules())
        end.holder("alice", PLENTY)
    alice = ends[HERE].fund("alice", 10**9)
    probes = _probes(network, ends)
    made = Crossing(ends, alice, {}, {}, probes)
    for protocol in Protocol:
        request = ends.request(HERE, THERE, alice, UNIT, protocol)
        made.fees[protocol] = ends[HERE].bridge.quoteSend(request, alice)
        made.plain_fees[protocol] = probes[protocol][HERE].quote(made.target, PAYLOAD, GAS)
        made.send(protocol)
        made.send_plain(protocol)
    ends.send(HERE, _ordinary(made), alice)
    # Only a second message of one content in one second looks for a number of its own.
    chain.advance(1)
    return made


def _ordinary(made: Crossing) -> dict[str, Any]:
    return made.ends.request(HERE, THERE, made.alice, 100, asset=made.ends[HERE].plain)


def _send_ordinary(made: Crossing) -> Receipt:
    return made.ends.send(HERE, _ordinary(made), made.alice, made.fees[Protocol.WORMHOLE])


def _sender(protocol: Protocol, *, plain: bool = False) -> Callable[[Crossing], Receipt]:
    if plain:
        return lambda made: made.send_plain(protocol)
    return lambda made: made.send(protocol)


# -- arriving -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Arriving:
    """A message that its protocol has proved to the node, the bridge's and a plain one."""

    made: Crossing
    packets: dict[Protocol, Packet]
    plain: dict[Protocol, Packet]
    parked: bytes = b""

    @property
    def carrier(self) -> Actor:
        """Who brings it."""
        return self.made.ends[HERE].chain.actor("carrier")


def arriving(chain: NodeChain) -> Arriving:
    """A unit for somebody who holds some; one has arrived over each protocol before."""
    made = crossing(chain)
    for protocol in Protocol:
        for receipt in (_send_back(made, protocol), _send_plain_back(made, protocol)):
            made.ends.network.carry(THERE, receipt)
    packets, plain = {}, {}
    for protocol in (Protocol.WORMHOLE, Protocol.AXELAR, Protocol.LAYERZERO):
        packets[protocol] = _proved(made, protocol, _send_back(made, protocol))
        plain[protocol] = _proved(made, protocol, _send_plain_back(made, protocol))
    return Arriving(made, packets, plain)


def waiting(chain: NodeChain) -> Arriving:
    """A unit for somebody who is not known here, and one that was parked for want of that."""
    made = crossing(chain)
    stranger = chain.actor("stranger")
    receipt = _send_back(made, Protocol.WORMHOLE, stranger)
    made.ends.network.carry(THERE, receipt)
    parked = made.ends.message(THERE, receipt).encode()
    made.ends[HERE].holder("known now")
    packet = _proved(made, Protocol.WORMHOLE, _send_back(made, Protocol.WORMHOLE, stranger))
    return Arriving(made, {Protocol.WORMHOLE: packet}, {}, parked)


def claimable(chain: NodeChain) -> Arriving:
    """The same, and the recipient is known by now."""
    found = waiting(chain)
    found.made.ends[HERE].holder("stranger")
    return found


def _send_back(made: Crossing, protocol: Protocol, recipient: Actor | None = None) -> Receipt:
    alice = made.ends[THERE].chain.actor("alice")
    request = made.ends.request(THERE, HERE, recipient or alice, UNIT, protocol)
    return made.ends.send(THERE, request, alice)


def _send_plain_back(made: Crossing, protocol: Protocol) -> Receipt:
    probe, alice = made.probes[protocol][THERE], made.ends[THERE].chain.actor("alice")
    target = made.ends[HERE].chain_id
    value = probe.quote(target, PAYLOAD, GAS)
    receipt: Receipt = probe.send(target, PAYLOAD, GAS, sender=alice, value=value)
    return receipt


def _proved(made: Crossing, protocol: Protocol, receipt: Receipt) -> Packet:
    packet = made.ends.network.sent(THERE, receipt)[protocol]
    made.ends.network.protocols[protocol].verify(packet)
    return packet


def _bring(
    found: Arriving, protocol: Protocol, packet: Packet, receiver: Contract, gas: int = 2_000_000
) -> Receipt:
    if protocol is Protocol.WORMHOLE:
        approval = bytes.fromhex(packet.content["approval"])
        receipt: Receipt = receiver.executeVAAv1(approval, sender=found.carrier)
        return receipt
    carrier = found.made.ends.network.protocols[protocol]
    if isinstance(carrier, LayerZero):
        return carrier.retry_by_anyone(packet, found.carrier, gas)
    receipt = receiver.execute(
        bytes.fromhex(packet.id[2:]),
        facts.get(THERE).axelar.chain_name,
        packet.content["sender"],
        bytes.fromhex(packet.content["payload"]),
        sender=found.carrier,
    )
    return receipt


def _credited(protocol: Protocol) -> Callable[[Arriving], Receipt]:
    return lambda found: _bring(found, protocol, found.packets[protocol], found.made.bridge)


def _taken(protocol: Protocol) -> Callable[[Arriving], Receipt]:
    return lambda found: _bring(
        found, protocol, found.plain[protocol], found.made.probes[protocol][HERE]
    )


def _claim(found: Arriving) -> Receipt:
    receipt: Receipt = found.made.bridge.claim(found.parked, sender=found.carrier)
    return receipt


TOKEN = (
    "a ComplianceAwareToken under country allow, maximum balance, supply cap and 24 h volume, one "
    "lot; limits on; the lane was used before; exact fee"
)
SMALL = "1 guardian, 1 DVN; other protocols with their usual sets"
PEER = "the peer is a probe that sends or takes as many bytes and does nothing else"

OPERATIONS = (
    *(
        Operation(
            id=f"bridge.send.{NAMES[protocol]}",
            limit=LIMITS[protocol],
            conditions=f"{TOKEN}; {SMALL}; {PEER}{FLOORS.get(protocol, '')}",
            ours=Subject(crossing, _sender(protocol)),
            peers={PLAIN: Subject(crossing, _sender(protocol, plain=True))},
        )
        for protocol in Protocol
    ),
    Operation(
        id="bridge.send.wormhole.ordinary",
        conditions="a plain ERC-20 into the lane's escrow; limits on; the lane was used before",
        ours=Subject(crossing, _send_ordinary),
    ),
    *(
        Operation(
            id=f"bridge.deliver.{NAMES[protocol]}",
            conditions=f"{TOKEN}; the recipient holds some; {SMALL}; proved before where that is a "
            f"transaction of its own; {PEER}",
            ours=Subject(arriving, _credited(protocol)),
            peers={PLAIN: Subject(arriving, _taken(protocol))},
            limit=DELIVERY_LIMIT if protocol is Protocol.WORMHOLE else TRANSACTION_GAS_LIMIT,
        )
        for protocol in (Protocol.WORMHOLE, Protocol.AXELAR, Protocol.LAYERZERO)
    ),
    Operation(
        id="bridge.deliver.wormhole.parked",
        conditions=f"{TOKEN}; the recipient is not known here, so the credit is parked",
        ours=Subject(waiting, _credited(Protocol.WORMHOLE)),
    ),
    Operation(
        id="bridge.claim",
        conditions=f"{TOKEN}; parked because the recipient was not known, who holds nothing yet",
        ours=Subject(claimable, _claim),
    ),
)

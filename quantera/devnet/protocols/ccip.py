"""Chainlink CCIP 1.6: router, ramps, fee quoter, oracles and the risk management network (RMN).

Two of four oracles must sign what they commit, and two of three RMN nodes must bless it. Oracles
commit the messages of a lane without gaps, whatever becomes of their execution.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from eth_abi.abi import decode, encode
from eth_utils.crypto import keccak

from quantera.artifacts import Artifact
from quantera.devnet import prices
from quantera.devnet.protocols import ccip_reports, packages
from quantera.devnet.protocols.keys import sorted_actors
from quantera.devnet.protocols.outbox import Packet, TopUp
from quantera.devnet.protocols.protocol import (
    EXECUTION_GAS,
    Outcome,
    Protocol,
    SourceLog,
    chain_facts,
)
from quantera.devnet.standins import wrapped_coin
from quantera.evm import ZERO_ADDRESS, Actor, Receipt

COMMIT, EXECUTE = 0, 1
SUCCESS, FAILURE = 2, 3
FAULTY = 1
"""Oracles, and RMN nodes, that may lie without anything coming of it."""
RMN_NODES = 3
EVM_FAMILY = bytes.fromhex("2812d52c")
MOST_JUELS = 10**21
STALE_SECONDS = 90_000
REFRESH_SECONDS = STALE_SECONDS // 2
MANUAL_SECONDS = 3_600
GAS_FOR_CALL_EXACT_CHECK = 5_000
TO_18_DECIMALS = 10**18 // prices.USD
LINK_USD = 15 * 10**18
"""Price of LINK in USD with 18 decimals."""
LANE_SETTINGS = (
    *(True, 1, 30_000, 3_000_000, 300_000),
    # Gas for each byte of payload, more of it above a threshold; no data-availability layer.
    *(16, 40, 3_000, 0, 0, 0),
    EVM_FAMILY,
    *(False, 25, 90_000, 200_000, 11 * 10**17, STALE_SECONDS, 10),
)


class Ccip(Protocol):
    """Version 1.6.0 between all chains, behind router 1.2."""

    name = "ccip"
    verifiers = 3 * FAULTY + 1
    threshold = FAULTY + 1
    watched: ClassVar = {"on_ramp": ("CCIPMessageSent",)}

    @staticmethod
    def artifacts() -> Mapping[str, Artifact]:
        """See `Protocol.artifacts`."""
        coin = packages.wormhole("MockWETH9")
        return {
            "wrapped_coin": coin,
            "link": coin,
            "rmn": packages.ccip("v1_6_0", "rmn_remote"),
            "rmn_proxy": packages.ccip("v1_0_0", "rmn_proxy_contract"),
            "router": packages.ccip("v1_2_0", "router"),
            "token_admin_registry": packages.ccip("v1_5_0", "token_admin_registry"),
            "nonce_manager": packages.ccip("v1_6_0", "nonce_manager"),
            "fee_quoter": packages.ccip("v1_6_0", "fee_quoter"),
            "on_ramp": packages.ccip("v1_6_0", "onramp"),
            "off_ramp": packages.ccip("v1_6_0", "offramp"),
        }

    @staticmethod
    def number(chain: str) -> int:
        """Selector of a chain."""
        return chain_facts(chain).ccip.chain_selector

    # -- installation ---------------------------------------------------------------------------

    def _deploy(self, chain: str) -> None:
        admin, selector = self.admin(chain), self.number(chain)
        remotes = [self.number(remote) for remote in self.remotes(chain)]
        # Anything that has a price will do for LINK: fees are paid in the coin.
        coin, link = wrapped_coin(chain, self.chains[chain]), self.place(chain, "link")
        self.record(chain, "wrapped_coin", coin)
        rmn = self.place(chain, "rmn", selector, ZERO_ADDRESS)
        proxy = self.place(chain, "rmn_proxy", rmn)
        router = self.place(chain, "router", coin, proxy)
        registry = self.place(chain, "token_admin_registry")
        nonces = self.place(chain, "nonce_manager", [])
        quoter = self.place(
            chain,
            "fee_quoter",
            (MOST_JUELS, link, STALE_SECONDS),
            *([admin], [coin], [], []),
            [(coin, 10**18)],
            [(remote, LANE_SETTINGS) for remote in remotes],
        )
        on_ramp = self.place(
            chain,
            "on_ramp",
            (selector, proxy, nonces, registry),
            (quoter, False, ZERO_ADDRESS, admin, admin),
            [(remote, router, False) for remote in remotes],
        )
        off_ramp = self.place(
            chain,
            "off_ramp",
            (selector, GAS_FOR_CALL_EXACT_CHECK, proxy, registry, nonces),
            (quoter, MANUAL_SECONDS, ZERO_ADDRESS),
            [],
        )
        nonces.applyAuthorizedCallerUpdates(([on_ramp, off_ramp], []), sender=admin)
        quoter.applyAuthorizedCallerUpdates(([off_ramp], []), sender=admin)
        router.applyRampUpdates(
            [(remote, on_ramp) for remote in remotes],
            [],
            [(remote, off_ramp) for remote in remotes],
            sender=admin,
        )

    def _connect(self, chain: str) -> None:
        admin, router = self.admin(chain), self.at(chain, "router")
        self.at(chain, "off_ramp").applySourceChainConfigUpdates(
            [
                (router, self.number(remote), True, False, self._on_ramp(remote))
                for remote in self.remotes(chain)
            ],
            sender=admin,
        )
        self._appoint(chain)
        self._publish_prices(chain)

    def _on_ramp(self, chain: str) -> bytes:
        return encode(["address"], [self.at(chain, "on_ramp").address])

    def _appoint(self, chain: str) -> None:
        """Tell a chain who its oracles and RMN nodes are."""
        admin, carrier = self.admin(chain), self.carrier(chain)
        oracles = list(self.keys(chain))
        self.at(chain, "off_ramp").setOCR3Configs(
            [
                (self._digest(chain, COMMIT), COMMIT, FAULTY, True, oracles, [carrier]),
                (self._digest(chain, EXECUTE), EXECUTE, FAULTY, False, [], [carrier]),
            ],
            sender=admin,
        )
        nodes = [(node, at) for at, node in enumerate(self.rmn_keys(chain))]
        digest = self._digest(chain, "rmn")
        self.at(chain, "rmn").setConfig((digest, nodes, FAULTY), sender=admin)

    def _digest(self, chain: str, what: object) -> bytes:
        generation = self.installation.sites[chain].generation
        return keccak(text=f"{chain} settings of {what}, generation {generation}")

    def rmn_keys(self, chain: str) -> list[Actor]:
        """The RMN nodes that a chain listens to, by ascending address."""
        generation = self.installation.sites[chain].generation
        return sorted_actors(f"{self.name} rmn node {generation}.{at}" for at in range(RMN_NODES))

    def quorum(self, chain: str) -> list[Actor]:
        """As many oracles and as many RMN nodes as it takes."""
        return super().quorum(chain) + self.rmn_keys(chain)[: FAULTY + 1]

    def rotate(self, chain: str) -> None:
        """Appoint the next oracles and RMN nodes; reports of those before are void."""
        self.installation.sites[chain].generation += 1
        self._appoint(chain)

    def scale_fees(self, chain: str, factor: int) -> None:
        """See `Protocol.scale_fees`."""
        self.installation.sites[chain].fee_factor = factor
        self._publish_prices(chain)

    def upkeep(self, chain: str) -> None:
        """Publish prices again before they are stale, as the oracles do."""
        quoter = self.at(chain, "fee_quoter")
        coin = self.installation.sites[chain].contracts["wrapped_coin"]
        published = quoter.getTokenPrice(coin).timestamp
        if self.chains[chain].timestamp - published > REFRESH_SECONDS:
            self._publish_prices(chain)

    def _publish_prices(self, chain: str) -> None:
        site = self.installation.sites[chain]
        coin = prices.coin_usd(chain) * TO_18_DECIMALS
        self.at(chain, "fee_quoter").updatePrices(
            (
                [(site.contracts["wrapped_coin"], coin), (site.contracts["link"], LINK_USD)],
                [
                    (self.number(remote), prices.gas_usd(remote) * site.fee_factor)
                    for remote in self.remotes(chain)
                ],
            ),
            sender=self.admin(chain),
        )

    # -- messages -------------------------------------------------------------------------------

    def read(self, chain: str, log: SourceLog) -> Packet | TopUp | None:
        """See `Protocol.read`."""
        destination = self.chain_numbered(log.args["destChainSelector"])
        if destination is None:
            return None
        content = _content(log.args["message"])
        return Packet(
            id="0x" + content["id"],
            source=chain,
            destination=destination,
            block=log.block,
            transaction=log.transaction,
            log_index=log.log_index,
            content=content,
        )

    def is_verified(self, packet: Packet) -> bool:
        """See `Protocol.is_verified`."""
        root = ccip_reports.leaf_of(packet.content, self._on_ramp(packet.source))
        off_ramp = self.at(packet.destination, "off_ramp")
        return bool(off_ramp.getMerkleRoot(self.number(packet.source), root))

    def verify(
        self, packet: Packet, target: str | None = None, keys: Sequence[Actor] | None = None
    ) -> None:
        """Commit the message, and whatever before it on its lane is not committed yet."""
        there = target or packet.destination
        off_ramp = self.at(there, "off_ramp")
        on_ramp = self._on_ramp(packet.source)
        first = off_ramp.getSourceChainConfig(self.number(packet.source)).minSeqNr
        contents = [*self._missing(packet, first), packet.content]
        roots = [ccip_reports.root_of(content, on_ramp) for content in contents]
        signers = self.quorum(there) if keys is None else keys
        nodes = set(self.rmn_keys(there))
        rmn = self.at(there, "rmn").address
        place = (
            self.chains[there].chain_id,
            self.number(there),
            rmn,
            off_ramp.address,
            self._digest(there, "rmn"),
        )
        blessed = ccip_reports.blessings(place, roots, [key for key in signers if key in nodes])
        report = ccip_reports.encoded_commit(roots, blessed)
        context = [self._digest(packet.destination, COMMIT), bytes(32)]
        oracles = [key for key in signers if key not in nodes]
        proof = ccip_reports.oracle_signatures(report, context, oracles)
        self._send(there, off_ramp.commit, context, report, *proof)

    def _missing(self, packet: Packet, first: int) -> list[dict[str, Any]]:
        """What was sent on the same lane from a number on and before the message."""
        last: int = packet.content["sequence"] - 1
        if first > last:
            return []
        node, ramp = self.chains[packet.source], self.at(packet.source, "on_ramp")
        found = []
        for entry in node.logs_between(0, packet.block, [ramp.address]):
            event = node.registry.decode_log(entry.log.topics, entry.log.data)
            if event is None or event[0] != "CCIPMessageSent":
                continue
            to_there = event[1]["destChainSelector"] == packet.content["destination"]
            if to_there and first <= event[1]["sequenceNumber"] <= last:
                found.append(_content(event[1]["message"]))
        return found

    def _state(self, packet: Packet, chain: str) -> int:
        number = self.number(packet.source)
        off_ramp = self.at(chain, "off_ramp")
        return int(off_ramp.getExecutionState(number, packet.content["sequence"]))

    def is_delivered(self, packet: Packet) -> bool:
        """See `Protocol.is_delivered`."""
        return self._state(packet, packet.destination) == SUCCESS

    def deliver(self, packet: Packet, target: str | None = None, gas: int | None = None) -> Outcome:
        """Execute a committed message; one that failed before is executed as anybody may."""
        there = target or packet.destination
        off_ramp = self.at(there, "off_ramp")
        if self._state(packet, there) == FAILURE:
            self.execute_by_hand(packet, self.carrier(there), gas or packet.content["gas"])
            return Outcome(True)
        context = [self._digest(there, EXECUTE), bytes(32)]
        receipt: Receipt = self._send(
            there,
            off_ramp.execute,
            context,
            ccip_reports.encoded_execution(packet),
            gas=gas or EXECUTION_GAS,
        )
        changes = receipt.events.of(off_ramp).named("ExecutionStateChanged")
        if not changes:
            return Outcome(False, "skipped: it has been executed")
        if changes[0].state != SUCCESS:
            return Outcome(False, f"receiver refused: 0x{changes[0].returnData.hex()}")
        return Outcome(True)

    def execute_by_hand(self, packet: Packet, sender: Actor, gas: int) -> Receipt:
        """Execute a message that failed, with other gas for the receiver; anybody may.

        Raises:
            Refused: it fails again.
        """
        off_ramp = self.at(packet.destination, "off_ramp")
        report = ccip_reports.execution_of(packet)
        receipt: Receipt = self._send(
            packet.destination,
            off_ramp.manuallyExecute,
            [report],
            [[(gas, [])]],
            gas=EXECUTION_GAS,
            sender=sender,
        )
        return receipt

    def forge(
        self, source: str, destination: str, sender: str, receiver: str, payload: bytes
    ) -> Packet:
        """See `Protocol.forge`; it takes the number that the lane comes to next."""
        number = self.number(source)
        off_ramp = self.at(destination, "off_ramp")
        sequence: int = off_ramp.getSourceChainConfig(number).minSeqNr
        identifier = keccak(text=f"forged {source} {destination} {sequence}") + payload
        content: dict[str, Any] = {
            "id": keccak(identifier).hex(),
            "source": number,
            "destination": self.number(destination),
            "sequence": sequence,
            "nonce": 0,
            "sender": sender,
            "data": payload.hex(),
            "receiver": receiver,
            "gas": 200_000,
        }
        return Packet(
            id="0x" + content["id"], source=source, destination=destination, content=content
        )


def _content(message: Any) -> dict[str, Any]:
    header = message.header
    (receiver,) = decode(["address"], message.receiver)
    # Behind a tag of four bytes the gas comes first, whichever version of the arguments it is.
    gas = int.from_bytes(message.extraArgs[4:36])
    return {
        "id": header.messageId.hex(),
        "source": header.sourceChainSelector,
        "destination": header.destChainSelector,
        "sequence": header.sequenceNumber,
        "nonce": header.nonce,
        "sender": message.sender,
        "data": message.data.hex(),
        "receiver": receiver,
        "gas": gas,
    }

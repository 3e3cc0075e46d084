"""LayerZero V2: endpoint, message libraries, two verifier networks (DVNs), executor and price feed.

Both DVNs are required, each signing with one key: a path with a single one is what the theft of
one key empties. Messages may be executed in any order once all before them are verified.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from eth_abi.abi import encode
from eth_abi.packed import encode_packed
from eth_utils.crypto import keccak

from quantera.artifacts import Artifact
from quantera.devnet import prices
from quantera.devnet.protocols import packages
from quantera.devnet.protocols.keys import packed, sign_message
from quantera.devnet.protocols.outbox import Packet, TopUp
from quantera.devnet.protocols.protocol import (
    EXECUTION_GAS,
    Outcome,
    Protocol,
    Refused,
    SourceLog,
    chain_facts,
    word,
)
from quantera.evm import Actor, Contract, Receipt, to_address

DVNS = ("dvn_a", "dvn_b")
TREASURY_GAS_LIMIT = 10**12
TREASURY_FEE_CAP = 10**5
NATIVE_DECIMALS = 10**18
CONFIRMATIONS = 1
LARGEST_MESSAGE = 10_000
BASE_GAS = 80_000
"""Gas that executor and DVNs charge on top of what an application asks for."""
MULTIPLIER_BPS = 12_000
NATIVE_CAP = 10**18
RATIO_DENOMINATOR = 10**20
GAS_PER_BYTE = 16
VERSION_1_EIDS = 30_000
"""Endpoint ids of version 2 are those of version 1, by which prices are kept, plus this."""
HEADER = 81
PROOF_SECONDS = 3_600
"""How long what a DVN signs may be executed."""
DVN_NUMBER = 100
EXECUTOR = 1
GAS_OPTION = 1
ULN_KIND = 2
ULN_SETTINGS = "(uint64,uint8,uint8,uint8,address[],address[])"
NONE_OPTIONAL = 255
"""Zero would mean the default number of optional DVNs."""


class LayerZero(Protocol):
    """The whole stack on each chain."""

    name = "layerzero"
    verifiers = len(DVNS)
    threshold = len(DVNS)
    watched: ClassVar = {"endpoint": ("PacketSent",)}

    @staticmethod
    def artifacts() -> Mapping[str, Artifact]:
        """See `Protocol.artifacts`."""
        dvn = packages.layerzero("uln/dvn", "DVN")
        dvn_fees = packages.layerzero("uln/dvn", "DVNFeeLib")
        return {
            "endpoint": packages.layerzero("", "EndpointV2"),
            "send_library": packages.layerzero("uln/uln302", "SendUln302"),
            "receive_library": packages.layerzero("uln/uln302", "ReceiveUln302"),
            "treasury": packages.layerzero("", "Treasury"),
            "price_feed": packages.layerzero("", "PriceFeed"),
            "executor": packages.layerzero("", "Executor"),
            "executor_fees": packages.layerzero("", "ExecutorFeeLib"),
            **dict.fromkeys(DVNS, dvn),
            **{f"{name}_fees": dvn_fees for name in DVNS},
        }

    @staticmethod
    def number(chain: str) -> int:
        """Endpoint id of a chain."""
        return chain_facts(chain).layerzero.eid

    # -- installation ---------------------------------------------------------------------------

    def _deploy(self, chain: str) -> None:
        admin, carrier, eid = self.admin(chain), self.carrier(chain), self.number(chain)
        endpoint = self.place(chain, "endpoint", eid, admin)
        send = self.place(chain, "send_library", endpoint, TREASURY_GAS_LIMIT, TREASURY_FEE_CAP)
        receive = self.place(chain, "receive_library", endpoint)
        treasury = self.place(chain, "treasury")
        send.setTreasury(treasury, sender=admin)
        feed = self.place(chain, "price_feed")
        feed.initialize(admin, sender=admin)
        executor = self.place(chain, "executor")
        libraries = [send, receive]
        executor.initialize(
            endpoint,
            to_address(bytes(20)),
            libraries,
            feed,
            admin,
            [admin, carrier],
            sender=admin,
        )
        fees = self.place(chain, "executor_fees", eid, NATIVE_DECIMALS)
        executor.setWorkerFeeLib(fees, sender=admin)
        for at, name in enumerate(DVNS):
            signers = [self.keys(chain)[at]]
            roles = [admin, carrier]
            dvn = self.place(chain, name, eid, DVN_NUMBER + at, libraries, feed, signers, 1, roles)
            fees = self.place(chain, f"{name}_fees", eid, NATIVE_DECIMALS)
            dvn.setWorkerFeeLib(fees, sender=admin)
        for library in libraries:
            endpoint.registerLibrary(library, sender=admin)

    def _connect(self, chain: str) -> None:
        admin = self.admin(chain)
        eids = [self.number(remote) for remote in self.remotes(chain)]
        send, receive = self.at(chain, "send_library"), self.at(chain, "receive_library")
        config = self.verifier_settings(chain, DVNS, optional=0)
        for library in (send, receive):
            library.setDefaultUlnConfigs([(eid, config) for eid in eids], sender=admin)
        executor = self.at(chain, "executor")
        send.setDefaultExecutorConfigs(
            [(eid, (LARGEST_MESSAGE, executor)) for eid in eids], sender=admin
        )
        executor.setDstConfig(
            [(eid, BASE_GAS, 0, MULTIPLIER_BPS, 0, NATIVE_CAP) for eid in eids], sender=admin
        )
        for name in DVNS:
            self.at(chain, name).setDstConfig(
                [(eid, BASE_GAS, MULTIPLIER_BPS, 0) for eid in eids], sender=admin
            )
        self.scale_fees(chain, 1)
        endpoint = self.at(chain, "endpoint")
        for eid in eids:
            endpoint.setDefaultSendLibrary(eid, send, sender=admin)
            endpoint.setDefaultReceiveLibrary(eid, receive, 0, sender=admin)

    def verifier_settings(
        self, chain: str, names: Sequence[str], optional: int = NONE_OPTIONAL
    ) -> tuple[object, ...]:
        """ULN settings of a chain that require some of its DVNs and no other."""
        required = sorted(
            (self.at(chain, name).address for name in names), key=lambda address: int(address, 16)
        )
        return (CONFIRMATIONS, len(required), optional, 0, required, [])

    def library_parameter(
        self, chain: str, remote: str, names: Sequence[str]
    ) -> tuple[int, int, bytes]:
        """What an application sets to require some DVNs for one path: number, kind, settings."""
        settings = encode([ULN_SETTINGS], [self.verifier_settings(chain, names)])
        return self.number(remote), ULN_KIND, settings

    def require(self, chain: str, app: str, delegate: Actor, names: Sequence[str]) -> None:
        """Have an application trust some DVNs of its own choice, both ways.

        Args:
            chain: where the application is.
            app: its address.
            delegate: who may configure it.
            names: the DVNs, all of which must vouch.
        """
        endpoint = self.at(chain, "endpoint")
        changes = [self.library_parameter(chain, remote, names) for remote in self.remotes(chain)]
        for library in ("send_library", "receive_library"):
            endpoint.setConfig(app, self.at(chain, library), changes, sender=delegate)

    def scale_fees(self, chain: str, factor: int) -> None:
        """See `Protocol.scale_fees`."""
        admin, feed = self.admin(chain), self.at(chain, "price_feed")
        here = prices.coin_usd(chain)
        updates = [
            (
                self.number(remote) - VERSION_1_EIDS,
                (
                    prices.coin_usd(remote) * RATIO_DENOMINATOR // here,
                    prices.GAS_WEI[remote] * factor,
                    GAS_PER_BYTE,
                ),
            )
            for remote in self.remotes(chain)
        ]
        feed.setPrice(updates, sender=admin)
        feed.setNativeTokenPriceUSD(here * RATIO_DENOMINATOR // prices.USD, sender=admin)

    def rotate(self, chain: str) -> None:
        """Give both DVNs new signers; what the old ones signed and is not executed is void."""
        site = self.installation.sites[chain]
        after = self.keys(chain, site.generation + 1)
        for at, name in enumerate(DVNS):
            dvn, before = self.at(chain, name), self.keys(chain)[at]
            # Signers are added before they are taken away: there may never be too few.
            self._instruct(chain, name, dvn, dvn.setSigner.encode(after[at], True), before)
            self._instruct(chain, name, dvn, dvn.setSigner.encode(before, False), after[at])
        site.generation += 1

    def _instruct(
        self, chain: str, name: str, target: Contract, call: bytes, signer: Actor
    ) -> Receipt:
        """Have a DVN make a call that its signer signed; it swallows refusals."""
        node = self.chains[chain]
        number = DVN_NUMBER + DVNS.index(name)
        expires = node.timestamp + PROOF_SECONDS
        digest = keccak(
            encode_packed(
                ["uint32", "address", "uint256", "bytes"], [number, str(target), expires, call]
            )
        )
        proof = packed([sign_message(signer, digest)])
        instruction = (number, target, call, expires, proof)
        dvn = self.at(chain, name)
        receipt: Receipt = self._send(chain, dvn.execute, [instruction])
        for failure in ("VerifySignaturesFailed", "ExecuteFailed"):
            if receipt.events.of(dvn).named(failure):
                raise Refused(f"{name} on {chain}: {failure}")
        return receipt

    # -- messages -------------------------------------------------------------------------------

    def read(self, chain: str, log: SourceLog) -> Packet | TopUp | None:
        """See `Protocol.read`."""
        encoded: bytes = log.args["encodedPayload"]
        destination = self.chain_numbered(int.from_bytes(encoded[45:49]))
        if destination is None:
            return None
        return self._packet(
            chain,
            destination,
            encoded,
            gas_of(log.args["options"]),
            block=log.block,
            transaction=log.transaction,
            log_index=log.log_index,
        )

    @staticmethod
    def _packet(
        source: str,
        destination: str,
        encoded: bytes,
        gas: int,
        *,
        block: int = 0,
        transaction: str = "",
        log_index: int = 0,
    ) -> Packet:
        return Packet(
            id="0x" + encoded[HEADER : HEADER + 32].hex(),
            source=source,
            destination=destination,
            block=block,
            transaction=transaction,
            log_index=log_index,
            content={"encoded": encoded.hex(), "gas": gas},
        )

    def _path(self, packet: Packet) -> tuple[str, int, bytes, int]:
        """Receiver, source endpoint, sender and number of a message."""
        encoded = bytes.fromhex(packet.content["encoded"])
        return (
            to_address(encoded[61:HEADER]),
            int.from_bytes(encoded[9:13]),
            encoded[13:45],
            int.from_bytes(encoded[1:9]),
        )

    def _committed(self, packet: Packet, chain: str) -> bytes:
        found: bytes = self.at(chain, "endpoint").inboundPayloadHash(*self._path(packet))
        return found

    def is_verified(self, packet: Packet) -> bool:
        """See `Protocol.is_verified`."""
        encoded = bytes.fromhex(packet.content["encoded"])
        return self._committed(packet, packet.destination) == keccak(encoded[HEADER:])

    def verify(
        self, packet: Packet, target: str | None = None, keys: Sequence[Actor] | None = None
    ) -> None:
        """Have each DVN vouch for the message, and commit what all of them vouch for."""
        there = target or packet.destination
        encoded = bytes.fromhex(packet.content["encoded"])
        header, payload_hash = encoded[:HEADER], keccak(encoded[HEADER:])
        library = self.at(there, "receive_library")
        call = library.verify.encode(header, payload_hash, CONFIRMATIONS)
        signers = self.keys(there) if keys is None else keys
        # A DVN without a key of its own in hand stays silent.
        for name, signer in zip(DVNS, signers, strict=False):
            self._instruct(there, name, library, call, signer)
        self._send(there, library.commitVerification, header, payload_hash)

    def is_delivered(self, packet: Packet) -> bool:
        """See `Protocol.is_delivered`."""
        receiver, eid, sender, number = self._path(packet)
        endpoint = self.at(packet.destination, "endpoint")
        passed = endpoint.lazyInboundNonce(receiver, eid, sender) >= number
        return bool(passed and not int.from_bytes(self._committed(packet, packet.destination)))

    def deliver(self, packet: Packet, target: str | None = None, gas: int | None = None) -> Outcome:
        """Have the executor call the endpoint, which calls the receiver; failures are caught."""
        there = target or packet.destination
        receiver, eid, sender, number = self._path(packet)
        endpoint = self.at(there, "endpoint")
        if endpoint.inboundNonce(receiver, eid, sender) < number:
            return Outcome(False, "an earlier message is not verified", waits=True)
        encoded = bytes.fromhex(packet.content["encoded"])
        given = packet.content["gas"] if gas is None else gas
        origin = (eid, sender, number)
        guid, message = encoded[HEADER : HEADER + 32], encoded[HEADER + 32 :]
        receipt: Receipt = self._send(
            there,
            self.at(there, "executor").execute302,
            (receiver, origin, guid, message, b"", given),
            gas=EXECUTION_GAS,
        )
        alerts = receipt.events.of(endpoint).named("LzReceiveAlert")
        if alerts:
            return Outcome(False, f"receiver refused: 0x{alerts[0].reason.hex()}")
        return Outcome(True)

    def retry_by_anyone(self, packet: Packet, stranger: Actor, gas: int) -> Receipt:
        """Deliver a verified message as anybody may, when the executor gave up on it.

        Raises:
            Reverted: the receiver refuses.
        """
        receiver, eid, sender, number = self._path(packet)
        encoded = bytes.fromhex(packet.content["encoded"])
        guid, message = encoded[HEADER : HEADER + 32], encoded[HEADER + 32 :]
        receipt: Receipt = self.at(packet.destination, "endpoint").lzReceive(
            (eid, sender, number), receiver, guid, message, b"", sender=stranger, gas=gas
        )
        return receipt

    def forge(
        self, source: str, destination: str, sender: str, receiver: str, payload: bytes
    ) -> Packet:
        """See `Protocol.forge`; it takes the number that the path comes to next."""
        here, there = self.number(source), self.number(destination)
        endpoint = self.at(destination, "endpoint")
        number = endpoint.inboundNonce(receiver, here, word(sender)) + 1
        path = (
            number.to_bytes(8)
            + here.to_bytes(4)
            + word(sender)
            + there.to_bytes(4)
            + word(receiver)
        )
        encoded = b"\x01" + path + keccak(path) + payload
        return self._packet(source, destination, encoded, 200_000)


def gas_of(options: bytes) -> int:
    """Gas that a sender asked the executor to give, in all entries of its options (type 3)."""
    at, gas = 2, 0
    while at < len(options):
        worker, size = options[at], int.from_bytes(options[at + 1 : at + 3])
        entry = options[at + 3 : at + 3 + size]
        if worker == EXECUTOR and entry[0] == GAS_OPTION:
            gas += int.from_bytes(entry[1:17])
        at += 3 + size
    return gas

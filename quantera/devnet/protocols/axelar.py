"""Axelar: the consensus gateway, the kind that runs on all five chains, and the gas service.

Validators of weight one each sign batches of commands; an approved call can then be executed by
anybody. A relayer executes a call for which gas was paid, at once or later, and no other.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.artifacts import Artifact
from quantera.devnet import prices
from quantera.devnet.protocols import packages
from quantera.devnet.protocols.keys import sign_message
from quantera.devnet.protocols.outbox import Packet, TopUp
from quantera.devnet.protocols.protocol import (
    DELIVERY_GAS,
    Outcome,
    Protocol,
    Refused,
    SourceLog,
    chain_facts,
)
from quantera.evm import ZERO_ADDRESS, Actor
from quantera.evm.abi import ContractAbi

BASE_FEE = 10**12
"""Part of an estimate that does not depend on gas, in wei."""
APPROVE = "approveContractCall"
TRANSFER_OPERATORSHIP = "transferOperatorship"


@cache
def _receiver() -> ContractAbi:
    text = ("bytes32", "string", "string", "bytes")
    return ContractAbi(
        "AxelarReceiver",
        [
            {
                "type": "function",
                "name": "execute",
                "stateMutability": "nonpayable",
                "inputs": [{"name": f"value{at}", "type": kind} for at, kind in enumerate(text)],
                "outputs": [],
            }
        ],
    )


class Axelar(Protocol):
    """Gateway, its authorisation module and the gas service on each chain."""

    name = "axelar"
    verifiers = 4
    threshold = 3
    watched: ClassVar = {"gateway": ("ContractCall",), "gas_service": ("NativeGasAdded",)}

    @staticmethod
    def artifacts() -> Mapping[str, Artifact]:
        """See `Protocol.artifacts`."""
        return {
            "auth": packages.axelar("auth", "AxelarAuthWeighted"),
            "token_deployer": packages.axelar("", "TokenDeployer"),
            "gateway": packages.axelar("", "AxelarGateway"),
            "gateway_proxy": packages.axelar("", "AxelarGatewayProxy"),
            "gas_service": packages.axelar("gas-service", "AxelarGasService"),
            "gas_service_proxy": packages.axelar("gas-service", "AxelarGasServiceProxy"),
        }

    @staticmethod
    def number(chain: str) -> int:
        """Axelar has names; their hash, as `AxelarProbe` tells chains apart."""
        return int.from_bytes(keccak(text=chain_facts(chain).axelar.chain_name)[-8:])

    # -- installation ---------------------------------------------------------------------------

    def _deploy(self, chain: str) -> None:
        admin = self.admin(chain)
        operators = self._operators(chain, 0)
        auth = self.place(chain, "auth", [operators])
        deployer = self.place(chain, "token_deployer")
        logic = self.place(chain, "gateway", auth, deployer)
        roles = encode(["address", "address", "bytes"], [str(admin), str(admin), b""])
        proxy = self.place(chain, "gateway_proxy", logic, roles)
        self.record(chain, "gateway", proxy)
        auth.transferOwnership(proxy, sender=admin)
        service = self.place(chain, "gas_service", admin)
        proxy = self.place(chain, "gas_service_proxy")
        proxy.init(service, admin, b"", sender=admin)
        self.record(chain, "gas_service", proxy)

    def _connect(self, chain: str) -> None:
        self.scale_fees(chain, 1)

    def _operators(self, chain: str, generation: int) -> bytes:
        keys = [str(key) for key in self.keys(chain, generation)]
        return encode(
            ["address[]", "uint256[]", "uint256"], [keys, [1] * len(keys), self.threshold]
        )

    def scale_fees(self, chain: str, factor: int) -> None:
        """See `Protocol.scale_fees`."""
        names = [chain_facts(remote).axelar.chain_name for remote in self.remotes(chain)]
        infos = [
            (0, 0, BASE_FEE * factor, prices.gas_elsewhere(chain, remote) * factor, 0, 0)
            for remote in self.remotes(chain)
        ]
        service = self.at(chain, "gas_service")
        service.updateGasInfo(names, infos, sender=self.admin(chain))

    def rotate(self, chain: str) -> None:
        """Hand over to the next validators; the gateway believes the last sixteen sets of them."""
        site = self.installation.sites[chain]
        after = self._operators(chain, site.generation + 1)
        command = keccak(text=f"rotation {chain} {site.generation + 1}")
        batch = self._batch(chain, command, TRANSFER_OPERATORSHIP, after, self.keys(chain))
        self._send(chain, self.at(chain, "gateway").execute, batch)
        site.generation += 1

    # -- messages -------------------------------------------------------------------------------

    def read(self, chain: str, log: SourceLog) -> Packet | TopUp | None:
        """See `Protocol.read`."""
        if log.name == "NativeGasAdded":
            return TopUp("0x" + log.args["txHash"].hex(), log.args["logIndex"])
        names = {chain_facts(name).axelar.chain_name: name for name in self.chains}
        destination = names.get(log.args["destinationChain"])
        if log.name != "ContractCall" or destination is None:
            return None
        identifier = keccak(text=f"{chain} {log.transaction} {log.log_index}")
        return Packet(
            id="0x" + identifier.hex(),
            source=chain,
            destination=destination,
            block=log.block,
            transaction=log.transaction,
            log_index=log.log_index,
            content={
                "sender": log.args["sender"],
                "receiver": log.args["destinationContractAddress"],
                "payload": log.args["payload"].hex(),
            },
            state="seen" if self._is_paid(chain, log) else "unpaid",
        )

    def _is_paid(self, chain: str, log: SourceLog) -> bool:
        # The payment lies before the call, in the same transaction.
        node = self.chains[chain]
        service = self.at(chain, "gas_service")
        for entry in node.logs_of(log.transaction):
            if entry.address != service.address:
                continue
            event = node.registry.decode_log(entry.topics, entry.data)
            if event is None or event[0] != "NativeGasPaidForContractCall":
                continue
            if event[1]["payloadHash"] == log.args["payloadHash"]:
                return True
        return False

    def is_verified(self, packet: Packet) -> bool:
        """See `Protocol.is_verified`."""
        gateway = self.at(packet.destination, "gateway")
        return bool(gateway.isCommandExecuted(bytes.fromhex(packet.id[2:])))

    def verify(
        self, packet: Packet, target: str | None = None, keys: Sequence[Actor] | None = None
    ) -> None:
        """Have the gateway approve the call."""
        there = target or packet.destination
        payload_hash = keccak(hexstr=packet.content["payload"])
        call = encode(
            ["string", "string", "address", "bytes32", "bytes32", "uint256"],
            [
                *self._origin(packet),
                packet.content["receiver"],
                payload_hash,
                bytes.fromhex(packet.transaction[2:]),
                packet.log_index,
            ],
        )
        signers = self.quorum(there) if keys is None else keys
        command = bytes.fromhex(packet.id[2:])
        batch = self._batch(packet.destination, command, APPROVE, call, signers)
        self._send(there, self.at(there, "gateway").execute, batch)

    @staticmethod
    def _origin(packet: Packet) -> tuple[str, str]:
        return chain_facts(packet.source).axelar.chain_name, packet.content["sender"]

    def _batch(
        self, chain: str, command: bytes, kind: str, parameters: bytes, signers: Sequence[Actor]
    ) -> bytes:
        data = encode(
            ["uint256", "bytes32[]", "string[]", "bytes[]"],
            [self.chains[chain].chain_id, [command], [kind], [parameters]],
        )
        generation = self._generation_of(chain, signers)
        operators = [str(key) for key in self.keys(chain, generation)]
        ordered = sorted(signers, key=lambda signer: int(signer, 16))
        proof = encode(
            ["address[]", "uint256[]", "uint256", "bytes[]"],
            [
                operators,
                [1] * len(operators),
                self.threshold,
                [sign_message(signer, keccak(data)).packed for signer in ordered],
            ],
        )
        return encode(["bytes", "bytes"], [data, proof])

    def _generation_of(self, chain: str, signers: Sequence[Actor]) -> int:
        current = self.installation.sites[chain].generation
        return next(
            (at for at in range(current, -1, -1) if set(signers) <= set(self.keys(chain, at))),
            current,
        )

    def is_delivered(self, packet: Packet) -> bool:
        """See `Protocol.is_delivered`."""
        return self.is_verified(packet) and not self._is_approved(packet, packet.destination)

    def _is_approved(self, packet: Packet, chain: str) -> bool:
        approved: Any = self.at(chain, "gateway").isContractCallApproved(
            bytes.fromhex(packet.id[2:]),
            *self._origin(packet),
            packet.content["receiver"],
            keccak(hexstr=packet.content["payload"]),
        )
        return bool(approved)

    def deliver(self, packet: Packet, target: str | None = None, gas: int | None = None) -> Outcome:
        """Call the receiver, which asks the gateway."""
        there = target or packet.destination
        receiver = self.chains[there].at(packet.content["receiver"], _receiver())
        arguments = (
            bytes.fromhex(packet.id[2:]),
            *self._origin(packet),
            bytes.fromhex(packet.content["payload"]),
        )
        try:
            self._send(there, receiver.execute, *arguments, gas=gas or DELIVERY_GAS)
        except Refused as error:
            # What is still approved can be executed again by anybody.
            if self._is_approved(packet, there):
                return Outcome(False, str(error))
            raise
        return Outcome(True)

    def forge(
        self, source: str, destination: str, sender: str, receiver: str, payload: bytes
    ) -> Packet:
        """See `Protocol.forge`."""
        identifier = keccak(text=f"forged {source} {destination}") + payload
        return Packet(
            id="0x" + keccak(identifier).hex(),
            source=source,
            destination=destination,
            transaction=ZERO_ADDRESS + "00" * 12,
            content={"sender": sender, "receiver": receiver, "payload": payload.hex()},
        )

"""A bridge message as it crosses: the same bytes as `BridgeMessages` writes on-chain.

Packed and big-endian, in the order of `Message`'s attributes behind a version byte; lots come last,
behind their count. The id is the hash of the bytes, whatever protocol carries them.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self

from eth_utils.crypto import keccak

from quantera.evm import ZERO_ADDRESS, to_address

VERSION = 1
HEAD_BYTES = 156
"""Size of a message without lots."""
LOT_BYTES = 32
MOST_LOTS = 64
ALLOTMENT_KEY_BITS = 248
_ADDRESS = 20


class Kind(IntEnum):
    """What a message does at its destination."""

    TRANSFER = 1
    RETURN = 2
    ALLOTMENT = 3
    DELIVERY = 4


class MessageMalformedError(ValueError):
    """Bytes that are no message, or parts that fit in none; the text says why."""


@dataclass(frozen=True)
class Message:
    """One message.

    Attributes:
        kind: what it does.
        source_chain_id: EIP-155 id of the chain that sends.
        destination_chain_id: EIP-155 id of the chain that it is for.
        nonce: tells it from others of the same content: the second in which it was written, times
            65,536, and their count in that second.
        asset: the asset's address on the source; for DELIVERY the payment's chain id.
        sender: who sent it.
        recipient: who is credited.
        amount: in the asset's shared decimals; for DELIVERY 1 when paid, 0 when given up.
        identity: the sender's identity, the zero address for assets without identities.
        reference: id of the message that a RETURN returns, a DELIVERY's settlement id, an
            ALLOTMENT's limit and key, zero for a TRANSFER. A RETURN has the nonce of what it
            returns.
        decimals: in which a TRANSFER's or RETURN's amount is; zero for the others.
        lots: words as the source's engine gave them.
    """

    kind: Kind
    source_chain_id: int
    destination_chain_id: int
    nonce: int
    asset: str
    sender: str
    recipient: str
    amount: int
    identity: str = ZERO_ADDRESS
    reference: bytes = bytes(32)
    decimals: int = 0
    lots: tuple[int, ...] = ()

    @property
    def id(self) -> bytes:
        """Its id on every chain and over every protocol."""
        return keccak(self.encode())

    def encode(self) -> bytes:
        """The bytes that cross.

        Raises:
            MessageMalformedError: a part does not fit.
        """
        if len(self.lots) > MOST_LOTS:
            raise MessageMalformedError(f"{len(self.lots)} lots, at most {MOST_LOTS} fit")
        if len(self.reference) != LOT_BYTES:
            raise MessageMalformedError(f"the reference has {len(self.reference)} bytes, not 32")
        try:
            head = (
                bytes([VERSION, self.kind])
                + self.source_chain_id.to_bytes(8)
                + self.destination_chain_id.to_bytes(8)
                + self.nonce.to_bytes(8)
                + b"".join(map(_raw, (self.asset, self.sender, self.recipient)))
                + self.amount.to_bytes(16)
                + _raw(self.identity)
                + self.reference
                + self.decimals.to_bytes(1)
                + bytes([len(self.lots)])
            )
            return head + b"".join(lot.to_bytes(LOT_BYTES) for lot in self.lots)
        except OverflowError as error:
            raise MessageMalformedError(f"a number does not fit: {error}") from error

    @classmethod
    def decode(cls, encoded: bytes) -> Self:
        """The message of some bytes.

        Raises:
            MessageMalformedError: they are none.
        """
        if len(encoded) < HEAD_BYTES:
            raise MessageMalformedError(f"{len(encoded)} bytes, a message has {HEAD_BYTES} or more")
        if encoded[0] != VERSION:
            raise MessageMalformedError(f"version {encoded[0]}, not {VERSION}")
        if encoded[1] not in set(Kind):
            raise MessageMalformedError(f"kind {encoded[1]}")
        size = HEAD_BYTES + LOT_BYTES * encoded[HEAD_BYTES - 1]
        if len(encoded) != size or encoded[HEAD_BYTES - 1] > MOST_LOTS:
            raise MessageMalformedError(f"{len(encoded)} bytes with {encoded[HEAD_BYTES - 1]} lots")
        return cls(
            kind=Kind(encoded[1]),
            source_chain_id=int.from_bytes(encoded[2:10]),
            destination_chain_id=int.from_bytes(encoded[10:18]),
            nonce=int.from_bytes(encoded[18:26]),
            asset=to_address(encoded[26:46]),
            sender=to_address(encoded[46:66]),
            recipient=to_address(encoded[66:86]),
            amount=int.from_bytes(encoded[86:102]),
            identity=to_address(encoded[102:122]),
            reference=encoded[122:154],
            decimals=encoded[154],
            lots=tuple(
                int.from_bytes(encoded[at : at + LOT_BYTES])
                for at in range(HEAD_BYTES, size, LOT_BYTES)
            ),
        )


def allotment_reference(limit: int, key: int) -> bytes:
    """An ALLOTMENT's reference: the number of the limit and the key within it.

    Raises:
        MessageMalformedError: one of them does not fit.
    """
    if not 0 <= limit < 1 << 8 or not 0 <= key < 1 << ALLOTMENT_KEY_BITS:
        raise MessageMalformedError(f"limit {limit}, key {key}")
    return (limit << ALLOTMENT_KEY_BITS | key).to_bytes(32)


def allotment_of(reference: bytes) -> tuple[int, int]:
    """The limit and the key that an ALLOTMENT's reference names."""
    return reference[0], int.from_bytes(reference[1:])


def _raw(address: str) -> bytes:
    raw = bytes.fromhex(address.removeprefix("0x"))
    if len(raw) != _ADDRESS:
        raise MessageMalformedError(f"{address} is no address")
    return raw

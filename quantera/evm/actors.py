"""Named accounts with keys derived from their names, and all there is to know of addresses."""

from functools import lru_cache
from typing import Protocol

from cchecksum import to_checksum_address
from coincurve import PrivateKey
from eth_utils.crypto import keccak

ZERO_ADDRESS = "0x" + "00" * 20


class Addressed(Protocol):
    """Anything that stands for an address: a contract handle, for one."""

    @property
    def address(self) -> str:
        """Checksummed address."""


AddressLike = str | bytes | Addressed


class Actor(str):
    """A funded account of a test, usable wherever an address is.

    Attributes:
        name: the role it plays, such as `holder`.
        key: its private key (32 bytes), for signatures.
    """

    __slots__ = ("key", "name")

    name: str
    key: bytes

    def __repr__(self) -> str:
        return f"<{self.name} {self[:8]}>"


@lru_cache(maxsize=4096)
def actor_named(name: str) -> Actor:
    """The account of that name: the same key and address in every run and on every chain."""
    key = keccak(text=f"quantera actor {name}")
    public = PrivateKey(key).public_key.format(compressed=False)
    actor = Actor(to_checksum_address("0x" + keccak(public[1:])[-20:].hex()))
    actor.name = name
    actor.key = key
    return actor


@lru_cache(maxsize=65536)
def checksummed(raw: bytes) -> str:
    """Checksummed text of a 20-byte address.

    Raises:
        ValueError: not 20 bytes.
    """
    if len(raw) != 20:
        raise ValueError(f"an address has 20 bytes, not {len(raw)}")
    return str(to_checksum_address("0x" + raw.hex()))


@lru_cache(maxsize=65536)
def _normalised(text: str) -> str:
    return checksummed(bytes.fromhex(text.removeprefix("0x")))


def to_address(value: AddressLike) -> str:
    """Checksummed address of an actor, a contract handle, a hex text or 20 bytes.

    Raises:
        ValueError: the text or bytes are not an address.
        TypeError: the value cannot stand for an address.
    """
    if isinstance(value, str):
        return _normalised(value)
    if isinstance(value, bytes):
        return checksummed(value)
    address = getattr(value, "address", None)
    if not isinstance(address, str):
        raise TypeError(f"{value!r} is not an address")
    return address


@lru_cache(maxsize=65536)
def _padded_text(text: str) -> bytes:
    raw = bytes.fromhex(text.removeprefix("0x"))
    if len(raw) != 20:
        raise ValueError(f"{text!r} is not an address")
    return bytes(12) + raw


def padded(value: AddressLike) -> bytes:
    """An address as its 32-byte ABI word; the same errors as `to_address`."""
    return _padded_text(value if isinstance(value, str) else to_address(value))

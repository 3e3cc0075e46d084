"""Reports of Chainlink CCIP 1.6 as its verifiers write and sign them."""

from collections.abc import Sequence
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.devnet.protocols.keys import sign, sorted_actors
from quantera.devnet.protocols.outbox import Packet
from quantera.evm import Actor

_HEADER = "(bytes32,uint64,uint64,uint64,uint64)"
_TOKENS = "(bytes,address,uint32,bytes,uint256)[]"
_MESSAGE = f"({_HEADER},bytes,bytes,address,uint256,{_TOKENS})"
_EXECUTION = f"(uint64,{_MESSAGE}[],bytes[][],bytes32[],uint256)[]"
_ROOTS = "(uint64,bytes,uint64,uint64,bytes32)[]"
_PRICES = "((address,uint224)[],(uint64,uint224)[])"
_COMMIT = f"({_PRICES},{_ROOTS},{_ROOTS},(bytes32,bytes32)[])"
_BLESSING = f"(uint256,uint64,address,address,bytes32,{_ROOTS})"

_MESSAGE_KIND = keccak(text="Any2EVMMessageHashV1")
_BLESSING_KIND = keccak(text="RMN_V1_6_ANY2EVM_REPORT")
_LEAF = bytes(32)

Root = tuple[int, bytes, int, int, bytes]
Message = tuple[Any, ...]


def message_of(content: dict[str, Any]) -> Message:
    """The message as the destination's ramp takes it; no tokens ever go with it."""
    header = (
        bytes.fromhex(content["id"]),
        content["source"],
        content["destination"],
        content["sequence"],
        content["nonce"],
    )
    sender = encode(["address"], [content["sender"]])
    data = bytes.fromhex(content["data"])
    return (header, sender, data, content["receiver"], content["gas"], [])


def leaf_of(content: dict[str, Any], on_ramp: bytes) -> bytes:
    """Hash of a message, which is also the root of a tree that holds nothing else."""
    (identifier, source, destination, sequence, nonce), sender, data, receiver, gas, tokens = (
        message_of(content)
    )
    lane = keccak(
        encode(
            ["bytes32", "uint64", "uint64", "bytes32"],
            [_MESSAGE_KIND, source, destination, keccak(on_ramp)],
        )
    )
    head = encode(
        ["bytes32", "address", "uint64", "uint256", "uint64"],
        [identifier, receiver, sequence, gas, nonce],
    )
    return keccak(
        encode(
            ["bytes32"] * 6,
            [
                _LEAF,
                lane,
                keccak(head),
                keccak(sender),
                keccak(data),
                keccak(encode([_TOKENS], [tokens])),
            ],
        )
    )


def root_of(content: dict[str, Any], on_ramp: bytes) -> Root:
    """The root that commits to one message alone."""
    sequence = content["sequence"]
    return (content["source"], on_ramp, sequence, sequence, leaf_of(content, on_ramp))


def execution_of(packet: Packet) -> tuple[Any, ...]:
    """The report that executes one message."""
    return (packet.content["source"], [message_of(packet.content)], [[]], [], 0)


def encoded_execution(packet: Packet) -> bytes:
    """The same as bytes."""
    return encode([_EXECUTION], [[execution_of(packet)]])


def blessings(
    place: tuple[int, int, str, str, bytes], roots: Sequence[Root], keys: Sequence[Actor]
) -> list[tuple[bytes, bytes]]:
    """Signatures of the risk management network over roots.

    Args:
        place: destination's chain id and selector, its RMN and off-ramp, and digest of its RMN's
            settings.
        roots: what is blessed.
        keys: who signs.
    """
    digest = keccak(encode(["bytes32", _BLESSING], [_BLESSING_KIND, (*place, list(roots))]))
    found = []
    for key in sorted_actors(key.name for key in keys):
        signature = sign(key, digest).with_even_parity
        found.append((signature.r.to_bytes(32), signature.s.to_bytes(32)))
    return found


def encoded_commit(roots: Sequence[Root], blessed_by: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The report that commits roots."""
    return encode([_COMMIT], [(([], []), list(roots), [], list(blessed_by))])


def oracle_signatures(
    report: bytes, context: Sequence[bytes], keys: Sequence[Actor]
) -> tuple[list[bytes], list[bytes], bytes]:
    """The oracles' signatures over a report, taken apart as the off-ramp wants them."""
    digest = keccak(keccak(report) + b"".join(context))
    signatures = [sign(key, digest) for key in keys]
    parities = bytes(signature.parity for signature in signatures).ljust(32, b"\0")
    return (
        [signature.r.to_bytes(32) for signature in signatures],
        [signature.s.to_bytes(32) for signature in signatures],
        parities,
    )

"""The bytes that cross, on the chain and off it."""

from dataclasses import replace

import pytest
from eth_utils.crypto import keccak
from hypothesis import given
from hypothesis import strategies as st

from quantera.bridge.messages import (
    HEAD_BYTES,
    MOST_LOTS,
    Kind,
    Message,
    MessageMalformedError,
    allotment_of,
    allotment_reference,
)
from quantera.evm import Contract, MemoryChain, Reverted, to_address

NUMBERS = st.integers(0, 2**64 - 1)
ADDRESSES = st.binary(min_size=20, max_size=20).map(to_address)
MESSAGES = st.builds(
    Message,
    kind=st.sampled_from(Kind),
    source_chain_id=NUMBERS,
    destination_chain_id=NUMBERS,
    nonce=NUMBERS,
    asset=ADDRESSES,
    sender=ADDRESSES,
    recipient=ADDRESSES,
    amount=st.integers(0, 2**128 - 1),
    identity=ADDRESSES,
    reference=st.binary(min_size=32, max_size=32),
    decimals=st.integers(0, 255),
    lots=st.lists(st.integers(0, 2**256 - 1), max_size=64).map(tuple),
)


def address(number: int) -> str:
    return to_address(number.to_bytes(20))


PLAIN = Message(Kind.TRANSFER, 1, 137, 9, address(1), address(2), address(3), 10**6)


def parts(message: Message) -> tuple[object, ...]:
    """As the bridge's struct has them."""
    return (
        message.kind,
        message.source_chain_id,
        message.destination_chain_id,
        message.nonce,
        message.asset,
        message.sender,
        message.recipient,
        message.amount,
        message.identity,
        message.reference,
        message.decimals,
        list(message.lots),
    )


@pytest.fixture(scope="module")
def probe() -> Contract:
    return MemoryChain().deploy("BridgeMessagesProbe")


@given(message=MESSAGES)
def test_the_bridge_writes_and_reads_the_same_bytes(probe: Contract, message: Message) -> None:
    encoded = message.encode()
    assert probe.encode(parts(message)) == encoded
    assert probe.encode(probe.decode(encoded)) == encoded
    assert Message.decode(encoded) == message


def refused(probe: Contract, encoded: bytes) -> bool:
    try:
        probe.decode(encoded)
    except Reverted as error:
        assert error.name == "MessageMalformed", error
        return True
    return False


@given(encoded=st.binary(max_size=300), message=MESSAGES, at=st.integers(0, 155))
def test_both_refuse_the_same_bytes(
    probe: Contract, encoded: bytes, message: Message, at: int
) -> None:
    changed = bytearray(message.encode())
    changed[at] ^= 1
    for candidate in (encoded, bytes(changed)):
        try:
            Message.decode(candidate)
        except MessageMalformedError:
            assert refused(probe, candidate)
        else:
            assert not refused(probe, candidate)


@given(message=MESSAGES)
def test_decoding_undoes_encoding(message: Message) -> None:
    assert Message.decode(message.encode()) == message


def test_the_layout_is_what_the_bridge_writes() -> None:
    message = replace(PLAIN, identity=address(4), reference=b"r" * 32, decimals=6, lots=(7, 8))
    expected = (
        "0101"
        + f"{1:016x}{137:016x}{9:016x}"
        + f"{1:040x}{2:040x}{3:040x}"
        + f"{10**6:032x}{4:040x}"
        + "72" * 32
        + f"0602{7:064x}{8:064x}"
    )
    assert message.encode().hex() == expected
    assert message.id == keccak(hexstr=expected)


@pytest.mark.parametrize(
    "encoded",
    [
        b"",
        PLAIN.encode()[:-1],
        PLAIN.encode() + b"\0",
        b"\2" + PLAIN.encode()[1:],
        b"\1\0" + PLAIN.encode()[2:],
        b"\1\5" + PLAIN.encode()[2:],
        PLAIN.encode()[:-1] + b"\1",
        PLAIN.encode()[:-1] + bytes([MOST_LOTS + 1]) + bytes(32 * (MOST_LOTS + 1)),
    ],
    ids=["empty", "short", "long", "version", "kind 0", "kind 5", "lots missing", "lots"],
)
def test_what_is_no_message(probe: Contract, encoded: bytes) -> None:
    with pytest.raises(MessageMalformedError):
        Message.decode(encoded)
    assert refused(probe, encoded)


@pytest.mark.parametrize(
    "message",
    [
        replace(PLAIN, amount=2**128),
        replace(PLAIN, nonce=2**64),
        replace(PLAIN, asset="0x00"),
        replace(PLAIN, reference=b"short"),
        replace(PLAIN, decimals=256),
        replace(PLAIN, lots=(2**256,)),
        replace(PLAIN, lots=(1,) * (MOST_LOTS + 1)),
    ],
    ids=["amount", "nonce", "asset", "reference", "decimals", "lot", "lots"],
)
def test_what_fits_in_no_message(message: Message) -> None:
    with pytest.raises(MessageMalformedError):
        message.encode()


def test_size() -> None:
    assert len(PLAIN.encode()) == HEAD_BYTES


def test_an_allotments_reference() -> None:
    reference = allotment_reference(4, 276)
    assert reference[0] == 4
    assert allotment_of(reference) == (4, 276)


@pytest.mark.parametrize(("limit", "key"), [(256, 0), (-1, 0), (0, 2**248), (0, -1)])
def test_no_allotment(limit: int, key: int) -> None:
    with pytest.raises(MessageMalformedError):
        allotment_reference(limit, key)

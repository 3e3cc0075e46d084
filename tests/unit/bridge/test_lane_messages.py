"""What the lanes tell the protocols' contracts, word for word as the compiler would."""

from typing import Any

import pytest
from eth_abi.abi import encode as abi_encode
from hypothesis import given
from hypothesis import strategies as st

from quantera.bridge.messages import HEAD_BYTES, LOT_BYTES
from quantera.evm import Contract, MemoryChain, expect_revert, to_address

ADDRESSES = st.binary(min_size=20, max_size=20).map(to_address)
# Quotes also ask for what is no message, of any length.
MESSAGES = st.integers(0, 64).flatmap(
    lambda lots: st.binary(
        min_size=HEAD_BYTES + LOT_BYTES * lots, max_size=HEAD_BYTES + LOT_BYTES * lots
    )
) | st.binary(max_size=300)
GAS = st.integers(0, 2**128 - 1)
NAMES = st.text(st.characters(min_codepoint=1, max_codepoint=126), min_size=1, max_size=31)
WORD = 32
ANSWERED = (to_address((7).to_bytes(20)), [8, 9])


@pytest.fixture(scope="module")
def probe() -> Contract:
    return MemoryChain().deploy("LaneMessagesProbe")


@given(message=MESSAGES, chain=st.integers(0, 2**64 - 1), bridge=ADDRESSES, gas=GAS)
def test_ccip_is_told_as_the_compiler_would(
    probe: Contract, message: bytes, chain: int, bridge: str, gas: int
) -> None:
    priced, sent, price, sending = probe.ccip.simulate(message, chain, bridge, gas)
    assert (priced, sent) == (price, sending)


@given(message=MESSAGES, chain=st.integers(0, 2**32 - 1), bridge=ADDRESSES, gas=GAS)
def test_layerzero_is_told_as_the_compiler_would(
    probe: Contract, message: bytes, chain: int, bridge: str, gas: int
) -> None:
    priced, sent, price, sending = probe.layerZero.simulate(message, chain, bridge, gas)
    assert (priced, sent) == (price, sending)


@given(message=MESSAGES, chain=st.integers(0, 2**16 - 1))
def test_wormhole_is_told_as_the_compiler_would(
    probe: Contract, message: bytes, chain: int
) -> None:
    sent, sending = probe.wormhole.simulate(message, chain)
    assert sent == sending


@given(message=MESSAGES, name=NAMES, gas=GAS, accounts=st.tuples(ADDRESSES, ADDRESSES))
def test_axelar_is_told_as_the_compiler_would(
    probe: Contract, message: bytes, name: str, gas: int, accounts: tuple[str, str]
) -> None:
    bridge, payer = accounts
    probe.setName(name, sender=probe.chain.actor("keeper"))
    told, meant = probe.axelar.simulate(message, bridge, gas, payer)
    assert told == meant


def answering(probe: Contract, answer: bytes, *, fails: bool = False) -> None:
    """Let the probe answer so, until it is undone."""
    probe.setAnswer(answer, fails, sender=probe.chain.actor("keeper"))


def test_an_account_without_code_takes_nothing(probe: Contract) -> None:
    with expect_revert():
        probe.call.simulate(probe.chain.actor("nobody"), b"message")
    probe.call.simulate(probe, b"message")


def test_a_refusal_is_passed_on(probe: Contract) -> None:
    with probe.chain.rollback():
        answering(probe, b"refused", fails=True)
        with expect_revert() as seen:
            probe.call.simulate(probe, b"message")
        assert seen.error is not None
        assert seen.error.data == b"refused"
        assert not probe.publish.simulate(b"message")
        with expect_revert() as seen:
            probe.burn.simulate(2)
        assert seen.error is not None
        assert seen.error.data == b"refused"


def test_an_answer_that_is_too_short_is_none(probe: Contract) -> None:
    with probe.chain.rollback():
        answering(probe, bytes(WORD - 1))
        assert not probe.publish.simulate(b"message")
        with expect_revert():
            probe.ccip.simulate(b"message", 1, probe, 1)
        answering(probe, bytes(WORD))
        assert probe.publish.simulate(b"message")


def burned(identity: Any = ANSWERED[0], lots: Any = ANSWERED[1]) -> bytes:
    """What a token answers."""
    return abi_encode(["address", "uint256[]"], [identity, lots])


def test_lots_are_taken_from_the_burns_answer(probe: Contract) -> None:
    with probe.chain.rollback():
        answering(probe, burned())
        assert probe.burn.simulate(2) == ANSWERED
        assert probe.burn.simulate(1) == (ANSWERED[0], ANSWERED[1][:1])
        answering(probe, burned(lots=[]))
        assert probe.burn.simulate(2) == (ANSWERED[0], [])


@pytest.mark.parametrize(
    "answer",
    [
        burned(lots=[])[:-1],
        burned()[:-1],
        b"\1" + burned()[1:],
        burned()[:63] + b"\x60" + burned()[64:],
        burned()[:64] + b"\xff" * WORD + burned()[96:],
    ],
    ids=["no head", "lots short", "no address", "elsewhere", "too many lots"],
)
def test_what_no_token_answers_burns_nothing(probe: Contract, answer: bytes) -> None:
    with probe.chain.rollback():
        answering(probe, answer)
        with expect_revert():
            probe.burn.simulate(2)

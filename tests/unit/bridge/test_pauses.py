"""Pauses, of which every protocol's endpoint has a copy."""

from collections.abc import Sequence

import pytest
from eth_abi.abi import encode as abi_encode
from eth_utils.crypto import keccak
from hypothesis import given
from hypothesis import strategies as st

from quantera.bridge.scoring import Protocol
from quantera.evm import ZERO_ADDRESS, Actor, Contract, expect_revert
from quantera.gas.bridge_stack import BridgeEnd, BridgeEnds
from tests.unit.bridge.acts import PROTOCOLS, SENDING, group, pair, send, send_over
from tests.unit.bridge.conftest import HERE, THERE

NAMESPACE = b"quantera.storage.UniversalBridge"
ENDPOINTS = 3
"""Place of the endpoints' mapping in the bridge's struct."""
SENDS = 1 << 224
PAUSE, UNPAUSE, SET, DROP = range(4)
GROUPS = st.integers(0, 0x3F) | st.integers(0, 2**64 - 1)
CHANGES = st.tuples(st.sampled_from((PAUSE, UNPAUSE)), GROUPS) | st.tuples(
    st.sampled_from((SET, DROP)), st.sampled_from(PROTOCOLS)
)


def slot(protocol: Protocol) -> int:
    """Of a protocol's endpoint."""
    inner = int.from_bytes(keccak(NAMESPACE)) - 1
    base = int.from_bytes(keccak(abi_encode(["uint256"], [inner]))) & ~0xFF
    return int.from_bytes(keccak(abi_encode(["uint256"] * 2, [protocol, base + ENDPOINTS])))


def told(end: BridgeEnd, protocol: Protocol) -> bool:
    """Whether the endpoint says that the protocol sends."""
    return bool(end.chain.storage(end.bridge, slot(protocol)) & SENDS)


def forget(end: BridgeEnd, protocol: Protocol) -> None:
    """Leave the endpoint as a version without copies of pauses did."""
    place = slot(protocol)
    end.chain.set_storage(end.bridge, place, end.chain.storage(end.bridge, place) & ~SENDS)


def sends(paused: int, protocol: Protocol) -> bool:
    """The model."""
    return not paused & (SENDING | group(protocol))


def sent(ends: BridgeEnds, alice: Actor, bob: Actor, paused: int, protocol: Protocol) -> None:
    """Send, or be refused for what is paused."""
    if sends(paused, protocol):
        send(ends, alice, bob, 1, protocol)
        return
    with expect_revert("GroupPaused", paused=paused & (SENDING | group(protocol))):
        send(ends, alice, bob, 1, protocol)


@given(changes=st.lists(CHANGES, max_size=8))
def test_every_change_of_pauses_reaches_the_endpoints(
    ends_session: BridgeEnds, changes: Sequence[tuple[int, int]]
) -> None:
    """BRG-07, BRG-17: whatever is paused, unpaused or set in which order, and so messages go."""
    here = ends_session[HERE]
    bridge: Contract = here.bridge
    chains = ends_session.network.chains
    with chains[HERE].rollback(), chains[THERE].rollback():
        terms = {protocol: bridge.endpointOf(protocol) for protocol in PROTOCOLS}
        paused = 0
        for change, value in changes:
            if change == PAUSE:
                bridge.pauseGroups(value, sender=here.governor)
                paused |= value
            elif change == UNPAUSE:
                bridge.unpauseGroups(value, sender=here.governor)
                paused &= ~value
            else:
                kept = terms[Protocol(value)] if change == SET else (ZERO_ADDRESS, ZERO_ADDRESS, 0)
                bridge.setEndpoint(value, kept, sender=here.governor)
            assert bridge.pausedGroups() == paused
            for protocol in PROTOCOLS:
                assert told(here, protocol) == sends(paused, protocol)
        alice, bob = pair(ends_session)
        for protocol in PROTOCOLS:
            bridge.setEndpoint(protocol, terms[protocol], sender=here.governor)
            sent(ends_session, alice, bob, paused, protocol)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("paused", [0, SENDING, None], ids=["nothing", "sending", "protocol"])
def test_what_an_endpoint_does_not_say_the_pauses_do(
    ends: BridgeEnds, protocol: Protocol, paused: int | None
) -> None:
    """BRG-07, BRG-17: also right after an upgrade from a version without copies."""
    alice, bob = pair(ends)
    here = ends[HERE]
    groups = group(protocol) if paused is None else paused
    here.bridge.pauseGroups(groups, sender=here.governor)
    forget(here, protocol)
    assert not told(here, protocol)
    sent(ends, alice, bob, groups, protocol)


def test_several_protocols_need_what_one_needs(ends: BridgeEnds) -> None:
    """BRG-07, BRG-17: of several, the paused one alone does not take the message."""
    alice, bob = pair(ends)
    here = ends[HERE]
    here.bridge.pauseGroups(group(Protocol.WORMHOLE), sender=here.governor)
    both = [Protocol.WORMHOLE, Protocol.AXELAR]
    _, receipt = send_over(ends, alice, bob, 1, both)
    assert set(ends.network.sent(HERE, receipt)) == {Protocol.AXELAR}
    here.bridge.pauseGroups(SENDING, sender=here.governor)
    with expect_revert("GroupPaused", paused=SENDING):
        send_over(ends, alice, bob, 1, both)

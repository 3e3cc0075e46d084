"""Every entry of the bridge called directly by a stranger reverts and has no effect (CrossCurve
2026: an entry that skipped the gateway's validation)."""

from collections.abc import Callable
from typing import Any

import pytest
from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera import chains
from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import Wormhole
from quantera.devnet.protocols.protocol import word
from quantera.devnet.protocols.wormhole import Body
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.bridge_stack import Status
from quantera.gas.token_stack import UNIT
from tests.integration.bridge.books import check
from tests.integration.bridge.stage import VALUE, Stage

HERE, THERE = "ethereum", "polygon"


def wanted(stage: Stage, **changes: Any) -> Message:
    """A transfer that would be credited if it had been sent."""
    ann = stage.who("ann")
    parts: dict[str, Any] = {
        "kind": Kind.TRANSFER,
        "source_chain_id": stage.end(HERE).chain_id,
        "destination_chain_id": stage.end(THERE).chain_id,
        "nonce": 0,
        "asset": stage.end(HERE).token.address,
        "sender": ann,
        "recipient": ann,
        "amount": UNIT,
        "decimals": 18,
        "identity": stage.who("identity of ann"),
    }
    return Message(**(parts | changes))


def try_ccip(stage: Stage, message: Message) -> None:
    number = stage.ends.network.protocols[Protocol.CHAINLINK_CCIP].number(HERE)
    peer = encode(["address"], [stage.bridge(HERE).address])
    with expect_revert("NotTheEndpoint", caller=stage.who("eve")):
        stage.bridge(THERE).ccipReceive(
            (keccak(b"id"), number, peer, message.encode(), []), sender=stage.who("eve")
        )


def try_layerzero(stage: Stage, message: Message) -> None:
    number = stage.ends.network.protocols[Protocol.LAYERZERO].number(HERE)
    origin = (number, word(stage.bridge(HERE).address), 1)
    eve = stage.who("eve")
    with expect_revert("NotTheEndpoint", caller=eve):
        stage.bridge(THERE).lzReceive(
            origin, keccak(b"guid"), message.encode(), eve, b"", sender=eve
        )


def try_wormhole(stage: Stage, message: Message) -> None:
    wormhole = stage.ends.network.protocols[Protocol.WORMHOLE]
    assert isinstance(wormhole, Wormhole)
    published = wormhole.number(THERE).to_bytes(2) + message.encode()
    body = Body(0, wormhole.number(HERE), word(stage.bridge(HERE).address), 1, published)
    unsigned = b"\x01" + bytes(4) + b"\x00" + body.encoded
    with expect_revert("NotVouchedFor", reason="guardians"):
        stage.bridge(THERE).executeVAAv1(unsigned, sender=stage.who("eve"))


def try_axelar(stage: Stage, message: Message) -> None:
    name = chains.get(HERE).axelar.chain_name
    with expect_revert("NotVouchedFor"):
        stage.bridge(THERE).execute(
            keccak(b"command"),
            name,
            stage.bridge(HERE).address,
            message.encode(),
            sender=stage.who("eve"),
        )


ENTRIES: dict[Protocol, Callable[[Stage, Message], None]] = {
    Protocol.CHAINLINK_CCIP: try_ccip,
    Protocol.LAYERZERO: try_layerzero,
    Protocol.WORMHOLE: try_wormhole,
    Protocol.AXELAR: try_axelar,
}


@pytest.mark.parametrize("protocol", Protocol, ids=lambda one: one.name.lower())
def test_a_receive_entry_reverts_for_a_stranger(stage: Stage, protocol: Protocol) -> None:
    """BRG-04."""
    message = wanted(stage)
    ENTRIES[protocol](stage, message)
    assert stage.status(message) is Status.NONE
    assert check(stage).pending == []


def test_the_bridges_own_calls_are_its_own(stage: Stage) -> None:
    """BRG-12: what credits and what sends are no entries for anybody."""
    bridge, eve = stage.bridge(THERE), stage.who("eve")
    encoded = wanted(stage).encode()
    with expect_revert("NotTheBridge", caller=eve):
        bridge.creditArrival(encoded, eve, 15, 1, sender=eve)
    with expect_revert("NotTheBridge", caller=eve):
        bridge.executeOther(encoded, eve, 15, 1, sender=eve)
    with expect_revert("NotTheBridge", caller=eve):
        bridge.dispatch(Protocol.WORMHOLE, 1, encoded, 100_000, 10**18, eve, sender=eve)


def test_what_never_arrived_cannot_be_claimed_released_or_returned(stage: Stage) -> None:
    bridge, eve = stage.bridge(THERE), stage.who("eve")
    encoded = wanted(stage).encode()
    for function in (bridge.claim, bridge.release):
        with expect_revert("StatusRefuses"):
            function(encoded, sender=eve)
    with expect_revert("StatusRefuses"):
        bridge.returnHome(encoded, Protocol.WORMHOLE, sender=eve, value=VALUE)
    with expect_revert("MessageNotSent"):
        stage.bridge(HERE).resend(encoded, Protocol.WORMHOLE, sender=eve, value=VALUE)


def test_a_stranger_recovers_nothing_for_himself(stage: Stage) -> None:
    message = stage.send((HERE, THERE), recipient="dora")
    stage.settle(Protocol.WORMHOLE)
    assert stage.status(message) is Status.PARKED
    bridge, eve = stage.bridge(THERE), stage.who("eve")
    with expect_revert("LocalRoleMissing"):
        bridge.redirect(message.encode(), eve, 0, sender=eve)
    with expect_revert("ReturnTooEarly"):
        bridge.returnHome(message.encode(), Protocol.WORMHOLE, sender=eve, value=VALUE)
    with expect_revert("AccessManagedUnauthorized"):
        bridge.veto(message.id, 0, sender=eve)
    # Another amount, recipient or asset is another message.
    forged = Message(**(vars(message) | {"recipient": str(eve)}))
    with expect_revert("StatusRefuses"):
        bridge.claim(forged.encode(), sender=eve)
    with expect_revert("NothingToWithdraw"):
        bridge.withdrawRefund(eve, sender=eve)
    check(stage)


def test_refunds_are_their_owners_alone(stage: Stage) -> None:
    """BRG-09."""
    bridge, ann, eve = stage.bridge(HERE), stage.who("ann"), stage.who("eve")
    stage.send((HERE, THERE))
    owed = bridge.refundOf(ann)
    assert 0 < owed < VALUE
    assert bridge.refundOf(eve) == 0
    with expect_revert("NothingToWithdraw"):
        bridge.withdrawRefund(eve, sender=eve)
    sink = stage.who("sink")
    before = stage.end(HERE).chain.balance(sink)
    bridge.withdrawRefund(sink, sender=ann)
    assert stage.end(HERE).chain.balance(sink) == before + owed
    assert stage.end(HERE).chain.balance(bridge) == 0
    with expect_revert("NothingToWithdraw"):
        bridge.withdrawRefund(ann, sender=ann)


def test_zero_is_nobodys_peer(stage: Stage) -> None:
    """Nomad 2022: what was never set must not be what authorises. BRG-04."""
    wormhole = stage.ends.network.protocols[Protocol.WORMHOLE]
    bridge, governor = stage.bridge(THERE), stage.end(THERE).governor
    terms = {"bridge": ZERO_ADDRESS, "number": 0, "securityTier": 0, "name": ""}
    bridge.setPeer(stage.end(HERE).chain_id, Protocol.WORMHOLE, terms, sender=governor)
    message = wanted(stage)
    for sender in (ZERO_ADDRESS, stage.bridge(HERE).address):
        packet = wormhole.forge(HERE, THERE, sender, bridge.address, message.encode())
        wormhole.verify(packet)
        with expect_revert("PeerUnknown"):
            bridge.executeVAAv1(
                bytes.fromhex(packet.content["approval"]), sender=stage.who("anybody")
            )
    unknown = wanted(stage, source_chain_id=0, asset=ZERO_ADDRESS)
    packet = wormhole.forge(HERE, THERE, ZERO_ADDRESS, bridge.address, unknown.encode())
    wormhole.verify(packet)
    with expect_revert("PeerUnknown"):
        bridge.executeVAAv1(bytes.fromhex(packet.content["approval"]), sender=stage.who("anybody"))
    check(stage)

"""Transfers of the regulated token over the four protocols' real contracts."""

import pytest

from quantera.bridge.messages import Kind
from quantera.bridge.scoring import Protocol
from quantera.evm import expect_revert
from quantera.gas.bridge_stack import BridgeEnds, Status
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.acts import (
    PROTOCOLS,
    UNITS,
    carried,
    pair,
    record,
    send,
    send_over,
    state,
    supply,
)
from tests.unit.bridge.conftest import HERE, THERE

LARGE = 20_000 * UNIT
ABOVE_THE_DELAY = 200_000 * UNIT


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_each_protocol_delivers(ends: BridgeEnds, protocol: Protocol) -> None:
    """BRG-01, BRG-10: burned here, minted there, with the same lots."""
    alice, bob = pair(ends)
    issued = supply(ends)
    message, receipt = send(ends, alice, bob, protocol=protocol)
    assert message.kind is Kind.TRANSFER
    assert (message.source_chain_id, message.destination_chain_id) == (1, 42161)
    assert (message.sender, message.recipient, message.amount) == (alice, bob, UNITS)
    identity = ends[HERE].stack.engine.identity(alice)
    assert message.identity == identity
    assert supply(ends) == issued - UNITS
    carried(ends, receipt)
    assert state(ends, message) == (Status.CREDITED, 0)
    assert ends[THERE].token.balanceOf(bob) == UNITS
    assert supply(ends) == issued
    assert ends[THERE].bridge.hasArrived(message.id, protocol)
    token, engine = ends[THERE].token, ends[THERE].stack.engine
    lots = engine.lotsOf(token, engine.identity(bob))
    assert lots == list(message.lots)
    assert ends[HERE].bridge.sentStatus(message.id) == (True, False)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_is_paid_above_the_fee_can_be_withdrawn(ends: BridgeEnds, protocol: Protocol) -> None:
    """BRG-09: by its owner alone, once; the bridge keeps nothing else."""
    alice, bob = pair(ends)
    bridge, chain = ends[HERE].bridge, ends[HERE].chain
    held = chain.balance(bridge)
    send(ends, alice, bob, protocol=protocol)
    refund = bridge.refundOf(alice)
    assert 0 < refund < 10**17
    assert chain.balance(bridge) == held + refund
    with expect_revert("NothingToWithdraw", account=bob):
        bridge.withdrawRefund(bob, sender=bob)
    with expect_revert("NothingToWithdraw"):
        bridge.withdrawRefund("0x" + "00" * 20, sender=alice)
    with expect_revert("WithdrawalFailed"):
        bridge.withdrawRefund(ends[HERE].token, sender=alice)
    before = chain.balance(bob)
    bridge.withdrawRefund(bob, sender=alice)
    assert chain.balance(bob) == before + refund
    assert bridge.refundOf(alice) == 0
    with expect_revert("NothingToWithdraw", account=alice):
        bridge.withdrawRefund(bob, sender=alice)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_fees_are_the_payers(ends: BridgeEnds, protocol: Protocol) -> None:
    alice, bob = pair(ends)
    request = ends.request(HERE, THERE, bob, UNITS, protocol)
    error = "LZ_InsufficientFee" if protocol is Protocol.LAYERZERO else "FeeTooLow"
    with expect_revert(error):
        ends.send(HERE, request, alice, value=ends[HERE].bridge.quoteSend(request, alice) - 1)


def test_two_protocols_bring_one_message(ends: BridgeEnds) -> None:
    """BRG-02, BRG-05: one waits, two credit once, whatever comes after."""
    alice, bob = pair(ends)
    request = ends.request(HERE, THERE, bob, LARGE)
    with expect_revert("AttestationRequired", required=2, given=1):
        ends.send(HERE, request, alice)
    protocols = [Protocol.WORMHOLE, Protocol.AXELAR, Protocol.LAYERZERO]
    message, receipt = send_over(ends, alice, bob, LARGE, protocols)
    packets = ends.network.sent(HERE, receipt)
    assert set(packets) == set(protocols)
    ends.network.deliver(Protocol.WORMHOLE, packets[Protocol.WORMHOLE])
    assert state(ends, message) == (Status.AWAITING, 0)
    assert ends[THERE].token.balanceOf(bob) == 0
    with expect_revert("AttestationsMissing", active=1, required=2):
        ends[THERE].bridge.claim(message.encode(), sender=bob)
    ends.network.deliver(Protocol.AXELAR, packets[Protocol.AXELAR])
    assert state(ends, message) == (Status.CREDITED, 0)
    ends.network.deliver(Protocol.LAYERZERO, packets[Protocol.LAYERZERO])
    assert ends[THERE].token.balanceOf(bob) == LARGE
    with expect_revert("StatusRefuses", status=Status.CREDITED):
        ends[THERE].bridge.claim(message.encode(), sender=bob)


def test_one_protocol_cannot_vote_twice(ends: BridgeEnds) -> None:
    """BRG-05: sent again over the same protocol it is ignored; over another one it counts."""
    alice, bob = pair(ends)
    message, receipt = send_over(ends, alice, bob, LARGE, [Protocol.WORMHOLE, Protocol.AXELAR])
    ends.network.deliver(Protocol.WORMHOLE, ends.network.sent(HERE, receipt)[Protocol.WORMHOLE])
    bridge = ends[HERE].bridge
    again = bridge.resend(message.encode(), Protocol.WORMHOLE, sender=bob, value=10**17)
    carried(ends, again)
    assert state(ends, message) == (Status.AWAITING, 0)
    other = bridge.resend(message.encode(), Protocol.LAYERZERO, sender=bob, value=10**17)
    carried(ends, other)
    assert state(ends, message) == (Status.CREDITED, 0)
    assert bridge.refundOf(bob) > 0


@pytest.mark.parametrize("burns", [False, True], ids=["reverts", "burns all its gas"])
def test_a_failing_protocol_does_not_block_the_others(ends: BridgeEnds, burns: bool) -> None:
    alice, bob = pair(ends)
    here = ends[HERE]
    failing = here.chain.deploy("HostileEndpoint", 0, True) if burns else here.token
    here.bridge.setEndpoint(
        Protocol.LAYERZERO, (failing, "0x" + "00" * 20, 0), sender=here.governor
    )
    over = [Protocol.LAYERZERO, Protocol.WORMHOLE, Protocol.AXELAR]
    message, receipt = send_over(ends, alice, bob, LARGE, over)
    failed = receipt.events.of(here.bridge).one("ProtocolFailed")
    assert (failed.id, failed.protocol) == (message.id, Protocol.LAYERZERO)
    sent = receipt.events.of(here.bridge).one("MessageSent")
    assert sent.protocols == 1 << Protocol.WORMHOLE | 1 << Protocol.AXELAR
    carried(ends, receipt)
    assert state(ends, message) == (Status.CREDITED, 0)
    with expect_revert("AttestationRequired", required=2, given=1):
        send_over(ends, alice, bob, LARGE, over[:2])
    with expect_revert("ProtocolsInvalid"):
        send_over(ends, alice, bob, LARGE, [Protocol.WORMHOLE, Protocol.WORMHOLE])


def test_large_credits_wait_and_can_be_vetoed(ends: BridgeEnds) -> None:
    """BRG-11 beside it: what is vetoed is not credited until the veto is lifted."""
    alice, bob = pair(ends)
    there = ends[THERE]
    over = [Protocol.WORMHOLE, Protocol.AXELAR]
    message, receipt = send_over(ends, alice, bob, ABOVE_THE_DELAY, over)
    carried(ends, receipt)
    assert state(ends, message) == (Status.DELAYED, 0)
    release_at = record(ends, message).releaseAt
    with expect_revert("DelayRunning", releaseAt=release_at):
        there.bridge.release(message.encode(), sender=bob)
    with expect_revert("StatusRefuses", status=Status.DELAYED):
        there.bridge.claim(message.encode(), sender=bob)
    with expect_revert("AccessManagedUnauthorized"):
        there.bridge.veto(message.id, 1, sender=bob)
    with expect_revert("NotVetoed"):
        there.bridge.liftVeto(message.id, sender=there.governor)
    there.bridge.veto(message.id, 1, sender=there.governor)
    assert state(ends, message) == (Status.PARKED, 208)
    there.chain.advance(3_601)
    with expect_revert("MessageVetoed"):
        there.bridge.claim(message.encode(), sender=bob)
    with expect_revert("StatusRefuses", status=Status.PARKED):
        there.bridge.release(message.encode(), sender=bob)
    there.bridge.liftVeto(message.id, sender=there.governor)
    there.bridge.claim(message.encode(), sender=alice)
    assert there.token.balanceOf(bob) == ABOVE_THE_DELAY
    with expect_revert("StatusRefuses", status=Status.CREDITED):
        there.bridge.veto(message.id, 1, sender=there.governor)


def test_large_credits_are_released_by_anyone(ends: BridgeEnds) -> None:
    alice, bob = pair(ends)
    over = [Protocol.WORMHOLE, Protocol.AXELAR]
    message, receipt = send_over(ends, alice, bob, ABOVE_THE_DELAY, over)
    carried(ends, receipt)
    ends[THERE].chain.advance(3_600)
    ends[THERE].bridge.release(message.encode(), sender=ends[THERE].chain.actor("anybody"))
    assert ends[THERE].token.balanceOf(bob) == ABOVE_THE_DELAY
    with expect_revert("StatusRefuses", status=Status.CREDITED):
        ends[THERE].bridge.release(message.encode(), sender=bob)


def test_what_was_vetoed_before_it_arrived_is_parked(ends: BridgeEnds) -> None:
    alice, bob = pair(ends)
    message, receipt = send(ends, alice, bob)
    ends[THERE].bridge.veto(message.id, 7, sender=ends[THERE].governor)
    carried(ends, receipt)
    assert state(ends, message) == (Status.PARKED, 208)

"""What sending refuses, and ordinary assets: dust, escrows."""

from typing import Any

from quantera.bridge.scoring import Protocol
from quantera.evm import ZERO_ADDRESS, Actor, Contract, expect_revert
from quantera.gas.bridge_stack import (
    ENOUGH,
    LANE,
    ORDINARY,
    REGULATED,
    BridgeEnd,
    BridgeEnds,
    LimitKind,
    Status,
)
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.acts import UNITS, carried, pair, plain_request, send, state
from tests.unit.bridge.conftest import HERE, THERE

COIN = 10**6
DUST = 100
CHAIN = 42_161
RETURNS_FALSE, TAKES_A_FEE = 1, 2


def test_what_sending_refuses(ends: BridgeEnds) -> None:
    alice, bob = pair(ends)
    here, there = ends[HERE], ends[THERE]
    stranger = here.chain.actor("stranger")
    for recipient in (ZERO_ADDRESS, there.token.address, there.bridge.address):
        with expect_revert("RecipientInvalid", recipient=recipient):
            send(ends, alice, recipient)
    with expect_revert("LaneClosed", chainId=10):
        send(ends, alice, bob, destinationChainId=10)
    with expect_revert("AssetUnknown", asset=here.bridge):
        send(ends, alice, bob, asset=here.bridge)
    with expect_revert("DustRefused", units=0, multiple=1):
        send(ends, alice, bob, 0)
    with expect_revert("TransferRefused", code=8):
        send(ends, stranger, bob)
    here.bridge.pauseLane(CHAIN, sender=here.governor)
    with expect_revert("LanePaused", chainId=CHAIN):
        send(ends, alice, bob)
    here.bridge.unpauseLane(CHAIN, sender=here.governor)
    here.bridge.pauseAsset(here.token, sender=here.governor)
    with expect_revert("AssetPaused", asset=here.token):
        send(ends, alice, bob)
    here.bridge.unpauseAsset(here.token, sender=here.governor)
    here.bridge.pauseGroups(1 << 4, sender=here.governor)
    with expect_revert("GroupPaused", paused=1 << 4):
        send(ends, alice, bob, protocol=Protocol.WORMHOLE)
    send(ends, alice, bob, protocol=Protocol.AXELAR)
    here.bridge.setRemoteAsset(CHAIN, here.token, ZERO_ADDRESS, sender=here.governor)
    with expect_revert("AssetUnknown", asset=here.token, chainId=CHAIN):
        send(ends, alice, bob, protocol=Protocol.AXELAR)


def test_equal_messages_of_one_second_have_numbers_of_their_own(ends: BridgeEnds) -> None:
    """BRG-02: no id is ever used twice, and each message is credited."""
    alice, bob = pair(ends)
    sent = [send(ends, alice, bob) for _ in range(3)]
    messages = [message for message, _ in sent]
    first = ends[HERE].chain.timestamp << 16
    assert [message.nonce for message in messages] == [first, first + 1, first + 2]
    assert len({message.id for message in messages}) == 3
    for _, receipt in sent:
        carried(ends, receipt)
    assert {state(ends, message) for message in messages} == {(Status.CREDITED, 0)}
    ends[HERE].chain.advance(1)
    assert send(ends, alice, bob)[0].nonce == first + (1 << 16)


def test_lots_that_are_to_go_along_must_be_kept(ends: BridgeEnds) -> None:
    """BRG-10: an asset listed with lots sends nothing without them."""
    alice, bob = pair(ends)
    here = ends[HERE]
    here.stack.engine.stopCount(here.token, sender=here.governor)
    with expect_revert("LotsNotKept", token=here.token):
        send(ends, alice, bob)
    here.bridge.setAsset(here.token, {**REGULATED, "keepsLots": False}, sender=here.governor)
    message, _ = send(ends, alice, bob)
    assert (message.lots, message.identity) == ((), here.stack.engine.identity(alice))


def test_frozen_holders_send_nothing(ends: BridgeEnds) -> None:
    """BRG-03, at the source: neither frozen units nor of a paused token."""
    alice, bob = pair(ends)
    here = ends[HERE]
    here.token.setAddressFrozen(alice, True, sender=here.stack.agent)
    with expect_revert("TransferRefused", code=2):
        send(ends, alice, bob)
    here.token.setAddressFrozen(alice, False, sender=here.stack.agent)
    here.token.pause(sender=here.stack.agent)
    with expect_revert("TransferRefused", code=1):
        send(ends, alice, bob)


def test_a_lane_gives_what_its_bucket_has(ends: BridgeEnds) -> None:
    """BRG-06: full at first, refilled evenly, rounded against who takes."""
    alice, bob = pair(ends)
    here = ends[HERE]
    key = (LimitKind.LANE_OUT, here.token, CHAIN)
    here.bridge.lowerLimit(*key, 1_000 * UNIT, 1_000, sender=here.governor)
    send(ends, alice, bob, 1_000 * UNIT)
    with expect_revert("LimitExceeded", available=0, amount=1 * UNIT):
        send(ends, alice, bob, 1 * UNIT)
    here.chain.advance(60)
    capacity, minutes, left = here.bridge.limitOf(*key)
    assert (capacity, minutes) == (1_000 * UNIT, 1_000)
    assert 1 * UNIT <= left <= 1.1 * UNIT
    send(ends, alice, bob, 1 * UNIT)
    with expect_revert("LimitExceeded"):
        send(ends, alice, bob, 1 * UNIT)
    here.chain.advance(10**6)
    assert here.bridge.limitOf(*key)[2] == 1_000 * UNIT


def ordinary(ends: BridgeEnds, units: int = 100 * COIN) -> Any:
    """Carol sends the ordinary asset to Bob."""
    carol = ends[HERE].fund("carol", 10**6 * COIN)
    bob = ends[THERE].chain.actor("bob")
    receipt = ends.send(HERE, plain_request(ends, bob, units), carol)
    return ends.message(HERE, receipt), receipt


def test_ordinary_assets_are_locked_and_released(ends: BridgeEnds) -> None:
    """BRG-01, BRG-08: from the lane's escrow, which a credit alone takes from."""
    here, there = ends[HERE], ends[THERE]
    bob, dave = there.chain.actors("bob", "dave")
    message, receipt = ordinary(ends)
    assert message.amount == 100 * COIN // DUST
    assert message.identity == ZERO_ADDRESS
    assert here.bridge.escrowOf(here.plain, CHAIN) == 100 * COIN
    assert here.plain.balanceOf(here.bridge) == 100 * COIN
    carried(ends, receipt)
    assert state(ends, message) == (Status.PARKED, 207)
    there.fund("dave", 99 * COIN)
    with expect_revert("NoEscrow", asset=there.token):
        there.bridge.fundEscrow(there.token, 1, 1, sender=dave)
    with expect_revert("AssetUnknown", chainId=10):
        there.bridge.fundEscrow(there.plain, 10, 1, sender=dave)
    there.bridge.fundEscrow(there.plain, 1, 99 * COIN, sender=dave)
    with expect_revert("CreditRefused", reason=207):
        there.bridge.claim(message.encode(), sender=bob)
    there.fund("dave", 1 * COIN)
    there.bridge.fundEscrow(there.plain, 1, 1 * COIN, sender=dave)
    there.bridge.claim(message.encode(), sender=dave)
    assert there.plain.balanceOf(bob) == 100 * COIN
    assert there.bridge.escrowOf(there.plain, 1) == 0
    assert there.plain.balanceOf(there.bridge) == 0


def test_ordinary_assets_go_home(ends: BridgeEnds) -> None:
    """BRG-08: out of what they were locked in."""
    here, there = ends[HERE], ends[THERE]
    bob = there.chain.actor("bob")
    message, receipt = ordinary(ends)
    carried(ends, receipt)
    sent = there.bridge.returnHome(message.encode(), 3, sender=bob, value=ENOUGH)
    carried(ends, sent, THERE)
    assert here.plain.balanceOf(here.chain.actor("carol")) == 10**6 * COIN
    assert here.bridge.escrowOf(here.plain, CHAIN) == 0


def test_dust_stays_at_home(ends: BridgeEnds) -> None:
    for units in (1, DUST - 1, DUST + 1):
        with expect_revert("DustRefused", units=units, multiple=DUST):
            ordinary(ends, units)
    ordinary(ends, DUST)


def misbehaving(ends: BridgeEnds) -> tuple[Contract, Contract, Actor]:
    """A token on both sides that can be told to misbehave, and a holder here."""
    here, there = ends[HERE], ends[THERE]
    token, remote = (end.chain.deploy("MisbehavingToken") for end in (here, there))
    _admit(here, token, remote, CHAIN)
    _admit(there, remote, token, 1)
    return token, remote, here.chain.actor("holder")


def _admit(end: BridgeEnd, token: Contract, remote: Contract, chain_id: int) -> None:
    bridge, governor, holder = end.bridge, end.governor, end.chain.actor("holder")
    bridge.setAsset(token, {**ORDINARY, "sharedDecimals": 6}, sender=governor)
    bridge.setRemoteAsset(chain_id, token, remote, sender=governor)
    for kind, key in ((0, chain_id), (1, chain_id), (2, int(Protocol.WORMHOLE))):
        bridge.raiseLimit(kind, token, key, 10**12, 60, sender=governor)
    token.mint(holder, 10**9, sender=holder)
    token.approve(bridge, 10**18, sender=holder)


def test_what_is_locked_is_exact(ends: BridgeEnds) -> None:
    """BRG-08: neither a fee on transfer nor a false answer makes an escrow short."""
    token, _, holder = misbehaving(ends)
    request = ends.request(HERE, THERE, holder, 1_000, asset=token)
    token.misbehave(TAKES_A_FEE, sender=holder)
    with expect_revert("ReceiptNotExact", units=1_000, received=999):
        ends.send(HERE, request, holder)
    token.misbehave(RETURNS_FALSE, sender=holder)
    with expect_revert("SafeERC20FailedOperation"):
        ends.send(HERE, request, holder)
    assert ends[HERE].bridge.escrowOf(token, CHAIN) == 0


def test_what_is_released_is_exact(ends: BridgeEnds) -> None:
    """BRG-07, BRG-08: a token that fails parks the credit and leaves the escrow."""
    token, remote, holder = misbehaving(ends)
    there = ends[THERE]
    receipt = ends.send(HERE, ends.request(HERE, THERE, holder, 1_000, asset=token), holder)
    message = ends.message(HERE, receipt)
    there.bridge.fundEscrow(remote, 1, 5_000, sender=holder)
    remote.misbehave(TAKES_A_FEE, sender=holder)
    carried(ends, receipt)
    assert state(ends, message) == (Status.PARKED, 210)
    assert there.bridge.escrowOf(remote, 1) == 5_000
    remote.misbehave(0, sender=holder)
    there.bridge.claim(message.encode(), sender=holder)
    assert there.bridge.escrowOf(remote, 1) == 4_000


def test_tokens_cannot_reenter(ends: BridgeEnds) -> None:
    """BRG-02: while a credit is made nothing else of the bridge runs."""
    token, remote, holder = misbehaving(ends)
    there = ends[THERE]
    receipt = ends.send(HERE, ends.request(HERE, THERE, holder, 1_000, asset=token), holder)
    message = ends.message(HERE, receipt)
    there.bridge.fundEscrow(remote, 1, 5_000, sender=holder)
    for name, arguments in (
        ("claim", (message.encode(),)),
        ("withdrawRefund", (holder,)),
        ("fundEscrow", (remote, 1, 0)),
    ):
        call = there.bridge.function(name).encode(*arguments)
        remote.callFirst(there.bridge, call, sender=holder)
        with there.chain.rollback():
            ends.network.carry(HERE, receipt)
            assert state(ends, message) == (Status.PARKED, 210)
            assert there.bridge.escrowOf(remote, 1) == 5_000


def test_a_closed_lane_sends_nothing(ends: BridgeEnds) -> None:
    alice, bob = pair(ends)
    here = ends[HERE]
    here.bridge.setLane(CHAIN, {**LANE, "open": False}, sender=here.governor)
    with expect_revert("LaneClosed", chainId=CHAIN):
        send(ends, alice, bob, UNITS)

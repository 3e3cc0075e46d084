"""All 20 lanes over all 4 protocols: 80 transfers of a regulated token through the real contracts,
credited where the rules allow it and parked where they do not."""

from collections import Counter

import pytest

from quantera.bridge.messages import Kind
from quantera.bridge.scoring import Protocol
from quantera.gas.bridge_stack import Status
from quantera.gas.token_stack import UNIT
from tests.integration.bridge.books import check
from tests.integration.bridge.stage import ISSUED, LANES, NOBODY, VALUE, Stage

EACH = pytest.mark.parametrize("protocol", Protocol, ids=lambda one: one.name.lower())


@EACH
def test_all_twenty_lanes_credit_each_transfer_once(stage: Stage, protocol: Protocol) -> None:
    """BRG-01, BRG-02."""
    assert len(LANES) == 20
    sent = [
        stage.send(lane, protocol, recipient="ben", units=(1 + at) * UNIT)
        for at, lane in enumerate(LANES)
    ]
    assert all(stage.status(message) is Status.NONE for message in sent)
    assert len(check(stage).pending) == 20
    stage.settle(protocol)
    assert Counter(map(stage.status, sent)) == {Status.CREDITED: 20}
    assert check(stage).pending == []
    for name in stage.ends.ends:
        arrived = sum((1 + at) * UNIT for at, lane in enumerate(LANES) if lane[1] == name)
        left = sum((1 + at) * UNIT for at, lane in enumerate(LANES) if lane[0] == name)
        assert stage.balance(name, "ben") == ISSUED + arrived
        assert stage.balance(name, "ann") == ISSUED - left


@EACH
def test_all_twenty_lanes_park_what_the_rules_refuse(stage: Stage, protocol: Protocol) -> None:
    """BRG-03: an unknown wallet gets nothing anywhere, and nothing is lost."""
    sent = [stage.send(lane, protocol, recipient=NOBODY) for lane in LANES]
    stage.settle(protocol)
    assert Counter(map(stage.status, sent)) == {Status.PARKED: 20}
    assert all(0 < stage.reason(message) < 200 for message in sent)
    assert len(check(stage).pending) == 20


@EACH
def test_an_ordinary_asset_is_released_from_the_lanes_escrow(
    stage: Stage, protocol: Protocol
) -> None:
    lane = ("polygon", "arbitrum")
    here, there = (stage.end(name) for name in lane)
    locked = here.bridge.escrowOf(here.plain, there.chain_id)
    free = there.bridge.escrowOf(there.plain, here.chain_id)
    message = stage.send(lane, protocol, recipient=NOBODY, units=10**6, ordinary=True)
    stage.settle(protocol)
    # Nobody has to be known to hold an ordinary asset.
    assert stage.status(message) is Status.CREDITED
    assert stage.balance("arbitrum", NOBODY, ordinary=True) == 10**6
    assert here.bridge.escrowOf(here.plain, there.chain_id) == locked + 10**6
    assert there.bridge.escrowOf(there.plain, here.chain_id) == free - 10**6
    check(stage)


@EACH
def test_lots_arrive_with_their_days(stage: Stage, protocol: Protocol) -> None:
    """BRG-10: a holding period goes on where it was."""
    lane = ("ethereum", "optimism")
    here, there = (stage.end(name) for name in lane)
    identity = here.chain.actor("identity of ann")
    leaving = here.stack.engine.lotsLeaving(here.token, stage.who("ann"), UNIT)
    # Days later on the other chain: what is issued there now is younger.
    there.chain.advance(40 * 86_400)
    message = stage.send(lane, protocol)
    assert message.lots == tuple(leaving)
    before = set(there.stack.engine.lotsOf(there.token, identity))
    stage.settle(protocol)
    assert stage.status(message) is Status.CREDITED
    after = there.stack.engine.lotsOf(there.token, identity)
    day = 1 << 120
    (sent_lot,) = leaving
    matching = [lot for lot in after if lot // day == sent_lot // day]
    assert len(matching) == 1
    had = [lot % day for lot in before if lot // day == sent_lot // day]
    assert matching[0] % day == sum(had) + UNIT


@EACH
def test_a_parked_transfer_is_claimed_once_the_recipient_is_known(
    stage: Stage, protocol: Protocol
) -> None:
    message = stage.send(("avalanche", "polygon"), protocol, recipient="dora")
    stage.settle(protocol)
    assert stage.status(message) is Status.PARKED
    stage.end("polygon").holder("dora")
    stage.bridge("polygon").claim(message.encode(), sender=stage.who("anybody"))
    assert stage.status(message) is Status.CREDITED
    assert stage.balance("polygon", "dora") == UNIT
    check(stage)


@EACH
def test_a_parked_transfer_goes_home_over_the_same_protocol(
    stage: Stage, protocol: Protocol
) -> None:
    """BRG-11."""
    message = stage.send(("avalanche", "polygon"), protocol, recipient=NOBODY)
    stage.settle(protocol)
    end = stage.end("polygon")
    receipt = end.bridge.returnHome(message.encode(), protocol, sender=end.governor, value=VALUE)
    home = stage.ends.message("polygon", receipt)
    assert (home.kind, home.reference, home.lots) == (Kind.RETURN, message.id, message.lots)
    assert stage.status(message) is Status.RETURNED
    check(stage)
    stage.settle(protocol)
    assert stage.status(home) is Status.CREDITED
    assert stage.balance("avalanche", "ann") == ISSUED
    assert check(stage).pending == []

"""What regulation asks of units on their way: lots, custody, quotas, holders over all chains."""

from typing import Any

import pytest

from quantera import chains
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.compliance.lots import EXEMPTIONS
from quantera.compliance.record import FLAG_CUSTODIAN, FLAGS_SHIFT
from quantera.evm import Actor, Reverted, expect_revert
from quantera.gas.bridge_stack import BridgeEnd, Status
from quantera.gas.token_stack import UNIT, record
from tests.integration.bridge import quotas
from tests.integration.bridge.stage import HOLDERS, ISSUED, VALUE, Stage

FULL_HERE, SHARE_FROZEN, NO_NAME = 37, 35, 34
LANE = ("ethereum", "optimism")
BACK = ("optimism", "ethereum")
DAY = 86_400


def identity(end: BridgeEnd, name: str) -> Actor:
    return end.chain.actor(f"identity of {name}")


def lots(end: BridgeEnd, name: str) -> list[int]:
    """An investor's lots, sorted: the order in which they lie says nothing."""
    return sorted(end.stack.engine.lotsOf(end.token, identity(end, name)))


def vault(end: BridgeEnd) -> Actor:
    """A custodian."""
    actor = end.chain.actor("vault")
    word = record(end.chain.actor("identity of vault")) | FLAG_CUSTODIAN << FLAGS_SHIFT
    end.stack.enter([actor], [word])
    return actor


def dora(stage: Stage) -> BridgeEnd:
    """An investor with two lots of different days and exemptions on one chain, known on both."""
    here, there = (stage.end(name) for name in LANE)
    wallet = here.holder("dora", 5 * UNIT)
    here.chain.advance(30 * DAY)
    terms = (0, 0, 0, EXEMPTIONS.index("506c"), 0)
    here.token.mintUnderTerms(wallet, 5 * UNIT, terms, sender=here.stack.agent)
    there.chain.advance(90 * DAY)
    there.holder("dora")
    return here


def send(stage: Stage, lane: tuple[str, str], units: int, recipient: str = "dora") -> Any:
    return stage.send(lane, sender="dora", recipient=recipient, units=units)


def test_lots_keep_day_and_exemption_there_and_back(stage: Stage) -> None:
    """LOT-03, BRG-10."""
    here, there = dora(stage), stage.end("optimism")
    before = lots(here, "dora")
    assert len(before) == 2
    send(stage, LANE, 7 * UNIT)
    stage.settle(Protocol.WORMHOLE)
    day = 1 << 120
    kinds = {word // day for word in before}
    assert {word // day for word in lots(there, "dora")} == kinds
    assert sorted(word % day for word in lots(there, "dora")) == [2 * UNIT, 5 * UNIT]
    send(stage, BACK, 7 * UNIT)
    stage.settle(Protocol.WORMHOLE)
    assert lots(here, "dora") == before and lots(there, "dora") == []


def test_units_that_arrive_in_custody_stay_their_senders(stage: Stage) -> None:
    """LOT-04, LOT-05, LOT-07: share, lots, the regulator's freeze, and the count of holders."""
    here, there = dora(stage), stage.end("optimism")
    engine, token, keeper = there.stack.engine, there.token, vault(there)
    names = token, there.chain.actor("identity of vault"), identity(there, "dora")
    count(there)
    assert engine.holders(token) == len(HOLDERS)
    send(stage, LANE, 5 * UNIT, "vault")
    stage.settle(Protocol.WORMHOLE)
    assert engine.shareOf(*names) == 5 * UNIT
    assert [word % (1 << 120) for word in lots(there, "dora")] == [5 * UNIT]
    assert engine.holders(token) == len(HOLDERS) + 1
    engine.setFrozenShare(*names, 5 * UNIT, 1, sender=there.stack.agent)
    wallet = there.chain.actor("dora")
    with expect_revert("TransferRefused", code=SHARE_FROZEN):
        token.transfer(wallet, UNIT, sender=keeper)
    with expect_revert("TransferRefused", code=NO_NAME):
        there.stack.token.transfer(there.chain.actor("ben"), UNIT, sender=keeper)
    engine.setFrozenShare(*names, 0, 1, sender=there.stack.agent)
    token.transfer(wallet, 5 * UNIT, sender=keeper)
    assert lots(here, "dora") and engine.shareOf(*names) == 0


def count(end: BridgeEnd) -> None:
    """Count holders from now on; the lots stay."""
    stack = end.stack
    stack.token.pause(sender=stack.agent)
    stack.engine.startCount(end.token, (True, False, 0, True), sender=stack.governor)
    wallets = [end.chain.actor(name) for name in HOLDERS]
    stack.engine.countWallets(end.token, wallets, sender=stack.agent)
    stack.engine.finishCount(end.token, sender=stack.agent)
    stack.token.unpause(sender=stack.agent)


def whole(stage: Stage, total: int, *, moving: int = 0, units: int = 0) -> None:
    """Over five chains: nothing above the global value, with what is on its way."""
    ends = [stage.end(name) for name in chains.PRODUCTION]
    assert sum(map(quotas.allotted, ends)) + moving == total
    supplies = [end.token.totalSupply() for end in ends]
    assert sum(supplies) + units == 3 * ISSUED * len(ends)
    assert all(supply <= quotas.allotted(end) for supply, end in zip(supplies, ends, strict=True))


def move(stage: Stage, lane: tuple[str, str], amount: int) -> Message:
    """Sends part of an allotment over two protocols: one alone never moves any."""
    message = quotas.move(stage, lane, amount, Protocol.WORMHOLE)
    here = stage.end(lane[0])
    here.bridge.resend(message.encode(), Protocol.AXELAR, sender=here.governor, value=VALUE)
    return message


def test_a_quota_moves_while_units_are_on_their_way(stage: Stage) -> None:
    """CMP-11, CMP-12: the units wait for room, and the sums over five chains always hold."""
    total = quotas.divide(stage, 3 * ISSUED + 10 * UNIT)
    whole(stage, total)
    message = stage.send(LANE, units=8 * UNIT)
    whole(stage, total, units=8 * UNIT)
    quota = move(stage, ("optimism", "polygon"), 5 * UNIT)
    whole(stage, total, units=8 * UNIT, moving=5 * UNIT)
    stage.settle()
    assert stage.status(quota) is Status.CREDITED, stage.reason(quota)
    assert (stage.status(message), stage.reason(message)) == (Status.PARKED, FULL_HERE)
    whole(stage, total, units=8 * UNIT)
    with pytest.raises(Reverted):
        move(stage, ("polygon", "optimism"), 16 * UNIT)
    move(stage, ("polygon", "optimism"), 3 * UNIT)
    with pytest.raises(Reverted):
        stage.bridge("optimism").claim(message.encode(), sender=stage.who("anybody"))
    stage.settle()
    stage.bridge("optimism").claim(message.encode(), sender=stage.who("anybody"))
    assert stage.status(message) is Status.CREDITED
    whole(stage, total)
    assert stage.end("optimism").token.totalSupply() == quotas.allotted(stage.end("optimism"))


@pytest.mark.parametrize("stop", ["pause", "freeze"])
def test_a_pause_and_a_freeze_park_what_arrives_and_hold_what_would_leave(
    stage: Stage, stop: str
) -> None:
    here, there = (stage.end(name) for name in LANE)
    message = stage.send(LANE, units=UNIT)
    for end in (here, there):
        if stop == "pause":
            end.token.pause(sender=end.stack.agent)
        else:
            end.token.setAddressFrozen(stage.who("ann"), True, sender=end.stack.agent)
    stage.settle(Protocol.WORMHOLE)
    assert stage.status(message) is Status.PARKED
    with pytest.raises(Reverted):
        stage.send(LANE, units=UNIT)
    for act in ("crosschainMint", "crosschainBurn"):
        with expect_revert("LocalRoleMissing"):
            getattr(there.token, act)(stage.who("ann"), UNIT, sender=there.stack.agent)
    if stop == "pause":
        there.token.unpause(sender=there.stack.agent)
    else:
        there.token.setAddressFrozen(stage.who("ann"), False, sender=there.stack.agent)
    stage.bridge("optimism").claim(message.encode(), sender=stage.who("anybody"))
    assert stage.balance("optimism", "ann") == ISSUED + UNIT

"""Lots switched on anew start from nothing, shares in custody with them, in a replay too."""

from quantera.compliance.replay import events
from quantera.compliance.replay.lots import LotState
from quantera.evm import Contract, Receipt
from tests.unit.compliance_offchain.people import buyer
from tests.unit.packs.market import open_market

ANN, POOL = 10, 90


def name(identity: int) -> str:
    return f"0x{identity:040x}"


def tell(state: LotState, engine: Contract, receipt: Receipt) -> None:
    """What the engine logged, as a replay reads it."""
    for log in receipt.logs:
        topics = tuple(log.topics)
        raw = events.Log(receipt.block_number, receipt.timestamp, "", log.address, topics, log.data)
        found = events.read(raw)
        if found is not None and log.address == engine.address:
            state.take(found)


def test_shares_end_with_the_lots_that_they_are_of() -> None:
    market = open_market()
    stack, state = market.stack, LotState()
    engine, token, governor = stack.engine, stack.token, stack.governor
    keep, drop = (True, False, 0, True), (True, False, 0, False)
    tell(state, engine, engine.startCount(token, keep, sender=governor))
    ann, pool = market.enter(buyer("EU", identity=ANN)), market.custodian("pool", POOL)
    tell(state, engine, token.mint(ann, 100, sender=stack.agent))
    tell(state, engine, token.transfer(pool, 60, sender=ann))
    frozen = engine.setFrozenShare(token, name(POOL), name(ANN), 7, 1, sender=stack.agent)
    tell(state, engine, frozen)
    pair = name(POOL), name(ANN)
    assert (state.shares[pair], state.frozen[pair]) == (market.share(POOL, ANN), 7) == (60, 7)
    for scope in (drop, keep):
        token.pause(sender=stack.agent)
        tell(state, engine, engine.startCount(token, scope, sender=governor))
        tell(state, engine, engine.countWallets(token, [ann, pool], sender=ann))
        tell(state, engine, engine.finishCount(token, sender=ann))
        token.unpause(sender=stack.agent)
    assert state.shares[pair] == market.share(POOL, ANN) == 0
    assert state.frozen[pair] == engine.frozenShareOf(token, *pair) == 0
    for identity in (ANN, POOL):
        assert state.words(name(identity)) == sorted(engine.lotsOf(token, name(identity)))
    assert market.held(POOL) == 60

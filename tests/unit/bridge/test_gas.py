"""The gas that a message asks of its protocol is enough for its lots."""

import pytest

from quantera.bridge.scoring import Protocol
from quantera.gas.bridge_stack import BridgeEnds, Status
from quantera.gas.token_stack import DAY, UNIT
from tests.unit.bridge.acts import carried, pair, send, state
from tests.unit.bridge.conftest import HERE, THERE

ASKING = [Protocol.CHAINLINK_CCIP, Protocol.LAYERZERO]
"""Whose executors give a message the gas that it asks for; the others' are given what is needed."""


@pytest.mark.parametrize("protocol", ASKING, ids=lambda protocol: protocol.name)
@pytest.mark.parametrize("lots", [2, 20])
def test_brg_10_lots_are_credited_with_exactly_the_gas_asked_for(
    ends: BridgeEnds, protocol: Protocol, lots: int
) -> None:
    alice, bob = pair(ends, UNIT, UNIT)
    here = ends[HERE]
    for _ in range(lots - 1):
        here.chain.advance(DAY)
        ends[THERE].chain.advance(DAY)
        here.token.mint(alice, UNIT, sender=here.stack.agent)
    # Fees are refused where prices are weeks old.
    ends.network.protocols[protocol].upkeep(HERE)
    message, receipt = send(ends, alice, bob, lots * UNIT, protocol)
    assert len(message.lots) == lots
    carried(ends, receipt)
    assert state(ends, message) == (Status.CREDITED, 0)
    token, engine = ends[THERE].token, ends[THERE].stack.engine
    assert sorted(engine.lotsOf(token, engine.identity(bob))) == sorted(message.lots)

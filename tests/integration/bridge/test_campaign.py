"""Faults in random combination: nothing is lost, nothing comes twice, nobody gets what the rules
refuse him, and everything can be recovered. BRG-01, BRG-02, BRG-03, BRG-05, BRG-06, BRG-07, BRG-08,
BRG-11 and BRG-13 hold after every round, and every delivery against a payment on another chain
completes on both chains or unwinds on both."""

import random
from collections import Counter

import pytest
from hypothesis import settings

from quantera import chains
from quantera.bridge.messages import Kind
from quantera.gas.bridge_stack import Status
from tests.integration.bridge import quotas
from tests.integration.bridge.books import check
from tests.integration.bridge.campaign import Campaign
from tests.integration.bridge.deliveries import ENDS, Lock, Market, Payment
from tests.integration.bridge.stage import ISSUED, Stage

MESSAGES = 110
ROUNDS = 22
SHARE = 6 * ISSUED
"""Of the supply cap, for each chain: twice what is issued there."""
SEEDS = range(20 if settings.get_current_profile_name() == "deep" else 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_or_twice_whatever_goes_wrong_together(stage: Stage, seed: int) -> None:
    quotas.divide(stage, SHARE)
    market = Market.opened(stage, chains.PRODUCTION)
    campaign = Campaign(stage, random.Random(f"bridge {seed}"), market)
    while len(campaign.sent) < MESSAGES:
        for _ in range(MESSAGES // ROUNDS):
            campaign.send()
        campaign.trouble()
        campaign.carry()
        campaign.calm()
        check(stage)
        market.check()
    campaign.recover()
    found = check(stage)
    market.check()
    assert found.pending == []
    assert all(
        stage.status(message) in (Status.CREDITED, Status.RETURNED) for message in campaign.sent
    )
    # What one thief brought alone above the threshold has had no effect.
    assert all(
        stage.status(message) not in (Status.CREDITED, Status.DELAYED)
        for message in campaign.stolen
    )
    ends = Counter(map(market.state, market.trades))
    assert ends.keys() <= ENDS
    # Some of each kind took part.
    assert {message.kind for message in campaign.sent} == set(Kind) - {Kind.RETURN}
    assert {(Lock.CLAIMED, Payment.PAID), (Lock.RECLAIMED, Payment.GIVEN_UP)} <= ends.keys()
    assert campaign.faults.total() > MESSAGES // 2

"""Faults in random combination: nothing is lost, nothing comes twice, nobody gets what the rules
refuse him, and everything can be recovered. BRG-01, BRG-02, BRG-03, BRG-05, BRG-06, BRG-07, BRG-08,
BRG-11 hold after every round."""

import random

import pytest
from hypothesis import settings

from quantera.gas.bridge_stack import Status
from tests.integration.bridge.books import check
from tests.integration.bridge.campaign import Campaign
from tests.integration.bridge.stage import Stage

MESSAGES = 110
ROUNDS = 22
SEEDS = range(20 if settings.get_current_profile_name() == "deep" else 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_or_twice_whatever_goes_wrong_together(stage: Stage, seed: int) -> None:
    campaign = Campaign(stage, random.Random(f"bridge {seed}"))
    while len(campaign.sent) < MESSAGES:
        for _ in range(MESSAGES // ROUNDS):
            campaign.send()
        campaign.trouble()
        campaign.carry()
        campaign.calm()
        check(stage)
    campaign.recover()
    found = check(stage)
    assert found.pending == []
    assert all(
        stage.status(message) in (Status.CREDITED, Status.RETURNED) for message in campaign.sent
    )
    # What one thief brought alone above the threshold has had no effect.
    assert all(
        stage.status(message) not in (Status.CREDITED, Status.DELAYED)
        for message in campaign.stolen
    )
    assert campaign.faults.total() > MESSAGES // 2

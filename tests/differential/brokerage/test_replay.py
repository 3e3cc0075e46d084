"""INV-17 and INV-08: state rebuilt from events, and figures of the twin, equal the views."""

from collections import Counter
from random import Random

from tests.differential.brokerage.replay_views import differences
from tests.differential.brokerage.stage import deploy_stage, step

STORIES, STEPS, EVERY = (2, 4, 6, 7, 1, 11), 200, 20
"""Seeds in the order of what they tell: later ones are told only where something is missing."""
MUST_HAPPEN = {
    *("deposit", "withdraw", "moveCollateral", "borrow", "repay", "supply", "redeem", "accrue"),
    *("openPosition", "closePosition", "refreshPrices", "setFinancing", "raiseHaircut"),
    *("issueMarginCall", "cureMarginCall", "liquidate", "liquidatePosition", "declareDefault"),
    *("contribute", "fundFirstLoss", "giveNotice", "withdrawCash", "setGroup", "tightenTerms"),
}


def test_events_rebuild_the_state() -> None:
    """INV-17, PB-17: after any story every view tells what the replayed events tell."""
    done: Counter[str] = Counter()
    for seed in STORIES:
        stage, random = deploy_stage(), Random(seed)
        assert differences(stage) == [], "before anything has happened"
        for count in range(1, STEPS + 1):
            step(stage, random)
            if count % EVERY == 0:
                assert differences(stage) == [], f"seed {seed}, after {count} steps"
        done.update(stage.done)
        if done.keys() >= MUST_HAPPEN:
            break
    assert not MUST_HAPPEN - done.keys(), "the stories leave something out"


def test_a_missing_event_is_seen() -> None:
    """The comparison can tell: leave one deposit out and it shows."""
    stage = deploy_stage()
    account, ether = stage.accounts[0], stage.listed[2]
    stage.stack.brokerage.deposit(account, ether.id, 5, sender=stage.owner(account))
    assert [name for name, _, _ in differences(stage)] == [f"collateral of {account} in {ether.id}"]

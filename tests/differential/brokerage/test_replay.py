"""INV-17 and INV-08: state rebuilt from events, and figures of the twin, equal the views."""

from random import Random

import pytest

from tests.differential.brokerage.replay_views import differences
from tests.differential.brokerage.stage import Stage, deploy_stage, step

STEPS = 120
EVERY = 12


@pytest.fixture(scope="module")
def stage() -> Stage:
    return deploy_stage()


def test_nothing_has_happened_yet(stage: Stage) -> None:
    assert differences(stage) == []


@pytest.mark.parametrize("seed", range(3))
def test_events_rebuild_the_state(seed: int) -> None:
    """INV-17, PB-17: after any story every view tells what the replayed events tell."""
    stage, random = deploy_stage(), Random(seed)
    for count in range(1, STEPS + 1):
        step(stage, random)
        if count % EVERY == 0:
            assert differences(stage) == [], f"after {count} steps: {stage.done}"

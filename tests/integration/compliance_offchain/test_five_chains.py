"""Over five chains, whatever moves and however messages travel, no global value is passed."""

import random

import pytest

from quantera.compliance.quotas import rebalance
from quantera.compliance.reconcile import reconcile
from tests.integration.compliance_offchain.five_chains import World

STEPS = 600


@pytest.mark.parametrize("seed", range(3))
def test_no_limit_is_passed(seed: int) -> None:
    world = World(random.Random(seed))
    world.check(whole=True)
    for number in range(STEPS):
        world.step()
        if number % 10 == 0:
            world.check(whole=True)
        if number % 50 == 49:
            world.move(rebalance(world.quotas()))
            world.check(whole=True)
    while world.allotments:
        world.deliver()
    world.check(whole=True)
    assert reconcile([], set(), [], world.quotas()) == []
    for name in ("mint", "burn", "transfer", "depart", "arrive", "give", "deliver"):
        assert world.seen[name] > 5, (name, world.seen)
    for name in ("mint refused", "transfer refused", "give refused"):
        assert world.seen[name] > 0, (name, world.seen)
    assert world.seen["repeat"] == 0 < world.seen["repeat refused"], "a replay counted"


def test_a_bridge_that_renumbers_replays_is_caught() -> None:
    """The invariant can fail: a message that counts twice makes something of nothing."""
    world = World(random.Random(5))
    world.renumbers = True
    with pytest.raises(AssertionError):
        for _ in range(STEPS):
            world.step()
            world.check(whole=True)


def test_rebalancing_gives_to_where_it_is_needed() -> None:
    world = World(random.Random(1))
    name, stack = next(iter(world.stacks.items()))
    people = world.people(stack)
    for person in (people[0], people[4], people[5]):
        stack.token.mint(person, 66, sender=stack.agent)
    quotas = {quota.limit: quota for quota in world.quotas()}
    before = quotas["0:0"].parts[name].allotted
    moves = rebalance(quotas.values())
    assert any(move.target == name and move.limit == "0:0" for move in moves)
    world.move(moves)
    while world.allotments:
        world.deliver()
    world.check(whole=True)
    after = {quota.limit: quota for quota in world.quotas()}["0:0"].parts[name].allotted
    assert after > before
    assert rebalance(world.quotas()) == []

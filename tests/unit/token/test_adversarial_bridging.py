"""Units and quotas on their way between two chains, in every order (CMP-11, CMP-12).

Each chain enforces its own allotment of the supply. Whatever is taken from one chain is on its way
until it arrives at the other, and a message arrives once, late, or not at all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import MemoryChain, Reverted, expect_revert
from tests.stacks.token import TokenStack, deploy_stack, rule_settings

SUPPLY_CAP, SUPPLY = 23, 0
EXHAUSTED = 37
CAP = 1_000
ISSUED = 400


@dataclass
class Chains:
    """One token on two chains under one cap of its supply, half of it on each.

    Attributes:
        quotas: allotments on their way, by message.
        units: units on their way, by message.
    """

    here: TokenStack
    there: TokenStack
    quotas: dict[int, int] = field(default_factory=dict)
    units: dict[int, int] = field(default_factory=dict)
    sent: int = 0

    def send_quota(self, source: TokenStack, amount: int) -> None:
        """Take an allotment away from a chain."""
        self.sent += 1
        source.engine.sendAllotment(
            *(source.token, SUPPLY, 0, amount, self.sent.to_bytes(32)), sender=source.bridge
        )
        self.quotas[self.sent] = amount

    def receive_quota(self, target: TokenStack, message: int) -> None:
        """Have it arrive."""
        target.engine.receiveAllotment(
            *(target.token, SUPPLY, 0, self.quotas[message], message.to_bytes(32)),
            sender=target.bridge,
        )
        del self.quotas[message]

    def send_units(self, source: TokenStack, amount: int) -> None:
        """Have a holder's units leave a chain."""
        holder = source.chain.actor("holder")
        source.token.crosschainBurn(holder, amount, sender=source.bridge)
        self.sent += 1
        self.units[self.sent] = amount

    def receive_units(self, target: TokenStack, message: int) -> None:
        """Have them arrive."""
        holder = target.chain.actor("holder")
        target.token.crosschainMint(holder, self.units[message], sender=target.bridge)
        del self.units[message]

    def check(self) -> None:
        """Neither units nor quotas come into being or get lost, and no chain has too many."""
        supplies, allotments = [], []
        for stack in (self.here, self.there):
            cap, local, used = stack.engine.allotment(stack.token, SUPPLY, 0)
            assert used <= local <= cap == CAP
            supplies.append(used)
            allotments.append(local)
        assert sum(supplies) + sum(self.units.values()) == ISSUED
        assert sum(allotments) + sum(self.quotas.values()) == CAP


def opened(chain_id: int, issued: int) -> TokenStack:
    """One chain with half of the cap, a holder, and some units."""
    stack = deploy_stack(MemoryChain(chain_id=chain_id))
    stack.configure(rule_settings((SUPPLY_CAP,), supplyCap=CAP, allotments=[(SUPPLY, 0, CAP // 2)]))
    holder = stack.investor("holder")
    stack.token.mint(holder, issued, sender=stack.agent)
    return stack


@pytest.fixture(scope="module")
def both() -> tuple[TokenStack, TokenStack]:
    return opened(1, ISSUED), opened(137, 0)


@pytest.fixture
def chains(both: tuple[TokenStack, TokenStack]) -> Iterator[Chains]:
    here, there = both
    with here.chain.rollback(), there.chain.rollback():
        yield Chains(here, there)


def test_a_quota_in_use_stays_until_its_units_have_left(chains: Chains) -> None:
    with expect_revert("AllotmentInUse", allotment=500, used=400):
        chains.send_quota(chains.here, 101)
    chains.send_units(chains.here, 1)
    chains.send_quota(chains.here, 101)
    chains.check()
    with expect_revert("AllotmentInUse"):
        chains.send_quota(chains.here, 1)


def test_units_wait_for_room(chains: Chains) -> None:
    """The quota that makes room may arrive after the units."""
    chains.there.token.mint(chains.there.chain.actor("holder"), 450, sender=chains.there.agent)
    chains.send_units(chains.here, 100)
    (units,) = chains.units
    with expect_revert("TransferRefused", code=EXHAUSTED):
        chains.receive_units(chains.there, units)
    chains.send_quota(chains.here, 100)
    (quota,) = chains.quotas
    with expect_revert("TransferRefused", code=EXHAUSTED):
        chains.receive_units(chains.there, units)
    chains.receive_quota(chains.there, quota)
    chains.receive_units(chains.there, units)


def test_a_quota_that_left_is_not_there_for_others_meanwhile(chains: Chains) -> None:
    chains.send_quota(chains.here, 100)
    for issue, by in (
        (chains.here.token.mint, chains.here.agent),
        (chains.here.token.crosschainMint, chains.here.bridge),
    ):
        with expect_revert("TransferRefused", code=EXHAUSTED):
            issue(chains.here.chain.actor("holder"), 1, sender=by)
    chains.check()


def test_a_quota_arrives_once(chains: Chains) -> None:
    chains.send_quota(chains.here, 100)
    (message,) = chains.quotas
    chains.receive_quota(chains.there, message)
    chains.check()
    chains.quotas[message] = 100
    with expect_revert("MessageAlreadyReceived"):
        chains.receive_quota(chains.there, message)
    del chains.quotas[message]
    chains.check()


def test_no_quota_lifts_a_chain_above_the_global_value(chains: Chains) -> None:
    there = chains.there
    with expect_revert("AllotmentOutOfRange"):
        there.engine.receiveAllotment(
            there.token, SUPPLY, 0, CAP // 2 + 1, b"\x07" * 32, sender=there.bridge
        )
    # A message that was refused can be delivered when there is room for it.
    there.engine.receiveAllotment(
        there.token, SUPPLY, 0, CAP // 2, b"\x07" * 32, sender=there.bridge
    )


def test_a_cap_that_is_lowered_meanwhile(chains: Chains) -> None:
    chains.send_quota(chains.here, 100)
    (message,) = chains.quotas
    chains.there.configure(rule_settings((SUPPLY_CAP,), supplyCap=CAP // 2))
    with expect_revert("AllotmentOutOfRange", globalValue=CAP // 2):
        chains.receive_quota(chains.there, message)
    chains.there.configure(rule_settings((SUPPLY_CAP,), supplyCap=CAP))
    chains.receive_quota(chains.there, message)


def test_a_pause_of_allotments_stops_both_ways(chains: Chains) -> None:
    chains.send_quota(chains.here, 10)
    (message,) = chains.quotas
    for stack in (chains.here, chains.there):
        stack.engine.pauseGroups(2**64 - 1, sender=stack.governor)
    with expect_revert("GroupPaused"):
        chains.send_quota(chains.here, 10)
    with expect_revert("GroupPaused"):
        chains.receive_quota(chains.there, message)


STEPS = ("send quota", "receive quota", "send units", "receive units", "issue")
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.booleans(), st.sampled_from((1, 50, 100, 150, 400))),
    max_size=25,
)


@given(steps=steps)
def test_any_order_keeps_every_sum(steps: list[tuple[str, bool, int]]) -> None:
    here, there = _PREPARED()
    with here.chain.rollback(), there.chain.rollback():
        chains = Chains(here, there)
        for step, forth, amount in steps:
            _take(chains, step, amount, forth=forth)
            chains.check()


def _take(chains: Chains, step: str, amount: int, *, forth: bool) -> None:
    """One step; what a chain refuses has changed nothing."""
    source = chains.here if forth else chains.there
    target = chains.there if forth else chains.here
    actions: dict[str, Callable[[], object]] = {
        "send quota": lambda: chains.send_quota(source, amount),
        "receive quota": lambda: chains.receive_quota(target, min(chains.quotas)),
        "send units": lambda: chains.send_units(source, amount),
        "receive units": lambda: chains.receive_units(target, max(chains.units)),
    }
    if step in actions:
        waiting = chains.quotas if "quota" in step else chains.units
        if step.startswith("receive") and not waiting:
            return
        try:
            actions[step]()
        except Reverted as error:
            assert error.name in {"AllotmentInUse", "AllotmentOutOfRange", "TransferRefused"}
        return
    # What is issued on one chain is redeemed on it at once, if there was room for it.
    holder = source.chain.actor("holder")
    local, used = source.engine.allotment(source.token, SUPPLY, 0)[1:]
    if step == "issue" and used + amount > local:
        with expect_revert("TransferRefused", code=EXHAUSTED):
            source.token.mint(holder, amount, sender=source.agent)
    elif step == "issue":
        source.token.mint(holder, amount, sender=source.agent)
        source.token.burn(holder, amount, sender=source.agent)


class _Prepared:
    """Both chains for all examples, made when the first one runs."""

    def __init__(self) -> None:
        self._made: tuple[TokenStack, TokenStack] | None = None

    def __call__(self) -> tuple[TokenStack, TokenStack]:
        if self._made is None:
            self._made = opened(1, ISSUED), opened(137, 0)
        return self._made


_PREPARED = _Prepared()

"""Vaults that lie, refuse, take and reenter; nobody but the owner who allowed them may feel it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from quantera.evm import Reverted, expect_revert
from quantera.gas.pool_stack import FOREVER
from tests.conftest import PROFILE
from tests.unit.liquidity.conftest import DEPTH, RANGE, Market
from tests.unit.liquidity.strategies import POLICY
from tests.unit.liquidity.test_lending import Lender, lender_with, moved_on

HONEST = (10_000, 10_000, 10_000, 2**256 - 1, False)


@pytest.fixture
def hostile(market: Market) -> Lender:
    return lender_with(market, "HostileVault", bufferBps=0)


def behave(lender: Lender, **changes: int | bool) -> None:
    names = ("takes", "pays", "reports", "shares", "refusing")
    told = dict(zip(names, HONEST, strict=True)) | changes
    lender.vault.behave(*told.values(), sender=lender.market.alice)


def others_are_whole(lender: Lender) -> None:
    """LPO-02 and LPO-65: everybody else can leave with everything, out of what is really there."""
    market = lender.market
    with market.stack.chain.rollback():
        name = market.position(*RANGE)
        worth = market.pools.quoteRemove(market.key, name, DEPTH)
        fees = market.pools.feesOf(market.key, name)
        before = market.balances(market.bob)
        state = market.pools.positionState(lender.managed.name)
        market.remove(lender.managed.token, state.liquidity, market.stack.chain.actor("carol"))
        market.remove(name, DEPTH, market.bob)
        after = market.balances(market.bob)
        assert after == tuple(map(sum, zip(before, worth, fees, strict=True)))


def test_a_vault_that_takes_less(hostile: Lender) -> None:
    behave(hostile, takes=4000)
    taken = hostile.idle * 4000 // 10_000
    assert hostile.lend().return_value == (0, taken)
    assert hostile.loan().principal == taken
    assert hostile.owed() == hostile.idle - taken
    assert hostile.market.token_b.allowance(hostile.market.pools, hostile.vault) == 0
    others_are_whole(hostile)


def test_a_vault_that_takes_more(hostile: Lender) -> None:
    behave(hostile, takes=10_001)
    with expect_revert("ERC20InsufficientAllowance"):
        hostile.lend()


def test_a_vault_that_gives_no_shares(hostile: Lender) -> None:
    behave(hostile, shares=0)
    with expect_revert("LoanNotExact", amount=hostile.idle, taken=hostile.idle, shares=0):
        hostile.lend()


def test_shares_for_nothing_are_worth_nothing(hostile: Lender) -> None:
    """It claims a fortune, and pays what it has."""
    behave(hostile, takes=0, shares=2**127)
    with expect_revert("NothingToLend"):
        hostile.lend()
    behave(hostile, takes=1, shares=2**127)
    taken = hostile.idle // 10_000
    hostile.lend()
    assert hostile.loan()[2:] == (2**127, taken)
    with expect_revert("ERC20InsufficientBalance"):
        hostile.call_back()
    behave(hostile, pays=0)
    assert hostile.call_back().return_value == 0
    assert hostile.owed() == hostile.idle - taken
    others_are_whole(hostile)


def test_more_shares_than_a_word_holds(hostile: Lender) -> None:
    behave(hostile, shares=2**128)
    with expect_revert("SafeCastOverflowedUintDowncast"):
        hostile.lend()


def test_a_vault_that_keeps_everything(hostile: Lender) -> None:
    hostile.lend()
    behave(hostile, pays=0)
    with expect_revert("LoanLossTooHigh", received=0):
        hostile.call_back(least=1)
    before = hostile.market.balances(hostile.market.pools)
    hostile.call_back()
    assert hostile.market.balances(hostile.market.pools) == before
    assert hostile.owed() == 0
    others_are_whole(hostile)


def test_lpo_66_a_vault_that_lies_about_what_it_pays(hostile: Lender) -> None:
    """A stranger's move does not realise the loss; the owner may."""
    hostile.lend()
    behave(hostile, pays=9899)
    moved_on(hostile)
    with expect_revert("LoanLossTooHigh"):
        hostile.managed.rebalance()
    behave(hostile, pays=9901)
    with hostile.market.stack.chain.rollback():
        hostile.managed.rebalance()
    behave(hostile, pays=9899)
    hostile.call_back()
    hostile.managed.rebalance()


@pytest.mark.parametrize("refusal", [{"refusing": True}, {"reports": 0}, {"reports": 9899}])
def test_lpo_67_a_vault_that_refuses_stops_nothing(hostile: Lender, refusal: Any) -> None:
    hostile.lend()
    loan = hostile.loan()
    behave(hostile, **refusal)
    moved_on(hostile)
    receipt = hostile.managed.rebalance()
    left = receipt.events.one("LoanLeft")
    assert (left.vault, left.ofA) == (hostile.vault.address, False)
    assert hostile.loan() == loan
    others_are_whole(hostile)
    market = hostile.market
    state = market.pools.positionState(hostile.managed.name)
    market.remove(hostile.managed.token, state.liquidity, market.bob)


def entrances(lender: Lender) -> dict[str, tuple[Any, ...]]:
    market, managed = lender.market, lender.managed
    vault, key, token = lender.vault, market.key, managed.token
    stack = market.stack
    return {
        "rebalance": (key, token),
        "compoundFor": (key, token),
        "lendIdle": (key, token),
        "callBack": (token, False, 0, vault, 0),
        "setPolicy": (key, token, POLICY),
        "endPolicy": (token,),
        "remove": (stack.removed(key, token, 1, vault),),
        "collect": (key, managed.name, vault, 1, 1),
        "increase": (stack.added(key, 0, 240, 1), token),
        "add": (stack.added(key, *RANGE, 1),),
        "swap": (stack.swapped(key, 1, vault, a_for_b=True),),
        "swapPathExactIn": ([(key, True, 0)], 1, 0, vault, FOREVER, 0),
        "close": (token,),
        "growObservations": (market.id, 200),
    }


@pytest.mark.parametrize(
    "name",
    [
        "rebalance",
        "compoundFor",
        "lendIdle",
        "callBack",
        "setPolicy",
        "endPolicy",
        "remove",
        "collect",
        "increase",
        "add",
        "swap",
        "swapPathExactIn",
        "close",
        "growObservations",
    ],
)
def test_a_vault_cannot_enter_again(hostile: Lender, name: str) -> None:
    """Though the owner allows it everything."""
    market = hostile.market
    market.pools.setApprovalForAll(hostile.vault, True, sender=market.bob)
    data = market.pools.function(name).encode(*entrances(hostile)[name])
    hostile.vault.aim(market.pools, data, sender=market.bob)
    hostile.lend()
    assert not hostile.vault.succeeded()
    hostile.call_back()
    assert not hostile.vault.succeeded()
    others_are_whole(hostile)


def test_a_token_handed_on_in_the_middle(hostile: Lender) -> None:
    """The one call that may come in between ends the policy; the loan goes with the token."""
    market = hostile.market
    market.pools.setApprovalForAll(hostile.vault, True, sender=market.bob)
    data = market.pools.transferFrom.encode(market.bob, market.alice, hostile.managed.token)
    hostile.lend()
    moved_on(hostile)
    hostile.vault.aim(market.pools, data, sender=market.bob)
    with expect_revert("NotDue", reason=1):
        hostile.managed.rebalance()
    lent = hostile.loan().principal
    hostile.call_back()
    assert hostile.vault.succeeded()
    assert hostile.owed() == lent
    assert market.pools.ownerOf(hostile.managed.token) == market.alice


SHARES = st.sampled_from((10_000, 10_000)) | st.integers(0, 12_000)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("lend", "lend", "back", "back", "move", "trade", "collect")),
        SHARES,
        SHARES,
        SHARES,
        st.sampled_from((*[2**256 - 1] * 6, 0, 1, 10**18, 2**100)),
        st.sampled_from((False, False, False, True)),
    ),
    min_size=4,
    max_size=16,
)


@given(steps=STEPS)
@settings(
    max_examples={"quick": 15, "ci": 100}.get(PROFILE, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_lpo_65_whatever_a_vault_does_only_its_position_feels_it(
    market: Market, steps: list[tuple[str, int, int, int, int, bool]]
) -> None:
    """What is owed to the position moves with the pools' balance, unit by unit."""
    with market.stack.chain.rollback():
        lender = lender_with(market, "HostileVault", bufferBps=1000, maxLossBps=1000)
        market.token_b.mint(lender.vault, 10**20, sender=market.alice)
        for action, takes, pays, reports, shares, refusing in steps:
            behave(
                lender, takes=takes, pays=pays, reports=reports, shares=shares, refusing=refusing
            )
            owed, held = lender.owed(), market.token_b.balanceOf(market.pools)
            try:
                if action == "lend":
                    lender.lend()
                elif action == "back":
                    lender.call_back()
                elif action == "move":
                    moved_on(lender)
                    lender.managed.rebalance()
                elif action == "trade":
                    market.swap(10**15, a_for_b=True)
                else:
                    lender.call_back(recipient=market.bob)
            except Reverted:
                event(f"{action}: refused")
                continue
            finally:
                others_are_whole(lender)
            event(f"{action}: done")
            if action in ("lend", "back"):
                assert lender.owed() - owed == market.token_b.balanceOf(market.pools) - held

"""Whole units and the minimum investment: first positions, exits, remainders, primary purchases."""

import pytest

from quantera.evm import MemoryChain, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import LARGEST, TokenStack, deploy_stack, offer
from tests.unit.token.conftest import HELD, Market

MINIMUM = 100


@pytest.fixture
def selective(market: Market) -> Market:
    """The same market with a minimum investment of 100."""
    stack = market.stack
    stack.token.setTokenInfo(("bond", "EU", "", MINIMUM, True), sender=stack.governor)
    return market


@pytest.mark.parametrize(("amount", "code"), [(99, tk.MINIMUM), (100, 0), (101, 0)])
def test_a_first_position_reaches_the_minimum(selective: Market, amount: int, code: int) -> None:
    assert offer(selective.stack, selective.holder, selective.recipient, amount) == code


def test_further_purchases_may_be_smaller(selective: Market) -> None:
    assert offer(selective.stack, selective.holder, selective.recipient, MINIMUM) == 0
    assert offer(selective.stack, selective.holder, selective.recipient, 1) == 0


def test_a_remainder_below_the_minimum_may_stay_and_leave(selective: Market) -> None:
    stack = selective.stack
    other = stack.investor("other")
    assert offer(stack, selective.holder, selective.recipient, HELD - 1) == 0
    assert stack.token.balanceOf(selective.holder) == 1
    assert offer(stack, selective.holder, other, 1) == 0
    assert stack.token.balanceOf(other) == 1


def test_nothing_opens_no_position(selective: Market) -> None:
    assert offer(selective.stack, selective.holder, selective.recipient, 0) == 0


def test_moves_between_own_wallets_invest_nothing(selective: Market) -> None:
    stack = selective.stack
    identity = stack.engine.identity(selective.holder)
    second = stack.investor("second wallet", identity=identity)
    assert offer(stack, selective.holder, second, 1) == 0
    stack.engine.deleteIdentity(selective.holder, sender=stack.agent)
    assert offer(stack, selective.holder, selective.recipient, 1) == tk.MINIMUM


def test_every_primary_purchase_reaches_the_minimum(selective: Market) -> None:
    token, agent = selective.stack.token, selective.stack.agent
    for amount in (0, 99):
        with expect_revert("TransferRefused", code=tk.MINIMUM):
            token.mint(selective.holder, amount, sender=agent)
    token.mint(selective.holder, MINIMUM, sender=agent)


def test_agents_correct_below_the_minimum(selective: Market) -> None:
    token, agent = selective.stack.token, selective.stack.agent
    token.forcedTransfer(selective.holder, selective.recipient, 1, sender=agent)
    token.burn(selective.recipient, 1, sender=agent)


def test_what_comes_over_a_bridge_may_be_a_remainder(selective: Market) -> None:
    stack = selective.stack
    stack.token.crosschainMint(selective.recipient, 1, sender=stack.bridge)
    stack.token.crosschainBurn(selective.recipient, 1, sender=stack.bridge)


def test_a_minimum_fits_a_balance(market: Market) -> None:
    token, governor = market.stack.token, market.stack.governor
    token.setTokenInfo(("", "", "", LARGEST, True), sender=governor)
    with expect_revert("AmountTooLarge", amount=LARGEST + 1, maximum=LARGEST):
        token.setTokenInfo(("", "", "", LARGEST + 1, True), sender=governor)


@pytest.fixture(scope="module")
def whole() -> TokenStack:
    """A token of 2 decimals of which only whole ones move."""
    stack = deploy_stack(MemoryChain(), decimals=2, fractionalAllowed=False)
    stack.token.mint(stack.investor("holder"), HELD, sender=stack.agent)
    stack.investor("recipient")
    return stack


@pytest.mark.parametrize(
    ("amount", "code"), [(0, 0), (1, 11), (99, 11), (100, 0), (101, 11), (200, 0)]
)
def test_only_whole_units_move(whole: TokenStack, amount: int, code: int) -> None:
    with whole.chain.rollback():
        token, agent, bridge = whole.token, whole.agent, whole.bridge
        holder, recipient = whole.chain.actors("holder", "recipient")
        assert offer(whole, holder, recipient, amount) == code
        calls = [
            (token.mint, (recipient, amount), agent),
            (token.crosschainMint, (recipient, amount), bridge),
            (token.crosschainBurn, (holder, amount), bridge),
        ]
        for function, arguments, sender in calls:
            if code:
                with expect_revert("TransferRefused", code=code):
                    function(*arguments, sender=sender)
            else:
                function(*arguments, sender=sender)


def test_agents_may_clear_fractions_away(whole: TokenStack) -> None:
    with whole.chain.rollback():
        holder, recipient = whole.chain.actors("holder", "recipient")
        whole.token.forcedTransfer(holder, recipient, 1, sender=whole.agent)
        whole.token.burn(recipient, 1, sender=whole.agent)


def test_without_decimals_every_unit_is_whole() -> None:
    stack = deploy_stack(MemoryChain(), decimals=0, fractionalAllowed=False)
    holder, recipient = stack.investor("holder"), stack.investor("recipient")
    stack.token.mint(holder, 3, sender=stack.agent)
    assert offer(stack, holder, recipient, 1) == 0

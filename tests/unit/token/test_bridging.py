"""What a bridge that carries identity and lots asks of the token: ERC-7802 in one call each way."""

import pytest

from quantera.evm import ZERO_ADDRESS, MemoryChain, expect_revert
from quantera.gas.token_stack import deploy_stack
from tests.stacks import token as tk
from tests.stacks.token import LARGEST
from tests.unit.token.conftest import HELD, Market


def test_moves_the_supply_and_says_whose_it_was(market: Market) -> None:
    """TOK-02, as ERC-7802's functions but for their events; there are no lots to tell of."""
    stack, bridge = market.stack, market.stack.bridge
    identity, lots = stack.token.burnLeaving.simulate(market.holder, 5, sender=bridge)
    assert (identity, lots) == (stack.engine.identity(market.holder), [])
    receipt = stack.token.burnLeaving(market.holder, 5, sender=bridge)
    assert tk.values(receipt.events.one("Transfer").args) == (market.holder, ZERO_ADDRESS, 5)
    assert not receipt.events.named("CrosschainBurn")
    assert stack.token.totalSupply() == HELD - 5
    receipt = stack.token.mintArriving(identity, market.recipient, 5, [], sender=bridge)
    assert tk.values(receipt.events.one("Transfer").args) == (ZERO_ADDRESS, market.recipient, 5)
    assert not receipt.events.named("CrosschainMint")
    assert (stack.token.totalSupply(), stack.token.balanceOf(market.recipient)) == (HELD, 5)


def test_for_the_bridge_alone(market: Market) -> None:
    token = market.stack.token
    for caller in (market.stack.agent, market.holder):
        with expect_revert("LocalRoleMissing"):
            token.burnLeaving(market.holder, 1, sender=caller)
        with expect_revert("LocalRoleMissing"):
            token.mintArriving(market.holder, market.holder, 1, [], sender=caller)


def test_a_token_without_lots_takes_none(market: Market) -> None:
    token, bridge = market.stack.token, market.stack.bridge
    with expect_revert("LotsNotKept", token=token):
        token.mintArriving(market.holder, market.recipient, 5, [5], sender=bridge)


def test_what_stops_a_burn(market: Market) -> None:
    """TOK-01, TOK-04: the codes are those of `crosschainBurn`, and nothing moves."""
    token, bridge, agent = market.stack.token, market.stack.bridge, market.stack.agent
    for holder, amount, code in (
        (market.holder, HELD + 1, tk.BALANCE),
        (market.holder, LARGEST + 1, tk.TOO_LARGE),
        (ZERO_ADDRESS, 0, tk.ZERO),
    ):
        with expect_revert("TransferRefused", code=code):
            token.burnLeaving(holder, amount, sender=bridge)
    token.freezePartialTokens(market.holder, HELD - 5, sender=agent)
    with expect_revert("TransferRefused", code=tk.UNFROZEN):
        token.burnLeaving(market.holder, 6, sender=bridge)
    token.setAddressFrozen(market.holder, True, sender=agent)
    with expect_revert("TransferRefused", code=tk.SENDER_FROZEN):
        token.burnLeaving(market.holder, 1, sender=bridge)
    token.pause(sender=agent)
    with expect_revert("TransferRefused", code=tk.PAUSED):
        token.burnLeaving(market.holder, 1, sender=bridge)
    assert token.totalSupply() == HELD


def test_what_stops_a_mint(market: Market) -> None:
    """TOK-01, TOK-03: the codes are those of `crosschainMint`."""
    token, bridge, agent = market.stack.token, market.stack.bridge, market.stack.agent
    for to, amount, code in (
        (ZERO_ADDRESS, 1, tk.ZERO),
        (market.stranger, 1, tk.UNREGISTERED),
        (market.recipient, LARGEST - HELD + 1, tk.TOO_LARGE),
    ):
        with expect_revert("TransferRefused", code=code):
            token.mintArriving(ZERO_ADDRESS, to, amount, [], sender=bridge)
    token.setAddressFrozen(market.recipient, True, sender=agent)
    with expect_revert("TransferRefused", code=tk.RECIPIENT_FROZEN):
        token.mintArriving(ZERO_ADDRESS, market.recipient, 1, [], sender=bridge)
    assert token.totalSupply() == HELD


@pytest.mark.parametrize("configured", [False, True])
def test_only_registered_tokens_settle(configured: bool) -> None:
    """Nobody else decides anything at the engine, whichever of its ways it takes."""
    stack = deploy_stack(MemoryChain())
    if configured:
        stack.engine.startCount(stack.token, (False, False, 0, True), sender=stack.governor)
    stranger = stack.chain.actor("stranger")
    movement = (stranger, stranger, ZERO_ADDRESS, 1, 1, 0, 1)
    with expect_revert("TokenNotRegistered", token=stranger):
        stack.engine.settleDeparture(movement, sender=stranger)
    with expect_revert("LotsNotKept", token=stranger):
        stack.engine.settleArrival(movement, stranger, [1], sender=stranger)

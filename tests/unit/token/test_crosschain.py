"""ERC-7802: the bridge's mint and burn honour pause, freezes, rules and limits."""

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import LARGEST, values
from tests.unit.token.conftest import HELD, Market


def test_moves_the_supply(market: Market) -> None:
    token, bridge = market.stack.token, market.stack.bridge
    receipt = token.crosschainBurn(market.holder, 5, sender=bridge)
    assert values(receipt.events.one("CrosschainBurn").args) == (market.holder, 5, bridge)
    assert token.totalSupply() == HELD - 5
    receipt = token.crosschainMint(market.recipient, 5, sender=bridge)
    assert values(receipt.events.one("CrosschainMint").args) == (market.recipient, 5, bridge)
    assert token.totalSupply() == HELD


def test_for_the_bridge_alone(market: Market) -> None:
    for function in (market.stack.token.crosschainMint, market.stack.token.crosschainBurn):
        for caller in (market.stack.agent, market.holder):
            with expect_revert("LocalRoleMissing"):
                function(market.holder, 1, sender=caller)


def test_a_pause_stops_it(market: Market) -> None:
    token, bridge = market.stack.token, market.stack.bridge
    token.pause(sender=market.stack.agent)
    for function in (token.crosschainMint, token.crosschainBurn):
        with expect_revert("TransferRefused", code=tk.PAUSED):
            function(market.holder, 1, sender=bridge)


def test_freezes_stop_it(market: Market) -> None:
    token, bridge, agent = market.stack.token, market.stack.bridge, market.stack.agent
    token.freezePartialTokens(market.holder, HELD - 5, sender=agent)
    with expect_revert("TransferRefused", code=tk.UNFROZEN):
        token.crosschainBurn(market.holder, 6, sender=bridge)
    token.crosschainBurn(market.holder, 5, sender=bridge)
    token.setAddressFrozen(market.holder, True, sender=agent)
    with expect_revert("TransferRefused", code=tk.SENDER_FROZEN):
        token.crosschainBurn(market.holder, 1, sender=bridge)
    with expect_revert("TransferRefused", code=tk.RECIPIENT_FROZEN):
        token.crosschainMint(market.holder, 1, sender=bridge)


@pytest.mark.parametrize(("amount", "code"), [(HELD + 1, tk.BALANCE), (LARGEST + 1, tk.TOO_LARGE)])
def test_no_more_than_there_is(market: Market, amount: int, code: int) -> None:
    with expect_revert("TransferRefused", code=code):
        market.stack.token.crosschainBurn(market.holder, amount, sender=market.stack.bridge)


def test_neither_for_nobody_nor_for_strangers(market: Market) -> None:
    token, bridge = market.stack.token, market.stack.bridge
    with expect_revert("TransferRefused", code=tk.ZERO):
        token.crosschainBurn(ZERO_ADDRESS, 0, sender=bridge)
    for to, code in ((ZERO_ADDRESS, tk.ZERO), (market.stranger, tk.UNREGISTERED)):
        with expect_revert("TransferRefused", code=code):
            token.crosschainMint(to, 1, sender=bridge)
    with expect_revert("TransferRefused", code=tk.TOO_LARGE):
        token.crosschainMint(market.recipient, LARGEST - HELD + 1, sender=bridge)

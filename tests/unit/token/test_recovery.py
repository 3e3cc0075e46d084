"""A lost wallet's holding goes to a new wallet of the same identity."""

from dataclasses import dataclass

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, Contract, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import SANCTIONS_HOLD, TokenStack, four_rules, offer
from tests.unit.token.conftest import HELD, Market

REASON = 42


@dataclass(frozen=True)
class Loss:
    """An investor whose wallet is lost, with an identity that knows the new wallet."""

    stack: TokenStack
    lost: Actor
    new: Actor
    identity: Contract

    def recover(self, stack: TokenStack | None = None) -> None:
        chosen = stack or self.stack
        chosen.token.recoveryAddress(self.lost, self.new, self.identity, sender=chosen.agent)


@pytest.fixture
def loss(market: Market) -> Loss:
    stack = market.stack
    new = stack.chain.actor("new wallet")
    identity = stack.chain.deploy("HostileIdentity")
    identity.plantKey(new, False, sender=new)
    lost = stack.investor("lost wallet", identity=identity)
    stack.token.mint(lost, 100, sender=stack.agent)
    return Loss(stack, lost, new, identity)


def test_moves_holding_and_registration(loss: Loss, market: Market) -> None:
    stack = loss.stack
    receipt = stack.token.recoveryAddressWithReason(
        loss.lost, loss.new, loss.identity, REASON, sender=stack.agent
    )
    assert receipt.return_value is True
    assert receipt.events.one("RecoverySuccess").args.newWallet == loss.new
    assert receipt.events.one("AgentAction").args.reason == REASON
    assert stack.token.balanceOf(loss.new) == 100
    assert stack.token.balanceOf(loss.lost) == 0
    assert not stack.engine.contains(loss.lost)
    assert stack.engine.identity(loss.new) == loss.identity.address
    assert offer(stack, loss.new, market.recipient, 100) == 0


def test_takes_freezes_along(loss: Loss) -> None:
    token, agent = loss.stack.token, loss.stack.agent
    token.setFrozenTokens(loss.lost, 150, sender=agent)
    token.setFrozenTokens(loss.new, 7, sender=agent)
    token.setAddressFrozen(loss.lost, True, sender=agent)
    receipt = token.recoveryAddress(loss.lost, loss.new, loss.identity, sender=agent)
    assert token.getFrozenTokens(loss.lost) == 0
    assert token.getFrozenTokens(loss.new) == 157
    assert token.isFrozen(loss.new)
    names = [event.name for event in receipt.events]
    assert names.index("Frozen") < names.index("Transfer")


def test_two_tokens_share_a_registration(loss: Loss) -> None:
    second = loss.stack.second_token()
    second.token.mint(loss.lost, 50, sender=second.agent)
    loss.recover()
    loss.recover(second)
    assert second.token.balanceOf(loss.new) == 50


def test_two_tokens_that_count_positions(loss: Loss) -> None:
    second = loss.stack.second_token()
    second.keep_positions()
    second.configure(four_rules())
    second.token.mint(loss.lost, 50, sender=second.agent)
    loss.recover()
    loss.recover(second)
    assert second.engine.positionOf(second.token, loss.identity).balance == 50


def test_two_tokens_after_a_change_of_identity(loss: Loss) -> None:
    """The second token finds the identity that the lost wallet had last, not only its first."""
    loss.stack.enter([loss.lost], [tk.record(loss.stack.chain.actor("first identity"))])
    loss.stack.enter([loss.lost], [tk.record(loss.identity)])
    second = loss.stack.second_token()
    second.token.mint(loss.lost, 50, sender=second.agent)
    loss.recover()
    loss.recover(second)
    assert second.token.balanceOf(loss.new) == 50


def test_frozen_amounts_end_at_120_bits_there_too(loss: Loss) -> None:
    token, agent = loss.stack.token, loss.stack.agent
    for wallet in (loss.lost, loss.new):
        token.setFrozenTokens(wallet, tk.LARGEST, sender=agent)
    token.recoveryAddress(loss.lost, loss.new, loss.identity, sender=agent)
    assert token.getFrozenTokens(loss.new) == tk.LARGEST
    assert token.balanceOf(loss.new) == 100
    assert not token.isFrozen(loss.new)


def test_to_a_wallet_that_is_registered_already(loss: Loss) -> None:
    loss.stack.investor("new wallet", identity=loss.identity)
    loss.recover()
    assert loss.stack.token.balanceOf(loss.new) == 100


def test_not_to_a_wallet_of_somebody_else(loss: Loss) -> None:
    loss.stack.investor("new wallet")
    with expect_revert("RecoveryMismatch"):
        loss.recover()


def test_not_through_somebody_elses_identity(loss: Loss, market: Market) -> None:
    other = loss.stack.chain.deploy("HostileIdentity")
    other.plantKey(loss.new, True, sender=market.stranger)
    with expect_revert("RecoveryMismatch"):
        loss.stack.token.recoveryAddress(loss.lost, loss.new, other, sender=loss.stack.agent)


@pytest.mark.parametrize("registered", [False, True])
def test_a_sanctions_hold_is_not_left_behind(loss: Loss, registered: bool) -> None:
    """IDR-03: a second, clean wallet of the same identity would otherwise free the tokens."""
    stack = loss.stack
    word = stack.engine.recordOf(loss.lost) | SANCTIONS_HOLD << 236
    stack.enter([loss.lost], [word])
    if registered:
        stack.investor("new wallet", identity=loss.identity)
    with expect_revert("TransferRefused", code=tk.RECIPIENT_SANCTIONED):
        loss.recover()


def test_refusals(loss: Loss, market: Market) -> None:
    token, agent = loss.stack.token, loss.stack.agent
    with expect_revert("NothingToRecover", lostWallet=market.stranger):
        token.recoveryAddress(market.stranger, loss.new, loss.identity, sender=agent)
    loss.identity.plantKey(loss.new, True, sender=loss.new)
    for new in (loss.lost, ZERO_ADDRESS, token):
        with expect_revert("RecoveryRefused"):
            token.recoveryAddress(loss.lost, new, loss.identity, sender=agent)
    loss.identity.plantKey(loss.new, False, sender=loss.new)
    for identity, new in ((loss.identity, market.stranger), (market.stranger, loss.new)):
        with expect_revert("RecoveryRefused"):
            token.recoveryAddress(loss.lost, new, identity, sender=agent)
    assert token.totalSupply() == HELD + 100

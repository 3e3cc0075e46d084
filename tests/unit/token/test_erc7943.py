"""ERC-7943's views, and the standards that the token says it follows."""

import pytest

from quantera.evm import expect_revert
from tests.stacks.token import SANCTIONS_HOLD
from tests.unit.token.conftest import HELD, Market


def test_can_transfer_does_not_speak_of_balances(market: Market) -> None:
    token = market.stack.token
    assert token.canTransfer(market.holder, market.recipient, HELD)
    assert token.canTransfer(market.holder, market.recipient, HELD + 1)
    assert not token.canTransfer(market.holder, market.stranger, HELD + 1)
    assert not token.canTransfer(market.holder, market.recipient, 2**120)


def test_can_transfer_speaks_of_frozen_tokens(market: Market) -> None:
    token = market.stack.token
    token.freezePartialTokens(market.holder, 1, sender=market.stack.agent)
    assert token.canTransfer(market.holder, market.recipient, HELD - 1)
    assert not token.canTransfer(market.holder, market.recipient, HELD)
    assert not token.canTransfer(market.holder, market.recipient, HELD + 1)


def test_can_send_and_receive(market: Market) -> None:
    stack = market.stack
    token = stack.token
    assert token.canSend(market.holder)
    assert token.canReceive(market.recipient)
    assert not token.canReceive(market.stranger)
    with stack.chain.rollback():
        token.setAddressFrozen(market.holder, True, sender=stack.agent)
        assert not token.canSend(market.holder)
        assert not token.canReceive(market.holder)
    with stack.chain.rollback():
        token.pause(sender=stack.agent)
        assert not token.canSend(market.holder)
        assert not token.canReceive(market.holder)
    with stack.chain.rollback():
        word = stack.engine.recordOf(market.holder) | SANCTIONS_HOLD << 236
        stack.enter([market.holder], [word])
        assert not token.canSend(market.holder)
        assert not token.canReceive(market.holder)
    stack.engine.revokeVerification([market.holder], sender=stack.agent)
    assert token.canSend(market.holder), "an expired investor may leave"
    assert not token.canReceive(market.holder)


@pytest.mark.parametrize(
    "interface", ["01ffc9a7", "36372b07", "a219a025", "9d8ff7da", "3edbb4c4", "33331994"]
)
def test_declared_standards(market: Market, interface: str) -> None:
    """ERC-165, ERC-20, its metadata, ERC-2612, ERC-7943, ERC-7802."""
    assert market.stack.token.supportsInterface(bytes.fromhex(interface))
    assert not market.stack.token.supportsInterface(b"\xff" * 4)


def test_frozen_above_120_bits_is_refused(market: Market) -> None:
    with expect_revert("AmountTooLarge"):
        market.stack.token.setFrozenTokens(market.holder, 2**120, sender=market.stack.agent)

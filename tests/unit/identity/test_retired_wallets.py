"""A wallet taken out of the register: what is forgotten, and where its units go on counting."""

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, expect_revert
from quantera.gas.peers.onchainid import Edition, OnchainId
from tests.stacks import token as tk
from tests.stacks.token import GERMANY, Attester, TokenStack, offer, record, rule_settings

RELINKED, RETIRED = 1 << 241, 1 << 242
HELD = 100
HOLDINGS_NOT_MOVED = 191
SENDER_NOT_VERIFIED = 15


@pytest.fixture
def wallet(stack: TokenStack) -> Actor:
    """An investor with 100 units of a token that counts them by identity."""
    stack.keep_positions()
    wallet = stack.investor("wallet")
    stack.investor("other")
    stack.token.mint(wallet, HELD, sender=stack.agent)
    return wallet


def own_identity(stack: TokenStack, wallet: Actor) -> Actor:
    return stack.chain.actor(f"identity of {wallet.name}")


def units(stack: TokenStack, identity: Actor) -> int:
    balance: int = stack.engine.positionOf(stack.token, identity).balance
    return balance


def retire(stack: TokenStack, wallet: Actor) -> None:
    stack.engine.deleteIdentity(wallet, sender=stack.agent)


def test_the_public_forgets_it(stack: TokenStack, wallet: Actor) -> None:
    receipt = stack.engine.deleteIdentity(wallet, sender=stack.agent)
    assert receipt.events.one("RecordWritten").args.record == 0
    engine = stack.engine
    assert engine.recordOf(wallet) == 0
    assert engine.identity(wallet) == ZERO_ADDRESS
    assert not engine.contains(wallet)
    assert not engine.isVerified(wallet)
    assert not stack.token.canReceive(wallet)
    with expect_revert("WalletNotRegistered", wallet=wallet):
        engine.deleteIdentity(wallet, sender=stack.agent)


def test_it_receives_nothing_and_may_leave(stack: TokenStack, wallet: Actor) -> None:
    other, known = stack.chain.actor("other"), own_identity(stack, wallet)
    retire(stack, wallet)
    assert offer(stack, other, wallet, 0) == tk.UNREGISTERED
    with expect_revert("TransferRefused", code=tk.UNREGISTERED):
        stack.token.mint(wallet, 1, sender=stack.agent)
    receipt = stack.token.transfer(other, HELD, sender=wallet)
    assert receipt.events.one("TransferDecision").args.fromIdentity == known
    assert units(stack, known) == 0
    assert units(stack, own_identity(stack, other)) == HELD


def test_the_same_identity_comes_back_as_if_nothing_had_been(
    stack: TokenStack, wallet: Actor
) -> None:
    retire(stack, wallet)
    word = record(own_identity(stack, wallet))
    stack.enter([wallet], [word])
    assert stack.engine.recordOf(wallet) == word
    stack.token.mint(wallet, 1, sender=stack.agent)
    assert units(stack, own_identity(stack, wallet)) == HELD + 1


def test_another_identity_does_not_take_the_units_over(stack: TokenStack, wallet: Actor) -> None:
    known, another = own_identity(stack, wallet), stack.chain.actor("another identity")
    retire(stack, wallet)
    stack.enter([wallet], [record(another)])
    assert stack.engine.recordOf(wallet) == record(another) | RELINKED
    assert offer(stack, stack.chain.actor("other"), wallet, 0) == HOLDINGS_NOT_MOVED
    stack.token.transfer(stack.chain.actor("other"), 1, sender=wallet)
    assert units(stack, known) == HELD - 1
    stack.engine.moveHoldings(stack.token, wallet, sender=stack.agent)
    assert (units(stack, known), units(stack, another)) == (0, HELD - 1)


def test_a_mark_stays_through_a_second_removal(stack: TokenStack, wallet: Actor) -> None:
    stack.enter([wallet], [record(stack.chain.actor("another identity"))])
    retire(stack, wallet)
    assert stack.engine.recordOf(wallet) == RELINKED
    stack.token.transfer(stack.chain.actor("other"), 1, sender=wallet)
    assert units(stack, own_identity(stack, wallet)) == HELD - 1


def test_its_units_are_counted_anew_under_the_identity_it_had(
    stack: TokenStack, wallet: Actor
) -> None:
    retire(stack, wallet)
    stack.token.pause(sender=stack.agent)
    stack.engine.startCount(stack.token, (False, False, 0, False), sender=stack.governor)
    stack.engine.countWallets(stack.token, [wallet], sender=wallet)
    stack.engine.finishCount(stack.token, sender=wallet)
    assert units(stack, own_identity(stack, wallet)) == HELD
    with expect_revert("NothingToMove"):
        stack.engine.moveHoldings(stack.token, wallet, sender=wallet)


def test_claims_of_the_identity_it_had_do_not_verify_it(stack: TokenStack) -> None:
    """Live mode looks at the identity, which still has its claims."""
    onchain_id = OnchainId(stack.chain, Edition.TREX)
    wallet, other = stack.chain.actor("claimant"), stack.investor("other")
    identity = onchain_id.identity(wallet)
    stack.engine.registerIdentity(wallet, identity, GERMANY, sender=stack.agent)
    stack.configure(rule_settings((SENDER_NOT_VERIFIED,), live=True))
    stack.token.mint(wallet, HELD, sender=stack.agent)
    assert offer(stack, wallet, other, 1) == 0
    retire(stack, wallet)
    assert offer(stack, wallet, other, 1) == SENDER_NOT_VERIFIED
    assert offer(stack, other, wallet, 0) == tk.UNREGISTERED


def test_nobody_else_writes_the_mark(stack: TokenStack, attester: Attester) -> None:
    wallet = stack.chain.actor("somebody")
    word = record(stack.chain.actor("identity"))
    stack.enter([wallet], [word | RETIRED])
    assert stack.engine.recordOf(wallet) == word
    attester.bring(attester.batch([(stack.chain.actor("else"), word | RETIRED)]))
    assert stack.engine.recordOf(stack.chain.actor("else")) == 0

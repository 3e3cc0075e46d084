"""A regulated token as collateral: the brokerage holds it for the institution that owns it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Actor, MemoryChain, expect_revert
from quantera.gas.brokerage_stack import (
    ALL_RIGHTS,
    Asset,
    BrokerageStack,
    account_of,
    brokerage_beside,
)
from quantera.gas.token_stack import UNIT, TokenStack, deploy_stack

ALL = 2**256 - 1
PLENTY = 1_000 * UNIT


@dataclass(frozen=True)
class Vault:
    """Two institutions that hold a token with lots, and the brokerage as its custodian."""

    tokens: TokenStack
    stack: BrokerageStack
    bond: Asset
    alice: Actor
    bob: Actor

    @property
    def account(self) -> int:
        return account_of(self.alice)

    def share_of(self, wallet: Actor) -> int:
        """Units that the brokerage holds for somebody, as the engine says."""
        identity = self.tokens.chain.actor(f"identity of {wallet.name}")
        found: int = self.tokens.engine.shareOf(self.tokens.token, self.stack.brokerage, identity)
        return found


@pytest.fixture(scope="module")
def vault_module() -> Vault:
    tokens = deploy_stack(MemoryChain())
    stack = brokerage_beside(tokens)
    alice, bob = stack.institution("alice"), stack.institution("bob")
    tokens.keep_positions()
    bond = stack.asset("", token=tokens.token, desk=tokens.engine)
    for wallet in (alice, bob):
        tokens.token.mint(wallet, PLENTY, sender=tokens.agent)
        tokens.token.approve(stack.brokerage, ALL, sender=wallet)
    return Vault(tokens, stack, bond, alice, bob)


@pytest.fixture
def vault(vault_module: Vault) -> Iterator[Vault]:
    with vault_module.stack.chain.rollback():
        yield vault_module


def test_a_deposit_stays_the_institutions(vault: Vault) -> None:
    brokerage = vault.stack.brokerage
    brokerage.deposit(vault.account, vault.bond.id, 10, sender=vault.alice)
    assert vault.tokens.token.balanceOf(brokerage) == 10
    brokerage.withdraw(vault.account, vault.bond.id, ALL, vault.alice, sender=vault.alice)
    assert vault.tokens.token.balanceOf(vault.alice) == PLENTY


def test_what_another_brings_is_the_institutions(vault: Vault) -> None:
    """The institution can always take out what stands on its account."""
    brokerage = vault.stack.brokerage
    brokerage.deposit(vault.account, vault.bond.id, 10, sender=vault.bob)
    brokerage.withdraw(vault.account, vault.bond.id, 10, vault.alice, sender=vault.alice)
    assert vault.tokens.token.balanceOf(vault.alice) == PLENTY + 10


def test_operators_move_the_institutions_own(vault: Vault) -> None:
    brokerage = vault.stack.brokerage
    expiry = vault.stack.chain.timestamp + 1
    brokerage.setOperator(vault.account, vault.bob, ALL_RIGHTS, expiry, sender=vault.alice)
    brokerage.depositFromInstitution(vault.account, vault.bond.id, 10, sender=vault.bob)
    assert vault.tokens.token.balanceOf(vault.alice) == PLENTY - 10
    brokerage.withdraw(vault.account, vault.bond.id, 10, vault.alice, sender=vault.bob)
    assert vault.tokens.token.balanceOf(vault.alice) == PLENTY


def test_the_tokens_own_refusal_stands(vault: Vault) -> None:
    """T-38: a holder without evidence receives nothing; what it has waits for it."""
    brokerage = vault.stack.brokerage
    brokerage.deposit(vault.account, vault.bond.id, 10, sender=vault.alice)
    vault.stack.unverify(vault.alice)
    with expect_revert("TransferRefused"):
        brokerage.withdraw(vault.account, vault.bond.id, 10, vault.alice, sender=vault.alice)
    vault.stack.verify("alice")
    brokerage.withdraw(vault.account, vault.bond.id, 10, vault.alice, sender=vault.alice)

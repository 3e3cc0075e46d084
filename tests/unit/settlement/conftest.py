from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Actor, Contract, MemoryChain, Receipt
from quantera.gas.settlement_stack import Kind, Leg, SettlementStack, deploy_settlement
from tests.unit.settlement.clearing import BANKS, LIQUIDITY, Clearing

FUNDS = 10**24
QUANTITY = 100
AMOUNT = 1_000


@dataclass(frozen=True)
class Market:
    """Two funded participants, a security and an asset of every kind, best first."""

    stack: SettlementStack
    alice: Actor
    bob: Actor
    carrier: Actor
    security: Contract
    assets: dict[Kind, Contract]

    @property
    def manager(self) -> Contract:
        return self.stack.manager

    @property
    def cash(self) -> Contract:
        return self.assets[Kind.WCBDC]

    @property
    def governor(self) -> Actor:
        return self.stack.governor

    def terms(self, **changes: Any) -> dict[str, Any]:
        """Alice delivers 100 of the security to Bob for 1,000 of cash."""
        terms = self.stack.terms(self.alice, self.bob, self.security, self.cash)
        return terms | changes

    def sides(self, terms: dict[str, Any], nonce: int = 1, **leg: Any) -> tuple[Any, Any]:
        """Both parties' signed sides."""
        return (
            self.stack.signed(terms, 0, Leg(self.alice, nonce, **leg)),
            self.stack.signed(terms, 1, Leg(self.bob, nonce, **leg)),
        )

    def settle(
        self, terms: dict[str, Any], nonce: int = 1, quantity: int = 0, **leg: Any
    ) -> Receipt:
        """Settle with fresh signatures, brought by somebody else."""
        receipt: Receipt = self.manager.settle(
            terms,
            *self.sides(terms, nonce, **leg),
            quantity or terms["quantity"],
            sender=self.carrier,
        )
        return receipt

    def balances(self, token: Contract) -> tuple[int, int]:
        """Alice's and Bob's."""
        return token.balanceOf(self.alice), token.balanceOf(self.bob)


@pytest.fixture(scope="session")
def market_session() -> Market:
    stack = deploy_settlement(MemoryChain())
    alice, bob = stack.participant("alice"), stack.participant("bob")
    security = stack.security("Bond")
    assets = {
        kind: stack.asset(kind.name, kind)
        for kind in (Kind.WCBDC, Kind.RBDC, Kind.DEPOSIT_TOKEN, Kind.STABLECOIN, Kind.CRYPTO)
    }
    for token in (security, *assets.values()):
        stack.fund(token, [alice, bob], FUNDS)
    return Market(stack, alice, bob, stack.chain.actor("carrier"), security, assets)


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    """Undone afterwards."""
    with market_session.stack.chain.rollback():
        yield market_session


@pytest.fixture(scope="module")
def clearing_module() -> Clearing:
    stack = deploy_settlement(MemoryChain())
    cash = stack.asset("Cash", Kind.WCBDC)
    banks = [stack.participant(f"bank {number}") for number in range(BANKS)]
    banks.sort(key=lambda bank: int(bank, 16))
    stack.fund(cash, banks, LIQUIDITY)
    return Clearing(stack, cash, tuple(banks))


@pytest.fixture
def clearing(clearing_module: Clearing) -> Any:
    with clearing_module.stack.chain.rollback():
        yield clearing_module

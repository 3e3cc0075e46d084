"""A book whose assets came in as they really do: listed, given feeds, priced."""

from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, Chain, Contract
from quantera.gas.brokerage_listing import (
    Quoted,
    know_settlement,
    list_asset,
    quote,
)
from quantera.gas.brokerage_stack import (
    VALUE,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.settlement_stack import Kind, SettlementStack, deploy_settlement

MILLION = 10**6


@dataclass(frozen=True)
class Listed:
    """Ether at 2,000 with a haircut of 20 %, dollars with a lent pool, an institution with ether.

    Attributes:
        settlement: knows what a settlement asset is.
        alice: an institution with 10 ether as collateral.
    """

    stack: BrokerageStack
    settlement: SettlementStack
    alice: Actor
    ether: Quoted
    dollar: Quoted

    @property
    def chain(self) -> Chain:
        return self.stack.chain

    @property
    def book(self) -> Contract:
        return self.stack.brokerage

    @property
    def governor(self) -> Actor:
        return self.stack.governor

    @property
    def account(self) -> int:
        """Alice's sub-account 0."""
        return account_of(self.alice)

    def plain(self, name: str, decimals: int = 18) -> Contract:
        """An ERC-20 that nobody has listed."""
        return self.chain.deploy("PlainToken", name, decimals)

    def change(self, function: str, *arguments: Any) -> Any:
        """A setting of the governor's."""
        return self.book.function(function)(*arguments, sender=self.governor)

    def borrow(self, dollars: int) -> None:
        """Alice borrows whole dollars."""
        amount = dollars * self.dollar.asset.one
        self.book.borrow(self.account, self.dollar.id, amount, self.alice, sender=self.alice)

    def tell(self, quoted: Quoted, price: int) -> None:
        """Both feeds answer now and the price is refreshed, twice where it jumps."""
        for _ in range(2):
            for feed in (quoted.primary, quoted.secondary):
                feed.tell(price, self.chain.timestamp, sender=self.governor)
            receipt = self.book.refreshPrices([quoted.id], sender=self.governor)
            if receipt.events.one("PricesRefreshed").assets[1] in (1, 2):
                return
            self.chain.advance(60)


def deploy_listed(chain: Chain) -> Listed:
    """The book as `Listed` describes it."""
    stack, settlement = deploy_brokerage_stack(chain), deploy_settlement(chain)
    know_settlement(stack, settlement)
    token = stack.chain.deploy("PlainToken", "Ether", 18)
    ether = list_asset(stack, token, isCollateral=True, isTradable=True, haircutBps=2_000)
    cash = settlement.asset("Dollar", Kind.WCBDC, 6)
    dollar = list_asset(stack, cash, isCollateral=True, isSettlement=True)
    quoted = quote(stack, ether, 2_000 * VALUE), quote(stack, dollar, VALUE)
    stack.supply(dollar, MILLION * dollar.one)
    alice = stack.institution("alice")
    stack.deposit(alice, ether, 10 * ether.one)
    return Listed(stack, settlement, alice, *quoted)

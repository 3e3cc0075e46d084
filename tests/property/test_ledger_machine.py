"""An example of a property suite, over the ledger probe: copy its shape."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant

from tests.property.machine import ChainMachine, Tally, operation

SUPPLY = 1000
NAMES = ("owner", "holder", "agent")

# Actors are drawn by name: a name reads well in a list of calls, and JSON can hold it.
actors = st.sampled_from(NAMES)
amounts = st.one_of(st.sampled_from([0, 1, SUPPLY, SUPPLY + 1]), st.integers(0, 2 * SUPPLY))


class LedgerMachine(ChainMachine):
    def deploy(self) -> None:
        self.by_name = dict(zip(NAMES, self.chain.actors(*NAMES), strict=True))
        self.owner = self.by_name["owner"]
        self.ledger = self.chain.deploy("LedgerProbe", SUPPLY, sender=self.owner, value=SUPPLY)

    def start(self) -> None:
        self.balances = {**dict.fromkeys(NAMES, 0), "owner": SUPPLY}
        self.coins = SUPPLY

    @operation(sender=actors, to=actors, amount=amounts)
    def move(self, sender: str, to: str, amount: int) -> None:
        refusal = "NotEnough" if self.balances[sender] < amount else None
        by, target = self.by_name[sender], self.by_name[to]
        receipt = self.act(self.ledger.move, target, amount, sender=by, refusal=refusal)
        if receipt:
            self.balances[sender] -= amount
            self.balances[to] += amount
            event = receipt.events.one("Moved")
            assert (event.args.from_, event.to, event.amount) == (by, target, amount)

    @operation(sender=actors, to=actors, amount=amounts)
    def mint(self, sender: str, to: str, amount: int) -> None:
        mint = self.ledger["mint(address,uint256)"]
        refusal = None if sender == "owner" else "OnlyOwner"
        by, target = self.by_name[sender], self.by_name[to]
        if self.act(mint, target, amount, sender=by, refusal=refusal):
            self.balances[to] += amount

    @operation(sender=actors, amount=amounts)
    def withdraw(self, sender: str, amount: int) -> None:
        # The ledger may owe more than the coins it holds: minting brings none.
        short: str | None = "NotEnough" if self.balances[sender] < amount else None
        refusal = short or ("Error" if self.coins < amount else None)
        by = self.by_name[sender]
        if self.act(self.ledger.withdraw, amount, sender=by, refusal=refusal):
            self.balances[sender] -= amount
            self.coins -= amount

    @operation(sender=actors, holder=actors)
    def clear(self, sender: str, holder: str) -> None:
        refusal = None if sender == "owner" else "OnlyOwner"
        by, target = self.by_name[sender], self.by_name[holder]
        if self.act(self.ledger.clear, target, sender=by, refusal=refusal):
            self.balances[holder] = 0

    @operation(refusable=False, seconds=st.sampled_from([1, 3600, 86_400]))
    def wait(self, seconds: int) -> None:
        self.chain.advance(seconds)

    @invariant()
    def evm_03_balances_are_the_models(self) -> None:
        for name, actor in self.by_name.items():
            assert self.ledger.balanceOf(actor) == self.balances[name], name

    @invariant()
    def evm_04_total_is_the_sum_of_balances(self) -> None:
        assert self.ledger.total() == sum(self.balances.values())
        assert self.chain.balance(self.ledger) == self.coins


def test_ledger(fuzz: Callable[[type[ChainMachine]], Any]) -> None:
    tally: Tally = fuzz(LedgerMachine)
    assert tally.sequences

"""Banks that net with each other, for tests of netting batches."""

from dataclasses import dataclass, field
from typing import Any

from quantera.evm import Actor, Contract, Receipt
from quantera.gas.settlement_stack import DAY, SettlementStack, sign
from quantera.settlement.batch import Cycle, cycle_name, list_digest, net_batch, pack
from quantera.settlement.problem import Payment, Problem, Solution

BANKS = 5
LIQUIDITY = 100


@dataclass(frozen=True)
class Clearing:
    """Banks in the order of their addresses, each with as many units as its liquidity."""

    stack: SettlementStack
    cash: Contract
    banks: tuple[Actor, ...]
    name: bytes = cycle_name(b"cycle")
    signers: dict[int, Actor] = field(default_factory=dict)

    @property
    def manager(self) -> Contract:
        return self.stack.manager

    @property
    def cycle(self) -> Cycle:
        return Cycle(
            self.stack.chain.chain_id,
            self.manager.address,
            self.name,
            self.cash.address,
            self.banks,
            self.stack.chain.timestamp + DAY,
        )

    def signatures(self, problem: Problem, numbers: list[int]) -> dict[int, bytes]:
        found = {}
        for payer, queue in enumerate(problem.queues):
            if queue:
                digest = list_digest(
                    self.cycle,
                    payer,
                    limit=problem.liquidity[payer],
                    strict=payer in problem.strict,
                    payments=pack(problem, payer, numbers),
                )
                found[payer] = sign(self.signers.get(payer, self.banks[payer]), digest)
        return found

    def batch(self, solution: Solution, numbers: list[int] | None = None) -> list[Any]:
        """As `settleNet` takes it, without asking whether the chain will."""
        problem = solution.problem
        numbers = list(range(len(problem.payments))) if numbers is None else numbers
        signatures = self.signatures(problem, numbers)
        return list(unchecked(self.cycle, solution, numbers, signatures))

    def settle(self, solution: Solution, numbers: list[int] | None = None) -> Receipt:
        receipt: Receipt = self.manager.settleNet(
            self.batch(solution, numbers), sender=self.stack.chain.actor("operator")
        )
        return receipt

    def balances(self) -> list[int]:
        return [self.cash.balanceOf(bank) for bank in self.banks]


def unchecked(cycle: Cycle, solution: Solution, numbers: Any, signatures: Any) -> tuple[Any, ...]:
    """`net_batch` for a solution that breaks rules: the chain is to find that out."""

    class Blind(Solution):
        def faults(self) -> Any:
            return iter(())

    blind = Blind(solution.problem, solution.selected, solution.parts)
    return net_batch(cycle, blind, numbers, signatures)


def problem(
    *payments: tuple[int, int, int], strict: set[int] | None = None, **options: Any
) -> Problem:
    found = [Payment(payer, payee, amount, **options) for payer, payee, amount in payments]
    return Problem([LIQUIDITY] * BANKS, found, frozenset(strict or ()))


def everything(of: Problem) -> Solution:
    return Solution(of, frozenset(range(len(of.payments))))


RING = problem((0, 1, 1_000), (1, 2, 1_000), (2, 0, 1_050), (0, 3, 20))

"""A netting problem and its solutions in integers: token units, participants' indices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property


class ProblemError(ValueError):
    """A payment, a limit or a solution that contradicts its problem."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment that waits.

    Attributes:
        payer: index of who pays.
        payee: index of who receives.
        amount: token units, above zero.
        divisible: whether both sides take it in parts.
    """

    payer: int
    payee: int
    amount: int
    divisible: bool = False


@dataclass(frozen=True)
class Problem:
    """Payments in each payer's own order, and how much each participant may pay net.

    Attributes:
        liquidity: most that each participant may pay net, in token units.
        payments: what waits, oldest or most urgent first within a payer.
        strict: payers of whose payments nothing settles behind one that does not.
    """

    liquidity: Sequence[int]
    payments: Sequence[Payment]
    strict: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        count = len(self.liquidity)
        for payment in self.payments:
            inside = 0 <= payment.payer < count and 0 <= payment.payee < count
            if not inside or payment.payer == payment.payee or payment.amount <= 0:
                raise ProblemError(f"{payment} is no payment between {count} participants")

    @property
    def participants(self) -> int:
        """How many there are."""
        return len(self.liquidity)

    @cached_property
    def total(self) -> int:
        """Value of all payments."""
        return sum(payment.amount for payment in self.payments)

    @cached_property
    def queues(self) -> tuple[tuple[int, ...], ...]:
        """By payer: its payments' places, in its order."""
        found: list[list[int]] = [[] for _ in self.liquidity]
        for place, payment in enumerate(self.payments):
            found[payment.payer].append(place)
        return tuple(map(tuple, found))


@dataclass(frozen=True)
class Solution:
    """What settles.

    Attributes:
        problem: what it solves.
        selected: places of the payments that settle.
        parts: of those that settle in part, the units that do.
        method: which way it was found.
    """

    problem: Problem
    selected: frozenset[int]
    parts: Mapping[int, int] = field(default_factory=dict)
    method: str = ""

    def settled(self, place: int) -> int:
        """Units of a payment that settle."""
        if place not in self.selected:
            return 0
        return self.parts.get(place, self.problem.payments[place].amount)

    @cached_property
    def value(self) -> int:
        """Units that settle in all."""
        return sum(map(self.settled, self.selected))

    @cached_property
    def net(self) -> tuple[int, ...]:
        """What each participant receives net; they sum to zero."""
        found = [0] * self.problem.participants
        for place in self.selected:
            payment, units = self.problem.payments[place], self.settled(place)
            found[payment.payer] -= units
            found[payment.payee] += units
        return tuple(found)

    def faults(self) -> Iterator[str]:
        """A sentence for each rule of the chain that the solution breaks."""
        problem = self.problem
        for place, units in self.parts.items():
            payment = problem.payments[place]
            if place not in self.selected or not payment.divisible:
                yield f"payment {place} cannot settle in part"
            elif not 0 < units < payment.amount:
                yield f"payment {place} settles {units} of {payment.amount} units"
        for participant, (limit, net) in enumerate(zip(problem.liquidity, self.net, strict=True)):
            if limit + net < 0:
                yield f"participant {participant} would pay {-net}, more than {limit}"
            yield from self._left_out(participant, limit + net)

    def _left_out(self, participant: int, available: int) -> Iterator[str]:
        strict = participant in self.problem.strict
        interrupted = False
        for place in self.problem.queues[participant]:
            remainder = self.problem.payments[place].amount - self.settled(place)
            if strict and interrupted and place in self.selected:
                yield f"payment {place} overtakes one of the strict participant {participant}"
            if remainder and not (strict and interrupted) and remainder <= available:
                yield f"payment {place} was left out though {available} units would cover it"
            interrupted = interrupted or bool(remainder)

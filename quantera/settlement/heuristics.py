"""Netting without a solver: first in first out, Bech and Soramäki's, greedy with re-adding."""

from collections.abc import Iterable

from quantera.settlement.problem import Problem, Solution


def fifo(problem: Problem) -> Solution:
    """What settles gross, one payment after the other, each payer's strictly in its order."""
    balances = list(problem.liquidity)
    heads = [0] * problem.participants
    selected: set[int] = set()
    waiting = set(range(problem.participants))
    while waiting:
        payer = waiting.pop()
        queue = problem.queues[payer]
        while heads[payer] < len(queue):
            place = queue[heads[payer]]
            payment = problem.payments[place]
            if payment.amount > balances[payer]:
                break
            balances[payer] -= payment.amount
            balances[payment.payee] += payment.amount
            selected.add(place)
            heads[payer] += 1
            waiting.add(payment.payee)
    return Solution(problem, frozenset(selected), method="FIFO")


def eaf2(problem: Problem) -> Solution:
    """Bech and Soramäki's: assume that all settle, then drop the last ones of whoever cannot pay.

    It finds the largest set that respects every payer's order.
    """
    available = list(problem.liquidity)
    for payment in problem.payments:
        available[payment.payer] -= payment.amount
        available[payment.payee] += payment.amount
    lengths = [len(queue) for queue in problem.queues]
    short = {index for index, units in enumerate(available) if units < 0}
    while short:
        payer = short.pop()
        while available[payer] < 0:
            lengths[payer] -= 1
            payment = problem.payments[problem.queues[payer][lengths[payer]]]
            available[payer] += payment.amount
            available[payment.payee] -= payment.amount
            if available[payment.payee] < 0:
                short.add(payment.payee)
    kept = (
        place
        for queue, length in zip(problem.queues, lengths, strict=True)
        for place in queue[:length]
    )
    return Solution(problem, frozenset(kept), method="EAF2")


def greedy(problem: Problem) -> Solution:
    """Drop the smallest payments that mend each deficit, then add again whatever fits."""
    available = list(problem.liquidity)
    for payment in problem.payments:
        available[payment.payer] -= payment.amount
        available[payment.payee] += payment.amount
    selected = set(range(len(problem.payments)))
    strict = problem.strict
    # Largest first: few payments mend a deficit, and what was dropped too many is added again.
    order = [
        list(queue) if payer in strict else sorted(queue, key=lambda p: problem.payments[p].amount)
        for payer, queue in enumerate(problem.queues)
    ]
    short = {index for index, units in enumerate(available) if units < 0}
    while short:
        payer = short.pop()
        while available[payer] < 0:
            place = order[payer].pop()
            payment = problem.payments[place]
            selected.discard(place)
            available[payer] += payment.amount
            available[payment.payee] -= payment.amount
            if available[payment.payee] < 0:
                short.add(payment.payee)
    return complete(Solution(problem, frozenset(selected), method="greedy"))


def complete(solution: Solution) -> Solution:
    """Add, largest first, every payment that its payer can still afford, until none is left.

    Adding one leaves its payee with more, so that it may afford what it could not before.
    """
    problem = solution.problem
    available = [limit + net for limit, net in zip(problem.liquidity, solution.net, strict=True)]
    selected = set(solution.selected)
    parts = dict(solution.parts)
    waiting = set(range(problem.participants))
    while waiting:
        payer = waiting.pop()
        for place in _candidates(problem, payer, selected, parts):
            payment = problem.payments[place]
            missing = payment.amount - parts.get(
                place, 0 if place not in selected else payment.amount
            )
            if missing > available[payer]:
                if payer in problem.strict:
                    break
                continue
            selected.add(place)
            parts.pop(place, None)
            available[payer] -= missing
            available[payment.payee] += missing
            waiting.add(payment.payee)
    return Solution(problem, frozenset(selected), parts, solution.method)


def _candidates(
    problem: Problem, payer: int, selected: set[int], parts: dict[int, int]
) -> Iterable[int]:
    """What of a payer has not settled in full: in its order if strict, else the largest first."""
    left = [place for place in problem.queues[payer] if place not in selected or place in parts]
    if payer in problem.strict:
        return left
    return sorted(left, key=lambda place: problem.payments[place].amount, reverse=True)

"""Netting problems: a published central-bank workbook, rings of its structure, random queues."""

import random

from quantera.settlement.problem import Payment, Problem

UNIT = 100
"""Token units of one unit of currency."""
GROSS = 10**11 * UNIT
"""Value of all payments of one ring."""
# Shares of a ring's gross value: each bank's first payment, how much more the first bank pays than
# it receives, and what each side may pay net. They give the workbook's 88.45 % netting efficiency
# at 12.7 % liquidity, with payments at the head of every queue that nobody settles gross.
HEAD = 0.1645
IMBALANCE = 0.1155
FIRST_LIQUIDITY = 0.0731
OTHER_LIQUIDITY = 0.0539


# Project Ubin, `Multilateral - 32banks_40000txns - Final - Copy.xlsx` of `project-ubin/ubin-quorum`
# (commit 46075f41, Apache-2.0), sheets "4banks 5000txn" and "5000 txn list": what four banks hold,
# and of each its first payment to the next bank and the 1,249 equal ones behind it.
WORKBOOK_POSITIONS = (800_000, 800_000, 1_201_000, 1_335_000)
WORKBOOK_PAYMENTS = ((5_001_000, 1_000), (5_005_000, 2_000), (5_006_000, 3_000), (5_008_000, 4_000))
WORKBOOK_EACH = 1_250


def workbook(*, rings: int = 1) -> Problem:
    """The published workbook of Project Ubin, to the payment.

    Its sheets list one ring of 4 banks and 5,000 payments and name 32 banks whose positions repeat
    the ring's, for 40,000 payments: eight rings.

    Args:
        rings: how many, without payments between them.
    """
    liquidity: list[int] = []
    found: list[Payment] = []
    banks = len(WORKBOOK_POSITIONS)
    for first in range(0, rings * banks, banks):
        liquidity += [position * UNIT for position in WORKBOOK_POSITIONS]
        for bank, (head, following) in enumerate(WORKBOOK_PAYMENTS):
            payee = first + (bank + 1) % banks
            amounts = [head, *[following] * (WORKBOOK_EACH - 1)]
            found += [Payment(first + bank, payee, amount * UNIT) for amount in amounts]
    return Problem(liquidity, found)


def ring(payments: int = 5_000, banks: int = 4, *, rings: int = 1, seed: int = 1) -> Problem:
    """Rings of banks that each pay the next one.

    In the manner of Project Ubin's workbook (`Multilateral - 32banks_40000txns`): one ring of 4
    banks and 5,000 payments, and eight of them as 32 banks and 40,000 payments.

    Args:
        payments: in each ring.
        banks: in each ring.
        rings: how many, without payments between them.
        seed: of the amounts.
    """
    source = random.Random(seed)
    liquidity: list[int] = []
    found: list[Payment] = []
    each = payments // banks
    small = (1 - banks * HEAD - IMBALANCE) / banks
    for first in range(0, rings * banks, banks):
        for bank in range(banks):
            share = OTHER_LIQUIDITY / (banks - 1) if bank else FIRST_LIQUIDITY
            liquidity.append(int(share * GROSS))
            following = first + (bank + 1) % banks
            found.append(Payment(first + bank, following, int(HEAD * GROSS)))
            total = small if bank else small + IMBALANCE
            weights = [source.lognormvariate(0, 0.5) for _ in range(each - 1)]
            scale = total * GROSS / sum(weights)
            found += [
                Payment(first + bank, following, max(1, int(weight * scale))) for weight in weights
            ]
    return Problem(liquidity, found)


def queues(
    participants: int,
    payments: int,
    *,
    liquidity: float,
    divisible: bool = False,
    seed: int = 1,
) -> Problem:
    """Random queues: a few participants pay and receive most, amounts are lognormal.

    Args:
        participants: how many.
        payments: how many.
        liquidity: of all participants together, as a share of the payments' value.
        divisible: whether payments may settle in part.
        seed: of everything.
    """
    source = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(participants)]
    found = []
    for _ in range(payments):
        payer, payee = source.choices(range(participants), weights, k=2)
        if payer == payee:
            payee = (payee + 1 + source.randrange(participants - 1)) % participants
        amount = max(1, int(source.lognormvariate(10, 1.5) * UNIT))
        found.append(Payment(payer, payee, amount, divisible))
    total = sum(payment.amount for payment in found)
    shares = [weight * liquidity * total / sum(weights) for weight in weights]
    return Problem([int(share) for share in shares], found)

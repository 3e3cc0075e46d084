"""Netting batches as `settleNet` takes them: packed lists, what payers sign, what fits a block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.settlement.portfolio import solve
from quantera.settlement.problem import Payment, Problem, ProblemError, Solution

PAYMENT_BYTES = 16
MOST_NUMBERS = 2**16
MOST_PARTICIPANTS = 256
MOST_UNITS = 2**96 - 1
DIVISIBLE = 1
GAS_PER_PAYMENT = 2_000
"""The limit that the contract is held to; what a payment takes is less."""
TRANSACTION_GAS = 16_777_216
MOST_PAYMENTS = TRANSACTION_GAS // GAS_PER_PAYMENT
"""Payments that surely fit into one transaction."""

DOMAIN_TYPE = keccak(
    text="EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)
LABEL_BYTES = 12
LIST_TYPE = keccak(
    text="PaymentList(bytes32 cycle,address asset,address payer,bytes32 participantsHash,"
    "uint256 limit,uint256 deadline,bool strict,bytes32 paymentsHash)"
)


@dataclass(frozen=True)
class Cycle:
    """One netting cycle of one asset.

    Attributes:
        chain_id: EIP-155 id.
        manager: address of the settlement manager.
        name: the cycle's 32 bytes, see `cycle_name`.
        asset: address of what is paid in.
        participants: addresses, in ascending order.
        deadline: last second at which lists may settle.
    """

    chain_id: int
    manager: str
    name: bytes
    asset: str
    participants: Sequence[str]
    deadline: int

    def __post_init__(self) -> None:
        order = [int(address, 16) for address in self.participants]
        if order != sorted(set(order)) or not 2 <= len(order) <= MOST_PARTICIPANTS:
            raise ProblemError("2 to 256 participants, without repetition, in ascending order")


def cycle_name(label: bytes, operator: str | None = None) -> bytes:
    """The name of a cycle.

    Args:
        label: at most 12 bytes.
        operator: the only account that may submit batches of the cycle; anybody may without one,
            and could then use up numbers of other payers' payments.

    Raises:
        ProblemError: the label is longer.
    """
    if len(label) > LABEL_BYTES:
        raise ProblemError(f"a cycle's label has at most {LABEL_BYTES} bytes")
    account = bytes.fromhex((operator or "0x").removeprefix("0x"))
    return account.rjust(20, b"\0") + label.rjust(LABEL_BYTES, b"\0")


def pack(problem: Problem, payer: int, numbers: Sequence[int]) -> bytes:
    """A payer's payments as its list holds them.

    Args:
        problem: the payments.
        payer: whose.
        numbers: number in the cycle of every payment of the problem.

    Raises:
        ProblemError: a number or an amount does not fit.
    """
    packed = bytearray()
    for place in problem.queues[payer]:
        payment, number = problem.payments[place], numbers[place]
        if not 0 <= number < MOST_NUMBERS or payment.amount > MOST_UNITS:
            raise ProblemError(
                f"payment {place} does not fit: number {number}, {payment.amount} units"
            )
        flags = DIVISIBLE if payment.divisible else 0
        word = payment.payee << 120 | number << 104 | flags << 96 | payment.amount
        packed += word.to_bytes(PAYMENT_BYTES, "big")
    return bytes(packed)


def list_digest(cycle: Cycle, payer: int, *, limit: int, strict: bool, payments: bytes) -> bytes:
    """What a payer signs (EIP-712) for its list."""
    participants = b"".join(
        bytes.fromhex(a.removeprefix("0x")).rjust(32, b"\0") for a in cycle.participants
    )
    names = (keccak(text="Quantera Settlement"), keccak(text="1"))
    domain = keccak(
        encode(
            ["bytes32", "bytes32", "bytes32", "uint256", "address"],
            [DOMAIN_TYPE, *names, cycle.chain_id, cycle.manager],
        )
    )
    content = keccak(
        encode(
            [
                "bytes32",
                "bytes32",
                "address",
                "address",
                "bytes32",
                "uint256",
                "uint256",
                "bool",
                "bytes32",
            ],
            [
                LIST_TYPE,
                cycle.name,
                cycle.asset,
                cycle.participants[payer],
                keccak(participants),
                limit,
                cycle.deadline,
                strict,
                keccak(payments),
            ],
        )
    )
    return keccak(b"\x19\x01" + domain + content)


def net_batch(
    cycle: Cycle,
    solution: Solution,
    numbers: Sequence[int],
    signatures: Mapping[int, bytes],
) -> tuple[Any, ...]:
    """The argument of `settleNet` for a solution.

    Args:
        cycle: where it settles.
        solution: which payments do.
        numbers: number in the cycle of every payment of the problem.
        signatures: by payer, over its whole list.

    Raises:
        ProblemError: the solution breaks a rule that the chain verifies, or does not fit.
    """
    faults = list(solution.faults())
    if faults:
        raise ProblemError("; ".join(faults))
    problem = solution.problem
    lists, selected, parts, position = [], 0, [], 0
    for payer, queue in enumerate(problem.queues):
        if not queue:
            continue
        packed = pack(problem, payer, numbers)
        limit = problem.liquidity[payer]
        signature = signatures[payer]
        lists.append((payer, payer in problem.strict, limit, cycle.deadline, packed, signature))
        for place in queue:
            selected |= (place in solution.selected) << position
            if place in solution.parts:
                parts.append((position, solution.parts[place]))
            position += 1
    words = [(selected >> shift) & (2**256 - 1) for shift in range(0, position, 256)]
    return cycle.name, cycle.asset, list(cycle.participants), lists, words, parts


def components(problem: Problem) -> list[list[int]]:
    """Places of the payments of groups that have nothing to do with each other, largest first."""
    parent = list(range(problem.participants))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for payment in problem.payments:
        parent[root(payment.payer)] = root(payment.payee)
    groups: dict[int, list[int]] = {}
    for place, payment in enumerate(problem.payments):
        groups.setdefault(root(payment.payer), []).append(place)
    return sorted(groups.values(), key=len, reverse=True)


def split(problem: Problem, most: int = MOST_PAYMENTS) -> Iterator[list[int]]:
    """Places of the payments of each batch, none with more than `most`.

    Groups without payments between them are kept whole where they fit. A larger group is cut along
    its payers' orders, each payer's share at a time, so that what flows around it still nearly
    cancels in each batch.
    """
    open_batch: list[int] = []
    for group in components(problem):
        if len(group) > most:
            yield from _cut(problem, group, most)
        elif len(open_batch) + len(group) > most:
            yield open_batch
            open_batch = list(group)
        else:
            open_batch += group
    if open_batch:
        yield open_batch


def _cut(problem: Problem, group: list[int], most: int) -> Iterator[list[int]]:
    inside = set(group)
    own = [[place for place in queue if place in inside] for queue in problem.queues]
    batches = -(-len(group) // most)
    while True:
        cuts = [
            [place for queue in own for place in _share(queue, step, batches)]
            for step in range(batches)
        ]
        if max(map(len, cuts)) <= most:
            yield from cuts
            return
        batches += 1


def _share(queue: list[int], step: int, batches: int) -> list[int]:
    return queue[len(queue) * step // batches : len(queue) * (step + 1) // batches]


def solve_in_batches(
    problem: Problem, seconds: float = 5.0, most: int = MOST_PAYMENTS
) -> list[tuple[Solution, list[int]]]:
    """Solve batch after batch, each with the liquidity that the ones before it leave.

    Args:
        problem: all payments.
        seconds: time for all batches together.
        most: payments in a batch.

    Returns:
        For each batch its solution, whose problem has the batch's payments alone, and their places.
    """
    batches = list(split(problem, most))
    liquidity = list(problem.liquidity)
    found = []
    for places in batches:
        payments: list[Payment] = [problem.payments[place] for place in places]
        part = replace(problem, liquidity=tuple(liquidity), payments=payments)
        answer = solve(part, seconds / len(batches))
        liquidity = [old + net for old, net in zip(liquidity, answer.solution.net, strict=True)]
        found.append((answer.solution, places))
    return found

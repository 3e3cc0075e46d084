"""Fees: what a charge adds to a product's transaction, and what a quote takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, NodeChain, Receipt
from quantera.evm.chain import intrinsic_gas
from quantera.gas.fee_stack import FeeStack, deploy_fee_stack
from quantera.gas.operation import Operation, Subject

UNIT = 10**18
GWEI = 10**9
DAY = 86_400
EVENING = 18 * 3600 + 1234
"""Seconds of a Tuesday at which the example schedule has a premium."""


@dataclass(frozen=True)
class Dealing:
    """A fee structure in use.

    Attributes:
        payer: a wallet of an institution that has dealt in this and the last period.
        account: the institution.
    """

    stack: FeeStack
    payer: Actor
    account: Actor


def trading(chain: NodeChain) -> Dealing:
    """All factors at work: second tier, congestion, an evening, a line and an account in use."""
    stack = deploy_fee_stack(chain)
    payer = stack.investor("payer")
    account = chain.actor("institution")
    stack.fees.setInstitution(chain.actor("identity of payer"), account, sender=stack.governor)
    stack.asset.mint(stack.collector, 10**9 * UNIT, sender=payer)
    for _ in range(2):
        stack.collector.charge(stack.request(payer, 10**7 * UNIT), 2**128, sender=payer)
        chain.advance(30 * DAY)
    for actor in (payer, stack.governor):
        chain.set_balance(actor, 10**24)
    tuesday = (chain.timestamp // DAY // 7 + 1) * 7 * DAY + 5 * DAY
    chain.set_timestamp(tuesday + EVENING - 600)
    stack.collector.charge(stack.request(payer, 10**7 * UNIT), 2**128, sender=payer)
    chain.set_base_fee(10 * GWEI)
    stack.fees.sampleBaseFee(sender=payer)
    chain.set_timestamp(tuesday + EVENING)
    chain.set_base_fee(25 * GWEI)
    return Dealing(stack, payer, account)


def _with_gas(receipt: Receipt, gas: int) -> Receipt:
    """The receipt with the gas of one call within."""
    receipt._gas_used = gas
    return receipt


def _charge(amount: int, **changes: Any) -> Callable[[Dealing], Receipt]:
    def send(dealing: Dealing) -> Receipt:
        stack = dealing.stack
        request = stack.request(dealing.payer, amount, account=dealing.account, **changes)
        receipt = stack.collector.charge(request, 2**128, sender=dealing.payer)
        return _with_gas(receipt, receipt.events.one("Charged").gasUsed)

    return send


def _quote(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    request = stack.request(
        dealing.payer, 10**5 * UNIT, complexity=1, urgency=1, account=dealing.account
    )
    data = stack.fees.quote.encode(stack.collector, request, 25 * GWEI)
    receipt = stack.chain.transact(stack.fees, data, dealing.payer)
    return _with_gas(receipt, receipt.gas_used - intrinsic_gas(data, creates=False))


COMMON = (
    "through the proxy, cold storage; a wallet of an institution, in its second tier, with volume "
    "in this period and the last; congestion and an evening premium; a line in use"
)

OPERATIONS = (
    Operation(
        id="fees.charge",
        ours=Subject(trading, _charge(10**5 * UNIT, complexity=1)),
        conditions=f"the call within a product's transaction, complexity 1; {COMMON}",
        limit=30_000,
    ),
    Operation(
        id="fees.charge.across_bands",
        ours=Subject(trading, _charge(5 * 10**7 * UNIT, complexity=1)),
        conditions=f"the same, an amount that passes two bands and two tiers; {COMMON}",
        limit=36_800,
    ),
    Operation(
        id="fees.charge.urgent",
        ours=Subject(trading, _charge(10**5 * UNIT, complexity=1, urgency=1)),
        conditions=f"the same with a service level, whose promise is a new word; {COMMON}",
        limit=61_000,
    ),
    Operation(
        id="fees.quote",
        ours=Subject(trading, _quote),
        conditions=f"execution of the call, calldata and 21,000 left out; urgency 1; {COMMON}",
        limit=22_000,
    ),
)

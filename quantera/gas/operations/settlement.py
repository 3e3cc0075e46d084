"""Settlement: trades from fresh instructions, selected payments, netting batches."""

from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, Contract, NodeChain, Receipt
from quantera.gas.fee_stack import deploy_fee_stack
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.trex_dvd import INITIATE, TAKE
from quantera.gas.settlement_stack import (
    ALL_KINDS,
    DAY,
    EU,
    MAX_UINT,
    ONE,
    SCORES,
    Kind,
    Leg,
    SettlementStack,
    asset_terms,
    charge_fees,
    deploy_settlement,
    settlement_beside,
    sign,
)
from quantera.gas.token_stack import UNIT, deploy_stack, four_rules
from quantera.settlement.batch import Cycle, cycle_name, list_digest, net_batch, pack
from quantera.settlement.problem import Payment, Problem, Solution

QUANTITY = 5 * UNIT
AMOUNT = 1_000 * UNIT
PLENTY = 1_000_000 * UNIT
REFERENCE = bytes(range(1, 33))
BANKS = 32
PAYMENTS = 1_000
PER_PAYMENT = 2_000
FEE_ON = 53_000
"""What fees may add to one settlement. The house allows 32,000, which a charge alone is above
(`fees.charge`); taking the fee adds two cold slots, two events and three calls of the token."""
FIRST_FEE_ON = 75_000
"""The same for a payer that was never charged: its account's slots are new."""
TREX_INITIATE = "T-REX 4.1.6 (initiate)"
TREX_TAKE = "T-REX 4.1.6 (take)"


@dataclass(frozen=True)
class Dealing:
    """A trade that both parties have signed, and who brings it."""

    stack: SettlementStack
    carrier: Actor
    arguments: tuple[Any, ...]


def _signed(stack: SettlementStack, parties: tuple[Actor, Actor], tokens: Any, nonce: int) -> Any:
    reference = REFERENCE[:31] + bytes([nonce])
    changes: dict[str, Any] = {
        "quantity": QUANTITY,
        "amount": AMOUNT,
        "tradeReference": reference,
    }
    terms = stack.terms(*parties, *tokens, **changes)
    sides = [stack.signed(terms, side, Leg(party, nonce)) for side, party in enumerate(parties)]
    return terms, *sides, QUANTITY


def _dealing(stack: SettlementStack, parties: tuple[Actor, Actor], tokens: Any) -> Dealing:
    carrier = stack.chain.actor("carrier")
    # A first trade has opened the day's counters and both parties' words of nonces.
    stack.manager.settle(*_signed(stack, parties, tokens, 1), sender=carrier)
    return Dealing(stack, carrier, _signed(stack, parties, tokens, 2))


def plain(chain: NodeChain) -> Dealing:
    """A security and central-bank money, both plain ERC-20s."""
    return _plain(deploy_settlement(chain))


def plain_with_fees(chain: NodeChain) -> Dealing:
    """The same, charged by the example schedule."""
    fees = deploy_fee_stack(chain, set_up=False)
    return _plain(settlement_beside(fees), fees.fees)


def _plain(stack: SettlementStack, fees: Contract | None = None) -> Dealing:
    parties = stack.participant("deliverer"), stack.participant("receiver")
    tokens = stack.security("Bond"), stack.asset("Cash", Kind.WCBDC)
    for token in tokens:
        stack.fund(token, parties, PLENTY)
    if fees is not None:
        charge_fees(stack, fees, parties)
    return _dealing(stack, parties, tokens)


def compliant(chain: NodeChain) -> Dealing:
    """The security is a ComplianceAwareToken under four rules, with its window open."""
    token_stack = deploy_stack(chain)
    parties = token_stack.investor("deliverer"), token_stack.investor("receiver")
    token_stack.keep_positions()
    token_stack.configure(four_rules())
    stack = settlement_beside(token_stack)
    token = token_stack.token
    stack.manager.listSecurity(token, EU, True, sender=stack.governor)
    for party in parties:
        stack.participant(party.name)
        token.mint(party, PLENTY, sender=token_stack.agent)
        token.approve(stack.manager, MAX_UINT, sender=party)
    cash = stack.asset("Cash", Kind.WCBDC)
    stack.fund(cash, parties, PLENTY)
    return _dealing(stack, parties, (token, cash))


def _settle(dealing: Dealing) -> Receipt:
    receipt: Receipt = dealing.stack.manager.settle(*dealing.arguments, sender=dealing.carrier)
    return receipt


@dataclass(frozen=True)
class Paying:
    """A payer with five assets to choose from."""

    stack: SettlementStack
    payer: Actor
    payee: Actor


def choosing(chain: NodeChain) -> Paying:
    """Five assets, listed worst first, a stablecoin with a feed among them; all funded."""
    return _choosing(deploy_settlement(chain))


def choosing_with_fees(chain: NodeChain) -> Paying:
    """The same, charged by the example schedule."""
    fees = deploy_fee_stack(chain, set_up=False)
    return _choosing(settlement_beside(fees), fees.fees)


def _choosing(stack: SettlementStack, fees: Contract | None = None) -> Paying:
    payer, payee = stack.participant("payer"), stack.participant("payee")
    kinds = (Kind.STABLECOIN, Kind.DEPOSIT_TOKEN, Kind.DEPOSIT_TOKEN, Kind.RBDC, Kind.WCBDC)
    for place, kind in enumerate(kinds):
        token = stack.asset(f"Asset {place}", kind, riskWeight=SCORES[kind] + 4 - place)
        stack.fund(token, [payer, payee], PLENTY)
    if fees is not None:
        charge_fees(stack, fees, [payer])
    found = Paying(stack, payer, payee)
    _pay(found)
    return found


def _pay(paying: Paying) -> Receipt:
    receipt: Receipt = paying.stack.manager.pay(
        0, paying.payee, 1_000 * ONE, ALL_KINDS, REFERENCE, sender=paying.payer
    )
    return receipt


@dataclass(frozen=True)
class Clearing:
    """A solved batch that every bank has signed its list of."""

    stack: SettlementStack
    batch: tuple[Any, ...]


def clearing(chain: NodeChain) -> Clearing:
    """32 banks, 1,000 payments that all settle, one signed list for each bank."""
    return _clearing(deploy_settlement(chain))


def clearing_with_fees(chain: NodeChain) -> Clearing:
    """The same, each bank charged once for what it pays gross."""
    fees = deploy_fee_stack(chain, set_up=False)
    return _clearing(settlement_beside(fees), fees.fees)


def _clearing(stack: SettlementStack, fees: Contract | None = None) -> Clearing:
    chain = stack.chain
    cash = stack.asset("Cash", Kind.WCBDC)
    banks = [stack.participant(f"bank {number}") for number in range(BANKS)]
    banks.sort(key=lambda bank: int(bank, 16))
    stack.fund(cash, banks, PLENTY)
    if fees is not None:
        charge_fees(stack, fees, banks)
    _first_day(stack, cash, banks)
    payments = [
        # Each bank pays every other in turn; amounts differ, so that everybody has a net position.
        Payment(place % BANKS, (place % BANKS + 1 + place % 31) % BANKS, (place % 97 + 1) * UNIT)
        for place in range(PAYMENTS)
    ]
    problem = Problem([PLENTY] * BANKS, payments)
    deadline = chain.timestamp + DAY
    name = cycle_name(b"cycle", chain.actor("operator"))
    cycle = Cycle(chain.chain_id, stack.manager.address, name, cash.address, banks, deadline)
    order = [place for queue in problem.queues for place in queue]
    numbers = sorted(range(PAYMENTS), key=order.__getitem__)
    signatures = {
        payer: sign(
            bank,
            list_digest(
                cycle,
                payer,
                limit=PLENTY,
                strict=False,
                payments=pack(problem, payer, numbers),
            ),
        )
        for payer, bank in enumerate(banks)
    }
    solution = Solution(problem, frozenset(range(PAYMENTS)))
    return Clearing(stack, net_batch(cycle, solution, numbers, signatures))


def _first_day(stack: SettlementStack, cash: Contract, banks: list[Actor]) -> None:
    """Open the day's counters, as they are in a day with more than one settlement."""
    stack.list_asset(cash, asset_terms(Kind.WCBDC))
    stack.manager.pay(0, banks[1], ONE, ALL_KINDS, REFERENCE, sender=banks[0])


def _net(found: Clearing) -> Receipt:
    operator = found.stack.chain.actor("operator")
    receipt: Receipt = found.stack.manager.settleNet(found.batch, sender=operator)
    return receipt


FRESH = (
    "one transaction from two fresh EIP-712 instructions, brought by a third party; "
    "not the day's first, nonces in words in use, central-bank money as cash"
)

OPERATIONS = (
    Operation(
        id="settlement.dvp.plain",
        limit=130_000,
        conditions=f"{FRESH}; plain ERC-20s; the peer takes both of its transactions together",
        ours=Subject(plain, _settle),
        peers={TREX_INITIATE: INITIATE, TREX_TAKE: TAKE},
    ),
    Operation(
        id="settlement.dvp.plain.fee_on",
        limit=130_000 + FEE_ON,
        conditions=f"{FRESH}; plain ERC-20s; charged by the example schedule",
        ours=Subject(plain_with_fees, _settle),
    ),
    Operation(
        id="settlement.dvp.four_rules",
        limit=185_000,
        conditions=f"{FRESH}; the security is a ComplianceAwareToken under country allow, maximum "
        "balance, supply cap and 24 h volume (window open)",
        ours=Subject(compliant, _settle),
    ),
    Operation(
        id="settlement.pay.best_of_five",
        limit=105_000,
        conditions="five eligible assets, worst listed first, one with a stored price; not the "
        "day's first",
        ours=Subject(choosing, _pay),
    ),
    Operation(
        id="settlement.pay.best_of_five.fee_on",
        limit=105_000 + FEE_ON,
        conditions="the same, charged by the example schedule, fees collected before",
        ours=Subject(choosing_with_fees, _pay),
    ),
    Operation(
        id="settlement.net.32_banks_1000_payments",
        limit=PAYMENTS * PER_PAYMENT,
        conditions="1,000 payments of 32 banks, each bank's list signed, numbers in the lists' "
        "order, all banks with a net position",
        ours=Subject(clearing, _net),
    ),
    Operation(
        id="settlement.net.32_banks_1000_payments.fee_on",
        limit=PAYMENTS * PER_PAYMENT + BANKS * FIRST_FEE_ON,
        conditions="the same; each bank charged once for what it pays gross, by the example "
        "schedule, never charged before but one",
        ours=Subject(clearing_with_fees, _net),
    ),
)

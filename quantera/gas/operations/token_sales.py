"""The token: primary sales under terms, without fees and charged by the fee structure."""

from quantera.access import LocalRole
from quantera.evm import NodeChain, Receipt
from quantera.gas.fee_stack import deploy_fee_stack
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.token import FOUR, Dealing, ruled
from quantera.gas.token_stack import UNIT

EURO = 1
CONSIDERATION = 1_000 * 10**8
MOST_FEE_BPS = 2_000
CASH = 10**6 * UNIT


def _sell(dealing: Dealing) -> Receipt:
    terms = (CONSIDERATION, EURO, 0, 0, 0)
    receipt: Receipt = dealing.stack.token.mintUnderTerms(
        dealing.recipient, UNIT, terms, sender=dealing.stack.agent
    )
    return receipt


def charged(chain: NodeChain) -> Dealing:
    """A token with four rules whose agent has sold, and paid fees, before."""
    dealing = ruled(chain)
    stack, fees = dealing.stack, deploy_fee_stack(chain)
    cash = chain.deploy("PlainToken", "Cash", 18)
    cash.mint(stack.agent, CASH, sender=stack.agent)
    cash.approve(stack.token, CASH, sender=stack.agent)
    fees.fees.grantLocalRole(LocalRole.PRODUCT, stack.token, sender=fees.governor)
    stack.token.setFeeStructure(fees.fees, sender=stack.governor)
    stack.token.setSaleAsset(EURO, cash, sender=stack.governor)
    stack.token.agreeToFees(MOST_FEE_BPS, sender=stack.agent)
    _sell(dealing)
    return dealing


OPERATIONS = (
    Operation("token.sale.four_rules", Subject(ruled, _sell), FOUR),
    Operation(
        "token.sale.four_rules.fees",
        Subject(charged, _sell),
        f"{FOUR}; fees on, neither the agent's first sale nor its first fee",
    ),
)

"""A limit that counts over all chains, shared out among them: its parts and how they move."""

from quantera import chains
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.gas.bridge_stack import BridgeEnd
from quantera.gas.token_stack import four_rules
from tests.integration.bridge.stage import VALUE, Stage

SUPPLY = 0
"""`IRuleConfiguration.Limit`: the supply cap."""


def divide(stage: Stage, share: int) -> int:
    """Give every chain that share of the token's supply cap, which is then all of them together."""
    total = share * len(chains.PRODUCTION)
    change = {"supplyCap": total, "allotments": [(SUPPLY, 0, share - total)]}
    for name in chains.PRODUCTION:
        end = stage.end(name)
        end.stack.configure(four_rules() | change)
        assert allotted(end) == share
    stage.allotted = total
    return total


def allotted(end: BridgeEnd) -> int:
    """Units that may be issued on one chain."""
    found: int = end.stack.engine.allotment(end.token, SUPPLY, 0)[1]
    return found


def move(stage: Stage, lane: tuple[str, str], amount: int, protocol: Protocol) -> Message:
    """Send part of a chain's allotment to another one; a protocol alone does not bring it."""
    here, there = (stage.end(name) for name in lane)
    receipt = here.bridge.moveAllotment(
        here.token, SUPPLY, 0, amount, there.chain_id, protocol, sender=here.governor, value=VALUE
    )
    return stage.ends.message(lane[0], receipt)

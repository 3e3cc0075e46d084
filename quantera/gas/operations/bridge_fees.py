"""Sending for the platform's fee, by the real fee structure."""

from dataclasses import dataclass

from quantera.access import LocalRole
from quantera.bridge.scoring import Protocol
from quantera.evm import NodeChain, Receipt
from quantera.gas.bridge_stack import ONE_USD
from quantera.gas.fee_stack import deploy_fee_stack
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.bridge import HERE, THERE, TOKEN, Crossing, crossing
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import UNIT

MOST = 2**128 - 1
PRICE_USD = 1_000


@dataclass(frozen=True)
class Paying:
    """A crossing whose sender pays the fee in a dollar, and has paid it once before."""

    made: Crossing

    def pay(self) -> Receipt:
        """Send a unit over Wormhole, for exactly the protocol's fee."""
        made = self.made
        request = made.ends.request(HERE, THERE, made.alice, UNIT, Protocol.WORMHOLE)
        receipt: Receipt = made.bridge.sendPaying(
            request,
            [Protocol.WORMHOLE],
            (MOST, 0),
            sender=made.alice,
            value=made.fees[Protocol.WORMHOLE],
        )
        return receipt


def paying(chain: NodeChain) -> Paying:
    """The same as without fees, and everything that the charge writes written before."""
    made = crossing(chain)
    end = made.ends[HERE]
    fees = deploy_fee_stack(chain)
    dollar = chain.deploy("PlainToken", "Dollar", 6)
    dollar.mint(made.alice, 10**12, sender=end.governor)
    dollar.approve(end.bridge, MAX_UINT - 1, sender=made.alice)
    feed = chain.at(end.bridge.usdFeedOf(end.token).feed, "FeedProbe")
    feed.tell(PRICE_USD * ONE_USD, chain.timestamp, sender=end.governor)
    fees.fees.grantLocalRole(LocalRole.PRODUCT, end.bridge, sender=fees.governor)
    end.bridge.setFeeStructure(fees.fees, sender=end.governor)
    end.bridge.setAssetFee(end.token, dollar, ONE_USD, sender=end.governor)
    found = Paying(made)
    found.pay()
    return found


OPERATIONS = (
    Operation(
        id="bridge.send.wormhole.paying",
        conditions=f"{TOKEN}; 1 guardian; the platform's fee at level 0 in a plain ERC-20, the "
        "token's worth by a feed; the sender has paid before; charge, allowance and transfer",
        ours=Subject(paying, Paying.pay),
    ),
)

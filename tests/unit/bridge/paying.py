"""A bridge that charges by the real fee structure, a sender, and the dollar that it pays in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.evm import Actor, AddressLike, Chain, Contract, Receipt
from quantera.fees import Charge, charges
from quantera.gas.bridge_stack import ENOUGH, ONE_USD, BridgeEnd, BridgeEnds
from quantera.gas.fee_stack import FeeStack, deploy_fee_stack
from tests.unit.bridge.acts import UNITS, pair
from tests.unit.bridge.conftest import HERE, THERE

COIN = 10**6
PLENTY = 10**6 * COIN
PRICE_USD = 1_000
WORTH = 100 * PRICE_USD * COIN
"""Of what is sent, in the dollar's units; large enough for no limit to be at work."""
GWEI = 10**9
BASE_FEE = 17 * GWEI
WORMHOLE = (Protocol.WORMHOLE,)
TWO = (Protocol.WORMHOLE, Protocol.AXELAR)
CHARGING = 1
ALL = 2**64


@dataclass(frozen=True)
class Toll:
    """The token is charged in dollars, the ordinary asset in itself.

    Attributes:
        ends: both bridges; the one here charges.
        fees: the fee structure here.
        dollar: what the token's fee is taken in, with six decimals.
        alice: has units of all three, and has let the bridge take them.
        bob: known there.
    """

    ends: BridgeEnds
    fees: FeeStack
    dollar: Contract
    alice: Actor
    bob: Actor

    @property
    def here(self) -> BridgeEnd:
        return self.ends[HERE]

    @property
    def there(self) -> BridgeEnd:
        return self.ends[THERE]

    @property
    def chain(self) -> Chain:
        return self.here.chain

    @property
    def bridge(self) -> Contract:
        return self.here.bridge

    def request(self, units: int = UNITS, **changes: Any) -> dict[str, Any]:
        return self.ends.request(HERE, THERE, self.bob, units, **changes)

    def in_kind(self, units: int = 5_000 * COIN) -> dict[str, Any]:
        """A request of the ordinary asset."""
        return self.request(units, asset=self.here.plain)

    def quote(
        self, request: dict[str, Any], protocols: Sequence[Protocol] = WORMHOLE, urgency: int = 0
    ) -> Any:
        """Asset and breakdown for the base fee of the chain."""
        return self.bridge.quoteFee(
            request, self.alice, len(protocols), urgency, self.chain.base_fee
        )

    def total(
        self, request: dict[str, Any], protocols: Sequence[Protocol] = WORMHOLE, urgency: int = 0
    ) -> int:
        total: int = self.quote(request, protocols, urgency)[1].total
        return total

    def pay(
        self,
        request: dict[str, Any],
        most: int,
        protocols: Sequence[Protocol] = WORMHOLE,
        urgency: int = 0,
    ) -> Receipt:
        receipt: Receipt = self.bridge.sendPaying(
            request, protocols, (most, urgency), sender=self.alice, value=ENOUGH
        )
        return receipt

    def paid(
        self, protocols: Sequence[Protocol] = WORMHOLE, urgency: int = 0
    ) -> tuple[Message, Receipt, Charge]:
        """Send units of the token for whatever it costs."""
        receipt = self.pay(self.request(), PLENTY, protocols, urgency)
        [charge] = charges(receipt.events)
        return self.ends.message(HERE, receipt), receipt, charge

    def send(self, request: dict[str, Any]) -> Receipt:
        """Send and agree to no fee."""
        return self.ends.send(HERE, request, self.alice)

    def held(self, asset: AddressLike) -> tuple[int, int]:
        """What the bridge says it has collected, and what its line is with open promises."""
        return self.bridge.collectedFees(asset), self.fees.fees.lineOf(self.bridge, asset).accrued


def install_toll(ends: BridgeEnds) -> Toll:
    """Fees on, here: the base fee 17 gwei over an average of 10."""
    end = ends[HERE]
    alice, bob = pair(ends)
    end.fund("alice", PLENTY)
    fees = deploy_fee_stack(end.chain)
    dollar = end.chain.deploy("PlainToken", "Dollar", 6)
    dollar.mint(alice, PLENTY, sender=end.governor)
    dollar.approve(end.bridge, PLENTY, sender=alice)
    end.chain.set_base_fee(10 * GWEI)
    fees.fees.sampleBaseFee(sender=alice)
    end.chain.set_base_fee(BASE_FEE)
    fees.fees.grantLocalRole(LocalRole.PRODUCT, end.bridge, sender=fees.governor)
    fees.fees.setPrice(end.bridge, end.plain, ONE_USD, 6, sender=fees.pricer)
    feed = end.chain.at(end.bridge.usdFeedOf(end.token).feed, "FeedProbe")
    feed.tell(PRICE_USD * ONE_USD, end.chain.timestamp, sender=alice)
    end.bridge.setFeeStructure(fees.fees, sender=end.governor)
    end.bridge.setAssetFee(end.token, dollar, ONE_USD, sender=end.governor)
    end.bridge.setAssetFee(end.plain, end.plain, 0, sender=end.governor)
    return Toll(ends, fees, dollar, alice, bob)

"""The platform's fee for sending, by the real fee structure: BRG-14, BRG-15, BRG-16."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from eth_utils.abi import function_signature_to_4byte_selector

from quantera.access import LocalRole
from quantera.bridge.scoring import Protocol
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.fees import Product, charges
from quantera.gas.bridge_stack import ENOUGH, ONE_USD, ORDINARY, REGULATED, BridgeEnds, Status
from quantera.gas.token_stack import deploy_token
from tests.unit.bridge.acts import UNITS, carried, state
from tests.unit.bridge.conftest import HERE, THERE
from tests.unit.bridge.paying import (
    CHARGING,
    COIN,
    PLENTY,
    TWO,
    WORMHOLE,
    WORTH,
    Toll,
    install_toll,
)

LANE_LIMIT, FEE_NOT_FUNDED, FEE_UNKNOWN = 205, 225, 226
DUST = 100
RETURNS_FALSE, TAKES_A_FEE, GIVES_MORE = 1, 2, 3
WAIVED = (0, 10**6, 2**40 - 1, 1 << Product.BRIDGE)
"""`Terms` of an account that pays the bridge nothing."""


@pytest.fixture
def toll(ends: BridgeEnds) -> Toll:
    return install_toll(ends)


# -- what is charged ----------------------------------------------------------------------------


@pytest.mark.parametrize("urgency", range(4))
@pytest.mark.parametrize("protocols", [WORMHOLE, TWO])
def test_brg_14_a_charge_is_the_quote(
    toll: Toll, protocols: Sequence[Protocol], urgency: int
) -> None:
    """To the unit, part by part, within exactly what was agreed to; not one less will do."""
    asset, quoted = toll.quote(toll.request(), protocols, urgency)
    factors = quoted.parameters
    total = (
        *(factors.baseFee - factors.volumeDiscount, quoted.congestionPremium),
        *(quoted.timePremium, factors.urgencyPremium, factors.complexityFee),
        *(quoted.floorTopUp - quoted.capReduction - quoted.waived,),
    )
    assert asset == toll.dollar
    assert quoted.total == sum(total) > 0
    with expect_revert("FeeAboveLimit", fee=quoted.total, maxFee=quoted.total - 1):
        toll.pay(toll.request(), quoted.total - 1, protocols, urgency)
    receipt = toll.pay(toll.request(), quoted.total, protocols, urgency)
    [charge] = charges(receipt.events)
    assert (charge.base_fee, charge.volume_discount, charge.urgency_premium) == (
        factors.baseFee,
        factors.volumeDiscount,
        factors.urgencyPremium,
    )
    assert (charge.congestion_premium, charge.time_premium, charge.complexity_fee) == (
        quoted.congestionPremium,
        quoted.timePremium,
        factors.complexityFee,
    )
    assert (charge.product, charge.urgency, charge.payer) == (Product.BRIDGE, urgency, toll.alice)
    told = receipt.events.of(toll.bridge).one("TransferCharged")
    message = toll.ends.message(HERE, receipt)
    assert (told.id, told.feeAsset, told.payer) == (message.id, toll.dollar, toll.alice)
    assert (told.fee, told.serial, told.urgency) == (quoted.total, charge.serial, urgency)
    assert toll.dollar.balanceOf(toll.alice) == PLENTY - quoted.total
    assert toll.held(toll.dollar) == (quoted.total, quoted.total - quoted.refundable)
    assert toll.dollar.balanceOf(toll.bridge) == quoted.total
    assert (quoted.refundable > 0) == (urgency > 0)
    expected = (toll.dollar, charge.serial) if urgency else (ZERO_ADDRESS, 0)
    assert tuple(toll.bridge.serviceOf(message.id)) == expected


def test_the_worth_of_the_units_is_priced(toll: Toll) -> None:
    """By the asset's feed over the fee asset's price, rounded up."""
    feed = toll.chain.at(toll.bridge.usdFeedOf(toll.here.token).feed, "FeedProbe")
    feed.tell(3 * ONE_USD, toll.chain.timestamp, sender=toll.alice)
    toll.bridge.setAssetFee(toll.here.token, toll.dollar, 7 * ONE_USD, sender=toll.here.governor)
    _, _, charge = toll.paid()
    assert charge.amount == -(-UNITS // 10**18 * 3 * COIN // 7)
    assert charge.asset == toll.dollar.address.lower()


def test_an_ordinary_asset_pays_in_itself(toll: Toll) -> None:
    """BRG-15: what was charged lies beside the lane's escrow."""
    request = toll.in_kind()
    fee = toll.total(request)
    before = toll.here.plain.balanceOf(toll.alice)
    [charge] = charges(toll.pay(request, fee).events)
    assert (charge.amount, charge.total) == (request["units"], fee)
    assert toll.here.plain.balanceOf(toll.alice) == before - request["units"] - fee
    escrow = toll.bridge.escrowOf(toll.here.plain, toll.there.chain_id)
    assert (escrow, toll.held(toll.here.plain)) == (request["units"], (fee, fee))
    assert toll.here.plain.balanceOf(toll.bridge) == escrow + fee


@pytest.mark.parametrize(
    ("ordinary", "protocols", "level"),
    [
        (True, (Protocol.AXELAR,), 1),
        (True, TWO, 2),
        (False, (Protocol.AXELAR,), 2),
        (False, TWO, 2),
        (False, (*TWO, Protocol.CHAINLINK_CCIP), 3),
        (False, tuple(Protocol), 3),
    ],
)
def test_complexity_is_derived(
    toll: Toll, ordinary: bool, protocols: Sequence[Protocol], level: int
) -> None:
    """A movement for each protocol and for lots, one more for rules, two for the other chain."""
    request = toll.in_kind() if ordinary else toll.request()
    assert toll.quote(request, protocols)[1].complexity == level
    [charge] = charges(toll.pay(request, PLENTY, protocols).events)
    assert charge.complexity == level


def test_volume_makes_the_next_transfer_cheaper(toll: Toll) -> None:
    """The account behind the sender has it; the bridge names none."""
    toll.fees.fees.setTerms(toll.alice, (4, 0, 0, 0), sender=toll.fees.governor)
    _, _, charge = toll.paid()
    assert (charge.tier, charge.account) == (4, toll.alice.lower())
    assert charge.volume_discount == -(-charge.base_fee * 3 // 10)


# -- what the sender agrees to ------------------------------------------------------------------


def test_brg_14_who_agrees_to_nothing_pays_nothing(toll: Toll) -> None:
    for request in (toll.request(), toll.in_kind()):
        fee = toll.total(request)
        with expect_revert("FeeAboveLimit", fee=fee, maxFee=0):
            toll.send(request)
        with expect_revert("FeeAboveLimit", maxFee=0):
            toll.bridge.sendOver(request, TWO, sender=toll.alice, value=ENOUGH)
    toll.fees.fees.setTerms(toll.alice, WAIVED, sender=toll.fees.governor)
    toll.send(toll.request())
    toll.bridge.sendOver(toll.request(), TWO, sender=toll.alice, value=ENOUGH)
    assert toll.held(toll.dollar) == (0, 0)
    assert toll.dollar.balanceOf(toll.alice) == PLENTY


def test_brg_14_what_is_agreed_to_holds_for_one_message(toll: Toll) -> None:
    """Not even for the next one of the same transaction."""
    probe = toll.chain.deploy("TwoSendsProbe")
    toll.here.plain.mint(probe, PLENTY, sender=toll.here.governor)
    probe.approve(toll.here.plain, toll.bridge, sender=toll.alice)
    request = toll.in_kind()
    fee = toll.total(request)
    call = (toll.bridge, request, WORMHOLE, (PLENTY, 0))
    with expect_revert("FeeAboveLimit", fee=fee, maxFee=0):
        probe.sendTwice(*call, sender=toll.alice, value=2 * ENOUGH)
    toll.bridge.setFeeStructure(ZERO_ADDRESS, sender=toll.here.governor)
    probe.sendTwice(*call, sender=toll.alice, value=2 * ENOUGH)


def test_a_schedule_that_changed_meanwhile_is_refused(toll: Toll) -> None:
    request = toll.request()
    signed = toll.total(request)
    toll.chain.set_base_fee(2 * toll.chain.base_fee)
    assert toll.total(request) > signed
    with expect_revert("FeeAboveLimit", maxFee=signed):
        toll.pay(request, signed)


def test_a_level_that_does_not_exist_is_no_free_ride(toll: Toll) -> None:
    with expect_revert("LevelUnknown", level=4):
        toll.pay(toll.request(), PLENTY, urgency=4)


def test_a_sender_that_cannot_pay_sends_nothing(toll: Toll) -> None:
    before = toll.here.token.balanceOf(toll.alice)
    toll.dollar.approve(toll.bridge, 0, sender=toll.alice)
    with expect_revert("ERC20InsufficientAllowance"):
        toll.pay(toll.request(), PLENTY)
    toll.dollar.approve(toll.bridge, PLENTY, sender=toll.alice)
    toll.dollar.transfer(toll.bob, PLENTY, sender=toll.alice)
    with expect_revert("ERC20InsufficientBalance"):
        toll.pay(toll.request(), PLENTY)
    assert toll.here.token.balanceOf(toll.alice) == before


# -- off, and failures --------------------------------------------------------------------------


def off(toll: Toll) -> None:
    toll.bridge.setFeeStructure(ZERO_ADDRESS, sender=toll.here.governor)


def uncharged(toll: Toll) -> None:
    toll.bridge.setAssetFee(toll.here.token, ZERO_ADDRESS, 0, sender=toll.here.governor)


@pytest.mark.parametrize("switch", [off, uncharged])
def test_what_is_off_costs_nothing(toll: Toll, switch: Callable[[Toll], None]) -> None:
    switch(toll)
    asset, quoted = toll.quote(toll.request())
    assert (asset, quoted.total) == (ZERO_ADDRESS, 0)
    for receipt in (toll.send(toll.request()), toll.pay(toll.request(), 0)):
        assert not list(charges(receipt.events))
        names = {event.name for event in receipt.events}
        assert not names & {"TransferCharged", "TransferNotCharged"}
    preview = toll.bridge.previewBridge(toll.request(), toll.alice)
    assert (preview.reason, preview.feeAsset, preview.platformFee) == (0, ZERO_ADDRESS, 0)
    assert toll.dollar.balanceOf(toll.alice) == PLENTY


def pause_charging(toll: Toll) -> str:
    toll.fees.fees.pauseGroups(CHARGING, sender=toll.fees.governor)
    return "GroupPaused(uint64)"


def revoke_role(toll: Toll) -> str:
    toll.fees.fees.revokeLocalRole(LocalRole.PRODUCT, toll.here.bridge, sender=toll.fees.governor)
    return "LocalRoleMissing(address,uint256)"


def break_feed(toll: Toll) -> str:
    feed = toll.chain.at(toll.bridge.usdFeedOf(toll.here.token).feed, "FeedProbe")
    feed.breakDown(True, sender=toll.alice)
    return "WorthUnknown(address)"


@pytest.mark.parametrize("refuse", [pause_charging, revoke_role, break_feed])
def test_a_refusal_costs_the_fee_and_not_the_transfer(
    toll: Toll, refuse: Callable[[Toll], str]
) -> None:
    signature = refuse(toll)
    receipt = toll.pay(toll.request(), PLENTY, urgency=2)
    told = receipt.events.of(toll.bridge).one("TransferNotCharged")
    message = toll.ends.message(HERE, receipt)
    assert (told.id, told.feeAsset, told.payer) == (message.id, toll.dollar, toll.alice)
    assert told.reason == function_signature_to_4byte_selector(signature)
    assert toll.held(toll.dollar)[0] == 0
    assert toll.bridge.serviceOf(message.id).serial == 0
    toll.send(toll.request())


def test_the_worth_of_what_has_no_feed_is_not_quoted(toll: Toll) -> None:
    break_feed(toll)
    with expect_revert("WorthUnknown", asset=toll.here.token):
        toll.quote(toll.request())
    preview = toll.bridge.previewBridge(toll.request(), toll.alice)
    assert (preview.reason, preview.platformFee) == (0, 0)


def test_a_worth_beyond_what_can_be_priced_is_no_free_ride(toll: Toll) -> None:
    """The fee structure refuses amounts of 2^128 and more: the most that it prices is charged."""
    feed = toll.chain.at(toll.bridge.usdFeedOf(toll.here.token).feed, "FeedProbe")
    # The dearest unit of which the bridge believes a feed.
    feed.tell(2**95 - 1, toll.chain.timestamp, sender=toll.alice)
    toll.bridge.setAssetFee(toll.here.token, toll.dollar, 1, sender=toll.here.governor)
    toll.dollar.mint(toll.alice, 2**127, sender=toll.here.governor)
    toll.dollar.approve(toll.bridge, 2**128 - 1, sender=toll.alice)
    [charge] = charges(toll.pay(toll.request(UNITS * 100), 2**128 - 1, TWO).events)
    assert charge.amount == 2**128 - 1
    assert charge.total > 0


def break_structure(toll: Toll) -> None:
    """Something with code that does not know any of the fee structure's functions."""
    toll.bridge.setFeeStructure(toll.dollar, sender=toll.here.governor)


def test_a_structure_that_fails_stops_what_is_charged_alone(toll: Toll) -> None:
    break_structure(toll)
    with expect_revert("FeeStructureFailed", feeStructure=toll.dollar):
        toll.pay(toll.request(), PLENTY)
    with expect_revert("FeeStructureFailed"):
        toll.send(toll.request())
    preview = toll.bridge.previewBridge(toll.request(), toll.alice)
    assert preview.reason == FEE_UNKNOWN
    uncharged(toll)
    toll.send(toll.request())


def test_a_greedy_structure_takes_no_more_than_agreed(toll: Toll) -> None:
    greedy = toll.chain.deploy("FeeStructureProbe", 100)
    greedy.forgetLimits(sender=toll.alice)
    toll.bridge.setFeeStructure(greedy, sender=toll.here.governor)
    fee = WORTH // 100
    with expect_revert("FeeAboveLimit", fee=fee, maxFee=fee - 1):
        toll.pay(toll.request(), fee - 1)
    toll.pay(toll.request(), fee)
    assert toll.bridge.collectedFees(toll.dollar) == fee


def test_brg_16_a_broken_structure_stops_nothing_else(toll: Toll) -> None:
    """Everything that arrives, waits or comes back goes on, at the end that charges."""
    alice, bob, here, there = toll.alice, toll.bob, toll.here, toll.there
    there.holder("alice", 10 * UNITS)
    there.holder("bob", 10 * UNITS)
    message, _, _ = toll.paid(urgency=1)
    there.bridge.pauseGroups(1 << 1, sender=there.governor)
    _, receipt, _ = toll.paid()
    home_bound = toll.ends.message(HERE, receipt)
    carried(toll.ends, receipt)
    there.bridge.unpauseGroups(1 << 1, sender=there.governor)
    break_structure(toll)
    again = here.bridge.resend(message.encode(), Protocol.AXELAR, sender=alice, value=ENOUGH)
    carried(toll.ends, again)
    assert state(toll.ends, message) == (Status.CREDITED, 0)
    back = there.bridge.returnHome(home_bound.encode(), Protocol.WORMHOLE, sender=bob, value=ENOUGH)
    carried(toll.ends, back, THERE)
    assert here.bridge.sentStatus(home_bound.id) == (True, True)
    request = toll.ends.request(THERE, HERE, alice, UNITS)
    here.token.setAddressFrozen(alice, True, sender=here.stack.agent)
    sent = toll.ends.send(THERE, request, bob)
    carried(toll.ends, sent, THERE)
    waiting = toll.ends.message(THERE, sent)
    assert state(toll.ends, waiting, HERE)[0] == Status.PARKED
    here.token.setAddressFrozen(alice, False, sender=here.stack.agent)
    here.bridge.claim(waiting.encode(), sender=bob)
    here.bridge.withdrawRefund(alice, sender=alice)


# -- hostile fee assets -------------------------------------------------------------------------


@pytest.fixture
def hostile(toll: Toll) -> Any:
    """What the token's fee is taken in misbehaves as a test says."""
    coin = toll.chain.deploy("MisbehavingToken")
    coin.mint(toll.alice, PLENTY, sender=toll.alice)
    coin.approve(toll.bridge, PLENTY, sender=toll.alice)
    toll.bridge.setAssetFee(toll.here.token, coin, ONE_USD, sender=toll.here.governor)
    toll.pay(toll.request(), PLENTY)
    return coin


@pytest.mark.parametrize(
    ("manner", "error"),
    [
        (RETURNS_FALSE, "SafeERC20FailedOperation"),
        (TAKES_A_FEE, "FeeNotReceived"),
        (GIVES_MORE, "FeeNotReceived"),
    ],
)
def test_brg_15_a_fee_that_does_not_arrive_whole_is_refused(
    toll: Toll, hostile: Any, manner: int, error: str
) -> None:
    before = toll.here.token.balanceOf(toll.alice), toll.held(hostile)
    hostile.misbehave(manner, sender=toll.alice)
    with expect_revert(error):
        toll.pay(toll.request(), PLENTY)
    assert (toll.here.token.balanceOf(toll.alice), toll.held(hostile)) == before
    assert hostile.balanceOf(toll.bridge) == before[1][0]


def test_a_fee_asset_gets_no_foot_in_the_door(toll: Toll, hostile: Any) -> None:
    """Whatever it calls at the bridge while a fee is taken is refused, and the transfer with it."""
    request = toll.in_kind()
    for call in (
        toll.bridge.send.encode(request),
        toll.bridge.sendPaying.encode(request, WORMHOLE, (PLENTY, 0)),
        toll.bridge.fundEscrow.encode(toll.here.plain, toll.there.chain_id, 1),
        toll.bridge.withdrawRefund.encode(toll.alice),
        toll.bridge.payFees.encode(toll.dollar, toll.alice, 1),
    ):
        hostile.callFirst(toll.bridge, call, sender=toll.alice)
        with expect_revert("ReentrancyGuardReentrantCall"):
            toll.pay(toll.request(), PLENTY)
    charge = toll.bridge.executeFee.encode(bytes(32), toll.alice, toll.here.token, UNITS, 1)
    hostile.callFirst(toll.bridge, charge, sender=toll.alice)
    with expect_revert("NotTheBridge", caller=hostile):
        toll.pay(toll.request(), PLENTY)


# -- settings and paying out --------------------------------------------------------------------


def test_what_a_fee_may_be_taken_in(toll: Toll) -> None:
    end, governor = toll.here, toll.here.governor
    account = toll.chain.actor("account")
    with expect_revert("AddressWithoutCode", account=account):
        end.bridge.setFeeStructure(account, sender=governor)
    with expect_revert("AddressWithoutCode", account=account):
        end.bridge.setAssetFee(end.token, account, ONE_USD, sender=governor)
    with expect_revert("AssetUnknown", asset=toll.dollar):
        end.bridge.setAssetFee(toll.dollar, toll.dollar, 0, sender=governor)
    for asset, price in ((toll.dollar, 0), (end.plain, 0), (ZERO_ADDRESS, 1)):
        with expect_revert("FeePriceInvalid", price=price):
            end.bridge.setAssetFee(end.token, asset, price, sender=governor)
    with expect_revert("FeePriceInvalid", price=1):
        end.bridge.setAssetFee(end.plain, end.plain, 1, sender=governor)
    large = toll.chain.deploy("PlainToken", "Large", 37)
    with expect_revert("DecimalsTooLarge", decimals=37):
        end.bridge.setAssetFee(end.token, large, 1, sender=governor)
    receipt = end.bridge.setAssetFee(end.token, end.plain, 5, sender=governor)
    told = receipt.events.one("AssetFeeSet")
    assert (told.asset, told.feeAsset, told.price, told.decimals) == (end.token, end.plain, 5, 6)
    assert tuple(end.bridge.assetFee(end.token)) == (end.plain, 5, 6)
    assert end.bridge.feeStructure() == toll.fees.fees


def test_an_asset_that_is_set_anew_stays_charged(toll: Toll) -> None:
    for asset, terms in ((toll.here.token, REGULATED), (toll.here.plain, ORDINARY)):
        toll.bridge.setAsset(asset, terms, sender=toll.here.governor)
        assert toll.bridge.assetOf(asset)[2:] == (True, False)
    with expect_revert("FeeAboveLimit"):
        toll.send(toll.request())
    with expect_revert("FeeAboveLimit"):
        toll.send(toll.in_kind())


def test_a_security_is_no_fee_asset(toll: Toll) -> None:
    """Neither one that the bridge lists nor one that it does not know."""
    end, governor = toll.here, toll.here.governor
    unlisted, _ = deploy_token(end.stack.manager, end.stack.engine)
    for security in (end.token, unlisted):
        with expect_revert("FeeInSecurity", feeAsset=security):
            end.bridge.setAssetFee(end.plain, security, ONE_USD, sender=governor)


def test_fees_go_to_the_structure_alone(toll: Toll) -> None:
    """BRG-15: swept, they leave nothing but escrows behind."""
    request = toll.in_kind()
    toll.pay(request, PLENTY)
    plain, fees, bridge = toll.here.plain, toll.fees.fees, toll.bridge
    collected, accrued = toll.held(plain)
    assert collected == accrued > 0
    with expect_revert("NotTheFeeStructure", caller=toll.here.governor):
        bridge.payFees(plain, toll.alice, 1, sender=toll.here.governor)
    receipt = fees.sweep(bridge, plain, sender=toll.bob)
    told = receipt.events.of(bridge).one("FeesPaid")
    assert (told.asset, told.amount) == (plain, collected)
    assert toll.held(plain) == (0, 0)
    assert plain.balanceOf(fees) == collected
    assert plain.balanceOf(bridge) == bridge.escrowOf(plain, toll.there.chain_id)
    probe = toll.chain.deploy("FeeStructureProbe", 100)
    bridge.setFeeStructure(probe, sender=toll.here.governor)
    with expect_revert("FeesNotCollected", asset=plain, amount=1, collected=0):
        probe.sweep(bridge, plain, 1, sender=toll.bob)


# -- told before --------------------------------------------------------------------------------


def test_a_preview_tells_the_fee_and_whether_it_can_be_paid(toll: Toll) -> None:
    request = toll.request()

    def told(of: dict[str, Any]) -> tuple[Any, ...]:
        preview = toll.bridge.previewBridge(of, toll.alice)
        return preview.reason, preview.feeAsset, preview.platformFee

    fee = toll.total(request)
    assert told(request) == (0, toll.dollar, fee)
    toll.dollar.approve(toll.bridge, fee - 1, sender=toll.alice)
    assert told(request) == (FEE_NOT_FUNDED, toll.dollar, fee)
    toll.dollar.approve(toll.bridge, fee, sender=toll.alice)
    assert told(request)[0] == 0
    toll.dollar.transfer(toll.bob, PLENTY - fee + 1, sender=toll.alice)
    assert told(request)[0] == FEE_NOT_FUNDED
    request = toll.in_kind()
    fee, plain = toll.total(request), toll.here.plain
    for allowance, reason in ((fee + request["units"], 0), (fee + request["units"] - 1, 225)):
        plain.approve(toll.bridge, allowance, sender=toll.alice)
        assert told(request) == (reason, plain, fee)


def test_a_preview_of_more_units_than_there_can_be_tells_a_reason(toll: Toll) -> None:
    """Fee and units together are more than a word holds."""
    feed = toll.chain.at(toll.bridge.usdFeedOf(toll.here.plain).feed, "FeedProbe")
    feed.tell(10**6, toll.chain.timestamp, sender=toll.alice)
    request = toll.in_kind(2**256 // DUST * DUST)
    assert toll.total(request) > 0
    assert toll.bridge.previewBridge(request, toll.alice).reason == LANE_LIMIT


# -- events are enough --------------------------------------------------------------------------


def test_everything_that_can_be_asked_was_told(toll: Toll) -> None:
    """Fees collected, fee assets, open services: from the events alone."""
    receipts = [toll.pay(toll.request(), PLENTY, urgency=level) for level in (0, 1, 2)]
    receipts += [toll.pay(toll.in_kind(), PLENTY)]
    served = toll.ends.message(HERE, receipts[1])
    now = toll.chain.timestamp
    receipts.append(toll.bridge.reportDelivered(served.encode(), now, sender=toll.here.governor))
    receipts.append(toll.fees.fees.sweep(toll.bridge, toll.dollar, sender=toll.bob))
    collected: dict[str, int] = {}
    services: dict[bytes, tuple[str, int]] = {}
    for event in (event for receipt in receipts for event in receipt.events.of(toll.bridge)):
        if event.name == "TransferCharged":
            collected[event.feeAsset] = collected.get(event.feeAsset, 0) + event.fee
            if event.urgency:
                services[event.id] = (event.feeAsset, event.serial)
        elif event.name == "ServiceReported":
            del services[event.id]
        elif event.name == "FeesPaid":
            collected[event.asset] -= event.amount
    for asset, units in collected.items():
        assert toll.bridge.collectedFees(asset) == units
    for receipt in receipts[:3]:
        message = toll.ends.message(HERE, receipt)
        expected = services.get(message.id, (ZERO_ADDRESS, 0))
        assert tuple(toll.bridge.serviceOf(message.id)) == expected
    assert len(services) == 1

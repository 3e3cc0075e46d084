"""Sweeping, the split and withdrawal, with assets and collectors that do not play by the rules."""

import pytest

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from tests.unit.fees.desk import UNIT, Desk

SWEEPING, WITHDRAWALS = 4, 8
PARTNER_BPS, INSURANCE_BPS = 3_333, 1_111


@pytest.fixture
def owing(desk: Desk) -> Desk:
    """A line of 50 units and three that do not divide, and a split that leaves remainders."""
    stack = desk.stack
    stack.asset.mint(stack.collector, 10**6 * UNIT, sender=desk.payer)
    desk.charge(100_000 * UNIT + 4_001)
    partner = stack.chain.actor("partner")
    split = (partner, PARTNER_BPS, INSURANCE_BPS)
    stack.fees.setSplit(stack.collector, split, sender=stack.governor)
    return desk


OWED = 50 * UNIT + 3


def credited(desk: Desk) -> list[int]:
    stack = desk.stack
    holders = (stack.treasury, stack.chain.actor("partner"), stack.insurance)
    return [stack.fees.creditOf(stack.asset, holder) for holder in holders]


def sweep(desk: Desk) -> int:
    stack = desk.stack
    owed = desk.line().accrued
    receipt = stack.fees.sweep(stack.collector, stack.asset, sender=stack.chain.actor("anyone"))
    received: int = receipt.return_value
    event = receipt.events.one("FeesSwept")
    shares = (event.treasuryShare, event.partnerShare, event.insuranceShare)
    assert sum(shares) == received
    assert (event.collector, event.asset) == (stack.collector, stack.asset)
    assert event.outstanding == owed - received
    return received


def test_fee_10_the_split_adds_up(owing: Desk) -> None:
    assert sweep(owing) == OWED
    partner = OWED * PARTNER_BPS // 10_000
    insurance = OWED * INSURANCE_BPS // 10_000
    assert credited(owing) == [OWED - partner - insurance, partner, insurance]
    assert owing.stack.asset.balanceOf(owing.stack.fees) == OWED
    assert (owing.line().accrued, owing.line().charges) == (0, 1)


@pytest.mark.parametrize("extra", range(7))
def test_fee_10_for_every_remainder(owing: Desk, extra: int) -> None:
    owing.charge(20_000 * extra)
    # A deal so small pays the maximum of a twentieth.
    swept = OWED + 1_000 * extra
    assert sweep(owing) == swept
    assert sum(credited(owing)) == swept


@pytest.mark.parametrize(
    ("split", "shares"),
    [
        ((ZERO_ADDRESS, 5_000, 2_500), (75, 0, 25)),
        (("partner", 10_000, 0), (0, 100, 0)),
        (("partner", 0, 10_000), (0, 0, 100)),
        (("partner", 0, 0), (100, 0, 0)),
    ],
)
def test_splits(desk: Desk, split: tuple[str, int, int], shares: tuple[int, ...]) -> None:
    stack = desk.stack
    stack.asset.mint(stack.collector, UNIT * 100, sender=desk.payer)
    name, partner, insurance = split
    whom = stack.chain.actor(name) if name == "partner" else name
    receipt = stack.fees.setSplit(
        stack.collector, (whom, partner, insurance), sender=stack.governor
    )
    event = receipt.events.one("SplitSet")
    assert (event.partner, event.partnerBps, event.insuranceBps) == (whom, partner, insurance)
    desk.charge(200_000 * UNIT)
    sweep(desk)
    assert credited(desk) == [share * UNIT for share in shares]


def test_a_split_of_everybody_and_one_s_own(desk: Desk) -> None:
    fees, governor = desk.stack.fees, desk.stack.governor
    collector, other = desk.stack.collector, desk.payer
    assert tuple(fees.splitOf(collector)) == (ZERO_ADDRESS, 0, 0)
    fees.setSplit(ZERO_ADDRESS, (other, 1, 2), sender=governor)
    assert tuple(fees.splitOf(collector)) == (other, 1, 2)
    fees.setSplit(collector, (ZERO_ADDRESS, 0, 0), sender=governor)
    assert tuple(fees.splitOf(collector)) == (ZERO_ADDRESS, 0, 0)
    assert tuple(fees.splitOf(other)) == (other, 1, 2)


@pytest.mark.parametrize(("partner", "insurance"), [(10_000, 1), (1, 10_000), (65_535, 65_535)])
def test_a_split_of_more_than_all(desk: Desk, partner: int, insurance: int) -> None:
    with expect_revert("SplitTooLarge", partnerBps=partner, insuranceBps=insurance):
        desk.stack.fees.setSplit(
            ZERO_ADDRESS, (desk.payer, partner, insurance), sender=desk.stack.governor
        )


def test_recipients_must_be_somebody(desk: Desk) -> None:
    fees, governor = desk.stack.fees, desk.stack.governor
    for pair in ((ZERO_ADDRESS, desk.payer), (desk.payer, ZERO_ADDRESS)):
        with expect_revert("RecipientMissing"):
            fees.setRecipients(*pair, sender=governor)
    receipt = fees.setRecipients(desk.payer, governor, sender=governor)
    event = receipt.events.one("RecipientsSet")
    assert (event.treasury, event.insurance) == (desk.payer, governor)
    assert (fees.treasury(), fees.insurance()) == (desk.payer, governor)


def test_credits_stay_with_those_who_had_the_share(owing: Desk) -> None:
    sweep(owing)
    before = credited(owing)
    fees, governor = owing.stack.fees, owing.stack.governor
    fees.setRecipients(owing.payer, owing.payer, sender=governor)
    fees.setSplit(owing.stack.collector, (owing.payer, 10_000, 0), sender=governor)
    assert credited(owing) == before


def test_nothing_is_swept_twice(owing: Desk) -> None:
    sweep(owing)
    with expect_revert("NothingAccrued"):
        sweep(owing)


def test_withdrawal(owing: Desk) -> None:
    stack = owing.stack
    sweep(owing)
    owed = stack.fees.creditOf(stack.asset, stack.treasury)
    safe = stack.chain.actor("safe")
    receipt = stack.fees.withdraw(stack.asset, safe, sender=stack.treasury)
    event = receipt.events.one("CreditWithdrawn")
    assert (event.holder, event.to, event.amount) == (stack.treasury, safe, owed)
    assert stack.asset.balanceOf(safe) == owed == receipt.return_value
    with expect_revert("NothingCredited", asset=stack.asset, holder=stack.treasury):
        stack.fees.withdraw(stack.asset, safe, sender=stack.treasury)
    with expect_revert("WithdrawalToNobody"):
        stack.fees.withdraw(stack.asset, ZERO_ADDRESS, sender=stack.insurance)


def test_an_asset_without_return_value(owing: Desk) -> None:
    owing.stack.asset.setSilent(True, sender=owing.payer)
    sweep(owing)
    owing.stack.fees.withdraw(owing.stack.asset, owing.payer, sender=owing.stack.treasury)


def test_fee_11_an_asset_with_a_fee_is_credited_as_it_arrives(owing: Desk) -> None:
    stack = owing.stack
    stack.asset.setTransferFeeBps(100, sender=owing.payer)
    arrived = OWED - OWED // 100
    assert sweep(owing) == arrived
    assert sum(credited(owing)) == arrived == stack.asset.balanceOf(stack.fees)
    assert owing.line().accrued == OWED - arrived


@pytest.mark.parametrize("bps", [1, 5_000, 9_999])
def test_fee_13_a_collector_that_pays_a_part_owes_the_rest(owing: Desk, bps: int) -> None:
    stack = owing.stack
    stack.collector.setPaidBps(bps, sender=owing.payer)
    paid = OWED * bps // 10_000
    assert sweep(owing) == paid
    assert owing.line().accrued == OWED - paid
    stack.collector.setPaidBps(10_000, sender=owing.payer)
    assert sweep(owing) == OWED - paid
    assert sum(credited(owing)) == OWED


def test_fee_13_a_collector_that_pays_nothing(owing: Desk) -> None:
    owing.stack.collector.setPaidBps(0, sender=owing.payer)
    with expect_revert("CollectorPaidNothing", asked=OWED):
        sweep(owing)
    assert owing.line().accrued == OWED


def test_what_is_paid_beyond_what_was_asked_is_nobody_s(owing: Desk) -> None:
    owing.stack.collector.setPaidBps(12_000, sender=owing.payer)
    assert sweep(owing) == OWED
    assert sum(credited(owing)) == OWED < owing.stack.asset.balanceOf(owing.stack.fees)


def test_a_recipient_that_cannot_receive_stops_nobody(owing: Desk) -> None:
    stack = owing.stack
    stack.asset.setBlocked(stack.chain.actor("partner"), True, sender=owing.payer)
    sweep(owing)
    stack.fees.withdraw(stack.asset, stack.treasury, sender=stack.treasury)
    with expect_revert("Blocked"):
        partner = stack.chain.actor("partner")
        stack.fees.withdraw(stack.asset, partner, sender=partner)
    assert credited(owing)[1] > 0
    stack.fees.withdraw(stack.asset, owing.payer, sender=stack.chain.actor("partner"))


def reenter(owing: Desk, data: bytes) -> Contract:
    owing.stack.collector.setCall(owing.stack.fees, data, sender=owing.payer)
    return owing.stack.collector


@pytest.mark.parametrize("function", ["sweep", "withdraw", "claimRefund"])
def test_a_collector_that_comes_back_while_paying(owing: Desk, function: str) -> None:
    stack = owing.stack
    arguments = {
        "sweep": (stack.collector, stack.asset),
        "withdraw": (stack.asset, stack.collector),
        "claimRefund": (stack.collector, stack.asset, owing.payer, 1),
    }[function]
    reenter(owing, stack.fees.function(function).encode(*arguments))
    receipt = stack.fees.sweep(stack.collector, stack.asset, sender=owing.payer)
    event = receipt.events.one("CalledWhilePaying")
    assert not event.success
    assert event.result[:4] == bytes.fromhex("3ee5aeb5")  # ReentrancyGuardReentrantCall()
    assert sum(credited(owing)) == OWED


def test_a_collector_that_charges_while_paying_owes_that_too(owing: Desk) -> None:
    stack = owing.stack
    again = stack.fees.charge.encode(owing.request(200_000 * UNIT), 2**255)
    reenter(owing, again).setPaidBps(5_000, sender=owing.payer)
    assert sweep(owing) == OWED // 2
    assert owing.line().accrued == OWED - OWED // 2 + 100 * UNIT


def test_an_asset_whose_hook_comes_back(owing: Desk) -> None:
    stack = owing.stack
    sweep(owing)
    again = stack.fees.withdraw.encode(stack.asset, stack.treasury)
    stack.asset.setHook(stack.fees, again, sender=owing.payer)
    with expect_revert("ReentrancyGuardReentrantCall"):
        stack.fees.withdraw(stack.asset, stack.treasury, sender=stack.treasury)


def test_a_hostile_line_touches_no_other(owing: Desk) -> None:
    """A product contract with an asset of its own can make up credits of that asset alone."""
    stack = owing.stack
    hostile, worthless = (
        stack.chain.deploy("FeeCollectorProbe", stack.fees),
        stack.chain.deploy("FeeAssetProbe"),
    )
    stack.fees.grantLocalRole(LocalRole.PRODUCT, hostile, sender=stack.governor)
    worthless.mint(hostile, 2**127, sender=owing.payer)
    request = owing.request(2**127, asset=worthless)
    hostile.charge(request, 2**255, sender=owing.payer)
    stack.fees.sweep(hostile, worthless, sender=owing.payer)
    assert credited(owing) == [0, 0, 0]
    assert owing.line().accrued == OWED
    with expect_revert("NothingAccrued"):
        stack.fees.sweep(hostile, stack.asset, sender=owing.payer)


def test_pauses(owing: Desk) -> None:
    stack = owing.stack
    stack.fees.pauseGroups(SWEEPING | WITHDRAWALS, sender=stack.governor)
    with expect_revert("GroupPaused", paused=SWEEPING):
        sweep(owing)
    with expect_revert("GroupPaused", paused=WITHDRAWALS):
        stack.fees.withdraw(stack.asset, owing.payer, sender=stack.treasury)
    owing.charge(UNIT)


def test_a_price_keeps_the_rest_of_the_line(owing: Desk) -> None:
    stack = owing.stack
    receipt = stack.fees.setPrice(stack.collector, stack.asset, 2**64 - 1, 36, sender=stack.pricer)
    event = receipt.events.one("PriceSet")
    assert (event.price, event.decimals) == (2**64 - 1, 36)
    assert tuple(owing.line()) == (OWED, 1, 2**64 - 1, 36)
    owing.charge(UNIT)
    sweep(owing)
    assert tuple(owing.line())[1:] == (2, 2**64 - 1, 36)
    with expect_revert("DecimalsTooLarge", decimals=37):
        stack.fees.setPrice(stack.collector, stack.asset, 1, 37, sender=stack.pricer)

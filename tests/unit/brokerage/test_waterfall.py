"""The default waterfall: who bears what, in which order, and nobody before his turn (INV-12)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Actor, Contract, Receipt, expect_revert
from quantera.gas.brokerage_stack import DAY, VALUE, account_of
from tests.unit.brokerage.conftest import PLENTY, Book
from tests.unit.brokerage.liquidating import Auction, auction_of

CASH, CONTRIBUTION, FIRST_LOSS, MUTUAL_FUND, LENDERS = range(5)
DOLLAR = 10**6
SHARE = 10**6
"""Shares of the first unit."""
LIQUIDATING = 1 << 3
MONTH = 30 * DAY


@dataclass(frozen=True)
class Ruin:
    """Alice's ether was all seized at 800, and 2,079.2 of her 10,000 dollars are still owed."""

    auction: Auction

    @property
    def book(self) -> Book:
        return self.auction.book

    @property
    def brokerage(self) -> Contract:
        return self.auction.brokerage

    @property
    def dollar(self) -> int:
        return self.book.dollar.id

    def declare(self) -> Receipt:
        receipt: Receipt = self.brokerage.declareDefault(
            self.auction.account, self.dollar, sender=self.auction.carol
        )
        return receipt

    def contribute(self, who: Actor, dollars: int) -> Receipt:
        receipt: Receipt = self.brokerage.contribute(self.dollar, dollars * DOLLAR, sender=who)
        return receipt

    def borne(self, receipt: Receipt) -> dict[int, int]:
        """Units by layer."""
        return {event.layer: event.units for event in receipt.events.named("DefaultBorne")}

    def worth(self, who: Actor) -> int:
        """Units of a contribution."""
        found: int = self.brokerage.contributionOf(self.dollar, who).units
        return found


@pytest.fixture
def ruin(book: Book) -> Iterator[Ruin]:
    yield Ruin(auction_of(book))


def ruined(ruin: Ruin) -> int:
    """Seize everything; returns what is still owed."""
    ruin.auction.price(800)
    ruin.auction.liquidate()
    assert ruin.auction.collateral() == 0
    return ruin.auction.debt()


def test_lenders_bear_what_nobody_else_does(ruin: Ruin) -> None:
    """INV-12, PB-21: through the price of their shares, pro rata."""
    owed = ruined(ruin)
    before = ruin.brokerage.lendingPool(ruin.dollar)
    receipt = ruin.declare()
    event = receipt.events.one("DefaultDeclared")
    assert (event.account, event.assetId, event.owed) == (ruin.auction.account, ruin.dollar, owed)
    assert ruin.borne(receipt) == {LENDERS: owed}
    after = ruin.brokerage.lendingPool(ruin.dollar)
    assert abs(before.totalAssets - after.totalAssets - owed) <= 1
    assert after.liquidity == before.liquidity
    assert ruin.auction.debt() == 0


def test_each_bears_in_turn(ruin: Ruin) -> None:
    """PB-21: contribution, first-loss capital, the others' contributions, lenders."""
    alice, bob = ruin.book.alice, ruin.book.bob
    ruin.contribute(alice, 500)
    ruin.contribute(bob, 1_000)
    ruin.brokerage.fundFirstLoss(ruin.dollar, 300 * DOLLAR, sender=ruin.auction.carol)
    owed = ruined(ruin)
    before = ruin.brokerage.lendingPool(ruin.dollar)
    borne = ruin.borne(ruin.declare())
    own, limit = 500 * DOLLAR, 750 * DOLLAR
    assert borne[CONTRIBUTION] == own
    assert borne[FIRST_LOSS] == 300 * DOLLAR
    assert borne[MUTUAL_FUND] == limit
    assert borne[LENDERS] == owed - own - 300 * DOLLAR - limit
    assert list(borne) == [CONTRIBUTION, FIRST_LOSS, MUTUAL_FUND, LENDERS]
    assert sum(borne.values()) == owed
    pool = ruin.brokerage.lendingPool(ruin.dollar)
    assert pool.liquidity - before.liquidity == owed - borne[LENDERS]
    assert ruin.worth(alice) == 0
    assert ruin.worth(bob) in (1_000 * DOLLAR - limit, 1_000 * DOLLAR - limit - 1)
    fund = ruin.brokerage.defaultFundOf(ruin.dollar)
    assert (fund.units, fund.firstLoss, fund.assessable) == (250 * DOLLAR, 0, 0)


def test_a_contribution_that_covers_the_loss_ends_it(ruin: Ruin) -> None:
    alice, bob = ruin.book.alice, ruin.book.bob
    ruin.contribute(alice, 5_000)
    ruin.contribute(bob, 1_000)
    owed = ruined(ruin)
    assert ruin.borne(ruin.declare()) == {CONTRIBUTION: owed}
    assert 0 <= 5_000 * DOLLAR - owed - ruin.worth(alice) <= 1
    assert ruin.worth(bob) >= 1_000 * DOLLAR - 1


def test_first_loss_capital_covers_the_rest(ruin: Ruin) -> None:
    ruin.contribute(ruin.book.bob, 1_000)
    ruin.brokerage.fundFirstLoss(ruin.dollar, 5_000 * DOLLAR, sender=ruin.auction.carol)
    owed = ruined(ruin)
    assert ruin.borne(ruin.declare()) == {FIRST_LOSS: owed}
    assert ruin.worth(ruin.book.bob) >= 1_000 * DOLLAR - 1


def test_nobody_with_anything_left_is_in_default(ruin: Ruin) -> None:
    """INV-12: units of collateral, not their value."""
    with expect_revert("DefaultPremature", account=ruin.auction.account):
        ruin.declare()
    ruin.auction.price(0.000001)
    with expect_revert("DefaultPremature"):
        ruin.declare()


def test_nobody_who_owes_nothing_is_in_default(ruin: Ruin) -> None:
    account = account_of(ruin.book.bob)
    with expect_revert("NothingOwed", account=account, assetId=ruin.dollar):
        ruin.brokerage.declareDefault(account, ruin.dollar, sender=ruin.auction.carol)
    ruined(ruin)
    ruin.declare()
    with expect_revert("NothingOwed"):
        ruin.declare()


def test_a_pause_stops_defaults(ruin: Ruin) -> None:
    ruined(ruin)
    ruin.brokerage.pauseGroups(LIQUIDATING, sender=ruin.book.governor)
    with expect_revert("GroupPaused", paused=LIQUIDATING):
        ruin.declare()


def test_cash_bears_first(ruin: Ruin) -> None:
    """F7: at the high price, and of any asset that is owed."""
    owed = ruined(ruin)
    account = ruin.auction.account
    with ruin.book.stack.surgery() as surgeon:
        surgeon.writeCash(account, 1_000 * VALUE, sender=ruin.book.governor)
    before = ruin.brokerage.lendingPool(ruin.dollar)
    receipt = ruin.declare()
    assert ruin.borne(receipt) == {CASH: 1_000 * DOLLAR, LENDERS: owed - 1_000 * DOLLAR}
    assert receipt.events.one("CashApplied").value == 1_000 * VALUE
    assert ruin.brokerage.cashOf(account) == 0
    pool = ruin.brokerage.lendingPool(ruin.dollar)
    assert before.bookUnits - pool.bookUnits == 1_000 * DOLLAR
    assert abs(before.totalAssets - pool.totalAssets - borne_by_lenders(receipt)) <= 1


def borne_by_lenders(receipt: Receipt) -> int:
    """Units of the last layer."""
    found: int = receipt.events.named("DefaultBorne")[-1].units
    return found


@pytest.mark.parametrize(("part", "used"), ((1.05, 1.0), (0.5, 0.5)))
def test_cash_that_does_not_cover_is_used_up(ruin: Ruin, part: float, used: float) -> None:
    owed = ruined(ruin)
    cash = int(owed * 100 * part)
    with ruin.book.stack.surgery() as surgeon:
        surgeon.writeCash(ruin.auction.account, cash, sender=ruin.book.governor)
    assert ruin.borne(ruin.declare())[CASH] == int(owed * used)


def test_nobody_with_enough_cash_is_in_default(ruin: Ruin) -> None:
    """Nor declared so by others: cash counts as collateral."""
    owed = ruined(ruin)
    with ruin.book.stack.surgery() as surgeon:
        surgeon.writeCash(ruin.auction.account, owed * 111, sender=ruin.book.governor)
    with expect_revert("DefaultPremature"):
        ruin.declare()
    ruin.auction.wait(4_095 * 60 + 1)
    with expect_revert("PriceStale"):
        ruin.declare()


def test_a_defaulter_can_take_no_more_risk(ruin: Ruin) -> None:
    ruined(ruin)
    ruin.declare()
    ruin.book.brokerage.deposit(
        ruin.auction.account, ruin.book.ether.id, 10 * 10**18, sender=ruin.book.alice
    )
    with expect_revert("CloseOnly", account=ruin.auction.account):
        ruin.book.borrow(1)


def test_one_assessment_period_has_one_limit(ruin: Ruin) -> None:
    """PB-22: a second default in it takes what the first left of the limit, the next period has
    one anew."""
    book = ruin.book
    guarantor = book.stack.institution("guarantor")
    book.stack.fund(book.dollar, [guarantor], 10**12)
    others = [account_of(book.bob), account_of(book.alice, 1)]
    book.brokerage.openAccount(1, sender=book.alice)
    for account, who in zip(others, (book.bob, book.alice), strict=True):
        book.brokerage.deposit(account, book.ether.id, 10 * book.ether.one, sender=who)
        book.brokerage.borrow(account, ruin.dollar, 10**10, who, sender=who)
    ruin.contribute(guarantor, 5_000)
    owed = ruined(ruin)
    assert ruin.borne(ruin.declare()) == {MUTUAL_FUND: owed}
    left = 2_500 * DOLLAR - owed
    assert ruin.brokerage.defaultFundOf(ruin.dollar).assessable == left
    for account, wait, expected in (
        (others[0], 0, left),
        (others[1], MONTH, (5_000 * DOLLAR - owed - left) // 2),
    ):
        ruin.auction.wait(wait, 800)
        ruin.auction.liquidate(account=account)
        receipt = ruin.brokerage.declareDefault(account, ruin.dollar, sender=ruin.auction.carol)
        assert ruin.borne(receipt)[MUTUAL_FUND] == expected


def test_a_fund_that_is_used_up_starts_again(ruin: Ruin) -> None:
    bob = ruin.book.bob
    ruin.brokerage.setFundTerms(DAY, DAY, 10_000, sender=ruin.book.governor)
    ruin.contribute(bob, 100)
    ruined(ruin)
    receipt = ruin.declare()
    assert ruin.borne(receipt)[MUTUAL_FUND] == 100 * DOLLAR
    assert receipt.events.one("FundExhausted").epoch == 1
    assert ruin.worth(bob) == 0
    assert ruin.contribute(bob, 7).return_value == 7 * DOLLAR * SHARE
    assert ruin.worth(bob) == 7 * DOLLAR


def test_shares_are_not_priced_by_the_first_contributor(ruin: Ruin) -> None:
    """T-24: units sent to the contract change nothing, and a unit buys a million shares."""
    bob, alice = ruin.book.bob, ruin.book.alice
    assert ruin.brokerage.contribute(ruin.dollar, 1, sender=bob).return_value == SHARE
    ruin.book.dollar.cash.transfer(ruin.brokerage, 10**9, sender=bob)
    ruin.contribute(alice, 100)
    assert ruin.worth(alice) >= 100 * DOLLAR - 1


def test_contributions_leave_after_notice(ruin: Ruin) -> None:
    bob = ruin.book.bob
    shares = ruin.contribute(bob, 100).return_value
    receipt = ruin.brokerage.giveNotice(ruin.dollar, shares // 2, sender=bob)
    assert receipt.return_value == ruin.auction.now + MONTH
    event = receipt.events.one("FundNoticeGiven")
    assert (event.shares, event.withdrawableAt) == (shares // 2, ruin.auction.now + MONTH)
    ruin.auction.wait(MONTH - 1)
    with expect_revert("NoticeRunning", withdrawableAt=ruin.auction.now + 1):
        ruin.brokerage.withdrawContribution(ruin.dollar, sender=bob)
    ruin.auction.wait(1)
    before = ruin.book.dollar.cash.balanceOf(bob)
    paid = ruin.brokerage.withdrawContribution(ruin.dollar, sender=bob)
    assert paid.return_value == ruin.book.dollar.cash.balanceOf(bob) - before
    assert 50 * DOLLAR - 1 <= paid.return_value <= 50 * DOLLAR
    paid.events.one("FundWithdrawn")
    with expect_revert("NoticeRunning", withdrawableAt=0):
        ruin.brokerage.withdrawContribution(ruin.dollar, sender=bob)


def test_shares_under_notice_stay_at_risk(ruin: Ruin) -> None:
    bob = ruin.book.bob
    shares = ruin.contribute(bob, 1_000).return_value
    ruin.brokerage.giveNotice(ruin.dollar, shares, sender=bob)
    ruined(ruin)
    assert ruin.borne(ruin.declare())[MUTUAL_FUND] == 500 * DOLLAR
    ruin.auction.wait(MONTH)
    paid = ruin.brokerage.withdrawContribution(ruin.dollar, sender=bob).return_value
    assert 500 * DOLLAR - 1 <= paid <= 500 * DOLLAR


def test_a_notice_can_be_withdrawn_but_not_exceeded(ruin: Ruin) -> None:
    bob = ruin.book.bob
    shares = ruin.contribute(bob, 100).return_value
    ruin.brokerage.giveNotice(ruin.dollar, shares, sender=bob)
    assert ruin.brokerage.giveNotice(ruin.dollar, 0, sender=bob).return_value == 0
    with expect_revert("FundSharesExceeded", shares=shares + 1, held=shares):
        ruin.brokerage.giveNotice(ruin.dollar, shares + 1, sender=bob)


def test_an_institution_with_exposure_keeps_its_floor(ruin: Ruin) -> None:
    alice, governor = ruin.book.alice, ruin.book.governor
    shares = ruin.contribute(alice, 100).return_value
    ruin.brokerage.setFundFloor(ruin.dollar, alice, 60 * DOLLAR, sender=governor)
    ruin.brokerage.giveNotice(ruin.dollar, shares // 2, sender=alice)
    ruin.auction.wait(MONTH)
    with expect_revert("FundFloorBreached", floor=60 * DOLLAR):
        ruin.brokerage.withdrawContribution(ruin.dollar, sender=alice)
    assert ruin.brokerage.contributionOf(ruin.dollar, alice).contribution.floor == 60 * DOLLAR
    ruin.brokerage.repay(ruin.auction.account, ruin.dollar, 2**128, sender=alice)
    ruin.brokerage.withdrawContribution(ruin.dollar, sender=alice)


def test_who_contributes(ruin: Ruin) -> None:
    book = ruin.book
    for nobody in (ruin.auction.carol, book.stranger):
        with expect_revert("ContributorRefused", payer=nobody):
            ruin.contribute(nobody, 1)
    with expect_revert("ContributorRefused", payer=book.stranger):
        ruin.brokerage.fundFirstLoss(ruin.dollar, 1, sender=book.stranger)
    with expect_revert("FundAmount", units=0):
        ruin.contribute(book.bob, 0)
    with expect_revert("FundAmount", units=0):
        ruin.brokerage.fundFirstLoss(ruin.dollar, 0, sender=ruin.auction.carol)
    for call, who in (
        (ruin.brokerage.contribute, book.bob),
        (ruin.brokerage.fundFirstLoss, ruin.auction.carol),
    ):
        with expect_revert("AssetNotUsable", assetId=book.ether.id):
            call(book.ether.id, 1, sender=who)


def test_the_operator_takes_its_capital_back(ruin: Ruin) -> None:
    governor, carol = ruin.book.governor, ruin.auction.carol
    ruin.brokerage.fundFirstLoss(ruin.dollar, 10, sender=carol).events.one("FirstLossFunded")
    withdraw = ruin.brokerage.withdrawFirstLoss
    with expect_revert("FirstLossExceeded", units=11, available=10):
        withdraw(ruin.dollar, 11, governor, sender=governor)
    withdraw(ruin.dollar, 10, governor, sender=governor).events.one("FirstLossWithdrawn")
    assert ruin.book.dollar.cash.balanceOf(governor) == 10


@pytest.mark.parametrize(
    ("terms", "cause"),
    (
        ((DAY - 1, DAY, 1), "noticePeriod"),
        ((180 * DAY + 1, DAY, 1), "noticePeriod"),
        ((DAY, DAY - 1, 1), "assessmentPeriod"),
        ((DAY, 180 * DAY + 1, 1), "assessmentPeriod"),
        ((DAY, DAY, 10_001), "assessmentLimitBps"),
    ),
)
def test_fund_terms_have_bounds(ruin: Ruin, terms: tuple[int, int, int], cause: str) -> None:
    with expect_revert("FundTermsInvalid", cause=cause):
        ruin.brokerage.setFundTerms(*terms, sender=ruin.book.governor)


def test_fund_terms(ruin: Ruin) -> None:
    assert tuple(ruin.brokerage.fundTerms()) == (MONTH, MONTH, 5_000)
    ruin.brokerage.setFundTerms(DAY, 2 * DAY, 0, sender=ruin.book.governor)
    assert tuple(ruin.brokerage.fundTerms()) == (DAY, 2 * DAY, 0)
    ruin.contribute(ruin.book.bob, PLENTY // 10)
    owed = ruined(ruin)
    assert ruin.borne(ruin.declare()) == {LENDERS: owed}

"""What views tell: the structs of SPEC, an account's risk to the unit, and what it can still do."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor, expect_revert
from tests.unit.brokerage.trading.desk import (
    ACTIVE,
    BPS,
    CLEARING,
    ETHER,
    GAIN_HAIRCUT,
    HOUR,
    LIMIT,
    VALUE,
    Desk,
    account_of,
)

NO_EXPOSURE, INITIAL, MAINTAINED, BELOW_MAINTENANCE, BELOW_LIQUIDATION = range(5)


class TestSpecification:
    def test_enterprise_account(self, desk: Desk, alice: Actor) -> None:
        """At current prices, over all sub-accounts."""
        desk.broker.openAccount(255, sender=alice)
        desk.stack.deposit(alice, desk.cash, 10**10, 255)
        desk.trade(alice, desk.ether, ETHER)
        desk.trade(alice, desk.ether, -ETHER, sub=255)
        desk.price(desk.ether, 2_100 * VALUE)
        shown = desk.broker.enterpriseAccount(alice)
        assert shown.institution == alice
        assert shown.creditLimit == LIMIT
        assert shown.currentExposure == 210 * VALUE + 100 * VALUE + 210 * VALUE
        assert shown.isActive
        desk.stack.unverify(alice)
        assert not desk.broker.enterpriseAccount(alice).isActive

    def test_nobody(self, desk: Desk) -> None:
        shown = desk.broker.enterpriseAccount(desk.stack.chain.actor("stranger"))
        assert (shown.creditLimit, shown.currentExposure, shown.isActive) == (0, 0, False)
        verified = desk.broker.enterpriseAccount(desk.stack.verify("verified"))
        assert not verified.isActive

    def test_collateral_balances(self, desk: Desk, alice: Actor) -> None:
        account = account_of(alice)
        assert desk.broker.collateralBalances(account, desk.cash.cash) == 10**12
        assert desk.broker.collateralBalances(account, desk.ether.cash) == 0
        assert desk.broker.collateralBalances(account, alice) == 0

    @pytest.mark.parametrize(("size", "price"), [(3, 199_000_001), (-3, 200_990_002)])
    def test_cross_margin_position(self, desk: Desk, alice: Actor, size: int, price: int) -> None:
        """Longs at the low price rounded down, shorts at the high one rounded up."""
        opened = desk.now
        desk.trade(alice, desk.gold, size)
        desk.stack.chain.advance(60)
        desk.price(desk.gold, 199_000_001, spread=100)
        shown = desk.broker.crossMarginPosition(account_of(alice), desk.gold.id)
        exact = Fraction(abs(size) * price, 10**8)
        assert (shown.asset, shown.position) == (desk.gold.cash.address, size)
        assert shown.markToMarket == (floor(exact) if size > 0 else ceil(exact))
        assert shown.margin == desk.terms[desk.gold.id].potential(size)
        assert shown.timestamp == opened
        other = desk.broker.crossMarginPosition(CLEARING, desk.gold.id)
        assert (other.position, other.timestamp) == (-size, opened)

    def test_no_position(self, desk: Desk, alice: Actor) -> None:
        shown = desk.broker.crossMarginPosition(account_of(alice), desk.gold.id)
        assert shown[1:] == (0, 0, 0, 0)


def everything(desk: Desk) -> Actor:
    """An account with collateral, cash, debt and positions of both signs, at rugged prices."""
    carol = desk.member("carol", 0)
    account = account_of(carol)
    desk.stack.deposit(carol, desk.cash, 12_345_678_901)
    desk.stack.deposit(carol, desk.ether, 7 * ETHER + 3)
    desk.trade(carol, desk.gold, -(10**8))
    desk.price(desk.gold, 2_990 * VALUE)
    desk.close(carol, desk.gold, 10**7)
    desk.broker.borrow(account, desk.cash.id, 1_234_567_891, carol, sender=carol)
    desk.trade(carol, desk.barrels, 17)
    desk.price(desk.ether, 1_987_654_321_09, 13)
    desk.price(desk.gold, 2_876 * VALUE + 3, 11)
    desk.price(desk.barrels, 68 * VALUE + 7, 9)
    desk.price(desk.cash, 99_876_543, 21)
    return carol


def worth(desk: Desk, carol: Actor) -> dict[str, int]:
    """`AccountRisk` in exact fractions."""
    account, terms = account_of(carol), desk.terms
    balances = {
        asset.id: desk.broker.collateralOf(account, asset.id) for asset in desk.stack.assets
    }
    haircuts = {asset.id: (0 if asset == desk.cash else 1_000) for asset in desk.stack.assets}
    values = {n: Fraction(balances[n] * terms[n].low, terms[n].one) for n in balances}
    adjusted = sum(floor(v * (BPS - haircuts[n]) / BPS) for n, v in values.items())
    profits = []
    potential = 0
    for asset in (desk.ether, desk.gold, desk.barrels):
        size, entry = desk.position(account, asset)
        profits.append(terms[asset.id].profit(size, entry) if size else 0)
        potential += terms[asset.id].potential(size)
    gains, losses = sum(p for p in profits if p > 0), -sum(p for p in profits if p < 0)
    owed = ceil(Fraction(desk.owed(carol) * terms[desk.cash.id].high, 10**6))
    cash = desk.broker.accountOf(account).cashValue
    exposure = owed + losses + potential
    maintained = adjusted + cash + floor(Fraction(gains * (BPS - GAIN_HAIRCUT), BPS))
    return {
        "grossValue": sum(map(floor, values.values())),
        "adjustedValue": adjusted + cash,
        "powerValue": adjusted + cash,
        "maintenanceValue": maintained,
        "cashValue": cash,
        "gainValue": gains,
        "debtValue": owed,
        "lossValue": losses,
        "potentialValue": potential,
        "exposureValue": exposure,
        "ratioBps": maintained * BPS // exposure,
        "initialRatio": 150,
        "maintenanceRatio": 125,
        "stale": False,
    }


class TestRisk:
    def test_inv_08_to_the_unit(self, desk: Desk) -> None:
        """INV-08: every figure, rounded to its side, as exact fractions have it."""
        carol = everything(desk)
        shown = desk.risk(carol)
        for name, value in worth(desk, carol).items():
            assert getattr(shown, name) == value, name
        assert shown.gainValue > 0 < shown.lossValue

    def test_delisted_collateral_carries_no_new_risk(self, desk: Desk) -> None:
        """INV-16: it counts for maintenance still."""
        carol = everything(desk)
        before = desk.risk(carol)
        desk.flag(desk.ether, cleared=ACTIVE)
        after = desk.risk(carol)
        assert after.adjustedValue == before.adjustedValue
        lost = floor(Fraction((7 * ETHER + 3) * desk.terms[desk.ether.id].low * 9, 10 * ETHER))
        assert after.powerValue == before.powerValue - lost

    def test_extra_points(self, desk: Desk) -> None:
        carol = everything(desk)
        desk.book_terms(extra_maintenance=3)
        desk.extras(carol, 5, 7)
        shown = desk.risk(carol)
        assert (shown.initialRatio, shown.maintenanceRatio) == (155, 135)
        assert shown.cashValue == worth(desk, carol)["cashValue"]

    def test_without_exposure_there_is_no_ratio(self, desk: Desk, alice: Actor) -> None:
        assert desk.risk(alice).ratioBps == 2**256 - 1
        assert desk.broker.marginStateOf(account_of(alice)) == NO_EXPOSURE

    def test_stale(self, desk: Desk, alice: Actor) -> None:
        desk.refresh()
        desk.stack.chain.advance(HOUR)
        assert not desk.risk(alice).stale
        desk.stack.chain.advance(1)
        assert desk.risk(alice).stale

    @pytest.mark.parametrize(
        ("price", "state"),
        [
            (2_000 * VALUE, INITIAL),
            (2_000 * VALUE - 1, MAINTAINED),
            (1_955_555_555_56, MAINTAINED),
            (1_955_555_555_55, BELOW_MAINTENANCE),
            (1_919_191_919_20, BELOW_MAINTENANCE),
            (1_919_191_919_19, BELOW_LIQUIDATION),
        ],
    )
    def test_states(self, desk: Desk, price: int, state: int) -> None:
        """300 of collateral against a tenth of the price and what the price has fallen by."""
        carol = desk.member("carol", 300)
        desk.trade(carol, desk.ether, ETHER)
        desk.price(desk.ether, price)
        assert desk.broker.marginStateOf(account_of(carol)) == state

    @pytest.mark.parametrize(
        "view", ["accountRisk", "marginStateOf", "portfolio", "stress", "maxBorrow", "maxWithdraw"]
    )
    def test_accounts_that_are_none(self, desk: Desk, view: str) -> None:
        account = account_of(desk.stack.chain.actor("stranger"))
        arguments = {"stress": ([],), "maxBorrow": (0,), "maxWithdraw": (0,)}.get(view, ())
        with expect_revert("AccountUnknown", account=account):
            getattr(desk.broker, view)(account, *arguments)
        with expect_revert("AccountUnknown", account=account):
            desk.broker.marginCallQueue([account])


class TestPortfolio:
    def test_the_parts_are_the_whole(self, desk: Desk) -> None:
        carol = everything(desk)
        risk = desk.risk(carol)
        shown = desk.broker.portfolio(account_of(carol))
        assert [item.assetId for item in shown.collateral] == [desk.cash.id, desk.ether.id]
        assert [item.assetId for item in shown.debts] == [desk.cash.id]
        assert [item.assetId for item in shown.positions] == [desk.gold.id, desk.barrels.id]
        assert sum(item.value for item in shown.collateral) == risk.grossValue
        adjusted = sum(item.adjustedValue for item in shown.collateral)
        assert adjusted + risk.cashValue == risk.adjustedValue
        assert sum(item.value for item in shown.debts) == risk.debtValue
        assert shown.debts[0].units == desk.owed(carol)
        profits = [item.profitValue for item in shown.positions]
        assert sum(profits) == risk.gainValue - risk.lossValue
        assert sum(item.potentialValue for item in shown.positions) == risk.potentialValue
        for item in shown.positions:
            assert item == desk.broker.positionOf(account_of(carol), item.assetId)


class TestQueue:
    def test_the_worst_first(self, desk: Desk) -> None:
        """Those below maintenance alone, with what they lack to it, rounded up."""
        cash = {"anna": 300, "berta": 303, "cora": 301, "dora": 9_000, "emma": 302}
        members = {name: desk.member(name, dollars) for name, dollars in cash.items()}
        for member in members.values():
            desk.trade(member, desk.ether, ETHER)
        desk.member("idle", 1)
        desk.price(desk.ether, 1_919 * VALUE)
        accounts = [account_of(member) for member in members.values()]
        queue = desk.broker.marginCallQueue([*accounts, account_of(desk.stack.chain.actor("idle"))])
        names = ["anna", "cora", "emma", "berta"]
        assert [item.account for item in queue] == [account_of(members[name]) for name in names]
        for item, name in zip(queue, names, strict=True):
            risk = desk.risk(members[name])
            assert item.ratioBps == risk.ratioBps
            needed = ceil(Fraction(risk.exposureValue * 125, 100))
            assert item.shortfallValue == needed - risk.maintenanceValue > 0
            below = risk.maintenanceValue * 100 < risk.exposureValue * 110
            assert item.state == (BELOW_LIQUIDATION if below else BELOW_MAINTENANCE)

    def test_nobody(self, desk: Desk, alice: Actor) -> None:
        assert desk.broker.marginCallQueue([account_of(alice)]) == []
        assert desk.broker.marginCallQueue([]) == []


class TestCapacity:
    def test_all_of_it_without_exposure(self, desk: Desk, alice: Actor) -> None:
        desk.stack.chain.advance(2 * HOUR)
        assert desk.broker.maxWithdraw(account_of(alice), desk.cash.id) == 10**12
        assert desk.broker.maxWithdraw(account_of(alice), desk.ether.id) == 0

    @pytest.mark.parametrize("name", ["cash", "ether"])
    def test_most_to_withdraw(self, desk: Desk, name: str) -> None:
        carol, asset = everything(desk), getattr(desk, name)
        account = account_of(carol)
        units = desk.broker.maxWithdraw(account, asset.id)
        with desk.stack.chain.rollback(), expect_revert():
            desk.broker.withdraw(account, asset.id, units + 1, carol, sender=carol)
        desk.broker.withdraw(account, asset.id, units, carol, sender=carol)
        assert units > 0

    def test_concentration_is_looked_at(self, desk: Desk) -> None:
        """Taking the small asset away makes the large one more concentrated."""
        desk.broker.setConcentration(500, 300, sender=desk.governor)
        carol = desk.member("carol", 0)
        account = account_of(carol)
        desk.stack.deposit(carol, desk.ether, 10 * ETHER)
        desk.stack.deposit(carol, desk.gold, 4 * 10**8)
        desk.trade(carol, desk.barrels, 1_500)
        for asset in (desk.ether, desk.gold):
            units = desk.broker.maxWithdraw(account, asset.id)
            assert 0 < units < desk.broker.collateralOf(account, asset.id)
            with desk.stack.chain.rollback():
                with expect_revert("MarginInsufficient"):
                    desk.broker.withdraw(account, asset.id, units + 1, carol, sender=carol)
                desk.broker.withdraw(account, asset.id, units, carol, sender=carol)

    @given(price=st.integers(10**8, 5 * 10**11), interest=st.integers(0, 10**8))
    def test_most_to_borrow(self, desk_session: Desk, price: int, interest: int) -> None:
        desk, chain = desk_session, desk_session.stack.chain
        with desk.undone():
            desk.broker.setBorrowRate(desk.cash.id, 123_456, sender=desk.governor)
            carol = desk.member("carol", 0)
            account = account_of(carol)
            desk.stack.deposit(carol, desk.ether, 10 * ETHER)
            desk.price(desk.ether, 10_000 * VALUE)
            desk.broker.borrow(account, desk.cash.id, 70_000_001, carol, sender=carol)
            chain.advance(interest)
            desk.refresh()
            desk.price(desk.ether, price, spread=3)
            units = desk.broker.maxBorrow(account, desk.cash.id)
            with expect_revert("MarginInsufficient"):
                desk.broker.borrow(account, desk.cash.id, units + 1, carol, sender=carol)
            if units:
                desk.broker.borrow(account, desk.cash.id, units, carol, sender=carol)

    def test_the_limits_bound_borrowing(self, desk: Desk) -> None:
        desk.broker.raiseGroupLimit(9, 250 * VALUE, sender=desk.governor)
        carol = desk.member("carol", limit=400 * VALUE, group=9)
        account = account_of(carol)
        assert desk.broker.maxBorrow(account, desk.cash.id) == 250 * 10**6
        desk.trade(carol, desk.ether, ETHER // 2)
        assert desk.broker.maxBorrow(account, desk.cash.id) == 150 * 10**6
        desk.broker.raiseGroupLimit(9, 10**6 * VALUE, sender=desk.governor)
        assert desk.broker.maxBorrow(account, desk.cash.id) == 300 * 10**6
        desk.broker.lowerCreditLimit(carol, 50 * VALUE, sender=desk.governor)
        assert desk.broker.maxBorrow(account, desk.cash.id) == 0

    def test_a_lapsed_line_lends_nothing(self, desk: Desk, alice: Actor) -> None:
        today = desk.now // 86_400
        desk.broker.shortenCreditDays(alice, today, today, sender=desk.governor)
        assert desk.broker.maxBorrow(account_of(alice), desk.cash.id) > 0
        desk.stack.chain.advance(86_400)
        desk.refresh()
        assert desk.broker.maxBorrow(account_of(alice), desk.cash.id) == 0

    def test_nothing_at_stale_prices(self, desk: Desk) -> None:
        carol = everything(desk)
        account = account_of(carol)
        desk.refresh()
        desk.stack.chain.advance(HOUR + 1)
        assert desk.broker.maxBorrow(account, desk.cash.id) == 0
        assert desk.broker.maxWithdraw(account, desk.cash.id) == 0

    def test_assets_that_are_not_lent(self, desk: Desk, alice: Actor) -> None:
        for asset in (desk.ether.id, 79, 80, 255):
            assert desk.broker.maxBorrow(account_of(alice), asset) == 0
        desk.flag(desk.cash, cleared=ACTIVE)
        assert desk.broker.maxBorrow(account_of(alice), desk.cash.id) == 0

    def test_below_initial_margin(self, desk: Desk) -> None:
        carol = desk.member("carol", 300)
        desk.trade(carol, desk.ether, ETHER)
        desk.price(desk.ether, 1_990 * VALUE)
        assert desk.broker.maxBorrow(account_of(carol), desk.cash.id) == 0
        assert desk.broker.maxWithdraw(account_of(carol), desk.cash.id) == 0

"""Caps per asset, institution and issuer."""

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_listing import Quoted, list_asset, quote
from quantera.gas.brokerage_stack import MAX_UNITS, VALUE, account_of
from tests.unit.brokerage.listing import Listed

ISSUER = 9


def caps(cap: int = MAX_UNITS, institution: int = MAX_UNITS, interest: int = MAX_UNITS) -> object:
    return {"cap": cap, "institutionCap": institution, "openInterestCap": interest}


@pytest.fixture
def bonds(listed: Listed) -> tuple[Quoted, Quoted]:
    """Two bonds of one issuer, at 50 and 100 a unit."""
    made = []
    for name, price in (("First", 50), ("Second", 100)):
        asset = list_asset(
            listed.stack, listed.plain(name, 0), isCollateral=True, issuerGroup=ISSUER
        )
        made.append(quote(listed.stack, asset, price * VALUE))
    return made[0], made[1]


class TestAssetCaps:
    def test_an_asset_has_a_cap(self, listed: Listed) -> None:
        one = listed.ether.asset.one
        listed.change("lowerCaps", listed.ether.id, caps(12 * one))
        listed.stack.deposit(listed.alice, listed.ether.asset, 2 * one)
        with expect_revert("CollateralCapExceeded", assetId=listed.ether.id):
            listed.stack.deposit(listed.alice, listed.ether.asset, 1)

    def test_an_institution_has_a_cap_over_all_its_accounts(self, listed: Listed) -> None:
        one = listed.ether.asset.one
        listed.change("lowerCaps", listed.ether.id, caps(institution=12 * one))
        listed.book.openAccount(7, sender=listed.alice)
        listed.stack.deposit(listed.alice, listed.ether.asset, 2 * one, 7)
        for sub_account in (0, 7):
            with expect_revert("InstitutionCapExceeded", assetId=listed.ether.id):
                listed.stack.deposit(listed.alice, listed.ether.asset, 1, sub_account)
        other = listed.stack.institution("other")
        listed.stack.deposit(other, listed.ether.asset, 12 * one)

    def test_what_is_beyond_a_cap_may_stay_and_leave(self, listed: Listed) -> None:
        """PB-15."""
        listed.change("lowerCaps", listed.ether.id, caps(1, 1, 1))
        listed.borrow(1)
        listed.book.withdraw(
            listed.account,
            listed.ether.id,
            listed.ether.asset.one,
            listed.alice,
            sender=listed.alice,
        )

    @pytest.mark.parametrize("field", ["cap", "institutionCap", "openInterestCap"])
    def test_each_direction_has_its_function(self, listed: Listed, field: str) -> None:
        middle = dict.fromkeys(("cap", "institutionCap", "openInterestCap"), 100)
        listed.change("lowerCaps", listed.ether.id, middle)
        with expect_revert("NotStricter", cause=field):
            listed.change("lowerCaps", listed.ether.id, middle | {field: 101})
        with expect_revert("NotLooser", cause=field):
            listed.change("raiseCaps", listed.ether.id, middle | {field: 99})
        receipt = listed.change("raiseCaps", listed.ether.id, middle | {field: 101})
        assert receipt.events.one("AssetCapsSet").caps._asdict() == middle | {field: 101}
        shown = listed.book.assetOf(listed.ether.id).listing.caps._asdict()
        assert shown == middle | {field: 101}
        listed.change("lowerCaps", listed.ether.id, middle | {field: 99})


class TestIssuerCaps:
    def test_all_assets_of_an_issuer_count_together(
        self, listed: Listed, bonds: tuple[Quoted, Quoted]
    ) -> None:
        first, second = bonds
        listed.change("lowerIssuerCap", ISSUER, 1_000 * VALUE)
        listed.stack.deposit(listed.alice, first.asset, 10)
        other = listed.stack.institution("other")
        listed.stack.deposit(other, second.asset, 5)
        assert tuple(listed.book.issuerOf(ISSUER)) == (1_000 * VALUE, 1_000 * VALUE)
        for holder, bond in ((listed.alice, first), (other, second)):
            with expect_revert("IssuerCapExceeded", issuerGroup=ISSUER, capValue=1_000 * VALUE):
                listed.stack.deposit(holder, bond.asset, 1)
        everything = 2**256 - 1
        listed.book.withdraw(account_of(other), second.id, everything, other, sender=other)
        listed.stack.deposit(listed.alice, first.asset, 10)

    def test_the_value_is_at_the_high_price(
        self, listed: Listed, bonds: tuple[Quoted, Quoted]
    ) -> None:
        """PB-08."""
        first, _ = bonds
        listed.stack.deposit(listed.alice, first.asset, 10)
        first.primary.tell(50 * VALUE, listed.chain.timestamp, sender=listed.governor)
        first.secondary.tell(51 * VALUE, listed.chain.timestamp, sender=listed.governor)
        listed.book.refreshPrices([first.id], sender=listed.governor)
        assert listed.book.issuerOf(ISSUER).value == 510 * VALUE

    def test_an_old_price_stops_no_deposit(
        self, listed: Listed, bonds: tuple[Quoted, Quoted]
    ) -> None:
        """PB-14."""
        first, _ = bonds
        listed.change("lowerIssuerCap", ISSUER, 1_000 * VALUE)
        listed.chain.advance(30 * 86_400)
        listed.stack.deposit(listed.alice, first.asset, 10)

    def test_without_a_cap_there_is_none(
        self, listed: Listed, bonds: tuple[Quoted, Quoted]
    ) -> None:
        first, _ = bonds
        listed.stack.deposit(listed.alice, first.asset, 10**9)
        assert listed.book.issuerOf(ISSUER).capValue == 0

    def test_each_direction_has_its_function(self, listed: Listed) -> None:
        with expect_revert("NotLooser", cause="capValue"):
            listed.change("raiseIssuerCap", ISSUER, 5)
        with expect_revert("NotStricter", cause="capValue"):
            listed.change("lowerIssuerCap", ISSUER, 0)
        with expect_revert("ListingInvalid", cause="issuerGroup"):
            listed.change("lowerIssuerCap", 0, 5)
        listed.change("lowerIssuerCap", ISSUER, 5)
        with expect_revert("NotStricter", cause="capValue"):
            listed.change("lowerIssuerCap", ISSUER, 6)
        with expect_revert("NotLooser", cause="capValue"):
            listed.change("raiseIssuerCap", ISSUER, 4)
        receipt = listed.change("raiseIssuerCap", ISSUER, 6)
        assert receipt.events.one("IssuerCapSet").capValue == 6
        listed.change("raiseIssuerCap", ISSUER, 0)
        assert listed.book.issuerOf(ISSUER).capValue == 0

    def test_an_issuers_own_group_cannot_deposit(
        self, listed: Listed, bonds: tuple[Quoted, Quoted]
    ) -> None:
        """Wrong-way risk."""
        first, _ = bonds
        issuer = listed.stack.institution("issuer", group=ISSUER)
        with expect_revert("WrongWayRisk", assetId=first.id, group=ISSUER):
            listed.stack.deposit(issuer, first.asset, 1)

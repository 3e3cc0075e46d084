"""Institutions, credit lines, sub-accounts, groups, restrictions."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, MemoryChain, expect_revert
from quantera.gas.brokerage_stack import (
    DAY,
    LIMIT,
    NEVER,
    VALUE,
    account_of,
    deploy_brokerage,
    deploy_brokerage_stack,
)
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1


def today(book: Book) -> int:
    return book.stack.chain.timestamp // DAY


def open_sub(book: Book, number: int = 3, ether: int = 10) -> int:
    """Alice's further sub-account, with collateral."""
    book.brokerage.openAccount(number, sender=book.alice)
    account = account_of(book.alice, number)
    book.brokerage.deposit(account, book.ether.id, ether * book.ether.one, sender=book.alice)
    return account


def borrow(book: Book, account: int, dollars: int) -> None:
    amount = dollars * book.dollar.one
    book.brokerage.borrow(account, book.dollar.id, amount, book.alice, sender=book.alice)


class TestInitialisation:
    def test_the_constants_are_those_of_the_specification(self, book: Book) -> None:
        ratios = (
            book.brokerage.INITIAL_MARGIN_RATIO(),
            book.brokerage.MAINTENANCE_MARGIN_RATIO(),
            book.brokerage.LIQUIDATION_THRESHOLD(),
        )
        assert ratios == (150, 125, 110)

    def test_registry_and_clearing_account_are_told(self, book: Book) -> None:
        assert book.brokerage.identityRegistry() == book.stack.registry.address
        assert book.brokerage.clearingAccount() == 1

    def test_it_is_initialised_once(self, book: Book) -> None:
        with expect_revert("InvalidInitialization"):
            book.brokerage.initialize(book.stack.access, book.stack.registry, sender=book.governor)

    def test_the_registry_must_be_a_contract(self) -> None:
        stack = deploy_brokerage_stack(MemoryChain())
        with expect_revert("AddressWithoutCode"):
            deploy_brokerage(stack.access, stack.governor)

    def test_extensions_must_be_contracts(self) -> None:
        chain = MemoryChain()
        with expect_revert("AddressWithoutCode", account=ZERO_ADDRESS):
            chain.deploy("PrimeBrokerage", [ZERO_ADDRESS] * 8)


class TestAdmission:
    def test_an_institution_has_its_terms_and_an_open_account(self, book: Book) -> None:
        carol = book.stack.institution("carol", 5 * VALUE, group=7, facility_end=9, review=8)
        state = book.brokerage.creditLineOf(carol)
        assert state.terms == (5 * VALUE, 7, 9, 8)
        assert (state.exposure, state.isAdmitted) == (0, True)
        assert book.brokerage.accountOf(account_of(carol)).isOpen

    def test_institutions_are_listed_in_order(self, book: Book) -> None:
        assert book.brokerage.institutionCount() == 2
        found = [book.brokerage.institutionAt(place) for place in range(2)]
        assert found == [book.alice, book.bob]

    def test_twice_is_refused(self, book: Book) -> None:
        with expect_revert("InstitutionKnown", institution=book.alice):
            book.stack.institution("alice")

    def test_the_registry_must_verify_it(self, book: Book) -> None:
        with expect_revert("InstitutionNotVerified", institution=book.stranger):
            terms = (LIMIT, 0, NEVER, NEVER)
            book.brokerage.admitInstitution(book.stranger, terms, sender=book.governor)

    @pytest.mark.parametrize("limit", [1, VALUE + 1, 2**44 * VALUE])
    def test_limits_are_whole_and_fit(self, book: Book, limit: int) -> None:
        with expect_revert("CreditLimitInvalid", creditLimit=limit):
            book.stack.institution("carol", limit)

    def test_the_largest_limit(self, book: Book) -> None:
        most = (2**44 - 1) * VALUE
        carol = book.stack.institution("carol", most)
        assert book.brokerage.creditLineOf(carol).terms.creditLimit == most

    def test_sub_accounts_are_opened_once_by_their_institution(self, book: Book) -> None:
        account = book.brokerage.openAccount(255, sender=book.alice).return_value
        assert account == account_of(book.alice, 255)
        assert account == book.brokerage.accountNumber(book.alice, 255)
        assert book.brokerage.accountOf(account).isOpen
        with expect_revert("AccountKnown", account=account):
            book.brokerage.openAccount(255, sender=book.alice)
        with expect_revert("InstitutionUnknown", institution=book.stranger):
            book.brokerage.openAccount(0, sender=book.stranger)

    def test_an_account_that_was_never_opened_is_unknown(self, book: Book) -> None:
        account = account_of(book.alice, 9)
        with expect_revert("AccountUnknown", account=account):
            book.brokerage.deposit(account, book.ether.id, 1, sender=book.alice)


class TestCreditLimit:
    def test_it_is_raised_and_lowered_each_by_its_own_function(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        brokerage.lowerCreditLimit(book.alice, VALUE, sender=book.governor)
        assert brokerage.creditLineOf(book.alice).terms.creditLimit == VALUE
        with expect_revert("WrongDirection"):
            brokerage.lowerCreditLimit(book.alice, 2 * VALUE, sender=book.governor)
        with expect_revert("WrongDirection"):
            brokerage.raiseCreditLimit(book.alice, VALUE, sender=book.governor)
        receipt = brokerage.raiseCreditLimit(book.alice, 2 * VALUE, sender=book.governor)
        assert receipt.events.one("CreditLimitSet").args.creditLimit == 2 * VALUE
        with expect_revert("InstitutionUnknown"):
            brokerage.raiseCreditLimit(book.stranger, VALUE, sender=book.governor)

    def test_exposure_ends_at_the_limit(self, book: Book) -> None:
        """PB-03, INV-03: no operation ends above the limit."""
        book.brokerage.lowerCreditLimit(book.alice, 1_000 * VALUE, sender=book.governor)
        book.borrow(1_000)
        with expect_revert(
            "CreditLimitExceeded", exposureValue=1_000 * VALUE + 100, limit=1_000 * VALUE
        ):
            book.brokerage.borrow(book.account, book.dollar.id, 1, book.alice, sender=book.alice)

    def test_lowering_blocks_more_and_nothing_else(self, book: Book) -> None:
        """PB-03, INV-03: a lower limit keeps what is exposed, and all that lessens it works."""
        book.borrow(2_000)
        book.brokerage.lowerCreditLimit(book.alice, 1_000 * VALUE, sender=book.governor)
        with expect_revert("CreditLimitExceeded"):
            book.borrow(1)
        one = book.ether.one
        book.brokerage.withdraw(book.account, book.ether.id, one, book.alice, sender=book.alice)
        book.brokerage.deposit(book.account, book.ether.id, one, sender=book.alice)
        book.brokerage.repay(book.account, book.dollar.id, 10**9, sender=book.alice)

    def test_it_is_over_all_sub_accounts(self, book: Book) -> None:
        """PB-03: the main account now, and the others as recorded, count together."""
        book.brokerage.lowerCreditLimit(book.alice, 1_500 * VALUE, sender=book.governor)
        account = open_sub(book)
        borrow(book, account, 1_000)
        book.borrow(500)
        for borrower in (book.account, account):
            with expect_revert("CreditLimitExceeded"):
                borrow(book, borrower, 1)
        state = book.brokerage.creditLineOf(book.alice)
        assert state.exposure == 1_500 * VALUE

    def test_exposures_add_up(self, book: Book) -> None:
        """PB-02, INV-02: accounts to institutions to the book."""
        account = open_sub(book)
        borrow(book, account, 1_000)
        book.borrow(500)
        brokerage: Any = book.brokerage
        accounts = [brokerage.accountOf(number).exposure for number in (book.account, account)]
        assert accounts == [500 * VALUE, 1_000 * VALUE]
        assert sum(accounts) == brokerage.creditLineOf(book.alice).exposure
        assert sum(accounts) == brokerage.totalExposure()
        brokerage.repay(account, book.dollar.id, ALL, sender=book.alice)
        brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        assert brokerage.totalExposure() == 0

    def test_the_main_account_counts_as_it_is_now(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(365 * DAY)
        assert book.brokerage.creditLineOf(book.alice).exposure == 1_100 * VALUE


class TestDays:
    def test_both_days_are_the_last_on_which_exposure_grows(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        now = today(book)
        brokerage.shortenCreditDays(book.alice, now, now + 1, sender=book.governor)
        book.borrow(1)
        book.stack.chain.advance(DAY)
        book.stack.set_price(book.ether, 2_000 * VALUE)
        book.stack.set_price(book.dollar, VALUE)
        with expect_revert("CreditLineLapsed", facilityEndDay=now, reviewDay=now + 1):
            book.borrow(1)
        brokerage.extendCreditDays(book.alice, now + 9, now + 1, sender=book.governor)
        book.borrow(1)
        book.stack.chain.advance(DAY)
        book.stack.set_price(book.ether, 2_000 * VALUE)
        book.stack.set_price(book.dollar, VALUE)
        with expect_revert("CreditLineLapsed", facilityEndDay=now + 9, reviewDay=now + 1):
            book.borrow(1)
        one = book.ether.one
        brokerage.withdraw(book.account, book.ether.id, one, book.alice, sender=book.alice)
        brokerage.repay(book.account, book.dollar.id, 1, sender=book.alice)

    @pytest.mark.parametrize(("end", "review"), [(101, 100), (100, 101)])
    def test_directions(self, book: Book, end: int, review: int) -> None:
        brokerage: Any = book.brokerage
        brokerage.shortenCreditDays(book.alice, 100, 100, sender=book.governor)
        with expect_revert("WrongDirection"):
            brokerage.shortenCreditDays(book.alice, end, review, sender=book.governor)
        brokerage.extendCreditDays(book.alice, 101, 101, sender=book.governor)
        with expect_revert("WrongDirection"):
            brokerage.extendCreditDays(book.alice, end, review, sender=book.governor)


class TestGroups:
    def test_a_groups_limit_is_over_its_institutions(self, book: Book) -> None:
        """T-23: institutions of one owner share a limit."""
        brokerage: Any = book.brokerage
        for wallet in (book.alice, book.bob):
            brokerage.setGroup(wallet, 5, sender=book.governor)
        brokerage.raiseGroupLimit(5, 1_500 * VALUE, sender=book.governor)
        bobs = account_of(book.bob)
        brokerage.deposit(bobs, book.ether.id, 10 * book.ether.one, sender=book.bob)
        book.borrow(1_000)
        with expect_revert("GroupLimitExceeded", group=5, limit=1_500 * VALUE):
            brokerage.borrow(bobs, book.dollar.id, 501 * 10**6, book.bob, sender=book.bob)
        brokerage.borrow(bobs, book.dollar.id, 500 * 10**6, book.bob, sender=book.bob)
        assert brokerage.groupOf(5) == (1_500 * VALUE, 1_500 * VALUE)
        brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        assert brokerage.groupOf(5)[1] == 500 * VALUE

    def test_without_a_limit_a_group_exposes_nothing(self, book: Book) -> None:
        book.brokerage.setGroup(book.alice, 5, sender=book.governor)
        with expect_revert("GroupLimitExceeded", group=5, exposureValue=VALUE, limit=0):
            book.borrow(1)

    def test_exposure_moves_with_the_institution(self, book: Book) -> None:
        account = open_sub(book)
        borrow(book, account, 300)
        book.borrow(200)
        brokerage: Any = book.brokerage
        brokerage.setGroup(book.alice, 5, sender=book.governor)
        assert brokerage.groupOf(5)[1] == 500 * VALUE
        brokerage.setGroup(book.alice, 6, sender=book.governor)
        assert (brokerage.groupOf(5)[1], brokerage.groupOf(6)[1]) == (0, 500 * VALUE)
        brokerage.setGroup(book.alice, 0, sender=book.governor)
        assert brokerage.groupOf(6)[1] == 0

    def test_directions_of_the_limit(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        brokerage.raiseGroupLimit(5, 10, sender=book.governor)
        with expect_revert("WrongDirection"):
            brokerage.raiseGroupLimit(5, 10, sender=book.governor)
        with expect_revert("WrongDirection"):
            brokerage.lowerGroupLimit(5, 10, sender=book.governor)
        brokerage.lowerGroupLimit(5, 9, sender=book.governor)
        assert brokerage.groupOf(5) == (9, 0)


class TestRestriction:
    def test_a_restricted_account_takes_no_risk_and_pays_in(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        book.borrow(100)
        brokerage.restrictAccounts([book.account], sender=book.governor)
        assert brokerage.accountOf(book.account).isRestricted
        with expect_revert("CloseOnly", account=book.account):
            book.borrow(1)
        with expect_revert("CloseOnly"):
            brokerage.withdraw(book.account, book.ether.id, 1, book.alice, sender=book.alice)
        brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
        brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        brokerage.withdraw(book.account, book.ether.id, ALL, book.alice, sender=book.alice)

    def test_it_is_lifted(self, book: Book) -> None:
        book.brokerage.restrictAccounts([book.account], sender=book.governor)
        book.brokerage.releaseAccounts([book.account], sender=book.governor)
        book.borrow(1)

    def test_nothing_leaves_a_frozen_account(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        brokerage.freezeAccounts([book.account], sender=book.governor)
        assert brokerage.accountOf(book.account).isFrozen
        with expect_revert("AccountFrozen", account=book.account):
            brokerage.withdraw(book.account, book.ether.id, 1, book.alice, sender=book.alice)
        with expect_revert("CloseOnly"):
            book.borrow(1)
        brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
        brokerage.unfreezeAccounts([book.account], sender=book.governor)
        brokerage.withdraw(book.account, book.ether.id, 1, book.alice, sender=book.alice)

    def test_flags_need_an_account(self, book: Book) -> None:
        with expect_revert("AccountUnknown"):
            book.brokerage.freezeAccounts([account_of(book.alice, 9)], sender=book.governor)


def test_a_revoked_institution_only_closes(book: Book) -> None:
    """T-38: without evidence an institution pays in and out, and takes no risk."""
    brokerage: Any = book.brokerage
    book.borrow(1_000)
    book.stack.unverify(book.alice)
    for refused in (
        lambda: book.borrow(1),
        lambda: brokerage.withdraw(book.account, book.ether.id, 1, book.alice, sender=book.alice),
    ):
        with expect_revert("CloseOnly", account=book.account):
            refused()
    brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
    brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
    brokerage.withdraw(book.account, book.ether.id, ALL, book.alice, sender=book.alice)

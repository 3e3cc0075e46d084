"""Rights of others: given, signed, expired, taken away, locked down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from coincurve import PrivateKey

from quantera.evm import ZERO_ADDRESS, Actor, MemoryChain, expect_revert
from quantera.gas.brokerage_stack import (
    ALL_RIGHTS,
    BORROW,
    DEPOSIT,
    NEVER,
    REPAY,
    WITHDRAW,
    account_of,
    deploy_brokerage,
    deploy_brokerage_stack,
)
from quantera.gas.settlement_stack import sign
from quantera.gas.token_stack import record
from tests.unit.brokerage.conftest import Book

HOUR = 3_600
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


@dataclass(frozen=True)
class Staff:
    """Somebody who is to act for Alice."""

    book: Book
    operator: Actor

    @property
    def brokerage(self) -> Any:
        return self.book.brokerage

    def allow(self, rights: int, seconds: int = HOUR) -> None:
        expiry = self.book.stack.chain.timestamp + seconds
        self.brokerage.setOperator(
            self.book.account, self.operator, rights, expiry, sender=self.book.alice
        )

    def act(self, right: int) -> None:
        """One operation that needs the right."""
        book, account = self.book, self.book.account
        calls = {
            DEPOSIT: ("depositFromInstitution", (account, book.ether.id, 1)),
            WITHDRAW: ("withdraw", (account, book.ether.id, 1, book.alice)),
            BORROW: ("borrow", (account, book.dollar.id, 1, book.alice)),
            REPAY: ("repayFromInstitution", (account, book.dollar.id, 1)),
        }
        name, arguments = calls[right]
        getattr(self.brokerage, name)(*arguments, sender=self.operator)

    def grant(self, **changes: Any) -> dict[str, Any]:
        now = self.book.stack.chain.timestamp
        return {
            "account": self.book.account,
            "operator": self.operator,
            "rights": BORROW,
            "expiry": now + HOUR,
            "nonce": 300,
            "deadline": now + HOUR,
            **changes,
        }

    def signed(self, grant: Mapping[str, Any], signer: Actor | None = None) -> bytes:
        return sign(signer or self.book.alice, self.brokerage.grantDigest(grant))


@pytest.fixture
def staff(book: Book) -> Staff:
    book.borrow(100)
    return Staff(book, book.stack.chain.actor("operator"))


EACH = pytest.mark.parametrize("right", [DEPOSIT, WITHDRAW, BORROW, REPAY])


class TestRights:
    @EACH
    def test_each_right_does_its_own(self, staff: Staff, right: int) -> None:
        with expect_revert(
            "AccountNotYours",
            account=staff.book.account,
            caller=staff.operator,
            permission=right,
        ):
            staff.act(right)
        staff.allow(ALL_RIGHTS & ~right)
        with expect_revert("AccountNotYours", permission=right):
            staff.act(right)
        staff.allow(right)
        staff.act(right)

    @EACH
    def test_rights_end_with_their_last_second(self, staff: Staff, right: int) -> None:
        """T-44: an expired operator is nobody."""
        staff.allow(ALL_RIGHTS)
        staff.book.stack.chain.advance(HOUR)
        staff.act(right)
        staff.book.stack.chain.advance(1)
        with expect_revert("AccountNotYours"):
            staff.act(right)
        assert staff.brokerage.operatorOf(staff.book.account, staff.operator)[0] == 0

    @EACH
    def test_rights_are_taken_away(self, staff: Staff, right: int) -> None:
        """T-44: a revoked operator is nobody."""
        staff.allow(ALL_RIGHTS)
        staff.allow(0)
        with expect_revert("AccountNotYours"):
            staff.act(right)

    def test_rights_are_one_sub_accounts(self, staff: Staff) -> None:
        book = staff.book
        staff.allow(ALL_RIGHTS)
        book.brokerage.openAccount(1, sender=book.alice)
        other = account_of(book.alice, 1)
        book.brokerage.deposit(other, book.ether.id, 10**18, sender=book.alice)
        with expect_revert("AccountNotYours", account=other):
            book.brokerage.withdraw(other, book.ether.id, 1, book.alice, sender=staff.operator)

    def test_views_tell_what_can_be_used(self, staff: Staff) -> None:
        staff.allow(BORROW | DEPOSIT)
        until = staff.book.stack.chain.timestamp + HOUR
        found = staff.brokerage.operatorOf(staff.book.account, staff.operator)
        assert found == (BORROW | DEPOSIT, until)

    def test_the_institution_alone_gives_rights(self, staff: Staff) -> None:
        with expect_revert("NotTheInstitution", caller=staff.operator):
            staff.brokerage.setOperator(
                staff.book.account, staff.operator, 1, 2**40 - 1, sender=staff.operator
            )

    def test_unknown_bits_are_no_rights(self, staff: Staff) -> None:
        with expect_revert("RightsUnknown", rights=32):
            staff.allow(32)

    def test_operators_are_somebody_else(self, staff: Staff) -> None:
        for nobody in (ZERO_ADDRESS, staff.book.alice):
            with expect_revert("OperatorInvalid"):
                staff.brokerage.setOperator(
                    staff.book.account, nobody, 1, 2**40 - 1, sender=staff.book.alice
                )

    def test_an_account_must_be_open(self, staff: Staff) -> None:
        with expect_revert("AccountUnknown"):
            account = account_of(staff.book.alice, 7)
            staff.brokerage.setOperator(account, staff.operator, 1, 1, sender=staff.book.alice)


class TestLockdown:
    @pytest.mark.parametrize("right", [WITHDRAW, BORROW])
    def test_it_stops_what_takes_out(self, staff: Staff, right: int) -> None:
        """T-44: lockdown blocks operators."""
        staff.allow(ALL_RIGHTS)
        staff.brokerage.setLockdown(True, sender=staff.book.alice)
        assert staff.brokerage.isLockedDown(staff.book.alice)
        with expect_revert("AccountNotYours", permission=right):
            staff.act(right)
        rights = staff.brokerage.operatorOf(staff.book.account, staff.operator)[0]
        assert rights == DEPOSIT | REPAY
        staff.brokerage.setLockdown(False, sender=staff.book.alice)
        staff.act(right)

    @pytest.mark.parametrize("right", [DEPOSIT, REPAY])
    def test_it_leaves_what_pays_in(self, staff: Staff, right: int) -> None:
        """T-44: lockdown does not block repaying."""
        staff.allow(ALL_RIGHTS)
        staff.brokerage.setLockdown(True, sender=staff.book.alice)
        staff.act(right)

    def test_the_institution_itself_goes_on(self, staff: Staff) -> None:
        staff.brokerage.setLockdown(True, sender=staff.book.alice)
        staff.book.borrow(1)

    def test_institutions_alone_lock_down(self, staff: Staff) -> None:
        with expect_revert("InstitutionUnknown", institution=staff.operator):
            staff.brokerage.setLockdown(True, sender=staff.operator)

    def test_saying_it_twice_is_nothing(self, staff: Staff) -> None:
        staff.brokerage.setLockdown(True, sender=staff.book.alice)
        receipt = staff.brokerage.setLockdown(True, sender=staff.book.alice)
        assert not receipt.events


class TestGrants:
    def test_anybody_brings_a_signed_grant(self, staff: Staff) -> None:
        grant = staff.grant()
        signature = staff.signed(grant)
        receipt = staff.brokerage.grantOperator(grant, signature, sender=staff.book.stranger)
        told = receipt.events.one("OperatorSet").args
        assert (told.operator, told.rights) == (staff.operator, BORROW)
        staff.act(BORROW)

    def test_it_is_good_once(self, staff: Staff) -> None:
        """T-44: no replay, not after a revocation either."""
        grant = staff.grant()
        signature = staff.signed(grant)
        staff.brokerage.grantOperator(grant, signature, sender=staff.operator)
        staff.allow(0)
        with expect_revert("GrantNonceSpent", institution=staff.book.alice, nonce=300):
            staff.brokerage.grantOperator(grant, signature, sender=staff.operator)
        assert staff.brokerage.isGrantNonceSpent(staff.book.alice, 300)

    def test_a_cancelled_nonce_signs_nothing(self, staff: Staff) -> None:
        staff.brokerage.cancelGrantNonce(300, sender=staff.book.alice)
        with expect_revert("GrantNonceSpent"):
            staff.brokerage.cancelGrantNonce(300, sender=staff.book.alice)
        grant = staff.grant()
        with expect_revert("GrantNonceSpent"):
            staff.brokerage.grantOperator(grant, staff.signed(grant), sender=staff.operator)

    def test_it_is_brought_in_time(self, staff: Staff) -> None:
        grant = staff.grant()
        signature = staff.signed(grant)
        staff.book.stack.chain.advance(HOUR + 1)
        with expect_revert("GrantExpired", deadline=grant["deadline"]):
            staff.brokerage.grantOperator(grant, signature, sender=staff.operator)

    @pytest.mark.parametrize(
        "change", ["account", "operator", "rights", "expiry", "nonce", "deadline"]
    )
    def test_every_field_is_signed(self, staff: Staff, change: str) -> None:
        grant = staff.grant()
        signature = staff.signed(grant)
        if change == "account":
            staff.brokerage.openAccount(1, sender=staff.book.alice)
        other = staff.book.bob if change == "operator" else grant[change] + 1
        with expect_revert("GrantNotSigned", institution=staff.book.alice):
            staff.brokerage.grantOperator(
                {**grant, change: other}, signature, sender=staff.operator
            )

    def test_somebody_elses_signature_is_none(self, staff: Staff) -> None:
        grant = staff.grant()
        signature = staff.signed(grant, staff.book.bob)
        with expect_revert("GrantNotSigned"):
            staff.brokerage.grantOperator(grant, signature, sender=staff.operator)

    def test_the_other_form_of_a_signature_finds_its_nonce_spent(self, staff: Staff) -> None:
        """T-44: a malleable s gives nothing twice."""
        grant = staff.grant()
        signature = staff.signed(grant)
        s = ORDER - int.from_bytes(signature[32:64])
        other = signature[:32] + s.to_bytes(32) + bytes([55 - signature[64]])
        staff.brokerage.grantOperator(grant, signature, sender=staff.operator)
        with expect_revert("GrantNonceSpent"):
            staff.brokerage.grantOperator(grant, other, sender=staff.operator)

    def test_a_digest_is_of_one_chain_and_one_contract(self, staff: Staff) -> None:
        """T-44: signatures cross neither chains nor contracts."""
        elsewhere = deploy_brokerage_stack(MemoryChain(chain_id=10))
        grant = staff.grant()
        here = staff.brokerage.grantDigest(grant)
        assert elsewhere.brokerage.grantDigest(grant) != here
        beside = deploy_brokerage_stack(MemoryChain())
        second: Any = beside.brokerage
        if second.address == staff.brokerage.address:
            second = deploy_brokerage(beside.access, beside.registry)
        assert second.grantDigest(grant) != here

    def test_a_contract_signs_by_erc_1271(self, staff: Staff) -> None:
        """T-44: an institution may be a contract."""
        stack = staff.book.stack
        owner = stack.chain.actor("owner of the safe")
        safe = stack.chain.deploy("WalletProbe", owner)
        word = record(stack.chain.actor("identity of the safe"))
        stack.registry.writeRecords([(safe, word)], sender=stack.governor)
        terms = (10**16, 0, NEVER, NEVER)
        staff.brokerage.admitInstitution(safe, terms, sender=stack.governor)
        grant = staff.grant(account=account_of(safe.address))
        digest = staff.brokerage.grantDigest(grant)
        staff.brokerage.grantOperator(grant, sign(owner, digest), sender=staff.operator)
        rights = staff.brokerage.operatorOf(account_of(safe.address), staff.operator)[0]
        assert rights == BORROW
        safe.refuse(True, sender=owner)
        again = staff.grant(account=account_of(safe.address), nonce=301)
        digest = staff.brokerage.grantDigest(again)
        with expect_revert("GrantNotSigned", institution=safe.address):
            staff.brokerage.grantOperator(again, sign(owner, digest), sender=staff.operator)

    def test_a_key_of_nobody_signs_nothing(self, staff: Staff) -> None:
        grant = staff.grant(account=account_of(ZERO_ADDRESS))
        raw = PrivateKey(b"k" * 32).sign_recoverable(b"d" * 32, hasher=None)
        with expect_revert("GrantNotSigned", institution=ZERO_ADDRESS):
            staff.brokerage.grantOperator(grant, raw[:64] + b"\x1d", sender=staff.operator)

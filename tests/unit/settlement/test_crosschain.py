"""Both ends of a delivery against a payment on another chain."""

import pytest
from eth_utils.crypto import keccak

from quantera.evm import Reverted, expect_revert
from tests.unit.settlement.conftest import FUNDS, Market

ID = b"i" * 32
BUYER_KEY, SELLER_KEY = "the buyer's key", "the seller's key"
INCEPTED, LOCKED, CLAIMED, RECLAIMED, CANCELLED = range(1, 6)
AMOUNT = 100


def incept(market: Market) -> None:
    """Bob buys from Alice."""
    market.manager.inceptDelivery(
        ID, market.security, AMOUNT, market.alice, keccak(text=SELLER_KEY), sender=market.bob
    )


def confirm(market: Market, key: str = BUYER_KEY) -> None:
    market.manager.confirmDelivery(
        ID, market.security, AMOUNT, market.bob, keccak(text=key), sender=market.alice
    )


def status(market: Market) -> int:
    found: int = market.manager.lockOf(ID).status
    return found


@pytest.mark.parametrize(
    ("key", "expected", "bob"),
    [(BUYER_KEY, CLAIMED, FUNDS + AMOUNT), (SELLER_KEY, RECLAIMED, FUNDS)],
)
def test_a_key_decides(market: Market, key: str, expected: int, bob: int) -> None:
    incept(market)
    assert status(market) == INCEPTED
    confirm(market)
    assert status(market) == LOCKED
    assert market.manager.heldOf(market.security) == AMOUNT
    with expect_revert("KeyUnknown", id=ID):
        market.manager.transferWithKey(ID, "another key", sender=market.carrier)
    market.manager.transferWithKey(ID, key, sender=market.carrier)
    assert status(market) == expected
    assert market.balances(market.security) == (2 * FUNDS - bob, bob)
    assert market.manager.heldOf(market.security) == 0
    with expect_revert("LockRefuses", status=expected):
        market.manager.transferWithKey(ID, BUYER_KEY, sender=market.carrier)


@pytest.mark.parametrize(("paid", "expected"), [(True, CLAIMED), (False, RECLAIMED)])
def test_the_bridge_decides(market: Market, paid: bool, expected: int) -> None:
    incept(market)
    with expect_revert("LockRefuses", status=INCEPTED):
        market.manager.completeDelivery(ID, paid, sender=market.governor)
    confirm(market)
    with expect_revert("LocalRoleMissing"):
        market.manager.completeDelivery(ID, paid, sender=market.alice)
    market.manager.completeDelivery(ID, paid, sender=market.governor)
    assert status(market) == expected
    with expect_revert("LockRefuses"):
        market.manager.completeDelivery(ID, not paid, sender=market.governor)


def test_only_what_was_incepted_is_confirmed(market: Market) -> None:
    incept(market)
    key = keccak(text=BUYER_KEY)
    right = [ID, market.security, AMOUNT, market.bob, key]
    wrong = [(1, market.cash), (2, AMOUNT + 1), (3, market.carrier), (4, bytes(32)),
             (4, keccak(text=SELLER_KEY))]  # fmt: skip
    for place, value in wrong:
        arguments = [*right]
        arguments[place] = value
        with expect_revert("LockMismatch", id=ID):
            market.manager.confirmDelivery(*arguments, sender=market.alice)
    with expect_revert("LockMismatch"):
        market.manager.confirmDelivery(*right, sender=market.bob)
    confirm(market)
    with expect_revert("LockRefuses", status=LOCKED):
        confirm(market)
    with expect_revert("LockRefuses", status=LOCKED):
        incept(market)


@pytest.mark.parametrize("name", ["alice", "bob"])
def test_before_it_is_locked_either_withdraws(market: Market, name: str) -> None:
    incept(market)
    with expect_revert("LockMismatch"):
        market.manager.cancelDelivery(ID, sender=market.carrier)
    market.manager.cancelDelivery(ID, sender=getattr(market, name))
    assert status(market) == CANCELLED
    with expect_revert("LockRefuses", status=CANCELLED):
        confirm(market)


def test_a_locked_delivery_is_nobodys_to_withdraw(market: Market) -> None:
    incept(market)
    confirm(market)
    for name in (market.alice, market.bob):
        with expect_revert("LockRefuses", status=LOCKED):
            market.manager.cancelDelivery(ID, sender=name)


def test_nonsense_is_not_incepted(market: Market) -> None:
    key = keccak(text=SELLER_KEY)
    for arguments in (
        (ID, market.security, 0, market.alice, key),
        (ID, market.security, 2**96, market.alice, key),
        (ID, market.security, 1, market.bob, key),
        (ID, market.security, 1, market.alice, bytes(32)),
    ):
        with expect_revert("LockMismatch"):
            market.manager.inceptDelivery(*arguments, sender=market.bob)


class TestPayment:
    @pytest.fixture
    def asked(self, market: Market) -> Market:
        """Alice is to receive from Bob."""
        market.manager.inceptPayment(
            ID, market.cash, AMOUNT, market.bob, "success", "failure", sender=market.alice
        )
        return market

    def test_paying_asks_for_the_key_of_success(self, asked: Market) -> None:
        with expect_revert("LockMismatch"):
            asked.manager.payAndDecrypt(ID, sender=asked.alice)
        receipt = asked.manager.payAndDecrypt(ID, sender=asked.bob)
        assert receipt.events.one("TransferKeyRequested").encryptedKey == "success"
        assert asked.balances(asked.cash) == (FUNDS + AMOUNT, FUNDS - AMOUNT)
        assert asked.manager.assetTotal(asked.cash) == AMOUNT
        for call in (asked.manager.payAndDecrypt, asked.manager.cancelAndDecrypt):
            with expect_revert("LockMismatch"):
                call(ID, sender=asked.bob)

    @pytest.mark.parametrize("name", ["alice", "bob"])
    def test_giving_up_asks_for_the_key_of_failure(self, asked: Market, name: str) -> None:
        with expect_revert("LockMismatch"):
            asked.manager.cancelAndDecrypt(ID, sender=asked.carrier)
        receipt = asked.manager.cancelAndDecrypt(ID, sender=getattr(asked, name))
        assert receipt.events.one("TransferKeyRequested").encryptedKey == "failure"
        with expect_revert("LockMismatch"):
            asked.manager.payAndDecrypt(ID, sender=asked.bob)

    @pytest.mark.parametrize("paid", [True, False])
    def test_the_bridge_publishes_the_key_once(self, asked: Market, paid: bool) -> None:
        manager = asked.manager
        with expect_revert("LockMismatch"):
            manager.releaseKey(ID, "key", sender=asked.governor)
        (manager.payAndDecrypt if paid else manager.cancelAndDecrypt)(ID, sender=asked.bob)
        with expect_revert("LocalRoleMissing"):
            manager.releaseKey(ID, "key", sender=asked.alice)
        event = manager.releaseKey(ID, "key", sender=asked.governor).events.one(
            "TransferKeyReleased"
        )
        assert (event.success, event.key) == (paid, "key")
        with expect_revert("LockMismatch"):
            manager.releaseKey(ID, "key", sender=asked.governor)

    def test_an_unpaid_payment_leaves_no_trace(self, asked: Market) -> None:
        asked.cash.approve(asked.manager, AMOUNT - 1, sender=asked.bob)
        with pytest.raises(Reverted):
            asked.manager.payAndDecrypt(ID, sender=asked.bob)
        assert asked.manager.assetTotal(asked.cash) == 0
        asked.manager.cancelAndDecrypt(ID, sender=asked.bob)

    def test_an_id_is_asked_for_once(self, asked: Market) -> None:
        with expect_revert("LockMismatch"):
            asked.manager.inceptPayment(
                ID, asked.cash, AMOUNT, asked.bob, "s", "f", sender=asked.alice
            )

"""T-34: callbacks of tokens and feeds find every door shut, and views that are right."""

from typing import Any

import pytest

from quantera.evm.errors import decode_revert
from quantera.gas.brokerage_stack import ACTIVE, COLLATERAL, SETTLEMENT, Asset, account_of
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1
PLENTY = 10**24
DOORS = (
    "deposit",
    "depositFromInstitution",
    "withdraw",
    "moveCollateral",
    "withdrawCash",
    "borrow",
    "repay",
    "repayFromInstitution",
    "repayWithCash",
    "batch",
    "supply",
    "redeem",
)


class Scene:
    """A book whose collateral and dollars call back."""

    def __init__(self, book: Book) -> None:
        stack = book.stack
        self.book = book
        self.brokerage: Any = book.brokerage
        self.token = stack.chain.deploy("CallbackToken")
        flags = COLLATERAL | SETTLEMENT | ACTIVE
        self.asset: Asset = stack.settlement_asset("", token=self.token, flags=flags)
        self.wallets = (book.alice, book.bob)
        stack.fund(self.asset, self.wallets, PLENTY)
        self.brokerage.deposit(book.account, self.asset.id, 10**20, sender=book.alice)
        self.brokerage.supply(self.asset.id, 10**20, sender=book.bob)
        self.brokerage.borrow(book.account, self.asset.id, 10**18, book.alice, sender=book.alice)
        self.brokerage.openAccount(1, sender=book.alice)

    def inward(self, door: str) -> bytes:
        """A call through a door, as the token would make it."""
        account, asset = self.book.account, self.asset.id
        arguments: dict[str, tuple[Any, ...]] = {
            "deposit": (account, asset, 1),
            "depositFromInstitution": (account, asset, 1),
            "withdraw": (account, asset, 1, self.book.alice),
            "moveCollateral": (account, account_of(self.book.alice, 1), asset, 1),
            "withdrawCash": (account, 1, self.book.alice),
            "borrow": (account, asset, 1, self.book.alice),
            "repay": (account, asset, 1),
            "repayFromInstitution": (account, asset, 1),
            "repayWithCash": (account, 1),
            "supply": (asset, 1),
            "redeem": (asset, 1),
        }
        if door == "batch":
            encoded: bytes = self.brokerage.batch.encode(account, [self.inward("deposit")])
        else:
            encoded = getattr(self.brokerage, door).encode(*arguments[door])
        return encoded

    def outward(self) -> dict[str, Any]:
        """Operations in which units of the token move."""
        book, account, asset = self.book, self.book.account, self.asset.id
        brokerage = self.brokerage
        return {
            "deposit": lambda: brokerage.deposit(account, asset, 5, sender=book.alice),
            "withdraw": lambda: brokerage.withdraw(
                account, asset, 5, book.alice, sender=book.alice
            ),
            "borrow": lambda: brokerage.borrow(account, asset, 5, book.alice, sender=book.alice),
            "repay": lambda: brokerage.repay(account, asset, 5, sender=book.alice),
            "supply": lambda: brokerage.supply(asset, 5, sender=book.bob),
            "redeem": lambda: brokerage.redeem(asset, 10**6, sender=book.bob),
            "batch": lambda: brokerage.batch(
                account, [brokerage.deposit.encode(account, asset, 5)], sender=book.alice
            ),
        }


@pytest.fixture
def scene(book: Book) -> Scene:
    return Scene(book)


@pytest.mark.parametrize("operation", ["deposit", "withdraw", "borrow", "repay", "supply", "batch"])
@pytest.mark.parametrize("door", DOORS)
def test_no_door_opens_from_within(scene: Scene, operation: str, door: str) -> None:
    """T-34: whatever a token calls in the middle of a transfer is refused by the guard."""
    scene.token.callBack(scene.brokerage, scene.inward(door), sender=scene.book.governor)
    scene.outward()[operation]()
    assert scene.token.happened()
    assert not scene.token.succeeded()
    found = decode_revert(scene.token.answer(), scene.book.stack.chain.registry)
    assert found.name == "ReentrancyGuardReentrantCall"


def seen_from_within(scene: Scene, operation: str, view: bytes) -> bytes:
    scene.token.callBack(scene.brokerage, view, sender=scene.book.governor)
    scene.outward()[operation]()
    assert scene.token.succeeded()
    answer: bytes = scene.token.answer()
    return answer


@pytest.mark.parametrize("operation", ["withdraw", "borrow", "repay", "redeem"])
def test_views_tell_what_will_be_true(scene: Scene, operation: str) -> None:
    """T-34: read-only re-entry sees the state after the operation, never one in between."""
    brokerage: Any = scene.brokerage
    views: dict[str, bytes] = {
        "accountOf": brokerage.accountOf.encode(scene.book.account),
        "lendingPool": brokerage.lendingPool.encode(scene.asset.id),
        "debtOf": brokerage.debtOf.encode(scene.book.account, scene.asset.id),
    }
    for view in views.values():
        with scene.book.stack.chain.rollback():
            inside = seen_from_within(scene, operation, view)
            after = scene.book.stack.chain.call(brokerage, view)
            assert inside == after


@pytest.mark.parametrize("operation", ["deposit", "supply"])
def test_units_that_come_count_once_they_are_there(scene: Scene, operation: str) -> None:
    """T-34: while units come in, nobody has more than before."""
    brokerage: Any = scene.brokerage
    view = brokerage.lendingPool.encode(scene.asset.id)
    before = scene.book.stack.chain.call(brokerage, view)
    assert seen_from_within(scene, operation, view) == before

"""Who would make money of liquidations or stop them (T-29, T-31, T-32, T-33, T-34, T-35)."""

from collections.abc import Iterator
from enum import IntEnum

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.brokerage_stack import ALL_RIGHTS, VALUE, Asset, account_of
from tests.unit.brokerage.conftest import PLENTY, Book
from tests.unit.brokerage.liquidating import HOUR, SUNK, UNDER_WATER, Auction, auction_of

ANY_NONCE = 2**32 - 1


class Manner(IntEnum):
    """`HostileCollateral.Manner`."""

    NONE = 0
    REVERTS = 1
    RETURNS_FALSE = 2
    TAKES_A_FEE = 3
    BURNS_ALL_GAS = 4
    CALLS_BACK = 5
    ANSWERS_NOTHING = 6


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


@pytest.fixture
def hostile(book: Book) -> tuple[Asset, Contract, Auction]:
    """Alice also has ten of a hostile token at 100."""
    token = book.stack.chain.deploy("HostileCollateral")
    asset = book.stack.asset("", 100 * VALUE, haircut=2_000, token=token)
    book.stack.deposit(book.alice, asset, 10 * asset.one)
    return asset, token, auction_of(book)


def sink(auction: Auction, asset: Asset) -> None:
    auction.price(SUNK - 100)
    auction.book.stack.set_price(asset, 100 * VALUE)


@pytest.mark.parametrize("manner", (Manner.REVERTS, Manner.RETURNS_FALSE, Manner.BURNS_ALL_GAS))
def test_a_token_that_refuses_becomes_a_claim(
    hostile: tuple[Asset, Contract, Auction], manner: Manner
) -> None:
    """T-29: neither this seizure nor that of the others is stopped; the units wait for whom they
    are."""
    asset, token, auction = hostile
    sink(auction, asset)
    token.behave(manner, sender=auction.carol)
    receipt = auction.liquidate(collateral=asset.id)
    seized = receipt.return_value.seized
    event = receipt.events.one("SeizureClaimable")
    assert (event.liquidator, event.account, event.units) == (
        auction.carol,
        auction.account,
        seized,
    )
    assert seized == 10 * asset.one
    assert auction.brokerage.claimable(auction.carol, auction.account, asset.id) == seized
    assert token.balanceOf(auction.brokerage) == seized
    auction.liquidate(expectedNonce=1)
    token.behave(Manner.NONE, sender=auction.carol)
    friend = auction.book.stack.verify("friend of carol")
    claim = (auction.account, asset.id, friend)
    paid = auction.brokerage.claimSeized(*claim, sender=auction.carol)
    assert paid.events.one("SeizureClaimed").to == friend
    assert token.balanceOf(friend) == seized
    with expect_revert("NothingToClaim", liquidator=auction.carol):
        auction.brokerage.claimSeized(*claim, sender=auction.carol)


def test_claims_go_to_verified_wallets_alone(hostile: tuple[Asset, Contract, Auction]) -> None:
    """T-38"""
    asset, token, auction = hostile
    sink(auction, asset)
    token.behave(Manner.REVERTS, sender=auction.carol)
    auction.liquidate(collateral=asset.id)
    token.behave(Manner.NONE, sender=auction.carol)
    stranger = auction.book.stranger
    with expect_revert("LiquidatorIneligible", liquidator=stranger):
        auction.brokerage.claimSeized(auction.account, asset.id, stranger, sender=auction.carol)
    with expect_revert("NothingToClaim", liquidator=stranger):
        auction.brokerage.claimSeized(auction.account, asset.id, stranger, sender=stranger)


@pytest.mark.parametrize("manner", (Manner.TAKES_A_FEE, Manner.ANSWERS_NOTHING))
def test_other_tokens_pass(hostile: tuple[Asset, Contract, Auction], manner: Manner) -> None:
    """T-29: a fee is the liquidator's, and the book is right either way."""
    asset, token, auction = hostile
    sink(auction, asset)
    token.behave(manner, sender=auction.carol)
    seized = auction.liquidate(collateral=asset.id).return_value.seized
    fee = 1 if manner is Manner.TAKES_A_FEE else 0
    assert token.balanceOf(auction.carol) == seized - fee
    assert seized == 10 * asset.one
    assert token.balanceOf(auction.brokerage) == 0


def test_a_token_that_calls_back_finds_the_door_shut(
    hostile: tuple[Asset, Contract, Auction],
) -> None:
    """T-34: reentering a liquidation fails, and the liquidation does not."""
    asset, token, auction = hostile
    sink(auction, asset)
    again = auction.brokerage.function("liquidate").encode(auction.order(expectedNonce=1))
    token.callBack(auction.brokerage, again, sender=auction.carol)
    auction.liquidate(collateral=asset.id)
    assert not token.calledBack()
    assert auction.state().nonce == 1


def test_a_top_up_of_one_unit_stops_nobody(auction: Auction) -> None:
    """T-31: Alice pays one unit before the liquidator's exact order; it goes through."""
    book = auction.book
    auction.price(SUNK)
    with book.stack.chain.rollback():
        exact, _ = auction.liquidate().return_value
    book.brokerage.repay(auction.account, book.dollar.id, 1, sender=book.alice)
    book.brokerage.deposit(auction.account, book.ether.id, 1, sender=book.alice)
    auction.liquidate(maxRepay=exact)


@pytest.mark.parametrize("who", ("institution", "operator", "group", "identity"))
def test_nobody_liquidates_his_own(auction: Auction, who: str) -> None:
    """T-32"""
    book, stack = auction.book, auction.book.stack
    wallet = book.alice
    if who == "operator":
        wallet = auction.carol
        book.brokerage.setOperator(
            auction.account, wallet, ALL_RIGHTS, auction.now + HOUR, sender=book.alice
        )
    elif who == "group":
        wallet = book.bob
        for member in (book.alice, book.bob):
            book.brokerage.setGroup(member, 7, sender=book.governor)
    elif who == "identity":
        identity = stack.registry.identity(book.alice)
        wallet = stack.verify("another wallet of alice", identity=identity)
    stack.fund(book.dollar, [wallet], PLENTY * book.dollar.one)
    # Another wallet is refused where others would bear what is left.
    auction.price(UNDER_WATER if who == "identity" else SUNK)
    with expect_revert("SelfLiquidation", account=auction.account, liquidator=wallet):
        auction.liquidate(sender=wallet)


def test_an_operator_whose_time_is_over_is_a_stranger(auction: Auction) -> None:
    """T-32"""
    book = auction.book
    book.brokerage.setOperator(
        auction.account, auction.carol, ALL_RIGHTS, auction.now + HOUR, sender=book.alice
    )
    auction.wait(HOUR + 1, SUNK)
    auction.liquidate()


def test_another_institution_may(auction: Auction) -> None:
    auction.price(SUNK)
    auction.liquidate(sender=auction.book.bob)


def test_an_order_for_another_auction_fails(auction: Auction) -> None:
    """T-33: somebody was faster."""
    auction.price(SUNK)
    auction.liquidate(maxRepay=10**8)
    account = auction.account
    with expect_revert("LiquidationNonceMismatch", account=account, expected=0, actual=1):
        auction.liquidate()
    with expect_revert("LiquidationNonceMismatch", expected=2, actual=1):
        auction.liquidate(expectedNonce=2)


def test_liquidations_of_a_unit_stop_nobody_who_does_not_mind(auction: Auction) -> None:
    """T-31, T-33: what he wants at least protects him all the same."""
    auction.price(SUNK)
    auction.liquidate(maxRepay=1)
    auction.liquidate(expectedNonce=ANY_NONCE)
    assert auction.state().nonce == 2


def test_a_liquidator_says_what_he_wants_at_least(auction: Auction) -> None:
    """T-33"""
    auction.price(SUNK)
    with auction.book.stack.chain.rollback():
        _, seized = auction.liquidate().return_value
    with expect_revert("SeizedTooFew", seized=seized, minSeized=seized + 1):
        auction.liquidate(minSeized=seized + 1)
    auction.liquidate(minSeized=seized)


def test_no_liquidation_in_a_batch(auction: Auction) -> None:
    """T-35"""
    book = auction.book
    auction.price(SUNK)
    calls = [auction.brokerage.function("liquidate").encode(auction.order())]
    with expect_revert():
        auction.brokerage.batch(auction.account, calls, sender=book.alice)
    with expect_revert():
        auction.brokerage.batch(account_of(book.bob), calls, sender=book.bob)


def test_what_is_sent_to_the_contract_pays_no_debt(auction: Auction) -> None:
    """T-24: the liquidator pays in full whatever lies there."""
    book = auction.book
    book.dollar.cash.transfer(auction.brokerage, 10**9, sender=auction.carol)
    auction.price(SUNK)
    before = book.dollar.cash.balanceOf(auction.carol)
    repaid, _ = auction.liquidate().return_value
    event = auction.brokerage.defaultFundOf(book.dollar.id)
    assert before - book.dollar.cash.balanceOf(auction.carol) == repaid + event.firstLoss


def test_a_debt_token_that_keeps_a_part_is_refused(book: Book) -> None:
    """PB-01: what does not arrive was not paid."""
    token = book.stack.chain.deploy("MisbehavingToken")
    euro = book.stack.settlement_asset("", decimals=6, token=token)
    book.stack.supply(euro, 10**12, "lender of euros")
    auction = auction_of(book)
    book.brokerage.borrow(book.account, euro.id, 6 * 10**8, book.alice, sender=book.alice)
    book.stack.fund(euro, [auction.carol], 10**12)
    auction.price(SUNK)
    book.stack.set_price(euro, VALUE)
    token.misbehave(2, sender=book.governor)
    with expect_revert("AmountNotMoved", token=token):
        auction.liquidate(debtAsset=euro.id)
    auction.liquidate()

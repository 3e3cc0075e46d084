"""Lots when the token recovers a lost wallet (LOT-01, LOT-03)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.compliance.lots import LotKey
from quantera.compliance.moments import DAY
from quantera.evm import Actor, Contract, Receipt
from tests.stacks.token import rule_settings
from tests.unit.compliance_offchain.people import NOW, buyer
from tests.unit.packs.market import LOT_LOCKED, Market, moved, open_market

TODAY = NOW // DAY
OLD, YOUNG = LotKey(TODAY, "issuer", "506c"), LotKey(TODAY + 1, "issuer", "RegS")
FORMER, POOL = 10, 90


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        market_session.keep_lots(holders=True)
        yield market_session


@dataclass(frozen=True)
class Loss:
    """An investor of two lots whose wallet is lost; the identity knows the new one."""

    market: Market
    identity: Contract
    lost: Actor
    new: Actor

    @property
    def number(self) -> int:
        return int(self.identity.address, 16)

    def recover(self) -> Receipt:
        stack = self.market.stack
        receipt: Receipt = stack.token.recoveryAddress(
            self.lost, self.new, self.identity, sender=stack.agent
        )
        return receipt


def lose(market: Market, former: int | None = None) -> Loss:
    """Issue the lots, to an earlier identity of the wallet if one is given."""
    chain = market.stack.chain
    identity, new = chain.deploy("HostileIdentity"), chain.actor("new wallet")
    identity.plantKey(new, False, sender=new)
    number = int(identity.address, 16)
    lost = market.enter(buyer("EU", identity=former or number), "lost wallet")
    market.issue_lot(lost, 60, "506c")
    market.issue_lot(lost, 40, "RegS", on=NOW + DAY)
    if former is not None:
        market.enter(buyer("EU", identity=number), "lost wallet")
    return Loss(market, identity, lost, new)


@pytest.fixture
def loss(market: Market) -> Loss:
    return lose(market)


def test_the_lots_stay_the_investors(loss: Loss) -> None:
    market, token = loss.market, loss.market.stack.token
    receipt = loss.recover()
    assert receipt.events.one("RecoverySuccess").args.newWallet == loss.new
    assert (token.balanceOf(loss.lost), token.balanceOf(loss.new)) == (0, 100)
    assert market.lots(loss.number) == {OLD: 60, YOUNG: 40}
    assert moved(receipt) == []


def test_the_new_wallet_sells_the_oldest_first(loss: Loss) -> None:
    market = loss.market
    loss.recover()
    ben = market.enter(buyer("EU", identity=11))
    assert market.transfer(loss.new, ben, 70) == 0
    assert market.lots(11) == {OLD: 60, YOUNG: 10}
    assert market.lots(loss.number) == {YOUNG: 30}


def test_a_lock_up_binds_the_new_wallet_and_not_the_recovery(loss: Loss) -> None:
    market = loss.market
    market.lot_rules(lock_up=6)
    market.stack.configure(rule_settings((LOT_LOCKED,)))
    loss.recover()
    ben = market.enter(buyer("EU", identity=11))
    assert market.transfer(loss.new, ben, 1) == LOT_LOCKED
    assert market.lots(loss.number) == {OLD: 60, YOUNG: 40}


def test_lots_of_an_earlier_identity_come_along(market: Market) -> None:
    loss = lose(market, former=FORMER)
    assert market.lots(FORMER) == {OLD: 60, YOUNG: 40}
    receipt = loss.recover()
    assert market.lots(FORMER) == {}
    assert market.lots(loss.number) == {OLD: 60, YOUNG: 40}
    ((giver, taker, words),) = moved(receipt)
    assert (int(giver, 16), int(taker, 16)) == (FORMER, loss.number)
    assert [(lot.key, key) for lot, key in words] == [(OLD, OLD), (YOUNG, YOUNG)]


def test_what_a_custodian_holds_stays_in_its_share(loss: Loss) -> None:
    market = loss.market
    pool = market.custodian("pool", POOL)
    assert market.transfer(loss.lost, pool, 70) == 0
    loss.recover()
    assert market.share(POOL, loss.number) == 70
    assert market.lots(loss.number) == {OLD: 60, YOUNG: 40}
    assert market.stack.token.balanceOf(loss.new) == 30
    assert market.transfer(pool, loss.new, 70) == 0
    assert market.share(POOL, loss.number) == 0

"""General rules on investors whose units a custodian holds (codes 19, 20, 24 to 26, LOT-06)."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.record import pack_record
from quantera.evm import Actor, expect_revert
from tests.stacks.token import FOREVER, countries, rule_settings
from tests.unit.compliance_offchain.people import NOW
from tests.unit.packs.market import Market, open_market
from tests.unit.packs.stage import TRANSFER

ANN, BEN, CID, DAN, POOL, BANK = 10, 11, 12, 13, 90, 91
GERMANY, FRANCE, SPAIN = 276, 250, 724
COUNTRY_ALLOWED, COUNTRY_RESTRICTED, MAX_BALANCE, MIN_BALANCE, MAX_SHARE = 19, 20, 24, 25, 26
ALLOTMENT = 37
BALANCE_LIMIT = 4


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        market_session.__dict__.pop("_bridge", None)
        market_session.keep_lots()
        yield market_session


def enter(market: Market, identity: int, country: int = GERMANY) -> Actor:
    wallet = market.stack.chain.actor(f"investor {identity}")
    market.stack.enter([wallet], [pack_record(identity, country, FOREVER, (0,) * 5, 0, 0)])
    return wallet


@pytest.fixture
def ann(market: Market) -> Actor:
    """Has 100 units."""
    wallet = enter(market, ANN)
    market.issue_lot(wallet, 100)
    return wallet


@pytest.fixture
def ben(market: Market) -> Actor:
    return enter(market, BEN)


@pytest.fixture
def pool(market: Market) -> Any:
    return market.desk(POOL)


def rules(market: Market, *codes: int, **changes: Any) -> None:
    if "maxBalance" in changes and "allotments" not in changes:
        changes["allotments"] = [(BALANCE_LIMIT, 0, changes["maxBalance"])]
    market.stack.configure(rule_settings(codes, **changes))


def sell_inside(  # noqa: PLR0917 - reads as who gives whose units to whom, for whom
    market: Market, giver: Any, seller: Actor, taker: Any, buyer: Actor, n: int
) -> int:
    """One custodian moves a seller's units to another custodian, for a buyer; the code."""
    stack = market.stack
    stack.token.grantLocalRole(0, giver, sender=stack.governor)
    calls = [
        market.name(giver, seller),
        stack.engine.nameBeneficiary.encode(stack.token, taker, buyer),
        stack.token.attemptTransfer.encode(taker, n),
    ]
    receipt = giver.together([stack.engine, stack.engine, stack.token], calls, sender=seller)
    refused = [e.args.code for e in receipt.events if e.name == "TransferAttemptRefused"]
    return int(refused[0]) if refused else 0


class TestCountries:
    @pytest.mark.parametrize(
        ("country", "code"), [(GERMANY, 0), (FRANCE, COUNTRY_ALLOWED), (SPAIN, COUNTRY_ALLOWED)]
    )
    def test_a_named_buyers_country_must_be_allowed(
        self, market: Market, ann: Actor, pool: Any, *, country: int, code: int
    ) -> None:
        bank, cid = market.desk(BANK), enter(market, CID, country)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, COUNTRY_ALLOWED, allowedCountries=countries(GERMANY))
        assert sell_inside(market, bank, ann, pool, cid, 25) == code
        assert market.share(POOL, CID) == (0 if code else 25)

    @pytest.mark.parametrize(("country", "code"), [(GERMANY, 0), (SPAIN, COUNTRY_RESTRICTED)])
    def test_a_named_buyers_country_must_not_be_restricted(
        self, market: Market, ann: Actor, pool: Any, *, country: int, code: int
    ) -> None:
        bank, cid = market.desk(BANK), enter(market, CID, country)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, COUNTRY_RESTRICTED, restrictedCountries=countries(SPAIN))
        assert sell_inside(market, bank, ann, pool, cid, 25) == code

    def test_the_custodians_own_country_stays_asked(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        rules(market, COUNTRY_RESTRICTED, restrictedCountries=countries(GERMANY))
        assert market.preview(TRANSFER, ann, pool, 1) == COUNTRY_RESTRICTED

    def test_a_deposit_and_a_name_of_ones_own_ask_no_buyer(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        """Ann has moved to Spain since: what she has may go into custody, nobody buys."""
        market.stack.enter([ann], [pack_record(ANN, SPAIN, FOREVER, (0,) * 5, 0, 0)])
        rules(market, COUNTRY_RESTRICTED, restrictedCountries=countries(SPAIN))
        assert market.transfer(ann, pool, 10) == 0
        bank = market.desk(BANK)
        assert sell_inside(market, pool, ann, bank, ann, 10) == 0

    def test_in_a_batch_every_custodian_is_asked(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        """Two deposits into custodians of one country, the second for a buyer from Spain."""
        bank, cid = market.desk(BANK), enter(market, CID, SPAIN)
        stack = market.stack
        rules(market, COUNTRY_RESTRICTED, restrictedCountries=countries(SPAIN))
        seller = market.desk(DAN)
        stack.enter([seller], [pack_record(DAN, GERMANY, FOREVER, (0,) * 5, 0, 0)])
        stack.token.transfer(seller, 60, sender=ann)
        stack.token.grantLocalRole(0, seller, sender=stack.governor)
        batch = stack.token.batchTransfer.encode([enter(market, BEN), pool, bank], [1, 1, 1])
        name = stack.engine.nameBeneficiary.encode(stack.token, bank, cid)
        with expect_revert("TransferRefused", code=COUNTRY_RESTRICTED):
            seller.together([stack.engine, stack.token], [name, batch], sender=ann)
        seller.together([stack.token], [batch], sender=ann)

    def test_where_no_lots_are_kept_the_custodian_is_the_holder(
        self, market_session: Market
    ) -> None:
        market = market_session
        with market.stack.chain.rollback():
            market.at(NOW)
            market.count_holders()
            rules(market, COUNTRY_RESTRICTED, MAX_BALANCE, MIN_BALANCE,
                  restrictedCountries=countries(SPAIN), maxBalance=5, minBalance=2)  # fmt: skip
            ann, pool = enter(market, ANN), market.custodian("pool", POOL)
            assert [market.mint(ann, n) for n in (1, 6, 5)] == [MIN_BALANCE, MAX_BALANCE, 0]
            assert market.transfer(ann, pool, 5) == 0
            assert market.mint(ann, 5) == 0 and market.transfer(ann, pool, 5) == 0
            assert market.transfer(pool, ann, 1) == MIN_BALANCE
            assert market.transfer(pool, ann, 2) == 0


class TestBalances:
    @pytest.mark.parametrize(("units", "code"), [(19, 0), (20, 0), (21, MAX_BALANCE)])
    def test_a_buyer_in_custody_holds_no_more_than_the_maximum(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        """LOT-06: 10 in the wallet, 70 in one custodian, the rest bought into another."""
        bank = market.desk(BANK)
        market.issue_lot(ben, 80)
        market.stack.token.transfer(bank, 70, sender=ben)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, MAX_BALANCE, maxBalance=100)
        assert sell_inside(market, bank, ann, pool, ben, units) == code
        assert market.held(BEN) == 80 + (0 if code else units)

    @pytest.mark.parametrize(("units", "code"), [(19, 0), (20, 0), (21, MAX_BALANCE)])
    def test_what_is_in_custody_is_part_of_what_a_wallets_owner_holds(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        market.issue_lot(ben, 80)
        market.stack.token.transfer(pool, 80, sender=ben)
        rules(market, MAX_BALANCE, maxBalance=100)
        assert market.transfer(ann, ben, units) == code

    def test_out_of_custody_to_a_buyer(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        market.issue_lot(ben, 80)
        market.stack.token.transfer(pool, 80, sender=ben)
        rules(market, MAX_BALANCE, maxBalance=100)
        with expect_revert("TransferRefused", code=MAX_BALANCE):
            market.release(pool, ann, ben, 21)
        market.release(pool, ann, ben, 20)

    def test_deposits_and_returns_ask_no_limit(self, market: Market, ann: Actor, pool: Any) -> None:
        """Limits that were lowered below what Ann has never keep her from moving her own."""
        rules(market, MAX_BALANCE, MIN_BALANCE, MAX_SHARE,
              maxBalance=50, minBalance=40, maxSharePips=1)  # fmt: skip
        assert market.transfer(ann, pool, 99) == 0
        assert market.transfer(pool, ann, 1) == 0
        assert market.transfer(pool, ann, 98) == 0

    def test_an_own_allotment_is_the_buyers(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        bank = market.desk(BANK)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, MAX_BALANCE, maxBalance=100,
              allotments=[(BALANCE_LIMIT, 0, 5), (BALANCE_LIMIT, BEN, 20)])  # fmt: skip
        assert sell_inside(market, bank, ann, pool, ben, 26) == ALLOTMENT
        assert sell_inside(market, bank, ann, pool, ben, 25) == 0
        cid = enter(market, CID)
        assert sell_inside(market, bank, ann, pool, cid, 6) == ALLOTMENT

    @pytest.mark.parametrize(("units", "code"), [(39, MIN_BALANCE), (40, 0), (60, 0)])
    def test_a_buyer_in_custody_holds_the_minimum(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        bank = market.desk(BANK)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, MIN_BALANCE, minBalance=40)
        assert sell_inside(market, bank, ann, pool, ben, units) == code

    @pytest.mark.parametrize(
        ("units", "code"), [(50, 0), (60, 0), (61, MIN_BALANCE), (99, MIN_BALANCE), (100, 0)]
    )
    def test_a_seller_keeps_the_minimum_or_nothing(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        market.issue_lot(ben, 40)
        market.stack.token.transfer(pool, 100, sender=ann)
        rules(market, MIN_BALANCE, minBalance=40)
        bank = market.desk(BANK)
        assert sell_inside(market, pool, ann, bank, ben, units) == code

    @pytest.mark.parametrize(("units", "code"), [(30, 0), (31, MAX_SHARE)])
    def test_the_share_of_the_issue_is_the_buyers(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        """Of 200 units Ben has 70 in custody; half the issue is the most."""
        market.issue_lot(ben, 70)
        market.issue_lot(enter(market, CID), 30)
        bank = market.desk(BANK)
        market.stack.token.transfer(bank, 70, sender=ben)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, MAX_SHARE, maxSharePips=500_000)
        assert sell_inside(market, bank, ann, pool, ben, units) == code

    def test_custodians_own_units_have_no_limit(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        bank = market.desk(BANK)
        market.stack.token.transfer(bank, 60, sender=ann)
        rules(market, MAX_BALANCE, MIN_BALANCE, maxBalance=20, minBalance=10)
        assert sell_inside(market, bank, ann, pool, pool, 50) == 0
        assert market.share(POOL, ANN) == 0

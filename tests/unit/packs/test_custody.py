"""Custody: deposits, returns, sales, freezes, agents (codes 34 to 36, LOT-04, LOT-05)."""

from collections.abc import Iterator
from typing import Any

import pytest
from eth_utils.address import to_checksum_address

from quantera.compliance.lots import EXEMPTIONS, LotKey
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.record import FLAG_SANCTIONS_HOLD, pack_record
from quantera.compliance.rules.deal import Profile
from quantera.evm import ZERO_ADDRESS, Actor, expect_revert
from tests.stacks.token import FOREVER
from tests.unit.compliance_offchain.people import NOW, buyer, only, policy
from tests.unit.packs.market import Market, moved, open_market
from tests.unit.packs.stage import CROSSCHAIN_BURN, TRANSFER

TODAY = NOW // DAY
ANN, BEN, CID, POOL, BANK = 10, 11, 12, 90, 91
KEY = LotKey(TODAY, "issuer", "506c")
MISSING, FROZEN, TOO_LOW = 34, 35, 36


def name(identity: int) -> str:
    return to_checksum_address(f"0x{identity:040x}")


def person(number: int, pack: str = "EU", **changes: Any) -> Profile:
    return buyer(pack, identity=number, **changes)


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


@pytest.fixture
def ann(market: Market) -> Actor:
    """Has a lot of 100 units under rule 506(c)."""
    wallet = market.enter(person(ANN))
    market.issue_lot(wallet, 100, "506c")
    return wallet


@pytest.fixture
def ben(market: Market) -> Actor:
    return market.enter(person(BEN))


@pytest.fixture
def pool(market: Market) -> Any:
    return market.desk(POOL)


def freeze(market: Market, investor: int, units: int) -> None:
    market.stack.engine.setFrozenShare(
        market.stack.token, name(POOL), name(investor), units, 7, sender=market.stack.agent
    )


class TestDeposits:
    def test_a_deposit_changes_no_lot_and_asks_no_pack(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        market.run(policy(only("US-02")))
        before = market.lots(ANN)
        receipt = market.stack.token.transfer(pool, 60, sender=ann)
        assert moved(receipt) == []
        changed = receipt.events.one("CustodyShareChanged").args
        assert (changed.custodian, changed.investor, changed.units) == (name(POOL), name(ANN), 60)
        assert market.lots(ANN) == before and market.lots(POOL) == {}
        assert market.share(POOL, ANN) == 60

    def test_a_return_needs_no_name_where_the_recipient_has_a_share(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        market.run(policy(only("US-02")))
        market.stack.token.transfer(pool, 60, sender=ann)
        assert market.preview(TRANSFER, pool, ann, 61) == TOO_LOW
        assert market.transfer(pool, ann, 40) == 0
        assert market.transfer(pool, market.enter(person(ANN), "another wallet of ann"), 20) == 0
        assert market.share(POOL, ANN) == 0
        assert market.lots(ANN) == {KEY: 100}

    def test_without_a_share_or_a_name_nothing_leaves(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        assert market.transfer(pool, ben, 1) == MISSING
        assert market.preview(CROSSCHAIN_BURN, pool, None, 1) == MISSING

    def test_an_issue_to_a_custodian_needs_a_name(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        assert market.mint(pool, 5) == MISSING
        market.stack.token.grantLocalRole(0, pool, sender=market.stack.governor)
        pool.together(
            [market.stack.engine, market.stack.token],
            [market.name(pool, ann), market.stack.token.mint.encode(pool, 5)],
            sender=ann,
        )
        assert market.share(POOL, ANN) == 5 and market.held(ANN) == 105

    def test_custodians_are_not_counted(self, market_session: Market) -> None:
        market = market_session
        with market.stack.chain.rollback():
            market.at(NOW)
            market.keep_lots(holders=True)
            wallet, pool = market.enter(person(ANN)), market.desk(POOL)
            market.issue_lot(wallet, 100)
            market.stack.token.transfer(pool, 60, sender=wallet)
            assert market.stack.engine.holders(market.stack.token) == 1

    def test_between_custodians(self, market: Market, ann: Actor, pool: Any) -> None:
        bank = market.custodian("bank", BANK)
        market.stack.token.transfer(pool, 60, sender=ann)
        assert market.transfer(pool, bank, 10) == MISSING
        market.release(pool, ann, bank, 10)
        assert (market.share(POOL, ANN), market.share(BANK, ANN)) == (50, 10)
        assert market.lots(ANN) == {KEY: 100}

    def test_between_wallets_of_one_custodian(self, market: Market, ann: Actor, pool: Any) -> None:
        second = market.custodian("second wallet", POOL)
        market.stack.token.transfer(pool, 60, sender=ann)
        assert market.transfer(pool, second, 60) == 0
        assert market.transfer(second, ann, 60) == 0


class TestSales:
    def test_a_sale_takes_the_investors_lots(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        receipt = market.release(pool, ann, ben, 25)
        assert (market.lots(ANN), market.lots(BEN)) == ({KEY: 75}, {KEY: 25})
        assert market.share(POOL, ANN) == 35
        ((from_, to, _),) = moved(receipt)
        assert (from_, to) == (name(ANN), name(BEN))

    def test_the_packs_look_at_the_two_investors(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.run(policy(only("US-02")))
        market.stack.token.transfer(pool, 60, sender=ann)
        with expect_revert("TransferRefused", code=43):
            market.release(pool, ann, ben, 25)
        market.at(add_months(NOW, 12))
        market.release(pool, ann, ben, 25)

    def test_an_affiliate_stays_one_in_custody(self, market: Market, ben: Actor, pool: Any) -> None:
        cid = market.enter(person(CID, affiliate_of=frozenset({"NOTE"})))
        market.issue_lot(cid, 100, "506c")
        market.stack.token.transfer(pool, 60, sender=cid)
        market.at(NOW + 30 * DAY)
        market.release(pool, cid, ben, 25)
        assert market.lots(BEN) == {LotKey(TODAY + 30, "affiliate", "506c"): 25}

    def test_a_buyer_can_be_named_who_leaves_the_units_there(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        """The pool buys for Ben: its own transfer in, with his name."""
        desk = market.desk(BANK)
        market.stack.token.transfer(desk, 60, sender=ann)
        market.run(policy(only("US-02")))
        calls = [
            market.name(desk, ann),
            market.stack.engine.nameBeneficiary.encode(market.stack.token, pool, ben),
            market.stack.token.transfer.encode(pool, 25),
        ]
        market.stack.token.grantLocalRole(0, desk, sender=market.stack.governor)
        targets = [market.stack.engine, market.stack.engine, market.stack.token]
        with expect_revert("TransferRefused", code=43):
            desk.together(targets, calls, sender=ann)
        market.at(add_months(NOW, 12))
        desk.together(targets, calls, sender=ann)
        assert (market.share(BANK, ANN), market.share(POOL, BEN)) == (35, 25)
        assert (market.lots(ANN), market.lots(BEN)) == ({KEY: 75}, {KEY: 25})

    @pytest.mark.parametrize(("until", "flags", "code"), [(NOW, 0, 14), (FOREVER, 2, 17)])
    def test_a_named_buyer_must_be_one_who_may_receive(
        self, market: Market, ann: Actor, pool: Any, *, until: int, flags: int, code: int
    ) -> None:
        cid = market.stack.chain.actor("cid")
        market.stack.enter([cid], [pack_record(CID, 276, until, (0,) * 5, flags, 0)])
        market.stack.token.grantLocalRole(0, pool, sender=market.stack.governor)
        calls = [market.name(pool, cid), market.stack.token.mint.encode(pool, 5)]
        with expect_revert("TransferRefused", code=code):
            pool.together([market.stack.engine, market.stack.token], calls, sender=ann)

    def test_a_name_serves_one_movement(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        token = market.stack.token
        calls = [market.name(pool, ann), *[token.transfer.encode(ben, 5)] * 2]
        with expect_revert("TransferRefused", code=MISSING):
            pool.together([market.stack.engine, token, token], calls, sender=ann)
        assert market.transfer(pool, ben, 5) == MISSING, "nor does it outlive its transaction"

    def test_a_name_for_one_token_or_custodian_serves_no_other(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        other = market.stack.second_token()
        market.stack.token.transfer(pool, 60, sender=ann)
        wrong = market.stack.engine.nameBeneficiary.encode(other.token, pool, ann)
        moving = market.stack.token.transfer.encode(ben, 5)
        with expect_revert("TransferRefused", code=MISSING):
            pool.together([market.stack.engine, market.stack.token], [wrong, moving], sender=ann)

    def test_who_names(self, market: Market, ann: Actor, ben: Actor, pool: Any) -> None:
        engine, token = market.stack.engine, market.stack.token
        for stranger in (ann, ben, market.stack.governor):
            with expect_revert("NotCustodianOrAgent", caller=stranger):
                engine.nameBeneficiary(token, pool, ann, sender=stranger)
        with expect_revert("NotCustodian", wallet=ann):
            engine.nameBeneficiary(token, ann, ben, sender=ann)
        engine.nameBeneficiary(token, pool, ann, sender=market.stack.agent)

    def test_a_stranger_cannot_be_named(self, market: Market, ann: Actor, pool: Any) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        with expect_revert("TransferRefused", code=MISSING):
            market.release(pool, market.stack.chain.actor("stranger"), ann, 5)

    @pytest.mark.parametrize(("units", "code"), [(59, 0), (60, 0), (61, TOO_LOW)])
    def test_no_more_than_the_share(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, units: int, code: int
    ) -> None:
        cid = market.enter(person(CID))
        market.issue_lot(cid, 100)
        for wallet in (ann, cid):
            market.stack.token.transfer(pool, 60, sender=wallet)
        if code == 0:
            market.release(pool, ann, ben, units)
        else:
            with expect_revert("TransferRefused", code=code):
                market.release(pool, ann, ben, units)

    def test_a_custodians_own_units(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        token = market.stack.token
        with expect_revert("TransferRefused", code=TOO_LOW):
            market.release(pool, pool, ben, 1)
        token.grantLocalRole(0, pool, sender=market.stack.governor)
        pool.together(
            [market.stack.engine, token],
            [market.name(pool, pool), token.mint.encode(pool, 5)],
            sender=ann,
        )
        assert market.held(POOL) == 5 and market.share(POOL, POOL) == 0
        market.release(pool, pool, ben, 5)
        assert (market.held(POOL), market.held(BEN)) == (0, 5)


class TestFreezes:
    @pytest.mark.parametrize(("frozen", "code"), [(34, 0), (35, 0), (36, FROZEN), (10**6, FROZEN)])
    def test_a_frozen_share_stays(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, frozen: int, code: int
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        freeze(market, ANN, frozen)
        assert market.transfer(pool, ann, 25) == code
        if code:
            with expect_revert("TransferRefused", code=code):
                market.release(pool, ann, ben, 25)

    def test_others_are_not_touched(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.issue_lot(ben, 100)
        for wallet in (ann, ben):
            market.stack.token.transfer(pool, 60, sender=wallet)
        freeze(market, ANN, 60)
        assert market.transfer(pool, ben, 60) == 0
        assert market.transfer(pool, ann, 1) == FROZEN
        freeze(market, ANN, 0)
        assert market.transfer(pool, ann, 60) == 0

    def test_a_sanctions_hold_reaches_the_share(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        word = pack_record(ANN, 276, FOREVER, (0,) * 5, FLAG_SANCTIONS_HOLD, 0)
        market.stack.enter([ann], [word])
        with expect_revert("TransferRefused", code=FROZEN):
            market.release(pool, ann, ben, 5)
        assert market.transfer(pool, ann, 5) == 17

    def test_agents_act_in_spite_of_it(self, market: Market, ann: Actor, pool: Any) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        freeze(market, ANN, 60)
        market.stack.token.forcedTransfer(pool, ann, 60, sender=market.stack.agent)
        assert market.share(POOL, ANN) == 0
        assert market.stack.engine.frozenShareOf(market.stack.token, name(POOL), name(ANN)) == 60

    def test_freezes_are_told_and_bounded(self, market: Market, ann: Actor) -> None:
        engine, token, agent = market.stack.engine, market.stack.token, market.stack.agent
        arguments = (token, name(POOL), name(ANN))
        said = engine.setFrozenShare(*arguments, 5, 7, sender=agent).events.one(
            "CustodyShareFrozen"
        )
        assert (said.args.frozen, said.args.reason, said.args.by) == (5, 7, agent)
        engine.setFrozenShare(*arguments, 2**128 - 1, 7, sender=agent)
        with expect_revert("CustodyAmountTooLarge", units=2**128):
            engine.setFrozenShare(*arguments, 2**128, 7, sender=agent)
        with expect_revert("NotTokenAgent", caller=ann):
            engine.setFrozenShare(*arguments, 0, 7, sender=ann)


class TestReassigning:
    def give(self, market: Market, from_: int, to: int, units: int, by: Actor | None = None) -> Any:
        return market.stack.engine.reassignShare(
            market.stack.token,
            name(POOL),
            name(from_),
            name(to),
            units,
            3,
            sender=by or market.stack.agent,
        )

    def test_units_go_with_their_lots_frozen_or_not(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        freeze(market, ANN, 60)
        receipt = self.give(market, ANN, BEN, 25)
        assert (market.share(POOL, ANN), market.share(POOL, BEN)) == (35, 25)
        assert (market.lots(ANN), market.lots(BEN)) == ({KEY: 75}, {KEY: 25})
        said = receipt.events.one("CustodyReassigned").args
        assert (said.toInvestor, said.units, said.reason) == (name(BEN), 25, 3)
        assert market.transfer(pool, ben, 25) == 0

    def test_what_a_count_found_with_a_custodian_is_given_to_investors(
        self, market_session: Market
    ) -> None:
        market = market_session
        with market.stack.chain.rollback():
            market.at(NOW)
            stack = market.stack
            wallet, pool = market.enter(person(ANN)), market.desk(POOL)
            stack.token.mint(wallet, 100, sender=stack.agent)
            stack.token.transfer(pool, 60, sender=wallet)
            stack.token.pause(sender=stack.agent)
            stack.engine.startCount(stack.token, (True, False, 0, True), sender=stack.governor)
            stack.engine.countWallets(stack.token, [wallet, pool], sender=wallet)
            stack.engine.finishCount(stack.token, sender=wallet)
            stack.token.unpause(sender=stack.agent)
            assert (market.held(ANN), market.held(POOL)) == (40, 60)
            self.give(market, POOL, ANN, 60)
            assert (market.held(ANN), market.held(POOL), market.share(POOL, ANN)) == (100, 0, 60)
            assert market.transfer(pool, wallet, 60) == 0

    def test_back_to_the_custodian(self, market: Market, ann: Actor, pool: Any) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        self.give(market, ANN, POOL, 60)
        assert (market.held(ANN), market.held(POOL), market.share(POOL, ANN)) == (40, 60, 0)

    def test_bounds(self, market: Market, ann: Actor, pool: Any) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        with expect_revert("CustodyShareTooLow", units=60, needed=61):
            self.give(market, ANN, BEN, 61)
        with expect_revert("CustodyShareTooLow", units=0, needed=1):
            self.give(market, POOL, BEN, 1)
        for wrong in (ANN, 0):
            with expect_revert("CustodyInvestorInvalid"):
                self.give(market, ANN, wrong, 1)
        with expect_revert("NotTokenAgent", caller=pool):
            self.give(market, ANN, BEN, 1, by=pool)


class TestBridging:
    def test_an_arrival_in_custody_is_the_senders(self, market: Market, pool: Any) -> None:
        market.enter(person(ANN))
        word = 7 | (TODAY - 50) << 120 | 1 << 144 | EXEMPTIONS.index("506c") << 148
        market.arrive(ANN, pool, 7, [word])
        assert market.share(POOL, ANN) == 7
        assert market.lots(ANN) == {LotKey(TODAY - 50, "issuer", "506c"): 7}

    def test_without_lots_it_needs_a_name(self, market: Market, pool: Any) -> None:
        with expect_revert("TransferRefused", code=MISSING):
            market.arrive(ANN, pool, 7)

    def test_units_leave_custody_for_another_chain(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 60, sender=ann)
        market.stack.token.grantLocalRole(1, pool, sender=market.stack.governor)
        pool.together(
            [market.stack.engine, market.stack.token],
            [market.name(pool, ann), market.stack.token.crosschainBurn.encode(pool, 20)],
            sender=ann,
        )
        assert (market.share(POOL, ANN), market.lots(ANN)) == (40, {KEY: 80})


def test_a_wallet_that_lost_its_flag_cannot_give_what_is_not_its_own(
    market: Market, ann: Actor, ben: Actor
) -> None:
    bank = market.custodian("bank", BANK)
    market.stack.token.transfer(bank, 60, sender=ann)
    market.stack.enter([bank], [pack_record(BANK, 276, FOREVER, (0,) * 5, 0, 0)])
    assert market.transfer(bank, ben, 1) == TOO_LOW
    assert market.preview(TRANSFER, bank, ZERO_ADDRESS, 1) != 0
    market.custodian("bank", BANK)
    assert market.transfer(bank, ann, 60) == 0

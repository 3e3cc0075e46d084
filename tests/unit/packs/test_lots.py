"""Lots: merging, bound, order, tacking, lock-up, paths, bridging, counting (LOT-01 to LOT-03)."""

from collections.abc import Iterator

import pytest

from quantera.compliance.lots import ChainLot, LotKey
from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import Profile
from quantera.evm import ZERO_ADDRESS, Reverted, expect_revert
from tests.stacks.token import rule_settings
from tests.unit.compliance_offchain.people import NOW, buyer, only, policy
from tests.unit.packs.market import Market, moved, open_market

TODAY = NOW // DAY


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


def other(number: int, pack: str = "EU") -> Profile:
    return buyer(pack, identity=number, investor_id=f"investor-{number}")


class TestKeeping:
    def test_an_issue_is_a_lot_of_its_day(self, market: Market) -> None:
        ann = market.enter(other(10))
        receipt = market.stack.token.mint(ann, 5, sender=market.stack.agent)
        key = LotKey(TODAY, "issuer", "none")
        assert market.lots(10) == {key: 5}
        assert moved(receipt) == [
            (ZERO_ADDRESS, f"0x{10:040x}", [(ChainLot(5, key), key)])
        ] or moved(receipt)[0][2] == [(ChainLot(5, key), key)]

    def test_lots_of_one_day_and_kind_are_one(self, market: Market) -> None:
        ann = market.enter(other(10))
        for exemption in ("506c", "506c", "RegS"):
            market.issue_lot(ann, 5, exemption)
        assert market.lots(10) == {
            LotKey(TODAY, "issuer", "506c"): 10,
            LotKey(TODAY, "issuer", "RegS"): 5,
        }

    @pytest.mark.parametrize(("second", "lots"), [(DAY - 1, 1), (DAY, 2)])
    def test_days_are_utc_days(self, market: Market, second: int, lots: int) -> None:
        ann = market.enter(other(10))
        start = (TODAY + 1) * DAY
        market.issue_lot(ann, 5, on=start)
        market.issue_lot(ann, 5, on=start + second)
        assert len(market.lots(10)) == lots

    def test_nothing_is_kept_without_the_switch(self, market_session: Market) -> None:
        market = market_session
        with market.stack.chain.rollback():
            ann = market.enter(other(10))
            market.stack.token.mint(ann, 5, sender=market.stack.agent)
            assert market.lots(10) == {}
            with expect_revert("LotsNotKept"):
                market.stack.engine.mergeLots(market.stack.token, f"0x{10:040x}", 0, 1, sender=ann)

    def test_nothing_moves_nothing(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        receipt = market.stack.token.transfer(ben, 0, sender=ann)
        assert moved(receipt) == []

    def test_an_exemption_that_does_not_exist_creates_no_lot(self, market: Market) -> None:
        ann = market.enter(other(10))
        with expect_revert("TransferRefused", code=38):
            market.stack.token.mintUnderTerms(ann, 5, (0, 0, 0, 14, 0), sender=market.stack.agent)


class TestOrder:
    def test_the_oldest_go_first_and_keep_day_and_exemption(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        second = market.issue_lot(ann, 5, "RegS")
        third = market.issue_lot(ann, 5, "506c", on=NOW + 10 * DAY)
        market.at(NOW + 20 * DAY)
        receipt = market.stack.token.transfer(ben, 7, sender=ann)
        old, young = LotKey(second, "issuer", "RegS"), LotKey(third, "issuer", "506c")
        assert market.lots(10) == {young: 3}
        assert market.lots(11) == {old: 5, young: 2}
        ((_, _, lots),) = moved(receipt)
        assert lots == [(ChainLot(5, old), old), (ChainLot(2, young), young)]

    def test_the_last_lot_closes_the_gap(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        days = [market.issue_lot(ann, 5, on=NOW + n * DAY) for n in range(4)]
        market.stack.token.transfer(ben, 12, sender=ann)
        keys = [LotKey(day, "issuer", "none") for day in days]
        assert market.lots(10) == {keys[2]: 3, keys[3]: 5}
        assert market.lots(11) == {keys[0]: 5, keys[1]: 5, keys[2]: 2}

    def test_what_is_locked_stays(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann, ben = market.enter(other(10)), market.enter(other(11))
        old = market.issue_lot(ann, 5, "RegS")
        market.at(add_months(NOW, 6))
        young = market.issue_lot(ann, 5, "506c")
        assert market.transfer(ann, ben, 6) == 32
        assert market.transfer(ann, ben, 5) == 0
        assert market.lots(10) == {LotKey(young, "issuer", "506c"): 5}
        assert market.lots(11) == {LotKey(old, "issuer", "RegS"): 5}

    @pytest.mark.parametrize(
        ("issued", "sold", "code"),
        [
            ("2027-01-15T18:00:00+00:00", "2027-07-14T23:59:59+00:00", 32),
            ("2027-01-15T18:00:00+00:00", "2027-07-15T00:00:00+00:00", 0),
            ("2027-01-15T18:00:00+00:00", "2027-07-16T00:00:00+00:00", 0),
            ("2027-08-31", "2028-02-28T23:59:59+00:00", 32),
            ("2027-08-31", "2028-02-29", 0),
            ("2026-12-31", "2027-06-29", 32),
            ("2026-12-31", "2027-06-30", 0),
        ],
    )
    def test_a_lock_up_ends_on_its_day(
        self, market: Market, issued: str, sold: str, code: int
    ) -> None:
        market.lot_rules(lock_up=6)
        ann, ben = market.enter(other(10)), market.enter(other(11))
        market.issue_lot(ann, 5, on=parse_start(issued))
        market.at(parse_start(sold))
        assert market.transfer(ann, ben, 5) == code

    def test_locks_of_several_rules_add_up(self, market: Market) -> None:
        """No lot is let go by both rules, though each alone leaves enough."""
        ann = market.enter(other(10))
        market.issue_lot(ann, 5, "506c")
        market.issue_lot(ann, 5, "275")
        ben = market.enter(buyer("SG", identity=11, classes=(1, 4, 4, 3, 3)))
        market.run(policy({**only("US-02"), **only("SG-05")}), switches=())
        assert market.transfer(ann, ben, 5) == 136
        market.run(policy(only("US-02")), switches=())
        assert market.transfer(ann, ben, 6) == 43
        assert market.transfer(ann, ben, 5) == 0


class TestPaths:
    def test_own_moves_change_no_lot(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann = market.enter(other(10))
        second = market.enter(other(10), "second")
        market.issue_lot(ann, 5)
        before = market.lots(10)
        receipt = market.stack.token.transfer(second, 5, sender=ann)
        assert moved(receipt) == [] and market.lots(10) == before

    def test_redemption_takes_the_oldest_whatever_is_locked(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann = market.enter(other(10))
        market.issue_lot(ann, 5)
        day = market.issue_lot(ann, 5, on=NOW + DAY)
        market.stack.token.burn(ann, 7, sender=market.stack.agent)
        assert market.lots(10) == {LotKey(day, "issuer", "none"): 3}

    def test_forced_moves_keep_the_lots(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann, ben = market.enter(other(10)), market.enter(other(11))
        day = market.issue_lot(ann, 5, "506c")
        market.at(NOW + DAY)
        market.stack.token.forcedTransfer(ann, ben, 4, sender=market.stack.agent)
        assert market.lots(11) == {LotKey(day, "issuer", "506c"): 4}

    def test_relinked_wallets_take_their_lots_along(self, market: Market) -> None:
        ann = market.enter(other(10))
        old = market.issue_lot(ann, 5, "506c")
        second = market.enter(other(10), "second")
        market.issue_lot(second, 5, on=NOW + DAY)
        engine, agent = market.stack.engine, market.stack.agent
        engine.updateIdentity(ann, f"0x{12:040x}", sender=agent)
        receipt = engine.moveHoldings(market.stack.token, ann, sender=agent)
        key = LotKey(old, "issuer", "506c")
        assert market.lots(12) == {key: 5}
        assert market.held(10) == 5
        assert moved(receipt)[0][2] == [(ChainLot(5, key), key)]


class TestTacking:
    @pytest.mark.parametrize("exemption", ["506b", "506c", "RegS", "144A"])
    def test_a_purchase_from_an_affiliate_starts_anew(self, market: Market, exemption: str) -> None:
        ann = market.enter(buyer(identity=10, affiliate_of=frozenset({"NOTE"})))
        ben, cid = market.enter(other(11)), market.enter(other(12))
        day = market.issue_lot(ann, 5, exemption)
        market.at(NOW + 100 * DAY)
        receipt = market.stack.token.transfer(ben, 5, sender=ann)
        renewed = LotKey(TODAY + 100, "affiliate", exemption)
        assert market.lots(11) == {renewed: 5}
        assert moved(receipt)[0][2] == [(ChainLot(5, LotKey(day, "issuer", exemption)), renewed)]
        market.at(NOW + 200 * DAY)
        market.stack.token.transfer(cid, 5, sender=ben)
        assert market.lots(12) == {renewed: 5}, "later holders tack"

    @pytest.mark.parametrize("exemption", ["none", "CF", "274", "275", "272B", "QII"])
    def test_other_exemptions_do_not(self, market: Market, exemption: str) -> None:
        ann = market.enter(buyer(identity=10, affiliate_of=frozenset({"NOTE"})))
        ben = market.enter(other(11))
        day = market.issue_lot(ann, 5, exemption)
        market.at(NOW + 100 * DAY)
        market.stack.token.transfer(ben, 5, sender=ann)
        assert market.lots(11) == {LotKey(day, "issuer", exemption): 5}

    def test_nor_does_what_an_agent_forces(self, market: Market) -> None:
        ann = market.enter(buyer(identity=10, affiliate_of=frozenset({"NOTE"})))
        ben = market.enter(other(11))
        day = market.issue_lot(ann, 5, "506c")
        market.at(NOW + 100 * DAY)
        market.stack.token.forcedTransfer(ann, ben, 5, sender=market.stack.agent)
        assert market.lots(11) == {LotKey(day, "issuer", "506c"): 5}


class TestBound:
    def fill(self, market: Market, to: object, identity: int, lots: int = 64) -> None:
        for number in range(lots):
            market.issue_lot(to, 5, ("506c", "RegS")[number % 2], on=NOW + number * DAY)  # type: ignore[arg-type]
        assert len(market.lots(identity)) == lots

    def test_the_65th_lot_is_refused_but_not_more_of_a_known_one(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        self.fill(market, ann, 10)
        market.issue_lot(ben, 5)
        assert market.transfer(ben, ann, 1) == 33
        assert market.mint(ann, 1) == 33
        market.stack.token.transfer(ben, 3, sender=ann)
        assert market.transfer(ben, ann, 3) == 0, "the 506c lot of that day is still there"

    def test_the_64th_is_not(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        self.fill(market, ann, 10, 63)
        market.issue_lot(ben, 5, on=NOW + 70 * DAY)
        assert market.transfer(ben, ann, 1) == 0
        assert len(market.lots(10)) == 64

    def test_a_full_holder_leaves_and_merges(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        self.fill(market, ann, 10)
        market.issue_lot(ben, 5)
        words = market.stack.engine.lotsOf(market.stack.token, f"0x{10:040x}")
        assert words[0] >> 144 == words[2] >> 144
        receipt = market.stack.engine.mergeLots(
            market.stack.token, f"0x{10:040x}", 0, 2, sender=ann
        )
        young = LotKey(TODAY + 2, "issuer", "506c")
        assert market.lots(10)[young] == 10
        assert moved(receipt)[0][2] == [(ChainLot(5, LotKey(TODAY, "issuer", "506c")), young)]
        assert market.transfer(ben, ann, 1) == 0
        assert market.transfer(ann, ben, 64 * 5 + 1) == 0

    def test_what_an_agent_forces_merges_by_itself(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        self.fill(market, ann, 10)
        market.issue_lot(ben, 5, "275")
        market.stack.token.forcedTransfer(ben, ann, 5, sender=market.stack.agent)
        lots = market.lots(10)
        assert len(lots) == 64
        assert sum(lots.values()) == 65 * 5
        assert LotKey(TODAY, "issuer", "506c") not in lots
        assert lots[LotKey(TODAY + 2, "issuer", "506c")] == 10, "into the younger, never the older"

    @pytest.mark.parametrize(
        ("older", "younger"), [(0, 0), (2, 0), (0, 1), (0, 64), (64, 0), (65, 66)]
    )
    def test_only_an_older_lot_into_a_younger_of_its_kind(
        self, market: Market, older: int, younger: int
    ) -> None:
        ann = market.enter(other(10))
        self.fill(market, ann, 10)
        with expect_revert("LotsNotMergeable", older=older, younger=younger):
            market.stack.engine.mergeLots(
                market.stack.token, f"0x{10:040x}", older, younger, sender=ann
            )

    def test_who_merges(self, market: Market) -> None:
        ann, ben = market.enter(other(10)), market.enter(other(11))
        self.fill(market, ann, 10, 3)
        arguments = (market.stack.token, f"0x{10:040x}", 0, 2)
        for stranger in (ben, market.stack.governor, market.stack.bridge):
            with expect_revert("NotLotHolder", caller=stranger):
                market.stack.engine.mergeLots(*arguments, sender=stranger)
        with expect_revert("NotLotHolder"):
            market.stack.engine.mergeLots(
                market.stack.token, ZERO_ADDRESS, 0, 2, sender=market.stack.governor
            )
        market.stack.engine.mergeLots(*arguments, sender=market.stack.agent)


class TestBridging:
    def test_lots_leave_and_arrive_as_they_were(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann = market.enter(other(10))
        days = [market.issue_lot(ann, 5, "506c", on=NOW + n * DAY) for n in range(2)]
        market.at(NOW + 50 * DAY)
        words = market.stack.engine.lotsLeaving(market.stack.token, ann, 7)
        market.stack.token.crosschainBurn(ann, 7, sender=market.stack.bridge)
        keys = [LotKey(day, "issuer", "506c") for day in days]
        assert market.lots(10) == {keys[1]: 3}
        market.at(NOW + 60 * DAY)
        receipt = market.arrive(10, ann, 7, words)
        assert market.lots(10) == {keys[0]: 5, keys[1]: 5}
        assert moved(receipt)[0][0] == ZERO_ADDRESS

    def test_an_arrival_for_somebody_else_is_a_sale(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann, ben = market.enter(other(10)), market.enter(other(11))
        market.issue_lot(ann, 5, "506c")
        words = market.stack.engine.lotsLeaving(market.stack.token, ann, 5)
        market.stack.token.crosschainBurn(ann, 5, sender=market.stack.bridge)
        with expect_revert("TransferRefused", code=32):
            market.arrive(10, ben, 5, words)
        market.at(add_months(NOW, 6))
        market.arrive(10, ben, 5, words)
        assert market.lots(11) == {LotKey(TODAY, "issuer", "506c"): 5}

    def test_an_affiliates_arrival_for_somebody_else_starts_anew(self, market: Market) -> None:
        ann = market.enter(buyer(identity=10, affiliate_of=frozenset({"NOTE"})))
        ben = market.enter(other(11))
        market.issue_lot(ann, 5, "506c")
        words = market.stack.engine.lotsLeaving(market.stack.token, ann, 5)
        market.stack.token.crosschainBurn(ann, 5, sender=market.stack.bridge)
        market.at(NOW + 9 * DAY)
        market.arrive(10, ben, 5, words)
        assert market.lots(11) == {LotKey(TODAY + 9, "affiliate", "506c"): 5}

    def test_an_arrival_without_lots_gets_one_of_its_day(self, market: Market) -> None:
        market.lot_rules(exemption="RegS", locks=False)
        ann = market.enter(other(10))
        market.arrive(10, ann, 7)
        assert market.lots(10) == {LotKey(TODAY, "other", "RegS"): 7}

    def test_an_announcement_is_for_one_arrival(self, market: Market) -> None:
        ann = market.enter(other(10))
        word = ChainLot(5, LotKey(TODAY - 100, "issuer", "506c")).word()
        announce = market.stack.engine.announceArrival.encode(
            market.stack.token, f"0x{10:040x}", ann, 5, [word]
        )
        minting = market.stack.token.crosschainMint
        market.bridge.together(
            [market.stack.engine, *[market.stack.token] * 3],
            [announce, minting.encode(ann, 4), minting.encode(ann, 5), minting.encode(ann, 5)],
            sender=market.stack.agent,
        )
        assert market.lots(10) == {
            LotKey(TODAY, "other", "none"): 9,
            LotKey(TODAY - 100, "issuer", "506c"): 5,
        }
        market.arrive(10, ann, 5)
        assert market.lots(10)[LotKey(TODAY, "other", "none")] == 14

    def test_only_the_bridge_announces_and_only_lots_that_add_up(self, market: Market) -> None:
        ann = market.enter(other(10))
        word = ChainLot(5, LotKey(TODAY, "issuer", "506c")).word()
        engine, token = market.stack.engine, market.stack.token
        identity = f"0x{10:040x}"
        with expect_revert("LocalRoleMissing"):
            engine.announceArrival(token, identity, ann, 5, [word], sender=ann)
        bridge = market.stack.bridge
        for amount, words in ((4, [word]), (6, [word]), (0, [])):
            with expect_revert("LotsNotTheAmount", amount=amount):
                engine.announceArrival(token, identity, ann, amount, words, sender=bridge)
        small = ChainLot(1, LotKey(TODAY, "issuer", "506c")).word()
        engine.announceArrival(token, identity, ann, 64, [small] * 64, sender=bridge)
        with expect_revert("LotsNotTheAmount"):
            engine.announceArrival(token, identity, ann, 65, [small] * 65, sender=bridge)
        for wrong in (0, word | 1 << 156, 5 | 3 << 144, 5 | 14 << 148):
            with expect_revert("LotMalformed", word=wrong):
                engine.announceArrival(token, identity, ann, 5, [wrong], sender=bridge)

    def test_a_burn_says_what_left_and_a_mint_brings_it(self, market: Market) -> None:
        """BRG-10: in one call each, what three would say; the identity is the registered one."""
        market.lot_rules(lock_up=6)
        ann = market.enter(other(10))
        days = [market.issue_lot(ann, 5, "506c", on=NOW + n * DAY) for n in range(2)]
        token, engine, bridge = market.stack.token, market.stack.engine, market.stack.bridge
        expected = engine.lotsLeaving(token, ann, 7)
        identity, lots = token.burnLeaving.simulate(ann, 7, sender=bridge)
        assert (identity, lots) == (engine.identity(ann), expected)
        burnt = token.burnLeaving(ann, 7, sender=bridge)
        assert burnt.events.of(token).one("Transfer").value == 7
        assert moved(burnt)[0][1] == ZERO_ADDRESS
        keys = [LotKey(day, "issuer", "506c") for day in days]
        assert market.lots(10) == {keys[1]: 3}
        minted = token.mintArriving(identity, ann, 7, lots, sender=bridge)
        assert minted.events.of(token).one("Transfer").value == 7
        assert moved(minted)[0][0] == ZERO_ADDRESS
        assert market.lots(10) == {keys[0]: 5, keys[1]: 5}

    def test_lots_brought_for_somebody_else_are_sold(self, market: Market) -> None:
        market.lot_rules(lock_up=6)
        ann, ben = market.enter(other(10)), market.enter(other(11))
        market.issue_lot(ann, 5, "506c")
        token, bridge = market.stack.token, market.stack.bridge
        identity, lots = token.burnLeaving.simulate(ann, 5, sender=bridge)
        token.burnLeaving(ann, 5, sender=bridge)
        with expect_revert("TransferRefused", code=32):
            token.mintArriving(identity, ben, 5, lots, sender=bridge)
        market.at(add_months(NOW, 6))
        token.mintArriving(identity, ben, 5, lots, sender=bridge)
        assert market.lots(11) == {LotKey(TODAY, "issuer", "506c"): 5}

    def test_a_mint_without_lots_takes_what_was_announced(self, market: Market) -> None:
        ann = market.enter(other(10))
        word = ChainLot(5, LotKey(TODAY - 100, "issuer", "506c")).word()
        brought = ChainLot(4, LotKey(TODAY - 90, "issuer", "506c")).word()
        token, engine, identity = market.stack.token, market.stack.engine, f"0x{10:040x}"
        mint = token.mintArriving
        market.bridge.together(
            [engine, token, token, token],
            [
                engine.announceArrival.encode(token, identity, ann, 5, [word]),
                mint.encode(identity, ann, 4, [brought]),
                mint.encode(identity, ann, 5, []),
                mint.encode(identity, ann, 5, []),
            ],
            sender=market.stack.agent,
        )
        assert market.lots(10) == {
            LotKey(TODAY - 90, "issuer", "506c"): 4,
            LotKey(TODAY - 100, "issuer", "506c"): 5,
            LotKey(TODAY, "other", "none"): 5,
        }

    def test_a_mint_brings_only_lots_that_add_up(self, market: Market) -> None:
        ann = market.enter(other(10))
        word = ChainLot(5, LotKey(TODAY, "issuer", "506c")).word()
        small = ChainLot(1, LotKey(TODAY, "issuer", "506c")).word()
        token, bridge, identity = market.stack.token, market.stack.bridge, f"0x{10:040x}"
        for amount, lots in ((4, [word]), (6, [word]), (65, [small] * 65)):
            with expect_revert("LotsNotTheAmount", amount=amount):
                token.mintArriving(identity, ann, amount, lots, sender=bridge)
        for wrong in (0, word | 1 << 156, 5 | 3 << 144, 5 | 14 << 148):
            with expect_revert("LotMalformed", word=wrong):
                token.mintArriving(identity, ann, 5, [wrong], sender=bridge)
        assert market.lots(10) == {}

    def test_more_cannot_leave_than_there_is(self, market: Market) -> None:
        ann = market.enter(other(10))
        market.issue_lot(ann, 5)
        with expect_revert("LotsNotTheAmount", units=5, amount=6):
            market.stack.engine.lotsLeaving(market.stack.token, ann, 6)


class TestCounting:
    def test_a_count_enters_lots_of_its_day(self, market_session: Market) -> None:
        market = market_session
        with market.stack.chain.rollback():
            market.at(NOW)
            stack = market.stack
            market.lot_rules(exemption="506c", locks=False)
            ann, second = market.enter(other(10)), market.enter(other(10), "second")
            ben = market.enter(other(11))
            for wallet, units in ((ann, 5), (second, 6), (ben, 7)):
                stack.token.mint(wallet, units, sender=stack.agent)
            stack.token.pause(sender=stack.agent)
            stack.engine.startCount(stack.token, (False, False, 0, True), sender=stack.governor)
            stack.engine.countWallets(stack.token, [ann, second, ben], sender=ann)
            stack.engine.finishCount(stack.token, sender=ann)
            stack.token.unpause(sender=stack.agent)
            key = LotKey(TODAY, "other", "506c")
            assert (market.lots(10), market.lots(11)) == ({key: 11}, {key: 7})
            assert market.transfer(ann, ben, 5) == 0
            assert (market.lots(10), market.lots(11)) == ({key: 6}, {key: 12})

    def test_lots_switched_on_anew_start_from_nothing(self, market: Market) -> None:
        stack = market.stack
        ann = market.enter(other(10))
        market.issue_lot(ann, 5, "506c")
        stack.engine.stopCount(stack.token, sender=stack.governor)
        assert market.transfer(ann, market.enter(other(11)), 1) == 0
        stack.token.pause(sender=stack.agent)
        stack.engine.startCount(stack.token, (False, False, 0, True), sender=stack.governor)
        assert market.lots(10) == {}


def test_the_switch_needs_lots(market_session: Market) -> None:
    with market_session.stack.chain.rollback(), expect_revert("CountNeeded", code=32):
        market_session.stack.configure(rule_settings((32,)))


def test_lots_are_entered_by_counts_alone(market: Market) -> None:
    engine = market.stack.engine
    with pytest.raises(Reverted):
        engine.enterLot(market.stack.token, f"0x{10:040x}", 5, sender=market.stack.agent)
    assert market.lots(10) == {}

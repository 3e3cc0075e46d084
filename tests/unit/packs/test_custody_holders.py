"""Holders and window volumes behind custodians (codes 27 to 29 and 31, LOT-07, LOT-08)."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.moments import DAY
from quantera.compliance.record import FLAG_CUSTODIAN, pack_record
from quantera.compliance.replay import events
from quantera.compliance.replay.replayer import Replayer
from quantera.evm import Actor, Receipt, expect_revert
from tests.stacks.token import FOREVER, rule_settings
from tests.unit.compliance_offchain.people import NOW
from tests.unit.packs.market import Market, open_market, run_rules
from tests.unit.packs.stage import TRANSFER

ANN, BEN, CID, DAN, POOL, BANK = 10, 11, 12, 13, 90, 91
GERMANY, FRANCE = 276, 250
EU, RETAIL = 1, 1
HOLDERS, COUNTRY, CLASS = 27, 28, 29
VOLUME, ALLOTMENT = 31, 37
LIMITS = {HOLDERS: 1, COUNTRY: 2, CLASS: 3}
WINDOW_LIMIT = 5


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    """Lots are kept, and holders counted in all, per country and per European class."""
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.__dict__.pop("_bridge", None)
        market_session.keep_lots(holders=True, countries=True, classes=1 << EU)
        yield market_session


def enter(market: Market, identity: int, country: int = GERMANY, wallet: str = "first") -> Actor:
    actor = market.stack.chain.actor(f"{wallet} of {identity}")
    word = pack_record(identity, country, FOREVER, (0, RETAIL, 0, 0, 0), 0, 0)
    market.stack.enter([actor], [word])
    return actor


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


def counts(market: Market, country: int = GERMANY) -> tuple[int, int, int]:
    """Holders in all, of a country and of the class."""
    engine, token = market.stack.engine, market.stack.token
    return (
        engine.holders(token),
        engine.countryHolders(token, country).counted,
        engine.classHolders(token, EU, RETAIL).counted,
    )


def sell_inside(  # noqa: PLR0917 - reads as who gives whose units to whom, for whom
    market: Market, giver: Any, seller: Actor, taker: Any, buyer: Actor, n: int
) -> Receipt:
    """One custodian moves a seller's units to another custodian, for a buyer."""
    stack = market.stack
    if not stack.token.isAgent(giver):
        stack.token.grantLocalRole(0, giver, sender=stack.governor)
    calls = [
        market.name(giver, seller),
        stack.engine.nameBeneficiary.encode(stack.token, taker, buyer),
        stack.token.transfer.encode(taker, n),
    ]
    receipt: Receipt = giver.together(
        [stack.engine, stack.engine, stack.token], calls, sender=seller
    )
    return receipt


def cap(market: Market, code: int, most: int, local: int | None = None) -> None:
    """Limit holders under one of the three rules, all of it this chain's unless told."""
    key = {HOLDERS: 0, COUNTRY: GERMANY, CLASS: EU << 4 | RETAIL}[code]
    name, value = {
        HOLDERS: ("holderCap", most),
        COUNTRY: ("countryCaps", [(key, True, most)]),
        CLASS: ("classCaps", [(key, True, most)]),
    }[code]
    share = most if local is None else local
    market.stack.configure(
        rule_settings((code,), **{str(name): value}, allotments=[(LIMITS[code], key, share)])
    )


def limit_volume(market: Market, units: int, length: int = DAY) -> None:
    market.stack.configure(
        rule_settings(
            (VOLUME,),
            windowVolume=units,
            windowLength=length,
            allotments=[(WINDOW_LIMIT, 0, units)],
        )
    )


def window(market: Market, identity: int) -> tuple[int, int]:
    """Volume of the window, and its end."""
    found = market.stack.engine.positionOf(market.stack.token, f"0x{identity:040x}")
    return found.volume, found.windowEnd


class TestCounting:
    """LOT-07."""

    def test_an_investor_stays_a_holder_in_custody(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        assert market.transfer(ann, pool, 60) == 0
        assert counts(market) == (1, 1, 1)
        assert market.transfer(ann, pool, 40) == 0
        assert counts(market) == (1, 1, 1)
        assert market.transfer(pool, ann, 100) == 0
        assert counts(market) == (1, 1, 1)

    def test_who_sells_the_last_unit_in_custody_is_none(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 100, sender=ann)
        market.release(pool, ann, ben, 99)
        assert counts(market) == (2, 2, 2)
        market.release(pool, ann, ben, 1)
        assert counts(market) == (1, 1, 1)

    def test_who_buys_inside_custody_is_one(self, market: Market, ann: Actor, pool: Any) -> None:
        bank, cid = market.desk(BANK), enter(market, CID, FRANCE)
        market.stack.token.transfer(pool, 100, sender=ann)
        sell_inside(market, pool, ann, bank, cid, 10)
        assert counts(market) == (2, 1, 2) and counts(market, FRANCE)[1] == 1
        sell_inside(market, pool, ann, bank, cid, 10)
        assert counts(market) == (2, 1, 2)
        sell_inside(market, pool, ann, bank, cid, 80)
        assert counts(market) == (1, 0, 1) and counts(market, FRANCE)[1] == 1

    def test_fifty_wallets_and_two_custodians_are_one_investor(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        bank = market.desk(BANK)
        for number in range(50):
            market.stack.token.transfer(enter(market, ANN, wallet=str(number)), 1, sender=ann)
        market.stack.token.transfer(pool, 20, sender=ann)
        market.stack.token.transfer(bank, 30, sender=ann)
        assert counts(market) == (1, 1, 1)

    def test_arrivals_and_departures(self, market: Market, ann: Actor, pool: Any) -> None:
        ben = enter(market, BEN)
        word = 7 | (NOW // DAY - 9) << 120
        market.arrive(BEN, pool, 7, [word])
        assert counts(market) == (2, 1, 1) and market.share(POOL, BEN) == 7
        market.stack.engine.recount(market.stack.token, ben, sender=ann)
        assert counts(market) == (2, 2, 2)
        assert market.transfer(pool, ben, 7) == 0
        token, bridge = market.stack.token, market.bridge
        burn = token.crosschainBurn.encode(ben, 7)
        bridge.together([token], [burn], sender=ann)
        assert counts(market) == (1, 1, 1)

    def test_an_agents_orders(self, market: Market, ann: Actor, ben: Actor, pool: Any) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.transfer(pool, 60, sender=ann)
        token.forcedTransfer(ann, ben, 40, sender=agent)
        assert counts(market) == (2, 2, 2)
        token.burn(ben, 40, sender=agent)
        assert counts(market) == (1, 1, 1)
        token.mint(ben, 1, sender=agent)
        assert counts(market) == (2, 2, 2)

    def test_a_given_share_makes_a_holder_without_country_until_counted_again(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        stack = market.stack
        stack.token.transfer(pool, 100, sender=ann)
        give = (stack.token, f"0x{POOL:040x}", f"0x{ANN:040x}", f"0x{BEN:040x}")
        stack.engine.reassignShare(*give, 30, 3, sender=stack.agent)
        assert counts(market) == (2, 1, 1)
        stack.engine.recount(stack.token, ben, sender=ann)
        assert counts(market) == (2, 2, 2)
        stack.engine.reassignShare(*give, 70, 3, sender=stack.agent)
        assert counts(market) == (1, 1, 1)

    def test_a_custodians_own_units_count_nobody(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        market.stack.token.grantLocalRole(0, pool, sender=market.stack.governor)
        name = market.stack.engine.nameBeneficiary.encode(market.stack.token, pool, pool)
        move = market.stack.token.transferFrom.encode(ann, pool, 100)
        market.stack.token.approve(pool, 100, sender=ann)
        pool.together([market.stack.engine, market.stack.token], [name, move], sender=ann)
        assert market.held(POOL) == 100 and counts(market) == (0, 0, 0)

    def test_a_relinked_wallet_leaves_the_rest_in_custody(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        stack = market.stack
        stack.token.transfer(pool, 60, sender=ann)
        stack.engine.updateIdentity(ann, f"0x{CID:040x}", sender=stack.agent)
        stack.engine.moveHoldings(stack.token, ann, sender=ann)
        assert (market.held(ANN), market.held(CID), counts(market)[0]) == (60, 40, 2)


class TestCaps:
    @pytest.mark.parametrize("code", LIMITS)
    def test_investors_in_custody_fill_the_cap(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, code: int
    ) -> None:
        """Ann has everything in custody; without her there would be room for two."""
        market.stack.token.transfer(pool, 100, sender=ann)
        cap(market, code, 2)
        market.release(pool, ann, ben, 10)
        cid = enter(market, CID)
        with expect_revert("TransferRefused", code=code):
            market.release(pool, ann, cid, 10)
        assert market.transfer(ben, cid, 9) == code
        assert market.transfer(ben, cid, 10) == 0

    @pytest.mark.parametrize("code", LIMITS)
    def test_buyers_inside_custody_are_asked(
        self, market: Market, ann: Actor, pool: Any, *, code: int
    ) -> None:
        bank, cid = market.desk(BANK), enter(market, CID)
        market.stack.token.transfer(pool, 100, sender=ann)
        cap(market, code, 1)
        with expect_revert("TransferRefused", code=code):
            sell_inside(market, pool, ann, bank, cid, 99)
        sell_inside(market, pool, ann, bank, cid, 100)
        assert counts(market) == (1, 1, 1)

    @pytest.mark.parametrize("code", LIMITS)
    def test_an_allotment_used_up_by_investors_in_custody(
        self, market: Market, ann: Actor, ben: Actor, pool: Any, *, code: int
    ) -> None:
        market.stack.token.transfer(pool, 100, sender=ann)
        cap(market, code, 3, 1)
        with expect_revert("TransferRefused", code=ALLOTMENT):
            market.release(pool, ann, ben, 10)

    @pytest.mark.parametrize("code", LIMITS)
    def test_deposits_and_returns_are_never_refused(
        self, market: Market, ann: Actor, pool: Any, *, code: int
    ) -> None:
        cap(market, code, 0)
        assert market.transfer(ann, pool, 100) == 0
        assert market.transfer(pool, enter(market, ANN, wallet="second"), 100) == 0

    @pytest.mark.usefixtures("ann")
    @pytest.mark.parametrize(("most", "code"), [(1, HOLDERS), (2, 0)])
    def test_arrivals_in_custody_are_asked_as_those_in_wallets(
        self, market: Market, ben: Actor, pool: Any, *, most: int, code: int
    ) -> None:
        cap(market, HOLDERS, most)
        assert market.bridge and market.held(ANN) == 100
        for to in (pool, ben):
            with market.stack.chain.rollback():
                arrival = (BEN, to, 7, [7 | (NOW // DAY - 9) << 120])
                if code:
                    with expect_revert("TransferRefused", code=code):
                        market.arrive(*arrival)
                else:
                    market.arrive(*arrival)

    def test_who_has_units_in_custody_buys_more_at_the_cap(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.issue_lot(ben, 50)
        market.stack.token.transfer(pool, 100, sender=ann)
        cap(market, HOLDERS, 2)
        assert market.transfer(ben, ann, 5) == 0

    def test_beneficial_owners_are_counted_through_custody(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        """US-07 with one beneficial owner: Ann is it, all in custody."""
        market.stack.token.transfer(pool, 100, sender=ann)
        ben = enter(market, BEN, 840)
        run_rules(market, ("US-07", {"maxOwners": 1}))
        assert market.preview(TRANSFER, pool, ann, 5) == 0
        with expect_revert("TransferRefused", code=55):
            market.release(pool, ann, ben, 10)


class TestCountingAnew:
    def again(self, market: Market, *wallets: Any, finish: bool = True) -> None:
        stack = market.stack
        stack.token.pause(sender=stack.agent)
        scope = (True, True, 1 << EU, True)
        stack.engine.startCount(stack.token, scope, sender=stack.governor)
        stack.engine.countWallets(stack.token, list(wallets), sender=stack.agent)
        if finish:
            stack.engine.finishCount(stack.token, sender=stack.agent)
            stack.token.unpause(sender=stack.agent)

    def test_investors_in_custody_must_be_named(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        stack = market.stack
        stack.token.transfer(pool, 100, sender=ann)
        market.release(pool, ann, ben, 30)
        self.again(market, ben, pool, finish=False)
        with expect_revert("CountIncomplete", counted=30, supply=100):
            stack.engine.finishCount(stack.token, sender=ann)
        stack.engine.countWallets(stack.token, [ann, ben, ann], sender=ann)
        stack.engine.finishCount(stack.token, sender=ann)
        assert counts(market) == (2, 2, 2)
        assert market.held(ANN) == 70 and market.share(POOL, ANN) == 70
        stack.token.unpause(sender=stack.agent)
        market.release(pool, ann, ben, 70)
        assert counts(market) == (1, 1, 1)

    def test_a_running_count_is_finished_before_the_next(
        self, market: Market, ann: Actor, pool: Any
    ) -> None:
        stack = market.stack
        stack.token.transfer(pool, 60, sender=ann)
        self.again(market, pool, finish=False)
        with expect_revert("CountRunning"):
            stack.engine.startCount(stack.token, (True, True, 2, True), sender=stack.governor)
        names = f"0x{POOL:040x}", f"0x{ANN:040x}", f"0x{BEN:040x}"
        with expect_revert("CountRunning"):
            stack.engine.reassignShare(stack.token, *names, 1, 3, sender=stack.agent)

    def test_a_relinked_wallet_counts_where_its_lots_are(
        self, market: Market, ann: Actor, ben: Actor
    ) -> None:
        """Else its units, one identity's, could not move without the lots, another's."""
        stack = market.stack
        stack.engine.updateIdentity(ann, f"0x{CID:040x}", sender=stack.agent)
        self.again(market, ann)
        assert market.transfer(ann, ben, 10) == 0
        stack.engine.moveHoldings(stack.token, ann, sender=ann)
        assert (market.held(ANN), market.held(CID)) == (0, 90)
        assert market.transfer(ann, ben, 90) == 0
        assert counts(market) == (1, 1, 1)


class TestVolumes:
    """LOT-08."""

    def test_sales_from_custody_count_in_the_sellers_window(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        limit_volume(market, 30)
        assert market.transfer(ann, pool, 60) == 0
        assert window(market, ANN) == (0, 0)
        market.release(pool, ann, ben, 20)
        now = market.stack.chain.timestamp
        assert window(market, ANN) == (20, now + DAY)
        assert market.transfer(ann, ben, 11) == VOLUME
        assert market.transfer(ann, ben, 5) == 0
        with expect_revert("TransferRefused", code=VOLUME):
            market.release(pool, ann, ben, 6)
        market.release(pool, ann, ben, 5)
        assert window(market, ANN) == (30, now + DAY)
        market.at(now + DAY)
        market.release(pool, ann, ben, 30)
        assert window(market, POOL) == (0, 0)

    def test_inside_custody(self, market: Market, ann: Actor, ben: Actor, pool: Any) -> None:
        bank = market.desk(BANK)
        market.stack.token.transfer(pool, 100, sender=ann)
        limit_volume(market, 30)
        sell_inside(market, pool, ann, bank, ann, 50)
        assert window(market, ANN)[0] == 0
        sell_inside(market, pool, ann, bank, ben, 30)
        assert window(market, ANN)[0] == 30
        with expect_revert("TransferRefused", code=VOLUME):
            sell_inside(market, pool, ann, bank, ben, 1)

    def test_a_custodian_that_is_an_investor_elsewhere(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        """The bank's own units lie in the pool and are sold to Ben, into the bank itself."""
        bank = market.desk(BANK)
        stack = market.stack
        stack.token.transfer(pool, 100, sender=ann)
        names = f"0x{POOL:040x}", f"0x{ANN:040x}", f"0x{BANK:040x}"
        stack.engine.reassignShare(stack.token, *names, 40, 3, sender=stack.agent)
        limit_volume(market, 30)
        sell_inside(market, pool, bank, bank, ben, 30)
        assert window(market, BANK)[0] == 30
        with expect_revert("TransferRefused", code=VOLUME):
            sell_inside(market, pool, bank, bank, ben, 1)

    def test_what_is_a_custodians_own_has_no_window(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        stack = market.stack
        stack.token.transfer(pool, 100, sender=ann)
        names = f"0x{POOL:040x}", f"0x{ANN:040x}", f"0x{POOL:040x}"
        stack.engine.reassignShare(stack.token, *names, 100, 3, sender=stack.agent)
        limit_volume(market, 30)
        market.release(pool, pool, ben, 100)
        assert window(market, POOL) == (0, 0)

    def test_departures_from_custody_count(self, market: Market, ann: Actor, pool: Any) -> None:
        token, engine = market.stack.token, market.stack.engine
        token.transfer(pool, 100, sender=ann)
        limit_volume(market, 30)
        token.grantLocalRole(1, pool, sender=market.stack.governor)
        burn = token.crosschainBurn.encode(pool, 30)
        pool.together([engine, token], [market.name(pool, ann), burn], sender=ann)
        assert window(market, ANN)[0] == 30

    def test_an_allotment_is_used_up(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        market.stack.token.transfer(pool, 100, sender=ann)
        market.stack.configure(
            rule_settings(
                (VOLUME,), windowVolume=50, windowLength=DAY, allotments=[(WINDOW_LIMIT, 0, 10)]
            )
        )
        with expect_revert("TransferRefused", code=ALLOTMENT):
            market.release(pool, ann, ben, 11)
        market.release(pool, ann, ben, 10)

    def test_a_batch_counts_each_sale_and_no_deposit(
        self, market: Market, ann: Actor, ben: Actor, pool: Any
    ) -> None:
        limit_volume(market, 30)
        market.stack.token.batchTransfer([pool, ben, pool], [20, 10, 20], sender=ann)
        assert window(market, ANN)[0] == 10


def test_a_replay_tells_the_same(market: Market) -> None:
    """Counts and windows from logs alone."""
    stack, receipts = market.stack, []
    engine, token = stack.engine, stack.token
    replayer = Replayer(engine.address, [token.address])

    def tell(receipt: Receipt) -> None:
        receipts.append(receipt)
        replayer.take(
            events.Log(
                receipt.block_number,
                receipt.timestamp,
                "",
                log.address.lower(),
                tuple(log.topics),
                log.data,
            )
            for log in receipt.logs
        )

    scope = (True, True, 1 << EU, True)
    ann, ben = enter(market, ANN), enter(market, BEN)
    pool, bank = market.desk(POOL), market.desk(BANK)
    word = pack_record(0, GERMANY, FOREVER, (0, RETAIL, 0, 0, 0), 0, 0)
    records = {str(wallet).lower(): word | n for wallet, n in ((ann, ANN), (ben, BEN))}
    for desk, identity in ((pool, POOL), (bank, BANK)):
        custodian = pack_record(identity, GERMANY, FOREVER, (0,) * 5, FLAG_CUSTODIAN, 0)
        records[str(desk.address).lower()] = custodian
    replayer.registry.records.update(records)
    tell(engine.startCount(token, scope, sender=stack.governor))
    rules = rule_settings((VOLUME,), windowVolume=90, windowLength=DAY,
                          allotments=[(WINDOW_LIMIT, 0, 90)])  # fmt: skip
    tell(engine.configureRules(token, rules, sender=stack.governor))
    tell(token.mint(ann, 100, sender=stack.agent))
    tell(token.transfer(pool, 100, sender=ann))
    tell(sell_inside(market, pool, ann, bank, ben, 25))
    tell(market.release(pool, ann, ben, 30))
    names = f"0x{POOL:040x}", f"0x{ANN:040x}", f"0x{CID:040x}"
    tell(engine.reassignShare(token, *names, 45, 3, sender=stack.agent))
    found = replayer.counts[token.address.lower()]
    assert (found.holders, found.countries[GERMANY], found.classes[EU << 4 | RETAIL]) == counts(
        market
    )
    assert counts(market) == (2, 1, 1)
    for identity in (ANN, BEN, CID, POOL, BANK):
        position = found.position(f"0x{identity:040x}")
        assert (position.volume, position.window_end) == window(market, identity), identity
    assert window(market, ANN)[0] == 55
    assert len(receipts) == 7

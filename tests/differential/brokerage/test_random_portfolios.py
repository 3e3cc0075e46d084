"""Every figure of `quantera.risk` on random portfolios: the contract's, to the unit."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from quantera.brokerage.financing import debt_units
from quantera.brokerage.margin import LIQUIDATION, auction_bonus, covers
from quantera.brokerage.positions import potential, profit
from quantera.brokerage.rounding import BPS, DAY, down, up
from quantera.brokerage.valuation import Account, Market, assess
from quantera.risk.indicators import headroom
from quantera.risk.queue import queue
from quantera.risk.reading import AccountReading, AccountRisk, Reader, Snapshot
from tests.differential.brokerage.memory_station import MemoryStation
from tests.differential.brokerage.stage import LISTED, Stage, deploy_stage, step

STORIES, STEPS, EVERY = (3, 8), 150, 15
BELOW_MAINTENANCE, BELOW_LIQUIDATION = 3, 4
NO_RATIO = 2**256 - 1


class Look:
    """The book at a moment of a story, read in one call."""

    def __init__(self, stage: Stage, random: Random) -> None:
        station = MemoryStation(stage.stack.chain, stage.stack.chain.actor("reader"))
        self.shocks = {
            name: [random.randrange(-9_000, 9_000) for _ in LISTED] for name in ("one", "another")
        }
        reader = Reader(station.call, stage.stack.brokerage.address)
        self.snapshot: Snapshot = reader.snapshot(stage.accounts, self.shocks)
        self.market: Market = self.snapshot.market()
        self.told = stage.stack.brokerage.marginCallQueue(stage.accounts)

    def shocked(self, name: str) -> Market:
        """Low prices rounded down, the same spreads above them."""
        assets = {
            number: replace(asset, low=down(asset.low * (BPS + shock), BPS))
            for (number, asset), shock in zip(
                sorted(self.market.assets.items()), self.shocks[name], strict=True
            )
        }
        return replace(self.market, assets=assets)


@pytest.fixture(scope="module")
def looks() -> list[Look]:
    """Of the same two stories for all tests."""
    return list(_looks())


def _looks() -> Iterator[Look]:
    for seed in STORIES:
        stage, random = deploy_stage(), Random(seed)
        for count in range(1, STEPS + 1):
            step(stage, random)
            if count % EVERY == 0:
                for account in stage.accounts:
                    stage.do("issueMarginCall", account, sender=stage.liquidator)
                yield Look(stage, random)
        stage.stack.chain.advance(4 * DAY)
        yield Look(stage, random)


def accounts(looks: list[Look]) -> Iterator[tuple[Look, AccountReading]]:
    for look in looks:
        for account in look.snapshot.accounts:
            yield look, account


def risk_of(account: Account, market: Market, told: AccountRisk) -> AccountRisk:
    """`AccountRisk` as the twin works it out; what is recorded is taken from what is told."""
    found = assess(account, market)
    kept = found.maintenance(market.terms.gain_haircut_bps)
    return AccountRisk(
        *(found.gross, found.adjusted, found.power, kept, account.cash_value, found.gain),
        *(found.debt, found.loss, found.potential, found.exposure, told.recorded),
        down(kept * BPS, found.exposure) if found.exposure else NO_RATIO,
        *(told.initial_ratio, told.maintenance_ratio, bool(found.stale)),
    )


def test_the_stories_tell_of_everything(looks: list[Look]) -> None:
    """Borrowers and traders, calls, gains, losses, cash and stale prices."""
    found = [account for _, account in accounts(looks)]
    for what in ("cash", "gain", "debt", "loss", "potential", "stale"):
        assert any(getattr(each.risk, what) for each in found), what
    assert any(each.call.is_open for each in found) and any(each.positions for each in found)


def test_account_risk(looks: list[Look]) -> None:
    """INV-08: `accountRisk`."""
    for look, account in accounts(looks):
        assert risk_of(account.twin(), look.market, account.risk) == account.risk


def test_stress(looks: list[Look]) -> None:
    """INV-08: `stress`, of portfolios whose prices tell their spread."""
    seen = 0
    for look, account in accounts(looks):
        if all(look.market.assets[each].low > BPS for each in account.used):
            for name, told in account.stressed.items():
                assert risk_of(account.twin(), look.shocked(name), told) == told
                seen += told.exposure > 0
    assert seen > 10


def test_portfolio(looks: list[Look]) -> None:
    """INV-08: `portfolio`, item by item."""
    for look, account in accounts(looks):
        twin, market = account.twin(), look.market
        for held in account.collateral:
            asset = market.assets[held.asset]
            assert held.value == down(held.units * asset.low, asset.one)
            counts = held.units * asset.low * (BPS - asset.haircut(look.snapshot.time))
            assert held.adjusted == down(counts, asset.one * BPS)
        for owed in account.debts:
            asset = market.assets[owed.asset]
            index = market.indexes[owed.asset].current(market.now)
            assert owed.units == debt_units(account.shares[owed.asset], index)
            assert owed.value == up(owed.units * asset.high, asset.one)
        for item in account.positions:
            asset = market.assets[item.asset]
            assert item.profit == profit(twin.positions[item.asset], asset)
            assert item.potential == potential(item.size, asset)


def test_calls_and_auctions(looks: list[Look]) -> None:
    """`marginCallOf` and `auctionBonusOf`: what has run of a call, and the bonus of now."""
    for look, account in accounts(looks):
        terms, clock = look.snapshot.liquidation, look.snapshot.standstill
        run = account.call.auctioned_for(look.snapshot.time, clock, terms)
        assert account.bonus_bps == auction_bonus(terms, run)


def test_the_queue(looks: list[Look]) -> None:
    """`marginCallQueue`: who, in which order, how far below, and what is missing."""
    seen = 0
    for look in looks:
        below = {each.account: each for each in look.told}
        for account in look.snapshot.accounts:
            risk = account.risk
            kept = covers(risk.maintenance, risk.exposure, risk.maintenance_ratio)
            assert (account.number in below) == (risk.exposure > 0 and not kept)
            if account.number in below:
                found, seen = below[account.number], seen + 1
                assert found.shortfallValue == -headroom(risk)
                sinking = not covers(risk.maintenance, risk.exposure, LIQUIDATION)
                assert found.state == (BELOW_LIQUIDATION if sinking else BELOW_MAINTENANCE)
        mine = [each for each in queue(look.snapshot) if each.account.number in below]
        assert [each.ratio_bps for each in mine] == [each.ratioBps for each in look.told]
    assert seen

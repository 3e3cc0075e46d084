"""Run thousands of accounts through price paths that hold the worst moves on record.

`python -m quantera.brokerage.backtest` prints, by asset and kind of account, the share that was
liquidated and the share and size of what collateral did not cover; status 1 on any shortfall.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click
from rich.console import Console
from rich.table import Table

from quantera.brokerage.assets import Asset
from quantera.brokerage.defaults import CASH, HOUR, LIQUIDATION_TERMS, LISTINGS, TERMS, Listing
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.lifecycle import Case, Rules, borrowed, mark
from quantera.brokerage.margin import INITIAL, WHOLE
from quantera.brokerage.paths import Path, mirrored, path
from quantera.brokerage.positions import Position, cost
from quantera.brokerage.rounding import BPS, VALUE
from quantera.brokerage.valuation import Account, Market, assess

HOLDING = 1_000_000 * VALUE
"""Worth of an account's collateral, or of its position, when it is opened."""
LIFE_HOURS = 30 * 24
START = 1_767_225_600
RATE_PIPS = 50_000
CASH_ID, FIRST_ID = 0, 1
BORROWER, LONG, SHORT, MIXED = "borrower", "long", "short", "mixed borrower"


@dataclass(frozen=True)
class Outcome:
    """What became of one kind of account on one asset's paths; money as value."""

    asset: str
    kind: str
    accounts: int
    called: int
    liquidated: int
    short: int
    shortfall: int
    opened: int

    @property
    def liquidated_bps(self) -> int:
        """Share of accounts that were liquidated at least in part."""
        return self.liquidated * BPS // self.accounts


@dataclass(frozen=True)
class Replay:
    """Paths of some assets, hour by hour.

    Attributes:
        listings: assets, from id 1 on; cash is 0.
        paths: one for each.
    """

    listings: Sequence[Listing]
    paths: Sequence[Path]

    @property
    def hours(self) -> int:
        """How long the shortest path is."""
        return min(len(found.prices) for found in self.paths)

    def market(self, hour: int) -> Market:
        """Everything at the prices of one hour."""
        now = START + hour * HOUR
        assets: dict[int, Asset] = {CASH_ID: CASH.asset(now)}
        for place, (listing, found) in enumerate(zip(self.listings, self.paths, strict=True)):
            assets[FIRST_ID + place] = listing.asset(now, found.prices[hour])
        return Market(
            assets, {CASH_ID: DebtIndex(rate_pips=RATE_PIPS, updated_at=START)}, now, TERMS
        )

    def rules(self, latency: int) -> Rules:
        """The default rules, liquidators coming when the bonus is highest."""
        graces = {FIRST_ID + place: each.grace for place, each in enumerate(self.listings)}
        graces[CASH_ID] = CASH.grace
        return Rules(LIQUIDATION_TERMS, graces, LIQUIDATION_TERMS.auction_duration, latency)


def borrower(market: Market) -> Account:
    """Equal worths of every asset but cash as collateral, and as much debt as can be taken."""
    ids = [asset_id for asset_id in market.assets if asset_id != CASH_ID]
    account = Account()
    for asset_id in ids:
        asset = market.assets[asset_id]
        account.collateral[asset_id] = HOLDING // len(ids) * asset.one // asset.low
    most = assess(account, market).power * WHOLE // INITIAL
    account.debts[CASH_ID] = borrowed(most, CASH_ID, market)
    return account


def trader(market: Market, direction: int) -> Account:
    """A position in the first asset and as little cash as can carry it."""
    asset, cash = market.assets[FIRST_ID], market.assets[CASH_ID]
    size = direction * (HOLDING * asset.one // asset.low)
    price = asset.high if size > 0 else asset.low
    account = Account(positions={FIRST_ID: Position(size, cost(size, price, asset))})
    exposed = assess(account, market).exposure
    needed = -(-exposed * INITIAL * BPS // (WHOLE * (BPS - cash.haircut_bps)))
    account.collateral[CASH_ID] = -(-needed * cash.one // cash.low) + 1
    return account


OPENERS = {
    BORROWER: borrower,
    LONG: lambda market: trader(market, 1),
    SHORT: lambda market: trader(market, -1),
    MIXED: borrower,
}


def cases(
    replay: Replay, kind: str, every: int, latency: int = 0, life: int = LIFE_HOURS
) -> Iterator[Case]:
    """Open an account every so many hours and carry each through its life."""
    markets = [replay.market(hour) for hour in range(replay.hours)]
    rules = replay.rules(latency)
    for opened in range(0, replay.hours - 1, every):
        case = Case(OPENERS[kind](markets[opened]))
        for market in markets[opened + 1 : opened + 1 + life]:
            mark(case, market, rules)
            if case.is_over:
                break
        yield case


def run(replays: Sequence[Replay], kind: str, every: int, latency: int = 0) -> Outcome:
    """Carry one kind of account through several sets of paths."""
    done = [case for replay in replays for case in cases(replay, kind, every, latency)]
    listings = replays[0].listings
    return Outcome(
        listings[0].name if len(listings) == 1 else "all",
        kind,
        len(done),
        sum(case.calls > 0 for case in done),
        sum(case.liquidations > 0 for case in done),
        sum(case.shortfall > 0 for case in done),
        sum(case.shortfall for case in done),
        HOLDING * len(done),
    )


def outcomes(seeds: Sequence[int], every: int, latency: int = 0) -> Iterator[Outcome]:
    """Every asset with every kind of account, then all assets in one."""
    for listing in LISTINGS:
        found = [path(listing, seed) for seed in seeds]
        falling = [Replay([listing], [each]) for each in found]
        rising = [Replay([listing], [mirrored(each)]) for each in found]
        yield run(falling, BORROWER, every, latency)
        yield run(falling, LONG, every, latency)
        yield run(rising, SHORT, every, latency)
    together = [Replay(LISTINGS, [path(listing, seed) for listing in LISTINGS]) for seed in seeds]
    yield run(together, MIXED, every, latency)


def table(found: Sequence[Outcome]) -> Table:
    """Outcomes as a table."""
    shown = Table(title="replay of the worst moves on record", title_justify="left")
    for heading in ("asset", "account"):
        shown.add_column(heading, no_wrap=True)
    for heading in ("accounts", "called", "liquidated", "with shortfall", "shortfall"):
        shown.add_column(heading, justify="right")
    for each in found:
        shown.add_row(
            each.asset,
            each.kind,
            f"{each.accounts:,}",
            f"{100 * each.called / each.accounts:.1f} %",
            f"{100 * each.liquidated / each.accounts:.1f} %",
            f"{100 * each.short / each.accounts:.2f} %",
            f"{each.shortfall / VALUE:,.2f}",
        )
    return shown


@click.command(help=__doc__)
@click.option("--paths", default=2, show_default=True, help="Paths of each asset.")
@click.option("--every", default=12, show_default=True, help="Hours between two openings.")
@click.option("--latency", default=0, show_default=True, help="Hours that liquidators are late.")
def main(paths: int, every: int, latency: int) -> None:
    """The command line."""
    found = list(outcomes(range(paths), every, latency))
    Console().print(table(found))
    sys.exit(1 if any(each.short for each in found) else 0)


if __name__ == "__main__":
    main()

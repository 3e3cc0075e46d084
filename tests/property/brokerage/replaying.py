"""PB-17, INV-17: a sequence's events, replayed, beside the model."""

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from hypothesis.stateful import invariant

from quantera.brokerage.assets import Asset, AssetFlag
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.margin import LiquidationTerms, MarginCall, Standstill
from quantera.brokerage.positions import Position
from quantera.brokerage.replay import Replayer
from quantera.brokerage.replayed import CLEARING, Limits, Line, Pool, State, Window
from quantera.brokerage.valuation import Account, Terms
from quantera.evm import Receipt
from tests.property.brokerage.model.book import NOTHING
from tests.property.brokerage.model.records import CLEARING as CLEARING_ACCOUNT
from tests.property.brokerage.model.records import Listed
from tests.property.brokerage.model.risk import Risk
from tests.property.brokerage.stage import BrokerageStage

EVERY = 8
"""Steps between two comparisons."""
Rows = Iterator[tuple[str, Any, Any]]


def flags_of(listed: Listed) -> AssetFlag:
    """Uses and activity."""
    found = AssetFlag(0)
    for flag, holds in (
        (AssetFlag.COLLATERAL, listed.collateral),
        (AssetFlag.TRADABLE, listed.tradable),
        (AssetFlag.SETTLEMENT, listed.settlement),
        (AssetFlag.ACTIVE, listed.active),
    ):
        found |= flag if holds else AssetFlag(0)
    return found


class Replayed(BrokerageStage):
    """Listings are written into the state without events: the replay begins with the model's."""

    def start(self) -> None:
        super().start()
        self.replayer = Replayer()
        self.replayer.state = self.beginning(self.book)
        self.replayed = False

    def beginning(self, book: Risk) -> State:
        """The model as the replay would have it."""
        state = State(time=book.now)
        threshold, add_on = book.concentration
        state.terms = Terms(
            *(threshold, add_on, book.gain_haircut_bps, book.cash_asset),
            *(book.extra_initial, book.extra_maintenance),
        )
        state.trade_spread_bps, state.match_band_bps = book.spread_bps, book.match_band_bps
        state.evidence_attested = book.attested
        state.clearing_cash = book.clearing_cash
        state.liquidation = LiquidationTerms(*astuple(book.auctions))
        state.standstill = Standstill(*astuple(book.clock))
        for asset, listed in book.assets.items():
            state.assets[asset] = Asset(
                *(listed.low, listed.spread_bps, listed.time, listed.max_age),
                *(listed.haircut_bps, listed.exposure_bps, listed.decimals),
                *(flags_of(listed), listed.carry),
            )
            state.limits[asset] = Limits(None, *book.caps[asset], *book.open_interest(asset))
            if asset in book.tracks:
                state.tracks[asset] = book.tracks[asset].refreshed_at
            if asset in book.feed_terms:
                state.financing[asset] = book.feed_terms[asset].rate_pips
        for asset, window in book.windows.items():
            state.windows[asset] = Window(window.cap, window.taken, window.start)
        for asset, pool in book.pools.items():
            state.pools[asset] = Pool(
                DebtIndex(
                    *(pool.index, pool.rate_pips, pool.time, pool.reserve_bps, pool.reserves)
                ),
                *(pool.debt_shares, pool.liquidity, pool.lender_shares, pool.fees),
                *(pool.book_units, pool.settled),
            )
        for (asset, lender), shares in book.lent.items():
            state.lent[asset, str(self.actors[lender])] = shares
        for name, line in book.lines.items():
            state.lines[str(self.actors[name])] = Line(*astuple(line))
        state.group_limits = dict(book.groups)
        state.agreed_fees = {str(self.actors[n]): bps for n, bps in book.agreed_fees.items()}
        for account in [one for one, there in book.opened.items() if there]:
            state.accounts[self.number(account)] = Account(
                dict(book.held(account)),
                dict(book.owing(account)),
                {a: Position(p.size, p.entry) for a, p in book.standing(account).items()},
                book.cash.get(account, 0),
            )
            if account in book.recorded:
                state.recorded[self.number(account)] = book.recorded[account]
        state.accounts[CLEARING] = Account(
            positions={
                asset: Position(position.size, position.entry)
                for (who, asset), position in book.positions.items()
                if who == CLEARING_ACCOUNT and position != NOTHING
            }
        )
        return state

    def act(self, *args: Any, **options: Any) -> Receipt | None:
        receipt = super().act(*args, **options)
        if receipt is not None:
            events = receipt.events.of(self.contract)
            self.replayer.feed(events, self.chain.timestamp)
            self.replayed = True
        return receipt

    @invariant()
    def pb_17_events_tell_everything(self) -> None:
        """PB-17: what they leave is the model's state, which every view agrees with."""
        if not self.replayed or self.steps_seen % EVERY:
            return
        self.replayed = False
        self.book.now = self.chain.timestamp
        rows = (*self.of_accounts(), *self.of_assets(), *self.of_institutions())
        differing = [row for row in rows if row[1] != row[2]]
        assert not differing, differing[:3]

    def of_accounts(self) -> Rows:
        """Balances, positions, exposure as recorded, terms and calls."""
        book, state = self.book, self.replayer.state
        for account in [one for one, there in book.opened.items() if there]:
            number = self.number(account)
            kept = state.account(number)
            yield f"collateral of {account}", kept.collateral, book.held(account)
            yield f"debts of {account}", kept.debts, book.owing(account)
            yield f"cash of {account}", kept.cash_value, book.cash.get(account, 0)
            terms = kept.extra_initial, kept.extra_maintenance
            yield f"terms of {account}", terms, book.extra.get(account, (0, 0))
            if account[1]:
                recorded = book.recorded.get(account, 0)
                yield f"recorded of {account}", state.recorded.get(number, 0), recorded
            for what, table, told in (
                ("restricted", book.restricted, state.restricted),
                ("frozen", book.frozen, state.frozen),
                ("impaired", book.impaired, state.impaired),
                ("in default", book.defaulted, state.defaulted),
            ):
                yield f"{what}: {account}", number in told, bool(table.get(account))
            call = state.calls.get(number, MarginCall())
            call = call.live(book.now, state.standstill, state.liquidation)
            mine = book.call_of(account)
            found = call.is_open, call.is_escalated, call.called_at, call.cured_at, call.nonce
            held = mine.is_open, mine.is_escalated, mine.called_at, mine.cured_at, mine.nonce
            ends = call.ends(state.standstill, state.liquidation)
            yield f"call of {account}", (*found, ends), (*held, book.ends(mine))
            yield f"auction of {account}", call.auction_start, mine.auction_start
        for (account, asset), position in book.positions.items():
            of = state.account(self.number(account)).positions.get(asset, Position())
            there = position.size, position.entry
            yield f"position of {account} in {asset}", (of.size, of.entry), there

    def of_assets(self) -> Rows:
        """Prices and terms, pools, windows, claims and funds."""
        book, state, now = self.book, self.replayer.state, self.book.now
        for asset, listed in book.assets.items():
            told = state.assets[asset]
            found = told.low, told.high, told.updated_at, told.max_age, told.carry
            mine = listed.low, listed.high, listed.time, listed.max_age, listed.carry
            yield f"price of {asset}", found, mine
            risk = told.haircut(now), told.exposure_bps, told.flags & ~AssetFlag.RAMPING
            kept = listed.haircut(now), listed.exposure_bps, flags_of(listed)
            yield f"risk of {asset}", risk, kept
            limits = state.limits[asset]
            caps = limits.cap, limits.institution_cap, limits.open_interest_cap
            yield f"caps of {asset}", caps, book.caps[asset]
            interest = limits.long, limits.short
            yield f"interest in {asset}", interest, book.open_interest(asset)
            window, held = state.windows[asset], book.windows.get(asset)
            if held:
                seen = window.cap, window.taken, window.start
                yield f"window of {asset}", seen, (held.cap, held.taken, held.start)
        for asset, pool in book.pools.items():
            kept_pool, index = state.pools[asset], state.pools[asset].index
            yield (
                f"index of {asset}",
                (index.index, index.updated_at, index.rate_pips, index.reserve_bps, index.reserves),
                (pool.index, pool.time, pool.rate_pips, pool.reserve_bps, pool.reserves),
            )
            yield (
                f"pool of {asset}",
                (kept_pool.debt_shares, kept_pool.liquidity, kept_pool.lender_shares),
                (pool.debt_shares, pool.liquidity, pool.lender_shares),
            )
            rest = kept_pool.fees, kept_pool.book_units, kept_pool.settled
            yield f"rest of {asset}", rest, (pool.fees, pool.book_units, pool.settled)
            fund, of = book.fund(asset), state.funds[asset]
            sums = of.fund.units, of.fund.shares, of.fund.first_loss, of.epoch
            yield f"fund of {asset}", sums, (fund.units, fund.shares, fund.first_loss, fund.epoch)
            for name in book.lines:
                own, share = of.of(str(self.actors[name])), book.contribution(asset, name)
                part = share.shares, share.noticed, share.floor, share.withdrawable_at
                told_own = own.shares, own.noticed, own.floor, own.withdrawable_at
                yield f"contribution of {name} in {asset}", told_own, part
            for lender in self.lenders():
                lent = state.lent[asset, str(self.actors[lender])]
                yield f"lent by {lender}", lent, book.lent.get((asset, lender), 0)
        for (name, account, asset), units in book.claims.items():
            key = str(self.actors[name]), self.number(account), asset
            yield f"claim of {name} on {account}", state.claims[key], units

    def of_institutions(self) -> Rows:
        """Credit lines, groups, and what concerns everybody."""
        book, state = self.book, self.replayer.state
        for name, line in book.lines.items():
            told = state.lines[str(self.actors[name])]
            yield f"line of {name}", astuple(told), astuple(line)
            fees = state.agreed_fees.get(str(self.actors[name]), 0)
            yield f"fees of {name}", fees, book.agreed_fees.get(name, 0)
        for group, limit in book.groups.items():
            yield f"limit of {group}", state.group_limits.get(group, 0), limit
            together = book.exposed_together(group)
            yield f"exposure of {group}", state.group_exposure(group), together
        yield "clearing's cash", state.clearing_cash, book.clearing_cash
        yield "standstill", astuple(state.standstill), astuple(book.clock)
        yield "liquidations", astuple(state.liquidation), astuple(book.auctions)
        terms = state.terms
        yield (
            "terms of the book",
            (terms.concentration_milli, terms.concentration_add_on_milli, terms.gain_haircut_bps),
            (*book.concentration, book.gain_haircut_bps),
        )
        yield (
            "points and cash",
            (terms.extra_initial, terms.extra_maintenance, terms.cash_asset),
            (book.extra_initial, book.extra_maintenance, book.cash_asset),
        )
        yield "spread", state.trade_spread_bps, book.spread_bps
        yield "evidence", state.evidence_attested, book.attested
        yield "match band", state.match_band_bps, book.match_band_bps

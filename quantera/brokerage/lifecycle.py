"""One account from mark to mark: called, cured, escalated and liquidated as the contract would."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quantera.brokerage.financing import ONE, debt_units, shares_borrowed, shares_repaid
from quantera.brokerage.liquidation import SeizureTerms, Side, seizure
from quantera.brokerage.margin import (
    LIQUIDATION,
    MAINTENANCE,
    WHOLE,
    LiquidationTerms,
    MarginCall,
    Standstill,
    auction_bonus,
    covers,
    cure_needs,
)
from quantera.brokerage.positions import book, potential
from quantera.brokerage.rounding import BPS, down, up
from quantera.brokerage.valuation import Account, Assessment, Market, assess

RUNNING = Standstill()


@dataclass(frozen=True)
class Rules:
    """How calls and liquidations go.

    Attributes:
        graces: time to react by asset id, in seconds.
        bonus_after: seconds of the auction after which liquidators come.
        latency: marks between being liquidatable and being liquidated.
    """

    terms: LiquidationTerms
    graces: Mapping[int, int]
    bonus_after: int = 0
    latency: int = 0


@dataclass
class Case:
    """An account on its way.

    Attributes:
        waited: marks that it has been liquidatable for.
        repaid: value that liquidators paid.
        shortfall: debt left without a unit of collateral, value; 0 while there is some.
    """

    account: Account
    call: MarginCall = field(default_factory=MarginCall)
    waited: int = 0
    repaid: int = 0
    calls: int = 0
    liquidations: int = 0
    shortfall: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing can happen any more."""
        return self.shortfall > 0 or not (self.account.debts or self.account.positions)


def _maintenance(account: Account, market: Market) -> int:
    return MAINTENANCE + extra_points(account, market)


def _called(case: Case, found: Assessment, market: Market, rules: Rules) -> None:
    account, terms = case.account, market.terms
    kept, exposure = found.maintenance(terms.gain_haircut_bps), found.exposure
    case.call = case.call.live(market.now, RUNNING, rules.terms)
    if case.call.is_open:
        if kept >= cure_needs(exposure, extra_points(account, market), rules.terms):
            case.call = case.call.cured(market.now)
            return
    elif not covers(kept, exposure, _maintenance(account, market)):
        grace = min(rules.graces[i] for i in (*account.collateral, *account.positions))
        case.call = case.call.issued(market.now, grace, rules.terms)
        case.calls += 1
    if case.call.is_open and not covers(kept, exposure, LIQUIDATION):
        case.call = case.call.escalated(market.now)


def owe(account: Account, value: int, market: Market) -> None:
    """Turn a realised loss into debt in the book's cash: units and shares rounded up."""
    cash = market.terms.cash_asset
    asset, index = market.assets[cash], market.indexes[cash].current(market.now)
    units = up(value * asset.one, asset.low)
    account.debts[cash] = account.debts.get(cash, 0) + shares_borrowed(units, index)


def realise(account: Account, value: int, market: Market) -> None:
    """Book a profit or loss: losses use cash up and are debt beyond it, gains pay debt first."""
    if value < 0:
        covered = min(-value, account.cash_value)
        account.cash_value -= covered
        if covered < -value:
            owe(account, -value - covered, market)
        return
    cash = market.terms.cash_asset
    asset, index = market.assets[cash], market.indexes[cash].current(market.now)
    owed = debt_units(account.debts.get(cash, 0), index)
    units = min(down(value * asset.one, asset.high), owed)
    if units == owed:
        account.debts.pop(cash, None)
    else:
        account.debts[cash] -= shares_repaid(units, index)
    account.cash_value += max(value - up(units * asset.high, asset.one), 0)


def extra_points(account: Account, market: Market) -> int:
    """Per cent that the account must keep beyond the maintenance constant."""
    return market.terms.extra_maintenance + account.extra_maintenance


def excess(account: Account, asset_id: int, market: Market, terms: LiquidationTerms) -> int:
    """As much of a position as brings the account to the target ratio, signed; rounded up."""
    position, found = account.positions[asset_id], assess(account, market)
    whole = potential(position.size, market.assets[asset_id])
    target = terms.target_ratio_bps + extra_points(account, market) * (BPS // WHOLE)
    kept = found.maintenance(market.terms.gain_haircut_bps)
    missing = max(found.exposure - down(kept * BPS, target), 0)
    units = abs(position.size)
    needed = up(units * missing, whole) if missing < whole else units
    return needed if position.size > 0 else -needed


def largest_position(account: Account, market: Market) -> int:
    """The asset of the position with the greatest potential exposure."""
    return max(
        account.positions,
        key=lambda each: (potential(account.positions[each].size, market.assets[each]), each),
    )


def close_position(account: Account, asset_id: int, size: int, market: Market) -> None:
    """Close so much of a position against clearing, at the side that values it."""
    position, asset = account.positions[asset_id], market.assets[asset_id]
    done = book(position, -size, asset.low if size > 0 else asset.high, asset)
    account.positions[asset_id] = done.position
    if not done.position.size:
        del account.positions[asset_id]
    realise(account, done.realised, market)


def _seize(case: Case, collateral: int, debt: int, market: Market, rules: Rules) -> bool:
    account = case.account
    found = assess(account, market)
    held, owed = market.assets[collateral], market.assets[debt]
    index = market.indexes[debt].current(market.now)
    units = debt_units(account.debts[debt], index)
    elapsed = max(case.call.auctioned_for(market.now, RUNNING, rules.terms), rules.bonus_after)
    done = seizure(
        SeizureTerms(
            exposure=found.exposure,
            adjusted=found.maintenance(market.terms.gain_haircut_bps),
            target_bps=rules.terms.target_ratio_bps,
            weight_bps=BPS - held.haircut(market.now),
            bonus_bps=auction_bonus(rules.terms, elapsed),
            start_bonus_bps=rules.terms.start_bonus_bps,
            fee_bps=rules.terms.fee_bps,
            debt=Side(units, owed.high, owed.one),
            collateral=Side(account.collateral[collateral], held.low, held.one),
            dust=rules.terms.dust_value,
        )
    )
    if done.repaid == 0 and done.seized == 0:
        return False
    case.repaid += down(done.repaid * owed.high, owed.one)
    case.liquidations += 1
    account.collateral[collateral] -= done.seized
    if not account.collateral[collateral]:
        del account.collateral[collateral]
    if done.repaid == units:
        del account.debts[debt]
    else:
        account.debts[debt] -= shares_repaid(done.repaid, index)
    return True


def _is_due(case: Case, found: Assessment, market: Market, rules: Rules) -> bool:
    kept = found.maintenance(market.terms.gain_haircut_bps)
    if not found.exposure:
        return False
    if not covers(kept, found.exposure, LIQUIDATION):
        return True
    over = case.call.is_open and market.now >= case.call.ends(RUNNING, rules.terms)
    return over and not covers(kept, found.exposure, _maintenance(case.account, market))


def _liquidate(case: Case, market: Market, rules: Rules) -> None:
    account = case.account
    while account.positions:
        found = assess(account, market)
        if not _is_due(case, found, market, rules):
            return
        largest = largest_position(account, market)
        close_position(account, largest, excess(account, largest, market, rules.terms), market)
        case.liquidations += 1
    while account.debts and account.collateral:
        found = assess(account, market)
        needed = found.exposure * rules.terms.target_ratio_bps
        if found.maintenance(market.terms.gain_haircut_bps) * BPS >= needed:
            return
        largest = max(
            account.collateral,
            key=lambda i: account.collateral[i] * market.assets[i].low // market.assets[i].one,
        )
        if not _seize(case, largest, next(iter(account.debts)), market, rules):
            return


def mark(case: Case, market: Market, rules: Rules) -> Assessment:
    """Bring an account up to one moment's prices; answers what it was worth before."""
    found = assess(case.account, market)
    _called(case, found, market, rules)
    if not _is_due(case, found, market, rules):
        case.waited = 0
    elif case.waited < rules.latency:
        case.waited += 1
    else:
        _liquidate(case, market, rules)
        case.waited = 0
    if case.account.debts and not any(case.account.collateral.values()):
        left = assess(case.account, market)
        case.shortfall = max(left.debt - case.account.cash_value, 0)
    return found


def borrowed(value: int, asset_id: int, market: Market) -> int:
    """Shares of debt worth a value, rounded down."""
    asset = market.assets[asset_id]
    index = market.indexes[asset_id].current(market.now)
    return down(down(value * asset.one, asset.high) * ONE, index)

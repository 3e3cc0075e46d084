"""The five measures of an account, from what the contract's views tell."""

from quantera.brokerage.margin import WHOLE
from quantera.brokerage.rounding import BPS, DAY, down, up
from quantera.risk.assessment import (
    Indicator,
    Reading,
    RiskAssessment,
    RiskLevel,
    RiskSettings,
)
from quantera.risk.reading import AccountReading, AccountRisk, Snapshot

FULL = 10 * BPS
"""The measure of what has no bound, such as exposure without collateral."""


def _share(part: int, whole: int) -> int:
    if part <= 0:
        return 0
    return min(up(part * BPS, whole), FULL) if whole > 0 else FULL


def _reading(
    settings: RiskSettings,
    indicator: Indicator,
    measure: int,
    reasons: tuple[str, ...] = (),
    least: RiskLevel = RiskLevel.LOW,
) -> Reading:
    level = max(settings.of(indicator).level(measure), least)
    return Reading(indicator=indicator, measure_bps=measure, level=level, reasons=reasons)


def concentration(account: AccountReading, _: Snapshot, settings: RiskSettings) -> Reading:
    """The largest part of an account's collateral, or of its positions' potential exposure."""
    gross = account.risk.gross
    parts = [(item.value, gross, item.asset) for item in account.collateral]
    potential = account.risk.potential
    parts += [(item.potential, potential, item.asset) for item in account.positions]
    if not parts or not account.risk.exposure:
        return _reading(settings, Indicator.CONCENTRATION, 0)
    measure, asset = max((_share(part, whole), asset) for part, whole, asset in parts)
    return _reading(settings, Indicator.CONCENTRATION, measure, (f"asset {asset} is the largest",))


def used(risk: AccountRisk) -> int:
    """Exposure against the most that maintenance allows, in basis points, rounded up."""
    return _share(risk.exposure * risk.maintenance_ratio, risk.maintenance * WHOLE)


def market(account: AccountReading, _: Snapshot, settings: RiskSettings) -> Reading:
    """Exposure against what maintenance allows in the worst scenario, or as prices are."""
    found = {"prices as they are": account.risk, **account.stressed}
    name, measure = max(((name, used(risk)) for name, risk in found.items()), key=lambda x: x[1])
    return _reading(settings, Indicator.MARKET, measure, (f"worst: {name}",))


def counterparty(account: AccountReading, snapshot: Snapshot, settings: RiskSettings) -> Reading:
    """The institution's use of its limit, and what the book knows against it."""
    credit, least, reasons = account.credit, RiskLevel.LOW, []
    others = credit.exposure - account.risk.recorded
    measure = _share(others + account.risk.exposure, credit.limit)
    today = snapshot.time // DAY
    for what, day in (("term ends", credit.facility_end_day), ("review", credit.review_day)):
        left = day - today
        if left < 0:
            least = max(least, RiskLevel.HIGH)
            reasons.append(f"{what}: {-left} days ago")
        elif left <= settings.review_notice_days:
            least = max(least, RiskLevel.MODERATE)
            reasons.append(f"{what}: in {left} days")
    if account.call.is_open:
        least = max(least, RiskLevel.CRITICAL if account.call.is_escalated else RiskLevel.HIGH)
        reasons.append("a margin call is open")
    if account.is_restricted:
        least = max(least, RiskLevel.HIGH)
        reasons.append("restricted to closing")
    return _reading(settings, Indicator.COUNTERPARTY, measure, tuple(reasons), least)


def liquidity(account: AccountReading, snapshot: Snapshot, settings: RiskSettings) -> Reading:
    """Use of the pools that it owes to, or the part of its collateral beyond a window's caps."""
    measure, reasons = 0, []
    for owed in account.debts:
        pool = snapshot.assets[owed.asset]
        lent = _share(pool.lent, pool.lent + pool.liquidity)
        if lent > measure:
            measure, reasons = lent, [f"pool {owed.asset} is lent out"]
    beyond = 0
    for item in account.collateral:
        found = snapshot.assets[item.asset]
        if found.seizure_cap and snapshot.liquidation.seizure_window:
            beyond += max(item.value - max(found.seizure_cap - found.seized, 0), 0)
    if (over := _share(beyond, account.risk.gross)) > measure:
        measure, reasons = over, ["collateral beyond what one window may take"]
    return _reading(settings, Indicator.LIQUIDITY, measure, tuple(reasons))


def operational(account: AccountReading, snapshot: Snapshot, settings: RiskSettings) -> Reading:
    """Age of the oldest price against its most, and what stands in the way of acting."""
    measure, least, reasons = 0, RiskLevel.LOW, []
    for asset_id in sorted(account.used):
        asset = snapshot.assets[asset_id].asset
        age = _share(snapshot.time - asset.updated_at, asset.max_age)
        if age > measure:
            measure, reasons = age, [f"price of asset {asset_id} is the oldest"]
    if account.risk.stale:
        least = RiskLevel.HIGH
        reasons.append("a price is too old for new risk")
    if account.is_frozen:
        least = RiskLevel.HIGH
        reasons.append("frozen")
    if snapshot.standstill.since:
        least = RiskLevel.CRITICAL
        reasons.append("liquidations stand still")
    return _reading(settings, Indicator.OPERATIONAL, measure, tuple(reasons), least)


INDICATORS = (concentration, market, counterparty, liquidity, operational)


def assess_risk(
    account: AccountReading, snapshot: Snapshot, settings: RiskSettings | None = None
) -> RiskAssessment:
    """Assess one account."""
    held = settings or RiskSettings()
    return RiskAssessment(
        account=account.number,
        institution=account.institution,
        block=snapshot.block,
        time=snapshot.time,
        exposure=account.risk.exposure,
        maintenance=account.risk.maintenance,
        ratio_bps=min(account.risk.ratio_bps, FULL) if account.risk.exposure else FULL,
        readings=tuple(indicator(account, snapshot, held) for indicator in INDICATORS),
    )


def headroom(risk: AccountRisk) -> int:
    """Adjusted collateral beyond maintenance, value, rounded down; below zero what is missing."""
    return down(risk.maintenance * WHOLE - risk.exposure * risk.maintenance_ratio, WHOLE)

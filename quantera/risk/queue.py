"""Who is to be called, cured or liquidated, worst first, and what a liquidation would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quantera.brokerage.liquidation import UNLIMITED, Seizure, SeizureTerms, Side, seizure
from quantera.brokerage.margin import LIQUIDATION, covers, cure_needs
from quantera.brokerage.margin import MAINTENANCE as MAINTENANCE_RATIO
from quantera.brokerage.rounding import BPS
from quantera.risk.indicators import headroom
from quantera.risk.reading import AccountReading, Snapshot


class Step(StrEnum):
    """What an account asks for."""

    CALL = "call"
    ESCALATE = "escalate"
    CURE = "cure"
    LIQUIDATE = "liquidate"
    WAIT = "wait"
    """Called, and its time has not run out."""


@dataclass(frozen=True)
class Queued:
    """An account in the queue.

    Attributes:
        ratio_bps: as the contract tells it.
        missing: adjusted collateral that is missing to maintenance, value.
        deadline: end of its time to react, in seconds; 0 while it is not called.
    """

    account: AccountReading
    step: Step
    ratio_bps: int
    missing: int
    deadline: int


def step_of(account: AccountReading, snapshot: Snapshot) -> Step | None:
    """What an account asks for; None for nothing."""
    risk, call = account.risk, account.call
    if not risk.exposure:
        return Step.CURE if call.is_open else None
    below = not covers(risk.maintenance, risk.exposure, risk.maintenance_ratio)
    far_below = not covers(risk.maintenance, risk.exposure, LIQUIDATION)
    if call.is_open:
        extra = risk.maintenance_ratio - MAINTENANCE_RATIO
        if risk.maintenance >= cure_needs(risk.exposure, extra, snapshot.liquidation):
            return Step.CURE
        if far_below and not call.is_escalated:
            return Step.ESCALATE
        over = snapshot.time >= call.ends(snapshot.standstill, snapshot.liquidation)
        if far_below or (below and over):
            return Step.LIQUIDATE
        return Step.WAIT
    return Step.CALL if below else None


def queue(snapshot: Snapshot) -> tuple[Queued, ...]:
    """Every account that asks for something, the lowest ratio first."""
    found = []
    for account in snapshot.accounts:
        step = step_of(account, snapshot)
        if step is None:
            continue
        ends = account.call.ends(snapshot.standstill, snapshot.liquidation)
        found.append(
            Queued(
                account,
                step,
                account.risk.ratio_bps,
                max(-headroom(account.risk), 0),
                ends if account.call.is_open else 0,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.ratio_bps, each.account.number)))


@dataclass(frozen=True)
class Order:
    """One liquidation: `IBrokerageLiquidation.LiquidationOrder`, and what it comes to."""

    account: int
    debt_asset: int
    collateral: int
    nonce: int
    max_repay: int
    expected: Seizure

    def arguments(self, slippage_bps: int) -> tuple[int, int, int, int, int, int]:
        """The order's fields; no fewer units are taken than expected less a slippage."""
        least = self.expected.seized * (BPS - slippage_bps) // BPS
        return self.account, self.debt_asset, self.collateral, self.nonce, self.max_repay, least


def planned(
    account: AccountReading, snapshot: Snapshot, budgets: Mapping[int, int]
) -> Order | None:
    """The best order on an account: its largest debt that can be paid, its largest collateral.

    Args:
        account: one that may be liquidated and has no positions left.
        snapshot: of the same block.
        budgets: units that the liquidator has of each settlement asset.
    """
    affordable = [debt for debt in account.debts if budgets.get(debt.asset, 0) > 0]
    caps = {item.asset: _cap(item.asset, snapshot) for item in account.collateral}
    takable = [item for item in account.collateral if caps[item.asset] and item.units]
    if not affordable or not takable:
        return None
    debt = max(affordable, key=lambda item: item.value)
    held = max(takable, key=lambda item: min(item.value, caps[item.asset]))
    paid, taken = snapshot.assets[debt.asset].asset, snapshot.assets[held.asset].asset
    terms, risk = snapshot.liquidation, account.risk
    stricter = (risk.maintenance_ratio - MAINTENANCE_RATIO) * 100
    expected = seizure(
        SeizureTerms(
            exposure=risk.exposure,
            adjusted=risk.maintenance,
            target_bps=terms.target_ratio_bps + stricter,
            weight_bps=BPS - taken.haircut(snapshot.time),
            bonus_bps=account.bonus_bps or terms.start_bonus_bps,
            start_bonus_bps=terms.start_bonus_bps,
            fee_bps=terms.fee_bps,
            debt=Side(debt.units, paid.high, paid.one),
            collateral=Side(held.units, taken.low, taken.one),
            dust=terms.dust_value,
            cap=caps[held.asset],
            max_repay=budgets[debt.asset],
        )
    )
    if not expected.seized:
        return None
    return Order(
        account.number, debt.asset, held.asset, account.call.nonce, budgets[debt.asset], expected
    )


def _cap(asset: int, snapshot: Snapshot) -> int:
    found = snapshot.assets[asset]
    capped = found.seizure_cap and snapshot.liquidation.seizure_window
    return max(found.seizure_cap - found.seized, 0) if capped else UNLIMITED

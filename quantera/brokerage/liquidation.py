"""How much of a debt is repaid for how much of a collateral: units paid up, units taken down."""

from dataclasses import dataclass

from quantera.brokerage.rounding import BPS, down, up

UNLIMITED = 1 << 255


@dataclass(frozen=True)
class Side:
    """A debt or a collateral: units, price of a whole token (value), units of a whole token."""

    units: int
    price: int
    one: int

    def value_up(self, units: int) -> int:
        """Value of units, rounded up."""
        return up(units * self.price, self.one)

    def units_up(self, value: int) -> int:
        """Units that a value buys, rounded up."""
        return up(value * self.one, self.price)

    def units_down(self, value: int) -> int:
        """Units that a value buys, rounded down."""
        return down(value * self.one, self.price)


@dataclass(frozen=True)
class SeizureTerms:
    """What a liquidation is computed from; values have 8 decimals, rates are basis points.

    Attributes:
        exposure: the account's.
        adjusted: what its collateral counts for maintenance.
        target_bps: ratio to restore.
        weight_bps: share of this collateral's value that counts.
        debt: what is owed, at the high price.
        collateral: what is held, at the low price.
        dust: rest that is taken along, value.
        cap: most value that may be taken.
        max_repay: most units that the liquidator pays, fee included.
    """

    exposure: int
    adjusted: int
    target_bps: int
    weight_bps: int
    bonus_bps: int
    start_bonus_bps: int
    fee_bps: int
    debt: Side
    collateral: Side
    dust: int = 0
    cap: int = UNLIMITED
    max_repay: int = UNLIMITED


@dataclass(frozen=True)
class Seizure:
    """What a liquidation does: debt that falls, fee on top, collateral taken, bonus in it."""

    repaid: int = 0
    fee: int = 0
    seized: int = 0
    bonus_bps: int = 0
    under_water: bool = False


def rates(terms: SeizureTerms) -> tuple[int, int, bool]:
    """Bonus, what is taken for one repaid, and whether the ratio cannot but fall.

    The auction's bonus, but not so much that the account's ratio falls: the fee gives way before
    the bonus, and the least bonus stays.
    """
    taken = BPS + terms.bonus_bps + terms.fee_bps
    counted, covered = terms.exposure * terms.weight_bps, terms.adjusted * BPS * BPS
    if taken * counted <= covered:
        return terms.bonus_bps, taken, False
    most = covered // counted
    if most < BPS + terms.start_bonus_bps:
        return terms.start_bonus_bps, BPS + terms.start_bonus_bps, True
    return min(terms.bonus_bps, most - BPS), min(taken, most), False


def value_to_target(terms: SeizureTerms, taken_bps: int) -> int:
    """Value of debt whose repayment restores the target ratio, rounded up; 0 above it."""
    missing = terms.exposure * terms.target_bps - terms.adjusted * BPS
    if missing <= 0:
        return 0
    return up(missing, terms.target_bps - down(taken_bps * terms.weight_bps, BPS))


def _seized(terms: SeizureTerms, taken_bps: int, repaid: int) -> int:
    debt, collateral = terms.debt, terms.collateral
    value = repaid * debt.price * taken_bps
    return down(value * collateral.one, debt.one * BPS * collateral.price)


def _repaid(terms: SeizureTerms, taken_bps: int, seized: int) -> int:
    debt, collateral = terms.debt, terms.collateral
    value = seized * collateral.price * BPS
    return up(value * debt.one, collateral.one * taken_bps * debt.price)


def _most_allowed(terms: SeizureTerms, taken_bps: int) -> tuple[int, int]:
    debt, collateral = terms.debt, terms.collateral
    repaid = debt.units_up(value_to_target(terms, taken_bps))
    if repaid > debt.units or debt.value_up(debt.units - repaid) < terms.dust:
        repaid = debt.units
    seized = _seized(terms, taken_bps, repaid)
    if seized > collateral.units or collateral.value_up(collateral.units - seized) < terms.dust:
        price = _repaid(terms, taken_bps, collateral.units)
        if price <= debt.units:
            repaid, seized = price, collateral.units
    capped = collateral.units_down(terms.cap)
    if seized > capped:
        repaid, seized = _repaid(terms, taken_bps, capped), capped
    return repaid, seized


def _affordable(terms: SeizureTerms, taken_bps: int, affordable: int) -> tuple[int, int]:
    debt, collateral = terms.debt, terms.collateral
    repaid = affordable
    least = debt.units_up(terms.dust)
    if debt.units - repaid < least < debt.units:
        repaid = debt.units - least
    seized = _seized(terms, taken_bps, repaid)
    least = collateral.units_up(terms.dust)
    if collateral.units - seized < least < collateral.units:
        seized = collateral.units - least
        repaid = min(repaid, _repaid(terms, taken_bps, seized))
    return repaid, seized


def seizure(terms: SeizureTerms) -> Seizure:
    """The liquidation that the terms allow; nothing where nothing is owed, held or to be paid."""
    bonus, taken, under_water = rates(terms)
    if not (terms.debt.units and terms.collateral.units and terms.max_repay):
        return Seizure(bonus_bps=bonus, under_water=under_water)
    fee_bps = taken - BPS - bonus
    repaid, seized = _most_allowed(terms, taken)
    affordable = down(terms.max_repay * BPS, BPS + fee_bps)
    if repaid > affordable:
        repaid, seized = _affordable(terms, taken, affordable)
    return Seizure(repaid, up(repaid * fee_bps, BPS), seized, bonus, under_water)

"""How much of a debt is repaid for how much of a collateral; units paid up, units taken down."""

from dataclasses import dataclass

from tests.property.brokerage.model.numbers import BPS, down, up

UNLIMITED = 1 << 255


@dataclass(frozen=True)
class Side:
    """A debt at its high price or a collateral at its low one."""

    units: int
    price: int
    one: int

    def units_up(self, value: int) -> int:
        """Units that a value stands for, rounded up."""
        return up(value * self.one, self.price)


@dataclass(frozen=True)
class Wanted:
    """What a liquidation is worked out from; values, and rates in basis points.

    Attributes:
        exposure: the account's.
        adjusted: what its collateral counts for maintenance.
        target: ratio to restore.
        weight: what of the collateral's value counts.
        dust: rest that is not left behind.
        cap: most value that may be taken.
        most: most units that the liquidator pays, fee included.
    """

    exposure: int
    adjusted: int
    target: int
    weight: int
    bonus: int
    least_bonus: int
    fee: int
    debt: Side
    collateral: Side
    dust: int
    cap: int
    most: int


@dataclass(frozen=True)
class Taken:
    """What a liquidation does."""

    repaid: int = 0
    fee: int = 0
    seized: int = 0
    under_water: bool = False


def rates(wanted: Wanted) -> tuple[int, int, bool]:
    """Bonus, what is taken for one repaid, and whether the ratio cannot but fall.

    Near insolvency they shrink so that the ratio does not fall: the fee before the bonus, and the
    least bonus stays.
    """
    taken = BPS + wanted.bonus + wanted.fee
    counted, covered = wanted.exposure * wanted.weight, wanted.adjusted * BPS * BPS
    if taken * counted <= covered:
        return wanted.bonus, taken, False
    most = covered // counted
    if most < BPS + wanted.least_bonus:
        return wanted.least_bonus, BPS + wanted.least_bonus, True
    return min(wanted.bonus, most - BPS), min(taken, most), False


def seized_for(wanted: Wanted, taken: int, repaid: int) -> int:
    """Collateral for repaid debt, rounded down."""
    debt, held = wanted.debt, wanted.collateral
    return down(repaid * debt.price * taken * held.one, debt.one * BPS * held.price)


def repaid_for(wanted: Wanted, taken: int, seized: int) -> int:
    """Debt to repay for collateral, rounded up."""
    debt, held = wanted.debt, wanted.collateral
    return up(seized * held.price * BPS * debt.one, held.one * taken * debt.price)


def repaid_at_most(wanted: Wanted, taken: int, affordable: int) -> int:
    """As much as restores the target, no dust of the debt left behind, as far as can be paid."""
    owed, least = wanted.debt.units, wanted.debt.units_up(wanted.dust)
    missing = wanted.exposure * wanted.target - wanted.adjusted * BPS
    value = 0
    if missing > 0:
        value = up(missing, wanted.target - down(taken * wanted.weight, BPS))
    repaid = wanted.debt.units_up(value)
    if repaid > owed or owed - repaid < least:
        repaid = owed
    if repaid <= affordable:
        return repaid
    return owed - least if owed - affordable < least < owed else affordable


def seize(wanted: Wanted) -> Taken:
    """The liquidation that is allowed; nothing where nothing is owed, held or to be paid."""
    bonus, taken, under_water = rates(wanted)
    owed, held = wanted.debt.units, wanted.collateral.units
    if not (owed and held and wanted.most):
        return Taken(under_water=under_water)
    fee = taken - BPS - bonus
    affordable = down(wanted.most * BPS, BPS + fee)
    repaid = repaid_at_most(wanted, taken, affordable)
    seized = seized_for(wanted, taken, repaid)
    least = wanted.collateral.units_up(wanted.dust)
    if seized > held or held - seized < least:
        price = repaid_for(wanted, taken, held)
        if price <= owed and price <= affordable:
            repaid, seized = price, held
        elif repaid < owed and held > least:
            seized = held - least
            repaid = min(repaid, repaid_for(wanted, taken, seized))
    if wanted.cap != UNLIMITED:
        capped = down(wanted.cap * wanted.collateral.one, wanted.collateral.price)
        if seized > capped:
            repaid, seized = repaid_for(wanted, taken, capped), capped
    return Taken(repaid, up(repaid * fee, BPS), seized, under_water)

"""What an account is worth and owes: the contract's one path, in the same steps and roundings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quantera.brokerage.assets import Asset
from quantera.brokerage.financing import DebtIndex, debt_units
from quantera.brokerage.positions import Position, potential, profit
from quantera.brokerage.rounding import BPS, MILLI, down, up


@dataclass(frozen=True)
class Terms:
    """What concerns every account.

    Attributes:
        concentration_milli: share of adjusted collateral that one asset may be, thousandths.
        concentration_add_on_milli: what is cut off the part above it, thousandths.
        gain_haircut_bps: cut from unrealised gains.
        cash_asset: settlement asset that losses become debt in.
        extra_initial: points above the initial ratio.
        extra_maintenance: points above the maintenance ratio.
    """

    concentration_milli: int = MILLI
    concentration_add_on_milli: int = 0
    gain_haircut_bps: int = BPS
    cash_asset: int = 0
    extra_initial: int = 0
    extra_maintenance: int = 0


@dataclass
class Account:
    """What an account has and owes, by asset id.

    Attributes:
        collateral: units.
        debts: shares of the asset's debt.
        positions: sizes and entries.
        cash_value: realised gains not yet taken, value.
        extra_initial: points above the initial ratio that it must keep.
        extra_maintenance: points above the maintenance ratio that it must keep.
    """

    collateral: dict[int, int] = field(default_factory=dict)
    debts: dict[int, int] = field(default_factory=dict)
    positions: dict[int, Position] = field(default_factory=dict)
    cash_value: int = 0
    extra_initial: int = 0
    extra_maintenance: int = 0


@dataclass(frozen=True)
class Market:
    """All assets and debt indexes at one time."""

    assets: Mapping[int, Asset]
    indexes: Mapping[int, DebtIndex]
    now: int
    terms: Terms = Terms()


@dataclass(frozen=True)
class Assessment:
    """Values as `Valuation.sol` tells them.

    Attributes:
        gross: collateral at the low price, each balance rounded down.
        adjusted: the same less haircuts and add-on, plus cash, without unrealised gains.
        power: as `adjusted`, of active assets alone.
        gain: unrealised gains in full, rounded down.
        debt: debts at the high price, each rounded up.
        loss: unrealised losses, each rounded up.
        potential: potential exposure of positions, each rounded up.
        stale: assets whose price is too old.
    """

    gross: int
    adjusted: int
    power: int
    gain: int
    debt: int
    loss: int
    potential: int
    stale: tuple[int, ...] = ()

    @property
    def exposure(self) -> int:
        """`currentExposure`."""
        return self.debt + self.loss + self.potential

    def maintenance(self, gain_haircut_bps: int) -> int:
        """Adjusted collateral with unrealised gains less their haircut, rounded down."""
        return self.adjusted + down(self.gain * (BPS - gain_haircut_bps), BPS)


@dataclass(frozen=True)
class _Collateral:
    gross: int
    adjusted: int
    power: int


def concentration(largest: int, adjusted: int, terms: Terms) -> int:
    """What is cut for the part of one asset above its free share, value, rounded up."""
    above = largest * MILLI - adjusted * terms.concentration_milli
    return up(above * terms.concentration_add_on_milli, MILLI * MILLI) if above > 0 else 0


def _collateral(account: Account, market: Market) -> _Collateral:
    gross = adjusted = power = largest = 0
    for asset_id, units in account.collateral.items():
        asset = market.assets[asset_id]
        product = units * asset.low
        gross += down(product, asset.one)
        value = down(product * (BPS - asset.haircut(market.now)), asset.one * BPS)
        adjusted += value
        # What can settle is no concentration.
        if not asset.settles:
            largest = max(largest, value)
        if asset.is_active:
            power += value
    cut = concentration(largest, adjusted, market.terms)
    return _Collateral(gross, max(adjusted - cut, 0), max(power - cut, 0))


def assess(account: Account, market: Market) -> Assessment:
    """Value everything that an account has and owes."""
    held = _collateral(account, market)
    debt = gain = loss = at_risk = 0
    for asset_id, shares in account.debts.items():
        asset = market.assets[asset_id]
        units = debt_units(shares, market.indexes[asset_id].current(market.now))
        debt += up(units * asset.high, asset.one)
    for asset_id, position in account.positions.items():
        asset = market.assets[asset_id]
        made = profit(position, asset)
        gain, loss = gain + max(made, 0), loss + max(-made, 0)
        at_risk += potential(position.size, asset)
    used = {*account.collateral, *account.debts, *account.positions}
    stale = tuple(sorted(i for i in used if market.assets[i].is_stale(market.now)))
    return Assessment(
        held.gross,
        held.adjusted + account.cash_value,
        held.power + account.cash_value,
        gain,
        debt,
        loss,
        at_risk,
        stale,
    )

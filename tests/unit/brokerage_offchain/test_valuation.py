"""Every figure of the twin against exact rationals: within one, on its documented side (INV-08)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quantera.brokerage.assets import Asset, AssetFlag, HaircutPath, packed, unpacked
from quantera.brokerage.financing import debt_units
from quantera.brokerage.positions import Position, mark, potential, profit
from quantera.brokerage.rounding import BPS, down, up
from quantera.brokerage.valuation import Account, Market, Terms, assess, concentration
from tests.unit.brokerage_offchain.strategies import (
    NOW,
    accounts,
    assets,
    markets,
    positions,
    sizes,
)


def below(found: int, exact: Fraction, parts: int = 1) -> bool:
    """Rounded down, each of so many parts by less than one."""
    return found <= exact < found + parts


def above(found: int, exact: Fraction, parts: int = 1) -> bool:
    """Rounded up, each of so many parts by less than one."""
    return found - parts < exact <= found


@given(st.integers(-(10**40), 10**40), st.integers(1, 10**20))
def test_divisions_name_their_side(dividend: int, divisor: int) -> None:
    exact = Fraction(dividend, divisor)
    assert below(down(dividend, divisor), exact)
    assert above(up(dividend, divisor), exact)


@given(assets())
def test_a_word_holds_its_asset(asset: Asset) -> None:
    assert unpacked(packed(asset)) == asset
    assert packed(asset) < 1 << 256


@given(assets(), sizes)
def test_marks_round_against_their_owner(asset: Asset, size: int) -> None:
    """INV-08: a long at the low price, a short at the high one, less the carry, rounded down."""
    price = asset.low if size > 0 else asset.high
    exact = Fraction(size, asset.one) * (price - Fraction(asset.carry, 10**6))
    assert below(mark(size, asset), exact)
    assert above(
        potential(size, asset),
        Fraction(abs(size) * asset.high * asset.exposure_bps, asset.one * BPS),
    )


@given(assets(), positions)
def test_a_profit_is_worth_less_entry(asset: Asset, position: Position) -> None:
    assert profit(position, asset) == mark(position.size, asset) - position.entry


@given(accounts, markets())
def test_collateral_rounds_down(account: Account, market: Market) -> None:
    """INV-08: gross, adjusted and power are within a unit an asset of the exact figure."""
    found = assess(account, market)
    gross = adjusted = power = largest = Fraction(0)
    for asset_id, held in account.collateral.items():
        asset = market.assets[asset_id]
        value = Fraction(held * asset.low, asset.one)
        cut = value * Fraction(BPS - asset.haircut(NOW), BPS)
        gross, adjusted = gross + value, adjusted + cut
        power += cut if AssetFlag.ACTIVE in asset.flags else 0
        if AssetFlag.SETTLEMENT not in asset.flags:
            largest = max(largest, cut)
    terms = market.terms
    free = adjusted * Fraction(terms.concentration_milli, 1_000)
    cut = max(largest - free, Fraction(0)) * Fraction(terms.concentration_add_on_milli, 1_000)
    parts = len(account.collateral) + 3
    assert below(found.gross, gross, parts)
    cash = account.cash_value
    assert abs(found.adjusted - (max(adjusted - cut, Fraction(0)) + cash)) < parts
    assert abs(found.power - (max(power - cut, Fraction(0)) + cash)) < parts


@given(accounts, markets())
def test_liabilities_round_up(account: Account, market: Market) -> None:
    """INV-08: debts and losses are never below the exact figure, gains never above."""
    found = assess(account, market)
    debt = Fraction(0)
    for asset_id, shares in account.debts.items():
        asset, index = market.assets[asset_id], market.indexes[asset_id].current(NOW)
        units = debt_units(shares, index)
        assert above(units, Fraction(shares * index, 10**18))
        debt += Fraction(units * asset.high, asset.one)
    assert above(found.debt, debt, len(account.debts) + 1)
    gain = loss = Fraction(0)
    for asset_id, position in account.positions.items():
        asset = market.assets[asset_id]
        price = asset.low if position.size > 0 else asset.high
        made = Fraction(position.size, asset.one) * (price - Fraction(asset.carry, 10**6))
        made -= position.entry
        gain, loss = gain + max(made, Fraction(0)), loss + max(-made, Fraction(0))
    assert below(found.gain, gain, len(account.positions) + 1)
    assert above(found.loss, loss, len(account.positions) + 1)
    assert found.exposure == found.debt + found.loss + found.potential


def test_gains_count_for_maintenance_alone() -> None:
    """T-22: unrealised gains give no power; for maintenance they count less their haircut."""
    asset = Asset(low=200, decimals=0, updated_at=NOW, max_age=60)
    account = Account(positions={1: Position(size=10, entry=1_000)})
    found = assess(account, Market({1: asset}, {}, NOW))
    assert (found.gain, found.power, found.adjusted) == (1_000, 0, 0)
    assert found.maintenance(4_000) == 600


def test_settlement_assets_are_no_concentration() -> None:
    """What can settle may be all of the collateral; anything else is cut above its share."""
    money = Asset(low=100, decimals=0, updated_at=NOW, max_age=60)
    plain = Asset(low=100, decimals=0, updated_at=NOW, max_age=60, flags=AssetFlag.ACTIVE)
    terms = Terms(concentration_milli=600, concentration_add_on_milli=250)
    for asset, cut in ((money, 0), (plain, 1_000)):
        found = assess(Account({1: 100}), Market({1: asset}, {}, NOW, terms))
        assert found.adjusted == 10_000 - cut
    assert concentration(601, 1_000, terms) == 1, "rounded up"


def test_a_haircut_on_its_way_rounds_up() -> None:
    """T-39: linear between two times, never below what is reached."""
    path = HaircutPath(1_000, 2_000, NOW, NOW + 3)
    assert [path.at(NOW + second) for second in (-1, 0, 1, 2, 3, 9)] == [
        1_000,
        1_000,
        1_334,
        1_667,
        2_000,
        2_000,
    ]


def test_an_old_price_is_named() -> None:
    """T-18: which assets are stale, for whichever reason the account needs them."""
    fresh = Asset(low=1, updated_at=NOW, max_age=60)
    old = Asset(low=1, updated_at=NOW - 61, max_age=60)
    market = Market({1: fresh, 2: old}, {}, NOW)
    assert assess(Account({1: 5}), market).stale == ()
    assert assess(Account({1: 5}, positions={2: Position(1, 0)}), market).stale == (2,)

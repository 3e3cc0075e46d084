"""Average cost: netting in parts, zero sums with the clearing account, round trips, carry."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quantera.brokerage.assets import Asset
from quantera.brokerage.financing import carried
from quantera.brokerage.positions import Position, book, mark, mirrored, profit
from quantera.brokerage.rounding import PIPS, YEAR
from tests.unit.brokerage_offchain.strategies import NOW, assets, positions, prices, sizes


@given(assets(), positions, sizes, prices)
def test_the_other_side_takes_the_rounding(
    asset: Asset, position: Position, traded: int, price: int
) -> None:
    """INV-11: what an account realises and has at entry, clearing has with the opposite sign."""
    done = book(position, traded, price, asset)
    clearing = mirrored(
        Position(-position.size, -position.entry), position, done.position, done.realised
    )
    assert clearing.position.size == -done.position.size
    assert clearing.position.entry == -done.position.entry
    assert clearing.realised == -done.realised


@given(assets(), positions, sizes, prices)
def test_a_trade_is_booked_against_the_account(
    asset: Asset, position: Position, traded: int, price: int
) -> None:
    """INV-08: entry and realised profit together never beat the exact cost of the trade."""
    done = book(position, traded, price, asset)
    paid = Fraction(traded, asset.one) * (price - Fraction(asset.carry, 10**6))
    # What the account has put in: entry of what is left, less what it has taken out.
    put_in = done.position.entry - done.realised
    assert 0 <= put_in - (position.entry + paid) < 3


@given(assets(), prices, st.lists(st.integers(1, 10**24), min_size=1, max_size=6))
def test_parts_make_the_whole(asset: Asset, price: int, parts: list[int]) -> None:
    """INV-10: a trade in parts leaves the whole's position, and an entry within a unit a part."""
    whole = book(Position(), sum(parts), price, asset).position
    split = Position()
    for part in parts:
        split = book(split, part, price, asset).position
    assert split.size == whole.size
    assert 0 <= split.entry - whole.entry <= len(parts)


@given(assets(), sizes)
def test_a_round_trip_leaves_no_profit(asset: Asset, size: int) -> None:
    """INV-07: opened and closed at one price and time, nothing is gained."""
    price = asset.low
    opened = book(Position(), size, price, asset).position
    closed = book(opened, -size, price, asset)
    assert closed.position == Position()
    assert -2 <= closed.realised <= 0


@given(assets(), sizes, prices, prices)
def test_flipping_is_closing_and_opening(asset: Asset, size: int, first: int, second: int) -> None:
    """A trade through zero realises all of the old position and none of the new one."""
    opened = book(Position(), size, first, asset).position
    flipped = book(opened, -3 * size, second, asset)
    closed = book(opened, -size, second, asset)
    fresh = book(Position(), -2 * size, second, asset)
    assert flipped.realised == closed.realised
    assert flipped.position == fresh.position


@given(assets(), st.integers(1, 10**24), st.integers(-(10**6), 10**6), st.integers(0, 10**8))
def test_longs_pay_what_shorts_receive(asset: Asset, size: int, rate: int, elapsed: int) -> None:
    """Financing is zero-sum: one carry, read by both sides."""
    later = carried(asset, rate, asset.low, asset.updated_at + elapsed)
    paid = Fraction(asset.low * 10**6 * rate * elapsed, PIPS * YEAR)
    assert 0 <= paid - (later.carry - asset.carry) < 1
    flat = Asset(low=asset.low, decimals=asset.decimals, carry=asset.carry)
    moved = Asset(low=asset.low, decimals=asset.decimals, carry=later.carry)
    lost, won = (mark(side * size, flat) - mark(side * size, moved) for side in (1, -1))
    assert abs(lost + won) <= 1


def test_a_position_pays_its_carry() -> None:
    """100 tokens at 50 dollars, five per cent a year, half a year: 125 dollars."""
    asset = Asset(low=50 * 10**8, decimals=18, updated_at=NOW)
    opened = book(Position(), 100 * 10**18, asset.low, asset).position
    later = carried(asset, 50_000, asset.low, NOW + YEAR // 2)
    assert profit(opened, later) == -125 * 10**8

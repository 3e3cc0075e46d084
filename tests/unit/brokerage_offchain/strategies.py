"""Assets, positions and accounts as Hypothesis draws them, within the contract's words."""

from hypothesis import strategies as st

from quantera.brokerage.assets import CARRY_SCALE, Asset, AssetFlag
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.positions import Position
from quantera.brokerage.valuation import Account, Market, Terms

NOW = 1_800_000_000
IDS = range(4)
CASH = 0

prices = st.integers(1, 10**14)
units = st.integers(0, 10**26)
sizes = st.integers(-(10**26), 10**26).filter(bool)
flags = st.sampled_from([AssetFlag(bits) for bits in range(16)])


@st.composite
def assets(draw: st.DrawFn) -> Asset:
    """Any asset with a price, fresh at `NOW`."""
    low = draw(prices)
    return Asset(
        low=low,
        spread_bps=draw(st.integers(0, 2_000)),
        updated_at=NOW - draw(st.integers(0, 3_600)),
        max_age=3_600,
        haircut_bps=draw(st.integers(0, 10_000)),
        exposure_bps=draw(st.integers(0, 10_000)),
        decimals=draw(st.sampled_from([0, 2, 6, 8, 18, 27])),
        flags=draw(flags),
        carry=draw(st.integers(-low * CARRY_SCALE // 2, low * CARRY_SCALE // 2)),
    )


@st.composite
def markets(draw: st.DrawFn) -> Market:
    """Four assets and their debt indexes."""
    indexes = st.builds(
        DebtIndex,
        index=st.integers(10**18, 10**20),
        rate_pips=st.integers(0, 1_000_000),
        updated_at=st.integers(NOW - 10**7, NOW),
    )
    terms = st.builds(
        Terms,
        concentration_milli=st.integers(500, 1_000),
        concentration_add_on_milli=st.integers(0, 1_000),
        gain_haircut_bps=st.integers(0, 10_000),
        extra_initial=st.integers(0, 50),
        extra_maintenance=st.integers(0, 20),
    )
    return Market(
        {asset_id: draw(assets()) for asset_id in IDS},
        {asset_id: draw(indexes) for asset_id in IDS},
        NOW,
        draw(terms),
    )


positions = st.builds(Position, sizes, st.integers(-(10**28), 10**28))
accounts = st.builds(
    Account,
    collateral=st.dictionaries(st.sampled_from(IDS), units),
    debts=st.dictionaries(st.sampled_from(IDS), units),
    positions=st.dictionaries(st.sampled_from(IDS), positions),
    cash_value=st.integers(0, 10**20),
)

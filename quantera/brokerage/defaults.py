"""Default risk parameters, and the worst moves on record that they are held against.

The moves were measured on hourly prices in US dollars from January 2021 to February 2023, published
at github.com/bhemen/aave-data. No licence was seen there, so that of the prices themselves nothing
but these extremes is kept.
"""

from dataclasses import dataclass

from quantera.brokerage.assets import Asset
from quantera.brokerage.margin import LIQUIDATION, WHOLE, LiquidationTerms
from quantera.brokerage.rounding import BPS, VALUE, up
from quantera.brokerage.valuation import Terms

HOUR = 3_600
HORIZONS = (1, 4, 24)
"""Hours that worst moves are told for."""
NEED_BONUS_BPS = 500


@dataclass(frozen=True)
class Listing:
    """An asset as it is listed by default; rates in basis points, times in seconds.

    Attributes:
        price: a first price of a whole token, value.
        haircut_bps: cut from collateral.
        exposure_bps: potential exposure of a position.
        grace: time to react to a margin call.
        worst_bps: greatest falls within each of `HORIZONS`.
        noise_bps: standard deviation of an ordinary hour.
    """

    name: str
    price: int
    decimals: int
    haircut_bps: int
    exposure_bps: int
    grace: int
    worst_bps: tuple[int, int, int]
    noise_bps: int

    def need_bps(self, horizon: int) -> int:
        """Haircut with which an account at the liquidation threshold outlasts the worst move.

        After the move its collateral still pays the debt and a bonus of five per cent, rounded up.
        """
        left = BPS - self.worst_bps[HORIZONS.index(horizon)]
        kept = left * LIQUIDATION * BPS // WHOLE
        return max(up((BPS + NEED_BONUS_BPS) * BPS - kept, BPS + NEED_BONUS_BPS), 0)

    def asset(self, now: int, price: int = 0) -> Asset:
        """As the contract would know it."""
        return Asset(
            low=price or self.price,
            updated_at=now,
            max_age=4 * HOUR,
            haircut_bps=self.haircut_bps,
            exposure_bps=self.exposure_bps,
            decimals=self.decimals,
        )


CRYPTO_GRACE = 4 * HOUR
CASH = Listing("USDC", VALUE, 6, 200, 500, 24 * HOUR, (370, 380, 410), 1)
LISTINGS = (
    Listing("WETH", 2_500 * VALUE, 18, 2_500, 2_500, CRYPTO_GRACE, (2_090, 2_620, 3_280), 90),
    Listing("WBTC", 35_000 * VALUE, 8, 1_500, 1_800, CRYPTO_GRACE, (1_190, 1_700, 2_320), 70),
    Listing("stETH", 2_450 * VALUE, 18, 1_500, 1_600, CRYPTO_GRACE, (990, 1_530, 2_970), 80),
    Listing("LINK", 15 * VALUE, 18, 2_500, 2_860, CRYPTO_GRACE, (1_640, 2_710, 4_100), 110),
    Listing("CRV", 2 * VALUE, 18, 3_500, 3_500, CRYPTO_GRACE, (2_740, 3_730, 4_640), 130),
)
TERMS = Terms(gain_haircut_bps=5_000)
LIQUIDATION_TERMS = LiquidationTerms()

"""What coins and gas cost on the local chains: made up, in the public chains' proportions."""

from collections.abc import Mapping
from types import MappingProxyType

from quantera import chains

USD_DECIMALS = 8
USD = 10**8

COIN_USD: Mapping[str, int] = MappingProxyType(
    {"ETH": 3_000 * USD, "POL": USD // 4, "AVAX": 25 * USD}
)
"""USD with 8 decimals, by the coin's symbol."""

GAS_WEI: Mapping[str, int] = MappingProxyType(
    {
        "ethereum": 2 * 10**9,
        "polygon": 30 * 10**9,
        "avalanche": 10**9,
        "arbitrum": 2 * 10**7,
        "optimism": 10**7,
    }
)
"""Wei of the chain's own coin for a unit of gas, by chain."""


def coin_usd(chain: str) -> int:
    """Price of a chain's coin in USD with 8 decimals."""
    return COIN_USD[chains.get(chain).native_coin.symbol]


def gas_elsewhere(here: str, there: str) -> int:
    """What a unit of another chain's gas costs in this chain's wei, rounded up."""
    return -(-GAS_WEI[there] * coin_usd(there) // coin_usd(here))


def gas_usd(chain: str) -> int:
    """Price of a unit of a chain's gas in USD with 18 decimals, rounded up."""
    return -(-GAS_WEI[chain] * coin_usd(chain) // USD)

"""Off-chain half of the liquidity pools: an exact twin, quotes, fee policy and backtests."""

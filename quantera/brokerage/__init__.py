"""The brokerage in exact numbers, without a chain: each rounding on its documented side."""

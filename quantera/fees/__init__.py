"""Fees off-chain: a quote in words and numbers, and charges read from their events."""

from quantera.fees.charge import Charge, Limit, Product, charges
from quantera.fees.explain import Explanation, Line, explain

__all__ = ["Charge", "Explanation", "Limit", "Line", "Product", "charges", "explain"]

"""What tests of positions share."""

CARRY = 10**6
"""Digits that a carry and a net price have beyond a value."""

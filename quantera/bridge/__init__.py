"""Bridging off the chain: messages, quotes, route choice, tracking, recovery."""

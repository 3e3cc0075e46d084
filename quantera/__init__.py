"""Quantera: contracts for regulated assets and the harness that builds, tests and deploys them."""

__version__ = "0.1.0"

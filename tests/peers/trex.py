"""T-REX 4.1.6 for tests: the deployments that the gas measurements use, and module settings."""

from collections.abc import Sequence

from quantera.evm import Actor, Contract, Receipt
from quantera.gas.peers.trex import (
    FOUR_MODULES,
    Module,
    TrexAuthority,
    TrexSuite,
    deploy_module,
    deploy_suite,
    register,
)

__all__ = [
    "FOUR_MODULES",
    "Listing",
    "Module",
    "TrexAuthority",
    "TrexSuite",
    "allow_countries",
    "allow_users",
    "approve_transfer",
    "configure_listing",
    "deploy_module",
    "deploy_suite",
    "limit_exchange",
    "limit_exchange_month",
    "limit_supply",
    "limit_transfers",
    "register",
    "restrict_countries",
    "set_fee",
    "set_most_per_identity",
]


class Listing:
    """`ListingType` of the listing module."""

    WHITELIST = 1
    BLACKLIST = 2


def allow_countries(suite: TrexSuite, countries: Sequence[int]) -> Receipt:
    """Allow recipients of these countries."""
    return _set(suite, Module.COUNTRY_ALLOW, "batchAllowCountries", list(countries))


def restrict_countries(suite: TrexSuite, countries: Sequence[int]) -> Receipt:
    """Refuse recipients of these countries."""
    return _set(suite, Module.COUNTRY_RESTRICT, "batchRestrictCountries", list(countries))


def set_most_per_identity(suite: TrexSuite, most: int) -> Receipt:
    """Let no identity hold more than so many units."""
    return _set(suite, Module.MAX_BALANCE, "setMaxBalance", most)


def limit_supply(suite: TrexSuite, limit: int) -> Receipt:
    """Let no more than so many units exist."""
    return _set(suite, Module.SUPPLY_LIMIT, "setSupplyLimit", limit)


def limit_transfers(suite: TrexSuite, seconds: int, amount: int) -> Receipt:
    """Let an identity send so many units in a window of so many seconds."""
    return _set(suite, Module.TIME_TRANSFERS_LIMITS, "setTimeTransferLimit", (seconds, amount))


def limit_exchange(suite: TrexSuite, exchange: Contract, seconds: int, amount: int) -> Receipt:
    """Let an identity send an exchange's identity so many units in a window."""
    module = suite.modules[Module.TIME_EXCHANGE_LIMITS]
    module.addExchangeID(exchange, sender=suite.owner)
    limit = (seconds, amount)
    return _set(suite, Module.TIME_EXCHANGE_LIMITS, "setExchangeLimit", exchange, limit)


def limit_exchange_month(suite: TrexSuite, exchange: Contract, amount: int) -> Receipt:
    """Let an identity send an exchange's identity so many units in 30 days."""
    module = suite.modules[Module.EXCHANGE_MONTHLY_LIMITS]
    module.addExchangeID(exchange, sender=suite.owner)
    function = "setExchangeMonthlyLimit"
    return _set(suite, Module.EXCHANGE_MONTHLY_LIMITS, function, exchange, amount)


def approve_transfer(suite: TrexSuite, sender: Actor, to: Actor, amount: int) -> Receipt:
    """Approve one transfer of exactly this amount."""
    return _set(suite, Module.CONDITIONAL_TRANSFER, "approveTransfer", sender, to, amount)


def allow_users(suite: TrexSuite, users: Sequence[Actor]) -> Receipt:
    """Let these send to and receive from anybody."""
    return _set(suite, Module.TRANSFER_RESTRICT, "batchAllowUsers", list(users))


def set_fee(suite: TrexSuite, rate_bps: int, collector: Actor) -> Receipt:
    """Take a share of each transfer from the recipient, in hundredths of a percent."""
    return _set(suite, Module.TRANSFER_FEES, "setFee", rate_bps, collector)


def configure_listing(suite: TrexSuite, listing: int) -> Receipt:
    """Let investors choose the token (whitelist) or decline it (blacklist)."""
    return _set(suite, Module.TOKEN_LISTING_RESTRICTIONS, "configureToken", listing)


def _set(suite: TrexSuite, module: Module, function: str, *arguments: object) -> Receipt:
    receipt: Receipt = suite.call_module(module, function, *arguments)
    return receipt

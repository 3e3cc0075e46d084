"""IVaultShareFeed and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IVaultShareFeedStructs:
    """Structs of IVaultShareFeed."""


class IVaultShareFeedErrors:
    """Errors of IVaultShareFeed."""

    GrowthOutOfRange: TypeAlias = _errors.GrowthOutOfRange
    VaultDecimalsUnknown: TypeAlias = _errors.VaultDecimalsUnknown
    VaultEmpty: TypeAlias = _errors.VaultEmpty


class IVaultShareFeedEvents:
    """Events of IVaultShareFeed."""


class IVaultShareFeedFunctions(_rt.Functions):
    """Functions of IVaultShareFeed."""

    def ASSET_FEED(self) -> _rt.Read[_rt.Address]:
        """The feed of what the vault holds.

        Solidity: `ASSET_FEED()`, view, selector 0x5917d266
        """
        return self._read("ASSET_FEED()", _rt.Address)

    def FIRST_RATE(self) -> _rt.Read[int]:
        """Units of the asset that a whole share was worth at first.

        Solidity: `FIRST_RATE()`, view, selector 0x645660b1
        """
        return self._read("FIRST_RATE()", int)

    def MOST_YEARLY_GROWTH_BPS(self) -> _rt.Read[int]:
        """How fast the rate may grow, in basis points of the first one a year; at most 10,000.

        Solidity: `MOST_YEARLY_GROWTH_BPS()`, view, selector 0x0e4daf50
        """
        return self._read("MOST_YEARLY_GROWTH_BPS()", int)

    def STARTED_AT(self) -> _rt.Read[int]:
        """When that was.

        Solidity: `STARTED_AT()`, view, selector 0x0a9bb92f
        """
        return self._read("STARTED_AT()", int)

    def VAULT(self) -> _rt.Read[_rt.Address]:
        """The vault whose share is priced.

        Solidity: `VAULT()`, view, selector 0x411557d1
        """
        return self._read("VAULT()", _rt.Address)

    def highestRateDown(self) -> _rt.Read[int]:
        """The highest rate that counts now, rounded down.

        Solidity: `highestRateDown()`, view, selector 0x044286da
        """
        return self._read("highestRateDown()", int)

    def rateDown(self) -> _rt.Read[int]:
        """The rate that counts now, in units of the asset per whole share, rounded down.

        Solidity: `rateDown()`, view, selector 0xcf1cebea
        """
        return self._read("rateDown()", int)


class IVaultShareFeed(_rt.Contract):
    """A Chainlink-compatible feed for the share of an ERC-4626 vault: the vault's own rate
    times the price of what it holds, where the rate can grow by so much a year and no
    faster. Whoever gives units to the vault in order to lift its rate lifts no price; a
    fall counts at once. Nothing can be changed: other terms are another feed, and listing
    it waits as every change of a feed does.
    """

    NAME = "IVaultShareFeed"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IVaultShareFeedStructs
    errors: TypeAlias = IVaultShareFeedErrors
    events: TypeAlias = IVaultShareFeedEvents

    @cached_property
    def functions(self) -> IVaultShareFeedFunctions:
        """What the contract can be asked and told."""
        return IVaultShareFeedFunctions(self.contract, self.ERRORS)

"""VaultShareFeed and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class VaultShareFeedStructs:
    """Structs of VaultShareFeed."""


class VaultShareFeedErrors:
    """Errors of VaultShareFeed."""

    GrowthOutOfRange: TypeAlias = _errors.GrowthOutOfRange
    VaultDecimalsUnknown: TypeAlias = _errors.VaultDecimalsUnknown
    VaultEmpty: TypeAlias = _errors.VaultEmpty


class VaultShareFeedEvents:
    """Events of VaultShareFeed."""


class VaultShareFeedFunctions(_rt.Functions):
    """Functions of VaultShareFeed."""

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

    def decimals(self) -> _rt.Read[int]:
        """Decimals of its answers.

        Solidity: `decimals()`, view, selector 0x313ce567
        """
        return self._read("decimals()", int)

    def highestRateDown(self) -> _rt.Read[int]:
        """The highest rate that counts now, rounded down.

        Solidity: `highestRateDown()`, view, selector 0x044286da
        """
        return self._read("highestRateDown()", int)

    def latestRoundData(self) -> _rt.Read[tuple[int, int, int, int, int]]:
        """The latest answer and when it was of.

        Round and times are the asset feed's; so is whatever is wrong with it. An answer of
        nothing stays one.

        Solidity: `latestRoundData()`, view, selector 0xfeaf968c
        """
        return self._read("latestRoundData()", tuple[int, int, int, int, int])

    def rateDown(self) -> _rt.Read[int]:
        """The rate that counts now, in units of the asset per whole share, rounded down.

        Solidity: `rateDown()`, view, selector 0xcf1cebea
        """
        return self._read("rateDown()", int)


class VaultShareFeed(_rt.Contract):
    """See `IVaultShareFeed`."""

    NAME = "VaultShareFeed"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = VaultShareFeedStructs
    errors: TypeAlias = VaultShareFeedErrors
    events: TypeAlias = VaultShareFeedEvents

    @cached_property
    def functions(self) -> VaultShareFeedFunctions:
        """What the contract can be asked and told."""
        return VaultShareFeedFunctions(self.contract, self.ERRORS)

"""ICongestionSource and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ICongestionSourceStructs:
    """Structs of ICongestionSource."""


class ICongestionSourceErrors:
    """Errors of ICongestionSource."""


class ICongestionSourceEvents:
    """Events of ICongestionSource."""


class ICongestionSourceFunctions(_rt.Functions):
    """Functions of ICongestionSource."""

    def readings(self, baseFee: int) -> _rt.Read[tuple[int, int]]:
        """The signal now and its average.

        Must not revert and must be cheap: it is asked with 50,000 gas in every charge, and a
        source that fails or says zero for either reading costs the payer nothing.

        Arguments: `baseFee` the block's base fee in wei, or what a quote assumes it to be

        Returns: `average` what it is compared with; `current` the signal now

        Solidity: `readings(uint256)`, view, selector 0xd5da886d
        """
        return self._read("readings(uint256)", tuple[int, int], baseFee)


class ICongestionSource(_rt.Contract):
    """A signal of congestion for chains whose base fee says nothing, such as a sequencer's
    price per unit of L1 data. Only the ratio of the two readings matters, so their unit is
    the source's own.
    """

    NAME = "ICongestionSource"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ICongestionSourceStructs
    errors: TypeAlias = ICongestionSourceErrors
    events: TypeAlias = ICongestionSourceEvents

    @cached_property
    def functions(self) -> ICongestionSourceFunctions:
        """What the contract can be asked and told."""
        return ICongestionSourceFunctions(self.contract, self.ERRORS)

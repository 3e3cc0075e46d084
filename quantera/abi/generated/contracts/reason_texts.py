"""ReasonTexts and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ReasonTextsStructs:
    """Structs of ReasonTexts."""


class ReasonTextsErrors:
    """Errors of ReasonTexts."""


class ReasonTextsEvents:
    """Events of ReasonTexts."""


class ReasonTextsFunctions(_rt.Functions):
    """Functions of ReasonTexts."""

    def text(self, code: int) -> _rt.Read[str]:
        """The sentence of a code; empty for a code that the catalogue does not have.

        Solidity: `text(uint8)`, pure, selector 0x6b792f2e
        """
        return self._read("text(uint8)", str, code)


class ReasonTexts(_rt.Contract):
    """The sentence of each reason code (ERC-1404)."""

    NAME = "ReasonTexts"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ReasonTextsStructs
    errors: TypeAlias = ReasonTextsErrors
    events: TypeAlias = ReasonTextsEvents

    @cached_property
    def functions(self) -> ReasonTextsFunctions:
        """What the contract can be asked and told."""
        return ReasonTextsFunctions(self.contract, self.ERRORS)

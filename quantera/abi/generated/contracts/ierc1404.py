"""IERC1404 and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC1404Structs:
    """Structs of IERC1404."""


class IERC1404Errors:
    """Errors of IERC1404."""


class IERC1404Events:
    """Events of IERC1404."""


class IERC1404Functions(_rt.Functions):
    """Functions of IERC1404."""

    def detectTransferRestriction(
        self, from_: _rt.Address, to: _rt.Address, value: int
    ) -> _rt.Read[int]:
        """The code with which `transfer(to, value)` sent by `from` would be refused now; 0 when it
        would pass.

        Arguments: `value` amount in token units

        Solidity: `detectTransferRestriction(address,address,uint256)`, view, selector
        0xd4ce1415
        """
        return self._read(
            "detectTransferRestriction(address,address,uint256)", int, from_, to, value
        )

    def messageForTransferRestriction(self, code: int) -> _rt.Read[str]:
        """The sentence that belongs to a code.

        Solidity: `messageForTransferRestriction(uint8)`, view, selector 0x7f4ab1dd
        """
        return self._read("messageForTransferRestriction(uint8)", str, code)


class IERC1404(_rt.Contract):
    """ERC-1404: a transfer's refusal as a code and a sentence, before it is sent."""

    NAME = "IERC1404"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IERC1404Structs
    errors: TypeAlias = IERC1404Errors
    events: TypeAlias = IERC1404Events

    @cached_property
    def functions(self) -> IERC1404Functions:
        """What the contract can be asked and told."""
        return IERC1404Functions(self.contract, self.ERRORS)

"""ILiveVerification and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiveVerificationStructs:
    """Structs of ILiveVerification."""


class ILiveVerificationErrors:
    """Errors of ILiveVerification."""


class ILiveVerificationEvents:
    """Events of ILiveVerification."""


class ILiveVerificationFunctions(_rt.Functions):
    """Functions of ILiveVerification."""

    def isVerifiedLive(self, identity: _rt.Address) -> _rt.Read[bool]:
        """Whether the identity carries, for each claim topic, a valid claim of a trusted issuer.

        Calls the identity and its claim issuers with bounded gas; whatever they answer, a fault
        only makes the identity unverified. False for the zero address and for an address
        without code.

        Solidity: `isVerifiedLive(address)`, view, selector 0x78c9e358
        """
        return self._read("isVerifiedLive(address)", bool, identity)


class ILiveVerification(_rt.Contract):
    """What a decision asks in the mode that does not trust stored validity. At the engine's
    address.
    """

    NAME = "ILiveVerification"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ILiveVerificationStructs
    errors: TypeAlias = ILiveVerificationErrors
    events: TypeAlias = ILiveVerificationEvents

    @cached_property
    def functions(self) -> ILiveVerificationFunctions:
        """What the contract can be asked and told."""
        return ILiveVerificationFunctions(self.contract, self.ERRORS)

"""IClaimIssuer and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IClaimIssuerStructs:
    """Structs of IClaimIssuer."""


class IClaimIssuerErrors:
    """Errors of IClaimIssuer."""


class IClaimIssuerEvents:
    """Events of IClaimIssuer."""


class IClaimIssuerFunctions(_rt.Functions):
    """Functions of IClaimIssuer."""

    def isClaimValid(
        self, identity: _rt.Address, claimTopic: int, signature: bytes, data: bytes
    ) -> _rt.Read[bool]:
        """Whether the issuer stands by a claim: signed by one of its claim keys and not revoked.

        Solidity: `isClaimValid(address,uint256,bytes,bytes)`, view, selector 0xc0969a6e
        """
        return self._read(
            "isClaimValid(address,uint256,bytes,bytes)", bool, identity, claimTopic, signature, data
        )


class IClaimIssuer(_rt.Contract):
    """What the registry asks of an ONCHAINID claim issuer."""

    NAME = "IClaimIssuer"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IClaimIssuerStructs
    errors: TypeAlias = IClaimIssuerErrors
    events: TypeAlias = IClaimIssuerEvents

    @cached_property
    def functions(self) -> IClaimIssuerFunctions:
        """What the contract can be asked and told."""
        return IClaimIssuerFunctions(self.contract, self.ERRORS)

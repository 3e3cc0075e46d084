"""IOnchainIdentity and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IOnchainIdentityStructs:
    """Structs of IOnchainIdentity."""


class IOnchainIdentityErrors:
    """Errors of IOnchainIdentity."""


class IOnchainIdentityEvents:
    """Events of IOnchainIdentity."""


class IOnchainIdentityFunctions(_rt.Functions):
    """Functions of IOnchainIdentity."""

    def getClaim(self, claimId: bytes) -> _rt.Read[tuple[int, int, _rt.Address, bytes, bytes, str]]:
        """A claim by id, the hash of its ABI-encoded issuer and topic; zeros when there is none.

        Solidity: `getClaim(bytes32)`, view, selector 0xc9100bcb
        """
        return self._read(
            "getClaim(bytes32)", tuple[int, int, _rt.Address, bytes, bytes, str], claimId
        )

    def keyHasPurpose(self, key: bytes, purpose: int) -> _rt.Read[bool]:
        """Whether a key, the hash of an ABI-encoded address, has a purpose; purpose 1 is
        management.

        Solidity: `keyHasPurpose(bytes32,uint256)`, view, selector 0xd202158d
        """
        return self._read("keyHasPurpose(bytes32,uint256)", bool, key, purpose)


class IOnchainIdentity(_rt.Contract):
    """What the registry asks of an ONCHAINID identity (ERC-734 keys, ERC-735 claims)."""

    NAME = "IOnchainIdentity"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IOnchainIdentityStructs
    errors: TypeAlias = IOnchainIdentityErrors
    events: TypeAlias = IOnchainIdentityEvents

    @cached_property
    def functions(self) -> IOnchainIdentityFunctions:
        """What the contract can be asked and told."""
        return IOnchainIdentityFunctions(self.contract, self.ERRORS)

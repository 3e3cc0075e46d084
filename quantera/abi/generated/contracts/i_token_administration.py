"""ITokenAdministration and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITokenAdministrationStructs:
    """Structs of ITokenAdministration."""

    Setup: TypeAlias = _structs.IComplianceAwareToken_Setup
    TokenInfo: TypeAlias = _structs.IComplianceAwareToken_TokenInfo


class ITokenAdministrationErrors:
    """Errors of ITokenAdministration."""


class ITokenAdministrationEvents:
    """Events of ITokenAdministration."""


class ITokenAdministrationFunctions(_rt.Functions):
    """Functions of ITokenAdministration."""

    def balanceOfAt(self, holder: _rt.Address, number: int) -> _rt.Read[int]:
        """What a wallet held when a record date fell; the present balance while it is still to
        come. Reverts with `UnknownRecordDate`.

        Solidity: `balanceOfAt(address,uint256)`, view, selector 0x4ee2cd7e
        """
        return self._read("balanceOfAt(address,uint256)", int, holder, number)

    def complianceModule(self) -> _rt.Read[_rt.Address]:
        """The compliance contract, by the name that SPEC-level integrations use; equals
        `compliance()`.

        Solidity: `complianceModule()`, view, selector 0xc1ac79ae
        """
        return self._read("complianceModule()", _rt.Address)

    def initialize(
        self,
        authority: _rt.Address,
        setup: _structs.IComplianceAwareToken_Setup,
        info: _structs.IComplianceAwareToken_TokenInfo,
    ) -> _rt.Write[None]:
        """Sets the token up, paused as ERC-3643 asks; once, in the transaction that creates it.
        Reverts with `ZeroAddress`, `EmptyString`, `DecimalsTooLarge`, `NotAnEngine` or
        `ComplianceNotBound`.

        Arguments: `authority` the chain's access manager; `info` what the issuer states of the
        security; `setup` name, symbol and the contracts that the token asks

        Solidity:
        `initialize(address,(address,address,address,string,string,uint8),(string,string,string,uint256,bool))`,
        nonpayable, selector 0x15d18fdb
        """
        return self._write(
            "initialize(address,(address,address,address,string,string,uint8),(string,string,string,uint256,bool))",
            type(None),
            authority,
            setup,
            info,
        )

    def owner(self) -> _rt.Read[_rt.Address]:
        """ERC-173's owner: always the chain's access manager.

        Solidity: `owner()`, view, selector 0x8da5cb5b
        """
        return self._read("owner()", _rt.Address)

    def recordDate(self, number: int) -> _rt.Read[int]:
        """The second of a record date. Reverts with `UnknownRecordDate`.

        Solidity: `recordDate(uint256)`, view, selector 0xbb888c40
        """
        return self._read("recordDate(uint256)", int, number)

    def recoveryAddressWithReason(
        self,
        lostWallet: _rt.Address,
        newWallet: _rt.Address,
        investorOnchainID: _rt.Address,
        reason: int,
    ) -> _rt.Write[bool]:
        """As ERC-3643's `recoveryAddress`, with the agent's reason in the log.

        Solidity: `recoveryAddressWithReason(address,address,address,uint8)`, nonpayable,
        selector 0x1eeb6857
        """
        return self._write(
            "recoveryAddressWithReason(address,address,address,uint8)",
            bool,
            lostWallet,
            newWallet,
            investorOnchainID,
            reason,
        )

    def renounceOwnership(self) -> _rt.Read[None]:
        """Always reverts with `OwnershipFollowsAuthority`.

        Solidity: `renounceOwnership()`, view, selector 0x715018a6
        """
        return self._read("renounceOwnership()", type(None))

    def scheduleRecordDate(self, fallsAt: int) -> _rt.Write[int]:
        """Sets the next record date; agent only. Reverts with `InvalidRecordDate` unless it lies
        in the future, no other is pending and fewer than 255 were set.

        Returns: `number` its number, counted from 1

        Solidity: `scheduleRecordDate(uint40)`, nonpayable, selector 0xc526a719
        """
        return self._write("scheduleRecordDate(uint40)", int, fallsAt)

    def setTokenInfo(self, info: _structs.IComplianceAwareToken_TokenInfo) -> _rt.Write[None]:
        """Replaces the issuer's statement; owner only.

        Solidity: `setTokenInfo((string,string,string,uint256,bool))`, nonpayable, selector
        0xa8af0333
        """
        return self._write("setTokenInfo((string,string,string,uint256,bool))", type(None), info)

    def tokenInfo(self) -> _rt.Read[_structs.IComplianceAwareToken_TokenInfo]:
        """What the issuer states of the security.

        Solidity: `tokenInfo()`, view, selector 0x6addb663
        """
        return self._read("tokenInfo()", _structs.IComplianceAwareToken_TokenInfo)

    def totalSupplyAt(self, number: int) -> _rt.Read[int]:
        """The total supply when a record date fell. Reverts with `UnknownRecordDate`.

        Solidity: `totalSupplyAt(uint256)`, view, selector 0x981b24d0
        """
        return self._read("totalSupplyAt(uint256)", int, number)

    def transferOwnership(self, newOwner: _rt.Address) -> _rt.Read[None]:
        """Always reverts with `OwnershipFollowsAuthority`: only an upgrade can change the manager.

        Solidity: `transferOwnership(address)`, view, selector 0xf2fde38b
        """
        return self._read("transferOwnership(address)", type(None), newOwner)


class ITokenAdministration(_rt.Contract):
    """A ComplianceAwareToken's set-up, statement, owner and record dates; errors and events
    are those of `IComplianceAwareToken`. Amounts in token units, times in Unix seconds.
    """

    NAME = "ITokenAdministration"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ITokenAdministrationStructs
    errors: TypeAlias = ITokenAdministrationErrors
    events: TypeAlias = ITokenAdministrationEvents

    @cached_property
    def functions(self) -> ITokenAdministrationFunctions:
        """What the contract can be asked and told."""
        return ITokenAdministrationFunctions(self.contract, self.ERRORS)

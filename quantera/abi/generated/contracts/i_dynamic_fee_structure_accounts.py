"""IDynamicFeeStructureAccounts and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IDynamicFeeStructureAccountsStructs:
    """Structs of IDynamicFeeStructureAccounts."""

    AccountState: TypeAlias = _structs.IDynamicFeeStructureAccounts_AccountState
    Terms: TypeAlias = _structs.IDynamicFeeStructureAccounts_Terms


class IDynamicFeeStructureAccountsErrors:
    """Errors of IDynamicFeeStructureAccounts."""

    TermsOutOfRange: TypeAlias = _errors.TermsOutOfRange_uint8_uint24_uint40_uint8


class IDynamicFeeStructureAccountsEvents:
    """Events of IDynamicFeeStructureAccounts."""

    @dataclass(frozen=True)
    class AccountRefreshed(_rt.Event):
        """From now on a wallet's charges count for this account."""

        SIGNATURE: ClassVar[str] = "AccountRefreshed(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b2fca93cda94c7245196ad4ebdcf0d0cad048441e42b8cb57b60f67b23e2edf6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        wallet: _rt.Address
        account: _rt.Address
        time: int

    @dataclass(frozen=True)
    class IdentityRegistrySet(_rt.Event):
        """Where identities are looked up; zero for nowhere."""

        SIGNATURE: ClassVar[str] = "IdentityRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8aa6172b9dcbe4f05892121059bc535d4743d706ba3ac6cbabf4a40de229e388"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        registry: _rt.Address

    @dataclass(frozen=True)
    class InstitutionSet(_rt.Event):
        """An identity belongs to an institution, or to none (zero), for wallets refreshed from now
        on.
        """

        SIGNATURE: ClassVar[str] = "InstitutionSet(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1487f3ad37b2b9b1220cdcd5bb8fef049de22da1c1894b17685537a9bdbbe247"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        identity: _rt.Address
        institution: _rt.Address

    @dataclass(frozen=True)
    class TermsSet(_rt.Event):
        """An account's terms."""

        SIGNATURE: ClassVar[str] = "TermsSet(address,(uint8,uint24,uint40,uint8))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "38eb2bc8da30fe189c5c1c82399abe959a49dd0435376cf01a2e28b266ccc05b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        terms: _structs.IDynamicFeeStructureAccounts_Terms


class IDynamicFeeStructureAccountsFunctions(_rt.Functions):
    """Functions of IDynamicFeeStructureAccounts."""

    def ACCOUNT_LIFETIME(self) -> _rt.Read[int]:
        """How long a wallet's account holds before a charge looks it up again, seconds.

        Solidity: `ACCOUNT_LIFETIME()`, view, selector 0xd18d43f5
        """
        return self._read("ACCOUNT_LIFETIME()", int)

    def accountOf(self, wallet: _rt.Address) -> _rt.Read[_rt.Address]:
        """The account that a charge of this wallet would count for now.

        Solidity: `accountOf(address)`, view, selector 0x8086b8ba
        """
        return self._read("accountOf(address)", _rt.Address, wallet)

    def accountState(
        self, account: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureAccounts_AccountState]:
        """Volume and terms of an account.

        Solidity: `accountState(address)`, view, selector 0x0ec4c601
        """
        return self._read(
            "accountState(address)", _structs.IDynamicFeeStructureAccounts_AccountState, account
        )

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """Where identities are looked up; zero for nowhere.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def institutionOf(self, identity: _rt.Address) -> _rt.Read[_rt.Address]:
        """The institution that an identity is linked to; zero for none.

        Solidity: `institutionOf(address)`, view, selector 0xa3bbd439
        """
        return self._read("institutionOf(address)", _rt.Address, identity)

    def refreshAccounts(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Looks up wallets' accounts now; anyone may call.

        Solidity: `refreshAccounts(address[])`, nonpayable, selector 0x61ca7078
        """
        return self._write("refreshAccounts(address[])", type(None), wallets)

    def refreshedAt(self, wallet: _rt.Address) -> _rt.Read[int]:
        """When a wallet's account was last looked up; zero for never.

        Solidity: `refreshedAt(address)`, view, selector 0x3b8940bc
        """
        return self._read("refreshedAt(address)", int, wallet)

    def revokeTerms(self, account: _rt.Address) -> _rt.Write[None]:
        """Ends an account's waiver and tier at once.

        Restricted: RISK_OFFICER.

        Solidity: `revokeTerms(address)`, nonpayable, selector 0x3802f489
        """
        return self._write("revokeTerms(address)", type(None), account)

    def setIdentityRegistry(self, registry: _rt.Address) -> _rt.Write[None]:
        """Sets where identities are looked up.

        Restricted: FEE_ADMIN.

        Solidity: `setIdentityRegistry(address)`, nonpayable, selector 0xcbf3f861
        """
        return self._write("setIdentityRegistry(address)", type(None), registry)

    def setInstitution(self, identity: _rt.Address, institution: _rt.Address) -> _rt.Write[None]:
        """Links an identity to an institution, which may be any address that stands for it; zero
        unlinks.

        Restricted: OPERATOR. Holds for a wallet when it is next refreshed.

        Solidity: `setInstitution(address,address)`, nonpayable, selector 0xa33eed66
        """
        return self._write("setInstitution(address,address)", type(None), identity, institution)

    def setTerms(
        self, account: _rt.Address, terms: _structs.IDynamicFeeStructureAccounts_Terms
    ) -> _rt.Write[None]:
        """Sets what was agreed with an account.

        Restricted: FEE_ADMIN. Reverts with `TermsOutOfRange`.

        Solidity: `setTerms(address,(uint8,uint24,uint40,uint8))`, nonpayable, selector
        0x2a957906
        """
        return self._write(
            "setTerms(address,(uint8,uint24,uint40,uint8))", type(None), account, terms
        )


class IDynamicFeeStructureAccounts(_rt.Contract):
    """Whose volume and terms count for whom. At the address of `IDynamicFeeStructure`. A
    wallet's account is the institution that its identity is linked to, else the identity,
    else the wallet itself. A collector may name the account of a charge instead
    (`FeeRequest`); then none of this is read or written. The identity is the identity
    registry's. The answer is kept for `ACCOUNT_LIFETIME`, because asking costs a third of a
    charge; then the next charge asks again, and anyone may ask sooner. A registry that
    fails changes nothing.
    """

    NAME = "IDynamicFeeStructureAccounts"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IDynamicFeeStructureAccountsEvents.AccountRefreshed,
        IDynamicFeeStructureAccountsEvents.IdentityRegistrySet,
        IDynamicFeeStructureAccountsEvents.InstitutionSet,
        IDynamicFeeStructureAccountsEvents.TermsSet,
    )
    structs: TypeAlias = IDynamicFeeStructureAccountsStructs
    errors: TypeAlias = IDynamicFeeStructureAccountsErrors
    events: TypeAlias = IDynamicFeeStructureAccountsEvents

    @cached_property
    def functions(self) -> IDynamicFeeStructureAccountsFunctions:
        """What the contract can be asked and told."""
        return IDynamicFeeStructureAccountsFunctions(self.contract, self.ERRORS)

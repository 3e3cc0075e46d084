"""IBrokerageAccounts and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageAccountsStructs:
    """Structs of IBrokerageAccounts."""

    AccountState: TypeAlias = _structs.IBrokerageAccounts_AccountState
    CreditState: TypeAlias = _structs.IBrokerageAccounts_CreditState
    CreditTerms: TypeAlias = _structs.IBrokerageAccounts_CreditTerms


class IBrokerageAccountsErrors:
    """Errors of IBrokerageAccounts."""

    AccountFrozen: TypeAlias = _errors.AccountFrozen
    AccountKnown: TypeAlias = _errors.AccountKnown
    CreditLimitInvalid: TypeAlias = _errors.CreditLimitInvalid
    InstitutionKnown: TypeAlias = _errors.InstitutionKnown
    InstitutionNotVerified: TypeAlias = _errors.InstitutionNotVerified
    InstitutionUnknown: TypeAlias = _errors.InstitutionUnknown
    WrongDirection: TypeAlias = _errors.WrongDirection


class IBrokerageAccountsEvents:
    """Events of IBrokerageAccounts."""

    @dataclass(frozen=True)
    class AccountFreezeSet(_rt.Event):
        """An account was frozen, or no longer is."""

        SIGNATURE: ClassVar[str] = "AccountFreezeSet(uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b6ae9d850352ae033eb4185d38a62b8d97b52a2f523cb9f526174b3c0102411"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        frozen: bool

    @dataclass(frozen=True)
    class AccountOpened(_rt.Event):
        """An account exists from now on."""

        SIGNATURE: ClassVar[str] = "AccountOpened(uint256,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8ae01d12de30b9edc3d5ffb19883527d0f74ea12f7c1533028566036103993ed"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        institution: _rt.Address
        subAccount: int

    @dataclass(frozen=True)
    class AccountRestricted(_rt.Event):
        """An account was restricted to closing, or no longer is."""

        SIGNATURE: ClassVar[str] = "AccountRestricted(uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4fba12d5a745e0859b066e12b603388f558d651c575f1868170f8d6772805b3a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        restricted: bool

    @dataclass(frozen=True)
    class CreditDaysSet(_rt.Event):
        """The last day or the day of review changed."""

        SIGNATURE: ClassVar[str] = "CreditDaysSet(address,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5bc03a90437c8c93cc4d9a06cae6c0c4d4691d2c4408c8c8338df6f1c5a1a10b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        facilityEndDay: int
        reviewDay: int

    @dataclass(frozen=True)
    class CreditLimitSet(_rt.Event):
        """A credit limit changed."""

        SIGNATURE: ClassVar[str] = "CreditLimitSet(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb587eed7d82436a3acb3b68b439f1ae35fab620859c89e06b5d2d0f020a5f8e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        creditLimit: int

    @dataclass(frozen=True)
    class GroupLimitSet(_rt.Event):
        """A group's limit changed."""

        SIGNATURE: ClassVar[str] = "GroupLimitSet(uint16,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bf6cc3785e542461752cfc04ae7663427dc527c08c9fc4d616a560e14bac22df"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        group: int
        limitValue: int

    @dataclass(frozen=True)
    class GroupSet(_rt.Event):
        """An institution joined or left a group; zero for none."""

        SIGNATURE: ClassVar[str] = "GroupSet(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b106c7741fc13cad133652e993dad732594bb01a6f36de96f216516db7337943"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        institution: _rt.Address
        group: int

    @dataclass(frozen=True)
    class InstitutionAdmitted(_rt.Event):
        """An institution was admitted."""

        SIGNATURE: ClassVar[str] = "InstitutionAdmitted(address,(uint256,uint16,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "887bf5619261b0c99c7692423ef2242e162cfa930142ca6ca35e9cf6c251e9a7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        terms: _structs.IBrokerageAccounts_CreditTerms


class IBrokerageAccountsFunctions(_rt.Functions):
    """Functions of IBrokerageAccounts."""

    def accountNumber(self, institution: _rt.Address, subAccount: int) -> _rt.Read[int]:
        """Number of an institution's sub-account, opened or not.

        Solidity: `accountNumber(address,uint8)`, pure, selector 0x567205a3
        """
        return self._read("accountNumber(address,uint8)", int, institution, subAccount)

    def accountOf(self, account: int) -> _rt.Read[_structs.IBrokerageAccounts_AccountState]:
        """An account as it stands.

        Solidity: `accountOf(uint256)`, view, selector 0x8f4e4321
        """
        return self._read("accountOf(uint256)", _structs.IBrokerageAccounts_AccountState, account)

    def admitInstitution(
        self, institution: _rt.Address, terms: _structs.IBrokerageAccounts_CreditTerms
    ) -> _rt.Write[None]:
        """Admits an institution and opens its sub-account 0. Restricted: CREDIT_ADMIN.

        Reverts with `InstitutionKnown`, `InstitutionNotVerified`, `CreditLimitInvalid`.

        Solidity: `admitInstitution(address,(uint256,uint16,uint16,uint16))`, nonpayable,
        selector 0x2f0cfabd
        """
        return self._write(
            "admitInstitution(address,(uint256,uint16,uint16,uint16))",
            type(None),
            institution,
            terms,
        )

    def creditLineOf(
        self, institution: _rt.Address
    ) -> _rt.Read[_structs.IBrokerageAccounts_CreditState]:
        """A credit line as it stands; all zero for an institution that was never admitted.

        Solidity: `creditLineOf(address)`, view, selector 0xc2d4507a
        """
        return self._read(
            "creditLineOf(address)", _structs.IBrokerageAccounts_CreditState, institution
        )

    def extendCreditDays(
        self, institution: _rt.Address, facilityEndDay: int, reviewDay: int
    ) -> _rt.Write[None]:
        """Sets later days; neither may be earlier than before. Restricted: CREDIT_ADMIN.

        Solidity: `extendCreditDays(address,uint16,uint16)`, nonpayable, selector 0x55f97b0f
        """
        return self._write(
            "extendCreditDays(address,uint16,uint16)",
            type(None),
            institution,
            facilityEndDay,
            reviewDay,
        )

    def freezeAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Freezes accounts at once. Restricted: COMPLIANCE_OFFICER.

        Solidity: `freezeAccounts(uint256[])`, nonpayable, selector 0x6feac3cc
        """
        return self._write("freezeAccounts(uint256[])", type(None), accounts)

    def groupOf(self, group: int) -> _rt.Read[tuple[int, int]]:
        """Limit and recorded exposure of a group, value.

        Solidity: `groupOf(uint16)`, view, selector 0x3ffafd30
        """
        return self._read("groupOf(uint16)", tuple[int, int], group)

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """Where institutions are verified.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def institutionAt(self, place: int) -> _rt.Read[_rt.Address]:
        """An institution by its place in the order of admission, from 0.

        Solidity: `institutionAt(uint256)`, view, selector 0xee2db549
        """
        return self._read("institutionAt(uint256)", _rt.Address, place)

    def institutionCount(self) -> _rt.Read[int]:
        """Institutions that were ever admitted.

        Solidity: `institutionCount()`, view, selector 0xe8fc3ef8
        """
        return self._read("institutionCount()", int)

    def lowerCreditLimit(self, institution: _rt.Address, creditLimit: int) -> _rt.Write[None]:
        """Lowers a credit limit at once; what is exposed above it stays. Restricted: RISK_OFFICER.

        Solidity: `lowerCreditLimit(address,uint256)`, nonpayable, selector 0x66ad9b3d
        """
        return self._write(
            "lowerCreditLimit(address,uint256)", type(None), institution, creditLimit
        )

    def lowerGroupLimit(self, group: int, limitValue: int) -> _rt.Write[None]:
        """Lowers a group's limit at once. Restricted: RISK_OFFICER.

        Solidity: `lowerGroupLimit(uint16,uint128)`, nonpayable, selector 0x9aabcc3c
        """
        return self._write("lowerGroupLimit(uint16,uint128)", type(None), group, limitValue)

    def openAccount(self, subAccount: int) -> _rt.Write[int]:
        """Opens a sub-account of the calling institution.

        Reverts with `InstitutionUnknown`, `AccountKnown`.

        Returns: `account` its number

        Solidity: `openAccount(uint8)`, nonpayable, selector 0x4251fcd7
        """
        return self._write("openAccount(uint8)", int, subAccount)

    def raiseCreditLimit(self, institution: _rt.Address, creditLimit: int) -> _rt.Write[None]:
        """Raises a credit limit. Restricted: CREDIT_ADMIN.

        Reverts with `InstitutionUnknown`, `CreditLimitInvalid`, `WrongDirection`.

        Solidity: `raiseCreditLimit(address,uint256)`, nonpayable, selector 0xac6a3aa9
        """
        return self._write(
            "raiseCreditLimit(address,uint256)", type(None), institution, creditLimit
        )

    def raiseGroupLimit(self, group: int, limitValue: int) -> _rt.Write[None]:
        """Raises a group's limit. Restricted: CREDIT_ADMIN.

        Solidity: `raiseGroupLimit(uint16,uint128)`, nonpayable, selector 0x838089f5
        """
        return self._write("raiseGroupLimit(uint16,uint128)", type(None), group, limitValue)

    def releaseAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Lifts the restriction. Restricted: CREDIT_ADMIN.

        Solidity: `releaseAccounts(uint256[])`, nonpayable, selector 0x5d48c394
        """
        return self._write("releaseAccounts(uint256[])", type(None), accounts)

    def restrictAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Restricts accounts to closing at once. Restricted: RISK_OFFICER.

        Solidity: `restrictAccounts(uint256[])`, nonpayable, selector 0xedf090b0
        """
        return self._write("restrictAccounts(uint256[])", type(None), accounts)

    def setGroup(self, institution: _rt.Address, group: int) -> _rt.Write[None]:
        """Puts an institution into a group, or takes it out of one. Restricted: CREDIT_ADMIN.

        Its exposure moves along. Prices may be old.

        Solidity: `setGroup(address,uint16)`, nonpayable, selector 0x3a9be2dd
        """
        return self._write("setGroup(address,uint16)", type(None), institution, group)

    def shortenCreditDays(
        self, institution: _rt.Address, facilityEndDay: int, reviewDay: int
    ) -> _rt.Write[None]:
        """Sets earlier days at once; neither may be later than before. Restricted: RISK_OFFICER.

        Solidity: `shortenCreditDays(address,uint16,uint16)`, nonpayable, selector 0x5a249d2c
        """
        return self._write(
            "shortenCreditDays(address,uint16,uint16)",
            type(None),
            institution,
            facilityEndDay,
            reviewDay,
        )

    def totalExposure(self) -> _rt.Read[int]:
        """Exposure of all accounts, value: the sum of the institutions' (`creditLineOf`).

        Solidity: `totalExposure()`, view, selector 0x79f883da
        """
        return self._read("totalExposure()", int)

    def unfreezeAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Lifts the freeze. Restricted: COMPLIANCE_ADMIN.

        Solidity: `unfreezeAccounts(uint256[])`, nonpayable, selector 0xe929299b
        """
        return self._write("unfreezeAccounts(uint256[])", type(None), accounts)


class IBrokerageAccounts(_rt.Contract):
    """An institution is a wallet that the identity registry verifies and that the credit
    administrator has admitted with a limit, a last day and a day of review. Its limit is
    over all its accounts; after either day, and above the limit, it may expose no more, and
    keeps everything else. Institutions of one owner are a group, whose exposures are held
    to the group's limit together; what a group has issued is no collateral of its
    institutions. An account can be restricted to closing (RISK_OFFICER) or frozen
    (COMPLIANCE_OFFICER): the first keeps it from new risk, the second lets nothing leave
    it. Neither keeps anybody from paying in.
    """

    NAME = "IBrokerageAccounts"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageAccountsEvents.AccountFreezeSet,
        IBrokerageAccountsEvents.AccountOpened,
        IBrokerageAccountsEvents.AccountRestricted,
        IBrokerageAccountsEvents.CreditDaysSet,
        IBrokerageAccountsEvents.CreditLimitSet,
        IBrokerageAccountsEvents.GroupLimitSet,
        IBrokerageAccountsEvents.GroupSet,
        IBrokerageAccountsEvents.InstitutionAdmitted,
    )
    structs: TypeAlias = IBrokerageAccountsStructs
    errors: TypeAlias = IBrokerageAccountsErrors
    events: TypeAlias = IBrokerageAccountsEvents

    @cached_property
    def functions(self) -> IBrokerageAccountsFunctions:
        """What the contract can be asked and told."""
        return IBrokerageAccountsFunctions(self.contract, self.ERRORS)

"""IBrokerageOperators and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageOperatorsStructs:
    """Structs of IBrokerageOperators."""

    Grant: TypeAlias = _structs.IBrokerageOperators_Grant


class IBrokerageOperatorsErrors:
    """Errors of IBrokerageOperators."""

    GrantExpired: TypeAlias = _errors.GrantExpired
    GrantNonceSpent: TypeAlias = _errors.GrantNonceSpent
    GrantNotSigned: TypeAlias = _errors.GrantNotSigned
    NotTheInstitution: TypeAlias = _errors.NotTheInstitution
    OperatorInvalid: TypeAlias = _errors.OperatorInvalid
    RightsUnknown: TypeAlias = _errors.RightsUnknown


class IBrokerageOperatorsEvents:
    """Events of IBrokerageOperators."""

    @dataclass(frozen=True)
    class GrantNonceUsed(_rt.Event):
        """A nonce can sign nothing any more."""

        SIGNATURE: ClassVar[str] = "GrantNonceUsed(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6b9d47be57adea0241defb2fb19b5079b81be4db3f433100c21d25c1294c13a9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class LockdownSet(_rt.Event):
        """Lockdown of an institution's operators began or ended."""

        SIGNATURE: ClassVar[str] = "LockdownSet(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d00af4eb70012ebb13fcd9896348cedc60a2c90daca844a2d580e5c87db83a14"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        locked: bool

    @dataclass(frozen=True)
    class OperatorSet(_rt.Event):
        """An operator has these rights from now on, and no others."""

        SIGNATURE: ClassVar[str] = "OperatorSet(uint256,address,uint8,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5df9e5078a6bda0d14b912d2cbbc151daac397b931a0a34e7b6c010da3193407"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        operator: _rt.Address
        rights: int
        expiry: int


class IBrokerageOperatorsFunctions(_rt.Functions):
    """Functions of IBrokerageOperators."""

    def cancelGrantNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes one of the caller's nonces useless.

        Reverts with `GrantNonceSpent`.

        Solidity: `cancelGrantNonce(uint256)`, nonpayable, selector 0x75b1e83a
        """
        return self._write("cancelGrantNonce(uint256)", type(None), nonce)

    def grantDigest(self, grant: _structs.IBrokerageOperators_Grant) -> _rt.Read[bytes]:
        """What the institution signs: the EIP-712 digest of a grant.

        Solidity: `grantDigest((uint256,address,uint8,uint40,uint256,uint40))`, view, selector
        0xb5c9c84b
        """
        return self._read(
            "grantDigest((uint256,address,uint8,uint40,uint256,uint40))", bytes, grant
        )

    def grantOperator(
        self, grant: _structs.IBrokerageOperators_Grant, signature: bytes
    ) -> _rt.Write[None]:
        """Gives rights that the institution has signed for; anybody may bring the signature.

        Reverts with `GrantExpired`, `GrantNonceSpent`, `GrantNotSigned`, `RightsUnknown`,
        `OperatorInvalid`.

        Solidity: `grantOperator((uint256,address,uint8,uint40,uint256,uint40),bytes)`,
        nonpayable, selector 0x7270e437
        """
        return self._write(
            "grantOperator((uint256,address,uint8,uint40,uint256,uint40),bytes)",
            type(None),
            grant,
            signature,
        )

    def isGrantNonceSpent(self, institution: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a nonce was used or cancelled.

        Solidity: `isGrantNonceSpent(address,uint256)`, view, selector 0x1380c2d9
        """
        return self._read("isGrantNonceSpent(address,uint256)", bool, institution, nonce)

    def isLockedDown(self, institution: _rt.Address) -> _rt.Read[bool]:
        """Whether an institution's operators are in lockdown.

        Solidity: `isLockedDown(address)`, view, selector 0xd1e5ce3b
        """
        return self._read("isLockedDown(address)", bool, institution)

    def operatorOf(self, account: int, operator: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """Rights that an operator can use now, and until when it has those it was given.

        Returns: `expiry` last second; `rights` bits; zero once expired; without what lockdown
        takes away

        Solidity: `operatorOf(uint256,address)`, view, selector 0xaaca023d
        """
        return self._read("operatorOf(uint256,address)", tuple[int, int], account, operator)

    def setLockdown(self, locked: bool) -> _rt.Write[None]:
        """Starts or ends lockdown of the calling institution's operators; nothing happens when it
        is so already.

        Reverts with `InstitutionUnknown`.

        Solidity: `setLockdown(bool)`, nonpayable, selector 0xaab428ae
        """
        return self._write("setLockdown(bool)", type(None), locked)

    def setOperator(
        self, account: int, operator: _rt.Address, rights: int, expiry: int
    ) -> _rt.Write[None]:
        """Gives an operator rights, in place of those it has; zero takes all away.

        The institution alone. Reverts with `NotTheInstitution`, `RightsUnknown`,
        `OperatorInvalid`.

        Arguments: `account` the sub-account; `expiry` last second at which they hold; `rights`
        bits

        Solidity: `setOperator(uint256,address,uint8,uint40)`, nonpayable, selector 0x1ddc6573
        """
        return self._write(
            "setOperator(uint256,address,uint8,uint40)",
            type(None),
            account,
            operator,
            rights,
            expiry,
        )


class IBrokerageOperators(_rt.Contract):
    """An institution's own wallet may do everything with its sub-accounts. Others act with
    rights that it gives them, per sub-account, until a second that it names: by its own
    call, or by a signature that anybody may bring (EIP-712, ECDSA or ERC-1271). A signature
    is good once, on this chain and at this contract alone. Rights are bits: 1 deposit, 2
    withdraw, 4 borrow, 8 repay, 16 trade. Depositing and repaying need none when the payer
    brings its own units; with the right the operator may use those of the institution.
    Lockdown takes every right but depositing and repaying away from all operators of an
    institution while it lasts; the institution alone starts and ends it.
    """

    NAME = "IBrokerageOperators"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageOperatorsEvents.GrantNonceUsed,
        IBrokerageOperatorsEvents.LockdownSet,
        IBrokerageOperatorsEvents.OperatorSet,
    )
    structs: TypeAlias = IBrokerageOperatorsStructs
    errors: TypeAlias = IBrokerageOperatorsErrors
    events: TypeAlias = IBrokerageOperatorsEvents

    @cached_property
    def functions(self) -> IBrokerageOperatorsFunctions:
        """What the contract can be asked and told."""
        return IBrokerageOperatorsFunctions(self.contract, self.ERRORS)

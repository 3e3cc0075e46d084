"""ILiquidityLending and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityLendingStructs:
    """Structs of ILiquidityLending."""

    Loan: TypeAlias = _structs.Loan
    PoolKey: TypeAlias = _structs.PoolKey
    VaultTerms: TypeAlias = _structs.VaultTerms


class ILiquidityLendingErrors:
    """Errors of ILiquidityLending."""

    LendingNotAllowed: TypeAlias = _errors.LendingNotAllowed
    LoanLossTooHigh: TypeAlias = _errors.LoanLossTooHigh
    LoanMissing: TypeAlias = _errors.LoanMissing
    LoanNotExact: TypeAlias = _errors.LoanNotExact
    LoanOutstanding: TypeAlias = _errors.LoanOutstanding
    NothingToLend: TypeAlias = _errors.NothingToLend
    VaultOfAnotherAsset: TypeAlias = _errors.VaultOfAnotherAsset
    VaultTermsOutOfBounds: TypeAlias = _errors.VaultTermsOutOfBounds


class ILiquidityLendingEvents:
    """Events of ILiquidityLending."""

    @dataclass(frozen=True)
    class CalledBack(_rt.Event):
        """A loan came back, or part of it.

        Arguments: `ofA` whether it was of token A; `principal` units that had been lent for
        them; `received` units that came back; `recipient` who received them; zero: they are
        owed to the position; `shares` that were given for it; `tokenId` the position; `vault`
        who had it
        """

        SIGNATURE: ClassVar[str] = (
            "CalledBack(uint256,address,bool,uint256,uint256,uint256,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "dfb25d364e52f958091b688c13ff6533de2b03e8521f2a3a985166b8025b3a75"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        tokenId: int
        vault: _rt.Address
        ofA: bool
        shares: int
        principal: int
        received: int
        recipient: _rt.Address

    @dataclass(frozen=True)
    class Lent(_rt.Event):
        """Idle units were lent: they are owed to the position no more.

        Arguments: `amount` units; `ofA` whether they are of token A; `shares` of the vault that
        came for them; `tokenId` the position; `vault` who has them
        """

        SIGNATURE: ClassVar[str] = "Lent(uint256,address,bool,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3a3770abc48c6c193380ae7e79814f0f98c380dba7a8c810e0b1ba0310cd4af3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        tokenId: int
        vault: _rt.Address
        ofA: bool
        amount: int
        shares: int

    @dataclass(frozen=True)
    class LoanLeft(_rt.Event):
        """A move went on without a loan: the vault did not answer, did not pay, or would have paid
        too little.
        """

        SIGNATURE: ClassVar[str] = "LoanLeft(uint256,address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6f461e28aed98d4acae47c674d090f545ad25c20e81accf76d9d9575868113e0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        tokenId: int
        vault: _rt.Address
        ofA: bool

    @dataclass(frozen=True)
    class VaultsAllowed(_rt.Event):
        """Vaults were allowed for a position, or, without any, forbidden. A new policy, or its
        end, forbids them.

        Arguments: `terms` all of them; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = "VaultsAllowed(uint256,(address,address,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "965d48c552a1d16eb570bb8eb128ed2bf8b31767b7709c18882dc55960a1039d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        tokenId: int
        terms: _structs.VaultTerms


class ILiquidityLendingFunctions(_rt.Functions):
    """Functions of ILiquidityLending."""

    def allowVaults(
        self, key: _structs.PoolKey, tokenId: int, terms: _structs.VaultTerms
    ) -> _rt.Write[None]:
        """Says where idle units may be lent; the owner of a managed position alone.

        Arguments: `key` the pool; `terms` all of them; `tokenId` the position

        Solidity:
        `allowVaults((address,address,uint24,int24,uint16),uint256,(address,address,uint16,uint16))`,
        nonpayable, selector 0xe4d3a3e7
        """
        return self._write(
            "allowVaults((address,address,uint24,int24,uint16),uint256,(address,address,uint16,uint16))",
            type(None),
            key,
            tokenId,
            terms,
        )

    def callBack(
        self, tokenId: int, ofA: bool, shares: int, recipient: _rt.Address, least: int
    ) -> _rt.Write[int]:
        """Calls back a loan, or part of it, at any loss that the caller accepts; the position's
        owner and those it allows, always, also after the position itself is gone.

        Arguments: `least` units that must come back; `ofA` which side; `recipient` who receives
        it, or nobody: it is then owed to the position; `shares` how many, 0 for all; `tokenId`
        the position

        Returns: `received` units

        Solidity: `callBack(uint256,bool,uint256,address,uint256)`, nonpayable, selector
        0x5fbe86bc
        """
        return self._write(
            "callBack(uint256,bool,uint256,address,uint256)",
            int,
            tokenId,
            ofA,
            shares,
            recipient,
            least,
        )

    def lendIdle(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int]]:
        """Lends what is owed to a managed position beyond the buffer, which is counted on what is
        owed and lent together, rounded up. Anybody may.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `lentA` units of A; `lentB` units of B

        Solidity: `lendIdle((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0x598b56a8
        """
        return self._write(
            "lendIdle((address,address,uint24,int24,uint16),uint256)", tuple[int, int], key, tokenId
        )

    def loansOf(
        self, tokenId: int
    ) -> _rt.Read[tuple[_structs.VaultTerms, _structs.Loan, _structs.Loan]]:
        """What a position may lend and has lent.

        Solidity: `loansOf(uint256)`, view, selector 0x3b7ae807
        """
        return self._read(
            "loansOf(uint256)", tuple[_structs.VaultTerms, _structs.Loan, _structs.Loan], tokenId
        )


class ILiquidityLending(_rt.Contract):
    """What a managed position's range does not take may be lent to ERC-4626 vaults that its
    owner allows, and comes back when the position is moved or its owner calls it back. A
    vault is trusted by the owner who allows it and by nobody else: whatever it does or
    says, only what the pools' own balance has lost or gained counts. Pools for verified
    holders lend nothing.
    """

    NAME = "ILiquidityLending"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityLendingEvents.CalledBack,
        ILiquidityLendingEvents.Lent,
        ILiquidityLendingEvents.LoanLeft,
        ILiquidityLendingEvents.VaultsAllowed,
    )
    structs: TypeAlias = ILiquidityLendingStructs
    errors: TypeAlias = ILiquidityLendingErrors
    events: TypeAlias = ILiquidityLendingEvents

    @cached_property
    def functions(self) -> ILiquidityLendingFunctions:
        """What the contract can be asked and told."""
        return ILiquidityLendingFunctions(self.contract, self.ERRORS)

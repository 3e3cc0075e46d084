"""IBrokerageLedger and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageLedgerStructs:
    """Structs of IBrokerageLedger."""


class IBrokerageLedgerErrors:
    """Errors of IBrokerageLedger."""


class IBrokerageLedgerEvents:
    """Events of IBrokerageLedger."""


class IBrokerageLedgerFunctions(_rt.Functions):
    """Functions of IBrokerageLedger."""

    def cashOf(self, account: int) -> _rt.Read[int]:
        """Cash of an account, value.

        Solidity: `cashOf(uint256)`, view, selector 0x5899b25a
        """
        return self._read("cashOf(uint256)", int, account)

    def collateralOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an asset that an account has as collateral.

        Solidity: `collateralOf(uint256,uint8)`, view, selector 0x7d4af160
        """
        return self._read("collateralOf(uint256,uint8)", int, account, assetId)

    def debtOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """What an account owes in an asset now, rounded up.

        Solidity: `debtOf(uint256,uint8)`, view, selector 0xbe822c0d
        """
        return self._read("debtOf(uint256,uint8)", int, account, assetId)

    def debtSharesOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """An account's shares of a pool's debt.

        Solidity: `debtSharesOf(uint256,uint8)`, view, selector 0x6300fe1a
        """
        return self._read("debtSharesOf(uint256,uint8)", int, account, assetId)

    def institutionCollateralOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an asset that the accounts of an account's institution have as collateral.

        Solidity: `institutionCollateralOf(uint256,uint8)`, view, selector 0xc375f679
        """
        return self._read("institutionCollateralOf(uint256,uint8)", int, account, assetId)

    def totalCollateralUp(self, assetId: int) -> _rt.Read[int]:
        """Units of an asset that all accounts have as collateral, each account's rounded up to a
        millionth of a token.

        Solidity: `totalCollateralUp(uint8)`, view, selector 0x915f143e
        """
        return self._read("totalCollateralUp(uint8)", int, assetId)


class IBrokerageLedger(_rt.Contract):
    """What `IBrokerageCollateral` and `IBrokerageDebt` change, one figure at a time."""

    NAME = "IBrokerageLedger"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBrokerageLedgerStructs
    errors: TypeAlias = IBrokerageLedgerErrors
    events: TypeAlias = IBrokerageLedgerEvents

    @cached_property
    def functions(self) -> IBrokerageLedgerFunctions:
        """What the contract can be asked and told."""
        return IBrokerageLedgerFunctions(self.contract, self.ERRORS)

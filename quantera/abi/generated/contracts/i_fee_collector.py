"""IFeeCollector and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IFeeCollectorStructs:
    """Structs of IFeeCollector."""


class IFeeCollectorErrors:
    """Errors of IFeeCollector."""

    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure


class IFeeCollectorEvents:
    """Events of IFeeCollector."""


class IFeeCollectorFunctions(_rt.Functions):
    """Functions of IFeeCollector."""

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)


class IFeeCollector(_rt.Contract):
    """What a contract that charges fees (local role PRODUCT of `IDynamicFeeStructure`) must be
    able to do: pay out what it has collected.
    """

    NAME = "IFeeCollector"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IFeeCollectorStructs
    errors: TypeAlias = IFeeCollectorErrors
    events: TypeAlias = IFeeCollectorEvents

    @cached_property
    def functions(self) -> IFeeCollectorFunctions:
        """What the contract can be asked and told."""
        return IFeeCollectorFunctions(self.contract, self.ERRORS)

"""IDynamicFeeStructureDefault and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IDynamicFeeStructureDefaultStructs:
    """Structs of IDynamicFeeStructureDefault."""

    FeeParameters: TypeAlias = _structs.IDynamicFeeStructure_FeeParameters


class IDynamicFeeStructureDefaultErrors:
    """Errors of IDynamicFeeStructureDefault."""


class IDynamicFeeStructureDefaultEvents:
    """Events of IDynamicFeeStructureDefault."""


class IDynamicFeeStructureDefaultFunctions(_rt.Functions):
    """Functions of IDynamicFeeStructureDefault."""

    def MAX_FEE_PIPS(self) -> _rt.Read[int]:
        """Most that any fee can be, in millionths of the amount; rounded down, so never above it.

        Solidity: `MAX_FEE_PIPS()`, view, selector 0x4dbeb3e3
        """
        return self._read("MAX_FEE_PIPS()", int)

    def calculateFee(
        self, user: _rt.Address, amount: int, urgency: int, complexity: int
    ) -> _rt.Read[int]:
        """The fee by the default schedule, in the units of the amount, at the block's own base
        fee.

        Priced as an asset with the price stored for collector zero and asset zero. Reverts as
        `quote`.

        Arguments: `amount` units; `complexity` 0 to 3; `urgency` 0 to 3; `user` who would pay

        Returns: `fee` units

        Solidity: `calculateFee(address,uint256,uint256,uint256)`, view, selector 0xf709add3
        """
        return self._read(
            "calculateFee(address,uint256,uint256,uint256)", int, user, amount, urgency, complexity
        )

    def feeParameters(
        self, user: _rt.Address, amount: int, urgency: int, complexity: int
    ) -> _rt.Read[_structs.IDynamicFeeStructure_FeeParameters]:
        """The four factors behind `calculateFee`.

        Solidity: `feeParameters(address,uint256,uint256,uint256)`, view, selector 0x1de782fd
        """
        return self._read(
            "feeParameters(address,uint256,uint256,uint256)",
            _structs.IDynamicFeeStructure_FeeParameters,
            user,
            amount,
            urgency,
            complexity,
        )

    def initialize(
        self,
        authority_: _rt.Address,
        identityRegistry_: _rt.Address,
        treasury_: _rt.Address,
        insurance_: _rt.Address,
    ) -> _rt.Write[None]:
        """Sets the fee structure up, with schedules that charge nothing.

        Arguments: `authority_` the chain's access manager; `identityRegistry_` where identities
        are looked up; zero for nowhere; `insurance_` who has the insurance's share; `treasury_`
        who has the treasury's share

        Solidity: `initialize(address,address,address,address)`, nonpayable, selector 0xf8c8765e
        """
        return self._write(
            "initialize(address,address,address,address)",
            type(None),
            authority_,
            identityRegistry_,
            treasury_,
            insurance_,
        )


class IDynamicFeeStructureDefault(_rt.Contract):
    """The fee of four plain arguments, by the default schedule. At the address of
    `IDynamicFeeStructure`.
    """

    NAME = "IDynamicFeeStructureDefault"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IDynamicFeeStructureDefaultStructs
    errors: TypeAlias = IDynamicFeeStructureDefaultErrors
    events: TypeAlias = IDynamicFeeStructureDefaultEvents

    @cached_property
    def functions(self) -> IDynamicFeeStructureDefaultFunctions:
        """What the contract can be asked and told."""
        return IDynamicFeeStructureDefaultFunctions(self.contract, self.ERRORS)

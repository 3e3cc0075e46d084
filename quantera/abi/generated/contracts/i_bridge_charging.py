"""IBridgeCharging and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgeChargingStructs:
    """Structs of IBridgeCharging."""

    FeeBreakdown: TypeAlias = _structs.IDynamicFeeStructure_FeeBreakdown
    FeeParameters: TypeAlias = _structs.IDynamicFeeStructure_FeeParameters
    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class IBridgeChargingErrors:
    """Errors of IBridgeCharging."""


class IBridgeChargingEvents:
    """Events of IBridgeCharging."""


class IBridgeChargingFunctions(_rt.Functions):
    """Functions of IBridgeCharging."""

    def executeFee(
        self, id: bytes, payer: _rt.Address, asset: _rt.Address, units: int, protocols: int
    ) -> _rt.Write[None]:
        """Charges a message that is being sent. The bridge itself alone (`NotTheBridge`).

        Reverts with `FeeAboveLimit`, `FeeNotReceived`, `FeeStructureFailed` and the fee asset's
        errors.

        Arguments: `payer` the sender; `protocols` how many it goes over; `units` in the asset's
        own decimals

        Solidity: `executeFee(bytes32,address,address,uint256,uint256)`, nonpayable, selector
        0xdfdf332e
        """
        return self._write(
            "executeFee(bytes32,address,address,uint256,uint256)",
            type(None),
            id,
            payer,
            asset,
            units,
            protocols,
        )

    def quoteFee(
        self,
        request: _structs.IUniversalBridge_SendRequest,
        sender: _rt.Address,
        protocols: int,
        urgency: int,
        baseFee: int,
    ) -> _rt.Read[tuple[_rt.Address, _structs.IDynamicFeeStructure_FeeBreakdown]]:
        """What `sendPaying` would charge in a block of this time, with every part.

        All zero while fees are off or the asset is not charged. Reverts with `WorthUnknown` and
        as `IDynamicFeeStructure.quote`.

        Arguments: `baseFee` wei; a call outside a block may see zero; `protocols` how many the
        message shall go over; `urgency` level of service, 0 to 3

        Returns: `breakdown` the fee and its parts, units of the fee asset; `feeAsset` what the
        fee is in; zero where none is charged

        Solidity:
        `quoteFee((address,uint256,address,uint256,uint8),address,uint256,uint8,uint256)`, view,
        selector 0x4c7f5b88
        """
        return self._read(
            "quoteFee((address,uint256,address,uint256,uint8),address,uint256,uint8,uint256)",
            tuple[_rt.Address, _structs.IDynamicFeeStructure_FeeBreakdown],
            request,
            sender,
            protocols,
            urgency,
            baseFee,
        )


class IBridgeCharging(_rt.Contract):
    """What the platform's fee for a transfer is (`IBridgeFees`), and charging it: both ask the
    fee structure with the same request.
    """

    NAME = "IBridgeCharging"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBridgeChargingStructs
    errors: TypeAlias = IBridgeChargingErrors
    events: TypeAlias = IBridgeChargingEvents

    @cached_property
    def functions(self) -> IBridgeChargingFunctions:
        """What the contract can be asked and told."""
        return IBridgeChargingFunctions(self.contract, self.ERRORS)

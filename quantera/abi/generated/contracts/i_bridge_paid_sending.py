"""IBridgePaidSending and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgePaidSendingStructs:
    """Structs of IBridgePaidSending."""

    FeeTerms: TypeAlias = _structs.IBridgePaidSending_FeeTerms
    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class IBridgePaidSendingErrors:
    """Errors of IBridgePaidSending."""


class IBridgePaidSendingEvents:
    """Events of IBridgePaidSending."""


class IBridgePaidSendingFunctions(_rt.Functions):
    """Functions of IBridgePaidSending."""

    def sendPaying(
        self,
        request: _structs.IUniversalBridge_SendRequest,
        protocols: _rt.Sequence[int],
        terms: _structs.IBridgePaidSending_FeeTerms,
    ) -> _rt.Write[bytes]:
        """Sends an asset over one or several protocols, and agrees to its fee.

        As `IBridgeRecovery.sendOver`. Reverts besides with `FeeAboveLimit` when the fee is more
        than `terms.maxFee`, `LevelUnknown`, `FeeNotReceived`, `FeeStructureFailed` and the fee
        asset's own errors.

        Arguments: `protocols` at least one; `request` what to send; its `protocol` counts for
        nothing; `terms` what the caller agrees to, for this message alone

        Returns: `id` the message's

        Solidity: `sendPaying((address,uint256,address,uint256,uint8),uint8[],(uint128,uint8))`,
        payable, selector 0x0955e747
        """
        return self._write(
            "sendPaying((address,uint256,address,uint256,uint8),uint8[],(uint128,uint8))",
            bytes,
            request,
            protocols,
            terms,
        )


class IBridgePaidSending(_rt.Contract):
    """How a sender agrees to the platform's fee (`IBridgeFees`) for one message."""

    NAME = "IBridgePaidSending"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBridgePaidSendingStructs
    errors: TypeAlias = IBridgePaidSendingErrors
    events: TypeAlias = IBridgePaidSendingEvents

    @cached_property
    def functions(self) -> IBridgePaidSendingFunctions:
        """What the contract can be asked and told."""
        return IBridgePaidSendingFunctions(self.contract, self.ERRORS)

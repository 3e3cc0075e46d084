"""ITokenBridging and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITokenBridgingStructs:
    """Structs of ITokenBridging."""


class ITokenBridgingErrors:
    """Errors of ITokenBridging."""


class ITokenBridgingEvents:
    """Events of ITokenBridging."""


class ITokenBridgingFunctions(_rt.Functions):
    """Functions of ITokenBridging."""

    def burnLeaving(
        self, from_: _rt.Address, amount: int
    ) -> _rt.Write[tuple[_rt.Address, list[int]]]:
        """Burns as `crosschainBurn`, and says whose units left and which lots. Local role BRIDGE.

        Reverts with `LocalRoleMissing`, `TransferRefused`.

        Returns: `identity` identity with which `from` is registered; zero when it is not;
        `lots` lots that left, those of the investor behind a custodian; empty where the engine
        keeps none

        Solidity: `burnLeaving(address,uint256)`, nonpayable, selector 0x0b9f8417
        """
        return self._write(
            "burnLeaving(address,uint256)", tuple[_rt.Address, list[int]], from_, amount
        )

    def mintArriving(
        self, identity: _rt.Address, to: _rt.Address, amount: int, lots: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Mints as `crosschainMint`, with the lots that come along. Local role BRIDGE.

        Without lots they are those announced for this arrival (`ILots.announceArrival`), or one
        acquired today. Reverts with `LocalRoleMissing`, `TransferRefused`, and `LotsNotKept`,
        `LotMalformed`, `LotsNotTheAmount`.

        Arguments: `identity` identity that had the units on the other chain; where it is not
        the recipient's the lots are sold to it, and the rules on sales run

        Solidity: `mintArriving(address,address,uint256,uint256[])`, nonpayable, selector
        0x1bad240a
        """
        return self._write(
            "mintArriving(address,address,uint256,uint256[])",
            type(None),
            identity,
            to,
            amount,
            lots,
        )


class ITokenBridging(_rt.Contract):
    """ERC-7802's two functions in one call each for a bridge that carries identity and lots.
    Pause, freezes, rules and limits hold as in `crosschainBurn` and `crosschainMint`.
    ERC-7802's events are those of its own functions: here `Transfer`, the engine's
    `TransferDecision` and the bridge's own events tell of it. Amounts in token units; lots
    are words as `ILots` describes them.
    """

    NAME = "ITokenBridging"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ITokenBridgingStructs
    errors: TypeAlias = ITokenBridgingErrors
    events: TypeAlias = ITokenBridgingEvents

    @cached_property
    def functions(self) -> ITokenBridgingFunctions:
        """What the contract can be asked and told."""
        return ITokenBridgingFunctions(self.contract, self.ERRORS)

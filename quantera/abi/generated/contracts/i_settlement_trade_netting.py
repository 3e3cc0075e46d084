"""ISettlementTradeNetting and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementTradeNettingStructs:
    """Structs of ISettlementTradeNetting."""

    Side: TypeAlias = _structs.ISettlementInstructions_Side
    Terms: TypeAlias = _structs.ISettlementInstructions_Terms


class ISettlementTradeNettingErrors:
    """Errors of ISettlementTradeNetting."""

    TradesInvalid: TypeAlias = _errors.TradesInvalid


class ISettlementTradeNettingEvents:
    """Events of ISettlementTradeNetting."""

    @dataclass(frozen=True)
    class TradesNetted(_rt.Event):
        """Trades settled by their net positions."""

        SIGNATURE: ClassVar[str] = "TradesNetted(uint8,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "50e97a62ec97391dc84f2d4c95de4f85d6f3cd1f09d119bd51711a8a8a404531"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        model: int
        trades: int
        movements: int


class ISettlementTradeNettingFunctions(_rt.Functions):
    """Functions of ISettlementTradeNetting."""

    def settleTrades(
        self,
        model: int,
        trades: _rt.Sequence[_structs.ISettlementInstructions_Terms],
        deliveries: _rt.Sequence[_structs.ISettlementInstructions_Side],
        payments: _rt.Sequence[_structs.ISettlementInstructions_Side],
    ) -> _rt.Write[None]:
        """Settles trades together: securities trade by trade or net, funds net.

        All or nothing; each trade as in `settle`, in full and without holds. At most 32 trades.

        Solidity:
        `settleTrades(uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32)[],(uint256,uint256,bytes32,bytes)[],(uint256,uint256,bytes32,bytes)[])`,
        nonpayable, selector 0xe4beb3a4
        """
        return self._write(
            "settleTrades(uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32)[],(uint256,uint256,bytes32,bytes)[],(uint256,uint256,bytes32,bytes)[])",
            type(None),
            model,
            trades,
            deliveries,
            payments,
        )


class ISettlementTradeNetting(_rt.Contract):
    """Trades settled together under the CPSS report's models 2 (gross securities, net funds)
    and 3 (net securities, net funds). A security's rules and lots apply to the movements
    that are left.
    """

    NAME = "ISettlementTradeNetting"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (ISettlementTradeNettingEvents.TradesNetted,)
    structs: TypeAlias = ISettlementTradeNettingStructs
    errors: TypeAlias = ISettlementTradeNettingErrors
    events: TypeAlias = ISettlementTradeNettingEvents

    @cached_property
    def functions(self) -> ISettlementTradeNettingFunctions:
        """What the contract can be asked and told."""
        return ISettlementTradeNettingFunctions(self.contract, self.ERRORS)

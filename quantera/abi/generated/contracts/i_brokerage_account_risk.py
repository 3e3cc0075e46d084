"""IBrokerageAccountRisk and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageAccountRiskStructs:
    """Structs of IBrokerageAccountRisk."""

    AccountRisk: TypeAlias = _structs.IBrokerageAccountRisk_AccountRisk


class IBrokerageAccountRiskErrors:
    """Errors of IBrokerageAccountRisk."""


class IBrokerageAccountRiskEvents:
    """Events of IBrokerageAccountRisk."""


class IBrokerageAccountRiskFunctions(_rt.Functions):
    """Functions of IBrokerageAccountRisk."""

    def accountRisk(self, account: int) -> _rt.Read[_structs.IBrokerageAccountRisk_AccountRisk]:
        """An account's risk at the last accepted prices.

        Reverts with `AccountUnknown`.

        Solidity: `accountRisk(uint256)`, view, selector 0x0b905d48
        """
        return self._read(
            "accountRisk(uint256)", _structs.IBrokerageAccountRisk_AccountRisk, account
        )


class IBrokerageAccountRisk(_rt.Contract):
    """What an account is worth, owes and must keep, by the code that decides on its
    withdrawals, loans, trades, calls and liquidations. Assets round down, liabilities and
    requirements up.
    """

    NAME = "IBrokerageAccountRisk"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBrokerageAccountRiskStructs
    errors: TypeAlias = IBrokerageAccountRiskErrors
    events: TypeAlias = IBrokerageAccountRiskEvents

    @cached_property
    def functions(self) -> IBrokerageAccountRiskFunctions:
        """What the contract can be asked and told."""
        return IBrokerageAccountRiskFunctions(self.contract, self.ERRORS)

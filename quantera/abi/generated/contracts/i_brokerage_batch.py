"""IBrokerageBatch and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageBatchStructs:
    """Structs of IBrokerageBatch."""


class IBrokerageBatchErrors:
    """Errors of IBrokerageBatch."""

    BatchEmpty: TypeAlias = _errors.BatchEmpty
    BatchOfOther: TypeAlias = _errors.BatchOfOther
    BatchRunning: TypeAlias = _errors.BatchRunning


class IBrokerageBatchEvents:
    """Events of IBrokerageBatch."""


class IBrokerageBatchFunctions(_rt.Functions):
    """Functions of IBrokerageBatch."""

    def batch(self, account: int, calls: _rt.Sequence[bytes]) -> _rt.Write[list[bytes]]:
        """Runs calls of functions of this contract for an account.

        Each call needs what it needs alone, but for the check of margin and limits, which comes
        once at the end. Reverts with `BatchRunning`, `BatchOfOther`, `BatchEmpty`, with what a
        call reverts with, or with what the check of risk-taking reverts with.

        Arguments: `account` whose margin is checked; `calls` calldata of deposits, withdrawals,
        loans, repayments and trades

        Returns: `results` what each call returned

        Solidity: `batch(uint256,bytes[])`, nonpayable, selector 0x672e92c0
        """
        return self._write("batch(uint256,bytes[])", list[bytes], account, calls)


class IBrokerageBatch(_rt.Contract):
    """The calls run one after the other as the caller's own, in one transaction; margin and
    limits are looked at after the last one. All happen or none does: the first call that
    fails takes everything back, with its own error. While a batch runs, only its account
    can be acted for; its account cannot be liquidated or called, no other batch can run,
    and what asks nothing of the account's margin goes on as usual.
    """

    NAME = "IBrokerageBatch"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBrokerageBatchStructs
    errors: TypeAlias = IBrokerageBatchErrors
    events: TypeAlias = IBrokerageBatchEvents

    @cached_property
    def functions(self) -> IBrokerageBatchFunctions:
        """What the contract can be asked and told."""
        return IBrokerageBatchFunctions(self.contract, self.ERRORS)

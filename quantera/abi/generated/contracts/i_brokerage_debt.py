"""IBrokerageDebt and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageDebtStructs:
    """Structs of IBrokerageDebt."""


class IBrokerageDebtErrors:
    """Errors of IBrokerageDebt."""

    NothingOwed: TypeAlias = _errors.NothingOwed_uint256_uint256


class IBrokerageDebtEvents:
    """Events of IBrokerageDebt."""

    @dataclass(frozen=True)
    class Borrowed(_rt.Event):
        """An account owes more.

        Arguments: `amount` units lent, without the fee; `shares` shares of the pool's debt
        afterwards
        """

        SIGNATURE: ClassVar[str] = "Borrowed(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6132913642629e2afdaeed04fd857f053880582ed3a4de1e8acbb1ae289eecc3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        to: _rt.Address
        amount: int
        shares: int

    @dataclass(frozen=True)
    class Repaid(_rt.Event):
        """An account owes less.

        Arguments: `amount` units paid; `payer` who brought the units; `shares` shares of the
        pool's debt afterwards
        """

        SIGNATURE: ClassVar[str] = "Repaid(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a7de81cb918e3d3d2e10d944b5a81f22d525eab1b926370283d4b9e997d445bb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        payer: _rt.Address
        amount: int
        shares: int


class IBrokerageDebtFunctions(_rt.Functions):
    """Functions of IBrokerageDebt."""

    def borrow(self, account: int, assetId: int, amount: int, to: _rt.Address) -> _rt.Write[None]:
        """Lends units of a pool to an account.

        Right 4. Pause group BORROWING. Reverts with `AccountNotYours`, `AmountZero`,
        `AssetNotUsable`, `RecipientRefused`, `InsufficientLiquidity`, or with what the check of
        risk-taking reverts with.

        Arguments: `account` who owes; `amount` units; `assetId` which; `to` the institution, or
        a verified wallet of its identity

        Solidity: `borrow(uint256,uint8,uint256,address)`, nonpayable, selector 0x99d6429b
        """
        return self._write(
            "borrow(uint256,uint8,uint256,address)", type(None), account, assetId, amount, to
        )

    def repay(self, account: int, assetId: int, amount: int) -> _rt.Write[int]:
        """Repays debt of an account with the caller's units.

        In no pause group. Reverts with `AmountZero`, `NothingOwed`, `PayerNotVerified`,
        `AmountNotMoved` or the token's own error.

        Arguments: `amount` units; more than is owed is all of it

        Returns: `repaid` units paid

        Solidity: `repay(uint256,uint8,uint256)`, nonpayable, selector 0x5c07d0b2
        """
        return self._write("repay(uint256,uint8,uint256)", int, account, assetId, amount)

    def repayFromInstitution(self, account: int, assetId: int, amount: int) -> _rt.Write[int]:
        """Repays debt of an account with its institution's units, which an operator brings.

        The institution or an operator with the right to repay. In no pause group. Reverts as
        `repay`.

        Solidity: `repayFromInstitution(uint256,uint8,uint256)`, nonpayable, selector 0x76300bf8
        """
        return self._write(
            "repayFromInstitution(uint256,uint8,uint256)", int, account, assetId, amount
        )


class IBrokerageDebt(_rt.Contract):
    """What an account owes in a settlement asset is shares of the pool's debt times its index,
    rounded up. The index grows by the pool's yearly rate, linearly from one touch to the
    next. Repaying is never refused for a pause, a price, the sequencer, or the evidence on
    the account's institution; the payer is as in `IBrokerageCollateral`.
    """

    NAME = "IBrokerageDebt"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageDebtEvents.Borrowed,
        IBrokerageDebtEvents.Repaid,
    )
    structs: TypeAlias = IBrokerageDebtStructs
    errors: TypeAlias = IBrokerageDebtErrors
    events: TypeAlias = IBrokerageDebtEvents

    @cached_property
    def functions(self) -> IBrokerageDebtFunctions:
        """What the contract can be asked and told."""
        return IBrokerageDebtFunctions(self.contract, self.ERRORS)

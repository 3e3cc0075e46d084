"""IBrokerageCash and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageCashStructs:
    """Structs of IBrokerageCash."""


class IBrokerageCashErrors:
    """Errors of IBrokerageCash."""

    AccountsUnrelated: TypeAlias = _errors.AccountsUnrelated
    CashInsufficient: TypeAlias = _errors.CashInsufficient


class IBrokerageCashEvents:
    """Events of IBrokerageCash."""

    @dataclass(frozen=True)
    class CashWithdrawn(_rt.Event):
        """Cash of an account was paid out in the cash asset.

        Arguments: `amount` units of the cash asset paid; `value` taken off the account's cash
        """

        SIGNATURE: ClassVar[str] = "CashWithdrawn(uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ab2cb0f920fdffd209d1c3fa329b8eec1a2a7c336d744eea89193265fb6db35a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        to: _rt.Address
        value: int
        amount: int

    @dataclass(frozen=True)
    class CollateralMoved(_rt.Event):
        """Collateral moved between two sub-accounts of an institution."""

        SIGNATURE: ClassVar[str] = "CollateralMoved(uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2d77ad86f597544b391cba93bb2a8ea5ab19025ab84aeb8cb682a037bf4e1fd1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        fromAccount: int
        toAccount: int
        assetId: int
        amount: int

    @dataclass(frozen=True)
    class RepaidWithCash(_rt.Event):
        """Cash of an account was used for its debt in the cash asset."""

        SIGNATURE: ClassVar[str] = "RepaidWithCash(uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3b68ff32d768b8c89fc821377e90f45433c19cdcef4afa516c0bed6201dce47"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        account: int
        value: int
        amount: int
        shares: int


class IBrokerageCashFunctions(_rt.Functions):
    """Functions of IBrokerageCash."""

    def moveCollateral(
        self, fromAccount: int, toAccount: int, assetId: int, amount: int
    ) -> _rt.Write[None]:
        """Moves collateral from one sub-account to another of the same institution.

        Right 2 in the one and 1 in the other. Pause group COLLATERAL. Reverts as `withdraw` and
        `deposit`, and with `AccountsUnrelated`.

        Solidity: `moveCollateral(uint256,uint256,uint8,uint256)`, nonpayable, selector
        0x70f96cf2
        """
        return self._write(
            "moveCollateral(uint256,uint256,uint8,uint256)",
            type(None),
            fromAccount,
            toAccount,
            assetId,
            amount,
        )

    def repayWithCash(self, account: int, value: int) -> _rt.Write[int]:
        """Repays debt in the cash asset with the account's cash, at the asset's high price,
        rounded down.

        Right 8. In no pause group; needs the asset's price to be fresh. Reverts with
        `NothingOwed`, `CashInsufficient`.

        Arguments: `value` of the cash; more than there is or than is needed is as much as can
        be used

        Returns: `amount` units of debt repaid

        Solidity: `repayWithCash(uint256,uint256)`, nonpayable, selector 0x8b3f601f
        """
        return self._write("repayWithCash(uint256,uint256)", int, account, value)

    def withdrawCash(self, account: int, value: int, to: _rt.Address) -> _rt.Write[int]:
        """Pays out cash in the cash asset, at its high price, rounded down.

        Right 2. Pause group COLLATERAL. Needs the asset's price to be fresh. Reverts as
        `withdraw`, and with `CashInsufficient`, `InsufficientLiquidity`.

        Arguments: `value` of the cash taken; 2^256 - 1 is all of it

        Returns: `amount` units paid

        Solidity: `withdrawCash(uint256,uint256,address)`, nonpayable, selector 0x87248b9c
        """
        return self._write("withdrawCash(uint256,uint256,address)", int, account, value, to)


class IBrokerageCash(_rt.Contract):
    """Cash is what realised gains have left: value, in full collateral. It is paid out in the
    cash asset, or used for debt in it. Other errors and rules are those of
    `IBrokerageCollateral` and `IBrokerageDebt`.
    """

    NAME = "IBrokerageCash"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageCashEvents.CashWithdrawn,
        IBrokerageCashEvents.CollateralMoved,
        IBrokerageCashEvents.RepaidWithCash,
    )
    structs: TypeAlias = IBrokerageCashStructs
    errors: TypeAlias = IBrokerageCashErrors
    events: TypeAlias = IBrokerageCashEvents

    @cached_property
    def functions(self) -> IBrokerageCashFunctions:
        """What the contract can be asked and told."""
        return IBrokerageCashFunctions(self.contract, self.ERRORS)

"""IBrokerageCollateral and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageCollateralStructs:
    """Structs of IBrokerageCollateral."""


class IBrokerageCollateralErrors:
    """Errors of IBrokerageCollateral."""

    AmountNotMoved: TypeAlias = _errors.AmountNotMoved
    CollateralCapExceeded: TypeAlias = _errors.CollateralCapExceeded
    CollateralInsufficient: TypeAlias = _errors.CollateralInsufficient
    InstitutionCapExceeded: TypeAlias = _errors.InstitutionCapExceeded
    PayerNotVerified: TypeAlias = _errors.PayerNotVerified
    RecipientRefused: TypeAlias = _errors.RecipientRefused
    WrongWayRisk: TypeAlias = _errors.WrongWayRisk


class IBrokerageCollateralEvents:
    """Events of IBrokerageCollateral."""

    @dataclass(frozen=True)
    class CollateralDeposited(_rt.Event):
        """An account has more collateral.

        Arguments: `balance` units of the asset afterwards; `payer` who brought the units
        """

        SIGNATURE: ClassVar[str] = "CollateralDeposited(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b4dea22bb9b172f55e8ce059a85bd1025323bf01da646c0cc094e742615fc243"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        payer: _rt.Address
        amount: int
        balance: int

    @dataclass(frozen=True)
    class CollateralWithdrawn(_rt.Event):
        """An account has less collateral.

        Arguments: `balance` units of the asset afterwards; `to` who received the units
        """

        SIGNATURE: ClassVar[str] = "CollateralWithdrawn(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3338fe54a82a50d45ee3493564fd6ce4f04dd1ebea259dfd7ecaab950158992e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        to: _rt.Address
        amount: int
        balance: int


class IBrokerageCollateralFunctions(_rt.Functions):
    """Functions of IBrokerageCollateral."""

    def deposit(self, account: int, assetId: int, amount: int) -> _rt.Write[None]:
        """Adds units to an account's collateral.

        In no pause group. Reverts with `AmountZero`, `AssetNotUsable`, `WrongWayRisk`,
        `PayerNotVerified`, `AmountNotMoved`, `CollateralCapExceeded`, `InstitutionCapExceeded`,
        `TooManyAssets`, or the token's own error.

        Arguments: `account` whose; `amount` units; `assetId` which

        Solidity: `deposit(uint256,uint8,uint256)`, nonpayable, selector 0x60798cab
        """
        return self._write("deposit(uint256,uint8,uint256)", type(None), account, assetId, amount)

    def depositFromInstitution(self, account: int, assetId: int, amount: int) -> _rt.Write[None]:
        """Adds units of the institution, which an operator brings, to an account's collateral.

        The institution or an operator with the right to deposit. In no pause group. Reverts as
        `deposit`.

        Solidity: `depositFromInstitution(uint256,uint8,uint256)`, nonpayable, selector
        0xada208ea
        """
        return self._write(
            "depositFromInstitution(uint256,uint8,uint256)", type(None), account, assetId, amount
        )

    def withdraw(self, account: int, assetId: int, amount: int, to: _rt.Address) -> _rt.Write[int]:
        """Takes units out of an account's collateral.

        Right 2. Pause group COLLATERAL. Reverts with `AccountNotYours`, `AmountZero`,
        `CollateralInsufficient`, `RecipientRefused`, `AmountNotMoved`, or with what the check
        of risk-taking reverts with while the account has debt or positions.

        Arguments: `account` whose; `amount` units; 2^256 - 1 is all of them; `assetId` which;
        `to` the institution, or a verified wallet of its identity

        Returns: `withdrawn` units

        Solidity: `withdraw(uint256,uint8,uint256,address)`, nonpayable, selector 0x81857627
        """
        return self._write(
            "withdraw(uint256,uint8,uint256,address)", int, account, assetId, amount, to
        )


class IBrokerageCollateral(_rt.Contract):
    """Units that stand for an account's exposure, and cash from realised gains. Collateral is
    never lent, pledged or moved but back to its institution, or to who liquidates the
    account. Depositing is never refused for a pause, a price, the sequencer, or the
    evidence on the account's institution: the payer is the institution, its operator with
    the right to deposit, or any wallet that the registry verifies, which brings its own
    units. What arrives is measured, and a token that takes a fee on transfer is refused.
    Withdrawing needs the margin of new risk afterwards while the account has any debt or
    position. Without any it needs neither prices nor evidence; a freeze by the compliance
    officers stops it all the same. Units go to the institution, or to another verified
    wallet of the same identity.
    """

    NAME = "IBrokerageCollateral"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageCollateralEvents.CollateralDeposited,
        IBrokerageCollateralEvents.CollateralWithdrawn,
    )
    structs: TypeAlias = IBrokerageCollateralStructs
    errors: TypeAlias = IBrokerageCollateralErrors
    events: TypeAlias = IBrokerageCollateralEvents

    @cached_property
    def functions(self) -> IBrokerageCollateralFunctions:
        """What the contract can be asked and told."""
        return IBrokerageCollateralFunctions(self.contract, self.ERRORS)

"""IBrokerageViews and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageViewsStructs:
    """Structs of IBrokerageViews."""

    AccountRisk: TypeAlias = _structs.IBrokerageAccountRisk_AccountRisk
    CollateralItem: TypeAlias = _structs.IBrokerageViews_CollateralItem
    DebtItem: TypeAlias = _structs.IBrokerageViews_DebtItem
    MarginShortfall: TypeAlias = _structs.IBrokerageViews_MarginShortfall
    PositionItem: TypeAlias = _structs.IBrokerageViews_PositionItem
    CrossMarginPosition: TypeAlias = _structs.IPrimeBrokerage_CrossMarginPosition
    EnterpriseAccount: TypeAlias = _structs.IPrimeBrokerage_EnterpriseAccount


class IBrokerageViewsErrors:
    """Errors of IBrokerageViews."""

    ShockInvalid: TypeAlias = _errors.ShockInvalid


class IBrokerageViewsEvents:
    """Events of IBrokerageViews."""


class IBrokerageViewsFunctions(_rt.Functions):
    """Functions of IBrokerageViews."""

    def clearingCash(self) -> _rt.Read[int]:
        """Profit that clearing has realised, negative for a loss, value.

        Solidity: `clearingCash()`, view, selector 0x0af63c8b
        """
        return self._read("clearingCash()", int)

    def collateralBalances(self, account: int, token: _rt.Address) -> _rt.Read[int]:
        """Units of a token that an account has as collateral; zero for a token that is not listed.

        Solidity: `collateralBalances(uint256,address)`, view, selector 0x9bef3546
        """
        return self._read("collateralBalances(uint256,address)", int, account, token)

    def crossMarginPosition(
        self, account: int, assetId: int
    ) -> _rt.Read[_structs.IPrimeBrokerage_CrossMarginPosition]:
        """A position as SPEC tells it; clearing's too.

        Solidity: `crossMarginPosition(uint256,uint8)`, view, selector 0x31d3f470
        """
        return self._read(
            "crossMarginPosition(uint256,uint8)",
            _structs.IPrimeBrokerage_CrossMarginPosition,
            account,
            assetId,
        )

    def enterpriseAccount(
        self, institution: _rt.Address
    ) -> _rt.Read[_structs.IPrimeBrokerage_EnterpriseAccount]:
        """An institution's account as SPEC tells it: its credit and what all its sub-accounts
        expose now.

        Solidity: `enterpriseAccount(address)`, view, selector 0xcec563df
        """
        return self._read(
            "enterpriseAccount(address)", _structs.IPrimeBrokerage_EnterpriseAccount, institution
        )

    def marginCallQueue(
        self, accounts: _rt.Sequence[int]
    ) -> _rt.Read[list[_structs.IBrokerageViews_MarginShortfall]]:
        """Those of the accounts that are below maintenance, the lowest ratio first.

        Reverts with `AccountUnknown`.

        Solidity: `marginCallQueue(uint256[])`, view, selector 0x0f27a7dc
        """
        return self._read(
            "marginCallQueue(uint256[])", list[_structs.IBrokerageViews_MarginShortfall], accounts
        )

    def marginStateOf(self, account: int) -> _rt.Read[int]:
        """How an account stands against the ratios, at the last accepted prices.

        Reverts with `AccountUnknown`.

        Solidity: `marginStateOf(uint256)`, view, selector 0xd74f3f98
        """
        return self._read("marginStateOf(uint256)", int, account)

    def maxBorrow(self, account: int, assetId: int) -> _rt.Read[int]:
        """The most units of an asset that an account could borrow now, as far as margin and the
        limits of its institution and group are concerned. Liquidity, rights, pauses and
        verification are not looked at; with a stale price it is zero.

        Reverts with `AccountUnknown`.

        Solidity: `maxBorrow(uint256,uint8)`, view, selector 0x6a7af8f5
        """
        return self._read("maxBorrow(uint256,uint8)", int, account, assetId)

    def maxWithdraw(self, account: int, assetId: int) -> _rt.Read[int]:
        """The most units of an asset that an account could withdraw now, as far as margin is
        concerned: all of it without exposure. Liquidity, rights, pauses and verification are
        not looked at; with a stale price it is zero.

        Reverts with `AccountUnknown`.

        Solidity: `maxWithdraw(uint256,uint8)`, view, selector 0x5eb04719
        """
        return self._read("maxWithdraw(uint256,uint8)", int, account, assetId)

    def openInterestOf(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """Sums of an asset's positions without clearing's, in its units.

        Solidity: `openInterestOf(uint8)`, view, selector 0x467dce63
        """
        return self._read("openInterestOf(uint8)", tuple[int, int], assetId)

    def portfolio(
        self, account: int
    ) -> _rt.Read[
        tuple[
            list[_structs.IBrokerageViews_CollateralItem],
            list[_structs.IBrokerageViews_DebtItem],
            list[_structs.IBrokerageViews_PositionItem],
        ]
    ]:
        """Everything that an account has and owes, by asset.

        Reverts with `AccountUnknown`.

        Solidity: `portfolio(uint256)`, view, selector 0x2e63a156
        """
        return self._read(
            "portfolio(uint256)",
            tuple[
                list[_structs.IBrokerageViews_CollateralItem],
                list[_structs.IBrokerageViews_DebtItem],
                list[_structs.IBrokerageViews_PositionItem],
            ],
            account,
        )

    def positionOf(
        self, account: int, assetId: int
    ) -> _rt.Read[_structs.IBrokerageViews_PositionItem]:
        """A position in full; clearing's too.

        Solidity: `positionOf(uint256,uint8)`, view, selector 0xc04104d3
        """
        return self._read(
            "positionOf(uint256,uint8)", _structs.IBrokerageViews_PositionItem, account, assetId
        )

    def stress(
        self, account: int, shocksBps: _rt.Sequence[int]
    ) -> _rt.Read[_structs.IBrokerageAccountRisk_AccountRisk]:
        """An account's risk if prices moved: `accountRisk` with low and high prices shocked.

        The shocked low price is rounded down, and the high price has the same spread above it.
        Reverts with `AccountUnknown`, `ShockInvalid`.

        Arguments: `shocksBps` one shock for each asset id from 0 on, basis points; assets
        beyond the list keep their prices

        Solidity: `stress(uint256,int16[])`, view, selector 0x3d645d75
        """
        return self._read(
            "stress(uint256,int16[])",
            _structs.IBrokerageAccountRisk_AccountRisk,
            account,
            shocksBps,
        )


class IBrokerageViews(_rt.Contract):
    """Figures as the contract's own checks compute them, to the unit. Assets round down,
    liabilities and requirements up.
    """

    NAME = "IBrokerageViews"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBrokerageViewsStructs
    errors: TypeAlias = IBrokerageViewsErrors
    events: TypeAlias = IBrokerageViewsEvents

    @cached_property
    def functions(self) -> IBrokerageViewsFunctions:
        """What the contract can be asked and told."""
        return IBrokerageViewsFunctions(self.contract, self.ERRORS)

"""IBrokerageTrading and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageTradingStructs:
    """Structs of IBrokerageTrading."""


class IBrokerageTradingErrors:
    """Errors of IBrokerageTrading."""

    GainAtStalePrice: TypeAlias = _errors.GainAtStalePrice
    OpenInterestExceeded: TypeAlias = _errors.OpenInterestExceeded
    PositionEmpty: TypeAlias = _errors.PositionEmpty
    PriceBeyondLimit: TypeAlias = _errors.PriceBeyondLimit
    SizeInvalid: TypeAlias = _errors.SizeInvalid


class IBrokerageTradingEvents:
    """Events of IBrokerageTrading."""

    @dataclass(frozen=True)
    class PositionChanged(_rt.Event):
        """A position changed; clearing's changed by the opposite of `traded` and of what the entry
        changed by.

        Arguments: `entryValue` what the position cost at average, less carry, value; `price` at
        which, value per whole token; `realisedValue` profit that was realised, negative for a
        loss; clearing realised the opposite; `size` of the position afterwards; `traded` units
        bought, negative when sold
        """

        SIGNATURE: ClassVar[str] = (
            "PositionChanged(uint256,uint256,int256,uint256,int256,int256,int256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "397a832d974f262f277187bdf2c67027de05e5eeac8d8b29e12231c1baf8c2c3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        account: int
        assetId: int
        traded: int
        price: int
        size: int
        entryValue: int
        realisedValue: int

    @dataclass(frozen=True)
    class ProfitBooked(_rt.Event):
        """A realised profit or loss was booked.

        Arguments: `cashValue` the account's cash afterwards; `debtShares` its shares of that
        debt afterwards; `debtUnits` units that its debt in the cash asset changed by;
        `realisedValue` the profit, negative for a loss
        """

        SIGNATURE: ClassVar[str] = "ProfitBooked(uint256,int256,uint256,int256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f03caba7f686080a58215bb25f6a76ed376f4ba5fba4f452988c46656895326d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False, False)
        account: int
        realisedValue: int
        cashValue: int
        debtUnits: int
        debtShares: int


class IBrokerageTradingFunctions(_rt.Functions):
    """Functions of IBrokerageTrading."""

    def MAX_CLOSING_AGE(self) -> _rt.Read[int]:
        """Age up to which the last accepted price closes positions, seconds, where it is not fresh
        for longer.

        Solidity: `MAX_CLOSING_AGE()`, view, selector 0x413c6aa5
        """
        return self._read("MAX_CLOSING_AGE()", int)

    def MAX_POSITIONS(self) -> _rt.Read[int]:
        """Most positions of an account.

        Solidity: `MAX_POSITIONS()`, view, selector 0xf7b24e08
        """
        return self._read("MAX_POSITIONS()", int)

    def closePosition(
        self, account: int, assetId: int, size: int, limitPrice: int
    ) -> _rt.Write[int]:
        """Closes a position or a part of it against clearing.

        The institution or an operator with the right to trade. Never refused for a pause, the
        sequencer, lapsed verification, or prices of other assets. The asset's own price may be
        stale, up to `MAX_CLOSING_AGE`: then the spread is the asset's whole potential exposure,
        and no gain is realised. Reverts with `AccountNotYours`, `AmountZero`, `PositionEmpty`,
        `PriceStale`, `GainAtStalePrice`, `PriceBeyondLimit`, and with `MarginInsufficient`
        where an account that met maintenance would not any more.

        Arguments: `limitPrice` least to receive for a long, most to pay for a short; `size`
        units; more than the position has is all of it

        Returns: `realisedValue` profit realised, negative for a loss

        Solidity: `closePosition(uint256,uint8,uint128,uint256)`, nonpayable, selector
        0xc29d4d57
        """
        return self._write(
            "closePosition(uint256,uint8,uint128,uint256)", int, account, assetId, size, limitPrice
        )

    def openPosition(
        self, account: int, assetId: int, size: int, limitPrice: int
    ) -> _rt.Write[int]:
        """Trades against clearing: opens a position, adds to it, reduces it, or turns it around.

        The institution or an operator with the right to trade. Pause group TRADING. Whatever it
        does to the position, the account must meet initial margin afterwards. Reverts with
        `AccountNotYours`, `AmountZero`, `SizeInvalid`, `AssetNotUsable`, `PriceStale`,
        `PriceBeyondLimit`, `TooManyAssets`, `OpenInterestExceeded`, `AmountTooLarge`, or with
        what the check of risk-taking reverts with.

        Arguments: `account` whose position; `assetId` of the underlying; `limitPrice` most to
        pay or least to receive, value per whole token; `size` units bought, negative to sell;
        the least number of its type is refused

        Returns: `realisedValue` profit realised, negative for a loss

        Solidity: `openPosition(uint256,uint8,int128,uint256)`, nonpayable, selector 0x5847b95a
        """
        return self._write(
            "openPosition(uint256,uint8,int128,uint256)", int, account, assetId, size, limitPrice
        )

    def tradePrices(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """The prices at which an account can trade an asset against clearing now, value per whole
        token.

        Reverts with `AssetUnknown`, `AssetNotUsable`, `PriceStale`.

        Returns: `buying` high price plus spread, rounded up; `selling` low price less spread,
        rounded down

        Solidity: `tradePrices(uint8)`, view, selector 0xb2ee218b
        """
        return self._read("tradePrices(uint8)", tuple[int, int], assetId)


class IBrokerageTrading(_rt.Contract):
    """Long and short positions in listed assets, cross-margined with everything else that an
    account has. The other side of every position is the clearing account's, at the same
    price: sizes of an asset sum to zero over all accounts and clearing, and so do entries
    and realised profits (PB-11). A position in an asset is one signed size and its entry at
    average cost. Trading against it first closes what it can of it: that part's profit is
    realised at once. A realised loss is taken off the account's cash, and what the cash
    does not cover becomes debt in the cash asset: units at its low price, rounded up. A
    realised gain first repays debt in the cash asset, at its high price, rounded down; the
    rest is cash of the account. Unrealised gains can neither be withdrawn nor carry new
    risk. Financing is in the price: an asset's carry accrues when its price is refreshed,
    entries and marks are taken at price less carry, so that longs pay what shorts receive
    without anything being charged. Prices are US dollars per whole token with 8 decimals.
    Buying is at the asset's high price plus a spread, selling at its low price less a
    spread, each rounded against the account. The spread is the book's (`IBrokerageRisk`),
    and never more than the asset's potential exposure, so that closing does not raise what
    an account exposes.
    """

    NAME = "IBrokerageTrading"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageTradingEvents.PositionChanged,
        IBrokerageTradingEvents.ProfitBooked,
    )
    structs: TypeAlias = IBrokerageTradingStructs
    errors: TypeAlias = IBrokerageTradingErrors
    events: TypeAlias = IBrokerageTradingEvents

    @cached_property
    def functions(self) -> IBrokerageTradingFunctions:
        """What the contract can be asked and told."""
        return IBrokerageTradingFunctions(self.contract, self.ERRORS)

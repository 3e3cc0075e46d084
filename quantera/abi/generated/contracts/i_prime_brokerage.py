"""IPrimeBrokerage and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IPrimeBrokerageStructs:
    """Structs of IPrimeBrokerage."""


class IPrimeBrokerageErrors:
    """Errors of IPrimeBrokerage."""

    AccountNotYours: TypeAlias = _errors.AccountNotYours
    AccountUnknown: TypeAlias = _errors.AccountUnknown
    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256_uint256
    AmountZero: TypeAlias = _errors.AmountZero
    AssetNotUsable: TypeAlias = _errors.AssetNotUsable
    AssetUnknown: TypeAlias = _errors.AssetUnknown_uint256
    CloseOnly: TypeAlias = _errors.CloseOnly
    CreditLimitExceeded: TypeAlias = _errors.CreditLimitExceeded
    CreditLineLapsed: TypeAlias = _errors.CreditLineLapsed
    GroupLimitExceeded: TypeAlias = _errors.GroupLimitExceeded
    InsufficientLiquidity: TypeAlias = _errors.InsufficientLiquidity
    MarginInsufficient: TypeAlias = _errors.MarginInsufficient
    PriceStale: TypeAlias = _errors.PriceStale
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    SequencerUnavailable: TypeAlias = _errors.SequencerUnavailable
    TooManyAssets: TypeAlias = _errors.TooManyAssets


class IPrimeBrokerageEvents:
    """Events of IPrimeBrokerage."""


class IPrimeBrokerageFunctions(_rt.Functions):
    """Functions of IPrimeBrokerage."""

    def INITIAL_MARGIN_RATIO(self) -> _rt.Read[int]:
        """Ratio that taking risk must leave, per cent.

        Solidity: `INITIAL_MARGIN_RATIO()`, pure, selector 0xa425c9fc
        """
        return self._read("INITIAL_MARGIN_RATIO()", int)

    def LIQUIDATION_THRESHOLD(self) -> _rt.Read[int]:
        """Ratio below which an account is liquidated at once, per cent.

        Solidity: `LIQUIDATION_THRESHOLD()`, pure, selector 0x90a8ae9b
        """
        return self._read("LIQUIDATION_THRESHOLD()", int)

    def MAINTENANCE_MARGIN_RATIO(self) -> _rt.Read[int]:
        """Ratio below which an account is called, per cent.

        Solidity: `MAINTENANCE_MARGIN_RATIO()`, pure, selector 0x0bf429d7
        """
        return self._read("MAINTENANCE_MARGIN_RATIO()", int)

    def clearingAccount(self) -> _rt.Read[int]:
        """The account on the other side of every position.

        Solidity: `clearingAccount()`, pure, selector 0x09fc5705
        """
        return self._read("clearingAccount()", int)

    def initialize(self, authority: _rt.Address, identityRegistry: _rt.Address) -> _rt.Write[None]:
        """Sets the brokerage up.

        Arguments: `authority` the chain's access manager; `identityRegistry` registry that
        institutions are verified in

        Solidity: `initialize(address,address)`, nonpayable, selector 0x485cc955
        """
        return self._write("initialize(address,address)", type(None), authority, identityRegistry)


class IPrimeBrokerage(_rt.Contract):
    """Cross-margin accounts of verified institutions: collateral, debt in settlement assets,
    long and short positions, margin calls, liquidation and default. The other subjects at
    the same address are `IBrokerageAccounts` (institutions, credit, sub-accounts),
    `IBrokerageOperators`, `IBrokerageCollateral`, `IBrokerageDebt`, `IBrokerageCash`,
    `IBrokerageLedger`, `IBrokerageLending`, `IBrokerageFees`, `IBrokerageBatch`,
    `IBrokerageTrading`, `IBrokeragePrices`, `IBrokerageRisk`, `IBrokerageMargin`,
    `IBrokerageLiquidation`, `IBrokerageDefault`, `IBrokerageTerms` and `IBrokerageViews`.
    An account is a number: the institution's address times 256 plus a sub-account from 0 to
    255. Sub-accounts have margins of their own; the credit limit is the institution's, over
    all of them. The account `clearingAccount()` belongs to nobody and takes the other side
    of every position, so that sizes of an asset sum to zero over the book. Amounts are in a
    token's own units unless a name ends in `Value`: US dollars with 8 decimals. Assets are
    valued at the lower of their feeds' prices, liabilities at the higher. Every rounding is
    against the account. `currentExposure` of an account is the sum of - its debts, at the
    high price, rounded up; - the unrealised losses of its positions, each position for
    itself, in full, rounded up; - the potential exposure of its positions: size times high
    price times the asset's rate, rounded up. Its adjusted collateral is each balance at the
    low price less the asset's haircut, less the concentration add-on, plus its realised
    gains not yet taken; for maintenance also unrealised gains less their haircut. Its ratio
    is adjusted collateral over exposure.
    """

    NAME = "IPrimeBrokerage"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IPrimeBrokerageStructs
    errors: TypeAlias = IPrimeBrokerageErrors
    events: TypeAlias = IPrimeBrokerageEvents

    @cached_property
    def functions(self) -> IPrimeBrokerageFunctions:
        """What the contract can be asked and told."""
        return IPrimeBrokerageFunctions(self.contract, self.ERRORS)

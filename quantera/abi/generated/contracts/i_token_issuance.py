"""ITokenIssuance and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITokenIssuanceStructs:
    """Structs of ITokenIssuance."""

    Terms: TypeAlias = _structs.ITradeTerms_Terms


class ITokenIssuanceErrors:
    """Errors of ITokenIssuance."""


class ITokenIssuanceEvents:
    """Events of ITokenIssuance."""


class ITokenIssuanceFunctions(_rt.Functions):
    """Functions of ITokenIssuance."""

    def batchMintUnderTerms(
        self,
        toList: _rt.Sequence[_rt.Address],
        amounts: _rt.Sequence[int],
        terms: _rt.Sequence[_structs.ITradeTerms_Terms],
    ) -> _rt.Write[None]:
        """Several mints, each under its own terms, all or none; agent only. Reverts with
        `LengthMismatch`.

        Solidity:
        `batchMintUnderTerms(address[],uint256[],(uint128,uint8,uint24,uint8,uint32)[])`,
        nonpayable, selector 0xcf525a79
        """
        return self._write(
            "batchMintUnderTerms(address[],uint256[],(uint128,uint8,uint24,uint8,uint32)[])",
            type(None),
            toList,
            amounts,
            terms,
        )

    def mintUnderTerms(
        self, to: _rt.Address, amount: int, terms: _structs.ITradeTerms_Terms
    ) -> _rt.Write[None]:
        """Mints to a verified investor under terms; agent only. Otherwise as `mint`.

        The engine hears the terms just before the movement, and they end with it. The agent
        pays the fee on the consideration, where there is one: see `ITokenFees`.

        Solidity: `mintUnderTerms(address,uint256,(uint128,uint8,uint24,uint8,uint32))`,
        nonpayable, selector 0xc7296e22
        """
        return self._write(
            "mintUnderTerms(address,uint256,(uint128,uint8,uint24,uint8,uint32))",
            type(None),
            to,
            amount,
            terms,
        )


class ITokenIssuance(_rt.Contract):
    """ERC-3643's `mint` with what rules on a primary sale ask for: price, offer, exemption.
    Amounts in token units.
    """

    NAME = "ITokenIssuance"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ITokenIssuanceStructs
    errors: TypeAlias = ITokenIssuanceErrors
    events: TypeAlias = ITokenIssuanceEvents

    @cached_property
    def functions(self) -> ITokenIssuanceFunctions:
        """What the contract can be asked and told."""
        return ITokenIssuanceFunctions(self.contract, self.ERRORS)

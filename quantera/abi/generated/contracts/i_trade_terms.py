"""ITradeTerms and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITradeTermsStructs:
    """Structs of ITradeTerms."""

    Terms: TypeAlias = _structs.ITradeTerms_Terms


class ITradeTermsErrors:
    """Errors of ITradeTerms."""

    TermsInvalid: TypeAlias = _errors.TermsInvalid_uint8_uint24
    TermsNotAllowed: TypeAlias = _errors.TermsNotAllowed


class ITradeTermsEvents:
    """Events of ITradeTerms."""

    @dataclass(frozen=True)
    class TradeTermsSet(_rt.Event):
        """Terms were stated for a movement of this transaction."""

        SIGNATURE: ClassVar[str] = (
            "TradeTermsSet(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7935338345a241f77ebf2cf04fbc1fa6af54bab4350d4c1aa2628e3b500a6d71"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        terms: _structs.ITradeTerms_Terms
        by: _rt.Address


class ITradeTermsFunctions(_rt.Functions):
    """Functions of ITradeTerms."""

    def clearTradeTerms(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Write[None]:
        """Withdraws terms that no movement has used.

        As `setTradeTerms`; without effect where there are none.

        Solidity: `clearTradeTerms(address,address,address,uint256)`, nonpayable, selector
        0xd2aa1d7f
        """
        return self._write(
            "clearTradeTerms(address,address,address,uint256)", type(None), token, from_, to, amount
        )

    def setTradeTerms(
        self,
        token: _rt.Address,
        from_: _rt.Address,
        to: _rt.Address,
        amount: int,
        terms: _structs.ITradeTerms_Terms,
    ) -> _rt.Write[None]:
        """States the terms of a movement, in place of earlier ones for the same.

        The registered token for its own movements; local role SETTLEMENT for transfers (`from`
        not zero), whose routes, exemption and offer are not looked at. Reverts with
        `TermsNotAllowed`, `TermsInvalid`.

        Arguments: `amount` token units; `from` wallet that gives, zero for an issue

        Solidity:
        `setTradeTerms(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32))`,
        nonpayable, selector 0x0abff64d
        """
        return self._write(
            "setTradeTerms(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32))",
            type(None),
            token,
            from_,
            to,
            amount,
            terms,
        )

    def tradeTerms(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Read[tuple[bool, _structs.ITradeTerms_Terms]]:
        """Terms that wait for their movement in this transaction.

        Returns: `pending` false when there are none

        Solidity: `tradeTerms(address,address,address,uint256)`, view, selector 0x77da2853
        """
        return self._read(
            "tradeTerms(address,address,address,uint256)",
            tuple[bool, _structs.ITradeTerms_Terms],
            token,
            from_,
            to,
            amount,
        )


class ITradeTerms(_rt.Contract):
    """What a movement cannot say of itself: the price paid, the offer it belongs to, the
    exemption under which units are issued. At the engine's address, for one transaction.
    Terms are bound to one movement (token, from, to, amount) and used up by it; whatever is
    left ends with the transaction. Rules on price run where there are terms, and in every
    primary sale: without terms there the consideration is the amount at the pack's offer
    price, and without either a rule on price refuses.
    """

    NAME = "ITradeTerms"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (ITradeTermsEvents.TradeTermsSet,)
    structs: TypeAlias = ITradeTermsStructs
    errors: TypeAlias = ITradeTermsErrors
    events: TypeAlias = ITradeTermsEvents

    @cached_property
    def functions(self) -> ITradeTermsFunctions:
        """What the contract can be asked and told."""
        return ITradeTermsFunctions(self.contract, self.ERRORS)

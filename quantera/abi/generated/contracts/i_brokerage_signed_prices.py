"""IBrokerageSignedPrices and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageSignedPricesStructs:
    """Structs of IBrokerageSignedPrices."""


class IBrokerageSignedPricesErrors:
    """Errors of IBrokerageSignedPrices."""


class IBrokerageSignedPricesEvents:
    """Events of IBrokerageSignedPrices."""


class IBrokerageSignedPricesFunctions(_rt.Functions):
    """Functions of IBrokerageSignedPrices."""

    def postPrices(
        self, signer: _rt.Address, observedAt: int, prices: bytes, signature: bytes
    ) -> _rt.Write[None]:
        """Brings a batch of prices signed by a holder of PRICER; anyone may.

        Reverts with `PricesNotSigned`, `PricesNotDue`, `PricesMalformed`, `SignedPricesOff`,
        `LocalRoleMissing` and while PRICING is paused. A price out of its band, of an asset
        that does not allow it, or older than what is stored does not count and does not stop
        the others.

        Arguments: `observedAt` time of the prices; later than the last batch by the spacing;
        `prices` twelve bytes each: asset id 1, low price 9 (8 decimals), spread to the high
        price 2 (basis points); `signature` of `IBrokeragePrices.pricesDigest`, of 65 bytes, 64
        (ERC-2098), or whatever the contract takes; `signer` an account, or a contract with
        ERC-1271

        Solidity: `postPrices(address,uint40,bytes,bytes)`, nonpayable, selector 0x42984a5f
        """
        return self._write(
            "postPrices(address,uint40,bytes,bytes)",
            type(None),
            signer,
            observedAt,
            prices,
            signature,
        )


class IBrokerageSignedPrices(_rt.Contract):
    """Many prices under one signature, between two refreshes from the feeds. Their terms,
    digest, event and errors are in `IBrokeragePrices`.
    """

    NAME = "IBrokerageSignedPrices"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBrokerageSignedPricesStructs
    errors: TypeAlias = IBrokerageSignedPricesErrors
    events: TypeAlias = IBrokerageSignedPricesEvents

    @cached_property
    def functions(self) -> IBrokerageSignedPricesFunctions:
        """What the contract can be asked and told."""
        return IBrokerageSignedPricesFunctions(self.contract, self.ERRORS)

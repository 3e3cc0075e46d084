"""IBrokerageMatching and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageMatchingStructs:
    """Structs of IBrokerageMatching."""

    TradeOrder: TypeAlias = _structs.IBrokerageMatching_TradeOrder


class IBrokerageMatchingErrors:
    """Errors of IBrokerageMatching."""

    MatchBandTooWide: TypeAlias = _errors.MatchBandTooWide
    OrderExpired: TypeAlias = _errors.OrderExpired
    OrderNonceUsed: TypeAlias = _errors.OrderNonceUsed
    OrderNotSigned: TypeAlias = _errors.OrderNotSigned
    OrderSizeExceeded: TypeAlias = _errors.OrderSizeExceeded
    OrdersUnfit: TypeAlias = _errors.OrdersUnfit
    PriceOutOfBand: TypeAlias = _errors.PriceOutOfBand
    RatioLowered: TypeAlias = _errors.RatioLowered


class IBrokerageMatchingEvents:
    """Events of IBrokerageMatching."""

    @dataclass(frozen=True)
    class MatchBandSet(_rt.Event):
        """The band of matched trades was set."""

        SIGNATURE: ClassVar[str] = "MatchBandSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f358a11244a37dedab7084c97b1c10a5087ab682441cadb517330b1c9a8a914c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        bandBps: int

    @dataclass(frozen=True)
    class OrderFilled(_rt.Event):
        """Of an order this much has been used."""

        SIGNATURE: ClassVar[str] = "OrderFilled(bytes32,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fec331350fce78ba658e082a71da20ac9f8d798a99b3c79681c8440cbfe77e07"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        order: bytes
        filled: int

    @dataclass(frozen=True)
    class OrderNonceSpent(_rt.Event):
        """A signer's nonce can be used no more."""

        SIGNATURE: ClassVar[str] = "OrderNonceSpent(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d8e712fa625bd1b9b1c82238b71c900d0a2d850aa0d17e2a7dee5702bb1b0e69"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        signer: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class TradeMatched(_rt.Event):
        """Two accounts traded."""

        SIGNATURE: ClassVar[str] = "TradeMatched(bytes32,bytes32,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a4c6f4e44d355ad06a27ff2cda5193596a37ba7b92eb365e5a8302083981390c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        buyOrder: bytes
        sellOrder: bytes
        assetId: int
        size: int
        price: int


class IBrokerageMatchingFunctions(_rt.Functions):
    """Functions of IBrokerageMatching."""

    def MAX_MATCH_BAND_BPS(self) -> _rt.Read[int]:
        """Widest band, basis points.

        Solidity: `MAX_MATCH_BAND_BPS()`, view, selector 0x39387220
        """
        return self._read("MAX_MATCH_BAND_BPS()", int)

    def cancelOrderNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes orders of the caller with a nonce worthless.

        Reverts with `OrderNonceUsed`.

        Solidity: `cancelOrderNonce(uint256)`, nonpayable, selector 0x31e7a42c
        """
        return self._write("cancelOrderNonce(uint256)", type(None), nonce)

    def isOrderNonceUsed(self, signer: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a signer's nonce was used or cancelled.

        Solidity: `isOrderNonceUsed(address,uint256)`, view, selector 0xc03ec234
        """
        return self._read("isOrderNonceUsed(address,uint256)", bool, signer, nonce)

    def lowerMatchBand(self, bandBps: int) -> _rt.Write[None]:
        """Holds matched trades closer to the asset's prices, basis points. Restricted:
        RISK_OFFICER.

        Reverts with `IBrokerageRisk.NotStricter`.

        Solidity: `lowerMatchBand(uint16)`, nonpayable, selector 0x416bed68
        """
        return self._write("lowerMatchBand(uint16)", type(None), bandBps)

    def matchBand(self) -> _rt.Read[int]:
        """The band of matched trades, basis points.

        Solidity: `matchBand()`, view, selector 0x95c30ba6
        """
        return self._read("matchBand()", int)

    def matchTrade(
        self,
        buy: _structs.IBrokerageMatching_TradeOrder,
        buySignature: bytes,
        sell: _structs.IBrokerageMatching_TradeOrder,
        sellSignature: bytes,
        size: int,
        price: int,
    ) -> _rt.Write[None]:
        """Matches a purchase and a sale, or parts of them. Anyone may bring both signatures.

        Pause group TRADING; the price must be fresh. An account whose position grows or turns
        around must meet initial margin afterwards; one whose position shrinks must meet
        maintenance, or have no lower ratio than before. Reverts with an error above, with
        `AccountNotYours`, or as `IBrokerageTrading.openPosition`.

        Arguments: `buySignature` empty when the buyer's signer sends the transaction; `price`
        value per whole token; `sellSignature` empty when the seller's signer sends the
        transaction; `size` units

        Solidity:
        `matchTrade((uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,(uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,uint128,uint256)`,
        nonpayable, selector 0x8410edaf
        """
        return self._write(
            "matchTrade((uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,(uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,uint128,uint256)",
            type(None),
            buy,
            buySignature,
            sell,
            sellSignature,
            size,
            price,
        )

    def orderDigest(self, order: _structs.IBrokerageMatching_TradeOrder) -> _rt.Read[bytes]:
        """The digest that an order's signer signs.

        Solidity: `orderDigest((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))`,
        view, selector 0x1104d1f9
        """
        return self._read(
            "orderDigest((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))",
            bytes,
            order,
        )

    def orderFilled(self, order: _structs.IBrokerageMatching_TradeOrder) -> _rt.Read[int]:
        """Units of an order that have been used.

        Solidity: `orderFilled((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))`,
        view, selector 0xd56d46c1
        """
        return self._read(
            "orderFilled((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))", int, order
        )

    def raiseMatchBand(self, bandBps: int) -> _rt.Write[None]:
        """Lets matched trades be further beyond the asset's prices, basis points. Restricted:
        CONFIGURATOR.

        Reverts with `MatchBandTooWide`, or with `IBrokerageRisk.NotLooser`.

        Solidity: `raiseMatchBand(uint16)`, nonpayable, selector 0xb438174b
        """
        return self._write("raiseMatchBand(uint16)", type(None), bandBps)


class IBrokerageMatching(_rt.Contract):
    """Two accounts agree a price; clearing steps between them (novation), so that each has a
    position against clearing and none against the other. Both consent: by an order signed
    for the account, or by sending the call. EIP-712 domain: name `Quantera Brokerage`,
    version `1`, chain id, this address. A party signs `TradeOrder(uint256 account,uint8
    assetId,int256 size,uint256 limitPrice,uint256 counterparty,address signer,` `uint256
    nonce,uint40 expiry)`. The signer is the account's institution or an operator that has
    the right to trade when the order is used; ERC-1271 accounts sign too. Orders fill in
    parts; a nonce is spent with the last part. The price must be within the asset's low and
    high price, widened by a band: accounts cannot move value at prices of their own making.
    """

    NAME = "IBrokerageMatching"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageMatchingEvents.MatchBandSet,
        IBrokerageMatchingEvents.OrderFilled,
        IBrokerageMatchingEvents.OrderNonceSpent,
        IBrokerageMatchingEvents.TradeMatched,
    )
    structs: TypeAlias = IBrokerageMatchingStructs
    errors: TypeAlias = IBrokerageMatchingErrors
    events: TypeAlias = IBrokerageMatchingEvents

    @cached_property
    def functions(self) -> IBrokerageMatchingFunctions:
        """What the contract can be asked and told."""
        return IBrokerageMatchingFunctions(self.contract, self.ERRORS)

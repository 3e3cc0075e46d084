"""IBrokerageAuctions and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageAuctionsStructs:
    """Structs of IBrokerageAuctions."""

    LiquidationTerms: TypeAlias = _structs.IBrokerageAuctions_LiquidationTerms
    MarginCall: TypeAlias = _structs.IBrokerageMargin_MarginCall


class IBrokerageAuctionsErrors:
    """Errors of IBrokerageAuctions."""

    GraceTooLong: TypeAlias = _errors.GraceTooLong
    LiquidationTermsInvalid: TypeAlias = _errors.LiquidationTermsInvalid


class IBrokerageAuctionsEvents:
    """Events of IBrokerageAuctions."""

    @dataclass(frozen=True)
    class GraceSet(_rt.Event):
        """The time to react of a class of assets was set."""

        SIGNATURE: ClassVar[str] = "GraceSet(uint8,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "69b1d8dbbd7e774f7d0a25c94223b64d63afb553e26c0472c3f20e6dd0de9485"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        class_: int
        grace: int

    @dataclass(frozen=True)
    class LiquidationTermsSet(_rt.Event):
        """How liquidations go was set."""

        SIGNATURE: ClassVar[str] = (
            "LiquidationTermsSet((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b6720e3f3638fe9976f75db82b45593f3185971241c9f5403dcf5c1c8f911bf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        terms: _structs.IBrokerageAuctions_LiquidationTerms

    @dataclass(frozen=True)
    class SeizureCapSet(_rt.Event):
        """A cap on taken value was set; 0 for none."""

        SIGNATURE: ClassVar[str] = "SeizureCapSet(uint8,uint96)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7aad1db3bd458e17ef9e4d65721c2ba6b714365bd2a60143e94bdc4c0b55379f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        capValue: int


class IBrokerageAuctionsFunctions(_rt.Functions):
    """Functions of IBrokerageAuctions."""

    def DEFAULT_GRACE(self) -> _rt.Read[int]:
        """Time to react where none was set for a class, in seconds.

        Solidity: `DEFAULT_GRACE()`, view, selector 0x8cdd4533
        """
        return self._read("DEFAULT_GRACE()", int)

    def MAX_GRACE(self) -> _rt.Read[int]:
        """Longest time to react, in seconds.

        Solidity: `MAX_GRACE()`, view, selector 0xb0620f5b
        """
        return self._read("MAX_GRACE()", int)

    def auctionBonusOf(self, account: int) -> _rt.Read[int]:
        """Bonus of an account's auction as of now, in basis points, before it shrinks near
        insolvency.

        Solidity: `auctionBonusOf(uint256)`, view, selector 0xf809c53a
        """
        return self._read("auctionBonusOf(uint256)", int, account)

    def claimable(self, liquidator: _rt.Address, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an account's collateral that a liquidator may claim.

        Solidity: `claimable(address,uint256,uint8)`, view, selector 0x4a688d8c
        """
        return self._read("claimable(address,uint256,uint8)", int, liquidator, account, assetId)

    def graceOf(self, class_: int) -> _rt.Read[int]:
        """Time to react that an account with assets of this class has, in seconds.

        Solidity: `graceOf(uint8)`, view, selector 0x44da4b9d
        """
        return self._read("graceOf(uint8)", int, class_)

    def liquidationTerms(self) -> _rt.Read[_structs.IBrokerageAuctions_LiquidationTerms]:
        """How liquidations go.

        Solidity: `liquidationTerms()`, view, selector 0xbe808d17
        """
        return self._read("liquidationTerms()", _structs.IBrokerageAuctions_LiquidationTerms)

    def marginCallOf(self, account: int) -> _rt.Read[_structs.IBrokerageMargin_MarginCall]:
        """A call as it stands.

        Solidity: `marginCallOf(uint256)`, view, selector 0x233af507
        """
        return self._read("marginCallOf(uint256)", _structs.IBrokerageMargin_MarginCall, account)

    def seizureCapOf(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """An asset's cap on taken value and how much of the present window's is taken.

        Solidity: `seizureCapOf(uint8)`, view, selector 0xe8df6835
        """
        return self._read("seizureCapOf(uint8)", tuple[int, int], assetId)

    def setGrace(self, class_: int, grace: int) -> _rt.Write[None]:
        """Sets the time to react that an account with assets of this class has, at most
        `MAX_GRACE`; 0 for `DEFAULT_GRACE`. The shortest counts of all assets that the account
        has collateral or positions in.

        Restricted: RISK_OFFICER. It holds for calls issued from now on.

        Solidity: `setGrace(uint8,uint24)`, nonpayable, selector 0xd19eeb02
        """
        return self._write("setGrace(uint8,uint24)", type(None), class_, grace)

    def setLiquidationTerms(
        self, terms: _structs.IBrokerageAuctions_LiquidationTerms
    ) -> _rt.Write[None]:
        """Sets how liquidations go.

        Restricted: CONFIGURATOR. Reverts with `LiquidationTermsInvalid`, and with
        `IBrokerageRisk.RatiosUnordered` where bonus, fee and slippage together are not below
        the liquidation threshold less one.

        Solidity:
        `setLiquidationTerms((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))`,
        nonpayable, selector 0x1dcf0cee
        """
        return self._write(
            "setLiquidationTerms((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))",
            type(None),
            terms,
        )

    def setSeizureCap(self, assetId: int, capValue: int) -> _rt.Write[None]:
        """Sets the cap on the value of an asset that is taken in one window; 0 for none.

        Restricted: CONFIGURATOR. What the present window has taken counts against the new cap
        too.

        Solidity: `setSeizureCap(uint8,uint96)`, nonpayable, selector 0xfb5fa82f
        """
        return self._write("setSeizureCap(uint8,uint96)", type(None), assetId, capValue)

    def standstill(self) -> _rt.Read[tuple[int, int, int]]:
        """Seconds of all standstills that are over, when the last one ended, and when the present
        one began (0 for none).

        Solidity: `standstill()`, view, selector 0x3a4bf428
        """
        return self._read("standstill()", tuple[int, int, int])


class IBrokerageAuctions(_rt.Contract):
    """How calls and liquidations go (`IBrokerageMargin`, `IBrokerageLiquidation`), and where
    each of them stands.
    """

    NAME = "IBrokerageAuctions"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageAuctionsEvents.GraceSet,
        IBrokerageAuctionsEvents.LiquidationTermsSet,
        IBrokerageAuctionsEvents.SeizureCapSet,
    )
    structs: TypeAlias = IBrokerageAuctionsStructs
    errors: TypeAlias = IBrokerageAuctionsErrors
    events: TypeAlias = IBrokerageAuctionsEvents

    @cached_property
    def functions(self) -> IBrokerageAuctionsFunctions:
        """What the contract can be asked and told."""
        return IBrokerageAuctionsFunctions(self.contract, self.ERRORS)

"""IBrokeragePrices and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokeragePricesStructs:
    """Structs of IBrokeragePrices."""

    FeedSettings: TypeAlias = _structs.IBrokeragePrices_FeedSettings
    SignedTerms: TypeAlias = _structs.IBrokeragePrices_SignedTerms


class IBrokeragePricesErrors:
    """Errors of IBrokeragePrices."""

    FeedRefused: TypeAlias = _errors.FeedRefused
    FeedsDisagree: TypeAlias = _errors.FeedsDisagree
    FeedsMissing: TypeAlias = _errors.FeedsMissing
    FinancingOutOfRange: TypeAlias = _errors.FinancingOutOfRange
    GasTooLow: TypeAlias = _errors.GasTooLow
    PriceSettingsInvalid: TypeAlias = _errors.PriceSettingsInvalid
    PriceSettingsNotTighter: TypeAlias = _errors.PriceSettingsNotTighter
    PricesMalformed: TypeAlias = _errors.PricesMalformed
    PricesNotDue: TypeAlias = _errors.PricesNotDue
    PricesNotSigned: TypeAlias = _errors.PricesNotSigned
    SignedPricesOff: TypeAlias = _errors.SignedPricesOff


class IBrokeragePricesEvents:
    """Events of IBrokeragePrices."""

    @dataclass(frozen=True)
    class FeedFaulty(_rt.Event):
        """A feed's answer did not count."""

        SIGNATURE: ClassVar[str] = "FeedFaulty(uint8,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9db17747fb028d98865118f68f6153db43757f097a515075bb72ee4543ee8f65"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        feed: _rt.Address
        fault: int

    @dataclass(frozen=True)
    class FeedsSet(_rt.Event):
        """Feeds were set, changed or tightened. The price that stood keeps standing."""

        SIGNATURE: ClassVar[str] = (
            "FeedsSet(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7eb27420bb06cf2bb6d6b60489fbe46a72fe2d1e7535e6fc9db1e395defbcdfa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        settings: _structs.IBrokeragePrices_FeedSettings

    @dataclass(frozen=True)
    class FinancingSet(_rt.Event):
        """A financing rate was set; `word` and `track` are the asset's words, with the carry
        accrued until now.
        """

        SIGNATURE: ClassVar[str] = "FinancingSet(uint8,int24,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8e9419e59fecb5af5c695e2814dd68374dbc3203278daa2ab07e5b347d502b00"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        assetId: int
        ratePips: int
        word: int
        track: int

    @dataclass(frozen=True)
    class PricesPosted(_rt.Event):
        """A signed batch was brought.

        Arguments: `head` time of the prices in bits 0 to 39; from bit 40 a bit for each place
        in the batch whose price did not count; `prices` as they were signed
        """

        SIGNATURE: ClassVar[str] = "PricesPosted(address,uint256,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b34ed587f82ba2102fc83d5f8f6dcd9f275a426905be8a1dfc96fd07afa5536"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        signer: _rt.Address
        head: int
        prices: bytes

    @dataclass(frozen=True)
    class PricesRefreshed(_rt.Event):
        """Prices were refreshed.

        Arguments: `assets` two bytes for each asset: its id and its `PriceOutcome`; `words` two
        for each asset: `RiskWord` and `FeedTrack` as they are now
        """

        SIGNATURE: ClassVar[str] = "PricesRefreshed(bytes,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f48ec3904f62a2b258654da9add39bd249dfeb8a7d846c9d9eaa87a691837275"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        assets: bytes
        words: list[int]

    @dataclass(frozen=True)
    class SequencerSet(_rt.Event):
        """The sequencer's uptime feed was set."""

        SIGNATURE: ClassVar[str] = "SequencerSet(address,uint32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a5355369775e39242d77468ebad2f339b31d496c4bf81ca075817a289307cfe9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        feed: _rt.Address
        grace: int
        mostOutage: int

    @dataclass(frozen=True)
    class SignedTermsSet(_rt.Event):
        """What signed batches are held to was set or tightened."""

        SIGNATURE: ClassVar[str] = "SignedTermsSet((uint16,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "118b85cf589cd321a60f641b7c85801f7cb92b1fe9ee2c309f7d9ee5e4e82855"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        terms: _structs.IBrokeragePrices_SignedTerms


class IBrokeragePricesFunctions(_rt.Functions):
    """Functions of IBrokeragePrices."""

    def feedsOf(self, assetId: int) -> _rt.Read[_structs.IBrokeragePrices_FeedSettings]:
        """Settings of an asset's feeds. Reverts with `FeedsMissing`.

        Solidity: `feedsOf(uint8)`, view, selector 0x50f58f53
        """
        return self._read("feedsOf(uint8)", _structs.IBrokeragePrices_FeedSettings, assetId)

    def previewPrice(self, assetId: int) -> _rt.Read[tuple[int, int, int, int, int]]:
        """What a refresh would come to now.

        Returns: `high` price of liabilities afterwards; `low` price of assets afterwards;
        `outcome` as it would be; `primary` fault of the primary feed; `secondary` fault of the
        secondary feed

        Solidity: `previewPrice(uint8)`, view, selector 0xd54d71bb
        """
        return self._read("previewPrice(uint8)", tuple[int, int, int, int, int], assetId)

    def priceOf(self, assetId: int) -> _rt.Read[tuple[int, int, int, int]]:
        """The stored price of an asset.

        Returns: `freshUntil` the last second at which new risk accepts it; `high` price of
        liabilities, 8 decimals; `low` price of assets, 8 decimals; `time` from which its oldest
        age counts

        Solidity: `priceOf(uint8)`, view, selector 0x912397c3
        """
        return self._read("priceOf(uint8)", tuple[int, int, int, int], assetId)

    def pricesDigest(self, observedAt: int, prices: bytes) -> _rt.Read[bytes]:
        """What a holder of PRICER signs (EIP-712).

        Solidity: `pricesDigest(uint40,bytes)`, view, selector 0xa99c7c2c
        """
        return self._read("pricesDigest(uint40,bytes)", bytes, observedAt, prices)

    def refreshPrices(self, assetIds: _rt.Sequence[int]) -> _rt.Write[None]:
        """Reads the feeds of assets; anyone may. Never fails because of a feed.

        Reverts with `FeedsMissing`, `GasTooLow`, and while PRICING is paused. Accrues financing
        and moves haircuts along their ramps, too.

        Solidity: `refreshPrices(uint8[])`, nonpayable, selector 0xfe23c1ea
        """
        return self._write("refreshPrices(uint8[])", type(None), assetIds)

    def sequencer(self) -> _rt.Read[tuple[_rt.Address, int, int, bool, bool, int]]:
        """The sequencer as its feed tells it now.

        Returns: `grace` seconds after it came back; `liquidationAllowed` whether accounts may
        be liquidated; `mostOutage` seconds after which liquidation goes on; `riskAllowed`
        whether risk may be taken; `since` when it came back or went down; zero where that is
        not known; `uptimeFeed` the uptime feed, or zero

        Solidity: `sequencer()`, view, selector 0x5c1bba38
        """
        return self._read("sequencer()", tuple[_rt.Address, int, int, bool, bool, int])

    def setFeeds(
        self, assetId: int, settings: _structs.IBrokeragePrices_FeedSettings
    ) -> _rt.Write[None]:
        """Sets an asset's feeds. Restricted: LISTING_ADMIN.

        Reverts with `PriceSettingsInvalid`, and with `FeedRefused` for a feed that does not
        answer now.

        Solidity:
        `setFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))`,
        nonpayable, selector 0xc2250871
        """
        return self._write(
            "setFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))",
            type(None),
            assetId,
            settings,
        )

    def setFinancing(self, assetId: int, ratePips: int) -> _rt.Write[None]:
        """Sets what long positions in an asset pay to short ones. Restricted: CONFIGURATOR.

        Reverts with `FinancingOutOfRange` beyond 200 % a year and with `FeedsMissing`.

        Arguments: `ratePips` millionths of the price a year; negative when short positions pay

        Solidity: `setFinancing(uint8,int24)`, nonpayable, selector 0xb99b1aac
        """
        return self._write("setFinancing(uint8,int24)", type(None), assetId, ratePips)

    def setSequencer(self, feed: _rt.Address, grace: int, mostOutage: int) -> _rt.Write[None]:
        """Sets the sequencer's uptime feed of this chain, or none. Restricted: LISTING_ADMIN.

        Arguments: `feed` Chainlink's L2 sequencer uptime feed; zero where there is none;
        `grace` seconds after the sequencer came back in which no risk is taken and nothing is
        liquidated; `mostOutage` seconds after which liquidation goes on whatever the sequencer
        does; at most 72 hours

        Solidity: `setSequencer(address,uint32,uint32)`, nonpayable, selector 0x35396bbd
        """
        return self._write(
            "setSequencer(address,uint32,uint32)", type(None), feed, grace, mostOutage
        )

    def setSignedTerms(self, terms: _structs.IBrokeragePrices_SignedTerms) -> _rt.Write[None]:
        """Sets what signed batches are held to. Restricted: CONFIGURATOR.

        Solidity: `setSignedTerms((uint16,uint16,uint16))`, nonpayable, selector 0xeda15ae2
        """
        return self._write("setSignedTerms((uint16,uint16,uint16))", type(None), terms)

    def signedTerms(self) -> _rt.Read[tuple[_structs.IBrokeragePrices_SignedTerms, int]]:
        """What signed batches are held to, and the time of the last one.

        Solidity: `signedTerms()`, view, selector 0x484f5291
        """
        return self._read("signedTerms()", tuple[_structs.IBrokeragePrices_SignedTerms, int])

    def tightenFeeds(
        self, assetId: int, settings: _structs.IBrokeragePrices_FeedSettings
    ) -> _rt.Write[None]:
        """Holds the same feeds to more at once. Restricted: RISK_OFFICER.

        Reverts with `PriceSettingsNotTighter`. A shorter window makes the time-weighted price
        follow faster and counts as looser.

        Solidity:
        `tightenFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))`,
        nonpayable, selector 0xfa2548a2
        """
        return self._write(
            "tightenFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))",
            type(None),
            assetId,
            settings,
        )

    def tightenSignedTerms(self, terms: _structs.IBrokeragePrices_SignedTerms) -> _rt.Write[None]:
        """Holds signed batches to more at once. Restricted: RISK_OFFICER.

        Solidity: `tightenSignedTerms((uint16,uint16,uint16))`, nonpayable, selector 0xedad35b8
        """
        return self._write("tightenSignedTerms((uint16,uint16,uint16))", type(None), terms)

    def trackOf(self, assetId: int) -> _rt.Read[tuple[int, int, bool, int, int]]:
        """The time-weighted price, when the price was last refreshed, whether a jump waits to be
        seen again, and the carry.

        Returns: `average` 8 decimals, kept to 25 significant bits; `carry` USD per whole token,
        14 decimals; `jumped` whether a jump waits to be seen again; `ratePips` financing,
        millionths a year; `refreshedAt` when the price was last refreshed or seen to jump

        Solidity: `trackOf(uint8)`, view, selector 0x5de3b609
        """
        return self._read("trackOf(uint8)", tuple[int, int, bool, int, int], assetId)


class IBrokeragePrices(_rt.Contract):
    """Where prices come from and what makes one count. An asset has a primary and a secondary
    Chainlink-compatible feed. A refresh asks both: the lower answer values assets, the
    higher one liabilities. Prices are in USD per whole token with 8 decimals; `low` is
    rounded down and `high` up. Anyone may refresh, in the same transaction as the call that
    needs the price. What holds a price back: - an answer with a fault (`FeedFault`) does
    not count; with one left the price is `SINGLE` where the asset allows it, and nothing
    changes otherwise; - feeds further apart than the agreement, and a move beyond the
    greatest one that has been seen once only, leave the old price in place and age it to
    just beyond its oldest age: it is doubted. A jump that is seen again after 60 seconds,
    and within an hour, is believed; - beyond the band around the time-weighted price an
    asset counts for no more and a liability for no less. A fall counts at once for assets,
    a rise at once for liabilities. The time-weighted price moves towards the price that
    stood before a refresh by its part `dt / (window + dt)`, so a price has to stand for a
    while before it weighs anything. Signed batches move fresh prices of assets that allow
    it, within a band around the stored price, at most once in a while. The next refresh
    replaces them. Financing: a price takes along a carry, in USD per whole token with 14
    decimals, which grows by price times rate times time. A long position pays it and a
    short one receives it.
    """

    NAME = "IBrokeragePrices"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokeragePricesEvents.FeedFaulty,
        IBrokeragePricesEvents.FeedsSet,
        IBrokeragePricesEvents.FinancingSet,
        IBrokeragePricesEvents.PricesPosted,
        IBrokeragePricesEvents.PricesRefreshed,
        IBrokeragePricesEvents.SequencerSet,
        IBrokeragePricesEvents.SignedTermsSet,
    )
    structs: TypeAlias = IBrokeragePricesStructs
    errors: TypeAlias = IBrokeragePricesErrors
    events: TypeAlias = IBrokeragePricesEvents

    @cached_property
    def functions(self) -> IBrokeragePricesFunctions:
        """What the contract can be asked and told."""
        return IBrokeragePricesFunctions(self.contract, self.ERRORS)

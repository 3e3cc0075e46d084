"""IBrokerageRisk and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageRiskStructs:
    """Structs of IBrokerageRisk."""

    AssetCaps: TypeAlias = _structs.IBrokerageRisk_AssetCaps
    AssetListing: TypeAlias = _structs.IBrokerageRisk_AssetListing


class IBrokerageRiskErrors:
    """Errors of IBrokerageRisk."""

    AssetListFull: TypeAlias = _errors.AssetListFull
    EvidenceNotAttested: TypeAlias = _errors.EvidenceNotAttested
    IssuerCapExceeded: TypeAlias = _errors.IssuerCapExceeded
    ListingInvalid: TypeAlias = _errors.ListingInvalid
    NoSettlementAsset: TypeAlias = _errors.NoSettlementAsset
    NotLooser: TypeAlias = _errors.NotLooser
    NotStricter: TypeAlias = _errors.NotStricter
    ParameterOutOfRange: TypeAlias = _errors.ParameterOutOfRange_string_uint256_uint256_uint256
    RatiosUnordered: TypeAlias = _errors.RatiosUnordered
    TokenAlreadyListed: TypeAlias = _errors.TokenAlreadyListed


class IBrokerageRiskEvents:
    """Events of IBrokerageRisk."""

    @dataclass(frozen=True)
    class AssetActivitySet(_rt.Event):
        """An asset gives no new power any more, or does again."""

        SIGNATURE: ClassVar[str] = "AssetActivitySet(uint8,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "67d360c8cde18afd71967f3bae9375b32fa8a6d79d897b72e57f1d1cc49ebfee"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        isActive: bool

    @dataclass(frozen=True)
    class AssetAdmitted(_rt.Event):
        """An asset was listed."""

        SIGNATURE: ClassVar[str] = (
            "AssetAdmitted(uint8,address,(address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)),uint8)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e531656f2e872c5fc0549684945b62dc57187a9eb01f93772a2d2bbc45880983"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        token: _rt.Address
        listing: _structs.IBrokerageRisk_AssetListing
        decimals: int

    @dataclass(frozen=True)
    class AssetCapsSet(_rt.Event):
        """Caps of an asset were set."""

        SIGNATURE: ClassVar[str] = "AssetCapsSet(uint8,(uint128,uint128,uint128))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c60c62b26cc1cdf825839c883906834a856392269752996c891049f1a3d32222"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        caps: _structs.IBrokerageRisk_AssetCaps

    @dataclass(frozen=True)
    class AssetUsesSet(_rt.Event):
        """An asset was admitted for more; each says what it is now."""

        SIGNATURE: ClassVar[str] = "AssetUsesSet(uint8,bool,bool,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "70112254e5ff426852c09fd47153ac049e8d014205034e0fcbb64ea8691ad180"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        assetId: int
        isCollateral: bool
        isTradable: bool
        isSettlement: bool

    @dataclass(frozen=True)
    class CashAssetSet(_rt.Event):
        """Gains and losses are settled in this asset."""

        SIGNATURE: ClassVar[str] = "CashAssetSet(uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0267e0436740498231199899d7041672095cb1d99a71debb7463c94b32fff99e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        assetId: int

    @dataclass(frozen=True)
    class ConcentrationSet(_rt.Event):
        """How a concentrated asset is cut, in thousandths."""

        SIGNATURE: ClassVar[str] = "ConcentrationSet(uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "27a70d78d2029286822297b4d030a364db0056c62bdad9e876a56d7269b485e4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        thresholdMilli: int
        addOnMilli: int

    @dataclass(frozen=True)
    class EvidenceModeSet(_rt.Event):
        """Evidence counts as stored from now on, or as the registry's mode of verification says."""

        SIGNATURE: ClassVar[str] = "EvidenceModeSet(bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "51af71d1e988df1e6b2e189e34c6e2783de8d92c4732b2dda3356683125ce984"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        attested: bool

    @dataclass(frozen=True)
    class ExposureRateSet(_rt.Event):
        """The potential exposure of positions was set."""

        SIGNATURE: ClassVar[str] = "ExposureRateSet(uint8,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "24b808772cf3313b9eb0406ab9c7cd8fb0ade81faeef7bc1a05025653af20c5c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        exposureBps: int

    @dataclass(frozen=True)
    class ExtraMarginSet(_rt.Event):
        """Points beyond the constants that every account must keep."""

        SIGNATURE: ClassVar[str] = "ExtraMarginSet(uint8,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "56508c84e19d2534eaff803faa5527e0727d99ce3f11f0bfdd674da59c7de6d8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        extraInitial: int
        extraMaintenance: int

    @dataclass(frozen=True)
    class HaircutLowered(_rt.Event):
        """A haircut was lowered."""

        SIGNATURE: ClassVar[str] = "HaircutLowered(uint8,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "af48b1aa5091ad1a659f312b4f005f0db68c85786dcbc536efe7c14f7eb708c9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        assetId: int
        fromBps: int
        toBps: int

    @dataclass(frozen=True)
    class HaircutOverridden(_rt.Event):
        """A haircut was raised at once, past any ramp."""

        SIGNATURE: ClassVar[str] = "HaircutOverridden(uint8,uint16,uint16,address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb60f1eee1de0afe7758bee1b229a12608a606d2c5df793db70757db2d2ed8a6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, True, True)
        assetId: int
        fromBps: int
        toBps: int
        by: _rt.Address
        reason: bytes

    @dataclass(frozen=True)
    class HaircutRampSet(_rt.Event):
        """A haircut rises from one second to another."""

        SIGNATURE: ClassVar[str] = "HaircutRampSet(uint8,uint16,uint16,uint40,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "48578cc50bf72421948f027ab6909e867c6a0375328cd47cb23209629c588b06"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False, False)
        assetId: int
        fromBps: int
        toBps: int
        start: int
        end: int

    @dataclass(frozen=True)
    class IssuerCapSet(_rt.Event):
        """Collateral of all assets that a group issued is held to a value, 8 decimals; zero for no
        such cap.
        """

        SIGNATURE: ClassVar[str] = "IssuerCapSet(uint16,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ef732c3303b292f486db8a679a541ea888c866e63585e52758a17df1c09406d6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        issuerGroup: int
        capValue: int

    @dataclass(frozen=True)
    class MaxAgeSet(_rt.Event):
        """How long a price counts was set."""

        SIGNATURE: ClassVar[str] = "MaxAgeSet(uint8,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2989417cf1e494715db76dfc710159ca2206ab8431d2ebe8c118817e630ecac1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        maxAgeMinutes: int

    @dataclass(frozen=True)
    class SettlementManagerSet(_rt.Event):
        """Where the brokerage asks what a settlement asset is."""

        SIGNATURE: ClassVar[str] = "SettlementManagerSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "be25bf54ebdb85763a838ccf68f72a8606c4bf03747f74cb1a0c0c760936440b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        manager: _rt.Address

    @dataclass(frozen=True)
    class TradeTermsSet(_rt.Event):
        """How unrealised gains are cut in maintenance, and the spread of trades against the
        clearing account.
        """

        SIGNATURE: ClassVar[str] = "TradeTermsSet(uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1e1c6b8b62851846b86bba02181fcb9660fa02bb1eddaccaab0bb3e5b7761c62"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        gainHaircutBps: int
        tradeSpreadBps: int


class IBrokerageRiskFunctions(_rt.Functions):
    """Functions of IBrokerageRisk."""

    def activateAsset(self, assetId: int) -> _rt.Write[None]:
        """Gives it back. Restricted: LISTING_ADMIN.

        Solidity: `activateAsset(uint8)`, nonpayable, selector 0x5796cddf
        """
        return self._write("activateAsset(uint8)", type(None), assetId)

    def addUses(
        self, assetId: int, isCollateral: bool, isTradable: bool, isSettlement: bool
    ) -> _rt.Write[None]:
        """Admits a listed asset for more than before. Restricted: LISTING_ADMIN.

        Reverts with `NotLooser` where it would be admitted for less, and as `listAsset`.

        Solidity: `addUses(uint8,bool,bool,bool)`, nonpayable, selector 0x83c75a37
        """
        return self._write(
            "addUses(uint8,bool,bool,bool)",
            type(None),
            assetId,
            isCollateral,
            isTradable,
            isSettlement,
        )

    def assetCount(self) -> _rt.Read[int]:
        """How many assets are listed; their ids are the numbers below.

        Solidity: `assetCount()`, view, selector 0xeafe7a74
        """
        return self._read("assetCount()", int)

    def assetIdOf(self, token: _rt.Address) -> _rt.Read[int]:
        """The id of a listed token. Reverts with `AssetUnknown(type(uint256).max)`.

        Solidity: `assetIdOf(address)`, view, selector 0x1bf5518b
        """
        return self._read("assetIdOf(address)", int, token)

    def assetOf(
        self, assetId: int
    ) -> _rt.Read[tuple[_structs.IBrokerageRisk_AssetListing, int, bool]]:
        """An asset as it was listed, with what has changed since. Reverts with `AssetUnknown`.

        Returns: `decimals` of the asset; `isActive` whether it gives new power; `listing` with
        the haircut that holds now, rounded up

        Solidity: `assetOf(uint8)`, view, selector 0x4aea71c7
        """
        return self._read(
            "assetOf(uint8)", tuple[_structs.IBrokerageRisk_AssetListing, int, bool], assetId
        )

    def bookTerms(self) -> _rt.Read[tuple[int, int, int, int, int, int, int]]:
        """What concerns every account.

        Returns: `addOnMilli` what is cut off the part above, thousandths; `cashAsset` the asset
        in which gains and losses are settled; `extraInitial` points beyond 150;
        `extraMaintenance` points beyond 125; `gainHaircutBps` what unrealised gains are cut by
        in maintenance; `thresholdMilli` share from which an asset is concentrated, thousandths;
        `tradeSpreadBps` spread of trades against the clearing account

        Solidity: `bookTerms()`, view, selector 0xb1a1a18c
        """
        return self._read("bookTerms()", tuple[int, int, int, int, int, int, int])

    def deactivateAsset(self, assetId: int) -> _rt.Write[None]:
        """Takes an asset's power for new risk away at once. Restricted: RISK_OFFICER.

        What accounts have of it still counts in liquidation, can be withdrawn, paid back and
        closed.

        Solidity: `deactivateAsset(uint8)`, nonpayable, selector 0x0aa39ac4
        """
        return self._write("deactivateAsset(uint8)", type(None), assetId)

    def haircutOf(self, assetId: int) -> _rt.Read[tuple[int, int, int, int]]:
        """A haircut that moves, or the last one that did.

        Returns: `end` when it arrives; `nowBps` the haircut that holds now, rounded up; `start`
        when it began to move; `toBps` where it goes

        Solidity: `haircutOf(uint8)`, view, selector 0xe231e45c
        """
        return self._read("haircutOf(uint8)", tuple[int, int, int, int], assetId)

    def isEvidenceAttested(self) -> _rt.Read[bool]:
        """Whether stored evidence counts, see `setEvidenceMode`.

        Solidity: `isEvidenceAttested()`, view, selector 0x37b4d144
        """
        return self._read("isEvidenceAttested()", bool)

    def issuerOf(self, issuerGroup: int) -> _rt.Read[tuple[int, int]]:
        """What an issuer's assets are worth as collateral of all accounts at high prices, rounded
        up, and its cap.

        Solidity: `issuerOf(uint16)`, view, selector 0x061d59d8
        """
        return self._read("issuerOf(uint16)", tuple[int, int], issuerGroup)

    def lengthenMaxAge(self, assetId: int, maxAgeMinutes: int) -> _rt.Write[None]:
        """Lets a price count for longer. Restricted: CONFIGURATOR.

        Solidity: `lengthenMaxAge(uint8,uint16)`, nonpayable, selector 0x6a93bb1f
        """
        return self._write("lengthenMaxAge(uint8,uint16)", type(None), assetId, maxAgeMinutes)

    def listAsset(self, listing: _structs.IBrokerageRisk_AssetListing) -> _rt.Write[int]:
        """Lists an asset. Restricted: LISTING_ADMIN.

        Gives no power before its feeds are set (`IBrokeragePrices.setFeeds`). Reverts with
        `ListingInvalid`, `TokenAlreadyListed`, `NoSettlementAsset`, `AssetListFull` or
        `ParameterOutOfRange`.

        Returns: `assetId` the next number

        Solidity:
        `listAsset((address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)))`,
        nonpayable, selector 0xbeaa6e89
        """
        return self._write(
            "listAsset((address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)))",
            int,
            listing,
        )

    def lowerCaps(self, assetId: int, caps: _structs.IBrokerageRisk_AssetCaps) -> _rt.Write[None]:
        """Lowers caps; none may rise. What is beyond a cap may stay and not grow. Restricted:
        RISK_OFFICER.

        Solidity: `lowerCaps(uint8,(uint128,uint128,uint128))`, nonpayable, selector 0xaac926a1
        """
        return self._write("lowerCaps(uint8,(uint128,uint128,uint128))", type(None), assetId, caps)

    def lowerHaircut(self, assetId: int, toBps: int) -> _rt.Write[None]:
        """Lowers a haircut, or where its ramp goes. Restricted: CONFIGURATOR.

        A ramp that has not come so far ends there instead. Reverts with `NotLooser`.

        Solidity: `lowerHaircut(uint8,uint16)`, nonpayable, selector 0xafb977f9
        """
        return self._write("lowerHaircut(uint8,uint16)", type(None), assetId, toBps)

    def lowerIssuerCap(self, issuerGroup: int, capValue: int) -> _rt.Write[None]:
        """Lowers an issuer's cap, or introduces one. Restricted: RISK_OFFICER.

        Solidity: `lowerIssuerCap(uint16,uint128)`, nonpayable, selector 0x45ac1ea3
        """
        return self._write("lowerIssuerCap(uint16,uint128)", type(None), issuerGroup, capValue)

    def overrideHaircut(self, assetId: int, toBps: int, reason: bytes) -> _rt.Write[None]:
        """Raises a haircut at once. Restricted: RISK_OFFICER.

        For an emergency: it can make accounts liquidatable. A ramp that goes further goes on
        from there. Reverts with `NotStricter`, `ParameterOutOfRange`, and with
        `ListingInvalid("reason")` without a reason.

        Solidity: `overrideHaircut(uint8,uint16,bytes32)`, nonpayable, selector 0x4e6630b3
        """
        return self._write(
            "overrideHaircut(uint8,uint16,bytes32)", type(None), assetId, toBps, reason
        )

    def raiseCaps(self, assetId: int, caps: _structs.IBrokerageRisk_AssetCaps) -> _rt.Write[None]:
        """Raises caps; none may fall. Restricted: CONFIGURATOR.

        Solidity: `raiseCaps(uint8,(uint128,uint128,uint128))`, nonpayable, selector 0x24faa89a
        """
        return self._write("raiseCaps(uint8,(uint128,uint128,uint128))", type(None), assetId, caps)

    def raiseHaircut(self, assetId: int, toBps: int, duration: int) -> _rt.Write[None]:
        """Raises a haircut along a ramp that starts now. Restricted: OPERATOR.

        Reverts with `NotStricter` unless it ends above where it stands and where it was going,
        and with `ParameterOutOfRange` for a haircut above 9,999 or a duration outside 1 to 90
        days.

        Arguments: `duration` seconds

        Solidity: `raiseHaircut(uint8,uint16,uint32)`, nonpayable, selector 0x61ba9c87
        """
        return self._write(
            "raiseHaircut(uint8,uint16,uint32)", type(None), assetId, toBps, duration
        )

    def raiseInitialMargin(self, extraInitial: int) -> _rt.Write[None]:
        """Raises what new risk must leave at once. Restricted: RISK_OFFICER.

        Solidity: `raiseInitialMargin(uint8)`, nonpayable, selector 0x161520ca
        """
        return self._write("raiseInitialMargin(uint8)", type(None), extraInitial)

    def raiseIssuerCap(self, issuerGroup: int, capValue: int) -> _rt.Write[None]:
        """Raises or lifts an issuer's cap. Restricted: CONFIGURATOR.

        Arguments: `capValue` at high prices, 8 decimals; zero lifts it

        Solidity: `raiseIssuerCap(uint16,uint128)`, nonpayable, selector 0xe38f9763
        """
        return self._write("raiseIssuerCap(uint16,uint128)", type(None), issuerGroup, capValue)

    def setCashAsset(self, assetId: int) -> _rt.Write[None]:
        """Names the asset in which gains and losses are settled. Restricted: LISTING_ADMIN.

        Reverts with `ListingInvalid("cashAsset")` unless it has a pool and is active.

        Solidity: `setCashAsset(uint8)`, nonpayable, selector 0x205a6cc5
        """
        return self._write("setCashAsset(uint8)", type(None), assetId)

    def setConcentration(self, thresholdMilli: int, addOnMilli: int) -> _rt.Write[None]:
        """Sets how a concentrated asset is cut. Restricted: CONFIGURATOR.

        Arguments: `addOnMilli` what is cut off the part above, at most 1,000 thousandths;
        `thresholdMilli` share of the value after haircuts from which an asset is concentrated,
        thousandths, at least 500

        Solidity: `setConcentration(uint16,uint16)`, nonpayable, selector 0x0b0710b7
        """
        return self._write(
            "setConcentration(uint16,uint16)", type(None), thresholdMilli, addOnMilli
        )

    def setEvidenceMode(self, attested: bool) -> _rt.Write[None]:
        """Sets whose word counts for whether institutions and others are verified. Restricted:
        CONFIGURATOR.

        A registry that is switched to live verification later is asked live only when this is
        set back: until then stored evidence counts, which ends no later than the earliest claim
        that it rests on and can be revoked at once.

        Arguments: `attested` true for `isAttested`, one cold word less in every check of new
        risk; false for `isVerified`. Reverts with `EvidenceNotAttested` when the registry is
        live or has no stored evidence

        Solidity: `setEvidenceMode(bool)`, nonpayable, selector 0x27a16cf1
        """
        return self._write("setEvidenceMode(bool)", type(None), attested)

    def setExposureRate(self, assetId: int, exposureBps: int) -> _rt.Write[None]:
        """Sets the potential exposure of positions. Restricted: CONFIGURATOR.

        Either way it waits: a higher one makes accounts liquidatable.

        Solidity: `setExposureRate(uint8,uint16)`, nonpayable, selector 0x56c016b0
        """
        return self._write("setExposureRate(uint8,uint16)", type(None), assetId, exposureBps)

    def setExtraMargin(self, extraInitial: int, extraMaintenance: int) -> _rt.Write[None]:
        """Sets points beyond the constants that every account must keep. Restricted: CONFIGURATOR.

        Either way it waits: more maintenance makes accounts callable. The book's points of
        maintenance are at most those of initial margin; an account's own can be 24 ahead, so
        that their sums keep the order. Reverts with `RatiosUnordered` and `ParameterOutOfRange`
        above 100.

        Solidity: `setExtraMargin(uint8,uint8)`, nonpayable, selector 0xed472dd2
        """
        return self._write(
            "setExtraMargin(uint8,uint8)", type(None), extraInitial, extraMaintenance
        )

    def setSettlementManager(self, manager: _rt.Address) -> _rt.Write[None]:
        """Names the settlement manager that knows what a settlement asset is. Restricted:
        LISTING_ADMIN.

        Solidity: `setSettlementManager(address)`, nonpayable, selector 0x0556df0f
        """
        return self._write("setSettlementManager(address)", type(None), manager)

    def setTradeTerms(self, gainHaircutBps: int, tradeSpreadBps: int) -> _rt.Write[None]:
        """Sets how unrealised gains are cut in maintenance, and the spread of trades against the
        clearing account. Restricted: CONFIGURATOR.

        Arguments: `gainHaircutBps` at most 10,000; `tradeSpreadBps` at most 1,000

        Solidity: `setTradeTerms(uint16,uint16)`, nonpayable, selector 0x7931d95f
        """
        return self._write(
            "setTradeTerms(uint16,uint16)", type(None), gainHaircutBps, tradeSpreadBps
        )

    def settlementManager(self) -> _rt.Read[_rt.Address]:
        """Where the brokerage asks what a settlement asset is, or zero.

        Solidity: `settlementManager()`, view, selector 0x5dbdcdad
        """
        return self._read("settlementManager()", _rt.Address)

    def shortenMaxAge(self, assetId: int, maxAgeMinutes: int) -> _rt.Write[None]:
        """Lets a price count for less long. Restricted: RISK_OFFICER.

        Solidity: `shortenMaxAge(uint8,uint16)`, nonpayable, selector 0x14cf511f
        """
        return self._write("shortenMaxAge(uint8,uint16)", type(None), assetId, maxAgeMinutes)


class IBrokerageRisk(_rt.Contract):
    """Which assets the brokerage knows, for what, under which haircut and caps, and what
    margin the whole book asks for beyond its constants. Whatever loosens is one function
    and waits for the access manager's delay; whatever tightens is another one and holds at
    once, except for a haircut, which rises along a ramp so that nobody is liquidated by a
    setting. Where a ramp is too slow, RISK_OFFICER overrides it, with a reason in the log.
    No setting breaks the order of the ratios: initial above maintenance above the
    liquidation threshold above 100 plus bonus, fee and slippage of a liquidation
    (`RiskBounds`).
    """

    NAME = "IBrokerageRisk"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageRiskEvents.AssetActivitySet,
        IBrokerageRiskEvents.AssetAdmitted,
        IBrokerageRiskEvents.AssetCapsSet,
        IBrokerageRiskEvents.AssetUsesSet,
        IBrokerageRiskEvents.CashAssetSet,
        IBrokerageRiskEvents.ConcentrationSet,
        IBrokerageRiskEvents.EvidenceModeSet,
        IBrokerageRiskEvents.ExposureRateSet,
        IBrokerageRiskEvents.ExtraMarginSet,
        IBrokerageRiskEvents.HaircutLowered,
        IBrokerageRiskEvents.HaircutOverridden,
        IBrokerageRiskEvents.HaircutRampSet,
        IBrokerageRiskEvents.IssuerCapSet,
        IBrokerageRiskEvents.MaxAgeSet,
        IBrokerageRiskEvents.SettlementManagerSet,
        IBrokerageRiskEvents.TradeTermsSet,
    )
    structs: TypeAlias = IBrokerageRiskStructs
    errors: TypeAlias = IBrokerageRiskErrors
    events: TypeAlias = IBrokerageRiskEvents

    @cached_property
    def functions(self) -> IBrokerageRiskFunctions:
        """What the contract can be asked and told."""
        return IBrokerageRiskFunctions(self.contract, self.ERRORS)

"""IBridgeConfiguration and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgeConfigurationStructs:
    """Structs of IBridgeConfiguration."""

    AssetTerms: TypeAlias = _structs.IBridgeConfiguration_AssetTerms
    EndpointTerms: TypeAlias = _structs.IBridgeConfiguration_EndpointTerms
    LaneTerms: TypeAlias = _structs.IBridgeConfiguration_LaneTerms
    LibraryParameter: TypeAlias = _structs.IBridgeConfiguration_LibraryParameter
    PeerTerms: TypeAlias = _structs.IBridgeConfiguration_PeerTerms
    RouteInputs: TypeAlias = _structs.IBridgeConfiguration_RouteInputs


class IBridgeConfigurationErrors:
    """Errors of IBridgeConfiguration."""

    AssetFixed: TypeAlias = _errors.AssetFixed
    RemoteAssetTaken: TypeAlias = _errors.RemoteAssetTaken
    TermsOutOfRange: TypeAlias = _errors.TermsOutOfRange_string
    VerifiersTooFew: TypeAlias = _errors.VerifiersTooFew
    WrongDirection: TypeAlias = _errors.WrongDirection


class IBridgeConfigurationEvents:
    """Events of IBridgeConfiguration."""

    @dataclass(frozen=True)
    class AssetPauseChanged(_rt.Event):
        """An asset was paused or unpaused."""

        SIGNATURE: ClassVar[str] = "AssetPauseChanged(address,bool,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3af951824ef0c1c51dd30c69ae22ead9afbc360123d019062d19ce2aaa7a6ecc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        asset: _rt.Address
        paused: bool
        by: _rt.Address

    @dataclass(frozen=True)
    class AssetSet(_rt.Event):
        """An asset is now this."""

        SIGNATURE: ClassVar[str] = "AssetSet(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "401952c1f1d733302d8481b2e73a55338827e50033f38cf2e0396598d4c07954"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        asset: _rt.Address
        terms: _structs.IBridgeConfiguration_AssetTerms

    @dataclass(frozen=True)
    class DefaultInputsSet(_rt.Event):
        """What counts when nothing recent is attested."""

        SIGNATURE: ClassVar[str] = (
            "DefaultInputsSet(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3ede2d57f2c38eaeea6d8ce3b7b1ed32210d739fa1705f6233728e75c09a2061"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        chainId: int
        protocol: int
        inputs: _structs.IBridgeConfiguration_RouteInputs

    @dataclass(frozen=True)
    class EndpointSet(_rt.Event):
        """A protocol's contracts on this chain are now these."""

        SIGNATURE: ClassVar[str] = "EndpointSet(uint8,(address,address,uint64))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6b330aeb1a7a6b6cdd95a59b4e3d84058eeb9f9c4198269bda47ca278c3551e9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        protocol: int
        terms: _structs.IBridgeConfiguration_EndpointTerms

    @dataclass(frozen=True)
    class FeedSet(_rt.Event):
        """A feed of an asset's price in USD; zero for none."""

        SIGNATURE: ClassVar[str] = "FeedSet(address,address,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "248521f876b95a423fe62009a53fba98cc1bbc6abfc0d9d4fb3ce42a38d6e0dd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        feed: _rt.Address
        maxAge: int

    @dataclass(frozen=True)
    class InputMaxAgeSet(_rt.Event):
        """From which age on attested inputs count for nothing."""

        SIGNATURE: ClassVar[str] = "InputMaxAgeSet(uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a8a917d5fd19413498113645b4c99e88f0aabc36947f1347b70e148a4b9925f5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        maxAge: int

    @dataclass(frozen=True)
    class InputsPosted(_rt.Event):
        """Inputs were attested."""

        SIGNATURE: ClassVar[str] = (
            "InputsPosted(uint256,uint8,(uint32,uint16,uint16,uint128,uint40),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5391ace70c9d9a3f715b2ef0d0e4b4cda1ea904c7d23027b6eb7155f1e4df771"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        chainId: int
        protocol: int
        inputs: _structs.IBridgeConfiguration_RouteInputs
        by: _rt.Address

    @dataclass(frozen=True)
    class LanePauseChanged(_rt.Event):
        """A lane was paused or unpaused."""

        SIGNATURE: ClassVar[str] = "LanePauseChanged(uint256,bool,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "407fc35e7cb4986cf58bde98615a42cd8f26543ea31a58d2857f5da0fe775ed2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        chainId: int
        paused: bool
        by: _rt.Address

    @dataclass(frozen=True)
    class LaneSet(_rt.Event):
        """A lane is now this."""

        SIGNATURE: ClassVar[str] = "LaneSet(uint256,(bool,uint8,uint8,uint32))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7e7afd00ad05e5d6f165363e65c160977c6653fc5d6bbac13cda13f60589ff49"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        chainId: int
        terms: _structs.IBridgeConfiguration_LaneTerms

    @dataclass(frozen=True)
    class LayerZeroConfigured(_rt.Event):
        """LayerZero's verifiers or executor for a chain."""

        SIGNATURE: ClassVar[str] = "LayerZeroConfigured(address,uint32,uint32,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4c77c4699eceac6ecd99e5eb8caacd0518adac69402b1aae3b3837d4177b95dd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        messageLibrary: _rt.Address
        eid: int
        configType: int
        config: bytes

    @dataclass(frozen=True)
    class LayerZeroLibrariesSet(_rt.Event):
        """LayerZero's libraries for a chain."""

        SIGNATURE: ClassVar[str] = "LayerZeroLibrariesSet(uint32,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "68adf6a9b7e4d29a5a5d939abb1c891aaa0bef3d44f02df48393cea683a145a1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        eid: int
        sendLibrary: _rt.Address
        receiveLibrary: _rt.Address

    @dataclass(frozen=True)
    class LimitSet(_rt.Event):
        """A limit is now this."""

        SIGNATURE: ClassVar[str] = "LimitSet(uint8,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6da171b4575130c97fe2b66caffde954c9d957b013225099609530077e9da76c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        kind: int
        asset: _rt.Address
        key: int
        capacity: int
        periodMinutes: int

    @dataclass(frozen=True)
    class PeerSet(_rt.Event):
        """The bridge of another chain is now this."""

        SIGNATURE: ClassVar[str] = "PeerSet(uint256,uint8,(address,uint64,uint8,string))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "16c32e3ba1f8b3320662638f1b15690e07287713541879be073fe874a5ba9293"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        chainId: int
        protocol: int
        terms: _structs.IBridgeConfiguration_PeerTerms

    @dataclass(frozen=True)
    class RemoteAssetSet(_rt.Event):
        """An asset's counterpart on another chain; zero for none."""

        SIGNATURE: ClassVar[str] = "RemoteAssetSet(uint256,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "64587d151d79bbfdafad0970c3ad74efa615cdc3464b4a1f740585798739ebce"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        chainId: int
        asset: _rt.Address
        remoteAsset: _rt.Address

    @dataclass(frozen=True)
    class SettlementManagerSet(_rt.Event):
        """The settlement manager for deliveries against payment; zero for none."""

        SIGNATURE: ClassVar[str] = "SettlementManagerSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "be25bf54ebdb85763a838ccf68f72a8606c4bf03747f74cb1a0c0c760936440b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        manager: _rt.Address

    @dataclass(frozen=True)
    class TierFloorsSet(_rt.Event):
        """From which whole USD on a tier is needed; tier 1 first."""

        SIGNATURE: ClassVar[str] = "TierFloorsSet(uint64[4])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "38c7da134402ba2da67b8adddbac43c0bec4709fe089acddab8295158c42745c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        usdFrom: list[int]


class IBridgeConfigurationFunctions(_rt.Functions):
    """Functions of IBridgeConfiguration."""

    def assetOf(
        self, asset: _rt.Address
    ) -> _rt.Read[tuple[_structs.IBridgeConfiguration_AssetTerms, int, bool, bool]]:
        """An asset, its own decimals, and whether it is listed and paused.

        Solidity: `assetOf(address)`, view, selector 0x71f96211
        """
        return self._read(
            "assetOf(address)",
            tuple[_structs.IBridgeConfiguration_AssetTerms, int, bool, bool],
            asset,
        )

    def configureLayerZero(
        self,
        messageLibrary: _rt.Address,
        parameters: _rt.Sequence[_structs.IBridgeConfiguration_LibraryParameter],
    ) -> _rt.Write[None]:
        """Configures LayerZero's verifiers and executor for this application. Restricted:
        BRIDGE_ADMIN.

        Reverts with `VerifiersTooFew` for verifiers of which one alone would do.

        Solidity: `configureLayerZero(address,(uint32,uint32,bytes)[])`, nonpayable, selector
        0x4bf3afdf
        """
        return self._write(
            "configureLayerZero(address,(uint32,uint32,bytes)[])",
            type(None),
            messageLibrary,
            parameters,
        )

    def endpointOf(self, protocol: int) -> _rt.Read[_structs.IBridgeConfiguration_EndpointTerms]:
        """A protocol's contracts on this chain.

        Solidity: `endpointOf(uint8)`, view, selector 0xa3f33444
        """
        return self._read(
            "endpointOf(uint8)", _structs.IBridgeConfiguration_EndpointTerms, protocol
        )

    def initialize(self, authority: _rt.Address) -> _rt.Write[None]:
        """Sets the bridge up; once.

        Reverts with `AuthorityWithoutCode`, `InvalidInitialization`.

        Solidity: `initialize(address)`, nonpayable, selector 0xc4d66de8
        """
        return self._write("initialize(address)", type(None), authority)

    def inputsOf(
        self, chainId: int, protocol: int
    ) -> _rt.Read[
        tuple[
            _structs.IBridgeConfiguration_RouteInputs,
            _structs.IBridgeConfiguration_RouteInputs,
            int,
        ]
    ]:
        """What was attested last, and what counts when that is too old.

        Solidity: `inputsOf(uint256,uint8)`, view, selector 0x07fdf0b6
        """
        return self._read(
            "inputsOf(uint256,uint8)",
            tuple[
                _structs.IBridgeConfiguration_RouteInputs,
                _structs.IBridgeConfiguration_RouteInputs,
                int,
            ],
            chainId,
            protocol,
        )

    def laneOf(
        self, chainId: int
    ) -> _rt.Read[tuple[_structs.IBridgeConfiguration_LaneTerms, bool]]:
        """A lane, and whether it is paused.

        Solidity: `laneOf(uint256)`, view, selector 0x642fe427
        """
        return self._read(
            "laneOf(uint256)", tuple[_structs.IBridgeConfiguration_LaneTerms, bool], chainId
        )

    def limitOf(self, kind: int, asset: _rt.Address, key: int) -> _rt.Read[tuple[int, int, int]]:
        """A limit and what it has left now.

        Solidity: `limitOf(uint8,address,uint256)`, view, selector 0x5dc58af7
        """
        return self._read("limitOf(uint8,address,uint256)", tuple[int, int, int], kind, asset, key)

    def localAssetOf(self, chainId: int, remoteAsset: _rt.Address) -> _rt.Read[_rt.Address]:
        """The asset here whose counterpart on that chain is given; zero when there is none.

        Solidity: `localAssetOf(uint256,address)`, view, selector 0xd2c43b4c
        """
        return self._read("localAssetOf(uint256,address)", _rt.Address, chainId, remoteAsset)

    def lowerLimit(
        self, kind: int, asset: _rt.Address, key: int, capacity: int, periodMinutes: int
    ) -> _rt.Write[None]:
        """Lowers a limit at once. Restricted: RISK_OFFICER.

        Reverts with `WrongDirection` when capacity or refilling would be more than now.

        Solidity: `lowerLimit(uint8,address,uint256,uint104,uint16)`, nonpayable, selector
        0x281b5bfa
        """
        return self._write(
            "lowerLimit(uint8,address,uint256,uint104,uint16)",
            type(None),
            kind,
            asset,
            key,
            capacity,
            periodMinutes,
        )

    def lowerThresholds(
        self, asset: _rt.Address, attestFrom: int, delayFrom: int
    ) -> _rt.Write[None]:
        """Lowers an asset's two thresholds at once. Restricted: RISK_OFFICER.

        Reverts with `WrongDirection`, `AssetUnknown`.

        Solidity: `lowerThresholds(address,uint96,uint96)`, nonpayable, selector 0x020b058a
        """
        return self._write(
            "lowerThresholds(address,uint96,uint96)", type(None), asset, attestFrom, delayFrom
        )

    def pauseAsset(self, asset: _rt.Address) -> _rt.Write[None]:
        """Pauses an asset, at once. Restricted: PAUSER.

        Solidity: `pauseAsset(address)`, nonpayable, selector 0x3753b14a
        """
        return self._write("pauseAsset(address)", type(None), asset)

    def pauseLane(self, chainId: int) -> _rt.Write[None]:
        """Pauses a lane both ways, at once. Restricted: PAUSER.

        Solidity: `pauseLane(uint256)`, nonpayable, selector 0x6642118d
        """
        return self._write("pauseLane(uint256)", type(None), chainId)

    def peerOf(
        self, chainId: int, protocol: int
    ) -> _rt.Read[_structs.IBridgeConfiguration_PeerTerms]:
        """The bridge of another chain, as a protocol knows it.

        Solidity: `peerOf(uint256,uint8)`, view, selector 0x4e882624
        """
        return self._read(
            "peerOf(uint256,uint8)", _structs.IBridgeConfiguration_PeerTerms, chainId, protocol
        )

    def postInputs(
        self, chainId: int, protocol: int, given: _structs.IBridgeConfiguration_RouteInputs
    ) -> _rt.Write[None]:
        """Attests inputs of a protocol on a lane. Local role PRICER.

        Reverts with `TermsOutOfRange`.

        Solidity: `postInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))`, nonpayable,
        selector 0x57d30d20
        """
        return self._write(
            "postInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))",
            type(None),
            chainId,
            protocol,
            given,
        )

    def raiseLimit(
        self, kind: int, asset: _rt.Address, key: int, capacity: int, periodMinutes: int
    ) -> _rt.Write[None]:
        """Sets a limit as high as wanted. Restricted: BRIDGE_ADMIN.

        Reverts with `TermsOutOfRange` for a period of zero, `AssetUnknown`.

        Arguments: `capacity` most at once; `periodMinutes` time in which an empty bucket fills

        Solidity: `raiseLimit(uint8,address,uint256,uint104,uint16)`, nonpayable, selector
        0x3c2db139
        """
        return self._write(
            "raiseLimit(uint8,address,uint256,uint104,uint16)",
            type(None),
            kind,
            asset,
            key,
            capacity,
            periodMinutes,
        )

    def setAsset(
        self, asset: _rt.Address, terms: _structs.IBridgeConfiguration_AssetTerms
    ) -> _rt.Write[None]:
        """Lists an asset or changes it. Restricted: BRIDGE_ADMIN.

        Reverts with `AddressWithoutCode`, `TermsOutOfRange`, `AssetFixed` (regulated, shared
        decimals).

        Solidity: `setAsset(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))`, nonpayable,
        selector 0x5f66ce99
        """
        return self._write(
            "setAsset(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))",
            type(None),
            asset,
            terms,
        )

    def setDefaultInputs(
        self, chainId: int, protocol: int, inputs: _structs.IBridgeConfiguration_RouteInputs
    ) -> _rt.Write[None]:
        """Sets what counts when nothing recent is attested. Restricted: BRIDGE_ADMIN.

        Solidity: `setDefaultInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))`,
        nonpayable, selector 0x26bc7a5c
        """
        return self._write(
            "setDefaultInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))",
            type(None),
            chainId,
            protocol,
            inputs,
        )

    def setEndpoint(
        self, protocol: int, terms: _structs.IBridgeConfiguration_EndpointTerms
    ) -> _rt.Write[None]:
        """Sets a protocol's contracts here. Restricted: BRIDGE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setEndpoint(uint8,(address,address,uint64))`, nonpayable, selector 0x8e080e80
        """
        return self._write(
            "setEndpoint(uint8,(address,address,uint64))", type(None), protocol, terms
        )

    def setInputMaxAge(self, maxAge: int) -> _rt.Write[None]:
        """Sets from which age on attested inputs count for nothing. Restricted: BRIDGE_ADMIN.

        Solidity: `setInputMaxAge(uint32)`, nonpayable, selector 0xb0497564
        """
        return self._write("setInputMaxAge(uint32)", type(None), maxAge)

    def setLane(
        self, chainId: int, terms: _structs.IBridgeConfiguration_LaneTerms
    ) -> _rt.Write[None]:
        """Opens, changes or closes a lane. Restricted: BRIDGE_ADMIN.

        Reverts with `TermsOutOfRange`.

        Solidity: `setLane(uint256,(bool,uint8,uint8,uint32))`, nonpayable, selector 0x66bff65a
        """
        return self._write("setLane(uint256,(bool,uint8,uint8,uint32))", type(None), chainId, terms)

    def setLayerZeroLibraries(
        self, eid: int, sendLibrary: _rt.Address, receiveLibrary: _rt.Address
    ) -> _rt.Write[None]:
        """Chooses LayerZero's libraries for a chain. Restricted: BRIDGE_ADMIN.

        Reverts with `VerifiersTooFew` where there is a peer and one verifier alone would do
        with them.

        Solidity: `setLayerZeroLibraries(uint32,address,address)`, nonpayable, selector
        0x50dac512
        """
        return self._write(
            "setLayerZeroLibraries(uint32,address,address)",
            type(None),
            eid,
            sendLibrary,
            receiveLibrary,
        )

    def setPeer(
        self, chainId: int, protocol: int, terms: _structs.IBridgeConfiguration_PeerTerms
    ) -> _rt.Write[None]:
        """Sets the bridge of another chain. Restricted: BRIDGE_ADMIN.

        Over LayerZero the verifiers must have been chosen before, or its defaults be several.
        Reverts with `TermsOutOfRange`, and over LayerZero with `ProtocolOff` and with
        `VerifiersTooFew` where one verifier alone would do, either way.

        Solidity: `setPeer(uint256,uint8,(address,uint64,uint8,string))`, nonpayable, selector
        0x8b76c0cf
        """
        return self._write(
            "setPeer(uint256,uint8,(address,uint64,uint8,string))",
            type(None),
            chainId,
            protocol,
            terms,
        )

    def setRemoteAsset(
        self, chainId: int, asset: _rt.Address, remoteAsset: _rt.Address
    ) -> _rt.Write[None]:
        """Sets an asset's counterpart on another chain. Restricted: BRIDGE_ADMIN.

        Reverts with `AssetUnknown`, `RemoteAssetTaken`.

        Solidity: `setRemoteAsset(uint256,address,address)`, nonpayable, selector 0x8bf664ac
        """
        return self._write(
            "setRemoteAsset(uint256,address,address)", type(None), chainId, asset, remoteAsset
        )

    def setSettlement(self, manager: _rt.Address) -> _rt.Write[None]:
        """Sets the settlement manager. Restricted: BRIDGE_ADMIN.

        Solidity: `setSettlement(address)`, nonpayable, selector 0x8f4e6f37
        """
        return self._write("setSettlement(address)", type(None), manager)

    def setTierFloors(self, usdFrom: _rt.Sequence[int]) -> _rt.Write[None]:
        """Sets from which whole USD on a tier is needed; zero is always. Restricted: BRIDGE_ADMIN.

        Solidity: `setTierFloors(uint64[4])`, nonpayable, selector 0x6b184723
        """
        return self._write("setTierFloors(uint64[4])", type(None), usdFrom)

    def setUsdFeed(self, asset: _rt.Address, feed: _rt.Address, maxAge: int) -> _rt.Write[None]:
        """Sets the feed of an asset's price in USD. Restricted: BRIDGE_ADMIN.

        Solidity: `setUsdFeed(address,address,uint32)`, nonpayable, selector 0x6cdf6be8
        """
        return self._write("setUsdFeed(address,address,uint32)", type(None), asset, feed, maxAge)

    def settlementOf(self) -> _rt.Read[_rt.Address]:
        """The settlement manager for deliveries against payment.

        Solidity: `settlementOf()`, view, selector 0x19e51865
        """
        return self._read("settlementOf()", _rt.Address)

    def tierFloors(self) -> _rt.Read[list[int]]:
        """From which whole USD on a tier is needed.

        Solidity: `tierFloors()`, view, selector 0xc3fef2ab
        """
        return self._read("tierFloors()", list[int])

    def unpauseAsset(self, asset: _rt.Address) -> _rt.Write[None]:
        """Unpauses it. Restricted: UNPAUSER.

        Solidity: `unpauseAsset(address)`, nonpayable, selector 0x9abacb41
        """
        return self._write("unpauseAsset(address)", type(None), asset)

    def unpauseLane(self, chainId: int) -> _rt.Write[None]:
        """Unpauses it. Restricted: UNPAUSER.

        Solidity: `unpauseLane(uint256)`, nonpayable, selector 0x9be64137
        """
        return self._write("unpauseLane(uint256)", type(None), chainId)

    def usdFeedOf(self, asset: _rt.Address) -> _rt.Read[tuple[_rt.Address, int]]:
        """The feed of an asset's price in USD.

        Solidity: `usdFeedOf(address)`, view, selector 0x66357e86
        """
        return self._read("usdFeedOf(address)", tuple[_rt.Address, int], asset)


class IBridgeConfiguration(_rt.Contract):
    """What loosens is BRIDGE_ADMIN's and waits in the access manager's schedule, where
    everybody sees it; what tightens is RISK_OFFICER's or PAUSER's and takes effect at once.
    Amounts are in shared decimals, times in seconds.
    """

    NAME = "IBridgeConfiguration"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBridgeConfigurationEvents.AssetPauseChanged,
        IBridgeConfigurationEvents.AssetSet,
        IBridgeConfigurationEvents.DefaultInputsSet,
        IBridgeConfigurationEvents.EndpointSet,
        IBridgeConfigurationEvents.FeedSet,
        IBridgeConfigurationEvents.InputMaxAgeSet,
        IBridgeConfigurationEvents.InputsPosted,
        IBridgeConfigurationEvents.LanePauseChanged,
        IBridgeConfigurationEvents.LaneSet,
        IBridgeConfigurationEvents.LayerZeroConfigured,
        IBridgeConfigurationEvents.LayerZeroLibrariesSet,
        IBridgeConfigurationEvents.LimitSet,
        IBridgeConfigurationEvents.PeerSet,
        IBridgeConfigurationEvents.RemoteAssetSet,
        IBridgeConfigurationEvents.SettlementManagerSet,
        IBridgeConfigurationEvents.TierFloorsSet,
    )
    structs: TypeAlias = IBridgeConfigurationStructs
    errors: TypeAlias = IBridgeConfigurationErrors
    events: TypeAlias = IBridgeConfigurationEvents

    @cached_property
    def functions(self) -> IBridgeConfigurationFunctions:
        """What the contract can be asked and told."""
        return IBridgeConfigurationFunctions(self.contract, self.ERRORS)

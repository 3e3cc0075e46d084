// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "./IUniversalBridge.sol";

/// @title Configuration of the bridge
/// @notice What loosens is BRIDGE_ADMIN's and waits in the access manager's schedule, where everybody sees it; what
/// tightens is RISK_OFFICER's or PAUSER's and takes effect at once. Amounts are in shared decimals, times in seconds.
interface IBridgeConfiguration {
    /// @notice Limits that are buckets: full at first, and refilled evenly within the period.
    /// @param LANE_OUT what leaves for a chain; key is the chain
    /// @param LANE_IN what is credited from a chain; key is the chain
    /// @param PROTOCOL_IN what is credited on the word of that protocol alone; key is the protocol
    enum LimitKind {
        LANE_OUT,
        LANE_IN,
        PROTOCOL_IN
    }

    /// @notice A protocol's contracts on this chain.
    /// @param endpoint router, endpoint, core or gateway; zero switches the protocol off
    /// @param gasService Axelar's, zero for the others
    /// @param ownNumber Wormhole's number of this chain, zero for the others
    struct EndpointTerms {
        address endpoint;
        address gasService;
        uint64 ownNumber;
    }

    /// @notice The bridge of another chain, as a protocol knows it.
    /// @param bridge zero removes the peer
    /// @param number the protocol's number of that chain: selector, endpoint id, Wormhole chain; zero for Axelar
    /// @param securityTier how much the protocol is trusted on this lane, more being better
    /// @param name Axelar's name of that chain, empty for the others
    struct PeerTerms {
        address bridge;
        uint64 number;
        uint8 securityTier;
        string name;
    }

    /// @notice A lane to and from another chain.
    /// @param required protocols that a credit from the asset's threshold on needs, 2 to 4
    /// @param controlRequired protocols that an allotment or a delivery needs, 2 to 4
    /// @param delay of credits from the asset's delay threshold on, at most 30 days
    struct LaneTerms {
        bool open;
        uint8 required;
        uint8 controlRequired;
        uint32 delay;
    }

    /// @notice An asset.
    /// @param regulated minted and burned (ERC-7802) with the sender's identity, not locked
    /// @param keepsLots its lots go along
    /// @param sharedDecimals decimals of amounts in messages, the same on all chains; a regulated asset's own
    /// @param creditGas gas that a credit without lots gets, 200,000 to 2,600,000
    /// @param gasPerLotThousands gas for each lot, in thousands
    /// @param attestFrom amount from which the lane's `required` protocols are needed
    /// @param delayFrom amount from which a credit waits for the lane's delay
    struct AssetTerms {
        bool regulated;
        bool keepsLots;
        uint8 sharedDecimals;
        uint24 creditGas;
        uint8 gasPerLotThousands;
        uint96 attestFrom;
        uint96 delayFrom;
    }

    /// @notice What is attested of a protocol on a lane, for the choice between protocols.
    /// @param expectedSeconds from sending to crediting, at most 7 days
    /// @param reliabilityBps share of messages that arrive in time, at most 10,000
    /// @param congestionBps at most 10,000
    /// @param deliveryCost what the delivery costs besides the quoted fee, wei of this chain
    /// @param postedAt set by the bridge
    struct RouteInputs {
        uint32 expectedSeconds;
        uint16 reliabilityBps;
        uint16 congestionBps;
        uint128 deliveryCost;
        uint40 postedAt;
    }

    /// @notice A parameter of LayerZero's message libraries, as its endpoint takes it.
    /// @param eid endpoint id of the other chain
    /// @param configType 1 executor, 2 verifiers
    /// @param config ABI-encoded
    struct LibraryParameter {
        uint32 eid;
        uint32 configType;
        bytes config;
    }

    /// @notice A protocol's contracts on this chain are now these.
    event EndpointSet(IUniversalBridge.BridgeProtocol indexed protocol, EndpointTerms terms);
    /// @notice The bridge of another chain is now this.
    event PeerSet(uint256 indexed chainId, IUniversalBridge.BridgeProtocol indexed protocol, PeerTerms terms);
    /// @notice A lane is now this.
    event LaneSet(uint256 indexed chainId, LaneTerms terms);
    /// @notice A lane was paused or unpaused.
    event LanePauseChanged(uint256 indexed chainId, bool paused, address indexed by);
    /// @notice An asset is now this.
    event AssetSet(address indexed asset, AssetTerms terms);
    /// @notice An asset was paused or unpaused.
    event AssetPauseChanged(address indexed asset, bool paused, address indexed by);
    /// @notice An asset's counterpart on another chain; zero for none.
    event RemoteAssetSet(uint256 indexed chainId, address indexed asset, address indexed remoteAsset);
    /// @notice A limit is now this.
    event LimitSet(
        LimitKind indexed kind, address indexed asset, uint256 indexed key, uint256 capacity, uint256 periodMinutes
    );
    /// @notice The settlement manager for deliveries against payment; zero for none.
    event SettlementManagerSet(address indexed manager);
    /// @notice A feed of an asset's price in USD; zero for none.
    event FeedSet(address indexed asset, address indexed feed, uint32 maxAge);
    /// @notice Inputs were attested.
    event InputsPosted(
        uint256 indexed chainId, IUniversalBridge.BridgeProtocol indexed protocol, RouteInputs inputs, address by
    );
    /// @notice What counts when nothing recent is attested.
    event DefaultInputsSet(
        uint256 indexed chainId, IUniversalBridge.BridgeProtocol indexed protocol, RouteInputs inputs
    );
    /// @notice From which age on attested inputs count for nothing.
    event InputMaxAgeSet(uint32 maxAge);
    /// @notice From which whole USD on a tier is needed; tier 1 first.
    event TierFloorsSet(uint64[4] usdFrom);
    /// @notice LayerZero's libraries for a chain.
    event LayerZeroLibrariesSet(uint32 indexed eid, address sendLibrary, address receiveLibrary);
    /// @notice LayerZero's verifiers or executor for a chain.
    event LayerZeroConfigured(address indexed messageLibrary, uint32 indexed eid, uint32 configType, bytes config);

    /// @notice A parameter is outside its bounds.
    error TermsOutOfRange(string field);
    /// @notice What an asset is cannot change once it is listed.
    error AssetFixed(address asset);
    /// @notice The counterpart is another asset's already.
    error RemoteAssetTaken(uint256 chainId, address remoteAsset);
    /// @notice The call may only lower, or only raise.
    error WrongDirection();
    /// @notice A single verifier is not enough.
    error VerifiersTooFew(uint256 verifiers);

    /// @notice Sets the bridge up; once.
    /// @dev Reverts with `AuthorityWithoutCode`, `InvalidInitialization`.
    function initialize(address authority) external;

    /// @notice Sets a protocol's contracts here. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `AddressWithoutCode`.
    function setEndpoint(IUniversalBridge.BridgeProtocol protocol, EndpointTerms calldata terms) external;
    /// @notice Sets the bridge of another chain. Restricted: BRIDGE_ADMIN.
    /// @dev Over LayerZero the verifiers must have been chosen before, or its defaults be several. Reverts with
    /// `TermsOutOfRange`, and over LayerZero with `ProtocolOff` and with `VerifiersTooFew` where one verifier alone
    /// would do, either way.
    function setPeer(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, PeerTerms calldata terms) external;
    /// @notice Opens, changes or closes a lane. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `TermsOutOfRange`.
    function setLane(uint256 chainId, LaneTerms calldata terms) external;
    /// @notice Lists an asset or changes it. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `AddressWithoutCode`, `TermsOutOfRange`, `AssetFixed` (regulated, shared decimals).
    function setAsset(address asset, AssetTerms calldata terms) external;
    /// @notice Lowers an asset's two thresholds at once. Restricted: RISK_OFFICER.
    /// @dev Reverts with `WrongDirection`, `AssetUnknown`.
    function lowerThresholds(address asset, uint96 attestFrom, uint96 delayFrom) external;
    /// @notice Sets an asset's counterpart on another chain. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `AssetUnknown`, `RemoteAssetTaken`.
    function setRemoteAsset(uint256 chainId, address asset, address remoteAsset) external;
    /// @notice Sets a limit as high as wanted. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `TermsOutOfRange` for a period of zero, `AssetUnknown`.
    /// @param capacity most at once
    /// @param periodMinutes time in which an empty bucket fills
    function raiseLimit(LimitKind kind, address asset, uint256 key, uint104 capacity, uint16 periodMinutes) external;
    /// @notice Lowers a limit at once. Restricted: RISK_OFFICER.
    /// @dev Reverts with `WrongDirection` when capacity or refilling would be more than now.
    function lowerLimit(LimitKind kind, address asset, uint256 key, uint104 capacity, uint16 periodMinutes) external;
    /// @notice Pauses a lane both ways, at once. Restricted: PAUSER.
    function pauseLane(uint256 chainId) external;
    /// @notice Unpauses it. Restricted: UNPAUSER.
    function unpauseLane(uint256 chainId) external;
    /// @notice Pauses an asset, at once. Restricted: PAUSER.
    function pauseAsset(address asset) external;
    /// @notice Unpauses it. Restricted: UNPAUSER.
    function unpauseAsset(address asset) external;
    /// @notice Sets the settlement manager. Restricted: BRIDGE_ADMIN.
    function setSettlement(address manager) external;
    /// @notice Sets the feed of an asset's price in USD. Restricted: BRIDGE_ADMIN.
    function setUsdFeed(address asset, address feed, uint32 maxAge) external;
    /// @notice Attests inputs of a protocol on a lane. Local role PRICER.
    /// @dev Reverts with `TermsOutOfRange`.
    function postInputs(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, RouteInputs calldata given) external;
    /// @notice Sets what counts when nothing recent is attested. Restricted: BRIDGE_ADMIN.
    function setDefaultInputs(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, RouteInputs calldata inputs)
        external;
    /// @notice Sets from which age on attested inputs count for nothing. Restricted: BRIDGE_ADMIN.
    function setInputMaxAge(uint32 maxAge) external;
    /// @notice Sets from which whole USD on a tier is needed; zero is always. Restricted: BRIDGE_ADMIN.
    function setTierFloors(uint64[4] calldata usdFrom) external;
    /// @notice Chooses LayerZero's libraries for a chain. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `VerifiersTooFew` where there is a peer and one verifier alone would do with them.
    function setLayerZeroLibraries(uint32 eid, address sendLibrary, address receiveLibrary) external;
    /// @notice Configures LayerZero's verifiers and executor for this application. Restricted: BRIDGE_ADMIN.
    /// @dev Reverts with `VerifiersTooFew` for verifiers of which one alone would do.
    function configureLayerZero(address messageLibrary, LibraryParameter[] calldata parameters) external;

    /// @notice A protocol's contracts on this chain.
    function endpointOf(IUniversalBridge.BridgeProtocol protocol) external view returns (EndpointTerms memory);
    /// @notice The bridge of another chain, as a protocol knows it.
    function peerOf(uint256 chainId, IUniversalBridge.BridgeProtocol protocol) external view returns (PeerTerms memory);
    /// @notice A lane, and whether it is paused.
    function laneOf(uint256 chainId) external view returns (LaneTerms memory terms, bool paused);
    /// @notice An asset, its own decimals, and whether it is listed and paused.
    function assetOf(address asset)
        external
        view
        returns (AssetTerms memory terms, uint8 decimals, bool listed, bool paused);
    /// @notice The asset here whose counterpart on that chain is given; zero when there is none.
    function localAssetOf(uint256 chainId, address remoteAsset) external view returns (address asset);
    /// @notice A limit and what it has left now.
    function limitOf(LimitKind kind, address asset, uint256 key)
        external
        view
        returns (uint256 capacity, uint256 periodMinutes, uint256 available);
    /// @notice The settlement manager for deliveries against payment.
    function settlementOf() external view returns (address manager);
    /// @notice The feed of an asset's price in USD.
    function usdFeedOf(address asset) external view returns (address feed, uint32 maxAge);
    /// @notice What was attested last, and what counts when that is too old.
    function inputsOf(uint256 chainId, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (RouteInputs memory posted, RouteInputs memory defaults, uint32 maxAge);
    /// @notice From which whole USD on a tier is needed.
    function tierFloors() external view returns (uint64[4] memory usdFrom);
}

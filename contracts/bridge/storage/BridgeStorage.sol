// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { BridgeAssetWord } from "./BridgeAssetWord.sol";
import { BridgeLane } from "./BridgeLane.sol";
import { BucketWord } from "./BucketWord.sol";
import { EndpointWord } from "./EndpointWord.sol";
import { LaneGate } from "./LaneGate.sol";
import { PeerWord } from "./PeerWord.sol";

/// @notice The bridge of another chain for one protocol, with the lane's gate: one slot.
struct BridgePeer {
    address bridge;
    uint64 number;
    uint8 securityTier;
    LaneGate gate;
}

/// @notice A protocol's contracts here; the first slot is all that most calls need. `sends` says that neither sending
/// nor the protocol is paused, so that a message need not read the pauses as well.
struct BridgeEndpoint {
    address endpoint;
    uint64 ownNumber;
    bool sends;
    address gasService;
}

/// @notice An asset: one slot.
struct BridgeAsset {
    uint8 flags;
    uint8 decimals;
    uint8 sharedDecimals;
    uint24 creditGas;
    uint8 gasPerLotThousands;
    uint96 attestFrom;
    uint96 delayFrom;
}

/// @notice A feed of a price in USD: one slot.
struct BridgeFeed {
    address feed;
    uint32 maxAge;
}

using BridgeStorage for BridgePeer global;
using BridgeStorage for BridgeEndpoint global;
using BridgeStorage for BridgeAsset global;

/// @title BridgeStorage
/// @notice The one storage struct that the bridge and its extensions share (ERC-7201), and slots as they lie, for those
/// who would otherwise copy a struct into memory to look at a field or two.
library BridgeStorage {
    /// @custom:storage-location erc7201:quantera.storage.UniversalBridge
    struct Layout {
        mapping(uint256 chainId => BridgeLane lane) lanes;
        mapping(uint256 chainId => mapping(uint256 protocol => BridgePeer peer)) peers;
        mapping(uint256 chainId => string name) axelarNames;
        mapping(uint256 protocol => BridgeEndpoint endpoint) endpoints;
        mapping(uint256 eid => uint256 chainId) layerZeroChains;
        mapping(address asset => BridgeAsset terms) assets;
        mapping(uint256 chainId => mapping(address localAsset => address remoteAsset)) remoteAssets;
        mapping(uint256 chainId => mapping(address remoteAsset => address localAsset)) localAssets;
        mapping(address asset => mapping(uint256 limit => BucketWord bucket)) buckets;
        mapping(bytes32 id => IBridgeRecovery.ArrivalRecord record) arrivals;
        mapping(bytes32 id => uint256 status) sent;
        mapping(address asset => mapping(uint256 chainId => uint256 units)) escrow;
        mapping(address payer => uint256 amount) refunds;
        mapping(uint256 chainId => mapping(uint256 protocol => IBridgeConfiguration.RouteInputs inputs)) posted;
        mapping(uint256 chainId => mapping(uint256 protocol => IBridgeConfiguration.RouteInputs inputs)) defaults;
        mapping(address asset => BridgeFeed feed) feeds;
        uint64[4] tierFloors;
        address settlement;
        uint32 inputMaxAge;
    }

    uint8 internal constant LISTED = 1;
    uint8 internal constant PAUSED = 2;
    uint8 internal constant REGULATED = 4;
    uint8 internal constant KEEPS_LOTS = 8;
    uint8 internal constant CHARGED = 16;

    uint256 internal constant SENT = 1;
    uint256 internal constant CAME_BACK = 2;

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.UniversalBridge")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x31c33f776d8c648fd1a95fa134fd93626f6340e42d85cdf9233ff9b333205500;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }

    function word(BridgePeer storage peer) internal view returns (PeerWord found) {
        assembly ("memory-safe") {
            found := sload(peer.slot)
        }
    }

    function word(BridgeEndpoint storage own) internal view returns (EndpointWord found) {
        assembly ("memory-safe") {
            found := sload(own.slot)
        }
    }

    function word(BridgeAsset storage terms) internal view returns (BridgeAssetWord found) {
        assembly ("memory-safe") {
            found := sload(terms.slot)
        }
    }

    /// @notice Key of a limit among those of an asset.
    function limitKey(IBridgeConfiguration.LimitKind kind, uint256 key) internal pure returns (uint256) {
        return (uint256(kind) << 64) | key;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What sending one asset is charged in: one slot; no fee asset where it is not charged.
struct BridgeAssetFee {
    address feeAsset;
    uint64 price;
    uint8 decimals;
}

/// @notice The charge by which a message bought a service level: one slot.
struct BridgeService {
    address feeAsset;
    uint96 serial;
}

/// @title BridgeFeeStorage
/// @notice What the bridge keeps of fees, apart from what messages read (ERC-7201). The fee structure's address lies
/// beside the pause word.
library BridgeFeeStorage {
    /// @custom:storage-location erc7201:quantera.storage.BridgeFees
    struct Layout {
        mapping(address asset => BridgeAssetFee fee) assets;
        mapping(address asset => uint256 units) collected;
        mapping(bytes32 id => BridgeService service) services;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BridgeFees")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xa48db67e2a19b19a5179d88257b51b79c1d7aa5890f24bce9f195cf3090e8a00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}

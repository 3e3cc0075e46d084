// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What fees on sales in one currency are taken in; no token where they are not charged.
struct SaleAsset {
    address token;
    uint8 decimals;
}

/// @title TokenFeeStorage
/// @notice What the token keeps of fees, apart from what movements read (ERC-7201).
library TokenFeeStorage {
    /// @custom:storage-location erc7201:quantera.storage.TokenFees
    struct Layout {
        address feeStructure;
        mapping(uint8 currency => SaleAsset asset) assets;
        mapping(address asset => uint256 units) collected;
        mapping(address account => uint16 mostBps) agreed;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.TokenFees")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xbb9d3f4afc7cacd69a08def2805fa130a71d09006acac2cedc85912b3fada800;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}

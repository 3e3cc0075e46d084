// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";

/// @notice Batches of one pool.
/// @param window seconds that a batch stays open after its first order; 0 where the pool has none
/// @param newest number of the newest batch, from 1
struct Batching {
    uint32 window;
    uint64 newest;
}

/// @title BatchStorage
/// @notice What the batches keep beside the pools (ERC-7201).
library BatchStorage {
    /// @custom:storage-location erc7201:quantera.storage.LiquidityBatches
    struct Layout {
        mapping(bytes32 id => Batching) batching;
        mapping(bytes32 id => mapping(uint256 batch => ILiquidityBatches.Batch)) batches;
        mapping(bytes32 id => mapping(uint256 batch => mapping(uint256 order => ILiquidityBatches.BatchOrder))) orders;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.LiquidityBatches")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x61a0ed4eb8ebbb7be30020e19727ae8db6146705a02320186cafd8afa935e500;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BlockOpening } from "./BlockOpening.sol";
import { GuardSettings } from "./GuardSettings.sol";

/// @notice What the guards keep of a pool.
/// @param settings how they are set; which are on, the pool's flags say
/// @param opening the price before the first swap of the last block with swaps
struct PoolGuards {
    GuardSettings settings;
    BlockOpening opening;
}

/// @title GuardStorage
/// @notice The guards' own storage struct (ERC-7201).
library GuardStorage {
    /// @custom:storage-location erc7201:quantera.storage.LiquidityGuards
    struct Layout {
        mapping(bytes32 id => PoolGuards) pools;
        // Liquidity of others in range when a position was last added to.
        mapping(bytes32 position => uint256 liquidity) beside;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.LiquidityGuards")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x4f361e5ee71c610a295b899ae44abfac8bfc2ef355ac3fe5944e5c7899350600;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}

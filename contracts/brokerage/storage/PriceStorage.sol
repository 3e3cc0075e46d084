// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack } from "../prices/FeedTrack.sol";

/// @notice What signed batches are held to, the time of the last one and the assets that allow them, one bit each: one
/// slot.
struct SignedState {
    uint16 bandBps;
    uint16 spacing;
    uint16 maxAge;
    uint40 lastAt;
    uint80 allowed;
}

/// @title PriceStorage
/// @notice What the brokerage's prices alone need (ERC-7201).
library PriceStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokeragePrices
    struct Layout {
        SignedState signed;
        mapping(uint256 assetId => FeedTerms terms) terms;
        mapping(uint256 assetId => FeedTrack track) tracks;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokeragePrices")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x9f04fa46b82a7b83ab0ba258b47add29d28d23c586158ffb300b5e0f6cad7e00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}

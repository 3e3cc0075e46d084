// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack } from "../prices/FeedTrack.sol";
import { BrokerageStorage } from "./BrokerageStorage.sol";
import { RiskWord } from "./RiskWord.sol";

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
        FeedTerms[80] terms;
        FeedTrack[80] tracks;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokeragePrices")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x9f04fa46b82a7b83ab0ba258b47add29d28d23c586158ffb300b5e0f6cad7e00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }

    /// @notice The terms of an asset's feeds.
    /// @param assetId below 80; an array's own access would check that again and compute where in its slot each lies
    function termsOf(Layout storage $, uint256 assetId) internal view returns (FeedTerms found) {
        FeedTerms[80] storage all = $.terms;
        assembly ("memory-safe") {
            found := sload(add(all.slot, assetId))
        }
    }

    /// @notice What is kept of an asset's feeds; as `termsOf`.
    function trackOf(Layout storage $, uint256 assetId) internal view returns (FeedTrack found) {
        FeedTrack[80] storage all = $.tracks;
        assembly ("memory-safe") {
            found := sload(add(all.slot, assetId))
        }
    }

    /// @notice Keeps an asset's price and what is kept of its feeds; as `termsOf`.
    function keep(Layout storage $, uint256 assetId, RiskWord word, FeedTrack track) internal {
        FeedTrack[80] storage all = $.tracks;
        RiskWord[80] storage words = BrokerageStorage.load().assets;
        assembly ("memory-safe") {
            sstore(add(words.slot, assetId), word)
            sstore(add(all.slot, assetId), track)
        }
    }

    /// @notice An asset's price; as `termsOf`.
    function wordOf(uint256 assetId) internal view returns (RiskWord found) {
        RiskWord[80] storage words = BrokerageStorage.load().assets;
        assembly ("memory-safe") {
            found := sload(add(words.slot, assetId))
        }
    }

    /// @notice Keeps an asset's price; as `termsOf`.
    function keepWord(uint256 assetId, RiskWord word) internal {
        RiskWord[80] storage words = BrokerageStorage.load().assets;
        assembly ("memory-safe") {
            sstore(add(words.slot, assetId), word)
        }
    }
}

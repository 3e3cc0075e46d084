// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeedTerms } from "../prices/FeedTerms.sol";
import { SecondFeed } from "../prices/SecondFeed.sol";
import { SignedWord } from "../prices/SignedWord.sol";
import { BrokerageStorage } from "./BrokerageStorage.sol";
import { RiskWord } from "./RiskWord.sol";

/// @title PriceStorage
/// @notice What the brokerage's prices alone need (ERC-7201).
library PriceStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokeragePrices
    struct Layout {
        SignedWord signed;
        FeedTerms[80] terms;
        SecondFeed[80] seconds_;
        // Four assets in each.
        uint256[20] tracks;
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

    /// @notice The secondary feed of an asset; as `termsOf`.
    function secondOf(Layout storage $, uint256 assetId) internal view returns (SecondFeed found) {
        SecondFeed[80] storage all = $.seconds_;
        assembly ("memory-safe") {
            found := sload(add(all.slot, assetId))
        }
    }

    /// @notice The tracks of an asset and three others (`FeedTracks.within`); as `termsOf`.
    function tracksOf(Layout storage $, uint256 assetId) internal view returns (uint256 four) {
        uint256[20] storage all = $.tracks;
        assembly ("memory-safe") {
            four := sload(add(all.slot, shr(2, assetId)))
        }
    }

    /// @notice Keeps an asset's price and its track in its place among four; as `termsOf`.
    function keep(Layout storage $, uint256 assetId, RiskWord word, uint256 four) internal {
        uint256[20] storage all = $.tracks;
        RiskWord[80] storage words = BrokerageStorage.load().assets;
        assembly ("memory-safe") {
            sstore(add(words.slot, assetId), word)
            sstore(add(all.slot, shr(2, assetId)), four)
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

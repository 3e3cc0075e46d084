// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's terms as they lie in its slot. From bit 0: flags 8, decimals 8, decimals of messages 8, gas of a
/// credit 24, thousands of gas for a lot 8, amount from which a credit is large 96, amount from which it waits 96.
type BridgeAssetWord is uint256;

using BridgeAssetWords for BridgeAssetWord global;

/// @title BridgeAssetWords
/// @notice Reading of `BridgeAssetWord`s, which cost less than the struct in memory: messages look at a few fields.
library BridgeAssetWords {
    // `BridgeStorage.LISTED`, without `BridgeStorage.PAUSED`.
    uint256 private constant LISTED = 1;
    uint256 private constant OPEN_MASK = 3;
    uint256 private constant DECIMALS_SHIFT = 8;
    uint256 private constant SHARED_SHIFT = 16;
    uint256 private constant GAS_SHIFT = 24;
    uint256 private constant LOT_GAS_SHIFT = 48;
    uint256 private constant ATTEST_SHIFT = 56;
    uint256 private constant DELAY_SHIFT = 152;

    BridgeAssetWord internal constant NONE = BridgeAssetWord.wrap(0);

    /// @notice Whether the flag is set.
    function has(BridgeAssetWord word, uint256 flag) internal pure returns (bool) {
        return BridgeAssetWord.unwrap(word) & flag != 0;
    }

    /// @notice Whether it is listed and not paused.
    function isOpen(BridgeAssetWord word) internal pure returns (bool) {
        return BridgeAssetWord.unwrap(word) & OPEN_MASK == LISTED;
    }

    /// @notice Whether no asset has these terms.
    function isNone(BridgeAssetWord word) internal pure returns (bool) {
        return uint8(BridgeAssetWord.unwrap(word)) == 0;
    }

    function sharedDecimals(BridgeAssetWord word) internal pure returns (uint8) {
        return uint8(BridgeAssetWord.unwrap(word) >> SHARED_SHIFT);
    }

    /// @notice Whether a unit is an amount of a message: what is regulated crosses in its own decimals.
    function crossesWhole(BridgeAssetWord word) internal pure returns (bool whole) {
        assembly ("memory-safe") {
            whole := eq(byte(30, word), byte(29, word))
        }
    }

    /// @notice The same, and that there are units at all.
    function areWhole(BridgeAssetWord word, uint256 units) internal pure returns (bool whole) {
        assembly ("memory-safe") {
            whole := and(eq(byte(30, word), byte(29, word)), lt(0, units))
        }
    }

    /// @notice Units of one amount of a message: 1 or a power of ten; settings bound its exponent.
    function unitsPerAmount(BridgeAssetWord word) internal pure returns (uint256) {
        // Raising to a power costs more than asking.
        if (word.crossesWhole()) return 1;
        return 10 ** (uint8(BridgeAssetWord.unwrap(word) >> DECIMALS_SHIFT) - word.sharedDecimals());
    }

    function creditGas(BridgeAssetWord word) internal pure returns (uint256) {
        return uint24(BridgeAssetWord.unwrap(word) >> GAS_SHIFT);
    }

    function gasPerLotThousands(BridgeAssetWord word) internal pure returns (uint256) {
        return uint8(BridgeAssetWord.unwrap(word) >> LOT_GAS_SHIFT);
    }

    function attestFrom(BridgeAssetWord word) internal pure returns (uint256) {
        return uint96(BridgeAssetWord.unwrap(word) >> ATTEST_SHIFT);
    }

    function delayFrom(BridgeAssetWord word) internal pure returns (uint256) {
        return uint96(BridgeAssetWord.unwrap(word) >> DELAY_SHIFT);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's terms as they lie in its slot. From bit 0: flags 8, decimals 8, decimals of messages 8, gas of a
/// credit 24, thousands of gas for a lot 8, amount from which a credit is large 96, amount from which it waits 96.
type AssetWord is uint256;

using AssetWords for AssetWord global;

/// @title AssetWords
/// @notice Reading of `AssetWord`s, which cost less than the struct in memory: most messages look at a few fields.
library AssetWords {
    // `BridgeStorage.LISTED`, without `BridgeStorage.PAUSED`.
    uint256 private constant LISTED = 1;
    uint256 private constant OPEN_MASK = 3;
    uint256 private constant DECIMALS_SHIFT = 8;
    uint256 private constant SHARED_SHIFT = 16;
    uint256 private constant GAS_SHIFT = 24;
    uint256 private constant LOT_GAS_SHIFT = 48;
    uint256 private constant ATTEST_SHIFT = 56;
    uint256 private constant DELAY_SHIFT = 152;

    AssetWord internal constant NONE = AssetWord.wrap(0);

    /// @notice Whether the flag is set.
    function has(AssetWord word, uint256 flag) internal pure returns (bool) {
        return AssetWord.unwrap(word) & flag != 0;
    }

    /// @notice Whether it is listed and not paused.
    function isOpen(AssetWord word) internal pure returns (bool) {
        return AssetWord.unwrap(word) & OPEN_MASK == LISTED;
    }

    /// @notice Whether no asset has these terms.
    function isNone(AssetWord word) internal pure returns (bool) {
        return uint8(AssetWord.unwrap(word)) == 0;
    }

    function sharedDecimals(AssetWord word) internal pure returns (uint8) {
        return uint8(AssetWord.unwrap(word) >> SHARED_SHIFT);
    }

    /// @notice Whether a unit is an amount of a message: what is regulated crosses in its own decimals.
    function crossesWhole(AssetWord word) internal pure returns (bool whole) {
        assembly ("memory-safe") {
            whole := eq(byte(30, word), byte(29, word))
        }
    }

    /// @notice The same, and that there are units at all.
    function areWhole(AssetWord word, uint256 units) internal pure returns (bool whole) {
        assembly ("memory-safe") {
            whole := and(eq(byte(30, word), byte(29, word)), lt(0, units))
        }
    }

    /// @notice Units of one amount of a message: 1 or a power of ten; settings bound its exponent.
    function unitsPerAmount(AssetWord word) internal pure returns (uint256) {
        // Raising to a power costs more than asking.
        if (word.crossesWhole()) return 1;
        return 10 ** (uint8(AssetWord.unwrap(word) >> DECIMALS_SHIFT) - word.sharedDecimals());
    }

    function creditGas(AssetWord word) internal pure returns (uint256) {
        return uint24(AssetWord.unwrap(word) >> GAS_SHIFT);
    }

    function gasPerLotThousands(AssetWord word) internal pure returns (uint256) {
        return uint8(AssetWord.unwrap(word) >> LOT_GAS_SHIFT);
    }

    function attestFrom(AssetWord word) internal pure returns (uint256) {
        return uint96(AssetWord.unwrap(word) >> ATTEST_SHIFT);
    }

    function delayFrom(AssetWord word) internal pure returns (uint256) {
        return uint96(AssetWord.unwrap(word) >> DELAY_SHIFT);
    }
}

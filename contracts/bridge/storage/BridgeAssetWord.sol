// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's terms as they lie in its slot. From bit 0: flags 8, decimals 8, decimals of messages 8, gas of a
/// credit 24, thousands of gas for a lot 8, amount from which a credit is large 96, amount from which it waits 96.
type BridgeAssetWord is uint256;

using BridgeAssetWords for BridgeAssetWord global;

/// @title BridgeAssetWords
/// @notice Reading of `BridgeAssetWord`s, which cost less than the struct in memory: messages look at a few fields.
library BridgeAssetWords {
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

    /// @notice Whether of the flags in a mask those that are wanted are set, and no others.
    function matches(BridgeAssetWord word, uint256 mask, uint256 wanted) internal pure returns (bool) {
        return BridgeAssetWord.unwrap(word) & mask == wanted;
    }

    /// @notice Whether no asset has these terms.
    function isNone(BridgeAssetWord word) internal pure returns (bool) {
        return uint8(BridgeAssetWord.unwrap(word)) == 0;
    }

    function sharedDecimals(BridgeAssetWord word) internal pure returns (uint8) {
        return uint8(BridgeAssetWord.unwrap(word) >> SHARED_SHIFT);
    }

    /// @notice Whether there are units, and each is an amount of a message: what is regulated crosses in its decimals.
    function crossesWhole(BridgeAssetWord word, uint256 units) internal pure returns (bool whole) {
        assembly ("memory-safe") {
            whole := and(eq(byte(30, word), byte(29, word)), lt(0, units))
        }
    }

    /// @notice Units of one amount of a message: 1 or a power of ten; settings bound its exponent.
    function unitsPerAmount(BridgeAssetWord word) internal pure returns (uint256) {
        uint256 own = uint8(BridgeAssetWord.unwrap(word) >> DECIMALS_SHIFT);
        uint256 shared = word.sharedDecimals();
        // Raising to a power costs more than asking.
        return own == shared ? 1 : 10 ** (own - shared);
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

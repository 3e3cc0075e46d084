// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What else of a pool every call needs, in one slot: liquidity in range 128 bits, fee 20, tick spacing 16,
/// protocol shares 4 and 4, newest observation 16, observations kept 16, observations wanted 16, number 24, flags 12.
type PoolWord is uint256;

using PoolWords for PoolWord global;

/// @title PoolWords
/// @notice Fields of `PoolWord`.
library PoolWords {
    uint256 private constant LIQUIDITY_MASK = type(uint128).max;
    uint256 private constant FEE_SHIFT = 128;
    uint256 private constant FEE_MASK = (1 << 20) - 1;
    uint256 private constant SPACING_SHIFT = 148;
    uint256 private constant SHARE_A_SHIFT = 164;
    uint256 private constant SHARE_B_SHIFT = 168;
    uint256 private constant INDEX_SHIFT = 172;
    uint256 private constant KEPT_SHIFT = 188;
    uint256 private constant WANTED_SHIFT = 204;
    uint256 private constant NUMBER_SHIFT = 220;
    uint256 private constant FLAGS_SHIFT = 244;
    uint256 private constant HALF_WORD_MASK = type(uint16).max;

    /// @notice The word of a new pool.
    function create(uint24 fee, int24 spacing, uint256 poolNumber, uint256 initialFlags)
        internal
        pure
        returns (PoolWord)
    {
        return PoolWord.wrap(
            (uint256(fee) << FEE_SHIFT) | (uint256(uint24(spacing)) << SPACING_SHIFT) | (poolNumber << NUMBER_SHIFT)
                | (initialFlags << FLAGS_SHIFT)
        );
    }

    /// @notice Whether the pool exists.
    function exists(PoolWord word) internal pure returns (bool) {
        return PoolWord.unwrap(word) != 0;
    }

    /// @notice Liquidity in range.
    function liquidity(PoolWord word) internal pure returns (uint128) {
        return uint128(PoolWord.unwrap(word) & LIQUIDITY_MASK);
    }

    /// @notice The key's fee, in millionths.
    function feePips(PoolWord word) internal pure returns (uint24) {
        return uint24((PoolWord.unwrap(word) >> FEE_SHIFT) & FEE_MASK);
    }

    /// @notice Spacing of ticks.
    function tickSpacing(PoolWord word) internal pure returns (int24) {
        return int24(uint24((PoolWord.unwrap(word) >> SPACING_SHIFT) & HALF_WORD_MASK));
    }

    /// @notice The protocol's share of fees paid in A, or in B: one part in so many, 0 for none.
    function protocolShare(PoolWord word, bool ofA) internal pure returns (uint256) {
        return (PoolWord.unwrap(word) >> (ofA ? SHARE_A_SHIFT : SHARE_B_SHIFT)) & 0xf;
    }

    /// @notice Place of the newest observation.
    function observationIndex(PoolWord word) internal pure returns (uint16) {
        return uint16(PoolWord.unwrap(word) >> INDEX_SHIFT);
    }

    /// @notice How many observations are kept.
    function observationsKept(PoolWord word) internal pure returns (uint16) {
        return uint16(PoolWord.unwrap(word) >> KEPT_SHIFT);
    }

    /// @notice How many will be kept once the ring has gone round.
    function observationsWanted(PoolWord word) internal pure returns (uint16) {
        return uint16(PoolWord.unwrap(word) >> WANTED_SHIFT);
    }

    /// @notice What positions know the pool by.
    function number(PoolWord word) internal pure returns (uint256) {
        return (PoolWord.unwrap(word) >> NUMBER_SHIFT) & type(uint24).max;
    }

    /// @notice Bits of `PoolFlags`.
    function flags(PoolWord word) internal pure returns (uint256) {
        return PoolWord.unwrap(word) >> FLAGS_SHIFT;
    }

    /// @notice Whether any of some flags is set.
    function has(PoolWord word, uint256 some) internal pure returns (bool) {
        return PoolWord.unwrap(word) & (some << FLAGS_SHIFT) != 0;
    }

    /// @notice The word with other liquidity in range.
    function withLiquidity(PoolWord word, uint128 amount) internal pure returns (PoolWord) {
        return PoolWord.wrap((PoolWord.unwrap(word) & ~LIQUIDITY_MASK) | amount);
    }

    /// @notice The word with other protocol shares.
    function withProtocolShares(PoolWord word, uint8 shareA, uint8 shareB) internal pure returns (PoolWord) {
        uint256 rest = PoolWord.unwrap(word) & ~(uint256(0xff) << SHARE_A_SHIFT);
        return PoolWord.wrap(rest | (uint256(shareA) << SHARE_A_SHIFT) | (uint256(shareB) << SHARE_B_SHIFT));
    }

    /// @notice The word with another newest observation and number of observations kept.
    function withObservation(PoolWord word, uint256 index, uint256 kept) internal pure returns (PoolWord) {
        uint256 rest = PoolWord.unwrap(word) & ~(uint256(type(uint32).max) << INDEX_SHIFT);
        return PoolWord.wrap(rest | (index << INDEX_SHIFT) | (kept << KEPT_SHIFT));
    }

    /// @notice The word with another number of observations wanted.
    function withObservationsWanted(PoolWord word, uint256 wanted) internal pure returns (PoolWord) {
        uint256 rest = PoolWord.unwrap(word) & ~(HALF_WORD_MASK << WANTED_SHIFT);
        return PoolWord.wrap(rest | (wanted << WANTED_SHIFT));
    }

    /// @notice The word with some flags set and others cleared.
    function withFlags(PoolWord word, uint256 set, uint256 cleared) internal pure returns (PoolWord) {
        return PoolWord.wrap((PoolWord.unwrap(word) & ~(cleared << FLAGS_SHIFT)) | (set << FLAGS_SHIFT));
    }
}

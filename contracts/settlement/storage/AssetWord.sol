// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Everything that decides whether an asset may settle, in one slot. From bit 0: price 56 (8 decimals of the
/// reference currency), its time 40, oldest age 24, peg band 16 (basis points), order 8 (twice the score, plus one when
/// not preferred), kind 4, home 4, flags 8, jurisdictions 16, haircut 16, decimals 8, currency 8, last active day 16,
/// daily cap 32 (24 bits times ten to the power of 8 bits).
type AssetWord is uint256;

/// @title Parts of an asset's word
/// @notice Reads and changes the fields of an `AssetWord`.
library AssetWords {
    uint256 internal constant LISTED = 1 << 152;
    uint256 internal constant SECURITY = 1 << 153;
    uint256 internal constant SUSPENDED = 1 << 154;
    uint256 internal constant FED = 1 << 155;
    uint256 internal constant PAUSABLE = 1 << 156;
    uint256 internal constant COMPLIANT = 1 << 157;
    uint256 internal constant GROUP_2 = 1 << 158;

    uint256 internal constant MAX_PRICE = type(uint56).max;
    uint256 private constant PRICE_AND_TIME = (1 << 96) - 1;
    uint256 private constant DAY_SHIFT = 208;
    uint256 private constant DAY_BITS = uint256(type(uint16).max) << DAY_SHIFT;
    uint256 private constant CAP_SHIFT = 224;
    uint256 private constant MAX_CAP_EXPONENT = 28;

    function has(AssetWord word, uint256 flags) internal pure returns (bool) {
        return AssetWord.unwrap(word) & flags != 0;
    }

    /// @dev Admitted and not suspended.
    function isActive(AssetWord word) internal pure returns (bool) {
        return AssetWord.unwrap(word) & (LISTED | SUSPENDED) == LISTED;
    }

    function price(AssetWord word) internal pure returns (uint256) {
        return uint56(AssetWord.unwrap(word));
    }

    function updatedAt(AssetWord word) internal pure returns (uint256) {
        return uint40(AssetWord.unwrap(word) >> 56);
    }

    function maxAge(AssetWord word) internal pure returns (uint256) {
        return uint24(AssetWord.unwrap(word) >> 96);
    }

    function bandBps(AssetWord word) internal pure returns (uint256) {
        return uint16(AssetWord.unwrap(word) >> 120);
    }

    function order(AssetWord word) internal pure returns (uint256) {
        return uint8(AssetWord.unwrap(word) >> 136);
    }

    function score(AssetWord word) internal pure returns (uint256) {
        return order(word) >> 1;
    }

    function isPreferred(AssetWord word) internal pure returns (bool) {
        return order(word) & 1 == 0;
    }

    function kind(AssetWord word) internal pure returns (uint256) {
        return (AssetWord.unwrap(word) >> 144) & 0xF;
    }

    function home(AssetWord word) internal pure returns (uint256) {
        return (AssetWord.unwrap(word) >> 148) & 0xF;
    }

    function jurisdictions(AssetWord word) internal pure returns (uint256) {
        return uint16(AssetWord.unwrap(word) >> 160);
    }

    function haircutBps(AssetWord word) internal pure returns (uint256) {
        return uint16(AssetWord.unwrap(word) >> 176);
    }

    function decimals(AssetWord word) internal pure returns (uint256) {
        return uint8(AssetWord.unwrap(word) >> 192);
    }

    /// @dev Units of one whole token: ten to the power of at most 18.
    function oneToken(AssetWord word) internal pure returns (uint256) {
        unchecked {
            return 10 ** word.decimals();
        }
    }

    function currency(AssetWord word) internal pure returns (uint256) {
        return uint8(AssetWord.unwrap(word) >> 200);
    }

    function lastDay(AssetWord word) internal pure returns (uint256) {
        return uint16(AssetWord.unwrap(word) >> DAY_SHIFT);
    }

    function cap(AssetWord word) internal pure returns (uint256) {
        uint256 packed = AssetWord.unwrap(word) >> CAP_SHIFT;
        // 24 bits times at most ten to the 28th.
        unchecked {
            return (packed >> 8) * 10 ** (packed & 0xFF);
        }
    }

    function withFlag(AssetWord word, uint256 flag) internal pure returns (AssetWord) {
        return AssetWord.wrap(AssetWord.unwrap(word) | flag);
    }

    function withoutFlag(AssetWord word, uint256 flag) internal pure returns (AssetWord) {
        return AssetWord.wrap(AssetWord.unwrap(word) & ~flag);
    }

    /// @dev Admitted, not suspended, no security: may be paid in.
    function isPaymentAsset(AssetWord word) internal pure returns (bool) {
        return AssetWord.unwrap(word) & (LISTED | SUSPENDED | SECURITY) == LISTED;
    }

    function withPrice(AssetWord word, uint256 price_, uint256 time) internal pure returns (AssetWord) {
        return AssetWord.wrap((AssetWord.unwrap(word) & ~PRICE_AND_TIME) | price_ | (time << 56));
    }

    function withDay(AssetWord word, uint256 day) internal pure returns (AssetWord) {
        return AssetWord.wrap((AssetWord.unwrap(word) & ~DAY_BITS) | (uint256(uint16(day)) << DAY_SHIFT));
    }

    /// @dev What of an earlier word outlives a new listing: the day that its counters stand at.
    function withDayOf(AssetWord word, AssetWord earlier) internal pure returns (AssetWord) {
        return AssetWord.wrap(AssetWord.unwrap(word) | (AssetWord.unwrap(earlier) & DAY_BITS));
    }

    /// @dev The cap's 32 bits in place. `exact` is false when the number does not fit them.
    function packCap(uint256 value) internal pure returns (uint256 bits, bool exact) {
        uint256 exponent;
        while (value > type(uint24).max && value % 10 == 0 && exponent < MAX_CAP_EXPONENT) {
            value /= 10;
            ++exponent;
        }
        exact = value <= type(uint24).max;
        bits = ((value << 8) | exponent) << CAP_SHIFT;
    }
}

using AssetWords for AssetWord global;

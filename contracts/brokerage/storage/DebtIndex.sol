// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";

/// @notice What a share of debt in a settlement asset is worth, in one slot. From bit 0: index 96 (units of debt per
/// share, 18 decimals), rate 24 (millionths a year), time 32, the reserve's part of interest 14 (basis points),
/// reserves 90 (units).
type DebtIndex is uint256;

/// @title Parts of a debt index
/// @notice Reads, accrues and changes a `DebtIndex`.
library DebtIndexes {
    using FixedPointMathLib for uint256;

    uint256 internal constant ONE = 1e18;
    uint256 internal constant MAX_RATE_PIPS = (1 << 24) - 1;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant PIPS = 1e6;
    uint256 internal constant MAX_RESERVES = (1 << 90) - 1;

    uint256 private constant INDEX_BITS = (1 << 96) - 1;
    uint256 private constant TIME_SHIFT = 120;
    uint256 private constant RESERVE_SHIFT = 152;
    uint256 private constant RESERVES_SHIFT = 166;

    /// @dev As of `updatedAt`.
    function stored(DebtIndex word) internal pure returns (uint256) {
        return uint96(DebtIndex.unwrap(word));
    }

    function ratePips(DebtIndex word) internal pure returns (uint256) {
        return uint24(DebtIndex.unwrap(word) >> 96);
    }

    function updatedAt(DebtIndex word) internal pure returns (uint256) {
        return uint32(DebtIndex.unwrap(word) >> TIME_SHIFT);
    }

    function reserveBps(DebtIndex word) internal pure returns (uint256) {
        return (DebtIndex.unwrap(word) >> RESERVE_SHIFT) & ((1 << 14) - 1);
    }

    function reserves(DebtIndex word) internal pure returns (uint256) {
        return DebtIndex.unwrap(word) >> RESERVES_SHIFT;
    }

    /// @dev Linear since the last change, rounded up: many steps are never less than one.
    function currentUp(DebtIndex word) internal view returns (uint256 index) {
        index = word.stored();
        // 96 bits of index, 24 of rate and 32 of time.
        unchecked {
            uint256 elapsed = block.timestamp - word.updatedAt();
            if (elapsed != 0) {
                index += (index * word.ratePips() * elapsed + YEAR * PIPS - 1) / (YEAR * PIPS);
            }
        }
    }

    /// @dev The caller has bounded index and reserves by their fields.
    function accrued(DebtIndex word, uint256 index, uint256 reserves_) internal view returns (DebtIndex) {
        uint256 kept = DebtIndex.unwrap(word) & (((1 << 24) - 1) << 96 | ((1 << 14) - 1) << RESERVE_SHIFT);
        return DebtIndex.wrap(kept | index | (block.timestamp << TIME_SHIFT) | (reserves_ << RESERVES_SHIFT));
    }

    /// @dev The caller has accrued it up to now and bounded the figures by their fields.
    function withTerms(DebtIndex word, uint256 ratePips_, uint256 reserveBps_) internal pure returns (DebtIndex) {
        uint256 cleared = DebtIndex.unwrap(word) & ~(((1 << 24) - 1) << 96 | ((1 << 14) - 1) << RESERVE_SHIFT);
        return DebtIndex.wrap(cleared | (ratePips_ << 96) | (reserveBps_ << RESERVE_SHIFT));
    }

    /// @dev Shares that units come to; the units have 128 bits, and the index is not zero.
    function sharesUp(uint256 units, uint256 index) internal pure returns (uint256) {
        unchecked {
            return (units * ONE + index - 1).rawDiv(index);
        }
    }

    /// @dev Shares that units come to; the units have 128 bits.
    function sharesDown(uint256 units, uint256 index) internal pure returns (uint256) {
        unchecked {
            return units * ONE / index;
        }
    }

    /// @dev Whether an index still fits.
    function fits(uint256 index) internal pure returns (bool) {
        return index <= INDEX_BITS;
    }
}

using DebtIndexes for DebtIndex global;

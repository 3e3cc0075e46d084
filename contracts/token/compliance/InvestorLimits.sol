// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title InvestorLimits
/// @notice This chain's allotments of the limits that hold for each investor, in one storage word.
/// @dev From the lowest bit: largest position 128 and most that may be sent in one window 88 (token units), length of a
/// window 32 (seconds).
type InvestorLimits is uint256;

using InvestorLimitWords for InvestorLimits global;

/// @title InvestorLimitWords
/// @notice Reading and changing of `InvestorLimits` words; nothing here touches storage.
library InvestorLimitWords {
    uint256 private constant VOLUME_SHIFT = 128;
    uint256 private constant LENGTH_SHIFT = 216;

    /// @notice Largest position of one identity, token units.
    function maxBalance(InvestorLimits word) internal pure returns (uint256) {
        return uint128(InvestorLimits.unwrap(word));
    }

    /// @notice Most that one identity may send within one window, token units.
    function windowVolume(InvestorLimits word) internal pure returns (uint256) {
        return uint88(InvestorLimits.unwrap(word) >> VOLUME_SHIFT);
    }

    /// @notice Length of a window, seconds.
    function windowLength(InvestorLimits word) internal pure returns (uint256) {
        return uint32(InvestorLimits.unwrap(word) >> LENGTH_SHIFT);
    }

    /// @notice The word with another largest position.
    function withMaxBalance(InvestorLimits word, uint128 units) internal pure returns (InvestorLimits) {
        return InvestorLimits.wrap((InvestorLimits.unwrap(word) & ~uint256(type(uint128).max)) | units);
    }

    /// @notice The word with another volume.
    function withWindowVolume(InvestorLimits word, uint88 units) internal pure returns (InvestorLimits) {
        uint256 rest = InvestorLimits.unwrap(word) & ~(uint256(type(uint88).max) << VOLUME_SHIFT);
        return InvestorLimits.wrap(rest | (uint256(units) << VOLUME_SHIFT));
    }

    /// @notice The word with another length.
    function withWindowLength(InvestorLimits word, uint32 length) internal pure returns (InvestorLimits) {
        uint256 rest = InvestorLimits.unwrap(word) & ((1 << LENGTH_SHIFT) - 1);
        return InvestorLimits.wrap(rest | (uint256(length) << LENGTH_SHIFT));
    }
}

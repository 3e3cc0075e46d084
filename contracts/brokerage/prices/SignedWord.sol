// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What signed batches are held to, in one slot. From bit 0: time of the last batch 40, band 16 (basis points),
/// spacing 16 and oldest age 16 (seconds), assets that allow them 80 (one bit each).
type SignedWord is uint256;

using SignedWords for SignedWord global;

/// @title SignedWords
/// @notice Fields of `SignedWord`.
library SignedWords {
    uint256 private constant BAND_SHIFT = 40;
    uint256 private constant SPACING_SHIFT = 56;
    uint256 private constant AGE_SHIFT = 72;
    uint256 private constant ALLOWED_SHIFT = 88;
    uint256 private constant TERMS = ((1 << 48) - 1) << BAND_SHIFT;

    /// @notice Time of the last batch.
    function lastAt(SignedWord word) internal pure returns (uint256) {
        return uint40(SignedWord.unwrap(word));
    }

    /// @notice How far from the stored price.
    function bandBps(SignedWord word) internal pure returns (uint256) {
        return uint16(SignedWord.unwrap(word) >> BAND_SHIFT);
    }

    /// @notice Least seconds from one batch to the next.
    function spacing(SignedWord word) internal pure returns (uint256) {
        return uint16(SignedWord.unwrap(word) >> SPACING_SHIFT);
    }

    /// @notice Seconds that a batch counts; zero while they are off.
    function maxAge(SignedWord word) internal pure returns (uint256) {
        return uint16(SignedWord.unwrap(word) >> AGE_SHIFT);
    }

    /// @notice Whether an asset allows them; no asset beyond the 80 does.
    function allows(SignedWord word, uint256 assetId) internal pure returns (bool) {
        // Ids have 8 bits.
        unchecked {
            return (SignedWord.unwrap(word) >> (ALLOWED_SHIFT + assetId)) & 1 != 0;
        }
    }

    /// @notice The word after a batch.
    function after_(SignedWord word, uint256 time) internal pure returns (SignedWord) {
        return SignedWord.wrap((SignedWord.unwrap(word) & ~uint256(type(uint40).max)) | time);
    }

    /// @notice The word with other terms.
    function withTerms(SignedWord word, uint16 band, uint16 distance, uint16 age) internal pure returns (SignedWord) {
        return SignedWord.wrap(
            (SignedWord.unwrap(word) & ~TERMS) | (uint256(band) << BAND_SHIFT) | (uint256(distance) << SPACING_SHIFT)
                | (uint256(age) << AGE_SHIFT)
        );
    }

    /// @notice The word with an asset that allows them, or does not.
    function withAsset(SignedWord word, uint256 assetId, bool allowed) internal pure returns (SignedWord) {
        uint256 bit = 1 << (ALLOWED_SHIFT + assetId);
        return SignedWord.wrap(allowed ? SignedWord.unwrap(word) | bit : SignedWord.unwrap(word) & ~bit);
    }
}

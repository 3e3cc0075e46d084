// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's primary feed and what both are held to, in one slot that a refresh only reads. From bit 0: feed
/// 160, oldest age of the primary 12 and of the secondary feed 12 (minutes), their decimals 5 and 5, band 14, agreement
/// 14 (basis points), window 10 (minutes), financing rate 22 (signed, millionths a year), flags 2.
type FeedTerms is uint256;

using FeedTermsWords for FeedTerms global;

/// @title FeedTermsWords
/// @notice Fields of `FeedTerms`.
library FeedTermsWords {
    /// @notice The asset may be priced by one of its feeds alone.
    uint256 internal constant SINGLE_ALLOWED = 1 << 254;
    uint256 internal constant MAX_AGE_MINUTES = (1 << 12) - 1;
    uint256 internal constant MAX_WINDOW_MINUTES = (1 << 10) - 1;
    int256 internal constant MAX_RATE_PIPS = (1 << 21) - 1;
    uint256 private constant DECIMALS_MASK = (1 << 5) - 1;
    uint256 private constant BPS_MASK = (1 << 14) - 1;
    uint256 private constant MINUTE = 60;
    uint256 private constant RATE_SHIFT = 232;
    uint256 private constant RATE_MASK = ((1 << 22) - 1) << RATE_SHIFT;

    /// @notice The word of a feed with everything else zero; the caller has bounded what the others add.
    function create(address feed) internal pure returns (FeedTerms) {
        return FeedTerms.wrap(uint256(uint160(feed)));
    }

    /// @notice The word with ages in minutes and decimals of both feeds added.
    function withFeeds(FeedTerms terms, uint256 age, uint256 otherAge, uint256 places, uint256 otherPlaces)
        internal
        pure
        returns (FeedTerms)
    {
        return FeedTerms.wrap(
            FeedTerms.unwrap(terms) | (age << 160) | (otherAge << 172) | (places << 184) | (otherPlaces << 189)
        );
    }

    /// @notice The word with what a price is held to added.
    function withBounds(FeedTerms terms, uint256 band, uint256 agreement, uint256 minutes_, bool single)
        internal
        pure
        returns (FeedTerms)
    {
        return FeedTerms.wrap(
            FeedTerms.unwrap(terms) | (band << 194) | (agreement << 208) | (minutes_ << 222)
                | (single ? SINGLE_ALLOWED : 0)
        );
    }

    /// @notice The word with another financing rate.
    function withRate(FeedTerms terms, int256 pips) internal pure returns (FeedTerms) {
        return FeedTerms.wrap((FeedTerms.unwrap(terms) & ~RATE_MASK) | ((uint256(pips) << RATE_SHIFT) & RATE_MASK));
    }

    /// @notice Whether feeds were set.
    function exists(FeedTerms terms) internal pure returns (bool) {
        return FeedTerms.unwrap(terms) != 0;
    }

    /// @notice The primary feed, the seconds that its answer counts, and its decimals.
    function primary(FeedTerms terms) internal pure returns (address feed, uint256 maxAge, uint256 places) {
        uint256 word = FeedTerms.unwrap(terms);
        // 12 bits of minutes.
        unchecked {
            maxAge = ((word >> 160) & MAX_AGE_MINUTES) * MINUTE;
        }
        return (address(uint160(word)), maxAge, (word >> 184) & DECIMALS_MASK);
    }

    /// @notice The seconds that the secondary feed's answer counts, and its decimals.
    function secondary(FeedTerms terms) internal pure returns (uint256 maxAge, uint256 places) {
        uint256 word = FeedTerms.unwrap(terms);
        // 12 bits of minutes.
        unchecked {
            maxAge = ((word >> 172) & MAX_AGE_MINUTES) * MINUTE;
        }
        return (maxAge, (word >> 189) & DECIMALS_MASK);
    }

    /// @notice How far above the time-weighted price an asset counts at most, and below it a liability at least.
    function bandBps(FeedTerms terms) internal pure returns (uint256) {
        return (FeedTerms.unwrap(terms) >> 194) & BPS_MASK;
    }

    /// @notice How far the feeds may be apart.
    function agreementBps(FeedTerms terms) internal pure returns (uint256) {
        return (FeedTerms.unwrap(terms) >> 208) & BPS_MASK;
    }

    /// @notice Seconds of the time-weighted price.
    function window(FeedTerms terms) internal pure returns (uint256) {
        // 10 bits of minutes.
        unchecked {
            return ((FeedTerms.unwrap(terms) >> 222) & MAX_WINDOW_MINUTES) * MINUTE;
        }
    }

    /// @notice What a long position pays to a short one, millionths of its value a year; negative the other way.
    function ratePips(FeedTerms terms) internal pure returns (int256 rate) {
        uint256 bits = FeedTerms.unwrap(terms) >> RATE_SHIFT;
        // The two flags above it fall off and the sign is carried down.
        return int256(bits << RATE_SHIFT + 2) >> RATE_SHIFT + 2;
    }

    /// @notice Whether a flag is set.
    function has(FeedTerms terms, uint256 flag) internal pure returns (bool) {
        return FeedTerms.unwrap(terms) & flag != 0;
    }
}

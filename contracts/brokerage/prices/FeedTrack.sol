// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's secondary feed and what a refresh keeps, in one slot. From bit 0: feed 160, time of the last
/// refresh 32, greatest move 14 (basis points), jumped 1, time-weighted price 49 (mantissa 44, shift 5).
type FeedTrack is uint256;

using FeedTrackWords for FeedTrack global;

/// @title FeedTrackWords
/// @notice Fields of `FeedTrack`.
library FeedTrackWords {
    uint256 private constant JUMPED = 1 << 206;
    uint256 private constant BPS_MASK = (1 << 14) - 1;
    uint256 private constant TIME_SHIFT = 160;
    uint256 private constant MOVE_SHIFT = 192;
    uint256 private constant AVERAGE_SHIFT = 207;
    uint256 private constant SHIFT_BITS = 5;
    uint256 private constant MANTISSA_BITS = 44;
    uint256 private constant SETTINGS = (BPS_MASK << MOVE_SHIFT) | type(uint160).max;

    /// @notice The word with another feed and greatest move, and what was kept as it is.
    function withSettings(FeedTrack track, address feed, uint256 move) internal pure returns (FeedTrack) {
        return FeedTrack.wrap((FeedTrack.unwrap(track) & ~SETTINGS) | uint256(uint160(feed)) | (move << MOVE_SHIFT));
    }

    /// @notice The secondary feed, or zero.
    function secondary(FeedTrack track) internal pure returns (address) {
        return address(uint160(FeedTrack.unwrap(track)));
    }

    /// @notice When the price was last refreshed or seen to jump.
    function refreshedAt(FeedTrack track) internal pure returns (uint256) {
        return uint32(FeedTrack.unwrap(track) >> TIME_SHIFT);
    }

    /// @notice How far a price may move at once without being seen twice.
    function maxMoveBps(FeedTrack track) internal pure returns (uint256) {
        return (FeedTrack.unwrap(track) >> MOVE_SHIFT) & BPS_MASK;
    }

    /// @notice Whether the last refresh saw a jump for the first time.
    function hasJumped(FeedTrack track) internal pure returns (bool) {
        return FeedTrack.unwrap(track) & JUMPED != 0;
    }

    /// @notice The time-weighted price, 8 decimals; zero before the first price.
    function average(FeedTrack track) internal pure returns (uint256) {
        uint256 bits = FeedTrack.unwrap(track) >> AVERAGE_SHIFT;
        return (bits >> SHIFT_BITS) << (bits & ((1 << SHIFT_BITS) - 1));
    }

    /// @notice The word after a refresh.
    /// @param price time-weighted price below 2^75; kept to 44 bits, rounded down
    function refreshed(FeedTrack track, uint256 price, bool jumped) internal view returns (FeedTrack) {
        uint256 shift;
        while (price >> shift >= 1 << MANTISSA_BITS) ++shift;
        return FeedTrack.wrap(
            (FeedTrack.unwrap(track) & SETTINGS) | (block.timestamp << TIME_SHIFT) | (jumped ? JUMPED : 0)
                | ((((price >> shift) << SHIFT_BITS) | shift) << AVERAGE_SHIFT)
        );
    }
}

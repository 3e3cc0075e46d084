// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";

/// @notice What a refresh keeps of an asset's feeds, 64 bits, so that four assets share a slot and a refresh of many
/// writes few. From bit 0: time of the last refresh 32, jumped 1, time-weighted price 31 (mantissa 25, shift 6).
type FeedTrack is uint256;

using FeedTracks for FeedTrack global;

/// @title FeedTracks
/// @notice Fields of `FeedTrack`, and its place in a slot of four.
library FeedTracks {
    uint256 private constant TRACK_MASK = type(uint64).max;
    uint256 private constant JUMPED = 1 << 32;
    uint256 private constant AVERAGE_SHIFT = 33;
    uint256 private constant SHIFT_BITS = 6;
    uint256 private constant SHIFT_MASK = (1 << SHIFT_BITS) - 1;
    uint256 private constant MANTISSA_BITS = 25;

    /// @notice An asset's track in a slot of four.
    function within(uint256 four, uint256 assetId) internal pure returns (FeedTrack) {
        return FeedTrack.wrap((four >> ((assetId & 3) << 6)) & TRACK_MASK);
    }

    /// @notice The slot of four with an asset's track in its place.
    function placed(FeedTrack track, uint256 four, uint256 assetId) internal pure returns (uint256) {
        uint256 shift = (assetId & 3) << 6;
        return (four & ~(TRACK_MASK << shift)) | (FeedTrack.unwrap(track) << shift);
    }

    /// @notice When the price was last refreshed or seen to jump.
    function refreshedAt(FeedTrack track) internal pure returns (uint256) {
        return uint32(FeedTrack.unwrap(track));
    }

    /// @notice Whether the last refresh saw a jump for the first time.
    function hasJumped(FeedTrack track) internal pure returns (bool) {
        return FeedTrack.unwrap(track) & JUMPED != 0;
    }

    /// @notice The time-weighted price, 8 decimals; zero before the first price.
    function average(FeedTrack track) internal pure returns (uint256) {
        uint256 bits = FeedTrack.unwrap(track) >> AVERAGE_SHIFT;
        return (bits >> SHIFT_BITS) << (bits & SHIFT_MASK);
    }

    /// @notice The track after a refresh now.
    /// @param price time-weighted price below 2^75; kept to 25 significant bits, rounded down
    function refreshed(uint256 price, bool jumped) internal view returns (FeedTrack) {
        uint256 shift;
        // The highest bit that is set is the mantissa's at least.
        unchecked {
            if (price >> MANTISSA_BITS != 0) shift = LibBit.fls(price) - (MANTISSA_BITS - 1);
        }
        return FeedTrack.wrap(
            block.timestamp | (jumped ? JUMPED : 0) | ((((price >> shift) << SHIFT_BITS) | shift) << AVERAGE_SHIFT)
        );
    }
}

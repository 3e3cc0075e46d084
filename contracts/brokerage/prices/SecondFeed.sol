// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An asset's secondary feed and the greatest move, in one slot that a refresh only reads. From bit 0: feed
/// 160, greatest move 14 (basis points).
type SecondFeed is uint256;

using SecondFeeds for SecondFeed global;

/// @title SecondFeeds
/// @notice Fields of `SecondFeed`.
library SecondFeeds {
    uint256 private constant BPS_MASK = (1 << 14) - 1;

    /// @notice The word of both.
    function pack(address secondary, uint256 moveBps) internal pure returns (SecondFeed) {
        return SecondFeed.wrap(uint256(uint160(secondary)) | (moveBps << 160));
    }

    /// @notice The secondary feed, or zero.
    function feed(SecondFeed word) internal pure returns (address) {
        return address(uint160(SecondFeed.unwrap(word)));
    }

    /// @notice How far a price may move at once without being seen twice.
    function maxMoveBps(SecondFeed word) internal pure returns (uint256) {
        return (SecondFeed.unwrap(word) >> 160) & BPS_MASK;
    }
}

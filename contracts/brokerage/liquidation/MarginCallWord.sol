// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An account's margin call and auction, in one slot: called at 40 bits, deadline 40, cured at 40, auction
/// start 40, seconds of all standstills when the auction began 32, liquidations so far 32, flags 8.
type MarginCallWord is uint256;

using MarginCallWords for MarginCallWord global;

/// @title MarginCallWords
/// @notice Fields of `MarginCallWord`, and what a call becomes.
library MarginCallWords {
    uint256 private constant TIME_MASK = type(uint40).max;
    uint256 private constant DEADLINE_SHIFT = 40;
    uint256 private constant CURED_SHIFT = 80;
    uint256 private constant AUCTION_SHIFT = 120;
    uint256 private constant STANDSTILL_SHIFT = 160;
    uint256 private constant NONCE_SHIFT = 192;
    uint256 private constant OPEN = 1 << 224;
    uint256 private constant ESCALATED = 1 << 225;
    uint256 private constant NONCE_MASK = uint256(type(uint32).max) << NONCE_SHIFT;
    uint256 private constant AUCTION_MASK = ((uint256(1) << 72) - 1) << AUCTION_SHIFT;

    /// @notice Whether the account is called and not cured.
    function isOpen(MarginCallWord word) internal pure returns (bool) {
        return MarginCallWord.unwrap(word) & OPEN != 0;
    }

    /// @notice Whether the account was seen below the liquidation threshold since it was called.
    function isEscalated(MarginCallWord word) internal pure returns (bool) {
        return MarginCallWord.unwrap(word) & ESCALATED != 0;
    }

    /// @notice When the call was issued.
    function calledAt(MarginCallWord word) internal pure returns (uint256) {
        return MarginCallWord.unwrap(word) & TIME_MASK;
    }

    /// @notice End of the time to react, before what a standstill adds.
    function deadline(MarginCallWord word) internal pure returns (uint256) {
        return (MarginCallWord.unwrap(word) >> DEADLINE_SHIFT) & TIME_MASK;
    }

    /// @notice When the last call was cured; 0 while one is open.
    function curedAt(MarginCallWord word) internal pure returns (uint256) {
        return (MarginCallWord.unwrap(word) >> CURED_SHIFT) & TIME_MASK;
    }

    /// @notice When the auction began; 0 before.
    function auctionStart(MarginCallWord word) internal pure returns (uint256) {
        return (MarginCallWord.unwrap(word) >> AUCTION_SHIFT) & TIME_MASK;
    }

    /// @notice Seconds of all standstills when the auction began.
    function standstillAtStart(MarginCallWord word) internal pure returns (uint256) {
        return (MarginCallWord.unwrap(word) >> STANDSTILL_SHIFT) & type(uint32).max;
    }

    /// @notice Liquidations of the account so far, modulo 2^32.
    function nonce(MarginCallWord word) internal pure returns (uint32) {
        return uint32(MarginCallWord.unwrap(word) >> NONCE_SHIFT);
    }

    /// @notice An open call with this deadline, without an auction.
    function called(MarginCallWord word, uint256 time, uint256 end) internal pure returns (MarginCallWord) {
        return MarginCallWord.wrap((MarginCallWord.unwrap(word) & NONCE_MASK) | time | (end << DEADLINE_SHIFT) | OPEN);
    }

    /// @notice The call seen below the liquidation threshold: its deadline is cut short.
    function escalated(MarginCallWord word, uint256 time) internal pure returns (MarginCallWord) {
        uint256 bits = MarginCallWord.unwrap(word) | ESCALATED;
        if (deadline(word) > time) bits = (bits & ~(TIME_MASK << DEADLINE_SHIFT)) | (time << DEADLINE_SHIFT);
        return MarginCallWord.wrap(bits);
    }

    /// @notice The call with an auction that began at a time, with so many seconds of standstills before.
    function auctioned(MarginCallWord word, uint256 time, uint256 standstill) internal pure returns (MarginCallWord) {
        return MarginCallWord.wrap(
            (MarginCallWord.unwrap(word) & ~AUCTION_MASK) | (time << AUCTION_SHIFT) | (standstill << STANDSTILL_SHIFT)
        );
    }

    /// @notice The call cured: its deadline stays for the case that the account is called again soon.
    function cured(MarginCallWord word, uint256 time) internal pure returns (MarginCallWord) {
        uint256 kept = MarginCallWord.unwrap(word) & (NONCE_MASK | TIME_MASK | (TIME_MASK << DEADLINE_SHIFT));
        return MarginCallWord.wrap(kept | (time << CURED_SHIFT));
    }

    /// @notice The word of an account that is not called, whatever was before.
    function forgotten(MarginCallWord word) internal pure returns (MarginCallWord) {
        return MarginCallWord.wrap(MarginCallWord.unwrap(word) & NONCE_MASK);
    }

    /// @notice The word after one more liquidation.
    function liquidatedOnce(MarginCallWord word) internal pure returns (MarginCallWord) {
        uint256 bits = MarginCallWord.unwrap(word);
        uint256 next = (bits + (uint256(1) << NONCE_SHIFT)) & NONCE_MASK;
        return MarginCallWord.wrap((bits & ~NONCE_MASK) | next);
    }
}

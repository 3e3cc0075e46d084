// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Times in which liquidations could not be made: seconds of all that are over 32 bits, end of the last one 32,
/// beginning of the pause that goes on 32 (0 for none).
type StandstillWord is uint96;

using StandstillWords for StandstillWord global;

/// @title StandstillWords
/// @notice Fields of `StandstillWord`, and what a standstill adds. Standstills do not count twice where they overlap.
library StandstillWords {
    uint256 private constant ENDED_SHIFT = 32;
    uint256 private constant SINCE_SHIFT = 64;

    /// @notice Seconds of all standstills that are over.
    function total(StandstillWord word) internal pure returns (uint256) {
        return uint32(StandstillWord.unwrap(word));
    }

    /// @notice When the last one ended.
    function endedAt(StandstillWord word) internal pure returns (uint256) {
        return uint32(StandstillWord.unwrap(word) >> ENDED_SHIFT);
    }

    /// @notice When the pause that goes on began; 0 for none.
    function since(StandstillWord word) internal pure returns (uint256) {
        return uint32(StandstillWord.unwrap(word) >> SINCE_SHIFT);
    }

    /// @notice The word with a pause that begins; one that goes on already stays.
    function begun(StandstillWord word, uint256 time) internal pure returns (StandstillWord) {
        if (since(word) != 0) return word;
        return StandstillWord.wrap(uint96(StandstillWord.unwrap(word) | (time << SINCE_SHIFT)));
    }

    /// @notice The word with a pause that ends.
    function ended(StandstillWord word, uint256 time) internal pure returns (StandstillWord) {
        uint256 from = since(word);
        return from == 0 ? word : _with(word, from, time, 0);
    }

    /// @notice The word with a standstill that one learns of when it is over. One that ended before the last one did is
    /// known already.
    function passed(StandstillWord word, uint256 from, uint256 until) internal pure returns (StandstillWord) {
        return until <= endedAt(word) ? word : _with(word, from, until, since(word));
    }

    function _with(StandstillWord word, uint256 from, uint256 until, uint256 pausedSince)
        private
        pure
        returns (StandstillWord)
    {
        uint256 last = endedAt(word);
        if (from < last) from = last;
        uint256 seconds_ = total(word) + (until > from ? until - from : 0);
        if (until < last) until = last;
        return StandstillWord.wrap(uint96(seconds_ | (until << ENDED_SHIFT) | (pausedSince << SINCE_SHIFT)));
    }
}

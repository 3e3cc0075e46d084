// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeAmounts } from "./FeeAmounts.sol";

/// @title MarketClock
/// @notice What a schedule adds at a time: a line through the premiums of the full hours around it, those of open days
/// or of closed ones, so that no second is worth waiting for.
library MarketClock {
    uint256 private constant HOUR = 3600;
    uint256 private constant DAY = 86_400;
    uint256 private constant HOURS = 24;
    uint256 private constant HOURS_MASK = type(uint256).max << 64;
    uint256 private constant HOLIDAYS = 512;
    // Day 0 of Unix time was a Thursday; Monday is weekday 0.
    uint256 private constant FIRST_WEEKDAY = 3;

    /// @notice Premium at a time, millionths of base less discount, rounded up.
    function premiumPipsUp(uint256[8] memory words, uint256 time) internal pure returns (uint256) {
        unchecked {
            if ((words[4] & HOURS_MASK) | words[5] == 0) return 0;
            uint256 day = time / DAY;
            uint256 hour = (time % DAY) / HOUR;
            uint256 passed = time % HOUR;
            uint256 here = _percent(words, day, hour);
            uint256 next = hour == HOURS - 1 ? _percent(words, day + 1, 0) : _percent(words, day, hour + 1);
            uint256 weighted = here * (HOUR - passed) + next * passed;
            return FeeAmounts.divUp(weighted * FeeAmounts.PIPS_PER_PERCENT, HOUR);
        }
    }

    /// @notice Whether a day is a closed one.
    function isClosed(uint256[8] memory words, uint256 day) internal pure returns (bool) {
        unchecked {
            if ((words[3] >> (248 + (day + FIRST_WEEKDAY) % 7)) & 1 != 0) return true;
            // Days before the first one wrap to a number beyond the last.
            uint256 index = day - uint32(words[4]);
            return index < HOLIDAYS && (words[6 + (index >> 8)] >> (index & 0xff)) & 1 != 0;
        }
    }

    function _percent(uint256[8] memory words, uint256 day, uint256 hour) private pure returns (uint256) {
        uint256 table = isClosed(words, day) ? words[5] : words[4];
        return uint8(table >> (248 - 8 * hour));
    }
}

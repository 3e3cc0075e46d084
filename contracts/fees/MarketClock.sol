// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeAmounts } from "./FeeAmounts.sol";
import { FeePricing } from "./FeePricing.sol";

/// @title MarketClock
/// @notice What a schedule adds at a time: a line through the premiums of the full hours around it, those of open days
/// or of closed ones, so that no second is worth waiting for.
library MarketClock {
    uint256 private constant HOUR = 3600;
    uint256 private constant DAY = 86_400;
    uint256 private constant LAST_HOUR = 23;
    uint256 private constant HOLIDAYS = 512;
    // Day 0 of Unix time was a Thursday; Monday is weekday 0.
    uint256 private constant FIRST_WEEKDAY = 3;

    /// @notice Premium at a time, millionths of base less discount, rounded up.
    /// @param fee with the schedule's words, as `FeePricing` has them
    function premiumPipsUp(uint256[30] memory fee, uint256 time) internal pure returns (uint256) {
        unchecked {
            uint256 day = time / DAY;
            uint256 second = time % DAY;
            uint256 hour = second / HOUR;
            second %= HOUR;
            uint256 table = _table(fee, day);
            uint256 here = (table >> (248 - 8 * hour)) & 0xff;
            uint256 next = hour == LAST_HOUR ? _table(fee, day + 1) >> 248 : (table >> (240 - 8 * hour)) & 0xff;
            return ((here * (HOUR - second) + next * second) * FeeAmounts.PIPS_PER_PERCENT + HOUR - 1) / HOUR;
        }
    }

    /// @dev Premiums of the hours of a day, the first in the highest byte.
    function _table(uint256[30] memory fee, uint256 day) private pure returns (uint256) {
        unchecked {
            uint256 open = fee[FeePricing.WORDS + 4];
            if ((fee[FeePricing.WORDS + 3] >> (248 + (day + FIRST_WEEKDAY) % 7)) & 1 != 0) {
                return fee[FeePricing.WORDS + 5];
            }
            // Days before the first one wrap to a number beyond the last.
            uint256 index = day - uint32(open);
            if (index >= HOLIDAYS) return open;
            uint256 holidays = index < 256 ? fee[FeePricing.WORDS + 6] : fee[FeePricing.WORDS + 7];
            return (holidays >> (index & 0xff)) & 1 == 0 ? open : fee[FeePricing.WORDS + 5];
        }
    }
}

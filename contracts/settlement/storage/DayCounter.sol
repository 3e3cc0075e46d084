// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What settled on a day and before it, in one slot: from bit 0 the day's units 96, its movements 32, all units
/// of earlier days 128.
type DayCounter is uint256;

/// @title Counters of a day
/// @notice Adds to and reads a `DayCounter`.
library DayCounters {
    function amount(DayCounter counter) internal pure returns (uint256) {
        return uint96(DayCounter.unwrap(counter));
    }

    function count(DayCounter counter) internal pure returns (uint256) {
        return uint32(DayCounter.unwrap(counter) >> 96);
    }

    function earlier(DayCounter counter) internal pure returns (uint256) {
        return DayCounter.unwrap(counter) >> 128;
    }

    /// @dev The counter of the next active day: nothing yet, and all that settled before.
    function following(DayCounter last) internal pure returns (DayCounter) {
        return DayCounter.wrap((last.earlier() + last.amount()) << 128);
    }

    /// @dev The caller has seen to it that the day's units stay below 96 bits; its movements cannot reach 32.
    function plus(DayCounter counter, uint256 units, uint256 movements) internal pure returns (DayCounter) {
        return DayCounter.wrap(DayCounter.unwrap(counter) + units + (movements << 96));
    }
}

using DayCounters for DayCounter global;

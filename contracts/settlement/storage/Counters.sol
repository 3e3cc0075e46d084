// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What settled on a day and before it, in one slot: from bit 0 the day's units 96, its movements 32, all units
/// of earlier days 128.
type DayCounter is uint256;

/// @notice What settled on a day at home in a jurisdiction, in one slot: value 192, movements 64.
type JurisdictionCounter is uint256;

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

/// @title Counters of a jurisdiction
/// @notice Adds to and reads a `JurisdictionCounter`.
library JurisdictionCounters {
    function value(JurisdictionCounter counter) internal pure returns (uint256) {
        return uint192(JurisdictionCounter.unwrap(counter));
    }

    function count(JurisdictionCounter counter) internal pure returns (uint256) {
        return JurisdictionCounter.unwrap(counter) >> 192;
    }

    /// @dev 96 bits of units at 56 bits of price, however often in a day, stay below 192 bits.
    function plus(JurisdictionCounter counter, uint256 added, uint256 movements)
        internal
        pure
        returns (JurisdictionCounter)
    {
        return JurisdictionCounter.wrap(JurisdictionCounter.unwrap(counter) + added + (movements << 192));
    }
}

using DayCounters for DayCounter global;
using JurisdictionCounters for JurisdictionCounter global;

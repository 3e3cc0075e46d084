// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What settled on a day at home in a jurisdiction, in one slot: value 192, movements 64.
type JurisdictionCounter is uint256;

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

using JurisdictionCounters for JurisdictionCounter global;

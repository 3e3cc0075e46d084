// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Complexity
/// @notice The level of complexity of a deal, for collectors to derive from what they see themselves; a caller's word
/// never counts.
library Complexity {
    /// @notice The level, 0 to 3.
    /// @dev A movement counts one, a regulated asset one more because its rules are asked, another chain two. Up to 1
    /// is level 0, up to 3 level 1, up to 6 level 2.
    /// @param movements of assets within the deal
    /// @param regulated movements among them whose asset has rules of its own
    /// @param chains other than this one that take part
    function level(uint256 movements, uint256 regulated, uint256 chains) internal pure returns (uint8) {
        uint256 points = movements + regulated + 2 * chains;
        if (points <= 1) return 0;
        if (points <= 3) return 1;
        return points <= 6 ? 2 : 3;
    }
}

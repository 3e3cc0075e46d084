// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Complexity } from "../../fees/Complexity.sol";

/// @title ComplexityProbe
/// @notice Lets tests call `Complexity`.
contract ComplexityProbe {
    /// @notice As `Complexity.level`.
    function level(uint256 movements, uint256 regulated, uint256 chains) external pure returns (uint8) {
        return Complexity.level(movements, regulated, chains);
    }
}

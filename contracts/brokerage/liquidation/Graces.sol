// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MarginStorage } from "./MarginStorage.sol";

/// @title Graces
/// @notice Times to react to a margin call, in seconds.
library Graces {
    /// @notice The longest that can be set.
    uint24 internal constant MOST = 24 hours;
    /// @notice Where none was set.
    uint24 internal constant UNSET = 4 hours;

    /// @notice That of a class of assets.
    function inForce(uint8 class) internal view returns (uint24 grace) {
        grace = MarginStorage.load().graces[class];
        if (grace == 0) grace = UNSET;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title MarginRatios
/// @notice The ratios that no setting can loosen, in per cent of the exposure.
library MarginRatios {
    uint256 internal constant INITIAL = 150;
    uint256 internal constant MAINTENANCE = 125;
    uint256 internal constant LIQUIDATION = 110;
    uint256 internal constant WHOLE = 100;
}

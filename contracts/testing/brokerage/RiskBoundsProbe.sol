// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RiskBounds } from "../../brokerage/RiskBounds.sol";

/// @title RiskBoundsProbe
/// @notice The order of ratios by itself.
contract RiskBoundsProbe {
    function requireRewards(uint256 bonusBps, uint256 feeBps, uint256 slippageBps) external pure {
        RiskBounds.requireRewards(bonusBps, feeBps, slippageBps);
    }

    function requireAccountExtras(uint256 extraInitial, uint256 extraMaintenance) external pure {
        RiskBounds.requireAccountExtras(extraInitial, extraMaintenance);
    }
}

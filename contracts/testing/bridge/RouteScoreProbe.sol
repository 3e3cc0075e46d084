// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RouteScore } from "../../bridge/routes/RouteScore.sol";

/// @title RouteScoreProbe
/// @notice Points against protocols as the bridge counts them, to compare with the model's.
contract RouteScoreProbe {
    function pointsUp(RouteScore.Facts memory facts, uint256 dearest, uint256 safest, uint256 urgency)
        external
        pure
        returns (RouteScore.Points memory points)
    {
        return RouteScore.pointsUp(facts, dearest, safest, urgency);
    }

    function congestedUp(uint256 expectedSeconds, uint256 congestionBps) external pure returns (uint256) {
        return RouteScore.congestedUp(expectedSeconds, congestionBps);
    }

    function targetSeconds(uint256 urgency) external pure returns (uint256) {
        return RouteScore.targetSeconds(urgency);
    }
}

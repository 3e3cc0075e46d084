// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { RouteReasons } from "./RouteReasons.sol";
import { RouteScore } from "./RouteScore.sol";

/// @title RouteChoice
/// @notice Counts the points of protocols that may carry a message, and takes the one with the fewest.
library RouteChoice {
    /// @notice Fills in points and score of every candidate without a reason against it.
    function score(IBridgeRoutes.Candidate[4] memory candidates, uint256 urgency) internal pure {
        uint256 dearest;
        uint256 safest;
        for (uint256 i; i < candidates.length; ++i) {
            if (candidates[i].reason != RouteReasons.NONE) continue;
            dearest = Math.max(dearest, candidates[i].fee + candidates[i].deliveryCost);
            safest = Math.max(safest, candidates[i].tier);
        }
        for (uint256 i; i < candidates.length; ++i) {
            IBridgeRoutes.Candidate memory candidate = candidates[i];
            if (candidate.reason != RouteReasons.NONE) continue;
            RouteScore.Facts memory facts = RouteScore.Facts({
                cost: candidate.fee + candidate.deliveryCost,
                expectedSeconds: candidate.expectedSeconds,
                tier: candidate.tier,
                reliabilityBps: candidate.reliabilityBps
            });
            RouteScore.Points memory points = RouteScore.pointsUp(facts, dearest, safest, urgency);
            candidate.costPoints = points.cost;
            candidate.timePoints = points.time;
            candidate.securityPoints = points.security;
            candidate.reliabilityPoints = points.reliability;
            candidate.score = points.score;
        }
    }

    /// @notice The scored candidate to take, the first of equals.
    /// @dev Reverts with `NoProtocolEligible`.
    function best(IBridgeRoutes.Candidate[4] memory candidates, uint256 targetChain)
        internal
        pure
        returns (IBridgeRoutes.Candidate memory taken)
    {
        bool found;
        for (uint256 i; i < candidates.length; ++i) {
            if (candidates[i].reason != RouteReasons.NONE) continue;
            if (found && candidates[i].score >= taken.score) continue;
            (taken, found) = (candidates[i], true);
        }
        if (found) return taken;
        uint8[4] memory reasons;
        for (uint256 i; i < candidates.length; ++i) {
            reasons[i] = candidates[i].reason;
        }
        revert IBridgeRoutes.NoProtocolEligible(targetChain, reasons);
    }
}

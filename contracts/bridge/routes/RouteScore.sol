// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title RouteScore
/// @notice Points against a protocol, 10,000 for the worst of each kind, and the weights that urgency gives them.
/// @dev Every division rounds up, against the protocol. `quantera.bridge.scoring` computes the same.
library RouteScore {
    /// @notice What is known of a protocol that may carry a message.
    /// @param cost fee at the source and delivery at the destination, in wei of the source's coin
    /// @param expectedSeconds from sending to delivery, congestion included
    /// @param tier security, higher is better
    /// @param reliabilityBps share of messages that are delivered without anybody's doing
    struct Facts {
        uint256 cost;
        uint256 expectedSeconds;
        uint256 tier;
        uint256 reliabilityBps;
    }

    /// @notice Points of each kind and their weighted sum, in hundred-millionths.
    struct Points {
        uint256 cost;
        uint256 time;
        uint256 security;
        uint256 reliability;
        uint256 score;
    }

    /// @notice The worst of a kind, and the sum of the weights.
    uint256 internal constant POINTS = 10_000;
    /// @notice The most urgent.
    uint256 internal constant MOST_URGENT = 3;

    // Failing one message in ten is as bad as it gets.
    uint256 private constant WORST_FAILURE_BPS = 1000;

    /// @notice Seconds within which a message of some urgency should be delivered: 6 hours, 1 hour, 15 minutes, 5.
    function targetSeconds(uint256 urgency) internal pure returns (uint256) {
        if (urgency == 0) return 6 hours;
        if (urgency == 1) return 1 hours;
        return urgency == 2 ? 15 minutes : 5 minutes;
    }

    /// @notice Weights of cost, time, security and reliability.
    function weights(uint256 urgency)
        internal
        pure
        returns (uint256 cost, uint256 time, uint256 security, uint256 reliability)
    {
        if (urgency == 0) return (6000, 1000, 2000, 1000);
        if (urgency == 1) return (4000, 2500, 2000, 1500);
        if (urgency == 2) return (2500, 4500, 1500, 1500);
        return (500, 7000, 1000, 1500);
    }

    /// @notice Points against one protocol beside the others that may carry the message.
    /// @param dearest cost of the dearest of them
    /// @param safest tier of the safest of them
    function pointsUp(Facts memory facts, uint256 dearest, uint256 safest, uint256 urgency)
        internal
        pure
        returns (Points memory points)
    {
        points.cost = dearest == 0 ? 0 : Math.mulDiv(facts.cost, POINTS, dearest, Math.Rounding.Ceil);
        // What takes twice the target or longer is too late, however much longer.
        points.time = Math.min(
            POINTS, Math.mulDiv(facts.expectedSeconds, POINTS, 2 * targetSeconds(urgency), Math.Rounding.Ceil)
        );
        points.security = safest == 0 ? 0 : Math.ceilDiv((safest - facts.tier) * POINTS, safest);
        uint256 failures = (POINTS - facts.reliabilityBps) * POINTS;
        points.reliability = Math.min(POINTS, Math.ceilDiv(failures, WORST_FAILURE_BPS));
        (uint256 cost, uint256 time, uint256 security, uint256 reliability) = weights(urgency);
        points.score =
            points.cost * cost + points.time * time + points.security * security + points.reliability * reliability;
    }

    /// @notice Expected seconds with congestion on top.
    function congestedUp(uint256 expectedSeconds, uint256 congestionBps) internal pure returns (uint256) {
        return Math.mulDiv(expectedSeconds, POINTS + congestionBps, POINTS, Math.Rounding.Ceil);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { FeedCall } from "./FeedCall.sol";

/// @title SequencerGate
/// @notice Whether the chain's sequencer lets risk be taken and accounts be liquidated.
/// @dev A feed that cannot be read stops new risk and nothing else: nobody knows since when it would have to be waited
/// for.
library SequencerGate {
    // The feed's other answer is one.
    int256 private constant UP = 0;

    /// @notice What is allowed now, and since when the sequencer has been as it is; zero where that is not known.
    function state(BrokerageStorage.Layout storage $)
        internal
        view
        returns (bool riskAllowed, bool liquidationAllowed, uint256 since)
    {
        address feed = $.sequencerFeed;
        if (feed == address(0)) return (true, true, 0);
        bool up;
        (up, since) = _read(feed);
        if (since == 0) return (false, true, 0);
        uint256 elapsed = block.timestamp - since;
        riskAllowed = up && elapsed >= $.sequencerGrace;
        liquidationAllowed = riskAllowed || elapsed >= $.sequencerLongest;
    }

    /// @dev A round that has not started tells nothing.
    function _read(address feed) private view returns (bool up, uint256 since) {
        (bool answered, int256 answer, uint256 startedAt) = FeedCall.latestRound(feed);
        if (!answered || startedAt > block.timestamp) return (false, 0);
        return (answer == UP, startedAt);
    }
}

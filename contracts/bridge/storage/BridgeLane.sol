// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LaneGate, LaneGates } from "./LaneGate.sol";

/// @notice A lane: one slot.
struct BridgeLane {
    bool open;
    bool paused;
    uint8 required;
    uint8 controlRequired;
    uint32 delay;
}

using BridgeLanes for BridgeLane global;

/// @title BridgeLanes
/// @notice What follows from a lane's terms.
library BridgeLanes {
    /// @notice The gate of which each of the lane's peers has a copy.
    function gate(BridgeLane memory lane) internal pure returns (LaneGate) {
        return LaneGates.pack(lane.open && !lane.paused, lane.required, lane.controlRequired);
    }
}

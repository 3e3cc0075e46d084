// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What every message must know of a lane, in eight bits. From bit 0: open and not paused 1, protocols that a
/// large credit needs 3, protocols that an allotment or a delivery needs 3.
type LaneGate is uint8;

using LaneGates for LaneGate global;

/// @title LaneGates
/// @notice Reading and building of `LaneGate`s. Each of a lane's peers has its gate, so that a message that looks at
/// its peer need not look at the lane.
library LaneGates {
    uint256 private constant REQUIRED_SHIFT = 1;
    uint256 private constant CONTROL_SHIFT = 4;
    uint256 private constant COUNT_MASK = 7;

    /// @notice Builds a gate.
    /// @param active_ whether the lane is open and not paused
    /// @param required_ protocols for a large credit, below 8
    /// @param controlRequired_ protocols for an allotment or a delivery, below 8
    function pack(bool active_, uint8 required_, uint8 controlRequired_) internal pure returns (LaneGate) {
        return LaneGate.wrap(
            (active_ ? 1 : 0) | uint8(required_ << REQUIRED_SHIFT) | uint8(controlRequired_ << CONTROL_SHIFT)
        );
    }

    /// @notice Whether the lane is open and not paused.
    function isActive(LaneGate gate) internal pure returns (bool) {
        return LaneGate.unwrap(gate) & 1 != 0;
    }

    /// @notice Protocols that a credit from the asset's threshold on needs.
    function required(LaneGate gate) internal pure returns (uint256) {
        return (LaneGate.unwrap(gate) >> REQUIRED_SHIFT) & COUNT_MASK;
    }

    /// @notice Protocols that an allotment or a delivery needs.
    function controlRequired(LaneGate gate) internal pure returns (uint256) {
        return (LaneGate.unwrap(gate) >> CONTROL_SHIFT) & COUNT_MASK;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title EngineGroups
/// @notice Groups of the engine's functions that can be paused apart (`IGroupPausable`). Decisions are in no group: a
/// token is stopped by its own pause.
library EngineGroups {
    /// @notice Registration of investors, by agents or by attestation.
    uint64 internal constant REGISTRATION = 1 << 0;
    /// @notice Allotments that leave or arrive by bridge message.
    uint64 internal constant ALLOTMENTS = 1 << 1;
    /// @notice Approvals of single transfers.
    uint64 internal constant APPROVALS = 1 << 2;
    /// @notice Counting of holdings.
    uint64 internal constant COUNTS = 1 << 3;
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Pause per group of functions
/// @notice Each contract divides its functions into at most 64 groups, named as bit masks. Pausing takes effect at
/// once; lifting a pause is a loosening call and waits.
/// @custom:invariant ACC-20 a function of a paused group is refused until the group is unpaused
/// @custom:invariant ACC-21 pausing never fails for who may pause, whatever is paused already
interface IGroupPausable {
    /// @notice Groups were paused.
    /// @param groups the mask asked for.
    /// @param pausedNow all groups paused after the call.
    /// @param by who paused.
    event GroupsPaused(uint64 groups, uint64 pausedNow, address indexed by);

    /// @notice Groups were unpaused; parameters as in `GroupsPaused`.
    event GroupsUnpaused(uint64 groups, uint64 pausedNow, address indexed by);

    /// @notice The function belongs to groups of which `paused` are paused.
    error GroupPaused(uint64 paused);

    /// @notice Pauses every group in the mask at once; groups already paused stay so.
    /// @dev Restricted: PAUSER.
    function pauseGroups(uint64 groups) external;

    /// @notice Unpauses every group in the mask.
    /// @dev Restricted: UNPAUSER, at least 24 h after it was scheduled.
    function unpauseGroups(uint64 groups) external;

    /// @notice Mask of all paused groups.
    function pausedGroups() external view returns (uint64);
}

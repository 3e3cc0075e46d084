// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IClaimTopicsRegistry
/// @notice ERC-3643's list of claim topics that every investor needs; at most 15.
interface IClaimTopicsRegistry {
    /// @notice A topic is required from now on.
    event ClaimTopicAdded(uint256 indexed claimTopic);
    /// @notice A topic is no longer required.
    event ClaimTopicRemoved(uint256 indexed claimTopic);

    /// @notice Requires a topic; owner only. Reverts with `TooManyClaimTopics` or `ClaimTopicAlreadyRequired`.
    function addClaimTopic(uint256 claimTopic) external;
    /// @notice Stops requiring a topic; owner only. Does nothing when it was not required.
    function removeClaimTopic(uint256 claimTopic) external;
    /// @notice The required topics.
    function getClaimTopics() external view returns (uint256[] memory);
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IERC3643AgentRole
/// @notice ERC-3643's agents, who issue, redeem, freeze, force and register. The same as the local role AGENT.
interface IERC3643AgentRole {
    /// @notice `agent` may act from now on.
    event AgentAdded(address indexed agent);
    /// @notice `agent` may no longer act.
    event AgentRemoved(address indexed agent);

    /// @notice The account is an agent already.
    error AlreadyAgent(address account);
    /// @notice The account is no agent.
    error NotAgent(address account);

    /// @notice Makes an account an agent; owner only. Reverts with `AlreadyAgent` or `LocalRoleForNobody`.
    function addAgent(address agent) external;

    /// @notice Takes the role away; owner only. Reverts with `NotAgent`.
    function removeAgent(address agent) external;

    /// @notice Whether an account is an agent.
    function isAgent(address agent) external view returns (bool);
}

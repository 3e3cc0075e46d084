// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { IERC3643AgentRole } from "../interfaces/IERC3643AgentRole.sol";
import { LocalRole } from "./LocalRole.sol";
import { LocalRoleBits } from "./LocalRoleBits.sol";

/// @title AgentRole
/// @notice ERC-3643's way to the local role AGENT.
abstract contract AgentRole is IERC3643AgentRole, LocalRoleBits, AccessManagedUpgradeable {
    /// @inheritdoc IERC3643AgentRole
    function addAgent(address agent) external restricted {
        if (!_grantLocalRole(LocalRole.AGENT, agent)) revert AlreadyAgent(agent);
        emit AgentAdded(agent);
    }

    /// @inheritdoc IERC3643AgentRole
    function removeAgent(address agent) external restricted {
        if (!_revokeLocalRole(LocalRole.AGENT, agent)) revert NotAgent(agent);
        emit AgentRemoved(agent);
    }

    /// @inheritdoc IERC3643AgentRole
    function isAgent(address agent) external view returns (bool) {
        return _hasLocalRole(LocalRole.AGENT, agent);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { IGroupPausable } from "../interfaces/IGroupPausable.sol";
import { GroupPauseState } from "./GroupPauseState.sol";

/// @title GroupPausable
/// @notice See `IGroupPausable`.
abstract contract GroupPausable is IGroupPausable, GroupPauseState, AccessManagedUpgradeable {
    /// @inheritdoc IGroupPausable
    function pauseGroups(uint64 groups) external virtual restricted {
        _pauseGroups(groups);
    }

    /// @inheritdoc IGroupPausable
    function unpauseGroups(uint64 groups) external virtual restricted {
        _unpauseGroups(groups);
    }

    /// @inheritdoc IGroupPausable
    function pausedGroups() public view virtual returns (uint64) {
        return _pausedGroups();
    }
}

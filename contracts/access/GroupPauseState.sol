// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ContextUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";

import { IGroupPausable } from "../interfaces/IGroupPausable.sol";

/// @title GroupPauseState
/// @notice Storage and checks of `GroupPausable` without its functions, for extensions that share a proxy's storage.
abstract contract GroupPauseState is ContextUpgradeable {
    /// @custom:storage-location erc7201:quantera.storage.GroupPausable
    struct GroupPauseStorage {
        uint64 paused;
        // Belongs to the inheriting contract: what it needs in every call, such as an address, costs no second slot.
        uint192 companion;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.GroupPausable")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant GROUP_PAUSE_STORAGE = 0xb6174a5885dd17f8443f2de578a313e79df0e8f33c5c991cad1dc7afcdd02200;

    /// @param groups mask of the groups that the function belongs to.
    modifier whenGroupActive(uint64 groups) {
        _requireGroupActive(groups);
        _;
    }

    /// @dev One storage read for both: reverts when a group is paused, returns the companion otherwise.
    function _requireGroupActive(uint64 groups) internal view returns (uint192 companion) {
        GroupPauseStorage storage $ = _groupPauseStorage();
        uint256 word;
        assembly {
            word := sload($.slot)
        }
        uint64 paused = uint64(word) & groups;
        if (paused != 0) revert IGroupPausable.GroupPaused(paused);
        return uint192(word >> 64);
    }

    function _pausedGroups() internal view returns (uint64) {
        return _groupPauseStorage().paused;
    }

    function _pauseGroups(uint64 groups) internal {
        GroupPauseStorage storage $ = _groupPauseStorage();
        uint64 pausedNow = $.paused | groups;
        $.paused = pausedNow;
        emit IGroupPausable.GroupsPaused(groups, pausedNow, _msgSender());
    }

    function _unpauseGroups(uint64 groups) internal {
        GroupPauseStorage storage $ = _groupPauseStorage();
        uint64 pausedNow = $.paused & ~groups;
        $.paused = pausedNow;
        emit IGroupPausable.GroupsUnpaused(groups, pausedNow, _msgSender());
    }

    function _pauseCompanion() internal view returns (uint192) {
        return _groupPauseStorage().companion;
    }

    function _setPauseCompanion(uint192 companion) internal {
        _groupPauseStorage().companion = companion;
    }

    function _groupPauseStorage() private pure returns (GroupPauseStorage storage $) {
        assembly {
            $.slot := GROUP_PAUSE_STORAGE
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import { GroupPausable } from "../../access/GroupPausable.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoles } from "../../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../../access/ManagedUpgradeable.sol";

/// @title UpgradeableProbe
/// @notice The smallest contract with everything the six have in common; first version.
contract UpgradeableProbe is ManagedUpgradeable, GroupPausable, LocalRoles, ReentrancyGuardTransient {
    /// @custom:storage-location erc7201:quantera.storage.UpgradeableProbe
    struct ProbeStorage {
        uint256 limit;
        uint256 counter;
    }

    uint64 public constant GROUP_WORK = 1 << 0;
    uint64 public constant GROUP_EXIT = 1 << 63;

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.UpgradeableProbe")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant PROBE_STORAGE = 0x44af9c4deb162f60b9bd9ffb3e0fd67722905402b411d72da607e9f660e5f500;

    event Counted(uint256 counter);

    error WrongDirection(uint256 limit, uint256 proposed);

    function initialize(address manager, uint256 limit_) external initializer {
        __Managed_init(manager);
        _probe().limit = limit_;
    }

    function raiseLimit(uint256 limit_) external restricted {
        if (limit_ <= _probe().limit) revert WrongDirection(_probe().limit, limit_);
        _probe().limit = limit_;
    }

    function lowerLimit(uint256 limit_) external restricted {
        if (limit_ >= _probe().limit) revert WrongDirection(_probe().limit, limit_);
        _probe().limit = limit_;
    }

    function setCompanion(uint192 companion) external restricted {
        _setPauseCompanion(companion);
    }

    /// @dev Same body as `countLocally`, behind the manager: the two differ in gas by the check alone.
    function countRestricted() external restricted {
        _count();
    }

    function countLocally() external onlyLocalRole(LocalRole.KEEPER) {
        _count();
    }

    function countAsAgentOrBridge() external {
        _requireLocalRole((uint256(1) << LocalRole.AGENT) | (uint256(1) << LocalRole.BRIDGE));
        _count();
    }

    function work() external whenGroupActive(GROUP_WORK) {
        _count();
    }

    function exit() external whenGroupActive(GROUP_EXIT) {
        _count();
    }

    /// @notice Calls back into whoever calls, under the guard.
    function callBack(bytes calldata data) external nonReentrant returns (bytes memory) {
        _count();
        (bool success, bytes memory result) = msg.sender.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
        return result;
    }

    function limit() external view returns (uint256) {
        return _probe().limit;
    }

    function counter() external view returns (uint256) {
        return _probe().counter;
    }

    function companionWhenActive() external view returns (uint192) {
        return _requireGroupActive(GROUP_WORK);
    }

    function version() external pure virtual returns (string memory) {
        return "1";
    }

    function _count() private {
        emit Counted(++_probe().counter);
    }

    function _probe() internal pure returns (ProbeStorage storage $) {
        assembly {
            $.slot := PROBE_STORAGE
        }
    }
}

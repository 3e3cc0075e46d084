// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { IAccessManager } from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import { UUPSUpgradeable } from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IERC3643AgentRole } from "../interfaces/IERC3643AgentRole.sol";
import { IGroupPausable } from "../interfaces/IGroupPausable.sol";
import { ILocalRoles } from "../interfaces/ILocalRoles.sol";
import { IQuanteraAccessManager } from "../interfaces/IQuanteraAccessManager.sol";
import { Roles } from "./Roles.sol";

/// @title QuanteraAccessManager
/// @notice See `IQuanteraAccessManager`.
/// @dev Everything rests on two facts: a role's class is a pure function of its id, and `getAccess` never reports a
/// delay below the class's minimum once set-up has ended. OpenZeppelin reads every permission through it.
contract QuanteraAccessManager is AccessManager, IQuanteraAccessManager {
    /// @notice Minimum delay of upgrade-class calls, in seconds.
    uint32 public constant UPGRADE_DELAY = 48 hours;

    /// @notice Minimum delay of loosening calls, in seconds.
    uint32 public constant LOOSENING_DELAY = 24 hours;

    /// @notice A set-up that nobody completes ends by itself after this many seconds.
    uint32 public constant SETUP_PERIOD = 14 days;

    /// @dev `upgradeTo(address)` of UUPS before OpenZeppelin 5: classed in case an implementation brings it back.
    bytes4 private constant LEGACY_UPGRADE = 0x3659cfe6;

    Profile private immutable PROFILE;

    uint48 private _setupEnd;

    /// @dev Class plus one, so that zero means that nobody has mapped the function yet.
    mapping(address target => mapping(bytes4 selector => uint8 classPlusOne)) private _classes;

    mapping(uint64 roleId => uint256 members) private _memberCounts;

    /// @notice Opens the set-up phase and labels the roles.
    /// @param initialAdmin wires the system during set-up, without delay.
    /// @param profile_ `Production` everywhere but on development chains.
    constructor(address initialAdmin, Profile profile_) AccessManager(initialAdmin) {
        PROFILE = profile_;
        _setupEnd = uint48(block.timestamp) + SETUP_PERIOD;
        _setTargetFunctionRole(address(this), IQuanteraAccessManager.expel.selector, Roles.GUARDIAN);
        _labelRoles();
    }

    // ------------------------------------------------------------------------------------------------ set-up

    /// @inheritdoc IQuanteraAccessManager
    function completeSetup() external onlyAuthorized {
        if (isSetupComplete()) revert SetupAlreadyComplete(_setupEnd);
        if (_memberCounts[Roles.GUARDIAN] == 0) revert GuardianMissing();
        _setupEnd = uint48(block.timestamp);
        emit SetupCompleted(_msgSender());
    }

    /// @inheritdoc IQuanteraAccessManager
    function isSetupComplete() public view returns (bool) {
        return block.timestamp >= _setupEnd;
    }

    /// @inheritdoc IQuanteraAccessManager
    function setupEnd() external view returns (uint48) {
        return _setupEnd;
    }

    /// @inheritdoc IQuanteraAccessManager
    function profile() external view returns (Profile) {
        return PROFILE;
    }

    // ------------------------------------------------------------------------------------------------ classes

    /// @inheritdoc IQuanteraAccessManager
    function classOfRole(uint64 roleId) public pure returns (ActionClass) {
        uint64 class = roleId >> 56;
        return class <= uint64(type(ActionClass).max) ? ActionClass(class) : ActionClass.Upgrade;
    }

    /// @inheritdoc IQuanteraAccessManager
    function classOfFunction(address target, bytes4 selector) public view returns (ActionClass) {
        return classOfRole(getTargetFunctionRole(target, selector));
    }

    /// @inheritdoc IQuanteraAccessManager
    function minimumDelay(uint64 roleId) public view returns (uint32) {
        uint32 delay = _classDelay(classOfRole(roleId));
        // Roles without a minimum must not pay for reading the set-up's end.
        return delay == 0 || PROFILE == Profile.Local || roleId == PUBLIC_ROLE || !isSetupComplete() ? 0 : delay;
    }

    /// @inheritdoc IQuanteraAccessManager
    function memberCount(uint64 roleId) external view returns (uint256) {
        return _memberCounts[roleId];
    }

    /// @inheritdoc IAccessManager
    /// @dev The delays returned are the ones that hold: never below the minimum of the role's class.
    function getAccess(uint64 roleId, address account)
        public
        view
        override(AccessManager, IAccessManager)
        returns (uint48 since, uint32 currentDelay, uint32 pendingDelay, uint48 effect)
    {
        (since, currentDelay, pendingDelay, effect) = super.getAccess(roleId, account);
        if (since == 0) return (since, currentDelay, pendingDelay, effect);
        uint32 minimum = minimumDelay(roleId);
        currentDelay = uint32(Math.max(currentDelay, minimum));
        if (effect != 0) pendingDelay = uint32(Math.max(pendingDelay, minimum));
    }

    // ------------------------------------------------------------------------------------------------ operations

    /// @inheritdoc IAccessManager
    /// @dev `setAuthority` is refused after set-up: see `updateAuthority`.
    function canCall(address caller, address target, bytes4 selector)
        public
        view
        override(AccessManager, IAccessManager)
        returns (bool immediate, uint32 delay)
    {
        if (selector == IAccessManaged.setAuthority.selector && isSetupComplete()) return (false, 0);
        return super.canCall(caller, target, selector);
    }

    /// @inheritdoc IAccessManager
    /// @dev Refused during set-up: what is scheduled under set-up's delays would outlive it.
    function schedule(address target, bytes calldata data, uint48 when)
        public
        override(AccessManager, IAccessManager)
        returns (bytes32 operationId, uint32 nonce)
    {
        if (!isSetupComplete()) revert SetupNotComplete(_setupEnd);
        return super.schedule(target, data, when);
    }

    /// @inheritdoc IAccessManager
    /// @dev The class of the call is part of the id: when a function or a role's administration becomes stricter,
    /// operations scheduled under the shorter delay are no longer found.
    function hashOperation(address caller, address target, bytes calldata data)
        public
        view
        override(AccessManager, IAccessManager)
        returns (bytes32)
    {
        return keccak256(abi.encode(super.hashOperation(caller, target, data), _classOfCall(target, data)));
    }

    /// @inheritdoc IAccessManager
    /// @dev Reverts with `AuthorityLocked` after set-up.
    function updateAuthority(address target, address newAuthority)
        public
        override(AccessManager, IAccessManager)
        onlyAuthorized
    {
        if (isSetupComplete()) revert AuthorityLocked(target, newAuthority);
        IAccessManaged(target).setAuthority(newAuthority);
    }

    /// @inheritdoc IQuanteraAccessManager
    function expel(uint64 roleId, address account) external onlyAuthorized {
        if (roleId == Roles.ADMIN || roleId == Roles.GUARDIAN) revert CannotExpel(roleId);
        if (_revokeRole(roleId, account)) emit MemberExpelled(roleId, account, _msgSender());
    }

    // ------------------------------------------------------------------------------------------------ internals

    /// @notice Guardians cancel everything but their own removal, which is left to administrators and the proposer.
    function _canCancel(address caller, address target, bytes calldata data) internal view override returns (bool) {
        address sender = _msgSender();
        if (_removesGuardian(target, data)) {
            (bool isAdmin,) = hasRole(ADMIN_ROLE, sender);
            return isAdmin || caller == sender;
        }
        (bool isGuardian,) = hasRole(Roles.GUARDIAN, sender);
        return isGuardian || super._canCancel(caller, target, data);
    }

    /// @notice Refuses roles that are looser than the function's class, and records the class.
    function _setTargetFunctionRole(address target, bytes4 selector, uint64 roleId) internal override {
        if (roleId == PUBLIC_ROLE) revert PublicRoleRefused();
        ActionClass offered = classOfRole(roleId);
        ActionClass required = _requiredClass(target, selector);
        if (_classDelay(offered) < _classDelay(required)) revert ClassTooLoose(target, selector, required, offered);
        super._setTargetFunctionRole(target, selector, roleId);
        _classes[target][selector] = uint8(offered) + 1;
        emit FunctionClassified(target, selector, offered);
    }

    /// @notice Refuses administrators that could grant a role sooner than the role itself may act.
    function _setRoleAdmin(uint64 roleId, uint64 admin) internal override {
        if (admin == PUBLIC_ROLE) revert PublicRoleRefused();
        // Whoever names the guardians decides whether anything can be stopped: that stays with ADMIN.
        if (roleId == Roles.GUARDIAN) revert AccessManagerLockedRole(roleId);
        if (_classDelay(classOfRole(admin)) < _classDelay(classOfRole(roleId))) {
            revert RoleAdminTooLoose(roleId, admin);
        }
        super._setRoleAdmin(roleId, admin);
    }

    /// @notice Refuses the public role.
    function _setRoleGuardian(uint64 roleId, uint64 guardian) internal override {
        if (guardian == PUBLIC_ROLE) revert PublicRoleRefused();
        super._setRoleGuardian(roleId, guardian);
    }

    /// @notice Counts members.
    function _grantRole(uint64 roleId, address account, uint32 grantDelay, uint32 executionDelay)
        internal
        override
        returns (bool newMember)
    {
        newMember = super._grantRole(roleId, account, grantDelay, executionDelay);
        if (newMember) ++_memberCounts[roleId];
    }

    /// @notice Counts members and keeps the last administrator.
    function _revokeRole(uint64 roleId, address account) internal override returns (bool wasMember) {
        wasMember = super._revokeRole(roleId, account);
        if (wasMember && --_memberCounts[roleId] == 0 && roleId == ADMIN_ROLE) revert LastAdministrator(account);
    }

    /// @dev The least strict class that the function may be given now.
    function _requiredClass(address target, bytes4 selector) private view returns (ActionClass) {
        ActionClass own = _classOfSelector(selector);
        uint8 classPlusOne = _classes[target][selector];
        // During set-up a mistake can be corrected, and a function that nobody has mapped has no class to keep.
        if (classPlusOne == 0 || !isSetupComplete()) return own;
        ActionClass kept = ActionClass(classPlusOne - 1);
        return _classDelay(kept) > _classDelay(own) ? kept : own;
    }

    /// @dev What the functions of the common base do is known whoever maps them.
    function _classOfSelector(bytes4 selector) private pure returns (ActionClass) {
        if (selector == UUPSUpgradeable.upgradeToAndCall.selector || selector == LEGACY_UPGRADE) {
            return ActionClass.Upgrade;
        }
        bool loosens = selector == IGroupPausable.unpauseGroups.selector
            || selector == ILocalRoles.grantLocalRole.selector || selector == IERC3643AgentRole.addAgent.selector;
        return loosens ? ActionClass.Loosening : ActionClass.Operational;
    }

    /// @dev The class of the role that the call needs, as `AccessManager` finds it.
    function _classOfCall(address target, bytes calldata data) private view returns (ActionClass) {
        bytes4 selector = data.length < 4 ? bytes4(0) : bytes4(data[:4]);
        if (target != address(this)) return classOfFunction(target, selector);
        bool ofRoleAdmin = selector == this.grantRole.selector || selector == this.revokeRole.selector;
        if (!ofRoleAdmin || data.length < 36) return ActionClass.Upgrade;
        return classOfRole(getRoleAdmin(abi.decode(data[4:36], (uint64))));
    }

    function _removesGuardian(address target, bytes calldata data) private view returns (bool) {
        return target == address(this) && data.length >= 36 && bytes4(data[:4]) == this.revokeRole.selector
            && abi.decode(data[4:36], (uint256)) == Roles.GUARDIAN;
    }

    function _classDelay(ActionClass class) private pure returns (uint32) {
        if (class == ActionClass.Upgrade) return UPGRADE_DELAY;
        return class == ActionClass.Loosening ? LOOSENING_DELAY : 0;
    }

    function _labelRoles() private {
        emit RoleLabel(Roles.UPGRADER, "UPGRADER");
        emit RoleLabel(Roles.CONFIGURATOR, "CONFIGURATOR");
        emit RoleLabel(Roles.UNPAUSER, "UNPAUSER");
        emit RoleLabel(Roles.AGENT_ADMIN, "AGENT_ADMIN");
        emit RoleLabel(Roles.COMPLIANCE_ADMIN, "COMPLIANCE_ADMIN");
        emit RoleLabel(Roles.FEE_ADMIN, "FEE_ADMIN");
        emit RoleLabel(Roles.BRIDGE_ADMIN, "BRIDGE_ADMIN");
        emit RoleLabel(Roles.CREDIT_ADMIN, "CREDIT_ADMIN");
        emit RoleLabel(Roles.TREASURER, "TREASURER");
        emit RoleLabel(Roles.LISTING_ADMIN, "LISTING_ADMIN");
        emit RoleLabel(Roles.GUARDIAN, "GUARDIAN");
        emit RoleLabel(Roles.PAUSER, "PAUSER");
        emit RoleLabel(Roles.RISK_OFFICER, "RISK_OFFICER");
        emit RoleLabel(Roles.COMPLIANCE_OFFICER, "COMPLIANCE_OFFICER");
        emit RoleLabel(Roles.OPERATOR, "OPERATOR");
    }
}

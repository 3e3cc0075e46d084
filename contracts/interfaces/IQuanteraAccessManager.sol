// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessManager } from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

/// @title The access manager of one chain
/// @notice OpenZeppelin's AccessManager with minimum delays that no administrator can get below once the set-up is
/// complete. Every role belongs to a class that its id fixes for ever, and the class fixes the minimum delay:
///
/// | class       | minimum | for                                                                     |
/// |-------------|---------|-------------------------------------------------------------------------|
/// | Upgrade     | 48 h    | upgrades, everything the ADMIN role does to this manager, unmapped calls |
/// | Loosening   | 24 h    | raising a limit, unpausing, adding an agent, a lane, a rule exemption    |
/// | Tightening  | none    | pausing, lowering a limit, removing an agent, cancelling                 |
/// | Operational | none    | day-to-day calls that neither loosen nor tighten                         |
///
/// All times are seconds. The minimum is applied where a permission is read, not where it is granted, so granting,
/// re-granting or changing a member's delay cannot get below it.
/// @custom:invariant ACC-01 after set-up an upgrade-class call executes no sooner than 48 h after it was scheduled
/// @custom:invariant ACC-02 after set-up a loosening call executes no sooner than 24 h after it was scheduled
/// @custom:invariant ACC-03 after set-up the class of a mapped function never becomes less strict, and an upgrade
/// function is never of any class but Upgrade, not even during set-up; likewise lifting a pause and granting a local
/// role always loosen
/// @custom:invariant ACC-04 set-up ends once, by call or by time, and cannot begin again; nothing scheduled can predate
/// its end
/// @custom:invariant ACC-05 after set-up this manager hands no contract to another manager; only an upgrade can
/// @custom:invariant ACC-06 a guardian can cancel every scheduled operation except its own removal, and cannot execute
/// any
/// @custom:invariant ACC-07 there is always at least one administrator
/// @custom:invariant ACC-08 no function and no role is ever open to the public role
interface IQuanteraAccessManager is IAccessManager {
    /// @notice How strict the minimum delays are.
    /// @param Production 48 h for upgrades, 24 h for loosening.
    /// @param Local no minimum: development chains and tests only; release plans refuse it anywhere else.
    enum Profile {
        Production,
        Local
    }

    /// @notice What a function does to the safety of the system; ordered from the strictest.
    enum ActionClass {
        Upgrade,
        Loosening,
        Tightening,
        Operational
    }

    /// @notice The set-up phase has ended; minimum delays hold from now on.
    /// @param by the administrator who ended it.
    event SetupCompleted(address indexed by);

    /// @notice A guardian removed a member from a role at once; follows `RoleRevoked`.
    event MemberExpelled(uint64 indexed roleId, address indexed account, address indexed by);

    /// @notice A function of a managed contract was given a class; follows `TargetFunctionRoleUpdated`.
    event FunctionClassified(address indexed target, bytes4 indexed selector, ActionClass class);

    /// @notice The call belongs to the set-up phase, which ended at `since`.
    error SetupAlreadyComplete(uint48 since);

    /// @notice Operations can be scheduled only after the set-up phase, which lasts until `until` at most.
    error SetupNotComplete(uint48 until);

    /// @notice Set-up cannot end before somebody can cancel: grant the GUARDIAN role first.
    error GuardianMissing();

    /// @notice The only administrator cannot leave or be removed.
    error LastAdministrator(address account);

    /// @notice The function must keep a class at least as strict as `required`; the role offers only `offered`.
    error ClassTooLoose(address target, bytes4 selector, ActionClass required, ActionClass offered);

    /// @notice A role's administrator must be of a class at least as strict as the role itself.
    error RoleAdminTooLoose(uint64 roleId, uint64 admin);

    /// @notice The public role cannot be given functions, administer or guard.
    error PublicRoleRefused();

    /// @notice After set-up a managed contract changes its manager only through an upgrade.
    error AuthorityLocked(address target, address newAuthority);

    /// @notice Administrators and guardians cannot be expelled, only revoked with delay.
    error CannotExpel(uint64 roleId);

    /// @notice Ends the set-up phase for ever.
    /// @dev ADMIN only. Reverts with `SetupAlreadyComplete` after its end and with `GuardianMissing` while nobody
    /// holds the GUARDIAN role. The caller keeps its roles, now with delays; it should renounce what it must not keep.
    function completeSetup() external;

    /// @notice Removes a member from a role at once: the answer to a stolen operational key.
    /// @dev Restricted: GUARDIAN. Reverts with `CannotExpel` for ADMIN and GUARDIAN, so that a rogue guardian can
    /// neither lock administrators out nor rule alone.
    /// @param roleId the role to take away.
    /// @param account its member; nothing happens when it is not one.
    function expel(uint64 roleId, address account) external;

    /// @notice The profile this manager was created with.
    function profile() external view returns (Profile);

    /// @notice Whether set-up has ended, by `completeSetup` or by time.
    function isSetupComplete() external view returns (bool);

    /// @notice When set-up ended, or will end by itself.
    function setupEnd() external view returns (uint48);

    /// @notice The class that a role's id fixes.
    function classOfRole(uint64 roleId) external pure returns (ActionClass);

    /// @notice The class of a function of a managed contract; a function nobody has mapped is ADMIN's, so Upgrade.
    function classOfFunction(address target, bytes4 selector) external view returns (ActionClass);

    /// @notice The delay in seconds below which no member of the role can act now: zero during set-up, in the local
    /// profile, and for the tightening and operational classes.
    function minimumDelay(uint64 roleId) external view returns (uint32);

    /// @notice How many accounts have been granted the role, those whose grant is not yet in effect included.
    function memberCount(uint64 roleId) external view returns (uint256);
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Two officers for one call
/// @notice Stands as the only member of a manager's role, with an execution delay in seconds: what one officer
/// proposes here is scheduled at the manager, and another officer's signature executes it after that delay. Until then
/// either officer, the manager's guardians and its administrators can stop it.
///
/// A token whose agent is the manager itself, with its agent functions mapped to that role, can then be frozen, forced
/// and recovered by two officers only. OpenZeppelin's manager alone lets the proposer execute.
/// @custom:invariant ACC-09 whoever proposed an operation cannot execute it
interface IDualControl {
    /// @notice An officer proposed a call; the manager's `OperationScheduled` says when it can be executed.
    /// `nonce` is the manager's number of this repetition of the operation.
    event Proposed(
        bytes32 indexed operationId, uint32 nonce, address indexed proposer, address indexed target, bytes data
    );

    /// @notice Another officer executed it.
    event Confirmed(bytes32 indexed operationId, uint32 nonce, address indexed proposer, address indexed officer);

    /// @notice An officer withdrew it.
    event Withdrawn(bytes32 indexed operationId, uint32 nonce, address indexed proposer, address indexed officer);

    /// @notice No officer proposed that call.
    error NotProposed(bytes32 operationId);

    /// @notice The officer who proposed cannot be the one who executes.
    error SecondOfficerNeeded(bytes32 operationId, address proposer);

    /// @notice Officers call directly: through the manager nobody could tell one from the other.
    error OfficerConcealed();

    /// @notice Schedules a call at the manager, to be executed after this contract's delay.
    /// @dev Restricted: COMPLIANCE_OFFICER. Reverts with `OfficerConcealed`, and as the manager's `schedule` does:
    /// without a delay, for a call that this contract may not make, while the same call is scheduled already.
    /// @param target the contract to call
    /// @param data calldata
    /// @return operationId the manager's id of the operation
    function propose(address target, bytes calldata data) external returns (bytes32 operationId);

    /// @notice Executes what another officer proposed.
    /// @dev Restricted: COMPLIANCE_OFFICER. Reverts with `NotProposed`, `SecondOfficerNeeded`, `OfficerConcealed`, and
    /// as the manager's `execute` does: too early, expired after a week, cancelled, or the call's own revert.
    function confirm(address target, bytes calldata data) external;

    /// @notice Cancels what was proposed.
    /// @dev Restricted: COMPLIANCE_OFFICER. Reverts with `NotProposed`, and as the manager's `cancel` does.
    function withdraw(address target, bytes calldata data) external;

    /// @notice Who proposed an operation that is neither executed nor withdrawn here; zero when nobody did.
    function proposerOf(bytes32 operationId) external view returns (address);
}

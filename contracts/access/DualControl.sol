// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { IAccessManager } from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

import { IDualControl } from "../interfaces/IDualControl.sol";

/// @title DualControl
/// @notice See `IDualControl`. Holds nothing and is not upgradeable: another one takes its place in the role.
contract DualControl is IDualControl, AccessManaged {
    mapping(bytes32 operationId => address proposer) private _proposers;

    /// @notice Names the manager whose member this is.
    /// @param manager the chain's access manager
    constructor(address manager) AccessManaged(manager) { }

    /// @inheritdoc IDualControl
    function propose(address target, bytes calldata data) external restricted returns (bytes32 operationId) {
        uint32 nonce;
        _proposers[_operationId(target, data)] = _officer();
        (operationId, nonce) = IAccessManager(authority()).schedule(target, data, 0);
        emit Proposed(operationId, nonce, msg.sender, target, data);
    }

    /// @inheritdoc IDualControl
    function confirm(address target, bytes calldata data) external restricted {
        (bytes32 operationId, address proposer) = _take(target, data);
        if (proposer == _officer()) revert SecondOfficerNeeded(operationId, proposer);
        uint32 nonce = IAccessManager(authority()).execute(target, data);
        emit Confirmed(operationId, nonce, proposer, msg.sender);
    }

    /// @inheritdoc IDualControl
    function withdraw(address target, bytes calldata data) external restricted {
        (bytes32 operationId, address proposer) = _take(target, data);
        uint32 nonce = IAccessManager(authority()).cancel(address(this), target, data);
        emit Withdrawn(operationId, nonce, proposer, msg.sender);
    }

    /// @inheritdoc IDualControl
    function proposerOf(bytes32 operationId) external view returns (address) {
        return _proposers[operationId];
    }

    /// @dev A call that the manager executes hides who signed it, and with it that both signatures are one officer's.
    function _officer() private view returns (address) {
        if (msg.sender == authority()) revert OfficerConcealed();
        return msg.sender;
    }

    function _take(address target, bytes calldata data) private returns (bytes32 operationId, address proposer) {
        operationId = _operationId(target, data);
        proposer = _proposers[operationId];
        if (proposer == address(0)) revert NotProposed(operationId);
        delete _proposers[operationId];
    }

    function _operationId(address target, bytes calldata data) private view returns (bytes32) {
        return IAccessManager(authority()).hashOperation(address(this), target, data);
    }
}

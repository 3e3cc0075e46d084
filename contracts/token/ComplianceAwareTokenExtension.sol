// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AgentRole } from "../access/AgentRole.sol";
import { LocalRole } from "../access/LocalRole.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { IComplianceAwareToken } from "../interfaces/IComplianceAwareToken.sol";
import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { ITokenAdministration } from "../interfaces/ITokenAdministration.sol";
import { TokenDocuments } from "./parts/TokenDocuments.sol";
import { TokenIssuance } from "./parts/TokenIssuance.sol";
import { TokenMetadata } from "./parts/TokenMetadata.sol";
import { TokenOwnership } from "./parts/TokenOwnership.sol";
import { TokenPermit } from "./parts/TokenPermit.sol";
import { TokenRecordDates } from "./parts/TokenRecordDates.sol";
import { TokenRecovery } from "./parts/TokenRecovery.sol";

/// @title ComplianceAwareTokenExtension
/// @notice What a ComplianceAwareToken can do besides moving tokens; reached through the token's fallback alone.
/// @custom:extension-of ComplianceAwareToken
contract ComplianceAwareTokenExtension is
    AgentRole,
    LocalRoles,
    TokenMetadata,
    TokenOwnership,
    TokenRecordDates,
    TokenRecovery,
    TokenDocuments,
    TokenPermit,
    TokenIssuance
{
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc ITokenAdministration
    function initialize(
        address authority_,
        IComplianceAwareToken.Setup calldata setup,
        IComplianceAwareToken.TokenInfo calldata info
    ) external initializer {
        if (authority_.code.length == 0) {
            revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        }
        __AccessManaged_init(authority_);
        _initializeMetadata(setup, info);
    }

    /// @notice Grants a local role; ERC-3643's agents are announced as that standard says too.
    function grantLocalRole(uint8 role, address account) external override restricted {
        if (_grantLocalRole(role, account) && role == LocalRole.AGENT) emit AgentAdded(account);
    }

    /// @notice Revokes a local role; ERC-3643's agents are announced as that standard says too.
    function revokeLocalRole(uint8 role, address account) external override restricted {
        if (_revokeLocalRole(role, account) && role == LocalRole.AGENT) emit AgentRemoved(account);
    }
}

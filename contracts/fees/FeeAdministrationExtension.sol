// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRole } from "../access/LocalRole.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { IDynamicFeeStructureDefault } from "../interfaces/IDynamicFeeStructureDefault.sol";
import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { FeeState, FeeStates } from "./FeeState.sol";
import { FeeStorage } from "./FeeStorage.sol";
import { FeeAccountsDesk } from "./parts/FeeAccountsDesk.sol";
import { FeeCollection } from "./parts/FeeCollection.sol";
import { FeeSchedules } from "./parts/FeeSchedules.sol";
import { FeeSpecification } from "./parts/FeeSpecification.sol";

/// @title FeeAdministrationExtension
/// @notice What a DynamicFeeStructure does besides quoting and charging; reached by its fallback alone.
/// @custom:extension-of DynamicFeeStructure
contract FeeAdministrationExtension is
    LocalRoles,
    GroupPausable,
    FeeCollection,
    FeeAccountsDesk,
    FeeSchedules,
    FeeSpecification
{
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc IDynamicFeeStructureDefault
    function initialize(address authority_, address identityRegistry_, address treasury_, address insurance_)
        external
        initializer
    {
        if (authority_.code.length == 0) revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        __AccessManaged_init(authority_);
        FeeStorage.load().identityRegistry = identityRegistry_;
        emit IdentityRegistrySet(identityRegistry_);
        _setRecipients(treasury_, insurance_);
        _setPauseCompanion(FeeState.unwrap(FeeStates.first()));
    }

    /// @notice Revokes a local role; what lines remember of the role PRODUCT is void with it.
    function revokeLocalRole(uint8 role, address account) external override restricted {
        if (_revokeLocalRole(role, account) && role == LocalRole.PRODUCT) {
            _setPauseCompanion(FeeState.unwrap(FeeState.wrap(_pauseCompanion()).nextEpoch()));
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../../access/LocalRole.sol";
import { IIdentityRegistryStorage } from "../../../interfaces/IIdentityRegistryStorage.sol";
import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { InvestorRecord } from "../InvestorRecord.sol";
import { Registration } from "./Registration.sol";

/// @title SharedStorage
/// @notice ERC-3643's identity storage, so that other registries of the standard can keep their investors here.
abstract contract SharedStorage is Registration, IIdentityRegistryStorage {
    uint256 private constant MAX_REGISTRIES = 300;

    /// @inheritdoc IIdentityRegistryStorage
    function addIdentityToStorage(address userAddress, address identityContract, uint16 country)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _enter(userAddress, identityContract, country);
        emit IdentityStored(userAddress, identityContract);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function removeIdentityFromStorage(address userAddress) external onlyLocalRole(LocalRole.AGENT) {
        address old = _registered(userAddress).identity();
        _write(userAddress, InvestorRecord.wrap(0));
        emit IdentityUnstored(userAddress, old);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function modifyStoredInvestorCountry(address userAddress, uint16 country) external onlyLocalRole(LocalRole.AGENT) {
        _setCountry(userAddress, country);
        emit CountryModified(userAddress, country);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function modifyStoredIdentity(address userAddress, address identityContract)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        address old = _setIdentity(userAddress, identityContract);
        emit IdentityModified(old, identityContract);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function bindIdentityRegistry(address identityRegistry) external restricted {
        _requireAddress(identityRegistry);
        address[] storage linked = _registry().linkedRegistries;
        if (linked.length == MAX_REGISTRIES) revert IInvestorAttestations.TooManyRegistries();
        if (!_grantLocalRole(LocalRole.AGENT, identityRegistry)) {
            revert IInvestorAttestations.RegistryAlreadyBound(identityRegistry);
        }
        linked.push(identityRegistry);
        emit IdentityRegistryBound(identityRegistry);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function unbindIdentityRegistry(address identityRegistry) external restricted {
        address[] storage linked = _registry().linkedRegistries;
        for (uint256 i = 0; i < linked.length; ++i) {
            if (linked[i] == identityRegistry) {
                linked[i] = linked[linked.length - 1];
                linked.pop();
                _revokeLocalRole(LocalRole.AGENT, identityRegistry);
                emit IdentityRegistryUnbound(identityRegistry);
                return;
            }
        }
        revert IInvestorAttestations.RegistryNotBound(identityRegistry);
    }

    /// @inheritdoc IIdentityRegistryStorage
    function linkedIdentityRegistries() external view returns (address[] memory) {
        return _registry().linkedRegistries;
    }

    /// @inheritdoc IIdentityRegistryStorage
    function storedIdentity(address userAddress) external view returns (address) {
        return _record(userAddress).identity();
    }

    /// @inheritdoc IIdentityRegistryStorage
    function storedInvestorCountry(address userAddress) external view returns (uint16) {
        return _record(userAddress).residence();
    }
}

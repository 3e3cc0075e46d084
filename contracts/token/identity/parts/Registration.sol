// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../../access/LocalRole.sol";
import { IIdentityRegistry } from "../../../interfaces/IIdentityRegistry.sol";
import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { EngineGroups } from "../../compliance/EngineGroups.sol";
import { ClaimCheck } from "../ClaimCheck.sol";
import { InvestorRecord, InvestorRecords } from "../InvestorRecord.sol";
import { RegistryCore } from "./RegistryCore.sol";

/// @title Registration
/// @notice ERC-3643's register: agents enter wallets, everybody asks.
abstract contract Registration is RegistryCore, IIdentityRegistry {
    uint256 private constant IDENTITY_MASK = type(uint160).max;
    uint256 private constant RESIDENCE_SHIFT = 160;

    /// @inheritdoc IIdentityRegistry
    function registerIdentity(address userAddress, address identityContract, uint16 country)
        external
        onlyLocalRole(LocalRole.AGENT)
        whenGroupActive(EngineGroups.REGISTRATION)
    {
        _register(userAddress, identityContract, country);
    }

    /// @inheritdoc IIdentityRegistry
    function batchRegisterIdentity(
        address[] calldata userAddresses,
        address[] calldata identities,
        uint16[] calldata countries
    ) external onlyLocalRole(LocalRole.AGENT) whenGroupActive(EngineGroups.REGISTRATION) {
        _requireEqual(userAddresses.length, identities.length);
        _requireEqual(userAddresses.length, countries.length);
        for (uint256 i = 0; i < userAddresses.length; ++i) {
            _register(userAddresses[i], identities[i], countries[i]);
        }
    }

    /// @inheritdoc IIdentityRegistry
    function deleteIdentity(address userAddress) external onlyLocalRole(LocalRole.AGENT) {
        address old = _registered(userAddress).identity();
        _write(userAddress, InvestorRecord.wrap(0));
        emit IdentityRemoved(userAddress, old);
    }

    /// @inheritdoc IIdentityRegistry
    function updateCountry(address userAddress, uint16 country) external onlyLocalRole(LocalRole.AGENT) {
        _setCountry(userAddress, country);
        emit CountryUpdated(userAddress, country);
    }

    /// @inheritdoc IIdentityRegistry
    function updateIdentity(address userAddress, address identityContract) external onlyLocalRole(LocalRole.AGENT) {
        address old = _setIdentity(userAddress, identityContract);
        emit IdentityUpdated(old, identityContract);
    }

    /// @inheritdoc IIdentityRegistry
    function setIdentityRegistryStorage(address newStorage) external restricted {
        _requireItself(newStorage);
        emit IdentityStorageSet(newStorage);
    }

    /// @inheritdoc IIdentityRegistry
    function setClaimTopicsRegistry(address newTopicsRegistry) external restricted {
        _requireItself(newTopicsRegistry);
        emit ClaimTopicsRegistrySet(newTopicsRegistry);
    }

    /// @inheritdoc IIdentityRegistry
    function setTrustedIssuersRegistry(address newIssuersRegistry) external restricted {
        _requireItself(newIssuersRegistry);
        emit TrustedIssuersRegistrySet(newIssuersRegistry);
    }

    /// @inheritdoc IIdentityRegistry
    function contains(address userAddress) external view returns (bool) {
        return _record(userAddress).identity() != address(0);
    }

    /// @inheritdoc IIdentityRegistry
    function isVerified(address userAddress) external view returns (bool) {
        InvestorRecord record = _record(userAddress);
        if (record.identity() == address(0)) return false;
        if (_registry().live) return ClaimCheck.validity(record.identity()) != 0;
        return record.validUntil() > block.timestamp;
    }

    /// @inheritdoc IIdentityRegistry
    function identity(address userAddress) external view returns (address) {
        return _record(userAddress).identity();
    }

    /// @inheritdoc IIdentityRegistry
    function investorCountry(address userAddress) external view returns (uint16) {
        return _record(userAddress).residence();
    }

    /// @inheritdoc IIdentityRegistry
    function identityStorage() external view returns (address) {
        return address(this);
    }

    /// @inheritdoc IIdentityRegistry
    function issuersRegistry() external view returns (address) {
        return address(this);
    }

    /// @inheritdoc IIdentityRegistry
    function topicsRegistry() external view returns (address) {
        return address(this);
    }

    function _enter(address wallet, address identity_, uint16 country) internal {
        _requireAddress(wallet);
        _requireAddress(identity_);
        if (_record(wallet).identity() != address(0)) revert IInvestorAttestations.WalletAlreadyRegistered(wallet);
        _write(wallet, _claimBased(identity_, country));
    }

    function _setCountry(address wallet, uint16 country) internal {
        uint256 word = InvestorRecord.unwrap(_registered(wallet));
        uint256 rest = word & ~(uint256(type(uint16).max) << RESIDENCE_SHIFT);
        _write(wallet, InvestorRecord.wrap(rest | (uint256(country) << RESIDENCE_SHIFT)));
    }

    /// @dev Another identity has other evidence: classes, flags but a sanctions hold, and validity start anew.
    function _setIdentity(address wallet, address identity_) internal returns (address old) {
        _requireAddress(identity_);
        InvestorRecord record = _registered(wallet);
        old = record.identity();
        uint24 hold = uint24(InvestorRecords.FLAG_SANCTIONS_HOLD);
        uint24 flags = record.has(hold) ? hold : 0;
        uint40 until = uint40(ClaimCheck.validity(identity_));
        _write(wallet, InvestorRecords.pack(identity_, record.residence(), until, 0, flags));
    }

    function _register(address wallet, address identity_, uint16 country) private {
        _enter(wallet, identity_, country);
        emit IdentityRegistered(wallet, identity_);
    }

    function _requireItself(address registry) private view {
        if (registry != address(this)) revert IInvestorAttestations.RegistryIsItsOwn(registry);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { GroupPauseState } from "../../../access/GroupPauseState.sol";
import { LocalRoleBits } from "../../../access/LocalRoleBits.sol";
import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { ClaimCheck } from "../ClaimCheck.sol";
import { IdentityLinks } from "../IdentityLinks.sol";
import { IdentityStorage } from "../IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../InvestorRecord.sol";

/// @title RegistryCore
/// @notice What the parts of the identity registry share: reading and writing records.
abstract contract RegistryCore is LocalRoleBits, GroupPauseState, AccessManagedUpgradeable {
    uint256 private constant VALIDITY_SHIFT = 176;
    uint256 private constant VALIDITY_MASK = uint256(type(uint40).max) << VALIDITY_SHIFT;

    function _registry() internal pure returns (IdentityStorage.Layout storage) {
        return IdentityStorage.load();
    }

    function _record(address wallet) internal view returns (InvestorRecord) {
        return _registry().records[wallet];
    }

    /// @dev The record of a wallet that must be registered.
    function _registered(address wallet) internal view returns (InvestorRecord record) {
        record = _record(wallet);
        if (record.identity() == address(0)) revert IInvestorAttestations.WalletNotRegistered(wallet);
    }

    /// @dev Every change of a record goes through here, so that logs alone rebuild the register.
    function _write(address wallet, InvestorRecord next) internal {
        next = InvestorRecord.wrap(InvestorRecord.unwrap(next) & ~IdentityLinks.MARKS);
        emit IInvestorAttestations.RecordWritten(wallet, IdentityLinks.write(wallet, next).published());
    }

    function _withValidity(InvestorRecord record, uint256 validUntil) internal pure returns (InvestorRecord) {
        return InvestorRecord.wrap((InvestorRecord.unwrap(record) & ~VALIDITY_MASK) | (validUntil << VALIDITY_SHIFT));
    }

    /// @dev A record that an agent enters for an identity: its claims decide how long it counts.
    function _claimBased(address identity, uint16 country) internal view returns (InvestorRecord) {
        return InvestorRecords.pack(identity, country, uint40(ClaimCheck.validity(identity)), 0, 0);
    }

    function _requireAddress(address account) internal pure {
        if (account == address(0)) revert IInvestorAttestations.ZeroRegistryAddress();
    }

    function _requireEqual(uint256 first, uint256 other) internal pure {
        if (first != other) revert IInvestorAttestations.UnequalLengths(first, other);
    }
}

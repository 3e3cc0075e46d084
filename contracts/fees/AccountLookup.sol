// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructureAccounts } from "../interfaces/IDynamicFeeStructureAccounts.sol";
import { IIdentityRegistry } from "../interfaces/IIdentityRegistry.sol";
import { AccountLink, FeeStorage } from "./FeeStorage.sol";

/// @title AccountLookup
/// @notice Finds the account that a wallet's charges count for, see `IDynamicFeeStructureAccounts`.
library AccountLookup {
    /// @notice How long a wallet's account holds before a charge looks it up again.
    uint256 internal constant LIFETIME = 7 days;

    uint256 private constant REGISTRY_GAS = 100_000;

    /// @notice The account of a wallet, as it is kept or would be looked up now.
    /// @return account whose volume and terms count
    /// @return found whether it was looked up now
    function find(address wallet) internal view returns (address account, bool found) {
        AccountLink storage link = FeeStorage.load().links[wallet];
        account = link.account;
        unchecked {
            if (block.timestamp - link.refreshedAt < LIFETIME) return (account, false);
        }
        address looked = _lookUp(wallet);
        if (looked != address(0)) return (looked, true);
        return (account == address(0) ? wallet : account, false);
    }

    /// @notice Looks a wallet's account up and keeps it; nothing changes while the registry fails.
    function refresh(address wallet) internal {
        address account = _lookUp(wallet);
        if (account != address(0)) keep(wallet, account);
    }

    /// @notice Keeps a wallet's account.
    function keep(address wallet, address account) internal {
        FeeStorage.load().links[wallet] = AccountLink({ account: account, refreshedAt: uint40(block.timestamp) });
        emit IDynamicFeeStructureAccounts.AccountRefreshed(wallet, account, block.timestamp);
    }

    /// @dev Zero when the registry fails. A wallet that it does not know is its own account.
    function _lookUp(address wallet) private view returns (address account) {
        FeeStorage.Layout storage $ = FeeStorage.load();
        address registry = $.identityRegistry;
        if (registry == address(0)) return wallet;
        bytes memory data = abi.encodeCall(IIdentityRegistry.identity, (wallet));
        bool answered;
        uint256 answer;
        assembly ("memory-safe") {
            answered := staticcall(REGISTRY_GAS, registry, add(data, 0x20), mload(data), 0, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            answer := mload(0)
        }
        if (!answered || answer > type(uint160).max) return address(0);
        address identity = address(uint160(answer));
        if (identity == address(0)) return wallet;
        account = $.institutions[identity];
        if (account == address(0)) account = identity;
    }
}

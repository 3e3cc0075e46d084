// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { IDynamicFeeStructureAccounts } from "../../interfaces/IDynamicFeeStructureAccounts.sol";
import { AccountLookup } from "../AccountLookup.sol";
import { FeeAccount } from "../FeeAccount.sol";
import { FeeAmounts } from "../FeeAmounts.sol";
import { AccountSlot, FeeStorage } from "../FeeStorage.sol";

/// @title FeeAccountsDesk
/// @notice See `IDynamicFeeStructureAccounts`.
abstract contract FeeAccountsDesk is IDynamicFeeStructureAccounts, AccessManagedUpgradeable {
    /// @inheritdoc IDynamicFeeStructureAccounts
    uint256 public constant ACCOUNT_LIFETIME = AccountLookup.LIFETIME;

    /// @inheritdoc IDynamicFeeStructureAccounts
    function refreshAccounts(address[] calldata wallets) external {
        for (uint256 i; i < wallets.length; ++i) {
            AccountLookup.refresh(wallets[i]);
        }
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function setInstitution(address identity, address institution) external restricted {
        FeeStorage.load().institutions[identity] = institution;
        emit InstitutionSet(identity, institution);
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function setTerms(address account, Terms calldata terms) external restricted {
        bool inRange = terms.tier <= FeeAmounts.LAST_TIER && terms.waiverPips <= FeeAmounts.PIPS
            && terms.waiverProducts < 1 << FeeAmounts.PRODUCTS;
        if (!inRange) revert TermsOutOfRange(terms);
        _setTerms(account, terms);
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function revokeTerms(address account) external restricted {
        _setTerms(account, Terms({ tier: 0, waiverPips: 0, waiverUntil: 0, waiverProducts: 0 }));
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function setIdentityRegistry(address registry) external restricted {
        FeeStorage.load().identityRegistry = registry;
        emit IdentityRegistrySet(registry);
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function accountOf(address wallet) external view returns (address account) {
        (account,) = AccountLookup.find(wallet);
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function refreshedAt(address wallet) external view returns (uint256) {
        return FeeStorage.load().links[wallet].refreshedAt;
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function accountState(address account) external view returns (AccountState memory) {
        FeeAccount state = FeeStorage.load().accounts[account].account.rolledTo(block.timestamp);
        return AccountState({
            volume: state.volumeDown(block.timestamp),
            current: state.current(),
            previous: state.previous(),
            period: state.period(),
            terms: state.terms()
        });
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function institutionOf(address identity) external view returns (address) {
        return FeeStorage.load().institutions[identity];
    }

    /// @inheritdoc IDynamicFeeStructureAccounts
    function identityRegistry() external view returns (address) {
        return FeeStorage.load().identityRegistry;
    }

    function _setTerms(address account, Terms memory terms) private {
        AccountSlot storage slot = FeeStorage.load().accounts[account];
        slot.account = slot.account.withTerms(terms);
        emit TermsSet(account, terms);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IInvestorDesk } from "../../interfaces/IInvestorDesk.sol";
import { IOnchainIdentity } from "../../interfaces/IOnchainIdentity.sol";
import { ITokenAdministration } from "../../interfaces/ITokenAdministration.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenCore } from "../TokenCore.sol";
import { ConfigWord, ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "../storage/HolderWord.sol";
import { Holder, TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenRecovery
/// @notice A lost wallet's whole holding goes to a new wallet of the same identity, frozen parts and flags with it.
abstract contract TokenRecovery is TokenCore, IERC3643Metadata, ITokenAdministration {
    uint256 private constant MANAGEMENT_KEY = 1;

    /// @inheritdoc IERC3643Metadata
    function recoveryAddress(address lostWallet, address newWallet, address investorOnchainID)
        external
        onlyLocalRole(LocalRole.AGENT)
        returns (bool)
    {
        _recover(lostWallet, newWallet, investorOnchainID, 0);
        return true;
    }

    /// @inheritdoc ITokenAdministration
    function recoveryAddressWithReason(address lostWallet, address newWallet, address investorOnchainID, uint8 reason)
        external
        onlyLocalRole(LocalRole.AGENT)
        returns (bool)
    {
        _recover(lostWallet, newWallet, investorOnchainID, reason);
        return true;
    }

    function _recover(address lostWallet, address newWallet, address investorOnchainID, uint8 reason) private {
        TokenStorage.Layout storage $ = _layout();
        Holder storage giver = $.holders[lostWallet];
        HolderWord given = giver.word;
        uint256 amount = given.balance();
        if (amount == 0) revert IComplianceAwareToken.NothingToRecover(lostWallet);
        if (
            lostWallet == newWallet || newWallet == address(0) || newWallet == address(this)
                || !_manages(newWallet, investorOnchainID)
        ) {
            revert IComplianceAwareToken.RecoveryRefused(lostWallet, newWallet, investorOnchainID);
        }
        ConfigWord config = $.config;
        Holder storage taker = $.holders[newWallet];
        HolderWord taken = taker.word;
        bool modules = config.has(ConfigWords.EXTERNAL_MODULES);
        _register(config, !modules, lostWallet, newWallet, investorOnchainID);
        _settle(config, IComplianceEngine.Path.RECOVERY, lostWallet, newWallet, amount, given, taken);
        (given, taken) = _moveFreezes(lostWallet, newWallet, given, taken, reason);
        _shift(config, giver, taker, given, taken, lostWallet, newWallet, amount);
        emit RecoverySuccess(lostWallet, newWallet, investorOnchainID);
        emit IComplianceAwareToken.AgentAction(
            msg.sender, lostWallet, IERC3643Metadata.recoveryAddress.selector, reason, amount
        );
        if (modules) {
            // Modules ask for the lost wallet's identity, so that it is forgotten only when they have been told.
            _notifyTransferred(config, lostWallet, newWallet, amount);
            _register(config, true, lostWallet, newWallet, investorOnchainID);
        }
    }

    /// @dev Enters the new wallet and, unless that must wait, forgets the lost one.
    function _register(ConfigWord config, bool forget, address lostWallet, address newWallet, address identity)
        private
    {
        IInvestorDesk desk = IInvestorDesk(config.engine());
        if (forget) desk.recoverWallet(lostWallet, newWallet, identity);
        else desk.enterRecoveredWallet(lostWallet, newWallet, identity);
    }

    function _manages(address wallet, address identity) private view returns (bool) {
        if (identity.code.length == 0) return false;
        return IOnchainIdentity(identity).keyHasPurpose(keccak256(abi.encode(wallet)), MANAGEMENT_KEY);
    }

    /// @dev What was frozen at the lost wallet is frozen at the new one, on top of what is frozen there already. The
    /// wallet freeze of the lost one stays on it: whoever has its key can do nothing with what arrives later.
    function _moveFreezes(address lostWallet, address newWallet, HolderWord given, HolderWord taken, uint8 reason)
        private
        returns (HolderWord, HolderWord)
    {
        uint256 moved = given.frozen();
        if (moved != 0) {
            uint256 before = taken.frozen();
            uint256 sum = moved + before;
            if (sum > HolderWords.MAX_AMOUNT) sum = HolderWords.MAX_AMOUNT;
            given = given.withFrozen(0);
            taken = taken.withFrozen(sum);
            _tellFrozen(lostWallet, moved, 0, IERC3643Metadata.recoveryAddress.selector, reason);
            _tellFrozen(newWallet, before, sum, IERC3643Metadata.recoveryAddress.selector, reason);
        }
        if (given.isFrozen()) {
            taken = taken.withWalletFreeze(true);
            _tellAddressFrozen(newWallet, true, reason);
        }
        return (given, taken);
    }
}

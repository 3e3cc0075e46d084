// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IInvestorDesk } from "../../interfaces/IInvestorDesk.sol";
import { IOnchainIdentity } from "../../interfaces/IOnchainIdentity.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenCore } from "../TokenCore.sol";
import { ConfigWord } from "../storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "../storage/HolderWord.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenRecovery
/// @notice A lost wallet's whole holding goes to a new wallet of the same identity, frozen parts and flags with it.
abstract contract TokenRecovery is TokenCore, IERC3643Metadata {
    uint256 private constant MANAGEMENT_KEY = 1;

    /// @inheritdoc IERC3643Metadata
    function recoveryAddress(address lostWallet, address newWallet, address investorOnchainID)
        external
        onlyLocalRole(LocalRole.AGENT)
        returns (bool)
    {
        TokenStorage.Layout storage $ = _layout();
        HolderWord lost = $.holders[lostWallet];
        uint256 amount = lost.balance();
        if (amount == 0) revert IComplianceAwareToken.NothingToRecover(lostWallet);
        bytes32 key = keccak256(abi.encode(newWallet));
        if (lostWallet == newWallet || !IOnchainIdentity(investorOnchainID).keyHasPurpose(key, MANAGEMENT_KEY)) {
            revert IComplianceAwareToken.RecoveryRefused(lostWallet, newWallet, investorOnchainID);
        }
        ConfigWord config = $.config;
        IInvestorDesk(config.engine()).recoverWallet(lostWallet, newWallet, investorOnchainID);
        _settle(
            config,
            IComplianceEngine.Path.RECOVERY,
            _movement(_facts(lostWallet, newWallet), msg.sender, lostWallet, newWallet, amount)
        );
        _moveFreezes(lostWallet, newWallet, lost);
        _shift(_facts(lostWallet, newWallet), lostWallet, newWallet, amount);
        emit RecoverySuccess(lostWallet, newWallet, investorOnchainID);
        emit IComplianceAwareToken.AgentAction(
            msg.sender, lostWallet, IERC3643Metadata.recoveryAddress.selector, 0, amount
        );
        _notifyTransferred(config, lostWallet, newWallet, amount);
        return true;
    }

    /// @dev What was frozen at the lost wallet is frozen at the new one, on top of what is frozen there already.
    function _moveFreezes(address lostWallet, address newWallet, HolderWord lost) private {
        uint256 frozen = lost.frozen();
        if (frozen != 0) {
            uint256 sum = frozen + _layout().holders[newWallet].frozen();
            _setFrozen(lostWallet, 0, IERC3643Metadata.recoveryAddress.selector);
            _setFrozen(
                newWallet,
                sum > HolderWords.MAX_AMOUNT ? HolderWords.MAX_AMOUNT : sum,
                IERC3643Metadata.recoveryAddress.selector
            );
        }
        if (lost.isFrozen()) _setAddressFrozen(newWallet, true, 0);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageCollateral } from "../../interfaces/IBrokerageCollateral.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { BatchState } from "../BatchState.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { AssetLimits, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CollateralWords } from "../storage/CollateralWord.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { AccountDesk } from "./AccountDesk.sol";
import { CollateralBook } from "./CollateralBook.sol";
import { IssuerCaps } from "./IssuerCaps.sol";

/// @title CollateralDesk
/// @notice See `IBrokerageCollateral`.
abstract contract CollateralDesk is IBrokerageCollateral, AccountDesk, CollateralBook {
    /// @inheritdoc IBrokerageCollateral
    function deposit(uint256 account, uint8 assetId, uint256 amount) external onAccount(account) {
        _requirePayer(account, msg.sender);
        _deposit(account, assetId, msg.sender, amount);
    }

    /// @inheritdoc IBrokerageCollateral
    function depositFromInstitution(uint256 account, uint8 assetId, uint256 amount) external onAccount(account) {
        _requireRight(account, AccountRights.DEPOSIT);
        _deposit(account, assetId, BrokerageStorage.institutionOf(account), amount);
    }

    /// @inheritdoc IBrokerageCollateral
    function withdraw(uint256 account, uint8 assetId, uint256 amount, address to) external returns (uint256 withdrawn) {
        uint256 batched = BatchState.enterOn(account);
        if (!_isInstitutionOf(account, msg.sender)) _requireRightOf(account, msg.sender, AccountRights.WITHDRAW);
        if (!_isInstitutionOf(account, to)) _requireSameIdentity(account, to);
        AccountSets sets = _opened(account);
        withdrawn = amount == type(uint256).max ? _collateralBalance(account, assetId) : amount;
        (AccountSets left, uint256 balance, address token) =
            _debitCollateral(account, sets, assetId, _positive(withdrawn));
        if (balance == 0) _layout().sets[account] = left;
        _requireLeavingIn(batched, account, left);
        emit CollateralWithdrawn(account, assetId, to, withdrawn, balance);
        _give(token, to, withdrawn);
        BatchState.release(batched);
    }

    function _deposit(uint256 account, uint256 assetId, address payer, uint256 amount) private {
        AccountSets sets = _opened(account);
        BrokerageStorage.Layout storage $ = _layout();
        RiskWord word = $.assets[assetId];
        if (!word.hasAll(RiskWords.COLLATERAL | RiskWords.ACTIVE)) {
            revert IPrimeBrokerage.AssetNotUsable(assetId);
        }
        AssetLimits storage limits = $.limits[assetId];
        address institution = BrokerageStorage.institutionOf(account);
        uint256 group = limits.issuerGroup;
        if (group != 0 && group == $.lines[institution].group()) revert WrongWayRisk(account, assetId, group);
        address token = limits.token;
        if (payer != institution) _nameOwner(assetId, token, institution);
        _take(token, payer, _positive(amount));
        (AccountSets more, uint256 balance) = _creditCollateral(account, sets, assetId, word, amount);
        _requireCaps(account, assetId, word);
        if (group != 0) IssuerCaps.requireRoom(group);
        _storeSets(account, sets, more);
        emit CollateralDeposited(account, assetId, payer, amount, balance);
    }

    function _requireCaps(uint256 account, uint256 assetId, RiskWord word) private view {
        AssetLimits storage limits = _layout().limits[assetId];
        uint256 total = limits.deposited * CollateralWords.grain(word.decimals());
        if (total > limits.cap) revert CollateralCapExceeded(assetId, total, limits.cap);
        total = _institutionCollateral(account, assetId);
        if (total > limits.institutionCap) {
            revert InstitutionCapExceeded(assetId, account >> 8, total, limits.institutionCap);
        }
    }
}

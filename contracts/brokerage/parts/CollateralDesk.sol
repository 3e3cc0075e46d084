// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccounts } from "../../interfaces/IBrokerageAccounts.sol";
import { IBrokerageCollateral } from "../../interfaces/IBrokerageCollateral.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AssetLimits, BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { CollateralWords } from "../storage/CollateralWord.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { AccountDesk } from "./AccountDesk.sol";
import { CollateralBook } from "./CollateralBook.sol";
import { IssuerCaps } from "./IssuerCaps.sol";

/// @title CollateralDesk
/// @notice See `IBrokerageCollateral`.
abstract contract CollateralDesk is IBrokerageCollateral, AccountDesk, CollateralBook {
    /// @inheritdoc IBrokerageCollateral
    function deposit(uint256 account, uint8 assetId, uint256 amount) external nonReentrant onAccount(account) {
        _requirePayer(account, msg.sender);
        _deposit(account, assetId, msg.sender, amount);
    }

    /// @inheritdoc IBrokerageCollateral
    function depositFromInstitution(uint256 account, uint8 assetId, uint256 amount)
        external
        nonReentrant
        onAccount(account)
    {
        _requireRight(account, AccountRights.DEPOSIT);
        _deposit(account, assetId, BrokerageStorage.institutionOf(account), amount);
    }

    /// @inheritdoc IBrokerageCollateral
    function withdraw(uint256 account, uint8 assetId, uint256 amount, address to)
        external
        nonReentrant
        onAccount(account)
        returns (uint256 withdrawn)
    {
        _requireRight(account, AccountRights.WITHDRAW);
        _requireRecipient(account, to);
        AccountSets sets = _opened(account);
        withdrawn = amount == type(uint256).max ? _collateralBalance(account, assetId) : amount;
        (AccountSets left, uint256 balance, address token) =
            _debitCollateral(account, sets, assetId, _layout().assets[assetId], _positive(withdrawn));
        _storeSets(account, sets, left);
        _requireLeaving(account, left);
        emit CollateralWithdrawn(account, assetId, to, withdrawn, balance);
        _give(token, to, withdrawn);
    }

    /// @inheritdoc IBrokerageCollateral
    function moveCollateral(uint256 fromAccount, uint256 toAccount, uint8 assetId, uint256 amount)
        external
        nonReentrant
        onAccount(fromAccount)
    {
        if (fromAccount >> 8 != toAccount >> 8 || fromAccount == toAccount) {
            revert AccountsUnrelated(fromAccount, toAccount);
        }
        _requireRight(fromAccount, AccountRights.WITHDRAW);
        _requireRight(toAccount, AccountRights.DEPOSIT);
        RiskWord word = _layout().assets[assetId];
        AccountSets sets = _opened(fromAccount);
        (AccountSets left,,) = _debitCollateral(fromAccount, sets, assetId, word, _positive(amount));
        _storeSets(fromAccount, sets, left);
        sets = _opened(toAccount);
        (AccountSets more,) = _creditCollateral(toAccount, sets, assetId, word, amount);
        _storeSets(toAccount, sets, more);
        emit CollateralMoved(fromAccount, toAccount, assetId, amount);
        _requireLeaving(fromAccount, left);
    }

    /// @inheritdoc IBrokerageCollateral
    function withdrawCash(uint256 account, uint256 value, address to)
        external
        nonReentrant
        onAccount(account)
        returns (uint256 amount)
    {
        _requireRight(account, AccountRights.WITHDRAW);
        _requireRecipient(account, to);
        AccountSets sets = _opened(account);
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        RiskWord word = $.assets[id];
        _requirePrice(id, word);
        uint256 cash = $.figures[account].cashValue;
        if (value == type(uint256).max) value = cash;
        if (value > cash) revert CashInsufficient(account, value, cash);
        amount = _positive(value * word.oneToken() / word.highUp());
        DebtPool storage pool = $.pools[id];
        uint256 liquidity = pool.liquidity;
        if (amount > liquidity) revert IPrimeBrokerage.InsufficientLiquidity(id, amount, liquidity);
        AccountSets left = _setCash(account, sets, cash - value);
        _storeSets(account, sets, left);
        pool.liquidity = uint128(liquidity - amount);
        pool.bookUnits -= int128(int256(amount));
        _requireLeaving(account, left);
        emit CashWithdrawn(account, to, value, amount);
        _give($.limits[id].token, to, amount);
    }

    function _deposit(uint256 account, uint256 assetId, address payer, uint256 amount) private {
        AccountSets sets = _opened(account);
        BrokerageStorage.Layout storage $ = _layout();
        RiskWord word = $.assets[assetId];
        if (!word.has(RiskWords.COLLATERAL) || !word.has(RiskWords.ACTIVE)) {
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

    /// @dev Nothing leaves a frozen account. From an account without debts and positions everything else may, whatever
    /// prices, sequencer and evidence say; from others what margin allows.
    function _requireLeaving(uint256 account, AccountSets left) private {
        if (left.has(AccountSetBits.FROZEN)) revert IBrokerageAccounts.AccountFrozen(account);
        if (left.isFree()) return;
        _afterRisk(account, left, _activeTerms(BrokerageGroups.COLLATERAL), false);
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

    function _requirePrice(uint256 assetId, RiskWord word) internal view {
        if (block.timestamp > word.freshUntil() || word.low() == 0) {
            revert IPrimeBrokerage.PriceStale(assetId, word.updatedAt(), word.maxAge());
        }
    }

    function _positive(uint256 amount) internal pure returns (uint256) {
        if (amount == 0) revert IPrimeBrokerage.AmountZero();
        return amount;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageCash } from "../../interfaces/IBrokerageCash.sol";
import { IBrokerageDebt } from "../../interfaces/IBrokerageDebt.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { AccountDesk } from "./AccountDesk.sol";
import { CollateralBook } from "./CollateralBook.sol";
import { DebtBook } from "./DebtBook.sol";

/// @title CashDesk
/// @notice See `IBrokerageCash`.
abstract contract CashDesk is IBrokerageCash, AccountDesk, CollateralBook, DebtBook {
    /// @inheritdoc IBrokerageCash
    function moveCollateral(uint256 fromAccount, uint256 toAccount, uint8 assetId, uint256 amount)
        external
        onAccount(fromAccount)
    {
        if (fromAccount >> 8 != toAccount >> 8 || fromAccount == toAccount) {
            revert AccountsUnrelated(fromAccount, toAccount);
        }
        _requireRight(fromAccount, AccountRights.WITHDRAW);
        _requireRight(toAccount, AccountRights.DEPOSIT);
        RiskWord word = _layout().assets[assetId];
        AccountSets sets = _opened(fromAccount);
        (AccountSets left,,) = _debitCollateral(fromAccount, sets, assetId, _positive(amount));
        _storeSets(fromAccount, sets, left);
        sets = _opened(toAccount);
        (AccountSets more,) = _creditCollateral(toAccount, sets, assetId, word, amount);
        _storeSets(toAccount, sets, more);
        emit CollateralMoved(fromAccount, toAccount, assetId, amount);
        _requireLeaving(fromAccount, left);
    }

    /// @inheritdoc IBrokerageCash
    function withdrawCash(uint256 account, uint256 value, address to)
        external
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

    /// @inheritdoc IBrokerageCash
    function repayWithCash(uint256 account, uint256 value) external onAccount(account) returns (uint256 amount) {
        _requireRight(account, AccountRights.REPAY);
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        RiskWord word = $.assets[id];
        _requirePrice(id, word);
        AccountSets sets = _opened(account);
        uint256 cash = $.figures[account].cashValue;
        if (value > cash) value = cash;
        uint256 one = word.oneToken();
        (AccountSets left, uint256 paid, uint256 shares,) =
            _acquit(account, sets, id, _positive(value * one / word.highUp()));
        if (paid == 0) revert IBrokerageDebt.NothingOwed(account, id);
        value = (paid * word.highUp() + one - 1) / one;
        left = _setCash(account, left, cash - value);
        $.pools[id].bookUnits -= int128(uint128(paid));
        _storeSets(account, sets, left);
        _afterRelief(account, left);
        emit RepaidWithCash(account, value, paid, shares);
        return paid;
    }
}

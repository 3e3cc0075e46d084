// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageTrading } from "../../interfaces/IBrokerageTrading.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { AccountFigures, BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { Valuation } from "./Valuation.sol";

/// @title Realisation
/// @notice What becomes of a realised profit or loss: losses are cash and then debt at once, gains repay debt and are
/// cash. Clearing books the opposite (PB-11).
abstract contract Realisation is BrokerageCore {
    /// @dev Books a profit, or a loss below zero, of an account. Returns the account's sets, not yet stored.
    function _realise(uint256 account, AccountSets sets, int256 value) internal returns (AccountSets) {
        if (value == 0) return sets;
        BrokerageStorage.Layout storage $ = _layout();
        AccountFigures storage figures = $.figures[account];
        $.clearingCashValue = SafeCast.toInt128($.clearingCashValue - value);
        uint256 cash = figures.cashValue;
        int256 units;
        uint256 shares;
        if (value < 0) {
            uint256 loss = uint256(-value);
            uint256 covered = loss < cash ? loss : cash;
            cash -= covered;
            if (loss != covered) (sets, units, shares) = _owe(account, sets, loss - covered);
        } else {
            uint256 used;
            (sets, units, shares, used) = _settleDebt(account, sets, uint256(value));
            cash += uint256(value) - used;
        }
        figures.cashValue = SafeCast.toUint96(cash);
        emit IBrokerageTrading.ProfitBooked(account, value, cash, units, shares);
        return sets;
    }

    /// @dev A loss becomes debt in the cash asset, at its low price, rounded up.
    function _owe(uint256 account, AccountSets sets, uint256 loss) private returns (AccountSets, int256, uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        RiskWord word = $.assets[id];
        uint256 low = word.low();
        if (low == 0) revert IPrimeBrokerage.PriceStale(id, 0, word.maxAge());
        uint256 units = (loss * word.oneToken() + low - 1) / low;
        uint256 index = $.debtIndexes[id].currentUp();
        uint256 added = (units * DebtIndexes.ONE + index - 1) / index;
        uint256 key = BrokerageStorage.key(account, id);
        uint256 shares = $.debts[key] + added;
        $.debts[key] = shares;
        DebtPool storage pool = $.pools[id];
        pool.debtShares = SafeCast.toUint128(pool.debtShares + added);
        return (sets.withDebt(id, true), int256(units), shares);
    }

    /// @dev A gain repays debt in the cash asset, at its high price, rounded down. `used` is the value that it took.
    function _settleDebt(uint256 account, AccountSets sets, uint256 gain)
        private
        returns (AccountSets, int256 change, uint256 shares, uint256 used)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        uint256 key = BrokerageStorage.key(account, id);
        shares = $.debts[key];
        if (shares == 0) return (sets, 0, 0, 0);
        RiskWord word = $.assets[id];
        uint256 high = word.highUp();
        uint256 index = $.debtIndexes[id].currentUp();
        uint256 owed = Valuation.debtUp(shares, index);
        uint256 units = gain * word.oneToken() / high;
        uint256 burnt = shares;
        if (units < owed) burnt = units * DebtIndexes.ONE / index;
        else units = owed;
        used = (units * high + word.oneToken() - 1) / word.oneToken();
        shares -= burnt;
        $.debts[key] = shares;
        $.pools[id].debtShares -= uint128(burnt);
        if (shares == 0) sets = sets.withDebt(id, false);
        return (sets, -int256(units), shares, used);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageTrading } from "../../interfaces/IBrokerageTrading.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { CollateralBook } from "./CollateralBook.sol";
import { DebtBook } from "./DebtBook.sol";

/// @title Realisation
/// @notice What becomes of a realised profit or loss: losses are cash and then debt at once, gains repay debt and are
/// cash. Clearing books the opposite (PB-11).
abstract contract Realisation is CollateralBook, DebtBook {
    /// @dev Books a profit, or a loss below zero, of an account. Returns the sets, not yet stored.
    function _realise(uint256 account, AccountSets sets, int256 value) internal returns (AccountSets) {
        if (value == 0) return sets;
        BrokerageStorage.Layout storage $ = _layout();
        $.terms.clearingCashValue = SafeCast.toInt128($.terms.clearingCashValue - value);
        uint256 cash = $.figures[account].cashValue;
        int256 units;
        uint256 shares;
        if (value < 0) {
            uint256 loss = uint256(-value);
            uint256 covered = loss < cash ? loss : cash;
            if (loss != covered) (sets, units, shares) = _bookLoss(account, sets, loss - covered);
            if (covered != 0) sets = _setCash(account, sets, cash - covered);
            cash -= covered;
        } else {
            uint256 used;
            (sets, units, shares, used) = _bookGain(account, sets, uint256(value));
            cash += uint256(value) - used;
            if (uint256(value) != used) sets = _setCash(account, sets, cash);
        }
        emit IBrokerageTrading.ProfitBooked(account, value, cash, units, shares);
        return sets;
    }

    /// @dev A loss becomes debt in the cash asset, at its low price, rounded up.
    function _bookLoss(uint256 account, AccountSets sets, uint256 loss)
        private
        returns (AccountSets more, int256 change, uint256 shares)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        RiskWord word = $.assets[id];
        uint256 low = word.low();
        if (low == 0) revert IPrimeBrokerage.PriceStale(id, word.updatedAt(), word.maxAge());
        uint256 units = (loss * word.oneToken() + low - 1) / low;
        (more, shares,,) = _owe(account, sets, id, units, 0);
        DebtPool storage pool = $.pools[id];
        pool.bookUnits = SafeCast.toInt128(pool.bookUnits + int256(units));
        return (more, int256(units), shares);
    }

    /// @dev A gain repays debt in the cash asset, at its high price, rounded down. `used` is the value that it took.
    function _bookGain(uint256 account, AccountSets sets, uint256 gain)
        private
        returns (AccountSets less, int256 change, uint256 shares, uint256 used)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        if ($.debts[BrokerageStorage.key(account, id)].shares() == 0) return (sets, 0, 0, 0);
        RiskWord word = $.assets[id];
        uint256 high = word.highUp();
        uint256 one = word.oneToken();
        uint256 units;
        (less, units, shares,) = _acquit(account, sets, id, gain * one / high);
        $.pools[id].bookUnits = SafeCast.toInt128($.pools[id].bookUnits - int256(units));
        return (less, -int256(units), shares, (units * high + one - 1) / one);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageLending } from "../../interfaces/IBrokerageLending.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { DebtIndex, DebtIndexes } from "../storage/DebtIndex.sol";
import { BrokerageCore } from "./BrokerageCore.sol";

/// @title PoolBook
/// @notice What a lending pool is worth to its lenders, and its interest.
/// @dev Nothing outside the book moves it: units sent to the contract are not looked at.
abstract contract PoolBook is BrokerageCore {
    // Shares that nobody has, against a unit that nobody supplied: the first lender cannot price the others out.
    uint256 private constant VIRTUAL_SHARES = 1000;
    uint256 private constant VIRTUAL_UNITS = 1;

    /// @dev Moves the index to now and sets the reserve's part of the interest aside.
    function _accrue(uint256 assetId) internal returns (DebtIndex word) {
        BrokerageStorage.Layout storage $ = _layout();
        word = $.debtIndexes[assetId];
        if (DebtIndex.unwrap(word) == 0) revert IPrimeBrokerage.AssetNotUsable(assetId);
        if (word.updatedAt() == block.timestamp) return word;
        uint256 interest;
        uint256 reserved;
        (word, interest, reserved) = _accruedNow(assetId);
        $.debtIndexes[assetId] = word;
        _settlePool(assetId, word);
        emit IBrokerageLending.InterestAccrued(assetId, word.stored(), interest, reserved);
    }

    /// @notice After a change that is neither lending nor paying back nor the book's: it is no interest.
    /// @param word the index, accrued before the change
    function _settlePool(uint256 assetId, DebtIndex word) internal {
        _layout().pools[assetId].settledUnits = SafeCast.toInt128(_net(assetId, word.stored()));
    }

    /// @dev The index as it is now. Reserves stay at the most that their field holds: what is beyond is the lenders'.
    function _accruedNow(uint256 assetId) internal view returns (DebtIndex word, uint256 interest, uint256 reserved) {
        BrokerageStorage.Layout storage $ = _layout();
        word = $.debtIndexes[assetId];
        uint256 index = word.currentUp();
        if (!DebtIndexes.fits(index)) revert IBrokerageLending.PoolOverflow(assetId);
        int256 grown = _net(assetId, index) - $.pools[assetId].settledUnits;
        if (index != word.stored() && grown > 0) interest = uint256(grown);
        reserved = (interest * word.reserveBps() + BPS - 1) / BPS;
        uint256 room = DebtIndexes.MAX_RESERVES - word.reserves();
        if (reserved > room) reserved = room;
        word = word.accrued(index, word.reserves() + reserved);
    }

    /// @dev Units that all lenders' shares are worth now, rounded down; what is lent to the trading book counts.
    function _worthDown(uint256 assetId) internal view returns (uint256) {
        (DebtIndex word,,) = _accruedNow(assetId);
        int256 worth = _net(assetId, word.stored()) - int256(word.reserves());
        return worth < 0 ? 0 : uint256(worth);
    }

    function _net(uint256 assetId, uint256 index) private view returns (int256) {
        DebtPool memory pool = _layout().pools[assetId];
        return int256(uint256(pool.liquidity) + pool.debtShares * index / DebtIndexes.ONE) - pool.bookUnits;
    }

    /// @dev Shares for units that come in; the pool's units do not contain them yet.
    function _sharesDown(uint256 assetId, uint256 amount) internal view returns (uint256) {
        return
            amount * (_layout().pools[assetId].lenderShares + VIRTUAL_SHARES)
                / (_worthDown(assetId) + 1 + VIRTUAL_UNITS);
    }

    /// @dev Units for shares that go.
    function _unitsDown(uint256 assetId, uint256 shares) internal view returns (uint256) {
        uint256 all = _layout().pools[assetId].lenderShares + VIRTUAL_SHARES;
        return shares * (_worthDown(assetId) + VIRTUAL_UNITS) / all;
    }
}

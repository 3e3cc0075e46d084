// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";
import { DebtWord, DebtWords } from "../storage/DebtWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { Valuation } from "./Valuation.sol";

/// @title DebtBook
/// @notice The one place where accounts' shares of a pool's debt change, with the pool's sum of them.
abstract contract DebtBook is BrokerageCore {
    using BrokerageStorage for BrokerageStorage.Layout;

    /// @notice An account owes more, in shares rounded up. Returns the sets, not yet stored, the account's shares, the
    /// token, and what a share is worth (units, 18 decimals, rounded up).
    /// @dev Reverts with `InsufficientLiquidity` when the pool has less at hand than is drawn.
    /// @param assetId of an asset that the caller has looked up
    /// @param drawn units that leave the pool's hands: one write for both
    function _owe(uint256 account, AccountSets sets, uint256 assetId, uint256 units, uint256 drawn)
        internal
        returns (AccountSets, uint256 shares, address token, uint256 index)
    {
        BrokerageStorage.Layout storage $ = _layout();
        index = $.indexAt(assetId).currentUp();
        if (index == 0) revert IPrimeBrokerage.AssetNotUsable(assetId);
        _requireUnits(units);
        uint256 added = DebtIndexes.sharesUp(units, index);
        uint256 place = BrokerageStorage.debtPlace(BrokerageStorage.key(account, assetId));
        DebtWord held = BrokerageStorage.debtAt(place);
        // 96 bits of shares and what 128 of units come to; at most 2^96 shares are added to at most 2^128.
        unchecked {
            shares = held.shares() + added;
            if (shares > DebtWords.MAX_SHARES) revert IPrimeBrokerage.AmountTooLarge(shares, DebtWords.MAX_SHARES);
            token = _tokenOf(held, assetId);
            BrokerageStorage.setDebtAt(place, DebtWords.pack(shares, token));
            DebtPool storage pool = $.pools[assetId];
            (uint256 all, uint256 liquidity) = BrokerageStorage.sharesAndLiquidity(pool);
            if (drawn > liquidity) revert IPrimeBrokerage.InsufficientLiquidity(assetId, drawn, liquidity);
            all += added;
            _requireUnits(all);
            BrokerageStorage.setSharesAndLiquidity(pool, all, liquidity - drawn);
        }
        return (sets.withDebt(assetId, true), shares, token, index);
    }

    /// @notice An account owes less: as many units as it owes at most, in shares rounded down unless all are paid. What
    /// the pool has at hand is the caller's to change.
    /// @return left the sets, not yet stored
    /// @return paid units by which the debt was reduced
    /// @return shares that the account has left
    /// @return index units per share, 18 decimals
    function _acquit(uint256 account, AccountSets sets, uint256 assetId, uint256 units)
        internal
        returns (AccountSets left, uint256 paid, uint256 shares, uint256 index)
    {
        BrokerageStorage.Layout storage $ = _layout();
        index = $.debtIndexes[assetId].currentUp();
        uint256 key = BrokerageStorage.key(account, assetId);
        DebtWord held = $.debts[key];
        shares = held.shares();
        uint256 owed = Valuation.debtUp(shares, index);
        uint256 burnt = shares;
        if (units < owed) {
            burnt = DebtIndexes.sharesDown(units, index);
            paid = units;
        } else {
            paid = owed;
        }
        left = burnt == shares ? sets.withDebt(assetId, false) : sets;
        shares -= burnt;
        $.debts[key] = DebtWords.pack(shares, held.token());
        // The pool's sum is never less than one account's part of it.
        $.pools[assetId].debtShares -= uint128(burnt);
    }

    /// @dev The token that an account owes in; looked up when it owes nothing yet.
    function _tokenOf(DebtWord held, uint256 assetId) internal view returns (address token) {
        token = held.token();
        if (token == address(0)) token = _layout().limits[assetId].token;
    }

    function _debtOf(uint256 account, uint256 assetId) internal view returns (uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 shares = $.debts[BrokerageStorage.key(account, assetId)].shares();
        return Valuation.debtUp(shares, $.debtIndexes[assetId].currentUp());
    }
}

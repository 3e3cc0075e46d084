// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageLending } from "../../interfaces/IBrokerageLending.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { DebtIndex, DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { AccountDesk } from "./AccountDesk.sol";
import { PoolBook } from "./PoolBook.sol";

/// @title LendingDesk
/// @notice See `IBrokerageLending`.
abstract contract LendingDesk is IBrokerageLending, AccountDesk, PoolBook, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageLending
    uint256 public constant MAX_BORROW_RATE_PIPS = 1e6;

    /// @inheritdoc IBrokerageLending
    uint256 public constant MAX_RESERVE_BPS = 5000;

    /// @inheritdoc IBrokerageLending
    function supply(uint8 assetId, uint256 amount) external nonReentrant returns (uint256 shares) {
        RiskTerms terms = _activeTerms(BrokerageGroups.LENDING);
        BrokerageStorage.Layout storage $ = _layout();
        if (!$.assets[assetId].has(RiskWords.SETTLEMENT) || !$.assets[assetId].has(RiskWords.ACTIVE)) {
            revert IPrimeBrokerage.AssetNotUsable(assetId);
        }
        if (amount == 0) revert IPrimeBrokerage.AmountZero();
        if (!_isVerified(terms, msg.sender)) revert LenderNotVerified(msg.sender);
        address token = $.limits[assetId].token;
        _take(token, msg.sender, amount);
        DebtIndex word = _accrue(assetId);
        DebtPool storage pool = $.pools[assetId];
        shares = _sharesDown(assetId, amount);
        if (shares == 0) revert TooLittle(assetId, amount);
        pool.liquidity = _asUnits(pool.liquidity + amount);
        pool.lenderShares = _asUnits(pool.lenderShares + shares);
        _settlePool(assetId, word);
        $.lent[assetId][msg.sender] += shares;
        emit Supplied(assetId, msg.sender, amount, shares);
    }

    /// @inheritdoc IBrokerageLending
    function redeem(uint8 assetId, uint256 shares) external nonReentrant returns (uint256 amount) {
        _requireGroupActive(BrokerageGroups.LENDING);
        BrokerageStorage.Layout storage $ = _layout();
        uint256 own = $.lent[assetId][msg.sender];
        if (shares == type(uint256).max) shares = own;
        if (shares > own) revert SharesInsufficient(assetId, msg.sender, shares, own);
        DebtIndex word = _accrue(assetId);
        amount = _unitsDown(assetId, shares);
        if (amount == 0) revert TooLittle(assetId, shares);
        DebtPool storage pool = $.pools[assetId];
        _requireLiquidity(assetId, amount, pool.liquidity);
        $.lent[assetId][msg.sender] = own - shares;
        pool.lenderShares -= uint128(shares);
        pool.liquidity -= uint128(amount);
        _settlePool(assetId, word);
        emit Redeemed(assetId, msg.sender, amount, shares);
        _give($.limits[assetId].token, msg.sender, amount);
    }

    /// @inheritdoc IBrokerageLending
    function accrue(uint8 assetId) external {
        if (DebtIndex.unwrap(_layout().debtIndexes[assetId]) == 0) revert IPrimeBrokerage.AssetNotUsable(assetId);
        _accrue(assetId);
    }

    /// @inheritdoc IBrokerageLending
    function setBorrowRate(uint8 assetId, uint24 ratePips) external restricted {
        if (ratePips > MAX_BORROW_RATE_PIPS) revert RateTooHigh(ratePips, MAX_BORROW_RATE_PIPS);
        DebtIndex word = _accrue(assetId);
        _layout().debtIndexes[assetId] = word.withTerms(ratePips, word.reserveBps());
        emit BorrowRateSet(assetId, ratePips);
    }

    /// @inheritdoc IBrokerageLending
    function setReserveShare(uint8 assetId, uint16 reserveBps) external restricted {
        if (reserveBps > MAX_RESERVE_BPS) revert ReserveShareTooHigh(reserveBps, MAX_RESERVE_BPS);
        DebtIndex word = _accrue(assetId);
        _layout().debtIndexes[assetId] = word.withTerms(word.ratePips(), reserveBps);
        emit ReserveShareSet(assetId, reserveBps);
    }

    /// @inheritdoc IBrokerageLending
    function withdrawReserves(uint8 assetId, address to, uint256 amount) external nonReentrant restricted {
        DebtIndex word = _accrue(assetId);
        if (amount > word.reserves()) revert ReservesInsufficient(assetId, amount, word.reserves());
        BrokerageStorage.Layout storage $ = _layout();
        DebtPool storage pool = $.pools[assetId];
        _requireLiquidity(assetId, amount, pool.liquidity);
        pool.liquidity -= uint128(amount);
        _settlePool(assetId, word);
        $.debtIndexes[assetId] = word.accrued(word.stored(), word.reserves() - amount);
        emit ReservesWithdrawn(assetId, to, amount);
        _give($.limits[assetId].token, to, amount);
    }

    /// @inheritdoc IBrokerageLending
    function settleBook(uint8 assetId, uint256 most)
        external
        nonReentrant
        restricted
        returns (uint256 settled, uint256 paid)
    {
        BrokerageStorage.Layout storage $ = _layout();
        DebtPool storage pool = $.pools[assetId];
        uint256 cashAsset = $.terms.cashAsset;
        if (assetId == cashAsset || pool.bookUnits >= 0) revert BookOwesNothing(assetId);
        settled = uint256(-int256(pool.bookUnits));
        if (settled > most) settled = most;
        if (settled == 0) revert IPrimeBrokerage.AmountZero();
        (RiskWord owed, RiskWord cash) = ($.assets[assetId], $.assets[cashAsset]);
        _requirePrice(assetId, owed);
        _requirePrice(cashAsset, cash);
        paid = settled * owed.low() / owed.oneToken() * cash.oneToken() / cash.highUp();
        (pool.liquidity, pool.bookUnits) =
        (_asUnits(pool.liquidity + settled), pool.bookUnits + int128(uint128(settled)));
        pool = $.pools[cashAsset];
        _requireLiquidity(cashAsset, paid, pool.liquidity);
        (pool.liquidity, pool.bookUnits) =
        (pool.liquidity - uint128(paid), SafeCast.toInt128(pool.bookUnits - int256(paid)));
        emit BookSettled(assetId, cashAsset, msg.sender, settled, paid);
        _take($.limits[assetId].token, msg.sender, settled);
        _give($.limits[cashAsset].token, msg.sender, paid);
    }

    /// @inheritdoc IBrokerageLending
    function lendingPool(uint8 assetId) external view returns (PoolState memory) {
        BrokerageStorage.Layout storage $ = _layout();
        DebtPool memory pool = $.pools[assetId];
        (DebtIndex word,,) = _accruedNow(assetId);
        return PoolState({
            borrowIndex: word.stored(),
            ratePips: word.ratePips(),
            reserveBps: word.reserveBps(),
            liquidity: pool.liquidity,
            totalDebt: (pool.debtShares * word.stored() + DebtIndexes.ONE - 1) / DebtIndexes.ONE,
            totalDebtShares: pool.debtShares,
            totalShares: pool.lenderShares,
            totalAssets: _worthDown(assetId),
            reserves: word.reserves(),
            bookUnits: pool.bookUnits
        });
    }

    /// @inheritdoc IBrokerageLending
    function lenderSharesOf(uint8 assetId, address lender) external view returns (uint256 shares) {
        return _layout().lent[assetId][lender];
    }

    function _requireLiquidity(uint256 assetId, uint256 amount, uint256 liquidity) private pure {
        if (amount > liquidity) revert IPrimeBrokerage.InsufficientLiquidity(assetId, amount, liquidity);
    }
}

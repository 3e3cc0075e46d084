// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { BrokerageCore } from "../parts/BrokerageCore.sol";
import { Valuation } from "../parts/Valuation.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";

/// @title SeizureLedger
/// @notice What liquidations and defaults change of debts and collateral.
abstract contract SeizureLedger is BrokerageCore {
    using SafeERC20 for IERC20;

    function _owedUp(uint256 account, uint256 assetId) internal view returns (uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 shares = $.debts[BrokerageStorage.key(account, assetId)];
        return shares == 0 ? 0 : Valuation.debtUp(shares, $.debtIndexes[assetId].currentUp());
    }

    function _lowerDebt(uint256 account, AccountSets sets, uint256 assetId, uint256 units)
        internal
        returns (AccountSets)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 key = BrokerageStorage.key(account, assetId);
        uint256 shares = $.debts[key];
        uint256 index = $.debtIndexes[assetId].currentUp();
        uint256 burnt = units >= Valuation.debtUp(shares, index) ? shares : units * DebtIndexes.ONE / index;
        $.debts[key] = shares - burnt;
        DebtPool storage pool = $.pools[assetId];
        pool.debtShares -= uint128(burnt);
        pool.liquidity += uint128(units);
        return burnt == shares ? sets.withDebt(assetId, false) : sets;
    }

    function _clearDebt(uint256 account, AccountSets sets, uint256 assetId, uint256 funded)
        internal
        returns (AccountSets)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 key = BrokerageStorage.key(account, assetId);
        DebtPool storage pool = $.pools[assetId];
        pool.debtShares -= uint128($.debts[key]);
        pool.liquidity += uint128(funded);
        $.debts[key] = 0;
        return sets.withDebt(assetId, false);
    }

    function _takeCollateral(uint256 account, AccountSets sets, uint256 assetId, uint256 units)
        internal
        returns (AccountSets)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 key = BrokerageStorage.key(account, assetId);
        uint256 balance = $.collateral[key] - units;
        $.collateral[key] = balance;
        return balance == 0 ? sets.withCollateral(assetId, false) : sets;
    }

    function _pull(uint256 assetId, address from, uint256 units) internal {
        IERC20(_layout().limits[assetId].token).safeTransferFrom(from, address(this), units);
    }

    function _pay(uint256 assetId, address to, uint256 units) internal {
        IERC20(_layout().limits[assetId].token).safeTransfer(to, units);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageLedger } from "../../interfaces/IBrokerageLedger.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CollateralWords } from "../storage/CollateralWord.sol";
import { CollateralBook } from "./CollateralBook.sol";
import { DebtBook } from "./DebtBook.sol";

/// @title LedgerViews
/// @notice See `IBrokerageLedger`.
abstract contract LedgerViews is IBrokerageLedger, CollateralBook, DebtBook {
    /// @inheritdoc IBrokerageLedger
    function collateralOf(uint256 account, uint8 assetId) external view returns (uint256 amount) {
        return _collateralBalance(account, assetId);
    }

    /// @inheritdoc IBrokerageLedger
    function cashOf(uint256 account) external view returns (uint256 value) {
        return _layout().figures[account].cashValue;
    }

    /// @inheritdoc IBrokerageLedger
    function institutionCollateralOf(uint256 account, uint8 assetId) external view returns (uint256 amount) {
        return _institutionCollateral(account, assetId);
    }

    /// @inheritdoc IBrokerageLedger
    function totalCollateralUp(uint8 assetId) external view returns (uint256 amount) {
        BrokerageStorage.Layout storage $ = _layout();
        return $.limits[assetId].deposited * CollateralWords.grain($.assets[assetId].decimals());
    }

    /// @inheritdoc IBrokerageLedger
    function debtOf(uint256 account, uint8 assetId) external view returns (uint256 amount) {
        return _debtOf(account, assetId);
    }

    /// @inheritdoc IBrokerageLedger
    function debtSharesOf(uint256 account, uint8 assetId) external view returns (uint256 shares) {
        return _layout().debts[BrokerageStorage.key(account, assetId)].shares();
    }
}

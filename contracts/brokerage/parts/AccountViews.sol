// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageViews } from "../../interfaces/IBrokerageViews.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookPosition } from "../storage/BookPosition.sol";
import { BrokerageStorage, OpenInterest } from "../storage/BrokerageStorage.sol";
import { CreditLine, CreditLines } from "../storage/CreditLine.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title AccountViews
/// @notice What institutions and accounts have, as SPEC tells it and by asset.
abstract contract AccountViews is IBrokerageViews, BrokerageCore {
    using Valuation for Assessment;

    uint256 private constant SUB_ACCOUNTS = 256;

    /// @inheritdoc IBrokerageViews
    function enterpriseAccount(address institution) external view returns (IPrimeBrokerage.EnterpriseAccount memory) {
        BrokerageStorage.Layout storage $ = _layout();
        CreditLine line = $.lines[institution];
        uint256 exposed;
        uint256 first = uint256(uint160(institution)) << 8;
        for (uint256 account = first; account < first + SUB_ACCOUNTS; ++account) {
            AccountSets sets = $.sets[account];
            if (!sets.isFree()) exposed += Valuation.assessLiabilities($, account, sets).exposure();
        }
        bool isActive = line.has(CreditLines.ADMITTED) && _isVerified(_terms(), institution);
        return IPrimeBrokerage.EnterpriseAccount(institution, line.creditLimit(), exposed, isActive);
    }

    /// @inheritdoc IBrokerageViews
    function collateralBalances(uint256 account, address token) external view returns (uint256 units) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 idPlusOne = $.assetIds[token];
        return idPlusOne == 0 ? 0 : $.collateral[BrokerageStorage.key(account, idPlusOne - 1)].balance();
    }

    /// @inheritdoc IBrokerageViews
    function crossMarginPosition(uint256 account, uint8 assetId)
        external
        view
        returns (IPrimeBrokerage.CrossMarginPosition memory)
    {
        BrokerageStorage.Layout storage $ = _layout();
        if (assetId >= AccountSetBits.MAX_ASSETS) revert IPrimeBrokerage.AssetUnknown(assetId);
        BookPosition position = $.positions[BrokerageStorage.key(account, assetId)];
        RiskWord word = $.assets[assetId];
        int256 size = position.size();
        return IPrimeBrokerage.CrossMarginPosition(
            $.limits[assetId].token,
            size,
            Valuation.potentialUp(size, word),
            _marketValue(size, word),
            position.changedAt()
        );
    }

    /// @inheritdoc IBrokerageViews
    function positionOf(uint256 account, uint8 assetId) external view returns (PositionItem memory) {
        if (assetId >= AccountSetBits.MAX_ASSETS) revert IPrimeBrokerage.AssetUnknown(assetId);
        return _position(account, assetId);
    }

    /// @inheritdoc IBrokerageViews
    function portfolio(uint256 account)
        external
        view
        returns (CollateralItem[] memory collateral, DebtItem[] memory debts, PositionItem[] memory positions)
    {
        AccountSets sets = _opened(account);
        return (
            _collateral(account, sets.collateral()),
            _debts(account, sets.debts()),
            _positions(account, sets.positions())
        );
    }

    /// @inheritdoc IBrokerageViews
    function openInterestOf(uint8 assetId) external view returns (uint256 long, uint256 short) {
        OpenInterest memory sums = _layout().openInterest[assetId];
        return (sums.long, sums.short);
    }

    /// @inheritdoc IBrokerageViews
    function clearingCash() external view returns (int256 value) {
        return _layout().terms.clearingCashValue;
    }

    /// @dev Longs at the low price, rounded down; shorts at the high one, rounded up.
    function _marketValue(int256 size, RiskWord word) private pure returns (uint256) {
        if (size < 0) return Valuation.debtValueUp(word, uint256(-size));
        return uint256(size) * word.low() / word.oneToken();
    }

    function _collateral(uint256 account, uint256 bits) private view returns (CollateralItem[] memory items) {
        BrokerageStorage.Layout storage $ = _layout();
        items = new CollateralItem[](LibBit.popCount(bits));
        for (uint256 i; bits != 0; ++i) {
            uint256 id = LibBit.ffs(bits);
            bits &= bits - 1;
            uint256 units = $.collateral[BrokerageStorage.key(account, id)].balance();
            (uint256 value, uint256 adjusted) = Valuation.collateralDown($, id, $.assets[id], units);
            items[i] = CollateralItem(uint8(id), units, value, adjusted);
        }
    }

    function _debts(uint256 account, uint256 bits) private view returns (DebtItem[] memory items) {
        BrokerageStorage.Layout storage $ = _layout();
        items = new DebtItem[](LibBit.popCount(bits));
        for (uint256 i; bits != 0; ++i) {
            uint256 id = LibBit.ffs(bits);
            bits &= bits - 1;
            uint256 units =
                Valuation.debtUp($.debts[BrokerageStorage.key(account, id)].shares(), $.debtIndexes[id].currentUp());
            items[i] = DebtItem(uint8(id), units, Valuation.debtValueUp($.assets[id], units));
        }
    }

    function _positions(uint256 account, uint256 bits) private view returns (PositionItem[] memory items) {
        items = new PositionItem[](LibBit.popCount(bits));
        for (uint256 i; bits != 0; ++i) {
            uint256 id = LibBit.ffs(bits);
            bits &= bits - 1;
            items[i] = _position(account, id);
        }
    }

    function _position(uint256 account, uint256 id) private view returns (PositionItem memory) {
        BrokerageStorage.Layout storage $ = _layout();
        BookPosition position = $.positions[BrokerageStorage.key(account, id)];
        RiskWord word = $.assets[id];
        return PositionItem(
            uint8(id),
            position.size(),
            position.entryValue(),
            Valuation.profitDown(position, word),
            Valuation.potentialUp(position.size(), word),
            position.changedAt()
        );
    }
}

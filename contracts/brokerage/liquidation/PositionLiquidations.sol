// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IBrokerageLiquidation } from "../../interfaces/IBrokerageLiquidation.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { Assessment, Valuation } from "../parts/Valuation.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { LiquidationCase, LiquidationCore } from "./LiquidationCore.sol";

/// @title PositionLiquidations
/// @notice Positions of accounts that may be liquidated: taken over by others or closed.
abstract contract PositionLiquidations is IBrokerageLiquidation, LiquidationCore {
    uint256 private constant MOST_POSITIONS = 10;

    /// @inheritdoc IBrokerageLiquidation
    function takeOverPosition(uint256 account, uint256 taker, uint8 assetId, uint128 size, uint32 expectedNonce)
        external
        nonReentrant
        outsideBatch
    {
        RiskTerms book = _activeTerms(BrokerageGroups.LIQUIDATING);
        _requireRight(taker, AccountRights.TRADE);
        _requireStranger(account, BrokerageStorage.institutionOf(taker));
        _requireOtherIdentity(book, account, BrokerageStorage.institutionOf(taker));
        _requireLiquidator(book, account);
        LiquidationCase memory found = _liquidatable(account, book);
        _requireNonce(found, expectedNonce);
        (int256 taken, uint256 relief) = _excess(found, assetId, size);
        uint256 reward = relief * found.bonusBps / BPS;
        RiskWord word = _layout().assets[assetId];
        uint256 price = taken > 0 ? word.low() : word.highUp();
        AccountSets sets;
        (sets,) = _bookTrade(taker, _opened(taker), assetId, taken, price, word);
        (found.sets,) = _bookTrade(account, found.sets, assetId, -taken, price, word);
        found.sets = _realise(account, found.sets, -int256(reward));
        sets = _storeRealised(taker, sets, int256(reward));
        if (LibBit.popCount(sets.positions()) > MOST_POSITIONS) {
            revert IPrimeBrokerage.TooManyAssets(taker, MOST_POSITIONS);
        }
        _finish(found, _reassessed(found), false, 0);
        emit PositionTakenOver(account, taker, assetId, int128(taken), reward);
        Assessment memory nothing;
        _requireInitial(taker, sets, book, nothing, true);
    }

    /// @inheritdoc IBrokerageLiquidation
    function liquidatePosition(uint256 account, uint8 assetId, uint128 size) external nonReentrant outsideBatch {
        RiskTerms book = _activeTerms(BrokerageGroups.LIQUIDATING);
        LiquidationCase memory found = _liquidatable(account, book);
        bool isWithoutDebt = found.sets.debts() == 0;
        (int256 closed,) = _excess(found, assetId, size);
        RiskWord word = _layout().assets[assetId];
        uint256 price = closed > 0 ? word.low() : word.highUp();
        (found.sets,) = _bookTrade(account, found.sets, assetId, -closed, price, word);
        // A loss becomes debt, which is valued with the cash asset's spread: where nothing but losses is owed, there is
        // no other way to go on.
        _finish(found, _reassessed(found), isWithoutDebt, 0);
        emit PositionLiquidated(account, assetId, int128(closed));
    }

    /// @dev As much of a position as relieves the account up to its target ratio, and the exposure that it relieves it
    /// of, rounded up.
    function _excess(LiquidationCase memory found, uint8 assetId, uint128 most)
        private
        view
        returns (int256 size, uint256 relief)
    {
        size = _layout().positions[BrokerageStorage.key(found.account, assetId)].size();
        RiskWord word = _layout().assets[assetId];
        uint256 units = uint256(size < 0 ? -size : size);
        uint256 potential = Valuation.potentialUp(size, word);
        uint256 target = _targetBps(found.standing, found.terms);
        uint256 covered = found.standing.adjustedValue * BPS / target;
        uint256 excess = found.standing.exposureValue > covered ? found.standing.exposureValue - covered : 0;
        uint256 needed = excess < potential ? Math.mulDiv(units, excess, potential, Math.Rounding.Ceil) : units;
        if (needed > most) needed = most;
        if (needed == 0) revert NothingToLiquidate(found.account, assetId, assetId);
        size = size < 0 ? -int256(needed) : int256(needed);
        relief = Valuation.potentialUp(size, word);
    }

    function _storeRealised(uint256 account, AccountSets sets, int256 value) private returns (AccountSets changed) {
        changed = _realise(account, sets, value);
        _storeSets(account, sets, changed);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageAccountRisk } from "../../interfaces/IBrokerageAccountRisk.sol";
import { IBrokerageViews } from "../../interfaces/IBrokerageViews.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, GroupLine } from "../storage/BrokerageStorage.sol";
import { CreditLine } from "../storage/CreditLine.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { RiskViews } from "./RiskViews.sol";
import { Valuation } from "./Valuation.sol";

/// @title CapacityViews
/// @notice What an account could still withdraw or borrow.
abstract contract CapacityViews is RiskViews {
    /// @notice What margin rests on when an account has some units of one asset, and what it has of the others.
    struct Backing {
        uint256 adjusted;
        uint256 power;
        uint256 largest;
        uint256 cash;
    }

    /// @inheritdoc IBrokerageViews
    function maxWithdraw(uint256 account, uint8 assetId) external view returns (uint256 units) {
        BrokerageStorage.Layout storage $ = _layout();
        AccountSets sets = _opened(account);
        uint256 held = $.collateral[BrokerageStorage.key(account, assetId)].balance();
        if (held == 0 || sets.isFree()) return held;
        IBrokerageAccountRisk.AccountRisk memory risk = _risk(account, new int16[](0));
        uint256 needed = _shareUp(risk.exposureValue, risk.initialRatio);
        if (risk.stale || risk.powerValue < needed) return 0;
        Backing memory others = _others(account, sets, assetId);
        others.cash = risk.cashValue;
        RiskWord word = $.assets[assetId];
        RiskTerms terms = _terms();
        // The least that must stay lies in [least, enough].
        uint256 least;
        uint256 enough = held;
        while (least < enough) {
            uint256 kept = (least + enough) / 2;
            if (_powerWith(others, assetId, word, kept, terms) < needed) least = kept + 1;
            else enough = kept;
        }
        return held - enough;
    }

    /// @inheritdoc IBrokerageViews
    function maxBorrow(uint256 account, uint8 assetId) external view returns (uint256 units) {
        BrokerageStorage.Layout storage $ = _layout();
        IBrokerageAccountRisk.AccountRisk memory risk = _risk(account, new int16[](0));
        if (assetId >= $.assets.length) return 0;
        RiskWord word = $.assets[assetId];
        uint256 needed = RiskWords.SETTLEMENT | RiskWords.ACTIVE;
        if (RiskWord.unwrap(word) & needed != needed) return 0;
        if (risk.stale || block.timestamp > word.freshUntil()) return 0;
        uint256 index = $.debtIndexes[assetId].currentUp();
        uint256 shares = $.debts[BrokerageStorage.key(account, assetId)].shares();
        uint256 most = risk.powerValue * MarginRatios.WHOLE / risk.initialRatio;
        uint256 limit = _limitOf(account, _recordedExposure(account));
        if (limit < most) most = limit;
        uint256 other = risk.exposureValue - Valuation.debtValueUp(word, Valuation.debtUp(shares, index));
        if (most <= other) return 0;
        // What is borrowed is owed in whole shares, and shares are units rounded up.
        uint256 owed = (most - other) * word.oneToken() / word.highUp();
        uint256 mostShares = owed * DebtIndexes.ONE / index;
        return mostShares > shares ? (mostShares - shares) * index / DebtIndexes.ONE : 0;
    }

    /// @dev The most that the account may expose within its institution's and its group's limits.
    function _limitOf(uint256 account, uint256 recorded) private view returns (uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        CreditLine line = $.lines[BrokerageStorage.institutionOf(account)];
        uint256 today = block.timestamp / 1 days;
        if (today > line.facilityEndDay() || today > line.reviewDay()) return recorded;
        address institution = BrokerageStorage.institutionOf(account);
        uint256 most = _beyond(line.creditLimit(), _institutionExposure(institution) - recorded);
        if (line.group() != 0) {
            GroupLine memory group = $.groups[line.group()];
            uint256 own = BrokerageStorage.isMain(account) ? line.mainExposure() : recorded;
            uint256 free = _beyond(group.limit, group.exposure - own);
            if (free < most) most = free;
        }
        return most > recorded ? most : recorded;
    }

    function _beyond(uint256 limit, uint256 used) private pure returns (uint256) {
        return limit > used ? limit - used : 0;
    }

    function _others(uint256 account, AccountSets sets, uint256 assetId) private view returns (Backing memory others) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 bits = sets.withCollateral(assetId, false).collateral();
        while (bits != 0) {
            uint256 id = LibBit.ffs(bits);
            bits &= bits - 1;
            RiskWord word = $.assets[id];
            _add(others, id, word, $.collateral[BrokerageStorage.key(account, id)].balance());
        }
    }

    function _powerWith(Backing memory others, uint256 assetId, RiskWord word, uint256 units, RiskTerms terms)
        private
        view
        returns (uint256)
    {
        Backing memory all = Backing(others.adjusted, others.power, others.largest, others.cash);
        _add(all, assetId, word, units);
        uint256 addOn = Valuation.concentrationUp(all.largest, all.adjusted, terms);
        return (all.power > addOn ? all.power - addOn : 0) + all.cash;
    }

    function _add(Backing memory backing, uint256 assetId, RiskWord word, uint256 units) private view {
        (, uint256 lent) = Valuation.collateralDown(_layout(), assetId, word, units);
        backing.adjusted += lent;
        if (word.has(RiskWords.ACTIVE)) backing.power += lent;
        if (lent > backing.largest && !word.has(RiskWords.SETTLEMENT)) backing.largest = lent;
    }
}

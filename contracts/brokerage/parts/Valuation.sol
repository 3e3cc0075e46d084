// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookPosition } from "../storage/BookPosition.sol";
import { BrokerageStorage, HaircutPath } from "../storage/BrokerageStorage.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";

/// @notice What an account is worth and owes; all values with 8 decimals.
/// @param grossValue collateral at the low price, each balance rounded down
/// @param adjustedValue the same less haircuts and the concentration add-on, plus cash; without unrealised gains
/// @param powerValue as `adjustedValue`, of active assets alone: what new risk may rest on
/// @param gainValue unrealised gains in full, rounded down
/// @param debtValue debts at the high price, each rounded up
/// @param lossValue unrealised losses, each rounded up
/// @param potentialValue potential exposure of positions, each rounded up
/// @param staleAsset id plus one of an asset whose price is too old, zero when all are fresh
/// @param shocksBps moves of prices that the account is valued under, by asset id; none in any check
struct Assessment {
    uint256 grossValue;
    uint256 adjustedValue;
    uint256 powerValue;
    uint256 gainValue;
    uint256 debtValue;
    uint256 lossValue;
    uint256 potentialValue;
    uint256 staleAsset;
    int16[] shocksBps;
}

/// @title Valuation
/// @notice Values an account: the one path that checks, views and liquidations share.
library Valuation {
    uint256 private constant BPS = 10_000;
    uint256 private constant MILLI = 1000;

    /// @notice What the account's exposure comes to.
    function exposure(Assessment memory a) internal pure returns (uint256) {
        unchecked {
            return a.debtValue + a.lossValue + a.potentialValue;
        }
    }

    /// @notice Adjusted collateral for maintenance: with unrealised gains less their haircut, rounded down.
    function maintenanceDown(Assessment memory a, uint256 gainHaircutBps) internal pure returns (uint256) {
        unchecked {
            return a.adjustedValue + a.gainValue * (BPS - gainHaircutBps) / BPS;
        }
    }

    /// @notice Values everything that the account has and owes.
    /// @dev No figure overflows: balances and shares have 128 bits at most, prices 73, rates 14, and an account has 80
    /// assets at most.
    function assess(BrokerageStorage.Layout storage $, uint256 account, AccountSets sets, RiskTerms terms)
        internal
        view
        returns (Assessment memory a)
    {
        _assess($, account, sets, terms, a);
    }

    /// @notice The same under moves of prices.
    /// @param shocksBps one for each asset id from 0 on, none below minus the whole
    function assessShocked(
        BrokerageStorage.Layout storage $,
        uint256 account,
        AccountSets sets,
        RiskTerms terms,
        int16[] memory shocksBps
    ) internal view returns (Assessment memory a) {
        a.shocksBps = shocksBps;
        _assess($, account, sets, terms, a);
    }

    function _assess(
        BrokerageStorage.Layout storage $,
        uint256 account,
        AccountSets sets,
        RiskTerms terms,
        Assessment memory a
    ) private view {
        unchecked {
            _addCollateral($, account, sets.collateral(), terms, a);
            if (sets.has(AccountSetBits.FIGURES)) {
                uint256 cash = $.figures[account].cashValue;
                a.adjustedValue += cash;
                a.powerValue += cash;
            }
            _addLiabilities($, account, sets, a);
        }
    }

    /// @notice Values debts and positions alone: all that the exposure needs.
    function assessLiabilities(BrokerageStorage.Layout storage $, uint256 account, AccountSets sets)
        internal
        view
        returns (Assessment memory a)
    {
        _addLiabilities($, account, sets, a);
    }

    /// @notice What units of collateral are worth at the low price, and the same less the haircut, each rounded down.
    function collateralDown(BrokerageStorage.Layout storage $, uint256 assetId, RiskWord word, uint256 units)
        internal
        view
        returns (uint256 value, uint256 adjusted)
    {
        unchecked {
            uint256 product = units * word.low();
            uint256 one = word.oneToken();
            return (product / one, product * (BPS - haircutUp($, assetId, word)) / (one * BPS));
        }
    }

    /// @notice What units of debt come to at the high price, rounded up.
    function debtValueUp(RiskWord word, uint256 units) internal pure returns (uint256) {
        unchecked {
            uint256 one = word.oneToken();
            return (units * word.highUp() + one - 1) / one;
        }
    }

    /// @notice Profit of a position at the side that values it, rounded against its owner.
    function profitDown(BookPosition position, RiskWord word) internal pure returns (int256) {
        int256 size = position.size();
        return markDown(size, word) - position.entryValue();
    }

    /// @notice What a size is worth less its carry: longs at the low price, shorts at the high one, rounded down.
    function markDown(int256 size, RiskWord word) internal pure returns (int256) {
        return worthDown(size, size > 0 ? word.low() : word.highUp(), word);
    }

    /// @notice What a size is worth at a price less its carry, rounded down.
    function worthDown(int256 size, uint256 price, RiskWord word) internal pure returns (int256 value) {
        // 112 bits times 93, by at most 10^33.
        unchecked {
            int256 scale = int256(word.oneToken() * RiskWords.CARRY_SCALE);
            int256 product = size * (int256(price * RiskWords.CARRY_SCALE) - word.carry());
            value = product / scale;
            if (product < 0 && value * scale != product) --value;
        }
    }

    /// @notice Potential exposure of a size, rounded up.
    function potentialUp(int256 size, RiskWord word) internal pure returns (uint256) {
        unchecked {
            uint256 units = uint256(size < 0 ? -size : size);
            uint256 scale = word.oneToken() * BPS;
            return (units * word.highUp() * word.exposureBps() + scale - 1) / scale;
        }
    }

    /// @notice Units of a debt, rounded up.
    function debtUp(uint256 shares, uint256 index) internal pure returns (uint256) {
        unchecked {
            return (shares * index + DebtIndexes.ONE - 1) / DebtIndexes.ONE;
        }
    }

    /// @notice The haircut that holds now: on its way from one to another it moves linearly, rounded up.
    function haircutUp(BrokerageStorage.Layout storage $, uint256 assetId, RiskWord word)
        internal
        view
        returns (uint256)
    {
        if (!word.has(RiskWords.RAMPING)) return word.haircutBps();
        HaircutPath memory path = $.ramps[assetId];
        if (block.timestamp >= path.end) return path.toBps;
        if (block.timestamp <= path.start) return path.fromBps;
        unchecked {
            uint256 gone = block.timestamp - path.start;
            uint256 span = path.end - path.start;
            uint256 left = span - gone;
            return (path.fromBps * left + path.toBps * gone + span - 1) / span;
        }
    }

    function _word(BrokerageStorage.Layout storage $, uint256 id, Assessment memory a)
        private
        view
        returns (RiskWord word)
    {
        word = BrokerageStorage.assetAt($, id);
        if (a.shocksBps.length > id) word = word.shockedDown(a.shocksBps[id]);
    }

    function _addCollateral(
        BrokerageStorage.Layout storage $,
        uint256 account,
        uint256 bits,
        RiskTerms terms,
        Assessment memory a
    ) private view {
        uint256 largest;
        uint256 gross;
        uint256 adjusted;
        uint256 power;
        unchecked {
            while (bits != 0) {
                uint256 id = LibBit.ffs(bits);
                bits &= bits - 1;
                RiskWord word = _word($, id, a);
                if (block.timestamp > word.freshUntil()) a.staleAsset = id + 1;
                (uint256 value, uint256 lent) =
                    collateralDown($, id, word, $.collateral[BrokerageStorage.key(account, id)].balance());
                gross += value;
                // What can settle is no concentration.
                if (value > largest && !word.has(RiskWords.SETTLEMENT)) largest = value;
                adjusted += lent;
                if (word.has(RiskWords.ACTIVE)) power += lent;
            }
            uint256 cut = concentrationUp(largest, gross, terms);
            a.grossValue = gross;
            a.adjustedValue = adjusted > cut ? adjusted - cut : 0;
            a.powerValue = power > cut ? power - cut : 0;
        }
    }

    /// @notice What concentration cuts off, rounded up.
    /// @dev The threshold is at least a half, so that only the largest asset can be above it.
    function concentrationUp(uint256 largest, uint256 gross, RiskTerms terms) internal pure returns (uint256) {
        uint256 addOn = terms.concentrationAddOnMilli();
        if (addOn == 0) return 0;
        unchecked {
            uint256 free = gross * terms.concentrationMilli();
            largest *= MILLI;
            return largest > free ? ((largest - free) * addOn + MILLI * MILLI - 1) / (MILLI * MILLI) : 0;
        }
    }

    function _addLiabilities(BrokerageStorage.Layout storage $, uint256 account, AccountSets sets, Assessment memory a)
        private
        view
    {
        uint256 bits = sets.debts();
        if (bits != 0) _addDebts($, account, bits, a);
        bits = sets.positions();
        if (bits != 0) _addPositions($, account, bits, a);
    }

    function _addDebts(BrokerageStorage.Layout storage $, uint256 account, uint256 bits, Assessment memory a)
        private
        view
    {
        unchecked {
            while (bits != 0) {
                uint256 id = LibBit.ffs(bits);
                bits &= bits - 1;
                RiskWord word = _word($, id, a);
                if (block.timestamp > word.freshUntil()) a.staleAsset = id + 1;
                uint256 units = debtUp(
                    $.debts[BrokerageStorage.key(account, id)].shares(), BrokerageStorage.indexAt($, id).currentUp()
                );
                a.debtValue += debtValueUp(word, units);
            }
        }
    }

    function _addPositions(BrokerageStorage.Layout storage $, uint256 account, uint256 bits, Assessment memory a)
        private
        view
    {
        unchecked {
            while (bits != 0) {
                uint256 id = LibBit.ffs(bits);
                bits &= bits - 1;
                RiskWord word = _word($, id, a);
                if (block.timestamp > word.freshUntil()) a.staleAsset = id + 1;
                BookPosition position = $.positions[BrokerageStorage.key(account, id)];
                int256 profit = profitDown(position, word);
                if (profit < 0) a.lossValue += uint256(-profit);
                else a.gainValue += uint256(profit);
                a.potentialValue += potentialUp(position.size(), word);
            }
        }
    }
}

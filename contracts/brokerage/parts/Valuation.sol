// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { LibBit } from "solady/utils/LibBit.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookPosition } from "../storage/BookPosition.sol";
import { BrokerageStorage, HaircutPath } from "../storage/BrokerageStorage.sol";
import { CollateralWord } from "../storage/CollateralWord.sol";
import { DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { Assessment } from "./Assessment.sol";

/// @title Valuation
/// @notice Values an account: the one path that checks, views and liquidations share.
library Valuation {
    using BrokerageStorage for BrokerageStorage.Layout;
    using FixedPointMathLib for int256;
    using FixedPointMathLib for uint256;

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
        assessOnto($, account, sets, terms, a);
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
        // Every word is looked at closely, as if its time were over.
        uint256 time = shocksBps.length == 0 ? block.timestamp : type(uint256).max;
        _assess($, account, sets, terms, a, time, shocksBps);
    }

    function _assess(
        BrokerageStorage.Layout storage $,
        uint256 account,
        AccountSets sets,
        RiskTerms terms,
        Assessment memory a,
        uint256 time,
        int16[] memory shocksBps
    ) private view {
        uint256 largest = _add($, account, AccountSets.unwrap(sets), a, time, shocksBps);
        unchecked {
            uint256 lent = a.adjustedValue;
            uint256 power = lent - a.powerValue;
            if (terms.concentrationAddOnMilli() != 0) {
                uint256 addOn = concentrationUp(largest, lent, terms);
                (lent, power) = (lent.zeroFloorSub(addOn), power.zeroFloorSub(addOn));
            }
            if (sets.has(AccountSetBits.FIGURES)) {
                uint256 cash = $.figures[account].cashValue;
                (lent, power) = (lent + cash, power + cash);
            }
            (a.adjustedValue, a.powerValue) = (lent, power);
        }
    }

    /// @notice The same added to what is valued already.
    /// @param sets without what `a` has
    function assessOnto(
        BrokerageStorage.Layout storage $,
        uint256 account,
        AccountSets sets,
        RiskTerms terms,
        Assessment memory a
    ) internal view {
        int16[] memory none;
        _assess($, account, sets, terms, a, block.timestamp, none);
    }

    /// @notice Adds a debt that is left out of the account's sets, as valuing it from storage does.
    /// @param word of the asset that it is owed in
    /// @param units owed, rounded up
    function addDebt(Assessment memory a, uint256 assetId, RiskWord word, uint256 units) internal view {
        unchecked {
            if (block.timestamp > word.freshUntil()) a.staleAsset = assetId + 1;
            a.debtValue += debtValueUp(word, units);
        }
    }

    /// @notice Values debts and positions alone: all that the exposure needs.
    function assessLiabilities(BrokerageStorage.Layout storage $, uint256 account, AccountSets sets)
        internal
        view
        returns (Assessment memory a)
    {
        int16[] memory none;
        _add($, account, sets.liabilities(), a, block.timestamp, none);
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
            return (units * word.highUp() + one - 1).rawDiv(one);
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
    function worthDown(int256 size, uint256 price, RiskWord word) internal pure returns (int256) {
        return _worthDown(size, price, word, word.oneToken());
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

    /// @dev Values each asset of the sets once, whatever the account has of it. Returns the value less haircut of its
    /// largest collateral; what can settle is no concentration. `powerValue` is the part without power until the caller
    /// turns it round: nearly no asset is inactive. Words whose price is not fresh at `time` are looked at
    /// closely.
    function _add(
        BrokerageStorage.Layout storage $,
        uint256 account,
        uint256 sets,
        Assessment memory a,
        uint256 time,
        int16[] memory shocksBps
    ) private view returns (uint256 largest) {
        unchecked {
            uint256 used = AccountSetBits.union(sets);
            uint256 key = BrokerageStorage.key(account, 0);
            uint256 place = BrokerageStorage.firstWord();
            uint256 hashed = _hashed();
            while (used != 0) {
                // Ids in a row need no search.
                if (used & 1 == 0) {
                    uint256 gap = used & 2 != 0 ? 1 : LibBit.ffs(used);
                    (used, sets, key, place) = (used >> gap, sets >> gap, key + gap, place + gap);
                }
                RiskWord word;
                assembly ("memory-safe") {
                    word := sload(place)
                }
                if (time > word.freshUntil()) word = _closely(word, uint8(key), a, shocksBps);
                uint256 one = word.oneToken();
                if (sets & 1 != 0) largest = _addCollateral(key, hashed, word, one, largest, a);
                if (sets & (1 << AccountSetBits.POSITION_SHIFT) != 0) _addPosition(key, hashed, word, one, a);
                if (sets & (1 << AccountSetBits.DEBT_SHIFT) != 0) _addDebt($, key, word, one, a);
                (used, sets, key, place) = (used >> 1, sets >> 1, key + 1, place + 1);
            }
        }
    }

    /// @dev Memory of four words, of which the second and the last name where collateral and positions are: a key in
    /// front of either makes what is hashed for its place.
    function _hashed() private view returns (uint256 hashed) {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        mapping(uint256 => CollateralWord) storage collateral = $.collateral;
        mapping(uint256 => BookPosition) storage positions = $.positions;
        assembly ("memory-safe") {
            hashed := mload(0x40)
            mstore(0x40, add(hashed, 0x80))
            mstore(add(hashed, 0x20), collateral.slot)
            mstore(add(hashed, 0x60), positions.slot)
        }
    }

    function _closely(RiskWord word, uint256 id, Assessment memory a, int16[] memory shocksBps)
        private
        view
        returns (RiskWord)
    {
        // Of several prices that are too old the last asset's is named.
        if (block.timestamp > word.freshUntil() && a.staleAsset <= id) a.staleAsset = id + 1;
        return shocksBps.length > id ? word.shockedDown(shocksBps[id]) : word;
    }

    /// @dev Returns the largest value less haircut so far.
    function _addCollateral(
        uint256 key,
        uint256 hashed,
        RiskWord word,
        uint256 one,
        uint256 largest,
        Assessment memory a
    ) private view returns (uint256) {
        uint256 product;
        assembly ("memory-safe") {
            mstore(hashed, key)
            // Its lower half is the balance; the lowest 72 bits of the asset's word are its price.
            product := mul(shr(128, shl(128, sload(keccak256(hashed, 0x40)))), shr(184, shl(184, word)))
        }
        unchecked {
            a.grossValue += product.rawDiv(one);
            one *= BPS;
            // One look at three flags, of which most assets have the first alone.
            uint256 flags = RiskWord.unwrap(word) & (RiskWords.ACTIVE | RiskWords.RAMPING | RiskWords.SETTLEMENT);
            if (flags == RiskWords.ACTIVE) {
                product = (product * (BPS - word.haircutBps())).rawDiv(one);
                a.adjustedValue += product;
                return largest.max(product);
            }
            product = (product * (BPS - haircutUp(BrokerageStorage.load(), uint8(key), word))).rawDiv(one);
            a.adjustedValue += product;
            if (flags & RiskWords.ACTIVE == 0) a.powerValue += product;
            return flags & RiskWords.SETTLEMENT == 0 ? largest.max(product) : largest;
        }
    }

    /// @dev `potentialUp` and `profitDown` of a position, added up; a test compares it with the two. Assembly, because
    /// views of many positions consist of it.
    function _addPosition(uint256 key, uint256 hashed, RiskWord word, uint256 one, Assessment memory a) private view {
        // Sizes and entries of 112 bits, prices of 86, rates of 14; nothing overflows (see `assess`).
        assembly ("memory-safe") {
            let field := add(hashed, 0x40)
            mstore(field, key)
            let position := sload(keccak256(field, 0x40))
            let size := signextend(13, position)
            let price := and(word, 0xffffffffffffffffff)
            let high := add(price, div(add(mul(price, and(shr(72, word), 0x3fff)), 9999), BPS))
            let scale := mul(one, BPS)
            let sign := sar(255, size)
            let potential := mul(mul(sub(xor(size, sign), sign), high), and(shr(144, word), 0x3fff))
            field := add(a, 0xc0)
            mstore(field, add(mload(field), div(add(potential, sub(scale, 1)), scale)))
            // Longs are worth the low price, shorts the high one. Division cuts towards zero: below it, the divisor
            // less one is taken off before.
            if iszero(sgt(size, 0)) { price := high }
            scale := mul(one, 1000000)
            let product := mul(size, sub(mul(price, 1000000), sar(169, word)))
            product := sdiv(sub(product, and(sar(255, product), sub(scale, 1))), scale)
            product := sub(product, signextend(13, shr(112, position)))
            switch slt(product, 0)
            case 0 {
                field := add(a, 0x60)
                mstore(field, add(mload(field), product))
            }
            default {
                field := add(a, 0xa0)
                mstore(field, sub(mload(field), product))
            }
        }
    }

    function _addDebt(BrokerageStorage.Layout storage $, uint256 key, RiskWord word, uint256 one, Assessment memory a)
        private
        view
    {
        unchecked {
            uint256 units = debtUp($.debts[key].shares(), $.indexAt(uint8(key)).currentUp());
            uint256 low = word.low();
            uint256 high = low + (low * word.spreadBps() + BPS - 1) / BPS;
            a.debtValue += (units * high + one - 1).rawDiv(one);
        }
    }

    function _worthDown(int256 size, uint256 price, RiskWord word, uint256 one) private pure returns (int256) {
        // 112 bits times 93, by at most 10^33.
        unchecked {
            int256 scale = int256(one * RiskWords.CARRY_SCALE);
            int256 product = size * (int256(price * RiskWords.CARRY_SCALE) - word.carry());
            // Division cuts towards zero: below it, the divisor less one is taken off before.
            return (product - ((scale - 1) & (product >> 255))).rawSDiv(scale);
        }
    }

    /// @notice What concentration cuts off, rounded up.
    /// @dev Measured after haircuts: a cut by value would let a deposit with a deep haircut lower the ratio.
    /// The threshold is at least a half, so that only the largest asset can be above it.
    function concentrationUp(uint256 largest, uint256 adjusted, RiskTerms terms) internal pure returns (uint256) {
        uint256 addOn = terms.concentrationAddOnMilli();
        if (addOn == 0) return 0;
        unchecked {
            uint256 free = adjusted * terms.concentrationMilli();
            largest *= MILLI;
            return largest > free ? ((largest - free) * addOn + MILLI * MILLI - 1) / (MILLI * MILLI) : 0;
        }
    }
}

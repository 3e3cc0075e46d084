// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageTrading } from "../../interfaces/IBrokerageTrading.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { PositionMath } from "../math/PositionMath.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BookPosition, BookPositions } from "../storage/BookPosition.sol";
import { BrokerageStorage, OpenInterest } from "../storage/BrokerageStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { Realisation } from "./Realisation.sol";

/// @title PositionBook
/// @notice Both sides of every position: the account's and clearing's, booked with the same numbers (PB-11).
abstract contract PositionBook is Realisation {
    /// @notice Books a trade of an account with clearing and realises the profit of what it closes.
    /// @dev Checks neither margin nor price. Returns the account's sets, stored.
    /// @param traded units bought, negative when sold
    /// @param price per whole token
    function _bookTrade(uint256 account, AccountSets sets, uint256 assetId, int256 traded, uint256 price, RiskWord word)
        internal
        returns (AccountSets, int256 realised)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 key = BrokerageStorage.key(account, assetId);
        BookPosition before = $.positions[key];
        PositionMath.Outcome memory outcome = _outcome(before, traded, price, word);
        $.positions[key] = _packed(outcome.size, outcome.entry);
        _bookClearing(assetId, traded, outcome.entry - before.entryValue());
        _countInterest(assetId, before.size(), outcome.size);
        realised = outcome.realised;
        emit IBrokerageTrading.PositionChanged(account, assetId, traded, price, outcome.size, outcome.entry, realised);
        AccountSets changed = _realise(account, sets.withPosition(assetId, outcome.size != 0), realised);
        if (AccountSets.unwrap(changed) != AccountSets.unwrap(sets)) $.sets[account] = changed;
        return (changed, realised);
    }

    function _outcome(BookPosition before, int256 traded, uint256 price, RiskWord word)
        private
        pure
        returns (PositionMath.Outcome memory)
    {
        // Prices have 86 bits at most with their spread, units of a token 90.
        unchecked {
            int256 net = int256(price * RiskWords.CARRY_SCALE) - word.carry();
            int256 scale = int256(word.oneToken() * RiskWords.CARRY_SCALE);
            return PositionMath.book(before.size(), before.entryValue(), traded, net, scale);
        }
    }

    function _bookClearing(uint256 assetId, int256 traded, int256 entryChange) private {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 key = BrokerageStorage.key(BrokerageStorage.CLEARING, assetId);
        BookPosition position = $.positions[key];
        $.positions[key] = _packed(position.size() - traded, position.entryValue() - entryChange);
    }

    function _countInterest(uint256 assetId, int256 before, int256 size) private {
        BrokerageStorage.Layout storage $ = _layout();
        OpenInterest memory sums = $.openInterest[assetId];
        int256 long = int256(uint256(sums.long)) - _positive(before) + _positive(size);
        int256 short = int256(uint256(sums.short)) - _positive(-before) + _positive(-size);
        $.openInterest[assetId] = OpenInterest(SafeCast.toUint128(uint256(long)), SafeCast.toUint128(uint256(short)));
    }

    /// @dev Reverts when longs or shorts of an asset have grown and are above their cap.
    function _requireInterest(uint256 assetId, OpenInterest memory before) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        OpenInterest memory sums = $.openInterest[assetId];
        uint256 grown = sums.long > before.long ? sums.long : 0;
        if (sums.short > before.short && sums.short > grown) grown = sums.short;
        if (grown == 0) return;
        uint256 cap = $.limits[assetId].openInterestCap;
        if (grown > cap) revert IBrokerageTrading.OpenInterestExceeded(assetId, grown, cap);
    }

    function _packed(int256 size, int256 entry) private view returns (BookPosition) {
        if (size > BookPositions.MAX_SIZE || size < -BookPositions.MAX_SIZE) {
            revert IPrimeBrokerage.AmountTooLarge(_magnitude(size), uint256(BookPositions.MAX_SIZE));
        }
        if (entry > BookPositions.MAX_SIZE || entry < -BookPositions.MAX_SIZE) {
            revert IPrimeBrokerage.AmountTooLarge(_magnitude(entry), uint256(BookPositions.MAX_SIZE));
        }
        if (size == 0 && entry == 0) return BookPosition.wrap(0);
        return BookPositions.pack(size, entry, block.timestamp);
    }

    function _sizeOf(uint256 account, uint256 assetId) internal view returns (int256) {
        return _layout().positions[BrokerageStorage.key(account, assetId)].size();
    }

    function _magnitude(int256 number) internal pure returns (uint256) {
        return uint256(number < 0 ? -number : number);
    }

    function _positive(int256 number) private pure returns (int256) {
        return number > 0 ? number : int256(0);
    }
}

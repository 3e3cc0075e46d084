// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageTrading } from "../../interfaces/IBrokerageTrading.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { PositionMath } from "../math/PositionMath.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookTerms, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { AccountDesk } from "./AccountDesk.sol";
import { BrokerageFees } from "./BrokerageFees.sol";
import { PositionBook } from "./PositionBook.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title TradingCore
/// @notice What every way of trading shares: prices, limits on positions, and margin when a position shrinks.
abstract contract TradingCore is AccountDesk, BrokerageFees, PositionBook {
    using Valuation for Assessment;

    /// @dev Most positions of an account.
    uint256 internal constant MOST_POSITIONS = 10;

    /// @notice Adjusted collateral for maintenance, what it must cover, and the ratio asked for in per cent.
    struct Standing {
        uint256 maintained;
        uint256 exposed;
        uint256 ratio;
    }

    /// @dev The word of an asset that positions may be taken in, with a fresh price. A batch may renew prices after a
    /// trade, so that the check at its end is not enough.
    function _tradable(uint256 assetId) internal view returns (RiskWord word) {
        word = _listed(assetId);
        uint256 needed = RiskWords.TRADABLE | RiskWords.ACTIVE;
        if (RiskWord.unwrap(word) & needed != needed) revert IPrimeBrokerage.AssetNotUsable(assetId);
        if (block.timestamp > word.freshUntil()) {
            revert IPrimeBrokerage.PriceStale(assetId, word.updatedAt(), word.maxAge());
        }
    }

    function _listed(uint256 assetId) internal view returns (RiskWord word) {
        if (assetId >= AccountSetBits.MAX_ASSETS) revert IPrimeBrokerage.AssetUnknown(assetId);
        return _layout().assets[assetId];
    }

    /// @dev What clearing takes beyond the price: never more than what the exposure of the size falls by.
    function _spreadBps(RiskWord word) internal view returns (uint256) {
        uint256 spread = _layout().terms.tradeSpreadBps;
        uint256 exposure = word.exposureBps();
        return spread < exposure ? spread : exposure;
    }

    /// @dev High price plus the spread for a purchase, low price less it for a sale, rounded against the account.
    function _clearingPrice(RiskWord word, bool buying, uint256 spread) internal pure returns (uint256) {
        return buying ? PositionMath.dearerUp(word.highUp(), spread) : PositionMath.cheaperDown(word.low(), spread);
    }

    function _requireLimit(uint256 price, uint256 limitPrice, bool buying) internal pure {
        if (buying ? price > limitPrice : price < limitPrice) {
            revert IBrokerageTrading.PriceBeyondLimit(price, limitPrice);
        }
    }

    function _requireFewPositions(uint256 account, AccountSets sets) internal pure {
        if (LibBit.popCount(sets.positions()) > MOST_POSITIONS) {
            revert IPrimeBrokerage.TooManyAssets(account, MOST_POSITIONS);
        }
    }

    /// @notice Charges what a trade opens of a position, by its value in the cash asset; the fee is debt in that.
    /// @dev Returns the sets, stored.
    /// @param before size before the trade
    /// @param size after it
    function _chargeOpening(uint256 account, AccountSets sets, int256 before, int256 size, uint256 price, RiskWord word)
        internal
        returns (AccountSets more)
    {
        uint256 opened = _magnitude(size);
        if ((before > 0) == (size > 0)) opened = opened > _magnitude(before) ? opened - _magnitude(before) : 0;
        if (opened == 0) return sets;
        BrokerageStorage.Layout storage $ = _layout();
        uint256 id = $.terms.cashAsset;
        RiskWord cash = $.assets[id];
        uint256 value = opened * price / word.oneToken();
        uint256 fee = _chargeFee(account, id, $.limits[id].token, cash, value * cash.oneToken() / cash.highUp());
        if (fee == 0) return sets;
        (more,,,) = _owe(account, sets, id, fee, fee);
        _storeSets(account, sets, more);
    }

    /// @dev How the account stands against maintenance, at the last prices that were accepted.
    function _standing(uint256 account, AccountSets sets) internal view returns (Standing memory standing) {
        BrokerageStorage.Layout storage $ = _layout();
        BookTerms memory terms = $.terms;
        Assessment memory a = _assess(account, sets);
        standing.maintained = a.maintenanceDown(terms.gainHaircutBps);
        standing.exposed = a.exposure();
        unchecked {
            standing.ratio = MarginRatios.MAINTENANCE + terms.extraMaintenance;
            if (sets.has(AccountSetBits.FIGURES)) standing.ratio += $.figures[account].extraMaintenance;
        }
    }

    function _isMaintained(Standing memory standing) internal pure returns (bool) {
        return standing.maintained * MarginRatios.WHOLE >= standing.exposed * standing.ratio;
    }

    /// @dev Records what the account exposes after a position shrank. One that met maintenance must still do (PB-04).
    function _afterReduction(uint256 account, AccountSets sets, Standing memory before)
        internal
        returns (Standing memory standing)
    {
        standing = _standing(account, sets);
        if (_isMaintained(before) && !_isMaintained(standing)) {
            revert IPrimeBrokerage.MarginInsufficient(account, standing.maintained, standing.exposed, standing.ratio);
        }
        _afterRelief(account, sets);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageTrading } from "../../interfaces/IBrokerageTrading.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { OpenInterest } from "../storage/BrokerageStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { TradingCore } from "./TradingCore.sol";

/// @title PositionDesk
/// @notice Trades against clearing (PB-10, PB-11).
abstract contract PositionDesk is IBrokerageTrading, TradingCore {
    /// @inheritdoc IBrokerageTrading
    uint256 public constant MAX_POSITIONS = MOST_POSITIONS;

    /// @inheritdoc IBrokerageTrading
    uint256 public constant MAX_CLOSING_AGE = 1 days;

    /// @inheritdoc IBrokerageTrading
    function openPosition(uint256 account, uint8 assetId, int128 size, uint256 limitPrice)
        external
        onAccount(account)
        returns (int256 realisedValue)
    {
        RiskTerms terms = _activeTerms(BrokerageGroups.TRADING);
        _requireRight(account, AccountRights.TRADE);
        AccountSets sets = _opened(account);
        if (size == 0) revert IPrimeBrokerage.AmountZero();
        // Its magnitude is no number of its own type.
        if (size == type(int128).min) revert SizeInvalid(size);
        RiskWord word = _tradable(assetId);
        bool buying = size > 0;
        uint256 price = _clearingPrice(word, buying, _spreadBps(word));
        _requireLimit(price, limitPrice, buying);
        OpenInterest memory interest = _layout().openInterest[assetId];
        int256 held = _sizeOf(account, assetId);
        (sets, realisedValue) = _bookTrade(account, sets, assetId, size, price, word);
        _requireFewPositions(account, sets);
        _requireInterest(assetId, interest);
        if (terms.has(RiskTermWords.CHARGING)) {
            sets = _chargeOpening(account, sets, held, held + size, price, word);
        }
        _afterRisk(account, sets, terms, true);
    }

    /// @inheritdoc IBrokerageTrading
    function closePosition(uint256 account, uint8 assetId, uint128 size, uint256 limitPrice)
        external
        onAccount(account)
        returns (int256 realisedValue)
    {
        _requireRight(account, AccountRights.TRADE);
        AccountSets sets = _opened(account);
        if (size == 0) revert IPrimeBrokerage.AmountZero();
        RiskWord word = _listed(assetId);
        int256 held = _sizeOf(account, assetId);
        if (held == 0) revert PositionEmpty(account, assetId);
        int256 traded = int256(uint256(size));
        if (traded > int256(_magnitude(held))) traded = int256(_magnitude(held));
        if (held > 0) traded = -traded;
        bool stale = block.timestamp > word.freshUntil();
        uint256 spread = stale ? _staleSpreadBps(assetId, word) : _spreadBps(word);
        uint256 price = _clearingPrice(word, traded > 0, spread);
        _requireLimit(price, limitPrice, traded > 0);
        Standing memory before = _standing(account, sets);
        (sets, realisedValue) = _bookTrade(account, sets, assetId, traded, price, word);
        if (stale && realisedValue > 0) revert GainAtStalePrice(assetId, realisedValue);
        _afterReduction(account, sets, before);
    }

    /// @inheritdoc IBrokerageTrading
    function tradePrices(uint8 assetId) external view returns (uint256 buying, uint256 selling) {
        RiskWord word = _tradable(assetId);
        uint256 spread = _spreadBps(word);
        return (_clearingPrice(word, true, spread), _clearingPrice(word, false, spread));
    }

    /// @dev Who could choose the moment of a trade at a price that has moved on pays for as much as it may have moved.
    function _staleSpreadBps(uint256 assetId, RiskWord word) private view returns (uint256) {
        if (word.low() == 0 || block.timestamp > word.updatedAt() + MAX_CLOSING_AGE) {
            revert IPrimeBrokerage.PriceStale(assetId, word.updatedAt(), MAX_CLOSING_AGE);
        }
        return word.exposureBps();
    }
}

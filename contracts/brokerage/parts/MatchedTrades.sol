// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageMatching } from "../../interfaces/IBrokerageMatching.sol";
import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { PositionMath } from "../math/PositionMath.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { OpenInterest } from "../storage/BrokerageStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { TradingStorage } from "../storage/TradingStorage.sol";
import { Assessment } from "./Assessment.sol";
import { TradeOrders } from "./TradeOrders.sol";

/// @title MatchedTrades
/// @notice Trades between two accounts, by novation through clearing (PB-11).
abstract contract MatchedTrades is IBrokerageMatching, TradeOrders, AccessManagedUpgradeable {
    /// @dev A matched trade: units bought by the buyer, sold by the seller.
    struct Deal {
        uint256 assetId;
        int256 traded;
        uint256 price;
        RiskWord word;
        RiskTerms terms;
    }

    /// @inheritdoc IBrokerageMatching
    uint256 public constant MAX_MATCH_BAND_BPS = 1000;

    /// @inheritdoc IBrokerageMatching
    function matchTrade(
        TradeOrder calldata buy,
        bytes calldata buySignature,
        TradeOrder calldata sell,
        bytes calldata sellSignature,
        uint128 size,
        uint256 price
    ) external nonReentrant outsideBatch {
        Deal memory deal;
        deal.terms = _activeTerms(BrokerageGroups.TRADING);
        deal.word = _matched(buy, sell, price);
        (deal.assetId, deal.traded, deal.price) = (buy.assetId, int256(uint256(size)), price);
        bytes32 buyHash = _useOrder(buy, buySignature, size, sell.account);
        bytes32 sellHash = _useOrder(sell, sellSignature, size, buy.account);
        emit TradeMatched(buyHash, sellHash, deal.assetId, size, price);
        _novate(deal, buy.account, sell.account);
    }

    /// @inheritdoc IBrokerageMatching
    function cancelOrderNonce(uint256 nonce) external {
        _useNonce(msg.sender, nonce, true);
    }

    /// @inheritdoc IBrokerageMatching
    function raiseMatchBand(uint16 bandBps) external restricted {
        if (bandBps > MAX_MATCH_BAND_BPS) revert MatchBandTooWide(bandBps, MAX_MATCH_BAND_BPS);
        if (bandBps <= TradingStorage.load().matchBandBps) revert IBrokerageRisk.NotLooser("matchBand");
        _setMatchBand(bandBps);
    }

    /// @inheritdoc IBrokerageMatching
    function lowerMatchBand(uint16 bandBps) external restricted {
        if (bandBps >= TradingStorage.load().matchBandBps) revert IBrokerageRisk.NotStricter("matchBand");
        _setMatchBand(bandBps);
    }

    /// @inheritdoc IBrokerageMatching
    function matchBand() external view returns (uint16 bandBps) {
        return TradingStorage.load().matchBandBps;
    }

    /// @inheritdoc IBrokerageMatching
    function orderDigest(TradeOrder calldata order) external view returns (bytes32) {
        return _typedDigest(_hashOf(order));
    }

    /// @inheritdoc IBrokerageMatching
    function orderFilled(TradeOrder calldata order) external view returns (uint256 filled) {
        return TradingStorage.load().filled[_hashOf(order)];
    }

    /// @inheritdoc IBrokerageMatching
    function isOrderNonceUsed(address signer, uint256 nonce) external view returns (bool) {
        return (TradingStorage.load().nonces[signer][nonce >> 8] >> (nonce & 0xFF)) & 1 != 0;
    }

    /// @dev The asset's word, when the two orders fit each other and the price fits them and the market.
    function _matched(TradeOrder calldata buy, TradeOrder calldata sell, uint256 price)
        private
        view
        returns (RiskWord word)
    {
        if (buy.account == sell.account) revert OrdersUnfit("account");
        if (buy.assetId != sell.assetId) revert OrdersUnfit("assetId");
        if (buy.size <= 0 || sell.size >= 0 || sell.size == type(int256).min) revert OrdersUnfit("size");
        _requireLimit(price, buy.limitPrice, true);
        _requireLimit(price, sell.limitPrice, false);
        word = _tradable(buy.assetId);
        uint256 band = TradingStorage.load().matchBandBps;
        uint256 least = PositionMath.cheaperDown(word.low(), band);
        uint256 most = PositionMath.dearerUp(word.highUp(), band);
        if (price < least || price > most) revert PriceOutOfBand(price, least, most);
    }

    function _setMatchBand(uint16 bandBps) private {
        TradingStorage.load().matchBandBps = bandBps;
        emit MatchBandSet(bandBps);
    }

    /// @dev Both sides trade with clearing, which is left as it was.
    function _novate(Deal memory deal, uint256 buyer, uint256 seller) private {
        OpenInterest memory interest = _layout().openInterest[deal.assetId];
        _side(buyer, deal);
        deal.traded = -deal.traded;
        _side(seller, deal);
        _requireInterest(deal.assetId, interest);
    }

    function _side(uint256 account, Deal memory deal) private {
        AccountSets sets = _opened(account);
        int256 held = _sizeOf(account, deal.assetId);
        bool shrinks = (held > 0) != (deal.traded > 0) && _magnitude(deal.traded) <= _magnitude(held);
        if (shrinks) {
            Standing memory before = _standing(account, sets);
            (sets,) = _bookTrade(account, sets, deal.assetId, deal.traded, deal.price, deal.word);
            _requireNotLowered(account, before, _afterReduction(account, sets, before));
            return;
        }
        (sets,) = _bookTrade(account, sets, deal.assetId, deal.traded, deal.price, deal.word);
        _requireFewPositions(account, sets);
        if (deal.terms.has(RiskTermWords.CHARGING)) {
            sets = _chargeOpening(account, sets, held, held + deal.traded, deal.price, deal.word);
        }
        Assessment memory nothing;
        _requireInitial(account, sets, deal.terms, nothing, true);
    }

    /// @dev Who is below maintenance already may not be brought further down by the price that was agreed.
    function _requireNotLowered(uint256 account, Standing memory before, Standing memory standing) private pure {
        if (_isMaintained(standing)) return;
        if (standing.maintained * before.exposed < before.maintained * standing.exposed) revert RatioLowered(account);
    }
}

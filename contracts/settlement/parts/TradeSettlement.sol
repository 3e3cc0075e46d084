// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementInstructions } from "../../interfaces/ISettlementInstructions.sol";
import { ISettlementTrades } from "../../interfaces/ISettlementTrades.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { TradeCore } from "./TradeCore.sol";

/// @title TradeSettlement
/// @notice Settles one trade, leg against leg.
abstract contract TradeSettlement is ISettlementTrades, TradeCore {
    /// @inheritdoc ISettlementTrades
    /// @dev Everything is recorded before a token is called.
    function settle(
        ISettlementInstructions.Terms calldata terms,
        ISettlementInstructions.Side calldata delivery,
        ISettlementInstructions.Side calldata payment,
        uint256 quantity
    ) external nonReentrant whenGroupActive(SettlementGroups.TRADING) returns (bytes32 tradeId) {
        _requireWellFormed(terms);
        _requireDue(terms);
        tradeId = _tradeId(terms);
        uint256 amount = _consume(terms, tradeId, delivery, payment, quantity);
        (AssetWord security, AssetWord cash, uint256 securityParity, uint256 cashParity) = _tradable(terms);
        _count(terms.cash, cash, amount, 1);
        _countValue(cash, terms.receiver, terms.deliverer, amount, cashParity, 1);
        if (!security.has(AssetWords.SECURITY)) {
            _count(terms.security, security, quantity, 1);
            _countValue(security, terms.deliverer, terms.receiver, quantity, securityParity, 1);
        }
        emit TradeSettled(
            tradeId,
            terms.deliverer,
            terms.receiver,
            terms.security,
            quantity,
            terms.cash,
            amount,
            delivery.nonce,
            payment.nonce
        );
        _moveLeg(delivery.holdId, tradeId, terms.security, security, terms.deliverer, terms.receiver, quantity);
        _moveLeg(payment.holdId, tradeId, terms.cash, cash, terms.receiver, terms.deliverer, amount);
        // A hold was charged when it was ordered.
        if (payment.holdId != 0) return tradeId;
        _chargeFee(terms.cash, cash, terms.receiver, amount, cashParity, TRADE_COMPLEXITY);
    }
}

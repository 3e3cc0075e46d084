// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementInstructions } from "../../interfaces/ISettlementInstructions.sol";
import { ISettlementTradeNetting } from "../../interfaces/ISettlementTradeNetting.sol";
import { ISettlementTrades } from "../../interfaces/ISettlementTrades.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord } from "../storage/AssetWord.sol";
import { TradeCore } from "./TradeCore.sol";

/// @title TradeNetting
/// @notice Trades settled together, funds net and securities gross or net (SET-05).
abstract contract TradeNetting is ISettlementTradeNetting, TradeCore {
    /// @dev Net positions of a batch: a row of parties for each token.
    struct Positions {
        address[] tokens;
        AssetWord[] words;
        address[] parties;
        int256[][] net;
        uint256 tokenCount;
        uint256 partyCount;
    }

    uint256 private constant MOST_TRADES = 32;

    /// @inheritdoc ISettlementTradeNetting
    function settleTrades(
        DvpModel model,
        ISettlementInstructions.Terms[] calldata trades,
        ISettlementInstructions.Side[] calldata deliveries,
        ISettlementInstructions.Side[] calldata payments
    ) external nonReentrant whenGroupActive(SettlementGroups.TRADING) {
        uint256 count = trades.length;
        if (count == 0 || count > MOST_TRADES || deliveries.length != count || payments.length != count) {
            revert TradesInvalid(MOST_TRADES);
        }
        Positions memory positions = Positions({
            tokens: new address[](2 * count),
            words: new AssetWord[](2 * count),
            parties: new address[](2 * count),
            net: new int256[][](2 * count),
            tokenCount: 0,
            partyCount: 0
        });
        AssetWord[] memory securities = new AssetWord[](count);
        for (uint256 i; i < count; ++i) {
            securities[i] = _record(trades[i], deliveries[i], payments[i], model, positions);
        }
        uint256 movements = 0;
        if (model == DvpModel.NET_FUNDS) {
            for (uint256 i; i < count; ++i) {
                ISettlementInstructions.Terms calldata terms = trades[i];
                _move(terms.security, securities[i], terms.deliverer, terms.receiver, terms.quantity);
            }
            movements = count;
        }
        for (uint256 i; i < positions.tokenCount; ++i) {
            movements += _moveNet(positions.tokens[i], positions.words[i], positions.parties, positions.net[i]);
        }
        for (uint256 i; i < count; ++i) {
            ISettlementInstructions.Terms calldata terms = trades[i];
            AssetWord cash = _layout().assets[terms.cash];
            uint256 parity = _parityOf(cash.currency());
            _chargeFee(terms.cash, cash, terms.receiver, terms.amount, parity, TRADE_COMPLEXITY);
        }
        emit TradesNetted(model, count, movements);
    }

    /// @dev Everything of one trade but its movements.
    function _record(
        ISettlementInstructions.Terms calldata terms,
        ISettlementInstructions.Side calldata delivery,
        ISettlementInstructions.Side calldata payment,
        DvpModel model,
        Positions memory positions
    ) private returns (AssetWord security) {
        _requireWellFormed(terms);
        _requireDue(terms);
        if (delivery.holdId | payment.holdId != 0) revert ISettlementInstructions.TradeInvalid("holdId");
        bytes32 tradeId = _tradeId(terms);
        _consume(terms, tradeId, delivery, payment, terms.quantity);
        AssetWord cash;
        (security, cash,,) = _tradable(terms);
        _countLeg(terms.security, security, terms.deliverer, terms.receiver, terms.quantity);
        _countLeg(terms.cash, cash, terms.receiver, terms.deliverer, terms.amount);
        _add(positions, terms.cash, cash, terms.receiver, terms.deliverer, terms.amount);
        if (model == DvpModel.NET_BOTH) {
            _add(positions, terms.security, security, terms.deliverer, terms.receiver, terms.quantity);
        }
        emit ISettlementTrades.TradeSettled(
            tradeId,
            terms.deliverer,
            terms.receiver,
            terms.security,
            terms.quantity,
            terms.cash,
            terms.amount,
            delivery.nonce,
            payment.nonce
        );
    }

    function _add(Positions memory positions, address token, AssetWord word, address from, address to, uint256 amount)
        private
        pure
    {
        uint256 row;
        while (row < positions.tokenCount && positions.tokens[row] != token) ++row;
        if (row == positions.tokenCount) {
            (positions.tokens[row], positions.words[row]) = (token, word);
            positions.net[row] = new int256[](positions.parties.length);
            ++positions.tokenCount;
        }
        positions.net[row][_column(positions, from)] -= int256(amount);
        positions.net[row][_column(positions, to)] += int256(amount);
    }

    function _column(Positions memory positions, address party) private pure returns (uint256 column) {
        while (column < positions.partyCount && positions.parties[column] != party) ++column;
        if (column == positions.partyCount) {
            positions.parties[column] = party;
            ++positions.partyCount;
        }
    }
}

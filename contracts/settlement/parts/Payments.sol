// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementPayments } from "../../interfaces/ISettlementPayments.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord } from "../storage/AssetWord.sol";
import { SelectionCore } from "./SelectionCore.sol";

/// @title Payments
/// @notice Pays in the best eligible asset.
abstract contract Payments is ISettlementPayments, SelectionCore {
    /// @inheritdoc ISettlementPayments
    function pay(uint8 currency, address payee, uint256 value, uint8 acceptedTypes, bytes32 paymentReference)
        external
        nonReentrant
        whenGroupActive(SettlementGroups.PAYING)
        returns (address token, uint256 amount)
    {
        if (payee == msg.sender || value == 0 || value > type(uint96).max) {
            revert ISettlementSelection.PaymentInvalid();
        }
        Ask memory ask = _ask(currency, msg.sender, payee, value, acceptedTypes);
        AssetWord word;
        (token, word, amount) = _best(ask);
        _count(token, word, amount, 1);
        _countValue(word, msg.sender, payee, amount, ask.parity, 1);
        emit PaymentSettled(paymentReference, msg.sender, payee, token, amount, value);
        _move(token, word, msg.sender, payee, amount);
        _chargeFee(token, word, msg.sender, amount, ask.parity, 0);
    }

    function _best(Ask memory ask) private view returns (address token, AssetWord word, uint256 amount) {
        (address[] memory tokens, AssetWord[] memory words) = _candidates(ask.currency);
        uint256 first = 0;
        for (uint256 i; i < tokens.length; ++i) {
            uint256 reason;
            _bringBest(tokens, words, i);
            (token, word) = (tokens[i], words[i]);
            (reason, amount) = _judge(ask, token, word);
            if (reason == 0) return (token, word, amount);
            if (i == 0) first = reason;
        }
        revert ISettlementSelection.NoEligibleAsset(uint8(ask.currency), uint8(first));
    }
}

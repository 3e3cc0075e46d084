// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { ISettlementPayments } from "../../interfaces/ISettlementPayments.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { SettlementReasons } from "../SettlementReasons.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { SelectionCore } from "./SelectionCore.sol";

/// @title Payments
/// @notice Pays in the best eligible asset.
abstract contract Payments is ISettlementPayments, SelectionCore {
    using SafeERC20 for IERC20;

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
        (token, word, amount) = _payBest(ask, paymentReference);
        _count(token, word, amount, 1);
        _countValue(word, msg.sender, payee, amount, ask.parity, 1);
        emit PaymentSettled(paymentReference, msg.sender, payee, token, amount, value);
        _chargeFee(token, word, msg.sender, amount, ask.parity, 0);
    }

    /// @dev Pays in the first eligible asset whose token does not refuse. What was paid is counted afterwards, when it
    /// is known: the guard keeps out whoever a token calls meanwhile.
    function _payBest(Ask memory ask, bytes32 paymentReference)
        private
        returns (address token, AssetWord word, uint256 amount)
    {
        (address[] memory tokens, AssetWord[] memory words) = _candidates(ask.currency);
        uint256 first = 0;
        for (uint256 i; i < tokens.length; ++i) {
            uint256 reason;
            _bringBest(tokens, words, i);
            (token, word) = (tokens[i], words[i]);
            (reason, amount) = _judge(ask, token, word);
            if (reason == 0) {
                if (_tryMove(token, word, ask.payer, ask.payee, amount)) return (token, word, amount);
                reason = SettlementReasons.TOKEN_REFUSES;
                emit PaymentAssetPassedOver(paymentReference, token, uint8(reason));
            }
            if (i == 0) first = reason;
        }
        revert ISettlementSelection.NoEligibleAsset(uint8(ask.currency), uint8(first));
    }

    /// @dev Moves exactly an amount, or nothing when the token refuses.
    function _tryMove(address token, AssetWord word, address from, address to, uint256 amount)
        private
        returns (bool moved)
    {
        bool exact = word.has(AssetWords.COMPLIANT);
        uint256 before = exact ? 0 : SafeTransferLib.balanceOf(token, to);
        moved = IERC20(token).trySafeTransferFrom(from, to, amount);
        if (exact) return moved;
        uint256 received = SafeTransferLib.balanceOf(token, to) - before;
        // A token that says no and moves all the same must not be followed by another.
        if (received != (moved ? amount : 0)) revert ISettlementSelection.AmountNotExact(token, amount, received);
    }
}

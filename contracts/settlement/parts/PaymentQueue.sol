// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { ISettlementQueue } from "../../interfaces/ISettlementQueue.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord } from "../storage/AssetWord.sol";
import { Queue, SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title PaymentQueue
/// @notice Payments that wait for liquidity, first in first out within payer, asset and priority.
abstract contract PaymentQueue is ISettlementQueue, SettlementCore {
    /// @inheritdoc ISettlementQueue
    function queuePayment(address payee, address token, uint96 amount, Priority priority, uint40 expiry)
        external
        whenGroupActive(SettlementGroups.QUEUEING)
        returns (bytes32 paymentId)
    {
        if (payee == msg.sender || amount == 0 || expiry <= block.timestamp) {
            revert ISettlementSelection.PaymentInvalid();
        }
        _payable(token, _sharedJurisdictions(msg.sender, payee));
        return _append(QueuedPayment(msg.sender, amount, payee, expiry, priority, QueueStatus.PDNG, token));
    }

    /// @inheritdoc ISettlementQueue
    function cancelQueued(bytes32 paymentId) external {
        _withdraw(paymentId);
    }

    /// @inheritdoc ISettlementQueue
    function reprioritise(bytes32 paymentId, Priority priority)
        external
        whenGroupActive(SettlementGroups.QUEUEING)
        returns (bytes32 newId)
    {
        QueuedPayment memory payment = _withdraw(paymentId);
        payment.priority = priority;
        payment.status = QueueStatus.PDNG;
        return _append(payment);
    }

    /// @inheritdoc ISettlementQueue
    function settleQueue(address payer, address token, uint256 most)
        external
        nonReentrant
        whenGroupActive(SettlementGroups.QUEUEING)
        returns (uint256 settled)
    {
        for (uint256 priority; priority <= uint256(type(Priority).max); ++priority) {
            Queue storage queue = _layout().queues[_queueKey(payer, token, Priority(priority))];
            while (queue.head < queue.tail) {
                if (most == 0) return settled;
                --most;
                bytes32 paymentId = queue.payments[queue.head];
                QueueStatus status = _next(paymentId);
                if (status == QueueStatus.PDNG) return settled;
                ++queue.head;
                if (status == QueueStatus.ACSC) {
                    ++settled;
                    _settle(paymentId);
                }
            }
        }
    }

    /// @inheritdoc ISettlementQueue
    function queuedPayment(bytes32 paymentId) external view returns (QueuedPayment memory) {
        return _layout().queued[paymentId];
    }

    /// @inheritdoc ISettlementQueue
    function queueHead(address payer, address token, Priority priority)
        external
        view
        returns (bytes32 paymentId, uint256 length)
    {
        Queue storage queue = _layout().queues[_queueKey(payer, token, priority)];
        return (queue.payments[queue.head], queue.tail - queue.head);
    }

    function _append(QueuedPayment memory payment) private returns (bytes32 paymentId) {
        SettlementStorage.Layout storage $ = _layout();
        paymentId = bytes32(++$.queuedCount);
        $.queued[paymentId] = payment;
        Queue storage queue = $.queues[_queueKey(payment.payer, payment.token, payment.priority)];
        queue.payments[queue.tail++] = paymentId;
        emit PaymentQueued(paymentId, payment);
    }

    function _withdraw(bytes32 paymentId) private returns (QueuedPayment memory payment) {
        payment = _layout().queued[paymentId];
        if (payment.status != QueueStatus.PDNG) revert PaymentNotQueued(paymentId);
        if (payment.payer != msg.sender) revert NotThePayer(paymentId, msg.sender);
        _set(paymentId, QueueStatus.CANC);
    }

    /// @dev What becomes of the payment at the head now; `PDNG` when it has to wait.
    function _next(bytes32 paymentId) private returns (QueueStatus status) {
        QueuedPayment storage payment = _layout().queued[paymentId];
        status = payment.status;
        if (status != QueueStatus.PDNG) return status;
        if (block.timestamp >= payment.expiry) {
            _set(paymentId, QueueStatus.RJCT);
            return QueueStatus.RJCT;
        }
        IERC20 token = IERC20(payment.token);
        uint256 needed = payment.amount;
        if (_feeStructure() != address(0)) needed += _mostFeeDown(payment.payer, needed);
        bool covered =
            token.balanceOf(payment.payer) >= needed && token.allowance(payment.payer, address(this)) >= needed;
        return covered ? QueueStatus.ACSC : QueueStatus.PDNG;
    }

    function _settle(bytes32 paymentId) private {
        QueuedPayment memory payment = _layout().queued[paymentId];
        (AssetWord word, uint256 parity) = _payable(payment.token, _sharedJurisdictions(payment.payer, payment.payee));
        _set(paymentId, QueueStatus.ACSC);
        _countLeg(payment.token, word, payment.payer, payment.payee, payment.amount);
        _move(payment.token, word, payment.payer, payment.payee, payment.amount);
        _chargeFee(payment.token, word, payment.payer, payment.amount, parity, 0);
    }

    function _set(bytes32 paymentId, QueueStatus status) private {
        _layout().queued[paymentId].status = status;
        emit QueuedPaymentStatusChanged(paymentId, status);
    }

    function _queueKey(address payer, address token, Priority priority) private pure returns (bytes32) {
        return keccak256(abi.encode(payer, token, priority));
    }
}

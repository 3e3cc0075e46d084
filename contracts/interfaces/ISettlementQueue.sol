// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Queue of payments
/// @notice Payments that wait for their payer's liquidity, first in first out within payer, asset and priority. A more
/// urgent payment goes first; nothing overtakes within a priority. Cash-leg statuses are ISO 20022's: `PDNG` queued,
/// `ACSC` settled, `CANC` cancelled, `RJCT` expired.
interface ISettlementQueue {
    /// @notice Urgency of a payment.
    enum Priority {
        HIGHLY_URGENT,
        URGENT,
        NORMAL
    }

    /// @notice Where a queued payment stands.
    enum QueueStatus {
        NONE,
        PDNG,
        ACSC,
        CANC,
        RJCT
    }

    /// @notice A queued payment.
    struct QueuedPayment {
        address payer;
        uint96 amount;
        address payee;
        uint40 expiry;
        Priority priority;
        QueueStatus status;
        address token;
    }

    /// @notice A payment was queued (`PDNG`).
    event PaymentQueued(bytes32 indexed paymentId, QueuedPayment payment);
    /// @notice A queued payment's status changed.
    event QueuedPaymentStatusChanged(bytes32 indexed paymentId, QueueStatus status);

    /// @notice The payment is not waiting.
    error PaymentNotQueued(bytes32 paymentId);
    /// @notice The caller is not the payment's payer.
    error NotThePayer(bytes32 paymentId, address caller);

    /// @notice Queues a payment of the caller.
    /// @param expiry first second at which it is rejected instead
    function queuePayment(address payee, address token, uint96 amount, Priority priority, uint40 expiry)
        external
        returns (bytes32 paymentId);

    /// @notice Withdraws a queued payment; its payer alone.
    function cancelQueued(bytes32 paymentId) external;

    /// @notice Moves a queued payment to the end of another priority; its payer alone.
    function reprioritise(bytes32 paymentId, Priority priority) external returns (bytes32 newId);

    /// @notice Settles a payer's queue in an asset, most urgent first, until the next is not covered; anyone may.
    /// @dev While fees are on, covered means with the most that the payer has agreed to pay in fees.
    /// @param most payments to look at
    /// @return settled how many were paid
    function settleQueue(address payer, address token, uint256 most) external returns (uint256 settled);

    /// @notice A queued payment.
    function queuedPayment(bytes32 paymentId) external view returns (QueuedPayment memory);

    /// @notice The next payment of a queue and its length, cancelled ones included.
    function queueHead(address payer, address token, Priority priority)
        external
        view
        returns (bytes32 paymentId, uint256 length);
}

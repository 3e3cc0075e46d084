// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Delivery versus payment across chains
/// @notice In the manner of ERC-7573: on one chain an asset is locked under two keys, on the other a payment releases
/// one of them. No time-out decides: a lock ends by a key or by the bridge.
///
/// TRUST. Whoever holds the local role BRIDGE stands in for the decryption oracle: it says whether the payment was
/// made, and a wrong answer delivers or returns the asset wrongly. A trade across chains has the bridge's trust, not
/// the atomicity of `settle`.
interface ISettlementCrossChain {
    /// @notice Where a lock stands.
    enum LockStatus {
        NONE,
        INCEPTED,
        LOCKED,
        CLAIMED,
        RECLAIMED,
        CANCELLED
    }

    /// @notice An asset to be delivered against a payment on another chain.
    /// @param buyer who receives it with the buyer's key
    /// @param status where it stands
    /// @param seller who gets it back with the seller's key
    /// @param token what is delivered
    /// @param amount units of it
    /// @param sellerKeyHash hash of the key that returns it
    /// @param buyerKeyHash hash of the key that delivers it
    struct Lock {
        address buyer;
        LockStatus status;
        address seller;
        address token;
        uint128 amount;
        bytes32 sellerKeyHash;
        bytes32 buyerKeyHash;
    }

    /// @notice Where a payment for another chain's delivery stands.
    enum CrossPaymentStatus {
        NONE,
        ASKED,
        PAID,
        GIVEN_UP,
        KEY_RELEASED
    }

    /// @notice What was locked for a delivery.
    event DeliveryLocked(bytes32 indexed id, Lock lock);
    /// @notice What is to be paid for another chain's delivery.
    event CrossPaymentAsked(
        bytes32 indexed id, address indexed payer, address indexed payee, address token, uint256 amount
    );
    /// @notice A payment for another chain's delivery changed its status.
    event CrossPaymentStatusChanged(bytes32 indexed id, CrossPaymentStatus status);
    /// @notice The buyer asked for a delivery (ERC-7573).
    event TransferIncepted(address initiator, bytes32 id);
    /// @notice The seller locked the asset (ERC-7573).
    event TransferConfirmed(address confirmer, bytes32 id);
    /// @notice The asset went to the buyer (ERC-7573); the key is empty when the bridge decided.
    event TokenClaimed(bytes32 id, string key);
    /// @notice The asset went back to the seller (ERC-7573); the key is empty when the bridge decided.
    event TokenReclaimed(bytes32 id, string key);
    /// @notice The seller, or the buyer before it was locked, withdrew.
    event TransferCancelled(address by, bytes32 id);
    /// @notice The payee asked for a payment (ERC-7573).
    event PaymentTransferIncepted(address initiator, bytes32 id, uint256 amount);
    /// @notice The payment was made or given up: this encrypted key is to be decrypted (ERC-7573).
    event TransferKeyRequested(bytes32 id, string encryptedKey);
    /// @notice The decrypted key, as the bridge tells it (ERC-7573).
    event TransferKeyReleased(bytes32 id, bool success, string key);

    /// @notice The id is taken, or not in a status that allows this.
    error LockRefuses(bytes32 id, LockStatus status);
    /// @notice The call differs from what was incepted.
    error LockMismatch(bytes32 id);
    /// @notice The key opens nothing.
    error KeyUnknown(bytes32 id);

    /// @notice Asks for a delivery; the buyer calls.
    /// @param sellerKeyHash keccak256 of the key with which the seller takes it back
    function inceptDelivery(bytes32 id, address token, uint128 amount, address seller, bytes32 sellerKeyHash) external;

    /// @notice Locks the asset for it; the seller calls.
    /// @param buyerKeyHash keccak256 of the key with which the buyer claims it
    function confirmDelivery(bytes32 id, address token, uint128 amount, address buyer, bytes32 buyerKeyHash) external;

    /// @notice Withdraws a delivery that is not locked yet; buyer or seller.
    function cancelDelivery(bytes32 id) external;

    /// @notice Delivers or returns the asset, whichever the key opens; anyone may bring it.
    function transferWithKey(bytes32 id, string calldata key) external;

    /// @notice Delivers or returns the asset on the bridge's word. Local role BRIDGE.
    function completeDelivery(bytes32 id, bool paid) external;

    /// @notice Asks for a payment; the payee calls.
    function inceptPayment(
        bytes32 id,
        address token,
        uint128 amount,
        address payer,
        string calldata keyEncryptedSuccess,
        string calldata keyEncryptedFailure
    ) external;

    /// @notice Pays, and asks for the key of success; the payer calls.
    function payAndDecrypt(bytes32 id) external;

    /// @notice Gives the payment up, and asks for the key of failure; payer or payee.
    function cancelAndDecrypt(bytes32 id) external;

    /// @notice Publishes the decrypted key. Local role BRIDGE, once for each id.
    function releaseKey(bytes32 id, string calldata key) external;

    /// @notice Where a payment for another chain's delivery stands.
    function crossPaymentStatus(bytes32 id) external view returns (CrossPaymentStatus);

    /// @notice A payment for another chain's delivery as it stands.
    function crossPaymentOf(bytes32 id)
        external
        view
        returns (address payer, address payee, address token, uint256 amount, CrossPaymentStatus status);

    /// @notice A delivery as it stands.
    function lockOf(bytes32 id) external view returns (Lock memory);
}

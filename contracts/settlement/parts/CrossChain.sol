// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { ISettlementCrossChain } from "../../interfaces/ISettlementCrossChain.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord } from "../storage/AssetWord.sol";
import { IncomingPayment, SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title CrossChain
/// @notice Both ends of a delivery against a payment on another chain, in the manner of ERC-7573.
abstract contract CrossChain is ISettlementCrossChain, SettlementCore, LocalRoleBits {
    // ------------------------------------------------------------------ the asset's chain

    /// @inheritdoc ISettlementCrossChain
    function inceptDelivery(bytes32 id, address token, uint128 amount, address seller, bytes32 sellerKeyHash)
        external
        whenGroupActive(SettlementGroups.CROSSING)
    {
        Lock storage lock = _layout().locks[id];
        if (lock.status != LockStatus.NONE) revert LockRefuses(id, lock.status);
        if (amount == 0 || amount > type(uint96).max || seller == msg.sender || sellerKeyHash == 0) {
            revert LockMismatch(id);
        }
        _sharedJurisdictions(msg.sender, seller);
        _movable(token);
        (lock.buyer, lock.seller, lock.token, lock.amount) = (msg.sender, seller, token, amount);
        lock.sellerKeyHash = sellerKeyHash;
        lock.status = LockStatus.INCEPTED;
        emit TransferIncepted(msg.sender, id);
    }

    /// @inheritdoc ISettlementCrossChain
    function confirmDelivery(bytes32 id, address token, uint128 amount, address buyer, bytes32 buyerKeyHash)
        external
        nonReentrant
        whenGroupActive(SettlementGroups.CROSSING)
    {
        Lock storage lock = _layout().locks[id];
        if (lock.status != LockStatus.INCEPTED) revert LockRefuses(id, lock.status);
        bool same = lock.seller == msg.sender && lock.buyer == buyer && lock.token == token && lock.amount == amount;
        if (!same || buyerKeyHash == 0 || buyerKeyHash == lock.sellerKeyHash) revert LockMismatch(id);
        _sharedJurisdictions(msg.sender, buyer);
        AssetWord word = _movable(token);
        (lock.buyerKeyHash, lock.status) = (buyerKeyHash, LockStatus.LOCKED);
        _layout().held[token] += amount;
        emit TransferConfirmed(msg.sender, id);
        emit DeliveryLocked(id, lock);
        _move(token, word, msg.sender, address(this), amount);
    }

    /// @inheritdoc ISettlementCrossChain
    function cancelDelivery(bytes32 id) external {
        Lock storage lock = _layout().locks[id];
        if (lock.status != LockStatus.INCEPTED) revert LockRefuses(id, lock.status);
        if (msg.sender != lock.buyer && msg.sender != lock.seller) revert LockMismatch(id);
        lock.status = LockStatus.CANCELLED;
        emit TransferCancelled(msg.sender, id);
    }

    /// @inheritdoc ISettlementCrossChain
    function transferWithKey(bytes32 id, string calldata key) external nonReentrant {
        Lock storage lock = _layout().locks[id];
        bytes32 hash = keccak256(bytes(key));
        if (lock.status != LockStatus.LOCKED) revert LockRefuses(id, lock.status);
        if (hash != lock.buyerKeyHash && hash != lock.sellerKeyHash) revert KeyUnknown(id);
        _complete(id, hash == lock.buyerKeyHash, key);
    }

    /// @inheritdoc ISettlementCrossChain
    function completeDelivery(bytes32 id, bool paid) external onlyLocalRole(LocalRole.BRIDGE) nonReentrant {
        Lock storage lock = _layout().locks[id];
        if (lock.status != LockStatus.LOCKED) revert LockRefuses(id, lock.status);
        _complete(id, paid, "");
    }

    /// @inheritdoc ISettlementCrossChain
    function lockOf(bytes32 id) external view returns (Lock memory) {
        return _layout().locks[id];
    }

    // ------------------------------------------------------------------ the payment's chain

    /// @inheritdoc ISettlementCrossChain
    function inceptPayment(
        bytes32 id,
        address token,
        uint128 amount,
        address payer,
        string calldata keyEncryptedSuccess,
        string calldata keyEncryptedFailure
    ) external whenGroupActive(SettlementGroups.CROSSING) {
        IncomingPayment storage payment = _layout().incoming[id];
        if (
            payment.status != CrossPaymentStatus.NONE || amount == 0 || amount > type(uint96).max || payer == msg.sender
        ) {
            revert LockMismatch(id);
        }
        _payable(token, _sharedJurisdictions(payer, msg.sender));
        (payment.payer, payment.payee, payment.token, payment.amount) = (payer, msg.sender, token, amount);
        (payment.keyEncryptedSuccess, payment.keyEncryptedFailure) = (keyEncryptedSuccess, keyEncryptedFailure);
        _set(id, CrossPaymentStatus.ASKED);
        emit PaymentTransferIncepted(msg.sender, id, amount);
        emit CrossPaymentAsked(id, payer, msg.sender, token, amount);
    }

    /// @inheritdoc ISettlementCrossChain
    function payAndDecrypt(bytes32 id) external nonReentrant whenGroupActive(SettlementGroups.CROSSING) {
        IncomingPayment storage payment = _layout().incoming[id];
        (address payer, address payee, address token) = (payment.payer, payment.payee, payment.token);
        if (payment.status != CrossPaymentStatus.ASKED || msg.sender != payer) revert LockMismatch(id);
        uint256 amount = payment.amount;
        (AssetWord word, uint256 parity) = _payable(token, _sharedJurisdictions(payer, payee));
        _set(id, CrossPaymentStatus.PAID);
        _countLeg(token, word, payer, payee, amount);
        emit TransferKeyRequested(id, payment.keyEncryptedSuccess);
        _move(token, word, payer, payee, amount);
        _chargeFee(token, word, payer, amount, parity, TRADE_COMPLEXITY);
    }

    /// @inheritdoc ISettlementCrossChain
    function cancelAndDecrypt(bytes32 id) external {
        IncomingPayment storage payment = _layout().incoming[id];
        bool party = msg.sender == payment.payer || msg.sender == payment.payee;
        if (payment.status != CrossPaymentStatus.ASKED || !party) revert LockMismatch(id);
        _set(id, CrossPaymentStatus.GIVEN_UP);
        emit TransferKeyRequested(id, payment.keyEncryptedFailure);
    }

    /// @inheritdoc ISettlementCrossChain
    function releaseKey(bytes32 id, string calldata key) external onlyLocalRole(LocalRole.BRIDGE) {
        CrossPaymentStatus status = _layout().incoming[id].status;
        bool paid = status == CrossPaymentStatus.PAID;
        if (!paid && status != CrossPaymentStatus.GIVEN_UP) revert LockMismatch(id);
        _set(id, CrossPaymentStatus.KEY_RELEASED);
        emit TransferKeyReleased(id, paid, key);
    }

    /// @inheritdoc ISettlementCrossChain
    function crossPaymentStatus(bytes32 id) external view returns (CrossPaymentStatus) {
        return _layout().incoming[id].status;
    }

    /// @inheritdoc ISettlementCrossChain
    function crossPaymentOf(bytes32 id)
        external
        view
        returns (address payer, address payee, address token, uint256 amount, CrossPaymentStatus status)
    {
        IncomingPayment storage payment = _layout().incoming[id];
        return (payment.payer, payment.payee, payment.token, payment.amount, payment.status);
    }

    function _set(bytes32 id, CrossPaymentStatus status) private {
        _layout().incoming[id].status = status;
        emit CrossPaymentStatusChanged(id, status);
    }

    /// @dev Delivers or returns what is locked; the status was looked at.
    function _complete(bytes32 id, bool paid, string memory key) private {
        SettlementStorage.Layout storage $ = _layout();
        Lock storage lock = $.locks[id];
        (address token, uint256 amount, address buyer, address seller) =
            (lock.token, lock.amount, lock.buyer, lock.seller);
        AssetWord word = $.assets[token];
        lock.status = paid ? LockStatus.CLAIMED : LockStatus.RECLAIMED;
        $.held[token] -= amount;
        if (paid) {
            _sharedJurisdictions(seller, buyer);
            _countLeg(token, _movable(token), seller, buyer, amount);
            emit TokenClaimed(id, key);
        } else {
            emit TokenReclaimed(id, key);
        }
        _move(token, word, address(this), paid ? buyer : seller, amount);
    }
}

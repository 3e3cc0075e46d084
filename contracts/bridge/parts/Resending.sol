// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { ISettlementCrossChain } from "../../interfaces/ISettlementCrossChain.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { BridgeAssetWord, BridgeAssetWords } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { Arrivals } from "./Arrivals.sol";
import { Locking } from "./Locking.sol";

/// @title Resending
/// @notice What leaves beside plain transfers: repeated messages, returns, allotments, reports of payments.
abstract contract Resending is IBridgeRecovery, Arrivals, Locking, LocalRoleBits {
    using BridgeMessages for bytes;

    uint256 private constant OTHERS_AFTER = 7 days;
    uint256 private constant LIMIT_SHIFT = 248;

    /// @inheritdoc IBridgeRecovery
    function resend(bytes calldata message, IUniversalBridge.BridgeProtocol protocol) external payable nonReentrant {
        message.check();
        bytes32 id = keccak256(message);
        if (_layout().sent[id] != BridgeStorage.SENT) revert MessageNotSent(id);
        _requireSending(message.destinationChainId());
        uint256 gasLimit = _creditGasOf(message, _layout().assets[message.asset()].word()) + ENTRY_GAS;
        emit MessageResent(id, protocol);
        _hand(protocol, message.destinationChainId(), message, gasLimit);
    }

    /// @inheritdoc IBridgeRecovery
    function returnHome(bytes calldata message, IUniversalBridge.BridgeProtocol protocol)
        external
        payable
        nonReentrant
        returns (bytes32 returnId)
    {
        message.check();
        bytes32 id = keccak256(message);
        ArrivalRecord storage record = _layout().arrivals[id];
        if (record.status != IUniversalBridge.MessageStatus.PARKED) revert StatusRefuses(id, record.status);
        uint256 from = record.firstSeen + OTHERS_AFTER;
        bool agent = _hasLocalRole(LocalRole.AGENT, msg.sender);
        if (!agent && msg.sender != message.recipient() && block.timestamp < from) revert ReturnTooEarly(id, from);
        if (message.kind() == IUniversalBridge.MessageKind.ALLOTMENT) _requireAttested(id, message, record);
        record.status = IUniversalBridge.MessageStatus.RETURNED;
        BridgeMessage memory parts = _turned(message, id);
        returnId = _send(parts, _layout().assets[parts.asset].word(), protocol);
        emit MessageReturned(id, returnId);
    }

    /// @inheritdoc IBridgeRecovery
    function moveAllotment(
        address token,
        IRuleConfiguration.Limit limit,
        uint256 key,
        uint128 amount,
        uint256 destinationChainId,
        IUniversalBridge.BridgeProtocol protocol
    ) external payable onlyLocalRole(LocalRole.AGENT) nonReentrant returns (bytes32 id) {
        BridgeStorage.Layout storage $ = _layout();
        BridgeAssetWord terms = $.assets[token].word();
        bool known = $.remoteAssets[destinationChainId][token] != address(0);
        if (!known || !terms.has(BridgeStorage.REGULATED)) {
            revert IUniversalBridge.AssetUnknown(token, destinationChainId);
        }
        if (terms.has(BridgeStorage.PAUSED)) revert IUniversalBridge.AssetPaused(token);
        BridgeMessage memory parts = _addressed(IUniversalBridge.MessageKind.ALLOTMENT, destinationChainId);
        (parts.asset, parts.sender, parts.amount) = (token, msg.sender, amount);
        if (key >> LIMIT_SHIFT != 0) revert IRuleConfiguration.LimitUnknown(limit, key);
        parts.ref = bytes32((uint256(limit) << LIMIT_SHIFT) | key);
        id = _firstFree(BridgeMessages.encode(parts));
        IRuleConfiguration(address(IERC3643Metadata(token).identityRegistry()))
            .sendAllotment(token, limit, key, amount, id);
        _send(parts, terms, protocol);
    }

    /// @inheritdoc IBridgeRecovery
    function reportPayment(DeliveryTerms calldata terms, IUniversalBridge.BridgeProtocol protocol)
        external
        payable
        nonReentrant
        returns (bytes32)
    {
        bytes32 settlementId = keccak256(abi.encode(terms));
        bool paid = _paymentOf(terms, settlementId);
        BridgeMessage memory parts = _addressed(IUniversalBridge.MessageKind.DELIVERY, terms.deliveryChainId);
        (parts.asset, parts.sender, parts.recipient) = (address(uint160(block.chainid)), terms.payer, terms.payee);
        (parts.amount, parts.ref) = (paid ? 1 : 0, settlementId);
        return _send(parts, BridgeAssetWords.NONE, protocol);
    }

    /// @inheritdoc IBridgeRecovery
    function sentStatus(bytes32 id) external view returns (bool wasSent, bool cameBack) {
        uint256 status = _layout().sent[id];
        return (status != 0, status == BridgeStorage.CAME_BACK);
    }

    // ------------------------------------------------------------------ messages

    /// @dev A new message of this chain.
    function _addressed(IUniversalBridge.MessageKind kind, uint256 chainId)
        private
        view
        returns (BridgeMessage memory parts)
    {
        _requireSending(chainId);
        parts.kind = kind;
        parts.sourceChainId = uint64(block.chainid);
        parts.destinationChainId = uint64(chainId);
        parts.nonce = uint64(_firstNonce());
    }

    /// @dev The message that sends another one home. A transfer's has its number, so that home can tell what it was; an
    /// allotment's is an allotment.
    function _turned(bytes calldata message, bytes32 id) private view returns (BridgeMessage memory parts) {
        IUniversalBridge.MessageKind kind = message.kind();
        uint256 home = message.sourceChainId();
        address asset = _localAsset(message);
        if (asset == address(0)) revert IUniversalBridge.AssetUnknown(message.asset(), home);
        if (kind == IUniversalBridge.MessageKind.ALLOTMENT) {
            parts = _addressed(kind, home);
            parts.ref = message.ref();
        } else if (kind == IUniversalBridge.MessageKind.TRANSFER) {
            _requireSending(home);
            parts = message.decode();
            parts.kind = IUniversalBridge.MessageKind.RETURN;
            (parts.sourceChainId, parts.destinationChainId) = (parts.destinationChainId, parts.sourceChainId);
            parts.ref = id;
        } else {
            revert KindRefused(kind);
        }
        (parts.asset, parts.amount) = (asset, uint128(message.amount()));
        (parts.sender, parts.recipient) = (message.recipient(), message.sender());
    }

    /// @dev Home cannot tell whether an allotment that comes back was ever sent, as it can of a transfer.
    function _requireAttested(bytes32 id, bytes calldata message, ArrivalRecord storage record) private view {
        if (record.vetoed) revert MessageVetoed(id);
        uint256 active = LibBit.popCount(_activeVotes(record.votes, message.sourceChainId(), 0));
        uint256 required = _requiredVotes(message, BridgeAssetWords.NONE, _gateOf(message));
        if (active < required) revert AttestationsMissing(id, active, required);
    }

    function _send(BridgeMessage memory parts, BridgeAssetWord terms, IUniversalBridge.BridgeProtocol protocol)
        private
        returns (bytes32 id)
    {
        bytes memory message = BridgeMessages.encode(parts);
        id = _record(message);
        bool delivery = parts.kind == IUniversalBridge.MessageKind.DELIVERY;
        uint256 credit = delivery ? CONTROL_GAS : _creditGas(terms, parts.lots.length);
        _tellSent(id, parts.destinationChainId, 1 << uint256(protocol), message);
        _hand(protocol, parts.destinationChainId, message, credit + ENTRY_GAS);
    }

    /// @dev The lanes are in the main implementation.
    function _hand(IUniversalBridge.BridgeProtocol protocol, uint256 chainId, bytes memory message, uint256 gasLimit)
        private
    {
        uint256 fee =
            IUniversalBridge(address(this)).dispatch(protocol, chainId, message, gasLimit, msg.value, msg.sender);
        _refund(msg.value - fee);
    }

    /// @dev Whether the payment of these terms was made; reverts unless it was decided, here.
    function _paymentOf(DeliveryTerms calldata terms, bytes32 id) private view returns (bool paid) {
        address manager = _layout().settlement;
        if (manager == address(0) || terms.paymentChainId != block.chainid) revert PaymentUndecided(id);
        (address payer, address payee, address token, uint256 amount, ISettlementCrossChain.CrossPaymentStatus status) =
            ISettlementCrossChain(manager).crossPaymentOf(id);
        paid = status == ISettlementCrossChain.CrossPaymentStatus.PAID;
        bool same = payer == terms.payer && payee == terms.payee && token == terms.token && amount == terms.amount;
        if (!same || (!paid && status != ISettlementCrossChain.CrossPaymentStatus.GIVEN_UP)) {
            revert PaymentUndecided(id);
        }
    }
}

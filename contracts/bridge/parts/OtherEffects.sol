// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { ISettlementCrossChain } from "../../interfaces/ISettlementCrossChain.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { Crediting } from "./Crediting.sol";

/// @title OtherEffects
/// @notice What returns, allotments and deliveries do when they arrive.
abstract contract OtherEffects is IBridgeRecovery, Crediting {
    using BridgeMessages for bytes;

    uint256 private constant LIMIT_SHIFT = 248;

    /// @inheritdoc IBridgeRecovery
    function executeOther(bytes calldata message, address recipient, uint256 voters, uint256 required)
        external
        onlyBridge
    {
        IUniversalBridge.MessageKind kind = message.kind();
        if (kind == IUniversalBridge.MessageKind.RETURN) {
            _takeBack(message);
            _credit(message, recipient, voters, required);
        } else if (kind == IUniversalBridge.MessageKind.ALLOTMENT) {
            _receiveAllotment(message, voters);
        } else {
            _deliver(message, voters);
        }
    }

    /// @dev Only what this bridge sent comes back, whole and once: the message is written anew from its return.
    function _takeBack(bytes calldata message) private {
        BridgeStorage.Layout storage $ = _layout();
        BridgeMessage memory parts = message.decode();
        bytes32 id = parts.ref;
        parts.kind = IUniversalBridge.MessageKind.TRANSFER;
        (parts.sourceChainId, parts.destinationChainId) = (parts.destinationChainId, parts.sourceChainId);
        (parts.sender, parts.recipient) = (parts.recipient, parts.sender);
        parts.asset = $.localAssets[message.sourceChainId()][parts.asset];
        parts.ref = 0;
        bool ours = keccak256(BridgeMessages.encode(parts)) == id && $.sent[id] == BridgeStorage.SENT;
        if (!ours) revert IUniversalBridge.CreditRefused(BridgeReasons.REFERENCE_UNKNOWN);
        $.sent[id] = BridgeStorage.CAME_BACK;
    }

    function _receiveAllotment(bytes calldata message, uint256 voters) private {
        uint256 source = message.sourceChainId();
        (address token,) = _requireCreditable(source, message.asset(), voters);
        uint256 ref = uint256(message.ref());
        if (ref >> LIMIT_SHIFT > uint256(type(IRuleConfiguration.Limit).max)) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.REFERENCE_UNKNOWN);
        }
        bytes32 id = keccak256(message);
        uint256 amount = message.amount();
        emit IUniversalBridge.MessageCredited(id, source, token, address(0), amount);
        IRuleConfiguration(address(IERC3643Metadata(token).identityRegistry()))
            .receiveAllotment(
                token,
                IRuleConfiguration.Limit(ref >> LIMIT_SHIFT),
                (ref << (256 - LIMIT_SHIFT)) >> (256 - LIMIT_SHIFT),
                uint128(amount),
                id
            );
    }

    /// @dev The settlement's id is the hash of terms that name the payment's chain, and that chain's bridge reports
    /// payments of such terms alone: what a report says it is from must be where it comes from.
    function _deliver(bytes calldata message, uint256 voters) private {
        uint256 source = message.sourceChainId();
        _requireOpenLane(source, voters);
        if (uint160(message.asset()) != source) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.REFERENCE_UNKNOWN);
        }
        address manager = _layout().settlement;
        if (manager == address(0)) revert IUniversalBridge.CreditRefused(BridgeReasons.CALL_FAILED);
        emit IUniversalBridge.MessageCredited(keccak256(message), source, manager, address(0), 0);
        bool paid = message.amount() == 1;
        ISettlementCrossChain.LockStatus decided =
            paid ? ISettlementCrossChain.LockStatus.CLAIMED : ISettlementCrossChain.LockStatus.RECLAIMED;
        // Anybody may report as often as wanted: what was decided so before has nothing left to do.
        if (ISettlementCrossChain(manager).lockOf(message.ref()).status == decided) return;
        ISettlementCrossChain(manager).completeDelivery(message.ref(), paid);
    }
}

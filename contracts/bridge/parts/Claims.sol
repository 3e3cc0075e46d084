// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";
import { LibBit } from "solady/utils/LibBit.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { Arrivals } from "./Arrivals.sol";

/// @title Claims
/// @notice Messages that wait or are parked: claimed, released, vetoed, redirected.
abstract contract Claims is IBridgeRecovery, Arrivals, LocalRoleBits, AccessManagedUpgradeable {
    using BridgeMessages for bytes;

    /// @inheritdoc IBridgeRecovery
    function claim(bytes calldata message) external nonReentrant {
        message.check();
        _settle(message, message.recipient());
    }

    /// @inheritdoc IBridgeRecovery
    function redirect(bytes calldata message, address recipient, uint8 reason)
        external
        onlyLocalRole(LocalRole.AGENT)
        nonReentrant
    {
        message.check();
        if (!_movesAsset(message.kind())) revert KindRefused(message.kind());
        emit CreditRedirected(keccak256(message), recipient, reason, msg.sender);
        if (!_settle(message, recipient)) revert DelayRunning(keccak256(message), 0);
    }

    /// @inheritdoc IBridgeRecovery
    function release(bytes calldata message) external nonReentrant {
        message.check();
        bytes32 id = keccak256(message);
        ArrivalRecord memory record = _layout().arrivals[id];
        if (record.status != IUniversalBridge.MessageStatus.DELAYED) revert StatusRefuses(id, record.status);
        if (block.timestamp < record.releaseAt) revert DelayRunning(id, record.releaseAt);
        BridgeAssetWord terms = _localTerms(message);
        _proceed(id, record, message, Standing(terms, _requiredVotes(message, terms, _gateOf(message)), 0, true));
    }

    /// @inheritdoc IBridgeRecovery
    function veto(bytes32 id, uint8 reason) external restricted {
        ArrivalRecord storage record = _layout().arrivals[id];
        if (_isFinished(record.status)) revert StatusRefuses(id, record.status);
        record.vetoed = true;
        if (record.status == IUniversalBridge.MessageStatus.DELAYED) {
            (record.status, record.reason) = (IUniversalBridge.MessageStatus.PARKED, BridgeReasons.VETOED);
        }
        emit CreditVetoed(id, reason, msg.sender);
    }

    /// @inheritdoc IBridgeRecovery
    function liftVeto(bytes32 id) external restricted {
        ArrivalRecord storage record = _layout().arrivals[id];
        if (!record.vetoed) revert NotVetoed(id);
        record.vetoed = false;
        emit VetoLifted(id, msg.sender);
    }

    /// @inheritdoc IBridgeRecovery
    function arrivalOf(bytes32 id) external view returns (ArrivalRecord memory) {
        return _layout().arrivals[id];
    }

    /// @inheritdoc IBridgeRecovery
    function hasArrived(bytes32 id, IUniversalBridge.BridgeProtocol protocol) external view returns (bool) {
        return (_layout().arrivals[id].votes >> uint256(protocol)) & 1 != 0;
    }

    /// @dev Credits or reverts with what refuses; false when the message has to wait from now on.
    function _settle(bytes calldata message, address recipient) private returns (bool) {
        bytes32 id = keccak256(message);
        ArrivalRecord memory record = _layout().arrivals[id];
        if (
            record.status != IUniversalBridge.MessageStatus.PARKED
                && record.status != IUniversalBridge.MessageStatus.AWAITING
        ) revert StatusRefuses(id, record.status);
        if (record.vetoed) revert MessageVetoed(id);
        BridgeAssetWord terms = _localTerms(message);
        uint256 required = _requiredVotes(message, terms, _gateOf(message));
        uint256 active = _activeVotes(record.votes, message.sourceChainId(), 0);
        uint256 count = LibBit.popCount(active);
        if (count < required) revert AttestationsMissing(id, count, required);
        if (_delayed(id, record, message, terms)) return false;
        if (block.timestamp < record.releaseAt) revert DelayRunning(id, record.releaseAt);
        _finish(id, record);
        Address.functionCall(address(this), _effect(message, recipient, active, required));
        return true;
    }
}

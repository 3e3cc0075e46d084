// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementHolds } from "../../interfaces/ISettlementHolds.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title Holds
/// @notice Units set aside for one payee (SET-08).
abstract contract Holds is ISettlementHolds, SettlementCore {
    /// @inheritdoc ISettlementHolds
    function hold(
        bytes32 holdId,
        address token,
        uint128 amount,
        address payee,
        address notary,
        bytes32 tradeId,
        uint40 expiry
    ) external nonReentrant whenGroupActive(SettlementGroups.HOLDING) returns (bytes32 id) {
        SettlementStorage.Layout storage $ = _layout();
        if (amount == 0 || amount > type(uint96).max) revert HoldInvalid("amount");
        if (payee == msg.sender) revert HoldInvalid("payee");
        if ((notary == address(0)) == (tradeId == 0)) revert HoldInvalid("notary");
        if (expiry <= block.timestamp) revert HoldInvalid("expiry");
        _sharedJurisdictions(msg.sender, payee);
        AssetWord word = _movable(token);
        id = keccak256(abi.encode(msg.sender, holdId));
        if ($.holds[id].status != HoldStatus.NONE) revert HoldExists(id);
        Hold memory ordered = Hold(msg.sender, expiry, HoldStatus.ORDERED, payee, token, amount, 0, notary, tradeId);
        $.holds[id] = ordered;
        $.held[token] += amount;
        emit HoldOrdered(id, ordered);
        _move(token, word, msg.sender, address(this), amount);
        if (word.has(AssetWords.SECURITY)) return id;
        _chargeFee(token, word, msg.sender, amount, _parityOf(word.currency()), tradeId == 0 ? 0 : TRADE_COMPLEXITY);
    }

    /// @inheritdoc ISettlementHolds
    function executeHold(bytes32 holdId, uint128 amount)
        external
        nonReentrant
        whenGroupActive(SettlementGroups.HOLDING)
    {
        SettlementStorage.Layout storage $ = _layout();
        Hold storage found = _open(holdId);
        (address token, address payer, address payee) = (found.token, found.payer, found.payee);
        if (msg.sender != found.notary) revert HoldNotYours(holdId, msg.sender);
        if (block.timestamp >= found.expiry) revert HoldExpired(holdId, found.expiry);
        uint256 remaining = uint256(found.amount) - found.executed;
        if (amount == 0 || amount > remaining) revert HoldAmount(holdId, amount, remaining);
        _sharedJurisdictions(payer, payee);
        AssetWord word = _movable(token);
        found.executed += amount;
        if (amount == remaining) found.status = HoldStatus.EXECUTED;
        $.held[token] -= amount;
        _countLeg(token, word, payer, payee, amount);
        emit HoldExecuted(holdId, amount, remaining - amount);
        _move(token, word, address(this), payee, amount);
    }

    /// @inheritdoc ISettlementHolds
    function releaseHold(bytes32 holdId) external nonReentrant {
        SettlementStorage.Layout storage $ = _layout();
        Hold storage found = _open(holdId);
        address token = found.token;
        HoldStatus status = HoldStatus.RELEASED_ON_EXPIRATION;
        if (msg.sender == found.notary) {
            status = HoldStatus.RELEASED_BY_NOTARY;
        } else if (msg.sender == found.payee) {
            status = HoldStatus.RELEASED_BY_PAYEE;
        } else if (block.timestamp < found.expiry) {
            revert HoldNotYours(holdId, msg.sender);
        }
        uint256 amount = uint256(found.amount) - found.executed;
        found.status = status;
        $.held[token] -= amount;
        emit HoldReleased(holdId, status, amount);
        _move(token, $.assets[token], address(this), found.payer, amount);
    }

    /// @inheritdoc ISettlementHolds
    function renewHold(bytes32 holdId, uint40 expiry) external {
        Hold storage found = _open(holdId);
        if (msg.sender != found.payer) revert HoldNotYours(holdId, msg.sender);
        if (block.timestamp >= found.expiry) revert HoldExpired(holdId, found.expiry);
        if (expiry <= found.expiry) revert HoldInvalid("expiry");
        found.expiry = expiry;
        emit HoldRenewed(holdId, expiry);
    }

    /// @inheritdoc ISettlementHolds
    function holdOf(bytes32 holdId) external view returns (Hold memory) {
        return _layout().holds[holdId];
    }

    /// @inheritdoc ISettlementHolds
    function heldOf(address token) external view returns (uint256) {
        return _layout().held[token];
    }

    function _open(bytes32 holdId) private view returns (Hold storage found) {
        found = _layout().holds[holdId];
        if (found.status != HoldStatus.ORDERED) revert HoldNotOpen(holdId, found.status);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { ISettlementHolds } from "../../interfaces/ISettlementHolds.sol";
import { ISettlementInstructions } from "../../interfaces/ISettlementInstructions.sol";
import { ReasonCodes } from "../../token/compliance/ReasonCodes.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWords } from "../storage/AssetWord.sol";
import { InstructionRecord, SettlementStorage } from "../storage/SettlementStorage.sol";
import { TradeCore } from "./TradeCore.sol";

/// @title Instructions
/// @notice Instructions that wait for their match or their date, and their status graph (SET-10).
abstract contract Instructions is ISettlementInstructions, TradeCore, AccessManagedUpgradeable {
    /// @inheritdoc ISettlementInstructions
    function submitInstruction(Terms calldata terms, uint8 side, Side calldata own)
        external
        whenGroupActive(SettlementGroups.TRADING)
        returns (bytes32 instruction)
    {
        return _submit(terms, side, own);
    }

    /// @inheritdoc ISettlementInstructions
    function cancelInstruction(Terms calldata terms, uint8 side, Side calldata own) external {
        _cancel(terms, side, own);
    }

    /// @inheritdoc ISettlementInstructions
    function replaceInstruction(
        Terms calldata oldTerms,
        Side calldata oldOwn,
        Terms calldata newTerms,
        Side calldata newOwn,
        uint8 side
    ) external whenGroupActive(SettlementGroups.TRADING) returns (bytes32 instruction) {
        Status left = _cancel(oldTerms, side, oldOwn);
        if (left != Status.CANC) revert StatusRefuses(_instruction(_tradeId(oldTerms), side, oldOwn), left);
        return _submit(newTerms, side, newOwn);
    }

    /// @inheritdoc ISettlementInstructions
    function cancelNonce(uint256 nonce) external {
        _useNonce(msg.sender, nonce, true);
        emit NonceCancelled(msg.sender, nonce);
    }

    /// @inheritdoc ISettlementInstructions
    function setRateBand(uint16 bandBps) external restricted {
        _layout().rateBandBps = bandBps;
        emit RateBandSet(bandBps);
    }

    /// @inheritdoc ISettlementInstructions
    function instructionDigest(Terms calldata terms, uint8 side, Side calldata own) external view returns (bytes32) {
        return _digest(_domain(), _instruction(_tradeId(terms), side, own));
    }

    /// @inheritdoc ISettlementInstructions
    function tradeIdOf(Terms calldata terms) external pure returns (bytes32) {
        return _tradeId(terms);
    }

    /// @inheritdoc ISettlementInstructions
    function instructionStatus(bytes32 instruction) external view returns (Status status, uint256 settled) {
        InstructionRecord memory record = _layout().instructions[instruction];
        return (record.status, record.settled);
    }

    /// @inheritdoc ISettlementInstructions
    function isNonceUsed(address party, uint256 nonce) external view returns (bool) {
        return (_layout().nonces[party][nonce >> 8] >> (nonce & 0xFF)) & 1 != 0;
    }

    /// @inheritdoc ISettlementInstructions
    function pendingReason(Terms calldata terms, Side calldata delivery, Side calldata payment)
        external
        view
        returns (bytes4)
    {
        if (block.timestamp > terms.cutOff) return "LATE";
        if (block.timestamp < terms.settlementDate) return "FUTU";
        if (_pausedGroups() & SettlementGroups.TRADING != 0) return "PREA";
        bytes32 tradeId = _tradeId(terms);
        uint256 filled = _layout().filled[_instruction(tradeId, DELIVERS, delivery)];
        uint256 quantity = terms.quantity - filled;
        uint256 amount = terms.amount - terms.amount * filled / terms.quantity;
        if (_short(delivery.holdId, terms.security, terms.deliverer, terms.receiver, quantity)) return "LACK";
        if (_short(payment.holdId, terms.cash, terms.receiver, terms.deliverer, amount)) return "MONY";
        return 0;
    }

    // ------------------------------------------------------------------ submitting and cancelling

    function _submit(Terms calldata terms, uint8 side, Side calldata own) private returns (bytes32 instruction) {
        _requireWellFormed(terms);
        if (block.timestamp > terms.cutOff) revert CutOffPassed(terms.cutOff);
        SettlementStorage.Layout storage $ = _layout();
        bytes32 tradeId = _tradeId(terms);
        instruction = _instruction(tradeId, side, own);
        address party = _partyOf(terms, side);
        if ($.instructions[instruction].status != Status.NONE) {
            revert StatusRefuses(instruction, $.instructions[instruction].status);
        }
        bytes32 earlier = $.matching[tradeId][side];
        if (_isOpen($.instructions[earlier].status)) revert StatusRefuses(earlier, $.instructions[earlier].status);
        if (own.signature.length != 0 || msg.sender != party) {
            _requireSigned(_domain(), party, instruction, own.signature);
        }
        _useNonce(party, own.nonce, true);
        $.matching[tradeId][side] = instruction;
        $.instructions[instruction].status = Status.NMAT;
        emit InstructionSubmitted(tradeId, instruction, side, terms, own.nonce, own.minimumPart, own.holdId);
        bytes32 other = $.matching[tradeId][1 - side];
        if ($.instructions[other].status == Status.NMAT) {
            _set(tradeId, instruction, Status.MACH);
            _set(tradeId, other, Status.MACH);
        }
    }

    function _cancel(Terms calldata terms, uint8 side, Side calldata own) private returns (Status left) {
        SettlementStorage.Layout storage $ = _layout();
        address party = _partyOf(terms, side);
        if (msg.sender != party) revert NotTheParty(msg.sender, party);
        bytes32 tradeId = _tradeId(terms);
        bytes32 instruction = _instruction(tradeId, side, own);
        Status status = $.instructions[instruction].status;
        if (status == Status.NMAT) {
            left = Status.CANC;
        } else if (status == Status.MACH) {
            bytes32 other = $.matching[tradeId][1 - side];
            left = $.instructions[other].status == Status.CANR ? Status.CANC : Status.CANR;
            if (left == Status.CANC) _set(tradeId, other, Status.CANC);
        } else {
            revert StatusRefuses(instruction, status);
        }
        _set(tradeId, instruction, left);
    }

    function _partyOf(Terms calldata terms, uint8 side) private pure returns (address) {
        if (side > PAYS) revert TradeInvalid("side");
        return side == DELIVERS ? terms.deliverer : terms.receiver;
    }

    function _isOpen(Status status) private pure returns (bool) {
        return status == Status.NMAT || status == Status.MACH || status == Status.CANR;
    }

    function _set(bytes32 tradeId, bytes32 instruction, Status status) private {
        _layout().instructions[instruction].status = status;
        emit InstructionStatusChanged(tradeId, instruction, status);
    }

    /// @dev Whether a leg is not covered: by its hold, by balance and allowance, or in the token's own opinion.
    function _short(bytes32 holdId, address token, address from, address to, uint256 amount)
        private
        view
        returns (bool)
    {
        if (holdId != 0) {
            ISettlementHolds.Hold storage found = _layout().holds[holdId];
            return found.status != ISettlementHolds.HoldStatus.ORDERED || block.timestamp >= found.expiry
                || uint256(found.amount) - found.executed < amount;
        }
        if (_layout().assets[token].has(AssetWords.COMPLIANT)) {
            IComplianceAwareToken asked = IComplianceAwareToken(token);
            return asked.detectTransferRestrictionFrom(address(this), from, to, amount) != ReasonCodes.OK;
        }
        return IERC20(token).balanceOf(from) < amount || IERC20(token).allowance(from, address(this)) < amount;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";
import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementFees } from "../../interfaces/ISettlementFees.sol";
import { SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title SettlementFees
/// @notice Who prices fees, what participants agree to, and paying out what was collected.
abstract contract SettlementFees is ISettlementFees, SettlementCore, AccessManagedUpgradeable {
    /// @inheritdoc ISettlementFees
    function setFeeStructure(address feeStructure_) external restricted {
        if (feeStructure_ != address(0) && feeStructure_.code.length == 0) {
            revert ISettlementAssetManager.AddressWithoutCode(feeStructure_);
        }
        // Beside the pause word, which every settlement reads: fees that are off cost nothing.
        _setPauseCompanion(uint160(feeStructure_));
        emit FeeStructureSet(feeStructure_);
    }

    /// @inheritdoc ISettlementFees
    function agreeToFees(uint16 mostBps) external {
        _layout().participants[msg.sender].mostFeeBps = mostBps;
        emit FeesAgreed(msg.sender, mostBps);
    }

    /// @inheritdoc IFeeCollector
    function payFees(address asset, address to, uint256 amount) external nonReentrant {
        if (msg.sender != _feeStructure()) revert NotTheFeeStructure(msg.sender);
        SettlementStorage.Layout storage $ = _layout();
        uint256 collected = $.fees[asset];
        if (amount > collected) revert FeesNotCollected(asset, amount, collected);
        $.fees[asset] = collected - amount;
        emit FeesPaid(asset, amount);
        _move(asset, $.assets[asset], address(this), to, amount);
    }

    /// @inheritdoc ISettlementFees
    function feeStructure() external view returns (address) {
        return _feeStructure();
    }

    /// @inheritdoc ISettlementFees
    function collectedFees(address asset) external view returns (uint256) {
        return _layout().fees[asset];
    }

    /// @inheritdoc ISettlementFees
    function agreedFees(address account) external view returns (uint16 mostBps) {
        return _layout().participants[account].mostFeeBps;
    }
}

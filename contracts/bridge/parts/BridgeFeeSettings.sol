// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/interfaces/IERC20Metadata.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { FeeAmounts } from "../../fees/FeeAmounts.sol";
import { IBridgeFees } from "../../interfaces/IBridgeFees.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureCollection } from "../../interfaces/IDynamicFeeStructureCollection.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeAssetFee, BridgeFeeStorage, BridgeService } from "../storage/BridgeFeeStorage.sol";
import { BridgeAsset, BridgeStorage } from "../storage/BridgeStorage.sol";
import { BridgeFeeHook } from "./BridgeFeeHook.sol";

/// @title BridgeFeeSettings
/// @notice Who prices fees and in what they are taken, paying out what was collected, and reports of service levels.
abstract contract BridgeFeeSettings is IBridgeFees, BridgeFeeHook, LocalRoleBits, AccessManagedUpgradeable {
    using BridgeMessages for bytes;
    using SafeERC20 for IERC20;

    uint256 private constant WORD = 32;
    // Enough for any getter; what takes more is no token that names a registry.
    uint256 private constant PROBE_GAS = 100_000;

    /// @inheritdoc IBridgeFees
    function setFeeStructure(address feeStructure_) external restricted {
        if (feeStructure_ != address(0)) _requireFeeCode(feeStructure_);
        // Beside the pause word, which every message that is sent reads.
        _setPauseCompanion(uint160(feeStructure_));
        emit FeeStructureSet(feeStructure_);
    }

    /// @inheritdoc IBridgeFees
    function setAssetFee(address asset, address feeAsset, uint64 price) external restricted {
        BridgeAsset storage known = _layout().assets[asset];
        uint8 flags = known.flags;
        if (flags & BridgeStorage.LISTED == 0) revert IUniversalBridge.AssetUnknown(asset, block.chainid);
        uint8 decimals = 0;
        if (feeAsset != address(0)) {
            _requireFeeCode(feeAsset);
            if (_isSecurity(feeAsset)) revert FeeInSecurity(feeAsset);
            decimals = IERC20Metadata(feeAsset).decimals();
            if (decimals > FeeAmounts.MAX_DECIMALS) revert IDynamicFeeStructure.DecimalsTooLarge(decimals);
        }
        if ((feeAsset == address(0) || feeAsset == asset) != (price == 0)) revert FeePriceInvalid(price);
        known.flags = feeAsset == address(0) ? flags & ~BridgeStorage.CHARGED : flags | BridgeStorage.CHARGED;
        BridgeFeeStorage.load().assets[asset] = BridgeAssetFee(feeAsset, price, decimals);
        emit AssetFeeSet(asset, feeAsset, price, decimals);
    }

    /// @inheritdoc IFeeCollector
    function payFees(address asset, address to, uint256 amount) external nonReentrant {
        if (msg.sender != _feeStructure()) revert NotTheFeeStructure(msg.sender);
        BridgeFeeStorage.Layout storage $ = BridgeFeeStorage.load();
        uint256 collected = $.collected[asset];
        if (amount > collected) revert FeesNotCollected(asset, amount, collected);
        $.collected[asset] = collected - amount;
        emit FeesPaid(asset, amount);
        IERC20(asset).safeTransfer(to, amount);
    }

    /// @inheritdoc IBridgeFees
    function reportDelivered(bytes calldata message, uint256 deliveredAt)
        external
        onlyLocalRole(LocalRole.PRICER)
        returns (bool kept)
    {
        (bytes32 id, BridgeService memory service) = _takeService(message, false);
        kept = _fees().reportDelivery(service.feeAsset, message.sender(), service.serial, deliveredAt);
        emit ServiceReported(id, deliveredAt, kept);
    }

    /// @inheritdoc IBridgeFees
    function reportReturned(bytes calldata message) external {
        (bytes32 id, BridgeService memory service) = _takeService(message, true);
        address payer = message.sender();
        uint256 dueAt = _fees().promiseOf(address(this), service.feeAsset, payer, service.serial).dueAt;
        // Reported any sooner it would count as delivered.
        if (block.timestamp <= dueAt) revert ServiceStillDue(id, dueAt);
        bool kept = _fees().reportDelivery(service.feeAsset, payer, service.serial, block.timestamp);
        emit ServiceReported(id, block.timestamp, kept);
    }

    /// @inheritdoc IBridgeFees
    function feeStructure() external view returns (address) {
        return _feeStructure();
    }

    /// @inheritdoc IBridgeFees
    function assetFee(address asset) external view returns (address feeAsset, uint64 price, uint8 decimals) {
        BridgeAssetFee memory fee = BridgeFeeStorage.load().assets[asset];
        return (fee.feeAsset, fee.price, fee.decimals);
    }

    /// @inheritdoc IBridgeFees
    function collectedFees(address asset) external view returns (uint256) {
        return BridgeFeeStorage.load().collected[asset];
    }

    /// @inheritdoc IBridgeFees
    function serviceOf(bytes32 id) external view returns (address feeAsset, uint256 serial) {
        BridgeService memory service = BridgeFeeStorage.load().services[id];
        return (service.feeAsset, service.serial);
    }

    /// @dev Ends the open service of a message; `cameBack` is what its reporter says of it.
    function _takeService(bytes calldata message, bool cameBack)
        private
        returns (bytes32 id, BridgeService memory service)
    {
        message.check();
        id = keccak256(message);
        mapping(bytes32 => BridgeService) storage services = BridgeFeeStorage.load().services;
        service = services[id];
        if (service.feeAsset == address(0)) revert NoServiceOpen(id);
        bool didCome = _layout().sent[id] == BridgeStorage.CAME_BACK;
        if (didCome != cameBack) revert ServiceContradicted(id, didCome);
        delete services[id];
    }

    function _fees() private view returns (IDynamicFeeStructureCollection) {
        address fees = _feeStructure();
        if (fees == address(0)) revert FeesOff();
        return IDynamicFeeStructureCollection(fees);
    }

    /// @dev What is listed as regulated, and what names an identity registry as ERC-3643 has it.
    function _isSecurity(address token) private view returns (bool) {
        if (_layout().assets[token].flags & BridgeStorage.REGULATED != 0) return true;
        (bool answered, bytes memory answer) =
            token.staticcall{ gas: PROBE_GAS }(abi.encodeCall(IERC3643Metadata.identityRegistry, ()));
        return answered && answer.length >= WORD;
    }

    function _requireFeeCode(address account) private view {
        if (account.code.length == 0) revert IUniversalBridge.AddressWithoutCode(account);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { Locking } from "./Locking.sol";

/// @title BridgeTreasury
/// @notice What the bridge holds: escrows of lanes, and refunds of payers.
abstract contract BridgeTreasury is IBridgeRecovery, Locking {
    /// @inheritdoc IBridgeRecovery
    function fundEscrow(address asset, uint256 chainId, uint256 units) external nonReentrant {
        BridgeStorage.Layout storage $ = _layout();
        if ($.remoteAssets[chainId][asset] == address(0)) revert IUniversalBridge.AssetUnknown(asset, chainId);
        if ($.assets[asset].flags & BridgeStorage.REGULATED != 0) revert NoEscrow(asset);
        emit EscrowFunded(asset, chainId, units, msg.sender);
        _lock(asset, chainId, units);
    }

    /// @inheritdoc IBridgeRecovery
    function withdrawRefund(address to) external nonReentrant returns (uint256 amount) {
        amount = _layout().refunds[msg.sender];
        if (amount == 0 || to == address(0)) revert NothingToWithdraw(msg.sender);
        _layout().refunds[msg.sender] = 0;
        emit RefundWithdrawn(msg.sender, to, amount);
        (bool success,) = to.call{ value: amount }("");
        if (!success) revert WithdrawalFailed(to);
    }

    /// @inheritdoc IBridgeRecovery
    function refundOf(address account) external view returns (uint256) {
        return _layout().refunds[account];
    }

    /// @inheritdoc IBridgeRecovery
    function escrowOf(address asset, uint256 chainId) external view returns (uint256 units) {
        return _layout().escrow[asset][chainId];
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title Locking
/// @notice Into the escrow of a lane.
abstract contract Locking is BridgeCore {
    using SafeERC20 for IERC20;

    /// @dev Takes exactly the units from the caller, or reverts.
    function _lock(address asset, uint256 chainId, uint256 units) internal {
        _layout().escrow[asset][chainId] += units;
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), units);
        uint256 received = IERC20(asset).balanceOf(address(this)) - before;
        if (received != units) revert IUniversalBridge.ReceiptNotExact(asset, units, received);
    }
}

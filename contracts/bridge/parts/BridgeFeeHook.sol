// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeCharging } from "../../interfaces/IBridgeCharging.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title BridgeFeeHook
/// @notice Where sending meets fees. Whether an asset is charged is a flag of its word, and the address of the fee
/// structure shares its own with the pause.
abstract contract BridgeFeeHook is BridgeCore {
    function _feeStructure() internal view returns (address) {
        return address(uint160(_pauseCompanion()));
    }

    /// @dev Has the caller charged for a message of a charged asset, where fees are on; the charge is in an extension.
    function _chargeSending(address asset, uint256 units, bytes32 id, uint256 protocols) internal {
        if (_feeStructure() == address(0)) return;
        IBridgeCharging(address(this)).executeFee(id, msg.sender, asset, units, protocols);
    }
}

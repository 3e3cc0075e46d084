// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "./IDynamicFeeStructure.sol";
import { IUniversalBridge } from "./IUniversalBridge.sol";

/// @title Prices and charges of the bridge
/// @notice What the platform's fee for a transfer is (`IBridgeFees`), and charging it: both ask the fee structure with
/// the same request.
interface IBridgeCharging {
    /// @notice Charges a message that is being sent. The bridge itself alone (`NotTheBridge`).
    /// @dev Reverts with `FeeAboveLimit`, `FeeNotReceived`, `FeeStructureFailed` and the fee asset's errors.
    /// @param payer the sender
    /// @param units in the asset's own decimals
    /// @param protocols how many it goes over
    function executeFee(bytes32 id, address payer, address asset, uint256 units, uint256 protocols) external;

    /// @notice What `sendPaying` would charge in a block of this time, with every part.
    /// @dev All zero while fees are off or the asset is not charged. Reverts with `WorthUnknown` and as
    /// `IDynamicFeeStructure.quote`.
    /// @param protocols how many the message shall go over
    /// @param urgency level of service, 0 to 3
    /// @param baseFee wei; a call outside a block may see zero
    /// @return feeAsset what the fee is in; zero where none is charged
    /// @return breakdown the fee and its parts, units of the fee asset
    function quoteFee(
        IUniversalBridge.SendRequest calldata request,
        address sender,
        uint256 protocols,
        uint8 urgency,
        uint256 baseFee
    ) external view returns (address feeAsset, IDynamicFeeStructure.FeeBreakdown memory breakdown);
}

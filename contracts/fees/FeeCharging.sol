// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { IFeeCollector } from "../interfaces/IFeeCollector.sol";

/// @title FeeCharging
/// @notice How a collector charges: a fee structure that refuses with a reason does not stop the deal, one that asks
/// for more than the payer agreed to, or that fails without a reason, does.
library FeeCharging {
    /// @notice Has a deal charged.
    /// @dev Reverts with `FeeAboveLimit` and `IFeeCollector.FeeStructureFailed`.
    /// @param fees the fee structure
    /// @param most units that the payer agreed to
    /// @return fee units to take from the payer
    /// @return refusal selector of the fee structure's error, zero where it charged
    function charge(address fees, IDynamicFeeStructure.FeeRequest memory request, uint256 most)
        internal
        returns (uint256 fee, bytes4 refusal)
    {
        (fee,, refusal) = chargeNumbered(fees, request, most);
    }

    /// @notice Has a deal charged, and tells the charge's number, with which its service level is reported.
    /// @dev Reverts with `FeeAboveLimit` and `IFeeCollector.FeeStructureFailed`.
    /// @param fees the fee structure
    /// @param most units that the payer agreed to
    /// @return fee units to take from the payer
    /// @return serial number of the charge in the collector's line; zero where it was refused
    /// @return refusal selector of the fee structure's error, zero where it charged
    function chargeNumbered(address fees, IDynamicFeeStructure.FeeRequest memory request, uint256 most)
        internal
        returns (uint256 fee, uint256 serial, bytes4 refusal)
    {
        try IDynamicFeeStructure(fees).charge(request, most) returns (uint256 charged, uint256 number) {
            (fee, serial) = (charged, number);
        } catch (bytes memory reason) {
            // No reason is what a caller's want of gas looks like, too: nobody is to deal for nothing that way.
            if (reason.length < 4) revert IFeeCollector.FeeStructureFailed(fees);
            refusal = bytes4(reason);
            if (refusal == IDynamicFeeStructure.FeeAboveLimit.selector) {
                assembly ("memory-safe") {
                    revert(add(reason, 0x20), mload(reason))
                }
            }
        }
        if (fee > most) revert IDynamicFeeStructure.FeeAboveLimit(fee, most);
    }
}

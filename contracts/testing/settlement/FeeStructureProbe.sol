// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";

/// @title FeeStructureProbe
/// @notice Charges a share of every amount, keeps what it was asked last, and sweeps what was collected.
contract FeeStructureProbe {
    uint256 public rateBps;
    bool public greedy;
    IDynamicFeeStructure.FeeRequest public asked;

    constructor(uint256 rateBps_) {
        rateBps = rateBps_;
    }

    /// @notice From now on it takes no notice of what the payer agreed to.
    function forgetLimits() external {
        greedy = true;
    }

    function charge(IDynamicFeeStructure.FeeRequest calldata request, uint256 maxFee)
        external
        returns (uint256 fee, uint256 serial)
    {
        asked = request;
        fee = request.amount * rateBps / 10_000;
        if (fee > maxFee && !greedy) revert IDynamicFeeStructure.FeeAboveLimit(fee, maxFee);
        return (fee, 1);
    }

    function sweep(IFeeCollector collector, address asset, uint256 amount) external {
        collector.payFees(asset, address(this), amount);
    }
}

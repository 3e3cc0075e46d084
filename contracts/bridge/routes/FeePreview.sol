// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IBridgeCharging } from "../../interfaces/IBridgeCharging.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { RouteReasons } from "./RouteReasons.sol";

/// @title FeePreview
/// @notice What the platform's fee for a transfer would be now, and whether it stands in the way.
library FeePreview {
    uint256 private constant SELECTOR_SIZE = 4;

    /// @notice The fee of a transfer without a service level.
    /// @dev Where the fee structure refuses with a reason, or the worth is not known, sending goes on without a fee.
    /// @param sender who would pay
    /// @param protocols how many it would go over
    /// @return reason 225 when the sender has not enough of the fee asset or has not approved it, 226 when the fee
    /// structure does not answer, else 0
    /// @return feeAsset what the fee is in; zero where none is charged
    /// @return fee units of it
    function ask(IUniversalBridge.SendRequest calldata request, address sender, uint256 protocols)
        internal
        view
        returns (uint8 reason, address feeAsset, uint256 fee)
    {
        try IBridgeCharging(address(this)).quoteFee(request, sender, protocols, 0, block.basefee) returns (
            address asset, IDynamicFeeStructure.FeeBreakdown memory breakdown
        ) {
            (feeAsset, fee) = (asset, breakdown.total);
        } catch (bytes memory why) {
            return (why.length < SELECTOR_SIZE ? RouteReasons.FEE_UNKNOWN : RouteReasons.NONE, address(0), 0);
        }
        if (fee == 0) return (RouteReasons.NONE, feeAsset, fee);
        uint256 needed = feeAsset == request.asset ? Math.saturatingAdd(fee, request.units) : fee;
        bool funded =
            IERC20(feeAsset).balanceOf(sender) >= needed && IERC20(feeAsset).allowance(sender, address(this)) >= needed;
        reason = funded ? RouteReasons.NONE : RouteReasons.FEE_NOT_FUNDED;
    }
}

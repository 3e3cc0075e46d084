// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Complexity } from "../../fees/Complexity.sol";
import { FeeCharging } from "../../fees/FeeCharging.sol";
import { IBridgeCharging } from "../../interfaces/IBridgeCharging.sol";
import { IBridgeFees } from "../../interfaces/IBridgeFees.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeFeeTerms } from "../BridgeFeeTerms.sol";
import { RouteInputsReader } from "../routes/RouteInputsReader.sol";
import { BridgeAssetFee, BridgeFeeStorage, BridgeService } from "../storage/BridgeFeeStorage.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { BridgeFeeHook } from "./BridgeFeeHook.sol";

/// @title BridgeFees
/// @notice Prices and charges what is sent; see `IBridgeFees`.
abstract contract BridgeFees is IBridgeCharging, RouteInputsReader, BridgeFeeHook {
    using SafeERC20 for IERC20;

    // The transfer goes to one other chain.
    uint256 private constant OTHER_CHAINS = 1;
    // What is beyond the fee structure's amounts is priced as the most of them: its refusal would be a free ride.
    uint256 private constant MOST = type(uint128).max;

    /// @inheritdoc IBridgeCharging
    function executeFee(bytes32 id, address payer, address asset, uint256 units, uint256 protocols)
        external
        onlyBridge
    {
        BridgeFeeStorage.Layout storage $ = BridgeFeeStorage.load();
        address feeAsset = $.assets[asset].feeAsset;
        (uint256 most, uint8 urgency) = BridgeFeeTerms.current();
        (bool known, IDynamicFeeStructure.FeeRequest memory request) =
            _feeRequest(payer, asset, units, protocols, urgency);
        if (!known) {
            emit IBridgeFees.TransferNotCharged(id, feeAsset, payer, IBridgeFees.WorthUnknown.selector);
            return;
        }
        (uint256 fee, uint256 serial, bytes4 refusal) = FeeCharging.chargeNumbered(_feeStructure(), request, most);
        if (refusal != 0) {
            emit IBridgeFees.TransferNotCharged(id, feeAsset, payer, refusal);
            return;
        }
        if (fee == 0) return;
        $.collected[feeAsset] += fee;
        if (urgency != 0) $.services[id] = BridgeService(feeAsset, uint96(serial));
        emit IBridgeFees.TransferCharged(id, feeAsset, payer, fee, serial, urgency);
        _takeFee(feeAsset, payer, fee);
    }

    /// @inheritdoc IBridgeCharging
    function quoteFee(
        IUniversalBridge.SendRequest calldata request,
        address sender,
        uint256 protocols,
        uint8 urgency,
        uint256 baseFee
    ) external view returns (address feeAsset, IDynamicFeeStructure.FeeBreakdown memory breakdown) {
        address fees = _feeStructure();
        feeAsset = BridgeFeeStorage.load().assets[request.asset].feeAsset;
        if (fees == address(0) || feeAsset == address(0)) return (address(0), breakdown);
        (bool known, IDynamicFeeStructure.FeeRequest memory priced) =
            _feeRequest(sender, request.asset, request.units, protocols, urgency);
        if (!known) revert IBridgeFees.WorthUnknown(request.asset);
        breakdown = IDynamicFeeStructure(fees).quote(address(this), priced, baseFee);
    }

    /// @dev What the fee structure is asked; `known` is false where the worth of the units is not.
    function _feeRequest(address payer, address asset, uint256 units, uint256 protocols, uint8 urgency)
        private
        view
        returns (bool known, IDynamicFeeStructure.FeeRequest memory request)
    {
        BridgeAssetFee memory terms = BridgeFeeStorage.load().assets[asset];
        request.product = IDynamicFeeStructure.Product.BRIDGE;
        request.payer = payer;
        request.asset = terms.feeAsset;
        request.urgency = urgency;
        request.complexity = _complexity(asset, protocols);
        if (terms.feeAsset == asset) {
            (known, request.amount) = (true, Math.min(units, MOST));
            return (known, request);
        }
        uint256 value;
        (value, known) = _valueUp(asset, units);
        value = Math.min(value, MOST);
        uint256 amount = Math.mulDiv(value, 10 ** terms.decimals, terms.price, Math.Rounding.Ceil);
        request.amount = Math.min(amount, MOST);
        (request.price, request.decimals) = (terms.price, terms.decimals);
    }

    function _complexity(address asset, uint256 protocols) private view returns (uint8) {
        uint8 flags = _layout().assets[asset].flags;
        uint256 lots = flags & BridgeStorage.KEEPS_LOTS != 0 ? 1 : 0;
        uint256 regulated = flags & BridgeStorage.REGULATED != 0 ? 1 : 0;
        return Complexity.level(protocols + lots, regulated, OTHER_CHAINS);
    }

    /// @dev Takes exactly the fee, or reverts: less would be owed out of escrows.
    function _takeFee(address feeAsset, address payer, uint256 fee) private {
        uint256 before = IERC20(feeAsset).balanceOf(address(this));
        IERC20(feeAsset).safeTransferFrom(payer, address(this), fee);
        uint256 received = IERC20(feeAsset).balanceOf(address(this)) - before;
        if (received != fee) revert IBridgeFees.FeeNotReceived(feeAsset, fee, received);
    }
}

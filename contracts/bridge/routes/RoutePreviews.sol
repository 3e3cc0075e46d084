// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { Composing } from "../parts/Composing.sol";
import { BridgeLane } from "../storage/BridgeLane.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { CrosschainPreview } from "./CrosschainPreview.sol";
import { FeePreview } from "./FeePreview.sol";
import { RouteReasons } from "./RouteReasons.sol";
import { RouteSelection } from "./RouteSelection.sol";

/// @title RoutePreviews
/// @notice What would become of a transfer at either end, before anything is signed.
abstract contract RoutePreviews is RouteSelection, Composing {
    using BridgeMessages for bytes;

    /// @inheritdoc IBridgeRoutes
    function previewBridge(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (Preview memory preview)
    {
        BridgeAssetWord terms = _layout().assets[request.asset].word();
        (preview.value,) = _valueUp(request.asset, request.units);
        preview.reason = _laneReason(request.destinationChainId);
        uint8 reason = _assetReason(request.destinationChainId, request.asset, terms, request.units);
        if (preview.reason == RouteReasons.NONE) preview.reason = reason;
        if (reason == BridgeReasons.ASSET_UNKNOWN || reason == RouteReasons.DUST) return preview;
        uint256 amount = request.units / terms.unitsPerAmount();
        BridgeLane memory lane = _layout().lanes[request.destinationChainId];
        preview.required = amount < terms.attestFrom() ? 1 : lane.required;
        if (preview.reason == RouteReasons.NONE) preview.reason = _sendReason(request, sender, terms);
        (reason, preview.feeAsset, preview.platformFee) = FeePreview.ask(request, sender, preview.required);
        if (preview.reason == RouteReasons.NONE) preview.reason = reason;
        // Nor does a message hold so much.
        if (amount > type(uint128).max || _lacksUnits(request, sender, terms)) return preview;
        BridgeMessage memory parts = _compose(request, sender, terms, amount);
        preview.message = BridgeMessages.encode(parts);
        bool quoted;
        (quoted, preview.fee) = _tryFee(
            request.protocol, request.destinationChainId, preview.message, _arrivalGas(terms, parts.lots.length)
        );
        if (!quoted && preview.reason == RouteReasons.NONE) preview.reason = RouteReasons.QUOTE_FAILED;
    }

    /// @inheritdoc IBridgeRoutes
    function previewCredit(bytes calldata message) external view returns (uint8 reason) {
        message.check();
        uint256 source = message.sourceChainId();
        BridgeStorage.Layout storage $ = _layout();
        if (message.destinationChainId() != block.chainid) {
            revert IUniversalBridge.NotForThisChain(message.destinationChainId());
        }
        if ($.arrivals[keccak256(message)].vetoed) return BridgeReasons.VETOED;
        if (_pausedGroups() & BridgeGroups.CREDITING != 0) return BridgeReasons.BRIDGE_PAUSED;
        BridgeLane memory lane = $.lanes[source];
        if (!lane.open || lane.paused) return BridgeReasons.LANE_PAUSED;
        address asset = $.localAssets[source][message.asset()];
        if (asset == address(0)) return BridgeReasons.ASSET_UNKNOWN;
        if (message.decimals() != $.assets[asset].sharedDecimals) return BridgeReasons.DECIMALS_DIFFER;
        return _creditReason(asset, source, message.recipient(), message.amount());
    }

    /// @dev Why the request's protocol, recipient or sender stands in the way.
    function _sendReason(IUniversalBridge.SendRequest calldata request, address sender, BridgeAssetWord terms)
        private
        view
        returns (uint8 reason)
    {
        reason = _protocolReason(request.destinationChainId, request.protocol);
        if (reason != RouteReasons.NONE) return reason;
        BridgeStorage.Layout storage $ = _layout();
        address recipient = request.recipient;
        bool refused = recipient == address(0) || recipient == $.remoteAssets[request.destinationChainId][request.asset]
            || recipient == $.peers[request.destinationChainId][uint256(request.protocol)].bridge;
        if (refused) return BridgeReasons.RECIPIENT_INVALID;
        if (terms.has(BridgeStorage.REGULATED)) {
            return CrosschainPreview.leavingCode(request.asset, sender, request.units);
        }
        bool funded = IERC20(request.asset).balanceOf(sender) >= request.units
            && IERC20(request.asset).allowance(sender, address(this)) >= request.units;
        return funded ? RouteReasons.NONE : RouteReasons.NOT_FUNDED;
    }

    /// @dev Of units that a sender does not have there are no lots.
    function _lacksUnits(IUniversalBridge.SendRequest calldata request, address sender, BridgeAssetWord terms)
        private
        view
        returns (bool)
    {
        return terms.has(BridgeStorage.KEEPS_LOTS) && IERC20(request.asset).balanceOf(sender) < request.units;
    }

    function _creditReason(address asset, uint256 source, address recipient, uint256 amount)
        private
        view
        returns (uint8)
    {
        BridgeStorage.Layout storage $ = _layout();
        BridgeAssetWord terms = $.assets[asset].word();
        if (terms.has(BridgeStorage.PAUSED)) return BridgeReasons.ASSET_PAUSED;
        if (recipient == address(0) || recipient == address(this) || recipient == asset) {
            return BridgeReasons.RECIPIENT_INVALID;
        }
        uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_IN, source);
        if (amount > $.buckets[asset][key].availableDown()) return BridgeReasons.LANE_LIMIT;
        uint256 units = amount * terms.unitsPerAmount();
        if (terms.has(BridgeStorage.REGULATED)) {
            return CrosschainPreview.arrivingCode(asset, recipient, units);
        }
        return units > $.escrow[asset][source] ? BridgeReasons.ESCROW_SHORT : RouteReasons.NONE;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage } from "../BridgeMessages.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title Composing
/// @notice What a transfer's message would say, for telling its price and whether it may leave; `Preparing` writes it.
abstract contract Composing is BridgeCore {
    /// @dev The parts of a transfer as it would be sent now: what the token tells when it burns, asked beforehand.
    function _compose(
        IUniversalBridge.SendRequest calldata request,
        address sender,
        BridgeAssetWord terms,
        uint256 amount
    ) internal view returns (BridgeMessage memory parts) {
        parts.kind = IUniversalBridge.MessageKind.TRANSFER;
        parts.sourceChainId = uint64(block.chainid);
        parts.destinationChainId = uint64(request.destinationChainId);
        parts.nonce = uint64(_firstNonce());
        (parts.asset, parts.sender, parts.recipient) = (request.asset, sender, request.recipient);
        (parts.amount, parts.decimals) = (uint128(amount), terms.sharedDecimals());
        if (!terms.has(BridgeStorage.REGULATED)) return parts;
        IIdentityRegistry registry = IERC3643Metadata(request.asset).identityRegistry();
        parts.identity = registry.identity(sender);
        if (terms.has(BridgeStorage.KEEPS_LOTS)) {
            parts.lots = ILots(address(registry)).lotsLeaving(request.asset, sender, request.units);
        }
    }
}

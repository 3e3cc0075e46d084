// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { Composing } from "../parts/Composing.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { MessageFees } from "./MessageFees.sol";

/// @title RouteQuotes
/// @notice Exact prices of messages.
abstract contract RouteQuotes is MessageFees, Composing {
    using BridgeMessages for bytes;

    /// @inheritdoc IBridgeRoutes
    function quoteSend(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (uint256 fee)
    {
        BridgeAssetWord terms = _layout().assets[request.asset].word();
        if (!terms.has(BridgeStorage.LISTED)) {
            revert IUniversalBridge.AssetUnknown(request.asset, request.destinationChainId);
        }
        uint256 amount = _amountOf(request.units, terms);
        BridgeMessage memory parts = _compose(request, sender, terms, amount);
        uint256 gasLimit = _arrivalGas(terms, parts.lots.length);
        return _feeOf(request.protocol, request.destinationChainId, BridgeMessages.encode(parts), gasLimit);
    }

    /// @inheritdoc IBridgeRoutes
    /// @dev A return is as long as what it returns, and no protocol's price depends on more than that.
    function quoteMessage(bytes calldata message, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (uint256 fee)
    {
        message.check();
        bool own = message.sourceChainId() == block.chainid;
        uint256 chainId = own ? message.destinationChainId() : message.sourceChainId();
        address asset = own ? message.asset() : _layout().localAssets[chainId][message.asset()];
        uint256 gasLimit = _creditGasOf(message, _layout().assets[asset].word()) + ENTRY_GAS;
        return _feeOf(protocol, chainId, BridgeMessages.copied(message), gasLimit);
    }
}

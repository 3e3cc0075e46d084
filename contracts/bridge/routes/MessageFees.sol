// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibString } from "solady/utils/LibString.sol";
import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { CcipMessages } from "../lanes/CcipMessages.sol";
import { Delivery } from "../lanes/Delivery.sol";
import { LayerZeroMessages } from "../lanes/LayerZeroMessages.sol";
import { BridgeCore } from "../parts/BridgeCore.sol";
import { IAxelarGasService } from "../protocols/IAxelarGasService.sol";
import { ICcipRouter } from "../protocols/ICcipRouter.sol";
import { ILayerZeroEndpoint } from "../protocols/ILayerZeroEndpoint.sol";
import { IWormholeCore } from "../protocols/IWormholeCore.sol";
import { BridgeEndpoint, BridgePeer } from "../storage/BridgeStorage.sol";

/// @title MessageFees
/// @notice What the protocols' own contracts ask for a message, in the form in which the lanes send it.
abstract contract MessageFees is IBridgeRoutes, BridgeCore {
    /// @inheritdoc IBridgeRoutes
    function protocolFee(
        IUniversalBridge.BridgeProtocol protocol,
        uint256 chainId,
        bytes calldata message,
        uint256 gasLimit
    ) external view returns (uint256 fee) {
        return _feeOf(protocol, chainId, message, gasLimit);
    }

    function _feeOf(IUniversalBridge.BridgeProtocol protocol, uint256 chainId, bytes memory message, uint256 gasLimit)
        internal
        view
        returns (uint256 fee)
    {
        BridgePeer memory peer = _layout().peers[chainId][uint256(protocol)];
        BridgeEndpoint memory here = _layout().endpoints[uint256(protocol)];
        if (peer.bridge == address(0) || here.endpoint == address(0)) {
            revert IUniversalBridge.ProtocolOff(protocol, chainId);
        }
        Delivery memory delivery = Delivery({
            protocol: protocol,
            endpoint: here.endpoint,
            bridge: peer.bridge,
            number: peer.number,
            chainId: chainId,
            gasLimit: gasLimit,
            budget: type(uint256).max,
            payer: address(this)
        });
        if (protocol == IUniversalBridge.BridgeProtocol.CHAINLINK_CCIP) {
            return ICcipRouter(here.endpoint).getFee(peer.number, CcipMessages.outgoing(delivery, message));
        }
        if (protocol == IUniversalBridge.BridgeProtocol.LAYERZERO) {
            return ILayerZeroEndpoint(here.endpoint)
            .quote(LayerZeroMessages.parameters(delivery, message), address(this))
            .nativeFee;
        }
        if (protocol == IUniversalBridge.BridgeProtocol.WORMHOLE) return IWormholeCore(here.endpoint).messageFee();
        string memory name = _layout().axelarNames[chainId];
        return IAxelarGasService(here.gasService)
            .estimateGasFee(name, LibString.toHexString(peer.bridge), message, gasLimit, "");
    }
}

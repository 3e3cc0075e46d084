// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { AxelarMessages } from "../lanes/AxelarMessages.sol";
import { CcipMessages } from "../lanes/CcipMessages.sol";
import { LayerZeroMessages } from "../lanes/LayerZeroMessages.sol";
import { BridgeCore } from "../parts/BridgeCore.sol";
import { IWormholeCore } from "../protocols/IWormholeCore.sol";
import { BridgeEndpoint } from "../storage/BridgeStorage.sol";
import { PeerWord } from "../storage/PeerWord.sol";

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
        return _feeOf(protocol, chainId, BridgeMessages.copied(message), gasLimit);
    }

    /// @dev The message has room around it.
    function _feeOf(IUniversalBridge.BridgeProtocol protocol, uint256 chainId, bytes memory message, uint256 gasLimit)
        internal
        view
        returns (uint256 fee)
    {
        PeerWord peer = _layout().peers[chainId][uint256(protocol)].word();
        address bridge = peer.bridge();
        BridgeEndpoint storage here = _layout().endpoints[uint256(protocol)];
        address endpoint = here.endpoint;
        if (bridge == address(0) || endpoint == address(0)) revert IUniversalBridge.ProtocolOff(protocol, chainId);
        if (protocol == IUniversalBridge.BridgeProtocol.WORMHOLE) return IWormholeCore(endpoint).messageFee();
        if (protocol == IUniversalBridge.BridgeProtocol.AXELAR) {
            AxelarMessages.wrap(message, _layout().axelarNames[chainId], bridge);
            return AxelarMessages.fee(message, here.gasService, gasLimit);
        }
        if (protocol == IUniversalBridge.BridgeProtocol.CHAINLINK_CCIP) {
            (uint256 first, uint256 count) = CcipMessages.wrap(message, peer.number(), bridge, gasLimit);
            return CcipMessages.fee(endpoint, first, count);
        }
        (uint256 place, uint256 size) = LayerZeroMessages.wrap(message, peer.number(), bridge, gasLimit);
        return LayerZeroMessages.fee(endpoint, place, size);
    }
}

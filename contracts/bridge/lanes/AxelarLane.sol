// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { LibString } from "solady/utils/LibString.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { IAxelarGasService } from "../protocols/IAxelarGasService.sol";
import { IAxelarGateway } from "../protocols/IAxelarGateway.sol";
import { IAxelarReceiver } from "../protocols/IAxelarReceiver.sol";
import { Delivery } from "./Delivery.sol";

/// @title AxelarLane
/// @notice Axelar's gateway and gas service, to which chains are names and addresses text.
abstract contract AxelarLane is IAxelarReceiver, Arrivals {
    using BridgeMessages for bytes;

    /// @inheritdoc IAxelarReceiver
    function execute(
        bytes32 commandId,
        string calldata sourceChain,
        string calldata sourceAddress,
        bytes calldata payload
    ) external nonReentrant {
        IUniversalBridge.BridgeProtocol protocol = IUniversalBridge.BridgeProtocol.AXELAR;
        address gateway = _layout().endpoints[uint256(protocol)].endpoint;
        if (gateway == address(0)) revert IUniversalBridge.ProtocolOff(protocol, 0);
        bool approved =
            IAxelarGateway(gateway).validateContractCall(commandId, sourceChain, sourceAddress, keccak256(payload));
        if (!approved) revert IUniversalBridge.NotVouchedFor("not approved by the gateway");
        payload.check();
        uint256 chainId = payload.sourceChainId();
        bytes32 name = keccak256(bytes(_layout().axelarNames[chainId]));
        (bool parsed, address sender) = Strings.tryParseAddress(sourceAddress);
        if (!parsed || name != keccak256(bytes(sourceChain))) revert IUniversalBridge.PeerUnknown(protocol, chainId);
        _arrive(protocol, 0, uint160(sender), payload);
    }

    /// @dev The gas service is paid what it asks for at this moment.
    function _sendAxelar(Delivery memory delivery, bytes memory message) internal returns (uint256 fee) {
        string memory name = _layout().axelarNames[delivery.chainId];
        string memory bridge = LibString.toHexString(delivery.bridge);
        IAxelarGasService gasService = IAxelarGasService(_layout().endpoints[uint256(delivery.protocol)].gasService);
        fee = delivery.affordable(gasService.estimateGasFee(name, bridge, message, delivery.gasLimit, ""));
        gasService.payGas{ value: fee }(
            address(this), name, bridge, message, delivery.gasLimit, false, delivery.payer, ""
        );
        IAxelarGateway(delivery.endpoint).callContract(name, bridge, message);
    }
}

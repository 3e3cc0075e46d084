// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibString } from "solady/utils/LibString.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { IAxelarGateway } from "../protocols/IAxelarGateway.sol";
import { IAxelarReceiver } from "../protocols/IAxelarReceiver.sol";
import { PeerWord } from "../storage/PeerWord.sol";
import { AxelarMessages } from "./AxelarMessages.sol";

/// @title AxelarLane
/// @notice Axelar's gateway and gas service, to which chains are names and addresses text.
abstract contract AxelarLane is IAxelarReceiver, Arrivals {
    using BridgeMessages for bytes;

    // 0x and two digits for each byte.
    uint256 private constant ADDRESS_TEXT = 42;

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
        address bridge = _layout().peers[chainId][uint256(protocol)].bridge;
        if (name != keccak256(bytes(sourceChain)) || !_isHexOf(sourceAddress, bridge)) {
            revert IUniversalBridge.PeerUnknown(protocol, chainId);
        }
        _arrive(protocol, 0, uint160(bridge), payload);
    }

    /// @dev Whether the text is an address in hexadecimal, in whichever case: a tenth of what reading it costs.
    function _isHexOf(string calldata text, address account) private pure returns (bool) {
        if (bytes(text).length != ADDRESS_TEXT) return false;
        return LibString.eq(LibString.lower(text), LibString.toHexString(account));
    }

    /// @dev The gas service is paid what it asks for at this moment.
    function _sendAxelar(
        address gateway,
        PeerWord peer,
        uint256 chainId,
        uint256 gasLimit,
        uint256 budget,
        address payer,
        bytes memory message
    ) internal returns (uint256 fee) {
        IUniversalBridge.BridgeProtocol protocol = IUniversalBridge.BridgeProtocol.AXELAR;
        AxelarMessages.wrap(message, _layout().axelarNames[chainId], peer.bridge());
        address gasService = _layout().endpoints[uint256(protocol)].gasService;
        fee = AxelarMessages.fee(message, gasService, gasLimit);
        _requireAffordable(protocol, fee, budget);
        AxelarMessages.pay(message, gasService, fee, gasLimit, payer);
        AxelarMessages.submit(message, gateway);
    }
}

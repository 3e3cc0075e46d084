// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { ICcipRouter } from "../protocols/ICcipRouter.sol";
import { Delivery } from "./Delivery.sol";
import { CCIPReceiver } from "./CCIPReceiver.sol";

/// @title CcipLane
/// @notice Chainlink CCIP: data messages in any order, paid in the native coin.
abstract contract CcipLane is CCIPReceiver, Arrivals {
    // Tag of the arguments that say gas and whether any order will do.
    bytes4 private constant GENERIC_ARGUMENTS = 0x181dcf10;
    uint256 private constant WORD = 32;

    /// @inheritdoc CCIPReceiver
    function getRouter() public view override returns (address) {
        return _layout().endpoints[uint256(IUniversalBridge.BridgeProtocol.CHAINLINK_CCIP)].endpoint;
    }

    function _ccipReceive(IncomingMessage calldata message) internal override nonReentrant {
        bytes32 sender = message.sender.length == WORD ? bytes32(message.sender) : bytes32(0);
        _arrive(
            IUniversalBridge.BridgeProtocol.CHAINLINK_CCIP, message.sourceChainSelector, uint256(sender), message.data
        );
    }

    function _sendCcip(Delivery memory delivery, bytes memory message) internal returns (uint256 fee) {
        ICcipRouter router = ICcipRouter(delivery.endpoint);
        ICcipRouter.OutgoingMessage memory outgoing = ICcipRouter.OutgoingMessage({
            receiver: abi.encode(delivery.bridge),
            data: message,
            tokenAmounts: new ICcipRouter.TokenAmount[](0),
            feeToken: address(0),
            extraArgs: abi.encodeWithSelector(GENERIC_ARGUMENTS, delivery.gasLimit, true)
        });
        fee = delivery.affordable(router.getFee(delivery.number, outgoing));
        router.ccipSend{ value: fee }(delivery.number, outgoing);
    }
}

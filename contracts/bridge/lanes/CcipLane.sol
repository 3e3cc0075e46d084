// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { ICcipRouter } from "../protocols/ICcipRouter.sol";
import { Delivery } from "./Delivery.sol";
import { CCIPReceiver } from "./CCIPReceiver.sol";
import { CcipMessages } from "./CcipMessages.sol";

/// @title CcipLane
/// @notice Chainlink CCIP: data messages in any order, paid in the native coin.
abstract contract CcipLane is CCIPReceiver, Arrivals {
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
        ICcipRouter.OutgoingMessage memory outgoing = CcipMessages.outgoing(delivery, message);
        fee = delivery.affordable(router.getFee(delivery.number, outgoing));
        router.ccipSend{ value: fee }(delivery.number, outgoing);
    }
}

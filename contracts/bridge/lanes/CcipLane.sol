// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { PeerWord } from "../storage/PeerWord.sol";
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

    function _sendCcip(address router, PeerWord peer, uint256 gasLimit, uint256 budget, bytes memory message)
        internal
        returns (uint256 fee)
    {
        (uint256 place, uint256 size) = CcipMessages.wrap(message, peer.number(), peer.bridge(), gasLimit);
        fee = CcipMessages.fee(router, place, size);
        _requireAffordable(IUniversalBridge.BridgeProtocol.CHAINLINK_CCIP, fee, budget);
        CcipMessages.submit(router, fee, place, size);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC165 } from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import { ICcipReceiver } from "../../bridge/protocols/ICcipReceiver.sol";
import { ICcipRouter } from "../../bridge/protocols/ICcipRouter.sol";
import { MessageProbe } from "./MessageProbe.sol";

/// @title CcipProbe
/// @notice Data messages over Chainlink CCIP's router, in any order, paid in the native coin.
contract CcipProbe is MessageProbe, ICcipReceiver, IERC165 {
    // Tag of the arguments that say gas and whether any order will do.
    bytes4 private constant GENERIC_ARGUMENTS = 0x181dcf10;

    ICcipRouter public immutable ROUTER;

    constructor(ICcipRouter router) {
        ROUTER = router;
    }

    function send(uint256 chainId, bytes calldata payload, uint256 gasLimit) external payable {
        Peer memory peer = _peer(chainId);
        ROUTER.ccipSend{ value: msg.value }(peer.remote, _message(peer, payload, gasLimit));
    }

    function ccipReceive(IncomingMessage calldata message) external {
        require(msg.sender == address(ROUTER), NotTheProtocol(msg.sender));
        _take(message.sourceChainSelector, abi.decode(message.sender, (bytes32)), message.data);
    }

    function quote(uint256 chainId, bytes calldata payload, uint256 gasLimit) external view returns (uint256 fee) {
        Peer memory peer = _peer(chainId);
        return ROUTER.getFee(peer.remote, _message(peer, payload, gasLimit));
    }

    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(ICcipReceiver).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    function _message(Peer memory peer, bytes calldata payload, uint256 gasLimit)
        private
        pure
        returns (ICcipRouter.OutgoingMessage memory)
    {
        return ICcipRouter.OutgoingMessage({
            receiver: abi.encode(peer.probe),
            data: payload,
            tokenAmounts: new ICcipRouter.TokenAmount[](0),
            feeToken: address(0),
            extraArgs: abi.encodeWithSelector(GENERIC_ARGUMENTS, gasLimit, true)
        });
    }
}

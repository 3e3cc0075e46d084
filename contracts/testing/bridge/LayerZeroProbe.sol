// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILayerZeroEndpoint } from "../../bridge/protocols/ILayerZeroEndpoint.sol";
import { ILayerZeroReceiver } from "../../bridge/protocols/ILayerZeroReceiver.sol";
import { MessageProbe } from "./MessageProbe.sol";

/// @title LayerZeroProbe
/// @notice Data messages over LayerZero's endpoint, in any order.
contract LayerZeroProbe is MessageProbe, ILayerZeroReceiver {
    // Options of type 3 with one entry: worker 1 (the executor), 17 bytes, option 1 (gas of lzReceive).
    bytes6 private constant GAS_OPTION = 0x000301001101;

    ILayerZeroEndpoint public immutable ENDPOINT;

    constructor(ILayerZeroEndpoint endpoint, address delegate) {
        ENDPOINT = endpoint;
        endpoint.setDelegate(delegate);
    }

    function send(uint256 chainId, bytes calldata payload, uint256 gasLimit) external payable {
        // LayerZero's own, which reverts when it fails.
        // solhint-disable-next-line check-send-result
        ENDPOINT.send{ value: msg.value }(_parameters(chainId, payload, gasLimit), msg.sender);
    }

    function lzReceive(Origin calldata origin, bytes32, bytes calldata message, address, bytes calldata)
        external
        payable
    {
        require(msg.sender == address(ENDPOINT), NotTheProtocol(msg.sender));
        _take(origin.srcEid, origin.sender, message);
    }

    function quote(uint256 chainId, bytes calldata payload, uint256 gasLimit) external view returns (uint256 fee) {
        return ENDPOINT.quote(_parameters(chainId, payload, gasLimit), address(this)).nativeFee;
    }

    function allowInitializePath(Origin calldata origin) external view returns (bool allowed) {
        return _isPeer(origin.srcEid, origin.sender);
    }

    function nextNonce(uint32, bytes32) external pure returns (uint64 nonce) {
        return 0;
    }

    function _parameters(uint256 chainId, bytes calldata payload, uint256 gasLimit)
        private
        view
        returns (ILayerZeroEndpoint.Parameters memory)
    {
        Peer memory peer = _peer(chainId);
        bytes memory options = abi.encodePacked(GAS_OPTION, uint128(gasLimit));
        return ILayerZeroEndpoint.Parameters(uint32(peer.remote), _word(peer.probe), payload, options, false);
    }
}

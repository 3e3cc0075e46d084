// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";

import { IAxelarGasService } from "../../bridge/protocols/IAxelarGasService.sol";
import { IAxelarGateway } from "../../bridge/protocols/IAxelarGateway.sol";
import { IAxelarReceiver } from "../../bridge/protocols/IAxelarReceiver.sol";
import { MessageProbe } from "./MessageProbe.sol";

/// @title AxelarProbe
/// @notice Data messages over Axelar's gateway and gas service; chains are told apart by the hash of their name.
contract AxelarProbe is MessageProbe, IAxelarReceiver {
    using Strings for string;
    using Strings for address;

    IAxelarGateway public immutable GATEWAY;
    IAxelarGasService public immutable GAS_SERVICE;

    constructor(IAxelarGateway gateway, IAxelarGasService gasService) {
        GATEWAY = gateway;
        GAS_SERVICE = gasService;
    }

    function send(uint256 chainId, bytes calldata payload, uint256 gasLimit) external payable {
        Peer memory peer = _peer(chainId);
        string memory probe = peer.probe.toChecksumHexString();
        // Nothing paid is a message that no relayer executes, which tests want too.
        if (msg.value != 0) {
            GAS_SERVICE.payGas{ value: msg.value }(
                address(this), peer.name, probe, payload, gasLimit, true, msg.sender, ""
            );
        }
        GATEWAY.callContract(peer.name, probe, payload);
    }

    function execute(
        bytes32 commandId,
        string calldata sourceChain,
        string calldata sourceAddress,
        bytes calldata payload
    ) external {
        bool approved = GATEWAY.validateContractCall(commandId, sourceChain, sourceAddress, keccak256(payload));
        require(approved, NotVouchedFor("not approved by the gateway"));
        _take(remoteOf(sourceChain), _word(sourceAddress.parseAddress()), payload);
    }

    function quote(uint256 chainId, bytes calldata payload, uint256 gasLimit) external view returns (uint256 fee) {
        Peer memory peer = _peer(chainId);
        return GAS_SERVICE.estimateGasFee(peer.name, peer.probe.toChecksumHexString(), payload, gasLimit, "");
    }

    function remoteOf(string memory name) public pure returns (uint64) {
        return uint64(uint256(keccak256(bytes(name))));
    }
}

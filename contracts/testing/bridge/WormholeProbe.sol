// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IVaaReceiver } from "../../bridge/protocols/IVaaReceiver.sol";
import { IWormholeCore } from "../../bridge/protocols/IWormholeCore.sol";
import { MessageProbe } from "./MessageProbe.sol";

/// @title WormholeProbe
/// @notice Data messages over Wormhole's core, which neither knows destinations nor stops replays: the first two
/// bytes of what is published say where it goes, and what was taken is remembered.
contract WormholeProbe is MessageProbe, IVaaReceiver {
    uint8 private constant FINALIZED = 1;

    IWormholeCore public immutable CORE;

    mapping(bytes32 vaaHash => bool) public isConsumed;

    constructor(IWormholeCore core) {
        CORE = core;
    }

    function send(uint256 chainId, bytes calldata payload, uint256) external payable {
        uint16 destination = uint16(_peer(chainId).remote);
        CORE.publishMessage{ value: msg.value }(0, abi.encodePacked(destination, payload), FINALIZED);
    }

    function executeVAAv1(bytes calldata multiSigVaa) external payable {
        (IWormholeCore.VerifiedMessage memory message, bool valid, string memory reason) =
            CORE.parseAndVerifyVM(multiSigVaa);
        require(valid, NotVouchedFor(reason));
        require(!isConsumed[message.hash], TakenBefore(message.hash));
        isConsumed[message.hash] = true;
        (uint16 destination, bytes memory payload) = this.split(message.payload);
        require(destination == CORE.chainId(), NotForThisChain(destination));
        _take(message.emitterChainId, message.emitterAddress, payload);
    }

    function quote(uint256, bytes calldata, uint256) external view returns (uint256 fee) {
        return CORE.messageFee();
    }

    function split(bytes calldata published) external pure returns (uint16 destination, bytes calldata payload) {
        return (uint16(bytes2(published[:2])), published[2:]);
    }
}

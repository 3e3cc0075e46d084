// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BridgeMessage, BridgeMessages } from "../../bridge/BridgeMessages.sol";

/// @title BridgeMessagesProbe
/// @notice Messages as the bridge writes and reads them, to compare with the model's.
contract BridgeMessagesProbe {
    function encode(BridgeMessage calldata parts) external pure returns (bytes memory) {
        return BridgeMessages.encode(parts);
    }

    function decode(bytes calldata message) external pure returns (BridgeMessage memory) {
        BridgeMessages.check(message);
        return BridgeMessages.decode(message);
    }
}

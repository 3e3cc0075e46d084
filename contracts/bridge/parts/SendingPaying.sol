// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgePaidSending } from "../../interfaces/IBridgePaidSending.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeFeeTerms } from "../BridgeFeeTerms.sol";
import { SendingOver } from "./SendingOver.sol";

/// @title SendingPaying
/// @notice Sends for a sender that agrees to a fee: what it agrees to lies in transient storage while the message is
/// being sent, and sending itself knows nothing of it.
abstract contract SendingPaying is IBridgePaidSending, SendingOver {
    /// @inheritdoc IBridgePaidSending
    function sendPaying(
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols,
        FeeTerms calldata terms
    ) external payable nonReentrant returns (bytes32 id) {
        BridgeFeeTerms.keep(terms);
        id = _sendOver(request, protocols);
        BridgeFeeTerms.clear();
    }
}

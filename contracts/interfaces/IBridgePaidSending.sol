// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "./IUniversalBridge.sol";

/// @title Sending for a fee
/// @notice How a sender agrees to the platform's fee (`IBridgeFees`) for one message.
interface IBridgePaidSending {
    /// @notice What a sender agrees to for one message.
    /// @param maxFee most units of the fee asset
    /// @param urgency level of service, 0 to 3, as `IDynamicFeeStructure` defines it; 0 buys none
    struct FeeTerms {
        uint128 maxFee;
        uint8 urgency;
    }

    /// @notice Sends an asset over one or several protocols, and agrees to its fee.
    /// @dev As `IBridgeRecovery.sendOver`. Reverts besides with `FeeAboveLimit` when the fee is more than
    /// `terms.maxFee`, `LevelUnknown`, `FeeNotReceived`, `FeeStructureFailed` and the fee asset's own errors.
    /// @param request what to send; its `protocol` counts for nothing
    /// @param protocols at least one
    /// @param terms what the caller agrees to, for this message alone
    /// @return id the message's
    function sendPaying(
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols,
        FeeTerms calldata terms
    ) external payable returns (bytes32 id);
}

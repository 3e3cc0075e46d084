// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ICcipReceiver
/// @notice What Chainlink CCIP's router asks of a receiving application; the layout is the protocol's own.
/// @dev A receiver must announce this interface's identifier by ERC-165, or it is skipped in silence.
interface ICcipReceiver {
    /// @param token Token on this chain.
    /// @param amount Amount in its smallest unit.
    struct ArrivedAmount {
        address token;
        uint256 amount;
    }

    /// @param messageId Identifier of the message on every chain.
    /// @param sourceChainSelector Selector of the source.
    /// @param sender Application there, ABI-encoded.
    /// @param data What was sent.
    /// @param tokenAmounts Tokens that came with it.
    struct IncomingMessage {
        bytes32 messageId;
        uint64 sourceChainSelector;
        bytes sender;
        bytes data;
        ArrivedAmount[] tokenAmounts;
    }

    /// @notice Take a message; only the router may call.
    /// @param message What arrived.
    function ccipReceive(IncomingMessage calldata message) external;
}

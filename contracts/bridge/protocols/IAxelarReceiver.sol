// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IAxelarReceiver
/// @notice Entry for calls through Axelar, as its relayers call it.
interface IAxelarReceiver {
    /// @notice Take a call; anybody may bring it, the gateway's approval alone vouches for it.
    /// @param commandId Identifier of the approval.
    /// @param sourceChain Name of the chain that it comes from.
    /// @param sourceAddress Contract that published it, as text.
    /// @param payload What was published.
    function execute(
        bytes32 commandId,
        string calldata sourceChain,
        string calldata sourceAddress,
        bytes calldata payload
    ) external;
}
